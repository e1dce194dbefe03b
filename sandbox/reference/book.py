"""The API document as the pages show it: subjects, operations, data, and who may what."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from rules.people import ROLE_TITLES, Role
from sandbox.reference.fields import Choice, Field, choices_of, field_of, fields_of
from server import spec
from server.spec.client import Entry, divided
from server.spec.typescript import mentioned, named, reached

PLACES = {"path": "地址", "query": "查询", "header": "请求头"}
BY_HAND = ("core.ts", "answers.ts", "wx.ts")
"""What the generated clients import; written by hand."""


@dataclass(frozen=True, slots=True)
class Data:
    """A schema: what it is, its fields or values, and an example where it is an answer."""

    name: str
    about: str
    fields: tuple[Field, ...]
    choices: tuple[Choice, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What is sent: of a media type, as an object's fields or as a file."""

    media: str
    name: str
    fields: tuple[Field, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Done:
    """A good answer; `of` is its schema, else it is a file of the media type or nothing."""

    status: str
    about: str
    media: str
    of: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class No:
    """A refusal."""

    status: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """An operation with all that there is to say of it."""

    name: str
    subject: str
    method: str
    path: str
    summary: str
    about: str
    roles: tuple[Role, ...]
    function: str
    file: str
    parameters: tuple[tuple[str, Field], ...]
    sent: tuple[Sent, ...]
    done: tuple[Done, ...]
    refusals: tuple[No, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """The operations about one thing, and the data they take and give. `own` are the schemas that
    one operation alone mentions, and shows."""

    name: str
    title: str
    cards: tuple[Card, ...]
    data: dict[str, Data]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole reference, and the files it was made with by name."""

    lead: str
    conventions: tuple[str, ...]
    subjects: tuple[Subject, ...]
    files: dict[str, str]

    def of_role(self, role: Role) -> list[tuple[Subject, list[Card]]]:
        """What somebody of the role may ask, by subject."""
        found = [(one, [card for card in one.cards if role in card.roles]) for one in self.subjects]
        return [(one, cards) for one, cards in found if cards]


@cache
def book() -> Book:
    """The reference of this program's operations; made once."""
    files = spec.files()
    document = msgspec.json.decode(files["openapi.json"])
    cards = defaultdict(list)
    for entry, file in _entries(document):
        cards[entry.told["tags"][0]].append(_card(entry, file, document))
    lead, *conventions = document["info"]["description"].split("\n- ")
    by_hand = {name: (spec.FOLDER / name).read_text() for name in BY_HAND}
    return Book(
        lead=lead.strip(),
        conventions=tuple(re.sub(r"\n *", "", one) for one in conventions),
        subjects=tuple(
            _subject(one["name"], one["description"], cards[one["name"]], document)
            for one in document["tags"]
        ),
        files=files | by_hand,
    )


def _entries(document: dict[str, Any]) -> list[tuple[Entry, str]]:
    """Every operation with the client's file that has it; "" for none."""
    phones, staff = divided(document)
    files = dict.fromkeys((one.told["operationId"] for one in phones), "client.ts")
    files |= dict.fromkeys((one.told["operationId"] for one in staff), "staff.ts")
    return [
        (Entry(path, method.upper(), told), files.get(told["operationId"], ""))
        for path, operations in document["paths"].items()
        for method, told in operations.items()
    ]


def _subject(name: str, title: str, cards: list[Card], document: dict[str, Any]) -> Subject:
    components = document["components"]["schemas"]
    roots = [sent.name for card in cards for sent in card.sent if sent.name]
    roots += [done.of for card in cards for done in card.done if done.of]
    every = set(roots) | reached([components[one] for one in roots], components)
    within = set().union(*(mentioned(components[one]) for one in every)) if every else set()
    times = Counter(roots)
    return Subject(
        name=name,
        title=title,
        cards=tuple(cards),
        data={one: _data(one, document) for one in sorted(every)},
        own=frozenset(one for one in times if times[one] == 1 and one not in within),
    )


def _data(name: str, document: dict[str, Any]) -> Data:
    schema = document["components"]["schemas"][name]
    shown = document["components"]["examples"].get(name)
    return Data(
        name=name,
        about=schema.get("description", ""),
        fields=fields_of(schema),
        choices=choices_of(schema),
        example=_pretty(shown["value"]) if shown else "",
    )


def _card(entry: Entry, file: str, document: dict[str, Any]) -> Card:
    told = entry.told
    return Card(
        name=told["operationId"],
        subject=told["tags"][0],
        method=entry.method,
        path=entry.path,
        summary=told["summary"],
        about=told["description"],
        roles=tuple(role for role in ROLE_TITLES if role in entry.roles),
        function=entry.function,
        file=file,
        parameters=tuple(_parameter(one) for one in told.get("parameters", [])),
        sent=tuple(_sent(media, one) for media, one in entry.body.items()),
        done=tuple(_done(told["responses"])),
        refusals=tuple(_refusals(told["responses"], document["components"])),
    )


def _parameter(told: dict[str, Any]) -> tuple[str, Field]:
    words = {"description": told.get("description", "")}
    return PLACES[told["in"]], field_of(told["name"], told["schema"] | words, told["required"])


def _sent(media: str, content: dict[str, Any]) -> Sent:
    schema, example = content["schema"], content.get("example")
    if "$ref" in schema:
        return Sent(media, named(schema), (), _pretty(example))
    return Sent(media, "", fields_of(schema), "")


def _done(responses: dict[str, Any]) -> list[Done]:
    found = []
    for status, one in responses.items():
        if status[0] not in "23":
            continue
        headers = tuple(one.get("headers", {}))
        for media, content in one.get("content", {"": {}}).items():
            schema = content.get("schema", {})
            of = named(schema) if "$ref" in schema else ""
            found.append(Done(status, one["description"], media, of, headers))
    return found


def _refusals(responses: dict[str, Any], components: dict[str, Any]) -> list[No]:
    found = []
    for status, one in responses.items():
        if "$ref" in one:
            (content,) = components["responses"][named(one)]["content"].values()
            titles = {code: components["examples"][code]["summary"] for code in content["examples"]}
            found += [No(status, code, title) for code, title in titles.items()]
    return found


def _pretty(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
