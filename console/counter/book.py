"""The pages of the counter, as they follow from the table of operations.

A read is a page at its own path, a write a form at its path under `do`. What has things below it
and no read of its own, such as a home, is a page that leads to them. So each thing that staff may
do has one page that it is reached from, its parent.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints
from urllib.parse import quote

from handlers.entries import ENTRIES
from handlers.lists import Listed
from handlers.route import TABLE, Answer, Operation, Upload
from rules.people import STAFF, Role

CONSOLE = "/console"
DO = f"{CONSOLE}/do"

NOT_HERE = frozenset({"log_in_staff", "create_first_administrator", "accept_invitation", "log_out"})
"""What the pages of signing in and out do themselves."""

SAME_THING = {
    "/paper-objections/{objection_id}": "/objections/{objection_id}",
    "/refunds/{refund_id}": "/cases/{case_id}/refunds/{refund_id}",
}
"""What is the same thing under another path: it has one page."""

TITLES = {
    "list_cases": "办件",
    "get_case": "办件",
    "list_objections": "反对意见",
    "get_objection": "反对意见",
    "list_scopes": "统筹账户",
    "list_votes": "表决",
    "list_binding_acts": "这个绑定办过的事",
    "prove_vote_inclusion": "凭回执查验计票",
    "list_scope_elevators": "电梯",
    "end_proxy": "终止委托",
    "end_representative": "终止推举",
    "get_paper_ballot": "扫码查看纸质表决票",
    "get_lobby_task": "扫张贴码查看",
}
"""Where the first words of an operation are no title."""

OWN = {
    "list_bank_matches": "match_id",
    "list_bank_statements": "statement_id",
    "list_bank_reconciliations": "reconciliation_id",
    "list_case_votes": "vote_id",
    "list_case_objections": "objection_id",
    "list_insurer_admissions": "admission_id",
    "list_ballot_batches": "batch_id",
    "list_evidence": "evidence_id",
}
"""What an item's `id` is called where the list's own path does not say it."""

HUBS = {
    "home_id": "房屋",
    "scope_id": "统筹账户",
    "building_id": "楼栋",
    "community_id": "小区",
    "bank_account_id": "银行账户",
    "unit_id": "单元门厅",
    "file_id": "材料",
    "evidence_id": "张贴影像",
    "binding_id": "绑定",
    "message_id": "消息",
    "session_id": "登录",
    "staff_id": "工作账号",
    "employee_id": "人员",
    "delivery_id": "微信消息",
    "appointment_id": "授权",
    "insurer_id": "保险机构",
    "report_id": "公示未张贴的反映",
    "contest_id": "绑定异议",
    "login_change_id": "更换微信的申请",
    "match_id": "一笔核对",
    "offer_id": "银行报价",
    "account_id": "账户",
    "ending_id": "书面材料",
    "reversal_id": "冲销",
    "refund_id": "退款",
    "receipt_id": "归集款",
    "objection_id": "纸质反对意见",
    "paper_id": "文书",
    "kind": "一种文书",
    "witness_id": "见证人",
    "tree_size": "日志的一个树首",
    "year": "年度",
}
"""What a page is called that only leads on, by what its path names last."""


@dataclass(frozen=True)
class Page:
    """A page: of a read, of a write (its form), or of what has neither and leads on. What a viewer
    may not read, but do something below, is `closed` to them: it leads on, too."""

    path: str
    op: Operation | None = None
    closed: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether it says nothing of itself."""
        return self.op is None or self.closed

    @property
    def form(self) -> bool:
        """Whether it is the form of a write."""
        return self.op is not None and not self.op.reads

    @property
    def parts(self) -> list[str]:
        """The names of what stands in the path."""
        return re.findall(r"{(\w+)}", self.path)

    @property
    def title(self) -> str:
        """What it is called."""
        if self.op is not None:
            return title_of(self.op)
        last = self.parts[-1] if self.parts else ""
        kinds = {kind.path: kind.title for kind in ENTRIES}
        return kinds.get(self.path) or HUBS.get(last, last)

    def url(self, args: Mapping[str, Any]) -> str:
        """Where it is for these."""
        path = re.sub(r"{(\w+)}", lambda found: quote(str(args[found[1]]), safe=""), self.path)
        return (DO if self.form else CONSOLE) + path


@cache
def title_of(op: Operation) -> str:
    """What people call the operation: the first clause of what it says of itself."""
    for kind in ENTRIES:
        if op.name == f"confirm_{kind.name}":
            return f"{kind.to_do}：{kind.title}"
        if op.name == f"drop_{kind.name}":
            return f"作废：{kind.title}"
    first = (op.handler.__doc__ or op.name).strip().splitlines()[0]
    return TITLES.get(op.name) or re.split("[，；：。（]", first)[0]


def is_file(op: Operation) -> bool:
    """Whether it answers with a file."""
    return bool(op.blob)


def answer_of(op: Operation) -> Any:
    """The type of its answer."""
    return get_type_hints(op.handler, include_extras=True).get("return")


def item_of(op: Operation) -> Any:
    """The type of the items of a list; None of what is no list."""
    answer = answer_of(op)
    return get_args(answer)[0] if get_origin(answer) is Listed else None


def is_struct(kind: Any) -> bool:
    """Whether it is an answer with fields."""
    return isinstance(kind, type) and issubclass(kind, Answer)


def takes_file(op: Operation) -> bool:
    """Whether its body is a file."""
    return get_type_hints(op.handler).get("body") is Upload


