"""Text of which nothing can be seen is refused wherever text is asked for. R7.11."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from handlers.route import Upload
from models.base import one
from server.bodies import body_type
from server.operations import TABLE
from tests.handlers.objecting import done, facts_of, noticed, objects, paper_of, post, refused
from tests.journey import Journey
from tests.rules.test_visible import INVISIBLE
from tests.world import City

LOOKED_AT = {
    "CaseReasonBody.reason": "the rules ask for it: says_why, gives_reason, handlers.reasons",
    "EmployeeIdentity.id_number": "a number with its check digit, or refused",
    "NewParameterValue.name": "the name of a parameter, or refused",
    "Bootstrap.token": "compared",
    "Bootstrap.password": "judged",
    "InvitationAcceptance.token": "compared",
    "InvitationAcceptance.password": "judged",
    "StaffLogin.username": "compared",
    "StaffLogin.password": "compared",
    "NewPassword.password": "compared",
    "NewPassword.new_password": "judged",
    "ProxyEntry.holder_phone": "a phone of somebody, or refused",
}
"""Texts that are due and take a blank for what it is in another way."""


def demanded(struct: type[Any], seen: set[type[Any]]) -> Iterator[tuple[str, bool]]:
    """Each text that is due, and whether a blank one is malformed."""
    if struct in seen or not issubclass(struct, msgspec.Struct):
        return
    seen.add(struct)
    for name, hint in get_type_hints(struct, include_extras=True).items():
        metas = list(_metas(hint))
        if any(meta.min_length for meta in metas):
            yield f"{struct.__name__}.{name}", any(meta.pattern for meta in metas)
        for kind in _types(hint):
            yield from demanded(kind, seen)


def _metas(hint: Any) -> Iterator[msgspec.Meta]:
    """What is said of the texts in it."""
    if hasattr(hint, "__metadata__"):
        if hint.__origin__ is str:
            yield from (one for one in hint.__metadata__ if isinstance(one, msgspec.Meta))
        yield from _metas(hint.__origin__)
    for part in get_args(hint):
        yield from _metas(part)


def _types(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _types(part)


def test_every_text_that_is_due_refuses_a_blank_or_says_how_it_is_looked_at() -> None:
    seen: set[type[Any]] = set()
    bodies = [kind for op in TABLE if (kind := body_type(op)) is not None and kind is not Upload]
    found = dict(pair for kind in bodies for pair in demanded(kind, seen))
    assert found, "there are such texts"
    assert {name for name, patterned in found.items() if not patterned} == set(LOOKED_AT)


@pytest.mark.parametrize("text", INVISIBLE.values(), ids=INVISIBLE)
async def test_it_pauses_nothing_decides_nothing_and_ends_nothing(city: City, text: str) -> None:
    case = await noticed(city)
    path, lobby = f"/cases/{case.id}", (await facts_of(case)).lobbies[0].unit_id
    paper = await paper_of(city, "owner7")
    for who, where, body in (
        ("owner5", "/objections", {"text": text}),
        ("clerk", "/paper-objections", paper | {"text": text}),
        ("clerk", "/hold", {"reason": text}),
        (
            "clerk",
            f"/lobbies/{lobby}/refusal",
            {"reason": text},
        ),
    ):
        status, said = await post(city, who, path + where, body)
        assert status in {400, 403, 422}, (where, status, said)
    assert (await facts_of(case)).state == "noticed"
    filed = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    for who, where, body in (
        ("reviewer", "/dismissal", {"reason": text}),
        ("reviewer", "/upholding", {"then": "end", "reason": text}),
        ("clerk", "/unmasking", {"reason": text}),
        ("clerk", "/text", {"release": "whole", "reason": text}),
        ("clerk", "/text", {"release": "summary", "text": text, "reason": "理由"}),
    ):
        status, said = await post(city, who, filed + where, body)
        assert status in {400, 422}, (where, status, said)
    assert (await facts_of(case)).state == "paused"
    await done(city, "reviewer", f"{filed}/dismissal", {"reason": f"{text}不成立"})
    status, _ = await post(city, "owner5", f"{filed}/review", {"text": text})
    assert status == 422
    row = await one("SELECT count(*)::int AS n FROM objection WHERE state <> 'dismissed'")
    assert row == {"n": 0}


async def test_nor_does_it_take_an_application_back(city: City) -> None:
    trip = await Journey.applied(city)
    body = {"reason": INVISIBLE["Hangul fillers"]}
    assert await refused(city, "owner1", f"/cases/{trip.id}/withdrawal", body) == (
        "422 ReasonMissing"
    )
