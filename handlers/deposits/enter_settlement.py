"""The bank's advice of interest (结息单): entered by finance, shown before, dropped if wrong. R4.3.

What is entered changes nothing: the books move when a second person confirms (`settling`).
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import attach_files
from handlers.deposits.fields import Fen, Note, RateE4
from handlers.deposits.settlements import (
    SettlementSlice,
    SettlementStep,
    SettlementView,
    Working,
    settlement_view,
    slices_of,
    steps_of,
)
from handlers.numbers import PaperNumber
from handlers.route import Answer, Body, Context, Query, route
from models.benchmarks import confirmed
from models.deposits import Deposit, Settlement, settlements
from models.deposits.locks import locked
from models.deposits.settlements import Standing
from models.ids import new_id
from models.ledger.years import books_day, likely_day
from models.parameters import current_parameters
from rules.days import beijing_date
from rules.deposits import Advice, Judged, Running, Stretch, begins, judge, settles_to
from rules.events.books import AdviceEntered
from rules.income import DEMAND, Benchmarks
from rules.income.settlement import Kind as SettlementKind
from rules.people import DESK_READERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import AdviceInconsistent, AdviceUsed, BenchmarkUnknown, DepositNotRunning

JudgedAdvice: TypeAlias = tuple[Standing, Judged]
Interest = Annotated[int, Meta(ge=0, le=10**14)]
EndsOn = Annotated[
    date | None,
    Meta(title="止息日", description="从这天起不再计息；不给即到期日，活期为入账日期"),
]
Part = Annotated[
    Fen | None, Meta(title="提前支取", description="部分提前支取的本金；不给即全额结息")
]


class AdviceBody(Body, frozen=True):
    """银行的结息单。`to_on` 为不再计息的首日，不填即到期日，活期则为入账日；`part_fen` 为提前支
    取的本金，单位：分。`renew` 不填即按约定；`capitalise` 表示利息留存为本金。"""

    advice_number: PaperNumber
    credited_on: date
    interest_fen: Interest
    to_on: EndsOn = None
    part_fen: Part = None
    renew: bool | None = None
    renewed_rate_e4: RateE4 | None = None
    capitalise: bool = False
    demand_rate_e4: RateE4 | None = None
    file_id: Annotated[UUID | None, Meta(title="结息单影像")] = None
    note: Note = ""


class AdviceQuery(Query, frozen=True):
    """An advice to be tried; today and as the terms give where nothing else is said."""

    credited_on: Annotated[date | None, Meta(description="不给即今天")] = None
    interest_fen: Annotated[Interest | None, Meta(description="不给即按存款要素计算")] = None
    to_on: EndsOn = None
    part_fen: Part = None
    renew: bool | None = None
    renewed_rate_e4: RateE4 | None = None
    capitalise: bool = False
    demand_rate_e4: RateE4 | None = None


class AdvicePreview(Answer, frozen=True):
    """结息单的试算结果：银行利息与约定利息对照，各部分及其计算步骤，以及将开始的存期；不作任何
    记录。"""

    kind: Annotated[SettlementKind, Meta(title="结息种类")]
    principal_fen: int
    from_on: Annotated[date, Meta(title="起息日")]
    to_on: Annotated[date, Meta(title="止息日", description="不计息")]
    effective_on: Annotated[date, Meta(title="账簿日期")]
    interest_fen: int
    expected_fen: int
    difference_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    returned_fen: int
    capitalised_fen: int
    overdue_days: int
    renewed_from_on: date | None
    renewed_to_on: date | None
    renewed_principal_fen: int | None
    renewed_benchmark_e4: int | None
    slices: list[SettlementSlice]
    steps: list[SettlementStep]


@route(
    "GET",
    "/deposits/{deposit_id}/advices/preview",
    who=DESK_READERS,
    refuses=(NotFound, DepositNotRunning, AdviceInconsistent, BenchmarkUnknown),
)
async def preview_advice(ctx: Context, deposit_id: UUID, query: AdviceQuery) -> AdvicePreview:
    """试算结息单：约定利息与实际利息、基准与增值及其步骤，不作任何记录。R4.3、R4.7。"""
    deposit = await Deposit.filter(id=deposit_id).first()
    if deposit is None:
        raise NotFound("没有该存款")
    on = query.credited_on or beijing_date(ctx.now)
    effective_on = await likely_day(on, ctx.now)
    advice = Advice(**{**msgspec.structs.asdict(query), "credited_on": on})
    _, judged = await judge_advice(ctx, deposit, advice, effective_on)
    settled, renewed = judged.settled, judged.renewed
    return AdvicePreview(
        kind=settled.kind,
        principal_fen=settled.part_fen,
        from_on=settled.from_on,
        to_on=settled.to_on,
        effective_on=effective_on,
        interest_fen=settled.interest_fen,
        expected_fen=settled.expected_fen,
        difference_fen=settled.interest_fen - settled.expected_fen,
        due_benchmark_fen=settled.due_benchmark_fen,
        benchmark_fen=settled.benchmark_fen,
        value_added_fen=settled.value_added_fen,
        shortfall_fen=settled.shortfall_fen,
        returned_fen=judged.returned_fen,
        capitalised_fen=judged.capitalised_fen,
        overdue_days=settled.overdue_days,
        renewed_from_on=renewed.opened_on if renewed else None,
        renewed_to_on=renewed.matures_on if renewed else None,
        renewed_principal_fen=renewed.principal_fen if renewed else None,
        renewed_benchmark_e4=renewed.benchmark_rate_e4 if renewed else None,
        slices=slices_of(settled.slices, settled.benchmark_slices),
        steps=steps_of(settled.steps),
    )


async def judge_advice(
    ctx: Context, deposit: Deposit, advice: Advice, effective_on: date
) -> JudgedAdvice:
    """The advice laid upon the deposit as it stands, on that day of the books. Raises
    DepositNotRunning, AdviceInconsistent, BenchmarkUnknown."""
    stands = await settlements.standing(deposit)
    if stands is None:
        raise DepositNotRunning()
    if stands.placed_on is not None and effective_on < stands.placed_on:
        raise AdviceInconsistent("入账日早于存款在账簿中的存入日", placed_on=stands.placed_on)
    judged = judge(
        stands.running,
        advice,
        today=beijing_date(ctx.now),
        benchmarks=Benchmarks(await confirmed()),
        negative=(await current_parameters()).income_negative,
        stretches=await _stretches(stands, stands.running, advice, beijing_date(ctx.now)),
    )
    return stands, judged


async def _stretches(
    stands: Standing, running: Running, advice: Advice, today: date
) -> Sequence[Stretch]:
    """The balances of the days settled; an advice that goes further than today is refused."""
    if running.terms.tenor != DEMAND:
        return ()
    until = min(settles_to(running, advice), today)
    return await settlements.stretches(stands.custody.account_id, begins(running), until)


@route(
    "POST",
    "/deposits/{deposit_id}/advices",
    who=Role.FINANCE,
    refuses=(NotFound, DepositNotRunning, AdviceInconsistent, AdviceUsed, BenchmarkUnknown),
)
async def enter_advice(ctx: Context, deposit_id: UUID, body: AdviceBody) -> SettlementView:
    """录入银行结息单（到期、提前支取、转存或活期结息），由第二人复核后入账。R4.3、R4.4。"""
    if body.file_id is not None:
        await attach_files(ctx, "advice", [body.file_id])
    deposit = await locked(deposit_id)
    if deposit is None:
        raise NotFound("没有该存款")
    judged_advice = await check_advice(ctx, deposit, body)
    settlement_id = await keep_draft(
        ctx, deposit, body, judged_advice, source="manual", file_id=body.file_id
    )
    return await settlement_view(ctx, settlement_id)


def advice_of(body: AdviceBody) -> Advice:
    """What the bank says of the money, without numbers and papers."""
    given = msgspec.structs.asdict(body)
    return Advice(**{name: given[name] for name in Advice.__dataclass_fields__})


async def check_advice(ctx: Context, deposit: Deposit, body: AdviceBody) -> JudgedAdvice:
    """The advice as it would be entered; the caller holds the deposit's lock. Raises AdviceUsed
    and what `judge_advice` raises."""
    if await settlements.has_advice(deposit.id, body.advice_number):
        raise AdviceUsed("该存款已有同号的结息单")
    if await settlements.has_draft(deposit.id):
        raise AdviceUsed("该存款已有一份结息单待复核，请先复核或作废")
    effective_on = await books_day(body.credited_on, ctx.now)
    return await judge_advice(ctx, deposit, advice_of(body), effective_on)


async def keep_draft(
    ctx: Context,
    deposit: Deposit,
    body: AdviceBody,
    judged_advice: JudgedAdvice,
    *,
    source: str,
    file_id: UUID | None,
) -> UUID:
    """The advice waits for its second person; its id."""
    stands, judged = judged_advice
    settlement_id = new_id()
    await Settlement.create(
        id=settlement_id,
        deposit_id=deposit.id,
        term_id=stands.term.id,
        advice_number=body.advice_number,
        credited_on=body.credited_on,
        source=source,
        file_id=file_id,
        note=body.note.strip(),
        working=working_of(advice_of(body), judged),
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
        **figures(judged),
    )
    data: dict[str, Any] = {"code": deposit.code, "settlement_id": str(settlement_id)}
    data |= {"advice_number": body.advice_number, "interest_fen": judged.settled.interest_fen}
    ctx.record(AdviceEntered(subject_id=str(deposit.id), at=ctx.now, data=data))
    return settlement_id


def figures(judged: Judged) -> dict[str, Any]:
    """What the advice comes to, by the columns that keep it."""
    settled, renewed = judged.settled, judged.renewed
    return {
        "kind": settled.kind,
        "principal_fen": settled.part_fen,
        "from_on": settled.from_on,
        "to_on": settled.to_on,
        "interest_fen": settled.interest_fen,
        "expected_fen": settled.expected_fen,
        "due_benchmark_fen": settled.due_benchmark_fen,
        "benchmark_fen": settled.benchmark_fen,
        "value_added_fen": settled.value_added_fen,
        "shortfall_fen": settled.shortfall_fen,
        "returned_fen": judged.returned_fen,
        "capitalised_fen": judged.capitalised_fen,
        "renews": renewed is not None,
        "renewed_rate_e4": renewed.agreed_rate_e4 if renewed else None,
    }


def working_of(advice: Advice, judged: Judged) -> dict[str, Any]:
    """How the figures were made, as it is kept beside them."""
    settled, renewed = judged.settled, judged.renewed
    working = Working(
        asked=asdict(advice),
        slices={str(year): fen for year, fen in settled.slices.items()},
        benchmark_slices={str(year): fen for year, fen in settled.benchmark_slices.items()},
        overdue_days=settled.overdue_days,
        demand_benchmark_e4=settled.demand_benchmark_e4,
        renewed_benchmark_e4=renewed.benchmark_rate_e4 if renewed else None,
        stretches=[asdict(one) for one in judged.stretches],
        steps=[msgspec.to_builtins(one) for one in steps_of(settled.steps)],
    )
    made: dict[str, Any] = msgspec.to_builtins(working)
    return made
