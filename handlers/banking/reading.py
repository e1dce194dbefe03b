"""A statement's file opened: kept sealed, read again at every step from what was sent. R3.9, R12.4.

Reading takes up to a second and happens in a thread before the transaction.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from handlers.route import Context, Upload
from models.base import one
from papers.sheets.limits import Limits
from papers.sheets.reading import read_sheets
from rules.banking import layouts
from rules.banking.layouts import Heading, Layout, Row
from rules.banking.statements import LINES_MAX, Statement, Told, read
from rules.days import beijing_date
from rules.refusals.asking import NotFound
from rules.refusals.books import LayoutIncomplete, StatementNotReady
from rules.refusals.files import UnreadableSheet

# A statement is one sheet of LINES_MAX lines with a title block and sums around them.
LIMITS = Limits(file_bytes=8 << 20, rows=LINES_MAX + 1_000, cells=1_500_000)
PREVIEW_ROWS, PREVIEW_COLUMNS = 12, 12


@dataclass(frozen=True)
class Opened:
    """An uploaded file as it is stored, and what its first rows look like."""

    content: bytes
    original_sha256: bytes
    heading: Heading | None
    columns: list[dict[str, Any]]
    preview: list[list[str]]
    period: tuple[date, date] | None


async def opened(ctx: Context, bank_account_id: UUID, body: Upload) -> Opened:
    """The file opened once, so that what is no table is refused at once, and sealed.

    Refuses UnreadableSheet and TooManyRows.
    """

    def look() -> Opened:
        rows = _rows(body.name, body.content)
        heading = layouts.find_heading(rows)
        return Opened(
            ctx.world.secrets.seal(body.content),
            sha256(body.content).digest(),
            heading,
            columns(rows, heading) if heading else [],
            [
                [layouts.glimpse(cell) for cell in row[:PREVIEW_COLUMNS]]
                for row in rows[:PREVIEW_ROWS]
            ],
            layouts.period(rows, heading) if heading else None,
        )

    return await asyncio.to_thread(look)


def columns(rows: Sequence[Row], heading: Heading) -> list[dict[str, Any]]:
    """The columns as they are kept: title and samples."""
    under = layouts.samples(rows, heading)
    return [
        {"title": title, "samples": found}
        for title, found in zip(heading.titles, under, strict=True)
    ]


def _rows(name: str, content: bytes) -> list[Row]:
    """The rows of the first sheet that looks like a statement, else of the first with anything."""
    sheets = [list(rows) for rows in read_sheets(name, content, LIMITS).values()]
    for rows in sheets:
        if layouts.find_heading(rows):
            return rows
    for rows in sheets:
        if rows:
            return rows
    raise UnreadableSheet("表格中没有内容")


@dataclass(frozen=True)
class Judged:
    """A statement read by its layout; `number` is the account's, if the file names it."""

    heading: Heading
    number: str
    columns: list[dict[str, Any]]
    layout: Layout
    told: Told
    statement: Statement


@dataclass(frozen=True)
class Kept:
    """What is remembered of how a statement is to be read."""

    layout: Layout
    told: Told


async def judge(ctx: Context, statement_id: UUID, kept: Kept | None) -> Judged:
    """Read the stored file as told, or as it was told before. Refuses NotFound, StatementNotReady,
    LayoutIncomplete, UnreadableSheet, TooManyRows."""
    row = await one(
        "SELECT s.mapping, s.state, f.name, f.content FROM bank_statement s"
        " JOIN file f ON f.id = s.file_id WHERE s.id = $1",
        statement_id,
    )
    if row is None:
        raise NotFound()
    if row["state"] not in ("mapping", "faulty", "ready"):
        raise StatementNotReady(state=row["state"])
    if kept is None:
        if row["state"] != "ready":
            raise StatementNotReady(state=row["state"])
        kept = msgspec.json.decode(row["mapping"], type=Kept)
    today = beijing_date(ctx.now)
    how = kept

    def work() -> Judged:
        try:
            content = ctx.world.secrets.unseal(bytes(row["content"]))
        except LookupError:
            raise StatementNotReady("文件的密钥已停用，请重新上传") from None
        rows = _rows(row["name"], content)
        named = how.told.heading_row
        heading = layouts.heading_at(rows, named) if named else layouts.find_heading(rows)
        if heading is None:
            raise LayoutIncomplete("请指明表头所在的行")
        layouts.complete(how.layout, len(heading.titles))
        told = replace(how.told, heading_row=heading.row)
        statement = read(rows, how.layout, told, today)
        number = layouts.account_number(rows, heading)
        return Judged(heading, number, columns(rows, heading), how.layout, told, statement)

    return await asyncio.to_thread(work)
