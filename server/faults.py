"""What msgspec finds wrong with a body or a query, told in Chinese with a JSON pointer (RFC 6901).

The library's sentences are English and may not be shown to people. Each is recognised here and
nowhere else; the field is called by its own words (`rules.words`), and the values that it may have
are listed for programs.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from handlers.numbers import MAYBE, PAPER, VOUCHER
from rules.words.word import word_of

KINDS: Mapping[str, str] = {
    "str": "文字",
    "int": "整数",
    "float": "数",
    "bool": "是或否",
    "object": "一组内容",
    "array": "列表",
    "null": "空值",
    "uuid": "标识",
    "date": "日期",
    "datetime": "时刻",
    "bytes": "base64 文字",
}
"""What msgspec calls the kinds of values."""

_NUMBER = "只能用汉字、字母、数字、括号、短横线等可见的文字，中间至多一个空格"

PATTERNS: Mapping[str, str] = {
    r"\S": "不能只有空白",
    PAPER: _NUMBER,
    MAYBE: _NUMBER,
    VOUCHER: _NUMBER,
    r"^20\d\d-(0[1-9]|1[0-2])$": "应为年和月，如 2026-03",
    r"^[0-9A-Za-z-]{6,60}$": "应为 6 至 60 个字母、数字或短横线",
    r"^[0-9A-Za-z\-]{0,40}$": "最多 40 个字母、数字或短横线",
    r"^[0-9A-Za-z][0-9A-Za-z \-]*[0-9A-Za-z]$": "只能用字母、数字，中间可有空格和短横线",
    r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$": "以字母或数字开头，最多 40 个字母、数字或 . _ -",
    r"^[0-9]{6}$": "应为 6 位数字",
    r"^[0-9a-f]{64}$": "应为 64 位十六进制数字（小写）",
    r"^[0-9a-f]{128}$": "应为 128 位十六进制数字（小写）",
    r"^1[0-9]{10}$": "应为 11 位手机号",
    r"^[\x21-\x7e]+$": "只能用半角字母、数字和符号",
    r"^[\x21-\x7e]{1,128}$": "应为 1 至 128 个半角字母、数字和符号",
    r"^[a-z][a-z0-9._-]{2,39}$": "以小写字母开头，3 至 40 个小写字母、数字或 . _ -",
}
"""What each pattern asks, in words."""

WRONG_FORM = "格式不正确"
A_MOMENT = "2026-03-10T09:00:00+08:00"

_MESSAGES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"Object missing required field `(?P<field>.*)`", lambda m: "必须填写"),
    (r"Object contains unknown field `(?P<field>.*)`", lambda m: "没有这一项，请去掉"),
    (r"Expected `str` of length >= 1", lambda m: "不能为空"),
    (r"Expected `str` of length >= (\d+)", lambda m: f"至少 {m[1]} 个字"),
    (r"Expected `str` of length <= (\d+)", lambda m: f"最多 {m[1]} 个字"),
    (r"Expected `array` of length >= (\d+)", lambda m: f"至少 {m[1]} 项"),
    (r"Expected `array` of length <= (\d+)", lambda m: f"最多 {m[1]} 项"),
    (r"Expected `object` of length >= (\d+)", lambda m: f"至少 {m[1]} 项"),
    (r"Expected `object` of length <= (\d+)", lambda m: f"最多 {m[1]} 项"),
    (r"Expected `(?:int|float)` >= (\S+)", lambda m: f"不能小于 {m[1]}"),
    (r"Expected `(?:int|float)` <= (\S+)", lambda m: f"不能大于 {m[1]}"),
    (r"Expected `(?:int|float)` > (\S+)", lambda m: f"须大于 {m[1]}"),
    (r"Expected `(?:int|float)` < (\S+)", lambda m: f"须小于 {m[1]}"),
    (r"Expected `int` that's a multiple of (\d+)", lambda m: f"须为 {m[1]} 的倍数"),
    (r"Expected `str` matching regex (?P<pattern>'.*'|\".*\")", lambda m: _of_pattern(m[1])),
    (r"Expected `datetime` with a timezone component", lambda m: "时刻须带时区，如 +08:00"),
    (r"Expected `datetime` with no timezone component", lambda m: "时刻不带时区"),
    (r"Expected `([^`]+)`(?:, got `.+`)?", lambda m: f"应为{_kinds(m[1])}"),
    (r"Invalid enum value .*", lambda m: "不在可选的值之中"),
    (r"Invalid value .*", lambda m: "不在可选的值之中"),
    (r"Invalid UUID.*", lambda m: "不是有效的标识"),
    (
        r"Invalid RFC3339 encoded datetime",
        lambda m: f"不是有效的时刻，应如 {A_MOMENT}",
    ),
    (r"Invalid RFC3339 encoded date", lambda m: "不是有效的日期，应如 2026-03-10"),
    (r"Invalid RFC3339 encoded time", lambda m: "不是有效的时间，应如 09:00:00"),
    (r"Invalid base64 encoded string", lambda m: "不是有效的 base64 文字"),
    (r"(?:Timestamp is|Integer value|Number) out of range ?", lambda m: "数值超出范围"),
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field: where, what it is called where that is known, and the values
    it may have."""

    pointer: str
    detail: str
    title: str = ""
    allowed: tuple[Any, ...] = ()

    def shown(self) -> dict[str, Any]:
        """As it stands in a problem's `errors`."""
        document: dict[str, Any] = {"pointer": self.pointer, "detail": self.detail}
        if self.title:
            document["title"] = self.title
        if self.allowed:
            document["allowed"] = list(self.allowed)
        return document


