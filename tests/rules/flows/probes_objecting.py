"""For every check of what is done to objections a case that this check alone refuses."""

from datetime import datetime

from msgspec.structs import replace as but

from rules.cases import (
    DropPaper,
    EnterEnding,
    HoldByHand,
    Object,
    ObjectionFact,
    ProposeSettlement,
    ReleaseByHand,
    Reopen,
    SettleObjection,
    SettleOnPaper,
    State,
    WithdrawOnPaper,
)
from rules.days import BEIJING
from rules.flows import FlowName
from rules.people import Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import (
    ArrivedInFuture,
    NotAllowedNow,
    ObjectionClosed,
    ObjectionPending,
    ReasonMissing,
    RefiledTooOften,
    ReviewUsed,
)
from tests.rules.flows.play import (
    CLERK,
    CLERK_2,
    OWNER,
    REVIEWER,
    Play,
    about,
    dismissed,
    objection,
    reach,
    reviewed,
    upheld,
    withdrawn,
)
from tests.rules.flows.probe import HANDLER_REVIEWS, Probe, at, with_hold

S, R = State, Role
FAR = datetime(2026, 6, 1, tzinfo=BEIJING)
PAPER = about("o1", channel="paper", state="draft", entered_by="clerk-2")
READ = about("o1", channel="paper", entered_by="reviewer")
AGAIN = about("o1", first_decided_by="reviewer")
LATE = about("o2", state="recorded")
ENTERED = CLERK_2
RELEASE = ReleaseByHand(why="查清")


def settled(known: ObjectionFact, entered_by: str = ENTERED.id) -> SettleOnPaper:
    return SettleOnPaper(objection=known, entered_by=entered_by)


def taken_back(known: ObjectionFact) -> WithdrawOnPaper:
    return WithdrawOnPaper(objection=known, entered_by=ENTERED.id)


def agreed(name: str, **known: object) -> SettleObjection:
    return SettleObjection(objection=about(name, **known))


def proposal(name: str) -> ProposeSettlement:
    return ProposeSettlement(objection=about(name))


def entered(name: str, outcome: str = "settled") -> EnterEnding:
    return EnterEnding(objection=about(name), outcome=outcome)


def held_by_reviewer(flow: FlowName) -> Play:
    return reach(S.NOTICED, flow=flow).do(HoldByHand(why="核查"), REVIEWER)


def dropped(known: ObjectionFact, why: str = "误录") -> DropPaper:
    return DropPaper(objection=known, why=why)


def refiled(name: str, *others: ObjectionFact) -> Object:
    """One more of an owner's who has filed these."""
    return but(objection(name, reach(S.NOTICED).now), others=others)


OBJECTING = (
    Probe(
        "arrived_already",
        at(S.NOTICED),
        objection("o1", FAR),
        CLERK,
        ArrivedInFuture,
    ),
    Probe("none_pending", at(S.NOTICED), refiled("o2", about("o1")), OWNER, ObjectionPending),
    Probe(
        "none_pending",
        at(S.PAID),
        refiled("o2", about("o1", state="recorded", in_time=False)),
        OWNER,
        ObjectionPending,
    ),
    Probe(
        "none_pending",
        at(S.NOTICED),
        refiled("o3", about("o1", state="withdrawn"), about("o2", state="withdrawn")),
        OWNER,
        RefiledTooOften,
    ),
    Probe("still_open", at(S.PAUSED), withdrawn("o2"), OWNER, ObjectionClosed),
    Probe("still_open", at(S.PAUSED), agreed("o2", proposed=True), OWNER, ObjectionClosed),
    Probe("proposed", at(S.PAUSED), agreed("o1"), OWNER, NotAllowedNow),
    Probe("decidable", at(S.PAUSED), proposal("o2"), CLERK, ObjectionClosed),
    Probe("decidable", at(S.PAUSED), entered("o2"), REVIEWER, ObjectionClosed),
    Probe("not_the_handler", at(S.PAUSED), entered("o1"), CLERK, SamePerson),
    Probe("withdrawn_as_filed", at(S.PAUSED), entered("o1", "withdrawn"), REVIEWER, NotFound),
    Probe("decidable", at(S.PAUSED), taken_back(PAPER), REVIEWER, NotAllowedNow),
    Probe("not_the_handler", at(S.PAUSED), taken_back(READ), CLERK, SamePerson),
    Probe("two_others", at(S.PAUSED), taken_back(READ), ENTERED, SamePerson),
    Probe("two_others", at(S.PAUSED), settled(READ, CLERK.id), REVIEWER, SamePerson),
    Probe("not_the_handler", at(S.PAUSED), settled(READ), CLERK, SamePerson),
    Probe("decidable", at(S.PAUSED), settled(about("o2")), REVIEWER, ObjectionClosed),
    Probe("decidable", at(S.PAUSED), settled(about("o1", state="draft")), REVIEWER, NotAllowedNow),
    Probe(
        "decidable", at(S.PAUSED), settled(about("o2", state="recorded")), REVIEWER, NotAllowedNow
    ),
    Probe("released_by_other", with_hold(S.NOTICED), RELEASE, CLERK, SamePerson),
    Probe("released_by_other", held_by_reviewer, RELEASE, REVIEWER, SamePerson),
    Probe("decidable", at(S.PAUSED), dismissed("o2"), REVIEWER, ObjectionClosed),
    Probe(
        "decided_by_other", at(S.PAUSED), but(dismissed("o1"), objection=READ), REVIEWER, SamePerson
    ),
    Probe(
        "decided_by_other", at(S.PAUSED), but(upheld("o1"), objection=AGAIN), REVIEWER, SamePerson
    ),
    Probe("not_the_handler", at(S.PAUSED), dismissed("o1"), HANDLER_REVIEWS, SamePerson),
    Probe("not_the_handler", at(S.PAUSED), dropped(PAPER), CLERK, SamePerson),
    Probe("draft_of_other", at(S.PAUSED), dropped(about("o1")), REVIEWER, NotFound),
    Probe("draft_of_other", at(S.PAUSED), dropped(READ), ENTERED, EntryNotOpen),
    Probe("draft_of_other", at(S.PAUSED), dropped(PAPER), ENTERED, SamePerson),
    Probe("says_why", at(S.PAUSED), but(dismissed("o1"), why="  "), REVIEWER, ReasonMissing),
    Probe("says_why", at(S.PAUSED), dropped(PAPER, ""), REVIEWER, ReasonMissing),
    Probe("reviewable", at(S.PAUSED), Reopen(objection=about("o2")), OWNER, NotAllowedNow),
    Probe(
        "reviewable",
        at(S.PAUSED),
        Reopen(objection=about("o2", state="dismissed", version=0)),
        OWNER,
        NotAllowedNow,
    ),
    Probe(
        "reviewable",
        at(S.PAUSED),
        Reopen(objection=about("o2", state="dismissed", version=1, reviewed=True)),
        OWNER,
        ReviewUsed,
    ),
    Probe(
        "none_open",
        at(S.NOTICED),
        but(reviewed("o2"), others=(about("o3", state="draft"),)),
        OWNER,
        ObjectionPending,
    ),
    Probe("decidable", at(S.PAUSED), upheld("o2"), REVIEWER, ObjectionClosed),
    Probe("not_the_handler", at(S.PAUSED), upheld("o1"), HANDLER_REVIEWS, SamePerson),
    Probe("says_why", at(S.PAUSED), but(upheld("o1"), why=" "), REVIEWER, ReasonMissing),
)
