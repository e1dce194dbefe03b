"""`python -m server explain …`: one deadline or one split, with every step and rule, as JSON.

It reads `rules` only: no database, no settings, no clock, so that an owner's question can be
answered, and anybody's calculation checked, anywhere. Exit code 0 with the answer on stdout, or 2
with a problem document on stderr.
"""

import argparse
import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NoReturn, TextIO

from rules import money
from rules.days import Calendar, Deadline, Step, add_working_days, notice_end
from rules.policy import DEFAULT, PARAMETERS

MAX_FILE_BYTES = 1_000_000
MAX_WEIGHTS = 10_000
MAX_NAME = 40

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_FILE_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_WORKED = {"true", "1", "yes", "working", "work", "是", "上班", "工作", "工作日", "调休上班"}
_OFF = {"", "false", "0", "no", "off", "holiday", "否", "休", "休息", "休息日", "放假", "节假日"}

_LOCAL_DAYS_HELP = """\
--local-days 文件（UTF-8 或 GB18030）说明本地规定的休息日和工作日，优先于国家公布的安排：
  CSV   date,working[,name]           表头可省；working 为 true/false、是/否、上班/放假，空即休息
        2025-09-19,false,州庆
  JSON  [{"date": "2025-09-19", "working": false, "name": "州庆"}]
        {"2025-09-19": false}
        {"published": [2027], "days": [ … ]}   published：节假日已公布、例外日均列于本文件的年份
"""


class BadInput(Exception):
    """输入有误"""


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


