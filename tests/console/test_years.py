"""A published year in a browser, on paper, and recomputed from what is downloaded. R4.7, R12.1."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Page, async_playwright

from models.base import sql
from rules.money import yuan
from tests.console.test_site import width_at_twice_the_type
from tests.handlers.test_yearly_reports import YEAR, closed, publish
from tests.pdf_text import pages_of
from tests.world import City

PHONE: Any = {"width": 360, "height": 740}


@pytest.fixture
async def phone(chromium: dict[str, Any]) -> AsyncIterator[Page]:
    """A small phone's browser; what its console complains of fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium)
        page = await browser.new_page(viewport=PHONE)
        page.on("console", lambda message: complaints.append(message.text))
        yield page
        await browser.close()
    assert [text for text in complaints if "404" not in text] == []


async def test_from_the_report_to_the_steps_of_one_account(city: City, phone: Page) -> None:
    """R4.7: list, report, account, its computation; and from the account's own page."""
    town = await closed(city)
    await publish(city)
    posted = (await town.pooled_of(YEAR))[city.roll.here.scope]
    await phone.goto(f"{city.url}/open/years")
    await phone.get_by_role("link", name=f"{YEAR}年").click()
    await phone.wait_for_url(f"**/open/years/{YEAR}")
    said = await phone.inner_text("main")
    assert "5,550.00" in said and "第1版" in said and yuan(posted) in said
    await phone.get_by_role("link", name="石榴苑1栋").click()
    await phone.wait_for_url("**/income/*")
    said = await phone.inner_text("main")
    assert f"记入统筹账户{yuan(posted)}元" in said
    for settlement in town.settled:
        row = (await sql("SELECT code FROM deposit WHERE id = $1", settlement.deposit_id))[0]
        assert f"存款{row['code']}" in said
    assert await phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert await width_at_twice_the_type(phone) <= PHONE["width"]
    await phone.evaluate("document.documentElement.style.fontSize = ''")
    await phone.get_by_role("link", name="查看该账户的收支明细").click()
    await phone.wait_for_url("**/open/accounts/*")
    await phone.get_by_role("link", name=f"{YEAR}年", exact=True).click()
    await phone.wait_for_url("**/income/*")


async def test_what_is_withheld_has_no_page(city: City) -> None:
    """R12.2: neither of the few nor of those that hide them; nor before the year is published."""
    here, there = city.roll.here.scope, city.roll.there.scope
    await closed(city)
    status, _ = await city.call("GET", f"/open/accounts/{here}/income/{YEAR}")
    assert status == 404
    await publish(city)
    for scope, expected in ((here, 200), (there, 404), (city.roll.empty, 404), (uuid4(), 404)):
        status, _ = await city.call("GET", f"/open/accounts/{scope}/income/{YEAR}")
        assert status == expected, scope
    # What lost its owners since is no longer shown, though the report showed it.
    await sql("UPDATE ownership SET to_on = $1", city.clock().date())
    city.clock.advance(minutes=2)
    assert (await city.call("GET", f"/open/accounts/{here}/income/{YEAR}"))[0] == 404
    assert (await city.call("GET", "/open/years/2019"))[0] == 404
    assert (await city.call("GET", "/open/years"))[0] == 200


async def test_a_corrected_report_shows_both(city: City, phone: Page) -> None:
    await closed(city)
    await publish(city)
    await sql("UPDATE scope SET name = '石榴苑一栋' WHERE id = $1", city.roll.here.scope)
    await publish(city, "更正楼栋名称")
    await phone.goto(f"{city.url}/open/years/{YEAR}")
    said = await phone.inner_text("main")
    assert "第2版" in said and "更正楼栋名称" in said and "石榴苑一栋" in said
    await phone.get_by_role("link", name="第1版").click()
    await phone.wait_for_url("**version=1")
    assert "石榴苑1栋" in await phone.inner_text("main")


async def test_anybody_recomputes_the_year_from_the_downloads(city: City, tmp_path: Path) -> None:
    """R4.7: the script and the data of the public page alone; a changed figure is found."""
    await closed(city)
    await publish(city)
    _, script = await city.call("GET", "/assets/recompute_income.py")
    _, data = await city.call("GET", f"/public/accounting-years/{YEAR}/export.zip")
    (tmp_path / "recompute_income.py").write_bytes(script)
    (tmp_path / "income.zip").write_bytes(data)
    command = [sys.executable, "-I", "recompute_income.py", "income.zip"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()[:2]) == (0, "OK"), done.stdout + done.stderr


async def test_the_explanation_on_paper(city: City) -> None:
    """R4.7: an owner prints what made the figure; others do not get it."""
    town = await closed(city)
    posted = (await town.pooled_of(YEAR))[city.roll.here.scope]
    path = f"/scopes/{city.roll.here.scope}/income/{YEAR}/explanation.pdf"
    status, content = await city.call("GET", path, await city.login("owner1"))
    assert status == 200 and content.startswith(b"%PDF")
    text = "".join(pages_of(content))
    for words in (
        "石榴苑1栋",
        f"{YEAR}年度",
        f"{yuan(posted)}元",
        "积数",
        "余数",
        "基准利率",
        "份额：",
    ):
        assert words in text, words
    assert text.count("存款D") == 2
    for who, expected in (("elsewhere", 403), ("stranger", 403)):
        assert (await city.call("GET", path, await city.login(who)))[0] == expected
    auditor = await city.staff("auditor")
    for wrong in (
        path.replace(str(YEAR), "2019"),
        path.replace(str(YEAR), "abcd"),
        path.replace(str(YEAR), f"0{YEAR}"),
    ):
        assert (await city.call("GET", wrong, auditor))[0] == 404
    none = path.replace(str(city.roll.here.scope), str(uuid4()))
    assert (await city.call("GET", none, auditor))[0] == 404


async def test_a_paper_has_a_limit(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await closed(city)
    monkeypatch.setattr("handlers.income.print_explanation.AT_ONCE", 1)
    path = f"/scopes/{city.roll.here.scope}/income/{YEAR}/explanation.pdf"
    auditor = await city.staff("auditor")
    monkeypatch.setattr("papers.income_explanations.STEPS_MAX", 1)
    _, content = await city.call("GET", path, auditor)
    assert "其余1笔" in "".join(pages_of(content))
    monkeypatch.setattr("handlers.income.print_explanation.SETTLEMENTS_MAX", 1)
    status, problem = await city.call("GET", path, auditor)
    assert (status, problem["code"]) == (422, "TooManyRows")
