"""What the Centre issues on paper. R9.5, R12.3."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class PaperEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "paper"


class CasePaperIssued(PaperEvent, frozen=True):
    """文书已出具"""


class CasePaperReprinted(PaperEvent, frozen=True):
    """文书已补打"""
