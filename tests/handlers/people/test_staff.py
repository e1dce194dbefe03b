"""Staff: the first administrator, invitations, login, lock-out, roles, disabling. R12.3, R12.4."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pyotp
import pytest

from handlers.people import passwords
from models.base import one, sql
from rules.refusals.people import WeakPassword
from tests.employees import agreed, collected, employee
from tests.world import START, City

PASSWORD = "石榴花开 seven lifts 71"
OTHER_PASSWORD = "another long phrase 42"


@pytest.fixture(autouse=True)
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 at its smallest: what is tested here is not its strength."""
    quick = passwords.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)
    passwords._nobodys.cache_clear()


def code_of(city: City, secret: str, steps: int = 0) -> str:
    """What an authenticator app shows, some steps from now."""
    return pyotp.TOTP(secret).at(city.clock(), counter_offset=steps)


async def invited(city: City, username: str = "zhang.clerk", **more: Any) -> tuple[int, Any]:
    """An account that two people agreed on, and its invitation collected by its employee."""
    sent = {"username": username, "employee": employee(), "roles": ["clerk"], **more}
    token = await city.staff("administrator")
    status, change = await city.call("POST", "/staff/accounts", token, sent)
    if status >= 400:
        return status, change
    return status, await collected(city, (await agreed(city, change))["staff_id"])


async def opened(city: City, username: str = "zhang.clerk", **more: Any) -> str:
    """The authenticator secret of an account that was invited and took the invitation up."""
    _, invitation = await invited(city, username, **more)
    sent = {"token": invitation["token"], "password": PASSWORD}
    return str((await city.must("POST", "/staff/invitations/accept", "", sent))["totp_secret"])


async def enter(
    city: City, secret: str, username: str = "zhang.clerk", **more: Any
) -> tuple[int, Any]:
    """A login; each time half a minute later, as a code works once."""
    city.clock.advance(seconds=30)
    sent = {"username": username, "password": PASSWORD, "totp": code_of(city, secret), **more}
    return await city.call("POST", "/staff/login", "", sent)


async def test_invited_clerk_gets_in(city: City) -> None:
    secret = await opened(city)
    status, body = await enter(city, secret)
    assert status == 201
    assert body["roles"] == ["clerk"]
    me = await city.must("GET", "/staff/me", body["token"])
    assert (me["username"], me["roles"], me["insurer_id"]) == ("zhang.clerk", ["clerk"], None)
    assert (await city.call("GET", "/me", body["token"]))[0] == 403
    kinds = await sql("SELECT kind FROM log_event ORDER BY seq")
    found = [row["kind"] for row in kinds][-3:]
    assert found == ["InvitationCollected", "AccountActivated", "AccountLoggedIn"]


async def test_staff_session_ends_after_twelve_hours(city: City) -> None:
    _, body = await enter(city, await opened(city))
    for _ in range(24):
        city.clock.advance(minutes=28, seconds=48)
        assert (await city.call("GET", "/staff/me", body["token"]))[0] == 200
    city.clock.advance(minutes=28, seconds=47)
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 200
    city.clock.advance(seconds=1)
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 401


async def test_a_login_left_alone_is_over(city: City) -> None:
    """Thirty minutes after the last request, reads included; a person's login stays. R12.8."""
    _, body = await enter(city, await opened(city))
    person = await city.login("owner1")
    for _ in range(3):
        city.clock.advance(minutes=29)
        assert (await city.call("GET", "/staff/me", body["token"]))[0] == 200
    city.clock.advance(minutes=30, seconds=1)
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 401
    assert (await city.call("GET", "/me", person))[0] == 200


async def test_one_answer_for_everything_wrong(city: City) -> None:
    """Nobody learns which usernames exist, or which part was wrong."""
    secret = await opened(city)
    await invited(city, "not.opened")
    answers = [
        await enter(city, secret, username="nobody.here"),
        await enter(city, secret, username="not.opened"),
        await enter(city, secret, password="wrong password 99"),
        await enter(city, secret, totp="000000"),
    ]
    seen = {(status, body["code"], body["title"], body.get("detail")) for status, body in answers}
    assert seen == {(401, "WrongCredentials", "用户名、密码或动态口令不正确", None)}


