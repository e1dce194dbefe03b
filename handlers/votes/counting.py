"""Counting a vote when its time is over: the ballots are opened, added up, told. R8.1 to R8.5.

Nobody sees a sum before. The count begins a minute after the last ballot may have been cast, so
that a ballot of the last instant that still waits for its turn is in the box before it is opened:
whoever got a receipt is counted, and who came later gets none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from handlers.route import Context, Secrets, job
from handlers.shown import at, maybe
from handlers.steps import take
from handlers.timed import MOST, THE_CLOCK
from handlers.votes.entering import terms_in, unsealed
from handlers.votes.served import ServiceOutcome, outcome
from handlers.votes.views import HeadsAndArea, ResultView
from models.cases import Case
from models.sealed import BALLOT_CHOICE, BALLOT_NONCE
from models.votes import counts, service
from models.votes.locks import find_vote, lock_against_ballots
from rules.cases import CloseVote
from rules.events.base import Event
from rules.events.votes import PaperBallotsDropped, VoteServiceDropped
from rules.flows import row_for
from rules.parameters import Parameters
from rules.roll import Totals
from rules.votes import (
    Cast,
    RecordRow,
    Result,
    RollHome,
    RollLine,
    Terms,
    certain_since,
    receipt_of,
    roll_root,
    tally,
)
from rules.votes.editions import Asked, Record, record_row
from rules.votes.reasons import missed

SETTLE = timedelta(seconds=60)
"""Longer than any request lives: a ballot that arrived in time is stored or refused by then."""

WITHHELD = "参与表决的业主不足{}人，为保护个人信息只公布是否通过"
NOT_CONFIRMED = "计票时尚未经第二人核对"


async def votes_over(now: datetime) -> list[UUID]:
    """Votes whose ballots may be counted."""
    return await counts.over(now - SETTLE, MOST)


@job(votes_over)
async def count_vote(ctx: Context, vote_id: UUID) -> None:
    """表决截止后计票：按冻结的名册和全部有效选票计算结果，公布计票记录的指纹。第8节，R8.1至R8.5。"""
    case = await Case.lock((await find_vote(vote_id)).case_id)
    vote = await lock_against_ballots(vote_id)
    if vote["state"] != "open" or vote["count_at"] + SETTLE > ctx.now:
        return
    if row_for(case.facts(), CloseVote) is None:
        await counts.void(case.id)
        return
    dropped = await counts.drop_papers(vote_id, NOT_CONFIRMED)
    unproven = await service.drop_waiting(vote_id, NOT_CONFIRMED, ctx.now)
    box = await opened(ctx.world.secrets, vote)
    result = tally(box.roll, box.casts, box.terms)
    told = record(vote, box.homes.values(), box.terms, record_of(box, result), result, ctx.now)
    few = told.min_group if told.outcome_only else 0
    view = _result(box, result, len(dropped), few, await _service(box, result))
    root = told.root()
    await counts.close(vote_id, ctx.now, msgspec.to_builtins(view), root)
    act = CloseVote(
        passed=result.passed,
        participating_heads=result.participating.heads,
        agreeing_heads=result.agree.heads,
        participating_cm2=result.participating.area_cm2,
        agreeing_cm2=result.agree.area_cm2,
        record_root=root,
        few=bool(few),
        missed=missed(result.total, result.participating, result.agree, box.terms),
    )
    await take(ctx, case, act, THE_CLOCK)
    ctx.record(*_left_out(ctx, case.id, vote_id, dropped, unproven))


def _left_out(
    ctx: Context,
    case_id: UUID,
    vote_id: UUID,
    papers: Sequence[Mapping[str, Any]],
    unproven: Sequence[Mapping[str, Any]],
) -> Iterator[Event]:
    """What nobody confirmed in time: paper ballots, and proofs of service."""
    for batch in papers:
        data = {
            "vote_id": str(vote_id),
            "number": batch["number"],
            "ballots": batch["lines"],
            "left_out": True,
        }
        yield PaperBallotsDropped(
            subject_id=str(batch["id"]), at=ctx.now, why=NOT_CONFIRMED, data=data
        )
    for row in unproven:
        data = {"vote_id": str(vote_id), "service_id": str(row["id"]), "left_out": True}
        yield VoteServiceDropped(subject_id=str(case_id), at=ctx.now, why=NOT_CONFIRMED, data=data)


@dataclass(frozen=True)
class Box:
    """The opened box: the frozen roll and every ballot ever cast, in the order they count in.

    `homes` are the rows of the roll by their id, `ballots` the rows of the casts, one for one.
    """

    vote_id: UUID
    terms: Terms
    homes: Mapping[UUID, dict[str, Any]]
    roll: list[RollHome[UUID]]
    ballots: list[dict[str, Any]]
    casts: list[Cast[UUID]]


async def opened(secrets: Secrets, vote: Mapping[str, Any]) -> Box:
    """The box of a vote that is over; the caller sees to it that it is.

    ValueError when a ballot is not the one its receipt was given for.
    """
    homes = {row["id"]: row for row in await counts.roll(vote["id"])}
    ballots = await counts.ballots(vote["id"])
    casts: list[Cast[UUID]] = []
    for row in ballots:
        choice = unsealed(secrets, row["choice_cipher"], BALLOT_CHOICE.of(row["id"]))
        nonce = secrets.decrypt(bytes(row["nonce"]), BALLOT_NONCE.of(row["id"]))
        row["choice"], row["nonce"] = choice, nonce
        pseudonym = homes[row["vote_home_id"]]["pseudonym"]
        if receipt_of(str(vote["id"]), pseudonym, choice, row["nonce"]) != row["receipt"]:
            raise ValueError(f"选票与回执不符：{row['id']}")
        home_id, owner_id, by_proxy = row["vote_home_id"], row["owner_id"], bool(row["proxy_id"])
        casts.append(Cast(home_id, owner_id, choice, row["cast_at"], row["channel"], by_proxy))
    terms = terms_in(vote["parameters"], vote["threshold"])
    return Box(vote["id"], terms, homes, [_home(row) for row in homes.values()], ballots, casts)


def _home(row: Mapping[str, Any]) -> RollHome[UUID]:
    return RollHome(
        home_id=row["id"],
        area_cm2=row["area_cm2"],
        owners=frozenset(row["owners"]),
        developer_held=row["developer_held"],
        representative=row["representative_id"],
        served=row["served"],
    )


def record_of(box: Box, result: Result[UUID]) -> list[RecordRow]:
    """What is published of each home, in the order of pseudonyms. R8.5.

    ValueError when the ballots' own states do not say what the tally says.
    """
    cast: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in box.ballots:
        cast[row["vote_home_id"]].append(row)
    conflicts = set(result.conflicts)
    return [
        _row(box.terms, home, cast[home_id], result.voices.get(home_id), home_id in conflicts)
        for home_id, home in box.homes.items()
    ]


def _row(
    terms: Terms,
    home: Mapping[str, Any],
    ballots: Sequence[dict[str, Any]],
    choice: str | None,
    conflict: bool,
) -> RecordRow:
    valid = [row for row in ballots if row["state"] == "valid"]
    beside = "contested" if conflict else "concurring"
    also = tuple(row["receipt"] for row in ballots if row["state"] == beside)
    if [row["choice"] for row in valid] != ([choice] if choice else []) or conflict != bool(
        [row for row in ballots if row["state"] == "contested"]
    ):
        raise ValueError(f"选票状态与计票结果不符：{home['id']}")
    return record_row(
        home["pseudonym"],
        terms,
        voice=(choice, valid[0]["nonce"], valid[0]["receipt"]) if choice else None,
        conflict=conflict,
        also=also,
        served=home["served"],
    )


def record(
    vote: Mapping[str, Any],
    homes: Iterable[Mapping[str, Any]],
    terms: Terms,
    rows: Sequence[RecordRow],
    result: Result[UUID],
    counted_at: datetime,
) -> Record:
    """The whole record; `homes` are the rows of the frozen roll in the order of `rows`.

    ValueError when the roll is not the one whose fingerprint was posted.
    """
    lines = [roll_line(home) for home in homes]
    if roll_root(lines) != vote["roll_root"]:
        raise ValueError(f"名册与公布的指纹不符：{vote['id']}")
    parameters = msgspec.json.decode(vote["parameters"])
    asked = Asked(
        vote_id=str(vote["id"]),
        question=vote["question"],
        purpose=vote["threshold"],
        round=vote["round"],
        opened_at=at(vote["opened_at"]).isoformat(),
        ends_at=at(vote["ends_at"]).isoformat(),
        counted_at=at(counted_at).isoformat(),
    )
    return Record(
        asked, terms, Parameters.from_mapping(parameters).publish_min_group, lines, rows, result
    )


def roll_line(home: Mapping[str, Any]) -> RollLine:
    """A home's line of the roll."""
    return RollLine(
        nth=home["nth"],
        pseudonym=home["pseudonym"],
        head=home["head"],
        area_cm2=home["area_cm2"],
        developer_held=home["developer_held"],
        salt=home["salt"],
    )


