"""What a form of the counter sent: its fields by name, and its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from sanic import Request
from sanic.request.form import File, parse_multipart_form

from handlers.pools import FORMS
from handlers.route import Principal, Upload
from rules.refusals.asking import Malformed
from rules.visible import is_visible
from server.bodies import boundary_of, safe_name

MOST_FIELDS = 6_000
MOST_PARTS = 1_000
MOST_HEAD = 4_096
MOST_FILES = 20


@dataclass(frozen=True)
class Sent:
    """The texts and the files of a form, by the names of its fields."""

    typed: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[Upload]]

    def text(self, name: str) -> str:
        """The first text of that name."""
        return next(iter(self.typed.get(name, ())), "")


async def read_form(request: Request, who: Principal) -> Sent:
    """The form whose body was received. Raises Malformed for more of it than a form has."""
    if not request.content_type.startswith("multipart/"):
        try:
            text = request.body.decode("ascii")
            typed = parse_qs(
                text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
            )
        except ValueError as error:
            raise Malformed("表单格式不正确") from error
        return Sent(typed, {})
    return await FORMS.run(who.key, _parts, request.body, boundary_of(request.content_type))


def _parts(body: bytes, boundary: bytes) -> Sent:
    if not 1 <= body.count(boundary) <= MOST_PARTS:
        raise Malformed("表单不完整，或分成的部分过多")
    at = body.find(boundary)
    while (following := body.find(boundary, at + 1)) > 0:
        if body.find(b"\r\n\r\n", at, at + MOST_HEAD) < 0:
            raise Malformed("上传的表单格式不正确")
        at = following
    try:
        fields, files = parse_multipart_form(body, boundary)  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError) as error:
        raise Malformed("上传的表单格式不正确") from error
    found = {name: [_upload(one) for one in given if one.body] for name, given in files.items()}
    if sum(len(given) for given in found.values()) > MOST_FILES:
        raise Malformed("一次上传的文件过多")
    return Sent(dict(fields), {name: given for name, given in found.items() if given})


def _upload(sent: File) -> Upload:
    name = sent.name or ""
    media = (sent.type or "").split(";")[0].strip().lower()[:80]
    return Upload(sent.body, safe_name(name) if is_visible(name) else "", media)
