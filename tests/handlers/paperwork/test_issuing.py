"""What the counter prints in a pooled case, from the application to the payment. R9.5."""

from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.base import sql
from tests.databases import tamper
from tests.handlers.paperwork.counter import issue, listed, offered, refused, words
from tests.journey import Journey
from tests.world import City


async def test_a_case_is_printed_along_its_way(city: City) -> None:
    """Each paper when its time has come, by whose it is, saying what the case says then."""
    trip = await Journey.applied(city)
    assert await offered(trip, "clerk") == ["application", "signature_receipt"]
    assert await refused(trip, "clerk", "acceptance") == "NotAllowedNow"
    await trip.sign()
    city.clock.advance(days=1)
    await trip.do("clerk", "/return", {"reason": "缺授权书；电梯使用登记证复印件不清。"})
    missing = await issue(trip, "clerk", "correction")
    said = await words(trip, "clerk", missing["id"])
    assert "缺授权书" in said and "电梯使用登记证复印件不清" in said and "□" in said
    await trip.do("owner1", "/correction", {"note": "已补"})
    await trip.accept()
    accepted = await issue(trip, "owner1", "acceptance")
    assert "现予受理" in await words(trip, "owner1", accepted["id"])
    await trip.plan()
    planned = await issue(trip, "insurer", "plan")
    said = await words(trip, "insurer", planned["id"])
    assert "￥2,500.00元（人民币贰仟伍佰元整）" in said and "现场查勘正常" in said
    await trip.publish()
    await trip.post()
    await trip.wait()
    await trip.register()
    form = await issue(trip, "clerk", "registration")
    said = await words(trip, "clerk", form["id"])
    assert trip.body["registration_number"] in said and "期满无未办结的书面反对意见" in said
    await trip.contract()
    await trip.payout()
    await trip.prepare()
    assert await refused(trip, "clerk", "payout_approval") == "NotAllowed"
    first = await issue(trip, "finance", "payout_approval")
    assert "复核时间待复核" in await words(trip, "finance", first["id"])
    assert await refused(trip, "finance", "payment_notice") == "NotAllowedNow"
    await trip.approve()
    second = await issue(trip, "reviewer", "payout_approval")
    assert (second["number"], second["version"]) == (first["number"], 2)
    notice = await issue(trip, "finance", "payment_notice")
    said = await words(trip, "finance", notice["id"])
    assert "请从下列账户划付" in said and "人民币贰仟伍佰元整" in said
    await _what_was_issued(trip)


async def _what_was_issued(trip: Journey) -> None:
    """Everybody reads what concerns them; each issue is in the log."""
    kinds = {who: {one["kind"] for one in (await listed(trip, who))["items"]} for who in READERS}
    case = {"correction", "acceptance", "plan", "registration"}
    money = {"payout_approval", "payment_notice"}
    assert kinds == {
        "owner1": case,
        "owner5": set(),
        "insurer": {"plan"},
        "clerk": case,
        "auditor": case | money,
        "street": set(),
    }
    rows = await sql(
        "SELECT kind, count(*) AS n FROM log_event WHERE subject_kind = 'paper' GROUP BY 1"
    )
    assert {row["kind"]: row["n"] for row in rows} == {"CasePaperIssued": 7}


READERS = ("owner1", "owner5", "insurer", "clerk", "auditor", "street")


async def test_a_reprint_is_the_same_paper(city: City) -> None:
    """The number stays and the copy says which it is; what changed is a new version."""
    trip = await Journey.applied(city)
    first = await issue(trip, "clerk", "application")
    again = await issue(trip, "clerk", "application")
    assert again | {"copies": 1, "printed_at": first["printed_at"]} == first
    assert "补打：第2次打印" in await words(trip, "clerk", again["id"])
    await trip.sign()
    newer = await issue(trip, "clerk", "application")
    assert (newer["number"], newer["version"], newer["copies"]) == (first["number"], 2, 1)
    assert newer["check_code"] != first["check_code"]
    items = (await listed(trip, "clerk"))["items"]
    assert {one["version"]: one["superseded"] for one in items} == {1: True, 2: False}


async def test_anybody_checks_a_paper_by_its_code(city: City) -> None:
    """What it was, that it is unaltered, and nothing about any person."""
    trip = await Journey.at(city, "planned")
    made = await issue(trip, "clerk", "plan")
    path = f"/public/papers/{made['check_code'].lower()}"
    found = await city.must("GET", path)
    assert (found["verdict"], found["number"]) == ("genuine", made["number"])
    assert (found["premium_fen"], found["title"]) == (250_000, "电梯维修保险投保方案")
    assert city.last is not None
    for one in city.roll.people.values():
        assert one.name not in city.last.text
    other = await issue(trip, "clerk", "application")
    other_path = f"/public/papers/{other['check_code']}"
    assert (await city.must("GET", other_path))["premium_fen"] is None
    # The database itself refuses a body that is not what was issued.
    change = "UPDATE issued_paper SET body = replace(body, '现场', '远程') WHERE kind = 'plan'"
    with pytest.raises(IntegrityError):
        await sql(change)
    await tamper("ALTER TABLE issued_paper DROP CONSTRAINT issued_paper_whole")
    await tamper(change)
    assert (await city.must("GET", path))["verdict"] == "altered"


async def test_receipts_name_nobody_in_full(city: City) -> None:
    """An objection and a signature are acknowledged at once; an objector is not named at all."""
    trip = await Journey.at(city, "filed")
    [signature] = [
        one for one in (await listed(trip, "clerk"))["offers"] if one["kind"] == "signature_receipt"
    ]
    made = await issue(trip, "clerk", "signature_receipt", signature["subjects"][0]["id"])
    said = await words(trip, "clerk", made["id"])
    assert "本中心已收到您在下列申请上的签名" in said
    assert city.roll.people["owner1"].name not in said
    assert await refused(trip, "clerk", "signature_receipt") == "NotFound"
    assert await refused(trip, "clerk", "signature_receipt", trip.id) == "NotFound"
    await trip.accept()
    assert await refused(trip, "clerk", "rejection") == "NotAllowedNow"
    await trip.do("reviewer", "/rejection", {"reason": "维保单位许可已过期"})
    said = await words(trip, "clerk", (await issue(trip, "clerk", "rejection"))["id"])
    assert "维保单位许可已过期" in said and "行政复议" in said


async def test_an_objection_is_acknowledged_to_whoever_may_know(city: City) -> None:
    """R7.8: the applicant learns nothing of it, the receipt names neither person nor home."""
    trip = await Journey.at(city, "noticed")
    city.clock.advance(seconds=timedelta(hours=2).total_seconds())
    await trip.do("owner5", "/objections", {"text": "费用过高"})
    [offer] = [
        one for one in (await listed(trip, "clerk"))["offers"] if one["kind"] == "objection_receipt"
    ]
    made = await issue(trip, "clerk", "objection_receipt", offer["subjects"][0]["id"])
    said = await words(trip, "clerk", made["id"])
    assert "本方案暂缓实施" in said and "费用过高" not in said
    assert city.roll.people["owner5"].name not in said
    for who in ("owner1", "insurer", "finance"):
        assert made["id"] not in {one["id"] for one in (await listed(trip, who))["items"]}
