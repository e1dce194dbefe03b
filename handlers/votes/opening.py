"""Opening a vote: the question is put, the roll is frozen, the case waits for its owners. R8.3.

The question is made from the plan: section 8, 附件二(二)4.
"""

import base64
import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.views import PlanView
from handlers.notices.asking import payment_of
from handlers.route import Body, Context, route
from handlers.steps import locked, take
from handlers.votes.views import VoteView, view
from models import shares
from models.cases import Case
from models.ids import new_id
from models.votes import reading, rolls
from models.votes.rolls import Frozen, Opened
from rules.cases import Facts, OpenVote
from rules.days import beijing_date, end_of_day
from rules.files import OWNERS_SEE
from rules.flows import flow_of
from rules.money import yuan
from rules.parameters import PARAMETERS
from rules.people import Role
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import RollEmpty, RoundsOver, WrongFlow
from rules.roll import head_numbers
from rules.special import shares_words
from rules.votes import RollHome, RollLine, roll_root

COUNTED_BY = frozenset({"vote", "proxy", "publish"})
"""The parameters that a vote is counted and published by are frozen with its roll."""


class VoteOpening(Body, frozen=True):
    """提交业主表决的事项和材料；不填文字的按方案生成，不填材料的用方案的材料。"""

    question: Annotated[str, Meta(max_length=2000, description="不给即由方案生成")] = ""
    file_ids: Annotated[
        Annotated[list[UUID], Meta(max_length=20)] | None,
        Meta(description="不给即用方案的材料"),
    ] = None


@route(
    "POST",
    "/cases/{case_id}/votes",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, WrongFlow, RoundsOver, RollEmpty, NotFound),
    act=OpenVote,
)
async def open_vote(ctx: Context, case_id: UUID, body: VoteOpening) -> VoteView:
    """组织业主表决：名册即时冻结并生成指纹，业主可在截止前投票；未通过的可再组织一轮。第8节，R8.3。"""
    case, by = await locked(ctx, case_id)
    vote = flow_of(case.flow).vote
    if vote is None:
        raise WrongFlow()
    facts, today = case.facts(), beijing_date(ctx.now)
    homes = _roll(await rolls.roll_today(case.scope_id, today))
    if not any(home.owners for home in homes):
        raise RollEmpty()
    vote_id = new_id()
    ends_at = end_of_day(today + timedelta(days=facts.parameters.vote_days))
    frozen = _frozen(homes)
    root = roll_root([_line(one) for one in frozen])
    act = OpenVote(vote_id=str(vote_id), ends_at=ends_at, roll_root=root)
    after = await take(ctx, case, act, by)
    assert after.vote is not None
    await rolls.insert(
        Opened(
            id=vote_id,
            case_id=case.id,
            version=after.version,
            round=after.vote.round,
            scope_id=case.scope_id,
            token=secrets.token_urlsafe(20),
            question=body.question.strip() or await question_of(case, after, today),
            documents=await _papers(after, case.id, body.file_ids),
            threshold=vote.threshold,
            parameters=_parameters(after),
            opened_by=ctx.id,
            opened_at=ctx.now,
            ends_at=ends_at,
            homes=len(frozen),
            heads=max(one.head for one in frozen),
            area_cm2=sum(one.area_cm2 for one in frozen),
            roll_root=root,
        )
    )
    await rolls.freeze(vote_id, frozen)
    return await view(ctx, vote_id)


def _roll(rows: Sequence[dict[str, Any]]) -> list[RollHome[UUID]]:
    return [
        RollHome(
            home_id=row["id"],
            area_cm2=row["area_cm2"],
            owners=frozenset(row["owners"]),
            developer_held=row["developer_held"],
            representative=row["representative"],
        )
        for row in rows
    ]


