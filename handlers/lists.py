"""Lists: one answer, one place to go on from, one way from row to view, one way to take them away.

A list is a function with `@listing`, a query (its filters, a subclass of `Page`) and a `Listing`
of `models` that the query's fields name the filters of:

    @listing("/ledger/vouchers", who=READERS, export="手工凭证")
    async def list_vouchers(ctx: Context, query: VoucherQuery) -> Listed[VoucherRow]:
        '''手工凭证列表，最后录入的在前。R3.2。'''
        return await page(VOUCHERS, query, voucher_row)

`export` adds the same list as `….xlsx` and `….csv`: all of it, row by row as the list shows it,
under the same filters. It asks the list page after page, each page a statement of its own, so a
row that is written while the file is made may be in it or not; none is in it twice.
"""

import inspect
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType
from tortoise.models import Model

from handlers.pools import WORKBOOKS
from handlers.route import Answer, Context, Handler, Page, Query, route
from handlers.shown import at
from models.listing import Listing, count_of, rows_of
from papers.blob import Blob
from papers.sheets.streams import CSV, XLSX, Column, columns_of, csv_stream, xlsx_stream
from rules.people import Role
from rules.refusals.asking import Malformed
from rules.refusals.base import Refusal

T = TypeVar("T")
V = TypeVar("V", bound=msgspec.Struct)

BATCH = 500
"""Rows that a file reads at once."""


class Listed(Answer, Generic[T], frozen=True):
    """列表的一页。`next` 填入 `after` 即得下一页，为空即到末尾；请求了 `count` 才有 `total`。"""

    items: list[T]
    next: str = ""
    total: int | UnsetType = UNSET


@dataclass(frozen=True)
class Cut:
    """The rows of one page as they were read, for a list that must look something up for them."""

    rows: Sequence[dict[str, Any]]
    next: str
    total: int | UnsetType

    def listed(self, items: list[T]) -> Listed[T]:
        """The page with these items."""
        return Listed(items=items, next=self.next, total=self.total)


async def cut(listing: Listing, query: Page, leading: Sequence[Any] = (), **given: Any) -> Cut:
    """The page that was asked for. The query's fields are filters by their names; `given` adds
    what the asker did not choose (the day) or takes a field's place; `leading` are the values that
    the listing's pieces number by themselves (who looks)."""
    fields = {name: getattr(query, name) for name in query.__struct_fields__ if name not in _PAGE}
    asked = fields | given
    sort = getattr(query, "sort", "")
    types = [key.type for key in listing.sort(sort).keys]
    after = read_cursor(query.after, sort, types)
    rows = await rows_of(listing, asked, after, query.limit + 1, sort, leading)
    total = await count_of(listing, asked, leading) if query.count else UNSET
    if len(rows) <= query.limit:
        return Cut(rows, "", total)
    last = rows[query.limit - 1]
    return Cut(rows[: query.limit], cursor(sort, [last[f"_{i}"] for i in range(len(types))]), total)


async def page(
    listing: Listing,
    query: Page,
    item: type[T] | Callable[[dict[str, Any]], T],
    leading: Sequence[Any] = (),
    **given: Any,
) -> Listed[T]:
    """The page as it is answered; `item` is the view of a row, or makes it."""
    found = await cut(listing, query, leading, **given)
    kind: Any = item
    make = partial(view_of, kind) if _is_struct(item) else kind
    return found.listed([make(row) for row in found.rows])


_PAGE = {*Page.__struct_fields__, "sort"}


def cursor(sort: str, keys: Sequence[Any]) -> str:
    """The place behind a row, as text that means nothing to anybody else."""
    return urlsafe_b64encode(msgspec.msgpack.encode((sort, *keys))).decode().rstrip("=")


def read_cursor(text: str, sort: str, types: Sequence[Any]) -> tuple[Any, ...]:
    """The keys that a cursor names, () for the top. Refuses Malformed."""
    if not text:
        return ()
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        decoder = _decoder((str, *types))
        found: tuple[Any, ...] = decoder.decode(raw)
        keys = tuple(_usable(value) for value in found[1:])
    except (ValueError, OverflowError, msgspec.MsgspecError) as error:
        raise Malformed(errors=[{"pointer": "/after", "detail": "翻页位置无效"}]) from error
    if found[0] != sort:
        raise Malformed(errors=[{"pointer": "/after", "detail": "翻页位置属于另一种排序"}])
    return keys


@cache
def _decoder(types: tuple[Any, ...]) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(tuple[types])  # type: ignore[valid-type]


