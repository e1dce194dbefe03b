"""Counting: once, by the clock, as the engine says; told; recounted. R8.1 to R8.5."""

from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import msgspec
import pytest

from handlers.route import CLOCK
from handlers.votes import counting
from models.base import one, sql
from models.sealed import BALLOT_CHOICE
from models.votes import BallotBatch, BallotLine
from models.votes.locks import lock_against_ballots
from rules.cases import State
from rules.votes import tally
from server import door
from tests.handlers.votes.polling import (
    casts,
    counted,
    ended,
    facts_of,
    opened,
    planned,
    refused,
    see,
    shown,
)
from tests.world import City

AGREEING = ("owner1", "owner2", "owner3", "owner4", "owner5")
AGAINST = ("owner6", "owner7")
ABSTAINING = ("owner8",)


async def polled(city: City, vote: dict[str, Any]) -> None:
    """Five heads agree (one of them with two homes), two are against, one abstains."""
    for choice, voters in (
        ("agree", AGREEING),
        ("against", AGAINST),
        ("abstain", ABSTAINING),
    ):
        for who in voters:
            await casts(city, vote, who, choice)


async def box_of(city: City, vote: dict[str, Any]) -> counting.Box:
    row = await lock_against_ballots(UUID(vote["id"]))
    return await counting.opened(city.world.secrets, row)


async def test_it_is_counted_as_the_law_says(city: City) -> None:
    """R8.1, R8.2: eight of eleven heads took part, five of the eight agree."""
    case = await planned(city)
    vote = await opened(city, case)
    await polled(city, vote)
    after = await counted(city, vote)
    result = after["result"]
    assert after["state"] == "counted" and result["passed"]
    assert result["total"]["heads"] == 11 and result["participating"]["heads"] == 8
    heads = [result[choice]["heads"] for choice in ("agree", "against", "abstain")]
    assert heads == [5, 2, 1]
    assert (result["participating_homes"], result["silent_homes"]) == (9, 3)
    assert result["agree"]["area_cm2"] == 6_160_000
    assert result["reasons"][-1] == "结论：通过" and result["certain_at"] is None
    facts = await facts_of(case)
    assert facts.state is State.VOTED and facts.vote is not None and facts.vote.passed
    kinds = await sql("SELECT kind FROM log_event WHERE subject_id = $1 ORDER BY seq", case.id)
    assert [row["kind"] for row in kinds] == ["VoteOpened", "VoteClosed"]


async def test_it_recounts_from_the_frozen_box(city: City) -> None:
    """R8.5: roll, ballots and record give the figures and roots that were told."""
    vote = await opened(city)
    await polled(city, vote)
    city.clock.advance(minutes=1)
    await casts(city, vote, "co_owner3", "against")
    await casts(city, vote, "owner2", "against")
    after = await counted(city, vote)
    box = await box_of(city, vote)
    again = tally(box.roll, box.casts, box.terms)
    assert again.passed is after["result"]["passed"]
    assert list(again.reasons) == after["result"]["reasons"]
    assert after["result"]["conflict_homes"] == 1
    rows = counting.record_of(box, again)
    vote_row = await lock_against_ballots(UUID(vote["id"]))
    homes, at = box.homes.values(), vote_row["counted_at"]
    assert (
        counting.record(vote_row, homes, box.terms, rows, again, at).root() == after["record_root"]
    )
    assert [row.state for row in rows].count("conflict") == 1
    [conflict] = [row for row in rows if row.state == "conflict"]
    assert len(conflict.also) == 2 and conflict.choice == ""


async def test_every_standing_receipt_is_in_the_record(city: City) -> None:
    """R8.5: also those of co-owners who said the same."""
    vote = await opened(city)
    receipts = set()
    for who in (*AGREEING, "co_owner3"):
        receipts |= {row["receipt"] for row in (await casts(city, vote, who, "agree"))["items"]}
    await counted(city, vote)
    box = await box_of(city, vote)
    rows = counting.record_of(box, tally(box.roll, box.casts, box.terms))
    found = {row.receipt for row in rows if row.receipt} | {r for row in rows for r in row.also}
    assert found == receipts


