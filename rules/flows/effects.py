"""What an act leaves behind: new facts (never a new state, the table says that) and events."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from rules.cases import (
    Accept,
    ApprovePayout,
    By,
    CollectionFact,
    ContractFact,
    CorrectCase,
    Facts,
    FilePlan,
    IssuePolicy,
    LobbyFact,
    PayoutFact,
    PreparePayout,
    PublishNotice,
    RecordPolicy,
    Register,
    RequestPayout,
    Sign,
    SignContract,
    Signer,
    State,
    Unsign,
    WithdrawCase,
)
from rules.days import (
    Calendar,
    Deadline,
    add_working_days,
    beijing_date,
    end_of_day,
    notice_end,
    notice_resume,
)
from rules.events.base import Event
from rules.events.cases import (
    Accepted,
    CaseCorrected,
    CaseLapsed,
    CaseRejected,
    CaseReturned,
    CaseWithdrawn,
    Contracted,
    Filed,
    NoticePublished,
    NoticeStarted,
    PayoutPrepared,
    PayoutRequested,
    PayoutReturned,
    PlanFiled,
    PolicyIssued,
    PremiumPaid,
    Registered,
    SignatureWithdrawn,
    Signed,
)
from rules.events.votes import CollectionOpened, PolicyRecorded
from rules.flows.signatures import enough_signed, heads_signed
from rules.flows.table import Effect, Moment
from rules.parameters import Parameters

Outcome = tuple[Facts, tuple[Event, ...]]


def happened(kind: type[Event], facts: Facts, at: Moment, why: str = "", **data: Any) -> Event:
    """An event about this case."""
    return kind(subject_id=facts.case_id, at=at.now, why=why, data=data)


def simply(kind: type[Event]) -> Effect:
    """An effect that only tells, with the act's reason where it gives one."""

    def effect(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
        return facts, (happened(kind, facts, at, getattr(act, "why", "")),)

    return effect


def sign(facts: Facts, act: Sign, by: By, at: Moment) -> Outcome:
    """The signature counts; the one that makes enough files the application. R5.1."""
    signer = Signer(owner_id=act.owner_id, person_id=act.person_id, homes=act.homes)
    stood = enough_signed(facts)
    facts = replace(facts, signers=(*facts.signers, signer))
    heads = heads_signed(facts)
    events: list[Event] = [
        happened(Signed, facts, at, heads=heads, needed=facts.parameters.signers_min)
    ]
    if not stood and enough_signed(facts):
        events.append(happened(Filed, facts, at, heads=heads))
    return facts, tuple(events)


def unsign(facts: Facts, act: Unsign, by: By, at: Moment) -> Outcome:
    """The signature no longer counts; falling below the number starts the full days anew."""
    stood = enough_signed(facts)
    left = tuple(one for one in facts.signers if one.owner_id != act.owner_id)
    facts = replace(facts, signers=left)
    if stood and not enough_signed(facts):
        facts = _signing_anew(facts, at)
    counts: dict[str, Any] = {"heads": heads_signed(facts)}
    counts["needed"] = facts.parameters.signers_min
    return facts, (happened(SignatureWithdrawn, facts, at, **counts),)


def _signing_anew(facts: Facts, at: Moment) -> Facts:
    return replace(facts, signing_ends_at=at.now + timedelta(days=facts.parameters.signing_days))


def accept(facts: Facts, act: Accept, by: By, at: Moment) -> Outcome:
    """The case has a handler, and its parameters are frozen (the caller put them in)."""
    return replace(facts, handler_id=by.id), (happened(Accepted, facts, at),)


def file_plan(facts: Facts, act: FilePlan, by: By, at: Moment) -> Outcome:
    """A new plan version: what can be is held, what is lacking must come in. R3.4, R7.6."""
    collection = None
    if act.owed_fen is not None:
        collection = CollectionFact(needed_fen=act.owed_fen, gathered_fen=act.gathered_fen)
    facts = replace(
        facts,
        version=facts.version + 1,
        premium_fen=act.premium_fen,
        vote=None,
        collection=collection,
    )
    lacking_fen = max(0, (act.owed_fen or 0) - act.gathered_fen)
    data: dict[str, Any] = {"premium_fen": act.premium_fen, "held_fen": act.held_fen}
    data |= {"lacking_fen": lacking_fen, "vote_fund_flow": facts.parameters.vote_fund_flow}
    events: list[Event] = [happened(PlanFiled, facts, at, version=facts.version, **data)]
    if lacking_fen:
        data = {"version": facts.version, "needed_fen": lacking_fen}
        events.append(happened(CollectionOpened, facts, at, **data))
    return facts, tuple(events)


def publish(facts: Facts, act: PublishNotice, by: By, at: Moment) -> Outcome:
    """The notice is public; every lobby waits for its evidence. R7.2."""
    lobbies = tuple(LobbyFact(unit_id=unit) for unit in act.units)
    facts = replace(no_period(facts), lobbies=lobbies, after_notice=None)
    return facts, (happened(NoticePublished, facts, at, lobbies=len(lobbies)),)


def all_posted(facts: Facts) -> bool:
    """Whether every lobby of the notice has evidence. R7.2."""
    return bool(facts.lobbies) and all(one.posted_at is not None for one in facts.lobbies)


def leads_to(facts: Facts) -> State | None:
    """Where a paused case will be when its notice has run: what it had reached before. R7.5."""
    in_notice = facts.resume_to in {State.POSTING, State.NOTICED}
    return facts.after_notice if in_notice else facts.resume_to


def no_period(facts: Facts) -> Facts:
    return replace(
        facts,
        standstills=(),
        notice_started_at=None,
        notice_from_on=None,
        notice_last_on=None,
        notice_ends_at=None,
        notice_provisional=False,
    )


def not_shown_yet(facts: Facts) -> tuple[LobbyFact, ...]:
    """The lobbies of a period with another end: that they hang near it is still to be shown."""
    return tuple(replace(one, hung_at=None) for one in facts.lobbies)


def start_period(facts: Facts, since: datetime, cal: Calendar) -> Facts:
    """The period runs from that moment's day. R7.1."""
    day = beijing_date(since)
    facts = replace(facts, notice_started_at=since, notice_from_on=day, standstills=())
    facts = replace(facts, lobbies=not_shown_yet(facts))
    return ends(facts, period_end(facts, cal))


def period_end(facts: Facts, cal: Calendar) -> Deadline:
    """The end of a notice counted from its first day, through every standstill. R7.1, R7.7.

    An end that was certain before a standstill is kept: owners were told it. One that was not is
    counted by the calendar now known, and so is all that followed from it (R9.2).
    """
    assert facts.notice_from_on is not None
    rules = facts.parameters
    end = notice_end(facts.notice_from_on, cal, rules.notice_days, rules.notice_roll)
    ends_at, provisional = end.ends_at, end.provisional
    for still in facts.standstills:
        if not still.provisional:
            ends_at, provisional = end_of_day(still.last_on), False
        end = notice_resume(
            ends_at,
            still.from_at,
            still.to_at,
            cal,
            mode=rules.notice_resume,
            days=rules.notice_days,
            roll=rules.notice_roll,
        )
        ends_at, provisional = end.ends_at, provisional or end.provisional
    return dataclasses.replace(end, provisional=provisional)


def ends(facts: Facts, end: Deadline) -> Facts:
    return replace(
        facts,
        notice_last_on=end.last_day,
        notice_ends_at=end.ends_at,
        notice_provisional=end.provisional,
    )


def started(facts: Facts, at: Moment) -> Event:
    return happened(
        NoticeStarted, facts, at, last_on=facts.notice_last_on, ends_at=facts.notice_ends_at
    )


def register(facts: Facts, act: Register, by: By, at: Moment) -> Outcome:
    """The Centre's record that the notice passed. 附件二(一)5."""
    facts = replace(facts, registration_number=act.number)
    return facts, (happened(Registered, facts, at, number=act.number),)


def sign_contract(facts: Facts, act: SignContract, by: By, at: Moment) -> Outcome:
    """Applicant and insurer have a contract. 附件二(一)6."""
    contract = ContractFact(
        number=act.number, from_on=act.from_on, to_on=act.to_on, amount_fen=act.amount_fen
    )
    facts = replace(facts, contract=contract)
    return facts, (happened(Contracted, facts, at, amount_fen=act.amount_fen),)


def request_payout(facts: Facts, act: RequestPayout, by: By, at: Moment) -> Outcome:
    """The materials are complete: the working days run from today, not counting it. R9.1."""
    payout = PayoutFact(
        invoice_number=act.invoice_number,
        amount_fen=act.invoice_fen,
        complete_on=at.today,
        due_on=at.today,
        provisional=False,
    )
    facts = replace(facts, payout=payout, correction_due_at=None)
    facts = replace(facts, payout=clocked(facts, at))
    assert facts.payout is not None
    data: dict[str, Any] = {"due_on": facts.payout.due_on, "amount_fen": act.invoice_fen}
    return facts, (happened(PayoutRequested, facts, at, **data),)


def clocked(facts: Facts, at: Moment) -> PayoutFact | None:
    """The payout with its working days counted from today: papers complete, nothing paused."""
    if facts.payout is None:
        return None
    return payout_due(replace(facts.payout, counted_from_on=at.today), facts.parameters, at.cal)


def payout_due(payout: PayoutFact, parameters: Parameters, cal: Calendar) -> PayoutFact:
    """The payout with its last day by this calendar. R9.1, R9.2."""
    start = payout.counted_from_on or payout.complete_on
    due = add_working_days(start, parameters.payout_working_days, cal)
    return replace(payout, due_on=due.last_day, provisional=due.provisional)


def clocks_anew(facts: Facts, at: Moment) -> Facts:
    """What had to be done by a day stood still with the case, and has its full days again."""
    facts = replace(facts, payout=clocked(facts, at))
    if facts.correction_due_at is not None:
        facts = replace(facts, correction_due_at=_correction_end(facts, at))
    return facts


def pause_over(facts: Facts, at: Moment) -> Facts:
    """Nothing is open any more, and the time in the pause is counted."""
    began = facts.pause_began_at
    seconds = int((at.now - began).total_seconds()) if began is not None else 0
    return replace(
        facts,
        paused_seconds=facts.paused_seconds + seconds,
        pause_began_at=None,
        paused_at=None,
        open_objections=(),
        hand_hold=False,
        held_by="",
    )


def prepare_payout(facts: Facts, act: PreparePayout, by: By, at: Moment) -> Outcome:
    """One person has prepared the payment, to the account that counts now. R9.3, R3.5."""
    assert facts.payout is not None
    payout = replace(facts.payout, prepared_by=by.id, payee_id=act.payee_id)
    event = happened(PayoutPrepared, facts, at, amount_fen=payout.amount_fen)
    return replace(facts, payout=payout), (event,)


def approve_payout(facts: Facts, act: ApprovePayout, by: By, at: Moment) -> Outcome:
    """Another has approved it: the premium is paid. R9.3, 附件二(一)7."""
    assert facts.payout is not None
    payout = replace(facts.payout, approved_by=by.id)
    event = happened(PremiumPaid, facts, at, amount_fen=payout.amount_fen)
    return replace(facts, payout=payout), (event,)


def issue_policy(facts: Facts, act: IssuePolicy, by: By, at: Moment) -> Outcome:
    """The insurer has issued the policy: the elevators are covered."""
    facts = replace(facts, policy_number=act.number)
    contract = facts.contract
    assert contract is not None
    return facts, (
        happened(PolicyIssued, facts, at, from_on=contract.from_on, to_on=contract.to_on),
    )


def record_policy(facts: Facts, act: RecordPolicy, by: By, at: Moment) -> Outcome:
    """A policy bought without the Centre is on record: the elevators are covered. R5.5."""
    facts = replace(
        facts,
        handler_id=by.id,
        policy_number=act.number,
        contract=act.contract,
        premium_fen=act.contract.amount_fen,
    )
    days: dict[str, Any] = {"from_on": act.contract.from_on, "to_on": act.contract.to_on}
    return facts, (happened(PolicyRecorded, facts, at, **days),)


def return_case(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """What is missing is said, with a deadline. Section 6, correction.days."""
    facts = replace(facts, returned_from=facts.state, correction_due_at=_correction_end(facts, at))
    return facts, (happened(CaseReturned, facts, at, act.why, due_at=facts.correction_due_at),)


def return_payout(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """The payout must be asked for again with what was missing; its clock is gone. R9.1."""
    facts = replace(facts, payout=None, correction_due_at=_correction_end(facts, at))
    return facts, (happened(PayoutReturned, facts, at, act.why, due_at=facts.correction_due_at),)


def _correction_end(facts: Facts, at: Moment) -> datetime:
    return end_of_day(at.today + timedelta(days=facts.parameters.correction_days))


def correct(facts: Facts, act: CorrectCase, by: By, at: Moment) -> Outcome:
    """The applicant has put right what was missing; a returned plan is void with its vote and
    its hold free.

    Where signatures were taken back meanwhile, there is the full time to collect them.
    """
    facts = replace(facts, correction_due_at=None)
    if facts.returned_from is not State.FILED:
        facts = replace(facts, premium_fen=0, vote=None, collection=None)
    elif not enough_signed(facts):
        facts = _signing_anew(facts, at)
    return facts, (happened(CaseCorrected, facts, at, act.note),)


def withdraw(facts: Facts, act: WithdrawCase, by: By, at: Moment) -> Outcome:
    """The applicant has taken it back; a pause ends with the case."""
    facts = pause_over(facts, at)
    return facts, (happened(CaseWithdrawn, facts, at, act.why),)


def lapse(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """Its time is up; the event says in which state that was."""
    return facts, (happened(CaseLapsed, facts, at, state=facts.state),)


reject = simply(CaseRejected)
