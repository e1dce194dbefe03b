"""From the contract to the policy: periods, sums, the clock of seven working days. R9, R10.3."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as but

from rules.cases import (
    ApprovePayout,
    IssuePolicy,
    Lapse,
    PreparePayout,
    Recount,
    RejectCase,
    ReturnPayout,
    State,
)
from rules.days import BEIJING, PUBLISHED_YEARS, Calendar, end_of_day
from rules.events.cases import PayoutRecounted
from rules.flows import deadlines
from rules.parameters import Parameters
from rules.refusals.asking import SamePerson
from rules.refusals.cases import (
    ContractTooLarge,
    NotAllowedNow,
    PapersMissing,
    SumsDiffer,
    WrongPeriod,
)
from tests.rules.flows.play import (
    APPLICANT,
    CAL,
    CLERK,
    CLOCK,
    CONTRACT,
    DAY,
    FINANCE,
    FINANCE_2,
    HOUR,
    INSURER,
    MET,
    PAPERS,
    PREMIUM_FEN,
    REVIEWER,
    Play,
    contract,
    held,
    on_with,
    payout,
    reach,
    released,
)

S = State


def iso(text: str) -> date:
    return date.fromisoformat(text)


def registered(today: str, years: int = 1) -> Play:
    """A registered case on the morning of that day."""
    play = reach(S.REGISTERED, Parameters(policy_years=years))
    morning = datetime.fromisoformat(today).replace(hour=9, tzinfo=BEIJING)
    return Play(but(play.facts, changed_at=morning), morning)


# --- R10.3: the period


@pytest.mark.parametrize(
    ("from_on", "to_on", "years"),
    [
        ("2026-01-01", "2026-12-31", 1),
        ("2025-12-31", "2026-12-30", 1),
        ("2026-03-01", "2027-02-28", 1),
        ("2027-02-28", "2028-02-27", 1),
        ("2027-03-01", "2028-02-29", 1),
        ("2028-02-28", "2029-02-27", 1),
        ("2028-02-29", "2029-02-28", 1),
        ("2028-03-01", "2029-02-28", 1),
        ("2026-01-01", "2028-12-31", 3),
        ("2028-02-29", "2031-02-28", 3),
        ("2025-03-01", "2028-02-29", 3),
    ],
)
def test_a_period_is_whole_years_day_for_day(from_on, to_on, years):
    play = registered("2025-01-02", years)
    act = contract(iso(from_on), iso(to_on))
    for wrong in (act.to_on - DAY, act.to_on + DAY, act.from_on, act.from_on - DAY):
        with pytest.raises(WrongPeriod) as refused:
            play.do(but(act, to_on=wrong), APPLICANT)
        assert refused.value.facts == {"expected_to_on": act.to_on, "years": years}
    play.do(act, APPLICANT)
    assert play.state is S.CONTRACTED
    assert play.facts.contract.from_on == act.from_on


@given(st.dates(date(2025, 1, 2), date(2100, 1, 1)), st.sampled_from([1, 3]))
def test_one_period_follows_the_other_without_gap_or_overlap(from_on, years):
    """R10.3: the day after the last is the same day again, or the first of March for the 29th."""
    play = registered("2025-01-02", years)
    with pytest.raises(WrongPeriod) as refused:
        play.do(contract(from_on, date.min), APPLICANT)
    following = refused.value.facts["expected_to_on"] + DAY
    assert following.year == from_on.year + years
    leap_day = (from_on.month, from_on.day) == (2, 29)
    assert (following.month, following.day) == (
        (3, 1) if leap_day else (from_on.month, from_on.day)
    )


def test_cover_begins_today_at_the_earliest():
    """Today is Beijing's: 00:30 there is still yesterday in London."""
    play = registered("2025-09-20")
    with pytest.raises(WrongPeriod):
        play.do(contract(iso("2025-09-19"), iso("2026-09-18")), APPLICANT)
    just_after_midnight = datetime(2025, 9, 21, 0, 30, tzinfo=BEIJING)
    with pytest.raises(WrongPeriod):
        play.do(contract(iso("2025-09-20"), iso("2026-09-19")), APPLICANT, just_after_midnight)
    play.do(contract(iso("2025-09-21"), iso("2026-09-20")), APPLICANT, just_after_midnight)
    assert play.state is S.CONTRACTED


