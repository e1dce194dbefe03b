"""Objections over HTTP: who may, what it does to the case, who sees whom. R7.4 to R7.10."""

from datetime import timedelta
from uuid import UUID, uuid4

from msgspec.structs import replace

from models import ledger
from models.base import sql
from models.people.appointments import Appointment
from models.roll import Ownership
from rules.cases import State
from rules.ledger import AccountKind
from tests.handlers.objecting import (
    SECRET,
    done,
    events,
    facts_of,
    noticed,
    objects,
    refused,
    reviewer2,
    see,
)
from tests.small_roll import POOLED_FEN
from tests.world import City

# --- filing


async def test_in_time_it_pauses_the_case_at_once(city: City) -> None:
    """R7.5, 附件二(一)4"""
    case = await noticed(city)
    receipt = await objects(city, case, "owner5")
    assert receipt["in_time"] is True and receipt["state"] == "open"
    assert receipt["case_state"] == "paused"
    assert receipt["arrived_at"] == city.clock().isoformat()
    assert receipt["log_head"].startswith("存证日志 "), "R12.3"
    facts = await facts_of(case)
    assert facts.state is State.PAUSED and facts.paused_at == city.clock()
    assert facts.open_objections == (receipt["objection_id"],)
    assert await events(case) == ["Paused"]


async def test_nobody_but_the_centre_and_the_objector_sees_it(city: City) -> None:
    """R7.8, R12.2"""
    case = await noticed(city)
    receipt = await objects(city, case, "owner5")
    one, listed = f"/objections/{receipt['objection_id']}", f"/cases/{case.id}/objections"
    for who in ("owner1", "manager", "committee"):
        assert (await see(city, who, one))[0] == 404, who
        status, body = await see(city, who, listed)
        assert (status, body["items"]) == (200, []), who
    for who in ("insurer", "street", "bureau", "finance", "administrator"):
        assert (await see(city, who, one))[0] == 403, who
        assert (await see(city, who, listed))[0] == 403, who
    assert (await see(city, "elsewhere", listed))[0] == 404
    status, body = await see(city, "owner5", one)
    assert status == 200 and body["text"] == SECRET and body["mine"] and body["can_withdraw"]
    for who in ("clerk", "reviewer", "auditor"):
        status, body = await see(city, who, listed)
        [row] = body["items"]
        assert row["text"] == SECRET and "*" in row["objector"] and not row["mine"]
        assert city.roll.people["owner5"].name not in str(body)
    status, body = await see(city, "insurer", f"/cases/{case.id}")
    assert status == 200 and body["objections_open"] == 1


async def test_events_do_not_name_the_objector(city: City) -> None:
    """R7.8: what is told to all carries neither owner, person nor room."""
    case = await noticed(city)
    receipt = await objects(city, case, "owner5")
    await done(
        city, "reviewer", f"/objections/{receipt['objection_id']}/dismissal", {"reason": "石"}
    )
    rows = await sql("SELECT body::text AS body, why FROM log_event WHERE subject_id=$1", case.id)
    told = " ".join(row["body"] + row["why"] for row in rows)
    one = city.roll.people["owner5"]
    for secret in (
        str(one.owner_id),
        str(one.person_id),
        str(one.homes[0]),
        one.name,
        SECRET,
        "石",
    ):
        assert secret not in told


async def test_the_timeline_does_not_tell_an_objector_by_the_office_held(city: City) -> None:
    """R7.8: one of five committee members would be known by the word 业主委员会."""
    case, person = await noticed(city), city.roll.people["owner5"]
    await Appointment.create(
        person_id=person.person_id,
        community_id=city.roll.here.community,
        role="committee",
        body_name="业主委员会",
        file_id=UUID(await city.paper("owner5")),
        from_on=city.clock().date(),
        to_on=city.clock().date(),
        state="approved",
        created_at=city.clock(),
    )
    await objects(city, case, "owner5")
    for who in ("insurer", "manager", "owner1", "clerk"):
        _, told = await see(city, who, f"/cases/{case.id}/timeline")
        assert [(item["kind"], item["role_title"]) for item in told["items"]] == [("Paused", "")]


