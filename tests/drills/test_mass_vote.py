"""A whole district votes within a minute, on phones and on paper, while the server is killed.

R8.3, R8.5: no home twice, no late ballot, every acknowledged receipt in the record, and the
tally equals the recount. 2,000 homes in `make drills`, a few dozen in the normal run.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import httpx
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from handlers.votes import counting
from handlers.votes.counting import record
from models.base import database
from models.votes.locks import lock_against_ballots
from rules.cases import State
from rules.votes import CHOICES, tally
from sandbox import clock
from server import door
from server.config import Settings
from server.vault import Vault
from tests.builders import case_in
from tests.conftest import rounds
from tests.databases import ROOT
from tests.drills.stand import START, Stand, until
from tests.small_roll import SINCE, paper_of
from tests.untold import amiss_at

HOMES = rounds(40, 2_000)
SECONDS = rounds(2, 50)
KILLS = rounds(1, 3)
PAPERS = rounds(20, 300)
PER_BATCH = 10
LATE = rounds(5, 50)
AT_ONCE = 48
"""How many phones are on the air at a time: the one process that plays them all has no more."""
RETRY_SECONDS = 0.2


@dataclass
class Phone:
    """Somebody with a phone, and what the program acknowledged to them, in order."""

    token: str
    home: str
    given: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Poll:
    """The vote, who votes, and how long answers took."""

    stand: Stand
    vault: Vault
    random: Random = field(default_factory=lambda: Random(20250915))
    vote: dict[str, Any] = field(default_factory=dict)
    phones: list[Phone] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    air: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    refused: int = 0
    taken: int = 0

    @property
    def var_dir(self) -> Path:
        return Path(self.stand.env["VAR_DIR"])

    def now(self) -> datetime:
        """The moment by the clock of the processes."""
        return door.host_now() + clock.offset_in(self.var_dir)()

    async def sent(self, path: str, token: str, body: Any) -> tuple[int, Any]:
        """Status and answer of a write, repeated with its key until there is an answer."""
        key = uuid4().hex
        while True:
            try:
                status, answer = await self.stand.ask("POST", path, token, body, key)
                if status != 503:
                    return status, answer
            except httpx.TransportError:
                pass
            await asyncio.sleep(RETRY_SECONDS)

    async def written(self, who: str, path: str, body: Any) -> Any:
        """The answer of a clerk's write that must be done, killed server or not."""
        status, answer = await self.sent(path, self.stand.tokens[who], body)
        assert status in (200, 201), (path, status, answer)
        return answer

    async def votes(self, phone: Phone, choice: str) -> None:
        """One tap, repeated as a phone would until there is an answer."""
        path, body = f"/votes/{self.vote['id']}/ballots", {"choice": choice}
        async with self.air:
            began = time.perf_counter()
            status, answer = await self.sent(path, phone.token, body)
            self.waits.append(time.perf_counter() - began)
        if status == 409 and answer["code"] == "OtherChannel":
            self.refused += 1
            return
        assert status == 201, answer
        phone.given += answer["items"]

    async def phone_in_time(self, phone: Phone) -> None:
        """Somewhere within the minute; one in ten changes their mind."""
        await asyncio.sleep(self.random.random() * SECONDS)
        await self.votes(phone, self.random.choice(CHOICES))
        if self.random.random() < 0.1:
            await self.votes(phone, self.random.choice(CHOICES))

    async def clerks(self, homes: list[str], file_id: str) -> None:
        """Paper for homes that vote on phones as well: entered by one, keyed again by another."""
        for begin in range(0, len(homes), PER_BATCH):
            lines = [
                {"home_id": home, "choice": self.random.choice(CHOICES)}
                for home in homes[begin : begin + PER_BATCH]
            ]
            # Some lay in the letter box from the first minute on.
            early = begin // PER_BATCH % 2 == 0
            received_at = self.vote["opened_at"] if early else self.now().isoformat()
            body = {"lines": lines, "file_ids": [file_id], "received_at": received_at}
            batch = await self.written("clerk", f"/votes/{self.vote['id']}/ballot-batches", body)
            again = [
                {"nth": nth, "choice": line["choice"]} for nth, line in enumerate(lines, start=1)
            ]
            path = f"/ballot-batches/{batch['id']}/confirmation"
            await self.written("clerk2", path, {"lines": again})
            self.taken += len(lines)

    async def killer(self) -> None:
        """The server dies at random moments of the minute and is started anew."""
        server = self.stand.running[-1]
        for _ in range(KILLS):
            await asyncio.sleep(SECONDS / (KILLS + 1) * (0.5 + self.random.random()))
            server.kill()
            await server.wait()
            server = await self.stand.serve()


