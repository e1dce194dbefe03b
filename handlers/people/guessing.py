"""Guesses at somebody's papers are bounded, and never keep the owner out. R2.8.

Failures are counted before they are judged, for the login and for the home, for good; the waits
between them grow. The count of a home stops strangers only: whoever has the roll's phone in WeChat,
or shows the face, is not asked how often others have failed.
"""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from handlers.route import Context
from models.people import guesses
from models.people.bindings import BindingAttempt
from models.people.guesses import Counted
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
        raise _locked_out(before, ctx.now)
    await guesses.count_home(body.home_id, ctx.now)
    attempt = await BindingAttempt.create(person_id=ctx.id, home_id=body.home_id, at=ctx.now)
    return attempt.id


def _locked_out(before: Counted, now: datetime) -> TooManyAttempts:
    """What somebody hears who has to wait; the security log calls it by its name."""
    words, left = "核对失败次数过多，请带证件到住保中心办理", 365 * 86_400
    if before.failures < LIFETIME:
        words = "核对次数过多，请稍后再试，或者提交材料由工作人员审核"
        left = int((next_try(before.failures, before.last_at) - now).total_seconds()) + 1
    refusal = TooManyAttempts(words, retry_after_seconds=left)
    refusal.noted = "lockout"
    return refusal


async def it_matched(ctx: Context, tried: UUID, home_id: UUID) -> None:
    """The try was no failure after all."""
    await BindingAttempt.filter(id=tried).update(matched=True)
    await guesses.forgive("person", ctx.id)
    await guesses.forgive("home", home_id)
