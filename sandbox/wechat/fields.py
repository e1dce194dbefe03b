"""WeChat's limits on the fields of a subscribe message, as its documents state them.

Written apart from the client's own rules on purpose: two readings of one document find errors.
"""

import re
import unicodedata
from collections.abc import Callable

DAY = r"\d{4}(?:年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日|([-/.])\d{1,2}\1\d{1,2})"
HOUR = r"(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?"
WHEN = re.compile(rf"(?:{DAY})?(?: ?{HOUR})?")
HAN_ONLY = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{1,5}")


def _when(text: str) -> bool:
    parts = [part.strip() for part in text.split("~")]
    return len(parts) <= 2 and all(part and WHEN.fullmatch(part) for part in parts)


def _name(text: str) -> bool:
    return len(text) <= (20 if text.isascii() else 10)


def _symbols(text: str) -> bool:
    return len(text) <= 5 and all(unicodedata.category(c)[0] in "PS" for c in text)


CHECKS: dict[str, Callable[[str], bool]] = {
    "thing": lambda t: len(t) <= 20,
    "phrase": lambda t: HAN_ONLY.fullmatch(t) is not None,
    "character_string": lambda t: re.fullmatch(r"[\x21-\x7e]{1,32}", t) is not None,
    "number": lambda t: len(t) <= 32 and re.fullmatch(r"-?\d+(\.\d+)?", t) is not None,
    "letter": lambda t: re.fullmatch(r"[A-Za-z]{1,32}", t) is not None,
    "symbol": _symbols,
    "time": _when,
    "date": _when,
    "amount": lambda t: re.fullmatch(r"[¥￥$€£]?\d{1,10}(\.\d+)?元?", t) is not None,
    "phone_number": lambda t: re.fullmatch(r"[-+() \d]{1,17}", t) is not None,
    "car_number": lambda t: len(t) <= 8,
    "name": _name,
    "enum": lambda t: len(t) <= 20,
}


def accepts(key: str, value: object) -> bool:
    """True when WeChat takes this value for this key."""
    check = CHECKS.get(re.sub(r"\d+$", "", key))
    if check is None or not isinstance(value, str) or not value.strip():
        return False
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        return False
    return check(value)
