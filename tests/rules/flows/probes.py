"""For every check of the flow a case that this check alone refuses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

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
    PostLobby,
    PreparePayout,
    PublishNotice,
    RefuseLobby,
    Register,
    RejectCase,
    ReleaseByHand,
    Reopen,
    ReturnCase,
    ReturnPayout,
    State,
    Unsign,
    WithdrawCase,
)
from rules.days import Calendar, start_of_day
from rules.flows import Step, step
from rules.people import Role
from rules.refusals import (
    AlreadySigned,
    ArrivedInFuture,
    CalendarUnknown,
    ConditionsUnmet,
    ContractTooLarge,
    CorrectionOver,
    LobbyPosted,
    LobbyUnknown,
    NotAllowed,
    NotAllowedNow,
    NotApplicant,
    NothingHeld,
    NoticeRunning,
    NotSigned,
    NotYetDue,
    ObjectionClosed,
    PapersMissing,
    ReasonMissing,
    Refusal,
    SamePerson,
    SigningOver,
    SumsDiffer,
    WrongElevators,
    WrongPeriod,
    WrongPremium,
)
from tests.rules.flows.play import (
    APPLICANT,
    CAL,
    CLERK,
    CLOCK,
    CONTRACT,
    ENDS,
    FINANCE,
    FINANCE_2,
    HOUR,
    INSURER,
    MANAGER,
    MET,
    OWNER,
    PLAN,
    PREMIUM_FEN,
    REVIEWER,
    TICK,
    Play,
    by,
    conditions,
    contract,
    dismissed,
    held,
    new_case,
    objection,
    payout,
    reach,
    sign_as,
    upheld,
    withdrawn,
)

S, R = State, Role
UNKNOWN = Calendar({}, frozenset(), {})
"""A calendar of which no year is published: every end is provisional (R9.2)."""

OTHER_OWNER = by(R.OWNER, id="person-7", applicant=False)
OTHER_SIGNER = by(R.OWNER, id="person-2", applicant=True)
OTHER_INSURER = by(R.INSURER, insurer_id="insurer-2")
HANDLER_REVIEWS = by(R.REVIEWER, id=CLERK.id)


@dataclass(frozen=True)
class Probe:
    """An act that one check alone refuses: which check, in what case, by whom, when, and how."""

    check: str
    play: Callable[[], Play]
    act: Act
    who: By
    refusal: type[Refusal]
    wait: timedelta = HOUR
    cal: Calendar = CAL

    @property
    def key(self) -> tuple[str, str]:
        return type(self.act).__name__, self.check

    def take(self, flow: Sequence[Step]) -> None:
        """Try it; whatever refuses it is raised."""
        play = self.play()
        step(play.facts, self.act, self.who, play.now + self.wait, self.cal, flow)


def at(state: State) -> Callable[[], Play]:
    return lambda: reach(state)


def with_hold(state: State) -> Callable[[], Play]:
    return lambda: held(reach(state))


def returned_plan() -> Play:
    """A plan that was sent back: accepted before, so the case has a handler."""
    return reach(S.PLANNED).do(ReturnCase(why="缺附件"), CLERK)


def returned_payout() -> Play:
    return reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK)


def registered_again() -> Play:
    """Registered, then paused by a review of a dismissed objection."""
    return reach(S.REGISTERED).do(Reopen(objection_id="o1"), OWNER)


def one_lobby_posted() -> Play:
    return reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER)


def notice_of_unknown_year() -> Play:
    """A notice whose end is provisional, an hour after that end."""
    play = reach(S.NOTICED, cal=UNKNOWN)
    play.now = play.facts.notice_ends_at + HOUR
    return play


def plan(**changes: object) -> FilePlan:
    return but(PLAN, **changes)


def ended(outcome: Any, why: str = "") -> CloseObjection:
    return CloseObjection(objection_id="o1", outcome=outcome, why=why)


def later(days: int) -> timedelta:
    return timedelta(days=days)


def since(play: Callable[[], Play], moment: datetime) -> timedelta:
    """How long after the case's last act this moment is."""
    return moment - play().now


ONE_SHORT = conditions("R5.3")
UNTOLD = ReturnCase(why=" \n")

