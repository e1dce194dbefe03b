"""Who is let in where: every operation, and for each the callers it lets in to this object.

The object is always the one case of 石榴苑 (or what belongs to it); callers from elsewhere ask for
the same object, so a line says both what one's own and what others' objects answer. Whoever is
not named must be turned away. Written from the rulebook (sections 1, 5 to 9, 12), not from the
code: an operation that is not here fails the test.
"""

from graphlib import TopologicalSorter
from types import ModuleType

from handlers.lists import EXPORTED
from rules.discovery import load
from tests.access.row import ACCOUNTS, CALLERS, NOBODY, ROLL, TURNED_AWAY, Row, Sent

SUBJECTS = load("tests.access.subjects")
ROWS: dict[str, Row | tuple[Row, ...]] = {
    name: row for subject in SUBJECTS for name, row in getattr(subject, "ROWS", {}).items()
}
# A list may be taken away by whom it is shown to.
ROWS |= {
    f"{name}.{ending}": Row(row.who, row.stage, query=row.query, ids=row.ids)
    for name, row in ROWS.items()
    if isinstance(row, Row) and name.removeprefix("GET ") in EXPORTED
    for ending in ("xlsx", "csv")
}


def in_order() -> list[ModuleType]:
    """The subjects, each behind those whose scene its own stands on (`AFTER`)."""
    by_name = {one.__name__.rpartition(".")[2]: one for one in SUBJECTS}
    order = TopologicalSorter({name: getattr(one, "AFTER", ()) for name, one in by_name.items()})
    return [by_name[name] for name in order.static_order()]


__all__ = [
    "ACCOUNTS",
    "CALLERS",
    "NOBODY",
    "ROLL",
    "ROWS",
    "TURNED_AWAY",
    "Row",
    "Sent",
    "in_order",
]
