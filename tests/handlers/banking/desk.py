"""A finance desk with one bank account: files sent, entries posted, matches and certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from sandbox.bank_paper import Exported, Moved, commercial_xlsx, rural_csv
from tests.world import City

MARCH = date(2025, 3, 1), date(2025, 3, 31)
OPENING = 1_000_000


def on(day: int, month: int = 3) -> date:
    return date(2025, month, day)


MOVES = [
    Moved(on(3), 50_000, "缴维修资金", "业主甲", "JK0301", time(9, 0)),
    Moved(on(3), 50_000, "缴维修资金", "业主乙", "JK0302", time(9, 5)),
    Moved(on(10), -30_000, "电梯保险费", "示例保险", "BX0310", time(15, 0)),
    Moved(on(20), 777, "不明来款", "业主丙", "", time(11, 0)),
    Moved(on(31), 1_234, "结息", "", "LX0331", time(23, 0)),
]


@dataclass
class Desk:
    """The account as finance works on it; `post` writes into the books directly."""

    city: City
    bank_account: UUID
    account: UUID
    suspense: UUID

    @property
    def path(self) -> str:
        return f"/bank-accounts/{self.bank_account}"

    async def call(
        self, method: str, path: str, body: Any = None, who: str = "finance", **more: Any
    ) -> tuple[int, Any]:
        return await self.city.call(method, path, await self.city.staff(who), body, **more)

    async def must(self, method: str, path: str, body: Any = None, who: str = "finance") -> Any:
        status, answer = await self.call(method, path, body, who)
        assert status < 400, (method, path, status, answer)
        return answer

    async def refused(
        self, code: str, method: str, path: str, body: Any = None, who: str = "finance"
    ) -> Any:
        status, answer = await self.call(method, path, body, who)
        assert status >= 400 and answer["code"] == code, (method, path, status, answer)
        return answer

    async def send(self, name: str, content: bytes) -> tuple[int, Any]:
        kind = "text/csv" if name.endswith("csv") else "application/octet-stream"
        files = {"file": (name, content, kind)}
        return await self.call("POST", f"{self.path}/statements", files=files)

    async def uploaded(self, asked: Exported, name: str = "a.xlsx") -> Any:
        content = rural_csv(asked) if name.endswith("csv") else commercial_xlsx(asked)
        status, view = await self.send(name, content)
        assert status == 201, view
        return view

    async def mapped(self, view: Any, **told: Any) -> Any:
        """As it was proposed."""
        body = {"layout": {k: v for k, v in view["layout"].items()}, **told}
        return await self.must("PUT", f"/bank-statements/{view['id']}/mapping", body)

    async def taken(
        self, asked: Exported, name: str = "a.xlsx", accept_gap: bool = False, **told: Any
    ) -> Any:
        ends = {"from_on": str(asked.from_on), "to_on": str(asked.to_on)} | told
        view = await self.mapped(await self.uploaded(asked, name), **ends)
        assert view["state"] == "ready", view
        body = {"accept_gap": accept_gap}
        return await self.must("POST", f"/bank-statements/{view['id']}/taking", body)

    async def march(self, moves: Sequence[Moved] = MOVES, opening_fen: int = OPENING) -> Any:
        return await self.taken(Exported(moves, opening_fen, *MARCH))

    async def post(self, *amounts: int, when: date, reference: str = "", memo: str = "") -> UUID:
        """A journal with so many lines on the account; what comes in is debited."""
        lines = [Posting(self.account, fen) for fen in amounts]
        if sum(amounts):
            lines.append(Posting(self.suspense, -sum(amounts)))
        named = reference or f"test:{uuid4()}"
        journal = Journal(JournalKind.SUSPENSE, tuple(lines), when, named, memo)
        async with in_transaction():
            return await ledger.post(journal, self.city.clock(), "test")

    async def reverse(self, journal: UUID, when: date) -> UUID:
        async with in_transaction():
            return await ledger.reverse(journal, when, self.city.clock(), "test")

    async def opening(self, fen: int = OPENING) -> UUID:
        return await self.post(fen, when=date(2024, 12, 31), reference="opening")

    async def books(self) -> None:
        """The books as they should be for MOVES; nobody can name the 7.77."""
        await self.opening()
        await self.post(50_000, when=on(3), memo="缴存 JK0302")
        await self.post(50_000, when=on(3), memo="缴存 JK0301")
        await self.post(-30_000, when=on(8), reference="payout:BX")
        await self.post(1_000, 234, when=on(31), memo="结息单 2025Q1")

    async def lines(self, query: str = "") -> list[Any]:
        found: list[Any] = (await self.must("GET", f"{self.path}/lines{query}"))["items"]
        return found

    async def differences(self, until: str = "2025-03-31", query: str = "") -> Any:
        """Both balances and what keeps them apart."""
        head = await self.must("GET", f"{self.path}/balances?until={until}")
        path = f"{self.path}/differences?until={until}&limit=200{query}"
        return head | await self.must("GET", path)

    async def auto(self) -> Any:
        return await self.must("POST", f"{self.path}/matching/auto")

    async def match(self, lines: Sequence[str] = (), postings: Sequence[str] = ()) -> Any:
        body = {"line_ids": list(lines), "posting_ids": list(postings)}
        return await self.must("POST", f"{self.path}/matches", body)

    async def explain_all(self, until: str = "2025-03-31", reason: str = "银行次月入账") -> None:
        items = (await self.differences(until, "&explained=false"))["items"]
        body = {
            "reason": reason,
            "line_ids": [item["line_id"] for item in items if item["line_id"]],
            "posting_ids": [item["posting_id"] for item in items if item["posting_id"]],
        }
        if items:
            await self.must("POST", f"{self.path}/explanations", body)

    async def prepared(self, month: str = "2025-03") -> Any:
        return await self.must("POST", f"{self.path}/reconciliations", {"month": month})

    async def certified(self, month: str = "2025-03") -> Any:
        made = await self.prepared(month)
        path = f"/reconciliations/{made['id']}/confirmation"
        return await self.must("POST", path, who="reviewer")


async def desk_of(city: City, number: str = "6200000000000001") -> Desk:
    """A bank account of its own in the books of the small city."""
    key = uuid4()
    async with in_transaction():
        account = await ledger.ensure_account(AccountKind.BANK, key, "对账专户", city.clock())
        suspense = await ledger.ensure_account(AccountKind.SUSPENSE, None, "待查", city.clock())
    await BankAccount.create(
        id=key,
        bank="示例商业银行吉首支行",
        number=number,
        title="维修资金专户",
        account_id=account,
        created_at=city.clock(),
    )
    return Desk(city, key, account, suspense)


async def events_text() -> str:
    """Everything that the log and the messages hold, as text."""
    text = ""
    for table in ("log_event", "message", "answered"):
        rows = await sql(f"SELECT t::text AS line FROM {table} t")
        text += "".join(row["line"] for row in rows)
    return text
