"""Who may do what where: the table said once more, in other words, and each word tried."""

from datetime import datetime

import pytest
from msgspec.structs import replace as but

from rules.cases import (
    Accept,
    Act,
    ApprovePayout,
    By,
    CloseNotice,
    CloseObjection,
    CorrectCase,
    FilePlan,
    HoldByHand,
    IssuePolicy,
    Lapse,
    Object,
    PostLobby,
    PreparePayout,
    PublishNotice,
    Recount,
    RefuseLobby,
    Register,
    RejectCase,
    ReleaseByHand,
    Reopen,
    RequestPayout,
    ReturnCase,
    ReturnPayout,
    Sign,
    SignContract,
    State,
    Unsign,
    Uphold,
    WithdrawCase,
)
from rules.flows import step
from rules.flows.pooled import POOLED
from rules.people import Role
from rules.refusals import (
    NotAllowed,
    NotAllowedNow,
)
from tests.rules.flows.play import (
    CAL,
    CLERK,
    CONTRACT,
    DAY,
    MANAGER,
    MET,
    PLAN,
    PREMIUM_FEN,
    UNITS,
    Play,
    held,
    objection,
    payout,
    reach,
    sign_as,
    upheld,
    withdrawn,
)

S, R = State, Role

EVERY_STATE_BEFORE_PAYOUT = (
    "posting noticed paused cleared registered contracted requested prepared"
)
ALLOWED: dict[type[Act], tuple[str, str]] = {
    Sign: ("owner", "signing filed"),
    Unsign: ("owner", "signing filed returned"),
    Accept: ("clerk", "filed"),
    FilePlan: ("insurer", "accepted"),
    PublishNotice: ("clerk", "planned"),
    PostLobby: ("manager", "posting paused"),
    RefuseLobby: ("clerk reviewer", "posting noticed paused cleared"),
    Object: ("owner clerk", EVERY_STATE_BEFORE_PAYOUT + " paid insured"),
    CloseObjection: ("owner clerk reviewer", "paused"),
    Reopen: ("owner", EVERY_STATE_BEFORE_PAYOUT),
    Uphold: ("reviewer", "paused"),
    HoldByHand: ("clerk reviewer", EVERY_STATE_BEFORE_PAYOUT),
    ReleaseByHand: ("clerk reviewer", "paused"),
    CloseNotice: ("system", "noticed"),
    Recount: ("system", "noticed requested prepared"),
    Register: ("clerk", "cleared"),
    SignContract: ("owner committee manager", "registered"),
    RequestPayout: ("owner committee manager", "contracted"),
    PreparePayout: ("finance", "requested"),
    ApprovePayout: ("finance reviewer", "prepared"),
    ReturnPayout: ("clerk reviewer finance", "requested prepared"),
    IssuePolicy: ("insurer", "paid"),
    WithdrawCase: (
        "owner committee manager",
        "signing filed accepted planned posting noticed paused cleared returned",
    ),
    ReturnCase: ("clerk reviewer", "filed planned"),
    CorrectCase: ("owner committee manager", "returned"),
    RejectCase: ("clerk reviewer", "filed accepted planned cleared requested returned"),
    Lapse: ("system", "signing returned accepted posting registered contracted"),
}
OUTCOMES = {R.OWNER: "withdrawn", R.CLERK: "settled", R.REVIEWER: "dismissed"}
ACTS: dict[type[Act], Act] = {
    Sign: sign_as(8),
    Unsign: Unsign(owner_id="owner-1"),
    Accept: Accept(conditions=MET),
    FilePlan: PLAN,
    PublishNotice: PublishNotice(units=UNITS),
    PostLobby: PostLobby(unit_id="unit-2"),
    RefuseLobby: RefuseLobby(unit_id="unit-1", why="不清楚"),
    Object: objection("o2", reach(S.POSTING).now),
    CloseObjection: withdrawn("o1"),
    Reopen: Reopen(objection_id="o2"),
    Uphold: upheld("o1"),
    HoldByHand: HoldByHand(why="核查"),
    ReleaseByHand: ReleaseByHand(why="查清"),
    CloseNotice: CloseNotice(),
    Recount: Recount(),
    Register: Register(number="BA-1", conditions=MET),
    SignContract: CONTRACT,
    RequestPayout: payout(),
    PreparePayout: PreparePayout(amount_fen=PREMIUM_FEN),
    ApprovePayout: ApprovePayout(conditions=MET),
    ReturnPayout: ReturnPayout(why="缺发票"),
    IssuePolicy: IssuePolicy(number="BD-1"),
    WithdrawCase: WithdrawCase(why="不办了"),
    ReturnCase: ReturnCase(why="缺材料"),
    CorrectCase: CorrectCase(note="已补"),
    RejectCase: RejectCase(why="不符合"),
    Lapse: Lapse(),
}
CASES = [
    (act, State(state), Role(role))
    for act, (roles, states) in ALLOWED.items()
    for state in states.split()
    for role in roles.split()
]


