"""The panel of insurers and the working calendar. R9.1, R9.2, R10.1, R3.5."""

import asyncio
from typing import Any
from uuid import uuid4

from handlers.people.calendar import subject_of
from models.base import sql
from tests.world import City

NEW = {
    "code": "INS-9",
    "name": "示例第三财产保险股份有限公司",
    "contact": "示例联系人",
    "admitted_from_on": "2025-09-16",
    "admitted_to_on": "2025-12-31",
}


async def admit(city: City, who: str = "administrator", **other: Any) -> tuple[int, Any]:
    """Entered by one and, where it can be, confirmed by another."""
    status, made = await city.call("POST", "/insurers", await city.staff(who), NEW | other)
    return (status, made) if status >= 400 else await agreed(city, "insurer-admissions", made)


async def agreed(city: City, where: str, made: Any) -> tuple[int, Any]:
    path = f"/{where}/{made['id']}/confirmation"
    status, said = await city.call("POST", path, await city.staff("reviewer"))
    return (201, said) if status == 200 else (status, said)


async def panel(city: City, token: str) -> dict[str, Any]:
    """The panel by code."""
    items = (await city.must("GET", "/insurers", token))["items"]
    return {one["code"]: one for one in items}


async def test_insurer_is_admitted_for_a_term(city: City) -> None:
    status, body = await admit(city)
    assert (status, body["state"]) == (201, "confirmed")
    token = await city.login("owner2")
    assert not (await panel(city, token))["INS-9"]["available"]
    city.clock.advance(days=1)
    assert (await panel(city, token))["INS-9"]["available"]
    city.clock.advance(days=107)
    assert not (await panel(city, token))["INS-9"]["available"]


async def test_whom_to_reach_is_for_those_who_pay(city: City) -> None:
    """R10.1: persons, insurers and clerks see the panel, not whom to call there."""
    await admit(city)
    for key in ("finance", "auditor", "administrator"):
        assert (await panel(city, await city.staff(key)))["INS-9"]["contact"] == "示例联系人"
    for key in ("clerk", "reviewer", "other_insurer", "street", "bureau"):
        assert (await panel(city, await city.staff(key)))["INS-9"]["contact"] == ""
    assert (await panel(city, await city.login("owner2")))["INS-9"]["contact"] == ""
    assert (await city.call("GET", "/insurers"))[0] == 401


async def test_impossible_insurers(city: City) -> None:
    assert (await admit(city, admitted_to_on="2025-09-15"))[1]["code"] == "BadTerm"
    assert (await admit(city, code="INS-1"))[1]["code"] == "CodeTaken"
    for bad in ({"code": "a b"}, {"name": " "}, {"extra": 1}):
        assert (await admit(city, **bad))[0] == 400
    for who in ("clerk", "finance", "insurer", "auditor"):
        assert (await admit(city, who))[0] == 403


async def test_code_is_taken_once_at_the_same_instant(city: City) -> None:
    answers = await asyncio.gather(*[admit(city) for _ in range(6)])
    assert sorted(status for status, _ in answers) == [201] + [409] * 5
    listed = await city.must("GET", "/insurer-admissions", await city.staff("finance"))
    assert [row["code"] for row in listed["items"] if row["state"] == "confirmed"] == ["INS-9"]


async def test_suspended_and_readmitted(city: City) -> None:
    """R10.1, with a reason in the log each time."""
    token, path = await city.staff("administrator"), f"/insurers/{city.roll.insurer}/suspension"
    assert (await city.call("POST", path, token, {"reason": " "}))[1]["code"] == "ReasonMissing"
    body = await city.must("POST", path, token, {"reason": "服务评价不合格"})
    assert body["suspended_at"] and not body["available"]
    assert (await city.call("POST", path, token, {"reason": "再次"}))[1]["code"] == "AlreadyDecided"
    body = await city.must("POST", path, token, {"suspended": False, "reason": "整改完成"})
    assert body["suspended_at"] is None and body["available"]
    rows = await sql(
        "SELECT kind, why FROM log_event WHERE kind IN ('InsurerSuspended', 'InsurerReadmitted')"
        " ORDER BY seq"
    )
    assert [(row["kind"], row["why"]) for row in rows] == [
        ("InsurerSuspended", "服务评价不合格"),
        ("InsurerReadmitted", "整改完成"),
    ]
    nobody = f"/insurers/{uuid4()}/suspension"
    assert (await city.call("POST", nobody, token, {"reason": "x"}))[0] == 404
    assert (await city.call("POST", path, await city.staff("finance"), {"reason": "x"}))[0] == 403


