"""Somebody looks at a case, presses every button that its options draw, and everything is undone.

A good body is sent with each. What was allowed has to be done; what was not has to be refused with
the very code that the option gave.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from handlers.route import Operation
from rules.conditions import anniversary
from server.operations import TABLE
from tests.access.row import ACCOUNTS
from tests.journey import PREMIUMS, Journey, photo, photo_of
from tests.world import City

ASKERS = (
    "owner1",
    "owner2",
    "owner3",
    "co_owner3",
    "owner5",
    "owner6",
    "committee",
    "manager",
    "insurer",
    "other_insurer",
    "clerk",
    "clerk2",
    "reviewer",
    "finance",
    "finance2",
    "auditor",
)
"""Signed or not, with an objection or without, half a home, and every role that a flow names."""

WHY, REASON = {"reason": "核实情况"}, {"reason": "理由"}
NOBODYS = "00000000-0000-4000-8000-000000000000"


@dataclass
class Press:
    """The city, the case, and what was pressed and came out wrong."""

    city: City
    trip: Journey
    undoing: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    pressed: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    _named: dict[str, Operation] = field(default_factory=lambda: {one.name: one for one in TABLE})

    async def stage(self, stage: str, askers: tuple[str, ...] = ASKERS) -> None:
        """Everybody presses everything at this stage of the case."""
        tokens = await self._lobbies()
        for who in askers:
            seen = await self._look(who)
            for option in seen.get("options", ()):
                self.undoing = True
                status, answer = await self._send(who, seen, option, tokens)
                self.undoing = False
                self._judge(f"{stage}: {who} {option['operation']}", option, status, answer)

    def _judge(self, pressed: str, option: dict[str, Any], status: int, answer: Any) -> None:
        code = answer.get("code", "") if isinstance(answer, dict) and status >= 400 else ""
        self.pressed.add((option["operation"], option["why_not_code"]))
        if option["allowed"] is not (status < 300) or code != option["why_not_code"]:
            said = option["why_not_code"] or "allowed"
            self.faults.append(f"{pressed}: said {said}, was {status} {code or answer}"[:400])

    async def _token(self, who: str) -> str:
        return await (self.city.staff if who in ACCOUNTS else self.city.login)(who)

    async def _look(self, who: str) -> dict[str, Any]:
        """The case as this one sees it; nothing where it is not theirs to see."""
        status, seen = await self.city.call("GET", f"/cases/{self.trip.id}", await self._token(who))
        return seen if status == 200 else {}

    async def unproven(self, who: str) -> None:
        """A photo of the first lobby in which no code can be read."""
        tokens = await self._lobbies()
        path = f"/lobbies/{next(iter(tokens.values()))}/evidence"
        files = {"file": ("a.jpg", photo(200), "image/jpeg")}
        status, answer = await self.city.call("POST", path, await self._token(who), files=files)
        assert status == 201, answer

    async def _lobbies(self) -> dict[str, str]:
        """The codes of the lobbies by unit, as the Centre sees them."""
        path = f"/cases/{self.trip.id}/lobbies"
        status, board = await self.city.call("GET", path, await self.city.staff("clerk"))
        return {one["unit_id"]: one["token"] for one in board["items"]} if status == 200 else {}

    async def _send(
        self, who: str, seen: dict[str, Any], option: dict[str, Any], tokens: dict[str, str]
    ) -> tuple[int, Any]:
        operation = self._named[option["operation"]]
        target = next(iter(option["targets"]), "")
        unit = target or next(iter(tokens), NOBODYS)
        path = operation.path.format(
            case_id=self.trip.id,
            objection_id=target or await self._objection(who, operation),
            unit_id=unit,
            token=tokens.get(unit, "none"),
        )
        sent: dict[str, Any] = {"json": await self._body(who, operation.name, seen)}
        if operation.name in {"post_evidence", "post_last_photo"}:
            shot = photo_of(f"{self.city.world.public_url}/e/{tokens.get(unit, 'none')}")
            sent = {"files": {"file": ("a.jpg", shot, "image/jpeg")}}
        return await self.city.call(operation.method, path, await self._token(who), **sent)

    async def _objection(self, who: str, operation: Operation) -> str:
        """The first objection that this one could mean: a person's own, or one that waits."""
        if "{objection_id}" not in operation.path:
            return ""
        path = f"/cases/{self.trip.id}/objections?limit=200"
        listed = await self.city.must("GET", path, await self._token(who))
        for one in reversed(listed["items"]):
            if who not in ACCOUNTS or one["state"] in {"open", "draft"}:
                return str(one["id"])
        return NOBODYS

    async def _paper(self, who: str) -> str:
        """A new one each time: what was used for one thing is of its class from then on."""
        return await self.city.paper(who)

    async def _body(self, who: str, name: str, seen: dict[str, Any]) -> Any:
        """A body with which the operation can do what it does."""
        if name in self.more:
            return self.more[name]
        if name in BODIES:
            return BODIES[name]
        build = getattr(self, f"_for_{name}", None)
        return await build(who, seen) if build else None

    async def _for_file_plan(self, who: str, seen: dict[str, Any]) -> Any:
        elevators = [
            {"elevator_id": str(one), "premium_fen": fen, "limit_fen": 5_000_000}
            for one, fen in zip(self.city.roll.here.elevators, PREMIUMS, strict=True)
        ]
        return {"survey": "正常", "cover": "故障维修", "elevators": elevators}

    async def _for_sign_contract(self, who: str, seen: dict[str, Any]) -> Any:
        start: date = self.city.clock().date() + timedelta(days=3)
        return {
            "number": "HT-9",
            "from_on": start.isoformat(),
            "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
            "amount_fen": seen["money"]["premium_fen"],
            "file_id": await self._paper(who),
        }

    async def _for_request_payout(self, who: str, seen: dict[str, Any]) -> Any:
        return {
            "invoice_number": "INV-9",
            "invoice_fen": seen["contract"]["amount_fen"],
            "invoice_file_id": await self._paper(who),
        }

    async def _for_prepare_payout(self, who: str, seen: dict[str, Any]) -> Any:
        return {"amount_fen": seen["contract"]["amount_fen"]}

    async def _for_issue_policy(self, who: str, seen: dict[str, Any]) -> Any:
        return {"number": "BD-9", "file_id": await self._paper(who)}

    async def _for_flag_emergency(self, who: str, seen: dict[str, Any]) -> Any:
        return {"kind": "unsafe", "reason": "轿厢下坠", "file_ids": [await self._paper(who)]}

    async def _for_propose_settlement(self, who: str, seen: dict[str, Any]) -> Any:
        return {"record_file_id": await self._paper(who)}

    async def _for_accept_lobby(self, who: str, seen: dict[str, Any]) -> Any:
        path = f"/cases/{self.trip.id}/evidence?waiting=true"
        listed = await self.city.must("GET", path, await self._token(who))
        return {"evidence_id": listed["items"][0]["id"] if listed["items"] else NOBODYS}

    async def _for_enter_objection_ending(self, who: str, seen: dict[str, Any]) -> Any:
        return {"outcome": "settled", "record_file_id": await self._paper(who)}

    async def _for_settle_objection(self, who: str, seen: dict[str, Any]) -> Any:
        """The record that was put before this objector, if one was."""
        path = f"/cases/{self.trip.id}/objections?limit=200"
        listed = await self.city.must("GET", path, await self._token(who))
        proposed = [one["proposal"] for one in listed["items"] if one["proposal"]]
        return {"record_file_id": proposed[0]["record_file"]["id"] if proposed else NOBODYS}

    async def _for_enter_paper_objection(self, who: str, seen: dict[str, Any]) -> Any:
        """A paper of an owner who has not objected."""
        return await self.paper_of("owner8", who)

    async def paper_of(self, owner: str, who: str) -> dict[str, Any]:
        """An objection on paper of this owner, entered by somebody at the Centre."""
        person = self.city.roll.people[owner]
        return {
            "home_id": str(person.homes[0]),
            "owner_name": person.name,
            "text": "费用过高",
            "received_at": self.city.clock().isoformat(),
            "file_ids": [await self._paper(who)],
        }


BODIES: dict[str, Any] = {
    "withdraw_case": WHY,
    "send_back_case": WHY,
    "reject_case": WHY,
    "correct_case": {"note": "已补"},
    "lift_emergency": WHY,
    "return_payout": WHY,
    "refuse_lobby": WHY,
    "hold_case": WHY,
    "release_case": WHY,
    "file_objection": {"text": "费用过高"},
    "ask_review": {"text": "不服"},
    "dismiss_objection": REASON,
    "drop_paper_objection": REASON,
    "uphold_objection": {"then": "end", **REASON},
    "open_vote": {},
}
