"""A building's pooled account becomes its units' accounts, or the other way round. R3.8, R4.6.

Entered by a clerk, confirmed by somebody else; from the day of confirmation on the homes belong
to the other scope and the money lies there, split by counting area, so that every home's notional
share stays what it was. The roll is locked (no import applies meanwhile) and so are the scopes: a
case that is filed at the same instant comes first, and then nothing is switched, or finds its
elevators in the other scope.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from handlers.funds.entering import WithReason
from handlers.funds.switches import SwitchEntry, SwitchView, switch_of
from handlers.route import Context, job, route
from models import imports, ledger
from models.base import jsonb, one, sql
from models.ledger.accounts import lock
from rules.cases import CLOSED
from rules.days import beijing_date
from rules.events.books import ScopeSwitchDropped, ScopeSwitched, ScopeSwitchEntered
from rules.funds import Move, moves, switched
from rules.ledger import Account, AccountKind
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, ScopeBusy
from rules.refusals.cases import ReasonMissing

WORDS = {"building": "按幢记账", "unit": "按单元记账"}


@route(
    "POST",
    "/buildings/{building_id}/scope-switch",
    who=Role.CLERK,
    refuses=(NotFound, ScopeBusy, ReasonMissing),
)
async def enter_switch(ctx: Context, building_id: UUID, body: SwitchEntry) -> SwitchView:
    """录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效。R3.8、R4.6。"""
    building = await one("SELECT kept_per FROM building WHERE id = $1", building_id)
    if building is None:
        raise NotFound("没有该楼栋")
    if not body.reason.strip():
        raise ReasonMissing()
    if building["kept_per"] == body.to_kind:
        detail = f"该楼栋已{WORDS[body.to_kind]}"
        raise Malformed(detail, errors=[{"pointer": "/to_kind", "detail": detail}])
    switch_id = uuid4()
    try:
        await sql(
            "INSERT INTO scope_switch (id, building_id, to_kind, reason, state, entered_by,"
            " entered_at, working) VALUES ($1,$2,$3,$4,'draft',$5,$6,'{}')",
            switch_id,
            building_id,
            body.to_kind,
            body.reason.strip(),
            ctx.id,
            ctx.now,
        )
    except IntegrityError as error:
        raise ScopeBusy("该楼栋已有一项待复核的变更") from error
    data = {"switch_id": str(switch_id), "to_kind": body.to_kind}
    ctx.record(ScopeSwitchEntered(subject_id=str(building_id), at=ctx.now, data=data))
    return await switch_of(switch_id)


async def _draft(switch_id: UUID) -> dict[str, Any]:
    """The switch, its row locked. Raises NotFound, EntryNotOpen."""
    row = await one("SELECT * FROM scope_switch WHERE id = $1 FOR NO KEY UPDATE", switch_id)
    if row is None:
        raise NotFound()
    if row["state"] != "draft":
        raise EntryNotOpen()
    return row


@route(
    "POST",
    "/scope-switches/{switch_id}/dropping",
    who=CONFIRMERS | {Role.CLERK},
    status=200,
    refuses=(NotFound, EntryNotOpen, ReasonMissing),
)
async def drop_switch(ctx: Context, switch_id: UUID, body: WithReason) -> SwitchView:
    """作废尚未复核的记账单位变更，须写明理由。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await _draft(switch_id)
    await sql("UPDATE scope_switch SET state = 'dropped' WHERE id = $1", switch_id)
    event = ScopeSwitchDropped(
        subject_id=str(row["building_id"]),
        at=ctx.now,
        why=body.reason.strip(),
        data={"switch_id": str(switch_id)},
    )
    ctx.record(event)
    return await switch_of(switch_id)


