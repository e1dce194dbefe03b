"""Guesses at one home from many logins are bounded, and never keep the owner out. R2.8."""

import asyncio
from collections import Counter

from models import privacy
from models.people import persons
from rules.privacy import TO_SHOW_FACE, VERSION
from tests.drills.arena import rounds
from tests.handlers.objecting import post, see
from tests.handlers.people.test_bindings import identity, unbound
from tests.world import City

LOGINS = rounds(50)
EACH = 4
FREE = 5
"""So many wrong claims of a login at once, and the next has to wait."""


async def test_two_hundred_guesses_do_not_lock_the_owner_out(city: City) -> None:
    """Four wrong claims from each of fifty logins and the owner among them; each is stopped at its
    sixth, the owner comes in once more, and staff see what was tried."""
    owner = await unbound(city)
    wrong = identity(owner, id_number="110101199001010000")
    tokens = []
    for number in range(LOGINS):
        person_id = await persons.seen(f"oGuesser{number:020d}", city.clock())
        for kind in TO_SHOW_FACE:
            await privacy.said(person_id, VERSION, kind, True, city.clock())
        tokens.append(await city.session(person_id=person_id))
    told: Counter[str] = Counter()

    async def guesses(token: str, times: int) -> None:
        for _ in range(times):
            _, said = await city.call("POST", "/bindings", token, wrong)
            told[said["code"]] += 1

    async def comes_in() -> None:
        """The owner is bound, and bound to nothing again."""
        status, bound = await post(city, "owner2", "/bindings", identity(owner))
        assert (status, bound["how"]) == (201, "phone")
        path = f"/bindings/{bound['binding_id']}"
        await city.must("DELETE", path, await city.login("owner2"))

    await asyncio.gather(*(guesses(token, EACH) for token in tokens), comes_in())
    assert told == {"IdentityMismatch": LOGINS * EACH}
    await asyncio.gather(*(guesses(token, 1 + FREE - EACH) for token in tokens))
    assert told == {"IdentityMismatch": LOGINS * FREE, "TooManyAttempts": LOGINS}
    await comes_in()
    _, body = await see(city, "clerk", "/identity-failures")
    [home] = body["items"]
    assert (home["failures"], home["logins"]) == (LOGINS * FREE, LOGINS)
    assert home["home"]["home_id"] == str(owner.homes[0])
