"""Papers that the Centre issues in a case: who is let in. R9.5, R12.2."""

from tests.access.row import HANDLE, SEES, Row

APPLICATION = {"kind": "printed_kind", "paper_id": "printed_id"}
PRINT = f"owner1 owner2 {HANDLE} finance finance2"

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "GET /cases/{case_id}/papers": Row(SEES, finds=f"{PRINT} auditor", thing="printed_id"),
    "POST /cases/{case_id}/papers/{kind}": Row(PRINT, body={}, ids=APPLICATION),
    "GET /cases/{case_id}/papers/{paper_id}/print.pdf": Row(
        f"{PRINT} auditor", ids=APPLICATION, slow=True
    ),
}
