"""Special accounts 电梯保险专户: what must be in one, how homes share it, what may go back.

Of an independent owner (附件二(三)) or of the owners of a scope with added elevators (四(四)).
Whole fen; nothing here reads a clock or a database.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

from rules.cases import OVER, State
from rules.flows.money import Purse
from rules.money import split, yuan
from rules.refusals.votes import NotScrapped, SharesDiffer, TooMuch
from rules.words.word import titled

METHODS: Mapping[str, str] = {"area": "按专有部分面积", "equal": "按户均摊", "custom": "按约定份额"}
Method = Annotated[Literal["area", "equal", "custom"], titled(METHODS)]


def required_fen(premium_fen: int, years: int) -> int:
    """What the account must hold before a contract for a year, in fen: the premiums of the years
    paid in at once that are left, this one included.

    An independent owner's first case: of all years. A renewal at a higher premium asks for the
    difference, at a lower one for nothing. Added elevators pay year by year. 二(三)3, 四(四).
    """
    return premium_fen * max(1, years)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a case has to do with the account it is paid from; whole fen.

    `paid_in_fen`: receipts less refunds; `counted_fen`: what its plan counts as being there;
    `held_fen`: reserved, or paid out, for it; `owed_fen`: its homes' parts, None before they stand.
    """

    state: State
    paid_in_fen: int
    counted_fen: int
    held_fen: int
    owed_fen: int | None


def promised_fen(of_scope: bool, claims: Iterable[Claim]) -> int:
    """What of the free money of an account is there for these cases, and so for no other.

    Under way: what a case counts on and does not hold yet. Of a scope's account besides what homes
    may have back: of a case that came to nothing all they paid in, else what is above their parts.
    What a cheaper contract left is everybody's; what a sole owner has left is the owner's.
    """
    return sum(max(0, _promised(of_scope, one)) for one in claims)


def _promised(of_scope: bool, claim: Claim) -> int:
    done = claim.state in {State.PAID, State.INSURED}
    if not of_scope:
        over = done or claim.state in OVER
        return 0 if over else max(claim.paid_in_fen, claim.counted_fen) - claim.held_fen
    if claim.state in OVER:
        return claim.paid_in_fen
    if done or claim.held_fen:
        theirs = claim.held_fen if claim.owed_fen is None else claim.owed_fen
        return claim.paid_in_fen - theirs
    return max(claim.paid_in_fen, claim.counted_fen)


def kept_for_years_fen(claims: Sequence[Claim]) -> int:
    """What a sole owner's cases, in their order, count on for their years: by the last that says
    so, what it found in the account less what is reserved or paid for its own year. 二(三)3."""
    saying = [one for one in claims if one.state not in OVER and one.counted_fen]
    return max(0, saying[-1].counted_fen - saying[-1].held_fen) if saying else 0


def to_share_fen(needed_fen: int, gathered_fen: int, paid_in_fen: int) -> int:
    """What the homes' parts of a plan sum to: what is lacking, and what they paid in for the case
    before, for an earlier plan, which counts towards their parts."""
    return min(needed_fen, max(0, needed_fen - gathered_fen + paid_in_fen))


def years_left(purse: str, years: int, taken: int) -> int:
    """For how many further years running elevators are to be paid for out of the account.

    `taken` years are paid, or held for a case under way. Owners of added elevators pay in year by
    year, so what is there is for one year; a sole owner has paid in all of them.
    """
    return max(0, years - taken) if purse == Purse.SOLE else 1


def came_to_something(case: Mapping[str, Any]) -> bool:
    """Whether a case of the account (its `state`) did not come to nothing."""
    return State(case["state"]) not in OVER


def running_years(cases: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of the account's cases (`state`, `renews`), oldest first, those of the years paid in at once
    last: the last first case and what renewed it."""
    found = [case for case in cases if came_to_something(case)]
    roots = [nth for nth, case in enumerate(found) if not case["renews"]]
    return found[roots[-1] :] if roots else found


def refundable_fen(
    available_fen: int, premiums: Mapping[str, int], scrapped: Set[str], left: int
) -> int:
    """What may go back when elevators are scrapped: what is free, less the premiums of the years
    left for those that still run, by the last plan. 二(三).

    Nothing while none is scrapped.
    """
    if not scrapped & premiums.keys():
        return 0
    running = sum(fen for key, fen in premiums.items() if key not in scrapped)
    return max(0, available_fen - running * left)


def refuse_refund(amount_fen: int, refundable: int, any_scrapped: bool) -> None:
    """Returns if so much may go back. Refuses NotScrapped, TooMuch (`refundable_fen`)."""
    if not any_scrapped:
        raise NotScrapped()
    if amount_fen > refundable:
        raise TooMuch(f"最多可退 {yuan(refundable)} 元", refundable_fen=refundable)


def shared(
    total_fen: int,
    areas: Mapping[UUID, int],
    method: Method,
    agreed: Sequence[tuple[UUID, int]] = (),
) -> dict[UUID, int]:
    """Each home's part of the total by the method, in fen; the parts sum to it exactly. R3.7.

    `areas` are the counting homes of the scope in cm2. Refuses SharesDiffer when agreed parts name
    a home twice or one that is not there, or do not sum to the total, or when no home counts.
    """
    if method == "custom":
        return _agreed(total_fen, areas, agreed)
    if agreed:
        raise SharesDiffer("只有按约定份额分摊时才逐户列明金额")
    weights = areas if method == "area" else dict.fromkeys(areas, 1)
    if not any(weights.values()):
        raise SharesDiffer("该范围内没有可以分摊的房屋")
    return split(total_fen, weights)


def _agreed(
    total_fen: int, areas: Mapping[UUID, int], agreed: Sequence[tuple[UUID, int]]
) -> dict[UUID, int]:
    parts = dict(agreed)
    if len(parts) != len(agreed):
        raise SharesDiffer("同一户只能列一次")
    if parts.keys() - areas.keys():
        raise SharesDiffer("列有不属于该楼栋或单元的房屋")
    sum_fen = sum(parts.values())
    if sum_fen != total_fen:
        raise SharesDiffer(sum_fen=sum_fen, total_fen=total_fen)
    return {home: parts.get(home, 0) for home in areas}


def shares_words(method: str, total_fen: int, homes: int) -> str:
    """The proposal as a vote's question names it."""
    return f"{METHODS[method]}由 {homes} 户分摊，合计 {yuan(total_fen)} 元"
