"""`explain vote`: a vote counted from its roll and its ballots, line by line. R8.1 to R8.4."""

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rules.days import BEIJING
from rules.parameters import DEFAULT, PARAMETERS, Parameters
from rules.roll import Totals
from rules.votes import CHANNELS, CHOICES, Cast, Result, RollHome, tally, terms_of
from server.explain.reading import read_text
from server.explain.tables import FIRST_YEAR, LAST_YEAR, MAX_FILE_BYTES, Row, rows

ROLL = ("home_id", "owner_id", "area_cm2", "developer_held", "representative")
BALLOTS = ("home_id", "owner_id", "choice", "cast_at")
MAX_AREA_CM2 = 10**12
RULES = ("R2.2", "R2.3", "R8.1", "R8.2", "R8.3", "R8.4")

HELP = f"""\
--roll 文件（CSV，UTF-8 或 GB18030，首行为列名，不超过 {MAX_FILE_BYTES // 1_000_000} MB），
每名业主一行，共有的户有几行：
  home_id         房屋编号
  owner_id        业主编号；空为没有业主，该户只有一行
  area_cm2        专有部分面积，整数平方厘米；同一户各行相同
  developer_held  1 为开发单位未售出或未交付，否则 0；同一户各行相同
  representative  1 为共有人推举的代表，否则 0；一户至多一名
  served          可省：1 为表决事项已送达（--silence follows_majority 时才用得着）
--ballots 文件：
  home_id, owner_id  为哪一户、谁投的；不在名册中的不计，并写明
  choice             agree 同意、against 反对、abstain 弃权
  cast_at            到达时刻，ISO 8601；不写时区即北京时间
  channel            可省：phone 手机（默认）、paper 纸质
"""

