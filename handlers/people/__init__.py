"""People: logins, homes, appointments, staff accounts, and what everybody may look up. R2.5."""

from handlers.people import login, sessions

__all__ = ["login", "sessions"]
