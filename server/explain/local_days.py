"""A file of local days for `explain`: which days are worked here that are not elsewhere. R9.1."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rules.days import Calendar
from server.explain.reading import BadInput, file_day, read_text

MAX_FILE_BYTES = 1_000_000
MAX_NAME = 40

_WORKED = {"true", "1", "yes", "working", "work", "是", "上班", "工作", "工作日", "调休上班"}
_OFF = {"", "false", "0", "no", "off", "holiday", "否", "休", "休息", "休息日", "放假", "节假日"}

HELP = """\
--local-days 文件（UTF-8 或 GB18030）说明本地规定的休息日和工作日，优先于国家公布的安排：
  CSV   date,working[,name]           表头可省；working 为 true/false、是/否、上班/放假，空即休息
        2025-09-19,false,州庆
  JSON  [{"date": "2025-09-19", "working": false, "name": "州庆"}]
        {"2025-09-19": false}
        {"published": [2027], "days": [ … ]}   published：节假日已公布、例外日均列于本文件的年份
"""


@dataclass
class LocalDays:
    """What a file of local days says: day -> worked or not, their names, years it completes."""

    working: dict[date, bool] = field(default_factory=dict)
    names: dict[date, str] = field(default_factory=dict)
    published: set[int] = field(default_factory=set)

    def add(self, day: date, working: bool, name: str) -> None:
        """BadInput when the day was already said to be the opposite."""
        if self.working.setdefault(day, working) != working:
            raise BadInput(f"{day.isoformat()}既是工作日又是休息日")
        if name:
            self.names[day] = name

    def calendar(self) -> Calendar:
        """The published calendar with these days laid over it."""
        return Calendar.standard(self.working, years=self.published, names=self.names)


def read_local_days(path: str) -> LocalDays:
    """The local days in a CSV or JSON file, as `--help` describes it. BadInput says what is wrong.

    Nothing is guessed: an unknown word, a day that does not exist or a contradiction is refused.
    """
    text = read_text(path, "本地日历文件", MAX_FILE_BYTES)
    days = LocalDays()
    entries = _from_json(text, days) if text.lstrip()[:1] in ("[", "{") else _from_csv(text)
    for place, day, working, name in entries:
        try:
            days.add(file_day(day), _is_worked(working), name.strip()[:MAX_NAME])
        except BadInput as error:
            raise BadInput(f"本地日历文件{place}：{error}") from None
    return days


Entry = tuple[str, object, object, str]


def _from_csv(text: str) -> Iterator[Entry]:
    """Place, day, worked and name of every line that is not empty."""
    order = {"date": 0, "working": 1, "name": 2}
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for number, row in enumerate(rows, start=1):
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if "date" in cells:
                order = {name: cells.index(name) for name in order if name in cells}
                continue
            found = {name: cells[at] for name, at in order.items() if at < len(cells)}
            day, working = found.get("date", ""), found.get("working", "")
            yield f"第{number}行", day, working, found.get("name", "")
    except csv.Error as error:
        raise BadInput(f"本地日历文件不是CSV：{error}") from None


def _from_json(text: str, days: LocalDays) -> Iterable[Entry]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("本地日历文件不是JSON") from None
    if isinstance(content, dict) and content.keys() & {"days", "published"}:
        days.published = _years(content.get("published", []))
        content = content.get("days", [])
    if isinstance(content, dict):
        content = [{"date": day, "working": working} for day, working in content.items()]
    if not isinstance(content, list):
        raise BadInput("本地日历文件应为一组日期")
    for number, entry in enumerate(content, start=1):
        one = entry if isinstance(entry, dict) else {"date": entry}
        name = one.get("name") or ""
        yield f"第{number}项", one.get("date", ""), one.get("working", ""), str(name)


def _years(value: object) -> set[int]:
    years = value if isinstance(value, list) else [None]
    if not all(type(year) is int and 1949 <= year <= 2199 for year in years):
        raise BadInput("published应为一组年份，如[2027]")
    return set(years)


def _is_worked(value: object) -> bool:
    word = str(value).strip().lower()
    if word in _WORKED:
        return True
    if word in _OFF:
        return False
    raise BadInput(f"看不懂“{word[:40]}”，应为true或false")
