"""Parameters change by two people, for what is accepted from then on. Section 14, R8.2."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from asyncpg import PostgresError

from models.base import sql
from models.parameters import current_parameters
from rules.parameters import DEFAULT
from tests.databases import tamper
from tests.handlers.objecting import done, post, refused, see
from tests.journey import Journey
from tests.world import City

SOURCE = "示例文件〔2025〕1号"
REASON = {"reason": "与文件不符"}


async def proposed(city: City, source: str = SOURCE, **values: Any) -> str:
    """The path of a change of the city's parameters; dots are written as two underscores."""
    items = [{"name": name.replace("__", "."), "value": it} for name, it in values.items()]
    made = await done(city, "clerk", "/parameter-changes", {"items": items, "source": source})
    return f"/parameter-changes/{made['id']}"


async def filing(city: City, silence: str = "follows_majority") -> dict[str, Any]:
    return {
        "silence": silence,
        "filed_on": city.clock().date().isoformat(),
        "source": "议事规则备案表",
        "file_id": await city.paper("clerk"),
    }


async def filed(city: City, silence: str = "follows_majority") -> Any:
    """The community's rules are filed and confirmed."""
    path = f"/communities/{city.roll.here.community}/filed-rules"
    made = await done(city, "clerk", path, await filing(city, silence))
    return await done(city, "reviewer", f"/parameter-changes/{made['id']}/confirmation")


async def test_a_change_is_in_force_once_a_reviewer_confirmed_it(city: City) -> None:
    path = await proposed(city, notice__days=10, vote__use=">=2/3")
    assert await current_parameters() == DEFAULT
    assert await refused(city, "clerk2", f"{path}/confirmation") == "403 NotAllowed"
    made = await done(city, "reviewer", f"{path}/confirmation")
    assert (made["state"], made["version"], made["entered_by_me"]) == ("confirmed", 1, False)
    assert [(one["was_shown"], one["now_shown"]) for one in made["items"]] == [
        ("7天", "10天"),
        (">1/2", ">=2/3"),
    ]
    policy = await current_parameters()
    assert policy.changes() == {"notice.days": (7, 10), "vote.use": (">1/2", ">=2/3")}
    assert await refused(city, "reviewer", f"{path}/confirmation") == "409 EntryNotOpen"
    assert await refused(city, "reviewer", f"{path}/dropping", REASON) == "409 EntryNotOpen"


async def test_nobody_confirms_what_they_entered(city: City) -> None:
    """Section 1, also who is both a clerk and a reviewer."""
    path = await proposed(city, notice__days=10)
    await sql("UPDATE account SET roles = 'clerk,reviewer' WHERE username = 'clerk'")
    assert await refused(city, "clerk", f"{path}/confirmation") == "403 SamePerson"
    assert await current_parameters() == DEFAULT


async def test_a_refused_change_changes_nothing(city: City) -> None:
    path = await proposed(city, notice__days=10)
    assert await refused(city, "reviewer", f"{path}/dropping", {"reason": " "}) == ("400 Malformed")
    made = await done(city, "reviewer", f"{path}/dropping", REASON)
    assert (made["state"], made["drop_reason"], made["version"]) == ("dropped", "与文件不符", None)
    assert await current_parameters() == DEFAULT


async def test_running_cases_keep_what_they_were_accepted_with(city: City) -> None:
    trip = await Journey.at(city, "accepted")
    path = await proposed(city, notice__days=10)
    await done(city, "reviewer", f"{path}/confirmation")
    await trip.look()
    assert trip.body["parameters"]["notice.days"] == 7


async def test_two_changes_of_one_parameter_do_not_undo_each_other(city: City) -> None:
    """Other parameters do not matter: the second comes on top of the first."""
    first, second = await proposed(city, notice__days=10), await proposed(city, notice__days=12)
    third = await proposed(city, vote__days=20)
    await done(city, "reviewer", f"{first}/confirmation")
    assert (await see(city, "auditor", first))[1]["moved"] is False, "it is decided"
    assert (await see(city, "auditor", second))[1]["moved"] is True
    assert await refused(city, "reviewer", f"{second}/confirmation") == "409 ParametersMoved"
    made = await done(city, "reviewer", f"{third}/confirmation")
    assert made["version"] == 2
    assert (await current_parameters()).changes() == {"notice.days": (7, 10), "vote.days": (15, 20)}


