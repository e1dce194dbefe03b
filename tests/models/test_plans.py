"""What people ask often is found by an index, however many others there are."""

from typing import Any
from uuid import uuid4

from models.base import sql
from models.listing import Listing
from models.people import binding_endings, bindings, claims, guesses
from models.votes.reading import OWN_BALLOTS
from tests.plans import read_whole, written_out

ID = str(uuid4())
PERSON = {"person_id": ID, "today": "2025-01-01"}
LISTS: dict[str, tuple[Listing, dict[str, Any]]] = {
    "bindings": (bindings.BINDINGS, PERSON),
    "offered homes": (bindings.OFFERED, PERSON | {"unbound": True}),
    "bindings of a home": (binding_endings.OF_HOME, {"home_id": ID, "person_id": ID}),
    "contests": (binding_endings.CONTESTS, {"person_id": ID}),
    "claims": (claims.CLAIMS, {"person_id": ID}),
    "guessed homes": (guesses.GUESSED, {}),
    "own ballots": (OWN_BALLOTS, {"person_id": ID, "vote_id": ID}),
}
SMALL = {"file"}
"""Of each row a few papers, by their own numbers: a plan without statistics does not know it."""


async def test_nobody_reads_all_for_a_few(database: str) -> None:
    found = {}
    for name, (listing, given) in LISTS.items():
        if whole := await read_whole(written_out(listing, given)) - SMALL:
            found[name] = whole
    (row,) = await sql("SELECT prosrc FROM pg_proc WHERE proname = 'logins_with'")
    text = row["prosrc"].replace("= login", f"= '{ID}'")
    found["logins of one person"] = await read_whole(text)
    assert {name: whole for name, whole in found.items() if whole} == {}
