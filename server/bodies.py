"""From bytes to typed values: bodies, queries and uploads, refused with JSON pointers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_type_hints

import msgspec
from sanic import Request
from sanic.exceptions import PayloadTooLarge
from sanic.headers import parse_content_header
from sanic.request.form import File, parse_multipart_form

from handlers.route import Body, Operation, Principal, Query, Upload
from rules.files import plain_name
from rules.people import Role
from rules.refusals.asking import Malformed, TooLarge
from rules.visible import is_visible, may_hide, told
from server.faults import fault_of

JSON_LIMIT = 256 * 1024
STRANGERS_LIMIT = 16 * 1024
"""What may be sent as JSON by people who are logged in, and by anybody."""

MOST_DEPTH = 40
MOST_PARTS = 8
MOST_HEAD = 4096
"""Parts of a form, and bytes of what stands above each of them."""

B = TypeVar("B", bound=Body)
_CONTROL = re.compile(r"[\x00\ud800-\udfff]")


def path_types(op: Operation) -> dict[str, Any]:
    """What the handler takes in the path, name by name."""
    takes = get_type_hints(op.handler, include_extras=True)
    return {name: takes[name] for name in op.parts}


def body_type(op: Operation) -> type[Any] | None:
    """The struct, or Upload, that the handler takes as `body`."""
    found: type[Any] | None = get_type_hints(op.handler).get("body")
    return found


def query_type(op: Operation) -> type[Query] | None:
    """The struct that the handler takes as `query`."""
    found: type[Query] | None = get_type_hints(op.handler).get("query")
    return found


def limit_of(op: Operation, usual: int) -> int:
    """How many bytes the body of this row may have; `usual` is the limit of uploads."""
    if op.most:
        return op.most
    if body_type(op) is Upload:
        return usual
    return STRANGERS_LIMIT if op.reads or Role.PUBLIC in op.who else JSON_LIMIT


async def receive(request: Request, who: Principal, limit: int, usual: int) -> None:
    """Read the body, which nobody has looked at yet.

    Raises TooLarge for more than `limit` bytes: at once where the length was announced, else as
    soon as they came. What somebody who is logged in still sends is let run out, up to `usual`
    bytes, so that the refusal is read; a stranger's connection is closed.
    """
    stream: Any = request.stream
    stream.request_max_size = limit
    try:
        await request.receive_body()  # type: ignore[no-untyped-call]
    except PayloadTooLarge as error:
        if who.id is not None:
            stream.request_max_size = usual
        raise too_large(limit) from error


def too_large(limit: int) -> TooLarge:
    """The refusal of a body above this many bytes."""
    if limit < 1 << 20:
        return TooLarge(f"一次提交不能超过 {limit >> 10} KB", limit_bytes=limit)
    words = f"一次提交不能超过 {limit >> 20} MB，照片请选“压缩图”，表格请拆分后再传"
    return TooLarge(words, limit_bytes=limit)


def read_json(raw: bytes, into: type[B]) -> B:
    """The body as its struct. Raises Malformed with a pointer, TooLarge above 256 KiB."""
    if len(raw) > JSON_LIMIT:
        raise TooLarge(limit_bytes=JSON_LIMIT)
    if not raw.strip():
        raise Malformed("请求没有内容，须为 JSON")
    if _depth(raw) > MOST_DEPTH:
        raise Malformed("嵌套层数过多")
    try:
        text = raw.decode("utf-8")
        if "\\u" in text or "\x00" in text:
            _refuse_control(msgspec.json.decode(raw))
        if may_hide(text):
            return msgspec.convert(_told(msgspec.json.decode(raw)), into)
        return msgspec.json.decode(raw, type=into)
    except msgspec.ValidationError as error:
        raise malformed(error, into) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("请求内容不是有效的 JSON") from error


def _depth(raw: bytes) -> int:
    """An upper bound of the nesting; brackets inside strings only make it larger."""
    deepest = level = 0
    for byte in raw:
        if byte in b"[{":
            level += 1
            deepest = max(deepest, level)
        elif byte in b"]}":
            level -= 1
    return deepest


def _told(value: Any) -> Any:
    """The value with every text of which nothing can be seen as a blank. R7.11."""
    if isinstance(value, str):
        return told(value)
    if isinstance(value, dict):
        return {name: _told(item) for name, item in value.items()}
    return [_told(item) for item in value] if isinstance(value, list) else value


def _refuse_control(value: Any, path: str = "") -> None:
    if isinstance(value, str):
        if _CONTROL.search(value):
            raise Malformed(
                "含有不允许的字符", errors=[{"pointer": path, "detail": "含有不可见的字符"}]
            )
    elif isinstance(value, dict):
        for name, item in value.items():
            _refuse_control(name, path)
            _refuse_control(item, f"{path}/{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _refuse_control(item, f"{path}/{index}")


def malformed(error: msgspec.ValidationError, into: Any) -> Malformed:
    """The library's fault as a pointer into what was sent and a Chinese sentence."""
    fault = fault_of(error, into)
    called = f"“{fault.title}”" if fault.title else ""
    return Malformed(f"{called}{fault.detail}", errors=[fault.shown()])


