"""Notices as anybody may read them, and whether a paper is genuine. R7.3, R7.8, R12.1."""

import time
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from handlers.disclosure.views import (
    NoticedElevator,
    NoticeEvent,
    NoticeLimit,
    NoticeObjection,
    NoticePayment,
    NoticeQuery,
    NoticeRule,
    NoticeVote,
    PublicNoticeRow,
    PublicNoticeView,
)
from handlers.lists import Listed, listing, page
from handlers.notices.freezing import thawed
from handlers.recent import NOTICES
from handlers.roll_changes import RollChangeSince, changed_since
from handlers.route import Context, Ready, route
from handlers.shown import maybe, minute
from models import disclosure
from papers.notices import Paper, PaperVote
from rules.cases import Facts
from rules.disclosure import Stage, days_left, stage_of
from rules.events import title_of
from rules.people import Role
from rules.refusals.asking import NotFound

Release = Literal["whole", "shortened", "summary", "waiting", "withheld"]

SHOWN_EVENTS = (
    "Applied",
    "Filed",
    "Accepted",
    "PlanFiled",
    "VoteOpened",
    "VoteClosed",
    "NoticePublished",
    "LobbyRefused",
    "NoticeStarted",
    "Paused",
    "ObjectionAdded",
    "LateObjectionRecorded",
    "ObjectionSettled",
    "ObjectionReopened",
    "ObjectionUpheld",
    "NoticeResumed",
    "HeldByHand",
    "ReleasedByHand",
    "NoticeEnded",
    "Registered",
    "CollectionComplete",
    "Contracted",
    "PayoutRequested",
    "PremiumPaid",
    "PolicyIssued",
    "CaseWithdrawn",
    "CaseRejected",
    "CaseLapsed",
)
"""What of a case's history is public; titles only, never reasons or people."""

OUTCOMES = {
    "open": "办理中",
    "recorded": "逾期提出，待答复",
    "withdrawn": "提出人已撤回",
    "settled": "已协商一致",
    "dismissed": "认定不成立",
    "upheld": "认定成立",
    "answered": "已答复",
    "superseded": "所针对的方案已失效",
}
"""States of an objection that are public; a paper not yet confirmed or dropped is not."""


@dataclass(frozen=True)
class Found:
    """A notice with everything around it, as of one moment."""

    token: str
    case_id: UUID
    scope_id: UUID
    version: int
    paper: Paper
    facts: Facts
    stage: Stage
    days_left: int | None
    objections: tuple[NoticeObjection, ...]
    timeline: tuple[NoticeEvent, ...]
    newer_token: str
    roll_changes: list[RollChangeSince]


@dataclass(frozen=True)
class Shown:
    """A notice with its public face, and that face as it will be sent."""

    found: Found
    view: PublicNoticeView
    ready: Ready[PublicNoticeView]


async def find(ctx: Context, token: str) -> Shown:
    """The notice of that token, at most one second old. Raises NotFound."""
    recent: Shown | None = NOTICES.find(token, ctx.now)
    if recent is not None:
        return recent
    tick = time.monotonic()
    row = await disclosure.notice(token, SHOWN_EVENTS)
    if row is None:
        raise NotFound("没有找到该公示")
    found = await _found(token, row, ctx.now)
    view = _view(found, found.paper)
    shown = Shown(found, view, Ready.of(view))
    NOTICES.keep(token, found.case_id, ctx.now, tick, shown)
    return shown


async def _found(token: str, row: dict[str, Any], now: datetime) -> Found:
    facts = msgspec.json.decode(row["facts"], type=Facts)
    stage = stage_of(facts, row["version"])
    objections = msgspec.json.decode(
        row["objections"] or "[]", type=list[tuple[datetime, str | None, str, Release]]
    )
    timeline = msgspec.json.decode(row["timeline"] or "[]", type=list[tuple[datetime, str]])
    return Found(
        token=token,
        case_id=row["case_id"],
        scope_id=row["scope_id"],
        version=row["version"],
        paper=thawed(row["paper"], facts, row["version"]),
        facts=facts,
        stage=stage,
        days_left=days_left(facts, now) if stage in (Stage.RUNNING, Stage.PAUSED) else None,
        objections=tuple(
            NoticeObjection(
                received_at=minute(moment),
                text=text,
                text_state=release,
                outcome_title=OUTCOMES[state],
            )
            for moment, text, state, release in objections
            if state in OUTCOMES
        ),
        timeline=tuple(
            NoticeEvent(at=minute(when), words=title_of(kind)) for when, kind in timeline
        ),
        newer_token=row["newer"],
        roll_changes=await _roll_changes(row, facts, now),
    )


async def _roll_changes(row: dict[str, Any], facts: Facts, now: datetime) -> list[RollChangeSince]:
    """How the roll changed since the notice was published, until its end. R2.10."""
    over = row["superseded_at"]
    if facts.version == row["version"]:
        over = facts.notice_ends_at
    return await changed_since(row["scope_id"], row["published_at"], min(now, over or now))


