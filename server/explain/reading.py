"""What files and words given to `explain` may look like; nothing is guessed."""

import re
from contextlib import suppress
from datetime import date

_FILE_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)


class BadInput(Exception):
    """输入有误"""


def read_text(path: str, what: str, limit: int) -> str:
    """The text of a small file in UTF-8 or GB18030; BadInput when it cannot be read as such."""
    try:
        with open(path, "rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"无法读取{what}：{reason}") from None
    if len(content) > limit:
        raise BadInput(f"{what}超过{limit}字节")
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise BadInput(f"{what}应为UTF-8或GB18030编码")


def file_day(text: object) -> date:
    """A day as spreadsheets write it: 2025-04-28, 2025/4/28."""
    return read_day(_FILE_DAY, str(text).strip(), BadInput)


def read_day(form: re.Pattern[str], text: str, refuse: type[Exception]) -> date:
    """The day in a text of that form; `refuse` is raised when there is no such day."""
    if match := form.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        with suppress(ValueError):
            return date(year, month, day)
    raise refuse(f"没有这样的日期：{text[:40]!r}，应如2025-04-28")
