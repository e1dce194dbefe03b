"""Co-owners of a home, each on the phone or on paper: none of them is passed over. R2.3."""

from typing import Any

import pytest

from handlers.votes import entering
from models.base import sql
from rules.people import mask_name
from tests.handlers.votes.paperwork import again, batch, issued, spoken, token
from tests.handlers.votes.polling import casts, counted, done, opened, refused, see
from tests.world import City


async def test_co_owners_hear_that_their_home_counts_no_more(city: City) -> None:
    """R2.3: whoever voted first would else think that it still counts; nothing says who or how."""
    vote = await opened(city)
    await casts(city, vote, "owner3", "agree")
    await casts(city, vote, "owner2", "agree")
    told = "SELECT to_id, text FROM message WHERE kind = 'co_owners_differ'"
    assert await sql(told) == []
    city.clock.advance(minutes=1)
    for _ in range(2):
        await casts(city, vote, "co_owner3", "against")
        city.clock.advance(minutes=1)
    rows = await sql(told)
    assert [row["to_id"] for row in rows] == [city.roll.people["owner3"].person_id], "once"
    own = city.roll.people["co_owner3"].person_id
    receipts = await sql(
        "SELECT text FROM message WHERE kind = 'ballot_received' AND to_id = $1"
        " ORDER BY created_at",
        own,
    )
    assert ["不一致" in row["text"] for row in receipts] == [True, False], "told with the receipt"
    assert not [word for word in ("同意", "反对", "弃权") if word in rows[0]["text"]]


async def test_one_may_change_often_and_not_without_end(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R8.3: every change is kept, so a day has its limit; nobody uses up another's, and what was
    said stands."""
    monkeypatch.setattr(entering, "MOST_A_DAY", 3)
    vote, again_ = await opened(city), {"choice": "against"}
    path = f"/votes/{vote['id']}/ballots"
    for _ in range(3):
        await casts(city, vote, "owner3", "agree")
    assert await refused(city, "owner3", path, again_) == "429 TooManyAttempts"
    assert (await casts(city, vote, "co_owner3", "agree"))["items"][0]["state"] == "concurring"
    assert await spoken(vote) == [("phone", "replaced")] * 2 + [
        ("phone", "valid"),
        ("phone", "concurring"),
    ]
    city.clock.advance(days=1)
    await casts(city, vote, "owner3", "abstain")


async def test_each_co_owner_may_hand_in_a_paper(city: City) -> None:
    """R2.3: never does the first paper win; each owner's is taken once."""
    vote = await issued(city)
    path = f"/votes/{vote['id']}/ballot-batches"
    one, other = (str(city.roll.people[who].owner_id) for who in ("owner3", "co_owner3"))

    async def signed(choice: str, *signers: str) -> dict[str, Any]:
        body = await batch(city, vote, [("1-301", choice)])
        body["lines"][0]["signers"] = list(signers)
        return body

    first = await done(city, "clerk", path, await signed("agree", one))
    waits = await signed("against", other)
    assert await refused(city, "clerk", path, waits) == "409 PaperTwice", "one at a time"
    confirmed = f"/ballot-batches/{first['id']}/confirmation"
    await done(city, "clerk2", confirmed, again([("1-301", "agree")]))
    assert await refused(city, "clerk", path, await signed("against", one)) == "409 PaperTwice"
    token_ = await token(city, vote, "1-301")
    seen = (await see(city, "clerk", f"/votes/{vote['id']}/papers/{token_}"))[1]
    assert not seen["entered"], "one more may come"
    # Who signed already is not asked again: the paper is the other one's.
    second = await done(city, "clerk", path, await signed("against"))
    assert second["lines"][0]["signers"] == [mask_name(city.roll.people["co_owner3"].name)]
    path_, change = f"/ballot-batches/{second['id']}/lines", [{"nth": 1, "signers": [one]}]
    answer = await city.call("PUT", path_, await city.staff("clerk"), {"lines": change})
    assert answer[1]["code"] == "PaperTwice"
    confirmed = f"/ballot-batches/{second['id']}/confirmation"
    out = await done(city, "clerk2", confirmed, again([("1-301", "against")]))
    assert out["lines"][0]["outcome"] == "contested"
    assert await spoken(vote) == [("paper", "contested")] * 2
    assert await refused(city, "clerk", path, await signed("agree")) == "409 PaperTwice"
    assert (await see(city, "clerk", f"/votes/{vote['id']}/papers/{token_}"))[1]["entered"]
    assert (await counted(city, vote))["result"]["conflict_homes"] == 1
