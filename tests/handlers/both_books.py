"""The city over HTTP and its double in memory: founded alike, the clock moved for both."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Self
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from models.roll import Building, Community, Home, Scope, Unit
from rules.days import BEIJING
from rules.ledger import AccountKind, JournalKind, Part, opening
from server import worker
from tests.handlers.objecting import done
from tests.rules.centre import (
    AREAS,
    BEFORE,
    CHANGED_ON,
    DUE,
    EARNED,
    FUND,
    HOMES,
    INTEREST,
    POOLED,
    RATES,
    SUSPENSE,
    TERM,
    UNITS,
    Centre,
)
from tests.rules.centre_years import Kept, check_sums
from tests.rules.memory import ref
from tests.world import City

HOME_FEN, POOL_FEN = 400_000, 70_000


class Both:
    """The city and its double in memory, and an act on both at once."""

    def __init__(self, city: City, seed: int) -> None:
        self.city, self.random = city, Random(seed)
        self.centre = Centre.begun(HOME_FEN, POOL_FEN)
        self.centre.today = date(2024, 7, 1)
        self.years: list[Kept] = []
        self.deposits: dict[int, str] = {}
        self.advices: dict[int, str] = {}
        self.seen: Counter[str] = Counter()
        self.numbered = 0

    @classmethod
    async def begun(cls, city: City, seed: int) -> Self:
        """Homes, pools and the bank account, with the openings of the double."""
        both = cls(city, seed)
        both.tick()
        community = await Community.create(code="M", name="对照小区")
        for building, units in UNITS.items():
            kept = "building" if building == 1 else "unit"
            row = await Building.create(
                community_id=community.id, code=f"M{building}", name="1栋", kept_per=kept
            )
            for scope in (building, *units):
                kind = "building" if scope == building else "unit"
                await Scope.create(
                    id=ref(scope), building_id=row.id, code=f"M{scope}", name=f"M{scope}", kind=kind
                )
            for unit in units:
                await Unit.create(
                    id=ref(unit),
                    building_id=row.id,
                    scope_id=ref(both.centre.scope_of[unit]),
                    code=f"M{unit}",
                    name=f"{unit}",
                )
        for home, unit in HOMES.items():
            await Home.create(
                id=ref(home),
                unit_id=ref(unit),
                code=f"M{home}",
                room=f"{home}",
                area_cm2=AREAS[home],
                area_source="registered",
                registered_cm2=AREAS[home],
            )
        await both.open()
        for tenor, (_, rate) in RATES.items():
            body = {"tenor": tenor, "since_on": str(CHANGED_ON), "rate_e4": rate, "source": "示例"}
            made = await done(city, "clerk", "/benchmark-rates", body)
            await done(city, "clerk2", f"/benchmark-rates/{made['id']}/confirmation")
        return both

    async def open(self) -> None:
        """The openings, and the account at the bank in which they lie. R3.6."""
        now, city = self.city.clock(), self.city
        async with in_transaction():
            bank = await ledger.ensure_account(AccountKind.BANK, None, "专户", now)
            sides = ((FUND, HOMES, HOME_FEN), (POOLED, self.centre.scopes(), POOL_FEN))
            for kind, owners, fen in sides:
                owed = {key: fen + key if kind is FUND else fen for key in owners}
                made = await ledger.ensure_accounts(kind, [(ref(key), "") for key in owed], now)
                parts = [Part(made[ref(key)], owed[key]) for key in owed]
                why = JournalKind.OPENING_PRINCIPAL if kind is FUND else JournalKind.OPENING_INCOME
                await ledger.post(opening(why, bank, parts, BEFORE, f"both:{kind}"), now, "test")
        body = {"bank": "示例银行", "number": "999900001", "holder": "专户", "main": True}
        self.custody = str((await done(city, "finance", "/bank-accounts", body))["id"])
        row = await BankAccount.get(id=UUID(self.custody))
        # What lies there for the rest of the city.
        found = (await ledger.account_of(row.account_id)).balance_fen
        self.more_fen = found - self.centre.books.accounts[self.centre.bank].balance_fen

    def tick(self) -> None:
        """The city's clock stands on the double's day, an hour later with every act."""
        self.numbered += 1
        at = datetime.combine(self.centre.today, time(9), BEIJING)
        self.city.clock.at = at + timedelta(seconds=self.numbered % 30_000)

    async def two(self, path: str, body: Any, confirm: str, who: str = "finance") -> Any:
        """Entered by one, confirmed by another."""
        self.tick()
        made = await done(self.city, who, path, body)
        key = made.get("id") or made.get("voucher_id") or made.get("switch_id")
        await done(self.city, "finance2", confirm.format(key))
        return made

    async def works(self) -> None:
        while await worker.settle(self.city.world):
            pass

    async def agree(self) -> None:
        """Every account has what its double has; the books are sound on both sides. R3.2."""
        self.centre.books.check()
        check_sums(self.centre, self.years)
        rows = await sql("SELECT kind, owner_ref, balance_fen, held_fen FROM ledger_account")
        found = {(row["kind"], row["owner_ref"]): row for row in rows}
        for one in self.centre.books.accounts.values():
            if one.kind in (FUND, INTEREST, POOLED, DUE, EARNED, SUSPENSE):
                row = found.get((one.kind, one.owner_ref), {"balance_fen": 0, "held_fen": 0})
                both = (row["balance_fen"], row["held_fen"])
                assert both == (one.balance_fen, one.held_fen), one.code
        lying = sum(row["balance_fen"] for row in rows if row["kind"] == TERM)
        assert lying == self.centre.books.sum_of(TERM)
        bank = found[(AccountKind.BANK, None)]["balance_fen"] - self.more_fen
        assert bank == self.centre.books.accounts[self.centre.bank].balance_fen
