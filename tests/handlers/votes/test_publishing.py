"""A vote published, recounted and proven from what the API answers alone. R8.5, R12.2."""

import asyncio
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from handlers.votes import publishing
from models.base import sql
from models.votes.reading import by_token
from rules.log import included, leaf_hash
from server.operations import TABLE
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    opened,
    planned,
    see,
    shown,
)
from tests.pdf_text import pages_of
from tests.world import City

CALL = "同意、反对、弃权均可"
"""What everybody is told when a vote opens."""
CHOICES = ("agree", "agree", "against", "agree", "abstain", "agree", "agree", "agree")


async def refused(city: City, who: str, path: str) -> str:
    """Status and code of a read that has to be refused."""
    status, answer = await see(city, who, path)
    assert status >= 400, (path, status, answer)
    return f"{status} {answer['code']}"


async def polled(city: City, vote: dict[str, Any]) -> dict[str, list[str]]:
    """Eight owners cast, two of whom share a home and one of whom changes his mind; the receipts
    that stand, by who got them."""
    receipts = {}
    await casts(city, vote, "owner1", "against")
    for number, choice in enumerate(CHOICES, start=1):
        answer = await casts(city, vote, f"owner{number}", choice)
        receipts[f"owner{number}"] = [one["receipt"] for one in answer["items"]]
    answer = await casts(city, vote, "co_owner3", "against")
    receipts["co_owner3"] = [one["receipt"] for one in answer["items"]]
    return receipts


async def fetched(city: City, path: str, who: str = "") -> tuple[int, Any]:
    """A document as it comes; bytes of JSON are decoded."""
    staff = who in city.roll.accounts
    token = (await (city.staff(who) if staff else city.login(who))) if who else None
    status, answer = await city.call("GET", path, *([token] if token else []))
    return status, msgspec.json.decode(answer) if isinstance(answer, bytes) else answer


