"""Tables of any length as files: the same as short ones, made a part at a time."""

import csv
import io
import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

import msgspec
import pytest
from msgspec import Meta
from openpyxl import load_workbook

from papers.sheets import streams
from papers.sheets.streams import Column, columns_of, csv_stream, xlsx_stream
from tests.papers.test_exports import LIVE


class Paid(msgspec.Struct):
    """An item of a list."""

    paid_id: UUID
    number: Annotated[str, Meta(title="票号")]
    state: str
    state_title: str
    amount_fen: int
    owed_fen: int | None
    area_cm2: int
    rate_e4: int
    entered_by_me: bool
    on: date
    at: datetime
    live: bool
    homes: list[str]
    case_id: Annotated[UUID | None, Meta(title="所属办件")] = None


ITEM = Paid(
    uuid4(),
    "甲-1",
    "paid",
    "已付",
    123_456,
    None,
    895_000,
    15_000,
    True,
    date(2025, 3, 3),
    datetime(2025, 3, 3, 1, 2, tzinfo=UTC),
    live=True,
    homes=["1-101", "1-102"],
)
TEXT = [Column("=A1", str), Column("数", len)]


async def here(work: Callable[..., bytes], *args: Any) -> bytes:
    """Work that a pool would do."""
    return work(*args)


async def batches(*of: Sequence[Any]) -> AsyncIterator[Sequence[Any]]:
    for one in of:
        yield one


async def whole(parts: AsyncIterator[bytes]) -> bytes:
    return b"".join([part async for part in parts])


async def test_what_an_item_says_to_people_are_its_columns() -> None:
    """Titles where there are some, people's units, moments in Beijing; no ids, no code beside its
    title, nothing that is true of the asker alone."""
    columns = columns_of(Paid)
    assert [one.heading for one in columns] == [
        *("票号", "状态", "金额（元）", "欠缴（元）", "面积（平方米）", "利率（%）"),
        *("日期", "时间", "live", "户数"),
    ]
    content = await whole(xlsx_stream("表", columns, batches([ITEM]), here))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [
        *("甲-1", "已付", "1,234.56", None, "89.50", "1.5000"),
        *("2025-03-03", "2025-03-03 09:02:00+08:00", "是", "1-101；1-102"),
    ]
    chosen = columns_of(Paid, {"号": "number", "双": lambda item: item.number * 2})
    assert [(one.heading, one.value(ITEM)) for one in chosen] == [
        ("号", "甲-1"),
        ("双", "甲-1甲-1"),
    ]


async def test_no_cell_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(await whole(xlsx_stream("表", TEXT, batches(LIVE), here))))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} == {"s", "n"}
    text = (await whole(csv_stream(TEXT, batches(LIVE), here))).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["'=A1", "数"]
    assert [row[0] for row in rows[1:]] == [f"'{one}" for one in LIVE]


async def test_an_empty_table_has_its_headings() -> None:
    for given in (batches(), batches([])):
        assert (await whole(csv_stream(TEXT, given, here))).decode("utf-8-sig") == "'=A1,数\r\n"
    sheet = load_workbook(io.BytesIO(await whole(xlsx_stream("表", TEXT, batches(), here)))).active
    assert sheet is not None and [cell.value for cell in sheet[1]] == ["=A1", "数"]


async def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streams, "SHEET_ROWS", 3)
    content = await whole(xlsx_stream("表[1]", TEXT, batches(["a", "b"], ["c", "d", "e<&>"]), here))
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["表·1·", "表·1·(2)"]
    read = [[row[0].value for row in sheet.iter_rows(min_row=2)] for sheet in book]
    assert read == [["a", "b", "c"], ["d", "e<&>"]]


async def test_sums_end_a_table() -> None:
    columns = columns_of(Paid, {"号": "number", "元": "amount_fen"}, ("amount_fen",))
    lines = (await whole(csv_stream(columns, batches([ITEM], [ITEM, ITEM]), here))).decode(
        "utf-8-sig"
    )
    assert lines.splitlines()[-1] == '合计,"3,703.68"'
    book = load_workbook(io.BytesIO(await whole(xlsx_stream("表", columns, batches([ITEM]), here))))
    assert [cell.value for cell in list(book.active.iter_rows())[-1]] == ["合计", "1,234.56"]


async def test_a_file_is_sent_before_it_is_whole() -> None:
    """What was read is given away at once; nothing waits for the last row."""
    held: list[int] = []

    async def rows() -> AsyncIterator[Sequence[Any]]:
        for number in range(50):
            held.append(number)
            yield [f"{number:06d}" * 20] * 200

    parts = xlsx_stream("表", TEXT, rows(), here)
    first = [await anext(parts) for _ in range(10)]
    assert held == list(range(10)) and sum(map(len, first)) > 0
    csv_parts = csv_stream(TEXT, rows(), here)
    assert len(await anext(csv_parts)) > 200 * 120 and held[10:] == [0]
