"""Opening a vote: checked before, the roll frozen once, one transaction. R2.2, R8.3."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

from handlers.votes.views import VOID
from models.base import sql
from models.people.bindings import Binding
from models.roll import Home, Ownership
from models.votes import Representative
from rules.cases import State
from rules.days import beijing_date, end_of_day
from rules.votes import RollLine, roll_root
from tests.builders import case_in
from tests.databases import tamper
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    facts_of,
    opened,
    planned,
    refused,
    see,
    shown,
)
from tests.small_roll import SINCE
from tests.world import City


async def test_the_roll_is_frozen_with_its_fingerprint(city: City) -> None:
    """R2.2, R8.3: twelve homes; two of one owner are one head, the developer's are one."""
    case = await planned(city)
    vote = await opened(city, case)
    assert (vote["state"], vote["round"], vote["threshold"]) == ("open", 1, "use")
    assert (vote["homes"], vote["heads"]) == (12, 11)
    ends_at = end_of_day(beijing_date(city.clock()) + timedelta(days=15))
    assert vote["ends_at"] == vote["count_at"] == ends_at.isoformat()
    assert vote["turnout"] == {
        "heads": 0,
        "area_reached": False,
        "reached": False,
        "told_at": None,
    }
    facts = await facts_of(case)
    assert facts.state is State.VOTING and facts.vote is not None
    assert facts.vote.vote_id == vote["id"]
    rows = await sql(
        "SELECT nth, pseudonym, head, area_cm2, developer_held, salt FROM vote_home"
        " WHERE vote_id = $1 ORDER BY nth",
        UUID(vote["id"]),
    )
    assert [row["nth"] for row in rows] == list(range(1, 13))
    assert [row["pseudonym"] for row in rows] == sorted(row["pseudonym"] for row in rows)
    assert roll_root([RollLine(**row) for row in rows]) == vote["roll_root"]
    assert sum(row["area_cm2"] for row in rows) == vote["area_cm2"]
    first_of: dict[int, int] = {}
    for row in rows:
        first_of.setdefault(row["head"], row["nth"])
    assert list(first_of) == list(range(1, 12)), "numbered as they come"


async def test_a_sale_after_the_opening_changes_nothing(city: City) -> None:
    """R2.4, R8.3: the seller votes, the buyer has no voice."""
    vote = await opened(city)
    seller, buyer = city.roll.people["owner5"], city.roll.people["elsewhere"]
    today = beijing_date(city.clock())
    await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", seller.owner_id, today)
    assert buyer.owner_id is not None
    await Ownership.create(home_id=seller.homes[0], owner_id=buyer.owner_id, from_on=today)
    await Binding.create(
        person_id=buyer.person_id,
        home_id=seller.homes[0],
        owner_id=buyer.owner_id,
        how="roll",
        from_at=city.clock(),
    )
    path = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "elsewhere", path, {"choice": "agree"}) == "403 NoVoice"
    assert len((await casts(city, vote, "owner5", "agree"))["items"]) == 1
    assert (await see(city, "owner5", f"/votes/{vote['id']}"))[0] == 200


async def test_the_question_is_made_from_the_plan(city: City) -> None:
    """附件二(二)4"""
    vote = await opened(city)
    assert "示例财产保险股份有限公司吉首支公司" in vote["question"]
    assert "1,200.00元" in vote["question"] and "石榴苑1栋" in vote["question"]
    assert "SLY-T1" in vote["question"] and "按专有部分面积分摊" in vote["question"]
    added = await opened(city, await planned(city, "added", vote_days=3), question=" 是否同意？ ")
    assert (added["question"], added["threshold"]) == ("是否同意？", "raise")
    assert added["agreement_needed"] == ">=3/4" and added["participation_needed"] == "2/3"
    other = await opened(city, await planned(city, "added"))
    assert "从本范围的电梯保险专户支付" in other["question"]


async def test_papers_of_the_case_are_put_before_the_owners(city: City) -> None:
    case, paper = await planned(city), await city.paper("insurer")
    for kind, version in (("plan", 1), ("authorisation", 0)):
        await sql(
            "INSERT INTO document (id, case_id, file_id, kind, version, number, added_by, added_at)"
            " VALUES (gen_random_uuid(), $1, $2, $3, $4, '', $5, $6)",
            case.id,
            UUID(paper) if kind == "plan" else UUID(await city.paper("clerk")),
            kind,
            version,
            city.roll.accounts["insurer"],
            city.clock(),
        )
    path, gone = f"/cases/{case.id}/votes", {"file_ids": [str(uuid4())]}
    assert await refused(city, "clerk", path, gone) == "404 NotFound"
    vote = await opened(city, case)
    assert [one["id"] for one in vote["documents"]] == [paper]
    assert (await see(city, "owner5", f"/files/{paper}"))[0] == 200


