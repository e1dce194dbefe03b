"""The benchmark rates: entered by a clerk with their source, confirmed by somebody else. R4.1."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.deposits.fields import RateE4, Tenor
from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, route
from models.deposits import BenchmarkRate, benchmark_rates
from models.deposits.locks import rates_change
from models.deposits.tables import BENCHMARK_RATE
from models.ids import new_id
from rules.events.books import RateDecided, RateProposed
from rules.people import DESK, DESK_READERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import RateTaken

ENTERS = frozenset({Role.CLERK})
TOLD = 200
"""Terms that an event names at most; the rest are counted."""


class BenchmarkRateBody(Body, frozen=True):
    """自某日起的基准利率及其公布依据；`rate_e4` 以百分之一的万分之一为单位，15000 即 1.5%。"""

    tenor: Tenor
    since_on: date
    rate_e4: RateE4
    source: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


class PublicBenchmarkRate(Answer, frozen=True):
    """一条现行或曾经施行的基准利率；`proposed_by` 说明是系统预置还是由经办人录入。"""

    id: UUID
    tenor: Tenor
    since_on: date
    rate_e4: int
    source: str
    proposed_by: Literal["program", "clerk"]


class BenchmarkRateView(Answer, frozen=True):
    """一条基准利率及其录入、复核经过；`drop_reason` 是不予采用的理由。"""

    id: UUID
    tenor: Tenor
    since_on: date
    rate_e4: int
    source: str
    state: Literal["draft", "confirmed", "dropped"]
    proposed_by: Literal["program", "clerk"]
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


class PublicRateQuery(Page, frozen=True):
    """Narrow the rates to a tenor."""

    tenor: Tenor | None = None


class RateQuery(PublicRateQuery, frozen=True):
    """Narrow the rates to a tenor or a state."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""


class DepositTermTouched(Answer, frozen=True):
    """在该利率起始日及以后起存、基准利率将随之改变的存期；已经结息的不变。"""

    deposit_id: UUID
    code: Annotated[str, Meta(title="存款编号")]
    term_number: int
    opened_on: date
    was_e4: int
    settled: bool


class BenchmarkRateDetail(Answer, frozen=True):
    """一条基准利率，以及复核后将改变的存期（极多的只列前面的）。"""

    rate: BenchmarkRateView
    touches: list[DepositTermTouched]


@listing("/public/benchmark-rates", who=Role.PUBLIC)
async def list_public_benchmark_rates(
    ctx: Context, query: PublicRateQuery
) -> Listed[PublicBenchmarkRate]:
    """基准利率表及其依据，按起始日最新在前。R4.1、R12.1。"""
    return await page(benchmark_rates.RATES, query, PublicBenchmarkRate, state="confirmed")


@listing("/benchmark-rates", who=DESK_READERS, export="基准利率")
async def list_benchmark_rates(ctx: Context, query: RateQuery) -> Listed[BenchmarkRateView]:
    """基准利率的录入与复核记录，按起始日最新在前。R4.1。"""
    return await page(benchmark_rates.RATES, query, lambda row: _view(ctx, row))


@route("GET", "/benchmark-rates/{rate_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_benchmark_rate(ctx: Context, rate_id: UUID) -> BenchmarkRateDetail:
    """一条基准利率及其复核后将改变的存期（已结息的存期不变）。R4.1。"""
    rate = await rate_view(ctx, rate_id)
    touched = await benchmark_rates.touched(rate.tenor, rate.since_on, rate.rate_e4, TOLD)
    return BenchmarkRateDetail(
        rate=rate, touches=[view_of(DepositTermTouched, row) for row in touched]
    )


async def rate_view(ctx: Context, rate_id: UUID) -> BenchmarkRateView:
    """One rate as the Centre sees it. Raises NotFound."""
    row = await benchmark_rates.find(rate_id)
    if row is None:
        raise NotFound("没有该基准利率")
    return _view(ctx, row)


def _view(ctx: Context, row: dict[str, Any]) -> BenchmarkRateView:
    mine = ctx.who.is_same(row["entered_by"])
    return view_of(BenchmarkRateView, row, entered_by_me=mine)


@route("POST", "/benchmark-rates", who=ENTERS, refuses=(RateTaken,))
async def propose_benchmark_rate(ctx: Context, body: BenchmarkRateBody) -> BenchmarkRateView:
    """录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效。R4.1。"""
    try:
        rate = await BenchmarkRate.create(
            id=new_id(),
            tenor=body.tenor,
            since_on=body.since_on,
            rate_e4=body.rate_e4,
            source=body.source.strip(),
            state="draft",
            entered_by=ctx.id,
            entered_at=ctx.now,
        )
    except IntegrityError as error:
        raise RateTaken() from error
    about = {"tenor": rate.tenor, "since_on": rate.since_on, "rate_e4": rate.rate_e4}
    about |= {"source": rate.source}
    ctx.record(RateProposed(subject_id=str(rate.id), at=ctx.now, data=about))
    return await rate_view(ctx, rate.id)


async def _nobody_places(ctx: Context, rate_id: UUID) -> None:
    await rates_change()


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """第二人复核基准利率；此后起息而尚未结息的存期改用新利率，已结息的不变。R4.1。"""
    touched = await benchmark_rates.touched(row["tenor"], row["since_on"], row["rate_e4"], None)
    changed = [term for term in touched if not term["settled"]]
    kept = [term for term in touched if term["settled"]]
    await benchmark_rates.recompute([term["term_id"] for term in changed], row)
    data = {
        "decision": "confirmed",
        "changed": [f"{term['code']}/{term['term_number']}" for term in changed[:TOLD]],
        "changed_total": len(changed),
        "kept": [f"{term['code']}/{term['term_number']}" for term in kept[:TOLD]],
        "kept_total": len(kept),
    }
    ctx.record(RateDecided(subject_id=str(row["id"]), at=ctx.now, data=_about(row) | data))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """基准利率不予采用，写明理由；该存期和起始日可重新录入，录入人可撤回自己的。R4.1。"""
    data = _about(row) | {"decision": "dropped"}
    ctx.record(RateDecided(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


def _about(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("tenor", "since_on", "rate_e4", "source")}


entry(
    Kind(
        name="benchmark_rate",
        title="基准利率",
        path="/benchmark-rates/{rate_id}",
        table=BENCHMARK_RATE,
        enters=ENTERS,
        confirms=DESK,
        confirm=_confirm,
        drop=_drop,
        view=rate_view,
        first=_nobody_places,
    )
)
