"""A building's pooled account becomes its units' accounts, or the other way round. R3.8, R4.6.

Entered by a clerk, confirmed by somebody else; from the day of confirmation on the homes belong
to the other scope and the money lies there, split by counting area, so that every home's notional
share stays what it was. The roll is locked (no import applies meanwhile) and so are the scopes: a
case that is filed at the same instant comes first, and then nothing is switched, or finds its
elevators in the other scope.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from handlers.entries import Kind, entry
from handlers.funds.switches import ScopeSwitchBody, ScopeSwitchView, see
from handlers.route import Context, job, route
from models import imports, ledger
from models.base import jsonb
from models.funds import ScopeSwitch, switches
from models.ledger.accounts import lock
from rules.cases import CLOSED
from rules.days import beijing_date
from rules.events.books import ScopeSwitchDropped, ScopeSwitched, ScopeSwitchEntered
from rules.funds import Move, moves, switched
from rules.ledger import Account, AccountKind
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.books import ScopeBusy
from rules.refusals.cases import ReasonMissing

WORDS = {"building": "按幢记账", "unit": "按单元记账"}


@route(
    "POST",
    "/buildings/{building_id}/scope-switch",
    who=Role.CLERK,
    refuses=(NotFound, ScopeBusy, ReasonMissing),
)
async def enter_scope_switch(
    ctx: Context, building_id: UUID, body: ScopeSwitchBody
) -> ScopeSwitchView:
    """录入记账单位变更（按幢改按单元，或相反），待另一人复核后生效。R3.8、R4.6。"""
    kept_per = await switches.kept_per(building_id)
    if kept_per is None:
        raise NotFound("没有该楼栋")
    if not body.reason.strip():
        raise ReasonMissing()
    if kept_per == body.to_kind:
        detail = f"该楼栋已{WORDS[body.to_kind]}"
        raise Malformed(detail, errors=[{"pointer": "/to_kind", "detail": detail}])
    try:
        switch = await ScopeSwitch.create(
            building_id=building_id,
            to_kind=body.to_kind,
            reason=body.reason.strip(),
            state="draft",
            entered_by=ctx.id,
            entered_at=ctx.now,
        )
    except IntegrityError as error:
        raise ScopeBusy("该楼栋已有一项待复核的变更") from error
    data = {"switch_id": str(switch.id), "to_kind": body.to_kind}
    ctx.record(ScopeSwitchEntered(subject_id=str(building_id), at=ctx.now, data=data))
    return await see(ctx, switch.id)


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废尚未复核的记账单位变更，须写明理由；录入人可撤回自己的录入。"""
    event = ScopeSwitchDropped(
        subject_id=str(row["building_id"]),
        at=ctx.now,
        why=reason,
        data={"switch_id": str(row["id"]), "to_kind": row["to_kind"]},
    )
    ctx.record(event)


async def _lock_roll(ctx: Context, switch_id: UUID) -> None:
    """No import applies meanwhile."""
    await imports.lock_roll()


async def _switch(ctx: Context, row: dict[str, Any]) -> dict[str, Any]:
    """复核记账单位变更：当日生效，统筹余额按面积随户结转；有办件或冻结资金的暂不能变更。R3.8。"""
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
    journal_id = await _move(ctx, entries, accounts, f"switch:{row['id']}", row["to_kind"])
    building_id, to_kind = row["building_id"], row["to_kind"]
    await switches.change(row["id"], building_id, to_kind, units, today, ctx.now)
    working = [
        {"from": str(e.from_ref), "to": str(e.to_ref), "amount_fen": e.amount_fen} for e in entries
    ]
    data = {"switch_id": str(row["id"]), "to_kind": to_kind}
    data["moved_fen"] = sum(entry.amount_fen for entry in entries)
    ctx.record(ScopeSwitched(subject_id=str(building_id), at=ctx.now, data=data))
    return {
        "on": today,
        "journal_id": journal_id,
        "working": jsonb({"moves": working, "units": _shown(units)}),
    }


entry(
    Kind(
        name="scope_switch",
        title="记账单位变更",
        path="/scope-switches/{switch_id}",
        table=switches.SWITCH,
        enters=frozenset({Role.CLERK}),
        confirms=CONFIRMERS,
        confirm=_switch,
        drop=_drop,
        view=see,
        first=_lock_roll,
        refuses=(ScopeBusy,),
    )
)


def _shown(units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"unit": unit["code"], "area_cm2": unit["area_cm2"], "to": str(unit["new"])}
        for unit in units
    ]


async def _units(building_id: UUID, to_kind: str) -> list[dict[str, Any]]:
    """The units that get another scope, with both; every scope of the building is locked, so that
    no case can be filed for it meanwhile. Raises NotFound for a building without units."""
    units = await switches.lock_units(building_id, to_kind)
    if not units:
        raise NotFound("该楼栋没有可变更的单元")
    return units


async def _refuse_busy(old: list[UUID], new: list[UUID]) -> None:
    if cases := await switches.open_cases([*old, *new], CLOSED):
        raise ScopeBusy(cases=cases)
    # What was paid in is not the pool's and follows no area; of another scope nobody could use it.
    if special := await switches.special_with_money([*old, *new]):
        raise ScopeBusy("电梯保险专户尚有余额，用完或退还后再变更", special=special)


async def _refuse_same_day(unit_ids: list[UUID], today: date) -> None:
    if await switches.changed_on(unit_ids, today):
        raise ScopeBusy("该楼栋今天已变更过记账单位，请次日再办")


async def _accounts(ctx: Context, units: list[dict[str, Any]]) -> dict[UUID, Account]:
    """The pooled account of each scope concerned, locked. Raises ScopeBusy when money is held."""
    refs = {unit[side] for unit in units for side in ("old", "new")}
    names = await switches.scope_names(refs)
    made = await ledger.ensure_accounts(AccountKind.POOLED, list(names.items()), ctx.now)
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


async def left_behind(now: datetime) -> list[UUID]:
    """Scopes without homes that got money after their homes went: a later closing of a year in
    which they still had them credits them for those days (R4.6)."""
    return await switches.left_behind()


@job(left_behind)
async def follow_homes(ctx: Context, scope_id: UUID) -> None:
    """变更记账单位后才归集到原账户的增值收益，按面积结转到各户现在所属的账户。R4.6、R3.8。"""
    await imports.share_roll()
    rows = await switches.successors(scope_id)
    areas = {row["new"]: row["area_cm2"] for row in rows}
    if not areas or scope_id in areas:
        return
    accounts = await _accounts(ctx, [{"old": scope_id, "new": new} for new in areas])
    account = accounts[scope_id]
    entries = list(moves({scope_id: account.balance_fen}, {scope_id: areas}))
    reference = f"switch:{scope_id}:{account.posted}"
    await _move(ctx, entries, accounts, reference, rows[0]["kept_per"])
