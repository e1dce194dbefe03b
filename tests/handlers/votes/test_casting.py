"""Casting ballots: one tap, a receipt, changed with history; who may for which home. R8.3, R8.5."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest
from tortoise.transactions import in_transaction

from handlers.votes import views
from handlers.votes.entering import NewBallot, enter, frozen_terms, located
from models.base import one, sql
from models.votes import Proxy, ballots
from rules.votes import receipt_of
from tests.handlers.votes.polling import (
    casts,
    changed,
    ended,
    homes_voted,
    opened,
    planned,
    post,
    refused,
    see,
    shown,
    states,
)
from tests.world import City

AGREE = {"choice": "agree"}


NOTHING_TOLD = {"heads": 0, "area_reached": False, "reached": False, "told_at": None}


async def paper(
    city: City, vote: dict[str, object], who: str, choice: str, minutes: int = 0
) -> str:
    """The state of a paper ballot received so many minutes ago."""
    person, vote_id = city.roll.people[who], UUID(str(vote["id"]))
    row = await one(
        "SELECT id FROM vote_home WHERE vote_id = $1 AND home_id = $2", vote_id, person.homes[0]
    )
    assert row is not None and person.owner_id is not None
    ballot = NewBallot(
        vote_home_id=row["id"],
        owner_id=person.owner_id,
        choice=choice,  # type: ignore[arg-type]
        channel="paper",
        cast_at=city.clock() - timedelta(minutes=minutes),
    )
    async with in_transaction():
        rows = await ballots.lock_homes(vote_id, [row["id"]])
        terms = frozen_terms({"parameters": vote["parameters"], "threshold": vote["threshold"]})
        [entered] = await enter(city.context(), vote_id, terms, located(rows), [ballot])
    return entered.state


async def test_one_tap_votes_for_all_homes_and_gives_receipts(city: City) -> None:
    """R8.3, R8.5: a receipt for each home; by choice and nonce the voter proves it."""
    vote = await opened(city)
    given = await casts(city, vote, "owner1", "agree")
    assert {one["home_id"] for one in given["items"]} == {
        str(home) for home in city.roll.people["owner1"].homes
    }
    assert [one["state"] for one in given["items"]] == ["valid", "valid"]
    mine = (await shown(city, vote, "owner1"))["my_homes"]
    assert [home["home"] for home in mine] == ["1单元101", "2单元101"]
    receipts = {one["receipt"] for one in given["items"]}
    assert given["log_head"].startswith("存证日志 "), "R12.3"
    for home in mine:
        [ballot] = home["ballots"]
        assert ballot["choice"] == "agree" and ballot["receipt"] in receipts
        assert ballot["receipt"] == receipt_of(
            vote["id"], home["pseudonym"], "agree", ballot["nonce"]
        )


async def test_one_home_may_be_named(city: City) -> None:
    """R8.4: an owner's homes may vote differently."""
    vote, homes = await opened(city), [str(home) for home in city.roll.people["owner1"].homes]
    for home, choice in zip(homes, ("agree", "against"), strict=True):
        given = await casts(city, vote, "owner1", choice, home_ids=[home])
        assert [one["home_id"] for one in given["items"]] == [home]
    path = f"/votes/{vote['id']}/ballots"
    other = {"choice": "agree", "home_ids": [homes[0], str(city.roll.people["owner2"].homes[0])]}
    assert await refused(city, "owner1", path, other) == "403 NoVoice"
    assert await states(vote) == ["valid", "valid"]


async def test_a_changed_ballot_keeps_its_history(city: City) -> None:
    """R8.3"""
    vote = await opened(city)
    first = (await casts(city, vote, "owner2", "agree"))["items"][0]
    again = (await casts(city, vote, "owner2", "agree"))["items"][0]
    assert again["receipt"] != first["receipt"], "said again is heard again"
    city.clock.advance(minutes=1)
    second = (await casts(city, vote, "owner2", "against"))["items"][0]
    assert second["receipt"] != first["receipt"]
    assert await states(vote) == ["replaced", "replaced", "valid"]
    [home] = (await shown(city, vote, "owner2"))["my_homes"]
    assert [(one["choice"], one["state"]) for one in home["ballots"]] == [
        ("agree", "replaced"),
        ("agree", "replaced"),
        ("against", "valid"),
    ]


