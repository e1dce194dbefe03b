"""The first two administrators, set up by the operator's token. R1.2."""

import asyncio

from tests.databases import tamper
from tests.employees import employee
from tests.handlers.people.test_staff import PASSWORD, enter, quick_argon2
from tests.world import City

assert quick_argon2, "a fixture of every test here"


async def test_first_two_administrators(city: City) -> None:
    """Two natural persons, with the operator's token, while there is nobody else. R1.2."""
    sent = {
        "token": city.settings.bootstrap_token,
        "username": "chief",
        "employee": employee("示例主任"),
        "password": PASSWORD,
    }
    status, body = await city.call("POST", "/staff/bootstrap", "", sent)
    assert (status, body["code"]) == (409, "BootstrapOver")
    await tamper("DELETE FROM account")
    await tamper("DELETE FROM employee")
    wrong = sent | {"token": "wrong"}
    status, body = await city.call("POST", "/staff/bootstrap", "", wrong)
    assert (status, body["code"]) == (401, "WrongCredentials")
    answers = await asyncio.gather(
        *[
            city.call(
                "POST",
                "/staff/bootstrap",
                "",
                sent | {"username": f"chief{number}", "employee": employee("示例主任")},
            )
            for number in range(6)
        ]
    )
    assert sorted(status for status, _ in answers) == [201] * 2 + [409] * 4
    made = next(body for status, body in answers if status == 201)
    assert made["totp_uri"].startswith("otpauth://totp/")
    status, body = await enter(city, made["totp_secret"], username=made["username"])
    assert (status, body["roles"]) == (201, ["administrator"])


async def test_no_bootstrap_without_a_token(city: City) -> None:
    """An operator who set none has closed this way."""
    await tamper("DELETE FROM account")
    object.__setattr__(city.world, "bootstrap_token", "")
    sent = {"token": "x", "username": "chief", "employee": employee(), "password": PASSWORD}
    assert (await city.call("POST", "/staff/bootstrap", "", sent))[0] == 401
    assert (await city.call("POST", "/staff/bootstrap", "", sent | {"token": ""}))[0] == 400


async def test_the_two_are_two_people(city: City) -> None:
    """Neither the same employee again, nor the same username."""
    await tamper("DELETE FROM account")
    first = {
        "token": city.settings.bootstrap_token,
        "username": "chief",
        "employee": employee("示例主任"),
        "password": PASSWORD,
    }
    await city.must("POST", "/staff/bootstrap", "", first)
    _, said = await city.call("POST", "/staff/bootstrap", "", first | {"username": "chief2"})
    assert said["code"] == "SamePerson"
    _, said = await city.call("POST", "/staff/bootstrap", "", first | {"employee": employee()})
    assert said["code"] == "NameTaken"
    wrong = first["employee"] | {"name": "另一人"}
    _, said = await city.call("POST", "/staff/bootstrap", "", first | {"employee": wrong})
    assert said["code"] == "EmployeeDiffers"
