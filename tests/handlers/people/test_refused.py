"""What is refused about people, their papers and their accounts. R2.5, section 1, R12.4."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from models.people.accounts import Account
from models.people.employees import Employee
from sandbox.wechat.faults import Fault
from server.operations import TABLE
from tests.employees import agreed, employee
from tests.handlers.objecting import done, refused
from tests.handlers.people.test_bindings import identity, unbound
from tests.handlers.people.test_claims import claimed, day, decide
from tests.world import City

PHONE = "/wxa/business/getuserphonenumber"
REASON = {"reason": "岗位调整"}
BLANK = {"reason": " \n"}


async def test_one_login_is_one_owner_whatever_the_papers_say(city: City) -> None:
    """R2.5: one openid is one person; a clerk's yes does not make it two."""
    claim = await claimed(city, "owner1", **identity(city.roll.people["owner2"]))
    status, body = await decide(city, claim)
    assert (status, body["code"]) == (409, "OtherIdentity")


async def test_a_home_that_was_bound_while_the_papers_waited(city: City) -> None:
    owner = await unbound(city)
    claim = await claimed(city, "owner2", **identity(owner))
    await done(city, "owner2", "/bindings", identity(owner))
    status, body = await decide(city, claim)
    assert (status, body["code"]) == (409, "AlreadyBound")


async def test_an_authority_is_not_decided_without_a_reason(city: City) -> None:
    """R5.1, R12.3."""
    sent = {
        "community_id": str(city.roll.here.community),
        "role": "committee",
        "name": "张三",
        "body_name": "石榴苑业主委员会",
        "file_id": await city.paper("stranger"),
        "from_on": day(city),
        "to_on": day(city, 365),
    }
    asked = await done(city, "stranger", "/appointments", sent)
    path = f"/appointments/{asked['id']}/decision"
    assert await refused(city, "clerk", path, {"approve": True, **BLANK}) == "422 ReasonMissing"


async def test_accounts_are_changed_with_a_reason_to_roles_that_go_together(city: City) -> None:
    """Section 1: who admits does not decide, and nobody is changed without a word."""

    async def said(who: UUID, change: str, body: dict[str, Any]) -> str:
        return await refused(city, "administrator", f"/staff/accounts/{who}/{change}", body)

    clerk = city.roll.accounts["clerk2"]
    roles = {"roles": ["reviewer"]}
    assert await said(clerk, "roles", roles | BLANK) == "422 ReasonMissing"
    assert await said(clerk, "invitation", BLANK) == "422 ReasonMissing"
    both = {"roles": ["clerk", "administrator"]}
    assert await said(clerk, "roles", both | REASON) == "422 WrongRoles"
    path = f"/staff/accounts/{clerk}/disabling"
    status, _ = await city.call("POST", path, await city.staff("administrator"), REASON)
    assert status == 204
    assert await said(clerk, "roles", roles | REASON) == "409 AlreadyDecided"


async def test_accounts_are_changed_one_change_at_a_time_and_by_others(city: City) -> None:
    """R1.1, R1.2: what a second person looks at is not changed again meanwhile, and nobody has a
    hand in the own accounts, nor in who stands behind them."""
    clerk, own = city.roll.accounts["clerk2"], city.roll.accounts["administrator"]

    async def said(path: str, body: Mapping[str, Any], who: str = "administrator") -> str:
        return await refused(city, who, f"/staff/{path}", body)

    roles = {"roles": ["reviewer"], **REASON}
    change = await done(city, "administrator", f"/staff/accounts/{clerk}/roles", roles)
    assert await said(f"accounts/{clerk}/roles", roles) == "409 ChangePending"
    assert await said(f"accounts/{clerk}/invitation", REASON) == "409 ChangePending"
    off = f"/staff/accounts/{clerk}/disabling"
    assert (await city.call("POST", off, await city.staff("administrator"), REASON))[0] == 204
    assert await said(f"accounts/{clerk}/enabling", BLANK) == "422 ReasonMissing"
    confirm = "account-changes/{}/confirmation"
    assert await said(confirm.format(change["id"]), {}, "auditor") == "409 AlreadyDecided"
    known = await Account.get(id=own)
    themselves = employee()
    index = city.vault.blind_index
    await Employee.filter(id=known.employee_id).update(
        name=themselves["name"],
        id_index=index(themselves["id_number"]),
        phone_index=index(f"phone:{themselves['phone']}"),
    )
    new = {"username": "new.one", "roles": ["clerk"]}
    assert await said("accounts", new | {"employee": themselves}) == "403 SamePerson"
    path = f"employees/{known.employee_id}/identity"
    assert await said(path, REASON | {"employee": themselves}) == "403 SamePerson"


async def test_a_username_is_given_once(city: City) -> None:
    """R1.2: also where two people are to have it who were entered at the same time."""
    people = employee(), employee()
    made = {"username": "first.one", "roles": ["clerk"], "employee": people[0]}
    await agreed(city, await done(city, "administrator", "/staff/accounts", made))
    changes = []
    for one in people:
        sent = made | {"username": "wanted", "employee": one}
        changes.append(await done(city, "administrator", "/staff/accounts", sent))
        assert await refused(city, "administrator", "/staff/accounts", sent) == "409 ChangePending"
    await agreed(city, changes[0])
    path = f"/staff/account-changes/{changes[1]['id']}/confirmation"
    assert await refused(city, "auditor", path) == "409 NameTaken"


async def test_the_first_password_is_judged_too(city: City) -> None:
    """R12.4: before it is looked at whether there is a first administrator already."""
    sent = {
        "token": city.settings.bootstrap_token or "",
        "username": "first.admin",
        "employee": employee("示例管理员"),
        "password": "short",
    }
    status, body = await city.call("POST", "/staff/bootstrap", "", sent)
    assert (status, body["code"]) == (422, "WeakPassword")


async def test_a_phone_number_while_wechat_is_away(city: City) -> None:
    city.emulator.world.faults.add(Fault.parse(PHONE, "errcode:-1", None))
    assert await refused(city, "owner1", "/me/phone", {"code": "a-phone-code"}) == (
        "503 WechatUnavailable"
    )


async def test_who_is_bound_to_nothing_is_told_to_bind_a_home_first(city: City) -> None:
    """R2.5: the way in instead of a closed door, wherever owners go; nothing else changes."""
    token = await city.login("stranger")
    for path in (
        "/cases",
        "/scopes",
        f"/cases/{uuid4()}",
        f"/scopes/{city.roll.here.scope}/balance",
    ):
        status, body = await city.call("GET", path, token)
        assert (status, body["code"], body["title"]) == (403, "HomeNotBound", "请先绑定房屋")
        assert body["operations"] == ["bind_home", "claim_home"]
        assert set(body["operations"]) <= {op.name for op in TABLE}
    assert (await city.call("GET", "/desk", token))[1]["code"] == "NotAllowed"
    assert await refused(city, "manager", f"/cases/{uuid4()}/signatures") == "403 NotAllowed"
