"""A fault in a sheet, told so that a clerk finds the cell and knows what to do. R2.7, R12.2."""

import re
from dataclasses import dataclass, field

from rules.imports.cells import Cell, Unread
from rules.people import mask_id, mask_name, mask_phone

# More than a clerk reads at once; the rest is counted. A wrong column would else fill the memory.
KEPT = 2_000
SHOWN = 60

_MASKS = {"name": mask_name, "id": mask_id, "phone": mask_phone}
_STRAY = re.compile(r"(?<!\d)(?:1\d{10}|\d{15}|\d{17}[\dXx])(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class RowError:
    """One fault: `sheet` and `column` are titles, `row` is the number a person sees (0: none).

    `value_shown` is what the cell holds, shortened, and masked where it is personal.
    """

    sheet: str
    row: int
    column: str
    value_shown: str
    reason: str


@dataclass(slots=True)
class Faults:
    """Faults as they are found; only the first ones are kept, all are counted."""

    kept: list[RowError] = field(default_factory=list)
    total: int = 0

    def add(self, sheet: str, row: int, column: str, value_shown: str, reason: str) -> None:
        """Count a fault and keep it while there is room."""
        self.total += 1
        if len(self.kept) < KEPT:
            self.kept.append(RowError(sheet, row, column, value_shown, reason))


def shown(cell: Cell | object, personal: str = "") -> str:
    """What a person may see of a cell: short, without control characters, masked if personal."""
    if cell is None:
        return ""
    text = cell.shown if isinstance(cell, Unread) else str(cell)
    text = "".join(char if char.isprintable() else "�" for char in text[: SHOWN * 4]).strip()
    if personal:
        # A star in the cell is no mask of ours: without it nothing passes for masked already.
        text = _MASKS[personal](text.replace("*", "").replace("＊", ""))
    else:
        # Columns that slipped by one show an identity number where a share should stand.
        text = _STRAY.sub(lambda found: mask_id(found[0]), text)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