def _usable(value: Any) -> Any:
    """What a statement takes; ValueError or OverflowError for what none does."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(value, str) and "\x00" in value:
        raise ValueError(value)
    return value


# From row to view


def view_of(view: type[V], row: Mapping[str, Any] | Model, **extra: Any) -> V:
    """The view with what the row's columns of the same names hold, and `extra`; a row as a
    statement gives it, or as the ORM does.

    Moments are shown in Beijing time, JSON is decoded, an id becomes text where the view says so;
    all is checked against the view's types. A column that is missing takes the view's default.
    """
    columns = row if isinstance(row, Mapping) else row.__dict__
    values = dict(extra)
    for name, decode in _plan(view):
        if name in columns and name not in values:
            value = columns[name]
            values[name] = decode(value) if decode is not None and value is not None else value
    return msgspec.convert(values, view)


@cache
def _plan(view: type[msgspec.Struct]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((one.name, _decoding(one.type)) for one in msgspec.structs.fields(view))


def _decoding(annotation: Any) -> Callable[[Any], Any] | None:
    """How a column's value becomes one of this type; None when it is one already."""
    kinds = _plain_types(annotation)
    if datetime in kinds:
        return _moment
    if str in kinds:
        return lambda value: str(value) if isinstance(value, UUID) else value
    if any(_is_struct(kind) or (get_origin(kind) or kind) in (list, dict) for kind in kinds):
        decode = msgspec.json.Decoder(annotation).decode
        return lambda value: decode(value) if isinstance(value, str) else value
    return None


def _moment(value: Any) -> Any:
    return at(value) if isinstance(value, datetime) else value


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _plain_types(annotation: Any) -> tuple[Any, ...]:
    """The types a field may have, without None and without what Meta adds."""
    origin = get_origin(annotation)
    if origin is Union or isinstance(annotation, type(int | str)):
        return tuple(kind for one in get_args(annotation) for kind in _plain_types(one))
    if hasattr(annotation, "__metadata__"):
        return _plain_types(annotation.__origin__)
    return () if annotation is type(None) else (annotation,)


EXPORTED: dict[str, str] = {}
"""The paths of the lists that can be taken away as files, with the names of their operations."""


def listing(
    path: str,
    *,
    who: Role | frozenset[Role] | set[Role],
    refuses: tuple[type[Refusal], ...] = (),
    export: str = "",
    columns: Mapping[str, str | Callable[[Any], Any]] | None = None,
    summed: tuple[str, ...] = (),
    limit: str = "",
    etag: bool = False,
) -> Callable[[Handler], Handler]:
    """Enter a list into the table of operations, and its files when `export` names them.

    The columns of a file are the fields of an item that say something to people, headed by their
    titles (`rules.words`); `columns` sets others: heading -> field, or -> what to make of the
    item. The `summed` fields, in fen, are added up in a last line.
    """

    def enter(handler: Handler) -> Handler:
        route("GET", path, who=who, refuses=refuses, limit=limit, etag=etag)(handler)
        if export:
            EXPORTED[path] = handler.__name__
            item = get_args(get_type_hints(handler)["return"])[0]
            made = columns_of(item, columns, summed)
            for ending, media in (("xlsx", XLSX), ("csv", CSV)):
                file = _file_operation(handler, export, made, ending)
                entered = route(
                    "GET",
                    f"{path}.{ending}",
                    who=who,
                    refuses=refuses,
                    blob=(media,),
                    limit="upload",
                )
                entered(file)
        return handler

    return enter


def _file_operation(
    handler: Handler, title: str, columns: Sequence[Column], ending: str
) -> Handler:
    """The list as a file: the handler asked page after page."""
    signature = inspect.signature(handler, eval_str=True)
    asked: type[Page] = signature.parameters["query"].annotation
    filters = _filters_of(asked)

    async def download(ctx: Context, query: Query, **rest: Any) -> Blob:
        fields = {name: getattr(query, name) for name in filters.__struct_fields__}

        async def batches() -> AsyncIterator[Sequence[Any]]:
            after = ""
            while True:
                listed = await handler(ctx, query=asked(after=after, limit=BATCH, **fields), **rest)
                yield listed.items
                after = listed.next
                if not after:
                    return

        aside = partial(WORKBOOKS.go_on, ctx.who.key)
        if ending == "csv":
            return Blob(csv_stream(columns, batches(), aside), CSV, f"{title}.csv")
        return Blob(xlsx_stream(title, columns, batches(), aside), XLSX, f"{title}.xlsx")

    download.__name__ = f"{handler.__name__}_{ending}"
    download.__qualname__ = download.__name__
    download.__module__ = handler.__module__
    download.__doc__ = f"{title}导出为 {ending} 文件，筛选条件与列表相同，不限行数。"
    parameters = [
        one.replace(annotation=filters) if name == "query" else one
        for name, one in signature.parameters.items()
    ]
    vars(download)["__signature__"] = signature.replace(
        parameters=parameters, return_annotation=Blob
    )
    download.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": Blob}
    return download


@cache
def _filters_of(query: type[Page]) -> type[Query]:
    """What may be asked of a file: the list's filters without its paging."""
    field: Any = msgspec.field
    fields = [
        (one.name, one.type, field(default=one.default, default_factory=one.default_factory))
        for one in msgspec.structs.fields(query)
        if one.name not in Page.__struct_fields__
    ]
    made: Any = msgspec.defstruct(
        f"{query.__name__}File",
        fields,
        bases=(Query,),
        frozen=True,
        kw_only=True,
        module=query.__module__,
        namespace={"__doc__": query.__doc__},
    )
    struct: type[Query] = made
    return struct
