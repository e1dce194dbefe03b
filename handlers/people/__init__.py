"""People: logins, homes, appointments, staff accounts, and what everybody may look up. R2.5."""

from handlers.people import accounts, entrance, login, sessions

__all__ = ["accounts", "entrance", "login", "sessions"]
