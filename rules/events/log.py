"""What the log itself tells of: content that no other event speaks for. R12.3."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class LogEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "log"


class HeadSent(LogEvent, frozen=True):
    """当日日志树首已送交见证"""


class WitnessEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "witness"


class WitnessNamed(WitnessEvent, frozen=True):
    """日志见证人已登记"""


class WitnessEnded(WitnessEvent, frozen=True):
    """日志见证人已终止"""


class HeadWitnessed(WitnessEvent, frozen=True):
    """日志树首已见证"""


class ContentEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "unit"


class ContentWritten(ContentEvent, frozen=True):
    """数据已写入并存证"""


class TablesMigrated(ContentEvent, frozen=True):
    """数据库结构已升级，有关数据重新存证"""
