"""Files to take away: nothing in them runs when they are opened."""

import csv
import io
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from openpyxl import load_workbook

from papers.sheets import writing
from papers.sheets.writing import csv_file, xlsx
from rules.refusals.files import TooManyRows

LIVE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("http://x")')
ROW = (1, True, "某", date(2025, 3, 3), datetime(2025, 3, 3, 1, 2, tzinfo=UTC), UUID(int=1), None)


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    blob = xlsx("a.xlsx", "表" * 40, ["=A1"], [(text, -5) for text in LIVE])
    sheet = load_workbook(io.BytesIO(blob.content)).active
    assert sheet is not None
    assert sheet["A1"].data_type == "s"
    for number, text in enumerate(LIVE, start=2):
        cell = sheet.cell(number, 1)
        assert (cell.data_type, str(cell.value).strip("\r\t\n")) == ("s", text.strip("\r\t\n"))
        assert sheet.cell(number, 2).value == -5


def test_no_cell_of_a_csv_is_a_formula() -> None:
    blob = csv_file("a.csv", ["=A1"], [(text, -5) for text in LIVE])
    rows = list(csv.reader(io.StringIO(blob.content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["'=A1"]
    assert [row[0] for row in rows[1:]] == [f"'{text}" for text in LIVE]
    assert {row[1] for row in rows[1:]} == {"-5"}


def test_values_are_shown_as_people_write_them() -> None:
    shown = [1, "是", "某", "2025-03-03", "2025-03-03 09:02:00+08:00", str(UUID(int=1)), None]
    blob = xlsx("a.xlsx", "表", ["一"], [ROW])
    sheet = load_workbook(io.BytesIO(blob.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == shown[:-1]
    line = csv_file("a.csv", ["一"], [ROW]).content.decode("utf-8-sig").splitlines()[1]
    assert line.split(",") == [str(value) for value in shown[:-1]] + [""]


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    blob = xlsx("a.xlsx", "表", ["一"], [("\x00甲\x0b\ud800乙\ufffe",), ("长" * 40_000,)])
    sheet = load_workbook(io.BytesIO(blob.content)).active
    assert sheet is not None
    assert sheet["A2"].value == "甲乙"
    assert len(str(sheet["A3"].value)) == 32_000


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "ROWS_MAX", 2)
    assert csv_file("a.csv", ["一"], [("1",)] * 2)
    with pytest.raises(TooManyRows):
        csv_file("a.csv", ["一"], [("1",)] * 3)
