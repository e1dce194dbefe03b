"""A roll is taken in: checked, confirmed, applied, repeated. R2.7, R3.6, R12.4."""

import io
from datetime import date
from typing import Any
from uuid import UUID

import openpyxl

from handlers.imports import applying
from models import ledger
from models.base import sql
from models.sealed import OWNER_ID, OWNER_PHONE
from rules.imports import OpeningRow
from rules.imports.relations import opening_reference
from server import worker
from tests.handlers.imports.clerk import JOB, SHEETS, A, B, C, Clerk, counts, packed, table


async def test_nothing_changes_before_it_is_confirmed(clerk: Clerk) -> None:
    before = await counts()
    view = await clerk.checked(packed())
    assert view["state"] == "ready" and view["rows"]["homes"] == 4
    assert view["rows_total"] == view["rows_done"] == 23
    assert await counts() == before


async def test_the_roll_says_what_the_sheets_say(clerk: Clerk) -> None:
    view = await clerk.applied(packed())
    await the_tables_say_it(view)
    await openings_and_funds_are_in_the_books()
    await numbers_are_sealed_everywhere(clerk, view)


async def the_tables_say_it(view: Any) -> None:
    assert view["added"]["home"] == 4 and view["added"]["owner"] == 2
    homes = {h["code"]: h for h in await sql("SELECT * FROM home WHERE code LIKE 'H%'")}
    assert homes["H1"]["area_cm2"] == 895_300 and homes["H1"]["area_source"] == "land_register"
    assert homes["H2"]["area_cm2"] == 1_005_000 and homes["H2"]["area_source"] == "contract"
    assert homes["H3"]["counts"] and not homes["H4"]["counts"]
    assert homes["H1"]["first_deposit_fen"] == 716_240
    scopes = await sql("SELECT code, name, kind FROM scope WHERE code LIKE 'C1%' ORDER BY code")
    assert [(s["code"], s["name"], s["kind"]) for s in scopes] == [
        ("C1-1", "听溪苑1栋", "building"),
        ("C1-2-1", "听溪苑2栋1单元", "unit"),
        ("C1-2-2", "听溪苑2栋2单元", "unit"),
    ]
    served = await sql(
        "SELECT e.code, e.open_defect, count(*) AS units FROM elevator e JOIN elevator_unit eu"
        " ON eu.elevator_id = e.id WHERE e.code LIKE '3110%' GROUP BY 1, 2 ORDER BY 1"
    )
    assert [(row["units"], row["open_defect"]) for row in served] == [
        (1, ""),
        (2, applying.STOPPED),
    ]
    shares = await sql(
        "SELECT o.share_bps, o.representative FROM ownership o JOIN home h ON h.id = o.home_id"
        " WHERE h.code = 'H2' ORDER BY o.share_bps"
    )
    assert [(s["share_bps"], s["representative"]) for s in shares] == [
        (3_333, True),
        (6_667, False),
    ]
    deposit = (await table("deposit"))[0]
    assert (deposit["agreed_rate_e4"], deposit["principal_fen"]) == (19_500, 100_000_000)


async def openings_and_funds_are_in_the_books() -> None:
    """R3.6."""
    balances = {
        row["code"]: row["balance_fen"]
        for row in await sql(
            "SELECT s.code, a.balance_fen FROM scope s JOIN ledger_account a"
            " ON a.owner_ref = s.id AND a.kind = 'pooled' WHERE s.code LIKE 'C1%'"
        )
    }
    assert balances == {"C1-1": 400_050, "C1-2-1": 50_000, "C1-2-2": 0}
    funds = await sql(
        "SELECT h.code, a.balance_fen FROM ledger_account a JOIN home h ON h.id = a.owner_ref"
        " WHERE a.kind = 'household_fund' ORDER BY h.code"
    )
    assert [(f["code"], f["balance_fen"]) for f in funds] == [("H1", 700_005), ("H2", 0)]
    effective = await sql(
        "SELECT DISTINCT effective_on FROM ledger_journal WHERE kind = 'opening_principal'"
    )
    assert effective[0]["effective_on"] == date(2024, 12, 31)
    assert not await ledger.unbalanced_journals() and not await ledger.replay_differences()


