"""Texts made to fit WeChat's limits for the fields of a subscribe message.

WeChat refuses a whole message (47003) for one character too many, so what can be shortened is
shortened visibly; what would become false when shortened (numbers, times, sums) is refused here.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from rules.days import BEIJING

ELLIPSIS = "…"
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PUNCTUATION_BEFORE_CUT = "，。、；：,.;:·-—（(《“ "

THING_MAX = 20
PHRASE_MAX = 5
WIDE_MAX = 32
SYMBOL_MAX = 5
NAME_HAN_MAX = 10
NAME_LATIN_MAX = 20
PHONE_MAX = 17
CAR_MAX = 8

CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
DATE = r"\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})"
MOMENT = rf"(?:{DATE}(?: {CLOCK})?|{CLOCK})"
TIMES = re.compile(rf"{MOMENT}(?: ?~ ?{MOMENT})?")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
AMOUNT = re.compile(r"[¥￥$€£]?[0-9]{1,10}(?:\.[0-9]+)?元?")
PHONE = re.compile(r"[0-9+\-() ]+")


class Unfit(ValueError):
    """The text cannot be made to fit without becoming false or empty."""


def fit(field_type: str, text: str, *, tail: int = 0) -> str:
    """`text` within WeChat's limits for a field such as `thing` or `thing3`, or Unfit.

    Control characters and newlines become single spaces. Free text that is too long ends in an
    ellipsis; with `tail`, its last `tail` characters stay (the end of a long community name tells
    its phases apart). RFC 3339 moments become Beijing time in words. Lengths are counted in
    UTF-16 units, the stricter of the two ways WeChat may count.
    """
    kind = re.sub(r"\d+$", "", field_type)
    rule = _RULES.get(kind)
    if rule is None:
        raise Unfit(f"unknown field type {kind}")
    clean = _clean(text)
    fitted = _thing(clean, tail) if kind == "thing" else rule(clean)
    if not fitted:
        raise Unfit(f"nothing is left for a {kind}")
    return fitted


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _clean(text: str) -> str:
    """No control, format or surrogate characters; runs of white space are one space."""
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Zs") else c
        for c in text
        if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn")
    )
    return " ".join("".join(kept).split())


def _take(text: str, units: int) -> str:
    """The longest beginning of at most so many UTF-16 units; never half a character."""
    taken = 0
    for index, character in enumerate(text):
        taken += _units(character)
        if taken > units:
            return text[:index]
    return text


def _thing(text: str, tail: int = 0) -> str:
    if _units(text) <= THING_MAX:
        return text
    end = _take(text[::-1], min(tail, THING_MAX // 2))[::-1] if tail > 0 else ""
    head = _take(text, THING_MAX - 1 - _units(end)).rstrip(PUNCTUATION_BEFORE_CUT)
    return head + ELLIPSIS + end


def _phrase(text: str) -> str:
    return "".join(re.findall(f"[{HAN}]", _take(re.sub(f"[^{HAN}]", "", text), PHRASE_MAX)))


def _ascii(text: str) -> str:
    return re.sub(r"[^\x21-\x7e]", "", text)[:WIDE_MAX]


def _letter(text: str) -> str:
    return re.sub(r"[^A-Za-z]", "", text)[:WIDE_MAX]


def _symbol(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "PS")[:SYMBOL_MAX]


def _name(text: str) -> str:
    """Ten characters with any Chinese among them, else twenty; a name is cut without a mark."""
    latin = re.fullmatch(r"[\x20-\x7e]*", text) is not None
    return _take(text, NAME_LATIN_MAX if latin else NAME_HAN_MAX).rstrip()


def _whole(pattern: re.Pattern[str], units: int, what: str, text: str) -> str:
    if _units(text) > units or pattern.fullmatch(text) is None:
        raise Unfit(f"not a {what} of at most {units} characters")
    return text


def _number(text: str) -> str:
    return _whole(NUMBER, WIDE_MAX, "number", text)


def _amount(text: str) -> str:
    return _whole(AMOUNT, WIDE_MAX, "sum of money", text.replace(",", ""))


def _phone(text: str) -> str:
    return _whole(PHONE, PHONE_MAX, "phone number", text)


def _car(text: str) -> str:
    return _whole(re.compile(r"\S+"), CAR_MAX, "number plate", text.replace(" ", ""))


def _time(text: str) -> str:
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$", text):
        try:
            moment = datetime.fromisoformat(text).astimezone(BEIJING)
        except ValueError:
            raise Unfit("not a time") from None
        return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"
    day = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    if day:
        return f"{int(day[1])}年{int(day[2])}月{int(day[3])}日"
    return _whole(TIMES, 64, "time", text)


_RULES: dict[str, Callable[[str], str]] = {
    "thing": _thing,
    "phrase": _phrase,
    "character_string": _ascii,
    "number": _number,
    "letter": _letter,
    "symbol": _symbol,
    "time": _time,
    "date": _time,
    "amount": _amount,
    "phone_number": _phone,
    "car_number": _car,
    "name": _name,
    "enum": str,
}
