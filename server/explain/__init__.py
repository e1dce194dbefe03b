"""`python -m server explain …`: a deadline, a split, income, a vote; every step, as JSON.

It reads `rules` only: no database, no settings, no clock, so that an owner's question can be
answered, and anybody's calculation checked, anywhere. Exit code 0 with the answer on stdout, or 2
with a problem document on stderr.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn, TextIO

from rules import money
from rules.days import Calendar, Deadline, Step, add_working_days, notice_end
from rules.parameters import DEFAULT, PARAMETERS
from server.explain import income, vote
from server.explain.local_days import HELP as LOCAL_DAYS_HELP
from server.explain.local_days import LocalDays, read_local_days
from server.explain.reading import BadInput, read_day

MAX_WEIGHTS = 10_000

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)


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
        description="解释一个期限、一次分摊、存款收益或一次表决：结果、步骤和所依规则，JSON。",
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
        dated.epilog = LOCAL_DAYS_HELP
    split = _question(questions, "split", "一笔钱按权重怎样分（R3.7）", _split)
    split.add_argument("--total", type=_fen, required=True, metavar="FEN", help="总额，单位分")
    split.add_argument("--weights", type=_weights, required=True, metavar="1,2,3", help="各份权重")
    earned = _question(questions, "income", "存款的增值收益及其归集（R4.1–R4.6）", income.answer)
    income.add_arguments(earned)
    voted = _question(questions, "vote", "一次业主表决怎样计票（R8.1–R8.4）", vote.answer)
    vote.add_arguments(voted)
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
    return read_day(_ISO_DAY, text, argparse.ArgumentTypeError)


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


def _print(document: dict[str, Any], stream: TextIO) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        # A terminal that cannot show Chinese still gets valid JSON.
        text = json.dumps(document, indent=2)
    stream.write(text + "\n")