def _frozen(homes: Sequence[RollHome[UUID]]) -> list[Frozen]:
    """The roll in the order of pseudonyms drawn by chance, which tells nothing of rooms."""
    drawn = sorted(zip(_pseudonyms(len(homes)), homes, strict=True), key=lambda one: one[0])
    heads = head_numbers([home for _, home in drawn])
    return [
        Frozen(
            id=new_id(),
            home_id=home.home_id,
            nth=nth,
            head=heads[nth - 1],
            pseudonym=pseudonym,
            salt=secrets.token_hex(16),
            area_cm2=home.area_cm2,
            developer_held=home.developer_held,
            representative_id=home.representative if home.representative in home.owners else None,
            paper_token=secrets.token_urlsafe(20),
            owners=tuple(sorted(home.owners)),
        )
        for nth, (pseudonym, home) in enumerate(drawn, start=1)
    ]


def _pseudonyms(number: int) -> set[str]:
    """So many different ones, of twelve letters and digits."""
    drawn: set[str] = set()
    while len(drawn) < number:
        drawn.add(base64.b32encode(secrets.token_bytes(10)).decode()[:12])
    return drawn


def _line(home: Frozen) -> RollLine:
    return RollLine(
        nth=home.nth,
        pseudonym=home.pseudonym,
        head=home.head,
        area_cm2=home.area_cm2,
        developer_held=home.developer_held,
        salt=home.salt,
    )


def _parameters(facts: Facts) -> dict[str, Any]:
    values = facts.parameters.to_mapping()
    names = [one.name for one in PARAMETERS if one.name.split(".")[0] in COUNTED_BY]
    return {name: values[name] for name in names}


async def _papers(facts: Facts, case_id: UUID, wanted: Sequence[UUID] | None) -> list[UUID]:
    """The papers put before the owners, all of which they may read. Raises NotFound."""
    rows = await reading.papers_for_owners(case_id, sorted(OWNERS_SEE))
    if wanted is None:
        plan = [row for row in rows if (row["kind"], row["version"]) == ("plan", facts.version)]
        return [row["file_id"] for row in plan][:20]
    if not set(wanted) <= {row["file_id"] for row in rows}:
        raise NotFound("没有找到所附的文件，须是本办件中业主可见的材料")
    return list(dict.fromkeys(wanted))


async def question_of(case: Case, facts: Facts, today: date) -> str:
    """The question as the plan gives it: elevators, insurer, cover, premium, who pays how."""
    row = await reading.plan_as_asked(case.id)
    community, scope = row["community"], row["scope"]
    place = scope if scope.startswith(community) else f"{community}{scope}"
    paid = await _paid(case, facts, scope, today)
    return (
        f"是否同意为{place}的电梯（{row['elevators'] or '见方案'}）向{row['insurer']}投保，"
        f"{_cover(row)}年保费合计{yuan(facts.premium_fen)}元，{paid}？"
    )


def _cover(row: dict[str, Any]) -> str:
    if not row["plan"]:
        return ""
    plan = msgspec.json.decode(row["plan"], type=PlanView)
    return f"保障内容为{plan.cover}，"[:600]


async def _paid(case: Case, facts: Facts, scope: str, today: date) -> str:
    """Who pays, and how it is shared: of added elevators as was proposed. R3.7, 四(四).

    What few homes owe is not told, as on the notice: it would be one owner's figure. R12.2.
    """
    flow = flow_of(facts.flow)
    assert flow.notice is not None
    said = flow.notice.question
    if flow.special:
        found = await shares.proposal_of(case.id, facts.version)
        if found is None:
            return said
        bearing = sum(fen > 0 for fen in found["parts"].values())
        words = shares_words(found["method"], found["total_fen"], bearing)
        return f"从{flow.words.pays}支付，须由业主交存的部分{words}"
    if facts.collection is None or not facts.collection.needed_fen:
        return said
    payment = await payment_of(case, facts, scope, today)
    told = payment is not None and not payment.withheld
    owed = f"{yuan(facts.collection.needed_fen)}元" if told else ""
    return f"{said}，分户账不足部分{owed}由所属业主补交"
