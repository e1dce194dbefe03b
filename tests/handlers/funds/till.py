"""Household money of the small roll over HTTP: entering, confirming, looking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from tests.world import City

_vouchers = count(1)


@dataclass
class Till:
    """The city's bank account and the acts on batches; every request has to succeed."""

    city: City
    custody: UUID

    @classmethod
    async def opened(cls, city: City) -> "Till":
        """The bank's account in which the small roll's money lies."""
        row = await BankAccount.create(
            bank="示例银行",
            number="9000-0001",
            title="维修资金专户",
            account_id=city.roll.bank,
            created_at=city.clock(),
        )
        return cls(city, row.id)

    def home(self, room: str) -> UUID:
        """The home's id, as `1-101`."""
        return self.city.roll.here.homes[room]

    def entry(self, kind: str, sums: Mapping[str, int], **more: Any) -> dict[str, Any]:
        """The body of an entry: sums in fen by home."""
        on = self.city.clock().date()
        return {
            "kind": kind,
            "custody_id": str(self.custody),
            "effective_on": on.isoformat(),
            "voucher": f"V{next(_vouchers):06d}",
            "lines": [
                {"home_id": str(self.home(room)), "amount_fen": fen} for room, fen in sums.items()
            ],
        } | more

    async def enter(self, kind: str, sums: Mapping[str, int], **more: Any) -> Any:
        """A batch entered by the clerk."""
        body = self.entry(kind, sums, **more)
        return await self.city.must("POST", "/fund-batches", await self.city.staff("clerk"), body)

    async def confirm(self, batch: Mapping[str, Any], who: str = "finance") -> Any:
        path = f"/fund-batches/{batch['id']}/confirmation"
        return await self.city.must("POST", path, await self.city.staff(who))

    async def post(self, kind: str, sums: Mapping[str, int], **more: Any) -> Any:
        """A batch entered and confirmed."""
        return await self.confirm(await self.enter(kind, sums, **more))

    async def refused(self, path: str, who: str, body: Any = None) -> tuple[int, Any]:
        """The status and the code of a request that is refused."""
        status, answer = await self.city.call("POST", path, await self.city.staff(who), body)
        assert status >= 400, answer
        return status, answer["code"]

    async def fund(self, room: str, who: str = "clerk") -> Any:
        """The home's fund as somebody sees it."""
        staff = who in self.city.roll.accounts
        token = await (self.city.staff(who) if staff else self.city.login(who))
        return await self.city.must("GET", f"/homes/{self.home(room)}/fund", token)

    async def interest(self, room: str, fen: int) -> None:
        """The home gets interest, as a year's closing gives it."""
        now = self.city.clock()
        async with in_transaction():
            account = await ledger.ensure_account(
                AccountKind.HOUSEHOLD_INTEREST, self.home(room), room, now
            )
            lines = (Posting(self.city.roll.bank, fen), Posting(account, -fen))
            entry = Journal(JournalKind.INTEREST, lines, now.date(), f"interest:{uuid4()}")
            await ledger.post(entry, now, "test")

    async def balances(self, *rooms: str) -> list[int]:
        """Principal and interest of each home together."""
        return [(await self.fund(room))["balance_fen"] for room in rooms]

    async def shut(self, year: int) -> None:
        """The year's closing was confirmed."""
        await sql(
            "INSERT INTO accounting_year (year, state, asked_by, asked_at, frozen_at, step, done,"
            " total, failure, figures) VALUES ($1, 'closing', $2, $3, $3, '', 0, 0, '', '{}')",
            year,
            uuid4(),
            self.city.clock(),
        )

    async def told(self, kind: str) -> list[UUID]:
        """To whom a kind of message went."""
        rows = await sql("SELECT to_id FROM message WHERE kind = $1 ORDER BY to_id", kind)
        return [row["to_id"] for row in rows]


async def true_books() -> bool:
    """The books balance and are what a replay of them gives. R3.2."""
    return not await ledger.replay_differences() and not await ledger.unbalanced_journals()


def yesterday(now: datetime) -> date:
    """The day before."""
    return now.date() - timedelta(days=1)
