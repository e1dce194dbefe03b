"""The counter clicked through without a server: every page drawn from the contract's examples."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from console.counter import screens
from console.counter.book import CONSOLE, DO, Page, answer_of, book, is_file, item_of
from console.counter.viewer import Looking, Viewer
from handlers.cases.offered import CaseOption
from handlers.cases.views import CaseView
from handlers.desk import DeskCounts, DeskRow, sources
from handlers.lists import Listed
from handlers.route import Operation
from rules.people import CENTRE_STAFF, Role
from server import app as application
from server.counter import types_of
from server.spec.played import FILE
from server.spec.schemas import name_of
from tests.console import contract

TODAY = date(2025, 9, 16)
SOME = UUID("00000000-0000-7000-8000-00000000000a")


@cache
def answers() -> dict[str, Any]:
    """The kept examples of answers by the names of their types."""
    return dict(json.loads(FILE.read_text())["answers"])


def example(op: Operation) -> Any:
    """What the operation answers in the examples; None where no test got an answer."""
    kind = answer_of(op)
    told = answers().get(name_of(kind))
    return None if told is None else msgspec.convert({"total": 1, **told}, kind)


def case_with_all(case: CaseView, roles: frozenset[Role]) -> CaseView:
    """The case as if it were at every step at once that these roles take."""
    options = [
        CaseOption(
            operation=op.name,
            act=op.act.__name__,
            title=op.name,
            clause="",
            allowed=True,
            targets=[SOME] if len(op.parts) > 1 else [],
        )
        for op in screens.book_acts()
        if op.act is not None and op.who & roles
    ]
    return msgspec.structs.replace(case, options=options)


def desk_of_all(roles: frozenset[Role]) -> Listed[DeskRow]:
    """A desk on which one thing of every kind waits that these roles see."""
    (row, *_) = msgspec.convert(answers()["DeskList"], Listed[DeskRow]).items
    return Listed(
        items=[
            msgspec.structs.replace(row, kind=name, id=SOME, case_id=SOME)
            for name, one in sources().items()
            if (one.readers | one.roles) & roles
        ]
    )


class Walk:
    """One role's clicking, from the desk until nothing new is met. `reached` are the operations
    whose page or form was linked to, `pages` what was drawn."""

    def __init__(self, role: Role) -> None:
        self.viewer = Viewer("张三", frozenset({role}), "token")
        self.reached: set[str] = set()
        self.lost: set[str] = set()
        self.pages: dict[str, str] = {}

    def go(self) -> "Walk":
        """All pages that clicks lead to, one of each kind."""
        waiting, met = [CONSOLE], {CONSOLE}
        while waiting:
            url = waiting.pop()
            for link in self.links(url):
                key, op = self.meant(link)
                if key is None:
                    self.lost.add(link)
                if op is not None:
                    self.reached.add(op.name)
                if key is not None and key not in met:
                    met.add(key)
                    waiting.append(link)
        return self

    def meant(self, link: str) -> tuple[str | None, Operation | None]:
        """What a link leads to: the page it is one of, its operation."""
        path = urlsplit(link).path
        if path in (CONSOLE, f"{CONSOLE}/all"):
            return path, book().pages["/desk"].op if path == CONSOLE else None
        form = path.startswith(f"{DO}/")
        found = book().find(path.removeprefix(DO if form else CONSOLE), form)
        if found is None:
            return None, None
        page, _ = found
        return f"{form} {page.path}", page.op

    def links(self, url: str) -> Iterator[str]:
        """What the page at this address leads to."""
        html = self.drawn(urlsplit(url).path)
        if html:
            self.pages[urlsplit(url).path] = html
            page = contract.check(html)
            yield from (one for one in page.links if one.startswith(f"{CONSOLE}"))

    def drawn(self, path: str) -> str:
        """The page; nothing of a file."""
        if path in (CONSOLE, f"{CONSOLE}/all"):
            desk = path == CONSOLE and self.viewer.roles & CENTRE_STAFF
            looking = Looking(self.viewer, book().pages["/desk"] if desk else Page(""), {}, TODAY)
            if not desk:
                return screens.index_page(looking)
            rows = desk_of_all(self.viewer.roles)
            counts = msgspec.convert(answers()["DeskCounts"], DeskCounts)
            return screens.desk_page(looking, rows, counts, {})
        form = path.startswith(f"{DO}/")
        found = book().find(path.removeprefix(DO if form else CONSOLE), form)
        assert found is not None, path
        page, args = found
        page = book().seen(page, self.viewer.roles)
        looking = Looking(self.viewer, page, typed(page, args), TODAY)
        if page.leads_on or page.op is None:
            return screens.hub_page(looking, {})
        assert page.op.who & self.viewer.roles, (path, self.viewer.roles)
        if page.form:
            return screens.form_page(looking, screens.Form("key", {}, {}))
        if is_file(page.op):
            return ""
        answer = example(page.op)
        if isinstance(answer, CaseView):
            answer = case_with_all(answer, self.viewer.roles)
        if answer is None:
            return ""
        if item_of(page.op) is not None:
            return screens.list_page(looking, answer, {})
        return screens.record_page(looking, answer, {})


def typed(page: Page, args: dict[str, str]) -> dict[str, Any]:
    """What a path names, as the server reads it."""
    return application.path_args(args, types_of(page))
