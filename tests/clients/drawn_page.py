"""Every operation of an owner, used by a page that knows nothing but the contract, in Chromium.

Run by `python -m tests.clients`, which puts the page together; PAGE is its script.
"""

import os
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from rules.cases import State
from tests import promised
from tests.builders import case_in
from tests.chromium import chromium_in
from tests.clients.walk import CHINESE, Walk
from tests.handlers.people.test_login import login_code, phone_code
from tests.journey import PREMIUMS, Journey, photo
from tests.world import City

ROLES = {"owner", "person", "public"}
WORD = re.compile(r"^[a-z_]+$", re.IGNORECASE)
# Nobody asked for these in this city: no year is closed, nobody holds a proxy or a special account,
# and what is for staff, for the manager and for WeChat is not for an owner. Each is refused with
# words of its own.
NOT_AN_OWNERS_DAY = """
    get_lobby_task get_collection export_collection explain_home_interest
    list_public_year_settlements export_public_year explain_scope_income print_scope_income
    prove_log_inclusion check_push take_push ask_review end_appointment claim_home
    withdraw_binding_claim create_first_administrator accept_invitation log_in_staff
    get_yearly_report download_yearly_report export_yearly_report get_share_proposal propose_shares
    get_special_account list_special_refunds list_special_refunds_csv list_special_refunds_xlsx
    list_special_account_lines end_proxy download_public_vote_record end_representative
    post_evidence ask_login_change contest_login_change withdraw_login_change contest_binding
    prove_vote_inclusion download_vote_record print_vote_result settle_objection
    erase_account ask_correction withdraw_correction
    post_last_photo report_bare_lobby collect_invitation ask_appointment
    contest_vote_service issue_paper print_paper
"""
LABELS = """els => els.map(e => [e.closest('details').id, e.name,
    [...e.labels].map(l => l.textContent).join('')])"""


def of_an_owner() -> set[str]:
    """The operations that an owner may call, by the contract."""
    paths = promised.promised()["paths"].values()
    return {
        told["operationId"]
        for methods in paths
        for told in methods.values()
        if ROLES & set(told["x-roles"])
    }


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """A browser's page; an error in its script fails the test."""
    broken: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium_in(tmp_path))
        opened = await browser.new_page()
        opened.set_default_timeout(15_000)
        opened.on("pageerror", lambda error: broken.append(str(error)))
        yield opened
        await browser.close()
    assert broken == []


@pytest.fixture
async def walk(city: City, page: Page) -> Walk:
    """The page of an owner, before the login."""
    script = Path(os.environ["PAGE"]).read_bytes()
    return await Walk.opened(page, city, script, sorted(ROLES))


async def test_each_field_of_each_operation_has_its_words(walk: Walk) -> None:
    assert set(await walk.drawn()) == of_an_owner()
    fields = await walk.page.locator("[name]:not(fieldset)").evaluate_all(LABELS)
    assert [one for one in fields if not CHINESE.search(one[2])] == []
    options = await walk.page.locator("option").evaluate_all("els => els.map(e => e.textContent)")
    assert sorted({one for one in options if not one or WORD.match(one)}) == []
    legends = await walk.page.locator("legend").evaluate_all("els => els.map(e => e.textContent)")
    assert [one for one in legends if not CHINESE.search(one)] == []


async def test_a_fault_stands_at_its_field(walk: Walk) -> None:
    await walk.done("log_in", code=login_code(walk.city))
    await walk.send("bind_home", home_id="x", name=" ", id_number="    ")
    faults = walk.page.locator("#bind_home .fault")
    assert await faults.count() == 1
    before = await faults.evaluate("e => e.previousElementSibling.name")
    assert before == "/home_id"