async def recounts(city: City, folder: Path, record: Any, *arguments: str) -> tuple[int, str]:
    """The downloaded script over a downloaded record, alone in a folder."""
    _, script = await city.call("GET", "/assets/recount_vote.py")
    content = script if isinstance(script, bytes) else str(script).encode()
    (folder / "recount_vote.py").write_bytes(content)
    (folder / "record.json").write_bytes(msgspec.json.encode(record))
    command = [sys.executable, "-I", "-S", "recount_vote.py", "record.json", *arguments]
    ran = await asyncio.to_thread(
        subprocess.run, command, cwd=folder, capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout + ran.stderr


async def test_opened_cast_counted_recounted_and_every_receipt_proven(
    city: City, tmp_path: Path
) -> None:
    """R8.5: the posted fingerprints, the downloaded script, the voters' receipts."""
    vote = await opened(city)
    receipts = await polled(city, vote)
    after = await counted(city, vote)
    posted = ("--roll-root", vote["roll_root"], "--root", after["record_root"])
    status, public = await fetched(city, f"/public/votes/{vote['token']}/record.json")
    assert status == 200 and public["result"]["passed"] is after["result"]["passed"]
    assert await recounts(city, tmp_path, public, *posted) == (0, "OK\n")
    status, full = await fetched(city, f"/votes/{vote['id']}/record", "auditor")
    assert (status, full["edition"]) == (200, "full")
    assert await recounts(city, tmp_path, full, *posted) == (0, "OK\n")
    for who, own in receipts.items():
        for receipt in own:
            code, said = await recounts(city, tmp_path, public, *posted, "--receipt", receipt)
            assert code == 0 and "回执在记录中" in said, (who, said)
            await proven(city, vote, who, receipt)
    full["homes"][0]["area_cm2"] += 1
    assert (await recounts(city, tmp_path, full, *posted))[0] == 1


async def proven(city: City, vote: dict[str, Any], who: str, receipt: str) -> None:
    """The audit paths of a receipt lead to the two posted fingerprints."""
    after = await shown(city, vote)
    path = f"/votes/{vote['id']}/inclusion"
    status, answer = await see(city, who, f"{path}?receipt={receipt}")
    assert status == 200, answer
    [one] = answer["items"]
    assert receipt in (one["counted"], *one["beside"])
    for line, index, size, proof, root in (
        ("line", one["index"], one["size"], "proof", after["record_root"]),
        ("roll_line", one["nth"] - 1, one["roll_size"], "roll_proof", vote["roll_root"]),
    ):
        hashes = [bytes.fromhex(part) for part in one[proof]]
        leaf = leaf_hash(one[line].encode())
        assert included(leaf, index, size, hashes, bytes.fromhex(root)), (who, line)
    [mine] = [home for home in (await shown(city, vote, who))["my_homes"] if receipt in str(home)]
    ballot = next(b for b in mine["ballots"] if b["receipt"] == receipt)
    parts = ["ballot", vote["id"], mine["pseudonym"], ballot["choice"], ballot["nonce"]]
    assert sha256("|".join(parts).encode()).hexdigest() == receipt


POLICIES: tuple[dict[str, Any], ...] = (
    {"vote_silence": "follows_majority", "publish_min_group": 2},
    {"vote_split_owner": "no_head", "publish_min_group": 3},
    {"vote_participation": ">=1/2", "publish_min_group": 1},
    {"vote_silence": "follows_majority", "vote_split_owner": "no_head"},
)


async def test_votes_by_chance_recount(city: City, tmp_path: Path) -> None:
    """Policies, changed minds, co-owners, split owners, service: both editions each time."""
    chance = Random(11)
    for policy in POLICIES:
        vote = await opened(city, await planned(city, **policy))
        path = f"/votes/{vote['id']}"
        rows = await sql("SELECT home_id FROM vote_home WHERE vote_id = $1", UUID(vote["id"]))
        served = [str(row["home_id"]) for row in chance.sample(rows, 6)]
        proof = {"home_ids": served, "file_id": await city.paper("clerk"), "how": "in_person"}
        await done(city, "clerk", f"{path}/service", proof)
        for who in chance.choices([*(f"owner{n}" for n in range(1, 10)), "co_owner3"], k=14):
            homes = [str(home) for home in city.roll.people[who].homes]
            said = chance.choice(("agree", "agree", "against", "abstain"))
            await casts(city, vote, who, said, home_ids=[chance.choice(homes)])
            city.clock.advance(minutes=1)
        after = await counted(city, vote)
        posted = ("--roll-root", vote["roll_root"], "--root", after["record_root"])
        editions = (f"/public/votes/{vote['token']}/record.json", ""), (f"{path}/record", "auditor")
        for where, who in editions:
            _, told = await fetched(city, where, who)
            assert await recounts(city, tmp_path, told, *posted) == (0, "OK\n"), policy
            assert told["result"]["reasons"] == after["result"]["reasons"]


async def test_a_changed_ballots_receipt_is_not_in_the_record(city: City) -> None:
    vote = await opened(city)
    first = (await casts(city, vote, "owner2", "against"))["items"][0]["receipt"]
    await polled(city, vote)
    await counted(city, vote)
    path = f"/votes/{vote['id']}/inclusion"
    assert await refused(city, "owner2", f"{path}?receipt={first}") == ("404 BallotNotFound")
    status, answer = await see(city, "owner1", path)
    assert status == 200 and len(answer["items"]) == 2, "an owner's two homes"
    first, second = answer["items"]
    status, page = await see(city, "owner1", f"{path}?limit=1")
    assert page["items"] == [first] and page["next"] == str(first["nth"])
    status, page = await see(city, "owner1", f"{path}?limit=1&after={page['next']}")
    assert page["items"] == [second] and page["next"] == ""
    status, answer = await see(city, "clerk", path)
    assert (status, answer["items"]) == (200, [])


async def test_nothing_is_published_before_the_count(city: City) -> None:
    vote = await opened(city)
    await polled(city, vote)
    for path in ("record", "inclusion"):
        answer = await refused(city, "owner1", f"/votes/{vote['id']}/{path}")
        assert answer == "409 VoteRunning"
    status, problem = await city.call("GET", f"/public/votes/{vote['token']}/record.json")
    assert (status, problem["code"]) == (409, "VoteRunning")
    status, told = await city.call("GET", f"/public/votes/{vote['token']}")
    assert status == 200 and told["result"] is None and told["passed"] is None
    assert told["turnout"]["heads"] == 0, "three are left: to tell of eight would tell of them"
    assert told["roll_root"] == vote["roll_root"] and told["record_root"] == ""


async def test_the_public_reads_the_result_line_by_line(city: City) -> None:
    vote = await opened(city)
    await polled(city, vote)
    after = await counted(city, vote)
    status, told = await city.call("GET", f"/public/votes/{vote['token']}")
    assert status == 200 and told["result"]["reasons"] == after["result"]["reasons"]
    assert told["result"]["certain_at"] is None and told["record_root"] == after["record_root"]
    status, found = await city.call("GET", f"/public/scopes/{city.roll.here.scope}/votes")
    assert status == 200 and [one["token"] for one in found["items"]] == [vote["token"]]
    assert found["items"][0]["passed"] is after["result"]["passed"]
    for path in ("/public/votes/nothing", "/public/votes/nothing/record.json"):
        status, problem = await city.call("GET", path)
        assert (status, problem["code"]) == (404, "VoteNotFound"), path
    path = f"/public/scopes/{uuid4()}/votes"
    assert (await city.call("GET", path))[1]["items"] == []
    status, problem = await city.call("GET", f"{path}?after=nonsense")
    assert (status, problem["code"]) == (400, "Malformed")
    for path in ("record", "inclusion"):
        gone = await refused(city, "owner1", f"/votes/{uuid4()}/{path}")
        assert gone == "404 VoteNotFound"


async def test_where_few_took_part_only_the_outcome_is_public(city: City, tmp_path: Path) -> None:
    """R12.2: neither record nor sums, to nobody but the auditor; one's own proof still."""
    vote = await opened(city)
    receipts = [
        (await casts(city, vote, who, "against"))["items"][0]["receipt"]
        for who in ("owner2", "owner4")
    ]
    _, told = await city.call("GET", f"/public/votes/{vote['token']}")
    assert told["turnout"]["heads"] == 0
    after = await counted(city, vote)
    city.clock.advance(minutes=1)
    _, told = await city.call("GET", f"/public/votes/{vote['token']}")
    assert (
        told["result"] is None and told["passed"] is False and "不足5人" in told["withheld_reason"]
    )
    _, public = await fetched(city, f"/public/votes/{vote['token']}/record.json")
    assert public["edition"] == "outcome" and "result" not in public
    assert await fetched(city, f"/votes/{vote['id']}/record", "owner9") == (200, public)
    posted = ("--roll-root", vote["roll_root"], "--root", after["record_root"])
    assert (await recounts(city, tmp_path, public, *posted))[0] == 0
    assert after["result"]["against"]["heads"] == 2, "to the auditor"
    for who in ("clerk", "owner2", "manager"):
        seen = await shown(city, vote, who)
        assert seen["result"] is None and seen["passed"] is False and seen["withheld_reason"], who
    texts = await sql("SELECT text FROM message WHERE kind = 'vote_closed'")
    assert texts and all("不公布人数和面积" in row["text"] for row in texts)
    assert not any("计票过程和可供核对的记录已经公布" in row["text"] for row in texts)
    for who in ("owner9", "manager", "insurer", "clerk"):
        _, line = await see(city, who, f"/cases/{vote['case_id']}/timeline")
        [closed] = [one["data"] for one in line["items"] if one["kind"] == "VoteClosed"]
        assert closed["few"] and not [name for name in closed if name[-5:] in ("heads", "g_cm2")]
    _, sheet = await see(city, "owner9", f"/votes/{vote['id']}/result.pdf")
    said = "".join(pages_of(sheet))
    _, page = await city.call("GET", f"/v/{vote['token']}", headers={"Accept": "text/html"})
    for words in (said, page.decode()):
        assert "--root" in words and "--receipt" not in words and "小程序的表决页面查验" in words
    await proven(city, vote, "owner2", receipts[0])
    path = f"/votes/{vote['id']}/inclusion?receipt={receipts[1]}"
    assert await refused(city, "owner2", path) == "404 BallotNotFound"
    assert (await fetched(city, f"/votes/{vote['id']}/record", "auditor"))[1]["edition"] == "full"


async def test_both_fingerprints_stand_in_the_log(city: City) -> None:
    """R12.3: whoever keeps a tree head can prove them."""
    case = await planned(city)
    vote = await opened(city, case)
    await polled(city, vote)
    after = await counted(city, vote)
    rows = await sql(
        "SELECT kind, body->>'roll_root' AS roll, body->>'record_root' AS record FROM log_event"
        " WHERE subject_id = $1 AND kind IN ('VoteOpened', 'VoteClosed') ORDER BY seq",
        case.id,
    )
    assert [row["roll"] or row["record"] for row in rows] == [
        vote["roll_root"],
        after["record_root"],
    ]


async def test_tables_changed_after_the_count_are_not_published(city: City) -> None:
    """Whoever changes a row changes the fingerprint, and it is not given out as if it were true."""
    vote = await opened(city)
    await polled(city, vote)
    await counted(city, vote)
    await sql("UPDATE vote SET question = '另一件事' WHERE id = $1", UUID(vote["id"]))
    row = await by_token(vote["token"])
    assert row is not None
    with pytest.raises(ValueError, match="与公布的指纹不符"):
        await publishing.kept(city.context(), row)


async def test_no_answer_log_or_event_tells_what_a_named_owner_said(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    """R8.5, R12.2: every read about a vote, asked by everybody, before and after the count.

    One owner alone abstains, so that the word betrays that owner wherever it stands beside them.
    """
    caplog.set_level("INFO")
    case = await planned(city)
    vote = await opened(city, case)
    for number in range(1, 9):
        await casts(city, vote, f"owner{number}", "abstain" if number == 5 else "agree")
    marked = await _names_of(city, vote, "owner5")
    others = ("owner1", "owner9", "co_owner3", "committee", "manager", "elsewhere")
    staff = ("clerk", "clerk2", "reviewer", "finance", "administrator", "street", "insurer")
    before = await _everything(city, vote, str(case.id), (*others, *staff, "auditor", ""))
    assert not [where for where, said in before.items() if "abstain" in said or "弃权" in said]
    await counted(city, vote)
    city.clock.advance(minutes=1)
    after = await _everything(city, vote, str(case.id), (*others, *staff, ""))
    spoken = {where for where, said in after.items() if "abstain" in said}
    assert spoken, "the published record tells how often"
    for where in spoken:
        assert not [name for name in marked if name in after[where]], where
    assert "abstain" not in caplog.text and "弃权" not in caplog.text
    rows = await sql("SELECT body::text AS body, why, kind FROM log_event")
    told = [row for row in rows if "abstain" in row["body"] or "弃权" in row["body"] + row["why"]]
    assert told == []
    rows = await sql("SELECT text FROM message")
    assert rows and not [row for row in rows if "弃权" in row["text"].replace(CALL, "")]


async def _names_of(city: City, vote: dict[str, Any], who: str) -> list[str]:
    """Whatever names this owner or the home: ids, room, pseudonym, receipt."""
    [home] = (await shown(city, vote, who))["my_homes"]
    person = city.roll.people[who]
    ballots = [ballot[name] for ballot in home["ballots"] for name in ("receipt", "ballot_id")]
    known = [home["home_id"], str(person.person_id), *ballots[1:], home["home"]]
    assert all(known)
    return known


async def _everything(
    city: City, vote: dict[str, Any], case_id: str, callers: tuple[str, ...]
) -> dict[str, str]:
    """Every read that is about a vote or its case, as each caller gets it."""
    names = {
        "vote_id": vote["id"],
        "case_id": case_id,
        "token": vote["token"],
        "scope_id": str(city.roll.here.scope),
    }
    said = {}
    for op in TABLE:
        about = any(word in op.path for word in ("vote", "/v/", "/cases", "/log/", "/inbox"))
        if not op.reads or not about:
            continue
        path = op.path
        for name, value in names.items():
            path = path.replace(f"{{{name}}}", value)
        if "{" in path or path.endswith((".pdf", ".png")) or path.startswith("/assets"):
            continue
        for who in callers:
            staff = who in city.roll.accounts
            token = (await (city.staff(who) if staff else city.login(who))) if who else None
            _, answer = await city.call("GET", path, *([token] if token else []))
            text = answer if isinstance(answer, bytes) else msgspec.json.encode(answer)
            words = text.decode("utf-8", "replace").replace(CALL, "")
            said[f"{path} as {who or 'nobody'}"] = words
    assert len(said) > 100
    return said
