"""The first screen of a phone in one answer: my homes, my cases, what waits for me. R13.1."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.offered import operation_for
from handlers.cases.reading import CaseRow, case_rows
from handlers.lists import view_of
from handlers.people.bindings import HomeLine, RunningAppointment, masked_name, standings
from handlers.route import Answer, Context, route
from handlers.shown import at, maybe
from handlers.steps import by_standing
from handlers.votes.views import MyVoteHome, homes_of
from models import own_objections
from models.calendar import calendar
from models.cases import CASES_AROUND
from models.listing import count_of, rows_of
from models.own_objections import Asked
from models.people import persons
from models.people.bindings import OFFERED
from models.people.own_homes import OWN_HOMES
from models.shares import lacking_of
from models.standing import in_cases
from models.votes.reading import open_voices
from rules.cases import By, Facts, State
from rules.days import Calendar, beijing_date, end_of_day
from rules.flows import Me, deadlines
from rules.money import yuan
from rules.people import Role
from rules.refusals.asking import NotLoggedIn
from rules.tasks import TASK_TITLES, Task, TaskKind, tasks
from rules.words.word import titled

TITLE = "首页"

MOST_HOMES = 50
MOST_CASES = 30
ENDS_SOON = timedelta(days=30)
"""From when on somebody is asked to hand in new papers of an appointment."""
STANDING = frozenset({"valid", "concurring", "contested"})
"""States of a ballot by which its owner has taken part."""


class HomeOnScreen(Answer, frozen=True):
    """本人的一套房屋，及其分户账和所在统筹账户的余额，单位：分。

    已售出的（`owned` 为假）没有金额；不计入户数的房屋（车位等）没有统筹账户的金额。
    """

    binding_id: UUID
    home: HomeLine
    owned: bool
    fund_fen: Annotated[
        int | None, Meta(title="分户账余额", description="本金和利息；已售出的为空")
    ] = None
    pooled_fen: Annotated[int | None, Meta(description="不计入户数或已售出的为空")] = None
    pooled_available_fen: int | None = None


class HomeTask(Answer, frozen=True):
    """等待本人办理的一件事：用哪个接口办理、何时以前、去哪一页。

    `targets` 是还缺张贴照片的单元；`amount_fen` 是应缴的金额。
    """

    kind: Annotated[TaskKind, titled(TASK_TITLES)]
    title: Annotated[str, Meta(title="事项", description="可直接显示")]
    place: str
    operation: str
    link: str
    due_at: datetime | None = None
    provisional: bool = False
    case_id: UUID | None = None
    case_number: str = ""
    vote_id: UUID | None = None
    amount_fen: int | None = None
    targets: list[UUID] = []


class HomeScreen(Answer, frozen=True):
    """首页的全部内容。待办事项期限近的在前；`cases` 是本人房屋所在或本人负责的在办办件，最多三十
    件，还有更多时 `more_cases` 为真；名下还有 `homes_offered` 套可以直接绑定。"""

    name: str
    roles: list[Role]
    unread: int
    homes: list[HomeOnScreen]
    homes_offered: int
    standings: list[RunningAppointment]
    tasks: list[HomeTask]
    cases: list[CaseRow]
    more_cases: bool


@route("GET", "/me/home", who=Role.PERSON, etag=True)
async def get_home_screen(ctx: Context) -> HomeScreen:
    """首页：本人房屋及统筹账户、分户账余额，身边在办的办件，等待本人办理的事项（签名、提意见、投票、缴款、
    张贴、补正等）和期限，未读消息数。R3.8、R13.1。"""
    profile, today = await persons.profile(ctx.id), beijing_date(ctx.now)
    if profile is None:
        raise NotLoggedIn()
    mine = {"person_id": ctx.id, "today": today}
    homes = await rows_of(OWN_HOMES, mine, limit=MOST_HOMES)
    held = await standings(ctx)
    around = await rows_of(
        CASES_AROUND, {"running": True}, limit=MOST_CASES + 1, leading=(today, ctx.id)
    )
    shown = around[:MOST_CASES]
    waiting = [
        *await _of_cases(ctx, shown, today),
        *await _of_votes(ctx),
        *(_renewal(one) for one in held if one.to_on - today <= ENDS_SOON),
    ]
    return HomeScreen(
        name=masked_name(profile, held),
        roles=sorted(ctx.who.roles - {Role.PUBLIC}),
        unread=profile["unread"],
        homes=[view_of(HomeOnScreen, row, home=view_of(HomeLine, row)) for row in homes],
        homes_offered=await count_of(OFFERED, {**mine, "unbound": True}),
        standings=held,
        tasks=sorted(waiting, key=_soonest),
        cases=await case_rows(ctx, shown),
        more_cases=len(around) > MOST_CASES,
    )


def _soonest(task: HomeTask) -> tuple[bool, float]:
    return task.due_at is None, task.due_at.timestamp() if task.due_at else 0.0


async def _of_cases(ctx: Context, rows: Sequence[dict[str, Any]], today: date) -> list[HomeTask]:
    """What waits in these cases by the rules of each case's flow, and what is to be paid."""
    if not rows:
        return []
    facts = {row["id"]: msgspec.json.decode(row["facts"], type=Facts) for row in rows}
    stands = await in_cases(ctx.id, list(facts), today)
    capacities = {key: by_standing(ctx.id, one) for key, one in stands.items()}
    own = await _own_objections(ctx, facts, capacities)
    owing = [key for key, one in facts.items() if one.state is State.COLLECTING]
    lacking = await lacking_of(ctx.id, today, owing)
    cal = await calendar()
    found: list[HomeTask] = []
    for row in rows:
        key, by = row["id"], capacities[row["id"]]
        filed = own.get(key, Asked())
        me = Me(objections=filed.own, others=filed.others)
        shown = partial(_task, row, by)
        found += [shown(one) for one in tasks(facts[key], by, ctx.now, cal, me)]
        if key in lacking:
            found.append(_payment(row, facts[key], cal, lacking[key]))
    return found