def subject_of(op: Operation) -> str:
    """The name of the subject that it belongs to."""
    return op.handler.__module__.split(".")[1]


@cache
def subject_title(name: str) -> str:
    """What people call a subject."""
    title: str = import_module(f"handlers.{name}").TITLE
    return title


class Book:
    """All pages, found by address, by what they lead to, and by the id that they are about."""

    def __init__(self, table: list[Operation]) -> None:
        ours = [op for op in table if op.who & STAFF and op.name not in NOT_HERE]
        self.pages: dict[str, Page] = {_place(op): Page(_place(op), op) for op in ours if op.reads}
        self.forms = {op.path: Page(op.path, op) for op in ours if not op.reads}
        self.by_name = {op.name: self._page(op) for op in ours}
        for op in ours:
            for place in _places(op.path):
                if place not in SAME_THING:
                    self.pages.setdefault(place, Page(place))
        self.below: dict[str, list[Page]] = defaultdict(list)
        for page in (*self.pages.values(), *self.forms.values()):
            self.below[self.parent(page)].append(page)
        self.about: dict[str, list[Page]] = defaultdict(list)
        for path, page in self.pages.items():
            if page.parts and path.endswith(f"{{{page.parts[-1]}}}"):
                self.about[page.parts[-1]].append(page)
        self._patterns = {form: _patterns(pages) for form, pages in self._shelves()}

    def _page(self, op: Operation) -> Page:
        return self.pages[_place(op)] if op.reads else self.forms[op.path]

    def _shelves(self) -> Iterator[tuple[bool, dict[str, Page]]]:
        yield False, self.pages
        yield True, self.forms

    def parent(self, page: Page) -> str:
        """The path of the page that leads here; the empty one is the index of all."""
        path = page.path
        if page.form and path in self.pages:
            return path
        if path.rpartition(".")[0] in self.pages:
            return path.rpartition(".")[0]
        while path:
            path = path.rpartition("/")[0]
            found = SAME_THING.get(path, path)
            if found in self.pages and not is_file_page(self.pages[found]):
                return found
        return ""

    def find(self, path: str, form: bool) -> tuple[Page, dict[str, str]] | None:
        """The page at an address below the console's, and what its path names."""
        for pattern, page in self._patterns[form].get(path.count("/"), ()):
            if found := pattern.fullmatch(path):
                return page, found.groupdict()
        return None

    def may(self, page: Page, roles: frozenset[Role]) -> bool:
        """Whether these roles may see the page, or anything below it."""
        if page.op is not None and page.op.who & roles:
            return True
        return not page.form and any(self.may(one, roles) for one in self.below[page.path])

    def seen(self, page: Page, roles: frozenset[Role]) -> Page:
        """The page as these roles see it."""
        closed = page.op is not None and not page.op.who & roles
        return replace(page, closed=closed)

    def subject(self, page: Page) -> str:
        """The name of the subject that a page belongs to."""
        if page.op is not None:
            return subject_of(page.op)
        return next((self.subject(one) for one in self.below[page.path]), "")

    def own(self, page: Page) -> str:
        """What the `id` of an item on this list is called where it is spoken of elsewhere."""
        if page.op is not None and page.op.name in OWN:
            return OWN[page.op.name]
        last = page.path.rpartition("/")[2]
        for one in self.pages.values():
            head, _, part = one.path.rpartition("/")
            if part.startswith("{") and (head == page.path or head.rpartition("/")[2] == last):
                return part[1:-1]
        return ""

    def leading_to(
        self, name: str, known: Mapping[str, Any], roles: frozenset[Role], near: Page
    ) -> Page | None:
        """The page about what a field of this name holds, of those whose path these complete: one
        below the page that asks before others, one of its subject before others, and one that
        says something before one that leads on."""
        fit = [
            page
            for page in self.about.get(name, ())
            if all(part in known for part in page.parts) and self.may(page, roles)
        ]
        return max(
            fit,
            key=lambda page: (
                page.path.startswith(f"{near.path}/"),
                self.subject(page) == self.subject(near),
                not self.seen(page, roles).leads_on,
                -len(page.parts),
            ),
            default=None,
        )


def is_file_page(page: Page) -> bool:
    """Whether the page is a file."""
    return page.op is not None and is_file(page.op)


def _place(op: Operation) -> str:
    """Where a read is: at its path; a file that others belong to, below a page that leads on."""
    return f"{op.path}/content" if is_file(op) and op.path.endswith("}") else op.path


def _places(path: str) -> Iterator[str]:
    """The paths down to each thing that this one names."""
    for found in re.finditer(r"{\w+}", path):
        yield path[: found.end()]


def _named(part: "re.Match[str]") -> str:
    """What stands for a part of a path: an id is a UUID, so that a word in its place is none."""
    said = "[0-9A-Fa-f-]{36}" if part[1].endswith("_id") else "[^/]+"
    return f"(?P<{part[1]}>{said})"


def _patterns(pages: Mapping[str, Page]) -> dict[int, list[tuple["re.Pattern[str]", Page]]]:
    found = defaultdict(list)
    for path in sorted(pages, key=lambda path: (path.count("{"), not path.endswith("_id}"), path)):
        pattern = re.sub(r"\\{(\w+)\\}", _named, re.escape(path))
        found[path.count("/")].append((re.compile(pattern), pages[path]))
    return found


@cache
def book() -> Book:
    """The pages of the whole table."""
    return Book(TABLE)