@route(
    "POST",
    "/scope-switches/{switch_id}/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(NotFound, SamePerson, EntryNotOpen, ScopeBusy),
)
async def confirm_switch(ctx: Context, switch_id: UUID) -> SwitchView:
    """复核记账单位变更：当日生效，统筹余额按面积随户结转；有办件或冻结资金的暂不能变更。R3.8。"""
    await imports.lock_roll()
    row = await _draft(switch_id)
    if row["entered_by"] == ctx.id:
        raise SamePerson()
    today = beijing_date(ctx.now)
    units = await _units(row["building_id"], row["to_kind"])
    await _refuse_busy([unit["old"] for unit in units], [unit["new"] for unit in units])
    await _refuse_same_day([unit["id"] for unit in units], today)
    accounts = await _accounts(ctx, units)
    balances = {unit["old"]: accounts[unit["old"]].balance_fen for unit in units}
    weights: dict[UUID, dict[UUID, int]] = {}
    for unit in units:
        areas = weights.setdefault(unit["old"], {})
        areas[unit["new"]] = areas.get(unit["new"], 0) + unit["area_cm2"]
    entries = list(moves(balances, weights))
    journal_id = await _move(ctx, entries, accounts, f"switch:{switch_id}", row["to_kind"])
    await _change(row, units, today, ctx)
    working = [
        {"from": str(e.from_ref), "to": str(e.to_ref), "amount_fen": e.amount_fen} for e in entries
    ]
    await sql(
        "UPDATE scope_switch SET state = 'done', \"on\" = $2, confirmed_by = $3,"
        " confirmed_at = $4, journal_id = $5, working = $6::jsonb WHERE id = $1",
        switch_id,
        today,
        ctx.id,
        ctx.now,
        journal_id,
        jsonb({"moves": working, "units": _shown(units)}),
    )
    data = {"switch_id": str(switch_id), "to_kind": row["to_kind"]}
    data["moved_fen"] = sum(entry.amount_fen for entry in entries)
    ctx.record(ScopeSwitched(subject_id=str(row["building_id"]), at=ctx.now, data=data))
    return await switch_of(switch_id)


def _shown(units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"unit": unit["code"], "area_cm2": unit["area_cm2"], "to": str(unit["new"])}
        for unit in units
    ]


_MISSING = {
    "unit": """
INSERT INTO scope (id, building_id, code, name, kind)
SELECT gen_random_uuid(), b.id, u.code, m.name || b.name || u.name, 'unit'
  FROM unit u JOIN building b ON b.id = u.building_id JOIN community m ON m.id = b.community_id
 WHERE b.id = $1 ON CONFLICT (code) DO NOTHING
""",
    "building": """
INSERT INTO scope (id, building_id, code, name, kind)
SELECT gen_random_uuid(), b.id, b.code, m.name || b.name, 'building'
  FROM building b JOIN community m ON m.id = b.community_id
 WHERE b.id = $1 ON CONFLICT (code) DO NOTHING
""",
}
_UNITS = """
SELECT u.id, u.code, u.scope_id AS old, s.id AS new,
       coalesce((SELECT sum(h.area_cm2) FROM home h WHERE h.unit_id = u.id AND h.counts), 0)::bigint
         AS area_cm2
  FROM unit u JOIN building b ON b.id = u.building_id
  JOIN scope s ON s.code = CASE WHEN $2 = 'unit' THEN u.code ELSE b.code END
 WHERE u.building_id = $1 AND u.scope_id <> s.id ORDER BY u.code
"""


async def _units(building_id: UUID, to_kind: str) -> list[dict[str, Any]]:
    """The units that get another scope, with both; every scope of the building is locked, so that
    no case can be filed for it meanwhile. Raises NotFound for a building without units."""
    await sql(_MISSING[to_kind], building_id)
    await sql("SELECT id FROM scope WHERE building_id = $1 ORDER BY id FOR UPDATE", building_id)
    units = await sql(_UNITS, building_id, to_kind)
    if not units:
        raise NotFound("该楼栋没有可变更的单元")
    return units


async def _refuse_busy(old: list[UUID], new: list[UUID]) -> None:
    rows = await sql(
        'SELECT number FROM "case" WHERE scope_id = ANY($1::uuid[]) AND state <> ALL($2::text[])'
        " ORDER BY number LIMIT 20",
        [*old, *new],
        sorted(CLOSED),
    )
    if rows:
        raise ScopeBusy(cases=[row["number"] for row in rows])
    # What was paid in is not the pool's and follows no area; of another scope nobody could use it.
    special = await one(
        "SELECT a.number FROM special_account a JOIN ledger_account l ON l.id = a.account_id"
        " WHERE a.scope_id = ANY($1::uuid[]) AND l.balance_fen > 0"
        " ORDER BY a.number LIMIT 1",
        [*old, *new],
    )
    if special:
        raise ScopeBusy("电梯保险专户尚有余额，用完或退还后再变更", special=special["number"])