_PLACE = re.compile(r" - at (?P<key>`key` in )?`\$?(?P<path>[^`]*)`$")


def fault_of(error: msgspec.ValidationError, into: Any) -> Fault:
    """The library's fault as ours; `into` is the type that was asked for."""
    text, pointer, of_key = str(error), "", False
    if place := _PLACE.search(text):
        path = re.sub(r"\[(\d+)\]", r"/\1", place["path"].replace(".", "/"))
        pointer, of_key = path.replace("[/]", "").replace("[//]", ""), bool(place["key"])
        pointer = re.sub(r"\[[^\]]*\]", "", pointer)
        text = text[: place.start()]
    detail, field = in_chinese(text)
    if field is not None:
        pointer = f"{pointer}/{_escaped(field)}"
    annotation = _annotation(into, pointer)
    name = pointer.rsplit("/", 1)[-1]
    word = word_of(name, annotation) if name and not name.isdigit() else None
    allowed = tuple(_values(annotation)) if "可选" in detail else ()
    return Fault(
        pointer, f"名称{detail}" if of_key else detail, word.title if word else "", allowed
    )


def in_chinese(text: str) -> tuple[str, str | None]:
    """A sentence of msgspec's without its place, and the field that it names besides."""
    for pattern, said in _MESSAGES:
        if found := re.fullmatch(pattern, text, re.DOTALL):
            return said(found), found.groupdict().get("field")
    return WRONG_FORM, None


def _kinds(text: str) -> str:
    names = [part.strip() for part in text.split("|")]
    return "或".join(dict.fromkeys(KINDS.get(name, "其他内容") for name in names))


def _of_pattern(quoted: str) -> str:
    pattern = quoted[1:-1].replace("\\\\", "\\")
    return PATTERNS.get(pattern, WRONG_FORM)


def _escaped(field: str) -> str:
    return field.replace("~", "~0").replace("/", "~1")


def _annotation(into: Any, pointer: str) -> Any:
    """The annotation of the field that a pointer leads to; None where it leads nowhere."""
    found = into
    for part in pointer.split("/")[1:]:
        found = _below(found, part)
    return found


def _below(annotation: Any, part: str) -> Any:
    for one in _plain(annotation):
        if isinstance(one, type) and issubclass(one, msgspec.Struct):
            hints = get_type_hints(one, include_extras=True)
            if part in hints:
                return hints[part]
        elif get_origin(one) in (list, tuple) and part.isdigit():
            return get_args(one)[0]
    return None


def _plain(annotation: Any) -> Iterator[Any]:
    """The annotation itself without its `Annotated`, or the members of a union."""
    if get_origin(annotation) is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif get_origin(annotation) in (list, tuple, dict, Literal) or isinstance(annotation, type):
        yield annotation
    else:
        for one in get_args(annotation):
            yield from _plain(one)


def _values(annotation: Any) -> Iterator[Any]:
    for one in _plain(annotation):
        if get_origin(one) is Literal:
            yield from (value for value in get_args(one) if value != "")
        elif isinstance(one, type) and hasattr(one, "__members__"):
            yield from (member.value for member in one.__members__.values())
