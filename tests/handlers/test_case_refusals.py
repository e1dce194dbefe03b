"""What each step of a case refuses: out of turn, without its papers, with the wrong sums.

The rules behind these are tested in `tests/rules/flows`; here it is that the person who asks gets
the refusal that the API promises, and that nothing has changed afterwards.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from handlers.cases import planning
from models import ledger
from models.conditions import judge
from rules.cases import State
from rules.conditions import anniversary
from rules.ledger import AccountKind
from tests.builders import PREMIUM_FEN, case_in
from tests.handlers.objecting import done, facts_of, refused, token
from tests.journey import Journey
from tests.models.books import hold_one
from tests.stories.telling import posted
from tests.world import City

WHY = {"reason": "材料不齐"}


def application(city: City, **changes: Any) -> dict[str, Any]:
    """An application that nothing stands against, with changes."""
    return {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[0])],
        "insurer_id": str(city.roll.insurer),
        **changes,
    }


async def contract(city: City, **changes: Any) -> dict[str, Any]:
    """A contract that fits a case of `case_in`, with changes."""
    start = city.clock().date() + timedelta(days=3)
    return {
        "number": "HT-9",
        "from_on": start.isoformat(),
        "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
        "amount_fen": PREMIUM_FEN,
        "file_id": await city.paper("owner1"),
        **changes,
    }


async def invoice(city: City, **changes: Any) -> dict[str, Any]:
    """An invoice that fits a case of `case_in`, with changes."""
    return {
        "invoice_number": "FP-9",
        "invoice_fen": PREMIUM_FEN,
        "invoice_file_id": await city.paper("owner1"),
        **changes,
    }


def plan(city: City, *elevators: UUID, **changes: Any) -> dict[str, Any]:
    """A plan for these elevators."""
    lines = [
        {"elevator_id": str(one), "premium_fen": PREMIUM_FEN, "limit_fen": 1} for one in elevators
    ]
    return {"survey": "查勘正常", "cover": "维修", "elevators": lines, **changes}


async def test_what_cannot_be_applied_for(city: City) -> None:
    """R5.5, R10.1, section 6: scope, elevators, insurer and urgency are looked at first."""

    async def said(**changes: Any) -> str:
        return await refused(city, "owner1", "/cases", application(city, **changes))

    elevator = str(city.roll.here.elevators[0])
    assert await said(scope_id=str(uuid4())) == "404 NotFound"
    assert await said(elevator_ids=[str(city.roll.there.elevators[0])]) == "422 WrongElevators"
    assert await said(elevator_ids=[elevator, elevator]) == "422 WrongElevators"
    assert await said(insurer_id=str(uuid4())) == "422 InsurerUnavailable"
    assert await said(urgent=True, urgent_reason=" ") == "422 ReasonMissing"
    assert await said(urgent=True, urgent_reason="困人") == "422 EvidenceMissing"
    path = f"/insurers/{city.roll.insurer}/suspension"
    sent = {"suspended": True, "reason": "偿付能力不足"}
    await city.call("POST", path, await city.staff("administrator"), sent)
    assert await said() == "422 InsurerUnavailable"


async def test_no_step_is_taken_out_of_turn(city: City) -> None:
    """Section 6: the table of steps says what may be done when; nothing else may."""
    case = await case_in(State.INSURED, city.roll, city.clock())
    steps: list[tuple[str, str, Any]] = [
        ("owner5", "signatures", None),
        ("clerk", "acceptance", None),
        ("insurer", "plan", plan(city, city.roll.here.elevators[0])),
        ("clerk", "notice", None),
        ("clerk", "registration", None),
        ("owner1", "contract", await contract(city)),
        ("owner1", "payout", await invoice(city)),
        ("finance", "payout/preparation", {"amount_fen": PREMIUM_FEN}),
        ("finance2", "payout/approval", None),
        ("clerk", "payout/return", WHY),
        ("insurer", "policy", {"number": "BD-9", "file_id": await city.paper("insurer")}),
        ("clerk", "return", WHY),
        ("owner1", "correction", {"note": "补正"}),
        ("clerk", "rejection", WHY),
        ("owner1", "withdrawal", WHY),
        ("clerk", f"lobbies/{city.roll.here.units[0]}/refusal", WHY),
    ]
    before = await facts_of(case)
    for who, step, body in steps:
        path = f"/cases/{case.id}/{step}"
        assert await refused(city, who, path, body) == "409 NotAllowedNow", step
    status, body = await city.call(
        "DELETE", f"/cases/{case.id}/signatures/mine", await token(city, "owner1")
    )
    assert (status, body["code"]) == (409, "NotAllowedNow")
    assert await facts_of(case) == before


async def test_blank_reasons_are_none(city: City) -> None:
    """Whoever sends back or refuses says why. Section 6, R9.1."""
    filed = await case_in(State.FILED, city.roll, city.clock())
    asked = await case_in(State.REQUESTED, city.roll, city.clock())
    blank = {"reason": " \n"}
    for case, step in ((filed, "return"), (filed, "rejection"), (asked, "payout/return")):
        assert await refused(city, "clerk", f"/cases/{case.id}/{step}", blank) == (
            "422 ReasonMissing"
        ), step


async def test_signing_and_correcting_have_their_time(city: City) -> None:
    """signing.days, correction.days: late is late also while the clock has not acted yet."""
    signing = await case_in(State.SIGNING, city.roll, city.clock())
    returned = await case_in(State.RETURNED, city.roll, city.clock())
    foreign = {"note": "补正", "file_ids": [await city.paper("owner2")]}
    path = f"/cases/{returned.id}/correction"
    assert await refused(city, "owner1", path, foreign) == "404 NotFound"
    city.clock.advance(days=16)
    assert await refused(city, "owner5", f"/cases/{signing.id}/signatures") == "409 SigningOver"
    assert await refused(city, "owner1", path, {"note": "补正"}) == "409 CorrectionOver"


async def test_plans_that_are_not_of_this_case(city: City) -> None:
    """附件二(一)3: every elevator of the case and no other, each once, with one's own papers."""
    case = await case_in(State.ACCEPTED, city.roll, city.clock())
    one, other = city.roll.here.elevators
    path = f"/cases/{case.id}/plan"
    for elevators in ((other,), (one, other), (one, one)):
        assert await refused(city, "insurer", path, plan(city, *elevators)) == (
            "422 WrongElevators"
        )
    foreign = plan(city, one, file_ids=[await city.paper("other_insurer")])
    assert await refused(city, "insurer", path, foreign) == "404 NotFound"
    assert (await facts_of(case)).version == 0


