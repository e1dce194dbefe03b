"""Forms of a file: one is taken, and what is costly to take apart is refused first."""

from types import SimpleNamespace
from typing import cast

import pytest
from sanic import Request

from handlers.route import Upload
from rules.refusals.asking import Malformed
from server.bodies import MOST_HEAD, MOST_PARTS, read_upload
from server.operations import TABLE

UPLOAD = next(op for op in TABLE if op.name == "upload_file")
HEAD = b'Content-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: image/jpeg'


def form(*parts: bytes, boundary: bytes = b"line") -> bytes:
    """A form of these parts, each with its head."""
    return b"".join(b"--" + boundary + b"\r\n" + one + b"\r\n" for one in parts) + (
        b"--" + boundary + b"--\r\n"
    )


def part(name: bytes = b"file", called: bytes = b"a.jpg", content: bytes = b"\x00\xff") -> bytes:
    return HEAD % (name, called) + b"\r\n\r\n" + content


def read(body: bytes, content_type: str = "multipart/form-data; boundary=line") -> Upload:
    request = SimpleNamespace(body=body, content_type=content_type, args={})
    return read_upload(cast(Request, request), UPLOAD)


def test_the_file_of_a_form_is_taken_as_it_was_sent() -> None:
    content = bytes(range(256)) * 100 + b"\r\n--lin"
    field = b'Content-Disposition: form-data; name="note"\r\n\r\nx'
    sent = read(form(field, part(content=content)))
    assert (sent.content, sent.name, sent.media_type) == (content, "a.jpg", "image/jpeg")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--line",
        form(),
        form(part(b"other")),
        form(part(), part()),
        form(*[part()] * MOST_PARTS),
        form(b"no head"),
        form(b"no colon\r\n\r\nx"),
        form(b"X: " + b"y" * MOST_HEAD + b"\r\n" + part()),
        form(b"Content-Disposition: \xff\r\n\r\nx"),
        form(b'Content-Disposition: form-data; name="a"\r\n\r\n\xff'),
        form(b"Content-Disposition: form-data; name=\"f\"; filename*=nowhere''x\r\n\r\nx"),
        form(part(content=b"")),
    ],
)
def test_any_other_form_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        read(body)


@pytest.mark.parametrize("told", ["", "; boundary=", "; boundary=" + "x" * 71])
def test_a_form_says_what_parts_it(told: str) -> None:
    with pytest.raises(Malformed):
        read(form(part()), "multipart/form-data" + told)


MEBIBYTE = 1 << 20
COSTLY: dict[str, tuple[bytes, str]] = {
    "many parts": (b'--X\r\nContent-Disposition: form-data; name="p"\r\n\r\n1\r\n', "X"),
    "many heads": (b"--XYZ\r\n" + b"a: b\r\n", "XYZ"),
    "only the boundary": (b"1", "1"),
    "nearly the boundary": (b"1" * 69, "1" * 69 + "2"),
}


@pytest.mark.parametrize("kind", COSTLY)
def test_a_costly_form_is_refused_before_it_is_taken_apart(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine megabytes of it cost no more than a search through them."""
    piece, boundary = COSTLY[kind]
    body = piece + piece * (9 * MEBIBYTE // len(piece))
    if kind == "many heads":
        body = b"--XYZ\r\n" + b"a: b\r\n" * (9 * MEBIBYTE // 6) + b"\r\n\r\n1\r\n--XYZ--"
    monkeypatch.delattr("server.bodies.parse_multipart_form")
    with pytest.raises(Malformed):
        read(body, f"multipart/form-data; boundary={boundary}")