async def test_what_stands_is_shown_however_often_one_tapped(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R8.3: of each home the latest ballots, whoever else tapped for it or for another one."""
    monkeypatch.setattr(views, "BALLOTS_SHOWN", 4)
    vote = await opened(city)
    for choice in ("agree", "agree", "agree", "against", "abstain"):
        await casts(city, vote, "owner1", choice)
        await casts(city, vote, "owner3", choice)
        city.clock.advance(minutes=1)
    await casts(city, vote, "co_owner3", "abstain")
    for who, homes in (("owner1", 2), ("owner3", 1)):
        for home in (await shown(city, vote, who))["my_homes"]:
            said = [(one["choice"], one["state"]) for one in home["ballots"]]
            assert len(said) == 4 // homes
            assert said[-2:] == [("against", "replaced"), ("abstain", "valid")], who
    [home] = (await shown(city, vote, "co_owner3"))["my_homes"]
    assert [one["state"] for one in home["ballots"]] == ["concurring"]


async def test_co_owners_who_differ_are_told_and_count_for_neither(city: City) -> None:
    """R2.3: neither the first click nor the last one wins; settled, it counts again."""
    vote = await opened(city)
    assert (await casts(city, vote, "owner3", "agree"))["items"][0]["state"] == "valid"
    city.clock.advance(minutes=1)
    assert (await casts(city, vote, "co_owner3", "against"))["items"][0]["state"] == "contested"
    assert await states(vote) == ["contested", "contested"]
    assert await homes_voted(vote) == 0
    for who, choice in (("owner3", "agree"), ("co_owner3", "against")):
        [home] = (await shown(city, vote, who))["my_homes"]
        assert home["in_conflict"] and [one["choice"] for one in home["ballots"]] == [choice]
    city.clock.advance(minutes=1)
    assert (await casts(city, vote, "co_owner3", "agree"))["items"][0]["state"] == "concurring"
    assert await states(vote) == ["valid", "replaced", "concurring"]
    city.clock.advance(minutes=1)
    await casts(city, vote, "owner3", "abstain")
    city.clock.advance(minutes=1)
    await casts(city, vote, "owner3", "agree")
    assert await states(vote) == ["replaced", "replaced", "valid", "replaced", "concurring"]
    [home] = (await shown(city, vote, "owner3"))["my_homes"]
    assert not home["in_conflict"]


async def test_paper_that_was_first_stands(city: City) -> None:
    """R8.3, vote.paper_conflict: the way of an owner's first ballot stands."""
    vote = await opened(city)
    city.clock.advance(hours=1)
    assert await paper(city, vote, "owner2", "agree") == "valid"
    path = f"/votes/{vote['id']}/ballots"
    [home] = (await shown(city, vote, "owner2"))["my_homes"]
    assert (home["can_cast"], home["why_not_code"]) == (False, "OtherChannel")
    assert await refused(city, "owner2", path, {"choice": "against"}) == "409 OtherChannel"
    assert await states(vote) == ["valid"]
    city.clock.advance(minutes=30)
    await casts(city, vote, "owner4", "agree")
    assert await paper(city, vote, "owner4", "against") == "second"
    assert (await shown(city, vote, "owner4"))["my_homes"][0]["can_cast"]
    assert await paper(city, vote, "owner4", "against", minutes=5) == "valid"
    assert (await states(vote))[-2:] == ["second", "second"]
    assert await paper(city, vote, "owner1", "agree") == "valid"
    given = await casts(city, vote, "owner1", "against")
    assert [one["home_id"] for one in given["items"]] == [str(city.roll.people["owner1"].homes[1])]


async def test_paper_may_always_go_before(city: City) -> None:
    """R8.3, vote.paper_conflict = paper"""
    vote = await opened(city, await planned(city, vote_paper_conflict="paper"))
    await casts(city, vote, "owner2", "agree")
    city.clock.advance(hours=1)
    assert await paper(city, vote, "owner2", "against") == "valid"
    assert await states(vote) == ["second", "valid"]


async def test_a_holder_speaks_for_who_gave_the_proxy(city: City) -> None:
    """R2.6: anybody with a login, for the homes of the proxy alone; the owner may still speak."""
    vote, giver = await opened(city), city.roll.people["owner6"]
    row = await one(
        "SELECT id FROM vote_home WHERE vote_id = $1 AND home_id = $2",
        UUID(vote["id"]),
        giver.homes[0],
    )
    assert row is not None and giver.owner_id is not None
    path = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "stranger", path, AGREE) == "404 VoteNotFound"
    proxy = await Proxy.create(
        vote_id=UUID(vote["id"]),
        vote_home_id=row["id"],
        owner_id=giver.owner_id,
        holder_id=city.roll.people["stranger"].person_id,
        matter="本次表决",
        file_id=UUID(await city.paper("clerk")),
        state="draft",
        entered_by=city.roll.accounts["clerk"],
        entered_at=city.clock(),
    )
    assert await refused(city, "stranger", path, AGREE) == "404 VoteNotFound"
    await Proxy.filter(id=proxy.id).update(state="live")
    [given] = (await casts(city, vote, "stranger", "agree"))["items"]
    assert given["home_id"] == str(giver.homes[0])
    [home] = (await shown(city, vote, "stranger"))["my_homes"]
    assert home["as_proxy"] and home["ballots"][0]["by_proxy"]
    _, listed = await see(city, "stranger", "/votes?mine=true")
    assert [one["id"] for one in listed["items"]] == [vote["id"]]
    city.clock.advance(minutes=1)
    await casts(city, vote, "owner6", "against")
    [home] = (await shown(city, vote, "stranger"))["my_homes"]
    assert [one["choice"] for one in home["ballots"]] == ["agree"], "nobody else's ballot"
    [home] = (await shown(city, vote, "owner6"))["my_homes"]
    assert [one["choice"] for one in home["ballots"]] == ["agree", "against"]