async def test_nothing_is_counted_before_the_last_ballot_has_settled(city: City) -> None:
    """R8.3: not at the end, not within the minute after it; then once, however often it runs."""
    case = await planned(city)
    vote = await opened(city, case)
    await polled(city, vote)
    await ended(city, vote)
    city.clock.advance(microseconds=-1)
    assert await counting.votes_over(city.clock()) == []
    await city.due()
    assert (await shown(city, vote))["state"] == "open"
    city.clock.advance(microseconds=1)
    [vote_id] = await counting.votes_over(city.clock())
    for _ in range(2):
        await door.enter(
            CLOCK, city.clock(), city.world, lambda ctx: counting.count_vote(ctx, vote_id)
        )
    told = await sql(
        "SELECT 1 FROM log_event WHERE subject_id = $1 AND kind = 'VoteClosed'", case.id
    )
    assert len(told) == 1
    path = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "owner9", path, {"choice": "agree"}) == "409 VoteNotOpen"


async def test_paper_that_nobody_confirmed_in_time_is_left_out(city: City) -> None:
    """R8.3, vote.paper_days: dropped with the reason, the clerks are told."""
    vote = await opened(city)
    row = await one("SELECT id FROM vote_home WHERE vote_id = $1 LIMIT 1", UUID(vote["id"]))
    assert row is not None
    batch = await BallotBatch.create(
        vote_id=UUID(vote["id"]),
        number="XP-1",
        state="draft",
        entered_by=city.roll.accounts["clerk"],
        entered_at=city.clock(),
    )
    await BallotLine.create(
        batch_id=batch.id,
        nth=1,
        vote_home_id=row["id"],
        received_at=city.clock(),
        choice_cipher=b"sealed",
    )
    after = await counted(city, vote)
    assert after["result"]["dropped_papers"] == 1
    await batch.refresh_from_db()
    assert (batch.state, batch.reason) == ("dropped", counting.NOT_CONFIRMED)
    assert await BallotLine.filter(live=True).count() == 0
    told = await sql("SELECT why FROM log_event WHERE subject_id = $1", batch.id)
    assert [row["why"] for row in told] == [counting.NOT_CONFIRMED]


async def test_owners_hear_the_result_in_words(city: City) -> None:
    """R13.1"""
    case = await planned(city)
    vote = await opened(city, case)
    await polled(city, vote)
    await counted(city, vote)
    texts = await messages(city, "owner9", "vote_closed")
    assert texts == [
        "石榴苑1栋的业主表决通过：参与8人、927平方米，其中同意5人、616平方米。"
        "计票过程和可供核对的记录已经公布，凭回执可以核对自己的选票。"
    ]
    clerks = await sql(
        "SELECT title FROM message WHERE kind = 'vote_counted' AND to_id = $1",
        city.roll.accounts["clerk"],
    )
    assert [row["title"] for row in clerks] == ["表决已通过，待发布公示"]


async def messages(city: City, who: str, kind: str) -> list[str]:
    rows = await sql(
        "SELECT text FROM message WHERE kind = $2 AND to_id = $1 ORDER BY created_at",
        city.roll.people[who].person_id,
        kind,
    )
    return [row["text"] for row in rows]


async def test_who_has_not_voted_is_reminded_so_often(city: City) -> None:
    """R13.1, vote.reminders: twice, half-way and a day before the end, in neutral words."""
    vote = await opened(city)
    await casts(city, vote, "owner2", "agree")
    await casts(city, vote, "owner3", "agree")
    assert await messages(city, "owner2", "vote_opened") != []
    await city.due()
    assert await messages(city, "owner4", "vote_waits") == []
    city.clock.advance(days=8)
    await city.due()
    await city.due()
    assert len(await messages(city, "owner4", "vote_waits")) == 1
    await casts(city, vote, "owner4", "against")
    city.clock.advance(days=7)
    await city.due()
    assert len(await messages(city, "owner4", "vote_waits")) == 1
    assert len(await messages(city, "owner5", "vote_waits")) == 2
    for who in ("owner2", "owner3", "co_owner3", "elsewhere", "manager"):
        assert await messages(city, who, "vote_waits") == [], who
    [text, _] = await messages(city, "owner5", "vote_waits")
    assert "由您自行决定" in text and "同意" not in text
    await counted(city, vote)
    assert len(await messages(city, "owner5", "vote_waits")) == 2


