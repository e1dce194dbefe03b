"""What the Centre issues on paper, and who takes a case's file. R9.5, R9.6, R12.3."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class PaperEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "paper"


class CasePaperIssued(PaperEvent, frozen=True):
    """文书已出具"""


class CasePaperReprinted(PaperEvent, frozen=True):
    """文书已补打"""


class CaseFileTaken(PaperEvent, frozen=True):
    """办件卷宗已调取"""

    centre_reads_why: ClassVar[bool] = True
