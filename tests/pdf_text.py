"""Reads back the text of the PDF files that we make, the way a reader's "copy" does."""

import base64
import re
import zlib

OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
SHOWN = re.compile(rb"/(F\d\+\d+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, in the order it was drawn, without line ends."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    tables: dict[bytes, dict[int, str]] = {}
    for body in objects.values():
        if named := re.search(rb"/Name /(F\d\+\d+)", body):
            reference = re.search(rb"/ToUnicode (\d+) 0 R", body)
            assert reference
            tables[named[1]] = _to_unicode(_plain(objects[int(reference[1])]))
    pages = [re.search(rb"/Contents (\d+) 0 R", body) for body in objects.values()]
    return [_shown(_plain(objects[int(page[1])]), tables) for page in pages if page]


def _plain(body: bytes) -> bytes:
    """The bytes of a stream object as they were before its filters."""
    found = STREAM.search(body)
    assert found
    data = found[1]
    if b"/ASCII85Decode" in body:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    return zlib.decompress(data) if b"/FlateDecode" in body else data


def _to_unicode(cmap: bytes) -> dict[int, str]:
    """The characters of a font by their codes in the content."""
    pairs = re.findall(rb"^<(\w\w)> <(\w{4})>$", cmap, re.MULTILINE)
    return {int(code, 16): chr(int(target, 16)) for code, target in pairs}


def _shown(content: bytes, tables: dict[bytes, dict[int, str]]) -> str:
    said: list[str] = []
    font = b""
    for name, text in SHOWN.findall(content):
        if name:
            font = name
            continue
        said += [tables[font].get(code, "\ufffd") for code in ESCAPE.sub(_unescaped, text)]
    return "".join(said)


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else CONTROL.get(code, code)
