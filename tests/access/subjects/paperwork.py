"""Papers that the Centre issues in a case: who is let in. R9.5, R12.2."""

from tests.access.row import HANDLE, SEES, Row

APPLICATION = {"kind": "printed_kind", "paper_id": "printed_id"}
DESK = f"{HANDLE} finance finance2 auditor"
PRINT = f"owner1 owner2 {HANDLE} finance finance2"

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "GET /cases/{case_id}/papers": Row(SEES, finds=f"{PRINT} auditor", thing="printed_id"),
    "POST /cases/{case_id}/papers/{kind}": Row(PRINT, body={}, ids=APPLICATION),
    "GET /cases/{case_id}/papers/{paper_id}/print.pdf": Row(
        f"{PRINT} auditor", ids=APPLICATION, slow=True
    ),
    "POST /cases/{case_id}/dossier/reading": Row(DESK, body={"reason": "归档"}),
    # Without a ticket of one's own it stays closed to everybody, see tests/handlers/paperwork.
    "GET /cases/{case_id}/dossier.pdf": Row("", query="?ticket={case_id}"),
    "GET /cases/{case_id}/dossier.zip": Row("", query="?ticket={case_id}"),
}
