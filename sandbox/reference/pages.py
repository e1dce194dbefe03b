"""The pages of the reference: one of each subject, one of each role, an index of everything."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from console import links
from console.templates import environment
from rules.people import ROLE_TITLES, Role
from sandbox.reference.book import book

DOCS = "/sandbox/docs"
ROLES = f"{DOCS}/roles"
FILES = f"{DOCS}/downloads"
STYLE = f"{DOCS}/reference.css"
FOLDER = Path(__file__).parent

NAVIGATION = ((DOCS, "按主题"), (ROLES, "按身份"), (links.ERRORS, "提示和错误说明"))


def index() -> str:
    """Every operation by subject, each under an anchor of its own."""
    return _page("index.html", DOCS, book=book())


def roles() -> str:
    """The roles there are, and how much each may ask."""
    counts = {role: sum(len(cards) for _, cards in book().of_role(role)) for role in ROLE_TITLES}
    return _page("roles.html", ROLES, counts={one: n for one, n in counts.items() if n})


@cache
def subject(name: str) -> str:
    """The operations of a subject. Raises KeyError for one that is not there."""
    found = {one.name: one for one in book().subjects}[name]
    return _page("subject.html", "", subject=found)


def role(name: str) -> str:
    """What somebody of the role may ask. Raises KeyError for one that may nothing."""
    titles = {one.value: one for one in Role}
    found = book().of_role(titles[name])
    if not found:
        raise KeyError(name)
    return _page("role.html", ROLES, role=titles[name], found=found)


def marked(text: str) -> Markup:
    """Words of the document: code between backticks, a paragraph for each empty line."""
    paragraphs = [coded(one) for one in re.split(r"\n\n+", text) if one.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(one) for one in paragraphs)


def coded(text: str) -> Markup:
    """Words with code between backticks, within a line."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _page(template: str, here: str, **facts: object) -> str:
    return _environment.get_template(template).render(
        facts,
        here=here,
        navigation=NAVIGATION,
        docs=DOCS,
        files=FILES,
        style=STYLE,
        role_titles=ROLE_TITLES,
    )


_environment = environment(FOLDER / "templates")
_environment.filters.update(marked=marked, coded=coded)