async def _service(box: Box, result: Result[UUID]) -> ServiceOutcome | None:
    """How service was proven and who counted because of it, where silence may count. R8.2."""
    if box.terms.silence != "follows_majority":
        return None
    served = sum(home.served for home in box.roll)
    heads = {box.homes[home_id]["head"] for home_id in result.followed}
    ways = await service.ways(box.vote_id)
    return outcome(len(box.roll), served, ways, (len(heads), len(result.followed)))


def _result(
    box: Box, result: Result[UUID], dropped: int, few: int, told: ServiceOutcome | None
) -> ResultView:
    """The result as it is kept and shown; `few` owners have to take part for its figures to be."""
    return ResultView(
        passed=result.passed,
        total=_share(result.total),
        participating=_share(result.participating),
        agree=_share(result.agree),
        against=_share(result.against),
        abstain=_share(result.abstain),
        split_heads=result.split_heads,
        participating_homes=len(result.voices),
        conflict_homes=len(result.conflicts),
        silent_homes=len(result.silent),
        followed_homes=len(result.followed),
        dropped_papers=dropped,
        reasons=list(result.reasons),
        service=told,
        certain_at=maybe(certain_since(box.roll, box.casts, box.terms)),
        withheld_reason=WITHHELD.format(few) if few else "",
    )


def _share(totals: Totals) -> HeadsAndArea:
    return HeadsAndArea(heads=totals.heads, area_cm2=totals.area_cm2)
