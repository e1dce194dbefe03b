"""Who owns, who speaks and who acts at a moment: the truth that `models.standing` asks the
database for. R2.2, R2.4, R2.5, R5.1.

Every answer is by the Beijing day of the moment. On the day of a sale the home is the buyer's; an
appointment holds on its last day still.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic

from rules.days import beijing_date
from rules.money import Id


@dataclass(frozen=True)
class Span(Generic[Id]):
    """A home owned from one day to another; `to_on` is the first day no longer owned. R2.4."""

    owner_id: Id
    home_id: Id
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True)
class Bound(Generic[Id]):
    """A person speaks for an owner's home, until the binding ends. R2.5."""

    person_id: Id
    home_id: Id
    owner_id: Id
    ended: bool = False


@dataclass(frozen=True)
class Placed(Generic[Id]):
    """The scope of a home and those that it belonged to before; whether it counts. R2.2."""

    home_id: Id
    scopes: frozenset[Id]
    counts: bool = True


@dataclass(frozen=True)
class Appointed(Generic[Id]):
    """A person's written papers to act for a body of a community, to the last day. R5.1."""

    person_id: Id
    community_id: Id
    role: str
    body_name: str
    from_on: date
    to_on: date
    approved: bool = True
    ended: bool = False


@dataclass(frozen=True)
class Speaker(Generic[Id]):
    """A person who speaks for a home as one of its owners."""

    person_id: Id
    home_id: Id
    owner_id: Id


def owned_at(spans: Iterable[Span[Id]], moment: datetime) -> dict[Id, frozenset[Id]]:
    """Home -> its owners on that day; homes without owner are absent. R2.4.

    ValueError for a moment without a zone.
    """
    day = beijing_date(moment)
    owners: dict[Id, set[Id]] = defaultdict(set)
    for span in spans:
        if span.from_on <= day and (span.to_on is None or day < span.to_on):
            owners[span.home_id].add(span.owner_id)
    return {home_id: frozenset(found) for home_id, found in owners.items()}


def speakers(
    bindings: Iterable[Bound[Id]], owners: Mapping[Id, frozenset[Id]]
) -> frozenset[Speaker[Id]]:
    """Who speaks for which home: bound to it now, as somebody who owns it that day. R2.4, R2.5."""
    return frozenset(
        Speaker(one.person_id, one.home_id, one.owner_id)
        for one in bindings
        if not one.ended and one.owner_id in owners.get(one.home_id, frozenset())
    )


def scopes_of(
    speaking: Iterable[Speaker[Id]], homes: Mapping[Id, Placed[Id]]
) -> dict[Id, frozenset[Id]]:
    """Person -> the scopes that are theirs to see and to speak in, by homes that count. R2.2."""
    scopes: dict[Id, set[Id]] = defaultdict(set)
    for one in speaking:
        home = homes[one.home_id]
        if home.counts:
            scopes[one.person_id] |= home.scopes
    return {person_id: frozenset(found) for person_id, found in scopes.items()}


def acting(
    appointments: Iterable[Appointed[Id]], moment: datetime
) -> dict[Id, frozenset[tuple[Id, str, str]]]:
    """Person -> (community, role, body) for which they act that day. R5.1."""
    day = beijing_date(moment)
    acts: dict[Id, set[tuple[Id, str, str]]] = defaultdict(set)
    for one in appointments:
        if one.approved and not one.ended and one.from_on <= day <= one.to_on:
            acts[one.person_id].add((one.community_id, one.role, one.body_name))
    return {person_id: frozenset(found) for person_id, found in acts.items()}
