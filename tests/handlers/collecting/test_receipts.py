"""What homes owe of a premium and pay in: the list, the receipts, the contract. 二(二)3、6."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from models import ledger
from models.base import sql
from models.parameters import ParameterVersion
from rules.cases import State
from rules.ledger import AccountKind
from rules.money import split, yuan
from rules.parameters import DEFAULT
from sandbox.bank_paper import Exported, Moved
from tests.builders import case_in
from tests.handlers.banking.desk import desk_of
from tests.handlers.collecting.desk import (
    NEVER,
    POOR,
    POOR_FEN,
    PREMIUM,
    RICH_FEN,
    UNSOLD,
    Desk,
    nothing_amiss,
)
from tests.handlers.funds.till import Till
from tests.journey import Journey
from tests.small_roll import AREA_CM2
from tests.world import City


def parts(city: City) -> dict[str, int]:
    """Every home's part, by area. R3.7."""
    homes = city.roll.here.homes
    areas = {homes[room]: AREA_CM2 + 10_000 * int(room[2]) for room in homes}
    shares = split(PREMIUM, areas)
    return {room: shares[homes[room]] for room in homes}


async def test_a_plan_splits_the_premium_over_all_homes(city: City) -> None:
    """By area, the developer's home too; what a fund bears is held on it, the rest is owed."""
    desk = await Desk.opened(city)
    wanted = parts(city)
    seen = await desk.list("?limit=200")
    owed = wanted[POOR] - POOR_FEN + wanted[NEVER] + wanted[UNSOLD]
    assert (seen["homes"], seen["owing"], seen["part_fen"]) == (12, 3, PREMIUM)
    assert (seen["needed_fen"], seen["gathered_fen"], seen["complete"]) == (owed, 0, False)
    assert seen["fund_fen"] == PREMIUM - owed
    by_room = {item["home"]: item for item in seen["items"]}
    for room, part in wanted.items():
        item = by_room[f"SLY-1-{room}"]
        fund = {POOR: POOR_FEN, NEVER: 0, UNSOLD: 0}.get(room, part)
        assert (item["part_fen"], item["fund_fen"], item["owed_fen"]) == (part, fund, part - fund)
        assert item["state"] == ("owing" if part > fund else "nothing")
    assert by_room[f"SLY-1-{NEVER}"]["unpaid"] and not by_room[f"SLY-1-{POOR}"]["unpaid"]
    holds = await ledger.holds_of(city.roll.here.scope, 1)
    assert holds == [], "holds are the case's"
    assert desk.trip.body["money"]["held_fen"] == PREMIUM - owed
    funds = await ledger.accounts_for(AccountKind.HOUSEHOLD_FUND, city.roll.here.homes.values())
    assert sum(one.held_fen for one in funds.values()) == PREMIUM - owed
    await nothing_amiss()


@pytest.mark.parametrize(("few", "told"), [(5, False), (1, True)])
async def test_the_question_of_a_vote_tells_no_few_homes_debt(
    city: City, few: int, told: bool
) -> None:
    """R12.2: three homes owe; a sum of so few is not told, neither here nor on the notice."""
    await ParameterVersion.create(
        values={**DEFAULT.to_mapping(), "vote.fund_flow": "waived", "publish.min_group": few},
        number=1,
        source="示例文件",
        entered_by=city.roll.accounts["administrator"],
        entered_at=city.clock(),
    )
    desk = await Desk.opened(city)
    owed = yuan((await desk.list())["needed_fen"])
    question = (await desk.trip.do("clerk", "/vote-check", method="GET"))["question"]
    assert "由所属业主补交" in question
    assert (f"{owed}元由所属业主补交" in question) is told and (owed in question) is told


