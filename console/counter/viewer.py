"""Who looks at a page, what leads where for them, and what a page offers them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, get_type_hints
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from console.counter.book import (
    CONSOLE,
    Page,
    book,
    is_file_page,
    subject_of,
    subject_title,
)
from handlers.route import Upload
from rules.people import ROLE_TITLES, Role

MAIN = ("list_cases", "list_objections", "list_votes", "list_scopes", "list_messages")
"""The lists that every page leads to."""


@dataclass(frozen=True)
class Viewer:
    """Who is signed in: the name, the roles held now, the token of this session's forms."""

    name: str
    roles: frozenset[Role]
    token: str

    @property
    def called(self) -> str:
        """The roles in words."""
        return "、".join(ROLE_TITLES[one] for one in Role if one in self.roles - {Role.PUBLIC})


@dataclass(frozen=True, slots=True)
class Way:
    """A link: where to, and what it is called."""

    title: str
    url: str
    here: bool = False


@dataclass(frozen=True)
class Offer:
    """What a page leads to: further pages, files to take away, forms."""

    pages: tuple[Way, ...] = ()
    files: tuple[Way, ...] = ()
    forms: tuple[Way, ...] = ()


def navigation(viewer: Viewer, here: str) -> list[Way]:
    """What stands on top of every page."""
    pages = book()
    ways = [Way("待办", CONSOLE, here == CONSOLE)]
    for name in MAIN:
        page = pages.by_name[name]
        if pages.may(page, viewer.roles):
            url = page.url({})
            ways.append(Way(page.title, url, here == url))
    return [*ways, Way("全部事项", f"{CONSOLE}/all", here == f"{CONSOLE}/all")]


@dataclass(frozen=True)
class Looking:
    """A viewer at a page: where names and ids lead from here."""

    viewer: Viewer
    page: Page
    args: Mapping[str, Any]
    today: date

    @property
    def here(self) -> str:
        """The address."""
        if not self.page.path:
            return f"{CONSOLE}/all"
        return self.page.url(self.args)

    def link(self, name: str, value: Any, beside: Mapping[str, Any]) -> str:
        """Where the page is about this id; nothing where it is this page, or there is none."""
        known = {**self.args, **beside, name: value}
        found = book().leading_to(name, known, self.viewer.roles, self.page)
        if found is None or (
            # A word may mean many things, but what is below this page.
            isinstance(value, str) and not found.path.startswith(f"{self.page.path}/")
        ):
            return ""
        url = found.url(known)
        if url == self.here:
            return ""
        if book().seen(found, self.viewer.roles).leads_on:
            carried = {key: known[key] for key in _asked_below(found.path) if key in known}
            carried = {key: value for key, value in carried.items() if key not in found.parts}
            url += f"?{urlencode(carried)}" if carried else ""
        return url

    def offer(self, carried: Mapping[str, str] | None = None, but: str = "") -> Offer:
        """What is below this page, for this viewer; `carried` goes along to the forms, `but`
        names the operations that the page shows in a place of their own."""
        found = list(self._below(self.page.path))
        ways: dict[str, list[Way]] = {"pages": [], "files": [], "forms": []}
        for page in found:
            if page.op is not None and page.op.name in but.split():
                continue
            kind = "forms" if page.form else "files" if is_file_page(page) else "pages"
            query = f"?{urlencode(carried)}" if carried and page.form else ""
            for args in self._complete(page):
                year = f"（{args['year']}）" if "year" not in self.args and "year" in args else ""
                ways[kind].append(Way(page.title + year, page.url(args) + query))
        return Offer(tuple(ways["pages"]), tuple(ways["files"]), tuple(ways["forms"]))

    def _below(self, path: str) -> Iterator[Page]:
        """The pages that this one leads to."""
        for page in book().below[path]:
            if book().may(page, self.viewer.roles):
                yield page

    def _complete(self, page: Page) -> Iterator[dict[str, Any]]:
        """The ways to fill the page's path from here; a year is this one or the last."""
        missing = [part for part in page.parts if part not in self.args]
        if not missing:
            yield dict(self.args)
        elif missing == ["year"]:
            for year in (self.today.year, self.today.year - 1):
                yield {**self.args, "year": year}


@cache
def _asked_below(path: str) -> tuple[str, ...]:
    """The names of ids that forms below this page ask for."""
    found: dict[str, None] = {}
    for page in book().below[path]:
        if page.form and page.op is not None:
            body = get_type_hints(page.op.handler).get("body")
            if body is not None and body is not Upload:
                for one in msgspec.structs.fields(body):
                    if one.type is UUID or UUID in getattr(one.type, "__args__", ()):
                        found[one.name] = None
    return tuple(found)


@dataclass(frozen=True)
class Subject:
    """What there is to do in one subject."""

    title: str
    ways: tuple[Way, ...]


def everything(looking: Looking) -> tuple[Subject, ...]:
    """All pages and forms that need no id, by subject."""
    found: dict[str, list[Way]] = {}
    for page in looking._below(""):
        if page.op is not None and not is_file_page(page):
            for args in looking._complete(page):
                year = f"（{args['year']}）" if "year" in args else ""
                way = Way(page.title + year, page.url(args))
                found.setdefault(subject_title(subject_of(page.op)), []).append(way)
    return tuple(Subject(title, tuple(ways)) for title, ways in found.items())


def crumbs(looking: Looking) -> tuple[Way, ...]:
    """The way down to this page."""
    ways: list[Way] = []
    page: Page | None = looking.page
    while page is not None:
        path = book().parent(page)
        page = book().pages.get(path) if path else None
        seen = page is not None and book().may(page, looking.viewer.roles)
        if page is not None and seen and all(part in looking.args for part in page.parts):
            ways.insert(0, Way(page.title, page.url(looking.args)))
    named = [
        replace(way, title="详情") if way.title == before.title else way
        for before, way in pairwise((Way("", ""), *ways))
    ]
    return (Way("待办", CONSOLE), *named)