async def test_unknown_username_costs_the_same_work(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A password is hashed whether or not there is an account to compare with."""
    secret = await opened(city)
    compared: list[bool] = []
    real = passwords.matches

    def counted(stored: str | None, password: str) -> bool:
        compared.append(stored is not None)
        return real(stored, password)

    monkeypatch.setattr(passwords, "matches", counted)
    await enter(city, secret, username="nobody.here")
    await enter(city, secret, password="wrong password 99")
    assert compared == [False, True]


async def test_one_time_code_works_once(city: City) -> None:
    """Also when sent twice at the same instant."""
    secret = await opened(city)
    city.clock.advance(seconds=30)
    sent = {"username": "zhang.clerk", "password": PASSWORD, "totp": code_of(city, secret)}
    answers = await asyncio.gather(*[city.call("POST", "/staff/login", "", sent) for _ in range(4)])
    assert sorted(status for status, _ in answers) == [201, 401, 401, 401]


async def test_code_may_be_one_step_off(city: City) -> None:
    """A phone's clock may be half a minute wrong, not more."""
    secret = await opened(city)
    found = []
    for steps in (-2, -1, 0, 1, 2):
        city.clock.advance(minutes=5)
        # `enter` goes on by one step before it sends.
        status, _ = await enter(city, secret, totp=code_of(city, secret, steps + 1))
        found.append(status)
    assert found == [401, 201, 201, 201, 401]


async def test_five_failures_lock_for_fifteen_minutes(city: City) -> None:
    secret = await opened(city)
    for _ in range(5):
        await enter(city, secret, password="wrong password 99")
    assert (await enter(city, secret))[0] == 401
    city.clock.advance(minutes=11)
    assert (await enter(city, secret))[0] == 401
    city.clock.advance(minutes=3)
    assert (await enter(city, secret))[0] == 201


async def test_failures_are_forgiven_by_a_login(city: City) -> None:
    secret = await opened(city)
    for _ in range(3):
        for _ in range(4):
            await enter(city, secret, password="wrong password 99")
        assert (await enter(city, secret))[0] == 201


async def test_many_guesses_at_once_get_five_answers(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A try is counted before it is judged, so a burst cannot slip past the lock."""
    await opened(city)
    judged = 0
    real = passwords.matches

    def counted(stored: str | None, password: str) -> bool:
        nonlocal judged
        judged += stored is not None
        return real(stored, password)

    monkeypatch.setattr(passwords, "matches", counted)
    sent = {"username": "zhang.clerk", "password": "wrong password 99", "totp": "000000"}
    answers = await asyncio.gather(
        *[city.call("POST", "/staff/login", "", sent) for _ in range(30)]
    )
    assert {status for status, _ in answers} == {401}
    assert judged == 5


async def test_invitation_works_once_and_for_three_days(city: City) -> None:
    _, invitation = await invited(city)
    sent = {"token": invitation["token"], "password": PASSWORD}
    answers = await asyncio.gather(
        *[city.call("POST", "/staff/invitations/accept", "", sent) for _ in range(4)]
    )
    assert sorted(status for status, _ in answers) == [200, 404, 404, 404]
    _, late = await invited(city, "late.comer")
    city.clock.advance(days=3)
    sent = {"token": late["token"], "password": PASSWORD}
    status, body = await city.call("POST", "/staff/invitations/accept", "", sent)
    assert (status, body["code"]) == (404, "InvitationOver")
    for token in ("nonsense", "kid.nonsense", city.vault.new_token(), "é" * 9):
        sent = {"token": token, "password": PASSWORD}
        assert (await city.call("POST", "/staff/invitations/accept", "", sent))[0] == 404


async def test_secrets_are_nowhere_in_the_clear(city: City) -> None:
    """R12.4: password, one-time secret and invitation, in tables, kept replies and the log."""
    _, invitation = await invited(city)
    sent = {"token": invitation["token"], "password": PASSWORD}
    secret = (await city.must("POST", "/staff/invitations/accept", "", sent))["totp_secret"]
    rows = await sql(
        "SELECT row_to_json(a)::text AS text FROM account a UNION ALL"
        " SELECT encode(answer, 'escape') FROM answered UNION ALL SELECT body::text FROM log_event"
    )
    for row in rows:
        assert secret not in row["text"]
        assert PASSWORD not in row["text"]
        assert invitation["token"] not in row["text"]


async def test_weak_passwords_are_refused(city: City) -> None:
    _, invitation = await invited(city)
    for password in (
        "short",
        "aaaaaaaaaaaaaaaa",
        "PassWord-2025-Jishou",
        "zhang.clerk is my name",
        "示例职员示例职员一二三四五六",
    ):
        sent = {"token": invitation["token"], "password": password}
        status, body = await city.call("POST", "/staff/invitations/accept", "", sent)
        assert (status, body["code"]) == (422, "WeakPassword"), password


def test_a_phrase_of_characters_is_a_password() -> None:
    passwords.judge("武陵山下电梯安全平稳运行", "zhang.clerk", "张三")
    with pytest.raises(WeakPassword):
        passwords.judge("武陵山下电梯安全平稳运", "zhang.clerk")


IMPOSSIBLE: list[tuple[dict[str, Any], str]] = [
    ({"roles": ["owner"]}, "WrongRoles"),
    ({"roles": ["person"]}, "WrongRoles"),
    ({"roles": ["system"]}, "WrongRoles"),
    ({"roles": ["auditor", "clerk"]}, "WrongRoles"),
    ({"roles": ["administrator", "finance"]}, "WrongRoles"),
    ({"roles": ["insurer"]}, "WrongRoles"),
    ({"roles": ["street"]}, "WrongRoles"),
    ({"roles": ["clerk"], "insurer_id": str(uuid4())}, "WrongRoles"),
    ({"roles": ["insurer"], "insurer_id": str(uuid4())}, "NotFound"),
    ({"roles": ["street"], "community_id": str(uuid4())}, "NotFound"),
    ({"roles": []}, "Malformed"),
    ({"roles": ["king"]}, "Malformed"),
    ({"username": "No Spaces"}, "Malformed"),
    ({"username": "clerk"}, "NameTaken"),
]


async def test_accounts_that_cannot_be(city: City) -> None:
    for more, code in IMPOSSIBLE:
        _, body = await invited(city, **({"username": "new.one"} | more))
        assert body["code"] == code, more


async def test_roles_of_the_centre_and_outsiders(city: City) -> None:
    insurer = {"roles": ["insurer"], "insurer_id": str(city.roll.insurer)}
    street = {"roles": ["street"], "community_id": str(city.roll.here.community)}
    many = {"roles": ["clerk", "finance", "reviewer"]}
    for number, more in enumerate((insurer, street, many, {"roles": ["bureau"]})):
        assert (await invited(city, f"some.one{number}", **more))[0] == 201


async def test_only_administrators_manage_accounts(city: City) -> None:
    victim = city.roll.accounts["clerk2"]
    for role in ("clerk", "finance", "auditor", "insurer", "bureau"):
        token = await city.staff(role)
        sent = {"username": "sneaky.one", "employee": employee(), "roles": ["clerk"]}
        assert (await city.call("POST", "/staff/accounts", token, sent))[0] == 403
        for act in ("disabling", "invitation", "roles", "enabling"):
            path = f"/staff/accounts/{victim}/{act}"
            more = {"roles": ["clerk"]} if act == "roles" else {}
            assert (await city.call("POST", path, token, {"reason": "x", **more}))[0] == 403


async def test_nobody_changes_the_own_account(city: City) -> None:
    token, own = await city.staff("administrator"), city.roll.accounts["administrator"]
    for act, more in (("disabling", {}), ("invitation", {}), ("roles", {"roles": ["clerk"]})):
        sent = {"reason": "自己来", **more}
        status, body = await city.call("POST", f"/staff/accounts/{own}/{act}", token, sent)
        assert (status, body["code"]) == (403, "SamePerson")


async def test_changed_roles_hold_from_the_next_login(city: City) -> None:
    """R12.3: before and after are in the log, the old logins end."""
    secret = await opened(city)
    _, before = await enter(city, secret)
    sent = {"roles": ["reviewer", "finance"], "reason": "岗位调整"}
    path = f"/staff/accounts/{before['staff_id']}/roles"
    change = await city.must("POST", path, await city.staff("administrator"), sent)
    assert (await city.call("GET", "/staff/me", before["token"]))[0] == 200
    change = await agreed(city, change)
    assert (change["roles"], change["roles_now"]) == (["finance", "reviewer"],) * 2
    assert (await city.call("GET", "/staff/me", before["token"]))[0] == 401
    _, after = await enter(city, secret)
    assert after["roles"] == ["finance", "reviewer"]
    event = await one("SELECT why, body FROM log_event WHERE kind = 'AccountRolesChanged'")
    assert event is not None and event["why"] == "岗位调整"


async def test_disabled_account_is_shut_at_once_and_for_good(city: City) -> None:
    secret = await opened(city)
    _, body = await enter(city, secret)
    administrator = await city.staff("administrator")
    path = f"/staff/accounts/{body['staff_id']}"
    status, answer = await city.call("POST", f"{path}/disabling", administrator, {"reason": " "})
    assert (status, answer["code"]) == (422, "ReasonMissing")
    assert (await city.call("POST", f"{path}/disabling", administrator, {"reason": "离职"}))[
        0
    ] == 204
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 401
    assert (await enter(city, secret))[0] == 401
    for act in ("disabling", "invitation"):
        status, answer = await city.call("POST", f"{path}/{act}", administrator, {"reason": "x"})
        assert (status, answer["code"]) == (409, "AlreadyDecided")


async def test_invited_anew_the_old_password_and_secret_end(city: City) -> None:
    secret = await opened(city)
    _, body = await enter(city, secret)
    path = f"/staff/accounts/{body['staff_id']}/invitation"
    change = await city.must(
        "POST", path, await city.staff("administrator"), {"reason": "手机丢失"}
    )
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 200
    await agreed(city, change)
    invitation = await collected(city, body["staff_id"])
    assert (await city.call("GET", "/staff/me", body["token"]))[0] == 401
    assert (await enter(city, secret))[0] == 401
    sent = {"token": invitation["token"], "password": OTHER_PASSWORD}
    renewed = await city.must("POST", "/staff/invitations/accept", "", sent)
    assert renewed["totp_secret"] != secret
    status, _ = await enter(city, renewed["totp_secret"], password=OTHER_PASSWORD)
    assert status == 201


async def test_own_password_is_changed_with_the_old_one(city: City) -> None:
    secret = await opened(city)
    _, other = await enter(city, secret)
    _, here = await enter(city, secret)
    city.clock.advance(seconds=30)
    sent = {"password": "wrong password 99", "totp": code_of(city, secret)}
    sent["new_password"] = OTHER_PASSWORD
    assert (await city.call("POST", "/staff/password", here["token"], sent))[0] == 401
    sent["password"] = PASSWORD
    assert (await city.call("POST", "/staff/password", here["token"], sent))[0] == 204
    assert (await city.call("GET", "/staff/me", here["token"]))[0] == 200
    assert (await city.call("GET", "/staff/me", other["token"]))[0] == 401
    assert (await enter(city, secret))[0] == 401
    assert (await enter(city, secret, password=OTHER_PASSWORD))[0] == 201


async def test_accounts_are_listed_page_by_page(city: City) -> None:
    token = await city.staff("administrator")
    first = await city.must("GET", "/staff/accounts?limit=5", token)
    names = [account["username"] for account in first["items"]]
    while first["next"]:
        first = await city.must("GET", f"/staff/accounts?limit=5&after={first['next']}", token)
        names += [account["username"] for account in first["items"]]
    assert names == sorted(city.roll.accounts)
    assert "hash" not in str(first) and "totp" not in str(first)
    assert (await city.call("GET", "/staff/accounts", await city.staff("clerk")))[0] == 403


def test_life_of_a_step() -> None:
    """The step of a code is the half minute it was made for."""
    secret = passwords.new_secret()
    totp = pyotp.TOTP(secret)
    assert passwords.step_of(secret, totp.at(START), START) == int(START.timestamp()) // 30
    assert passwords.step_of(secret, totp.at(START), START + timedelta(seconds=61)) is None
