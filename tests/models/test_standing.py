"""The database's functions of standing give what the pure rules give, on random rolls. R2.4, R5.1.

One roll of a few hundred homes, each with a history of its own, asked about on the days on which
anything in it changes and on the days around them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest

from models.base import sql
from models.funds import ScopeChange, ScopeSwitch
from models.people.appointments import Appointment
from models.people.bindings import Binding
from models.people.persons import Person
from models.roll import Building, Community, Home, Owner, Ownership, Scope, Unit
from models.standing import appointments, gives_interest, still_owned, voice
from rules.days import BEIJING
from rules.standing import Appointed, Bound, Placed, Span, acting, owned_at, scopes_of, speakers
from tests.small_roll import paper_of

FIRST = date(2025, 1, 1)
DAYS = 60
HOMES = 300
PEOPLE = 240
ENTERED = datetime(2025, 1, 1, tzinfo=UTC)
ROLES = ("committee", "manager", "independent")


def uuid(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def at(day: date) -> datetime:
    """A moment of that day."""
    return datetime(day.year, day.month, day.day, 0, 0, tzinfo=BEIJING)


@dataclass
class Roll:
    """A random roll, as the rules know it; `plant` writes the same into the tables."""

    random: Random
    units: list[tuple[UUID, list[UUID]]] = field(default_factory=list)
    homes: dict[UUID, tuple[UUID, bool]] = field(default_factory=dict)
    people: list[tuple[UUID, UUID]] = field(default_factory=list)
    spans: list[Span[UUID]] = field(default_factory=list)
    bindings: list[Bound[UUID]] = field(default_factory=list)
    papers: list[Appointed[UUID]] = field(default_factory=list)

    @property
    def placed(self) -> dict[UUID, Placed[UUID]]:
        scopes = dict(self.units)
        return {
            home: Placed(home, frozenset(scopes[unit]), counts)
            for home, (unit, counts) in self.homes.items()
        }

    def day(self) -> date:
        return FIRST + timedelta(days=self.random.randrange(DAYS))

    def grow(self, communities: list[UUID]) -> None:
        """Histories of homes, bindings that live or ended, appointments of every kind."""
        random = self.random
        self.people = [(uuid(random), uuid(random)) for _ in range(PEOPLE)]
        for home in self.homes:
            for _ in range(random.randrange(5)):
                person, owner = random.choice(self.people)
                self.own(home, owner)
                if random.random() < 0.8:
                    owner = random.choice(self.people)[1] if random.random() < 0.1 else owner
                    self.bindings.append(Bound(person, home, owner, random.random() < 0.2))
        for person, _ in self.people:
            for _ in range(random.randrange(3)):
                start = self.day()
                self.papers.append(
                    Appointed(
                        person,
                        random.choice(communities),
                        random.choice(ROLES),
                        random.choice(("甲", "乙")),
                        start,
                        start + timedelta(days=random.randrange(30)),
                        approved=random.random() < 0.7,
                        ended=random.random() < 0.2,
                    )
                )

    def own(self, home: UUID, owner: UUID) -> None:
        """One ownership, now and then ended, now and then of which another follows at once."""
        start = self.day()
        end = start + timedelta(days=1 + self.random.randrange(20))
        open_ended = self.random.random() < 0.4
        self.spans.append(Span(owner, home, start, None if open_ended else end))
        if not open_ended and self.random.random() < 0.3:
            self.spans.append(Span(self.random.choice(self.people)[1], home, end))


async def planted(random: Random) -> Roll:
    """The roll, and its tables."""
    roll = Roll(random)
    communities = [
        await Community.create(code=f"C{n}", name=f"示例{n}", address="", street="")
        for n in range(4)
    ]
    for number, community in enumerate(communities):
        await _building(roll, community.id, f"B{number}")
    roll.grow([community.id for community in communities])
    await Home.bulk_create(
        Home(
            id=home,
            unit_id=unit,
            code=f"H{number}",
            room=str(number),
            area_cm2=1,
            area_source="survey",
            counts=counts,
        )
        for number, (home, (unit, counts)) in enumerate(roll.homes.items())
    )
    await _people(roll)
    return roll


async def _building(roll: Roll, community: UUID, code: str) -> None:
    """A building of two units that were kept in other scopes before, once or there and back."""
    building = await Building.create(community_id=community, code=code, name=code, kept_per="unit")
    scopes = [
        await Scope.create(building_id=building.id, code=f"{code}-{n}", name="示例", kind="unit")
        for n in range(3)
    ]
    switch = await ScopeSwitch.create(
        building_id=building.id,
        to_kind="unit",
        reason="",
        state="done",
        entered_by=community,
        entered_at=ENTERED,
    )
    for number in range(2):
        way = [scope.id for scope in roll.random.choices(scopes, k=roll.random.randrange(1, 4))]
        unit = await Unit.create(
            building_id=building.id, scope_id=way[-1], code=f"{code}-{number}", name="示例"
        )
        for step, (old, new) in enumerate(pairwise(way)):
            await ScopeChange.create(
                switch_id=switch.id,
                unit_id=unit.id,
                from_scope_id=old,
                to_scope_id=new,
                on=FIRST + timedelta(days=step),
                recorded_at=ENTERED,
            )
        roll.units.append((unit.id, way))
        for _ in range(HOMES // 8):
            roll.homes[uuid(roll.random)] = (unit.id, roll.random.random() < 0.8)


async def _people(roll: Roll) -> None:
    await Owner.bulk_create(
        Owner(id=owner, name=str(owner), name_key=str(owner), id_kind="resident")
        for _, owner in roll.people
    )
    await Person.bulk_create(
        Person(id=person, openid=str(person), seen_at=ENTERED, created_at=ENTERED)
        for person, _ in roll.people
    )
    await Ownership.bulk_create(
        Ownership(home_id=one.home_id, owner_id=one.owner_id, from_on=one.from_on, to_on=one.to_on)
        for one in roll.spans
    )
    live = {(one.person_id, one.home_id): one for one in roll.bindings if not one.ended}
    roll.bindings = [*live.values(), *(one for one in roll.bindings if one.ended)]
    await Binding.bulk_create(
        Binding(
            person_id=one.person_id,
            home_id=one.home_id,
            owner_id=one.owner_id,
            how="roll",
            from_at=ENTERED,
            to_at=ENTERED if one.ended else None,
        )
        for one in roll.bindings
    )
    paper = await paper_of("person", roll.people[0][0], ENTERED)
    await Appointment.bulk_create(
        Appointment(
            person_id=one.person_id,
            community_id=one.community_id,
            role=one.role,
            body_name=one.body_name,
            file_id=paper,
            from_on=one.from_on,
            to_on=one.to_on,
            state="approved" if one.approved else "refused",
            ended_at=ENTERED if one.ended else None,
            created_at=ENTERED,
        )
        for one in roll.papers
    )


async def rows(query: str, *arguments: object) -> set[tuple[object, ...]]:
    """The rows as they are, each once."""
    return {tuple(row.values()) for row in await sql(query, *arguments)}


def pairs(sets: dict[UUID, frozenset[UUID]]) -> set[tuple[object, ...]]:
    return {(key, value) for key, values in sets.items() for value in values}


def days(roll: Roll) -> Iterable[date]:
    """Before everything, after everything, and days between; each is somebody's first or last."""
    return [FIRST - timedelta(days=1), *(roll.day() for _ in range(25)), date(2099, 12, 31)]


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_functions_are_the_rules(database: str, seed: int) -> None:
    """R2.2, R2.4, R2.5, R5.1: owners, speakers, homes, scopes, audiences and appointments."""
    roll = await planted(Random(seed))
    placed, compared = roll.placed, 0
    for day in days(roll):
        owners = owned_at(roll.spans, at(day))
        speaking = speakers(roll.bindings, owners)
        said = {(one.person_id, one.home_id, one.owner_id) for one in speaking}
        acts = acting(roll.papers, at(day))
        of_scopes = scopes_of(speaking, placed)
        own = {
            (one.person_id, one.home_id, scope, placed[one.home_id].counts)
            for one in speaking
            for scope in placed[one.home_id].scopes
        }
        held = {(person, *act) for person, found in acts.items() for act in found}
        assert await rows("SELECT home_id, owner_id FROM owned_on($1)", day) == pairs(owners)
        assert await rows("SELECT * FROM speakers_on($1)", day) == said
        assert own == await rows(
            "SELECT p.id, o.home_id, o.scope_id, o.counts FROM person p, own_homes(p.id, $1) o", day
        )
        assert pairs(of_scopes) == await rows(
            "SELECT p.id, s.scope_id FROM person p, own_scopes(p.id, $1) s", day
        )
        assert {(scope, person, home) for person, home, scope, counts in own if counts} == (
            await rows(
                "SELECT s.id, o.person_id, o.home_id FROM scope s, owners_in(s.id, $1) o", day
            )
        )
        assert held == await rows(
            "SELECT p.id, a.community_id, a.role, a.body_name FROM person p, acts_for(p.id, $1) a",
            day,
        )
        compared += len(said) + len(own) + len(held)
    assert compared > 5000


