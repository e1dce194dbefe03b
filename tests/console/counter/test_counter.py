"""The counter over the real application: signing in, the desk, a decision, a form refused."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pyotp
import pytest
from sanic import HTTPResponse

from console.counter.landing import inside
from handlers.people import passwords
from models.people.accounts import Account
from models.sealed import ACCOUNT_TOTP
from rules.cases import State
from server import counter_sessions as sessions
from server.config import Settings
from tests.builders import case_in
from tests.console import contract
from tests.handlers.entries import scenes
from tests.world import City

PASSWORD = "Kuai-Le-Men-Lan-73"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost little to check."""
    made = passwords.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", made)
    passwords._nobodys.cache_clear()


class Browser:
    """A browser without script: keeps cookies, follows redirects, fills in forms; every page it
    gets keeps the contract."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.http = httpx.AsyncClient(base_url=city.url, follow_redirects=True, trust_env=False)
        self.last: httpx.Response | None = None

    async def see(self, path: str, status: int = 200) -> str:
        """The page at an address."""
        return self._kept(await self.http.get(path), status)

    async def send(self, page: str, fields: Any, status: int = 200, **more: Any) -> str:
        """The form of a page, filled in and sent."""
        form = re.findall(r'<form method="post" action="([^"]+)"', page)[-1]
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
        body = urlencode({**hidden, **fields}, doseq=True)
        headers = {"Content-Type": "application/x-www-form-urlencoded", **more}
        return self._kept(await self.http.post(form, content=body, headers=headers), status)

    def _kept(self, response: httpx.Response, status: int) -> str:
        self.last = response
        assert response.status_code == status, (response.status_code, response.text[:3000])
        if "text/html" in response.headers["content-type"]:
            contract.check(response.text, response.headers)
        return response.text

    async def sign_in(self, who: str) -> str:
        """The desk of an account."""
        account = await Account.get(id=self.city.roll.accounts[who])
        account.password_hash = passwords.hashed(PASSWORD)
        about = ACCOUNT_TOTP.of(account.id)
        account.totp_cipher = self.city.vault.encrypt(SECRET, about)
        await account.save()
        page = await self.see("/console/sign-in")
        code = pyotp.TOTP(SECRET).at(self.city.clock())
        return await self.send(
            page, {"username": account.username, "password": PASSWORD, "totp": code}
        )


async def test_a_clerk_signs_in_decides_and_signs_out(city: City) -> None:
    case = await case_in(State.FILED, city.roll, city.clock())
    browser = Browser(city)
    page = await browser.see(f"/console/cases/{case.id}")
    assert "登录工作台" in page and f"/console/cases/{case.id}" in page
    desk = await browser.sign_in("clerk")
    assert case.number in desk and "待我办理" in desk
    kept = browser.http.cookies.jar
    assert {one.name: one.has_nonstandard_attr("HttpOnly") for one in kept} == {"console": True}
    shown = await browser.see(f"/console/cases/{case.id}")
    assert case.number in shown and "退回补正" in shown and "办理经过" in shown
    form = await browser.see(f"/console/do/cases/{case.id}/return")
    refused = await browser.send(form, {"reason": ""}, 400)
    assert 'href="#f-reason"' in refused and "理由" in refused
    done = await browser.send(refused, {"reason": "缺一份<b>材料</b>"})
    assert "已办理：退回补正" in done and "缺一份&lt;b&gt;材料&lt;/b&gt;" in done
    assert "已办理" not in await browser.see(f"/console/cases/{case.id}")
    # The button pressed twice is the same request; once it went through, it is over.
    twice = await browser.send(refused, {"reason": "缺一份<b>材料</b>"})
    assert "已办理：退回补正" in twice
    left = await browser.send(shown.replace(form, ""), {}, 200)
    assert "登录工作台" in left
    assert "登录工作台" in await browser.see("/console")


async def test_a_form_counts_only_from_a_page_of_its_own_session(city: City) -> None:
    case = await case_in(State.FILED, city.roll, city.clock())
    browser = Browser(city)
    await browser.sign_in("clerk")
    form = await browser.see(f"/console/do/cases/{case.id}/return")
    for fields, headers in (
        ({"reason": "缺", "_token": "x"}, {}),
        ({"reason": "缺"}, {"Origin": "https://elsewhere.example"}),
        ({"reason": "缺"}, {"Sec-Fetch-Site": "cross-site"}),
    ):
        refused = await browser.send(form, fields, 403, Accept="text/html", **headers)
        assert "表单已失效" in refused
    assert (await city.must("GET", f"/cases/{case.id}", await city.staff("clerk")))["state"] == (
        "filed"
    )
    # The API takes no cookie, and the counter no bearer token.
    assert (await browser.http.get("/desk")).status_code == 401
    bearer = {"Authorization": f"Bearer {await city.staff('clerk')}"}
    async with httpx.AsyncClient(base_url=city.url, trust_env=False) as other:
        assert (await other.get("/console", headers=bearer)).headers["location"] == (
            "/console/sign-in"
        )


async def test_lists_narrow_by_their_address_and_are_taken_away(city: City) -> None:
    entered = await scenes()["voucher"](city)
    browser = Browser(city)
    await browser.sign_in("finance2")
    page = await browser.see("/console/ledger/vouchers?state=draft&count=true")
    assert "共 1 项" in page and "vouchers.xlsx?state=draft" in page
    assert "没有符合条件" in await browser.see("/console/ledger/vouchers?state=dropped&q=")
    refused = await browser.see("/console/ledger/vouchers?from_on=soon", 400)
    assert 'id="f-from_on-fault-1"' in refused
    sheet = await browser.http.get("/console/ledger/vouchers.xlsx?state=draft")
    assert sheet.status_code == 200 and sheet.content[:2] == b"PK"
    voucher = await browser.see(f"/console{entered.path}")
    assert f"/console/do{entered.path}/confirmation" in voucher
    form = await browser.see(f"/console/do{entered.path}/confirmation")
    done = await browser.send(form, {})
    assert "已办理：复核：记账凭证" in done and "已入账" in done


async def test_who_may_not_is_told_so_on_a_page(city: City) -> None:
    browser = Browser(city)
    await browser.sign_in("bureau")
    assert "没有办理此事项的权限" in await browser.see("/console/do/fund-batches", 403)
    assert "没有找到" in await browser.see("/console/nothing/here", 404)
    page = await browser.see("/console/all")
    assert "/console/do/fund-batches" not in page


async def test_a_code_is_asked_for_at_the_form_that_needs_it(city: City) -> None:
    entered = await scenes()["voucher"](city)
    browser = Browser(city)
    await browser.sign_in("finance2")
    at = f"/console/do{entered.path}/confirmation"
    assert 'name="_code"' not in await browser.see(at)
    city.clock.advance(minutes=20)
    asked = await browser.see(at)
    assert 'name="_code"' in asked
    refused = await browser.send(asked, {}, 403)
    assert "请输入动态口令后再办理" in refused
    wrong = await browser.send(refused, {"_code": "000000"}, 401)
    assert 'href="#f-_code"' in wrong
    code = pyotp.TOTP(SECRET).at(city.clock())
    assert "已办理：复核：记账凭证" in await browser.send(wrong, {"_code": code})
    assert 'name="_code"' not in await browser.see(at)


async def test_an_invitation_is_taken_up_with_a_code_to_scan(city: City) -> None:
    account = await Account.get(id=city.roll.accounts["clerk2"])
    token = city.vault.new_token()
    account.invite_hash = city.vault.token_hash(token)[1]
    account.invite_expires_at = city.clock() + timedelta(days=1)
    await account.save()
    browser = Browser(city)
    page = await browser.see("/console/accept")
    weak = await browser.send(page, {"token": token, "password": "short"}, 422)
    assert "短" not in re.findall(r'value="([^"]*)"', weak) and "密码" in weak
    shown = await browser.send(page, {"token": token, "password": PASSWORD})
    assert "<svg" in shown and "<path" in shown and account.username in shown
    assert re.search("<code>[A-Z2-7]{32}</code>", shown)


async def test_what_stands_beside_a_form_is_what_it_is_about(city: City) -> None:
    entered = await scenes()["voucher"](city)
    browser = Browser(city)
    await browser.sign_in("finance2")
    form = await browser.see(f"/console/do{entered.path}/dropping")
    assert "对照：一张手工凭证的借贷双方 JZ-2025-000001" in form


def test_the_cookie_of_a_public_address_is_bound_to_its_host(tmp_path: Path) -> None:
    response, settings = HTTPResponse(), Settings.load({"VAR_DIR": str(tmp_path)})
    sessions.give(response, replace(settings, public_url="https://x.example"), "token")
    told = str(next(iter(response.headers.getall("set-cookie"))))
    assert told.startswith("__Host-console=token; Path=/")
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(told.split("; "))
    assert "Domain" not in told and "Max-Age" not in told


@pytest.mark.parametrize(
    "url", ["https://x.example/console/", "//x.example", "/console/\\x", "/", "/consolex", "\n"]
)
def test_signing_in_leads_nowhere_else(url: str) -> None:
    assert inside(url) == "/console"
    assert inside("/console/cases?state=filed") == "/console/cases?state=filed"