async def test_a_home_below_its_line_is_shown(city: City) -> None:
    """fund.topup: of the home whose fund was used up before."""
    desk = await Desk.opened(city, "accepted")
    await desk.till.post("use", {"1-101": RICH_FEN * 3 // 4})
    await desk.trip.plan()
    assert (await desk.part("1-101"))["low"] and not (await desk.part("1-301"))["low"]


async def test_interest_is_held_after_the_principal(city: City) -> None:
    """R3.4: a home with little principal bears its part from its interest."""
    desk = await Desk.opened(city, "accepted")
    await desk.till.interest(POOR, 7_000)
    await desk.trip.plan()
    assert (await desk.part(POOR))["fund_fen"] == 12_000
    for kind, fen in ((AccountKind.HOUSEHOLD_FUND, 5_000), (AccountKind.HOUSEHOLD_INTEREST, 7_000)):
        assert (await ledger.account_for(kind, desk.till.home(POOR))).held_fen == fen


async def test_the_contract_waits_until_all_have_paid(city: City) -> None:
    """二(二)6: collecting after the registration, contract blocked; whole, it may be signed."""
    desk = await Desk.opened(city, "collecting")
    status, code = await desk.refused("owner1", "/contract", await contract(desk))
    assert (status, code) == (409, "NotAllowedNow")
    wanted = parts(city)
    first = await desk.enter(POOR, wanted[POOR] - POOR_FEN, method="cash")
    assert (first["state"], first["method_title"]) == ("draft", "现金")
    assert (await desk.list())["gathered_fen"] == 0, "what nobody confirmed is not there"
    after = await desk.confirm(first)
    assert (after["state"], after["gathered_fen"]) == ("collecting", wanted[POOR] - POOR_FEN)
    await desk.pays(NEVER, 1)
    assert (await desk.part(NEVER))["state"] == "partly"
    both = [
        await desk.enter(NEVER, wanted[NEVER] - 1),
        await desk.enter(UNSOLD, wanted[UNSOLD]),
    ]
    after = await desk.confirm(*both)
    assert (after["state"], after["receipts"]) == ("registered", 2)
    assert after["needed_fen"] == after["gathered_fen"]
    seen = await desk.list("?state=paid")
    assert seen["complete"] and seen["owing"] == 0 and len(seen["items"]) == 3
    assert (await desk.list("?state=owing"))["items"] == []
    await desk.trip.contract()
    assert desk.trip.body["state"] == "contracted"
    account = await ledger.account_for(AccountKind.COLLECTED, UUID(desk.trip.id))
    assert account.balance_fen == after["gathered_fen"]
    await nothing_amiss()


async def contract(desk: Desk, fen: int = PREMIUM) -> dict[str, object]:
    start = desk.city.clock().date() + timedelta(days=3)
    end = start.replace(year=start.year + 1) - timedelta(days=1)
    return {
        "number": "HT-1",
        "from_on": start.isoformat(),
        "to_on": end.isoformat(),
        "amount_fen": fen,
        "file_id": await desk.city.paper("owner1"),
    }


async def test_owners_may_pay_while_the_notice_runs(city: City) -> None:
    """二(二)6: nothing then waits after the registration."""
    desk = await Desk.opened(city, "planned")
    await desk.settle()
    assert desk.trip.body["state"] == "planned"
    for step in (desk.trip.publish, desk.trip.post, desk.trip.wait, desk.trip.register):
        await step()
    assert desk.trip.body["state"] == "registered"


async def test_nobody_pays_more_than_is_owed(city: City) -> None:
    """TooMuch, also with receipts that wait; nobody confirms what they entered."""
    desk = await Desk.opened(city)
    left = (await desk.part(POOR))["left_fen"]
    assert await desk.refused("clerk", "/receipts", desk.receipt(POOR, left + 1)) == (
        422,
        "TooMuch",
    )
    assert await desk.refused("clerk", "/receipts", desk.receipt("1-101", 1)) == (422, "TooMuch")
    made = await desk.trip.do("finance", "/receipts", desk.receipt(POOR, left))
    assert await desk.refused("clerk", "/receipts", desk.receipt(POOR, 1)) == (422, "TooMuch")
    told = {"receipt_ids": [made["receipt_id"]]}
    assert await desk.refused("finance", "/receipts/confirmation", told) == (403, "SamePerson")
    await desk.confirm(made, who="finance2")
    again = await desk.refused("finance2", "/receipts/confirmation", told)
    assert again == (409, "EntryNotOpen")
    told = {"receipt_ids": [desk.trip.id]}
    assert await desk.refused("finance2", "/receipts/confirmation", told) == (404, "NotFound")


async def test_what_a_new_plan_no_longer_asks_cannot_be_confirmed(city: City) -> None:
    """The sum is judged again when it is confirmed."""
    desk = await Desk.opened(city)
    left = (await desk.part(POOR))["left_fen"]
    made = await desk.enter(POOR, left)
    await sql(
        "UPDATE case_receipt SET amount_fen = amount_fen + 1 WHERE id = $1", made["receipt_id"]
    )
    told = {"receipt_ids": [made["receipt_id"]]}
    assert await desk.refused("finance", "/receipts/confirmation", told) == (422, "TooMuch")
    alone = f"/receipts/{made['receipt_id']}/confirmation"
    assert await desk.refused("finance", alone) == (422, "TooMuch")


async def test_a_dropped_receipt_frees_its_voucher(city: City) -> None:
    desk = await Desk.opened(city)
    body = desk.receipt(POOR, 100)
    made = await desk.trip.do("clerk", "/receipts", body)
    assert await desk.refused("clerk", "/receipts", body) == (409, "VoucherUsed")
    path = f"/receipts/{made['receipt_id']}/dropping"
    assert await desk.refused("clerk", path, {"reason": " "}) == (400, "Malformed")
    dropped = await desk.trip.do("clerk", path, {"reason": "录错"})
    assert (dropped["state"], dropped["drop_reason"]) == ("dropped", "录错")
    assert await desk.refused("clerk", path, {"reason": "录错"}) == (409, "EntryNotOpen")
    city.clock.advance(minutes=1)
    await desk.trip.do("clerk", "/receipts", body)
    seen = await desk.trip.do("clerk", "/receipts?state=draft&limit=1", method="GET")
    assert len(seen["items"]) == 1 and not seen["next"]
    seen = await desk.trip.do("clerk", "/receipts?limit=1", method="GET")
    following = await desk.trip.do("clerk", f"/receipts?after={seen['next']}", method="GET")
    assert [one["state"] for one in (*seen["items"], *following["items"])] == ["draft", "dropped"]


async def test_when_no_money_may_come_in(city: City) -> None:
    """Not before a plan, not after the contract, not in a year that is shut."""
    desk = await Desk.opened(city, "accepted")
    body = desk.receipt(POOR, 100)
    assert await desk.refused("clerk", "/receipts", body) == (409, "NotAllowedNow")
    await desk.trip.plan()
    tomorrow = (city.clock().date() + timedelta(days=1)).isoformat()
    later = body | {"effective_on": tomorrow}
    assert await desk.refused("clerk", "/receipts", later) == (400, "Malformed")
    gone = body | {"custody_id": desk.trip.id}
    assert await desk.refused("clerk", "/receipts", gone) == (404, "NotFound")
    nobody = body | {"home_id": None}
    assert await desk.refused("clerk", "/receipts", nobody) == (400, "Malformed")
    made = await desk.enter(POOR, 100, effective_on="2024-12-31")
    await desk.till.shut(2024)
    old = body | {"effective_on": "2024-12-31"}
    assert await desk.refused("clerk", "/receipts", old) == (409, "YearShut")
    told = {"receipt_ids": [made["receipt_id"]]}
    assert await desk.refused("finance", "/receipts/confirmation", told) == (409, "YearShut")
    alone = f"/receipts/{made['receipt_id']}/confirmation"
    assert await desk.refused("finance", alone) == (409, "YearShut")


async def test_where_no_plan_says_what_is_owed_nobody_pays(city: City) -> None:
    """A case brought over from elsewhere may have none: that is refused, not an error."""
    till = await Till.opened(city)
    case = await case_in(State.PLANNED, city.roll, city.clock(), flow="household")
    desk = Desk(till, Journey(city, {"id": case.id}))
    assert await desk.refused("clerk", "/receipts", desk.receipt(POOR, 1)) == (409, "NotAllowedNow")


async def test_in_the_pooled_flow_nothing_is_owed(city: City) -> None:
    desk = Desk(await Till.opened(city), await Journey.at(city, "planned"))
    assert await desk.refused("clerk", "/receipts", desk.receipt(POOR, 1)) == (409, "NotAllowedNow")
    token = await city.staff("clerk")
    status, answer = await city.call("GET", f"/cases/{desk.trip.id}/collection", token)
    assert (status, answer["code"]) == (409, "NothingOwed")


# --- the bank's file


async def test_a_file_is_taken_whole_or_not_at_all(city: City) -> None:
    """R2.7: each fault is named by its line, and nothing is entered."""
    desk = await Desk.opened(city)
    wanted = parts(city)
    bad = (
        "房屋编号,金额,日期,凭证号\n"
        "SLY-1-1-401,1.00,2025-09-10,B-1\n"
        "SLY-1-1-101,1.00,2025-09-10,B-2\n"
        "GIBT-ES-NICHT,1.00,2025-09-10,B-3\n"
        "SLY-1-1-401,9999.00,2025-09-10,B-4\n"
        "SLY-1-1-401,1.00,2025-09-10,B-1\n"
        "SLY-1-2-601,1.00,2099-09-10,B-5\n"
    )
    status, answer = await send(desk, bad)
    assert (status, answer["code"], answer["faults_count"]) == (422, "FundLinesWrong", 5)
    assert [fault["row"] for fault in answer["faults"]] == [3, 4, 5, 6, 7]
    good = "房屋编号,金额,日期,凭证号\n" + "".join(
        f"SLY-1-{room},{fen / 100:.2f},2025-09-10,B-{nth}\n"
        for nth, (room, fen) in enumerate(
            {
                POOR: wanted[POOR] - POOR_FEN,
                NEVER: wanted[NEVER],
                UNSOLD: wanted[UNSOLD],
            }.items()
        )
    )
    status, made = await send(desk, good)
    assert (status, made["receipts"]) == (201, 3), made
    status, again = await send(desk, good)
    assert (status, again["faults_count"]) == (422, 6), "each line: paid, and the voucher is known"
    after = await desk.confirm(*({"receipt_id": one} for one in made["receipt_ids"]))
    assert after["gathered_fen"] == after["needed_fen"] == made["total_fen"]
    rows = await sql("SELECT count(*) AS n FROM ledger_journal WHERE kind = 'deposit'")
    assert rows[0]["n"] == 4, "each a journal of its own, as each is a line of the bank's"
    await nothing_amiss()


async def test_a_file_that_cannot_be_taken(city: City) -> None:
    """Not a sheet, too large, no such account of ours, a year that is shut, no such time."""
    desk = await Desk.opened(city, "accepted")
    line = "房屋编号,金额,日期,凭证号\nSLY-1-1-401,1.00,2024-12-31,B-1\n"
    assert (await send(desk, line))[1]["code"] == "NotAllowedNow"
    await desk.trip.plan()
    assert (await send(desk, "PK\x03\x04", name="代收.xlsx"))[1]["code"] == "UnreadableSheet"
    assert (await send(desk, "x," * 400 + "\n"))[1]["code"] == "TooManyRows"
    assert (await send(desk, line, custody=desk.trip.id))[1]["code"] == "NotFound"
    await desk.till.shut(2024)
    assert (await send(desk, line))[1]["code"] == "YearShut"


async def test_a_receipt_of_a_case_that_ended_is_not_confirmed(city: City) -> None:
    desk = await Desk.opened(city)
    made = await desk.enter(POOR, 100)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    told = {"receipt_ids": [made["receipt_id"]]}
    refused = await desk.refused("finance", "/receipts/confirmation", told)
    assert refused == (409, "NotAllowedNow")
    alone = f"/receipts/{made['receipt_id']}/confirmation"
    assert await desk.refused("finance", alone) == (409, "NotAllowedNow")


async def send(
    desk: Desk, text: str, name: str = "代收.csv", custody: object = None
) -> tuple[int, Any]:
    return await desk.city.call(
        "POST",
        f"/cases/{desk.trip.id}/receipts/file?custody_id={custody or desk.till.custody}",
        await desk.city.staff("clerk"),
        files={"file": (name, text.encode(), "text/csv")},
    )


async def test_receipts_match_the_banks_lines(city: City) -> None:
    """R3.9: two homes paid the same sum on one day; the voucher in the memo tells them apart."""
    desk, bank = await Desk.opened(city), await desk_of(city)
    moves = [Moved(date(2025, 9, 10), 100, "电梯保险费", "", f"DK000{nth}") for nth in (1, 2)]
    await bank.taken(Exported(moves, 0, date(2025, 9, 1), date(2025, 9, 14)))
    for room, voucher in ((NEVER, "DK0001"), (UNSOLD, "DK0002")):
        more = {"custody_id": str(bank.bank_account), "effective_on": "2025-09-10"}
        await desk.pays(room, 100, voucher=voucher, **more)
    assert (await bank.auto())["matched"] == {"reference": 2}
    assert (await bank.differences("2025-09-14"))["items"] == []


# --- who sees what


async def test_an_owner_sees_the_own_home_only(city: City) -> None:
    """R12.2: the sums are everybody's, another home's part is not."""
    desk = await Desk.opened(city)
    seen = await desk.list(who="owner5")
    assert (seen["homes"], len(seen["items"])) == (12, 1)
    assert len((await desk.list(who="owner1"))["items"]) == 12, "the applicant collects"
    assert all(not item["owners"] for item in (await desk.list(who="owner1"))["items"])
    named = await desk.part(POOR)
    assert named["owners"].endswith("*")
    assert (await desk.list(who="manager"))["items"] == []


async def test_the_list_can_be_taken_away(city: City) -> None:
    """No formula, no names but the Centre's masked ones; an owner has no list to take."""
    desk = await Desk.opened(city)
    path = f"/cases/{desk.trip.id}/collection.xlsx"
    for who, columns in (("owner1", 10), ("clerk", 11)):
        staff = who in city.roll.accounts
        token = await (city.staff(who) if staff else city.login(who))
        status, content = await city.call("GET", path, token)
        assert status == 200
        sheet = load_workbook(BytesIO(content)).active
        assert sheet is not None
        assert (sheet.max_row, sheet.max_column) == (13, columns)
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    status, answer = await city.call("GET", path, await city.login("owner5"))
    assert (status, answer["code"]) == (404, "CaseNotFound")


async def test_the_list_goes_on_by_pages(city: City) -> None:
    desk = await Desk.opened(city)
    first = await desk.list("?limit=7")
    second = await desk.list(f"?limit=7&after={first['next']}")
    homes = [item["home"] for item in (*first["items"], *second["items"])]
    assert len(set(homes)) == 12 and homes == sorted(homes) and second["next"] == ""


async def test_the_home_that_paid_is_told(city: City) -> None:
    """R13.1: whoever owns it hears of it, and nobody else."""
    desk = await Desk.opened(city)
    await desk.pays(NEVER, 100)
    owner = [who for who in city.roll.people.values() if desk.till.home(NEVER) in who.homes]
    assert await desk.till.told("receipt_posted") == [one.person_id for one in owner]