async def numbers_are_sealed_everywhere(clerk: Clerk, view: Any) -> None:
    """R12.4: not in the tables, not in the history, not in the kept file, not in the log."""
    dump = ""
    for name in ("owner", "roll_change", "file", "import", "import_error", "log_event", "answered"):
        rows = await sql(f"SELECT t::text AS line FROM {name} t")
        dump += "".join(row["line"] for row in rows)
    for secret in (A, B, "15412345678"):
        assert secret not in dump and secret.encode().hex() not in dump
    secrets = clerk.city.world.secrets
    owner = (await sql("SELECT * FROM owner WHERE id_index = $1", secrets.blind_index(A)))[0]
    assert secrets.decrypt(bytes(owner["id_cipher"]), OWNER_ID.of(owner["id"])) == A
    assert (
        secrets.decrypt(bytes(owner["phone_cipher"]), OWNER_PHONE.of(owner["id"])) == "15412345678"
    )
    for change in await clerk.changes(view["id"], "owner"):
        assert change["after"]["name"] in ("赵**", "钱**")
        assert not {"id_cipher", "id_index", "phone_cipher", "name_key"} & set(change["after"])


async def test_an_import_can_be_repeated(clerk: Clerk) -> None:
    await clerk.applied(packed())
    await the_same_file_changes_nothing(clerk)
    await money_in_the_books_is_not_changed_by_a_list(clerk)
    await some_sheets_are_enough(clerk)


async def the_same_file_changes_nothing(clerk: Clerk) -> None:
    before = await counts()
    view = await clerk.applied(packed())
    assert (view["added"], view["changed"]) == ({}, {})
    assert await counts() == before
    assert await clerk.changes(view["id"], "") == []


async def money_in_the_books_is_not_changed_by_a_list(clerk: Clerk) -> None:
    view = await clerk.checked(
        packed(
            {
                "统筹期初": SHEETS["统筹期初"].replace("500,", "501,"),
                "维修资金": SHEETS["维修资金"].replace("7000.05", "7000.06"),
                "楼栋": SHEETS["楼栋"].replace("1栋,幢", "1栋,单元"),
            },
        )
    )
    assert view["state"] == "faulty"
    faults = {fault["sheet"]: fault["reason"] for fault in await clerk.faults(view["id"])}
    assert "500.00 元入账" in faults["统筹期初"] or "应填单元编号" in faults["统筹期初"]
    assert "7,000.05 元入账" in faults["维修资金"]
    assert "不能通过导入更改" in faults["楼栋"]


async def some_sheets_are_enough(clerk: Clerk) -> None:
    visits = SHEETS["维保"] + "31109999992020010001,2025-09-14,示例电梯,正常\n"
    view = await clerk.applied(packed({"维保": visits}, only=("维保",)))
    assert view["added"] == {"maintenance_visit": 1}


async def test_a_sale_and_corrections_are_taken_over_with_their_history(clerk: Clerk) -> None:
    await clerk.applied(packed())
    sold = SHEETS["业主"].replace(
        f"H3,钱示例,身份证,{B},,2017-01-01,,,\n", f"H3,孙示例,身份证,{C},,2025-06-01,,,\n"
    )
    homes = SHEETS["房屋"].replace("89.53,90", "89.60,90")
    lifts = SHEETS["电梯"].replace("C1-2-1、C1-2-2", "C1-2-1")
    view = await clerk.applied(packed({"业主": sold, "房屋": homes, "电梯": lifts}))
    assert view["added"] == {"owner": 1, "ownership": 1}
    assert view["changed"] == {"home": 1, "ownership": 1, "elevator_unit": 1}
    spans = await sql(
        "SELECT w.name, o.from_on, o.to_on FROM ownership o JOIN owner w ON w.id = o.owner_id"
        " JOIN home h ON h.id = o.home_id WHERE h.code = 'H3' ORDER BY o.from_on"
    )
    assert [(s["name"], s["from_on"], s["to_on"]) for s in spans] == [
        ("钱示例", date(2017, 1, 1), date(2025, 6, 1)),
        ("孙示例", date(2025, 6, 1), None),
    ]
    change = (await clerk.changes(view["id"], "home"))[0]
    assert (change["before"]["area_cm2"], change["after"]["area_cm2"]) == (895_300, 896_000)
    gone = (await clerk.changes(view["id"], "elevator_unit"))[0]
    assert gone["before"] and gone["after"] is None


