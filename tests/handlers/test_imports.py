"""A roll is taken in: checked, confirmed, applied, repeated, taken up again. R2.7, R3.6, R12.4."""

import asyncio
import io
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from handlers.imports import applying, working
from handlers.route import JOBS, Job
from models import imports, ledger
from models.base import sql
from rules.imports import OpeningRow
from rules.imports.relations import opening_reference
from rules.people import resident_check_character
from rules.refusals import ImportNotReady
from server import door, worker
from tests.world import City

JOB = next(job for job in JOBS if job.run is working.work_on_import)


def resident(number: int) -> str:
    stem = f"99990119800101{number:03d}"
    return stem + resident_check_character(stem)


A, B, C = (resident(n) for n in (1, 2, 3))
SHEETS: dict[str, str] = {
    "小区": "小区编号,小区名称,街道,物业服务企业,车位计入表决\nC1,听溪苑,东岸街道,示例物业,否\n",
    "楼栋": "小区编号,楼栋编号,楼栋名称,记账单位\nC1,C1-1,1栋,幢\nC1,C1-2,2栋,单元\n",
    "单元": "楼栋编号,单元编号,单元名称\nC1-1,C1-1-1,1单元\nC1-2,C1-2-1,1单元\nC1-2,C1-2-2,2单元\n",
    "房屋": (
        "房屋编号,单元编号,房号,登记面积,合同面积,用途,开发商持有\n"
        "H1,C1-1-1,101,89.53,90,住宅,否\n"
        "H2,C1-1-1,102,,100.5,住宅,否\n"
        "H3,C1-2-1,101,120.25,,住宅,否\n"
        "H4,C1-2-2,B01,13,,车位,否\n"
    ),
    "业主": (
        "房屋编号,业主姓名,证件类型,证件号码,份额,权属起始日期,权属终止日期,联系电话,共有代表\n"
        f"H1,赵示例,身份证,{A},,2015-01-01,,15412345678,\n"
        f"H2,赵示例,身份证,{A},1/3,2016-01-01,,,是\n"
        f"H2,钱示例,身份证,{B},2/3,2016-01-01,,,\n"
        f"H3,钱示例,身份证,{B},,2017-01-01,,,\n"
    ),
    "电梯": (
        "注册代码,服务单元,安装日期,上次检验日期,下次检验日期,使用登记证编号,维保单位,状态\n"
        "31109999992020010001,C1-1-1,2020-01-05,2024-01-05,2027-01-05,梯1,示例电梯,在用\n"
        "31109999992020010002,C1-2-1、C1-2-2,2020-01-05,2024-01-05,2027-01-05,梯2,示例电梯,停用\n"
    ),
    "维保": "注册代码,维保日期,维保单位,维保结果\n31109999992020010001,2025-09-01,示例电梯,正常\n",
    "维修资金": (
        "房屋编号,首期交存,余额,截止日期\nH1,7162.40,7000.05,2024-12-31\nH2,8040,0,2024-12-31\n"
    ),
    "统筹期初": (
        "楼栋或单元编号,金额,截止日期,来源\n"
        "C1-1,3000.00,2024-12-31,2023年及以前\nC1-1,1000.50,2024-12-31,2024年度\n"
        "C1-2-1,500,2024-12-31,2024年度\n"
    ),
    "存款": (
        "存款编号,开户银行,账号,本金,存期,起息日,约定利率,基准利率,计息方式,到期日\n"
        "D1,示例银行,999900001,1000000,1年,2024-07-01,1.95,1.5,整期,2025-07-01\n"
    ),
}


