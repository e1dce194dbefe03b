"""Objections, holds by hand, and the notice's clock: pausing and going on. R7.4 to R7.10."""

from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from rules.cases import By, CloseObjection, Facts, HoldByHand, Object, Reopen, State, Uphold
from rules.days import notice_resume
from rules.events import (
    Event,
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
    ReleasedByHand,
)
from rules.flows.effects import (
    Outcome,
    all_posted,
    clocked,
    ends,
    happened,
    no_period,
    period_end,
    start_period,
    started,
)
from rules.flows.table import Moment


def in_time(facts: Facts, arrived_at: datetime) -> bool:
    """Whether an objection that arrived then came before the notice's end. R7.4, R7.7.

    Before the period runs, and while its clock stands still, everything is in time.
    """
    clock_stands = facts.state is State.PAUSED and facts.paused_at is not None
    return facts.notice_ends_at is None or clock_stands or arrived_at < facts.notice_ends_at


def object_to(facts: Facts, act: Object, by: By, at: Moment) -> Outcome:
    """In time: paused at once, also after the fact. Late: recorded, nothing else. R7.5, R7.9."""
    which = {"objection_id": act.objection_id}
    if not in_time(facts, act.arrived_at) or facts.state in {State.PAID, State.INSURED}:
        intime = in_time(facts, act.arrived_at)
        return facts, (happened(LateObjectionRecorded, facts, at, in_time=intime, **which),)
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
        running = facts.notice_ends_at is None or at.now < facts.notice_ends_at
        facts = _pause(facts, at, at.now if running else None)
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
    )
    if left or facts.hand_hold:
        return facts, (settled,)
    facts, resumed = _resume(facts, at)
    return facts, (settled, *resumed)


def release_by_hand(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """The hold is lifted; open objections keep the case paused all the same. R7.6, R7.9."""
    facts = replace(facts, hand_hold=False)
    lifted = happened(ReleasedByHand, facts, at, act.why)
    if facts.open_objections:
        return facts, (lifted,)
    facts, resumed = _resume(facts, at)
    return facts, (lifted, *resumed)


def hold_by_hand(facts: Facts, act: HoldByHand, by: By, at: Moment) -> Outcome:
    """The Centre holds the case; a running notice stops with it. R7.9."""
    if facts.state is not State.PAUSED:
        running = facts.state in {State.POSTING, State.NOTICED}
        facts = _pause(facts, at, at.now if running else None)
    return replace(facts, hand_hold=True), (happened(HeldByHand, facts, at, act.why),)


def _resume(facts: Facts, at: Moment) -> Outcome:
    """Out of the pause, to `resume_to`, with the notice's clock set going again.

    A notice that was over when paper received in time was entered late runs once more for the
    days left from that receipt; `after_notice` keeps where the case had got to. R7.5, R7.7.
    """
    stopped, began = facts.paused_at, facts.pause_began_at
    if began is not None:
        seconds = int((at.now - began).total_seconds())
        facts = replace(facts, paused_seconds=facts.paused_seconds + seconds)
    facts = replace(facts, pause_began_at=None)
    if facts.resume_to is State.POSTING and all_posted(facts):
        facts = replace(start_period(facts, at), paused_at=None, resume_to=State.NOTICED)
        return facts, (_resumed(facts, at), started(facts, at))
    if stopped is not None and facts.notice_ends_at is not None:
        end = notice_resume(
            facts.notice_ends_at,
            min(stopped, facts.notice_ends_at),
            at.now,
            at.cal,
            mode=facts.policy.notice_resume,
            days=facts.policy.notice_days,
            roll=facts.policy.notice_roll,
        )
        back = end.last_day - timedelta(days=facts.policy.notice_days)
        later = facts.after_notice if facts.resume_to is State.NOTICED else facts.resume_to
        facts = replace(ends(facts, end), notice_from_on=back, after_notice=later)
        facts = replace(facts, resume_to=State.NOTICED)
    facts = replace(facts, paused_at=None, payout=clocked(facts, at))
    return facts, (_resumed(facts, at),)


def _resumed(facts: Facts, at: Moment) -> Event:
    return happened(
        NoticeResumed, facts, at, last_on=facts.notice_last_on, ends_at=facts.notice_ends_at
    )


def uphold(facts: Facts, act: Uphold, by: By, at: Moment) -> Outcome:
    """The plan goes back or the case ends; signatures and objections were of that version.

    What was held is released, a registration or contract of the version is void. R7.6, R3.4.
    """
    facts = replace(
        no_period(facts),
        upheld_then=act.then,
        lobbies=(),
        open_objections=(),
        hand_hold=False,
        paused_at=None,
        pause_began_at=None,
        resume_to=None,
        after_notice=None,
        premium_fen=0,
        registration_number="",
        contract=None,
        payout=None,
    )
    event = happened(
        ObjectionUpheld, facts, at, act.why, objection_id=act.objection_id, then=act.then
    )
    return facts, (event,)


def end_notice(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """The days passed without an objection left. 附件二(一)5."""
    facts = replace(facts, payout=clocked(facts, at))
    return facts, (happened(NoticeEnded, facts, at, ended_at=facts.notice_ends_at),)


def recount(facts: Facts, act: Any, by: By, at: Moment) -> Outcome:
    """A provisional end is counted again with the calendar now known; nothing else. R9.2."""
    counted = ends(facts, period_end(facts, at.cal))
    if counted == facts:
        return facts, ()
    last_on, ends_at = counted.notice_last_on, counted.notice_ends_at
    event = happened(NoticeRecounted, counted, at, last_on=last_on, ends_at=ends_at)
    return counted, (event,)
