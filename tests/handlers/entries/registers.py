"""An insurer admitted, and a day of the calendar."""

from uuid import uuid4

from tests.handlers.entries import Waiting
from tests.handlers.objecting import done
from tests.handlers.people.test_panel import NEW
from tests.world import City


async def admission(city: City) -> Waiting:
    """By the administrator; finance looks at it."""
    sent = NEW | {"code": f"N-{uuid4().hex[:8]}"}
    made = await done(city, "administrator", "/insurers", sent)
    return Waiting(f"/insurer-admissions/{made['id']}", "administrator", "finance")


async def payee(city: City) -> Waiting:
    """A new account of the insurer's, by finance."""
    sent = {"bank": "示例银行", "bank_account": "6222-0000-1111", "source": "来函3号"}
    where = f"/insurers/{city.roll.insurer}/payee-accounts"
    made = await done(city, "finance", where, sent)
    return Waiting(f"/payee-accounts/{made['id']}", "finance", "reviewer")


async def day(city: City) -> Waiting:
    """A day off."""
    sent = {"day": "2025-10-20", "working": False, "source": "州政府通知"}
    made = await done(city, "administrator", "/calendar/days", sent)
    return Waiting(f"/calendar/changes/{made['id']}", "administrator", "reviewer")


async def witness(city: City) -> Waiting:
    """A street office that keeps heads of the log."""
    sent = {"witness_name": "街道办", "public_key": "0a" * 32}
    sent["account_id"] = str(city.roll.accounts["street"])
    made = await done(city, "administrator", "/log/witnesses", sent)
    return Waiting(f"/log/witness-changes/{made['id']}", "administrator", "reviewer")


SCENES = {
    "insurer_admission": admission,
    "payee_account": payee,
    "calendar_change": day,
    "witness_change": witness,
}
