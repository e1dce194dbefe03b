"""Two people for one act: what a subject says of it, and the two operations of it. R1.1, R1.2.

    VOUCHER = entry(
        Kind(
            name="voucher",
            title="记账凭证",
            path="/ledger/vouchers/{voucher_id}",
            table=VOUCHERS,                     # models: where it is stored, what the desk says
            enters=frozenset({Role.FINANCE}),
            confirms=CONFIRMERS,
            confirm=_post,                      # async (ctx, row) -> further columns to fill
            drop=_dropped,                      # async (ctx, row, reason): records the event
            view=see,                           # async (ctx, id) -> the answer
            refuses=(VoucherInconsistent, YearShut),
        )
    )

gives `POST /ledger/vouchers/{voucher_id}/confirmation` (confirm_voucher) and `…/dropping`
(drop_voucher), both 200, and has it stand on the desk of those who may confirm. The docstrings of
`confirm` and `drop` are the operations' own. The entry is locked before anything is asked of it,
so of two who decide at once one is refused EntryNotOpen.
"""

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from msgspec import Meta

from handlers.route import Body, Context, Handler, route
from models import entries
from models.entries import Table
from rules.entries import REASON_MAX, may_be_confirmed, may_be_dropped
from rules.people import DESK_READERS, Role
from rules.refusals.asking import AccountWaits, NotFound, SamePerson
from rules.refusals.base import Refusal
from rules.refusals.books import EntryNotOpen

Row = dict[str, Any]


class EntryDropping(Body, frozen=True):
    """作废或不予复核的理由。"""

    reason: Annotated[str, Meta(min_length=1, max_length=REASON_MAX, pattern=r"\S")]


@dataclass(frozen=True)
class Kind:
    """One kind of entry.

    `confirm` makes it count and gives further columns to fill; it may refuse, which leaves the
    entry waiting. `drop` records that it never counts. `first` locks what has to be locked before
    the entry and refuses who may not see it. `drops` are those who may drop: unless given, who may
    enter and who may confirm. `drops_in` are further states in which it can be given up. `readers`
    are those whose desk shows it though it does not wait for them. `fresh`: who confirms it has
    shown a one-time code a short while ago (R12.8).
    """

    name: str
    title: str
    path: str
    table: Table
    enters: frozenset[Role]
    confirms: frozenset[Role]
    confirm: Callable[[Context, Row], Awaitable[Mapping[str, Any] | None]]
    drop: Callable[[Context, Row, str], Awaitable[None]]
    view: Callable[[Context, UUID], Awaitable[Any]]
    refuses: tuple[type[Refusal], ...] = ()
    drop_refuses: tuple[type[Refusal], ...] = ()
    first: Callable[[Context, UUID], Awaitable[None]] | None = None
    drops: frozenset[Role] | None = None
    drops_in: frozenset[str] = frozenset()
    prepare: Handler | None = None
    to_do: str = "复核"
    readers: frozenset[Role] = DESK_READERS
    fresh: bool = False

    @property
    def may_drop(self) -> frozenset[Role]:
        """Who may drop it."""
        return self.enters | self.confirms if self.drops is None else self.drops


CONFIRMATION = (NotFound, EntryNotOpen, SamePerson, AccountWaits)
"""What may stand against confirming whatever it is."""

ENTRIES: list[Kind] = []
"""Every kind; the desk shows what waits of each, a test walks them with one person."""


def entry(kind: Kind) -> Kind:
    """Enter the kind into the table of entries, and its two operations into that of operations."""
    ENTRIES.append(kind)
    confirmation = route(
        "POST",
        f"{kind.path}/confirmation",
        who=kind.confirms,
        refuses=tuple(dict.fromkeys((*CONFIRMATION, *kind.refuses))),
        status=200,
        prepare=kind.prepare,
        fresh=kind.fresh,
    )
    confirmation(_confirmation(kind))
    dropping = route(
        "POST",
        f"{kind.path}/dropping",
        who=kind.may_drop,
        refuses=tuple(dict.fromkeys((NotFound, EntryNotOpen, *kind.drop_refuses))),
        status=200,
    )
    dropping(_dropping(kind))
    return kind


