"""The public pages as a browser gets them from the real application. R7.3, R12.1."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from rules.money import yuan
from tests.journey import PREMIUMS, Journey
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


async def text_of(page: Page) -> str:
    """What the page says."""
    return await page.inner_text("main")


async def test_from_the_code_on_the_wall_to_the_notice_and_back(city: City, phone: Page) -> None:
    """An owner scans, reads, sees whose money it is; the neighbour checks the paper."""
    trip = await Journey.at(city, "noticed")
    board = await trip.do("manager", "/lobbies", method="GET")
    await phone.goto(f"{city.url}/q/{board['public_token']}")
    assert "公示中" in await text_of(phone)
    await phone.get_by_role("link", name="查看公示全文").click()
    await phone.wait_for_url("**/n/*")
    said = await text_of(phone)
    assert "还剩 7 天" in said and "2025年9月22日" in said
    assert yuan(sum(PREMIUMS)) in said and "石榴苑1栋" in said
    assert await phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    await phone.get_by_role("link", name="查看该账户的收支明细").click()
    await phone.wait_for_url("**/open/accounts/*")
    assert "50,000.00" in await text_of(phone)
    await phone.goto(f"{city.url}/check")
    await phone.get_by_label("查验码").fill(board["check_code"].lower())
    await phone.get_by_role("button", name="查验").click()
    await phone.wait_for_url("**/check?code=*")
    said = await text_of(phone)
    assert "公示属实" in said and trip.body["number"] in said


async def test_every_public_page_of_a_finished_case(city: City, phone: Page) -> None:
    trip = await Journey.at(city, "paid")
    sum_of_all = yuan(sum(PREMIUMS))
    expected = {
        "/": f"{sum_of_all}元",
        "/open/notices": "已拨付",
        "/open/registrations": trip.body["registration_number"],
        "/open/payouts": sum_of_all,
        f"/open/accounts/{city.roll.here.scope}": f"-{sum_of_all}",
        f"/open/accounts/{city.roll.there.scope}": "金额和明细不公开",
        "/open/accounts": "不公开",
    }
    for path, words in expected.items():
        await phone.goto(city.url + path)
        assert words in await text_of(phone), path
        assert await phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


async def test_a_browser_gets_pages_where_programs_get_problems(city: City, phone: Page) -> None:
    for path in ("/n/nothing", "/q/nothing", "/nothing", "/open/accounts/nothing"):
        response = await phone.goto(city.url + path)
        assert response and response.status == 404
        assert "没有找到" in await text_of(phone), path
        status, problem = await city.call("GET", path)
        assert (status, problem["code"]) == (404, "NotFound"), path


async def test_the_managers_code_tells_a_passer_by_nothing(city: City, phone: Page) -> None:
    """R7.2: whether a lobby's code is good is told to the manager alone."""
    trip = await Journey.at(city, "posting")
    board = await trip.do("manager", "/lobbies", method="GET")
    await phone.goto(f"{city.url}/e/{board['items'][0]['token']}")
    good = await phone.content()
    await phone.goto(f"{city.url}/e/nothing")
    assert await phone.content() == good


async def test_nothing_scrolls_sideways_at_twice_the_type(city: City, phone: Page) -> None:
    """At 200 % the name in the header, figures and cards break instead of running out."""
    trip = await Journey.at(city, "paid")
    token = trip.body["notice"]["public_token"]
    pages = ("/", f"/n/{token}", "/check", "/open/notices", "/open/payouts", "/open/registrations")
    for path in (*pages, "/open/accounts", f"/open/accounts/{city.roll.here.scope}"):
        await phone.goto(city.url + path)
        assert await width_at_twice_the_type(phone) <= PHONE["width"], path


async def width_at_twice_the_type(page: Page) -> int:
    """How wide the page is when its reader has doubled the size of the type."""
    asked = """() => {
        document.documentElement.style.fontSize = '200%';
        return document.documentElement.scrollWidth;
    }"""
    return int(await page.evaluate(asked))