async def test_reminders_that_were_missed_are_not_made_up_for(city: City) -> None:
    vote = await opened(city, await planned(city, vote_reminders=5))
    city.clock.advance(days=14, hours=12)
    await city.due()
    assert len(await messages(city, "owner5", "vote_waits")) == 1
    quiet = await opened(city, await planned(city, vote_reminders=0))
    city.clock.advance(days=14, hours=20)
    await city.due()
    rows = await sql("SELECT reminded FROM vote WHERE id = $1", UUID(quiet["id"]))
    assert rows[0]["reminded"] == 0
    assert (await shown(city, vote))["state"] == "counted"


@pytest.mark.parametrize("days", [1, 2, 15])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_reminders_are_spread_over_the_period(days: int, times: int) -> None:
    from tests.world import START

    end = START + timedelta(days=days)
    found = counting_moments(START, end, times)
    assert len(found) == times and found == sorted(set(found))
    assert all(START < moment < end for moment in found)
    gaps = {after - before for before, after in pairwise(found)}
    assert max(gaps, default=timedelta()) - min(gaps, default=timedelta()) <= timedelta(seconds=1)


def counting_moments(begin: Any, end: Any, times: int) -> list[Any]:
    from handlers.votes.reminding import moments

    return moments(begin, end, times)


async def test_a_ballot_that_was_altered_is_not_counted(city: City) -> None:
    """R8.5: a choice that is not the one of its receipt stops the count."""
    vote = await opened(city)
    await casts(city, vote, "owner2", "agree")
    (ballot,) = await sql("SELECT id FROM ballot")
    other = city.vault.encrypt("against", BALLOT_CHOICE.of(ballot["id"]))
    await sql("UPDATE ballot SET choice_cipher = $1", other)
    await ended(city, vote)
    with pytest.raises(ValueError, match="选票与回执不符"):
        await box_of(city, vote)
    await city.due()
    assert (await shown(city, vote))["state"] == "open"


async def test_a_split_owner_and_the_silent_are_counted_by_the_terms(city: City) -> None:
    """R8.2, R8.4: the head takes part for neither side; areas as cast."""
    vote = await opened(city)
    homes = [str(home) for home in city.roll.people["owner1"].homes]
    await casts(city, vote, "owner1", "agree", home_ids=homes[:1])
    await casts(city, vote, "owner1", "against", home_ids=homes[1:])
    await polled_rest(city, vote)
    result = (await counted(city, vote))["result"]
    assert result["split_heads"] == 1
    assert (result["agree"]["heads"], result["participating"]["heads"]) == (9, 10)
    assert result["certain_at"].endswith("+08:00"), "told after the close alone"
    told = {}
    for who in ("clerk", "owner2", "manager", "committee", "insurer", "street", "bureau"):
        told[who] = (await shown(city, vote, who))["result"]["certain_at"]
    # Who saw a neighbour vote at that moment would know how. R8.5
    assert {who for who, at in told.items() if at} == {"clerk"}


async def polled_rest(city: City, vote: dict[str, Any]) -> None:
    for number in range(2, 11):
        await casts(city, vote, f"owner{number}", "agree")


async def test_terms_are_those_of_the_opening(city: City) -> None:
    """Section 14: frozen with the roll, shown with the vote."""
    vote = await opened(city, await planned(city, vote_participation=">=1/2"))
    assert vote["participation_needed"] == ">=1/2"
    assert vote["parameters"]["vote.participation"] == ">=1/2"
    assert set(vote["parameters"]) >= {"vote.use", "vote.split_owner", "publish.min_group"}
    kept = await sql("SELECT parameters::text AS p FROM vote")
    assert msgspec.json.decode(kept[0]["p"]) == vote["parameters"]
    _, told = await see(city, "owner2", f"/votes/{vote['id']}")
    assert told["parameters"] == vote["parameters"]
