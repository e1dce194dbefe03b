"""Messages stored in the transaction of the event that causes them, sent after it. R13.1, R13.3.

`fill` is two statements however many people it concerns: one reads the cases the events are
about, one stores every message and, for those who allowed it, its WeChat copy. No consent is
used up here: that happens when the copy is about to be sent (`notify.channels`), so that telling
three hundred owners locks nobody's consent while the case is locked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.messages import recipients
from notify.kinds import CASE_PAGE, INBOX_PAGE, KINDS, About, Audience, Kind, Words, copy_for_wechat
from rules.days import beijing_date
from rules.events.base import Event

CaseRow = Mapping[str, Any]

_OF_CASE = {
    Audience.APPLICANTS: "id",
    Audience.OWNERS: "scope_id",
    Audience.COMMITTEE: "community_id",
    Audience.MANAGERS: "community_id",
    Audience.INSURER: "insurer_id",
}
"""Which id of the case an audience is found by."""


@dataclass(frozen=True)
class Telling:
    """One event in the words of one kind."""

    event_id: UUID
    event: Event
    kind: Kind
    about: About
    words: Words
    case: CaseRow | None


async def fill(told: Sequence[tuple[UUID, Event]]) -> None:
    """Store every message that these logged events cause, in the caller's transaction.

    Call it after what it tells of is stored: recipients are found by the state then. R13.1.
    """
    concerned = [(event_id, event) for event_id, event in told if type(event) in KINDS]
    if not concerned:
        return
    cases = await recipients.cases_of(
        {UUID(event.subject_id) for _, event in concerned if event.subject_kind == "case"}
    )
    tellings = [
        telling for event_id, event in concerned for telling in _tellings(event_id, event, cases)
    ]
    addressed = [row for telling in tellings for row in _addresses(telling)]
    if not addressed:
        return
    for nth, row in enumerate(addressed):
        row["nth"] = nth
    await recipients.fill(addressed, [_worded(one) for one in tellings])


def _tellings(event_id: UUID, event: Event, cases: Mapping[UUID, CaseRow]) -> Iterable[Telling]:
    case = cases.get(UUID(event.subject_id))
    if event.subject_kind == "case" and case is None:
        return
    about = _about(event, case)
    for kind in KINDS[type(event)]:
        words = kind.compose(about)
        if words is not None:
            yield Telling(event_id, event, kind, about, words, case)


def _about(event: Event, case: CaseRow | None) -> About:
    if case is None:
        return About(at=event.at, data=event.data, place=str(event.data.get("place", "")))
    community, scope = case["community_name"], case["scope_name"]
    return About(
        at=event.at,
        data=event.data,
        number=case["number"],
        place=scope if scope.startswith(community) else f"{community}{scope}",
        community=community,
        insurer=case["insurer_name"],
        flow=case["flow"],
        state=case["state"],
        accepted=bool(case["accepted"]),
        planned=case["planned"],
        due_at=case["due_at"],
        urgent=case["urgent"],
    )


def _addresses(telling: Telling) -> Iterable[dict[str, Any]]:
    """A row for each audience that the event gives the key of."""
    for audience in telling.kind.to:
        key = _key(audience, telling)
        if key is not None:
            yield {
                "event_id": telling.event_id,
                "kind": telling.kind.name,
                "audience": audience.value,
                "key": key,
                "day": beijing_date(telling.event.at),
            }


def _key(audience: Audience, telling: Telling) -> Any:
    if audience is Audience.OBJECTOR:
        return telling.event.data.get("objection_id")
    if audience is Audience.UNVOTED:
        return telling.event.data.get("vote_id")
    if telling.case is not None and audience in _OF_CASE:
        return telling.case[_OF_CASE[audience]]
    return telling.event.subject_id


def _worded(telling: Telling) -> dict[str, Any]:
    template, case = telling.kind.template, telling.case
    return {
        "event_id": telling.event_id,
        "kind": telling.kind.name,
        "title": telling.words.title,
        "text": telling.words.text,
        "link": f"/cases/{case['id']}" if case else "",
        "case_id": case["id"] if case else None,
        "at": telling.event.at,
        "template": template.name if template else "",
        "page": f"{CASE_PAGE}?id={case['id']}" if case else INBOX_PAGE,
        "data": copy_for_wechat(template, telling.about, telling.words) if template else {},
    }
