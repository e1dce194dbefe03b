"""What every page keeps to, whoever fetches it: `check` says what is wrong with one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "wbr"}
BLOCKS = {"p", "div", "section", "nav", "ul", "ol", "dl", "table", "form", "fieldset", "details"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "header", "footer"}
INLINE = {"p", "a", "span", "label", "strong", "button", "summary", "h1", "h2", "h3", "h4", "h5"}
WITHIN = {"a": {"a", "button"}, "button": {"button", "a"}, "form": {"form"}, "label": {"label"}}
PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"div", "dl"},
    "dd": {"div", "dl"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "option": {"select"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "caption": {"table"},
}
ASKED = {"input", "select", "textarea"}
LOADED = {"src", "href", "action"}


@dataclass
class Seen(HTMLParser):
    """One page as it is read; `wrong` is what it does not keep to."""

    wrong: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    pointed: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    lang: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self._nested(tag)
        self._attributes(tag, told)
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.stack or self.stack[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.stack[-1:] or 'nothing'}")
            return
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        if "title" in self.stack[-1:]:
            self.title += data

    def _nested(self, tag: str) -> None:
        if tag in PARENTS and self.stack[-1] not in PARENTS[tag]:
            self.wrong.append(f"<{tag}> in <{self.stack[-1]}>")
        if tag in BLOCKS and set(self.stack) & INLINE and "svg" not in self.stack:
            inner = [one for one in self.stack if one in INLINE]
            self.wrong.append(f"<{tag}> in {inner}")
        for outer, never in WITHIN.items():
            if tag in never and outer in self.stack:
                self.wrong.append(f"<{tag}> in <{outer}>")
        if tag in ("script", "style"):
            self.wrong.append(f"<{tag}>")

    def _attributes(self, tag: str, told: Mapping[str, str]) -> None:
        self.wrong += [f"{name}=" for name in told if name == "style" or name.startswith("on")]
        if "id" in told:
            self.ids.append(told["id"])
        if tag == "html":
            self.lang = told.get("lang", "")
        if tag == "label":
            self.labels.add(told.get("for", ""))
        if tag in ASKED and told.get("type") != "hidden":
            self.asked.append((tag, told))
        if tag == "img" and "alt" not in told:
            self.wrong.append("<img> without alt")
        for name in ("aria-describedby", "aria-labelledby"):
            self.pointed += told.get(name, "").split()
        for name in LOADED & told.keys():
            if not told[name].startswith(("/", "#", "?", "tel:")) or told[name].startswith("//"):
                self.wrong.append(f"{name}={told[name]}")
        if tag == "a":
            self.links.append(told.get("href", ""))


def seen(html: str) -> Seen:
    """The page as it was read to its end."""
    page = Seen()
    page.feed(html)
    page.close()
    return page


def check(html: str, headers: Mapping[str, str] | None = None) -> Seen:
    """The page as it was read; AssertionError with all that is wrong with it."""
    page = seen(html)
    wrong = [*page.wrong, *_whole(page)]
    if headers is not None:
        policy = headers.get("content-security-policy", "")
        wrong += [] if "default-src 'none'" in policy else ["no strict policy"]
        wrong += [one for one in ("unsafe-inline", "unsafe-eval", "data:", "*") if one in policy]
    assert not wrong, (page.title, wrong[:12])
    return page


def _whole(page: Seen) -> Iterator[str]:
    if not page.lang.startswith("zh"):
        yield "no language"
    if not page.title.strip():
        yield "no title"
    if page.tags["h1"] != 1 or page.tags["main"] != 1:
        yield f"{page.tags['h1']} h1, {page.tags['main']} main"
    if page.stack:
        yield f"never closed: {page.stack}"
    yield from (f"id {one} twice" for one, times in Counter(page.ids).items() if times > 1)
    yield from (f"points at no id: {one}" for one in page.pointed if one not in page.ids)
    yield from (
        f"leads to no id: {one}" for one in page.links if one[:1] == "#" and one[1:] not in page.ids
    )
    for tag, told in page.asked:
        if told.get("id") not in page.labels and "aria-label" not in told:
            yield f"<{tag} name={told.get('name')}> without a label"
