"""Where a form leads once it was done, and where signing in may lead."""

from typing import Any
from urllib.parse import urlsplit

import msgspec

from console.counter.book import CONSOLE, answer_of, book, is_file, item_of
from console.counter.shown import ids
from console.counter.viewer import Looking


def shown_at(here: Looking, answer: Any) -> str:
    """Where what was written is shown: on its own page, or in its list; of nothing, the next page
    above that says something."""
    known = dict(here.args)
    if isinstance(answer, msgspec.Struct):
        known |= ids(answer)
    for page in book().pages.values():
        if page.op is None or is_file(page.op) or not page.op.who & here.viewer.roles:
            continue
        fits = answer_of(page.op) if item_of(page.op) is None else item_of(page.op)
        if answer is not None and fits is type(answer):
            own = {part: known.get("id") for part in page.parts[-1:] if part not in known}
            if all((known | own).get(part) is not None for part in page.parts):
                return page.url(known | own)
    if answer is not None:
        return ""
    parent = book().pages.get(book().parent(here.page))
    while parent is not None:
        complete = all(part in known for part in parent.parts)
        if parent.op is not None and complete and parent.op.who & here.viewer.roles:
            return parent.url(known)
        parent = book().pages.get(book().parent(parent))
    return ""


def inside(url: str) -> str:
    """The address if it is one of the counter's, else that of the desk."""
    parts = urlsplit(url)
    ours = not parts.scheme and not parts.netloc and url.startswith(f"{CONSOLE}/")
    return url if ours and "\\" not in url and url.isprintable() else CONSOLE
