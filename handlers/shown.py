"""How moments and files are shown: in Beijing time, and by name and kind."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from handlers.route import Answer
from rules.days import BEIJING


class StoredFile(Answer, frozen=True):
    """一份材料：凭 `id` 下载，`size` 的单位是字节。"""

    IN_A_CELL: ClassVar[str] = "name"

    id: UUID
    name: str
    media_type: str
    size: int


def at(moment: datetime) -> datetime:
    """The moment with the offset +08:00."""
    return moment.astimezone(BEIJING)


def minute(moment: datetime) -> datetime:
    """The moment as the public reads it, to the minute: seconds tell who was just there. R7.8."""
    return at(moment).replace(second=0, microsecond=0)


def maybe(moment: datetime | None) -> datetime | None:
    """The moment with the offset +08:00, if there is one."""
    return None if moment is None else moment.astimezone(BEIJING)
