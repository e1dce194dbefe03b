"""How moments and files are shown: in Beijing time, and by name and kind."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from handlers.route import Answer
from models.files import File
from rules.days import BEIJING
from rules.files import FileClass


class StoredFile(Answer, frozen=True):
    """一份材料：凭 `id` 下载，`size` 的单位是字节；`name` 由本系统按种类和日期定。"""

    IN_A_CELL: ClassVar[str] = "name"

    id: UUID
    name: str
    media_type: str
    size: int
    sent_name: str
    file_class: FileClass


def stored_file(row: File) -> StoredFile:
    """The stored file without its content."""
    return StoredFile(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sent_name=row.sent_name,
        file_class=FileClass(row.file_class),
    )


def at(moment: datetime) -> datetime:
    """The moment with the offset +08:00."""
    return moment.astimezone(BEIJING)


def minute(moment: datetime) -> datetime:
    """The moment as the public reads it, to the minute: seconds tell who was just there. R7.8."""
    return at(moment).replace(second=0, microsecond=0)


def maybe(moment: datetime | None) -> datetime | None:
    """The moment with the offset +08:00, if there is one."""
    return None if moment is None else moment.astimezone(BEIJING)
