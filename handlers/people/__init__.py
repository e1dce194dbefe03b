"""People: logins, homes, appointments, staff accounts, and what everybody may look up. R2.5."""

from handlers.people import (
    accounts,
    appointments,
    bindings,
    calendar,
    claims,
    entrance,
    forgetting,
    insurers,
    login,
    places,
    sessions,
)

__all__ = [
    "accounts",
    "appointments",
    "bindings",
    "calendar",
    "claims",
    "entrance",
    "forgetting",
    "insurers",
    "login",
    "places",
    "sessions",
]