def main(argv: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Answer one question; 0 when answered, 2 when the question cannot be understood."""
    try:
        asked = _parser().parse_args(argv)
        answer = asked.answer(asked)
    except SystemExit as done:  # --help has printed what was wanted
        return int(done.code or 0)
    except (BadInput, ValueError, OverflowError) as error:
        detail = "日期超出可计算的范围" if isinstance(error, OverflowError) else str(error)
        problem = {"type": "about:blank", "title": BadInput.__doc__, "detail": detail}
        _print(problem, err or sys.stderr)
        return 2
    _print(answer, out or sys.stdout)
    return 0


def read_local_days(path: str) -> LocalDays:
    """The local days in a CSV or JSON file, as `--help` describes it. BadInput says what is wrong.

    Nothing is guessed: an unknown word, a day that does not exist or a contradiction is refused.
    """
    try:
        with open(path, "rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"无法读取本地日历文件：{reason}") from None
    if len(content) > MAX_FILE_BYTES:
        raise BadInput(f"本地日历文件超过{MAX_FILE_BYTES}字节")
    text = _decode(content)
    days = LocalDays()
    entries = _from_json(text, days) if text.lstrip()[:1] in ("[", "{") else _from_csv(text)
    for place, day, working, name in entries:
        try:
            days.add(_file_day(day), _is_worked(working), name.strip()[:MAX_NAME])
        except BadInput as error:
            raise BadInput(f"本地日历文件{place}：{error}") from None
    return days


def _notice(asked: argparse.Namespace) -> dict[str, Any]:
    deadline = notice_end(asked.posted, _calendar(asked), asked.days, asked.roll)
    question = {"posted_on": asked.posted.isoformat(), "days": asked.days, "roll": asked.roll}
    return question | {"last_day": deadline.last_day.isoformat()} | _shown(deadline)


def _payout(asked: argparse.Namespace) -> dict[str, Any]:
    deadline = add_working_days(asked.complete, asked.days, _calendar(asked))
    question = {"complete_on": asked.complete.isoformat(), "working_days": asked.days}
    return question | {"due_on": deadline.last_day.isoformat()} | _shown(deadline)


def _split(asked: argparse.Namespace) -> dict[str, Any]:
    parts = money.split(asked.total, asked.weights)
    whole, sign = sum(asked.weights), "-" if asked.total < 0 else ""
    left = abs(asked.total) - sum(abs(asked.total) * weight // whole for weight in asked.weights)
    steps = [
        Step(
            "R3.1", "whole", f"总额{asked.total}分（{money.yuan(asked.total)}元），权重合计{whole}"
        ),
        Step(
            "R3.7", "remainder", f"各份先取整，余{left}分按余数由大到小各加1分，余数相同者在前优先"
        ),
    ]
    for place, (weight, part) in enumerate(zip(asked.weights, parts, strict=True), start=1):
        share, rest = divmod(abs(asked.total) * weight, whole)
        extra = "，加1分" if abs(part) > share else ""
        text = f"第{place}份：权重{weight}，得{sign}{share}分余{rest}/{whole}{extra}，计{part}分"
        steps.append(Step("R3.7", "part", text))
    return {
        "total_fen": asked.total,
        "weights": asked.weights,
        "parts": parts,
        "provisional": False,
        "steps": [_step(step) for step in steps],
        "rules": ["R3.1", "R3.7"],
    }


def _shown(deadline: Deadline) -> dict[str, Any]:
    return {
        "ends_at": deadline.ends_at.isoformat(),
        "provisional": deadline.provisional,
        "steps": [_step(step) for step in deadline.steps],
        "rules": list(deadline.rules),
    }


def _step(step: Step) -> dict[str, Any]:
    shown = {"rule": step.rule, "what": step.what, "text": step.text}
    return shown | ({"day": step.day.isoformat()} if step.day else {})


def _calendar(asked: argparse.Namespace) -> Calendar:
    days = read_local_days(asked.local_days) if asked.local_days is not None else LocalDays()
    return days.calendar()


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing its usage and leaving the process."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m server explain",
        description="解释一个期限或一次分摊：结果、步骤和所依规则，以 JSON 输出。",
        allow_abbrev=False,
    )
    questions = parser.add_subparsers(dest="question", required=True, metavar="问题")
    notice = _question(questions, "notice", "公示何时届满（R7.1）", _notice)
    notice.add_argument("--posted", type=_day, required=True, metavar="DATE", help="张贴日")
    notice.add_argument("--days", type=_count, default=DEFAULT.notice_days, help="公示天数")
    rolls = next(one.choices for one in PARAMETERS if one.name == "notice.roll")
    notice.add_argument(
        "--roll",
        choices=[str(code) for code, _ in rolls],
        default=DEFAULT.notice_roll,
        help="；".join(f"{code}：{word}" for code, word in rolls),
    )
    payout = _question(questions, "payout", "保费最迟何日拨付（R9.1）", _payout)
    payout.add_argument("--complete", type=_day, required=True, metavar="DATE", help="材料齐全日")
    payout.add_argument("--days", type=_count, default=DEFAULT.payout_working_days, help="工作日数")
    for dated in (notice, payout):
        dated.add_argument("--local-days", metavar="FILE", help="本地休息日和工作日，格式见下")
        dated.epilog = _LOCAL_DAYS_HELP
    split = _question(questions, "split", "一笔钱按权重怎样分（R3.7）", _split)
    split.add_argument("--total", type=_fen, required=True, metavar="FEN", help="总额，单位分")
    split.add_argument("--weights", type=_weights, required=True, metavar="1,2,3", help="各份权重")
    return parser


def _question(questions: Any, name: str, text: str, answer: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = questions.add_parser(
        name,
        help=text,
        description=text,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(answer=answer)
    return parser


def _day(text: str) -> date:
    return _read_day(_ISO_DAY, text, argparse.ArgumentTypeError)


def _file_day(text: object) -> date:
    return _read_day(_FILE_DAY, str(text).strip(), BadInput)


def _read_day(form: re.Pattern[str], text: str, refuse: type[Exception]) -> date:
    if match := form.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        with suppress(ValueError):
            return date(year, month, day)
    raise refuse(f"没有这样的日期：{text[:40]!r}，应如2025-04-28")


def _fen(text: str) -> int:
    if not _WHOLE.fullmatch(text) or abs(int(text)) > money.MAX_FEN:
        raise argparse.ArgumentTypeError(f"应为整数分：{text[:40]!r}")
    return int(text)


def _count(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"应为整数：{text[:40]!r}")
    return int(text)


def _weights(text: str) -> list[int]:
    items = [item.strip() for item in text.split(",")]
    if len(items) > MAX_WEIGHTS:
        raise argparse.ArgumentTypeError(f"最多{MAX_WEIGHTS}份")
    for item in items:
        if not _WHOLE.fullmatch(item) or item.startswith("-"):
            raise argparse.ArgumentTypeError(f"权重应为非负整数：{item[:40]!r}")
    return [int(item) for item in items]


Entry = tuple[str, object, object, str]


def _decode(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput("本地日历文件应为UTF-8或GB18030编码")


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


def _print(document: dict[str, Any], stream: TextIO) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        # A terminal that cannot show Chinese still gets valid JSON.
        text = json.dumps(document, indent=2)
    stream.write(text + "\n")
