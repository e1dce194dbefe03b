"""Papers that the Centre issued in a case: what each says, for good. R9.5, R9.6, R12.3."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.funds.homes import PLACE, PLACE_FROM
from models.listing import Listing, newest


class IssuedPaper(Row):
    """A paper as it was issued: `body` is all that it says, `sha256` its hash; `copies` how often
    it was printed.

    `subject_id` is what it is about: the case itself, or one of its signatures, objections,
    receipts or homes. What says something else about the same is the next version of the number.
    """

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    kind = fields.CharField(24)
    subject_id = fields.UUIDField()
    number = fields.CharField(40)
    version = fields.IntField()
    check_code = fields.CharField(16, unique=True)
    body = fields.TextField()
    sha256 = fields.BinaryField()
    copies = fields.IntField()
    issued_at = fields.DatetimeField()
    issued_by = fields.UUIDField()
    printed_at = fields.DatetimeField()

    class Meta:
        table = "issued_paper"
        unique_together = (("case_id", "kind", "subject_id", "version"), ("number", "version"))


_SHOWN = (
    "p.id, p.case_id, p.kind, p.subject_id, p.number, p.version, p.check_code, p.copies,"
    " p.issued_at, p.printed_at, encode(p.sha256, 'hex') AS fingerprint,"
    " EXISTS (SELECT 1 FROM issued_paper n WHERE n.number = p.number AND n.version > p.version)"
    " AS superseded"
)
PAPERS = Listing(
    _SHOWN,
    "issued_paper p",
    "p.id",
    {"newest": newest("p.printed_at")},
    {"kinds": "p.kind = ANY({kinds}::text[])", "kind": "p.kind = {kind}"},
    always="p.case_id = {case_id}",
    needs=("case_id", "kinds"),
)
"""The papers of a case of these kinds, the last printed first."""


async def latest(case_id: UUID, kind: str, subject_id: UUID) -> IssuedPaper | None:
    """The newest version of that paper; the caller holds the lock on the case."""
    found = IssuedPaper.filter(case_id=case_id, kind=kind, subject_id=subject_id)
    return await found.order_by("-version").first()


async def reprint(paper_id: UUID, now: datetime) -> int:
    """It is printed once more; how often it was by now."""
    row = await one(
        "UPDATE issued_paper SET copies = copies + 1, printed_at = $2 WHERE id = $1"
        " RETURNING copies",
        paper_id,
        now,
    )
    assert row is not None
    return int(row["copies"])


async def shown(paper_id: UUID) -> dict[str, Any]:
    """The paper as a list has it."""
    row = await one(f"SELECT {_SHOWN} FROM issued_paper p WHERE p.id = $1", paper_id)
    assert row is not None
    return row


async def by_code(check_code: str) -> dict[str, Any] | None:
    """What may be told of a paper by its code, and whether its body is what was issued."""
    return await one(
        f"SELECT {_SHOWN}, sha256(convert_to(p.body, 'UTF8')) = p.sha256 AS unaltered,"
        " k.number AS case_number, c.name || s.name AS place, p.body"
        ' FROM issued_paper p JOIN "case" k ON k.id = p.case_id'
        " JOIN scope s ON s.id = k.scope_id JOIN community c ON c.id = k.community_id"
        " WHERE p.check_code = $1",
        check_code,
    )


# --- what papers are made of

_AROUND = """
SELECT k.number, c.name AS community, s.name AS scope_name, i.name AS insurer, y.bank,
       y.number AS payee_account, p.body::text AS plan,
       (SELECT b.bank || ' ' || b.title FROM ledger_posting x JOIN bank_account b
            ON b.account_id = x.account_id WHERE x.journal_id = pay.journal_id LIMIT 1) AS custody,
       (SELECT json_agg(json_build_object('id', e.id, 'code', e.code, 'name', e.name)
            ORDER BY e.code)::text FROM case_elevator ce JOIN elevator e ON e.id = ce.elevator_id
         WHERE ce.case_id = k.id) AS elevators,
       (SELECT json_object_agg(l.kind, json_build_array(l.at, l.why))::text FROM (
            SELECT DISTINCT ON (e.kind) e.kind, e.at, e.why FROM log_event e
             WHERE e.subject_id = k.id ORDER BY e.kind, e.seq DESC) l) AS events,
       (SELECT t.result::text FROM condition_check t WHERE t.case_id = k.id AND t.occasion = $2
         ORDER BY t.checked_at DESC LIMIT 1) AS judged
  FROM "case" k
  JOIN scope s ON s.id = k.scope_id
  JOIN community c ON c.id = k.community_id
  JOIN insurer i ON i.id = k.insurer_id
  LEFT JOIN payout pay ON pay.case_id = k.id
  LEFT JOIN payee_account y ON y.id = pay.payee_id
  LEFT JOIN plan p ON p.case_id = k.id AND p.version = k.version
 WHERE k.id = $1
