"""What is read around a case: its names, its plan, its money. No row is locked."""

from typing import Any
from uuid import UUID

from models.base import one, sql
from models.files import all_shown, shown
from models.listing import Key, Listing, Moment, Sort

_AROUND = f"""
SELECT s.name AS scope_name, c.name AS community, i.name AS insurer,
       p.body::text AS plan, {all_shown("p.body->'file_ids'")} AS plan_files,
       n.token AS public_token, n.published_at,
       (SELECT coalesce(sum(h.amount_fen), 0) FROM ledger_hold h WHERE h.case_id = k.id
           AND h.plan_version = k.version AND h.state = 'open')::bigint AS held_fen,
       CASE WHEN pay.paid_at IS NULL THEN 0 ELSE pay.amount_fen END AS paid_fen,
       pay.state AS pay_state, pay.paid_at,
       (SELECT json_build_object('payee_account_id', a.id, 'bank', a.bank,
               'bank_account', a.number, 'now', coalesce(b.number, a.number))::text
          FROM payee_account a LEFT JOIN payee_account b ON b.insurer_id = a.insurer_id
           AND b.since_at IS NOT NULL AND b.until_at IS NULL
         WHERE a.id = pay.payee_id) AS payee,
       d.cover::text AS direct, {all_shown("d.cover->'file_ids'")} AS direct_files,
       (SELECT e.why FROM log_event e WHERE e.subject_id = k.id
           AND e.kind IN ('CaseReturned', 'PayoutReturned') ORDER BY e.seq DESC LIMIT 1)
         AS return_reason,
       (SELECT json_agg(json_build_object('id', e.id, 'code', e.code, 'name', e.name)
               ORDER BY e.code)::text
          FROM case_elevator ce JOIN elevator e ON e.id = ce.elevator_id
         WHERE ce.case_id = k.id) AS elevators,
       (SELECT array_agg(o.name ORDER BY sg.signed_at) FROM signature sg
          JOIN owner o ON o.id = sg.owner_id
         WHERE sg.case_id = k.id AND sg.withdrawn_at IS NULL) AS signers
  FROM "case" k
  JOIN scope s ON s.id = k.scope_id
  JOIN community c ON c.id = k.community_id
  JOIN insurer i ON i.id = k.insurer_id
  LEFT JOIN plan p ON p.case_id = k.id AND p.version = k.version
  LEFT JOIN public_notice n ON n.case_id = k.id AND n.version = k.version
       AND n.superseded_at IS NULL
  LEFT JOIN payout pay ON pay.case_id = k.id
  LEFT JOIN LATERAL (SELECT y.cover FROM policy y WHERE $2 AND y.case_id = k.id
       ORDER BY y.state <> 'void' DESC, y.created_at DESC LIMIT 1) d ON true
 WHERE k.id = $1
"""


async def around(case_id: UUID, records_policy: bool) -> dict[str, Any]:
    """The row of names, plan, notice, money (fen), elevators and signers around one case, with
    the policy that was filed where the case records one."""
    row = await one(_AROUND, case_id, records_policy)
    assert row is not None, "the case was found"
    return row


DOCUMENTS = Listing(
    f"d.id, d.kind, d.version, d.number, d.added_at, {shown('d.file_id')} AS file",
    "document d",
    "d.id",
    {"oldest": Sort((Key("d.added_at", Moment),), down=False)},
    {"kinds": "d.kind = ANY({kinds}::text[])"},
    always="d.case_id = {case_id}",
    needs=("case_id",),
)
"""The papers in a case's file, oldest first; only those of some kinds."""


async def conditions_judged(case_id: UUID) -> list[dict[str, Any]]:
    """The four conditions as they were judged before, the first time first."""
    return await sql(
        "SELECT occasion, checked_at, result::text AS result FROM condition_check"
        " WHERE case_id = $1 ORDER BY checked_at",
        case_id,
    )