async def test_a_list_goes_on_and_money_is_in_yuan(walk: Walk) -> None:
    city = walk.city
    owner = city.roll.people["owner1"]
    await walk.done("log_in", code=login_code(city, owner.openid))
    await walk.done("list_homes", building_id=str(city.roll.here.building), limit="5")
    shown = walk.page.locator("#list_homes output")
    more = shown.get_by_role("button", name="下一页")
    for pages in (2, 3):
        await more.click()
        await shown.locator("> dl").nth(pages - 1).wait_for()
    assert await shown.locator("td:first-child").count() == 12
    assert await more.count() == 0
    await walk.done("get_scope_balance", scope_id=str(city.roll.here.scope))
    assert "50,000.00元" in await walk.page.locator("#get_scope_balance output").inner_text()


async def test_an_owner_does_everything(walk: Walk) -> None:
    await at_home(walk)
    case = await signed(walk)
    await objected(walk, case)
    await voted(walk)
    await paid(walk, case)
    walk.known["file_id"] = await paper(walk, 94)
    await read(walk)
    last = ("log_out", "erase_account")
    left = [one for one in await walk.drawn() if one not in (*walk.met, *last)]
    for op in (*left, *last):
        await walk.send(op)
    assert walk.faults == []
    assert set(walk.met) == of_an_owner()
    refused = {op for op, statuses in walk.met.items() if min(statuses) >= 300}
    assert refused <= set(NOT_AN_OWNERS_DAY.split())


async def at_home(walk: Walk) -> None:
    """Logged in, out of both homes and bound to them again, and reachable."""
    city, owner = walk.city, walk.city.roll.people["owner1"]
    here = city.roll.here
    walk.known |= {
        "community_id": str(here.community),
        "building_id": str(here.building),
        "scope_id": str(here.scope),
        "insurer_id": str(city.roll.insurer),
        "year": "2025",
        "old": "1",
    }
    logged_in = await walk.done("log_in", code=login_code(city, owner.openid))
    first, second = (one["home"]["home_id"] for one in logged_in["homes"])
    walk.known["home_id"] = first
    for bound in (await walk.done("list_bindings"))["items"]:
        await walk.done("leave_home", binding_id=bound["binding_id"])
    await walk.done("set_phone", code=phone_code(city, owner.openid, owner.named.phone))
    notice = await walk.done("get_privacy_notice")
    agreed = {"version": notice["version"], "consent": "notice", "agreed": True}
    await walk.done("set_privacy_consent", **agreed)
    await walk.done("begin_face_check", name=owner.name, id_number=owner.id_number)
    await walk.done("bind_home", home_id=first, name=owner.name, id_number=owner.id_number)
    await walk.done("list_offered_homes")
    await walk.done("bind_offered_home", home_id=second)
    await walk.done("list_home_bindings", home_id=first)
    await walk.done("list_login_changes")
    await walk.done("list_binding_contests")
    await walk.done("refresh_login")
    consents = await walk.done("list_consents")
    template = consents["items"][0]["template_id"]
    await walk.done("record_consents", results=[{"0": template, "1": "accept"}])
    await walk.done("get_me")
    await walk.done("get_home_screen")
    await city.must("POST", "/login", "", {"code": login_code(city, owner.openid)})
    sessions = (await walk.done("list_sessions"))["items"]
    walk.known["session_id"] = next(one["id"] for one in sessions if not one["current"])


async def paper(walk: Walk, shade: int) -> str:
    """A file that was sent through the page."""
    taken = Path(walk.city.settings.var_dir) / f"{shade}.jpg"
    taken.write_bytes(photo(shade))
    return str((await walk.done("upload_file", file=taken))["id"])


