"""What a roll import may bring and what is wrong with it; pure, nothing is stored. R2.7.

`SHEETS` is the format, `check` the judgement. Files are read by `papers.sheets.reading`.
"""

from rules.imports.cells import Cell, Unread
from rules.imports.check import Checked, Row, check
from rules.imports.faults import RowError
from rules.imports.relations import Existing
from rules.imports.rows import (
    AnyRow,
    BuildingRow,
    CommunityRow,
    DepositRow,
    ElevatorRow,
    FundRow,
    HomeRow,
    OpeningRow,
    OwnerRow,
    Rows,
    UnitRow,
    VisitRow,
)
from rules.imports.sheets import SHEETS, Column, Sheet, sheet_for

__all__ = [
    "SHEETS",
    "AnyRow",
    "BuildingRow",
    "Cell",
    "Checked",
    "Column",
    "CommunityRow",
    "DepositRow",
    "ElevatorRow",
    "Existing",
    "FundRow",
    "HomeRow",
    "OpeningRow",
    "OwnerRow",
    "Row",
    "RowError",
    "Rows",
    "Sheet",
    "UnitRow",
    "Unread",
    "VisitRow",
    "check",
    "sheet_for",
]