async def test_faults_are_told_and_nothing_can_be_confirmed(clerk: Clerk) -> None:
    before = await counts()
    bad = packed({"房屋": SHEETS["房屋"].replace("89.53", "=1+1").replace("H3,", "H2,")})
    view = await clerk.checked(bad)
    assert view["state"] == "faulty" and view["error_count"] == 3
    faults = await clerk.faults(view["id"])
    assert [(f["sheet"], f["row"], f["column"]) for f in faults] == [
        ("房屋", 2, "登记面积"),
        ("房屋", 4, "房屋编号"),
        ("业主", 5, "房屋编号"),
    ]
    status, problem = await clerk.city.call(
        "POST", f"/imports/{view['id']}/confirmation", await clerk.city.staff("reviewer")
    )
    assert (status, problem["code"]) == (409, "EntryNotOpen")
    status, content = await clerk.city.call(
        "GET", f"/imports/{view['id']}/errors.xlsx", clerk.token
    )
    assert status == 200
    lines = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)  # type: ignore[union-attr]
    assert lines[1][:4] == ("房屋", 2, "登记面积", "=1+1")
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["D2"]  # type: ignore[index]
    assert cell.data_type != "f"
    errors = f"/imports/{view['id']}/errors?limit=1&count=true"
    page = await clerk.city.must("GET", errors, clerk.token)
    assert [f["nth"] for f in page["items"]] == [1] and page["total"] == 3
    page = await clerk.city.must("GET", f"{errors}&after={page['next']}", clerk.token)
    assert [f["nth"] for f in page["items"]] == [2]
    await clerk.drop(view["id"])
    assert (await clerk.view(view["id"]))["state"] == "dropped"
    assert await counts() == before


async def test_what_cannot_be_read(clerk: Clerk) -> None:
    for content in (b"%PDF-1.7", b"PK\x03\x04"):
        status, problem = await clerk.city.call(
            "POST", "/imports", clerk.token, files={"file": ("x.xlsx", content, "x")}
        )
        assert (status, problem["code"]) == (422, "UnreadableSheet")
    # What is seen only while reading on makes the import fail.
    view = await clerk.checked('小区编号,小区名称\n"C1,x\n'.encode(), "小区.csv")
    assert view["state"] == "failed" and "引号" in view["failure"]
    await clerk.drop(view["id"])


async def test_states_are_kept_in_order(clerk: Clerk) -> None:
    import_id = await clerk.upload(packed())

    async def refused(step: str) -> str:
        path, body = f"/imports/{import_id}/{step}", {"reason": "重新上传"}
        sent = body if step == "dropping" else None
        status, problem = await clerk.city.call(
            "POST", path, await clerk.city.staff("reviewer"), sent
        )
        assert status == 409
        return str(problem["code"])

    assert await refused("confirmation") == "EntryNotOpen"
    await worker.run_due(clerk.city.world, [JOB])
    await clerk.confirm(import_id)
    assert await refused("confirmation") == "EntryNotOpen"
    await worker.run_due(clerk.city.world, [JOB])
    assert await refused("dropping") == "EntryNotOpen"
    listed = await clerk.city.must("GET", "/imports?limit=1", clerk.token)
    assert listed["items"][0]["id"] == import_id


async def test_whoever_uploaded_does_not_confirm(clerk: Clerk) -> None:
    """Opening balances reach the books by two people, like all else. R1.2."""
    view = await clerk.checked(packed())
    path = f"/imports/{view['id']}/confirmation"
    status, problem = await clerk.city.call("POST", path, clerk.token)
    assert (status, problem["code"]) == (403, "SamePerson")
    desk = await clerk.city.must("GET", "/desk?kind=import", await clerk.city.staff("reviewer"))
    assert [row["id"] for row in desk["items"]] == [view["id"]]
    await clerk.city.must("POST", path, await clerk.city.staff("reviewer"))
    assert (await clerk.view(view["id"]))["state"] == "applying"


async def test_only_clerks_import_and_others_at_the_centre_look(clerk: Clerk) -> None:
    view = await clerk.checked(packed())
    for key, status in (("bureau", 403), ("auditor", 403), ("insurer", 403)):
        token = await clerk.city.staff(key)
        path = f"/imports/{view['id']}/confirmation"
        assert (await clerk.city.call("POST", path, token))[0] == status
    auditor = await clerk.city.staff("auditor")
    assert (await clerk.city.call("GET", f"/imports/{view['id']}", auditor))[0] == 200
    owner = await clerk.city.login("owner1")
    assert (await clerk.city.call("GET", f"/imports/{view['id']}", owner))[0] == 403
    unknown = f"/imports/{UUID(int=1)}"
    assert (await clerk.city.call("GET", unknown, clerk.token))[0] == 404


def test_references_of_openings_tell_sources_and_days_apart() -> None:
    one = OpeningRow(scope="S", amount_fen=1, as_of_on=date(2024, 12, 31), source="甲")
    other = OpeningRow(scope="S", amount_fen=2, as_of_on=date(2024, 12, 31), source="甲")
    assert opening_reference(one) == opening_reference(other)
    third = OpeningRow(scope="S", amount_fen=1, as_of_on=date(2024, 12, 31), source="乙")
    assert opening_reference(one) != opening_reference(third)