async def test_two_clerks_at_once_open_one_vote(city: City) -> None:
    """R8.3: one transaction under the case's lock."""
    case = await planned(city)
    path = f"/cases/{case.id}/votes"
    tokens = [await city.staff(who) for who in ("clerk", "clerk2")] * 2
    answers = await asyncio.gather(*(city.call("POST", path, token, {}) for token in tokens))
    assert sorted(status for status, _ in answers) == [201, 409, 409, 409]
    assert {body["code"] for status, body in answers if status == 409} == {"NotAllowedNow"}
    rows = await sql("SELECT count(*) AS homes FROM vote_home")
    assert rows[0]["homes"] == 12


async def test_what_refuses_an_opening(city: City) -> None:
    case = await planned(city)
    pooled = await planned(city, "pooled")
    assert await refused(city, "clerk", f"/cases/{pooled.id}/votes", {}) == "409 WrongFlow"
    assert await refused(city, "clerk", f"/cases/{uuid4()}/votes", {}) == "404 CaseNotFound"
    waived = await planned(city, vote_fund_flow="waived")
    assert await refused(city, "clerk", f"/cases/{waived.id}/votes", {}) == "409 NotAllowedNow"
    await sql("UPDATE ownership SET to_on = $1", beijing_date(city.clock()))
    assert await refused(city, "clerk", f"/cases/{case.id}/votes", {}) == "409 RollEmpty"
    assert (await facts_of(case)).state is State.PLANNED


async def test_a_second_round_has_a_roll_of_its_own(city: City) -> None:
    """R8.1, vote.rounds_max: not carried, asked once more, and no third time."""
    case = await planned(city)
    first = await counted(city, await opened(city, case))
    assert first["state"] == "counted" and not first["result"]["passed"]
    assert (await facts_of(case)).state is State.NOT_CARRIED
    await tamper("DELETE FROM representative")
    sold = city.roll.people["owner6"]
    await sql(
        "UPDATE ownership SET owner_id = $2 WHERE owner_id = $1",
        sold.owner_id,
        city.roll.people["owner5"].owner_id,
    )
    second = await opened(city, case)
    assert (second["round"], second["heads"], second["homes"]) == (2, 10, 12)
    assert second["roll_root"] != first["roll_root"]
    await counted(city, second)
    path = f"/cases/{case.id}/votes"
    assert await refused(city, "clerk", path, {}) == "409 RoundsOver"
    status, listed = await see(city, "owner5", path)
    assert status == 200
    assert [one["round"] for one in listed["items"]] == [2, 1]


async def test_the_check_tells_what_had_better_be_settled(city: City) -> None:
    """R2.3, R2.5, R8.3: counted as it would be, each home with what is wanting."""
    case, homes = await planned(city), city.roll.here.homes
    today = beijing_date(city.clock())
    await sql("UPDATE ownership SET to_on = $2 WHERE home_id = $1", homes["2-501"], today)
    await sql("UPDATE binding SET to_at = $2 WHERE home_id = $1", homes["2-401"], city.clock())
    status, found = await see(city, "clerk", f"/cases/{case.id}/vote-check")
    assert status == 200 and found["lacks"] == []
    assert (found["homes"], found["heads"]) == (12, 11)
    assert found["warnings"] == {
        "no_owner": 1,
        "no_representative": 1,
        "no_phone": 1,
        "developer": 1,
    }
    kinds = [one["kind"] for one in found["items"]]
    assert kinds == ["no_owner", "no_representative", "no_phone", "developer"]
    assert found["items"][1]["home"] == "1单元301"
    walked, after = [], ""
    while True:
        page = f"/cases/{case.id}/vote-check?limit=1&after={after}"
        status, part = await see(city, "auditor", page)
        walked += [one["kind"] for one in part["items"]]
        if not (after := part["next"]):
            break
    assert walked == kinds
    for cursor in ("x", "6.00", "1.zz", "-1." + "0" * 32):
        path = f"/cases/{case.id}/vote-check?after={cursor}"
        assert (await see(city, "clerk", path))[0] == 400, cursor


