"""What counts as text: something that can be seen. R7.11.

What consists only of blanks, controls, joiners, direction marks, fillers, tags or marks that stand
on nothing is empty, wherever text is asked for.
"""

import re
import unicodedata
from typing import Final

# Controls, formats (zero width, direction, tags), surrogates, private use (its glyph is another one
# on every machine), unassigned; separators; marks, which need a letter to stand on.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp", "Mn", "Mc", "Me"})
# Letters and symbols that draw nothing: fillers of Hangul, the blank of Braille, what stands for
# an object that is not there, notes and signs without a head.
_BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\ufffc\U0001d159")


def is_visible(text: str) -> bool:
    """Whether anybody could see something of the text."""
    return any(map(_is_seen, text))


def _is_seen(letter: str) -> bool:
    return letter not in _BLANK and unicodedata.category(letter) not in _UNSEEN


def told(text: str) -> str:
    """The text, or one blank where it only seems to be one: blank is refused where words are due,
    and is not taken for a value that was left out."""
    return text if not text or is_visible(text) else " "


# A JSON string without an ordinary letter, digit or sign in it; escapes may be anything.
_SUSPECT: Final = re.compile(
    r'"(?:[^\w"\\!-/:-@\[-`{-~]|[\u115f\u1160\u3164\uffa0]|\\[bfnrt]|\\u[0-9a-fA-F]{4})+"'
)


def may_hide(document: str) -> bool:
    """Whether a JSON document may hold a text of which nothing can be seen: a cheap look."""
    return _SUSPECT.search(document) is not None
