"""A voucher."""

from models.base import sql
from tests.handlers.entries import Waiting
from tests.handlers.test_vouchers import Desk
from tests.world import City


async def voucher(city: City) -> Waiting:
    """A transfer between two bank accounts."""
    banks = [row["id"] for row in await sql("SELECT id FROM bank_account ORDER BY number")]
    desk = Desk(city, *banks) if banks else await Desk.at(city)
    entered = await desk.done("finance", "/transfers", desk.transfer())
    return Waiting(f"/ledger/vouchers/{entered['voucher_id']}", "finance", "finance2")


SCENES = {"voucher": voucher}
