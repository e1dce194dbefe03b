"""The reference of the API: everything is there once, every link leads somewhere, phones can read
it, and only a sandbox has it."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import msgspec
import pytest
from playwright.async_api import Page, async_playwright
from sanic import Sanic

from console import links
from rules.people import ROLE_TITLES, Role
from rules.refusals import every
from sandbox import routes
from sandbox.reference import fields, pages
from sandbox.reference.book import book
from server import app as application
from server import spec
from server.operations import TABLE
from server.spec.document import api_rows
from tests.console.looks import CONTRAST, STRUCTURE
from tests.world import City, listening

PHONE: Any = {"width": 360, "height": 740}
VOID = {"meta", "link", "br", "input"}
MOST_BYTES = 400_000


class Reading(HTMLParser):
    """The anchors, the links and the order of the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if "id" in told:
            self.ids.append(told["id"] or "")
        if "href" in told:
            self.hrefs.append(told["href"] or "")
        if tag not in VOID:
            assert not (tag in ("p", "dl", "ul", "details") and "p" in self.open), self.getpos()
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()


@cache
def written() -> dict[str, str]:
    """Every page of the reference by its address."""
    found = {pages.DOCS: pages.index(), pages.ROLES: pages.roles()}
    found |= {f"{pages.DOCS}/{one.name}": pages.subject(one.name) for one in book().subjects}
    roles = {role for op in api_rows(TABLE) for role in op.who}
    return found | {f"{pages.ROLES}/{role}": pages.role(role) for role in roles}


def test_every_operation_is_told_once_and_in_the_index_once() -> None:
    ours = {op.name for op in api_rows(TABLE)}
    told = [
        name
        for one in book().subjects
        for name in re.findall(r'<h2 id="([a-z_0-9]+)">', written()[f"{pages.DOCS}/{one.name}"])
        if name != "data"
    ]
    assert len(told) == len(set(told)) and set(told) == ours
    listed = Counter(re.findall(r'<li id="(\w+)">', written()[pages.DOCS]))
    assert set(listed) == ours and set(listed.values()) == {1}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SYSTEM])
def test_what_a_role_may_is_what_the_table_says(role: Role) -> None:
    text = written()[f"{pages.ROLES}/{role}"]
    shown = re.findall(rf'href="{pages.DOCS}/\w+#(\w+)"', text)
    assert sorted(shown) == sorted(op.name for op in api_rows(TABLE) if role in op.who)
    assert ROLE_TITLES[role] in text


def test_every_link_leads_somewhere() -> None:
    ids = {path: set(Reading(text).ids) for path, text in written().items()}
    ids[links.ERRORS] = {one.code() for one in every()}
    served = {op.path for op in TABLE} | {pages.STYLE}
    served |= {f"{pages.FILES}/{name}" for name in book().files}
    for here, text in written().items():
        for href in set(Reading(text).hrefs):
            if href.startswith("tel:") or href == "#main":
                continue
            path, _, anchor = href.partition("#")
            path = path or here
            assert path in ids or path in served, f"{here}: {href}"
            assert not anchor or anchor in ids[path], f"{here}: {href}"


def test_every_page_is_sound_and_no_burden() -> None:
    for path, text in written().items():
        read = Reading(text)
        assert read.open == [], path
        assert len(read.ids) == len(set(read.ids)), path
        assert len(text.encode()) < MOST_BYTES, path
        assert not re.search(r"<script|<style|<iframe|\sstyle=|\son\w+=|javascript:", text), path
        assert not re.search(r"(?:src|action|href)=\"?https?:", text), path


def test_an_operation_says_all_that_a_caller_needs() -> None:
    """Fields with their words, limits, values and examples; the function; refusals with a way."""
    text = written()[f"{pages.DOCS}/cases"]
    card = text.partition('<h2 id="apply_for_insurance">')[2].partition("</section>")[0]
    for words in (
        "<strong>POST</strong> /cases",
        f'<a href="{pages.ROLES}/independent">独立产权人</a>',
        "<code>applyForInsurance</code>",
        "<code>Idempotency-Key</code>",
        "<code>elevator_ids</code> <span>电梯</span>",
        "列表，每项是标识（UUID）",
        "<strong>必填</strong>",
        "<code>household</code> 分户账方式",
        "<summary>样例</summary>",
        '<a href="#CaseView">CaseView</a>',
        f'409 <a href="{links.ERRORS}#ElevatorTaken">ElevatorTaken</a>',
    ):
        assert words in card, words