PROBES = (
    Probe("collects_signatures", lambda: new_case("committee"), sign_as(1), OWNER, NotAllowedNow),
    Probe("signing_open", at(S.SIGNING), sign_as(2), OWNER, SigningOver, wait=later(30)),
    Probe("signs_once", at(S.SIGNING), sign_as(1, ["another-home"]), OWNER, AlreadySigned),
    Probe("not_yet_accepted", returned_plan, Unsign(owner_id="owner-1"), APPLICANT, NotAllowedNow),
    Probe("has_signed", at(S.SIGNING), Unsign(owner_id="owner-2"), OTHER_OWNER, NotSigned),
    Probe("conditions_met", at(S.FILED), Accept(conditions=ONE_SHORT), CLERK, ConditionsUnmet),
    Probe("conditions_met", at(S.FILED), Accept(conditions=()), CLERK, ConditionsUnmet),
    Probe("conditions_met", at(S.FILED), Accept(conditions=MET[:3]), CLERK, ConditionsUnmet),
    Probe("by_the_insurer", at(S.ACCEPTED), PLAN, OTHER_INSURER, NotApplicant),
    Probe(
        "plans_these_elevators",
        at(S.ACCEPTED),
        plan(per_elevator={"lift-1": 70_000, "lift-3": 50_000}),
        INSURER,
        WrongElevators,
    ),
    Probe(
        "plans_these_elevators",
        at(S.ACCEPTED),
        plan(per_elevator={"lift-1": PREMIUM_FEN}),
        INSURER,
        WrongElevators,
    ),
    Probe("premium_adds_up", at(S.ACCEPTED), plan(premium_fen=120_001), INSURER, WrongPremium),
    Probe(
        "premium_adds_up",
        at(S.ACCEPTED),
        plan(per_elevator={"lift-1": PREMIUM_FEN, "lift-2": 0}),
        INSURER,
        WrongPremium,
    ),
    Probe("conditions_met", at(S.ACCEPTED), plan(conditions=ONE_SHORT), INSURER, ConditionsUnmet),
    Probe("names_lobbies", at(S.PLANNED), PublishNotice(units=()), CLERK, NotAllowedNow),
    Probe("names_lobbies", at(S.PLANNED), PublishNotice(units=("u", "u")), CLERK, NotAllowedNow),
    Probe(
        "notice_not_begun",
        lambda: _with_open_lobby(reach(S.PAUSED)),
        PostLobby(unit_id="unit-1"),
        MANAGER,
        NotAllowedNow,
    ),
    Probe("lobby_of_notice", at(S.POSTING), PostLobby(unit_id="unit-9"), MANAGER, LobbyUnknown),
    Probe("lobby_still_open", one_lobby_posted, PostLobby(unit_id="unit-1"), MANAGER, LobbyPosted),
    Probe(
        "lobby_of_notice",
        at(S.NOTICED),
        RefuseLobby(unit_id="unit-9", why="非本楼"),
        CLERK,
        LobbyUnknown,
    ),
    Probe(
        "lobby_was_posted",
        one_lobby_posted,
        RefuseLobby(unit_id="unit-2", why="不清楚"),
        CLERK,
        NotAllowedNow,
    ),
    Probe(
        "arrived_already",
        at(S.NOTICED),
        objection("o1", reach(S.NOTICED).now + HOUR + TICK),
        CLERK,
        ArrivedInFuture,
    ),
    Probe("outcome_fits_role", at(S.PAUSED), ended("dismissed", "理由"), OWNER, NotAllowed),
    Probe(
        "outcome_fits_role",
        at(S.PAUSED),
        ended("dismissed", "理由"),
        by(R.CLERK, id="clerk-2"),
        NotAllowed,
    ),
    Probe("outcome_fits_role", at(S.PAUSED), ended("settled"), OWNER, NotAllowed),
    Probe("outcome_fits_role", at(S.PAUSED), withdrawn("o1"), REVIEWER, NotAllowed),
    Probe("outcome_fits_role", at(S.PAUSED), ended("dropped", "误录"), OWNER, NotAllowed),
    Probe("objection_open", at(S.PAUSED), withdrawn("o2"), OWNER, ObjectionClosed),
    Probe("dismissed_by_other", at(S.PAUSED), dismissed("o1"), HANDLER_REVIEWS, SamePerson),
    Probe("dismissed_by_other", at(S.PAUSED), ended("dropped", "误录"), CLERK, SamePerson),
    Probe("dismissal_says_why", at(S.PAUSED), ended("dismissed", "  "), REVIEWER, ReasonMissing),
    Probe("dismissal_says_why", at(S.PAUSED), ended("dropped"), REVIEWER, ReasonMissing),
    Probe("objection_not_open", at(S.PAUSED), Reopen(objection_id="o1"), OWNER, NotAllowedNow),
    Probe("objection_open", at(S.PAUSED), upheld("o2"), REVIEWER, ObjectionClosed),
    Probe("upheld_by_other", at(S.PAUSED), upheld("o1"), HANDLER_REVIEWS, SamePerson),
    Probe("says_why", at(S.PAUSED), but(upheld("o1"), why=" "), REVIEWER, ReasonMissing),
    Probe(
        "not_held_by_hand",
        with_hold(S.NOTICED),
        HoldByHand(why="再次核查"),
        REVIEWER,
        NotAllowedNow,
    ),
    Probe("held_by_hand", at(S.PAUSED), ReleaseByHand(why="查清"), CLERK, NothingHeld),
    Probe("notice_end_certain", notice_of_unknown_year, CloseNotice(), CLOCK, CalendarUnknown),
    Probe(
        "notice_ran_out",
        at(S.NOTICED),
        CloseNotice(),
        CLOCK,
        NoticeRunning,
        wait=since(at(S.NOTICED), ENDS - TICK),
    ),
    Probe(
        "conditions_met",
        at(S.CLEARED),
        Register(number="BA-1", conditions=conditions("R5.1")),
        CLERK,
        ConditionsUnmet,
    ),
    Probe("by_applicant", at(S.REGISTERED), CONTRACT, OTHER_OWNER, NotApplicant),
    Probe(
        "contract_above_zero", at(S.REGISTERED), but(CONTRACT, amount_fen=0), APPLICANT, SumsDiffer
    ),
    Probe(
        "within_premium",
        at(S.REGISTERED),
        but(CONTRACT, amount_fen=PREMIUM_FEN + 1),
        APPLICANT,
        ContractTooLarge,
    ),
    Probe(
        "not_backdated",
        at(S.REGISTERED),
        contract(date(2025, 9, 15), date(2026, 9, 14)),
        APPLICANT,
        WrongPeriod,
    ),
    Probe(
        "whole_policy_years",
        at(S.REGISTERED),
        contract(date(2025, 10, 1), date(2026, 10, 1)),
        APPLICANT,
        WrongPeriod,
    ),
    Probe("by_applicant", at(S.CONTRACTED), payout(), OTHER_OWNER, NotApplicant),
    Probe(
        "correction_open",
        returned_payout,
        payout(),
        APPLICANT,
        CorrectionOver,
        wait=since(returned_payout, start_of_day(date(2025, 10, 2))),
    ),
    Probe(
        "papers_complete",
        at(S.CONTRACTED),
        payout(papers=frozenset({"contract", "invoice"})),
        APPLICANT,
        PapersMissing,
    ),
    Probe("invoice_equals_contract", at(S.CONTRACTED), payout(1), APPLICANT, SumsDiffer),
    Probe(
        "prepares_that_sum",
        at(S.REQUESTED),
        PreparePayout(amount_fen=PREMIUM_FEN - 1),
        FINANCE,
        SumsDiffer,
    ),
    Probe("approved_by_other", at(S.PREPARED), ApprovePayout(conditions=MET), FINANCE, SamePerson),
    Probe(
        "conditions_met",
        at(S.PREPARED),
        ApprovePayout(conditions=conditions("R5.2")),
        FINANCE_2,
        ConditionsUnmet,
    ),
    Probe("gives_reason", at(S.REQUESTED), ReturnPayout(why=""), FINANCE, ReasonMissing),
    Probe("by_the_insurer", at(S.PAID), IssuePolicy(number="BD-1"), OTHER_INSURER, NotApplicant),
    Probe("by_initiator", at(S.FILED), WithdrawCase(why=""), OTHER_SIGNER, NotApplicant),
    Probe("not_yet_registered", registered_again, WithdrawCase(why=""), APPLICANT, NotAllowedNow),
    Probe("gives_reason", at(S.FILED), UNTOLD, CLERK, ReasonMissing),
    Probe("by_applicant", at(S.RETURNED), CorrectCase(note="已补"), OTHER_OWNER, NotApplicant),
    Probe(
        "correction_open",
        at(S.RETURNED),
        CorrectCase(note="已补"),
        APPLICANT,
        CorrectionOver,
        wait=since(at(S.RETURNED), start_of_day(date(2025, 9, 17))),
    ),
    Probe("gives_reason", at(S.FILED), RejectCase(why=" "), REVIEWER, ReasonMissing),
    Probe("ran_out", at(S.SIGNING), Lapse(), CLOCK, NotYetDue, wait=later(30) - TICK),
    Probe("ran_out", at(S.CONTRACTED), Lapse(), CLOCK, NotYetDue, wait=later(90) - TICK),
)


def _with_open_lobby(play: Play) -> Play:
    """As if a lobby had lost its evidence without anybody refusing it: the check looks at the state
    alone, so that `options` can tell a manager that nothing is left to post."""
    lobbies = tuple(but(one, posted_at=None) for one in play.facts.lobbies)
    return Play(but(play.facts, lobbies=lobbies), play.now)
