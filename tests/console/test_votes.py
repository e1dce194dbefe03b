"""A vote in a browser: from the account's page to the result, and recounted from it. R8.5."""

import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from console.rows import see_evidence_code, see_landing
from console.votes import see_vote
from tests.console.test_site import width_at_twice_the_type
from tests.handlers.votes.polling import casts, counted, opened
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
    assert complaints == []


async def test_from_the_wall_to_the_result_and_its_recount(
    city: City, phone: Page, tmp_path: Path
) -> None:
    """The page while it runs leans nowhere; after the count anybody recounts from it."""
    vote = await opened(city)
    for number in range(1, 9):
        await casts(city, vote, f"owner{number}", "against" if number == 2 else "agree")
    await phone.goto(f"{city.url}/v/{vote['token']}")
    said = await phone.inner_text("main")
    assert "表决中" in said and vote["roll_root"] in said
    assert "反对" not in said and "结果" not in said.replace("计票前", "")
    assert "用微信扫描楼道里的表决公告" in said and "0743-8532500" in said
    after = await counted(city, vote)
    await phone.goto(f"{city.url}/open/accounts/{city.roll.here.scope}")
    assert "（星期二）24时" in await phone.inner_text("main"), "not the next day's midnight"
    await phone.get_by_role("link", name=after["case_number"]).click()
    await phone.wait_for_url("**/v/*")
    said = await phone.inner_text("main")
    assert "表决通过" in said and all(line in said for line in after["result"]["reasons"])
    assert "怎样投票" not in said
    assert await phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert await width_at_twice_the_type(phone) <= PHONE["width"]
    await phone.evaluate("document.documentElement.style.fontSize = ''")
    for name, link in (("record.json", "计票记录"), ("recount_vote.py", "复核脚本")):
        href = await phone.get_by_role("link", name=link, exact=True).get_attribute("href")
        _, content = await city.call("GET", str(href))
        (tmp_path / name).write_bytes(content)
    shown = await phone.locator("code.digest").inner_text()
    command = [sys.executable, *shown.split()[1:]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "OK\n"), done.stdout + done.stderr
    _, words = await city.call("GET", "/assets/published_vote.txt")
    assert "elevator-vote-record" in words.decode()


async def test_wechat_finds_its_file_where_the_codes_on_the_wall_lead(city: City) -> None:
    """Without it a scan opens the page in a browser and not the mini-program, where one votes."""
    ctx = city.context()
    ctx.world = replace(ctx.world, link_files={"abc.txt": "ours"})
    for answers in (see_vote, see_landing, see_evidence_code):
        found = await answers(ctx, "abc.txt")
        assert (found.content, found.media_type) == (b"ours", "text/plain; charset=utf-8")


async def test_what_is_not_there_is_said_in_a_page(city: City) -> None:
    headers = {"Accept": "text/html"}
    status, body = await city.call("GET", "/v/nothing", headers=headers)
    assert status == 404 and "没有这项表决" in body.decode()
    status, problem = await city.call("GET", "/v/nothing")
    assert (status, problem["code"]) == (404, "VoteNotFound")