@pytest.mark.parametrize("from_on", [date.max, date(9999, 1, 1)])
def test_a_period_beyond_all_calendars_is_refused_in_order(from_on):
    with pytest.raises(WrongPeriod):
        registered("2025-09-20").do(contract(from_on, date.max), APPLICANT)


# --- R9.3: the sums


@pytest.mark.parametrize("amount_fen", [1, PREMIUM_FEN - 1, PREMIUM_FEN])
def test_a_contract_up_to_the_premium_is_paid_to_the_fen(amount_fen):
    play = reach(S.REGISTERED).do(but(CONTRACT, amount_fen=amount_fen), APPLICANT)
    for wrong in (amount_fen - 1, amount_fen + 1):
        with pytest.raises(SumsDiffer) as refused:
            play.do(payout(wrong), APPLICANT)
        assert refused.value.facts == {"contract_fen": amount_fen, "invoice_fen": wrong}
    play.do(payout(amount_fen), APPLICANT)
    with pytest.raises(SumsDiffer):
        play.do(PreparePayout(amount_fen=amount_fen + 1, payee_id="payee"), FINANCE)
    play.do(PreparePayout(amount_fen=amount_fen, payee_id="payee"), FINANCE)
    play.do(ApprovePayout(conditions=MET), FINANCE_2)
    assert play.state is S.PAID
    assert play.facts.payout.amount_fen == amount_fen
    assert play.events[-1].data == {"amount_fen": amount_fen}
    assert play.facts.premium_fen == PREMIUM_FEN, "what was held; the ledger releases the rest"


def test_a_larger_contract_needs_a_new_plan():
    with pytest.raises(ContractTooLarge) as refused:
        reach(S.REGISTERED).do(but(CONTRACT, amount_fen=PREMIUM_FEN + 1), APPLICANT)
    assert refused.value.facts == {"premium_fen": PREMIUM_FEN, "contract_fen": PREMIUM_FEN + 1}


@pytest.mark.parametrize("missing", ["contract", "invoice", "notice_photo"])
def test_every_paper_is_asked_for(missing):
    with pytest.raises(PapersMissing) as refused:
        reach(S.CONTRACTED).do(payout(papers=PAPERS - {missing}), APPLICANT)
    assert refused.value.facts == {"missing": [missing]}


def test_one_prepares_and_another_approves():
    play = reach(S.PREPARED)
    assert play.facts.payout.prepared_by == FINANCE.id
    with pytest.raises(SamePerson):
        play.do(ApprovePayout(conditions=MET), FINANCE)
    play.do(ApprovePayout(conditions=MET), REVIEWER)
    assert play.facts.payout.approved_by == REVIEWER.id
    assert play.do(IssuePolicy(number="BD-1"), INSURER).state is S.INSURED
    assert play.facts.policy_number == "BD-1"
    assert play.events[-1].data == {"from_on": CONTRACT.from_on, "to_on": CONTRACT.to_on}


# --- R9.1: the clock


def asked(today: str, cal: Calendar = CAL) -> Play:
    """The payout is asked for in the evening of that day."""
    evening = datetime.fromisoformat(today).replace(hour=23, minute=59, tzinfo=BEIJING)
    facts = but(reach(S.CONTRACTED).facts, changed_at=evening - HOUR)
    return Play(facts, evening, cal).do(payout(), APPLICANT, evening)


@pytest.mark.parametrize(
    ("complete", "due"),
    [("2025-09-26", "2025-10-13"), ("2026-02-12", "2026-02-28"), ("2025-09-15", "2025-09-24")],
)
def test_seven_working_days_from_the_complete_papers(complete, due):
    """Section 15; the day itself does not count, make-up days do."""
    play = asked(complete)
    assert play.facts.payout.complete_on == iso(complete)
    assert play.facts.payout.due_on == iso(due)
    assert not play.facts.payout.provisional
    (running,) = deadlines(play.facts, CAL)
    assert (running.kind, running.rule, running.at) == ("payout", "R9.1", end_of_day(iso(due)))


def test_the_clock_runs_while_it_waits_for_the_second_pair_of_eyes():
    play = asked("2025-09-26").do(PreparePayout(amount_fen=PREMIUM_FEN, payee_id="payee"), FINANCE)
    assert [one.kind for one in deadlines(play.facts, CAL)] == ["payout"]