async def _refuse_same_day(unit_ids: list[UUID], today: date) -> None:
    row = await one(
        'SELECT 1 AS yes FROM scope_change WHERE unit_id = ANY($1::uuid[]) AND "on" = $2',
        unit_ids,
        today,
    )
    if row:
        raise ScopeBusy("该楼栋今天已变更过记账单位，请次日再办")


async def _accounts(ctx: Context, units: list[dict[str, Any]]) -> dict[UUID, Account]:
    """The pooled account of each scope concerned, locked. Raises ScopeBusy when money is held."""
    refs = {unit[side] for unit in units for side in ("old", "new")}
    rows = await sql("SELECT id, name FROM scope WHERE id = ANY($1::uuid[])", sorted(refs))
    made = await ledger.ensure_accounts(
        AccountKind.POOLED, [(row["id"], row["name"]) for row in rows], ctx.now
    )
    held = await lock(made.values())
    accounts = {ref: held[made[ref]] for ref in refs}
    if held_fen := sum(account.held_fen for account in accounts.values()):
        raise ScopeBusy(held_fen=held_fen)
    return accounts


async def _move(
    ctx: Context,
    entries: list[Move],
    accounts: dict[UUID, Account],
    reference: str,
    to_kind: str,
) -> UUID | None:
    ids = {ref: account.id for ref, account in accounts.items()}
    memo = f"记账单位变更为{WORDS[to_kind]}，统筹余额按面积结转"
    journal = switched(entries, ids, beijing_date(ctx.now), reference, memo)
    return await ledger.post(journal, ctx.now, ctx.who.key) if journal else None


async def _change(
    row: dict[str, Any], units: list[dict[str, Any]], today: date, ctx: Context
) -> None:
    """From today on the units' homes belong to the other scopes."""
    await sql("UPDATE building SET kept_per = $2 WHERE id = $1", row["building_id"], row["to_kind"])
    ids = [unit["id"] for unit in units]
    old, new = [unit["old"] for unit in units], [unit["new"] for unit in units]
    await sql(
        "UPDATE unit u SET scope_id = l.new FROM unnest($1::uuid[], $2::uuid[]) AS l(id, new)"
        " WHERE u.id = l.id",
        ids,
        new,
    )
    await sql(
        "INSERT INTO scope_change (id, switch_id, unit_id, from_scope_id, to_scope_id,"
        ' "on", recorded_at) SELECT gen_random_uuid(), $1, l.*, $5, $6'
        " FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS l",
        row["id"],
        ids,
        old,
        new,
        today,
        ctx.now,
    )


async def left_behind(now: datetime) -> list[UUID]:
    """Scopes without homes that got money after their homes went: a later closing of a year in
    which they still had them credits them for those days (R4.6)."""
    rows = await sql(
        "SELECT DISTINCT k.from_scope_id AS id FROM scope_change k JOIN ledger_account a"
        " ON a.code = 'pooled:' || k.from_scope_id::text"
        " WHERE a.balance_fen > a.held_fen"
        " AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.scope_id = k.from_scope_id) ORDER BY 1"
    )
    return [row["id"] for row in rows]


@job(left_behind)
async def follow_homes(ctx: Context, scope_id: UUID) -> None:
    """变更记账单位后才归集到原账户的增值收益，按面积结转到各户现在所属的账户。R4.6、R3.8。"""
    await imports.share_roll()
    rows = await sql(
        "SELECT u.scope_id AS new, b.kept_per, coalesce(sum(h.area_cm2), 0)::bigint AS area_cm2"
        " FROM (SELECT DISTINCT unit_id FROM scope_change WHERE from_scope_id = $1) k"
        " JOIN unit u ON u.id = k.unit_id JOIN building b ON b.id = u.building_id"
        " LEFT JOIN home h ON h.unit_id = u.id AND h.counts"
        " GROUP BY u.scope_id, b.kept_per ORDER BY u.scope_id",
        scope_id,
    )
    areas = {row["new"]: row["area_cm2"] for row in rows}
    if not areas or scope_id in areas:
        return
    accounts = await _accounts(ctx, [{"old": scope_id, "new": new} for new in areas])
    account = accounts[scope_id]
    entries = list(moves({scope_id: account.balance_fen}, {scope_id: areas}))
    reference = f"switch:{scope_id}:{account.posted}"
    await _move(ctx, entries, accounts, reference, rows[0]["kept_per"])