async def settled(poll: Poll) -> list[str]:
    """A crowd moves in: one owner with a phone for each home, of some homes two. Their homes."""
    stand = poll.stand
    await stand.db.execute(
        "INSERT INTO home (id, unit_id, code, room, use, area_cm2, area_source, area_note,"
        " developer_held, counts) SELECT gen_random_uuid(), $1::text::uuid, 'MASS-' || n,"
        " (1000 + n)::text, '住宅', 800000 + n % 40 * 10000, 'registered', '', false, true"
        " FROM generate_series(1, $2::int) n",
        str(stand.roll.here.units[0]),
        HOMES,
    )
    await stand.db.execute(
        "INSERT INTO owner (id, name, name_key, id_kind) SELECT gen_random_uuid(), 'M' || n,"
        " 'M' || n, 'resident' FROM generate_series(1, $1::int) n",
        HOMES + HOMES // 10,
    )
    await stand.db.execute(
        "INSERT INTO person (id, openid, seen_at, created_at) SELECT gen_random_uuid(),"
        " 'mass-' || name, $1, $1 FROM owner WHERE name ~ '^M[0-9]+$'",
        START,
    )
    # Owner n has home n; those above the number of homes share one of the first.
    joined = (
        " FROM owner o JOIN home h ON h.code = 'MASS-' || CASE WHEN substr(o.name, 2)::int <= $1"
        " THEN substr(o.name, 2)::int ELSE substr(o.name, 2)::int - $1 END"
        " WHERE o.name ~ '^M[0-9]+$'"
    )
    await stand.db.execute(
        "INSERT INTO ownership (id, home_id, owner_id, share_bps, from_on, representative)"
        f" SELECT gen_random_uuid(), h.id, o.id, 5000, $2, false {joined}",
        HOMES,
        SINCE,
    )
    persons = "JOIN person p ON p.openid = 'mass-' || o.name WHERE"
    await stand.db.execute(
        "INSERT INTO binding (id, person_id, home_id, owner_id, how, from_at)"
        f" SELECT gen_random_uuid(), p.id, h.id, o.id, 'roll', $2"
        f" {joined.replace('WHERE', persons)}",
        HOMES,
        START,
    )
    await logged_in(poll)
    return sorted({phone.home for phone in poll.phones})


async def logged_in(poll: Poll) -> None:
    """Everybody of the crowd has a session."""
    stand = poll.stand
    rows = await stand.sql(
        "SELECT b.person_id, b.home_id FROM binding b JOIN home h ON h.id = b.home_id"
        " WHERE h.code LIKE 'MASS-%' ORDER BY b.person_id"
    )
    tokens = [poll.vault.new_token() for _ in rows]
    hashed = [poll.vault.token_hash(token) for token in tokens]
    await stand.db.execute(
        "INSERT INTO session (id, token_hash, kid, person_id, created_at, expires_at, device)"
        " SELECT gen_random_uuid(), s.hash, s.kid, s.person, $4, $5, '' FROM"
        " unnest($1::bytea[], $2::text[], $3::uuid[]) AS s(hash, kid, person)",
        [one[1] for one in hashed],
        [one[0] for one in hashed],
        [row["person_id"] for row in rows],
        START,
        START + timedelta(days=3650),
    )
    await stand.db.execute("ANALYZE")
    poll.phones = [
        Phone(token, str(row["home_id"])) for token, row in zip(tokens, rows, strict=True)
    ]


async def test_a_district_votes_within_a_minute(
    stand: Stand, figure: Callable[[str], None]
) -> None:
    settings = Settings.load(stand.env)
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    poll = Poll(stand, vault)
    async with TortoiseContext() as context:
        await context.init(config=database(stand.env["DATABASE_URL"], pool=2))
        homes = await settled(poll)
        case = await case_in(State.PLANNED, stand.roll, START, flow="household", premium_fen=100)
        file_id = str(await paper_of("account", stand.roll.accounts["clerk"], START))
        await stand.serve()
        opening = time.perf_counter()
        poll.vote = await poll.written("clerk", f"/cases/{case.id}/votes", {})
        opening = time.perf_counter() - opening
        await poll.written("clerk", f"/votes/{poll.vote['id']}/paper", None)
        on_paper = poll.random.sample(homes, PAPERS)
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            group.create_task(poll.killer())
            group.create_task(poll.clerks(on_paper, file_id))
            voters = [group.create_task(poll.phone_in_time(one)) for one in poll.phones]
            await asyncio.wait(voters)
            minute = time.perf_counter() - began
        await late(poll)
        counting_took = await closed(poll)
        await verified(poll, vault)
    waits = sorted(poll.waits)
    figure(
        f"{HOMES} homes opened in {opening:.2f} s; {len(waits)} ballots of {len(poll.phones)}"
        f" phones in {minute:.0f} s (median {waits[len(waits) // 2] * 1000:.0f} ms), {poll.taken}"
        f" papers, {poll.refused} second to paper, server killed {KILLS} times, counted in"
        f" {counting_took:.1f} s: none lost, none twice, tally equals recount"
    )