def looks_at(ctx: Context, kind: Kind, row: Mapping[str, Any]) -> str:
    """Why the one for whom the entry waits looks at what others see masked; nothing for anybody
    else, who has to say why. R1.1, R12.2."""
    known = kind.table.entry(row)
    second = ctx.has(*kind.confirms) and not ctx.who.is_same(known.entered_by)
    return f"复核{kind.title}" if known.waits and second else ""


async def confirm_entry(ctx: Context, kind: Kind, entry_id: UUID, **path: UUID) -> None:
    """The entry counts from now on. Refuses NotFound, EntryNotOpen, SamePerson, AccountWaits, and
    what the kind refuses."""
    row = await _locked(ctx, kind, entry_id, path)
    may_be_confirmed(kind.table.entry(row), ctx.who)
    kept = await kind.confirm(ctx, row) or {}
    await entries.confirmed(kind.table, entry_id, ctx.id, ctx.now, kept)


async def drop_entry(ctx: Context, kind: Kind, entry_id: UUID, reason: str, **path: UUID) -> None:
    """The entry never counts. Refuses NotFound and EntryNotOpen."""
    row = await _locked(ctx, kind, entry_id, path)
    if row["state"] not in kind.drops_in:
        may_be_dropped(kind.table.entry(row))
    await entries.dropped(kind.table, entry_id, ctx.id, ctx.now, reason)
    await kind.drop(ctx, row, reason)


async def _locked(ctx: Context, kind: Kind, entry_id: UUID, path: Mapping[str, UUID]) -> Row:
    """The entry, which belongs to what else the path names."""
    if kind.first is not None:
        await kind.first(ctx, entry_id)
    row = await entries.lock(kind.table, entry_id)
    if row is None or any(row[name] != value for name, value in path.items()):
        raise NotFound()
    return row


def _confirmation(kind: Kind) -> Handler:
    *_, own = names = _path_names(kind)

    async def confirm(ctx: Context, **path: UUID) -> Any:
        entry_id = path.pop(own)
        await confirm_entry(ctx, kind, entry_id, **path)
        return await kind.view(ctx, entry_id)

    words = kind.confirm.__doc__ or f"复核{kind.title}；录入人不得复核自己录入的。"
    return _named(confirm, f"confirm_{kind.name}", words, kind, dict.fromkeys(names, UUID))


def _dropping(kind: Kind) -> Handler:
    *_, own = names = _path_names(kind)

    async def drop(ctx: Context, body: EntryDropping, **path: UUID) -> Any:
        entry_id = path.pop(own)
        await drop_entry(ctx, kind, entry_id, body.reason.strip(), **path)
        return await kind.view(ctx, entry_id)

    words = kind.drop.__doc__ or f"作废未复核的{kind.title}并说明原因；录入人可撤回自己录入的。"
    takes = dict.fromkeys(names, UUID) | {"body": EntryDropping}
    return _named(drop, f"drop_{kind.name}", words, kind, takes)


def _path_names(kind: Kind) -> list[str]:
    return re.findall(r"{(\w+)}", kind.path)


def _named(
    handler: Handler, name: str, words: str, kind: Kind, takes: Mapping[str, type[Any]]
) -> Handler:
    """The handler as if it had been written out in the subject's own file."""
    answer = get_type_hints(kind.view)["return"]
    handler.__name__ = handler.__qualname__ = name
    handler.__doc__, handler.__module__ = words, kind.confirm.__module__
    handler.__annotations__ = {"ctx": Context, **takes, "return": answer}
    as_named = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [
        inspect.Parameter(one, as_named, annotation=hint)
        for one, hint in {"ctx": Context, **takes}.items()
    ]
    vars(handler)["__signature__"] = inspect.Signature(parameters, return_annotation=answer)
    return handler
