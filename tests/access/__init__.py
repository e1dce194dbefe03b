"""Who is let in where: every operation, and for each the callers it lets in to this object.

The object is always the one case of 石榴苑 (or what belongs to it); callers from elsewhere ask for
the same object, so a line says both what one's own and what others' objects answer. Whoever is
not named must be turned away. Written from the rulebook (sections 1, 5 to 9, 12), not from the
code: an operation that is not here fails the test.
"""

from tests.access import (
    banking,
    cases,
    collecting,
    deposits,
    funds,
    income,
    ledger,
    parameters,
    special,
    vote_papers,
    votes,
)
from tests.access.row import ACCOUNTS, CALLERS, NOBODY, ROLL, TURNED_AWAY, Row, Sent

ROWS: dict[str, Row | tuple[Row, ...]] = {
    **cases.ROWS,
    **collecting.ROWS,
    **banking.ROWS,
    **deposits.ROWS,
    **funds.ROWS,
    **income.ROWS,
    **ledger.ROWS,
    **parameters.ROWS,
    **special.ROWS,
    **vote_papers.ROWS,
    **votes.ROWS,
}

__all__ = ["ACCOUNTS", "CALLERS", "NOBODY", "ROLL", "ROWS", "TURNED_AWAY", "Row", "Sent"]
