"""Anybody checks in their own browser that the log still begins with the one they kept. R12.3."""

import json
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from tests.conftest import _LOG
from tests.databases import as_owner, statements
from tests.handlers.test_log import told
from tests.handlers.test_witnesses import STREET, named, signed
from tests.world import City

pytestmark = pytest.mark.usefixtures("empty_log")


@pytest.fixture
async def browser(chromium: dict[str, Any]) -> AsyncIterator[Page]:
    """A browser; what its console complains of fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(**chromium)
        page = await launched.new_page(viewport={"width": 360, "height": 740})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        await launched.close()
    beside = ("404", "ERR_FILE_NOT_FOUND")  # a size that is later; the style of a saved page
    assert [text for text in complaints if not any(one in text for one in beside)] == []


async def checked(page: Page, kept: str) -> str:
    """What the page says of a head that somebody kept."""
    await page.evaluate("document.getElementById('verdict').hidden = true")
    await page.get_by_role("textbox", name="手里的树首").fill(kept)
    await page.get_by_role("button", name="核对").click()
    await page.wait_for_selector("#verdict:not([hidden])")
    return await page.inner_text("#verdict")


async def test_a_kept_head_is_checked_in_the_browser(
    city: City, browser: Page, tmp_path: Path
) -> None:
    """Every size against every later one; a forged root, head, signature or proof is found."""
    await named(city, "street", STREET)
    kept = []
    for number in (3, 1, 4):
        await told(city, number)
        kept.append(await city.must("GET", "/public/log/head"))
    await signed(city, "street", STREET)
    await browser.goto(f"{city.url}/log")
    for head in kept:
        said = await checked(browser, f"{head['tree_size']}:{head['root_hash']}")
        assert "核对一致" in said and "中心的签名" in said, said
        said = await checked(browser, f"第 {head['tree_size']}：{head['root_hash'][:16]}")
        assert "核对一致" in said, said
        forged = sha256(bytes.fromhex(head["root_hash"])).hexdigest()
        said = await checked(browser, f"{head['tree_size']}:{forged}")
        assert "核对不符" in said and "不以第" in said, said
    assert "见证人见证单位 street的签名相符" in said
    said = await checked(browser, json.dumps(kept[0]))
    assert "核对一致" in said and said.count("中心的签名") == 2

    other = kept[0] | {"head_signature": kept[1]["head_signature"]}
    assert "签名不符" in await checked(browser, json.dumps(other))
    other = kept[0] | {"root_hash": kept[1]["root_hash"]}
    assert "所签的文字不是这个树首" in await checked(browser, json.dumps(other))
    assert "核对不符" in await checked(browser, f"99:{kept[0]['root_hash']}"), "later than today's"
    assert "没有看懂" in await checked(browser, "昨天的")

    # Saved to a disk it checks what is pasted, with the proof that was fetched before.
    sizes = f"old={kept[1]['tree_size']}&new={kept[2]['tree_size']}"
    proof = await city.must("GET", f"/public/log/consistency?{sizes}")
    page, script = await city.call("GET", "/log"), await city.call("GET", "/assets/verify_log.js")
    (tmp_path / "verify_log.js").write_bytes(script[1])
    saved = page[1].decode().replace("/assets/verify_log.js", "verify_log.js")
    (tmp_path / "log.html").write_text(saved)
    await browser.goto(f"file://{tmp_path}/log.html")
    both = f"{json.dumps(kept[1])}\n{json.dumps(proof)}"
    assert "核对一致" in await checked(browser, both)
    proof["proof"][0] = forged
    assert "核对不符" in await checked(browser, f"{json.dumps(kept[1])}\n{json.dumps(proof)}")
    assert "离线核对还须" in await checked(browser, json.dumps(kept[1]))


async def test_a_log_written_anew_is_found_by_whoever_kept_a_head(
    city: City, browser: Page, database_url: str
) -> None:
    """With our key and consistent in itself: all of it forged, but not the reader's own head."""
    await told(city, 3)
    kept = await city.must("GET", "/public/log/head")
    await statements(
        as_owner(database_url),
        *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in _LOG),
        *(f"DELETE FROM {table}" for table in _LOG),
    )
    await told(city, 5)
    await browser.goto(f"{city.url}/log")
    assert "核对一致" in await checked(browser, ""), "our signature is right"
    said = await checked(browser, f"3:{kept['root_hash'][:16]}")
    assert "今天的日志不以第 3 号树首" in said and "核对不符" in said