def test_a_field_in_words() -> None:
    told = fields.field_of(
        "limit_fen",
        {
            "title": "限额",
            "description": "不公开的为空。单位：分",
            "anyOf": [{"type": "integer", "minimum": 1, "maximum": 2**63 - 1}, {"type": "null"}],
            "default": 5,
        },
        must=False,
    )
    assert (told.kind, told.unit, told.about) == ("整数", "分", "不公开的为空。")
    assert told.limits == ("不小于 1", "可以是 null", "缺省 `5`")
    told = fields.field_of(
        "kinds",
        {
            "type": "array",
            "maxItems": 3,
            "items": {"enum": ["a", 1], "x-enumDescriptions": {"a": "甲", "1": "一"}},
            "examples": [["a"]],
        },
        must=True,
    )
    assert (
        told.limits == ("0 到 3 项",)
        and told.example == '["a"]'
        and told.kind == "列表，每项是可选值之一"
    )
    assert told.choices == (fields.Choice("a", "甲"), fields.Choice("1", "一"))


def test_what_people_wrote_is_never_markup() -> None:
    assert pages.marked("`<b>` <i>\n\n二") == "<p><code>&lt;b&gt;</code> &lt;i&gt;</p><p>二</p>"


@pytest.fixture
async def shown(city: City, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an application with the pages of the house and those of a sandbox."""
    house = [op for op in TABLE if op.handler.__module__.startswith("console.")]
    rows = routes.operations(routes.Rows(city.world, tmp_path, ""))
    deps = application.Deps(city.settings, city.world, city.cache)
    served = application.build(deps, [*house, *rows], f"reference-{uuid4().hex[:8]}")
    async with listening(served) as url:
        yield url
    Sanic.unregister_app(served)


async def test_only_a_sandbox_has_it(city: City, shown: str) -> None:
    async with httpx.AsyncClient(base_url=shown, trust_env=False) as http:
        answer = await http.get(pages.DOCS)
        assert answer.status_code == 200
        assert answer.headers["Content-Security-Policy"] == application.CONTENT_POLICY
        known = {"If-None-Match": answer.headers["ETag"]}
        assert (await http.get(pages.DOCS, headers=known)).status_code == 304
        for name, text in spec.files().items():
            if name.endswith(".md"):
                continue
            taken = await http.get(f"{pages.FILES}/{name}")
            assert taken.text == text and "attachment" in taken.headers["Content-Disposition"]
        page = await http.get(links.ERRORS)
        assert page.status_code == 200 and "NoPlaceLeft" not in page.text
        assert (await http.get(f"{pages.FILES}/core.ts")).text == book().files["core.ts"]
        for path in ("/nothing", "/roles/system", "/roles/nobody", "/downloads/no.ts"):
            assert (await http.get(pages.DOCS + path)).status_code == 404, path
    for path in (*written(), pages.STYLE, f"{pages.FILES}/openapi.json"):
        assert (await city.http.get(path)).status_code == 404, path


async def test_every_page_on_a_phone(shown: str, chromium: dict[str, Any]) -> None:
    """No sideways scrolling with everything unfolded; levels without a gap; contrast; no trouble
    with the policy; a link to folded data unfolds it."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**chromium)
        phone = await browser.new_page(viewport=PHONE)
        phone.on("console", lambda message: complaints.append(message.text))
        for path in written():
            await _look(phone, shown, path)
        await phone.goto(f"{shown}{pages.DOCS}/cases#apply_for_insurance")
        card = phone.locator("section", has=phone.locator("#apply_for_insurance"))
        await card.get_by_role("link", name="CaseView").click()
        assert await phone.locator("#CaseView").is_visible()
        await browser.close()
    assert complaints == []


async def _look(phone: Page, shown: str, path: str) -> None:
    await phone.goto(shown + path)
    await phone.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = await phone.evaluate(STRUCTURE)
    assert found["scroll"] <= PHONE["width"] and found["wide"] == [], path
    assert (found["lang"], found["h1"], found["skip"]) == ("zh-CN", 1, "#main"), path
    levels = found["levels"]
    assert all(after - before <= 1 for before, after in pairwise(levels)), path
    assert found["named"] and not found["small"], path
    assert await phone.evaluate(CONTRAST) >= 4.5, path


def test_the_files_taken_away_are_those_of_the_contract() -> None:
    """And what the clients import is among them."""
    files = book().files
    msgspec.json.decode(files["openapi.json"])
    for text in files.values():
        assert {f"{name}.ts" for name in re.findall(r" from '\./(\w+)'", text)} <= set(files)
