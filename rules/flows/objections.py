"""Objections, holds by hand, and the notice's clock: pausing and going on. R7.4 to R7.10."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from rules.cases import (
    By,
    CloseObjection,
    DismissObjection,
    EndOnPaper,
    EnterEnding,
    Facts,
    HoldByHand,
    Object,
    ProposeSettlement,
    Reopen,
    Standstill,
    State,
    Uphold,
)
from rules.days import Calendar, end_of_day
from rules.events.base import Event
from rules.events.cases import (
    EndingEntered,
    HeldByHand,
    LateObjectionRecorded,
    NoticeEnded,
    NoticeRecounted,
    NoticeResumed,
    ObjectionAdded,
    ObjectionReopened,
    ObjectionSettled,
    ObjectionUpheld,
    Paused,
    PayoutRecounted,
    ReleasedByHand,
    SettlementProposed,
)
from rules.flows.effects import (
    Outcome,
    all_posted,
    clocks_anew,
    ends,
    happened,
    leads_to,
    no_period,
    not_shown_yet,
    pause_over,
    payout_due,
    period_end,
    start_period,
    started,
)
from rules.flows.table import Moment


def in_time(facts: Facts, arrived_at: datetime) -> bool:
    """Whether an objection that arrived then came before the notice's end. R7.4, R7.7.

    Before the period runs, while its clock stands still and while its end is provisional (R9.2),
    everything is in time: nobody can know that it came too late.
    """
    clock_stands = facts.state is State.PAUSED and facts.paused_at is not None
    return clock_stands or _runs(facts, arrived_at)


def _runs(facts: Facts, moment: datetime) -> bool:
    """Whether the notice's end was still to come at that moment, or is not certain."""
    end = facts.notice_ends_at
    return end is None or facts.notice_provisional or moment < end


@dataclass(frozen=True)
class Arrival:
    """What an objection's arrival means: whether it is in time, and whether it pauses the case."""

    in_time: bool
    pauses: bool


def arrival(facts: Facts, arrived_at: datetime) -> Arrival:
    """In time before the notice's end; once the premium is paid nothing is paused. R7.5, R7.9."""
    timely = in_time(facts, arrived_at)
    return Arrival(timely, timely and facts.state not in {State.PAID, State.INSURED})


def object_to(facts: Facts, act: Object, by: By, at: Moment) -> Outcome:
    """In time: paused at once, also after the fact. Late: recorded, nothing else. R7.5, R7.9."""
    which = {"objection_id": act.objection_id}
    came = arrival(facts, act.arrived_at)
    if not came.pauses:
        late = happened(LateObjectionRecorded, facts, at, in_time=came.in_time, **which)
        return facts, (late,)
    first = facts.state is not State.PAUSED
    facts = replace(facts, open_objections=(*facts.open_objections, act.objection_id))
    if not first:
        stopped = min(facts.paused_at or act.arrived_at, act.arrived_at)
        facts = replace(facts, paused_at=stopped)
        number = len(facts.open_objections)
        return facts, (happened(ObjectionAdded, facts, at, open=number, **which),)
    after_end = facts.state not in {State.POSTING, State.NOTICED}
    facts = _pause(facts, at, act.arrived_at)
    return facts, (happened(Paused, facts, at, retroactive=after_end, **which),)


def _pause(facts: Facts, at: Moment, clock_stops_at: datetime | None) -> Facts:
    return replace(facts, resume_to=facts.state, paused_at=clock_stops_at, pause_began_at=at.now)


def reopen(facts: Facts, act: Reopen, by: By, at: Moment) -> Outcome:
    """Review was asked for: open again, so paused again; a period that is over stays over."""
    if facts.state is not State.PAUSED:
        facts = _pause(facts, at, at.now if _runs(facts, at.now) else None)
    facts = replace(facts, open_objections=(*facts.open_objections, act.objection_id))
    return facts, (happened(ObjectionReopened, facts, at, objection_id=act.objection_id),)


def close_objection(facts: Facts, act: CloseObjection, by: By, at: Moment) -> Outcome:
    """One less is open; with the last one the notice goes on for the days left. R7.6, R7.7."""
    left = tuple(one for one in facts.open_objections if one != act.objection_id)
    facts = replace(facts, open_objections=left)
    settled = happened(
        ObjectionSettled,
        facts,
        at,
        act.why,
        objection_id=act.objection_id,
        outcome=act.outcome,
        open=len(left),
        reviewable=isinstance(act, DismissObjection | EndOnPaper),
    )
    if left or facts.hand_hold:
        return facts, (settled,)
    facts, resumed = _resume(facts, at)
    return facts, (settled, *resumed)


def propose_settlement(facts: Facts, act: ProposeSettlement, by: By, at: Moment) -> Outcome:
    """The objector has a record to read; until the own tap on it nothing changes. R7.6."""
    return facts, (happened(SettlementProposed, facts, at, objection_id=act.objection_id),)


def enter_ending(facts: Facts, act: EnterEnding, by: By, at: Moment) -> Outcome:
    """The paper waits for its second person; until then nothing changes. R7.6."""
    data: dict[str, Any] = {"objection_id": act.objection_id, "outcome": act.outcome}
    return facts, (happened(EndingEntered, facts, at, **data),)