async def test_who_may_not_object(city: City) -> None:
    """R7.4: an owner with an interest, with words, to a case that has a notice."""
    case, early = await noticed(city), await noticed(city, State.PLANNED)
    path, text = f"/cases/{case.id}/objections", {"text": SECRET}
    assert await refused(city, "elsewhere", path, text) == "403 NotYourScope"
    assert await refused(city, "stranger", path, text) == "403 HomeNotBound"
    assert await refused(city, "manager", path, text) == "403 NotAllowed"
    assert await refused(city, "clerk", path, text) == "403 NotAllowed"
    assert await refused(city, "owner5", path, {"text": " \n "}) == "422 EmptyText"
    assert await refused(city, "owner5", path, {"text": "长" * 2001}) == "400 Malformed"
    gone = {"text": SECRET, "file_ids": [str(uuid4())]}
    assert await refused(city, "owner5", path, gone) == "404 NotFound"
    foreign = {"text": SECRET, "file_ids": [await city.paper("owner6")]}
    assert await refused(city, "owner5", path, foreign) == "404 NotFound"
    nowhere = f"/cases/{uuid4()}/objections"
    assert await refused(city, "owner5", nowhere, text) == "404 CaseNotFound"
    before = f"/cases/{early.id}/objections"
    assert await refused(city, "owner5", before, text) == "409 NotAllowedNow"
    assert (await facts_of(case)).state is State.NOTICED
    assert await sql("SELECT 1 FROM objection") == []


async def test_files_go_with_it(city: City) -> None:
    case = await noticed(city)
    mine = await city.paper("owner5")
    body = {"text": SECRET, "file_ids": [mine]}
    receipt = await done(city, "owner5", f"/cases/{case.id}/objections", body)
    _, shown = await see(city, "clerk", f"/objections/{receipt['objection_id']}")
    assert [one["id"] for one in shown["files"]] == [mine]


async def test_one_open_per_owner_and_one_refiling(city: City) -> None:
    """R7.10, objection.refile_max"""
    case = await noticed(city)
    path, text = f"/cases/{case.id}/objections", {"text": SECRET}
    for _ in range(2):
        receipt = await objects(city, case, "owner5")
        assert await refused(city, "owner5", path, text) == "409 ObjectionPending"
        await done(city, "owner5", f"/objections/{receipt['objection_id']}/withdrawal")
        assert (await facts_of(case)).state is State.NOTICED
    assert await refused(city, "owner5", path, text) == "409 RefiledTooOften"
    assert (await facts_of(case)).state is State.NOTICED
    await objects(city, case, "owner6")


async def test_the_same_request_twice_is_one_objection(city: City) -> None:
    case = await noticed(city)
    path, who = f"/cases/{case.id}/objections", await city.login("owner5")
    first = await city.call("POST", path, who, {"text": SECRET}, key="k1")
    again = await city.call("POST", path, who, {"text": SECRET}, key="k1")
    assert first == again and first[0] == 201
    assert await events(case) == ["Paused"]


async def test_a_late_one_is_recorded_and_answered(city: City) -> None:
    """R7.9: the state stays, the Centre answers, and may hold the case by hand."""
    case = await noticed(city, State.CLEARED)
    receipt = await objects(city, case, "owner5")
    assert (receipt["in_time"], receipt["state"]) == (False, "recorded")
    assert (await facts_of(case)).state is State.CLEARED
    one = f"/objections/{receipt['objection_id']}"
    again = f"/cases/{case.id}/objections"
    assert await refused(city, "owner5", again, {"text": "还有"}) == "409 ObjectionPending"
    assert await refused(city, "reviewer", f"{one}/dismissal", {"reason": "晚"}) == (
        "409 NotAllowedNow"
    )
    assert await refused(city, "clerk", f"{one}/answer", {"text": " "}) == "422 EmptyText"
    answered = await done(city, "clerk", f"{one}/answer", {"text": "已逾期，说明如下"})
    assert answered["state"] == "answered" and answered["decision"] == "已逾期，说明如下"
    assert await refused(city, "clerk", f"{one}/answer", {"text": "再"}) == "409 NotAllowedNow"
    assert await events(case) == ["LateObjectionRecorded", "LateObjectionAnswered"]


