"""Words for tests of special accounts: who holds one, what comes into it, what it shows."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from msgspec.structs import replace as with_
from tortoise.transactions import in_transaction

from models import ledger, shares
from models.base import sql
from models.cases import Case
from models.deposits import BankAccount
from models.premiums import Transition, follow
from rules.cases import State
from rules.collecting import received
from rules.ledger import AccountKind
from rules.money import split
from tests.handlers.objecting import done, see
from tests.journey import PREMIUMS, Journey
from tests.world import City

BODY = "示例商业运营有限公司"


async def owner_appointed(city: City, who: str, body: str = BODY) -> None:
    """This person shows papers of the whole building, and two at the Centre approve them."""
    today = city.clock().date()
    asked = {
        "community_id": str(city.roll.here.community),
        "role": "independent",
        "name": "张三",
        "body_name": body,
        "file_id": await city.paper(who),
        "from_on": today.isoformat(),
        "to_on": (today + timedelta(days=1500)).isoformat(),
    }
    made = await done(city, who, "/appointments", asked)
    path = f"/appointments/{made['id']}/decision"
    await done(city, "clerk", path, {"approve": True, "reason": "产权证明齐全"})
    await done(city, "reviewer", f"/appointments/{made['id']}/confirmation")


async def banked(city: City, number: str = "9000-0077") -> UUID:
    """An account of ours at the bank that owners pay into."""
    now = city.clock()
    async with in_transaction():
        account = await ledger.ensure_account(AccountKind.BANK, uuid4(), "归集户", now)
    row = await BankAccount.create(
        bank="示例银行", number=number, title="归集户", account_id=account, created_at=now
    )
    return row.id


def holder(name: str = BODY) -> dict[str, Any]:
    """Whose special account it is, and where refunds go."""
    return {"holder": name, "refund_bank": "示例银行", "refund_account": "6200000087654321"}


async def deposited(
    trip: Journey, custody: UUID, amount: int, voucher: str, home_id: UUID | None = None
) -> None:
    """A deposit entered by one and confirmed by another; the case as it is then."""
    entry: dict[str, Any] = {
        "amount_fen": amount,
        "method": "transfer",
        "custody_id": str(custody),
        "effective_on": trip.city.clock().date().isoformat(),
        "voucher": voucher,
    }
    if home_id is not None:
        entry["home_id"] = str(home_id)
    made = await trip.do("finance", "/receipts", entry)
    await trip.do("finance2", "/receipts/confirmation", {"receipt_ids": [made["receipt_id"]]})
    await trip.look()


async def special(trip: Journey, who: str = "finance") -> dict[str, Any]:
    """The case's special account as this one sees it."""
    path = f"/special-accounts/{trip.body['special_account_id']}"
    status, answer = await see(trip.city, who, path)
    assert status == 200, answer
    found: dict[str, Any] = answer
    return found


async def insured(
    city: City, who: str, custody: UUID | None = None, elevators: list[UUID] | None = None
) -> Journey:
    """A sole owner's first year, paid out of a special account of three years' premium."""
    lifts = elevators or city.roll.here.elevators
    trip = await Journey.applied(
        city,
        who,
        flow="independent",
        applicant="independent",
        elevator_ids=[str(one) for one in lifts],
    )
    await trip.accept()
    await planned(trip, dict(zip(lifts, PREMIUMS, strict=False)))
    await trip.do("clerk", "/special-account", holder())
    needed = trip.body["collection"]["needed_fen"]
    await deposited(trip, custody or await banked(city), needed, "P-1")
    await trip.contract(amount_fen=trip.body["money"]["premium_fen"])
    await trip.payout()
    await trip.prepare()
    await trip.approve()
    await trip.issue()
    return trip


async def planned(trip: Journey, premiums: dict[UUID, int]) -> None:
    """The insurer's plan, by elevator in fen."""
    told = [
        {"elevator_id": str(one), "premium_fen": fen, "limit_fen": 5_000_000}
        for one, fen in premiums.items()
    ]
    await trip.do("insurer", "/plan", {"survey": "正常", "cover": "故障维修", "elevators": told})


async def added(city: City, elevator: UUID) -> Journey:
    """An added elevator's case with its plan."""
    trip = await Journey.applied(city, flow="added", elevator_ids=[str(elevator)])
    await trip.sign()
    await trip.accept()
    await planned(trip, {elevator: 120_000})
    return trip


async def agreed(trip: Journey, homes: int) -> None:
    """So many homes share the plan alike, as a carried vote would leave it."""
    case = await Case.find(UUID(trip.id))
    proposal = await shares.proposal_of(case.id, case.version)
    assert proposal is not None
    chosen = sorted(trip.city.roll.here.homes.values())[:homes]
    parts = split(proposal["total_fen"], dict.fromkeys(chosen, 1))
    told = [{"home_id": str(home), "amount_fen": fen} for home, fen in parts.items()]
    await trip.do("owner1", "/shares", {"method": "custom", "homes": told})
    voting = with_(case.facts(), state=State.VOTING)
    async with in_transaction():
        voted = with_(voting, state=State.VOTED)
        await case.become(voted)
        await follow(Transition(case, voting, voted, None, "test", trip.city.clock()))
    await trip.look()


async def owed(trip: Journey) -> dict[UUID, int]:
    """What each home owes by the version of the plan that is in force."""
    rows = await sql(
        "SELECT home_id, owed_fen FROM case_share WHERE case_id = $1 AND version = $2",
        UUID(trip.id),
        trip.body["version"],
    )
    return {row["home_id"]: row["owed_fen"] for row in rows}


async def paid_straight(city: City, account: str, fen: int = 1_000_000) -> None:
    """So much came into the account for no case: enough for a year."""
    async with in_transaction():
        there = await ledger.account_for(AccountKind.SPECIAL, UUID(account))
        on = city.clock().date()
        journal = received(city.roll.bank, there.id, fen, on, "test:special", "", uuid4())
        await ledger.post(replace(journal, case_id=None), city.clock(), "test")
