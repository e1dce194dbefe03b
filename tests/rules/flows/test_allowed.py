"""Who may do what where: the table said once more, in other words, and each word tried."""

from datetime import datetime

import pytest

from rules.cases import (
    Accept,
    AcceptLobby,
    Act,
    ApprovePayout,
    By,
    CloseNotice,
    CloseVote,
    CorrectCase,
    DismissObjection,
    DropPaper,
    EnterEnding,
    FilePlan,
    FlagUrgent,
    Gather,
    HoldByHand,
    IssuePolicy,
    Lapse,
    Object,
    OpenAccount,
    OpenVote,
    PostLobby,
    PreparePayout,
    ProposeSettlement,
    PublishNotice,
    RecordPolicy,
    Recount,
    RefuseLobby,
    Register,
    RejectCase,
    ReleaseByHand,
    Reopen,
    RequestPayout,
    ReturnCase,
    ReturnPayout,
    SettleObjection,
    SettleOnPaper,
    ShowHanging,
    Sign,
    SignContract,
    State,
    UnflagUrgent,
    Unsign,
    Uphold,
    WithdrawCase,
    WithdrawObjection,
    WithdrawOnPaper,
)
from rules.flows import FLOWS, FlowName, step
from rules.flows.table import states_of
from rules.people import Role
from rules.refusals.asking import NotAllowed
from rules.refusals.cases import NotAllowedNow
from tests.rules.flows.play import (
    CAL,
    CLERK,
    CONTRACT,
    DAY,
    DEPOSIT_FEN,
    MANAGER,
    MET,
    PLAN,
    PREMIUM_FEN,
    RECORD,
    UNITS,
    Play,
    about,
    at,
    counted,
    dismissed,
    gathered,
    held,
    objection,
    payout,
    plan_for,
    reach,
    reviewed,
    sign_as,
    upheld,
    withdrawn,
)
from tests.rules.flows.probe import unproven
from tests.rules.flows.walk import FLAG, UNFLAG, WAIVED
from tests.rules.flows.ways import FLOW_NAMES

S, R = State, Role

Table = dict[type[Act], tuple[str, str]]
EVERYBODY_ASKED = "posting noticed paused cleared registered contracted requested prepared"
POOLED: Table = {
    Sign: ("owner", "signing filed"),
    Unsign: ("owner", "signing filed returned"),
    Accept: ("clerk", "filed"),
    FilePlan: ("insurer", "accepted"),
    PublishNotice: ("clerk", "planned"),
    PostLobby: ("owner manager committee street clerk", "posting paused"),
    AcceptLobby: ("clerk reviewer", "posting paused"),
    ShowHanging: ("owner manager committee street clerk", "noticed"),
    RefuseLobby: ("clerk reviewer", "posting noticed paused cleared"),
    Object: ("owner clerk", EVERYBODY_ASKED + " paid insured"),
    WithdrawObjection: ("owner", "paused"),
    SettleObjection: ("owner", "paused"),
    WithdrawOnPaper: ("clerk reviewer", "paused"),
    SettleOnPaper: ("clerk reviewer", "paused"),
    ProposeSettlement: ("clerk reviewer", "paused"),
    EnterEnding: ("clerk reviewer", "paused"),
    DismissObjection: ("reviewer", "paused"),
    DropPaper: ("clerk reviewer", "paused"),
    Reopen: ("owner", EVERYBODY_ASKED),
    Uphold: ("reviewer", "paused"),
    HoldByHand: ("clerk reviewer", EVERYBODY_ASKED),
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
    FlagUrgent: (
        "owner committee manager independent clerk reviewer",
        "signing filed accepted planned returned " + EVERYBODY_ASKED,
    ),
    UnflagUrgent: ("clerk reviewer", "signing filed accepted planned returned " + EVERYBODY_ASKED),
}


def also(table: Table, **states: str) -> Table:
    """The table with more states for these acts."""
    acts = {act.__name__: act for act in table}
    more = {
        acts[name]: (table[acts[name]][0], f"{table[acts[name]][1]} {extra}")
        for name, extra in states.items()
    }
    return table | more


