"""A small roll as csv, and a clerk who imports it with the worker beside them."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from handlers.imports import working
from handlers.route import Principal, World
from models.base import sql
from rules.people import Role, resident_check_character
from server import worker
from server.import_roll import Second
from server.operations import JOBS
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
    """Somebody who imports, a second one who confirms, and the worker beside them."""

    def __init__(self, city: City, token: str) -> None:
        self.city, self.token = city, token

    async def confirm(self, import_id: str) -> Any:
        second = await self.city.staff("reviewer")
        return await self.city.must("POST", f"/imports/{import_id}/confirmation", second)

    async def drop(self, import_id: str) -> Any:
        path, body = f"/imports/{import_id}/dropping", {"reason": "重新上传"}
        return await self.city.must("POST", path, self.token, body)

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
        await self.confirm(view["id"])
        await worker.run_due(self.city.world, [JOB])
        view = await self.view(view["id"])
        assert view["state"] == "applied", view
        return view

    async def faults(self, import_id: str) -> Any:
        return (await self.city.must("GET", f"/imports/{import_id}/errors", self.token))["items"]

    async def changes(self, import_id: str, table: str) -> Any:
        path = f"/imports/{import_id}/changes?table={table}&limit=200"
        return (await self.city.must("GET", path, self.token))["items"]


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


def by_reviewer(city: City) -> Second:
    """The reviewer confirms what the command has checked."""
    who = Principal("account", id=city.roll.accounts["reviewer"], roles=frozenset({Role.REVIEWER}))

    async def second(world: World) -> Principal:
        return who

    return second