def ready(act: type[Act], state: State) -> Play:
    """A case in this state in which this act is possible."""
    if act is PostLobby and state is S.PAUSED:
        return (
            reach(S.POSTING)
            .do(PostLobby(unit_id="unit-1"), MANAGER)
            .do(HoldByHand(why="核查"), CLERK)
        )
    if act is RefuseLobby and state is S.POSTING:
        return reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER)
    if act is ReleaseByHand:
        return held(reach(S.NOTICED))
    return reach(state)


def asks(act: type[Act], role: Role) -> tuple[Act, By]:
    """The act, and somebody with this one role who has every other quality it needs."""
    who = By(roles=frozenset({role}), id="person-1", applicant=True, insurer_id="insurer-1")
    if act is CloseObjection:
        return but(ACTS[act], outcome=OUTCOMES.get(role, "withdrawn"), why="理由"), who
    return ACTS[act], who


def moment_for(act: type[Act], play: Play) -> datetime:
    due = play.facts.due_at() if act in {CloseNotice, Lapse} else None
    return max(due or play.now, play.now)


def spelt(part: object) -> str:
    return part.__name__ if isinstance(part, type) else str(part)


@pytest.mark.parametrize(("act", "state", "role"), CASES, ids=spelt)
def test_who_may_do_what_where(act, state, role):
    """Taking a role or a state from a row of the table makes this fail."""
    play = ready(act, state)
    assert play.state is state
    what, who = asks(act, role)
    step(play.facts, what, who, moment_for(act, play), CAL)


@pytest.mark.parametrize("act", ALLOWED, ids=spelt)
def test_nobody_else_may(act):
    """Giving a role to a row of the table makes this fail; roles are asked before any check."""
    roles, states = ALLOWED[act]
    for role in set(Role) - {Role(name) for name in roles.split()}:
        for state in states.split():
            play = ready(act, State(state))
            what, who = asks(act, role)
            with pytest.raises(NotAllowed):
                step(play.facts, what, who, moment_for(act, play), CAL)


@pytest.mark.parametrize("state", State)
def test_and_nowhere_else(state):
    """Giving a state to a row of the table makes this fail."""
    facts = reach(state).facts
    everything = By(roles=frozenset(Role), id="person-1", applicant=True, insurer_id="insurer-1")
    for act, (_, states) in ALLOWED.items():
        if state.value not in states.split():
            with pytest.raises(NotAllowedNow):
                step(facts, ACTS[act], everything, facts.changed_at + 400 * DAY, CAL)


def test_every_act_has_a_row_that_says_where_it_comes_from():
    assert [row.act for row in POOLED if row.act in ALLOWED] == [row.act for row in POOLED]
    assert {row.act for row in POOLED} == set(ALLOWED) == set(Act.__subclasses__())
    for row in POOLED:
        assert row.title and row.clause and row.who and row.states