HOUSEHOLD: Table = also(
    POOLED,
    PublishNotice="voted",
    Object="collecting",
    Reopen="collecting",
    HoldByHand="collecting",
    WithdrawCase="voting voted not_carried",
    ReturnCase="voted not_carried",
    RejectCase="voted not_carried collecting",
    Lapse="not_carried collecting",
    FlagUrgent="voting voted not_carried collecting",
    UnflagUrgent="voting voted not_carried collecting",
) | {
    OpenVote: ("clerk", "planned not_carried"),
    CloseVote: ("system", "voting"),
    Gather: (
        "finance reviewer",
        "planned voting voted not_carried posting noticed paused cleared collecting registered",
    ),
}
ADDED: Table = HOUSEHOLD | {PublishNotice: ("clerk", "voted")}
FUNDING = "filed accepted planned returned collecting funded contracted requested prepared"
INDEPENDENT: Table = {
    Accept: ("clerk", "filed"),
    FilePlan: ("insurer", "accepted"),
    OpenAccount: ("clerk", "planned"),
    Gather: ("finance reviewer", "collecting funded"),
    SignContract: ("independent", "funded"),
    RequestPayout: ("independent", "contracted"),
    PreparePayout: ("finance", "requested"),
    ApprovePayout: ("finance reviewer", "prepared"),
    ReturnPayout: ("clerk reviewer finance", "requested prepared"),
    IssuePolicy: ("insurer", "paid"),
    Recount: ("system", "requested prepared"),
    WithdrawCase: ("independent", "filed accepted planned collecting funded returned"),
    ReturnCase: ("clerk reviewer", "filed planned"),
    CorrectCase: ("independent", "returned"),
    RejectCase: ("clerk reviewer", "filed accepted planned collecting requested returned"),
    Lapse: ("system", "returned accepted collecting funded contracted"),
    FlagUrgent: ("owner committee manager independent clerk reviewer", FUNDING),
    UnflagUrgent: ("clerk reviewer", FUNDING),
}
DIRECT: Table = {
    RecordPolicy: ("clerk", "filed"),
    ReturnCase: ("clerk reviewer", "filed"),
    CorrectCase: ("independent committee manager", "returned"),
    RejectCase: ("clerk reviewer", "filed returned"),
    WithdrawCase: ("independent committee manager", "filed returned"),
    Lapse: ("system", "returned"),
}
ALLOWED: dict[FlowName, Table] = {
    "pooled": POOLED,
    "household": HOUSEHOLD,
    "independent": INDEPENDENT,
    "added": ADDED,
    "direct": DIRECT,
}
ACTS: dict[type[Act], Act] = {
    Sign: sign_as(8),
    Unsign: Unsign(owner_id="owner-1"),
    Accept: Accept(conditions=MET),
    FilePlan: PLAN,
    PublishNotice: PublishNotice(units=UNITS),
    PostLobby: PostLobby(unit_id="unit-2"),
    AcceptLobby: AcceptLobby(unit_id="unit-1"),
    ShowHanging: ShowHanging(unit_id="unit-1"),
    RefuseLobby: RefuseLobby(unit_id="unit-1", why="不清楚"),
    Object: objection("o2", reach(S.POSTING).now),
    WithdrawObjection: withdrawn("o1"),
    SettleObjection: SettleObjection(objection=about("o1", proposed=True)),
    WithdrawOnPaper: WithdrawOnPaper(objection=about("o1"), entered_by="clerk-2"),
    SettleOnPaper: SettleOnPaper(objection=about("o1"), entered_by="clerk-2"),
    ProposeSettlement: ProposeSettlement(objection=about("o1")),
    EnterEnding: EnterEnding(objection=about("o1")),
    DismissObjection: dismissed("o1"),
    DropPaper: DropPaper(objection=about("o1", channel="paper", state="draft"), why="误录"),
    Reopen: reviewed("o2"),
    Uphold: upheld("o1"),
    HoldByHand: HoldByHand(why="核查"),
    ReleaseByHand: ReleaseByHand(why="查清"),
    CloseNotice: CloseNotice(),
    Recount: Recount(),
    Register: Register(number="BA-1", conditions=MET),
    SignContract: CONTRACT,
    RequestPayout: payout(),
    PreparePayout: PreparePayout(amount_fen=PREMIUM_FEN, payee_id="payee"),
    ApprovePayout: ApprovePayout(conditions=MET),
    ReturnPayout: ReturnPayout(why="缺发票"),
    IssuePolicy: IssuePolicy(number="BD-1"),
    WithdrawCase: WithdrawCase(why="不办了"),
    ReturnCase: ReturnCase(why="缺材料"),
    CorrectCase: CorrectCase(note="已补"),
    RejectCase: RejectCase(why="不符合"),
    Lapse: Lapse(),
    OpenVote: OpenVote(vote_id="vote-2", ends_at=at("12-31 23:00")),
    CloseVote: counted(True),
    OpenAccount: OpenAccount(needed_fen=DEPOSIT_FEN, gathered_fen=0),
    Gather: gathered(PREMIUM_FEN, PREMIUM_FEN),
    RecordPolicy: RECORD,
    FlagUrgent: FLAG,
    UnflagUrgent: UNFLAG,
}
CASES = [
    (flow, act, State(state), Role(role))
    for flow, table in ALLOWED.items()
    for act, (roles, states) in table.items()
    for state in states.split()
    for role in roles.split()
]