async def test_the_check_tells_what_would_refuse_it(city: City) -> None:
    case = await planned(city)
    await opened(city, case)
    _, found = await see(city, "clerk", f"/cases/{case.id}/vote-check")
    assert found["lacks"] == ["办件尚未到组织表决的环节，或表决正在进行、已经通过"]
    waived = await planned(city, vote_fund_flow="waived")
    _, found = await see(city, "clerk", f"/cases/{waived.id}/vote-check")
    assert found["lacks"] == ["本办件无须业主表决"]
    pooled = await planned(city, "pooled")
    assert (await see(city, "clerk", f"/cases/{pooled.id}/vote-check"))[0] == 409
    early = await case_in(State.ACCEPTED, city.roll, city.clock(), flow="household")
    _, found = await see(city, "clerk", f"/cases/{early.id}/vote-check")
    assert found["lacks"] and found["question"] == "", "no premium to ask about"
    assert (await see(city, "clerk", f"/cases/{uuid4()}/vote-check"))[0] == 404


async def test_who_was_named_speaks_in_the_frozen_roll(city: City) -> None:
    """R2.3: named on paper before, or in the Centre's own roll; somebody sold out is not."""
    home, named = city.roll.here.homes["1-301"], city.roll.people["co_owner3"]
    case = await planned(city)
    assert named.owner_id is not None
    await Representative.create(
        home_id=home,
        owner_id=named.owner_id,
        file_id=UUID(await city.paper("clerk")),
        state="live",
        entered_by=city.roll.accounts["clerk"],
        entered_at=city.clock(),
    )
    _, found = await see(city, "clerk", f"/cases/{case.id}/vote-check")
    assert "no_representative" not in found["warnings"]
    vote = await opened(city, case)
    path, agree = f"/votes/{vote['id']}/ballots", {"choice": "agree"}
    assert await refused(city, "owner3", path, agree) == "409 NotRepresentative"
    told = (await shown(city, vote, "owner3"))["my_homes"][0]
    assert (told["can_cast"], told["why_not_code"]) == (False, "NotRepresentative")
    assert (await shown(city, vote, "co_owner3"))["my_homes"][0]["can_cast"]
    assert (await casts(city, vote, "co_owner3", "agree"))["items"][0]["state"] == "valid"


async def test_the_roll_of_the_centre_may_name_one(city: City) -> None:
    home, owner = city.roll.here.homes["1-301"], city.roll.people["owner3"].owner_id
    await sql(
        "UPDATE ownership SET representative = true WHERE home_id = $1 AND owner_id = $2",
        home,
        owner,
    )
    vote = await opened(city)
    rows = await sql(
        "SELECT representative_id FROM vote_home WHERE vote_id = $1 AND home_id = $2",
        UUID(vote["id"]),
        home,
    )
    assert rows[0]["representative_id"] == owner


async def test_thousands_of_homes_open_at_once(city: City) -> None:
    """R8.3: two thousand homes are frozen in few statements."""
    unit = city.roll.here.units[0]
    rows = [
        Home(
            unit_id=unit,
            code=f"BIG-{number}",
            room=f"{number}",
            area_cm2=1_000_000 + number,
            area_source="registered",
        )
        for number in range(2_000)
    ]
    await Home.bulk_create(rows)
    owner = city.roll.people["owner7"].owner_id
    assert owner is not None
    await Ownership.bulk_create(
        [Ownership(home_id=row.id, owner_id=owner, from_on=SINCE) for row in rows]
    )
    vote = await opened(city)
    assert (vote["homes"], vote["heads"]) == (2_012, 11)


async def test_a_case_that_ends_voids_its_vote(city: City) -> None:
    """Section 6: nothing is counted of a case that was taken back."""
    case = await planned(city)
    vote = await opened(city, case)
    await casts(city, vote, "owner2", "agree")
    await done(city, "owner1", f"/cases/{case.id}/withdrawal", {"reason": "改期办理"})
    assert (await shown(city, vote))["state"] == "void"
    path = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "owner4", path, {"choice": "agree"}) == "409 VoteNotOpen"
    after = await counted(city, vote)
    assert after["state"] == "void" and after["result"] is None
    for what in ("record", "inclusion", "result.pdf"):
        status, said = await see(city, "owner2", f"/votes/{vote['id']}/{what}")
        assert (status, said["code"], said["detail"]) == (409, "VoteRunning", VOID)