async def test_after_the_payout_it_is_recorded_though_nothing_can_pause(city: City) -> None:
    case = await noticed(city, State.PAID, notice_ends_at=city.clock() + timedelta(days=1))
    receipt = await objects(city, case, "owner5")
    assert (receipt["in_time"], receipt["state"]) == (True, "recorded")
    assert (await facts_of(case)).state is State.PAID


async def test_a_sale_changes_who_may_object(city: City) -> None:
    """R2.4: by the ownership of that moment; what was filed may still be taken back."""
    case = await noticed(city)
    receipt = await objects(city, case, "owner5")
    seller = city.roll.people["owner5"]
    city.clock.advance(days=1)
    await Ownership.filter(owner_id=seller.owner_id).update(to_on=city.clock().date())
    path = f"/cases/{case.id}/objections"
    assert await refused(city, "owner5", path, {"text": SECRET}) == "403 HomeNotBound"
    one = f"/objections/{receipt['objection_id']}"
    await done(city, "reviewer", f"{one}/dismissal", {"reason": "不成立"})
    assert await refused(city, "owner5", f"{one}/review", {"text": "复核"}) == "403 NotYourScope"
    status, body = await see(city, "owner5", path)
    assert status == 200 and body["items"][0]["decision"] == "不成立"


# --- how they end


async def test_while_anything_is_open_the_case_stays_paused(city: City) -> None:
    """R7.6, R7.7: two objections, one withdrawn; then the days that were left."""
    case = await noticed(city)
    ends_at = (await facts_of(case)).notice_ends_at
    assert ends_at is not None
    city.clock.advance(days=2)
    first, second = await objects(city, case, "owner5"), await objects(city, case, "owner6")
    city.clock.advance(days=3)
    await done(city, "owner5", f"/objections/{first['objection_id']}/withdrawal")
    assert (await facts_of(case)).state is State.PAUSED
    one = f"/objections/{second['objection_id']}"
    record = {"record_file_id": await city.paper("clerk")}
    await done(city, "clerk", f"{one}/proposal", record | {"note": "谈妥"})
    settled = await done(city, "owner6", f"{one}/settlement", record)
    assert settled["state"] == "settled" and settled["decision"] == "谈妥"
    facts = await facts_of(case)
    assert facts.state is State.NOTICED and facts.notice_ends_at == ends_at + timedelta(days=3)
    assert facts.paused_seconds == 3 * 86_400
    assert await refused(city, "owner6", f"{one}/settlement", record) == "409 ObjectionClosed"
    assert await refused(city, "owner6", f"{one}/withdrawal") == "409 ObjectionClosed"
    assert await events(case) == [
        "Paused",
        "ObjectionAdded",
        "ObjectionSettled",
        "SettlementProposed",
        "ObjectionSettled",
        "NoticeResumed",
    ]


async def test_only_the_objector_withdraws(city: City) -> None:
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    assert await refused(city, "owner6", f"{one}/withdrawal") == "404 NotFound"
    assert await refused(city, "clerk", f"{one}/withdrawal") == "403 NotAllowed"
    assert (await facts_of(case)).state is State.PAUSED


async def test_dismissal_is_reasoned_and_by_somebody_else(city: City) -> None:
    """R7.6: a reviewer who is not the handler, with reasons that the objector reads."""
    handled = await noticed(city, handler_id=str(city.roll.accounts["reviewer"]))
    one = f"/objections/{(await objects(city, handled, 'owner5'))['objection_id']}"
    why = {"reason": "与合同约定一致"}
    assert await refused(city, "reviewer", f"{one}/dismissal", why) == "403 SamePerson"
    assert await refused(city, "clerk", f"{one}/dismissal", why) == "403 NotAllowed"
    await reviewer2(city)
    assert await refused(city, "reviewer2", f"{one}/dismissal", {"reason": " "}) == (
        "422 ReasonMissing"
    )
    await done(city, "reviewer2", f"{one}/dismissal", why)
    _, shown = await see(city, "owner5", one)
    assert shown["decision"] == "与合同约定一致" and shown["can_review"]
    assert (await facts_of(handled)).state is State.NOTICED