async def late(poll: Poll) -> None:
    """The end has come: who taps now gets no receipt."""
    clock.move(poll.var_dir, datetime.fromisoformat(poll.vote["ends_at"]))
    path = f"/votes/{poll.vote['id']}/ballots"
    for phone in poll.random.sample(poll.phones, LATE):
        status, answer = await poll.sent(path, phone.token, {"choice": "agree"})
        assert (status, answer["code"]) == (409, "VoteNotOpen"), answer


async def closed(poll: Poll) -> float:
    """The clock's worker counts it; how many seconds that took, its start included."""
    rows = await poll.stand.sql("SELECT count_at FROM vote")
    clock.move(poll.var_dir, rows[0]["count_at"] + counting.SETTLE)
    began = time.perf_counter()
    await poll.stand.start("work")

    async def done() -> bool:
        found = await poll.stand.sql("SELECT state FROM vote")
        return bool(found[0]["state"] == "counted")

    await until(done, 180, "the vote is counted")
    return time.perf_counter() - began


async def verified(poll: Poll, vault: Vault) -> None:
    """No home twice, nothing late, every receipt where it belongs, tally equal to the recount."""
    stand, over = poll.stand, datetime.fromisoformat(poll.vote["ends_at"])
    assert (
        await stand.sql(
            "SELECT vote_home_id FROM ballot WHERE state = 'valid' GROUP BY 1 HAVING count(*) > 1"
            " UNION ALL SELECT vote_home_id FROM ballot GROUP BY 1"
            " HAVING bool_or(state = 'valid') AND bool_or(state = 'contested')"
        )
        == []
    )
    assert await stand.sql("SELECT 1 FROM ballot WHERE cast_at >= $1", over) == []
    rows = await stand.sql("SELECT receipt, state, channel FROM ballot")
    state_of = {row["receipt"]: row["state"] for row in rows}
    acknowledged = [one["receipt"] for phone in poll.phones for one in phone.given]
    assert len(acknowledged) == len(set(acknowledged))
    on_phones = {row["receipt"] for row in rows if row["channel"] == "phone"}
    assert on_phones == set(acknowledged), "nothing lost, nothing doubled"
    async with in_transaction():
        vote = await lock_against_ballots(UUID(poll.vote["id"]))
    assert vote is not None and vote["result"] is not None
    box = await counting.opened(vault, vote)
    result = tally(box.roll, box.casts, box.terms)
    told = json.loads(vote["result"])
    assert told["passed"] is result.passed and told["reasons"] == list(result.reasons)
    rows_told = counting.record_of(box, result)
    whole = record(vote, box.homes.values(), box.terms, rows_told, result, vote["counted_at"])
    assert whole.root() == vote["record_root"]
    recorded = {row.receipt for row in rows_told if row.receipt}
    recorded |= {receipt for row in rows_told for receipt in row.also}
    standing = {one for one, state in state_of.items() if state not in ("replaced", "second")}
    assert recorded == standing
    for phone in poll.phones:
        if phone.given:
            # A phone's last word stands, unless paper that came before it turned up.
            assert state_of[phone.given[-1]["receipt"]] != "replaced"
            stands = phone.given[-1]["receipt"] in recorded
            assert stands or state_of[phone.given[-1]["receipt"]] == "second"
    assert await amiss_at(stand.env["DATABASE_URL"]) == []
    await recounted(poll, vote)


async def recounted(poll: Poll, vote: dict[str, Any]) -> None:
    """Anybody's recount from the published record, by the script that stands alone. R8.5"""
    token = poll.phones[0].token
    status, told = await poll.stand.ask("GET", f"/votes/{vote['id']}/record", token)
    assert status == 200, told
    file = poll.stand.folder / "record.json"
    file.write_text(json.dumps(told, ensure_ascii=False))
    given = next(phone.given[-1]["receipt"] for phone in poll.phones if phone.given)
    script = ROOT / "console" / "assets" / "recount_vote.py"
    for more in (["--root", vote["record_root"]], ["--receipt", given]):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(script),
            str(file),
            *more,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        assert process.returncode == 0, said.decode()
