"""Files that people send: read as they are meant, and refused before they cost anything. R2.7."""

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from papers.sheets.limits import Limits
from papers.sheets.reading import LIMITS, read_sheets
from rules.imports import Unread
from rules.imports.cells import BROKEN, FORMULA
from rules.refusals.base import Refusal
from rules.refusals.files import TooManyRows, UnreadableSheet

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(data: str, texts: str = "", prologue: str = "", **more: str) -> bytes:
    """An xlsx written by hand: `data` stands in sheetData, `texts` among the shared texts."""
    office = f"{RELATIONS}/"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{office}officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="房屋" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{office}worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{office}sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{NAMESPACE}">{texts}</sst>',
            "xl/worksheets/sheet1.xml": f'{prologue}<worksheet xmlns="{NAMESPACE}"><sheetData>'
            f"{data}</sheetData></worksheet>",
            **more,
        }
    )


def rows_of(name: str, content: bytes, limits: Limits = LIMITS) -> dict[str, list[object]]:
    return {title: list(rows) for title, rows in read_sheets(name, content, limits).items()}


def saved(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- what is read


def test_an_xlsx_comes_with_its_values_dates_and_places() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        one = book.worksheets[0]
        one.title = "房屋"
        one["B2"], one["C2"], one["D2"] = "编号", "面积", "日期"
        one["B3"], one["C3"], one["D3"] = "H1", 89.53000000000001, date(2024, 1, 5)
        hidden = book.create_sheet("草稿")
        hidden.sheet_state = "hidden"
        book.create_chartsheet("图")
        book.create_sheet("业主").append(["编号"])

    assert rows_of("x.xlsx", saved(fill)) == {
        "房屋": [
            ["", "", "", ""],
            ["", "编号", "面积", "日期"],
            ["", "H1", pytest.approx(89.53), date(2024, 1, 5)],
        ],
        "业主": [["编号"]],
    }


def test_formulas_and_errors_are_not_taken_for_values() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        one = book.worksheets[0]
        one.title = "房屋"
        one["B2"], one["B3"], one["C3"], one["D4"] = "面积", "=1+1", "#N/A", "=A1"

    rows = rows_of("x.xlsx", saved(fill))["房屋"]
    assert rows[2] == ["", Unread("", FORMULA), Unread("", BROKEN)]
    assert rows[3] == ["", "", "", Unread("", FORMULA)]


def test_a_formula_keeps_the_value_that_was_shown_last() -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'
    assert rows_of("x.xlsx", workbook(data))["房屋"] == [[1.0, Unread("2.0", FORMULA)]]


def test_cells_without_places_and_with_a_prefix_are_counted_alike() -> None:
    data = "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row>"
    assert rows_of("x.xlsx", workbook(data))["房屋"] == [[1.0, Unread("1.0", FORMULA)]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_csv_in_every_encoding(encoding: str, delimiter: str, ending: str) -> None:
    lines = [delimiter.join(row) for row in (["编号", "姓名"], ["H1", "㛃𠀀"], ["H2", '"a\nb"'])]
    content = ending.join(lines).encode(encoding)
    assert rows_of("导出\\房屋_20240105.csv", content) == {
        "房屋": [["编号", "姓名"], ["H1", "㛃𠀀"], ["H2", "a\nb"]]
    }


def test_a_zip_of_csv_with_names_in_the_old_code_page() -> None:
    content = zipped({"AAAA.csv": "编号\n1\n".encode("gb18030"), "导出/业主.csv": "编号\n2\n"})
    content = content.replace(b"AAAA.csv", "房屋".encode("gb18030") + b".csv")
    assert rows_of("a.zip", content) == {
        "房屋": [["编号"], ["1"]],
        "业主": [["编号"], ["2"]],
    }


def test_a_zip_passes_over_folders_and_what_systems_leave_behind() -> None:
    content = zipped({"a/": "", "__MACOSX/._房屋.csv": "x", ".DS_Store": "x", "a/房屋.csv": "1"})
    assert rows_of("a.zip", content) == {"房屋": [["1"]]}


def test_names_with_paths_are_only_names() -> None:
    content = zipped({"../../etc/房屋.csv": "编号"})
    assert rows_of("a.zip", content) == {"房屋": [["编号"]]}


def test_rows_are_made_while_they_are_asked_for() -> None:
    content = b"a,b\n" * 150_000
    rows = read_sheets("homes.csv", content)["homes"]
    tracemalloc.start()
    assert sum(1 for _ in rows) == 150_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


# --- what is refused


def test_what_is_no_table_is_refused_by_name() -> None:
    told = {
        b"": "空",
        b"%PDF-1.7": "PDF",
        b"\x89PNG\r\n": "图片",
        b"\xd0\xcf\x11\xe0\xa1\xb1": ".xls",
        "编号".encode("utf-16"): "UTF-16",
        b"PK\x03\x04garbage": "损坏",
        b"\xef\xbb\xbf\xff\xff": "编码",
        b"\xff\xff\xff\xff": "编码",
        b'a,b\n"x"y,1\n': "引号",
        b'a,"b\n1,2\n': "引号",
    }
    for content, reason in told.items():
        with pytest.raises(UnreadableSheet) as refused:
            rows_of("房屋.csv", content)
        assert reason in refused.value.detail, content


def test_a_zip_may_hold_csv_only_and_each_once() -> None:
    for parts, reason in [
        ({"房屋.csv": "1", "virus.exe": "x"}, "只能有 csv"),
        ({"a.txt": "x"}, "只能有 csv"),
        ({"房屋.csv": "1", "a/房屋.csv": "1"}, "两个"),
        ({"a/": ""}, "没有 csv"),
        ({"A.csv": "1", "a.CSV": "1"}, "损坏"),
    ]:
        with pytest.raises(UnreadableSheet, match=reason):
            rows_of("a.zip", zipped(dict(parts)))


def test_an_encrypted_zip_is_refused() -> None:
    content = bytearray(zipped({"房屋.csv": "1"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableSheet, match="加密"):
        rows_of("a.zip", bytes(content))


def refused_cheaply(name: str, content: bytes, limits: Limits = LIMITS) -> Refusal:
    """The refusal, and that less memory was taken than a few times the file."""
    tracemalloc.start()
    try:
        with pytest.raises(Refusal) as refused:
            rows_of(name, content, limits)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 30_000_000
    return refused.value


def test_a_bomb_is_not_unpacked() -> None:
    small = Limits(unpacked_bytes=5 << 20)
    bomb = zipped({"房屋.csv": b"0" * (6 << 20)})
    assert len(bomb) < 20_000
    assert isinstance(refused_cheaply("a.zip", bomb, small), TooManyRows)
    many = zipped({f"{n}.csv": b"0" * (1 << 20) for n in range(6)})
    assert isinstance(refused_cheaply("a.zip", many, small), TooManyRows)


def test_a_part_that_says_it_is_small_is_measured_all_the_same() -> None:
    """A reader that trusts the size unpacks a harmless beginning; another one unpacks it all."""
    true, said = b"0" * (6 << 20), b"0" * 100
    content = zipped({"房屋.csv": true})
    for real, lie in (
        (len(true).to_bytes(4, "little"), len(said).to_bytes(4, "little")),
        (zlib.crc32(true).to_bytes(4, "little"), zlib.crc32(said).to_bytes(4, "little")),
    ):
        assert content.count(real) == 2
        content = content.replace(real, lie)
    assert "损坏" in refused_cheaply("a.zip", content).detail
    assert "过大" in refused_cheaply("a.zip", content, Limits(unpacked_bytes=5 << 20)).detail


def test_a_lone_cell_in_the_last_corner_does_not_ask_for_terabytes() -> None:
    corner = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>'
    assert isinstance(refused_cheaply("x.xlsx", workbook(corner)), TooManyRows)
    wide = '<row r="2"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
    assert isinstance(refused_cheaply("x.xlsx", workbook(wide)), TooManyRows)
    block = '<row r="1"><c r="A1"/></row><row r="190000"><c r="AZ190000"><v>1</v></c></row>'
    assert isinstance(refused_cheaply("x.xlsx", workbook(block)), TooManyRows)
    prefixed = corner.replace("<row", "<x:row").replace("<c ", "<x:c ").replace("</", "</x:")
    prefixed = prefixed.replace('<x:c r="A1"><v>', '<x:c r="A1"><x:v>')
    content = workbook(
        "",
        **{
            "xl/worksheets/sheet1.xml": f'<x:worksheet xmlns:x="{NAMESPACE}">'
            f"<x:sheetData>{prefixed}</x:sheetData></x:worksheet>"
        },
    )
    assert isinstance(refused_cheaply("x.xlsx", content), TooManyRows)


def test_a_text_that_a_million_cells_name_is_counted_for_each() -> None:
    texts = f"<si><t>{'长' * 1_900}</t></si>"
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 60_001))
    content = workbook(f"<row>{cells}</row>", texts)
    assert len(content) < 1_000_000
    assert "文字过多" in refused_cheaply("x.xlsx", content).detail


def test_a_document_type_is_refused() -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert rows_of("x.xlsx", workbook(data)) == {"房屋": [[1.0]]}
    content = workbook(data, prologue="<!DOCTYPE worksheet>")
    assert "损坏" in refused_cheaply("x.xlsx", content).detail


def test_what_makes_the_reading_library_panic_is_refused() -> None:
    styles = (
        f'<styleSheet xmlns="{NAMESPACE}"><cellXfs count="1"><xf numFmtId="46"/></cellXfs>'
        "</styleSheet>"
    )
    data = '<row r="1"><c r="A1" s="0"><v>1e308</v></c></row>'
    content = workbook(data, **{"xl/styles.xml": styles})
    with pytest.raises(UnreadableSheet, match="第 1 行"):
        rows_of("x.xlsx", content)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(rows=3), "3 行"),
        (Limits(columns=1), "1 列"),
        (Limits(cell_chars=3), "3 个字符"),
        (Limits(file_bytes=8), "0 MB"),
        (Limits(parts=0), "0 个"),
    ],
)
@pytest.mark.parametrize("kind", ["xlsx", "zip", "csv"])
def test_every_limit_holds_for_every_kind(kind: str, limits: Limits, reason: str) -> None:
    lines = [["编号", "说明"], ["H1", "四个字的"], ["H2", "b"], ["H3", "c"]]
    text = "\n".join(",".join(line) for line in lines)

    def fill(book: openpyxl.Workbook) -> None:
        for line in lines:
            book.worksheets[0].append(line)

    made = {
        "xlsx": lambda: saved(fill),
        "zip": lambda: zipped({"房屋.csv": text}),
        "csv": text.encode,
    }
    content = made[kind]()
    rows_of(f"房屋.{kind}", content)
    if kind == "csv" and limits.parts == 0:
        return
    with pytest.raises(Refusal) as refused:
        rows_of(f"房屋.{kind}", content, limits)
    assert reason in refused.value.detail
    assert refused.value.status == 422


def test_rows_are_counted_over_all_sheets() -> None:
    content = zipped({"房屋.csv": "1\n2", "业主.csv": "1\n2"})
    rows_of("a.zip", content, Limits(rows=4))
    with pytest.raises(TooManyRows):
        rows_of("a.zip", content, Limits(rows=3))


def test_damaged_files_are_refused_and_never_worse() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for number in range(30):
            book.worksheets[0].append([f"H{number}", number, date(2024, 1, 5)])

    content = saved(fill)
    read = 0
    for place in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        try:
            rows_of("x.xlsx", bytes(damaged))
            read += 1
        except Refusal as refused:
            assert refused.status == 422
    for size in range(0, len(content), 97):
        with pytest.raises(Refusal):
            rows_of("x.xlsx", content[:size])
    assert read < len(content) / 7
