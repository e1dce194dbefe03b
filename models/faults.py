"""Why something came to nothing, in words for people and without what anybody typed.

An exception's message may quote a row, so only its kind is told, and of the database's faults the
names of what is ours: constraint, table, and the code of PostgreSQL.
"""

import asyncpg

from rules.refusals.base import Refusal

# By the first letters of PostgreSQL's codes (its appendix A), the longest that fits.
_KINDS: dict[str, str] = {
    "22": "有一项内容数据库不能接受",
    "23": "数据库的约束不允许",
    "40": "与其他操作冲突",
    "42": "数据库缺少程序需要的表、列或函数，请核对数据库版本和迁移",
    "53": "数据库资源不足",
    "53100": "数据库磁盘已满",
    "57": "数据库中断了操作",
    "58": "数据库所在主机出错",
}


class CannotGoOn(Exception):
    """Work that somebody must look at, in words that name nobody."""


def title(error: BaseException) -> str:
    """What is wrong, in one line."""
    if isinstance(error, Refusal):
        return type(error).title()
    if isinstance(error, CannotGoOn):
        return str(error)
    said = _of_database(error)
    if said is None:
        return f"程序出错（{type(error).__name__}）"
    kind = max((each for each in _KINDS if str(said.sqlstate).startswith(each)), default="")
    parts = [
        str(said.sqlstate),
        *(part for part in (said.table_name, said.constraint_name) if isinstance(part, str)),
    ]
    return f"{_KINDS.get(kind, '数据库出错')}（{'，'.join(parts)}）"


def words(error: BaseException) -> str:
    """The same, with the particulars of a refusal: for those who may see the subject."""
    particulars = error.detail if isinstance(error, Refusal) else ""
    return f"{title(error)}：{particulars}" if particulars else title(error)


def _of_database(error: BaseException) -> asyncpg.PostgresError | None:
    """What the database said, which the ORM wraps into an exception of its own."""
    seen: list[BaseException] = []
    while not isinstance(error, asyncpg.PostgresError):
        seen.append(error)
        inner = error.__cause__ or next(iter(error.args), None)
        if not isinstance(inner, BaseException) or inner in seen:
            return None
        error = inner
    return error
