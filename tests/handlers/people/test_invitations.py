"""Invitations go to the employee; who it concerns, and the auditor, hear of it. R1.3, R12.8."""

from datetime import timedelta
from typing import Any

import pytest

from models.base import one
from models.people.accounts import Account
from rules.people import Role
from tests.employees import agreed, collected, employee, new_account, other_account, phone_of
from tests.handlers.people.test_staff import PASSWORD, enter, quick_argon2
from tests.world import City

assert quick_argon2, "a fixture of every test here"


async def proposed(city: City, act: str, key: str = "finance2", **more: Any) -> tuple[int, Any]:
    path = f"/staff/accounts/{city.roll.accounts[key]}/{act}"
    sent = {"reason": "岗位需要", **more}
    return await city.call("POST", path, await city.staff("administrator"), sent)


async def told(city: City, token: str) -> list[str]:
    page = await city.must("GET", "/inbox?limit=50", token)
    return sorted(row["kind"] for row in page["items"])


async def test_one_administrator_takes_over_no_account(city: City) -> None:
    """He enters the reset; until another agrees nothing changes, and then no code is his to see."""
    finance = await city.staff("finance2")
    status, change = await proposed(city, "invitation")
    assert status == 201
    page = await city.must("GET", "/staff/account-changes?state=draft", await city.staff("auditor"))
    assert [row["id"] for row in page["items"]] == [change["id"]]
    assert (await city.call("GET", "/staff/me", finance))[0] == 200
    path = f"/staff/account-changes/{change['id']}/confirmation"
    for token in (
        await city.staff("administrator"),
        await other_account(city, "administrator", frozenset({Role.AUDITOR})),
    ):
        _, said = await city.call("POST", path, token)
        assert said["code"] == "SamePerson"
    answer = await city.must("POST", path, await city.staff("auditor"))
    assert "token" not in str(answer) and (await city.call("GET", "/staff/me", finance))[0] == 401
    # Whoever holds another phone sees nothing; a code is on the employee's phone alone.
    staff_id = str(city.roll.accounts["finance2"])
    for other in (await city.login("stranger"), await phone_of(city, staff_id_of(city, "clerk"))):
        _, said = await city.call("POST", f"/me/staff-invitations/{staff_id}", other)
        assert said["code"] == "NotFound"
        assert (await city.must("GET", "/me/staff-invitations", other))["items"] == []
    own = await phone_of(city, staff_id)
    page = await city.must("GET", "/me/staff-invitations", own)
    assert [row["staff_id"] for row in page["items"]] == [staff_id]
    assert (await city.must("POST", f"/me/staff-invitations/{staff_id}", own))["token"]


def staff_id_of(city: City, key: str) -> str:
    return str(city.roll.accounts[key])


async def test_a_code_collected_again_voids_the_first(city: City) -> None:
    _, change = await proposed(city, "invitation")
    await agreed(city, change)
    first = await collected(city, staff_id_of(city, "finance2"))
    second = await collected(city, staff_id_of(city, "finance2"))
    for token, expected in ((first["token"], 404), (second["token"], 200)):
        sent = {"token": token, "password": PASSWORD}
        status, _ = await city.call("POST", "/staff/invitations/accept", "", sent)
        assert status == expected
    # Used up, it can be collected no more.
    own = await phone_of(city, staff_id_of(city, "finance2"))
    assert (await city.must("GET", "/me/staff-invitations", own))["items"] == []


async def test_an_account_taken_up_waits_before_it_confirms(city: City) -> None:
    """account.wait_hours after the reset, not a second earlier."""
    await proposed_and_taken(city, "finance2")
    account = await Account.get(id=city.roll.accounts["finance2"])
    assert account.confirms_from == city.clock() + timedelta(hours=24)
    page = await city.must("GET", "/staff/accounts?role=finance", await city.staff("auditor"))
    waits = {row["username"]: row["confirms_from"] is not None for row in page["items"]}
    assert waits == {"finance": False, "finance2": True}


async def proposed_and_taken(city: City, key: str) -> Any:
    _, change = await proposed(city, "invitation", key)
    await agreed(city, change)
    invitation = await collected(city, staff_id_of(city, key))
    sent = {"token": invitation["token"], "password": PASSWORD}
    return await city.must("POST", "/staff/invitations/accept", "", sent)


