"""A reviewer's and a bookkeeper's work in a real browser, the first without script."""

from typing import Any
from urllib.parse import urlsplit

import pyotp
from playwright.async_api import Browser, Page, async_playwright

from handlers.people import passwords
from models.people.accounts import Account
from models.sealed import ACCOUNT_TOTP
from tests.console import contract
from tests.console.counter.test_counter import PASSWORD, SECRET, quick
from tests.handlers.entries import scenes
from tests.journey import Journey
from tests.world import City

assert quick, "passwords cost little here, too"

WIDE: Any = {"width": 1280, "height": 900}
PHONE: Any = {"width": 390, "height": 844}
HOSTILE = "费用太高<script>document.title='x'</script>\"'><img src=x onerror=alert(1)>"


async def opened(browser: Browser, complaints: list[str], **how: Any) -> Page:
    """A page of a browser of its own; what it complains of is kept."""
    page = await (await browser.new_context(**how)).new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


async def signed_in(city: City, page: Page, who: str) -> None:
    """Password and code typed in, the desk reached."""
    account = await Account.get(id=city.roll.accounts[who])
    account.password_hash = passwords.hashed(PASSWORD)
    account.totp_cipher = city.vault.encrypt(SECRET, ACCOUNT_TOTP.of(account.id))
    await account.save()
    await page.goto(f"{city.url}/console")
    await page.get_by_label("用户名").fill(account.username)
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_label("动态口令").fill(pyotp.TOTP(SECRET).at(city.clock()))
    await page.get_by_role("button", name="登录").click()
    await page.wait_for_url("**/console")


async def kept(page: Page) -> None:
    """The page keeps the contract and fits its width."""
    contract.check(await page.content())
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_two_days_at_the_counter(city: City, chromium: dict[str, Any]) -> None:
    """The reviewer decides an objection, without script and after a fault; the bookkeeper narrows
    a list on a phone."""
    trip = await Journey.at(city, "noticed")
    said = {"text": HOSTILE}
    await city.must("POST", f"/cases/{trip.id}/objections", await city.login("owner2"), said)
    await scenes()["voucher"](city)
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium)
        page = await opened(browser, complaints, viewport=WIDE, java_script_enabled=False)
        await signed_in(city, page, "reviewer")
        await decided(page, trip.body["number"])
        page = await opened(browser, complaints, viewport=PHONE, color_scheme="dark")
        await signed_in(city, page, "finance2")
        await narrowed(page)
        await browser.close()
    view = await city.must("GET", f"/cases/{trip.id}", await city.staff("clerk"))
    assert view["state"] == "noticed"
    assert [text for text in complaints if "status of 422" not in text] == []


async def decided(page: Page, number: str) -> None:
    """From the desk to the objection, to its form, through a fault, to what it says now."""
    await page.get_by_role("link", name=number).click()
    await page.get_by_role("link", name=number).first.click()
    assert HOSTILE in await page.inner_text("main")
    await page.get_by_role("link", name="认定反对意见不成立").click()
    await page.get_by_role("button", name="提交").last.click()
    alert = page.get_by_role("alert")
    assert "理由" in await alert.inner_text()
    await page.get_by_role("textbox", name="理由").fill("逐项核对，费用与合同一致")
    await page.get_by_role("button", name="提交").last.click()
    assert "已办理" in await page.get_by_role("status").inner_text()
    assert "逐项核对" in await page.inner_text("main")
    assert HOSTILE in await page.inner_text("main")


async def narrowed(page: Page) -> None:
    """From the desk to the vouchers, to those that wait, to one of them."""
    await kept(page)
    await page.get_by_role("link", name="全部事项").click()
    await kept(page)
    await page.get_by_role("link", name="手工凭证列表").click()
    await page.get_by_text("筛选与排序").click()
    await page.get_by_label("状态").select_option("draft")
    await page.get_by_role("button", name="筛选").click()
    assert "state=draft" in urlsplit(page.url).query
    await kept(page)
    await page.locator("td a").first.click()
    await kept(page)
    assert "复核：记账凭证" in await page.inner_text("main")
