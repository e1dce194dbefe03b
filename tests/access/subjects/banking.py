"""Statements, matching and certificates: finance acts, audit reads, another certifies. R3.9."""

from datetime import date
from typing import Any

from tests.access.row import REASON, Row, Sent
from tests.handlers.banking.desk import Desk, desk_of
from tests.world import City

FINANCE = "finance finance2"
BOOKKEEPERS = f"{FINANCE} auditor"
READERS = f"{BOOKKEEPERS} reviewer"

_CSV = "日期,金额,摘要\n2025-03-04,5.00,利息\n"
STATEMENT = Sent("对账单.csv", "text/csv", _CSV.encode)
MAPPING = {"layout": {"day": 0, "amount": 1, "memo": [2]}, "opening_fen": 2_200}
ACCOUNT = {"bank_account_id": "reconciled_account"}
QUIET = {"bank_account_id": "quiet_account"}
READY = {"statement_id": "ready_statement"}


def _pair(scene: Any) -> dict[str, Any]:
    return {"line_ids": [scene.ids["line_id"]], "posting_ids": [scene.ids["posting_id"]]}


AFTER = ("ledger",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /bank-accounts/{bank_account_id}/statements": Row(FINANCE, body=STATEMENT, ids=ACCOUNT),
    "GET /bank-accounts/{bank_account_id}/statements": Row(
        BOOKKEEPERS, ids=ACCOUNT, finds=BOOKKEEPERS, thing="statement_id"
    ),
    "GET /bank-statements/{statement_id}": Row(BOOKKEEPERS),
    "PUT /bank-statements/{statement_id}/mapping": Row(FINANCE, body=MAPPING, ids=READY),
    "POST /bank-statements/{statement_id}/taking": Row(FINANCE, body={}, ids=READY),
    "POST /bank-statements/{statement_id}/dropping": Row(FINANCE, ids=READY),
    # --- names of payers are finance's and the auditor's alone (R12.2)
    "GET /bank-accounts/{bank_account_id}/lines": Row(
        BOOKKEEPERS, ids=ACCOUNT, finds=BOOKKEEPERS, thing="line_id"
    ),
    "GET /bank-accounts/{bank_account_id}/differences": Row(
        BOOKKEEPERS, ids=ACCOUNT, finds=BOOKKEEPERS, thing="posting_id"
    ),
    "GET /bank-accounts/{bank_account_id}/balances": Row(BOOKKEEPERS, ids=ACCOUNT),
    "POST /bank-accounts/{bank_account_id}/explanations": Row(
        FINANCE, body=lambda scene: {**REASON, "line_ids": [scene.ids["line_id"]]}, ids=ACCOUNT
    ),
    "GET /bank-accounts/{bank_account_id}/explanations": Row(BOOKKEEPERS, ids=ACCOUNT),
    "GET /bank-accounts/{bank_account_id}/suggestions": Row(
        BOOKKEEPERS, ids=ACCOUNT, finds=BOOKKEEPERS, thing="line_id"
    ),
    "POST /bank-accounts/{bank_account_id}/matching/auto": Row(FINANCE, ids=ACCOUNT),
    "POST /bank-accounts/{bank_account_id}/matching/opening": Row(FINANCE, body={}, ids=ACCOUNT),
    "POST /bank-accounts/{bank_account_id}/matches": Row(FINANCE, body=_pair, ids=ACCOUNT),
    "GET /bank-accounts/{bank_account_id}/matches": Row(
        BOOKKEEPERS, ids=ACCOUNT, finds=BOOKKEEPERS, thing="match_id"
    ),
    "POST /bank-matches/{match_id}/undoing": Row(FINANCE, body=REASON),
    # --- prepared by one, certified by another (section 1)
    "POST /bank-accounts/{bank_account_id}/reconciliations": Row(
        FINANCE, body={"month": "2025-02"}, ids=QUIET
    ),
    "GET /bank-accounts/{bank_account_id}/reconciliations": Row(
        READERS, ids=QUIET, finds=READERS, thing="reconciliation_id"
    ),
    "POST /reconciliations/{reconciliation_id}/confirmation": Row("finance2 reviewer"),
    "POST /reconciliations/{reconciliation_id}/dropping": Row(f"{FINANCE} reviewer", body=REASON),
    "POST /reconciliations/{reconciliation_id}/revocation": Row(
        f"{FINANCE} reviewer", body=REASON, ids={"reconciliation_id": "confirmed_reconciliation"}
    ),
    "GET /reconciliations": Row(
        READERS, query="?month=2025-01", finds=READERS, thing="reconciliation_id"
    ),
    "GET /reconciliations/{reconciliation_id}": Row(READERS),
    "GET /reconciliations/{reconciliation_id}/certificate.pdf": Row(READERS, slow=True),
}


async def _taken(desk: Desk, lines: str, **told: Any) -> str:
    """A statement of one's own, taken; its id."""
    status, view = await desk.send("单.csv", f"日期,金额,摘要\n{lines}".encode())
    assert status == 201
    path = f"/bank-statements/{view['id']}"
    await desk.must("PUT", f"{path}/mapping", {**MAPPING, **told})
    await desk.must("POST", f"{path}/taking", {})
    return str(view["id"])


async def ids(city: City) -> dict[str, str]:
    """One account with an open line, a posting, a match and a statement that waits; another one in
    which nothing moves, with a certificate that waits."""
    desk, quiet = await desk_of(city), await desk_of(city, "62009")
    await desk.post(1_000, when=date(2024, 12, 31))
    lines = "2025-03-01,5.00,甲\n2025-03-02,7.00,乙\n"
    taken = await _taken(desk, lines, opening_fen=1_000)
    await desk.post(700, when=date(2025, 3, 2))
    (line, other) = await desk.lines()
    left = (await desk.differences(query="&at_bank=false"))["items"]
    posting = next(item["posting_id"] for item in left if item["amount_fen"] == 700)
    await desk.post(500, when=date(2025, 3, 1))
    (pair,) = [
        item["posting_id"]
        for item in (await desk.differences(query="&at_bank=false"))["items"]
        if item["amount_fen"] == 500
    ]
    match = await desk.match([line["id"]], [pair])
    _, ready = await desk.send("对账单.csv", STATEMENT.content())
    await desk.must("PUT", f"/bank-statements/{ready['id']}/mapping", MAPPING)
    span = {"from_on": "2025-01-01", "to_on": "2025-08-31", "opening_fen": 0}
    await _taken(quiet, "", **span)
    waiting = await quiet.prepared("2025-01")
    confirmed = await quiet.certified("2025-03")
    return {
        "reconciled_account": str(desk.bank_account),
        "quiet_account": str(quiet.bank_account),
        "statement_id": taken,
        "ready_statement": ready["id"],
        "line_id": other["id"],
        "posting_id": posting,
        "match_id": match["id"],
        "reconciliation_id": waiting["id"],
        "confirmed_reconciliation": confirmed["id"],
    }