async def test_whoever_it_concerns_and_the_auditor_hear_of_every_change(city: City) -> None:
    own = await phone_of(city, staff_id_of(city, "finance2"))
    authenticator = await proposed_and_taken(city, "finance2")
    assert (await enter(city, authenticator["totp_secret"], "finance2"))[0] == 201
    _, change = await proposed(city, "roles", roles=["finance", "reviewer"])
    await agreed(city, change)
    status, _ = await proposed(city, "disabling")
    assert status == 204
    assert await told(city, own) == [
        "account_disabled",
        "account_reset",
        "account_roles_changed",
        "account_taken_up",
    ]
    # The auditor hears of what others did; what he confirmed himself he knows.
    assert await told(city, await city.staff("auditor")) == [
        "audit_account_disabled",
        "audit_account_taken_up",
    ]


async def test_disabled_is_alone_enabled_again_by_two(city: City) -> None:
    assert (await proposed(city, "enabling"))[1]["code"] == "AlreadyDecided"
    assert (await proposed(city, "disabling"))[0] == 204
    assert (await proposed(city, "roles", roles=["clerk"]))[1]["code"] == "AlreadyDecided"
    status, change = await proposed(city, "enabling")
    assert status == 201
    assert (await proposed(city, "enabling"))[1]["code"] == "ChangePending"
    await agreed(city, change)
    assert await collected(city, staff_id_of(city, "finance2"))


async def test_nobody_has_a_hand_in_the_own_account(city: City) -> None:
    """Neither entering nor confirming, also where another account of the same person is meant."""
    await new_account(city, "administrator2", Role.ADMINISTRATOR)
    _, change = await proposed(city, "roles", "administrator2", roles=["finance"])
    path = f"/staff/account-changes/{change['id']}/confirmation"
    _, said = await city.call("POST", path, await city.staff("administrator2"))
    assert said["code"] == "SamePerson"
    assert (await city.call("POST", path, await city.staff("auditor")))[0] == 200
    await other_account(city, "administrator", frozenset({Role.FINANCE}))
    own = await Account.get(id=city.roll.accounts["administrator"])
    other = await Account.filter(employee_id=own.employee_id).exclude(id=own.id).first()
    assert other is not None
    token = await city.staff("administrator")
    for act in ("invitation", "disabling", "enabling"):
        sent = {"reason": "自己的"}
        _, said = await city.call("POST", f"/staff/accounts/{other.id}/{act}", token, sent)
        assert said["code"] == "SamePerson"


async def test_a_phone_is_changed_by_two_and_the_old_one_hears_of_it(city: City) -> None:
    account = await Account.get(id=city.roll.accounts["finance2"])
    old = await phone_of(city, str(account.id))
    named = employee("示例finance2")
    path, sent = f"/staff/employees/{account.employee_id}/identity", {"employee": named}
    administrator = await city.staff("administrator")
    _, said = await city.call("POST", path, administrator, sent | {"reason": " "})
    assert said["code"] == "ReasonMissing"
    change = await city.must("POST", path, administrator, sent | {"reason": "换了手机"})
    _, said = await city.call("POST", path, administrator, sent | {"reason": "再来"})
    assert said["code"] == "ChangePending"
    await agreed(city, change)
    assert await told(city, old) == ["employee_corrected"]
    row = await one("SELECT confirms_from FROM account WHERE id = $1", account.id)
    assert row is not None and row["confirms_from"] == city.clock() + timedelta(hours=24)
    # A number or a phone of somebody else's is not taken over.
    clerk = await Account.get(id=city.roll.accounts["clerk"])
    path = f"/staff/employees/{clerk.employee_id}/identity"
    change = await city.must("POST", path, administrator, sent | {"reason": "同一手机"})
    confirm = f"/staff/account-changes/{change['id']}/confirmation"
    _, said = await city.call("POST", confirm, await city.staff("auditor"))
    assert said["code"] == "EmployeeDiffers"
    await city.must(
        "POST", confirm.replace("confirmation", "dropping"), administrator, {"reason": "填错"}
    )


@pytest.mark.parametrize("act", ["invitation", "enabling"])
async def test_no_invitation_without_a_registered_phone(city: City, act: str) -> None:
    """Whoever had an account before employees were registered is registered first."""
    account = await Account.get(id=city.roll.accounts["finance2"]).prefetch_related("employee")
    account.employee.phone_index = None
    await account.employee.save()
    if act == "enabling":
        await proposed(city, "disabling")
    assert (await proposed(city, act))[1]["code"] == "EmployeeDiffers"