async def _own_objections(
    ctx: Context, facts: dict[UUID, Facts], capacities: dict[UUID, By]
) -> dict[UUID, Asked]:
    """By case what I filed against the version in force, where it says whether I may object."""
    versions = {key: one.version for key, one in facts.items() if one.state is State.NOTICED}
    if not versions:
        return {}
    owners = {UUID(capacities[key].owner_id) for key in versions if capacities[key].owner_id}
    return await own_objections.of_asker(versions, ctx.id, sorted(owners))


def _task(row: dict[str, Any], by: By, one: Task) -> HomeTask:
    title = f"{one.title}（还有{len(one.targets)}处）" if one.targets else one.title
    return HomeTask(
        kind=one.kind,
        title=title,
        place=row["scope_name"],
        operation=operation_for(one.act.__name__, by.roles),
        link=f"/cases/{row['id']}",
        due_at=maybe(one.due.at) if one.due else None,
        provisional=bool(one.due and one.due.provisional),
        case_id=row["id"],
        case_number=row["number"],
        targets=[UUID(unit_id) for unit_id in one.targets],
    )


def _payment(row: dict[str, Any], facts: Facts, cal: Calendar, fen: int) -> HomeTask:
    """Money goes to the bank; the case says to which account. 附件二(二)6。"""
    due = next(iter(deadlines(facts, cal)), None)
    return HomeTask(
        kind="pay",
        title=f"请缴存本户应付保费{yuan(fen)}元",
        place=row["scope_name"],
        operation="get_case",
        link=f"/cases/{row['id']}",
        due_at=maybe(due.at) if due else None,
        case_id=row["id"],
        case_number=row["number"],
        amount_fen=fen,
    )


async def _of_votes(ctx: Context) -> list[HomeTask]:
    """Votes that run, in which I may speak for a home for which nothing was said yet. R8.3."""
    rows = await open_voices(ctx.id, ctx.now)
    unsaid = {key for key, home in (await homes_of(ctx, rows)).items() if _unsaid(home)}
    by_vote: dict[UUID, list[dict[str, Any]]] = {}
    for row in {row["id"]: row for row in rows if row["id"] in unsaid}.values():
        by_vote.setdefault(row["vote_id"], []).append(row)
    return [_vote(ours[0], len(ours)) for ours in by_vote.values()]


def _unsaid(home: MyVoteHome) -> bool:
    return home.can_cast and not any(one.state in STANDING for one in home.ballots)


def _vote(row: dict[str, Any], homes: int) -> HomeTask:
    return HomeTask(
        kind="vote",
        title=f"请投票（还有{homes}户未投）",
        place=row["scope_name"],
        operation="cast_ballot",
        link=f"/votes/{row['vote_id']}",
        due_at=at(row["ends_at"]),
        case_id=row["case_id"],
        case_number=row["case_number"],
        vote_id=row["vote_id"],
    )


def _renewal(one: RunningAppointment) -> HomeTask:
    return HomeTask(
        kind="renew",
        title="授权即将到期，请重新提交授权材料",
        place=one.community,
        operation="ask_appointment",
        link="/appointments",
        due_at=at(end_of_day(one.to_on)),
    )
