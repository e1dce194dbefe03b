"""The benchmark table with its history: two people, one rate per tenor and day. R4.1."""

from typing import Any

from models.base import sql
from models.benchmarks import confirmed, shipped
from tests.handlers.objecting import done, refused, see
from tests.world import City

NEW = {"tenor": "1y", "since_on": "2025-09-01", "rate_e4": 12_500, "source": "央行公告"}
REASON = {"reason": "与公告不符"}


async def proposed(city: City, **changes: Any) -> str:
    made = await done(city, "clerk", "/benchmark-rates", NEW | changes)
    return str(made["id"])


async def test_everybody_reads_the_table_with_its_sources(city: City) -> None:
    """The twelve rates that come with the program; a proposed one is not among them."""
    await proposed(city)
    status, first = await see(city, "stranger", "/public/benchmark-rates?limit=5")
    assert status == 200 and len(first["items"]) == 5
    items, page = list(first["items"]), first
    while page["next"]:
        _, page = await see(city, "stranger", f"/public/benchmark-rates?after={page['next']}")
        items += page["items"]
    known = {(one["tenor"], one["since_on"], one["rate_e4"], one["source"]) for one in items}
    assert known == {(t, str(on), rate, source) for t, on, rate, source in shipped()}
    assert {one["proposed_by"] for one in items} == {"program"}
    assert [one["since_on"] for one in items] == ["2015-10-24"] * 6 + ["2015-08-26"] * 6


async def test_a_rate_counts_once_somebody_else_confirmed_it(city: City) -> None:
    key = await proposed(city)
    path = f"/benchmark-rates/{key}"
    assert len(await confirmed()) == 12
    assert await refused(city, "clerk", f"{path}/confirmation") == "403 SamePerson"
    made = await done(city, "clerk2", f"{path}/confirmation")
    assert (made["state"], made["rate_e4"], made["entered_by_me"]) == ("confirmed", 12_500, False)
    assert len(await confirmed()) == 13
    _, page = await see(city, "owner1", "/public/benchmark-rates?limit=1")
    assert page["items"][0]["id"] == key
    assert page["items"][0]["proposed_by"] == "clerk"
    assert str(city.roll.accounts["clerk"]) not in str(page)


async def test_a_decided_rate_is_not_decided_again(city: City) -> None:
    key = await proposed(city)
    path = f"/benchmark-rates/{key}"
    assert await refused(city, "reviewer", f"{path}/dropping", {"reason": " "}) == "400 Malformed"
    made = await done(city, "reviewer", f"{path}/dropping", REASON)
    assert (made["state"], made["drop_reason"]) == ("dropped", "与公告不符")
    assert await refused(city, "clerk2", f"{path}/confirmation") == "409 EntryNotOpen"
    assert await refused(city, "clerk2", f"{path}/dropping", REASON) == "409 EntryNotOpen"
    assert len(await confirmed()) == 12


async def test_one_rate_for_a_tenor_and_a_day(city: City) -> None:
    """One that was dropped makes room for the right one."""
    key = await proposed(city)
    assert await refused(city, "clerk2", "/benchmark-rates", NEW) == "409 RateTaken"
    shipped_day = NEW | {"since_on": "2015-10-24"}
    assert await refused(city, "clerk", "/benchmark-rates", shipped_day) == "409 RateTaken"
    await done(city, "finance", f"/benchmark-rates/{key}/dropping", REASON)
    await proposed(city)
    await proposed(city, tenor="2y")


async def test_no_rate_of_that_id(city: City) -> None:
    path = f"/benchmark-rates/{city.roll.bank}"
    for what, body in (("confirmation", None), ("dropping", REASON)):
        assert await refused(city, "clerk", f"{path}/{what}", body) == "404 NotFound"
    assert (await see(city, "clerk", path))[0] == 404


async def test_both_lists_refuse_a_cursor_that_is_none(city: City) -> None:
    for path in ("/public/benchmark-rates", "/benchmark-rates"):
        status, body = await see(city, "auditor", f"{path}?after=nowhere")
        assert (status, body["code"]) == (400, "Malformed")


async def test_the_centre_sees_what_was_dropped_and_why(city: City) -> None:
    key = await proposed(city)
    await done(city, "clerk2", f"/benchmark-rates/{key}/dropping", REASON)
    _, page = await see(city, "auditor", "/benchmark-rates?limit=1")
    assert page["items"][0]["state"] == "dropped" and page["next"]
    _, one = await see(city, "auditor", f"/benchmark-rates/{key}")
    assert one["rate"]["drop_reason"] == "与公告不符" and one["touches"] == []


async def test_what_happened_is_logged(city: City) -> None:
    """R12.3."""
    key = await proposed(city)
    await done(city, "clerk2", f"/benchmark-rates/{key}/confirmation")
    rows = await sql(
        "SELECT kind, body->>'rate_e4' AS rate FROM log_event WHERE subject_id = $1 ORDER BY seq",
        key,
    )
    assert [(row["kind"], row["rate"]) for row in rows] == [
        ("RateProposed", "12500"),
        ("RateDecided", "12500"),
    ]
