"""The natural person behind every account, and who is one person. R1.1, R12.4."""

from typing import Any

from models.base import one, sql
from models.people.accounts import Account
from models.people.employees import Employee, logins_of
from rules.people import Role
from tests.employees import agreed, employee, other_account
from tests.world import City


async def opened(city: City, username: str, person: dict[str, str]) -> tuple[int, Any]:
    sent = {"username": username, "employee": person, "roles": ["clerk"]}
    token = await city.staff("administrator")
    status, change = await city.call("POST", "/staff/accounts", token, sent)
    return status, await agreed(city, change) if status < 400 else change


async def test_one_employee_has_several_accounts(city: City) -> None:
    """The identity number says who it is, however it is written."""
    person = employee()
    assert (await opened(city, "first.one", person))[0] == 201
    again = person | {"id_number": f" {person['id_number']}", "name": " 示例 职员"}
    assert (await opened(city, "second.one", again))[0] == 201
    accounts = await Account.filter(username__in=["first.one", "second.one"])
    assert len({row.employee_id for row in accounts}) == 1
    page = await city.must(
        "GET", "/staff/employees?name=示例职员", await city.staff("administrator")
    )
    assert [row["accounts"] for row in page["items"]] == [2]
    assert person["phone"] not in str(page) and person["id_number"] not in str(page)


async def test_the_register_is_not_rewritten_by_a_further_account(city: City) -> None:
    """Neither name nor phone: the invitation goes to the phone that was registered first."""
    person, other = employee(), employee()
    assert (await opened(city, "first.one", person))[0] == 201
    for wrong in (
        person | {"name": "另一人"},
        person | {"phone": other["phone"]},
        other | {"phone": person["phone"]},
    ):
        status, said = await opened(city, "second.one", wrong)
        assert (status, said["code"]) == (409, "EmployeeDiffers")
    for number in ("110101199003070000", "91999901MA0000000X", "SP1234567"):
        status, said = await opened(city, "second.one", other | {"id_number": number})
        assert (status, said["code"]) == (400, "Malformed"), number


async def test_all_logins_of_a_person_are_one(city: City) -> None:
    """Other accounts, the WeChat login with the same phone, that of the owner of the same number;
    a stranger's is another's."""
    account, people = city.roll.accounts["clerk"], city.roll.people
    assert await logins_of(account) == {account}
    await other_account(city, "clerk", frozenset({Role.REVIEWER}))
    known = await Account.get(id=account)
    row = await Employee.get(id=known.employee_id)
    await sql(
        "UPDATE person SET phone_index = $2 WHERE id = $1",
        people["stranger"].person_id,
        row.phone_index,
    )
    owner = await one("SELECT id_index FROM owner WHERE id = $1", people["owner1"].owner_id)
    assert owner is not None
    await Employee.filter(id=row.id).update(id_index=owner["id_index"])
    logins = await logins_of(account)
    assert {people["stranger"].person_id, people["owner1"].person_id} < logins
    assert len(logins) == 4
    assert city.roll.accounts["clerk2"] not in logins