def release_by_hand(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """The hold is lifted; open objections keep the case paused all the same. R7.6, R7.9."""
    facts = replace(facts, hand_hold=False, held_by="")
    lifted = happened(ReleasedByHand, facts, at, act.why)
    if facts.open_objections:
        return facts, (lifted,)
    facts, resumed = _resume(facts, at)
    return facts, (lifted, *resumed)


def hold_by_hand(facts: Facts, act: HoldByHand, by: By, at: Moment) -> Outcome:
    """The Centre holds the case; a running notice stops with it. R7.9."""
    if facts.state is not State.PAUSED:
        facts = _pause(facts, at, at.now if _runs(facts, at.now) else None)
    facts = replace(facts, hand_hold=True, held_by=by.id)
    return facts, (happened(HeldByHand, facts, at, act.why),)


def _resume(facts: Facts, at: Moment) -> Outcome:
    """Out of the pause, to `resume_to`, with all clocks set going again.

    A notice that was over when paper received in time was entered late runs once more for the
    days left from that receipt; `after_notice` keeps where the case had got to. R7.5, R7.7.
    """
    stopped_at = facts.paused_at
    facts = pause_over(facts, at)
    if facts.resume_to is State.POSTING and all_posted(facts):
        facts = replace(start_period(facts, at.now, at.cal), resume_to=State.NOTICED)
        return facts, (_resumed(facts, at), started(facts, at))
    if stopped_at is not None and facts.notice_ends_at is not None:
        facts = replace(facts, standstills=_standstills(facts, stopped_at, at.now))
        facts = replace(facts, lobbies=not_shown_yet(facts))
        facts = ends(facts, period_end(facts, at.cal))
        facts = replace(facts, after_notice=leads_to(facts), resume_to=State.NOTICED)
    return clocks_anew(facts, at), (_resumed(facts, at),)


def _standstills(facts: Facts, stopped_at: datetime, now: datetime) -> tuple[Standstill, ...]:
    """All stretches in which the clock stood still, with this one, in order and apart.

    One that reaches back into an earlier one swallows it: no time counts as left twice. The clock
    cannot stop before it began to run.
    """
    assert facts.notice_last_on is not None
    still = Standstill(
        from_at=max(stopped_at, facts.notice_started_at or stopped_at),
        to_at=now,
        last_on=facts.notice_last_on,
        provisional=facts.notice_provisional,
    )
    before = list(facts.standstills)
    while before and before[-1].to_at >= still.from_at:
        last = before.pop()
        still = replace(last, from_at=min(last.from_at, still.from_at), to_at=now)
    return (*before, still)


def time_left(facts: Facts, now: datetime) -> timedelta | None:
    """How much of the notice's time is left: of a paused one what it had when its clock stopped.

    None before the period runs; nothing once it is over. R7.7.
    """
    if facts.notice_ends_at is None:
        return None
    if facts.state is State.PAUSED and facts.paused_at is not None:
        still = _standstills(facts, facts.paused_at, max(now, facts.paused_at))[-1]
        return max(end_of_day(still.last_on) - still.from_at, timedelta(0))
    return max(facts.notice_ends_at - now, timedelta(0))


def _resumed(facts: Facts, at: Moment) -> Event:
    return happened(
        NoticeResumed, facts, at, last_on=facts.notice_last_on, ends_at=facts.notice_ends_at
    )


def uphold(facts: Facts, act: Uphold, by: By, at: Moment) -> Outcome:
    """The plan goes back or the case ends; signatures and objections were of that version.

    What was held is released, a registration or contract of the version is void. R7.6, R3.4.
    """
    facts = replace(
        no_period(pause_over(facts, at)),
        upheld_then=act.then,
        vote=None,
        collection=None,
        lobbies=(),
        resume_to=None,
        after_notice=None,
        premium_fen=0,
        registration_number="",
        contract=None,
        payout=None,
        correction_due_at=None,
    )
    data: dict[str, Any] = {"objection_id": act.objection_id, "then": act.then}
    data["notice_days"] = facts.parameters.notice_days
    return facts, (happened(ObjectionUpheld, facts, at, act.why, **data),)


def end_notice(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """The days passed without an objection left. 附件二(一)5."""
    event = happened(NoticeEnded, facts, at, ended_at=facts.notice_ends_at, unshown=facts.unshown)
    return clocks_anew(facts, at), (event,)


def recount(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """What was provisional is counted again with the calendar now known; nothing else. R9.2."""
    counted = recounted(facts, at.cal)
    events: list[Event] = []
    if (counted.notice_ends_at, counted.notice_provisional) != (
        facts.notice_ends_at,
        facts.notice_provisional,
    ):
        last_on, ends_at = counted.notice_last_on, counted.notice_ends_at
        events.append(happened(NoticeRecounted, facts, at, last_on=last_on, ends_at=ends_at))
    if counted.payout is not None and counted.payout != facts.payout:
        events.append(happened(PayoutRecounted, facts, at, due_on=counted.payout.due_on))
    return counted, tuple(events)


def recounted(facts: Facts, cal: Calendar) -> Facts:
    """The facts with every provisional day counted by this calendar. R9.2."""
    if facts.notice_provisional and facts.notice_from_on is not None:
        facts = ends(facts, period_end(facts, cal))
    if facts.payout is not None and facts.payout.provisional:
        facts = replace(facts, payout=payout_due(facts.payout, facts.parameters, cal))
    return facts