def packed(changes: Mapping[str, str] | None = None, only: tuple[str, ...] = ()) -> bytes:
    """The sheets as a zip of csv; "" leaves one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for title, text in (SHEETS | dict(changes or {})).items():
            if text and (not only or title in only):
                archive.writestr(f"{title}.csv", text.encode("gb18030"))
    return out.getvalue()


class Clerk:
    """Somebody who imports, and the worker beside them."""

    def __init__(self, city: City, token: str) -> None:
        self.city, self.token = city, token

    async def upload(self, content: bytes, name: str = "名册.zip") -> str:
        status, view = await self.city.call(
            "POST", "/imports", self.token, files={"file": (name, content, "application/zip")}
        )
        assert status == 201, view
        assert view["state"] == "checking"
        return str(view["id"])

    async def view(self, import_id: str) -> Any:
        return await self.city.must("GET", f"/imports/{import_id}", self.token)

    async def checked(self, content: bytes, name: str = "名册.zip") -> Any:
        import_id = await self.upload(content, name)
        await worker.run_due(self.city.world, [JOB])
        return await self.view(import_id)

    async def applied(self, content: bytes) -> Any:
        view = await self.checked(content)
        assert view["state"] == "ready", await self.faults(view["id"])
        await self.city.must("POST", f"/imports/{view['id']}/confirmation", self.token)
        await worker.run_due(self.city.world, [JOB])
        view = await self.view(view["id"])
        assert view["state"] == "applied", view
        return view

    async def faults(self, import_id: str) -> Any:
        return (await self.city.must("GET", f"/imports/{import_id}/errors", self.token))["items"]

    async def changes(self, import_id: str, table: str) -> Any:
        path = f"/imports/{import_id}/changes?table={table}&limit=200"
        return (await self.city.must("GET", path, self.token))["items"]


@pytest.fixture
async def clerk(city: City) -> Clerk:
    return Clerk(city, await city.staff("clerk"))


async def table(name: str, order: str = "code") -> list[dict[str, Any]]:
    return await sql(f"SELECT * FROM {name} ORDER BY {order}")


async def counts() -> dict[str, int]:
    """How many rows every table of the roll and the books has."""
    names = (
        *("community", "building", "scope", "unit", "home", "owner", "ownership", "elevator"),
        *("elevator_unit", "maintenance_visit", "deposit"),
        *("ledger_account", "ledger_journal", "ledger_posting"),
    )
    rows = await sql(
        "SELECT " + ", ".join(f"(SELECT count(*) FROM {name}) AS {name}" for name in names)
    )
    return rows[0]


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
    assert secrets.decrypt(bytes(owner["id_cipher"])) == A
    assert secrets.decrypt(bytes(owner["phone_cipher"])) == "15412345678"
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
        "POST", f"/imports/{view['id']}/confirmation", clerk.token
    )
    assert (status, problem["code"]) == (409, "ImportHasErrors")
    status, content = await clerk.city.call(
        "GET", f"/imports/{view['id']}/errors.xlsx", clerk.token
    )
    assert status == 200
    lines = list(openpyxl.load_workbook(io.BytesIO(content)).active.values)  # type: ignore[union-attr]
    assert lines[1][:4] == ("房屋", 2, "登记面积", "=1+1")
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["D2"]  # type: ignore[index]
    assert cell.data_type != "f"
    page = await clerk.city.must(
        "GET", f"/imports/{view['id']}/errors?after=1&limit=1", clerk.token
    )
    assert [f["number"] for f in page["items"]] == [2] and page["next"] == "2"
    await clerk.city.must("POST", f"/imports/{view['id']}/dropping", clerk.token)
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
    await clerk.city.must("POST", f"/imports/{view['id']}/dropping", clerk.token)


async def test_states_are_kept_in_order(clerk: Clerk) -> None:
    import_id = await clerk.upload(packed())

    async def refused(step: str) -> str:
        status, problem = await clerk.city.call("POST", f"/imports/{import_id}/{step}", clerk.token)
        assert status == 409
        return str(problem["code"])

    assert await refused("confirmation") == "ImportNotReady"
    await worker.run_due(clerk.city.world, [JOB])
    await clerk.city.must("POST", f"/imports/{import_id}/confirmation", clerk.token)
    assert await refused("confirmation") == "ImportNotReady"
    await worker.run_due(clerk.city.world, [JOB])
    assert await refused("dropping") == "ImportNotReady"
    listed = await clerk.city.must("GET", "/imports?limit=1", clerk.token)
    assert listed["items"][0]["id"] == import_id


async def test_only_clerks_import_and_others_at_the_centre_look(clerk: Clerk) -> None:
    view = await clerk.checked(packed())
    for key, status in (("finance", 403), ("auditor", 403), ("insurer", 403)):
        token = await clerk.city.staff(key)
        path = f"/imports/{view['id']}/confirmation"
        assert (await clerk.city.call("POST", path, token))[0] == status
    auditor = await clerk.city.staff("auditor")
    assert (await clerk.city.call("GET", f"/imports/{view['id']}", auditor))[0] == 200
    owner = await clerk.city.login("owner1")
    assert (await clerk.city.call("GET", f"/imports/{view['id']}", owner))[0] == 403
    unknown = f"/imports/{UUID(int=1)}"
    assert (await clerk.city.call("GET", unknown, clerk.token))[0] == 404


# --- who works on it


async def test_a_dead_workers_import_is_taken_up_again(clerk: Clerk) -> None:
    import_id = await clerk.upload(packed())
    at = door.now()
    assert await imports.take(UUID(import_id), at)
    assert await worker.run_due(clerk.city.world, [JOB]) == 0
    assert (await clerk.view(import_id))["state"] == "checking"
    clerk.city.clock.advance(minutes=3)
    assert await worker.run_due(clerk.city.world, [JOB]) == 1
    assert (await clerk.view(import_id))["state"] == "ready"


async def test_many_workers_apply_it_once(clerk: Clerk) -> None:
    view = await clerk.checked(packed())
    await clerk.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.token)
    await asyncio.gather(*(worker.run_due(clerk.city.world, [JOB]) for _ in range(5)))
    assert (await clerk.view(view["id"]))["state"] == "applied"
    events = await sql("SELECT kind FROM log_event WHERE subject_id = $1", UUID(view["id"]))
    assert sorted(event["kind"] for event in events) == ["RollImported", "RollUploaded"]


async def test_a_worker_that_lost_its_lease_changes_nothing(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await clerk.checked(packed())
    before = await counts()
    await clerk.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.token)

    async def stolen(self: applying.Applying, rows: Any) -> None:
        await sql(
            "INSERT INTO community (id, code, name, street, address, manager_name, managed,"
            " parking_counts) VALUES (gen_random_uuid(),'X','x','','','','none',false)"
        )
        pace: working.Pace = self.progress.__self__  # type: ignore[attr-defined]
        steal = imports.still_leased(
            pace.import_id, pace.lease, pace.lease + timedelta(minutes=5), 0
        )
        loop = asyncio.get_running_loop()
        assert await loop.create_task(steal, context=pace.outside)

    with monkeypatch.context() as patched:
        patched.setattr(applying.Applying, "apply", stolen)
        await worker.run_due(clerk.city.world, [JOB])
    assert await counts() == before
    assert (await clerk.view(view["id"]))["state"] == "applying"
    clerk.city.clock.advance(minutes=8)
    await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_a_failure_in_the_middle_leaves_nothing_behind(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await clerk.checked(packed())
    before = await counts()
    await clerk.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.token)

    async def broken(self: applying.Applying, rows: Any) -> None:
        raise ImportNotReady("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(applying.Applying, "_funds", broken)
        await worker.run_due(clerk.city.world, [JOB])
    assert await counts() == before
    status, problem = await clerk.city.call("POST", f"/imports/{view['id']}/dropping", clerk.token)
    assert (status, problem["code"]) == (409, "ImportNotReady")
    clerk.city.clock.advance(minutes=8)
    await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_progress_is_seen_while_it_is_applied(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the transaction ends, on another connection."""
    view = await clerk.checked(packed())
    await clerk.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.token)
    seen: list[int] = []
    real = applying.Applying._funds

    async def watched(self: applying.Applying, rows: Any) -> None:
        seen.append((await clerk.view(view["id"]))["rows_done"])
        await real(self, rows)

    monkeypatch.setattr(applying.Applying, "_funds", watched)
    await worker.run_due(clerk.city.world, [JOB])
    assert seen == [21]
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_two_imports_at_once_do_not_mix(clerk: Clerk) -> None:
    """The second is judged anew when the first changed the roll under it."""
    first, second = await clerk.checked(packed()), await clerk.checked(packed())
    for view in (first, second):
        await clerk.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.token)
    prepared = [await _prepare(clerk, view["id"]) for view in (first, second)]
    for view, found in zip((first, second), prepared, strict=True):
        ready = Job("as prepared", JOB.due, JOB.run, found)
        await worker.run_item(clerk.city.world, ready, UUID(view["id"]))
    assert (await clerk.view(second["id"]))["state"] == "applying"
    await worker.run_due(clerk.city.world, [JOB])
    after = await clerk.view(second["id"])
    assert after["state"] == "applied" and after["added"] == {}


async def _prepare(clerk: Clerk, import_id: str) -> Any:
    assert JOB.prepare is not None
    found = await JOB.prepare(clerk.city.context(), UUID(import_id))

    async def prepared(ctx: Any, item: Any) -> Any:
        return found

    return prepared


def test_references_of_openings_tell_sources_and_days_apart() -> None:
    one = OpeningRow(scope="S", amount_fen=1, as_of_on=date(2024, 12, 31), source="甲")
    other = OpeningRow(scope="S", amount_fen=2, as_of_on=date(2024, 12, 31), source="甲")
    assert opening_reference(one) == opening_reference(other)
    third = OpeningRow(scope="S", amount_fen=1, as_of_on=date(2024, 12, 31), source="乙")
    assert opening_reference(one) != opening_reference(third)
