"""The benchmark rates: proposed by a clerk with their source, confirmed by somebody else. R4.1."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.deposits.views import RateE4, Tenor, day_cut, day_place
from handlers.reasons import Reason, worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.base import one, sql
from models.deposits import BenchmarkRate, rates
from models.deposits.locks import rates_change
from rules.events.books import RateDecided, RateProposed
from rules.people import DESK, DESK_READERS, Role
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, RateTaken
from rules.refusals.cases import ReasonMissing

TOLD = 200
"""Terms that an event names at most; the rest are counted."""


class RateBody(Body, frozen=True):
    """A rate from a day on, in ten-thousandths of a percent, and where it was published."""

    tenor: Tenor
    since_on: date
    rate_e4: RateE4
    source: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


class PublicRate(Answer, frozen=True):
    """A rate in force; `proposed_by` is the program it came with, or a clerk."""

    id: UUID
    tenor: Tenor
    since_on: date
    rate_e4: int
    source: str
    proposed_by: str


class PublicRateList(Answer, frozen=True):
    """Rates by their first day, newest first."""

    items: list[PublicRate]
    next: str


class RateView(Answer, frozen=True):
    """A rate with how it came about: proposed, confirmed or refused, and why."""

    id: UUID
    tenor: Tenor
    since_on: date
    rate_e4: int
    source: str
    state: str
    proposed_by: str
    entered_by_me: bool
    entered_at: datetime
    decided_at: datetime | None
    reason: str


class RateList(Answer, frozen=True):
    """Rates by their first day, newest first."""

    items: list[RateView]
    next: str


class TermTouched(Answer, frozen=True):
    """A term opened on or after the rate's first day that carries another one; one that was
    settled keeps what it was settled with."""

    deposit_id: UUID
    code: str
    number: int
    opened_on: date
    was_e4: int
    settled: bool


class RateDetail(Answer, frozen=True):
    """A rate, and the terms that it changes once confirmed (of very many the first)."""

    rate: RateView
    touches: list[TermTouched]


_COLUMNS = "id, tenor, since_on, rate_e4, source, state, entered_by, entered_at, decided_at, reason"


@route("GET", "/public/benchmark-rates", who=Role.PUBLIC, refuses=(Malformed,))
async def public_rates(ctx: Context, query: Page) -> PublicRateList:
    """基准利率表及其依据，按起始日最新在前。R4.1、R12.1。"""
    rows, following = await _page("state = 'confirmed'", query)
    items = [
        PublicRate(
            id=row["id"],
            tenor=row["tenor"],
            since_on=row["since_on"],
            rate_e4=row["rate_e4"],
            source=row["source"],
            proposed_by=_by(row),
        )
        for row in rows
    ]
    return PublicRateList(items=items, next=following)


@route("GET", "/benchmark-rates", who=DESK_READERS, refuses=(Malformed,))
async def list_rates(ctx: Context, query: Page) -> RateList:
    """基准利率的录入与复核记录，按起始日最新在前。R4.1。"""
    rows, following = await _page("true", query)
    return RateList(items=[_view(ctx, row) for row in rows], next=following)


async def _page(which: str, query: Page) -> tuple[Any, str]:
    day, key = day_place(query.after)
    rows = await sql(
        f"SELECT {_COLUMNS} FROM benchmark_rate WHERE {which} AND (since_on, id) < ($1, $2)"
        " ORDER BY since_on DESC, id DESC LIMIT $3",
        day,
        key,
        query.limit + 1,
    )
    return day_cut(rows, query.limit, "since_on")


@route("GET", "/benchmark-rates/{rate_id}", who=DESK_READERS, refuses=(NotFound,))
async def rate_detail(ctx: Context, rate_id: UUID) -> RateDetail:
    """一条基准利率及其复核后将改变的存期（已结息的存期不变）。R4.1。"""
    row = await one(f"SELECT {_COLUMNS} FROM benchmark_rate WHERE id = $1", rate_id)
    if row is None:
        raise NotFound("没有该基准利率")
    touched = await rates.touched(row["tenor"], row["since_on"], row["rate_e4"], TOLD)
    known = TermTouched.__struct_fields__
    items = [TermTouched(**{name: one_[name] for name in known}) for one_ in touched]
    return RateDetail(rate=_view(ctx, row), touches=items)


@route("POST", "/benchmark-rates", who=Role.CLERK, refuses=(RateTaken,))
async def propose_rate(ctx: Context, body: RateBody) -> RateView:
    """录入人民银行公布的基准利率、起始日和依据，由第二人复核后生效。R4.1。"""
    row: dict[str, Any] = {
        "id": uuid4(),
        "tenor": body.tenor,
        "since_on": body.since_on,
        "rate_e4": body.rate_e4,
        "source": body.source.strip(),
        "state": "proposed",
        "entered_by": ctx.id,
        "entered_at": ctx.now,
        "decided_at": None,
        "reason": "",
    }
    try:
        await BenchmarkRate.create(**row)
    except IntegrityError as error:
        raise RateTaken() from error
    ctx.record(RateProposed(subject_id=str(row["id"]), at=ctx.now, data=_told(row)))
    return _view(ctx, row)


@route(
    "POST",
    "/benchmark-rates/{rate_id}/confirmation",
    who=DESK,
    refuses=(NotFound, EntryNotOpen, SamePerson),
    status=200,
)
async def confirm_rate(ctx: Context, rate_id: UUID) -> RateView:
    """第二人复核基准利率；此后起息而尚未结息的存期改用新利率，已结息的不变。R4.1。"""
    await rates_change()
    row = await _open(ctx, rate_id)
    touched = await rates.touched(row["tenor"], row["since_on"], row["rate_e4"], None)
    changed = [one_ for one_ in touched if not one_["settled"]]
    kept = [one_ for one_ in touched if one_["settled"]]
    await _decide(ctx, row, "confirmed", "")
    await rates.recompute([one_["term_id"] for one_ in changed], row)
    data = {
        "decision": "confirmed",
        "changed": [f"{one_['code']}/{one_['number']}" for one_ in changed[:TOLD]],
        "changed_total": len(changed),
        "kept": [f"{one_['code']}/{one_['number']}" for one_ in kept[:TOLD]],
        "kept_total": len(kept),
    }
    ctx.record(RateDecided(subject_id=str(rate_id), at=ctx.now, data=_told(row) | data))
    return _view(ctx, row)


@route(
    "POST",
    "/benchmark-rates/{rate_id}/refusal",
    who=DESK,
    refuses=(NotFound, EntryNotOpen, SamePerson, ReasonMissing),
    status=200,
)
async def refuse_rate(ctx: Context, rate_id: UUID, body: Reason) -> RateView:
    """第二人复核不符，写明理由退回；该存期和起始日可重新录入。R4.1。"""
    words = worded(body.reason)
    row = await _open(ctx, rate_id)
    await _decide(ctx, row, "refused", words)
    data = _told(row) | {"decision": "refused"}
    ctx.record(RateDecided(subject_id=str(rate_id), at=ctx.now, why=words, data=data))
    return _view(ctx, row)


async def _open(ctx: Context, rate_id: UUID) -> dict[str, Any]:
    row = await one(f"SELECT {_COLUMNS} FROM benchmark_rate WHERE id = $1 FOR UPDATE", rate_id)
    if row is None:
        raise NotFound("没有该基准利率")
    if row["state"] != "proposed":
        raise EntryNotOpen()
    if row["entered_by"] == ctx.id:
        raise SamePerson("录入人不得自行复核")
    return row


async def _decide(ctx: Context, row: dict[str, Any], state: str, reason: str) -> None:
    await sql(
        "UPDATE benchmark_rate SET state = $2, reason = $3, decided_by = $4, decided_at = $5"
        " WHERE id = $1",
        row["id"],
        state,
        reason,
        ctx.id,
        ctx.now,
    )
    row |= {"state": state, "reason": reason, "decided_at": ctx.now}


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("tenor", "since_on", "rate_e4", "source")}


def _by(row: Mapping[str, Any]) -> str:
    return "clerk" if row["entered_by"] else "program"


def _view(ctx: Context, row: Mapping[str, Any]) -> RateView:
    return RateView(
        id=row["id"],
        tenor=row["tenor"],
        since_on=row["since_on"],
        rate_e4=row["rate_e4"],
        source=row["source"],
        state=row["state"],
        proposed_by=_by(row),
        entered_by_me=row["entered_by"] is not None and row["entered_by"] == ctx.who.id,
        entered_at=at(row["entered_at"]),
        decided_at=maybe(row["decided_at"]),
        reason=row["reason"],
    )
