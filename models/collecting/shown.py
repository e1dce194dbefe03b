"""What is shown alike of a receipt and of a refund: whose, how much, where it stands."""

from models.files import shown
from models.funds.homes import PLACE

HOME = (
    " LEFT JOIN home h ON h.id = x.home_id LEFT JOIN unit u ON u.id = h.unit_id"
    " LEFT JOIN building d ON d.id = u.building_id LEFT JOIN community m ON m.id = d.community_id"
)
ENTRY = (
    f"x.id, x.number, x.home_id, coalesce(h.code, '') AS home, coalesce({PLACE}, '') AS place,"
    " x.amount_fen, x.state, x.custody_id, c.bank || ' ' || c.title AS custody, x.effective_on,"
    f" x.voucher, {shown('x.file_id')} AS file, x.reason,"
    " x.drop_reason, x.entered_by, x.entered_at, x.confirmed_by,"
    " x.confirmed_at, x.journal_id"
)
BY_STATE_AND_HOME = {"state": "x.state = {state}", "home_id": "x.home_id = {home_id}"}
CASE = 'JOIN "case" k ON k.id = e.case_id JOIN scope s ON s.id = k.scope_id'
"""The case of an entry that waits, for the desk."""
