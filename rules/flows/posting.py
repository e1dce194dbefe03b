"""Evidence of each lobby: taken, looked at, refused; the period runs with the last one. R7.2."""

from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from rules.cases import (
    AcceptLobby,
    By,
    Facts,
    LobbyFact,
    PostLobby,
    RefuseLobby,
    ShowHanging,
    State,
)
from rules.events.base import Event
from rules.events.cases import LobbyAccepted, LobbyEvidenced, LobbyRefused, LobbyShown
from rules.flows.effects import (
    Outcome,
    all_posted,
    happened,
    leads_to,
    no_period,
    start_period,
    started,
)
from rules.flows.table import Moment
from rules.refusals.cases import NotAllowedNow


def _with(facts: Facts, unit_id: str, **changes: object) -> Facts:
    lobbies = tuple(
        replace(one, **changes) if one.unit_id == unit_id else one for one in facts.lobbies
    )
    return replace(facts, lobbies=lobbies)


def post_lobby(facts: Facts, act: PostLobby, by: By, at: Moment) -> Outcome:
    """A photo that proves itself counts; any other waits for a clerk's look. R7.2."""
    posted_at, waiting_at = (at.now, None) if act.proven else (None, at.now)
    facts = _with(facts, act.unit_id, posted_at=posted_at, waiting_at=waiting_at, posted_by=by.id)
    told = happened(
        LobbyEvidenced,
        facts,
        at,
        posted=facts.posted,
        lobbies=len(facts.lobbies),
        unit_id=act.unit_id,
        waits=not act.proven,
    )
    return _begun(facts, at, told)


def accept_lobby(facts: Facts, act: AcceptLobby, by: By, at: Moment) -> Outcome:
    """Somebody at the Centre has seen that the photo shows it: it counts from its own day. R7.2."""
    waited = next((one.waiting_at for one in facts.lobbies if one.unit_id == act.unit_id), None)
    facts = _with(facts, act.unit_id, posted_at=waited, waiting_at=None)
    data: dict[str, Any] = {
        "posted": facts.posted,
        "lobbies": len(facts.lobbies),
        "unit_id": act.unit_id,
    }
    return _begun(facts, at, happened(LobbyAccepted, facts, at, **data))


def _begun(facts: Facts, at: Moment, told: Event) -> Outcome:
    if not all_posted(facts) or facts.state is not State.POSTING:
        return facts, (told,)
    facts = begin(facts, at)
    return facts, (told, started(facts, at))


def begin(facts: Facts, at: Moment) -> Facts:
    """The period runs from the day of the last photo. R7.1, R7.2.

    A photo that was accepted when those days were over gives them from now: nobody had been told
    that they ran.
    """
    last: datetime = max(one.posted_at for one in facts.lobbies if one.posted_at is not None)
    begun = start_period(facts, last, at.cal)
    over = begun.notice_ends_at is not None and begun.notice_ends_at <= at.now
    return start_period(facts, at.now, at.cal) if over else begun


NEAR = timedelta(days=2)
"""How long before its end a photo shows that the notice hung to its end."""


def show_hanging(facts: Facts, act: ShowHanging, by: By, at: Moment) -> Outcome:
    """A photo near the last day is on record; nothing runs or stops by it. R7.2."""
    if act.proven:
        facts = _with(facts, act.unit_id, hung_at=at.now)
    data: dict[str, Any] = {"unit_id": act.unit_id, "proven": act.proven}
    return facts, (happened(LobbyShown, facts, at, **data),)


def near_the_end(facts: Facts, act: ShowHanging, by: By, at: Moment) -> None:
    """Earlier it would show nothing of the last days. R7.2."""
    if not near_its_end(facts, at.now):
        raise NotAllowedNow("期末张贴照片在公示截止前两天内拍摄上传", state=facts.state.value)


def near_its_end(facts: Facts, now: datetime) -> bool:
    """Whether a running notice is so near its end that a photo says something of it."""
    end = facts.notice_ends_at
    return facts.state is State.NOTICED and end is not None and now >= end - NEAR


def refuse_lobby(facts: Facts, act: RefuseLobby, by: By, at: Moment) -> Outcome:
    """The period has not run: it starts anew when that lobby has evidence. R7.2.

    What was already registered or contracted stays, and is gone on with after those days.
    """
    facts = _with(no_period(facts), act.unit_id, posted_at=None, waiting_at=None)
    if facts.state is State.PAUSED:
        facts = replace(facts, resume_to=State.POSTING, after_notice=leads_to(facts))
    return facts, (happened(LobbyRefused, facts, at, act.why, unit_id=act.unit_id),)


def wanting(facts: Facts) -> tuple[LobbyFact, ...]:
    """The lobbies of which nobody has sent a photo that counts or may come to count."""
    return tuple(one for one in facts.lobbies if one.posted_at is None and one.waiting_at is None)