def read_query(request: Request, into: type[Query]) -> Query:
    """The query as its struct; a name given twice is malformed."""
    return query_of(request.get_args(keep_blank_values=True), into)


def query_of(args: Mapping[str, Sequence[str]], into: type[Query]) -> Query:
    """The texts that were given by name as their struct; a name given twice is malformed."""
    values: dict[str, str] = {}
    for name, given in args.items():
        if len(given) != 1 or _CONTROL.search(given[0]):
            raise Malformed(
                errors=[{"pointer": f"/{name}", "detail": "参数重复或含有不允许的字符"}]
            )
        values[name] = given[0] if is_visible(given[0]) else ""
    try:
        return msgspec.convert(values, into, strict=False)
    except msgspec.ValidationError as error:
        raise malformed(error, into) from error


def read_upload(request: Request, op: Operation) -> Upload:
    """The file of a multipart form (field `file`, as wx.uploadFile sends it) or the raw body; a
    row that `takes` raw bodies reads no form.

    Its cost is bounded by `MOST_PARTS` and `MOST_HEAD`: nothing else of a form is looked at.
    """
    form = request.content_type.startswith("multipart/")
    if form and op.takes:
        raise Malformed("这里不接收表单")
    if form:
        sent = _file_of_form(request.body, boundary_of(request.content_type))
        content, name, media = sent.body, sent.name or "", sent.type or ""
    else:
        content, media = request.body, request.content_type
        name = request.args.get("name") or ""
    if not content:
        raise Malformed(errors=[{"pointer": "/file", "detail": "文件为空"}])
    return Upload(
        content,
        safe_name(name) if is_visible(name) else "",
        media.split(";")[0].strip().lower()[:80],
    )


def boundary_of(content_type: str) -> bytes:
    """What parts the form by its header; Malformed where that says nothing usable."""
    _, found = parse_content_header(content_type)
    boundary = found.get("boundary")
    if not isinstance(boundary, str) or not 1 <= len(boundary) <= 70:
        raise Malformed("上传的表单格式不正确")
    return boundary.encode()


def _file_of_form(body: bytes, boundary: bytes) -> File:
    """The one file of the form. Raises Malformed for more parts or longer heads than a form has."""
    if not 1 <= body.count(boundary) <= MOST_PARTS:
        raise Malformed("上传的表单不完整，或分成的部分过多")
    at = body.find(boundary)
    while (following := body.find(boundary, at + 1)) > 0:
        if body.find(b"\r\n\r\n", at, at + MOST_HEAD) < 0:
            raise Malformed("上传的表单格式不正确")
        at = following
    try:
        _, files = parse_multipart_form(body, boundary)  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError) as error:
        raise Malformed("上传的表单格式不正确") from error
    sent = files.getlist("file", [])
    if len(sent) != 1:
        raise Malformed(errors=[{"pointer": "/file", "detail": "须有且仅有一个文件"}])
    found: File = sent[0]
    return found


def safe_name(name: str) -> str:
    """The last part of a file name, without anything a shell, a path or a page would mind."""
    last = plain_name(re.split(r"[\\/]", name)[-1])
    return re.sub(r"[<>:\"|?*]", "", last).strip(". ")[:120]