def _elevators(paper: Paper) -> list[NoticedElevator]:
    return [
        NoticedElevator(code=one.code, location=one.location, premium_fen=one.premium_fen)
        for one in paper.elevators
    ]


def _view(found: Found, paper: Paper) -> PublicNoticeView:
    return PublicNoticeView(
        token=found.token,
        case_id=found.case_id,
        case_number=paper.case_number,
        version=paper.version,
        flow=paper.flow,
        title=paper.title,
        stage=found.stage,
        stage_title=found.stage.label,
        stage_meaning=found.stage.meaning,
        place=paper.place,
        community=paper.community,
        building=paper.building,
        unit=paper.unit,
        elevators=_elevators(paper),
        insurer=paper.insurer,
        cover=paper.cover,
        limits=_limits(paper),
        deductible=paper.deductible,
        premium_fen=paper.total_fen,
        policy_years=paper.policy_years,
        scope_id=found.scope_id,
        account_scope=paper.account_scope,
        scope_note=paper.scope_note,
        pooled_fen=paper.pooled_fen,
        held_fen=paper.held_fen,
        available_fen=paper.available_fen,
        balance_on=paper.balance_on,
        applicants=list(paper.applicants),
        notice_days=paper.notice_days,
        issued_on=paper.issued_on,
        how_to_object=list(paper.how_to_object),
        rules=_rules(paper),
        check_code=paper.check_code,
        public_url=paper.public_url,
        centre=paper.centre,
        phone=paper.phone,
        objections=list(found.objections),
        timeline=list(found.timeline),
        provisional=paper.provisional,
        payment=_payment(paper),
        vote=_vote(paper.vote),
        newer_token=found.newer_token,
        roll_changes=found.roll_changes,
        **_period(found, paper),
    )


def _period(found: Found, paper: Paper) -> dict[str, Any]:
    """From when until when, and whether it stands still."""
    return {
        "from_on": paper.started_on,
        "last_on": _last_on(found),
        "ends_at": maybe(paper.ends_at),
        "days_left": found.days_left,
        "paused_at": _paused_at(found),
    }


def _paused_at(found: Found) -> datetime | None:
    since = found.facts.paused_at if found.stage is Stage.PAUSED else None
    return minute(since) if since else None


def _last_on(found: Found) -> date | None:
    """The last day of the period that runs; none of one that stands still or is superseded."""
    current = found.version == found.facts.version
    return found.facts.notice_last_on if current and found.stage is not Stage.PAUSED else None


def _limits(paper: Paper) -> list[NoticeLimit]:
    return [NoticeLimit(name=name, amount_fen=fen) for name, fen in paper.limits]


def _rules(paper: Paper) -> list[NoticeRule]:
    return [NoticeRule(rule=r.rule, clause=r.clause, words=r.words) for r in paper.rules]


def _payment(paper: Paper) -> NoticePayment | None:
    if paper.payment is None:
        return None
    return NoticePayment(words=paper.payment.words(paper.total_fen), **asdict(paper.payment))


def _vote(vote: PaperVote | None) -> NoticeVote | None:
    if vote is None:
        return None
    return msgspec.convert({**asdict(vote), "words": vote.words}, NoticeVote)


@route(
    "GET",
    "/public/notices/{token}",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    etag=True,
    limit="public",
)
async def get_public_notice(ctx: Context, token: str) -> Ready[PublicNoticeView]:
    """公示全文和当前状态，无需登录；内容最多滞后一秒。R7.3、R12.1。"""
    return (await find(ctx, token)).ready


async def listed(query: NoticeQuery, scope_id: UUID | None = None) -> Listed[PublicNoticeRow]:
    """A page of notices, of everything or of one account."""
    return await page(disclosure.NOTICES, query, _line, scope_id=scope_id)


def _line(row: dict[str, Any]) -> PublicNoticeRow:
    facts = msgspec.json.decode(row["facts"], type=Facts)
    paper = thawed(row["paper"], facts, row["version"])
    stage = stage_of(facts, row["version"])
    return PublicNoticeRow(
        token=row["token"],
        case_number=paper.case_number,
        version=paper.version,
        place=paper.place,
        insurer=paper.insurer,
        premium_fen=paper.total_fen,
        stage=stage,
        stage_title=stage.label,
        published_at=minute(row["published_at"]),
        ends_at=maybe(paper.ends_at) if stage is Stage.RUNNING else None,
    )


@listing("/public/notices", who=Role.PUBLIC, limit="public")
async def list_public_notices(ctx: Context, query: NoticeQuery) -> Listed[PublicNoticeRow]:
    """公示列表，由新到旧，无需登录。R12.1。"""
    return await listed(query)
