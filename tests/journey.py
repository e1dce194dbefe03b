"""A case taken along its way over HTTP, each step by the one whose step it is."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from papers.drawing.page import modules
from rules.conditions import anniversary
from tests.world import City

PREMIUMS = (120_000, 130_000)
SIGNERS = ("owner1", "owner2", "owner4")


def photo(shade: int = 120) -> bytes:
    """A small JPEG, as a phone would send; another shade is another picture."""
    made = BytesIO()
    Image.new("RGB", (64, 48 + shade), (shade, 90, 60)).save(made, "JPEG")
    return made.getvalue()


def photo_of(code: str, shade: int = 120) -> bytes:
    """A photo of a lobby in which the poster's code can be read."""
    drawn = modules(code)
    side = len(drawn)
    plain = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(drawn):
        for x, dark in enumerate(row):
            plain.putpixel((x + 4, y + 4), 0 if dark else 255)
    wall = Image.new("RGB", (640, 660), (shade, 90, 60))
    wall.paste(plain.resize((500, 500), Image.Resampling.NEAREST).convert("RGB"), (70, 80))
    made = BytesIO()
    wall.save(made, "JPEG")
    return made.getvalue()


@dataclass
class Journey:
    """One case of the small roll; `body` is its last view, `applicant` who applied."""

    city: City
    body: dict[str, Any]
    applicant: str = "owner1"

    @property
    def id(self) -> str:
        """The case's id."""
        return str(self.body["id"])

    @classmethod
    async def applied(cls, city: City, who: str = "owner1", **more: Any) -> "Journey":
        """An application by the first owner, who has signed with it."""
        asked = {
            "scope_id": str(city.roll.here.scope),
            "elevator_ids": [str(one) for one in city.roll.here.elevators],
            "insurer_id": str(city.roll.insurer),
            **more,
        }
        return cls(city, await city.must("POST", "/cases", await city.login(who), asked), who)

    @classmethod
    async def at(cls, city: City, state: str, **more: Any) -> "Journey":
        """A case that has got to this state by the shortest way."""
        trip = await cls.applied(city, **more)
        for name, step in trip.way().items():
            if trip.body["state"] == state:
                return trip
            await step()
            assert trip.body["state"], name
        assert trip.body["state"] == state, trip.body["state"]
        return trip

    def way(self) -> dict[str, Any]:
        """The steps after applying, in order."""
        return {
            "sign": self.sign,
            "accept": self.accept,
            "plan": self.plan,
            "publish": self.publish,
            "post": self.post,
            "wait": self.wait,
            "register": self.register,
            "contract": self.contract,
            "payout": self.payout,
            "prepare": self.prepare,
            "approve": self.approve,
            "issue": self.issue,
        }

    async def do(self, who: str, path: str, body: Any = None, method: str = "POST") -> Any:
        """A request about this case that has to succeed; keeps the view it answers with."""
        staff = who in self.city.roll.accounts
        token = await (self.city.staff(who) if staff else self.city.login(who))
        answer = await self.city.must(method, f"/cases/{self.id}{path}", token, body)
        if isinstance(answer, dict) and "state_title" in answer and "id" in answer:
            self.body = answer
        return answer

    async def look(self, who: str = "clerk") -> dict[str, Any]:
        """The case as this one sees it now."""
        self.body = await self.do(who, "", method="GET")
        return self.body

    async def sign(self) -> None:
        for who in SIGNERS[1:]:
            await self.do(who, "/signatures")

    async def accept(self) -> None:
        await self.do("clerk", "/acceptance")

    async def plan(self, premiums: tuple[int, ...] = PREMIUMS) -> None:
        elevators = [
            {"elevator_id": str(one), "premium_fen": fen, "limit_fen": 5_000_000}
            for one, fen in zip(self.city.roll.here.elevators, premiums, strict=True)
        ]
        told = {"survey": "现场查勘正常", "cover": "故障维修费用", "elevators": elevators}
        await self.do("insurer", "/plan", told)

    async def publish(self) -> None:
        await self.do("clerk", "/notice")
        await self.look()

    async def post(self) -> None:
        """The manager uploads a photo for every lobby."""
        token = await self.city.login("manager")
        lobbies = await self.do("manager", "/lobbies", method="GET")
        for number, lobby in enumerate(lobbies["items"]):
            shot = photo_of(lobby["evidence_url"], 100 + number)
            status, answer = await self.city.call(
                "POST",
                f"/lobbies/{lobby['token']}/evidence",
                token,
                files={"file": ("a.jpg", shot, "image/jpeg")},
            )
            assert status < 300, answer
        await self.look()

    async def wait(self) -> None:
        """The notice runs out and the clock closes it."""
        await self.run_out()
        await self.city.due()
        await self.look()

    async def run_out(self) -> None:
        """The time is now the end of the notice."""
        await self.look()
        left = self.ends_at() - self.city.clock()
        self.city.clock.advance(seconds=left.total_seconds())
        await self.city.maintained()

    def ends_at(self) -> Any:
        """When the notice ends."""
        from datetime import datetime

        return datetime.fromisoformat(self.body["notice"]["ends_at"])

    async def register(self) -> None:
        await self.do("clerk", "/registration")

    async def contract(
        self, amount_fen: int | None = None, start: date | None = None, number: str = "HT-2025-001"
    ) -> None:
        start = start or self.city.clock().date() + timedelta(days=3)
        told = {
            "number": number,
            "from_on": start.isoformat(),
            "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
            "amount_fen": amount_fen or sum(PREMIUMS),
            "file_id": await self.city.paper(self.applicant),
        }
        await self.do(self.applicant, "/contract", told)

    async def payout(self, number: str = "INV-0001") -> None:
        told = {
            "invoice_number": number,
            "invoice_fen": self.body["contract"]["amount_fen"],
            "invoice_file_id": await self.city.paper(self.applicant),
        }
        await self.do(self.applicant, "/payout", told)

    async def prepare(self) -> None:
        told = {"amount_fen": self.body["contract"]["amount_fen"]}
        await self.do("finance", "/payout/preparation", told)

    async def approve(self) -> None:
        await self.do("finance2", "/payout/approval")

    async def issue(self, number: str = "BD-2025-001") -> None:
        told = {"number": number, "file_id": await self.city.paper("insurer")}
        await self.do("insurer", "/policy", told)