async def test_who_may_not_cast(city: City) -> None:
    """R2.6: tenants and staff have no voice; elsewhere's owners do not even see it."""
    vote = await opened(city)
    path = f"/votes/{vote['id']}/ballots"
    for who in ("manager", "committee"):
        assert await refused(city, who, path, AGREE) == "403 NoVoice", who
    assert await refused(city, "elsewhere", path, AGREE) == "404 VoteNotFound"
    assert await refused(city, "clerk", path, AGREE) == "403 NotAllowed"
    gone = f"/votes/{uuid4()}/ballots"
    assert await refused(city, "owner2", gone, AGREE) == "404 VoteNotFound"
    assert (await see(city, "elsewhere", f"/votes/{vote['id']}"))[0] == 404
    for body in ({}, {"choice": "yes"}, {"choice": "agree", "home_ids": []}):
        assert await refused(city, "owner2", path, body) == "400 Malformed"


async def test_a_late_ballot_never_counts(city: City) -> None:
    """R8.3: the arrival decides; the last instant is in time."""
    vote = await opened(city)
    await ended(city, vote)
    city.clock.advance(seconds=-60, microseconds=-1)
    assert (await casts(city, vote, "owner2", "agree"))["items"]
    city.clock.advance(microseconds=1)
    path = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "owner4", path, AGREE) == "409 VoteNotOpen"
    assert await refused(city, "owner2", path, {"choice": "against"}) == "409 VoteNotOpen"
    assert not (await shown(city, vote, "owner4"))["my_homes"][0]["can_cast"]
    assert await states(vote) == ["valid"]


async def test_the_same_key_is_the_same_ballot(city: City) -> None:
    vote, key = await opened(city), uuid4().hex
    path, token = f"/votes/{vote['id']}/ballots", await city.login("owner2")
    first = await city.call("POST", path, token, AGREE, key=key)
    assert await city.call("POST", path, token, AGREE, key=key) == first
    status, body = await city.call("POST", path, token, {"choice": "against"}, key=key)
    assert (status, body["code"]) == (409, "KeyReused")
    assert await states(vote) == ["valid"]


async def test_many_phones_at_once_are_one_ballot(city: City) -> None:
    """R8.3: no home twice whatever is tapped; co-owners at once are in conflict, never an error."""
    vote = await opened(city)
    path = f"/votes/{vote['id']}/ballots"
    sent = [
        (await city.login(who), {"choice": choice})
        for who, choice in [
            *(("owner2", choice) for choice in ("agree", "against", "abstain") * 3),
            ("owner3", "agree"),
            ("co_owner3", "against"),
        ]
    ]
    answers = await asyncio.gather(*(city.call("POST", path, token, body) for token, body in sent))
    assert {status for status, _ in answers} == {201}
    found = await states(vote)
    assert found.count("valid") == 1 and found.count("contested") == 2


async def test_a_word_that_meets_the_indexes_is_refused_by_them(city: City) -> None:
    """R8.3: one valid ballot per home, one ballot per owner, by the database itself."""
    vote = await opened(city)
    await casts(city, vote, "owner2", "agree")
    for column in ("gen_random_uuid()", "owner_id"):
        try:
            await sql(
                "INSERT INTO ballot (id, vote_id, vote_home_id, owner_id, channel, choice_cipher,"
                " nonce, receipt, cast_at, entered_at, state) SELECT gen_random_uuid(), vote_id,"
                f" vote_home_id, {column}, channel, choice_cipher, nonce, 'x', cast_at, entered_at,"
                f" '{'valid' if column != 'owner_id' else 'contested'}' FROM ballot"
            )
        except Exception as error:
            assert isinstance(error.__cause__ or error, (asyncpg.UniqueViolationError, Exception))
            assert "ballot_one" in str(error)
        else:
            raise AssertionError("stored twice")


