"""A vote and a notice show that the roll changed since they began: what kind, when, how many. R2.10

Whatever changes the roll is told: papers that show another owner, and lists.
"""

from typing import Any

from tests.handlers.imports.clerk import Clerk, packed
from tests.handlers.objecting import see
from tests.handlers.people.test_displaced import confirmed, proposed
from tests.handlers.votes.polling import counted, opened
from tests.journey import Journey
from tests.world import City

HOMES = "房屋编号,单元编号,房号,登记面积,合同面积,用途,开发商持有\n"


def listed(area: int) -> bytes:
    """A list that corrects the areas of two homes, and of one elsewhere."""
    homes = ("SLY-1-1-101", "SLY-1-2-301", "BC-1-1-101")
    rows = [f"{code},{code[:-4]},{code[-3:]},{area},,住宅,否\n" for code in homes]
    text = HOMES + "".join(rows)
    return packed({"房屋": text}, only=("房屋",))


async def told(city: City, trip: Journey, vote: dict[str, Any]) -> list[Any]:
    """What each of the four answers says of the roll."""
    city.clock.advance(seconds=2)
    answers = []
    for who, path in (("owner1", f"/votes/{vote['id']}"), ("street", f"/cases/{trip.id}")):
        _, seen = await see(city, who, path)
        answers.append(seen["notice"]["roll_changes"] if "notice" in seen else seen["roll_changes"])
    for path in (f"votes/{vote['token']}", f"notices/{trip.body['notice']['public_token']}"):
        _, seen = await city.call("GET", f"/public/{path}")
        answers.append(seen["roll_changes"])
    return answers


async def test_votes_and_notices_show_that_the_roll_changed(city: City) -> None:
    trip = await Journey.at(city, "noticed")
    vote = await opened(city)
    assert await told(city, trip, vote) == [[], [], [], []]
    city.clock.advance(hours=1)
    claim = await proposed(city)
    assert await told(city, trip, vote) == [[], [], [], []], "a draft changes nothing"
    assert (await confirmed(city, claim))[0] == 200
    by_papers = await told(city, trip, vote)
    [one] = by_papers[0]
    assert (one["kind"], one["kind_title"], one["homes"]) == ("ownership", "产权登记有变动", 1)
    assert all(answer == [one] for answer in by_papers)
    assert set(one) == {"kind", "kind_title", "at", "homes"}, "nothing personal"
    city.clock.advance(hours=1)
    await Clerk(city, await city.staff("clerk")).applied(listed(96))
    for answer in await told(city, trip, vote):
        assert [(row["kind"], row["homes"]) for row in answer] == [("home", 2), ("ownership", 1)]
        assert answer[0]["at"] > answer[1]["at"]
    for path in (f"/v/{vote['token']}", f"/n/{trip.body['notice']['public_token']}"):
        _, page = await city.call("GET", path)
        assert "产权登记有变动，1户" in page.decode() and "房屋登记有变动，2户" in page.decode()
    after = await counted(city, vote)
    city.clock.advance(minutes=1)
    await Clerk(city, await city.staff("clerk")).applied(listed(97))
    _, later = await see(city, "clerk", f"/votes/{vote['id']}")
    assert later["roll_changes"] == after["roll_changes"], "what came after the count is not told"
    _, elsewhere = await see(city, "clerk", f"/cases/{trip.id}")
    assert len(elsewhere["notice"]["roll_changes"]) == 2, "the notice had ended"