"""


async def around(case_id: UUID, occasion: str) -> dict[str, Any]:
    """Names, plan, elevators, payee, the last event of each kind with its reason, and how the four
    conditions were judged on that occasion."""
    row = await one(_AROUND, case_id, occasion)
    assert row is not None, "the case was found"
    return row


_SIGNATURES = f"""
SELECT sg.id, o.name, sg.signed_at, coalesce((SELECT string_agg({PLACE}, '、' ORDER BY h.code)
    FROM owned_on($2) w JOIN {PLACE_FROM} ON h.id = w.home_id
   WHERE w.owner_id = o.id AND u.scope_id = k.scope_id AND h.counts), '') AS place
  FROM signature sg JOIN owner o ON o.id = sg.owner_id JOIN "case" k ON k.id = sg.case_id
 WHERE sg.case_id = $1 AND sg.withdrawn_at IS NULL ORDER BY sg.signed_at, sg.id
"""
_OBJECTIONS = f"""
SELECT x.id, x.version, x.arrived_at, x.channel, x.in_time, jsonb_array_length(x.files) AS files,
       {PLACE} AS place
  FROM objection x JOIN {PLACE_FROM} ON h.id = x.home_id
 WHERE x.case_id = $1 AND x.state <> 'dropped' ORDER BY x.arrived_at, x.id
"""
_RECEIPTS = f"""
SELECT x.id, x.number, x.amount_fen, x.method, x.effective_on, x.voucher,
       coalesce((SELECT {PLACE} FROM {PLACE_FROM} WHERE h.id = x.home_id), '') AS place
  FROM case_receipt x WHERE x.case_id = $1 AND x.state = 'posted'
 ORDER BY x.number
"""
_HOMES = f"""
SELECT h.id, {PLACE} AS place, y.owed_fen - y.paid_fen AS lacking_fen, y.owed_fen, y.paid_fen
  FROM (SELECT s.home_id, s.owed_fen, (
            (SELECT coalesce(sum(r.amount_fen), 0) FROM case_receipt r WHERE r.case_id = s.case_id
                AND r.home_id = s.home_id AND r.state = 'posted')
          - (SELECT coalesce(sum(b.amount_fen), 0) FROM case_refund b WHERE b.case_id = s.case_id
                AND b.home_id = s.home_id AND b.state = 'posted'))::bigint AS paid_fen
          FROM case_share s JOIN "case" k ON k.id = s.case_id AND k.version = s.version
         WHERE s.case_id = $1) y
  JOIN {PLACE_FROM} ON h.id = y.home_id
 WHERE y.owed_fen > y.paid_fen ORDER BY h.code
"""
_SUBJECTS = {
    "signature": _SIGNATURES,
    "objection": _OBJECTIONS,
    "receipt": _RECEIPTS,
    "home": _HOMES,
}


async def subjects(case_id: UUID, about: str, on: date) -> list[dict[str, Any]]:
    """The signatures in force, objections, receipts that count or owing homes of the case, each
    with its `id` and `place`."""
    days = (on,) if about == "signature" else ()
    return await sql(_SUBJECTS[about], case_id, *days)


_ATTACHED = """
SELECT f.id, f.kind, f.class AS file_class, f.media_type, f.size, f.width, f.height, f.created_at,
       encode(f.sha256, 'hex') AS sha256, min(a.number) AS number
  FROM (SELECT file_id, number FROM document WHERE case_id = $1
     UNION ALL SELECT x.file_id::uuid, '' FROM objection o
         CROSS JOIN LATERAL jsonb_array_elements_text(o.files) x(file_id) WHERE o.case_id = $1
     UNION ALL SELECT o.record_id, '' FROM objection o WHERE o.case_id = $1
     UNION ALL SELECT r.file_id, r.number FROM case_receipt r WHERE r.case_id = $1
     UNION ALL SELECT r.file_id, r.number FROM case_refund r WHERE r.case_id = $1) a
  JOIN file f ON f.id = a.file_id
 GROUP BY f.id ORDER BY f.created_at, f.id LIMIT 500
"""


async def attached(case_id: UUID) -> list[dict[str, Any]]:
    """Every file that lies in the case, without its content, the oldest first; at most 500."""
    return await sql(_ATTACHED, case_id)


async def all_of(case_id: UUID) -> list[IssuedPaper]:
    """Every paper that was issued in the case, in the order of their numbers."""
    return await IssuedPaper.filter(case_id=case_id).order_by("number", "version")
