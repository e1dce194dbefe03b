"""What the banks' advices came to: every figure with the steps that made it. R4.3, R4.7."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.deposits.fields import Tenor
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import StoredFile
from models.deposits import settlements
from rules.days import Step
from rules.income.settlement import Kind as SettlementKind
from rules.people import DESK_READERS
from rules.refusals.asking import NotFound


class SettlementStep(Answer, frozen=True):
    """计算过程中的一步，可据以手工复算。"""

    rule: str
    what: str
    text: Annotated[str, Meta(title="算式", description="可直接显示")]


class SettlementSlice(Answer, frozen=True):
    """一份结息单中某一自然年度取得的部分，单位：分。R4.5。"""

    year: int
    value_added_fen: int
    benchmark_fen: int


class SettlementReversalView(Answer, frozen=True):
    """对错误结息单的冲销申请；`state` 为 `draft` 时待第二人复核。"""

    id: UUID
    state: Literal["draft", "confirmed", "dropped"]
    reason: str
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


SettlementState = Literal["draft", "posted", "reversed", "dropped"]


class SettlementView(Answer, frozen=True):
    """一份结息单及其结果，金额单位：分。`interest_fen` 为银行实付利息，`expected_fen` 为按约定
    应得的利息；利息中 `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户。`reversal` 是最
    近一次冲销申请。"""

    id: UUID
    deposit_id: UUID
    code: Annotated[str, Meta(title="存款编号")]
    tenor: Tenor
    term_number: int
    kind: Annotated[SettlementKind, Meta(title="结息种类")]
    principal_fen: int
    from_on: Annotated[date, Meta(title="起息日")]
    to_on: Annotated[date, Meta(title="止息日", description="不计息")]
    interest_fen: int
    expected_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    returned_fen: int
    capitalised_fen: int
    renews: Annotated[bool, Meta(title="转存")]
    renewed_rate_e4: int | None
    overdue_days: int
    advice_number: str
    credited_on: date
    effective_on: Annotated[date | None, Meta(title="账簿日期", description="未入账的为空")]
    source: Annotated[Literal["manual", "file"], Meta(title="录入来源")]
    file: Annotated[StoredFile | None, Meta(title="结息单影像", description="没有的为空")]
    note: str
    state: SettlementState
    journal_id: UUID | None
    reversal_id: UUID | None
    reversed_on: date | None
    reversal: SettlementReversalView | None
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str
    slices: list[SettlementSlice]
    steps: list[SettlementStep]


class SettlementQuery(Page, frozen=True, kw_only=True):
    """Narrow the settlements to a state, to those whose reversal waits, to a deposit, to days of
    credit, to those below the benchmark, or to a text."""

    state: Literal["", "draft", "posted", "reversed", "dropped"] = ""
    reversing: bool = False
    deposit_id: UUID | None = None
    from_on: Annotated[date | None, Meta(description="银行入账日期，含当日")] = None
    to_on: Annotated[date | None, Meta(description="银行入账日期，含当日")] = None
    short: bool = False
    q: Annotated[
        str,
        Meta(max_length=60, description="存款编号、银行、结息单号或备注的一部分"),
    ] = ""


COLUMNS = {
    "存款编号": "code",
    "结息单号": "advice_number",
    "状态": "state",
    "种类": "kind",
    "本金（元）": "principal_fen",
    "起息日": "from_on",
    "止息日": "to_on",
    "入账日期": "credited_on",
    "账簿日期": "effective_on",
    "利息（元）": "interest_fen",
    "约定利息（元）": "expected_fen",
    "基准利息（元）": "benchmark_fen",
    "增值收益（元）": "value_added_fen",
    "低于基准（元）": "shortfall_fen",
    "转入本金（元）": "capitalised_fen",
    "备注": "note",
}


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


@listing("/settlements", who=DESK_READERS, export="结息单", columns=COLUMNS)
async def list_settlements(ctx: Context, query: SettlementQuery) -> Listed[SettlementView]:
    """结息单一览，最近录入的在前。R4.3。"""
    return await page(settlements.SETTLEMENTS, query, lambda row: _view(ctx, row))


@route("GET", "/settlements/{settlement_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_settlement(ctx: Context, settlement_id: UUID) -> SettlementView:
    """一份结息单：约定与实际、基准与增值、各年份额和逐步计算。R4.3、R4.5、R4.7。"""
    return await settlement_view(ctx, settlement_id)


async def settlement_view(ctx: Context, settlement_id: UUID) -> SettlementView:
    """One settlement. Raises NotFound."""
    row = await settlements.find(settlement_id)
    if row is None:
        raise NotFound("没有该结息单")
    return _view(ctx, row)


def slices_of(
    value_added: Mapping[Any, int], benchmark: Mapping[Any, int]
) -> list[SettlementSlice]:
    """Both parts by year."""
    return [
        SettlementSlice(
            year=int(year),
            value_added_fen=value_added.get(year, 0),
            benchmark_fen=benchmark.get(year, 0),
        )
        for year in sorted({*value_added, *benchmark})
    ]


def steps_of(steps: tuple[Step, ...]) -> list[SettlementStep]:
    """The steps as they are shown and stored."""
    return [SettlementStep(rule=one.rule, what=one.what, text=one.text) for one in steps]


def _view(ctx: Context, row: Mapping[str, Any]) -> SettlementView:
    working = msgspec.json.decode(row["working"], type=Working)
    return view_of(
        SettlementView,
        row,
        overdue_days=working.overdue_days,
        reversal=_reversal(ctx, row["reversal"]) if row["reversal"] else None,
        entered_by_me=ctx.who.is_same(row["entered_by"]),
        slices=slices_of(working.slices, working.benchmark_slices),
        steps=msgspec.convert(working.steps, list[SettlementStep]),
    )


def _reversal(ctx: Context, text: str) -> SettlementReversalView:
    row = msgspec.json.decode(text)
    moments = {
        name: datetime.fromisoformat(row[name])
        for name in ("entered_at", "confirmed_at", "dropped_at")
        if row[name]
    }
    mine = ctx.who.is_same(UUID(row["entered_by"]))
    return view_of(SettlementReversalView, row | moments, entered_by_me=mine)
