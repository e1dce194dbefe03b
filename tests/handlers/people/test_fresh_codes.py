"""Before money goes out, what is masked is shown or an account changes: a fresh code. R12.8."""

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from handlers.entries import ENTRIES
from handlers.people import passwords
from models.base import sql
from models.people.sessions import Session
from models.sealed import ACCOUNT_TOTP
from rules.people import STAFF
from server.operations import TABLE
from server.spec.document import api_rows, document
from tests.untold import faults
from tests.world import City

PAYS = {
    *("prepare_payout", "approve_payout", "confirm_refund", "confirm_special_refund"),
    *("confirm_deposit", "decide_placement_award", "confirm_voucher", "confirm_fund_batch"),
    *("confirm_insurer_admission", "confirm_payee_account", "answer_payee_account"),
}
"""What sends money out of an account of the Centre's, or says where it goes from now on."""
KEYS = {"confirm_witness_change"}
"""Whose keys are believed."""
PAYS_NOTHING = {
    "confirm_appointment_beyond_roll": "who speaks for a body",
    "confirm_benchmark_rate": "a rate",
    "confirm_binding_claim": "a home",
    "confirm_binding_ending": "a home",
    "confirm_calendar_change": "a day",
    "confirm_correction": "how an owner is called",
    "confirm_deposit_taken_over": "money that lies where it lay",
    "confirm_import": "a roll, and balances as they were",
    "confirm_objection_ending": "an objection",
    "confirm_opening_closing": "the end of taking balances over",
    "confirm_parameter_change": "a rule",
    "confirm_proxy": "a voice",
    "confirm_receipt": "money that came in",
    "confirm_reconciliation": "two figures compared",
    "confirm_representative": "a voice",
    "confirm_service_entry": "who was told of a vote",
    "confirm_scope_switch": "homes from one account of the books to another",
    "confirm_settlement": "money that came back with its interest",
    "confirm_settlement_reversal": "the books put right",
}
"""What two people confirm though no money goes out by it."""


@pytest.fixture
async def secret(city: City) -> str:
    """The authenticator of the first clerk, of finance and of an administrator alike."""
    made = passwords.new_secret()
    for key in ("clerk", "finance", "administrator"):
        account = city.roll.accounts[key]
        cipher = city.vault.encrypt(made, ACCOUNT_TOTP.of(account))
        await sql("UPDATE account SET totp_cipher = $2 WHERE id = $1", account, cipher)
    return made


async def shown(city: City, token: str, code: str) -> tuple[int, Any]:
    return await city.call("POST", "/staff/session/code", token, {"totp": code})


def test_what_is_grave_asks_for_a_code() -> None:
    """Whatever pays, unmasks or changes an account does; a new kind of entry is thought about."""
    marked = {op.name for op in TABLE if op.fresh}
    unmasking = {op.name for op in TABLE if "unmask" in op.name or op.path.endswith("/unmasking")}
    accounts = {
        op.name
        for op in TABLE
        if not op.reads
        and op.path.startswith(("/staff/accounts", "/staff/employees", "/staff/account-changes"))
        and not op.path.endswith("/dropping")
    }
    assert marked == {op.name for op in TABLE} & PAYS | unmasking | accounts | KEYS
    assert {f"confirm_{kind.name}" for kind in ENTRIES} <= marked | set(PAYS_NOTHING)
    assert {role for op in TABLE if op.fresh for role in op.who} <= STAFF


def test_the_document_says_which() -> None:
    told = {
        operation["operationId"]
        for methods in document(api_rows(TABLE))["paths"].values()
        for operation in methods.values()
        if operation.get("x-fresh") and "FreshCodeNeeded" in str(operation["responses"]["403"])
    }
    assert told == {op.name for op in TABLE if op.fresh}


async def test_a_stale_login_does_nothing_grave(city: City) -> None:
    """Each of them: refused before anything is looked at, and not refused so with a fresh one."""
    roles = {row["roles"]: row["username"] for row in await sql("SELECT * FROM account")}
    asked = ("clerk", "finance", "administrator", "insurer")
    stale = {role: await city.stale(roles[role]) for role in asked}
    fresh = {role: await city.staff(roles[role]) for role in stale}
    for op in (op for op in TABLE if op.fresh):
        role = next(role for role in stale if role in op.who)
        path = re.sub(r"{\w+}", lambda _: str(uuid4()), op.path)
        status, body = await city.call(op.method, path, stale[role], {})
        assert (status, body["code"]) == (403, "FreshCodeNeeded"), op.name
        assert body["operations"] == ["show_one_time_code"]
        _, body = await city.call(op.method, path, fresh[role], {})
        assert body["code"] != "FreshCodeNeeded", op.name
    assert (await city.call("GET", "/desk", stale["finance"]))[0] == 200


async def test_a_code_is_good_for_ten_minutes_and_once(city: City, secret: str) -> None:
    """The same key goes on where it was refused; the code is used up, for a log-in as well."""
    token, path = await city.stale("clerk"), f"/objections/{uuid4()}/unmasking"
    sent = {"reason": "核对"}
    assert (await city.call("POST", path, token, sent, key="one"))[0] == 403
    code = passwords.code_at(secret, city.clock())
    status, answer = await shown(city, token, code)
    assert status == 200
    me = await city.must("GET", "/staff/me", token)
    assert me["fresh_until"] == answer["fresh_until"]
    assert (await city.call("POST", path, token, sent, key="one"))[0] == 404
    assert (await shown(city, token, code))[0] == 401
    other = await city.stale("clerk")
    assert (await city.call("POST", path, other, sent))[0] == 403
    city.clock.advance(minutes=10)
    status, body = await city.call("POST", path, token, sent, key="two")
    assert (status, body["code"]) == (403, "FreshCodeNeeded")
    assert (await city.must("GET", "/staff/me", token))["fresh_until"] is None
    assert (await shown(city, token, passwords.code_at(secret, city.clock())))[0] == 200
    assert (await city.call("POST", path, token, sent, key="two"))[0] == 404


async def test_five_wrong_codes_end_the_login(city: City, secret: str) -> None:
    """Also many at once; another login of the same person goes on, and knows nothing of it."""
    token, other = await city.stale("finance"), await city.stale("finance")
    for _ in range(4):
        assert (await shown(city, token, "000000"))[0] == 401
        city.clock.advance(seconds=30)
    assert (await shown(city, token, passwords.code_at(secret, city.clock())))[0] == 200
    answers = await asyncio.gather(*[shown(city, token, "000000") for _ in range(12)])
    assert {status for status, _ in answers} == {401}
    assert (await city.call("GET", "/staff/me", token))[0] == 401
    city.clock.advance(seconds=30)
    assert (await shown(city, other, passwords.code_at(secret, city.clock())))[0] == 200


async def test_what_a_stranger_tries_is_no_fault_of_the_log(city: City, secret: str) -> None:
    """A wrong code and a login in use change nothing that an event would have to tell of. R12.3."""
    token = await city.stale("finance")
    _, hashed = city.vault.token_hash(token)
    soon = city.clock() + timedelta(minutes=10)
    await Session.filter(token_hash=hashed).update(idle_minutes=30, idle_until=soon)
    before = await faults()
    assert (await shown(city, token, "000000"))[0] == 401
    assert (await Session.get(token_hash=hashed)).idle_until > soon
    assert await faults() == before