@pytest.mark.parametrize("state", [S.REQUESTED, S.PREPARED])
def test_a_return_stops_the_clock_and_the_next_request_starts_it_anew(state):
    play = reach(state).do(ReturnPayout(why="缺发票"), FINANCE)
    assert play.state is S.CONTRACTED
    assert play.facts.payout is None and play.facts.contract is not None
    due = end_of_day(play.now.date() + timedelta(days=15))
    assert play.facts.due_at() == due
    (running,) = deadlines(play.facts, CAL)
    assert (running.kind, running.at) == ("correction", due)
    play.do(payout(), APPLICANT, due - timedelta(microseconds=1))
    assert play.state is S.REQUESTED
    assert play.facts.payout.complete_on == due.date() - DAY
    assert play.facts.payout.prepared_by == ""
    assert play.facts.correction_due_at is None


def test_papers_not_brought_in_time_let_the_case_lapse():
    play = reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK)
    assert play.do(Lapse(), CLOCK, play.facts.due_at()).state is S.LAPSED


def test_a_pause_stops_the_clock_too():
    play = held(reach(S.REQUESTED))
    assert deadlines(play.facts, CAL) == []
    play.now = datetime(2025, 9, 26, 10, tzinfo=BEIJING)
    assert released(play).state is S.REQUESTED
    assert play.facts.payout.due_on == iso("2025-10-13")
    assert play.facts.payout.complete_on < play.facts.payout.counted_from_on == iso("2025-09-26")


def test_a_payout_can_still_be_rejected_before_it_is_prepared():
    assert reach(S.REQUESTED).do(RejectCase(why="条件不符"), CLERK).state is S.REJECTED
    with pytest.raises(NotAllowedNow):
        reach(S.PREPARED).do(RejectCase(why="条件不符"), CLERK)


# --- R9.2

NOT_OUT_YET = Calendar({}, PUBLISHED_YEARS - {2026}, {})


def test_a_due_day_in_an_unpublished_year_is_provisional_and_counted_again():
    play = asked("2025-12-26", NOT_OUT_YET)
    assert play.facts.payout.provisional
    assert play.facts.payout.due_on == iso("2026-01-06")
    assert deadlines(play.facts, NOT_OUT_YET)[0].provisional
    unchanged = play.do(Recount(), CLOCK).facts
    assert unchanged.payout.provisional and play.told(PayoutRecounted) == []
    counted = play.but(CAL).do(Recount(), CLOCK)
    assert counted.state is S.REQUESTED
    assert not counted.facts.payout.provisional
    assert counted.facts.payout.due_on == iso("2026-01-07")  # the first to the third are off
    assert counted.told(PayoutRecounted) == ["PayoutRecounted"]
    assert counted.events[-1].data == {"due_on": iso("2026-01-07")}


def test_counted_again_while_prepared_it_stays_prepared():
    play = asked("2025-12-26", NOT_OUT_YET).do(
        PreparePayout(amount_fen=PREMIUM_FEN, payee_id="payee"), FINANCE
    )
    counted = play.but(CAL).do(Recount(), CLOCK)
    assert counted.state is S.PREPARED
    assert counted.facts.payout.prepared_by == FINANCE.id


def test_a_certain_due_day_is_not_moved():
    """The working days were told; a local holiday entered later does not stretch them."""
    play = asked("2025-09-15")
    later = Calendar.standard({iso("2025-09-24"): False})
    assert play.but(later).do(Recount(), CLOCK).facts.payout == play.facts.payout


# --- a case that needs none of it: the straight way


def test_the_straight_way_takes_no_more_than_it_must():
    play = on_with(reach(S.SIGNING), S.INSURED)
    assert play.told() == [
        "Signed",
        "Signed",
        "Signed",
        "Filed",
        "Accepted",
        "PlanFiled",
        "NoticePublished",
        "LobbyEvidenced",
        "LobbyEvidenced",
        "NoticeStarted",
        "NoticeEnded",
        "Registered",
        "Contracted",
        "PayoutRequested",
        "PayoutPrepared",
        "PremiumPaid",
        "PolicyIssued",
    ]
    assert play.facts.paused_seconds == 0
