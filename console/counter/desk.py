"""The desk: what waits for me, overdue first, and where each thing is done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from console.counter.book import Page, book
from console.counter.shown import Cell
from console.counter.viewer import Looking
from console.templates import clock_words
from handlers.desk import DeskRow
from handlers.entries import ENTRIES
from rules.money import yuan

CASE = "/cases/{case_id}"
WHERE = {
    "claim": "/binding-claims/{id}",
    "login_change": "/login-changes/{id}",
    "binding_contest": "/binding-contests/{id}",
    "appointment": "/appointments/{id}",
    "text": "/objections/{id}",
    "paper_objection": "/objections/{id}",
    "lobby_report": "/cases/{case_id}/lobby-reports",
    "photo": "/cases/{case_id}/lobbies",
    "ballot_batch": "/ballot-batches/{id}",
    "paused": "/cases/{case_id}/objections",
}
"""Where what is no entry is done, by its kind; else it is a case."""

ANY = "00000000-0000-0000-0000-000000000000"
"""Stands for any id."""

SOON = 3
"""Days before its last one from which a thing is said to be due soon."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits."""

    title: Cell
    what: str
    place: str
    state: str
    since: str
    due: str
    urgency: str
    amount: str


def lines(rows: Sequence[DeskRow], looking: Looking) -> tuple[Line, ...]:
    """The rows as the desk shows them."""
    return tuple(_line(row, looking) for row in rows)


def _line(row: DeskRow, looking: Looking) -> Line:
    due, urgency = due_words(row.due_on, looking.today)
    return Line(
        title=Cell(row.title or row.kind_title, where(row, looking)),
        what=f"{row.kind_title}：{row.to_do}",
        place=" ".join(dict.fromkeys(one for one in (row.community, row.place, row.body) if one)),
        state=row.state_title + (f"（{row.entered_by_name}录入）" if row.entered_by_name else ""),
        since=clock_words(row.since_at),
        due=due + ("，暂定" if row.provisional and due else ""),
        urgency="urgent" if row.urgent else urgency,
        amount="" if row.amount_fen is None else f"{yuan(row.amount_fen)} 元",
    )


def due_words(due_on: date | None, today: date) -> tuple[str, str]:
    """Until when, in words, and how pressing that is."""
    if due_on is None:
        return "", ""
    left = (due_on - today).days
    day = f"{due_on.month}月{due_on.day}日"
    if left < 0:
        return f"{day}，逾期 {-left} 天", "overdue"
    if left == 0:
        return f"{day}，今天到期", "soon"
    return f"{day}，还有 {left} 天", "soon" if left <= SOON else "later"


def where(row: DeskRow, looking: Looking) -> str:
    """Where one acts on it; for who may not see that page, the next one above that they may."""
    kinds = {kind.name: kind.path for kind in ENTRIES}
    path = kinds.get(row.kind) or WHERE.get(row.kind, CASE)
    args: dict[str, Any] = {"case_id": row.case_id or row.id, "id": row.id}
    found = _page(path)
    if found is None:
        return ""
    if found.parts and found.parts[-1] not in args:
        args[found.parts[-1]] = row.id
    page: Page | None = found
    while page is not None and not book().may(page, looking.viewer.roles):
        page = book().pages.get(book().parent(page))
    if page is None or any(args.get(part) is None for part in page.parts):
        return ""
    return page.url(args)


def _page(path: str) -> Page | None:
    """The page at a pattern whose last part may be named otherwise."""
    if path in book().pages:
        return book().pages[path]
    found = book().find(re.sub("{.*?}", ANY, path), form=False)
    return found[0] if found else None
