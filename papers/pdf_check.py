"""Judges one PDF in a process of its own: `python papers/pdf_check.py < file`, one word on stdout.

It imports nothing of the house and takes limits upon itself before it looks at a byte: memory,
processor time, no files. What it says is in `papers.pdfs`.
"""

import os
import re
import resource
import sys
from collections.abc import Iterator
from typing import Any, Final

MEMORY: Final = 768 << 20
SECONDS: Final = 8
NICENESS: Final = 10
"""Whoever is answered comes first."""

MOST_OBJECTS: Final = 200_000
MOST_PAGES: Final = 1_000

# Version, comments and blanks, then the first object: what another program would run stands there.
_BEGIN: Final = re.compile(
    rb"%PDF-[12]\.[0-9](?:\s{1,64}+(?:%[^<\r\n]{0,200}+)?+){1,8}+"
    rb"[0-9]{1,10}\s{1,8}[0-9]{1,5}\s{1,8}obj"
)
_MARKUP: Final = re.compile(rb"<(?:script|html|hta:|svg|iframe|object\s|\?php|!doctype)", re.I)
_ACTIVE_KEYS: Final = frozenset(
    {"/JS", "/JavaScript", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/XFA", "/Launch"}
    | {"/RichMedia", "/RichMediaContent", "/RichMediaSettings", "/ImportData", "/SubmitForm"}
)
_ACTIVE_KINDS: Final = frozenset(
    {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"}
    | {"/RichMedia", "/RichMediaExecute", "/EmbeddedFile", "/FileAttachment", "/Movie", "/Sound"}
    | {"/GoTo3DView", "/Screen", "/3D"}
)
_LINKS: Final = ("http://", "https://", "mailto:", "tel:", "#")


def limit() -> None:
    """This process has so much memory and time and no more, gives way, and writes no file."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def judged(data: bytes) -> str:
    """`good`, or what is wrong: broken, second, locked, active."""
    import io

    import pikepdf

    if not _BEGIN.match(data) or _MARKUP.search(data):
        return "second"
    end = data.rfind(b"%%EOF")
    if end < 0:
        return "broken"
    if data[end + 5 :].strip(b"\r\n \t\x00"):
        return "second"
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return "locked"
            return _judged(pdf)
    except pikepdf.PasswordError:
        return "locked"
    except (pikepdf.PdfError, RuntimeError, ValueError, LookupError, TypeError, MemoryError):
        return "broken"


def _judged(pdf: Any) -> str:
    if not 1 <= len(pdf.pages) <= MOST_PAGES or len(pdf.objects) > MOST_OBJECTS:
        return "broken"
    for page in pdf.pages:
        if page.obj.get("/Type") != "/Page":
            return "broken"
    if any(_is_active(one) for one in (pdf.trailer, *pdf.objects)):
        return "active"
    return "good"


def _is_active(top: Any) -> bool:
    """Whether an object, or what stands directly in it, does more than show."""
    return any(_acts(one) for one in _dictionaries(top))


def _dictionaries(top: Any) -> Iterator[Any]:
    """The dictionaries in an object; others that it refers to are looked at for themselves."""
    import pikepdf

    held = (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            inside = list(one)
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            yield one
            inside = [value for _, value in one.items()]
        else:
            continue
        waiting += [x for x in inside if isinstance(x, held) and not x.is_indirect]


def _acts(one: Any) -> bool:
    import pikepdf

    keys = set(one.keys())
    if keys & _ACTIVE_KEYS:
        return True
    if any(str(one[key]) in _ACTIVE_KINDS for key in ("/S", "/Type", "/Subtype") if key in keys):
        return True
    if "/URI" in keys and not isinstance(one["/URI"], pikepdf.Dictionary):
        return not str(one["/URI"]).strip().lower().startswith(_LINKS)
    opens = one.get("/OpenAction") if "/OpenAction" in keys else None
    # To open at a page is all that a paper may do by itself.
    if isinstance(opens, pikepdf.Dictionary):
        return str(opens.get("/S")) != "/GoTo" or "/Next" in opens
    return False


if __name__ == "__main__":
    limit()
    print(judged(sys.stdin.buffer.read()))