async def test_a_review_once_by_another_reviewer(city: City) -> None:
    """R7.6: the case is paused again; the first decision is kept."""
    case = await noticed(city)
    await reviewer2(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    text = {"text": "请复核"}
    assert await refused(city, "owner5", f"{one}/review", text) == "409 NotAllowedNow"
    await done(city, "reviewer", f"{one}/dismissal", {"reason": "第一次"})
    assert await refused(city, "owner6", f"{one}/review", text) == "404 NotFound"
    assert await refused(city, "owner5", f"{one}/review", {"text": ""}) == "422 EmptyText"
    asked = await done(city, "owner5", f"{one}/review", text)
    assert (asked["state"], asked["first_decision"]) == ("open", "第一次")
    assert (await facts_of(case)).state is State.PAUSED
    again = {"reason": "第二次"}
    assert await refused(city, "reviewer", f"{one}/dismissal", again) == "403 SamePerson"
    upheld = {"then": "end", "reason": "成立"}
    assert await refused(city, "reviewer", f"{one}/upholding", upheld) == "403 SamePerson"
    await done(city, "reviewer2", f"{one}/dismissal", again)
    assert (await facts_of(case)).state is State.NOTICED
    assert await refused(city, "owner5", f"{one}/review", text) == "409 ReviewUsed"
    _, shown = await see(city, "owner5", one)
    assert (shown["first_decision"], shown["decision"]) == ("第一次", "第二次")
    assert not shown["can_review"]


async def test_no_review_of_a_version_that_is_gone(city: City) -> None:
    """R7.6: signatures and objections belong to a version."""
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    await done(city, "reviewer", f"{one}/dismissal", {"reason": "不成立"})
    await case.become(replace(await facts_of(case), version=2))
    assert await refused(city, "owner5", f"{one}/review", {"text": "复核"}) == "409 NotAllowedNow"
    assert not (await see(city, "owner5", one))[1]["can_review"]


async def test_no_review_beside_another_open_one(city: City) -> None:
    """R7.10 holds for a review too."""
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    await done(city, "reviewer", f"{one}/dismissal", {"reason": "不成立"})
    await objects(city, case, "owner5", "另有理由")
    assert await refused(city, "owner5", f"{one}/review", {"text": "复核"}) == (
        "409 ObjectionPending"
    )


async def test_upheld_with_a_new_plan(city: City) -> None:
    """R7.6, R3.4: the plan goes back, what was held is free, other objections are of the past."""
    case = await noticed(city)
    first, second = await objects(city, case, "owner5"), await objects(city, case, "owner6")
    one = f"/objections/{first['objection_id']}"
    person = city.roll.people["owner5"]
    for words in (f"{person.name}所言属实", f"{person.name[0]} {person.name[1:]}所言属实"):
        body = {"then": "new_plan", "reason": words}
        assert await refused(city, "reviewer", f"{one}/upholding", body) == "422 NamesObjector"
    body = {"then": "new_plan", "reason": "保费须重新核定"}
    assert await refused(city, "clerk", f"{one}/upholding", body) == "403 NotAllowed"
    assert (await done(city, "reviewer", f"{one}/upholding", body))["state"] == "upheld"
    facts = await facts_of(case)
    assert facts.state is State.ACCEPTED and facts.open_objections == ()
    account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
    assert (account.held_fen, account.available_fen) == (0, POOLED_FEN)
    _, other = await see(city, "owner6", f"/objections/{second['objection_id']}")
    assert other["state"] == "superseded"
    assert await refused(city, "owner6", f"/objections/{second['objection_id']}/withdrawal") == (
        "409 ObjectionClosed"
    )


async def test_upheld_may_end_the_case(city: City) -> None:
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    ended = await done(city, "reviewer", f"{one}/upholding", {"then": "end", "reason": "成立"})
    assert ended["case_state"] == "ended"


async def test_a_case_taken_back_closes_its_objections(city: City) -> None:
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    await done(city, "owner1", f"/cases/{case.id}/withdrawal", {"reason": "不办了"})
    _, shown = await see(city, "owner5", one)
    assert shown["state"] == "superseded"
    _, queue = await see(city, "clerk", "/objections")
    assert queue["items"] == []