async def test_the_queries_are_the_rules(database: str) -> None:
    """Voice, appointments, interest and what signers still own, for everybody on one day."""
    roll = await planted(Random(3))
    placed, day = roll.placed, FIRST + timedelta(days=30)
    owners = owned_at(roll.spans, at(day))
    speaking, acts = speakers(roll.bindings, owners), acting(roll.papers, at(day))
    scopes = sorted({scope for home in placed.values() for scope in home.scopes})
    voices: dict[tuple[UUID, UUID], dict[UUID, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for one in speaking:
        for scope in placed[one.home_id].scopes if placed[one.home_id].counts else ():
            voices[one.person_id, scope][one.owner_id].add(one.home_id)
    assert len(voices) > 40
    for person, _ in roll.people[:60]:
        for scope in scopes:
            found = await voice(person, scope, day)
            expected = voices.get((person, scope))
            assert (found is None) is (expected is None)
            if found is not None and expected is not None:
                assert set(found.homes) == expected[found.owner_id]
        for community in {one.community_id for one in roll.papers}:
            held = {act[1] for act in acts.get(person, frozenset()) if act[0] == community}
            assert await appointments(person, community, day) == held
    for home, place in list(placed.items())[:40]:
        for scope in scopes:
            assert await gives_interest(home, scope) is (place.counts and scope in place.scopes)
    asked: dict[UUID, list[UUID]] = defaultdict(list)
    for span in roll.spans:
        asked[span.owner_id].append(span.home_id)
    owning = {owner for found in owners.values() for owner in found}
    assert await still_owned(asked, day) == owning
