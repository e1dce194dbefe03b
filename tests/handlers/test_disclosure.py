"""What is open to everybody: true at once, tied to the ledger, and naming nobody. R12.1, R12.2."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from handlers import recent
from handlers.recent import Recent
from models import ledger
from models.base import sql
from models.roll import Owner
from rules.ledger import AccountKind
from tests.databases import tamper
from tests.handlers.objecting import SECRET, done, see
from tests.journey import PREMIUMS, Journey
from tests.world import City

PUBLIC = (
    "/public/notices",
    "/public/scopes",
    "/public/registrations",
    "/public/payouts",
    "/public/programme",
)


async def read(city: City, path: str) -> dict[str, Any]:
    """What anybody is answered."""
    status, body = await city.call("GET", path)
    assert status == 200, body
    return dict(body)


def notice_path(trip: Journey) -> str:
    return f"/public/notices/{trip.body['notice']['public_token']}"


async def test_a_pause_is_public_at_once_and_names_nobody(city: City) -> None:
    """R7.5, R7.8: the text waits for its check, the pause does not."""
    trip = await Journey.at(city, "noticed")
    assert (await read(city, notice_path(trip)))["stage"] == "running"
    receipt = await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": SECRET})
    body = await read(city, notice_path(trip))
    assert (body["stage"], body["ends_at"], body["days_left"]) == ("paused", None, 7)
    assert [(one["text"], one["outcome_title"]) for one in body["objections"]] == [(None, "办理中")]
    assert body["objections"][0]["text_state"] == "waiting"
    decision = {"release": "withheld", "reason": "涉及他人"}
    await done(city, "reviewer", f"/objections/{receipt['objection_id']}/text", decision)
    assert (await read(city, notice_path(trip)))["objections"][0]["text_state"] == "withheld"
    assert body["timeline"][-1]["words"] == "收到书面反对意见，暂缓实施"
    decision = {"release": "whole", "reason": "内容适当"}
    await done(city, "reviewer", f"/objections/{receipt['objection_id']}/text", decision)
    await done(city, "owner5", f"/objections/{receipt['objection_id']}/withdrawal")
    body = await read(city, notice_path(trip))
    assert (body["stage"], body["days_left"]) == ("running", 7)
    assert [(one["text"], one["outcome_title"]) for one in body["objections"]] == [
        (SECRET, "提出人已撤回")
    ]
    assert city.last is not None
    one = city.roll.people["owner5"]
    for secret in (one.name, one.openid, str(one.person_id), str(one.owner_id)):
        assert secret not in city.last.text
    # The room; ids and tokens, which are random, may hold these digits among others.
    assert re.search(r"(?<![0-9A-Za-z])301(?![0-9A-Za-z])", city.last.text) is None


async def test_days_left_run_out(city: City) -> None:
    """The day of posting does not count; the last day is one day left. R7.1."""
    trip = await Journey.at(city, "noticed")
    left = []
    for _ in range(8):
        left.append((await read(city, notice_path(trip)))["days_left"])
        city.clock.advance(days=1)
    assert left == [7, 7, 6, 5, 4, 3, 2, 1]


async def test_a_paper_is_genuine_superseded_withdrawn_or_unknown(city: City) -> None:
    """R7.3: however the code was typed."""
    trip = await Journey.at(city, "noticed")
    code = (await read(city, notice_path(trip)))["check_code"]
    for typed in (code, code.lower(), code.replace("-", ""), f" {code[:4]} {code[5:]} "):
        found = await read(city, f"/public/papers/{typed}")
        assert (found["verdict"], found["version"]) == ("genuine", 1)
        assert found["ends_at"] == "2025-09-23T00:00:00+08:00"
    assert (await read(city, f"/public/papers/{found['notice_token']}"))["verdict"] == "genuine"
    receipt = await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": SECRET})
    body = {"reason": "意见成立", "then": "new_plan"}
    await done(city, "reviewer", f"/objections/{receipt['objection_id']}/upholding", body)
    found = await read(city, f"/public/papers/{code}")
    assert (found["verdict"], found["newer_token"]) == ("superseded", "")
    assert (await read(city, notice_path(trip)))["stage"] == "replanned"
    await trip.plan()
    await trip.publish()
    newer = trip.body["notice"]["public_token"]
    found = await read(city, f"/public/papers/{code}")
    assert (found["verdict"], found["newer_token"]) == ("superseded", newer)
    listed = (await read(city, "/public/notices"))["items"]
    assert [one["token"] for one in listed] == [newer]
    await done(city, "owner1", f"/cases/{trip.id}/withdrawal", {"reason": "改日再议"})
    fresh = await read(city, f"/public/notices/{newer}")
    assert fresh["stage"] == "ended"
    found = await read(city, f"/public/papers/{fresh['check_code']}")
    assert found["verdict"] == "withdrawn"
    status, problem = await city.call("GET", "/public/papers/2222-2222")
    assert (status, problem["code"]) == (404, "NotFound")


async def test_the_sums_are_those_of_the_ledger(city: City) -> None:
    """R12.1, to the fen; what fewer than five owners share is in the total alone (R12.2)."""
    trip = await Journey.at(city, "contracted")
    accounts = await read(city, "/public/scopes")
    totals = await ledger.totals()
    assert accounts["total_balance_fen"] == totals[AccountKind.POOLED]
    assert accounts["total_held_fen"] == sum(PREMIUMS)
    by_name = {one["name"]: one for one in accounts["items"]}
    assert by_name["石榴苑1栋"]["available_fen"] == 5_000_000 - sum(PREMIUMS)
    assert by_name["别处小区1栋"] | {"scope_id": ""} == {
        "scope_id": "",
        "name": "别处小区1栋",
        "kind": "building",
        "withheld": True,
        "balance_fen": None,
        "held_fen": None,
        "available_fen": None,
    }
    for name in ("payout", "prepare", "approve", "issue"):
        await trip.way()[name]()
    payouts = await read(city, "/public/payouts")
    assert payouts["total_fen"] == sum(one["amount_fen"] for one in payouts["items"])
    assert payouts["total_fen"] == sum(PREMIUMS)
    programme = await read(city, "/public/programme")
    totals = await ledger.totals()
    assert programme["balance_fen"] == totals[AccountKind.POOLED]
    assert programme["paid_fen"] == sum(PREMIUMS)
    assert (programme["running_notices"], programme["registered_cases"]) == (0, 1)
    city.clock.advance(days=5)
    assert (await read(city, "/public/programme"))["insured_elevators"] == 2
    registered = (await read(city, "/public/registrations"))["items"]
    assert [one["number"] for one in registered] == [trip.body["registration_number"]]


async def shown(city: City) -> dict[str, bool]:
    """Which accounts anybody sees, a minute later."""
    city.clock.advance(minutes=2)
    items = (await read(city, "/public/scopes"))["items"]
    return {one["name"]: not one["withheld"] for one in items}


async def test_no_withheld_balance_is_the_rest_of_the_total(city: City) -> None:
    """R12.2: one account alone is never withheld, else the total less the others would be it."""
    here, there = city.roll.here, city.roll.there
    assert await shown(city) == {"别处小区1栋": False, "别处小区2栋": False, "石榴苑1栋": True}
    await tamper("DELETE FROM unit WHERE scope_id = $1", city.roll.empty)
    await tamper("DELETE FROM scope WHERE id = $1", city.roll.empty)
    assert await shown(city) == {"别处小区1栋": False, "石榴苑1栋": False}
    page = await read(city, f"/public/scopes/{here.scope}")
    assert (page["account"]["balance_fen"], page["movements"]) == (None, [])
    assert (await read(city, "/public/programme"))["balance_fen"] == 10_000_000
    await sql("UPDATE unit SET scope_id = $1 WHERE scope_id = $2", here.scope, there.scope)
    await tamper("DELETE FROM scope WHERE id = $1", there.scope)
    assert await shown(city) == {"石榴苑1栋": True}
    await sql("UPDATE ownership SET to_on = $1", city.clock().date())
    assert await shown(city) == {"石榴苑1栋": False}
    listed = await read(city, "/public/scopes")
    assert (listed["total_balance_fen"], listed["total_held_fen"]) == (None, None)
    assert (await read(city, "/public/programme"))["balance_fen"] is None
    status, home = await city.call("GET", "/")
    assert status == 200 and "不公开" in home.decode()


async def test_who_loses_the_owners_is_withheld_at_once(city: City) -> None:
    """The set is kept for a minute, the scope itself is counted anew."""
    path = f"/public/scopes/{city.roll.here.scope}"
    assert (await read(city, path))["account"]["withheld"] is False
    await sql("UPDATE ownership SET to_on = $1", city.clock().date())
    body = await read(city, path)
    assert body["account"]["withheld"] is True
    assert body["account"]["balance_fen"] is None


async def test_an_accounts_sources_and_movements_make_its_balance(city: City) -> None:
    """R4.7: where the balance came from, line by line."""
    await Journey.at(city, "paid")
    path = f"/public/scopes/{city.roll.here.scope}"
    body = await read(city, path)
    balance = body["account"]["balance_fen"]
    assert balance == 5_000_000 - sum(PREMIUMS)
    assert sum(one["amount_fen"] for one in body["sources"]) == balance
    assert body["movements"][0]["balance_after_fen"] == balance
    assert sum(one["amount_fen"] for one in body["movements"]) == balance
    first = await read(city, f"{path}?limit=1")
    second = await read(city, f"{path}?limit=1&after={first['next']}")
    assert first["movements"] + second["movements"] == body["movements"]
    hidden = await read(city, f"/public/scopes/{city.roll.there.scope}")
    assert (hidden["sources"], hidden["movements"]) == ([], [])
    status, _ = await city.call("GET", f"/public/scopes/{uuid4()}")
    assert status == 404


async def test_lists_go_on_and_are_searched(city: City) -> None:
    first = await read(city, "/public/scopes?limit=1")
    second = await read(city, f"/public/scopes?limit=2&after={first['next']}")
    names = [one["name"] for page in (first, second) for one in page["items"]]
    assert names == ["别处小区1栋", "别处小区2栋", "石榴苑1栋"] and second["next"] == ""
    assert len((await read(city, "/public/scopes?q=石榴"))["items"]) == 1
    assert (await read(city, "/public/scopes?q=%25"))["items"] == []
    trip = await Journey.at(city, "posting")
    for query, count in (("q=石榴苑1栋", 1), ("q=没有", 0), ("running=true", 1), ("q=_", 0)):
        listed = await read(city, f"/public/notices?{query}")
        assert len(listed["items"]) == count, query
    assert (await read(city, f"/public/notices?q={trip.body['number']}"))["items"]
    for path in ("/public/notices", "/public/payouts", "/public/registrations"):
        status, problem = await city.call("GET", f"{path}?after=nonsense")
        assert (status, problem["code"]) == (400, "Malformed")


async def test_nothing_public_names_anybody(city: City) -> None:
    """R12.2: no full name, openid, phone or room in any public answer or page."""
    trip = await Journey.at(city, "noticed")
    await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": SECRET})
    token = trip.body["notice"]["public_token"]
    scope = city.roll.here.scope
    paths = [*PUBLIC, notice_path(trip), f"/public/scopes/{scope}"]
    paths += [f"/n/{token}", f"/q/{token}", "/", "/open/notices", f"/open/accounts/{scope}"]
    names = {owner.name for owner in await Owner.all() if len(owner.name) > 1}
    names |= {one.openid for one in city.roll.people.values()}
    names |= {one.named.phone for one in city.roll.people.values()} | {SECRET}
    for path in paths:
        status, _ = await city.call("GET", path)
        assert status == 200 and city.last is not None
        assert [name for name in names if name in city.last.text] == [], path


async def test_an_unchanged_notice_is_not_sent_again(city: City) -> None:
    trip = await Journey.at(city, "noticed")
    await read(city, notice_path(trip))
    assert city.last is not None
    tag = {"If-None-Match": city.last.headers["etag"]}
    assert (await city.call("GET", notice_path(trip), headers=tag))[0] == 304
    await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": SECRET})
    assert (await city.call("GET", notice_path(trip), headers=tag))[0] == 200


async def test_the_public_needs_no_login_and_an_old_token_bars_nobody(city: City) -> None:
    for path in PUBLIC:
        assert (await city.call("GET", path))[0] == 200
        assert (await city.call("GET", path, "nonsense"))[0] == 200
        assert (await see(city, "owner1", path))[0] == 200


def test_what_is_kept_is_at_most_a_second_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """By either clock: the one that cannot be moved and the one that people see."""
    ticks = [100.0]
    monkeypatch.setattr(recent.time, "monotonic", lambda: ticks[0])
    kept: Recent[str] = Recent()
    now, case = datetime(2025, 9, 15, tzinfo=UTC), uuid4()
    kept.keep("a", case, now, 100.0, "said")
    assert kept.find("a", now) == "said"
    assert kept.find("a", now + timedelta(seconds=0.9)) == "said"
    assert kept.find("a", now + timedelta(seconds=1)) is None
    assert kept.find("a", now - timedelta(seconds=1)) is None
    ticks[0] = 101.0
    assert kept.find("a", now) is None
    kept.keep("a", case, now, 101.0, "again")
    kept.forget(uuid4())
    assert kept.find("a", now) == "again"
    kept.forget(case)
    assert kept.find("a", now) is None


def test_what_is_kept_is_bounded() -> None:
    kept: Recent[int] = Recent()
    now = datetime(2025, 9, 15, tzinfo=UTC)
    for number in range(recent.MOST + 10):
        kept.keep(str(number), uuid4(), now, recent.time.monotonic(), number)
    assert kept.find("9", now) is None
    assert kept.find(str(recent.MOST + 9), now) == recent.MOST + 9
