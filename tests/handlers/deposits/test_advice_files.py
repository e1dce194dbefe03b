"""Many advices from one file: all of them or none, every fault by its line. R2.7, R4.3."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from models.base import sql
from rules.imports.advices import COLUMNS, LINES_MAX
from tests.handlers.deposits.desk import advised, books, main_account, placed
from tests.handlers.objecting import done, see
from tests.world import City

HEAD = (
    "存款编号,结息单号,入账日期,利息,结息止日,提前支取本金,"
    "是否转存,转存利率,利息转入本金,活期利率\n"
)
A = "A,JX-A,2025-07-01,195.00,,,否,,,\n"
B = "B,JX-B,2025-07-01,195,2025-07-01,,是,1.8,是,\n"
C = "C,JX-C,2025-01-01,2.50,2025-01-01,5000,,,,0.2\n"


async def three(city: City) -> None:
    bank = await main_account(city)
    for code in "ABC":
        await placed(city, bank, code=code, principal_fen=1_000_000)


async def upload(city: City, content: bytes | str, name: str = "结息清单.csv") -> tuple[int, Any]:
    data = content.encode() if isinstance(content, str) else content
    files = {"file": (name, data, "application/octet-stream")}
    return await city.call("POST", "/settlements/file", await city.staff("finance"), files=files)


async def entered() -> int:
    return int((await sql("SELECT count(*) AS n FROM settlement"))[0]["n"])


async def test_every_line_waits_for_its_second_person(city: City) -> None:
    await three(city)
    status, body = await upload(city, HEAD + A + B + C)
    assert (status, body["entered"], body["faults"]) == (201, 3, [])
    kinds = {}
    for key in body["settlement_ids"]:
        _, one = await see(city, "reviewer", f"/settlements/{key}")
        kinds[one["code"]] = (one["kind"], one["source"], one["state"], one["interest_fen"])
        assert one["file"] is not None
        await done(city, "finance2", f"/settlements/{key}/confirmation")
    assert kinds == {
        "A": ("maturity", "file", "draft", 19_500),
        "B": ("maturity", "file", "draft", 19_500),
        "C": ("early", "file", "draft", 250),
    }
    assert (await books())["term_deposit"] == 1_019_500 + 500_000


async def test_a_workbook_does_as_well(city: City) -> None:
    await three(city)
    book, out = Workbook(), io.BytesIO()
    book.active.append(HEAD.strip().split(",")[:4])
    book.active.append(["A", "JX-A", "2025-07-01", 195])
    book.save(out)
    status, body = await upload(city, out.getvalue(), "结息清单.xlsx")
    assert (status, body["entered"]) == (201, 1), body


async def test_one_bad_line_keeps_the_whole_file_out(city: City) -> None:
    """Each fault has its line, its column where it has one, and says what to do."""
    await three(city)
    bad = (
        A
        + "Z,JX-Z,2025-07-01,1,,,,,,\n"
        + "B,JX-B,昨天,十元,,,,,,\n"
        + "A,JX-A2,2025-07-01,195.00,,,否,,,\n"
        + "C,,2025-07-01,1,,,,,,\n"
        + "B,JX-B,2025-06-30,1,,,,,,\n"
    )
    status, body = await upload(city, HEAD + bad)
    assert (status, body["entered"]) == (201, 0)
    told = [(one["row"], one["column"]) for one in body["faults"]]
    assert told == [
        (3, "存款编号"),
        (4, "入账日期"),
        (4, "利息"),
        (5, "存款编号"),
        (6, "结息单号"),
        (7, ""),
    ]
    assert "结息日晚于入账日" in body["faults"][-1]["reason"]
    assert await entered() == 0
    assert (await sql("SELECT count(*) AS n FROM file WHERE owner_kind = 'advices'"))[0]["n"] == 0


async def test_an_advice_known_already_is_a_fault_of_its_line(city: City) -> None:
    await three(city)
    (row,) = await sql("SELECT id FROM deposit WHERE code = 'A'")
    await advised(city, f"/deposits/{row['id']}", advice_number="JX-A", interest_fen=19_500)
    status, body = await upload(city, HEAD + A)
    assert status == 201 and "同号" in body["faults"][0]["reason"]
    assert await entered() == 1


async def test_files_that_are_no_such_list(city: City) -> None:
    status, body = await upload(city, "%PDF-1.4")
    assert (status, body["code"]) == (422, "UnreadableSheet") and "PDF" in body["detail"]
    for content, word in (
        ("甲,乙\n1,2\n", "没有表头"),
        ("1\n2\n3\n4\n5\n6\n", "没有找到表头"),
        (HEAD, "没有结息单"),
        (HEAD.replace(",利息,", ",金额,"), "缺少“利息”列"),
        (HEAD.replace("活期利率", "利息") + A, "重复出现"),
        ("存款编号,结息单号,入账日期,利息,别的\n", "多余的列"),
        (HEAD + A.replace("A,", "A,", 1) * 501, "超过 500 行"),
    ):
        status, body = await upload(city, content)
        reasons = " ".join(one["reason"] for one in body["faults"])
        assert status == 201 and word in reasons, (content[:40], body)
        assert body["entered"] == 0


async def test_a_file_with_too_many_lines_is_not_read(city: City) -> None:
    status, body = await upload(city, "," * 2_000 + "\n")
    assert (status, body["code"]) == (422, "TooManyRows")


def test_the_handbook_lists_the_columns_as_they_are_read() -> None:
    page = (Path(__file__).parents[3] / "docs/deposits.md").read_text(encoding="utf-8")
    rows = [
        f"| {one.title} | {'是' if one.required else ''} | {'、'.join(one.also)} |"
        for one in COLUMNS
    ]
    assert "\n".join(rows) in page
    assert f"最多 {LINES_MAX} 行" in page
