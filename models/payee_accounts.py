"""The accounts that insurers are paid into, each with since when and until when. R3.5.

An account counts once two people at the Centre and the insurer itself have said so; what a payout
was prepared with stays with it. Rows never change their bank and number.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import one, sql
from models.desk import Waiting
from models.entries import Table, TwoPersonRow
from models.listing import Listing, newest, rows_of


class PayeeAccount(TwoPersonRow):
    """An account of an insurer, which counts from `since_at` to `until_at`.

    Confirmed by the Centre it waits for the insurer's answer, and with that it counts. Nobody
    entered what was on record before accounts were confirmed.
    """

    entered_by: Any = fields.UUIDField(null=True)
    insurer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Insurer", on_delete=fields.RESTRICT
    )
    insurer_id: UUID
    bank = fields.CharField(120)
    number = fields.CharField(60)
    source = fields.CharField(200, default="")
    answered_by = fields.UUIDField(null=True)
    since_at = fields.DatetimeField(null=True)
    until_at = fields.DatetimeField(null=True)

    class Meta:
        table = "payee_account"


PAYEE_ACCOUNT = Table(
    "payee_account",
    line="i.name || ' ' || e.bank",
    joins="JOIN insurer i ON i.id = e.insurer_id",
)

UNANSWERED = Waiting(
    source="payee_account e JOIN insurer i ON i.id = e.insurer_id",
    where="e.state = 'confirmed' AND e.since_at IS NULL",
    id="e.id",
    title="i.name || ' ' || e.bank",
    state="'open'",
    since_at="e.confirmed_at",
    body="i.name",
    insurer_id="e.insurer_id",
)
"""Accounts that the Centre has confirmed and their insurer has not."""

STAND = (
    "CASE WHEN p.state <> 'confirmed' THEN p.state WHEN p.since_at IS NULL THEN 'waiting'"
    " WHEN p.until_at IS NULL THEN 'live' ELSE 'former' END"
)
PAYEES = Listing(
    "p.id, p.insurer_id, i.name AS insurer, p.bank, p.number, p.source,"
    f" {STAND} AS state, p.since_at, p.until_at, p.entered_by, p.entered_at, p.confirmed_by,"
    " p.confirmed_at, p.drop_reason, (SELECT count(*) FROM payout o WHERE o.payee_id = p.id"
    " AND o.state = 'prepared')::int AS prepared",
    "payee_account p JOIN insurer i ON i.id = p.insurer_id",
    "p.id",
    {"newest": newest("p.entered_at")},
    {
        "id": "p.id = {id}",
        "insurer_id": "p.insurer_id = {insurer_id}",
        "of_insurer": "p.insurer_id = {of_insurer}::uuid AND p.confirmed_at IS NOT NULL",
        "state": f"{STAND} = {{state}}",
    },
)


async def account(account_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    rows = await rows_of(PAYEES, {"id": account_id}, limit=1)
    return rows[0] if rows else None


async def enter(row: PayeeAccount) -> bool:
    """The account waits for its second person; False while another of the insurer's waits."""
    made = await one(
        "INSERT INTO payee_account (id, insurer_id, bank, number, source, state, entered_by,"
        " entered_at) VALUES ($1,$2,$3,$4,$5,'draft',$6,$7) ON CONFLICT DO NOTHING RETURNING id",
        row.id,
        row.insurer_id,
        row.bank,
        row.number,
        row.source,
        row.entered_by,
        row.entered_at,
    )
    return made is not None


async def take_effect(account_id: UUID, insurer_id: UUID, by: UUID, now: datetime) -> None:
    """The insurer has agreed: it is paid into this account from now on, and into no other."""
    await sql(
        "UPDATE payee_account SET until_at = $2"
        " WHERE insurer_id = $1 AND since_at IS NOT NULL AND until_at IS NULL",
        insurer_id,
        now,
    )
    await sql(
        "UPDATE payee_account SET since_at = $2, answered_by = $3 WHERE id = $1",
        account_id,
        now,
        by,
    )


async def in_force(insurer_id: UUID) -> UUID | None:
    """The account that the insurer is paid into now; None while it has confirmed none."""
    row = await one(
        "SELECT id FROM payee_account"
        " WHERE insurer_id = $1 AND since_at IS NOT NULL AND until_at IS NULL",
        insurer_id,
    )
    return row["id"] if row else None


PAYEE_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "CREATE UNIQUE INDEX payee_account_live ON payee_account (insurer_id)"
        " WHERE since_at IS NOT NULL AND until_at IS NULL",
        "DROP INDEX payee_account_live",
    ),
    (
        "CREATE UNIQUE INDEX payee_account_open ON payee_account (insurer_id)"
        " WHERE state <> 'dropped' AND since_at IS NULL",
        "DROP INDEX payee_account_open",
    ),
    (
        "CREATE INDEX payee_account_waits ON payee_account (entered_at) WHERE state = 'draft'",
        "DROP INDEX payee_account_waits",
    ),
    (
        "ALTER TABLE payee_account ADD CONSTRAINT payee_account_two_people"
        " CHECK (confirmed_by <> entered_by AND (answered_by IS NULL OR"
        " (answered_by IS DISTINCT FROM entered_by AND answered_by IS DISTINCT FROM"
        " confirmed_by)))",
        "ALTER TABLE payee_account DROP CONSTRAINT payee_account_two_people",
    ),
    (
        "ALTER TABLE payee_account ADD CONSTRAINT payee_account_in_order CHECK"
        " (since_at IS NULL OR (state = 'confirmed'"
        " AND (until_at IS NULL OR since_at <= until_at)))",
        "ALTER TABLE payee_account DROP CONSTRAINT payee_account_in_order",
    ),
]
"""One account in force and one on its way for each insurer: (statement, its undoing)."""
