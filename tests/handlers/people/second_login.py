"""Two logins of one owner, as old data or a body's agents have them, and what each may do."""

from models.people.bindings import Binding
from tests.world import City


async def bound_too(city: City, who: str, owner: str) -> None:
    """`who` is bound to all homes of `owner`, as that owner."""
    known = city.roll.people[owner]
    assert known.owner_id is not None
    for home in known.homes:
        await Binding.create(
            person_id=city.roll.people[who].person_id,
            home_id=home,
            owner_id=known.owner_id,
            how="papers",
            from_at=city.clock(),
        )


async def unbound_now(city: City, who: str) -> None:
    """Every binding of this login has ended."""
    person_id = city.roll.people[who].person_id
    await Binding.filter(person_id=person_id, to_at=None).update(to_at=city.clock())
