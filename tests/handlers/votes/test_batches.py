"""Paper ballots keyed twice, blind; one ledger with the phones. R2.3, R8.3, R8.5."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec

from models.base import sql
from rules.people import mask_name
from tests.databases import tamper
from tests.handlers.votes.paperwork import again, batch, entered, issued, spoken, taken, token
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    homes_voted,
    opened,
    planned,
    post,
    refused,
    see,
)
from tests.pdf_text import pages_of
from tests.world import City

CORRECTED = "PaperBallotsCorrected"
PILE = (("1-201", "agree"), ("1-401", "against"), ("1-501", "abstain"))


async def put(city: City, who: str, path: str, body: Any) -> tuple[int, Any]:
    return await city.call("PUT", path, await city.staff(who), body)


async def test_two_blind_keyings_make_ballots(city: City) -> None:
    """R8.3: entered by one, keyed again by another, then counted as of the receipt."""
    vote = await issued(city)
    got = city.clock()
    city.clock.advance(hours=3)
    made = await entered(city, vote, PILE, got)
    one = f"/ballot-batches/{made['id']}"
    assert made["state"] == "draft" and made["number"].startswith("ZZXP-2025-")
    assert [line["choice"] for line in made["lines"]] == ["agree", "against", "abstain"]
    assert await spoken(vote) == [], "nothing counts yet"
    _, blind = await see(city, "clerk2", one)
    assert [line["choice"] for line in blind["lines"]] == ["", "", ""], "keyed blind"
    assert blind["lines"][0]["place"] == "石榴苑1栋1单元201室"
    assert await refused(city, "clerk", f"{one}/confirmation", again(PILE)) == "403 SamePerson"
    wrong = (("1-201", "against"), ("1-401", "against"), ("1-501", "agree"))
    status, said = await post(city, "clerk2", f"{one}/confirmation", again(wrong))
    assert (status, said["code"], said["lines"]) == (409, "ReadingsDiffer", [1, 3])
    assert "agree" not in str(said) and "against" not in str(said)
    confirmed = await done(city, "clerk2", f"{one}/confirmation", again(PILE))
    assert confirmed["state"] == "confirmed"
    assert [line["outcome"] for line in confirmed["lines"]] == ["valid"] * 3
    assert await spoken(vote) == [("paper", "valid")] * 3
    for who in ("clerk", "clerk2", "auditor"):
        _, after = await see(city, who, one)
        assert [line["choice"] for line in after["lines"]] == ["", "", ""], "nobody's to see"
    rows = await sql("SELECT cast_at, choice_cipher, receipt FROM ballot")
    assert {row["cast_at"] for row in rows} == {got}
    assert all(b"agree" not in bytes(row["choice_cipher"]) for row in rows)
    assert await homes_voted(vote) == 3
    assert await refused(city, "reviewer", f"{one}/confirmation", again(PILE)) == (
        "409 EntryNotOpen"
    )


async def test_what_paper_says_is_counted_and_its_slips_prove_it(city: City) -> None:
    """R8.5: the receipts of the slips are those of the published record."""
    vote = await issued(city)
    pile = [(room, "agree") for room in sorted(city.roll.here.homes)]
    made = await taken(city, vote, pile)
    status, pdf = await see(city, "clerk", f"/ballot-batches/{made['id']}/receipts.pdf")
    assert status == 200
    slips = "".join(pages_of(pdf))
    rows = await sql("SELECT receipt, state FROM ballot WHERE vote_id = $1", UUID(vote["id"]))
    assert len(rows) == 13, "one word of each owner who signed; 1-301 has two"
    assert all(row["receipt"] in slips for row in rows)
    assert slips.count("存证日志 ") == len(pile), "each bears a head of the log (R12.3)"
    assert "同意" not in slips and "agree" not in slips
    assert sorted({row["state"] for row in rows}) == ["concurring", "valid"]
    result = (await counted(city, vote))["result"]
    assert result["passed"] and result["participating_homes"] == 12


async def test_every_line_must_be_keyed_again_once(city: City) -> None:
    vote = await issued(city)
    made = await entered(city, vote, PILE)
    path = f"/ballot-batches/{made['id']}/confirmation"
    lines = again(PILE)["lines"]
    for body, code in (
        (lines[:2], "409 ReadingsDiffer"),
        ([*lines, lines[0]], "409 ReadingsDiffer"),
        ([*lines, {"nth": 9, "choice": "agree"}], "404 BallotNotFound"),
        ([{"choice": "agree"}], "404 BallotNotFound"),
        ([{"nth": 2, "paper_token": await token(city, vote, "1-201"), "choice": "agree"}], "404"),
        ([{"paper_token": await token(city, vote, "1-601"), "choice": "agree"}], "404"),
    ):
        assert (await refused(city, "clerk2", path, {"lines": body})).startswith(code)
    page = f"https://example.cn/v/{vote['token']}#"
    read = [
        {"paper_token": f"{page}{await token(city, vote, room)}", "choice": said}
        for room, said in reversed(PILE)
    ]
    done_ = await done(city, "reviewer", path, {"lines": read})
    assert done_["state"] == "confirmed", "scanned in another order"


async def test_first_valid_between_paper_and_phone(city: City) -> None:
    """R8.3: by the moment each reached the Centre, not by when it was keyed."""
    vote = await issued(city)
    got = city.clock()
    city.clock.advance(hours=1)
    await casts(city, vote, "owner2", "against")
    made = await taken(city, vote, [("1-201", "agree")], got)
    assert made["lines"][0]["outcome"] == "valid"
    assert await spoken(vote) == [("paper", "valid"), ("phone", "second")]
    await casts(city, vote, "owner4", "agree")
    city.clock.advance(hours=1)
    late = await taken(city, vote, [("1-401", "against")])
    assert late["lines"][0]["outcome"] == "second" and "不计" in late["lines"][0]["outcome_title"]
    status, pdf = await see(city, "clerk", f"/ballot-batches/{late['id']}/receipts.pdf")
    assert status == 200 and "回执码" not in "".join(pages_of(pdf))
    # What the paper fixed the phone does not change; what the phone fixed it does.
    assert await refused(city, "owner2", f"/votes/{vote['id']}/ballots", {"choice": "abstain"})
    await casts(city, vote, "owner4", "abstain")
    valid = await sql("SELECT count(*) AS n FROM ballot WHERE state = 'valid'")
    assert valid[0]["n"] == 2


async def test_paper_goes_first_where_the_rules_say_so(city: City) -> None:
    """vote.paper_conflict = paper."""
    vote = await issued(city, case=await planned(city, vote_paper_conflict="paper"))
    await casts(city, vote, "owner2", "against")
    city.clock.advance(hours=1)
    made = await taken(city, vote, [("1-201", "agree")])
    assert made["lines"][0]["outcome"] == "valid"
    assert await spoken(vote) == [("phone", "second"), ("paper", "valid")]


async def test_co_owners_who_differ_leave_the_home_without_voice(city: City) -> None:
    """R2.3: one on the phone, the other alone on paper."""
    vote = await issued(city)
    await casts(city, vote, "owner3", "agree")
    body = await batch(city, vote, [("1-301", "against")])
    other = str(city.roll.people["co_owner3"].owner_id)
    body["lines"][0]["signers"] = [other]
    made = await done(city, "clerk", f"/votes/{vote['id']}/ballot-batches", body)
    # The second person compares with the paper who signed it.
    seen = (await see(city, "clerk2", f"/ballot-batches/{made['id']}"))[1]
    assert seen["lines"][0]["signers"] == [mask_name(city.roll.people["co_owner3"].name)]
    path = f"/ballot-batches/{made['id']}/confirmation"
    out = await done(city, "clerk2", path, again([("1-301", "against")]))
    assert out["lines"][0]["outcome"] == "contested"
    assert await spoken(vote) == [("phone", "contested"), ("paper", "contested")]


async def test_a_named_co_owner_signs_alone(city: City) -> None:
    """R2.3, as frozen in the roll."""
    vote = await issued(city)
    owner3, co_owner3 = (city.roll.people[who].owner_id for who in ("owner3", "co_owner3"))
    await sql(
        "UPDATE vote_home SET representative_id = $1 WHERE home_id = $2 AND vote_id = $3",
        owner3,
        city.roll.here.homes["1-301"],
        UUID(vote["id"]),
    )
    body, path = await batch(city, vote, [("1-301", "agree")]), f"/votes/{vote['id']}"
    body["lines"][0]["signers"] = [str(co_owner3)]
    assert await refused(city, "clerk", f"{path}/ballot-batches", body) == "409 NotRepresentative"
    made = await entered(city, vote, [("1-301", "agree")])
    assert made["lines"][0]["signers"] == [mask_name(city.roll.people["owner3"].name)]
    one = f"/ballot-batches/{made['id']}"
    change = {"lines": [{"nth": 1, "signers": [str(co_owner3)]}]}
    assert (await put(city, "clerk", f"{one}/lines", change))[1]["code"] == "NotRepresentative"
    await done(city, "clerk2", f"{one}/confirmation", again([("1-301", "agree")]))
    assert await spoken(vote) == [("paper", "valid")]


async def test_what_is_not_taken_in(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/ballot-batches"
    early = await batch(city, vote, PILE)
    assert await refused(city, "clerk", path, early) == "409 NotAllowedNow", "no paper is out"
    await done(city, "clerk", f"/votes/{vote['id']}/paper")
    now, home = city.clock(), str(city.roll.here.homes["1-201"])
    stranger = str(city.roll.people["owner4"].owner_id)
    code = await token(city, vote, "1-201")
    cases: list[tuple[dict[str, Any], str]] = [
        ({"file_ids": []}, "422 EvidenceMissing"),
        ({"file_ids": [str(uuid4())]}, "404 NotFound"),
        ({"received_at": (now + timedelta(seconds=1)).isoformat()}, "422 ArrivedInFuture"),
        ({"received_at": (now - timedelta(days=1)).isoformat()}, "409 NotAllowedNow"),
        ({"received_at": None}, "400 Malformed"),
        ({"lines": [{"choice": "agree"}]}, "404 BallotNotFound"),
        ({"lines": [{"choice": "agree", "home_id": str(uuid4())}]}, "404 BallotNotFound"),
        (
            {
                "lines": [
                    {"choice": "agree", "paper_token": code},
                    {"choice": "agree", "home_id": home},
                ]
            },
            "409 PaperTwice",
        ),
        ({"lines": [{"choice": "agree", "paper_token": code, "signers": [stranger]}]}, "409 Not"),
        ({"lines": [{"choice": "maybe", "paper_token": code}]}, "400 Malformed"),
        ({"lines": []}, "400 Malformed"),
    ]
    for more, code_ in cases:
        body = await batch(city, vote, PILE) | more
        assert (await refused(city, "clerk", path, body)).startswith(code_), more
    assert await refused(city, "reviewer", path, early) == "403 NotAllowed"
    await entered(city, vote, PILE)
    twice = await post(city, "clerk", path, await batch(city, vote, [("2-601", "agree"), PILE[1]]))
    assert (twice[1]["code"], twice[1]["lines"]) == ("PaperTwice", [2])


async def test_two_clerks_at_the_same_moment_take_a_paper_once(city: City) -> None:
    vote = await issued(city)
    bodies = [await batch(city, vote, [("1-201", "agree")]) for _ in range(4)]
    path = f"/votes/{vote['id']}/ballot-batches"
    answers = await asyncio.gather(*(post(city, "clerk", path, body) for body in bodies))
    assert sorted(status for status, _ in answers) == [201, 409, 409, 409]
    assert {said["code"] for status, said in answers if status == 409} == {"PaperTwice"}


async def test_received_in_time_is_keyed_after_the_end_and_not_after_the_count(city: City) -> None:
    """R8.3: late ballots never count; those in time have two days to be keyed."""
    vote = await issued(city)
    ends_at = datetime.fromisoformat(vote["ends_at"])
    city.clock.advance(seconds=(ends_at - city.clock()).total_seconds() + 3600)
    path = f"/votes/{vote['id']}/ballot-batches"
    late = await batch(city, vote, PILE, ends_at)
    assert (await post(city, "clerk", path, late))[1]["code"] == "PaperLate"
    got = ends_at - timedelta(microseconds=1)
    made = await taken(city, vote, PILE[:1], got)
    assert made["lines"][0]["outcome"] == "valid"
    waits = await entered(city, vote, PILE[1:], got)
    one = f"/ballot-batches/{waits['id']}"
    over = {"lines": [{"nth": 1, "received_at": vote["ends_at"]}]}
    assert (await put(city, "clerk", f"{one}/lines", over))[1]["code"] == "PaperLate"
    city.clock.advance(days=2)
    assert await refused(city, "clerk2", f"{one}/confirmation", again(PILE[1:])) == (
        "409 VoteNotOpen"
    )
    body = await batch(city, vote, [("2-201", "agree")], got)
    assert await refused(city, "clerk", path, body) == "409 VoteNotOpen"
    change = {"lines": [{"nth": 1, "choice": "agree"}]}
    assert (await put(city, "clerk", f"{one}/lines", change))[1]["code"] == "VoteNotOpen"
    after = await counted(city, vote)
    assert after["result"]["participating_homes"] == 1
    assert after["result"]["dropped_papers"] == 1
    assert (await see(city, "clerk", one))[1]["state"] == "dropped"
    told = await sql("SELECT to_id FROM message WHERE kind = 'paper_left_out'")
    people = {city.roll.people[who].person_id for who in ("owner4", "owner5")}
    assert {row["to_id"] for row in told} == people, "whose paper was left out hears of it"


async def test_who_entered_corrects_and_nobody_else(city: City) -> None:
    vote = await issued(city)
    made = await entered(city, vote, PILE)
    path = f"/ballot-batches/{made['id']}/lines"
    got = city.clock().isoformat()
    change = {"lines": [{"nth": 2, "choice": "agree"}, {"nth": 3, "received_at": got}]}
    assert (await put(city, "clerk2", path, change))[1]["code"] == "NotAllowed"
    for line, code in (
        ({"nth": 7, "choice": "agree"}, "BallotNotFound"),
        ({"nth": 1, "received_at": vote["ends_at"]}, "ArrivedInFuture"),
        ({"nth": 1, "received_at": "2025-01-01T00:00:00+08:00"}, "NotAllowedNow"),
        ({"nth": 1, "signers": [str(uuid4())]}, "NotInRoll"),
    ):
        assert (await put(city, "clerk", path, {"lines": [line]}))[1]["code"] == code
    status, after = await put(city, "clerk", path, change)
    assert status == 200
    assert [line["choice"] for line in after["lines"]] == ["agree", "agree", "abstain"]
    told = await sql("SELECT body::text AS body FROM log_event WHERE kind = $1", CORRECTED)
    [body] = [msgspec.json.decode(row["body"]) for row in told]
    assert (body["lines"], body["number"]) == ([2, 3], made["number"]), "R12.3"
    assert set(body) == {"lines", "number", "vote_id"}
    keyed = (PILE[0], ("1-401", "agree"), PILE[2])
    await done(city, "clerk2", f"/ballot-batches/{made['id']}/confirmation", again(keyed))
    assert (await put(city, "clerk", path, change))[1]["code"] == "EntryNotOpen"


async def on_desk(city: City, who: str) -> list[str]:
    """The batches that wait for this one to key them again."""
    _, desk = await see(city, who, "/desk?kind=ballot_batch")
    return [row["id"] for row in desk["items"]]


async def test_dropped_with_a_reason_and_entered_anew(city: City) -> None:
    vote = await issued(city)
    made = await entered(city, vote, PILE)
    one = f"/ballot-batches/{made['id']}"
    assert await refused(city, "clerk", f"{one}/dropping", {"reason": " "}) == "400 Malformed"
    assert (await see(city, "clerk", f"{one}/receipts.pdf"))[0] == 409
    for who, waits in (("clerk", []), ("clerk2", [made["id"]]), ("finance", [])):
        assert await on_desk(city, who) == waits, who
    dropped = await done(city, "clerk2", f"{one}/dropping", {"reason": "影像不清"})
    assert await on_desk(city, "clerk2") == []
    assert (dropped["state"], dropped["reason"]) == ("dropped", "影像不清")
    told = await sql("SELECT why FROM log_event WHERE kind = 'PaperBallotsDropped'")
    assert [row["why"] for row in told] == ["影像不清"], "R12.3"
    assert await sql("SELECT 1 FROM message WHERE kind = 'paper_left_out'") == []
    assert await refused(city, "clerk", f"{one}/dropping", {"reason": "x"}) == "409 EntryNotOpen"
    _, mine = await see(city, "clerk", one)
    assert [line["choice"] for line in mine["lines"]] == ["", "", ""]
    city.clock.advance(minutes=1)
    second = await taken(city, vote, PILE)
    _, listed = await see(city, "auditor", f"/votes/{vote['id']}/ballot-batches?limit=1")
    assert [row["id"] for row in listed["items"]] == [second["id"]] and listed["next"]
    rest = f"/votes/{vote['id']}/ballot-batches?limit=1&after={listed['next']}"
    assert (await see(city, "auditor", rest))[1]["items"][0]["id"] == made["id"]
    _, confirmed = await see(city, "clerk", f"/votes/{vote['id']}/ballot-batches?state=confirmed")
    assert [row["lines"] for row in confirmed["items"]] == [3]
    broken = await see(city, "clerk", f"/votes/{vote['id']}/ballot-batches?after=x")
    assert broken[1]["code"] == "Malformed"


async def test_what_is_not_there(city: City) -> None:
    vote, gone = await issued(city), f"/ballot-batches/{uuid4()}"
    for path in (gone, f"{gone}/receipts.pdf"):
        assert (await see(city, "clerk", path))[1]["code"] == "NotFound"
    assert await refused(city, "clerk", f"{gone}/confirmation", again(PILE)) == "404 NotFound"
    assert await refused(city, "clerk", f"{gone}/dropping", {"reason": "x"}) == "404 NotFound"
    change = {"lines": [{"nth": 1, "choice": "agree"}]}
    assert (await put(city, "clerk", f"{gone}/lines", change))[1]["code"] == "NotFound"
    path = f"/votes/{uuid4()}/ballot-batches"
    assert (await see(city, "clerk", path))[1]["code"] == "VoteNotFound"
    body = await batch(city, vote, PILE)
    assert await refused(city, "clerk", path, body) == "404 VoteNotFound"


async def test_neither_log_nor_list_says_what_was_ticked(city: City) -> None:
    """R8.5"""
    vote = await issued(city)
    await taken(city, vote, PILE)
    rows = await sql(
        "SELECT kind, body::text AS body FROM log_event WHERE subject_kind = 'ballot_batch'"
    )
    assert [row["kind"] for row in rows] == ["PaperBallotsEntered", "PaperBallotsConfirmed"]
    for row in rows:
        assert not any(word in row["body"] for word in ("agree", "against", "abstain", "home"))
    await city.due()
    told = await sql("SELECT to_id FROM message WHERE kind = 'paper_taken'")
    people = {city.roll.people[who].person_id for who in ("owner2", "owner4", "owner5")}
    assert {row["to_id"] for row in told} == people, "whose paper it was, and nobody else"


async def test_a_home_nobody_owns_has_nobody_to_sign(city: City) -> None:
    vote = await issued(city)
    await tamper(
        "DELETE FROM vote_owner WHERE vote_home_id IN (SELECT id FROM vote_home"
        " WHERE home_id = $1)",
        city.roll.here.homes["1-201"],
    )
    body, path = await batch(city, vote, PILE), f"/votes/{vote['id']}/ballot-batches"
    status, said = await post(city, "clerk", path, body)
    assert (status, said["code"], said["lines"]) == (409, "NotInRoll", [1])


async def test_phones_vote_while_their_papers_are_confirmed(city: City) -> None:
    """R8.3: at the same moment; every home has one valid ballot, and the first to arrive stands."""
    vote = await issued(city)
    people = ("owner2", "owner4", "owner5", "owner6", "owner7", "owner8")
    rooms = {str(key): room for room, key in city.roll.here.homes.items()}
    pile = [(rooms[str(city.roll.people[who].homes[0])], "agree") for who in people]
    early, late = pile[:3], pile[3:]
    first = await entered(city, vote, early)
    city.clock.advance(minutes=10)
    second = await entered(city, vote, late, city.clock())
    city.clock.advance(minutes=-1)
    ballots = f"/votes/{vote['id']}/ballots"
    answers = await asyncio.gather(
        *(post(city, who, ballots, {"choice": "against"}) for who in people),
        post(city, "clerk2", f"/ballot-batches/{first['id']}/confirmation", again(early)),
        post(city, "reviewer", f"/ballot-batches/{second['id']}/confirmation", again(late)),
    )
    assert [status for status, _ in answers[-2:]] == [200, 200]
    rows = await sql(
        "SELECT channel, count(*) AS n, count(DISTINCT vote_home_id) AS homes FROM ballot"
        " WHERE state = 'valid' GROUP BY channel ORDER BY channel"
    )
    assert [(row["channel"], row["n"], row["homes"]) for row in rows] == [
        ("paper", 3, 3),
        ("phone", 3, 3),
    ]