_AREA = re.compile(r"\d{1,13}", re.ASCII)
_CHOSEN = ("vote.silence", "vote.split_owner", "vote.paper_conflict")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the question; what they leave out is as the parameters have it."""
    parser.add_argument("--roll", required=True, metavar="FILE", help="名册，格式见下")
    parser.add_argument("--ballots", required=True, metavar="FILE", help="选票，格式见下")
    parser.add_argument(
        "--threshold",
        required=True,
        choices=("use", "raise"),
        help="use：使用维修资金；raise：筹集维修资金、改建重建等",
    )
    parser.add_argument("--participation", metavar="2/3", help="参与表决比例")
    parser.add_argument("--agree", metavar=">1/2", help="同意比例；>=含本数，>不含")
    for parameter in PARAMETERS:
        if parameter.name in _CHOSEN:
            parser.add_argument(
                f"--{parameter.name.removeprefix('vote.').replace('_', '-')}",
                dest=parameter.field,
                choices=[str(code) for code, _ in parameter.choices],
                default=getattr(DEFAULT, parameter.field),
                help="；".join(f"{code}：{word}" for code, word in parameter.choices),
            )
    parser.epilog = HELP


def answer(asked: argparse.Namespace) -> dict[str, Any]:
    """The count with every figure and every comparison; BadInput names the file and the line."""
    parameters = _policy(asked)
    roll = read_roll(asked.roll)
    lines, casts = read_ballots(asked.ballots)
    result = tally(roll, casts, terms_of(parameters, asked.threshold))
    agree = parameters.vote_use if asked.threshold == "use" else parameters.vote_raise
    return {
        "threshold": asked.threshold,
        **_totals("total", result.total),
        **_totals("participating", result.participating),
        **_totals("agree", result.agree),
        **_totals("against", result.against),
        **_totals("abstain", result.abstain),
        "split_heads": result.split_heads,
        "passed": result.passed,
        "certain": result.certain,
        "reasons": list(result.reasons),
        "conflict_homes": list(result.conflicts),
        "silent_homes": list(result.silent),
        "followed_homes": list(result.followed),
        "ignored": _ignored(result, lines),
        "voices": dict(result.voices),
        "parameters": {
            "participation": parameters.vote_participation,
            "agree": agree,
            **{name.removeprefix("vote."): parameters.to_mapping()[name] for name in _CHOSEN},
        },
        "rules": list(RULES),
    }


def _policy(asked: argparse.Namespace) -> Parameters:
    values: dict[str, Any] = {name: getattr(asked, name.replace(".", "_")) for name in _CHOSEN}
    if asked.participation is not None:
        values["vote.participation"] = asked.participation
    if asked.agree is not None:
        values[f"vote.{asked.threshold}"] = asked.agree
    return Parameters.from_mapping(values)


def _totals(name: str, totals: Totals) -> dict[str, int]:
    return {f"{name}_heads": totals.heads, f"{name}_area_cm2": totals.area_cm2}


def _ignored(result: Result[str], lines: Sequence[int]) -> list[dict[str, Any]]:
    return [
        {
            "line": lines[one.nth],
            "home_id": one.cast.home_id,
            "owner_id": one.cast.owner_id,
            "reason": one.reason,
        }
        for one in result.ignored
    ]


@dataclass(slots=True)
class _Home:
    """A home as its lines say."""

    first: Row
    area_cm2: int
    developer_held: bool
    served: bool
    owners: dict[str, int] = field(default_factory=dict)
    representative: str | None = None


def read_roll(path: str) -> list[RollHome[str]]:
    """The homes of a file in its order; BadInput when lines of one home contradict each other."""
    homes: dict[str, _Home] = {}
    for row in _file(path, "名册文件", ROLL):
        home_id = row.text("home_id")
        told = _Home(row, _area(row), _flag(row, "developer_held"), _flag(row, "served"))
        home = homes.setdefault(home_id, told)
        for column in ("area_cm2", "developer_held", "served"):
            if getattr(home, column) != getattr(told, column):
                raise row.bad(column, f"与第{home.first.line}行同一户{home_id}的不一致")
        _add_owner(home, row)
    return [
        RollHome(
            home_id,
            home.area_cm2,
            frozenset(home.owners),
            home.developer_held,
            home.representative,
            home.served,
        )
        for home_id, home in homes.items()
    ]


def _add_owner(home: _Home, row: Row) -> None:
    speaks = _flag(row, "representative")
    if not row.cells["owner_id"]:
        if row is not home.first or speaks:
            raise row.bad("owner_id", "没有业主的户只有一行，也没有代表")
        return
    owner_id = row.text("owner_id")
    if row is not home.first and not home.owners:
        raise row.bad("owner_id", f"第{home.first.line}行说这户没有业主")
    if home.owners.setdefault(owner_id, row.line) != row.line:
        raise row.bad("owner_id", f"与第{home.owners[owner_id]}行重复：{owner_id}")
    if speaks and home.representative is not None:
        line = home.owners[home.representative]
        raise row.bad("representative", f"一户至多一名代表，第{line}行已有")
    if speaks:
        home.representative = owner_id


def read_ballots(path: str) -> tuple[list[int], list[Cast[str]]]:
    """The ballots of a file in its order, and the line of each."""
    lines, casts = [], []
    for row in _file(path, "选票文件", BALLOTS):
        lines.append(row.line)
        casts.append(_cast(row))
    return lines, casts


def _cast(row: Row) -> Cast[str]:
    channel = row.cells.get("channel") or "phone"
    if channel not in CHANNELS:
        raise row.bad("channel", f"应为phone、paper之一，不是{channel[:20]!r}")
    choice = row.word("choice", CHOICES)
    return Cast(
        row.text("home_id"),
        row.text("owner_id"),
        next(one for one in CHOICES if one == choice),
        _moment(row),
        "paper" if channel == "paper" else "phone",
    )


def _file(path: str, what: str, columns: tuple[str, ...]) -> Iterator[Row]:
    return rows(read_text(path, what, MAX_FILE_BYTES), what, columns)


def _area(row: Row) -> int:
    text = row.cells["area_cm2"]
    if not _AREA.fullmatch(text):
        raise row.bad("area_cm2", f"应为整数平方厘米，不带小数和千分位，不是{text[:20]!r}")
    if not 1 <= int(text) <= MAX_AREA_CM2:
        raise row.bad("area_cm2", f"应在1至{MAX_AREA_CM2}之间")
    return int(text)


def _flag(row: Row, column: str) -> bool:
    text = row.cells.get(column, "0")
    if text not in ("", "0", "1"):
        raise row.bad(column, f"应为0或1，不是{text[:20]!r}")
    return text == "1"


def _moment(row: Row) -> datetime:
    """A moment; without a zone it is Beijing's."""
    text = row.cells["cast_at"]
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        if FIRST_YEAR <= moment.year <= LAST_YEAR:
            return moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)
    raise row.bad("cast_at", f"没有这样的时刻：{text[:40]!r}，应如2026-03-01T09:30:00+08:00")
