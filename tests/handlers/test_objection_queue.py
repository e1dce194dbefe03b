"""What waits for the Centre: holds by hand, the queue with its days, unmasking. R7.6, R7.9."""

from dataclasses import replace as but
from datetime import datetime
from uuid import UUID

from models.base import sql
from rules.cases import State
from rules.days import BEIJING
from rules.parameters import DEFAULT
from tests.handlers.objecting import (
    done,
    facts_of,
    noticed,
    objects,
    refused,
    see,
)
from tests.world import City

# --- filing


async def test_the_centre_holds_by_hand(city: City) -> None:
    """R7.9; an open objection keeps the case paused after the hold is lifted."""
    case = await noticed(city)
    hold, release = f"/cases/{case.id}/hold", f"/cases/{case.id}/hold/release"
    assert await refused(city, "owner1", hold, {"reason": "x"}) == "403 NotAllowed"
    assert await refused(city, "clerk", hold, {"reason": " "}) == "422 ReasonMissing"
    assert await refused(city, "clerk", release, {"reason": "x"}) == "409 NotAllowedNow"
    held = await done(city, "clerk", hold, {"reason": "接到来电，核实中"})
    assert held["state"] == "paused"
    assert await refused(city, "reviewer", hold, {"reason": "x"}) == "409 NotAllowedNow"
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    assert (await done(city, "reviewer", release, {"reason": "核实完毕"}))["state"] == "paused"
    assert await refused(city, "reviewer", release, {"reason": "x"}) == "409 NothingHeld"
    await done(city, "owner5", f"{one}/withdrawal")
    assert (await facts_of(case)).state is State.NOTICED


async def test_the_queue_is_urgent_first_and_says_what_is_overdue(city: City) -> None:
    """R7.6, objection.decision_working_days; pages go on where the last ended."""
    calm, second = await noticed(city), await noticed(city)
    urgent = await noticed(city, urgent=True)
    first = (await objects(city, calm, "owner5"))["objection_id"]
    city.clock.advance(minutes=1)
    later = (await objects(city, second, "owner5"))["objection_id"]
    city.clock.advance(minutes=1)
    hurried = (await objects(city, urgent, "owner5"))["objection_id"]
    seen, after = [], ""
    while True:
        _, page = await see(city, "reviewer", f"/objections?limit=1&after={after}")
        seen += [row["id"] for row in page["items"]]
        after = page["next"]
        if not after:
            break
    assert seen == [hurried, first, later]
    _, page = await see(city, "auditor", "/objections?state=open")
    row = page["items"][1]
    # Monday 2025-09-15: the fifth working day after it is Monday the 22nd.
    assert row["due_on"] == "2025-09-22" and row["due_at"] == "2025-09-23T00:00:00+08:00"
    assert not row["overdue"] and not row["provisional"]
    city.clock.at = datetime(2025, 9, 23, tzinfo=BEIJING)
    _, page = await see(city, "clerk", "/objections")
    assert [row["overdue"] for row in page["items"]] == [True] * 3
    assert (await see(city, "clerk", "/objections?state=dismissed"))[1]["items"] == []
    assert (await see(city, "clerk", "/objections?after=x"))[0] == 400
    assert (await see(city, "insurer", "/objections"))[0] == 403
    assert (await see(city, "owner5", "/objections"))[0] == 403


async def test_the_queue_by_day_case_text_and_what_is_late(city: City) -> None:
    """Each filter finds its own; the late ones by the days of their own case. R7.6, R7.8."""
    soon = but(DEFAULT, objection_decision_working_days=2)
    patient, hasty = await noticed(city), await noticed(city, parameters=soon)
    first = (await objects(city, patient, "owner5"))["objection_id"]
    city.clock.advance(minutes=1)
    second = (await objects(city, hasty, "owner6"))["objection_id"]
    city.clock.advance(days=1)
    third = (await objects(city, patient, "owner6"))["objection_id"]
    await sql("UPDATE objection SET checked = 'risky' WHERE id = $1", UUID(third))

    async def found(query: str) -> list[str]:
        _, page = await see(city, "clerk", f"/objections?{query}")
        assert all(row["overdue"] for row in page["items"]) or "overdue" not in query
        return [row["id"] for row in page["items"]]

    assert await found(f"case_id={hasty.id}") == [second]
    assert await found("from_on=2025-09-16") == [third]
    assert await found("to_on=2025-09-15") == [first, second]
    assert await found("text_checked=risky") == [third]
    assert await found("text_release=withheld") == []
    assert await found(f"q={patient.number}&sort=newest") == [third, first]
    assert await found("channel=paper") == [] and await found("overdue=true") == []
    city.clock.at = datetime(2025, 9, 18, tzinfo=BEIJING)
    assert await found("overdue=true") == [second]
    city.clock.at = datetime(2025, 9, 23, tzinfo=BEIJING)
    assert await found("overdue=true") == [first, second]
    city.clock.at = datetime(2025, 9, 24, tzinfo=BEIJING)
    assert await found("overdue=true&count=true") == [first, second, third]
    _, page = await see(city, "clerk", f"/objections?case_id={hasty.id}")
    assert (page["items"][0]["place"], page["items"][0]["text_release"]) == ("石榴苑1栋", "waiting")
    assert (await see(city, "clerk", "/objections.csv?overdue=true"))[0] == 200


async def test_the_due_day_is_provisional_where_the_calendar_is_unknown(city: City) -> None:
    """R9.2"""
    city.clock.at = datetime(2026, 12, 29, 9, 0, tzinfo=BEIJING)
    await objects(city, await noticed(city), "owner5")
    _, page = await see(city, "clerk", "/objections")
    assert page["items"][0]["provisional"] and page["items"][0]["due_on"] > "2026-12-31"


async def test_unmasking_is_reasoned_and_logged(city: City) -> None:
    """R12.2"""
    receipt = await objects(city, await noticed(city), "owner5")
    path = f"/objections/{receipt['objection_id']}/unmasking"
    assert await refused(city, "auditor", path, {"reason": "看看"}) == "403 NotAllowed"
    assert await refused(city, "clerk", path, {"reason": " "}) == "422 ReasonMissing"
    shown = await done(city, "clerk", path, {"reason": "电话核实"})
    person = city.roll.people["owner5"]
    assert shown["name"] == person.name and shown["phone"] == person.named.phone
    rows = await sql(
        "SELECT actor_id, why, body::text AS body FROM log_event WHERE kind='Unmasked'"
    )
    assert [(row["actor_id"], row["why"]) for row in rows] == [
        (city.roll.accounts["clerk"], "电话核实")
    ]
    assert receipt["objection_id"] in rows[0]["body"]


async def test_what_is_mine_over_all_cases(city: City) -> None:
    one, two = await noticed(city), await noticed(city)
    first = await objects(city, one, "owner5")
    city.clock.advance(minutes=1)
    second = await objects(city, two, "owner5")
    await objects(city, two, "owner6")
    _, page = await see(city, "owner5", "/me/objections")
    ids = [UUID(row["id"]) for row in page["items"]]
    assert ids == [UUID(second["objection_id"]), UUID(first["objection_id"])]
