"""What insurers are paid into: two people at the Centre and the insurer's own word. R3.5."""

from typing import Any

from models.base import one, sql
from rules.cases import State
from tests.builders import case_in
from tests.handlers.entries.registers import admission
from tests.handlers.objecting import done
from tests.world import City

NEW = {"bank": "新示例银行", "bank_account": "6222-0000-1111", "source": "来函3号"}
KNOWN = "*****NS-1"


async def desk(city: City, who: str = "insurer") -> list[dict[str, Any]]:
    page = await city.must("GET", "/desk?kind=payee_answer", await city.staff(who))
    counts = await city.must("GET", "/desk/counts", await city.staff(who))
    found = [one["waiting"] for one in counts["items"] if one["kind"] == "payee_answer"]
    assert sum(found) == len(page["items"])
    return list(page["items"])


async def entered(city: City, insurer: Any = None, who: str = "administrator") -> str:
    where = f"/insurers/{insurer or city.roll.insurer}/payee-accounts"
    made = await done(city, who, where, NEW)
    return f"/payee-accounts/{made['id']}"


async def states(city: City, who: str = "finance", more: str = "") -> list[tuple[str, str]]:
    page = await city.must("GET", f"/payee-accounts?{more}", await city.staff(who))
    return [(one["bank_account"][-4:], one["state"]) for one in page["items"]]


async def prepared(city: City, case_id: Any, who: str = "finance") -> Any:
    told = await city.must("GET", f"/cases/{case_id}", await city.staff(who))
    (option,) = [one for one in told["options"] if one["act"] == "PreparePayout"]
    path, body = (
        f"/cases/{case_id}/payout/preparation",
        {"amount_fen": told["payout"]["amount_fen"]},
    )
    status, said = await city.call("POST", path, await city.staff(who), body)
    assert option["allowed"] == (status == 200), (option, said)
    return said


async def test_a_change_takes_two_and_the_insurer_and_leaves_what_was_prepared(city: City) -> None:
    before = await case_in(State.REQUESTED, city.roll, city.clock())
    after = await case_in(State.REQUESTED, city.roll, city.clock())
    assert (await prepared(city, before.id))["payout"]["payee"]["bank_account"] == KNOWN
    city.clock.advance(minutes=1)
    path = await entered(city)
    _, said = await city.call("POST", f"{path}/confirmation", await city.staff("administrator"))
    assert said["code"] == "SamePerson"
    assert await desk(city) == []
    assert (await city.call("GET", path, await city.staff("insurer")))[0] == 404
    city.clock.advance(minutes=1)
    told = await done(city, "reviewer", f"{path}/confirmation")
    assert (told["state"], told["since_at"], told["bank_account"]) == (
        "waiting",
        None,
        "*" * 10 + "1111",
    )
    assert [one["id"] for one in await desk(city)] == [told["id"]]
    assert await desk(city, "other_insurer") == []
    other = await city.staff("other_insurer")
    assert (await city.call("POST", f"{path}/answer", other, {"agrees": True}))[0] == 404
    assert await states(city, "other_insurer") == [("NS-2", "live")]
    city.clock.advance(minutes=1)
    now = city.clock()
    live = await done(city, "insurer", f"{path}/answer", {"agrees": True})
    assert (live["state"], live["until_at"], live["prepared"]) == ("live", None, 0)
    assert await states(city, more=f"insurer_id={city.roll.insurer}") == [
        ("1111", "live"),
        ("NS-1", "former"),
    ]
    gone = await one("SELECT until_at FROM payee_account WHERE number = '9999INS-1'")
    assert gone is not None and gone["until_at"] == now
    # What was prepared keeps its account and shows both; what comes now has the new one.
    kept = await city.must("GET", f"/cases/{before.id}", await city.staff("reviewer"))
    payee = kept["payout"]["payee"]
    assert (payee["bank_account"], payee["now"][-4:]) == (KNOWN, "1111")
    await done(city, "finance2", f"/cases/{before.id}/payout/approval")
    fresh = (await prepared(city, after.id))["payout"]["payee"]
    assert (fresh["bank"], fresh["bank_account"][-4:], fresh["now"]) == ("新示例银行", "1111", "")
    seen = await city.must("GET", f"/cases/{before.id}", await city.login("owner1"))
    assert seen["payout"]["payee"] is None
    for who in ("insurer", "auditor", "finance"):
        inbox = await city.must("GET", "/inbox?limit=50", await city.staff(who))
        assert any("尾号1111" in one["text"] for one in inbox["items"]), who


