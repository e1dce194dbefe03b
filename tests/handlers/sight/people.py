"""People who stand differently to one scope, and who of them gets through to what. R2.2 to R2.5.

Every surface asks the same people; what each test compares is a set of their names.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.base import sql
from models.people.appointments import Appointment
from models.people.bindings import Binding
from models.roll import Ownership
from rules.people import Role
from tests.handlers.objecting import post, see
from tests.small_roll import SINCE, paper_of
from tests.world import City

VOICED = frozenset(
    {
        "owner1",  # a home that counts, and a car space
        "owner2",  # the sole owner of one home
        "owner3",  # a co-owner
        "co_owner3",  # the other co-owner
        "owner7",  # sold: the home is the buyer's from tomorrow
        "owner10",  # bought: the home is theirs from today
    }
)
"""Who owns a home that counts today and is bound to it."""
ACTING = frozenset({"committee", "manager"})
"""Who speaks for the community today."""
BLIND = frozenset(
    {
        "owner4",  # signed, and sold yesterday
        "owner5",  # owns a car space only
        "owner6",  # sold: the home is the buyer's from today
        "owner8",  # bought: the home is theirs from tomorrow
        "owner9",  # the binding ended
        "committee_ended",  # the appointment was ended before its term
        "committee_over",  # its last day was yesterday
        "committee_to_come",  # its first day is tomorrow
        "manager_asked",  # its papers wait for a decision
        "other_manager",
        "elsewhere",
        "stranger",
    }
)
"""To whom the scope is none of their business today, though some own a home elsewhere."""
SEEING = VOICED | ACTING
EVERYBODY = sorted(SEEING | BLIND)


async def take_their_places(city: City) -> None:
    """Each of `EVERYBODY` stands to the scope as said above, from now on."""
    people, today = city.roll.people, city.clock().date()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    for name, home in (("owner1", "2-101"), ("owner5", "1-501")):
        assert city.roll.here.homes[home] in people[name].homes
        await sql("UPDATE home SET counts = false WHERE id = $1", city.roll.here.homes[home])
    spans = {
        "owner4": (SINCE, yesterday),
        "owner6": (SINCE, today),
        "owner7": (SINCE, tomorrow),
        "owner8": (tomorrow, None),
        "owner10": (today, None),
    }
    for name, (from_on, to_on) in spans.items():
        await sql(
            "UPDATE ownership SET from_on = $2, to_on = $3 WHERE owner_id = $1",
            people[name].owner_id,
            from_on,
            to_on,
        )
    await sql(
        "UPDATE binding SET to_at = $2 WHERE person_id = $1",
        people["owner9"].person_id,
        city.clock(),
    )
    for name in ("owner4", "owner6", "owner8"):
        await owns_too(city, name, city.roll.there.homes["1-201"], SINCE)
    always = {"from_on": SINCE, "to_on": today + timedelta(days=900)}
    await appoint(city, "committee_ended", **always, ended_at=city.clock())
    await appoint(city, "committee_over", **always | {"to_on": yesterday})
    await appoint(city, "committee_to_come", **always | {"from_on": tomorrow})
    await appoint(city, "manager_asked", **always, role=Role.MANAGER, state="open")


async def owns_too(city: City, name: str, home: UUID, from_on: date) -> None:
    """One more home of theirs from that day on, to which they are bound."""
    one = city.roll.people[name]
    assert one.owner_id is not None
    await Ownership.create(home_id=home, owner_id=one.owner_id, share_bps=2000, from_on=from_on)
    await Binding.create(
        person_id=one.person_id,
        home_id=home,
        owner_id=one.owner_id,
        how="roll",
        from_at=city.clock(),
    )


async def appoint(city: City, name: str, **columns: Any) -> None:
    """A new person with papers of the community."""
    named = city.roll.people["stranger"].named
    [row] = await sql(
        "INSERT INTO person (id, openid, seen_at, created_at)"
        " VALUES (gen_random_uuid(), $1, $2, $2) RETURNING id",
        f"o-{name}",
        city.clock(),
    )
    city.roll.people[name] = type(city.roll.people["stranger"])(name, named, row["id"])
    values = {"role": Role.COMMITTEE, "state": "approved"} | columns
    await Appointment.create(
        person_id=row["id"],
        community_id=city.roll.here.community,
        body_name="示例机构",
        file_id=await paper_of("person", row["id"], city.clock()),
        created_at=city.clock(),
        **values,
    )


async def openers(city: City, path: str, who: Iterable[str] = EVERYBODY) -> set[str]:
    """Who gets the page; everybody else is refused as if it were not there, or not theirs."""
    opened = set()
    for name in who:
        status, answer = await see(city, name, path)
        assert status in {200, 403, 404}, (name, path, status, answer)
        if status == 200:
            opened.add(name)
    return opened


async def finders(city: City, path: str, key: str, value: UUID | str) -> set[str]:
    """In whose list the item is."""
    found = set()
    for name in EVERYBODY:
        status, answer = await see(city, name, path)
        assert status in {200, 403, 404}, (name, path, status, answer)
        if status == 200 and str(value) in {item[key] for item in answer["items"]}:
            found.add(name)
    return found


async def doers(city: City, path: str, body: Any, who: Iterable[str] = EVERYBODY) -> set[str]:
    """Who may do it; everybody else is refused as if it were not there, or not theirs."""
    did = set()
    for name in who:
        status, answer = await post(city, name, path, body)
        assert status in {200, 201, 403, 404}, (name, path, status, answer)
        if status < 300:
            did.add(name)
    return did


async def hearers(city: City, kind: str) -> set[str]:
    """Who of them got a message of this kind."""
    names = {one.person_id: name for name, one in city.roll.people.items()}
    rows = await sql("SELECT DISTINCT to_id FROM message WHERE kind = $1", kind)
    return {names[row["to_id"]] for row in rows if row["to_id"] in names} & set(EVERYBODY)
