"""Messages stored in the transaction of the event that causes them, sent after it. R13.1, R13.3.

`fill` is three statements at most, however many people it concerns: one reads the cases the events
are about, one the names and words that messages say of other things, one stores every message and,
for those who allowed it, its WeChat copy. No consent is used up here: that happens when the copy
is about to be sent (`notify.channels`), so that telling three hundred owners locks nobody's consent
while the case is locked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from models.messages import recipients
from models.messages.facts import Said, said_of
from notify.kinds import KINDS, About, Audience, Kind, Words, copy_for_wechat
from notify.pages import CASE, INBOX, SUBJECTS
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

_OF_DATA = {
    Audience.OBJECTOR: "objection_id",
    Audience.UNVOTED: "vote_id",
    Audience.SERVED_HOMES: "service_id",
}
"""Which id of the event's data an audience is found by."""


@dataclass(frozen=True)
class Telling:
    """One event in the words of one kind."""

    event_id: UUID
    event: Event
    kind: Kind
    about: About
    words: Words
    case: CaseRow | None


async def fill(told: Sequence[tuple[UUID, Event]], by: UUID | None = None) -> None:
    """Store every message that these events, brought about `by` somebody, cause, in the caller's
    transaction.

    Call it after what it tells of is stored: recipients are found by the state then. R13.1.
    """
    concerned = [(event_id, event) for event_id, event in told if type(event) in KINDS]
    if not concerned:
        return
    cases = await recipients.cases_of(
        {UUID(event.subject_id) for _, event in concerned if event.subject_kind == "case"}
    )
    said = await said_of({UUID(one) for _, event in concerned for one in _ids(event).values()})
    tellings = [
        telling
        for event_id, event in concerned
        for telling in _tellings(event_id, event, cases, said)
    ]
    addressed = [row for telling in tellings for row in _addresses(telling)]
    if not addressed:
        return
    for nth, row in enumerate(addressed):
        row["nth"] = nth
    await recipients.fill(addressed, [_worded(one) for one in tellings], by)


_TOLD_OF = ("unit_id", "home_id", "objection_id", "community_id")
"""Ids in an event's data of things that messages say more of than the event does."""

_SUBJECTS_TOLD_OF = frozenset({"ballot", "building"})


def _ids(event: Event) -> dict[str, str]:
    """What messages of this event say more of, by the name of the id."""
    found = {name: str(event.data[name]) for name in _TOLD_OF if event.data.get(name)}
    if event.subject_kind in _SUBJECTS_TOLD_OF:
        found["subject_id"] = event.subject_id
    return found


def _tellings(
    event_id: UUID, event: Event, cases: Mapping[UUID, CaseRow], said: Sequence[Said]
) -> Iterable[Telling]:
    case = cases.get(UUID(event.subject_id))
    if event.subject_kind == "case" and case is None:
        return
    ids = {UUID(one) for one in _ids(event).values()}
    about = _about(event, case, {one.what: one.text for one in said if one.of in ids})
    for kind in KINDS[type(event)]:
        words = kind.compose(about)
        if words is not None:
            yield Telling(event_id, event, kind, about, words, case)


def _about(event: Event, case: CaseRow | None, said: Mapping[str, str]) -> About:
    why = "" if event.centre_reads_why else event.why
    place = str(event.data.get("place") or said.get("place") or said.get("home", ""))
    about = About(
        at=event.at,
        data=event.data,
        place=place,
        why=why,
        unit=said.get("unit", ""),
        home=said.get("home", ""),
        decision=said.get("decision", ""),
        receipt=said.get("receipt", ""),
    )
    if case is None:
        return about
    community, scope = case["community"], case["scope_name"]
    return replace(
        about,
        number=case["number"],
        place=scope if scope.startswith(community) else f"{community}{scope}",
        community=community,
        insurer=case["insurer"],
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
    if audience in _OF_DATA:
        return telling.event.data.get(_OF_DATA[audience])
    if telling.case is not None and audience in _OF_CASE:
        return telling.case[_OF_CASE[audience]]
    return telling.event.subject_id


def _worded(telling: Telling) -> dict[str, Any]:
    template, case = telling.kind.template, telling.case
    link, page = _leads_to(telling)
    return {
        "event_id": telling.event_id,
        "kind": telling.kind.name,
        "title": telling.words.title,
        "text": telling.words.text,
        "link": link,
        "case_id": case["id"] if case else None,
        "at": telling.event.at,
        "template": template.name if template else "",
        "page": page,
        "data": copy_for_wechat(template, telling.about, telling.words) if template else {},
    }


def _leads_to(telling: Telling) -> tuple[str, str]:
    """The path of the API and the page of what the message is about, as far as it is known."""
    event, case = telling.event, telling.case
    ids = {name: str(value) for name, value in event.data.items()}
    ids |= {"subject_id": event.subject_id} | ({"case_id": str(case["id"])} if case else {})
    for target in (telling.kind.opens, SUBJECTS.get(event.subject_kind), CASE):
        found = target.of(ids) if target else None
        if found:
            return found
    return "", INBOX
