"""Owners say that a notice does not hang in a lobby: told to who hangs it, looked into. R7.2."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.steps import locked, seen
from models import lobby_reports
from models.cases import Case
from models.ids import new_id
from models.lobby_reports import REPORTS, LobbyReport
from rules.cases import State
from rules.events.cases import LobbyReported
from rules.people import CASE_READERS, CASEWORKERS, Role
from rules.refusals.asking import CaseNotFound, NotFound, NotYourScope
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import AlreadyReported, LobbyUnknown, NotAllowedNow, ReasonMissing

MOST_REPORTS = 3
"""How often one person may say it of one notice, however many lobbies it has."""

HANGS = frozenset({State.POSTING, State.NOTICED, State.PAUSED, State.CLEARED})


class BareLobby(Body, frozen=True):
    """公示没有张贴或已被撕下的情况，可以不写。"""

    note: Annotated[str, Meta(max_length=200, title="情况")] = ""


class LobbyReportView(Answer, frozen=True):
    """一条“本单元没有张贴公示”的反映，不显示反映人；答复以前 `answer` 为空。"""

    id: UUID
    case_id: UUID
    unit_id: UUID
    place: str
    note: Annotated[str, Meta(title="情况")]
    reported_at: Annotated[datetime, Meta(title="反映时间")]
    mine: Annotated[bool, Meta(title="本人反映")]
    answer: Annotated[str, Meta(title="答复")]
    answered_at: Annotated[datetime | None, Meta(title="答复时间", description="未答复的为空")] = (
        None
    )


@route(
    "POST",
    "/cases/{case_id}/lobbies/{unit_id}/reports",
    who=Role.OWNER,
    refuses=(CaseNotFound, NotYourScope, LobbyUnknown, NotAllowedNow, AlreadyReported),
    status=204,
)
async def report_bare_lobby(ctx: Context, case_id: UUID, unit_id: UUID, body: BareLobby) -> None:
    """业主反映某单元没有张贴公示或已被撕下；告知负责张贴的和住保中心，每人对一次公示至多三次。R7.2。"""
    case, by = await locked(ctx, case_id)
    if Role.OWNER not in by.roles:
        raise NotYourScope()
    facts = case.facts()
    here = next((one for one in facts.lobbies if one.unit_id == str(unit_id)), None)
    lobby_id = await lobby_reports.lobby_at(case_id, facts.version, unit_id)
    if here is None or lobby_id is None:
        raise LobbyUnknown()
    if facts.state not in HANGS or (here.posted_at is None and here.waiting_at is None):
        raise NotAllowedNow("该单元现在没有已张贴的公示", state=facts.state.value)
    waits, made = await lobby_reports.said_before(lobby_id, ctx.id)
    if waits or made >= MOST_REPORTS:
        raise AlreadyReported()
    await LobbyReport.create(
        id=new_id(),
        lobby_id=lobby_id,
        person_id=ctx.id,
        note=body.note.strip(),
        reported_at=ctx.now,
    )
    about = {"unit_id": str(unit_id)}
    ctx.record(LobbyReported(subject_id=str(case_id), at=ctx.now, data=about))


class BareLobbyQuery(Page, frozen=True):
    """`waiting`: only those that nobody has answered."""

    waiting: Annotated[bool, Meta(title="待答复", description="只看还没有答复的")] = False


@listing("/cases/{case_id}/lobby-reports", who=CASE_READERS | {Role.OWNER}, refuses=(CaseNotFound,))
async def list_lobby_reports(
    ctx: Context, case_id: UUID, query: BareLobbyQuery
) -> Listed[LobbyReportView]:
    """没有张贴公示的反映：住保中心可见全部，业主只见本人的。R7.2。"""
    await seen(ctx, case_id)
    own = ctx.id if ctx.who.kind == "person" else None

    def shown(row: dict[str, object]) -> LobbyReportView:
        return view_of(LobbyReportView, row, mine=row["person_id"] == ctx.who.id)

    return await page(REPORTS, query, shown, case_id=case_id, person_id=own)


class ReportAnswer(Body, frozen=True):
    """核实的情况；公示确实没有张贴的，应当退回该单元的张贴影像。"""

    text: Annotated[str, Meta(max_length=300, title="答复内容")]


@route(
    "POST",
    "/lobby-reports/{report_id}/reply",
    who=CASEWORKERS,
    refuses=(NotFound, EntryNotOpen, ReasonMissing),
    status=204,
)
async def answer_lobby_report(ctx: Context, report_id: UUID, body: ReportAnswer) -> None:
    """答复没有张贴公示的反映；退回张贴影像的自动答复。R7.2。"""
    case_id = await lobby_reports.case_of(report_id)
    if case_id is None:
        raise NotFound()
    await Case.lock(case_id)
    report = await LobbyReport.get(id=report_id)
    if report.answered_at is not None:
        raise EntryNotOpen()
    report.answer, report.answered_by, report.answered_at = worded(body.text), ctx.id, ctx.now
    await report.save(update_fields=["answer", "answered_by", "answered_at"])
