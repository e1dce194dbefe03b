"""What is wrong about an owner in the roll is put right by two people, who see a paper. R12.7."""

from typing import Any

from models.base import sql
from models.sealed import CORRECTION_WAS, OWNER_PHONE
from tests.handlers.objecting import done, refused, see
from tests.world import City

NAME, REASON = "欧阳更正", {"reason": "名册录入有误"}


async def asked(city: City, who: str = "owner2", **more: Any) -> Any:
    """The owner's request, by one binding of the own; about the name unless it says otherwise."""
    [bound, *_] = (await see(city, who, "/bindings"))[1]["items"]
    body = {"binding_id": bound["binding_id"], "field": "name", "value": NAME, **REASON}
    body |= {"file_ids": [await city.paper(who)]} | more
    return await done(city, who, "/me/corrections", body)


async def found_right(city: City, asked_id: str, value: str = NAME) -> tuple[int, Any]:
    """A clerk enters what the paper shows."""
    body = {"approve": True, "reason": "与证件相符", "value": value}
    return await city.call(
        "POST", f"/corrections/{asked_id}/decision", await city.staff("clerk"), body
    )


async def inbox(city: City, who: str) -> list[str]:
    token = await (city.staff(who) if who in city.roll.accounts else city.login(who))
    return [one["kind"] for one in (await city.must("GET", "/inbox", token))["items"]]


async def test_a_name_is_corrected_by_two_who_saw_the_paper(city: City) -> None:
    """Asked, masked, found right as the paper has it, looked at by another, told; nobody's login
    or objection is touched, and what it was stays sealed."""
    owner = city.roll.people["owner2"]
    made = await asked(city)
    assert (made["state"], made["value"], made["field_title"]) == ("open", "欧阳**", "姓名")
    assert "correction_waits" in await inbox(city, "clerk")
    assert (await see(city, "clerk", "/corrections?state=open"))[1]["items"] == [made]
    assert (await see(city, "owner4", "/corrections"))[1]["items"] == []
    path = f"/corrections/{made['id']}"
    assert (await found_right(city, made["id"], "欧阳更"))[1]["code"] == "CorrectionDiffers"
    assert (await found_right(city, made["id"], "欧阳 更正"))[1]["state"] == "proposed"
    assert (await found_right(city, made["id"]))[1]["code"] == "AlreadyDecided"
    [was] = await sql("SELECT name FROM owner WHERE id = $1", owner.owner_id)
    assert was["name"] == owner.name, "one alone changes nothing"
    assert await refused(city, "clerk", f"{path}/confirmation") == "403 SamePerson"
    assert (await done(city, "reviewer", f"{path}/confirmation"))["state"] == "done"
    [now] = await sql("SELECT name, name_key FROM owner WHERE id = $1", owner.owner_id)
    assert now == {"name": NAME, "name_key": NAME}
    [row] = await sql("SELECT id, was_cipher FROM roll_correction")
    assert city.vault.decrypt(row["was_cipher"], CORRECTION_WAS.of(row["id"])) == owner.name
    assert "correction_decided" in await inbox(city, "owner2")
    assert (await city.must("GET", "/me", await city.login("owner2")))["homes"]


async def test_a_phone_is_corrected_and_proves_who_it_is(city: City) -> None:
    made = await asked(city, field="phone", value="138 0000 1234")
    assert made["value"] == "138****1234"
    assert (await found_right(city, made["id"], "13800001234"))[0] == 200
    await done(city, "reviewer", f"/corrections/{made['id']}/confirmation")
    owner_id = city.roll.people["owner2"].owner_id
    assert owner_id is not None
    [row] = await sql("SELECT phone_cipher FROM owner WHERE id = $1", owner_id)
    assert city.vault.decrypt(row["phone_cipher"], OWNER_PHONE.of(owner_id)) == "138 0000 1234"


async def test_what_is_not_so_is_refused_with_its_reason(city: City) -> None:
    """One waits at a time; refused it is told; withdrawn it is over; dropped it is open again."""
    made = await asked(city)
    [bound, *_] = (await see(city, "owner2", "/bindings"))[1]["items"]
    body = {"binding_id": bound["binding_id"], "field": "name", "value": NAME, **REASON}
    body |= {"file_ids": [await city.paper("owner2")]}
    again = await refused(city, "owner2", "/me/corrections", body)
    assert again == "409 ClaimPending"
    assert await refused(city, "owner2", "/me/corrections", body | {"reason": " "}) == (
        "422 ReasonMissing"
    )
    phone = body | {"field": "phone", "value": "12"}
    assert await refused(city, "owner2", "/me/corrections", phone) == "400 Malformed"
    assert await refused(city, "owner4", "/me/corrections", body) == "404 NotFound"
    path = f"/corrections/{made['id']}"
    no = {"approve": False, "reason": " "}
    assert await refused(city, "clerk", f"{path}/decision", no) == "422 ReasonMissing"
    await found_right(city, made["id"])
    assert (await done(city, "reviewer", f"{path}/dropping", REASON))["state"] == "open"
    no["reason"] = "证明不足"
    assert (await done(city, "clerk", f"{path}/decision", no))["reason"] == "证明不足"
    assert "correction_decided" in await inbox(city, "owner2")
    other = await asked(city)
    owner = await city.login("owner2")
    assert (await city.call("DELETE", f"/corrections/{other['id']}", owner))[0] == 204
    assert (await city.call("DELETE", f"/corrections/{other['id']}", owner))[0] == 404
    assert await refused(city, "clerk", f"/corrections/{made['id'][:-4]}0000/decision", no) == (
        "404 NotFound"
    )


async def test_nobody_decides_on_the_own_request(city: City) -> None:
    """A clerk who owns a home here, by the phone that both have. R1.1."""
    made = await asked(city)
    await sql(
        "UPDATE employee SET phone_index = (SELECT phone_index FROM person WHERE id = $2)"
        " WHERE name = $1",
        "示例clerk",
        city.roll.people["owner2"].person_id,
    )
    status, body = await found_right(city, made["id"])
    assert (status, body["code"]) == (403, "SamePerson")