async def test_nothing_is_prepared_to_an_account_the_insurer_has_not_confirmed(city: City) -> None:
    await sql("UPDATE payee_account SET since_at = NULL WHERE insurer_id = $1", city.roll.insurer)
    asked = await case_in(State.REQUESTED, city.roll, city.clock())
    assert (await prepared(city, asked.id))["code"] == "PayeeUnconfirmed"
    where = f"/insurers/{city.roll.insurer}/payee-accounts"
    _, said = await city.call("POST", where, await city.staff("finance"), NEW)
    assert said["code"] == "PayeeWaits"
    (waiting,) = await desk(city)
    path = f"/payee-accounts/{waiting['id']}"
    token = await city.staff("insurer")
    _, said = await city.call("POST", f"{path}/answer", token, {"agrees": False})
    assert said["code"] == "ReasonMissing"
    refused = {"agrees": False, "reason": "已销户"}
    told = await done(city, "insurer", f"{path}/answer", refused)
    assert (told["state"], told["drop_reason"]) == ("dropped", "已销户")
    _, said = await city.call("POST", f"{path}/answer", token, refused)
    assert said["code"] == "EntryNotOpen"
    # Given up by the Centre before the insurer answers, never once it counts.
    path = await entered(city)
    await done(city, "finance", f"{path}/confirmation")
    await done(city, "finance", f"{path}/dropping", {"reason": "来函有误"})
    path = await entered(city)
    await done(city, "finance", f"{path}/confirmation")
    await done(city, "insurer", f"{path}/answer", {"agrees": True})
    token = await city.staff("finance")
    _, said = await city.call("POST", f"{path}/dropping", token, {"reason": "来函有误"})
    assert said["code"] == "EntryNotOpen"
    await prepared(city, asked.id)


async def test_the_number_is_masked_but_for_who_must_compare_it(city: City) -> None:
    path = await entered(city)

    async def read(who: str, **why: str) -> tuple[int, Any]:
        return await city.call("POST", f"{path}/unmasking", await city.staff(who), why)

    for who in ("administrator", "auditor"):
        assert (await read(who))[1]["code"] == "ReasonMissing"
    assert (await read("insurer"))[0] == 404
    for who in ("reviewer", "finance"):
        status, said = await read(who)
        assert (status, said["bank_account"]) == (200, NEW["bank_account"])
    await done(city, "reviewer", f"{path}/confirmation")
    assert (await read("insurer"))[1]["bank_account"] == NEW["bank_account"]
    assert (await read("finance"))[1]["code"] == "ReasonMissing"
    assert (await read("finance", reason="网银录入"))[0] == 200
    rows = await sql("SELECT actor_id, why FROM log_event WHERE kind = 'Unmasked' ORDER BY seq")
    assert [row["why"] for row in rows] == [
        *("复核保险机构收款账户", "复核保险机构收款账户", "保险机构核对收款账户", "网银录入")
    ]
    said = await sql("SELECT body::text AS body FROM log_event WHERE kind LIKE 'PayeeAccount%'")
    assert said and not any(NEW["bank_account"] in row["body"] for row in said)


async def test_an_insurer_is_admitted_without_an_account(city: City) -> None:
    """It is paid once it has confirmed one."""
    waiting = await admission(city)
    await done(city, waiting.second, f"{waiting.path}/confirmation")
    row = await one("SELECT id FROM insurer ORDER BY code DESC LIMIT 1")
    assert row is not None
    nobody = f"/insurers/{waiting.id}/payee-accounts"
    assert (await city.call("POST", nobody, await city.staff("finance"), NEW))[0] == 404
    await entered(city, row["id"], "finance")
    assert ("1111", "draft") in await states(city)
