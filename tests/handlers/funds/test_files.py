"""Files of deposits and uses: taken in whole or not at all. R2.7."""

import io
from typing import Any
from uuid import uuid4

from openpyxl import Workbook

from models.base import sql
from tests.handlers.funds.till import Till, true_books
from tests.handlers.test_files import reads

HEADER = "房屋编号,金额,日期,凭证号\n"
GOOD = (
    "SLY-1-1-101,100.00,2025-09-01,P1\n"
    "SLY-1-1-201,200.00,2025-09-01,P2\n"
    "SLY-1-1-301,300.00,2025-09-02,P3\n"
)


async def sent(till: Till, content: bytes, name: str = "缴存.csv", kind: str = "first") -> Any:
    """The status and the answer to a file sent by the clerk."""
    path = f"/fund-batches/file?kind={kind}&custody_id={till.custody}"
    token = await till.city.staff("clerk")
    return await till.city.call("POST", path, token, files={"file": (name, content, "text/csv")})


async def batches() -> int:
    return int((await sql("SELECT count(*) AS n FROM fund_batch"))[0]["n"])


async def test_a_file_becomes_a_batch_for_each_day(till: Till) -> None:
    """Three lines of two days; each line keeps its voucher, and the file is kept."""
    status, answer = await sent(till, (HEADER + GOOD).encode("gb18030"))
    assert status == 201, answer
    made = answer["items"]
    assert [(one["effective_on"], one["lines"], one["total_fen"]) for one in made] == [
        ("2025-09-01", 2, 30_000),
        ("2025-09-02", 1, 30_000),
    ]
    assert made[0]["voucher"] == "P1 等 2 张"
    for batch in made:
        await till.confirm(batch)
    assert await till.balances("1-101", "1-201", "1-301") == [10_000, 20_000, 30_000]
    status, content = await reads(till.city, "reviewer", made[0]["file"]["id"])
    assert status == 200 and content.startswith(HEADER.encode("gb18030"))
    assert await true_books()


async def test_a_workbook_is_read_too(till: Till) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["户号", "金额（元）", "到账日期", "凭证编号"])
    sheet.append(["SLY-1-1-101", 100, "2025/9/1", "P1"])
    out = io.BytesIO()
    book.save(out)
    status, answer = await sent(till, out.getvalue(), "缴存.xlsx")
    assert status == 201 and answer["items"][0]["total_fen"] == 10_000


async def test_one_fault_and_nothing_is_entered(till: Till) -> None:
    lines = (
        "NOWHERE,100.00,2025-09-01,P1\n"
        "SLY-1-1-101,0,2025-09-01,P2\n"
        "SLY-1-1-201,1.00,2025-09-16,P3\n"
        "SLY-1-1-301,1.00,2025-09-01,P4\n"
        "SLY-1-1-301,1.00,2025-09-02,P5\n"
    )
    status, answer = await sent(till, (HEADER + lines).encode())
    assert (status, answer["code"]) == (422, "FundLinesWrong")
    assert [(one["row"], one["reason"]) for one in answer["faults"]] == [
        (2, "没有该房屋"),
        (3, "金额须大于零"),
        (4, "日期不能晚于今天"),
        (6, "同一户的首期只能交存一次"),
    ]
    twice = HEADER + GOOD + "SLY-1-1-101,5.00,2025-09-01,P9\n"
    status, answer = await sent(till, twice.encode(), kind="topup")
    assert (status, answer["code"]) == (422, "FundLinesWrong")
    assert "与第 2 行是同一户" in [one["reason"] for one in answer["faults"]]
    assert await batches() == 0


async def test_the_same_file_twice_is_refused(till: Till) -> None:
    """By the vouchers of its lines, whatever the file is called."""
    await sent(till, (HEADER + GOOD).encode())
    status, answer = await sent(till, (HEADER + GOOD).encode(), "另一个.csv")
    assert (status, answer["code"]) == (409, "VoucherUsed")
    assert answer["vouchers"] == ["P1", "P2"]
    assert await batches() == 2


async def test_what_cannot_be_read_or_spent_is_refused(till: Till) -> None:
    status, answer = await sent(till, b"%PDF-1.4", "a.pdf")
    assert (status, answer["code"]) == (422, "UnreadableSheet")
    wide = (HEADER + "x," * 400 + "\n").encode()
    status, answer = await sent(till, wide)
    assert (status, answer["code"]) == (422, "TooManyRows")
    status, answer = await sent(till, (HEADER + GOOD).encode(), kind="use")
    assert (status, answer["code"]) == (409, "InsufficientFunds")
    path = f"/fund-batches/file?kind=first&custody_id={uuid4()}"
    files = {"file": ("a.csv", (HEADER + GOOD).encode(), "text/csv")}
    token = await till.city.staff("clerk")
    assert (await till.city.call("POST", path, token, files=files))[0] == 404
    assert (await till.city.call("POST", "/fund-batches/file", token, files=files))[0] == 400
    await till.shut(2024)
    late = HEADER + "SLY-1-1-101,1.00,2024-09-01,P1\n"
    status, answer = await sent(till, late.encode())
    assert (status, answer["code"]) == (409, "YearShut")
    assert await batches() == 0
