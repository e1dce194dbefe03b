"""How often staff log-ins failed, by where they came from. R12.8.

A stranger who guesses is stopped where the guesses come from, and nobody else. Guesses from many
places at once are stopped wherever the account was not logged in from lately: where its bearer
works, no stranger can keep the bearer out.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.ids import new_id

ELSEWHERE = "*"
"""What all places count as one under that the account was not logged in from lately."""

MOST_HERE = 5
"""So many failures in a row and the place waits a quarter of an hour, then twice as long with each
so many more, a day at the most: one place alone comes to 35 in a day."""
MOST_ELSEWHERE = 50
"""So many failures from places that are not known, and those wait for a day."""
KNOWN_DAYS = 30
"""How long a place stays known after a log-in from there."""


class LoginGuess(Row):
    """Failures in a row of one account's log-ins from one network, and from `ELSEWHERE`; they are
    forgotten a day after the last. Nobody gets in from there before `locked_until`."""

    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Account", on_delete=fields.CASCADE
    )
    account_id: UUID
    network = fields.CharField(64)
    failures = fields.SmallIntField()
    last_at = fields.DatetimeField(db_index=True)
    locked_until = fields.DatetimeField(null=True)
    known_at = fields.DatetimeField(null=True)

    class Meta:
        table = "login_guess"
        unique_together = (("account_id", "network"),)


_FRESH = "g.last_at > $4::timestamptz - interval '1 day'"
_ANEW = f"""
    ON CONFLICT (account_id, network) DO UPDATE
   SET failures = CASE WHEN {_FRESH} THEN g.failures + 1 ELSE 1 END, last_at = $4,
       locked_until = CASE WHEN {_FRESH} AND {{full}} THEN $4::timestamptz + {{wait}} END
 WHERE g.locked_until IS NULL OR g.locked_until <= $4
"""
_HERE = _ANEW.format(
    full=f"(g.failures + 1) % {MOST_HERE} = 0",
    wait="least(interval '15 minutes'"
    f" * power(2, (g.failures + 1) / {MOST_HERE} - 1), interval '1 day')",
)
_ELSEWHERE = _ANEW.format(full=f"g.failures + 1 >= {MOST_ELSEWHERE}", wait="interval '1 day'")
_KNOWN = f"known_at > {{at}}::timestamptz - interval '{KNOWN_DAYS} days'"

# Counted before it is judged: a hundred guesses at once get five answers, and a guess that fails
# stays counted though its transaction never begins. What is stopped here is not counted elsewhere.
_COUNT = f"""
WITH tried AS (
    SELECT id, password_hash, totp_cipher FROM account
     WHERE username = $1 AND disabled_at IS NULL AND password_hash IS NOT NULL
), here AS (
    INSERT INTO login_guess AS g (id, account_id, network, failures, last_at)
    SELECT $2::uuid, id, $3, 1, $4::timestamptz FROM tried {_HERE}
    RETURNING account_id, coalesce({_KNOWN.format(at="$4")}, false) AS known, locked_until
), elsewhere AS (
    INSERT INTO login_guess AS g (id, account_id, network, failures, last_at)
    SELECT $5::uuid, account_id, '{ELSEWHERE}', 1, $4 FROM here WHERE NOT known {_ELSEWHERE}
    RETURNING account_id, locked_until
)
SELECT t.id, t.password_hash, t.totp_cipher, here.known OR e.account_id IS NOT NULL AS judged,
       here.locked_until IS NOT NULL OR e.locked_until IS NOT NULL AS locks
  FROM tried t LEFT JOIN here ON here.account_id = t.id LEFT JOIN elsewhere e ON e.account_id = t.id
"""


async def count(username: str, network: str, at: datetime) -> dict[str, Any] | None:
    """What a try from there is judged by: it counts as a failure until it is forgiven. `judged` is
    not true where nobody may try now; `locks`: so many failed that this one is the last for now.

    None for a username that is unknown, disabled or not yet taken up.
    """
    return await one(_COUNT, username, new_id(), network, at, new_id())


async def forgive(account_id: UUID, network: str, at: datetime) -> None:
    """The last try was right: the place is known from now on, and nothing failed there."""
    await sql(
        "UPDATE login_guess SET failures = failures - 1, locked_until = NULL"
        f" WHERE account_id = $1 AND network = '{ELSEWHERE}' AND failures > 0 AND NOT EXISTS"
        " (SELECT FROM login_guess h WHERE h.account_id = $1 AND h.network = $2"
        f" AND h.{_KNOWN.format(at='$3')})",
        account_id,
        network,
        at,
    )
    await know(account_id, network, at)


async def know(account_id: UUID, network: str, at: datetime) -> None:
    """The account's bearer was there, whatever failed before."""
    await sql(
        "INSERT INTO login_guess (id, account_id, network, failures, last_at, known_at)"
        " VALUES ($1, $2, $3, 0, $4, $4) ON CONFLICT (account_id, network) DO UPDATE"
        " SET failures = 0, locked_until = NULL, last_at = $4, known_at = $4",
        new_id(),
        account_id,
        network,
        at,
    )
