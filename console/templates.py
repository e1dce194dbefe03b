"""Templates to text: everything escaped, nothing undefined, no script anywhere."""

from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from console import links
from papers.notices.notice import day_words, moment_words
from rules.city import CITY
from rules.days import BEIJING
from rules.money import yuan

ASSETS = Path(__file__).parent / "assets"
TEMPLATES = Path(__file__).parent / "templates"


def clock_words(at: datetime) -> str:
    """A moment in Beijing time to the minute, as a list shows it."""
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def environment(*besides: Path) -> Environment:
    """The templates of the house, and those in other folders that extend them."""
    made = Environment(
        loader=FileSystemLoader([TEMPLATES, *besides]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(yuan=yuan, day=day_words, moment=moment_words, clock=clock_words)
    made.globals.update(links=links, navigation=links.NAVIGATION, city=CITY)
    return made


_environment = environment()


def page(template: str, **facts: object) -> str:
    """The HTML of a template; a fact that it needs and does not get is an error, not a blank."""
    return _environment.get_template(template).render(facts)