async def test_money_that_another_case_was_quicker_to_hold(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R3.4: judged as enough, gone a moment later: refused, and nothing is held."""
    case = await case_in(State.ACCEPTED, city.roll, city.clock())

    async def judged_then_gone(*args: Any) -> Any:
        judged = await judge(*args)
        account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
        await hold_one(account.id, uuid4(), 1, account.available_fen, city.clock())
        return judged

    monkeypatch.setattr(planning, "judge", judged_then_gone)
    body = plan(city, city.roll.here.elevators[0])
    assert await refused(city, "insurer", f"/cases/{case.id}/plan", body) == (
        "409 InsufficientFunds"
    )
    account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
    assert account.held_fen == 0


async def test_conditions_are_judged_again_before_record_and_payment(city: City) -> None:
    """附件一, R5, R9.3: an elevator that nobody visited for sixteen days stops both."""
    cleared = await case_in(State.CLEARED, city.roll, city.clock())
    prepared = await case_in(State.PREPARED, city.roll, city.clock())
    city.clock.advance(days=16)
    assert await refused(city, "clerk", f"/cases/{cleared.id}/registration") == (
        "409 ConditionsUnmet"
    )
    assert await refused(city, "finance2", f"/cases/{prepared.id}/payout/approval") == (
        "409 ConditionsUnmet"
    )


async def test_lobbies_take_their_photo_once_and_of_this_notice(city: City) -> None:
    """R7.2: no second photo while the period runs; a unit of another building is unknown."""
    trip = await Journey.at(city, "posting")
    lobbies = (await trip.do("manager", "/lobbies", method="GET"))["items"]
    await trip.post()
    assert await posted(city, lobbies[0]["token"]) == "409 NotAllowedNow"
    path = f"/cases/{trip.id}/lobbies/{city.roll.there.units[0]}/refusal"
    assert await refused(city, "clerk", path, WHY) == "404 LobbyUnknown"
    poster = f"/cases/{trip.id}/poster.pdf?unit_id={city.roll.there.units[0]}"
    status, body = await city.call("GET", poster, await city.login("manager"))
    assert (status, body["code"]) == (404, "LobbyUnknown")


async def test_contracts_that_do_not_fit(city: City) -> None:
    """R9.3, R10.3: not above the plan, whole years from today on, with one's own paper."""
    case = await case_in(State.REGISTERED, city.roll, city.clock())

    async def said(**changes: Any) -> str:
        body = await contract(city, **changes)
        return await refused(city, "owner1", f"/cases/{case.id}/contract", body)

    assert await said(amount_fen=PREMIUM_FEN + 1) == "409 ContractTooLarge"
    assert await said(to_on="2026-12-31") == "422 WrongPeriod"
    assert await said(from_on="2025-09-14", to_on="2026-09-13") == "422 WrongPeriod"
    assert await said(file_id=await city.paper("owner2")) == "404 NotFound"
    assert (await facts_of(case)).contract is None


async def test_payouts_asked_for_with_the_wrong_papers(city: City) -> None:
    """附件二(一)7, R9.3: complete, for the contract's sum, each invoice once, and in time."""
    trip = await Journey.at(city, "contracted")
    sum_fen = trip.body["contract"]["amount_fen"]
    bare = await case_in(State.CONTRACTED, city.roll, city.clock())
    paid = await case_in(State.PAID, city.roll, city.clock())
    used = (await facts_of(paid)).payout
    assert used is not None

    async def said(**changes: Any) -> str:
        body = await invoice(city, **{"invoice_fen": sum_fen, **changes})
        return await refused(city, "owner1", f"/cases/{trip.id}/payout", body)

    assert await said(invoice_fen=sum_fen - 1) == "409 SumsDiffer"
    assert await said(invoice_file_id=await city.paper("owner2")) == "404 NotFound"
    assert await said(invoice_number=used.invoice_number) == "409 InvoiceUsed"
    body = await invoice(city)
    assert await refused(city, "owner1", f"/cases/{bare.id}/payout", body) == "409 PapersMissing"
    await trip.payout()
    path = f"/cases/{trip.id}/payout/preparation"
    assert await refused(city, "finance", path, {"amount_fen": sum_fen + 1}) == "409 SumsDiffer"
    await done(city, "clerk", f"/cases/{trip.id}/payout/return", WHY)
    city.clock.advance(days=16)
    assert await said() == "409 CorrectionOver"


async def test_a_policy_has_its_own_number_and_paper(city: City) -> None:
    """R10.2."""
    trip = await Journey.at(city, "paid")
    path = f"/cases/{trip.id}/policy"
    body = {"number": "BD-9", "file_id": await city.paper("owner1")}
    assert await refused(city, "insurer", path, body) == "404 NotFound"
    assert (await trip.look())["policy_number"] == ""