async def test_panel_goes_on_page_by_page(city: City) -> None:
    await admit(city)
    token, codes, after = await city.staff("clerk"), [], ""
    while True:
        page = await city.must("GET", f"/insurers?limit=1&after={after}", token)
        codes += [one["code"] for one in page["items"]]
        if not (after := page["next"]):
            break
    assert codes == ["INS-1", "INS-2", "INS-9"]


async def enter(city: City, who: str = "administrator", **other: Any) -> tuple[int, Any]:
    sent = {"day": "2027-02-08", "working": False, "name": "春节", "source": "国办发明电", **other}
    status, made = await city.call("POST", "/calendar/days", await city.staff(who), sent)
    return (status, made) if status >= 400 else await agreed(city, "calendar/changes", made)


async def test_year_becomes_certain_when_it_is_published(city: City) -> None:
    """R9.2: known to everybody, entered by an administrator, with its source."""
    year = await city.must("GET", "/calendar/days?year=2027")
    assert (year["published"], year["items"]) == (False, [])
    assert (await enter(city))[0] == 201
    sent = {"year": 2027, "source": "国办发明电〔2026〕示例号"}
    token = await city.staff("administrator")
    made = await city.must("POST", "/calendar/years", token, sent)
    again = await city.must("POST", "/calendar/years", token, sent)
    assert not (await city.must("GET", "/calendar/days?year=2027"))["published"]
    assert (await agreed(city, "calendar/changes", made))[0] == 201
    assert (await agreed(city, "calendar/changes", again))[1]["code"] == "AlreadyDecided"
    body = await city.must("GET", "/calendar/days?year=2027")
    assert (body["published"], body["items"][0]["day"]) == (True, "2027-02-08")
    listed = await city.must("GET", "/calendar/changes", await city.staff("auditor"))
    assert {row["state"] for row in listed["items"]} == {"draft", "confirmed"}
    assert (await city.call("POST", "/calendar/years", token, sent))[1]["code"] == "AlreadyDecided"
    sent["year"] = 2025
    assert (await city.call("POST", "/calendar/years", token, sent))[1]["code"] == "AlreadyDecided"
    rows = await sql(
        "SELECT subject_id, kind, why FROM log_event WHERE kind = 'CalendarChanged' ORDER BY seq"
    )
    assert [row["kind"] for row in rows] == ["CalendarChanged"] * 2
    assert {row["subject_id"] for row in rows} == {subject_of(2027)}


async def test_day_is_entered_again_to_correct_it(city: City) -> None:
    """R9.1: a day of the prefecture; the last word holds, the log has both."""
    await enter(city, day="2025-09-20", name="州庆")
    await enter(city, day="2025-09-20", working=True, name="", source="更正通知")
    body = await city.must("GET", "/calendar/days?year=2025")
    assert body["items"] == [
        {"day": "2025-09-20", "working": True, "name": "", "source": "更正通知"}
    ]
    assert body["published"]
    assert len(await sql("SELECT 1 FROM log_event WHERE kind = 'CalendarChanged'")) == 2


async def test_calendar_is_the_administrator_s(city: City) -> None:
    for who in ("clerk", "reviewer", "finance", "auditor", "insurer"):
        assert (await enter(city, who))[0] == 403
    for bad in (
        {"day": "1999-01-01"},
        {"day": "2025-02-30"},
        {"source": ""},
        {"day": "2101-01-01"},
    ):
        assert (await enter(city, **bad))[0] == 400
    for query in ("", "?year=1999", "?year=x", "?year=2027&year=2028"):
        assert (await city.call("GET", f"/calendar/days{query}"))[0] == 400
