"""The pages themselves: a list, a record, a form, a way on, the desk; from answers to HTML."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_type_hints
from urllib.parse import urlencode

import msgspec

from console.counter import desk
from console.counter.book import Page, book, takes_file
from console.counter.fields import CODE, Choice, Field, Filled, fields_of
from console.counter.shown import Facts, Table, facts, steps, table
from console.counter.viewer import Looking, Offer, Way, crumbs, everything, navigation
from console.templates import page as rendered
from handlers.cases.offered import CaseOption
from handlers.cases.views import CaseView
from handlers.desk import DeskCounts, DeskRow
from handlers.lists import Listed
from handlers.route import Operation, Upload
from handlers.route import Page as Paging

WHOSE = (("mine", "待我办理"), ("entered", "我录入待他人复核"), ("all", "全部待办"))


@dataclass(frozen=True)
class Fault:
    """What stands against a request: its title, the way out, and the faults at fields."""

    title: str
    detail: str
    way_out: str
    status: int
    at: Mapping[str, Sequence[str]]
    request_id: str = ""

    def at_no_field(self, fields: Sequence[Field]) -> list[str]:
        """The faults that no field of the form shows."""
        shown = {f"/{one.name}" for one in every(fields)}
        return [f"{one}" for at, told in self.at.items() if at not in shown for one in told]


def every(fields: Sequence[Field]) -> list[Field]:
    """The fields, those of groups and lines too."""
    found: list[Field] = []
    for one in fields:
        found.append(one)
        found += every(one.inner)
        for row in one.rows:
            found += every(row)
    return found


def show(template: str, looking: Looking, heading: str, **more: Any) -> str:
    """A page of the counter."""
    facts_: dict[str, Any] = {
        "viewer": looking.viewer,
        "ways": navigation(looking.viewer, looking.here),
        "crumbs": crumbs(looking),
        "heading": heading,
        "notice": "",
        "offer": Offer(),
        "fault": None,
    }
    return rendered(f"counter/{template}", **(facts_ | more))


def query_fields(op: Operation, given: Mapping[str, str], fault: Fault | None) -> tuple[Field, ...]:
    """What a read may be asked for."""
    struct = get_type_hints(op.handler, include_extras=True).get("query")
    if struct is None:
        return ()
    found = fields_of(struct, Filled(dict(given), fault.at if fault else {}))
    return tuple(one for one in found if one.name not in Paging.__struct_fields__)


def list_page(
    looking: Looking,
    answer: Listed[Any] | None,
    given: Mapping[str, str],
    notice: str = "",
    fault: Fault | None = None,
) -> str:
    """A list under its filters; none where the filters were refused."""
    page, op = looking.page, looking.page.op
    assert op is not None
    asked = {name: text for name, text in given.items() if name not in ("after", "limit", "count")}
    items = answer.items if answer else []
    own = book().own(page)
    following = urlencode({**asked, "after": answer.next}) if answer and answer.next else ""
    heading = page.title
    kept = f"?{urlencode(asked)}" if asked else ""
    offer = looking.offer()
    return show(
        "list.html",
        looking,
        heading,
        table=table(items, looking.link, looking.args, heading, own) if items else None,
        fields=query_fields(op, given, fault),
        asked=bool(asked),
        total=answer.total if answer and answer.total is not msgspec.UNSET else None,
        next_url=f"{looking.here}?{following}" if following else "",
        first_url=f"{looking.here}{kept}" if given.get("after") else "",
        here=looking.here,
        offer=replace(offer, files=tuple(replace(one, url=one.url + kept) for one in offer.files)),
        notice=notice,
        fault=fault,
    )


def record_page(
    looking: Looking,
    answer: Any,
    given: Mapping[str, str],
    timeline: Listed[Any] | None = None,
    notice: str = "",
    fault: Fault | None = None,
) -> str:
    """One thing: what is said of it, what may be done next, what belongs to it."""
    op = looking.page.op
    assert op is not None
    case = answer if isinstance(answer, CaseView) else None
    acts = " ".join(one.name for one in book_acts()) if case else ""
    told = told_of(answer, looking) if answer is not None else Facts()
    return show(
        "record.html",
        looking,
        heading_of(looking.page, answer),
        facts=told,
        buttons=_buttons(case.options, looking) if case else (),
        waiting=[one for one in case.options if not one.allowed] if case else (),
        timeline=steps(timeline.items, "办理经过") if timeline and timeline.items else None,
        fields=query_fields(op, given, fault),
        here=looking.here,
        offer=looking.offer(but=acts),
        notice=notice,
        fault=fault,
    )


def heading_of(page: Page, answer: Any) -> str:
    """What a record is called: its kind, and the number or name that it bears."""
    own = next(
        (
            str(text)
            for name in ("number", "code", "name", "month")
            if (text := getattr(answer, name, ""))
        ),
        "",
    )
    return f"{page.title} {own}".strip()


def told_of(answer: Any, looking: Looking) -> Facts:
    """All that an answer says; of a list its items."""
    if isinstance(answer, Listed):
        found = _table_of(answer, looking, looking.page.title)
        return Facts(tables=(found,) if found else ())
    return facts(answer, looking.link, looking.args, but="options parameters")


def _table_of(listed: Listed[Any] | None, looking: Looking, title: str) -> Table | None:
    if listed is None or not listed.items:
        return None
    return table(listed.items, looking.link, looking.args, title, book().own(looking.page))


def book_acts() -> list[Operation]:
    """The operations that a case offers by itself."""
    return [page.op for page in book().forms.values() if page.op and page.op.act is not None]


def _buttons(options: Sequence[CaseOption], looking: Looking) -> tuple[Way, ...]:
    """What I may do with this case now, each leading to its form."""
    found: list[Way] = []
    for one in options:
        page = book().by_name.get(one.operation)
        if page is None or not one.allowed:
            continue
        missing = [part for part in page.parts if part not in looking.args]
        if not missing:
            found.append(Way(one.title, page.url(looking.args)))
        elif len(missing) == 1:
            found += [
                Way(
                    one.title if len(one.targets) == 1 else f"{one.title}（{number}）",
                    page.url({**looking.args, missing[0]: target}),
                )
                for number, target in enumerate(one.targets, start=1)
            ]
    return tuple(found)


def hub_page(looking: Looking, given: Mapping[str, str], notice: str = "") -> str:
    """What there is of a thing that has no page of its own."""
    url = f"{looking.here}/photo" if looking.page.path.endswith("{evidence_id}") else ""
    return show(
        "hub.html",
        looking,
        looking.page.title,
        offer=looking.offer(dict(given)),
        notice=notice,
        photo=url,
        own=str(looking.args.get(looking.page.parts[-1], "")) if looking.page.parts else "",
    )


def index_page(looking: Looking) -> str:
    """Everything that this viewer may begin with."""
    return show("index.html", looking, "全部事项", subjects=everything(looking))


@dataclass(frozen=True)
class Form:
    """A form as it is to be shown: what was typed, its faults, a key that makes it count once."""

    key: str
    body: Mapping[str, Any]
    query: Mapping[str, str]
    more: str = ""
    picks: Mapping[str, Sequence[Choice]] | None = None
    fault: Fault | None = None
    stale: bool = True
    about: Facts | None = None


def form_page(looking: Looking, form: Form) -> str:
    """The form of a write."""
    op = looking.page.op
    assert op is not None
    takes = get_type_hints(op.handler, include_extras=True)
    at = form.fault.at if form.fault else {}
    fields: tuple[Field, ...] = ()
    if takes.get("body") not in (None, Upload):
        fields = fields_of(takes["body"], Filled(form.body, at, form.more, form.picks))
    elif takes_file(op):
        fields = (Field("file", "文件", "file", must=True, faults=tuple(at.get("/file", ()))),)
    if "query" in takes:
        filled = Filled(dict(form.query), at, picks=form.picks)
        fields = (*fields_of(takes["query"], filled), *fields)
    if op.fresh and form.stale:
        told = tuple(at.get(f"/{CODE}", ()))
        about_it = "动态口令应用当前显示的六位数字；输入后一段时间内不再询问"
        fields = (*fields, Field(CODE, "动态口令", "code", about_it, must=True, faults=told))
    about = (op.handler.__doc__ or "").strip().splitlines()[0]
    return show(
        "form.html",
        looking,
        looking.page.title,
        about=_without_sources(about),
        action=looking.here,
        fields=fields,
        files=any(one.kind in ("file", "files") for one in every(fields)),
        key=form.key,
        beside=form.about,
        fault=form.fault,
        others=form.fault.at_no_field(fields) if form.fault else [],
        faulty=[one for one in every(fields) if one.faults],
        danger=op.method == "DELETE" or op.name.startswith(("drop_", "reject_", "disable_")),
    )


def _without_sources(text: str) -> str:
    """The sentences without the rules that the last one cites."""
    return re.sub(r"(?<=。)[^。]*(?:R\d|附件|第\d+节)[^。]*。?$", "", text) or text


def result_page(looking: Looking, answer: Any) -> str:
    """What a write answered, where it is no page of its own."""
    return show(
        "result.html",
        looking,
        f"{looking.page.title}：已办理",
        facts=told_of(answer, looking),
    )


def desk_page(
    looking: Looking,
    rows: Listed[DeskRow],
    counts: DeskCounts,
    given: Mapping[str, str],
    notice: str = "",
    fault: Fault | None = None,
) -> str:
    """What waits, for whom, until when."""
    whose = given.get("whose", "mine")
    op = looking.page.op
    assert op is not None
    following = urlencode({**given, "after": rows.next}) if rows.next else ""
    kinds = [
        Way(
            f"{one.kind_title}（{one.waiting}）",
            f"?{urlencode({'whose': whose, 'kind': one.kind})}",
            one.kind == given.get("kind"),
        )
        for one in counts.items
    ]
    return show(
        "desk.html",
        looking,
        dict(WHOSE).get(whose, "待办事项"),
        tabs=[Way(title, f"?whose={value}", value == whose) for value, title in WHOSE],
        kinds=kinds,
        counts=counts,
        lines=desk.lines(rows.items, looking),
        total=rows.total if rows.total is not msgspec.UNSET else None,
        next_url=f"?{following}" if following else "",
        fields=[one for one in query_fields(op, given, fault) if one.name not in ("whose",)],
        whose=whose,
        offer=looking.offer(but="count_desk"),
        notice=notice,
        fault=fault,
    )


def problem(looking: Looking, fault: Fault) -> str:
    """What stands against a page."""
    return show("problem.html", looking, fault.title, fault=fault)


def done_words(name: str) -> str:
    """What is said after an operation was done."""
    page = book().by_name.get(name)
    return f"已办理：{page.title}" if page is not None and page.form else ""