def ready(act: type[Act], state: State, flow: FlowName) -> Play:
    """A case of that flow in this state in which this act is possible."""
    if act is PostLobby and state is S.PAUSED:
        return held(reach(S.POSTING, flow=flow).do(PostLobby(unit_id="unit-1"), MANAGER))
    if act is RefuseLobby and state is S.POSTING:
        return reach(S.POSTING, flow=flow).do(PostLobby(unit_id="unit-1"), MANAGER)
    if act is AcceptLobby:
        return unproven(reach(S.POSTING, flow=flow), state)
    if act is ReleaseByHand:
        return held(reach(S.NOTICED, flow=flow))
    if act is PublishNotice and flow == "household" and state is S.PLANNED:
        return reach(state, WAIVED, flow=flow)
    play = reach(state, flow=flow)
    return play.do(FLAG, CLERK) if act is UnflagUrgent else play


def asks(act: type[Act], role: Role, flow: FlowName) -> tuple[Act, By]:
    """The act, and somebody with this one role who has every other quality it needs."""
    who = By(roles=frozenset({role}), id="person-1", applicant=True, insurer_id="insurer-1")
    return plan_for(flow) if act is FilePlan else ACTS[act], who


def moment_for(act: type[Act], play: Play) -> datetime:
    due = play.facts.due_at() if act in {CloseNotice, Lapse} else None
    if act is ShowHanging and play.facts.notice_ends_at is not None:
        due = play.facts.notice_ends_at - DAY
    if act is CloseVote and play.facts.vote is not None:
        due = play.facts.vote.ends_at
    return max(due or play.now, play.now)


def spelt(part: object) -> str:
    return part.__name__ if isinstance(part, type) else str(part)


@pytest.mark.parametrize(("flow", "act", "state", "role"), CASES, ids=spelt)
def test_who_may_do_what_where(flow, act, state, role):
    """Taking a role or a state from a row of the table makes this fail."""
    play = ready(act, state, flow)
    assert play.state is state
    what, who = asks(act, role, flow)
    step(play.facts, what, who, moment_for(act, play), CAL)


@pytest.mark.parametrize(
    ("flow", "act"), [(flow, act) for flow, table in ALLOWED.items() for act in table], ids=spelt
)
def test_nobody_else_may(flow, act):
    """Giving a role to a row of the table makes this fail; roles are asked before any check."""
    roles, states = ALLOWED[flow][act]
    for state in states.split():
        play = ready(act, State(state), flow)
        for role in set(Role) - {Role(name) for name in roles.split()}:
            what, who = asks(act, role, flow)
            with pytest.raises(NotAllowed):
                step(play.facts, what, who, moment_for(act, play), CAL)


@pytest.mark.parametrize(
    ("flow", "state"),
    [(flow, state) for flow, table in FLOWS.items() for state in sorted(states_of(table.steps))],
)
def test_and_nowhere_else(flow, state):
    """Giving a state or an act to a flow's table makes this fail."""
    facts = reach(state, flow=flow).facts
    everything = By(roles=frozenset(Role), id="person-1", applicant=True, insurer_id="insurer-1")
    for act in ACTS:
        _, states = ALLOWED[flow].get(act, ("", ""))
        if state.value not in states.split():
            with pytest.raises(NotAllowedNow):
                step(facts, ACTS[act], everything, facts.changed_at + 400 * DAY, CAL)


@pytest.mark.parametrize("flow", FLOW_NAMES)
def test_every_act_has_a_row_that_says_where_it_comes_from(flow):
    assert {row.act for row in FLOWS[flow].steps} == set(ALLOWED[flow])
    for row in FLOWS[flow].steps:
        assert row.title and row.clause and row.who and row.states


def leaves(kind: type[Act]) -> set[type[Act]]:
    """The acts themselves, without what several share."""
    below = kind.__subclasses__()
    return set().union(*(leaves(one) for one in below)) if below else {kind}


def test_every_act_is_of_some_flow():
    of_flows = {row.act for flow in FLOWS.values() for row in flow.steps}
    assert of_flows == set(ACTS) == leaves(Act)
