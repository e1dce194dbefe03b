"""What the log itself tells of: content that no other event speaks for. R12.3."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class ContentEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "unit"


class ContentWritten(ContentEvent, frozen=True):
    """数据已写入并存证"""


class TablesMigrated(ContentEvent, frozen=True):
    """数据库结构已升级，有关数据重新存证"""
