"""Casting a ballot against the very statements it makes; see `tests.bench.posting`.

Every ballot is another owner's, in one vote that runs.
"""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import cast

from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from handlers.route import Signer, Wechat, World
from models.base import database, sql
from rules.cases import State
from server import door
from server.config import Settings
from server.vault import Vault
from tests.bench import posting
from tests.bench.posting import Post
from tests.bench.sizes import SIZES
from tests.bench.stage import MIGRATED, copy
from tests.builders import ask, asker, case_in
from tests.small_roll import SINCE, Planter, SmallRoll

DATABASE = "bench_vote"
BODY = b'{"choice": "agree"}'

_CROWD = (
    "INSERT INTO home (id, unit_id, code, room, use, area_cm2, area_source, area_note,"
    " developer_held, counts) SELECT gen_random_uuid(), $1, 'CROWD-' || n, n::text, '住宅',"
    " 900000, 'registered', '', false, true FROM generate_series(1, $2::int) n",
    "INSERT INTO owner (id, name, name_key, id_kind) SELECT gen_random_uuid(), 'CROWD-' || n,"
    " 'CROWD-' || n, 'resident' FROM generate_series(1, $1::int) n",
    "INSERT INTO person (id, openid, seen_at, created_at)"
    " SELECT gen_random_uuid(), name, $1, $1 FROM owner WHERE name LIKE 'CROWD-%'",
    "INSERT INTO ownership (id, home_id, owner_id, share_bps, from_on, representative)"
    " SELECT gen_random_uuid(), h.id, o.id, 10000, $1, false FROM home h"
    " JOIN owner o ON o.name = h.code",
    "INSERT INTO binding (id, person_id, home_id, owner_id, how, from_at)"
    " SELECT gen_random_uuid(), p.id, h.id, o.id, 'roll', $1 FROM home h"
    " JOIN person p ON p.openid = h.code JOIN owner o ON o.name = h.code",
    "INSERT INTO session (id, token_hash, kid, person_id, created_at, expires_at, device)"
    " SELECT gen_random_uuid(), s.hash, s.kid, p.id, $4, $5, ''"
    " FROM unnest($1::bytea[], $2::text[], $3::text[]) AS s(hash, kid, openid)"
    " JOIN person p ON p.openid = s.openid",
)


def run(settings: Settings, env: dict[str, str], folder: Path, url: str) -> list[str]:
    """Two lines."""
    ours = asyncio.run(copy(url, MIGRATED, DATABASE))
    posts = asyncio.run(_prepared(settings, ours))
    return posting.run("cast_ballot", settings, env, posts, folder, url, DATABASE)


async def _prepared(settings: Settings, url: str) -> list[Post]:
    """A vote that runs, and a ballot for each of its many owners."""
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    async with TortoiseContext() as context:
        await context.init(config=database(url, 4), _enable_global_fallback=True)
        at = door.now()
        async with in_transaction():
            roll = await Planter(vault, at).plant()
            tokens = await _crowd(vault, roll)
        case = await case_in(State.PLANNED, roll, at, flow="household", premium_fen=100)
        world = World(
            secrets=vault,
            wechat=cast(Wechat, None),
            signer=cast(Signer, None),
            public_url="http://localhost",
        )
        vote = await ask(world, asker(roll, "clerk"), at, "open_vote", key="k", case_id=case.id)
        await sql("ANALYZE")
    return [Post(f"/votes/{vote['id']}/ballots", token, BODY) for token in tokens]


async def _crowd(vault: Vault, roll: SmallRoll) -> list[str]:
    """Owners of a home each, logged in; their tokens."""
    at = door.now()
    homes, owners, persons, ownership, binding, session = _CROWD
    await sql(homes, roll.here.units[0], SIZES.voters)
    await sql(owners, SIZES.voters)
    await sql(persons, at)
    await sql(ownership, SINCE)
    await sql(binding, at)
    tokens = [vault.new_token() for _ in range(SIZES.voters)]
    hashed = [vault.token_hash(token) for token in tokens]
    await sql(
        session,
        [one[1] for one in hashed],
        [one[0] for one in hashed],
        [f"CROWD-{number}" for number in range(1, SIZES.voters + 1)],
        at,
        at + timedelta(days=30),
    )
    return tokens