async def test_two_confirmations_at_once_are_one_after_the_other(city: City) -> None:
    """Whichever comes second finds what the first left, or is refused; nothing is lost."""
    for day in range(8, 13):
        mine = await proposed(city, notice__days=day)
        other = await proposed(city, notice__days=day + 20)
        beside = await proposed(city, vote__days=day)
        answers = await asyncio.gather(
            *(post(city, "reviewer", f"{path}/confirmation") for path in (mine, other, beside))
        )
        assert sorted(status for status, _ in answers[:2]) == [200, 409]
        assert answers[2][0] == 200
        policy = await current_parameters()
        assert policy.notice_days in {day, day + 20} and policy.vote_days == day
    rows = await sql("SELECT number FROM parameter_version ORDER BY number")
    assert [row["number"] for row in rows] == list(range(1, 11))


async def test_what_cannot_be_said_is_refused(city: City) -> None:
    for items in (
        [{"name": "notice.day", "value": 8}],
        [{"name": "notice.days", "value": 7}],
        [{"name": "notice.days", "value": 0}],
        [{"name": "vote.silence", "value": "follows_majority"}],
        [{"name": "notice.days", "value": 8}, {"name": "notice.days", "value": 9}],
    ):
        body = {"items": items, "source": SOURCE}
        assert await refused(city, "clerk", "/parameter-changes", body) == "422 ParameterWrong"
    body = {"items": [], "source": SOURCE}
    assert await refused(city, "clerk", "/parameter-changes", body) == "400 Malformed"


async def test_a_change_that_can_no_longer_be_is_refused(city: City) -> None:
    """A row written by hand, as an older program might have left it."""
    path = await proposed(city, notice__days=10)
    await sql("""UPDATE parameter_change SET changes = '{"notice.days": 0}'""")
    assert await refused(city, "reviewer", f"{path}/confirmation") == "422 ParameterWrong"


async def test_filed_rules_are_a_communitys_own(city: City) -> None:
    """R8.2: cases of this community alone, accepted from then on; the city's says nothing."""
    before = await Journey.at(city, "accepted")
    made = await filed(city)
    assert made["community_id"] == str(city.roll.here.community) and made["community"]
    here, there = city.roll.here.community, city.roll.there.community
    assert (await current_parameters(here)).vote_silence == "follows_majority"
    assert (await current_parameters(there)) == await current_parameters() == DEFAULT
    await before.look()
    assert before.body["parameters"]["vote.silence"] == "not_counted"
    await before.do("owner1", "/withdrawal", {"reason": "暂不办理"})
    after = await Journey.at(city, "accepted")
    assert after.body["parameters"]["vote.silence"] == "follows_majority"


async def test_the_city_changes_beside_what_a_community_filed(city: City) -> None:
    await filed(city)
    await done(city, "reviewer", f"{await proposed(city, vote__days=20)}/confirmation")
    policy = await current_parameters(city.roll.here.community)
    assert (policy.vote_silence, policy.vote_days) == ("follows_majority", 20)
    await filed(city, "not_counted")
    policy = await current_parameters(city.roll.here.community)
    assert (policy.vote_silence, policy.vote_days) == ("not_counted", 20)


async def test_filed_rules_need_their_paper_and_a_day(city: City) -> None:
    path = f"/communities/{city.roll.here.community}/filed-rules"
    body = await filing(city)
    alien = body | {"file_id": await city.paper("clerk2")}
    assert await refused(city, "clerk", path, alien) == "404 NotFound"
    tomorrow = body | {"filed_on": "2099-01-01"}
    assert await refused(city, "clerk", path, tomorrow) == "400 Malformed"
    same = body | {"silence": "not_counted"}
    assert await refused(city, "clerk", path, same) == "422 ParameterWrong"
    nowhere = f"/communities/{city.roll.bank}/filed-rules"
    assert await refused(city, "clerk", nowhere, body) == "404 NotFound"


