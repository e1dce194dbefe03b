"""Special accounts, shares of added elevators, policies bought directly: who is let in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from models.base import one, sql
from rules.collecting import received
from rules.ledger import AccountKind
from tests.access.row import CENTRE, REASON, Row
from tests.handlers.special.words import banked, holder, owner_appointed
from tests.journey import Journey
from tests.small_roll import Planter
from tests.world import City

THERE = "elsewhere other_manager"
SEES = f"{THERE} insurer other_street {CENTRE}"
CLERKS = "clerk clerk2"


def _refund(scene: Any) -> dict[str, Any]:
    return {
        "amount_fen": 100,
        "custody_id": scene.ids["special_custody_id"],
        "effective_on": scene.city.clock().date().isoformat(),
        "voucher": "TK-1",
        "reason": "电梯报废",
        "file_id": scene.paper(),
    }


ADDED = {"case_id": "added_case_id"}
ACCOUNT = {"special_account_id": "special_id"}

AFTER = ("income",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /cases/{case_id}/special-account": Row(
        CLERKS, "free", body=lambda _: holder(), ids={"case_id": "independent_case_id"}
    ),
    "POST /cases/{case_id}/shares": Row(
        f"other_manager {CLERKS}", "free", body={"method": "equal"}, ids=ADDED
    ),
    "GET /cases/{case_id}/share-proposal": Row(SEES, "free", ids=ADDED),
    "POST /cases/{case_id}/recording": Row(CLERKS, "free", ids={"case_id": "direct_case_id"}),
    "GET /special-accounts": Row(
        f"owner1 owner2 owner5 committee manager {THERE} {CENTRE}",
        "free",
        finds=f"{THERE} {CENTRE}",
        thing="special_id",
    ),
    "GET /special-accounts/{special_account_id}": Row(f"{THERE} {CENTRE}", "free", ids=ACCOUNT),
    "GET /special-accounts/{special_account_id}/statement": Row(
        f"{THERE} {CENTRE}", "free", ids=ACCOUNT
    ),
    "GET /special-accounts/{special_account_id}/refunds": Row(
        f"{THERE} {CENTRE}",
        "free",
        ids=ACCOUNT,
        finds=f"{THERE} {CENTRE}",
        thing="special_refund_id",
    ),
    "POST /special-accounts/{special_account_id}/refunds": Row(
        "finance finance2", "free", body=_refund, ids=ACCOUNT
    ),
    # Entered by the first of finance: somebody else confirms it.
    "POST /special-refunds/{refund_id}/confirmation": Row(
        "reviewer finance2", "free", ids={"refund_id": "special_refund_id"}
    ),
    "POST /special-refunds/{refund_id}/dropping": Row(
        "reviewer finance finance2", "free", body=REASON, ids={"refund_id": "special_refund_id"}
    ),
}


async def ids(city: City) -> dict[str, Any]:
    """Elsewhere: a sole owner's plan, an added elevator scrapped with money left, and a policy."""
    await owner_appointed_there(city)
    lifts = [city.roll.there.elevators[0], *(await elevators(city))]
    independent = await planned(
        city, "elsewhere", lifts[0], flow="independent", applicant="independent"
    )
    paper = await city.paper("other_manager")
    manager = {"applicant": "manager", "authorisation_file_id": paper}
    added = await planned(city, "other_manager", lifts[1], flow="added", **manager)
    await added.do("clerk", "/special-account", holder("别处小区业主"))
    custody = await paid_in(city, added)
    await sql("UPDATE elevator SET condemned = true WHERE id = $1", lifts[1])
    found = {
        "special_custody_id": custody,
        "special_id": added.body["special_account_id"],
        "added_case_id": added.id,
        "independent_case_id": independent.id,
        "direct_case_id": await directly(city, lifts[2], paper),
    }
    path = f"/special-accounts/{found['special_id']}/refunds"
    entry = {
        "amount_fen": 100,
        "custody_id": custody,
        "effective_on": city.clock().date().isoformat(),
        "voucher": "TK-0",
        "reason": "电梯报废",
        "file_id": await city.paper("finance"),
    }
    made = await city.must("POST", path, await city.staff("finance"), entry)
    return found | {"special_refund_id": made["id"]}


async def owner_appointed_there(city: City) -> None:
    here = city.roll.here
    city.roll.here = city.roll.there
    await owner_appointed(city, "elsewhere")
    city.roll.here = here


async def elevators(city: City) -> list[Any]:
    """Two more elevators of the other community."""
    there, planter = city.roll.there, Planter(city.vault, city.clock())
    return [
        await planter.elevator(there.building, there.units[0], f"BC-T{number}") for number in (2, 3)
    ]


async def planned(city: City, who: str, lift: Any, **more: Any) -> Journey:
    """A case there whose plan was filed."""
    place = {"scope_id": str(city.roll.there.scope), "elevator_ids": [str(lift)]}
    trip = await Journey.applied(city, who, **place, **more)
    await trip.accept()
    told = [{"elevator_id": str(lift), "premium_fen": 120_000, "limit_fen": 5_000_000}]
    await trip.do("insurer", "/plan", {"survey": "正常", "cover": "故障维修", "elevators": told})
    return trip


async def paid_in(city: City, trip: Journey) -> str:
    """A thousand yuan in the account; the bank account it came to."""
    custody = await banked(city)
    row = await one("SELECT account_id FROM bank_account WHERE id = $1", custody)
    assert row is not None
    async with in_transaction():
        special = await ledger.account_for(
            AccountKind.SPECIAL, UUID(str(trip.body["special_account_id"]))
        )
        on = city.clock().date()
        journal = received(
            row["account_id"], special.id, 100_000, on, "access:special", "", UUID(trip.id)
        )
        await ledger.post(journal, city.clock(), "access")
    return str(custody)


async def directly(city: City, lift: Any, paper: str) -> str:
    """A policy bought directly, not yet recorded."""
    today = city.clock().date()
    policy = {
        "number": "ZT-1",
        "from_on": today.isoformat(),
        "to_on": (today + timedelta(days=364)).isoformat(),
        "amount_fen": 1_000,
        "elevators": [{"elevator_id": str(lift), "premium_fen": 1_000}],
        "file_ids": [paper],
    }
    trip = await Journey.applied(
        city,
        "other_manager",
        scope_id=str(city.roll.there.scope),
        elevator_ids=[str(lift)],
        flow="direct",
        applicant="manager",
        policy=policy,
    )
    return trip.id
