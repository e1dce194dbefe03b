"""How a vote was served on owners, and what came of it, in words. R8.2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rules.people import ROLE_TITLES, Role

HOWS = {"in_person": "当面送达", "post": "邮寄", "message": "短信或微信", "posted": "张贴于户门"}
KINDS = {"proof": "登记送达", "withdrawal": "撤销送达登记"}
SERVE_AS = (Role.CLERK, Role.COMMITTEE, Role.MANAGER)
"""In what capacity one enters that a vote was served; of several the first counts."""


@dataclass(frozen=True, slots=True)
class ServedNow:
    """Service on a home as it stands: when it was proven, when its owner last denied it."""

    served_at: datetime | None
    contested_at: datetime | None


def proves(home: ServedNow, entered_at: datetime) -> bool:
    """Whether a proof entered then makes the home served: the first proof stands, and what was
    entered before an owner denied it does not answer that. R8.2."""
    return home.served_at is None and (home.contested_at is None or home.contested_at < entered_at)


def takes_back(home: ServedNow, entered_at: datetime) -> bool:
    """Whether a withdrawal entered then undoes the home's proof: not one that came after it."""
    return home.served_at is not None and home.served_at <= entered_at


def capacity_of(roles: frozenset[Role]) -> Role | None:
    """In what capacity whoever has these roles serves owners; None in none."""
    return next((role for role in SERVE_AS if role in roles), None)


def by_words(role: str) -> str:
    """By whom, as owners are told: the capacity, never a name."""
    return ROLE_TITLES[Role(role)] if role else "住保中心"


def result_words(
    homes: int, served: int, ways: Mapping[str, int], followed: tuple[int, int]
) -> str:
    """With how many homes' service the result came about, and how many silent heads and homes
    counted because of it."""
    told = "、".join(f"{HOWS[how]}{ways[how]}户" for how in HOWS if ways.get(how))
    heads, followed_homes = followed
    came = (
        f"因此随多数计入的未表态业主{heads}人、{followed_homes}户"
        if heads
        else ("没有未表态的业主因此计入")
    )
    return f"名册{homes}户中，两人登记证明送达的{served}户{f'（{told}）' if told else ''}；{came}"