async def test_nothing_tells_a_choice(city: City) -> None:
    """R8.5: neither the ballots' columns, nor their length, nor the log, nor the kept answers."""
    vote = await opened(city)
    for who, choice in (("owner2", "agree"), ("owner4", "against"), ("owner5", "abstain")):
        await casts(city, vote, who, choice)
    rows = await sql("SELECT choice_cipher, nonce, b::text AS whole FROM ballot b")
    assert len({len(bytes(row["choice_cipher"])) for row in rows}) == 1
    logged = await sql("SELECT body::text AS body, why FROM log_event WHERE kind = 'BallotCast'")
    assert len(logged) == 3
    homes = [str(home) for one in city.roll.people.values() for home in one.homes]
    told = "".join(row["body"] + row["why"] for row in logged)
    assert not [home for home in homes if home in told]
    kept = await sql("SELECT a::text AS whole FROM answered a WHERE operation = 'cast_ballot'")
    every = told + "".join(row["whole"] for row in (*rows, *kept))
    assert not [ballot for ballot in ("agree", "against", "abstain") if ballot in every]
    _, seen_by_centre = await see(city, "clerk", f"/votes/{vote['id']}")
    assert seen_by_centre["my_homes"] == [] and seen_by_centre["result"] is None
    assert seen_by_centre["turnout"] == NOTHING_TOLD


async def test_the_kept_request_is_no_hash_of_the_choice(city: City) -> None:
    """R8.5: of a request only a keyed hash is kept, or three guesses would tell the choice."""
    from server import door
    from server.operations import TABLE

    vote = await opened(city)
    path = f"/votes/{vote['id']}/ballots"
    await post(city, "owner2", path, AGREE)
    op = next(op for op in TABLE if op.name == "cast_ballot")
    kept = await one("SELECT fingerprint FROM answered WHERE operation = 'cast_ballot'")
    assert kept is not None and city.last is not None
    plain = door.fingerprint_of(op, path, "", city.last.request.content)
    assert bytes(kept["fingerprint"]) != plain
    assert bytes(kept["fingerprint"]) == city.vault.blind_index(plain.hex())


async def test_the_list_shows_what_one_may_see(city: City) -> None:
    first = await opened(city)
    case = await planned(city, "added")
    city.clock.advance(minutes=1)
    second = await opened(city, case)
    for who in ("clerk", "owner2", "manager", "committee", "insurer", "street", "bureau"):
        _, listed = await see(city, who, "/votes")
        assert [one["id"] for one in listed["items"]] == [second["id"], first["id"]], who
    for who in ("elsewhere", "stranger", "other_manager", "other_insurer", "other_street"):
        assert (await see(city, who, "/votes"))[1]["items"] == [], who
    _, page = await see(city, "owner2", "/votes?limit=1&mine=true")
    assert [one["id"] for one in page["items"]] == [second["id"]]
    _, rest = await see(city, "owner2", f"/votes?limit=1&mine=true&after={page['next']}")
    assert [one["id"] for one in rest["items"]] == [first["id"]] and rest["next"] == ""
    assert (await see(city, "manager", "/votes?mine=true"))[1]["items"] == []
    assert (await see(city, "owner2", "/votes?state=none"))[0] == 400
    assert (await see(city, "owner2", "/votes?after=x"))[0] == 400
    assert (await see(city, "owner2", f"/cases/{case.id}/votes?after=x"))[0] == 400
    assert (await see(city, "elsewhere", f"/cases/{case.id}/votes"))[0] == 404
    _, of_case = await see(city, "manager", f"/cases/{case.id}/votes")
    assert [one["id"] for one in of_case["items"]] == [second["id"]]
    assert (await see(city, "owner2", "/votes?state=counted"))[1]["items"] == []
    # A sole owner elsewhere in the community has no part in it.
    await sql("UPDATE appointment SET role = 'independent' WHERE role = 'manager'")
    assert (await see(city, "manager", f"/votes/{first['id']}"))[0] == 404
    assert (await see(city, "manager", "/votes"))[1]["items"] == []


async def test_facts_of_the_case_do_not_open_a_vote_again(city: City) -> None:
    """A vote whose case went on by another way is void when its time comes, not counted."""
    case = await planned(city)
    vote = await opened(city, case)
    from rules.cases import State

    await changed(case, state=State.VOTED)
    await ended(city, vote)
    await city.due()
    assert (await shown(city, vote))["state"] == "void"
