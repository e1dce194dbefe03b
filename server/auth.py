"""Who asks: one statement from a token to a principal with every role held at this moment."""

from datetime import datetime
from uuid import UUID

from handlers.route import NOBODY, Principal, Secrets
from models.people.sessions import bearer_of
from rules.days import beijing_date
from rules.people import VISITORS, Role
from rules.refusals.asking import NotLoggedIn


async def principal(authorization: str | None, at: datetime, secrets: Secrets) -> Principal:
    """Who holds this bearer token now; NOBODY without one.

    Raises NotLoggedIn for a token that is unknown, expired or revoked.
    """
    if not authorization:
        return NOBODY
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > 200 or not token.isascii():
        raise NotLoggedIn()
    try:
        _, token_hash = secrets.token_hash(token.strip())
    except LookupError as error:
        raise NotLoggedIn() from error
    row = await bearer_of(token_hash, at, beijing_date(at))
    if row is None:
        raise NotLoggedIn()
    return _person(row) if row["person_id"] else _account(row)


def _person(row: dict[str, object]) -> Principal:
    roles = set(VISITORS)
    if row["owns"]:
        roles.add(Role.OWNER)
    standings = row["standings"]
    assert isinstance(standings, list)
    roles.update(Role(name) for name in standings)
    return Principal(
        "person",
        id=_id(row["person_id"]),
        roles=frozenset(roles),
        session_id=_id(row["session_id"]),
        openid=str(row["openid"]),
    )


def _account(row: dict[str, object]) -> Principal:
    roles = {Role.PUBLIC, *(Role(name) for name in str(row["roles"]).split(",") if name)}
    logins = row["logins"]
    assert isinstance(logins, list)
    return Principal(
        "account",
        id=_id(row["account_id"]),
        roles=frozenset(roles),
        session_id=_id(row["session_id"]),
        insurer_id=_id(row["insurer_id"]),
        community_id=_id(row["community_id"]),
        logins=frozenset(logins),
        waits=bool(row["waits"]),
        fresh=bool(row["fresh"]),
    )


def _id(value: object) -> UUID | None:
    return None if value is None else UUID(str(value))
