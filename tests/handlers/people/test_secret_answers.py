"""What opens something is in a repeated answer for minutes, and then nowhere. R12.4."""

import re
from collections.abc import Iterator
from typing import Any

from models.base import one
from server.door import SECRETS_KEPT
from server.operations import TABLE
from server.spec.document import api_rows
from server.spec.schemas import answer_type, components, is_struct, name_of
from tests.handlers.people.test_login import login_code
from tests.world import City

SECRET = re.compile(r"(^|_)(token|secret|password|nonce|totp|ticket|uri)$")
NO_SECRETS = {
    "accept_lobby": "the tokens of lobbies are printed on posters",
    "open_vote": "the vote's token is printed; whoever opens it has cast no ballot",
    "publish_notice": "the tokens of lobbies are printed on posters",
    "refuse_lobby": "the tokens of lobbies are printed on posters",
}
PRINTED = {"public_token"}
"""What everybody finds on a poster."""


def fields(schema: dict[str, Any], made: dict[str, Any], above: tuple[str, ...]) -> Iterator[str]:
    """The names of all fields of an answer, those of structs within it as well."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        if name not in above:
            yield from fields(made[name], made, (*above, name))
    for inner in [*schema.get("anyOf", []), schema.get("items", {})]:
        if isinstance(inner, dict) and inner:
            yield from fields(inner, made, above)
    for name, inner in schema.get("properties", {}).items():
        yield name
        yield from fields(inner, made, above)


def test_who_answers_a_secret_says_so() -> None:
    """Whatever is called like a secret, and whatever is masked elsewhere. A new one is declared."""
    made = components(api_rows(TABLE))
    holding = set()
    for op in api_rows(TABLE):
        answer = answer_type(op)
        if op.reads or not op.keyed or not is_struct(answer):
            continue
        names = set(fields(made[name_of(answer)], made, ())) - PRINTED
        if any(SECRET.search(name) for name in names) or "unmask" in op.name:
            holding.add(op.name)
    declared = {op.name for op in TABLE if op.secret}
    assert holding - declared == set(NO_SECRETS)
    # The session of a face check has another name.
    assert declared - holding == {"begin_face_check"}


async def test_a_token_is_repeated_for_ten_minutes(city: City) -> None:
    """To who asks as before; then the request is refused, though nobody swept yet."""
    sent = {"code": login_code(city)}
    first = await city.call("POST", "/login", "", sent, key="mine")
    assert first[0] == 201
    city.clock.advance(seconds=SECRETS_KEPT.total_seconds() - 1)
    assert await city.call("POST", "/login", "", sent, key="mine") == first
    city.clock.advance(seconds=1)
    status, body = await city.call("POST", "/login", "", sent, key="mine")
    assert (status, body["code"]) == (409, "KeyReused") and "十分钟" in body["detail"]


async def test_it_is_gone_from_the_database_then(city: City) -> None:
    """That it was answered stays for a week, as other answers do whole."""
    await city.must("POST", "/login", "", {"code": login_code(city)})
    await city.must("POST", "/inbox/read-all", await city.login("owner1"))
    count = "SELECT count(*)::int AS rows, count(answer)::int AS answers FROM answered"
    for minutes, left in ((9, 2), (1, 1)):
        city.clock.advance(minutes=minutes)
        await city.due()
        assert await one(count) == {"rows": 2, "answers": left}
