"""Ballots as they are entered, by phone and on paper alike: sealed, judged, stored. R8.3, R8.5.

    homes = located(await ballots.lock_homes(vote_id, ids))
    entered = await enter(ctx, vote_id, terms, homes, [NewBallot(...), ...])

The caller holds the homes' locks (`models.votes.ballots`), so the indexes that allow one valid
ballot for a home, and one ballot of an owner, are never run into.

Choices and nonces are sealed from the moment they are cast. A receipt is the hash of both: who
knew the nonce would find the choice among three. Sealed texts of one length tell nothing by it.
"""

import math
import secrets as chance
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec

from handlers.route import Context, Secrets
from models.ids import new_id
from models.sealed import BALLOT_CHOICE, BALLOT_NONCE, LINE_CHOICE
from models.votes import ballots
from models.votes.ballots import StoredBallot
from rules.parameters import Parameters
from rules.refusals.asking import TooManyAttempts
from rules.votes import (
    CHOICES,
    Ballot,
    Channel,
    Choice,
    RollHome,
    Terms,
    receipt_of,
    stand,
    terms_of,
)

LOST = ("second", "other_login")
"""What a phone's ballot is that is not kept."""
_LENGTH = max(len(choice) for choice in CHOICES)


def new_nonce() -> str:
    """32 hex digits that nobody can guess."""
    return chance.token_hex(16)


def sealed(secrets: Secrets, choice: Choice, about: str) -> bytes:
    """The choice as it is stored, sealed for its ballot or line."""
    return secrets.encrypt(choice.ljust(_LENGTH), about)


def line_of(batch_id: UUID, nth: int) -> str:
    """What the choice keyed for this paper is sealed about."""
    return LINE_CHOICE.of(f"{batch_id}/{nth}")


def unsealed(secrets: Secrets, cipher: bytes, about: str) -> Choice:
    """The choice again; for the voter's own eyes and for the count alone. ValueError for none."""
    choice = secrets.decrypt(bytes(cipher), about).rstrip()
    if choice not in CHOICES:
        raise ValueError("选票内容无法识别")
    return choice


