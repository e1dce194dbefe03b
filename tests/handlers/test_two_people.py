"""Whatever takes two people beside the entries, tried by one: with the own account, with another
account of the same employee, as handler, with an account that was reset. R1.1, R1.2."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from handlers.entries import ENTRIES
from models.base import one, sql
from models.people.accounts import Account
from models.two_people import PAIRS
from rules.cases import State
from server.operations import TABLE
from server.two_people import seconds
from tests.employees import other_account, refused_by_the_database
from tests.handlers.collecting.desk import POOR, Desk
from tests.handlers.deposits import test_rounds
from tests.handlers.deposits.test_taking import D1, D6, imported
from tests.handlers.entries import registers
from tests.handlers.income.test_years import HALF, preview
from tests.handlers.income.town import Town
from tests.handlers.objecting import done, noticed, objects
from tests.handlers.test_notices import board_of, upload
from tests.handlers.test_paper_objections import paper_by
from tests.handlers.votes.paperwork import issued
from tests.handlers.votes.test_batches import PILE, again, entered
from tests.journey import Journey
from tests.journey import photo as snapshot
from tests.world import City

WHY = {"reason": "材料不符"}


@dataclass(frozen=True)
class Act:
    """Where it is done with which body, who came first, and who may be the second person."""

    path: str
    first: str
    second: str
    body: Any = None


async def payout(city: City) -> Act:
    trip = await Journey.at(city, "prepared")
    return Act(f"/cases/{trip.id}/payout/approval", "finance", "finance2")


async def receipts(city: City) -> Act:
    desk = await Desk.opened(city)
    made = await desk.trip.do("finance", "/receipts", desk.receipt(POOR, 100))
    told = {"receipt_ids": [made["receipt_id"]]}
    return Act(f"/cases/{desk.trip.id}/receipts/confirmation", "finance", "finance2", told)


async def taking_over(city: City) -> Act:
    await imported(city, D1, D6)
    await done(city, "finance", "/deposits/taking-over")
    return Act("/deposits/taking-over/confirmation", "finance", "finance2")


async def award(city: City) -> Act:
    path, offers = await test_rounds.closed(city)
    await done(city, "finance", f"{path}/award", {"offer_id": offers["乙银行"]})
    return Act(f"{path}/decision", "finance", "reviewer", {"approve": True})


async def year(city: City) -> Act:
    town = await Town.of(city.roll, city.clock())
    for home in town.homes:
        await town.pays_in(home, None, 1_000_000)
    await town.gains(*HALF, 150_000, 45_000)
    city.clock.advance(minutes=1)
    await preview(city)
    await city.due()
    return Act("/accounting-years/2024/closing", "finance", "finance2")


async def ballots(city: City) -> Act:
    vote = await issued(city)
    made = await entered(city, vote, PILE, city.clock())
    return Act(f"/ballot-batches/{made['id']}/confirmation", "clerk", "clerk2", again(PILE))


async def paper(city: City) -> str:
    case = await noticed(city)
    path = f"/cases/{case.id}/paper-objections"
    made = await done(city, "clerk2", path, await paper_by(city, "clerk2"))
    return f"/paper-objections/{made['objection_id']}"


async def paper_confirmed(city: City) -> Act:
    return Act(f"{await paper(city)}/confirmation", "clerk2", "reviewer")


async def paper_dropped(city: City) -> Act:
    return Act(f"{await paper(city)}/dropping", "clerk2", "reviewer", WHY)


async def paper_dropped_by_the_handler(city: City) -> Act:
    return Act(f"{await paper(city)}/dropping", "clerk", "reviewer", WHY)


async def objection(city: City) -> str:
    """Of a case that the finance account handles, which the walk makes a reviewer."""
    handled = await noticed(city, State.NOTICED, handler_id=str(city.roll.accounts["finance"]))
    made = await objects(city, handled, "owner5")
    return f"/objections/{made['objection_id']}"


async def dismissed_by_the_handler(city: City) -> Act:
    return Act(f"{await objection(city)}/dismissal", "finance", "reviewer", WHY)


async def upheld_by_the_handler(city: City) -> Act:
    body = {"then": "end", "reason": "成立"}
    return Act(f"{await objection(city)}/upholding", "finance", "reviewer", body)


async def held(city: City) -> Act:
    case = await noticed(city, handler_id=str(city.roll.accounts["finance"]))
    await done(city, "clerk2", f"/cases/{case.id}/hold", WHY)
    return Act(f"/cases/{case.id}/hold/release", "clerk2", "reviewer", WHY)


async def photo(city: City) -> Act:
    """A lobby's, sent by a clerk, in which no code can be read."""
    trip = await Journey.at(city, "posting")
    first, _ = (await board_of(city, trip))["items"]
    _, sent = await upload(city, f"/lobbies/{first['token']}/evidence", snapshot(5), "clerk2")
    path = f"/cases/{trip.id}/lobbies/{first['unit_id']}/acceptance"
    return Act(path, "clerk2", "reviewer", {"evidence_id": sent["evidence"]["id"]})


