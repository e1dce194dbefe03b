"""A case of the small roll that the homes' own funds pay, and the acts on what is collected."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from models.parameters import ParameterVersion
from rules.parameters import DEFAULT
from tests.handlers.funds.till import Till
from tests.journey import PREMIUMS, Journey
from tests.untold import amiss
from tests.world import City

PREMIUM = sum(PREMIUMS)
RICH_FEN = 100_000
POOR_FEN = 5_000
POOR, NEVER, UNSOLD = "1-201", "1-401", "2-601"
"""A home with too little, one that never paid in, and the developer's, which never did either."""

_vouchers = count(1)


async def asked_nobody(city: City) -> None:
    """The owners' vote is waived by the parameter. Section 14."""
    await ParameterVersion.create(
        values={**DEFAULT.to_mapping(), "vote.fund_flow": "waived"},
        source="示例文件",
        entered_by=city.roll.accounts["administrator"],
        entered_at=city.clock(),
    )


@dataclass
class Desk:
    """The till with the homes' funds, and one case; every request has to succeed."""

    till: Till
    trip: Journey

    @classmethod
    async def opened(cls, city: City, state: str = "planned") -> "Desk":
        """Ten homes with enough, one with too little, two that never paid in; the case at a state
        of the household flow. 二(二)."""
        till = await Till.opened(city)
        await asked_nobody(city)
        rich = [room for room in city.roll.here.homes if room not in (POOR, NEVER, UNSOLD)]
        await till.post("first", {**dict.fromkeys(rich, RICH_FEN), POOR: POOR_FEN})
        desk = cls(till, await Journey.applied(city, flow="household"))
        for step in ("sign", "accept", "plan", "publish", "post", "wait", "register"):
            if desk.trip.body["state"] == state:
                break
            await getattr(desk.trip, step)()
        assert desk.trip.body["state"] == state, desk.trip.body["state"]
        return desk

    @property
    def city(self) -> City:
        return self.till.city

    def receipt(self, room: str, fen: int, **more: Any) -> dict[str, Any]:
        """The body of a receipt, as the clerk reads it off the bank's paper."""
        return {
            "home_id": str(self.till.home(room)),
            "amount_fen": fen,
            "method": "transfer",
            "custody_id": str(self.till.custody),
            "effective_on": self.city.clock().date().isoformat(),
            "voucher": f"S{next(_vouchers):05d}",
        } | more

    async def enter(self, room: str, fen: int, **more: Any) -> Any:
        return await self.trip.do("clerk", "/receipts", self.receipt(room, fen, **more))

    async def confirm(self, *receipts: Mapping[str, Any], who: str = "finance") -> Any:
        body = {"receipt_ids": [one["receipt_id"] for one in receipts]}
        return await self.trip.do(who, "/receipts/confirmation", body)

    async def pays(self, room: str, fen: int, **more: Any) -> Any:
        """Entered and confirmed."""
        return await self.confirm(await self.enter(room, fen, **more))

    async def settle(self) -> None:
        """Every home pays what it still owes."""
        for part in (await self.list("?state=owing"))["items"]:
            body = self.receipt(POOR, part["left_fen"], home_id=part["home_id"])
            await self.confirm(await self.trip.do("clerk", "/receipts", body))
        await self.trip.look()

    def refund(self, room: str, fen: int, **more: Any) -> dict[str, Any]:
        """The body of a refund to the home's owner."""
        return (
            self.receipt(room, fen)
            | {
                "payee": "吴示例",
                "payee_account": "6222 0000 0000 1234",
                "payee_bank": "示例银行吉首支行",
                "reason": "办件终止",
            }
            | more
        )

    async def give_back(self, room: str, fen: int) -> Any:
        """Entered by one, confirmed by another."""
        body = self.refund(room, fen)
        del body["method"]
        made = await self.trip.do("finance", "/refunds", body)
        return await self.trip.do("finance2", f"/refunds/{made['refund_id']}/confirmation")

    async def list(self, query: str = "", who: str = "clerk") -> Any:
        """The collection list as somebody sees it."""
        return await self.trip.do(who, f"/collection{query}", method="GET")

    async def part(self, room: str, who: str = "clerk") -> Any:
        """One home's line of the list."""
        found = {item["home_id"]: item for item in (await self.list(who=who))["items"]}
        return found.get(str(self.till.home(room)))

    async def refused(self, who: str, path: str, body: Any = None) -> tuple[int, str]:
        """The status and the code of a request about the case that is refused."""
        staff = who in self.city.roll.accounts
        token = await (self.city.staff(who) if staff else self.city.login(who))
        status, answer = await self.city.call("POST", f"/cases/{self.trip.id}{path}", token, body)
        assert status >= 400, answer
        return status, answer["code"]


async def nothing_amiss() -> None:
    """Books and log are whole. R3.2, R12.3."""
    assert await amiss() == []
