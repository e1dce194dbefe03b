"""What may be picked in a form instead of an id that nobody can type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

import msgspec

from console.counter.book import book
from console.counter.fields import Choice, is_struct, plain
from console.counter.viewer import Looking
from handlers.lists import Listed
from handlers.paperwork.issuing import CasePapers
from handlers.people.places import BuildingLine
from handlers.route import Upload
from papers.sheets.streams import columns_of


@dataclass(frozen=True)
class Reading:
    """Where the things are to pick from: a read, and the field of its answer that lists them."""

    operation: str
    field: str = "items"


ACCOUNTS = Reading("list_bank_accounts")
READINGS: Mapping[str, Reading] = {
    "custody_id": ACCOUNTS,
    "from_account_id": ACCOUNTS,
    "to_account_id": ACCOUNTS,
    "insurer_id": Reading("list_insurers"),
    "community_id": Reading("list_communities"),
    "elevator_id": Reading("get_case", "elevators"),
    "subject_id": Reading("list_case_papers", "offers"),
    "offer_id": Reading("get_placement_round", "offers"),
}
"""By the name of the field that is asked for."""

HOMES = "home_id"
"""The field that asks for one of the homes a case or a vote is about."""

SHOWN = 3
"""Of a thing to pick so many of its columns are shown."""


def readings_for(here: Looking) -> dict[str, Reading]:
    """What has to be read before this form is shown, by field."""
    op = here.page.op
    assert op is not None
    takes = get_type_hints(op.handler, include_extras=True)
    names = {name for kind in ("body", "query") for name in _names(takes.get(kind))}
    found = {}
    for name in names & READINGS.keys():
        page = book().by_name[READINGS[name].operation]
        fits = all(part in here.args for part in page.parts)
        if fits and page.op is not None and page.op.who & here.viewer.roles:
            found[name] = READINGS[name]
    return found


def asks_for_home(here: Looking) -> bool:
    """Whether this form asks for a home, and its path says of which case or vote."""
    op = here.page.op
    assert op is not None
    takes = get_type_hints(op.handler, include_extras=True)
    return HOMES in _names(takes.get("body")) and bool({"case_id", "vote_id"} & here.args.keys())


def building_of(scope_name: str, buildings: Sequence[BuildingLine]) -> BuildingLine | None:
    """The building that a scope is, or is in, by its name."""
    named = [one for one in buildings if one.name in scope_name]
    return max(named, key=lambda one: len(one.name), default=None)


def _names(struct: Any) -> set[str]:
    if struct is None or struct is Upload:
        return set()
    found = set()
    for one in msgspec.structs.fields(struct):
        bare, _ = plain(one.type)
        inner = bare if is_struct(bare) else next(iter(get_args(bare)), None)
        found.add(one.name)
        if is_struct(plain(inner)[0]):
            found |= _names(plain(inner)[0])
    return found


def picks_for(answer: Any, reading: Reading, here: Looking) -> list[Choice]:
    """The things as they are picked: by their ids, called by what is said of them first."""
    items = answer.items if isinstance(answer, Listed) else getattr(answer, reading.field)
    if isinstance(answer, CasePapers):
        kind = here.args.get("kind")
        items = [one for offer in answer.offers if offer.kind == kind for one in offer.subjects]
    return [Choice(str(_id(one)), _called(one)) for one in items]


def _id(item: Any) -> Any:
    own = [name for name in item.__struct_fields__ if name == "id" or name.endswith("_id")]
    return getattr(item, own[0])


def _called(item: Any) -> str:
    said = (str(column.value(item) or "") for column in columns_of(type(item)))
    return " ".join([one for one in said if one][:SHOWN])
