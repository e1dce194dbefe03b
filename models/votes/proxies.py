"""Written proxies, and co-owners named to speak for a home. R2.3, R2.6."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from models.base import one, sql
from models.entries import Table
from models.files import shown
from models.ids import new_id
from models.listing import Listing, newest
from models.votes.papers import DOOR, DOORS
from models.votes.tables import Proxy, Representative
from rules.refusals.asking import NotFound
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import ProxyRefused

PROXY = Table(
    "proxy",
    line="k.number || ' 第' || v.round || '轮表决的委托'",
    community_id="b.community_id",
    place=DOOR,
    due_on="(v.ends_at AT TIME ZONE 'Asia/Shanghai')::date",
    joins='JOIN vote v ON v.id = e.vote_id JOIN "case" k ON k.id = v.case_id'
    f" JOIN vote_home x ON x.id = e.vote_home_id JOIN {DOORS} ON h.id = x.home_id",
    confirmed="live",
    confirmed_at="",
    dropped="ended",
    dropped_by="",
    dropped_at="ended_at",
    drop_reason="reason",
)
REPRESENTATIVE = Table(
    "representative",
    line="h.code || ' 推举代表'",
    community_id="b.community_id",
    place=DOOR,
    joins=f"JOIN {DOORS} ON h.id = e.home_id",
    confirmed="live",
    confirmed_at="",
    dropped="ended",
    dropped_by="",
    dropped_at="ended_at",
    drop_reason="",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A proxy as its paper says."""

    vote_id: UUID
    vote_home_id: UUID
    owner_id: UUID
    holder_id: UUID
    matter: str
    file_id: UUID
    entered_by: UUID
    entered_at: datetime


async def lock_holder(phone_indexes: Sequence[bytes]) -> list[UUID]:
    """The persons who proved this phone number theirs, locked: proxies to one come one by one."""
    rows = await sql(
        "SELECT id FROM person WHERE phone_index = ANY($1::bytea[]) ORDER BY id FOR NO KEY UPDATE",
        list(phone_indexes),
    )
    return [row["id"] for row in rows]


async def lock_person(person_id: UUID) -> None:
    """The person's row is locked."""
    await sql("SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE", person_id)


async def is_owner(person_id: UUID, owner_id: UUID) -> bool:
    """Whether the person is bound as that owner of the roll."""
    row = await one(
        "SELECT 1 FROM live_bindings() WHERE person_id = $1 AND owner_id = $2 LIMIT 1",
        person_id,
        owner_id,
    )
    return row is not None


async def alive(
    vote_id: UUID, holder_id: UUID, vote_home_id: UUID, owner_id: UUID, but: UUID | None
) -> list[dict[str, Any]]:
    """The proxies of the vote, draft or live, that bear on one more of this holder, and of this
    owner for the home: a co-owner's proxy takes nothing from the other co-owners (R2.3)."""
    return await sql(
        "SELECT id, holder_id, vote_home_id, matter FROM proxy WHERE vote_id = $1"
        " AND state IN ('draft', 'live')"
        " AND (holder_id = $2 OR vote_home_id = $3 AND owner_id = $4)"
        " AND ($5::uuid IS NULL OR id <> $5) ORDER BY entered_at, id",
        vote_id,
        holder_id,
        vote_home_id,
        owner_id,
        but,
    )


async def add(proxy: Written) -> UUID:
    """The proxy waits for its second person; its id. Raises ProxyRefused beside another one."""
    proxy_id = new_id()
    try:
        await sql(
            "INSERT INTO proxy (id, vote_id, vote_home_id, owner_id, holder_id, matter, file_id,"
            " state, entered_by, entered_at, reason)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $9, '')",
            proxy_id,
            proxy.vote_id,
            proxy.vote_home_id,
            proxy.owner_id,
            proxy.holder_id,
            proxy.matter,
            proxy.file_id,
            proxy.entered_by,
            proxy.entered_at,
        )
    except IntegrityError as error:
        raise ProxyRefused("该户已另有委托") from error
    return proxy_id


_COLUMNS = f"""
p.id, p.vote_id, p.vote_home_id, v.home_id, {DOOR} AS place, p.owner_id, w.name AS owner,
p.holder_id, n.phone_cipher, p.matter,
{shown("p.file_id")} AS file, p.state, p.entered_by, p.entered_at,
p.confirmed_by, p.ended_at, p.reason
"""
_TABLES = f"""
proxy p JOIN vote_home v ON v.id = p.vote_home_id JOIN {DOORS} ON h.id = v.home_id
JOIN owner w ON w.id = p.owner_id JOIN person n ON n.id = p.holder_id
"""
PROXIES = Listing(
    _COLUMNS,
    _TABLES,
    "p.id",
    {"newest": newest("p.entered_at")},
    {
        "state": "p.state = {state}",
        # Of a person those held and those given.
        "person_id": "p.holder_id = {person_id} OR EXISTS (SELECT 1 FROM live_bindings() y"
        " WHERE y.person_id = {person_id} AND y.owner_id = p.owner_id)",
    },
    always="p.vote_id = {vote_id}",
    needs=("vote_id",),
)
"""The proxies of a vote, the newest first."""


