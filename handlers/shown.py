"""How moments are shown: in Beijing time, whatever zone they were stored in."""

from datetime import datetime

from rules.days import BEIJING


def at(moment: datetime) -> datetime:
    """The moment with the offset +08:00."""
    return moment.astimezone(BEIJING)


def maybe(moment: datetime | None) -> datetime | None:
    """The moment with the offset +08:00, if there is one."""
    return None if moment is None else moment.astimezone(BEIJING)