@dataclass(frozen=True, slots=True)
class Located:
    """A locked home of the frozen roll."""

    id: UUID
    pseudonym: str
    roll: RollHome[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBallot:
    """What an owner says for a home; `cast_at` is when it reached the Centre (R8.3)."""

    vote_home_id: UUID
    owner_id: UUID
    choice: Choice
    channel: Channel
    cast_at: datetime
    person_id: UUID | None = None
    proxy_id: UUID | None = None
    batch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EnteredBallot:
    """What became of a new ballot; `parted` when it took the home's voice away (R2.3), `overrides`
    the ballot of a login of the same owner that is bound no more (R2.5)."""

    id: UUID
    vote_home_id: UUID
    receipt: str
    cast_at: datetime
    state: str
    parted: bool = False
    overrides: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A ballot of the ledger, old or new, in the order in which ballots count."""

    id: UUID
    ballot: Ballot[UUID]
    order: tuple[datetime, datetime, UUID]
    state: str
    receipt: str
    nonce: str = ""
    person_id: UUID | None = None
    held_by: UUID | None = None
    overrides: UUID | None = None


@lru_cache(maxsize=256)
def terms_in(parameters: str, threshold: str) -> Terms:
    """The same by the parameters' stored text; a vote's are read by every ballot, and once only."""
    return frozen_terms({"parameters": msgspec.json.decode(parameters), "threshold": threshold})


def frozen_terms(row: Mapping[str, Any]) -> Terms:
    """The terms of a vote by its row's `parameters` (decoded) and `threshold`."""
    return terms_of(Parameters.from_mapping(row["parameters"]), row["threshold"])


def located(rows: Sequence[Mapping[str, Any]]) -> dict[UUID, Located]:
    """The locked homes by the id of their row."""
    return {
        row["id"]: Located(
            row["id"],
            row["pseudonym"],
            RollHome(
                home_id=row["id"],
                area_cm2=row["area_cm2"],
                owners=frozenset(row["owners"] or ()),
                representative=row["representative_id"],
            ),
        )
        for row in rows
    }


async def enter(
    ctx: Context,
    vote_id: UUID,
    terms: Terms,
    homes: Mapping[UUID, Located],
    new: Sequence[NewBallot],
) -> list[EnteredBallot]:
    """The ballots are stored and every ballot of these homes has its new state; two statements.

    In the order of `new`. `rules.votes.stand` says which ballot stands. A phone's ballot that comes
    second to paper, or to the owner's own, is not kept: its state `second` says so; nor is one over
    that of another login of the same owner: its state is `other_login`. Raises TooManyAttempts.
    """
    ledger: dict[UUID, list[_Entry]] = {home_id: [] for home_id in homes}
    for row in await ballots.ballots_of([one.vote_home_id for one in new]):
        ledger[row["vote_home_id"]].append(_old(ctx, row))
    mine: list[_Entry] = []
    others: set[UUID] = set()
    for one in new:
        earlier = ledger[one.vote_home_id]
        _paced(earlier, one)
        # Also who says the same again is heard: what a slower request says was said before it.
        said = _fresh(vote_id, homes, one, _entered_at(ctx, earlier))
        before = _standing(earlier, one)
        if before and before.held_by not in (None, one.person_id):
            others.add(said.id)
        else:
            said = replace(said, overrides=_overridden(before, one))
            earlier.append(said)
        mine.append(said)
    states, changed, parted = _judged(homes, ledger, terms)
    states |= dict.fromkeys(others, "other_login")
    both = list(zip(mine, new, strict=True))
    kept = [pair for pair in both if pair[1].channel != "phone" or states[pair[0].id] not in LOST]
    given = [_given(ctx, said, one, states[said.id]) for said, one in kept]
    if given or changed:
        await ballots.store(vote_id, given, changed)
    return [
        EnteredBallot(
            id=said.id,
            vote_home_id=one.vote_home_id,
            receipt=said.receipt,
            cast_at=said.ballot.cast_at,
            state=states[said.id],
            parted=one.vote_home_id in parted,
            overrides=said.overrides,
        )
        for said, one in both
    ]


def _judged(
    homes: Mapping[UUID, Located], ledger: Mapping[UUID, list[_Entry]], terms: Terms
) -> tuple[dict[UUID, str], dict[UUID, str], set[UUID]]:
    """What every ballot is, what earlier ones have become, and the homes that lost their voice."""
    states: dict[UUID, str] = {}
    changed: dict[UUID, str] = {}
    parted: set[UUID] = set()
    for home_id, spoken in ledger.items():
        spoken.sort(key=lambda one: one.order)
        found = stand(homes[home_id].roll, [one.ballot for one in spoken], terms)
        for said, state in zip(spoken, found, strict=True):
            states[said.id] = state
            if said.state not in ("new", state):
                changed[said.id] = state
                if state == "contested":
                    parted.add(home_id)
    return states, changed, parted


def _standing(earlier: Sequence[_Entry], new: NewBallot) -> _Entry | None:
    """The owner's own ballot by phone that stands, if the new one is such a ballot too."""
    if new.channel != "phone" or new.proxy_id is not None:
        return None
    standing = (
        one
        for one in earlier
        if one.ballot.owner_id == new.owner_id
        and (one.ballot.channel, one.ballot.by_proxy) == ("phone", False)
        and one.state in ("valid", "concurring", "contested")
    )
    return next(standing, None)


def _overridden(before: _Entry | None, new: NewBallot) -> UUID | None:
    """The ballot of another login that the new one takes the place of, if it is of another."""
    known = before is not None and before.person_id not in (None, new.person_id)
    return before.id if before is not None and known else None


_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
MOST_A_DAY = 100
"""So often may an owner's ballot for a home be changed on the phone within a day: every change is
kept, and read again by the next one and by the count."""


def _paced(earlier: Sequence[_Entry], new: NewBallot) -> None:
    """Refuse with TooManyAttempts; what a proxy's holder says takes none of the owner's own."""
    since, by_proxy = new.cast_at - _DAY, new.proxy_id is not None
    same = [
        one.ballot
        for one in earlier
        if (one.ballot.owner_id, one.ballot.by_proxy) == (new.owner_id, by_proxy)
    ]
    recent = sum(ballot.channel == "phone" and ballot.cast_at > since for ballot in same)
    if new.channel == "phone" and recent >= MOST_A_DAY:
        # When the first of the last hundred is a day old, there is room for one more.
        first = sorted(one.cast_at for one in same if one.channel == "phone")[-MOST_A_DAY]
        left = math.ceil((first + _DAY - new.cast_at).total_seconds())
        raise TooManyAttempts("一天内更改的次数过多，现有的选票仍然有效", retry_after_seconds=left)


def _old(ctx: Context, row: Mapping[str, Any]) -> _Entry:
    choice = unsealed(ctx.world.secrets, row["choice_cipher"], BALLOT_CHOICE.of(row["id"]))
    by_proxy = row["proxy_id"] is not None
    ballot = Ballot(row["owner_id"], choice, row["cast_at"], row["channel"], by_proxy)
    order = (row["cast_at"], row["entered_at"], row["id"])
    whose = {"person_id": row["person_id"], "held_by": row["held_by"]}
    return _Entry(row["id"], ballot, order, row["state"], row["receipt"], **whose)


def _entered_at(ctx: Context, earlier: Sequence[_Entry]) -> datetime:
    """Now, or just after the last ballot: of the same moment the one entered later is later."""
    return max([ctx.now, *(said.order[1] + _INSTANT for said in earlier)])


def _fresh(
    vote_id: UUID, homes: Mapping[UUID, Located], new: NewBallot, entered_at: datetime
) -> _Entry:
    said_id, nonce = new_id(), new_nonce()
    receipt = receipt_of(str(vote_id), homes[new.vote_home_id].pseudonym, new.choice, nonce)
    by_proxy = new.proxy_id is not None
    ballot = Ballot(new.owner_id, new.choice, new.cast_at, new.channel, by_proxy)
    order = (new.cast_at, entered_at, said_id)
    return _Entry(said_id, ballot, order, "new", receipt, nonce)


def _given(ctx: Context, said: _Entry, new: NewBallot, state: str) -> StoredBallot:
    secrets = ctx.world.secrets
    return StoredBallot(
        id=said.id,
        vote_home_id=new.vote_home_id,
        owner_id=new.owner_id,
        person_id=new.person_id,
        proxy_id=new.proxy_id,
        channel=new.channel,
        choice_cipher=sealed(secrets, new.choice, BALLOT_CHOICE.of(said.id)),
        nonce_cipher=secrets.encrypt(said.nonce, BALLOT_NONCE.of(said.id)),
        receipt=said.receipt,
        cast_at=new.cast_at,
        entered_at=said.order[1],
        batch_id=new.batch_id,
        state=state,
    )
