"""Guesses at somebody's papers are bounded, and never keep the owner out. R2.8.

Failures are counted before they are judged, for the login and for the home, for good; the waits
between them grow. The count of a home stops strangers only: whoever has the roll's phone in WeChat,
or shows the face, is not asked how often others have failed.
"""

from typing import Protocol
from uuid import UUID

from handlers.route import Context
from models.people import guesses
from models.people.bindings import BindingAttempt
from rules.identity import LIFETIME, next_try
from rules.refusals.asking import TooManyAttempts


class Guess(Protocol):
    """What is claimed: a home, perhaps with a face check."""

    @property
    def home_id(self) -> UUID: ...


async def begin_try(ctx: Context, body: Guess) -> UUID:
    """The id of this try, which stays although the request may be refused.

    Raises TooManyAttempts while the login has to wait, and for good after a lifetime of failures.
    """
    before = await guesses.count(ctx.id, ctx.now)
    if before is not None:
        if before.failures >= LIFETIME:
            raise TooManyAttempts(
                "核对失败次数过多，请带证件到住保中心办理", retry_after_seconds=365 * 86_400
            )
        left = int((next_try(before.failures, before.last_at) - ctx.now).total_seconds()) + 1
        raise TooManyAttempts(
            "核对次数过多，请稍后再试，或者提交材料由工作人员审核", retry_after_seconds=left
        )
    await guesses.count_home(body.home_id, ctx.now)
    attempt = await BindingAttempt.create(person_id=ctx.id, home_id=body.home_id, at=ctx.now)
    return attempt.id


async def it_matched(ctx: Context, tried: UUID, home_id: UUID) -> None:
    """The try was no failure after all."""
    await BindingAttempt.filter(id=tried).update(matched=True)
    await guesses.forgive("person", ctx.id)
    await guesses.forgive("home", home_id)
