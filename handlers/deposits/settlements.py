"""What the banks' advices came to: every figure with the steps that made it. R4.3, R4.7."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.deposits.views import Tenor
from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from models.deposits import settling
from rules.days import Step
from rules.people import DESK_READERS
from rules.refusals.asking import Malformed, NotFound


class StepView(Answer, frozen=True):
    """One step of the calculation, so that anybody can repeat it by hand."""

    rule: str
    what: str
    text: str


class SliceView(Answer, frozen=True):
    """What was earned in a calendar year. R4.5."""

    year: int
    value_added_fen: int
    benchmark_fen: int


class SettlementView(Answer, frozen=True):
    """An advice and what it came to, in fen. `interest_fen` is what the bank credited,
    `expected_fen` what the terms give; of the interest `benchmark_fen` is the homes' and
    `value_added_fen` the scopes'. `reversing`: its reversal was asked for and waits."""

    id: UUID
    deposit_id: UUID
    code: str
    tenor: Tenor
    term_number: int
    kind: str
    principal_fen: int
    from_on: date
    to_on: date
    interest_fen: int
    expected_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    returned_fen: int
    capitalised_fen: int
    renews: bool
    renewed_rate_e4: int | None
    overdue_days: int
    advice_number: str
    credited_on: date
    effective_on: date | None
    source: str
    file_id: UUID | None
    note: str
    state: str
    journal_id: UUID | None
    reversal_id: UUID | None
    reversed_on: date | None
    reversing: bool
    reversal_reason: str
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    reversal_asked_at: datetime | None
    reversed_at: datetime | None
    slices: list[SliceView]
    steps: list[StepView]


class SettlementList(Answer, frozen=True):
    """Settlements, the last entered first."""

    items: list[SettlementView]
    next: str


class SettlementQuery(Page, frozen=True, kw_only=True):
    """Narrow the settlements to a state (`reversing` too) or a deposit."""

    state: Annotated[str, Meta(max_length=12)] = ""
    deposit_id: UUID | None = None


class Working(msgspec.Struct, frozen=True, kw_only=True):
    """How a settlement was made, as it is stored beside it; `asked` is the advice itself."""

    asked: dict[str, Any] = {}
    slices: dict[str, int] = {}
    benchmark_slices: dict[str, int] = {}
    overdue_days: int = 0
    demand_benchmark_e4: int | None = None
    renewed_benchmark_e4: int | None = None
    stretches: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []


@route("GET", "/settlements", who=DESK_READERS, refuses=(Malformed,))
async def list_settlements(ctx: Context, query: SettlementQuery) -> SettlementList:
    """结息单一览，最近录入的在前。R4.3。"""
    rows = await settling.page(
        place(query.after), query.limit + 1, state=query.state, deposit_id=query.deposit_id
    )
    kept, following = cut(rows, query.limit, "entered_at")
    return SettlementList(items=[view(ctx, row) for row in kept], next=following)


@route("GET", "/settlements/{settlement_id}", who=DESK_READERS, refuses=(NotFound,))
async def settlement_detail(ctx: Context, settlement_id: UUID) -> SettlementView:
    """一份结息单：约定与实际、基准与增值、各年份额和逐步计算。R4.3、R4.5、R4.7。"""
    return await shown(ctx, settlement_id)


async def shown(ctx: Context, settlement_id: UUID) -> SettlementView:
    """One settlement. Raises NotFound."""
    row = await settling.found(settlement_id)
    if row is None:
        raise NotFound("没有该结息单")
    return view(ctx, row)


def sliced(value_added: Mapping[Any, int], benchmark: Mapping[Any, int]) -> list[SliceView]:
    """Both parts by year."""
    return [
        SliceView(
            year=int(year),
            value_added_fen=value_added.get(year, 0),
            benchmark_fen=benchmark.get(year, 0),
        )
        for year in sorted({*value_added, *benchmark})
    ]


def stepped(steps: tuple[Step, ...]) -> list[StepView]:
    """The steps as they are shown and stored."""
    return [StepView(rule=one.rule, what=one.what, text=one.text) for one in steps]


def view(ctx: Context, row: Mapping[str, Any]) -> SettlementView:
    """A settlement as the Centre sees it."""
    working = msgspec.json.decode(row["working"], type=Working)
    known = {name: row[name] for name in SettlementView.__struct_fields__ if name in row}
    moments = ("confirmed_at", "reversal_asked_at", "reversed_at")
    return SettlementView(
        **known
        | {name: maybe(row[name]) for name in moments}
        | {
            "code": row["code"],
            "overdue_days": working.overdue_days,
            "entered_by_me": row["entered_by"] == ctx.who.id,
            "entered_at": at(row["entered_at"]),
            "reversing": row["state"] == "posted" and row["reversal_asked_by"] is not None,
            "slices": sliced(working.slices, working.benchmark_slices),
            "steps": msgspec.convert(working.steps, list[StepView]),
        }
    )