async def test_everybody_reads_what_is_in_force_and_since_when(city: City) -> None:
    await done(city, "reviewer", f"{await proposed(city, notice__days=10)}/confirmation")
    await done(city, "reviewer", f"{await proposed(city, '后一份', notice__days=9)}/confirmation")
    await filed(city)
    here = f"community_id={city.roll.here.community}"
    _, table = await see(city, "stranger", f"/public/parameters?{here}")
    known = {one["name"]: one for one in table["items"]}
    days, silence = known["notice.days"], known["vote.silence"]
    assert (days["shown"], days["default_shown"], days["rule"]) == ("9天", "7天", "R7.1")
    assert (silence["value"], silence["filed"]) == ("follows_majority", True)
    _, table = await see(city, "stranger", "/public/parameters")
    assert {one["name"]: one["value"] for one in table["items"]}["vote.silence"] == "not_counted"
    _, page = await see(city, "stranger", "/public/parameters/versions?limit=1")
    _, rest = await see(city, "stranger", f"/public/parameters/versions?after={page['next']}")
    versions = [*page["items"], *rest["items"]]
    assert {(one["version"], one["source"]) for one in versions} == {(1, SOURCE), (2, "后一份")}
    newest = next(one for one in versions if one["version"] == 2)
    assert [(one["was"], one["now"]) for one in newest["changes"]] == [(10, 9)]
    _, own = await see(city, "stranger", f"/public/parameters/versions?{here}")
    assert [one["filed_on"] for one in own["items"]] == [city.clock().date().isoformat()]
    for path in ("/public/parameters", "/public/parameters/versions"):
        status, answer = await see(city, "stranger", f"{path}?community_id={city.roll.bank}")
        assert (status, answer["code"]) == (404, "NotFound")


async def test_changes_are_listed_by_state_and_page(city: City) -> None:
    waits = await proposed(city, notice__days=10)
    await done(city, "reviewer", f"{await proposed(city, vote__days=20)}/dropping", REASON)
    _, page = await see(city, "auditor", "/parameter-changes?state=draft")
    assert [one["id"] for one in page["items"]] == [waits.rpartition("/")[2]]
    _, first = await see(city, "auditor", "/parameter-changes?limit=1")
    _, second = await see(city, "auditor", f"/parameter-changes?limit=1&after={first['next']}")
    assert {one["state"] for one in (*first["items"], *second["items"])} == {"draft", "dropped"}
    here = f"/parameter-changes?community_id={city.roll.here.community}"
    assert (await see(city, "auditor", here))[1]["items"] == []
    for path in ("/parameter-changes?after=x", "/public/parameters/versions?after=x"):
        assert (await see(city, "auditor", path))[1]["code"] == "Malformed"
    nowhere = f"/parameter-changes/{city.roll.bank}"
    assert (await see(city, "auditor", nowhere))[0] == 404
    for act, body in (("confirmation", None), ("dropping", REASON)):
        assert await refused(city, "reviewer", f"{nowhere}/{act}", body) == "404 NotFound"


async def test_who_has_to_act_is_told(city: City) -> None:
    path = await proposed(city, notice__days=10)
    await done(city, "reviewer", f"{path}/confirmation")
    rows = await sql("SELECT kind, to_id, text FROM message WHERE kind LIKE 'parameters_%'")
    told = {(row["kind"], row["to_id"]) for row in rows}
    accounts = city.roll.accounts
    assert ("parameters_wait", accounts["reviewer"]) in told
    assert ("parameters_decided", accounts["clerk"]) in told
    assert all("公示天数" in row["text"] for row in rows)


async def test_a_version_stays_as_it_was(city: City) -> None:
    made = await filed(city)
    with pytest.raises(PostgresError, match="append-only"):
        await tamper("UPDATE parameter_version SET source = ''")
    rows = await sql("SELECT version_id FROM parameter_change WHERE id = $1", UUID(made["id"]))
    assert rows[0]["version_id"] is not None
