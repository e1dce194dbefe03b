"""The table of what takes two natural persons, as it stands in docs/two-people.md. R1.2.

`python -m server spec` writes it, read off the entries and the operations: whatever may be refused
AccountWaits asks for a second person, and nothing else does.
"""

import re
from collections.abc import Iterable, Iterator

from handlers.entries import ENTRIES
from handlers.route import Operation
from rules.people import ROLE_TITLES, Role
from rules.refusals.asking import AccountWaits
from server.operations import TABLE

HEAD = """# 须两人办理的事项

凡列在这里的，录入（办理、提出）的人和复核（审核、认定）的人须是两个自然人：一人的几个账号、微信登录算作
一人；新启用、重置或刚改任的账号，过了等待期才能作为第二人（R1.1、R1.2）。本页由代码生成
（`make spec`），`tests/handlers/test_entries.py` 和
`tests/handlers/test_two_people.py` 逐项以一人尝试：
本人、本人的另一账号、刚重置的账号、本办件的经办人。

| 事项 | 第一人 | 第二人 | 接口 | 依据 |
|---|---|---|---|---|
"""
_RULE = re.compile(r"R\d+\.\d+|第\d+节|附件二\([一二三四]\)\d*")


def seconds() -> list[Operation]:
    """The operations in which somebody acts as the second person."""
    return [op for op in TABLE if AccountWaits in op.refuses]


def _people(roles: Iterable[Role]) -> str:
    return "、".join(title for role, title in ROLE_TITLES.items() if role in roles)


def _rules(words: str) -> str:
    return "、".join(dict.fromkeys(_RULE.findall(words)))


def rows() -> Iterator[tuple[str, str, str, str, str]]:
    """What, by whom first, by whom second, by which operation, by which rule."""
    kinds = {f"confirm_{kind.name}": kind for kind in ENTRIES}
    for op in sorted(seconds(), key=lambda one: (one.name not in kinds, one.path)):
        words, kind = (op.handler.__doc__ or "").strip(), kinds.get(op.name)
        first = _people(kind.enters) if kind else "录入、办理或者经办的人"
        what = kind.title if kind else re.split("[；：，]", words)[0]
        yield what, first, _people(op.who), f"`{op.name}`", _rules(words)


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows())
