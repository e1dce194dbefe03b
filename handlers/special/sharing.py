"""How the homes of a scope share what an added elevator's account lacks. 四(四), R3.7."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.cases.reading import READERS
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from handlers.steps import locked, seen
from models import shares, special
from models.cases import Case
from models.shares import homes_of
from rules.cases import Facts, State
from rules.days import beijing_date
from rules.events.votes import SharesProposed
from rules.flows import flow_of
from rules.flows.money import Purse
from rules.people import DESK_READERS, SCOPE_PARTIES, Role
from rules.refusals.asking import CaseNotFound, NotApplicant, NotYourScope
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import NothingOwed, SharesDiffer, WrongFlow
from rules.special import METHODS, Method, shared, shares_words

BEFORE_VOTE = frozenset({State.PLANNED, State.NOT_CARRIED})


class AgreedShare(Body, frozen=True):
    """约定由一户承担的金额，单位：分。"""

    home_id: UUID
    amount_fen: Annotated[int, Meta(ge=0, le=100_000_000_00, title="分摊金额")]


class ShareProposalBody(Body, frozen=True):
    """分摊办法：按面积、平均，或逐户约定；只有逐户约定的才填 `homes`。"""

    method: Annotated[Method, Meta(title="分摊方式")]
    homes: Annotated[
        list[AgreedShare],
        Meta(max_length=5_000, title="各户约定份额", description="只用于按约定份额"),
    ] = []


class ProposedShare(Answer, frozen=True):
    """一户将要承担的金额，单位：分。"""

    home_id: UUID
    unit: str
    room: str
    amount_fen: Annotated[int, Meta(title="分摊金额")]


class ShareProposalView(Answer, frozen=True):
    """提交表决的分摊方案；`text` 是写入表决事项的文字。业主可见本人房屋的份额和合计，申请人和中
    心可见全部。"""

    method: Annotated[Method, Meta(title="分摊方式")]
    method_title: Annotated[str, Meta(title="分摊方式", description="可直接显示")]
    text: Annotated[str, Meta(title="分摊说明", description="表决事项中的说法")]
    total_fen: int
    homes_count: int
    proposed_at: datetime
    homes: Annotated[
        list[ProposedShare],
        Meta(title="各户分摊", description="业主只见本人各户，申请人和住保中心见全部"),
    ]


@route(
    "POST",
    "/cases/{case_id}/shares",
    who=SCOPE_PARTIES | {Role.CLERK},
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotApplicant,
        NotAllowedNow,
        WrongFlow,
        NothingOwed,
        SharesDiffer,
    ),
)
async def propose_shares(ctx: Context, case_id: UUID, body: ShareProposalBody) -> ShareProposalView:
    """提出各户分摊方案（按面积、按户或按约定），表决开始前可以修改；表决通过后即为各户应缴。四(四)，R3.7。"""
    case, by = await locked(ctx, case_id)
    facts = case.facts()
    if flow_of(facts.flow).purse is not Purse.SCOPE:
        raise WrongFlow("只有加装电梯由业主约定分摊")
    if not by.applicant and Role.CLERK not in by.roles:
        raise NotApplicant()
    if facts.state not in BEFORE_VOTE:
        raise NotAllowedNow("表决开始前才能提出分摊方案", state=facts.state.value)
    total = await _total(case, facts)
    areas = await homes_of(case.scope_id)
    agreed = [(part.home_id, part.amount_fen) for part in body.homes]
    parts = shared(total, areas, body.method, agreed)
    await shares.propose(case, facts, body.method, total, parts, ctx.id, ctx.now)
    data = {"version": facts.version, "method": body.method, "total_fen": total}
    ctx.record(SharesProposed(subject_id=str(case.id), at=ctx.now, data=data))
    return await _view(ctx, case, facts, None)


async def _total(case: Case, facts: Facts) -> int:
    """What the homes share by this plan; what they paid in for the case is a part of it."""
    found = await shares.proposal_of(case.id, facts.version)
    total = found["total_fen"] if found else await shares.shared_fen(case, facts.collection)
    if not total:
        raise NothingOwed("专户资金足以支付保费，无须分摊")
    return int(total)


@route(
    "GET",
    "/cases/{case_id}/share-proposal",
    who=READERS,
    refuses=(CaseNotFound, NothingOwed),
)
async def get_share_proposal(ctx: Context, case_id: UUID) -> ShareProposalView:
    """提交表决的分摊方案；业主可见本人房屋的份额和合计。四(四)。"""
    case, by = await seen(ctx, case_id)
    everything = bool(by.roles & DESK_READERS) or by.applicant
    return await _view(ctx, case, case.facts(), None if everything else ctx.id)


async def _view(
    ctx: Context, case: Case, facts: Facts, person_id: UUID | None
) -> ShareProposalView:
    found = await shares.proposal_of(case.id, facts.version)
    if found is None:
        raise NothingOwed()
    parts: dict[UUID, int] = found["parts"]
    rows = await special.rooms(list(parts), person_id, beijing_date(ctx.now))
    bearing = sum(fen > 0 for fen in parts.values())
    return ShareProposalView(
        method=found["method"],
        method_title=METHODS[found["method"]],
        text=shares_words(found["method"], found["total_fen"], bearing),
        total_fen=found["total_fen"],
        homes_count=bearing,
        proposed_at=at(found["proposed_at"]),
        homes=[
            ProposedShare(
                home_id=row["id"], unit=row["unit"], room=row["room"], amount_fen=parts[row["id"]]
            )
            for row in rows
        ],
    )
