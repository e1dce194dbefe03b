"""Every write open to a person or an owner, tried by another login of the same owner. R2.5."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest

from handlers.route import TABLE
from models.base import sql
from rules.cases import State
from rules.people import Role
from server import operations
from tests.handlers.objecting import done, noticed, objects, see, token
from tests.handlers.people.second_login import bound_too
from tests.handlers.people.test_claims import claimed
from tests.handlers.votes.polling import casts, opened
from tests.world import City

assert operations, "importing it fills the table"

OWNER, OTHER = "owner2", "stranger"

STARTS = "something of the login's own, in its own name"
APPLICANT = "an applicant's, who signed with this very login or acts on papers of their own"
TOLD = "also another login's, and everybody concerned is told"
DENIES = "an owner's word that nothing came: the home is only to be served anew"
LOOKED_AT = "a person at the Centre looks at it before it counts"
HELD: dict[str, str] = {
    "apply_for_insurance": STARTS,
    "ask_appointment": STARTS,
    "ask_login_change": TOLD,
    "begin_face_check": STARTS,
    "bind_home": TOLD,
    "bind_offered_home": TOLD,
    "claim_home": STARTS,
    "collect_invitation": STARTS,
    "contest_binding": TOLD,
    "contest_login_change": TOLD,
    "contest_vote_service": DENIES,
    "correct_case": APPLICANT,
    "end_proxy": TOLD,
    "end_representative": TOLD,
    "post_last_photo": LOOKED_AT,
    "set_privacy_consent": STARTS,
    "ask_correction": LOOKED_AT,
    "withdraw_correction": STARTS,
    "erase_account": STARTS,
    "flag_emergency": APPLICANT,
    "issue_paper": APPLICANT,
    "log_out": STARTS,
    "post_evidence": LOOKED_AT,
    "propose_shares": APPLICANT,
    "read_all_messages": STARTS,
    "report_bare_lobby": LOOKED_AT,
    "record_consents": STARTS,
    "refresh_login": STARTS,
    "request_payout": APPLICANT,
    "set_phone": STARTS,
    "sign_contract": APPLICANT,
    "upload_file": STARTS,
    "withdraw_case": APPLICANT,
}
"""Operations by which nothing of another login is changed, or not unseen, and why."""

Try = tuple[str, str, Any]
Make = Callable[[City], Awaitable[Try]]


async def _objection(city: City) -> str:
    made = await objects(city, await noticed(city), OWNER)
    return f"/objections/{made['objection_id']}"


async def withdraw_objection(city: City) -> Try:
    return "POST", f"{await _objection(city)}/withdrawal", None


async def ask_review(city: City) -> Try:
    path = await _objection(city)
    await done(city, "reviewer", f"{path}/dismissal", {"reason": "已核实"})
    return "POST", f"{path}/review", {"text": "不服"}


async def settle_objection(city: City) -> Try:
    path, paper = await _objection(city), await city.paper("clerk")
    await done(city, "clerk", f"{path}/proposal", {"record_file_id": paper})
    return "POST", f"{path}/settlement", {"record_file_id": paper}


async def file_objection(city: City) -> Try:
    case = await noticed(city)
    await objects(city, case, OWNER)
    return "POST", f"/cases/{case.id}/objections", {"text": "以其名义另提一份"}


async def cast_ballot(city: City) -> Try:
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    city.clock.advance(seconds=1)
    return "POST", f"/votes/{vote['id']}/ballots", {"choice": "against"}


async def sign_case(city: City) -> Try:
    case = await noticed(city, State.SIGNING)
    await done(city, OWNER, f"/cases/{case.id}/signatures")
    return "POST", f"/cases/{case.id}/signatures", None


async def withdraw_signature(city: City) -> Try:
    case = await noticed(city, State.SIGNING)
    await done(city, OWNER, f"/cases/{case.id}/signatures")
    return "DELETE", f"/cases/{case.id}/signatures/mine", None


async def leave_home(city: City) -> Try:
    [bound, *_] = (await see(city, OWNER, "/bindings"))[1]["items"]
    return "DELETE", f"/bindings/{bound['binding_id']}", None


async def withdraw_binding_claim(city: City) -> Try:
    home = str(city.roll.people["owner4"].homes[0])
    claim = await claimed(city, OWNER, home_id=home)
    return "DELETE", f"/binding-claims/{claim['id']}", None


async def withdraw_login_change(city: City) -> Try:
    one, at = city.roll.people[OWNER], city.clock()
    [row] = await sql(
        "INSERT INTO login_change (id, person_id, owner_id, home_id, how, state, made_at, due_at,"
        " contest, answer) VALUES (gen_random_uuid(), $1, $2, $3, 'face', 'waiting', $4, $4, '',"
        " '') RETURNING id::text AS id",
        one.person_id,
        one.owner_id,
        one.homes[0],
        at,
    )
    return "DELETE", f"/login-changes/{row['id']}", None


async def end_appointment(city: City) -> Try:
    body = {
        "community_id": str(city.roll.here.community),
        "role": "committee",
        "body_name": "示例业主委员会",
        "name": "示例",
        "file_id": await city.paper(OWNER),
        "from_on": "2025-09-01",
        "to_on": "2026-08-31",
    }
    made = await city.must("POST", "/appointments", await city.login(OWNER), body)
    return "POST", f"/appointments/{made['id']}/end", {"reason": "代为终止"}


async def end_session(city: City) -> Try:
    [one, *_] = (await see(city, OWNER, "/sessions"))[1]["items"]
    return "DELETE", f"/sessions/{one['id']}", None


async def read_message(city: City) -> Try:
    await objects(city, await noticed(city), OWNER)
    await opened(city)
    [one, *_] = (await see(city, OWNER, "/inbox"))[1]["items"]
    return "POST", f"/inbox/{one['id']}/read", None


TRIED: tuple[Make, ...] = (
    ask_review,
    cast_ballot,
    end_appointment,
    end_session,
    file_objection,
    leave_home,
    read_message,
    settle_objection,
    sign_case,
    withdraw_binding_claim,
    withdraw_login_change,
    withdraw_objection,
    withdraw_signature,
)


def test_every_write_of_an_owner_is_tried_or_says_why_not() -> None:
    """A new one has to be thought about."""
    open_to = {Role.OWNER, Role.PERSON}
    named = {op.name for op in TABLE if not op.reads and op.who & open_to}
    assert named == {one.__name__ for one in TRIED} | set(HELD)
    assert not {one.__name__ for one in TRIED} & set(HELD)


_KEPT = [
    "objection",
    "signature",
    "ballot",
    "binding",
    "binding_claim",
    "appointment",
    "login_change",
    "message",
    "session",
]


async def kept(owner_person: UUID) -> dict[str, str]:
    """What there is of this person, and every objection and ballot."""
    found = {}
    for table in _KEPT:
        column = "to_id" if table == "message" else "person_id"
        whose = "true" if table in ("objection", "ballot") else f"{column} = $1"
        rows = await sql(
            f"SELECT coalesce(string_agg(t::text, '|' ORDER BY t.id), '') AS said FROM {table} t"
            f" WHERE {whose} AND $1::uuid IS NOT NULL",
            owner_person,
        )
        found[table] = rows[0]["said"]
    return found


@pytest.mark.parametrize("make", TRIED, ids=lambda make: make.__name__)
async def test_another_login_changes_nothing(city: City, make: Make) -> None:
    """It is refused, and whatever the first login did stands as it was."""
    method, path, body = await make(city)
    await bound_too(city, OTHER, OWNER)
    before = await kept(city.roll.people[OWNER].person_id)
    status, answer = await city.call(method, path, await token(city, OTHER), body)
    assert status in (403, 404, 409), (status, answer)
    assert await kept(city.roll.people[OWNER].person_id) == before