async def payee(city: City) -> Act:
    """Of the insurer's own; whoever entered it at the Centre gets the insurer's account, too."""
    waiting = await registers.payee(city)
    await done(city, waiting.second, f"{waiting.path}/confirmation")
    first = city.roll.accounts[waiting.author]
    await sql("UPDATE account SET insurer_id = $2 WHERE id = $1", first, city.roll.insurer)
    return Act(f"{waiting.path}/answer", waiting.author, "insurer", {"agrees": True})


ACTS: dict[str, tuple[Callable[[City], Awaitable[Act]], ...]] = {
    "accept_lobby": (photo,),
    "answer_payee_account": (payee,),
    "approve_payout": (payout,),
    "confirm_receipts": (receipts,),
    "confirm_deposits_taking_over": (taking_over,),
    "decide_placement_award": (award,),
    "close_accounting_year": (year,),
    "confirm_ballot_batch": (ballots,),
    "confirm_paper_objection": (paper_confirmed,),
    "drop_paper_objection": (paper_dropped, paper_dropped_by_the_handler),
    "dismiss_objection": (dismissed_by_the_handler,),
    "release_case": (held,),
    "uphold_objection": (upheld_by_the_handler,),
}


TABLES = {
    "accept_lobby": "evidence",
    "approve_payout": "payout",
    "close_accounting_year": "accounting_year",
    "confirm_ballot_batch": "ballot_batch",
    "confirm_paper_objection": "objection",
    "decide_placement_award": "placement_round",
}
"""Of the acts whose table is no entry's, where the database is asked, too."""


def test_every_act_of_two_people_is_tried() -> None:
    """Entries by their own walk, all others here; docs/two-people.md lists them."""
    entries = {f"confirm_{kind.name}" for kind in ENTRIES}
    assert {op.name for op in seconds()} == entries | ACTS.keys()


@pytest.mark.parametrize(
    ("name", "scene"),
    [(name, scene) for name, scenes in ACTS.items() for scene in scenes],
    ids=lambda one: getattr(one, "__name__", one),
)
async def test_one_alone_does_nothing(
    city: City, name: str, scene: Callable[[City], Awaitable[Act]]
) -> None:
    [op] = [row for row in TABLE if row.name == name]
    act = await scene(city)
    first, second = city.roll.accounts[act.first], city.roll.accounts[act.second]
    await sql("UPDATE account SET roles = $2 WHERE id = $1", first, ",".join(sorted(op.who)))
    for token in (
        await city.staff(act.first),
        await other_account(city, act.first, op.who),
    ):
        _, said = await city.call("POST", act.path, token, act.body)
        assert said["code"] == "SamePerson"
    if table := TABLES.get(name):
        await refused_by_the_database(city, act.first, table, f"{PAIRS[table][0][0]} = $1")
    token = await city.staff(act.second)
    waiting = Account.filter(id=second)
    await waiting.update(confirms_from=city.clock() + timedelta(seconds=1))
    _, said = await city.call("POST", act.path, token, act.body)
    assert said["code"] == "AccountWaits"
    await waiting.update(confirms_from=city.clock())
    before = await one("SELECT count(*) AS n FROM log_event")
    status, said = await city.call("POST", act.path, token, act.body)
    after = await one("SELECT count(*) AS n FROM log_event")
    assert status == 200, said
    assert before is not None and after is not None and after["n"] > before["n"]
