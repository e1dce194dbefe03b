"""The household funds: what homes pay in and use, who must top up, scopes that change."""

from handlers.funds import (
    entering,
    files,
    homes,
    listing,
    passing,
    splitting,
    switches,
    switching,
    warnings,
)

__all__ = [
    "entering",
    "files",
    "homes",
    "listing",
    "passing",
    "splitting",
    "switches",
    "switching",
    "warnings",
]