async def signed(walk: Walk) -> Journey:
    """An application withdrawn; a neighbour's that the owner signs, twice, and corrects."""
    city = walk.city
    walk.known["file_id"] = await paper(walk, 90)
    lifts = [str(one) for one in city.roll.here.elevators]
    made = await walk.done("apply_for_insurance", elevator_ids=lifts)
    await walk.done("withdraw_case", case_id=made["id"], reason="另行申请")
    trip = await Journey.applied(city, "owner2")
    walk.known["case_id"] = trip.id
    await walk.done("sign_case")
    await walk.done("withdraw_signature")
    await walk.done("sign_case")
    await trip.do("owner4", "/signatures")
    await walk.done("flag_emergency", file_ids=[await paper(walk, 91)])
    await trip.do("clerk", "/return", {"reason": "补充材料"})
    await walk.done("correct_case", note="已补", file_ids=[])
    for step in (trip.accept, trip.plan, trip.publish):
        await step()
    return trip


async def objected(walk: Walk, trip: Journey) -> None:
    """The notice is read and objected to, and the objection taken back."""
    board = await walk.done("list_lobbies")
    walk.known |= {"check_code": board["check_code"]}
    wall = await trip.do("manager", "/lobbies", method="GET")
    await walk.send("get_lobby_task", token=wall["items"][0]["token"])
    await walk.done("get_public_notice", token=board["public_token"])
    await walk.done("print_poster")
    await walk.done("draw_poster")
    await trip.post()
    made = await walk.done("file_objection", text="费用过高", file_ids=[])
    walk.known["objection_id"] = made["objection_id"]
    for op in ("list_case_objections", "list_my_objections", "get_objection"):
        await walk.done(op)
    await walk.done("withdraw_objection")
    for op in ("list_messages", "count_unread_messages"):
        found = await walk.done(op)
        walk.known |= {"message_id": found["items"][0]["id"]} if "items" in found else {}
    await walk.done("read_message")
    await walk.done("read_all_messages")


async def voted(walk: Walk) -> None:
    """A ballot in a vote that runs."""
    city, manager = walk.city, walk.city.roll.people["manager"]
    planned = {"flow": "household", "applicant": "manager", "signers": ()}
    case = await case_in(
        State.PLANNED, city.roll, city.clock(), applicant_id=str(manager.person_id), **planned
    )
    made = await city.must("POST", f"/cases/{case.id}/votes", await city.staff("clerk"), {})
    walk.known["vote_id"] = made["id"]
    await walk.done("get_vote")
    cast = await walk.done("cast_ballot", choice="agree")
    assert cast
    for op in ("list_my_ballots", "list_votes", "print_vote_poster", "draw_vote_poster"):
        await walk.done(op)
    await walk.done("list_case_votes", case_id=str(case.id))
    await walk.done("get_public_vote", token=made["token"])


async def paid(walk: Walk, trip: Journey) -> None:
    """From the end of the notice to the policy; the owner signs the contract and asks for money."""
    await trip.wait()
    await trip.register()
    start = walk.city.clock().date() + timedelta(days=3)
    to_on = start.replace(year=start.year + 1) - timedelta(days=1)
    fen = str(sum(PREMIUMS) / 100)
    await walk.done(
        "sign_contract",
        number="HT-2025-1",
        from_on=start,
        to_on=to_on,
        amount_fen=fen,
        file_id=await paper(walk, 93),
    )
    file = await paper(walk, 92)
    await walk.done(
        "request_payout",
        invoice_number="FP-1",
        invoice_fen=fen,
        invoice_file_id=file,
        file_ids=[],
    )
    await trip.look()
    for step in (trip.prepare, trip.approve, trip.issue):
        await step()


async def read(walk: Walk) -> None:
    """What an owner reads when all is done."""
    for op in (
        "get_home_screen",
        "get_case",
        "get_case_conditions",
        "list_timeline",
        "list_documents",
        "list_cases",
        "get_scope_balance",
        "list_scope_lines",
        "list_communities",
        "list_buildings",
        "list_homes",
        "list_insurers",
        "download_file",
        "get_home_fund",
        "list_home_fund_lines",
        "list_public_notices",
        "get_public_scope",
        "get_public_programme",
    ):
        await walk.done(op)
