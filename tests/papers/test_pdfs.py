"""PDFs are read by a real library in a limited process: what acts is refused. R12.6."""

import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from papers import pdf_check
from papers.pdfs import take_pdf
from rules.refusals.files import FileKindNotTaken

PACKED = pikepdf.ObjectStreamMode.generate


def paper(change: Callable[[pikepdf.Pdf], Any] | None = None, **options: Any) -> bytes:
    """A PDF of one page, changed before it is written."""
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    if change is not None:
        change(pdf)
    pdf.save(out, **options)
    return out.getvalue()


def root(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    """The catalogue has these entries."""

    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in entries.items():
            pdf.Root[f"/{name}"] = value

    return change


def action(kind: str, **more: Any) -> Callable[[pikepdf.Pdf], None]:
    """A link on the page does this."""

    def change(pdf: pikepdf.Pdf) -> None:
        does = Dictionary(S=Name(f"/{kind}"), **more)
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=does)
        pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(link)])

    return change


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="a.exe")


def annotated(kind: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[0, 0, 9, 9])
        pdf.pages[0].obj["/Annots"] = Array([note])

    return change


GOOD = {
    "plain": paper(),
    "packed": paper(object_stream_mode=PACKED),
    "linearised": paper(linearize=True),
    "opens at a page": paper(root(OpenAction=Array([0, Name.Fit]))),
    "goes to a page": paper(root(OpenAction=Dictionary(S=Name.GoTo, D=Array([0, Name.Fit])))),
    "a web link": paper(action("URI", URI=String("https://example.com/"))),
    "a blank after the end": paper() + b"\r\n\r\n",
    "signed": paper(root(AcroForm=Dictionary(SigFlags=3, Fields=[]))),
}
JS = {"JS": String("app.alert(1)")}
ACTIVE = {
    "script": paper(root(OpenAction=Dictionary(S=Name.JavaScript, **JS))),
    "script in a packed object": paper(
        lambda pdf: root(Names=pdf.make_indirect(Dictionary(JavaScript=Dictionary())))(pdf),
        object_stream_mode=PACKED,
    ),
    "script by another name": paper(action("GoTo", XXXX=String("x"))).replace(b"/XXXX", b"/J#53"),
    "kind by another name": paper(action("XXXXXXXXXX")).replace(b"/XXXXXXXXXX", b"/L#61unch  "),
    "whenever something happens": paper(root(AA=Dictionary())),
    "opens a form": paper(root(OpenAction=Dictionary(S=Name.SubmitForm))),
    "goes on to more": paper(
        root(OpenAction=Dictionary(S=Name.GoTo, Next=Dictionary(S=Name.GoTo)))
    ),
    "attachment": paper(attached),
    "attachment packed": paper(attached, object_stream_mode=PACKED),
    "form of Adobe's": paper(root(AcroForm=Dictionary(XFA=String("x")))),
    "film": paper(annotated("RichMedia")),
    "attachment as a note": paper(annotated("FileAttachment")),
    "a share of the network": paper(action("URI", URI=String(r"file://\\evil\share"))),
    **{
        kind: paper(action(kind), object_stream_mode=PACKED)
        for kind in ("Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Rendition")
    },
}
HEAD = b"%PDF-1.4\n"
SECOND = {
    "something after": paper() + b"PK\x03\x04",
    "something before": b"MZ" + paper(),
    "a batch file": paper().replace(b"\n", b"\n@echo off\n", 1),
    "an application": paper().replace(b"\n", b"\n%<hta:application>\n", 1),
    "a page in the middle": paper().replace(b"endobj", b"endobj\n<SCRIPT>x</SCRIPT>", 1),
}
BROKEN = {
    "nothing": HEAD,
    "no pages": HEAD + b"1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
    "cut off": paper()[:-40],
    "cut off and ended": paper()[:300] + b"\n%%EOF\n",
    "a catalogue of nothing": paper(lambda pdf: pdf.Root.__delitem__("/Pages")),
}
LOCKED = {
    "a password": paper(encryption=pikepdf.Encryption(owner="a", user="b")),
    "limits": paper(encryption=pikepdf.Encryption(owner="a", user="")),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_paper_that_only_shows_is_taken_as_it_was_sent(kind: str) -> None:
    assert take_pdf(GOOD[kind]).content == GOOD[kind]


@pytest.mark.parametrize(
    ("said", "kind", "data"),
    [
        (said, kind, data)
        for said, of in {
            "active": ACTIVE,
            "second": SECOND,
            "broken": BROKEN,
            "locked": LOCKED,
        }.items()
        for kind, data in of.items()
    ],
)
def test_any_other_is_known_for_what_it_is(said: str, kind: str, data: bytes) -> None:
    wanted = {said, "second"} if kind == "nothing" else {said}
    assert pdf_check.judged(data) in wanted


@pytest.mark.parametrize("data", [ACTIVE["Launch"], SECOND["a batch file"], LOCKED["limits"]])
def test_it_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(FileKindNotTaken) as refused:
        take_pdf(data)
    assert "普通 PDF" in refused.value.detail


@pytest.mark.parametrize("does", ["bytearray(1 << 30)", "os.abort()"])
def test_what_goes_beyond_its_limits_is_refused(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the library is made to do, the process that looks has an end."""
    source = Path(pdf_check.__file__).read_text()
    hostile = source.replace("    print(judged(", f"    import os; {does}\n    print(judged(")
    assert hostile != source
    (tmp_path / "check.py").write_text(hostile)
    monkeypatch.setattr("papers.pdfs._CHECK", tmp_path / "check.py")
    with pytest.raises(FileKindNotTaken, match="损坏"):
        take_pdf(GOOD["plain"])


def test_no_bytes_whatever_raise_anything_but_a_refusal() -> None:
    chance = random.Random(20251130)
    whole = [*GOOD.values(), *ACTIVE.values(), *LOCKED.values()]
    for _ in range(2000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.choice([1, 2, 5, 20])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert pdf_check.judged(bytes(data)) in {"good", "broken", "second", "locked", "active"}
