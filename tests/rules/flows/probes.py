"""For every check that flows share a case that this check alone refuses."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace as but

from rules.cases import (
    Accept,
    AcceptLobby,
    ApprovePayout,
    CloseNotice,
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
    ReturnCase,
    ReturnPayout,
    ShowHanging,
    State,
    Unsign,
    WithdrawCase,
)
from rules.flows import FlowName
from rules.people import Role
from rules.refusals.asking import AccountWaits, NotApplicant, SamePerson
from rules.refusals.cases import (
    AlreadySigned,
    CalendarUnknown,
    ConditionsUnmet,
    ContractTooLarge,
    CorrectionOver,
    LobbyPosted,
    LobbyUnknown,
    NotAllowedNow,
    NothingHeld,
    NoticeRunning,
    NotSigned,
    NotYetDue,
    PapersMissing,
    PayeeUnconfirmed,
    ReasonMissing,
    SigningOver,
    SumsDiffer,
    WrongElevators,
    WrongPeriod,
    WrongPremium,
)
from tests.rules.flows.play import (
    APPLICANT,
    CLERK,
    CLOCK,
    CONTRACT,
    FINANCE,
    FINANCE_2,
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
    payout,
    reach,
    sign_as,
)
from tests.rules.flows.probe import (
    OTHER,
    OTHER_INSURER,
    OTHER_SIGNER,
    Probe,
    at,
    before_contract,
    before_notice,
    committees,
    lost_lobby,
    notice_of_unknown_year,
    one_lobby_posted,
    registered_again,
    returned_plan,
    with_hold,
)
from tests.rules.flows.probe import unproven as waiting
from tests.rules.flows.ways import NOTICED_FLOWS

S, R = State, Role


def returned_payout(flow: FlowName) -> Play:
    return reach(S.REQUESTED, flow=flow).do(ReturnPayout(why="缺发票"), CLERK)


def unproven(flow: FlowName) -> Play:
    return waiting(reach(S.POSTING, flow=flow))


def near_end(flow: FlowName) -> Play:
    play = reach(S.NOTICED, flow=flow)
    play.now = play.facts.notice_ends_at - TICK
    return play


def posted_by_clerk(flow: FlowName) -> Play:
    return reach(S.POSTING, flow=flow).do(PostLobby(unit_id="unit-1", proven=False), CLERK)


NEWCOMER = by(Role.CLERK, id="clerk-2", waits=True)


def correction_due(play: Play) -> datetime:
    return play.facts.correction_due_at


def plan(**changes: object) -> FilePlan:
    return but(PLAN, **changes)


def later(days: int) -> timedelta:
    return timedelta(days=days)


ONE_SHORT = conditions("R5.3")
UNTOLD = ReturnCase(why=" \n")

COMMON = (
    Probe("collects_signatures", committees, sign_as(1), OWNER, NotAllowedNow),
    Probe("signing_open", at(S.SIGNING), sign_as(2), OWNER, SigningOver, wait=later(30)),
    Probe("signs_once", at(S.SIGNING), sign_as(1, ["another-home"]), OWNER, AlreadySigned),
    Probe("not_yet_accepted", returned_plan, Unsign(owner_id="owner-1"), APPLICANT, NotAllowedNow),
    Probe("has_signed", at(S.SIGNING), Unsign(owner_id="owner-2"), OTHER, NotSigned),
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
    Probe("names_lobbies", before_notice, PublishNotice(units=()), CLERK, NotAllowedNow),
    Probe("names_lobbies", before_notice, PublishNotice(units=("u", "u")), CLERK, NotAllowedNow),
    Probe(
        "notice_not_begun",
        lost_lobby,
        PostLobby(unit_id="unit-1"),
        MANAGER,
        NotAllowedNow,
    ),
    Probe("lobby_of_notice", at(S.POSTING), PostLobby(unit_id="unit-9"), MANAGER, LobbyUnknown),
    Probe(
        "lobby_still_open",
        one_lobby_posted,
        PostLobby(unit_id="unit-1"),
        by(R.MANAGER, id="manager-2"),
        LobbyPosted,
    ),
    Probe("posts_here", at(S.POSTING), PostLobby(unit_id="unit-1"), OTHER, LobbyUnknown),
    Probe("posts_here", near_end, ShowHanging(unit_id="unit-1"), OTHER, LobbyUnknown),
    Probe("lobby_of_notice", near_end, ShowHanging(unit_id="unit-9"), MANAGER, LobbyUnknown),
    Probe("near_the_end", at(S.NOTICED), ShowHanging(unit_id="unit-1"), MANAGER, NotAllowedNow),
    Probe("lobby_of_notice", unproven, AcceptLobby(unit_id="unit-9"), CLERK, LobbyUnknown),
    Probe("lobby_waits", one_lobby_posted, AcceptLobby(unit_id="unit-1"), CLERK, NotAllowedNow),
    Probe("lobby_waits", one_lobby_posted, AcceptLobby(unit_id="unit-2"), CLERK, NotAllowedNow),
    Probe("lobby_waits", posted_by_clerk, AcceptLobby(unit_id="unit-1"), CLERK, SamePerson),
    Probe("lobby_waits", posted_by_clerk, AcceptLobby(unit_id="unit-1"), NEWCOMER, AccountWaits),
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
        "not_held_by_hand",
        with_hold(S.NOTICED),
        HoldByHand(why="再次核查"),
        REVIEWER,
        NotAllowedNow,
    ),
    Probe("held_by_hand", at(S.PAUSED), ReleaseByHand(why="查清"), REVIEWER, NothingHeld),
    Probe("notice_end_certain", notice_of_unknown_year, CloseNotice(), CLOCK, CalendarUnknown),
    Probe(
        "notice_ran_out",
        at(S.NOTICED),
        CloseNotice(),
        CLOCK,
        NoticeRunning,
        until=lambda play: play.facts.notice_ends_at - TICK,
    ),
    Probe(
        "conditions_met",
        at(S.CLEARED),
        Register(number="BA-1", conditions=conditions("R5.1")),
        CLERK,
        ConditionsUnmet,
    ),
    Probe("by_applicant", before_contract, CONTRACT, OTHER, NotApplicant),
    Probe(
        "contract_above_zero", before_contract, but(CONTRACT, amount_fen=0), APPLICANT, SumsDiffer
    ),
    Probe(
        "within_premium",
        before_contract,
        but(CONTRACT, amount_fen=PREMIUM_FEN + 1),
        APPLICANT,
        ContractTooLarge,
    ),
    Probe(
        "not_backdated",
        before_contract,
        contract(date(2025, 8, 31), date(2026, 8, 30)),
        APPLICANT,
        WrongPeriod,
    ),
    Probe(
        "whole_policy_years",
        before_contract,
        contract(date(2025, 10, 1), date(2026, 10, 1)),
        APPLICANT,
        WrongPeriod,
    ),
    Probe("by_applicant", at(S.CONTRACTED), payout(), OTHER, NotApplicant),
    Probe(
        "correction_open",
        returned_payout,
        payout(),
        APPLICANT,
        CorrectionOver,
        until=correction_due,
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
        "payee_confirmed",
        at(S.REQUESTED),
        PreparePayout(amount_fen=PREMIUM_FEN, payee_id=""),
        FINANCE,
        PayeeUnconfirmed,
    ),
    Probe(
        "prepares_that_sum",
        at(S.REQUESTED),
        PreparePayout(amount_fen=PREMIUM_FEN - 1, payee_id="payee"),
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
    Probe("by_applicant", at(S.RETURNED), CorrectCase(note="已补"), OTHER, NotApplicant),
    Probe(
        "correction_open",
        at(S.RETURNED),
        CorrectCase(note="已补"),
        APPLICANT,
        CorrectionOver,
        until=correction_due,
    ),
    Probe("gives_reason", at(S.FILED), RejectCase(why=" "), REVIEWER, ReasonMissing),
    Probe(
        "ran_out",
        at(S.SIGNING),
        Lapse(),
        CLOCK,
        NotYetDue,
        wait=later(30) - TICK,
        flows=NOTICED_FLOWS,
    ),
    Probe(
        "ran_out",
        at(S.CONTRACTED),
        Lapse(),
        CLOCK,
        NotYetDue,
        wait=later(90) - TICK,
        flows=(*NOTICED_FLOWS, "independent"),
    ),
)
