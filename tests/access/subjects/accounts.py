"""Staff accounts: an administrator's to enter, never one's own, another's to confirm. R1.2."""

from models.people.accounts import Account
from rules.people import Role
from tests.access.row import EVERYBODY, PEOPLE, REASON, STAFF, Row
from tests.employees import employee, new_account
from tests.handlers.objecting import done
from tests.world import City

EMPLOYEE = {"name": "某", "id_number": "999900199001010014", "phone": "15400000001"}

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /staff/bootstrap": Row(
        EVERYBODY,
        body={
            "token": "x",
            "username": "someone",
            "employee": EMPLOYEE,
            "password": "a-long-password-1",
        },
    ),
    "POST /staff/invitations/accept": Row(
        EVERYBODY, body={"token": "x", "password": "a-long-password-1"}
    ),
    "POST /staff/login": Row(
        EVERYBODY, body={"username": "nobody", "password": "x", "totp": "000000"}, slow=True
    ),
    "GET /staff/me": Row(STAFF),
    # Five wrong codes end a login: see tests.handlers.people.test_fresh_codes.
    "POST /staff/session/code": Row(STAFF, body={"totp": "000000"}),
    "POST /staff/password": Row(
        STAFF, body={"password": "x", "totp": "000000", "new_password": "a-long-password-1"}
    ),
    "GET /staff/accounts": Row(
        "administrator auditor", finds="administrator auditor", thing="staff_id"
    ),
    "POST /staff/accounts": Row(
        "administrator", body={"roles": ["clerk"], "username": "new.clerk", "employee": EMPLOYEE}
    ),
    "GET /staff/employees": Row(
        "administrator auditor", finds="administrator auditor", thing="employee_id"
    ),
    "POST /staff/employees/{employee_id}/identity": Row(
        "administrator", body={"employee": EMPLOYEE, **REASON}
    ),
    "POST /staff/accounts/{staff_id}/enabling": Row(
        "administrator", body=REASON, ids={"staff_id": "disabled_id"}
    ),
    "GET /staff/account-changes": Row(
        "administrator auditor", finds="administrator auditor", thing="change_of_account"
    ),
    "GET /staff/account-changes/{change_id}": Row(
        "administrator auditor", ids={"change_id": "change_of_account"}
    ),
    # The one administrator of this table entered it.
    "POST /staff/account-changes/{change_id}/confirmation": Row(
        "auditor", ids={"change_id": "change_of_account"}
    ),
    "POST /staff/account-changes/{change_id}/dropping": Row(
        "administrator auditor", body=REASON, ids={"change_id": "change_of_account"}
    ),
    # Nobody here has an invitation: see tests.handlers.people.test_invitations.
    "GET /me/staff-invitations": Row(PEOPLE),
    "POST /me/staff-invitations/{staff_id}": Row(""),
    "POST /staff/accounts/{staff_id}/roles": (
        Row("administrator", body={"roles": ["clerk"], **REASON}),
        Row("", body={"roles": ["clerk"], **REASON}, ids={"staff_id": "administrator_id"}),
    ),
    "POST /staff/accounts/{staff_id}/invitation": (
        Row("administrator", body=REASON),
        Row("", body=REASON, ids={"staff_id": "administrator_id"}),
    ),
    "POST /staff/accounts/{staff_id}/disabling": (
        Row("administrator", body=REASON),
        Row("", body=REASON, ids={"staff_id": "administrator_id"}),
    ),
}


async def ids(city: City) -> dict[str, str]:
    """A change that waits: an account that the administrator entered; one that is disabled."""
    await new_account(city, "disabled", Role.CLERK)
    disabled = str(city.roll.accounts.pop("disabled"))
    await Account.filter(id=disabled).update(disabled_at=city.clock())
    body = {"username": "waits.here", "employee": employee(), "roles": ["clerk"]}
    made = await done(city, "administrator", "/staff/accounts", body)
    return {"change_of_account": made["id"], "disabled_id": disabled}