async def find(proxy_id: UUID, *, lock: bool = False) -> dict[str, Any]:
    """The proxy, its row locked if asked for. Raises NotFound."""
    row = await one(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE p.id = $1"
        + (" FOR NO KEY UPDATE OF p" if lock else ""),
        proxy_id,
    )
    if row is None:
        raise NotFound()
    return row


async def given(person_id: UUID, proxy_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the proxies whose giver the person is bound as."""
    rows = await sql(
        "SELECT p.id FROM proxy p JOIN vote_home v ON v.id = p.vote_home_id"
        " JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = p.owner_id"
        " WHERE p.id = ANY($2::uuid[]) AND b.person_id = $1",
        person_id,
        list(proxy_ids),
    )
    return {row["id"] for row in rows}


async def end(proxy_id: UUID, now: datetime, reason: str) -> None:
    """The proxy is ended, with its reason."""
    await Proxy.filter(id=proxy_id).update(state="ended", ended_at=now, reason=reason)


async def owners_today(home_id: UUID, on: date) -> list[dict[str, Any]]:
    """Who owns the home that day: ids and the names as they are matched. R2.4."""
    return await sql(
        "SELECT DISTINCT w.id, w.name_key FROM owned_on($2) o JOIN owner w ON w.id = o.owner_id"
        " WHERE o.home_id = $1",
        home_id,
        on,
    )


async def name(
    home_id: UUID, owner_id: UUID, file_id: UUID, entered_by: UUID, now: datetime
) -> UUID:
    """The naming waits for its second person; its id. Raises NotAllowedNow beside another."""
    row = await one(
        "INSERT INTO representative (id, home_id, owner_id, file_id, state, entered_by,"
        " entered_at) VALUES ($1, $2, $3, $4, 'draft', $5, $6)"
        " ON CONFLICT (home_id) WHERE state IN ('draft', 'live') DO NOTHING RETURNING id",
        new_id(),
        home_id,
        owner_id,
        file_id,
        entered_by,
        now,
    )
    if row is None:
        raise NotAllowedNow("该房屋已有代表或者待核对的推举，请先终止或者作废")
    representative_id: UUID = row["id"]
    return representative_id


_NAMED = f"""
r.id, r.home_id, {DOOR} AS place, r.owner_id, w.name AS owner,
{shown("r.file_id")} AS file, r.state,
r.entered_by, r.entered_at, r.confirmed_by, r.ended_at
"""
_NAMED_IN = f"representative r JOIN {DOORS} ON h.id = r.home_id JOIN owner w ON w.id = r.owner_id"
NAMINGS = Listing(
    _NAMED,
    _NAMED_IN,
    "r.id",
    {"newest": newest("r.entered_at")},
    {
        "home_id": "r.home_id = {home_id}",
        "state": "r.state = {state}",
        # Of a person those for homes of which the person is an owner that day (R2.4).
        "person_id": "r.home_id IN (SELECT home_id FROM own_homes({person_id}, {today}))",
    },
    needs=("today",),
)
"""Co-owners that were named, the newest first."""


async def named(representative_id: UUID, *, lock: bool = False) -> dict[str, Any]:
    """A naming, its row locked if asked for. Raises NotFound."""
    row = await one(
        f"SELECT {_NAMED} FROM {_NAMED_IN} WHERE r.id = $1"
        + (" FOR NO KEY UPDATE OF r" if lock else ""),
        representative_id,
    )
    if row is None:
        raise NotFound()
    return row


async def end_naming(representative_id: UUID, now: datetime) -> None:
    """The naming is ended."""
    await Representative.filter(id=representative_id).update(state="ended", ended_at=now)


async def bound_to(person_id: UUID, home_id: UUID, owner_ids: Sequence[UUID]) -> bool:
    """Whether the person speaks for one of these owners of the home."""
    row = await one(
        "SELECT 1 FROM live_bindings() WHERE person_id = $1 AND home_id = $2"
        " AND owner_id = ANY($3::uuid[]) LIMIT 1",
        person_id,
        home_id,
        list(owner_ids),
    )
    return row is not None
