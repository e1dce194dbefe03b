"""A page of `renderer.ts` as a person uses it: fields are filled, sent, and what comes is read."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.async_api import Locator, Page, Response, Route

from tests import promised
from tests.world import City

HTML = '<!doctype html><meta charset="utf-8"><body><script type="module" src="page.js"></script>'
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LEAVES = "els => els.filter(e => !e.firstElementChild).map(e => e.textContent)"
FIELDS = "els => els.map(e => [e.name, e.required && !e.value])"


def codes() -> set[str]:
    """Every value of an enumeration of the contract that is not itself what people call it."""
    found: set[str] = set()

    def look(part: Any) -> None:
        if isinstance(part, dict):
            titles = part.get("x-enumDescriptions")
            if isinstance(titles, dict):
                found.update(value for value, title in titles.items() if value != title)
            for inner in part.values():
                look(inner)
        elif isinstance(part, list):
            for inner in part:
                look(inner)

    look(promised.promised())
    return {one for one in found if re.search("[A-Za-z]{2}", one)}


@dataclass
class Walk:
    """One owner at the page. `known` are true values by the names of fields; `met` the answers."""

    page: Page
    city: City
    known: dict[str, str]
    met: dict[str, list[int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    raw: set[str] = field(default_factory=codes)

    @classmethod
    async def opened(cls, page: Page, city: City, script: bytes, roles: list[str]) -> "Walk":
        """The page, served at the application's own address beside it."""
        served = {
            "": ("text/html", HTML.encode()),
            "page.js": ("text/javascript", script),
            "openapi.json": ("application/json", json.dumps(promised.promised()).encode()),
        }

        async def answer(route: Route) -> None:
            name = route.request.url.partition("?")[0].rsplit("/", 1)[-1]
            kind, body = served[name]
            await route.fulfill(content_type=kind, body=body)

        await page.route(f"{city.url}/page/**", answer)
        asked = "&".join(f"role={one}" for one in roles)
        await page.goto(f"{city.url}/page/?{asked}")
        await page.wait_for_selector("details", state="attached", timeout=60_000)
        return cls(page, city, {})

    async def drawn(self) -> list[str]:
        """The operations that have a form."""
        return list(await self.page.locator("details").evaluate_all("els => els.map(e => e.id)"))

    async def send(self, op: str, **values: Any) -> Any:
        """What came when the form of an operation was filled and sent; files give nothing."""
        form = self.page.locator(f"#{op}")
        await form.evaluate("e => { e.open = true }")
        await self._fill(form, values)
        async with self.page.expect_response(lambda one: "/page/" not in one.url) as coming:
            await form.get_by_role("button", name="发送", exact=True).click()
        response = await coming.value
        await form.locator(f'output[title="{response.status}"]').wait_for()
        self.met.setdefault(op, []).append(response.status)
        return await self._checked(op, form, response)

    async def done(self, op: str, **values: Any) -> Any:
        """The same, where it has to succeed."""
        answer = await self.send(op, **values)
        assert self.met[op][-1] < 300, (op, self.met[op][-1], answer)
        return answer

    async def _fill(self, form: Locator, values: dict[str, Any]) -> None:
        """Every field that is named, and each whose true value is known; one
        that cannot be left out names nothing that exists, and others stay as drawn."""
        for name, value in values.items():
            await self._put(form, f"/{name}", value)
        for at, missing in await form.locator("[name]:not(fieldset)").evaluate_all(FIELDS):
            top, *_ = at.strip("/").split("/")
            last = next((one for one in reversed(at.split("/")) if not one.isdigit()), "")
            known = self.known.get(last, self.known.get(last.removesuffix("s")))
            if top not in values and (missing or known is not None):
                await self._put(form, at, known or str(uuid4()))

    async def _put(self, form: Locator, at: str, value: Any) -> None:
        if isinstance(value, dict | list):
            box = form.locator(f'fieldset[name="{at}"]')
            rows = value if isinstance(value, list) else [value]
            add = box.get_by_role("button", name="添加").last
            while await box.locator(":scope > div > *").count() < len(rows):
                await add.click()
            for number, row in enumerate(rows):
                inner = f"{at}/{number}" if isinstance(value, list) else at
                for name, one in row.items() if isinstance(row, dict) else [("", row)]:
                    await self._put(form, f"{inner}/{name}".rstrip("/"), one)
            return
        place = form.locator(f'[name="{at}"]')
        kind = await place.evaluate("e => e.tagName + e.type")
        if kind == "INPUTfile":
            unknown = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
            is_file = not isinstance(value, str) or Path(value).is_file()
            await place.set_input_files(value if is_file else unknown)
        elif kind == "INPUTcheckbox":
            await place.set_checked(value)
        elif kind.startswith("SELECT"):
            await place.select_option(value)
        else:
            await place.fill(str(value))

    async def _checked(self, op: str, form: Locator, response: Response) -> Any:
        """The answer, which is one that was promised and is drawn in people's words."""
        kind = response.headers.get("content-type", "")
        content = await response.body() if response.status != 204 else b""
        body = json.loads(content) if "json" in kind else content
        path = response.url.removeprefix(self.city.url).partition("?")[0]
        promised.check(response.request.method, path, response.status, kind, body)
        output = form.locator("output")
        if response.status >= 400:
            told = await output.locator('[role="alert"] strong').inner_text()
            assert told == body["title"] and CHINESE.search(told), (op, body)
        elif not await output.locator("*").count():
            self.faults.append(f"{op}: nothing is drawn of {content[:80]!r}")
        leaves = await output.locator("dd, td, li, dt, th").evaluate_all(LEAVES)
        self.faults += [f"{op}: shows {one}" for one in sorted(set(leaves) & self.raw)]
        return body
