"""What cannot be seen is no text. R7.11."""

import json as plain
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from rules.visible import is_visible, may_hide, told

UNSEEN = [
    letter
    for letter in map(chr, (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE0200)))
    if not is_visible(letter)
]
NOTHING = st.text(st.sampled_from(UNSEEN))
SEEN = st.sampled_from("甲a1。！😀é한、-+㎡〇")

INVISIBLE = {
    "blanks": " \t\r\n\u00a0\u2003\u3000\u2028",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "direction": "\u200e\u200f\u202a\u202e\u2066\u2069\u061c",
    "controls": "\x01\x1f\x7f\x85",
    "Hangul fillers": "\u3164\u115f\u1160\uffa0",
    "a blank of Braille": "\u2800",
    "tags": "\U000e0001\U000e0041\U000e007f",
    "marks on nothing": "\u0301\u20dd\ufe0f\U000e0100\u0903",
    "private use": "\ue000\U000f0000",
}


@pytest.mark.parametrize("text", INVISIBLE.values(), ids=INVISIBLE)
def test_it_is_empty(text):
    assert not is_visible(text)
    assert all(not is_visible(letter) for letter in text)


@pytest.mark.parametrize(
    "text", ["反对", "x", "7", "。", "-", "😀", "é", "\u200b反对", "نعم", "ไม่"]
)
def test_it_says_something(text):
    assert is_visible(text) and told(text) == text


def test_every_letter_and_figure_of_every_script_is_seen():
    blank = {"\u115f", "\u1160", "\u3164", "\uffa0"}
    for letter in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(letter) in {"Lu", "Ll", "Lt", "Lo", "Nd", "Nl", "No", "Po", "Sc"}:
            assert is_visible(letter) is (letter not in blank), hex(ord(letter))


@given(NOTHING, NOTHING, SEEN)
def test_one_letter_among_them_makes_it_text(before, after, letter):
    assert is_visible(before + letter + after)
    assert not is_visible(before + after) and told(before + after).strip() == ""


@given(NOTHING.filter(bool), st.booleans())
def test_no_document_hides_one(text, written_out):
    """However it is escaped: what the cheap look lets pass holds none."""
    document = plain.dumps({"a": ["x", {"b": text}]}, ensure_ascii=not written_out)
    assert may_hide(document)
    assert may_hide(json.encode({"b": text}).decode())


def test_ordinary_documents_are_not_looked_at_twice():
    assert not may_hide('{"text":"保费过高","ids":[],"note":"","n":1,"at":"2025-09-16T09:00:00Z"}')
