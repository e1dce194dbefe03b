"""Every refusal there is, for whoever met one: where `type` of a problem document leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from console import links
from console.rows import html, page_row
from console.templates import page
from handlers.route import Context
from papers.blob import Blob
from rules.refusals import by_subject


@dataclass(frozen=True, slots=True)
class Line:
    """A refusal: its code and status for programs, what it means and what to do for people."""

    code: str
    status: int
    title: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Refusals about one thing."""

    title: str
    anchor: str
    lines: tuple[Line, ...]


def _subjects() -> Iterator[Subject]:
    for number, (title, refusals) in enumerate(by_subject().items(), start=1):
        lines = [Line(x.code(), x.status, x.title(), x.way_out()) for x in refusals]
        yield Subject(title, f"s{number}", tuple(lines))


@page_row(links.ERRORS)
async def see_errors(ctx: Context) -> Blob:
    """全部拒绝和错误：各是什么意思，怎么办。"""
    return html(page("errors.html", subjects=tuple(_subjects())))
