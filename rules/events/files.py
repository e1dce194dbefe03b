"""What happens to papers."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class FileRead(SubjectEvent, frozen=True):
    """封存的材料已查阅"""

    subject_kind: ClassVar[str] = "file"
    centre_reads_why: ClassVar[bool] = True


class FileErased(SubjectEvent, frozen=True):
    """保存期满的身份材料已删除"""

    subject_kind: ClassVar[str] = "file"
