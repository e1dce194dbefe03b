"""What a step of a case does to money: the table of every flow, on one page. R3.3, R3.4.

`moves` is asked where a case changes state (`handlers.steps.take`) and nowhere else. A row reads:
led from one of these states to one of those, this is done to the flow's purse, by this clause.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.cases import OVER, Facts, State
from rules.ledger import JournalKind

S = State


class Purse(StrEnum):
    """Whose money pays a premium. R3.3."""

    POOL = "pool"
    """统筹账户 of the scope: value-added income."""
    HOMES = "homes"
    """The homes' own funds; what they lack owners pay in, to an account of the case."""
    SCOPE = "scope"
    """电梯保险专户 of the owners of a scope with added elevators, paid in year by year."""
    SOLE = "independent"
    """电梯保险专户 of a sole owner, paid in for several years at once."""
    NONE = "none"
    """Nothing of the Centre's: the policy was paid for elsewhere."""


PAYOUTS = {
    Purse.POOL: JournalKind.POOLED_PAYOUT,
    Purse.HOMES: JournalKind.FUND_PAYOUT,
    Purse.SCOPE: JournalKind.SPECIAL_PAYOUT,
    Purse.SOLE: JournalKind.SPECIAL_PAYOUT,
}
"""As what the books enter a premium that the purse pays: which accounts it may touch (R3.3)."""


class Move(StrEnum):
    """What is done to a purse."""

    OPEN = "open"
    """The scope's special account is opened, where it was not."""
    PROPOSE = "propose"
    """What owners must pay in is divided among the homes by area, until they propose otherwise."""
    SHARE = "share"
    """Each home's part stands."""
    HOLD = "hold"
    """The year's premium is reserved for this version of the plan."""
    RELEASE = "release"
    """What the version before held is given back to where it was held."""
    CAPTURE = "capture"
    """The contract's premium is paid out of the holds, and the rest of them given back."""
    RETURN = "return"
    """All that was paid in for the case may go back, by entries of two people each."""


MOVES: Mapping[Move, str] = {
    Move.OPEN: "开设专户（未开设的）",
    Move.PROPOSE: "按面积提出分摊方案",
    Move.SHARE: "各户份额确定",
    Move.HOLD: "预留一年保费",
    Move.RELEASE: "释放预留",
    Move.CAPTURE: "从预留中拨付，余额释放",
    Move.RETURN: "缴款可全部退还（两人办理）",
}
"""The moves as people read them."""

When = Callable[[Facts, Facts], bool]


def always(before: Facts, after: Facts) -> bool:
    """Whatever else changed."""
    return True


def had_plan(before: Facts, after: Facts) -> bool:
    """A plan was in force, which holds or may hold."""
    return before.version > 0 and before.premium_fen > 0


def became_whole(before: Facts, after: Facts) -> bool:
    """All that this version needs is in the account, and was not before."""
    same = before.version == after.version
    return _whole(after) and not (same and _whole(before))


def _whole(facts: Facts) -> bool:
    return facts.collection is not None and facts.collection.complete


@dataclass(frozen=True)
class Row:
    """Led from one of `before` to one of `after`, the purse is moved so, if `when`."""

    move: Move
    before: frozenset[State]
    after: frozenset[State]
    clause: str
    when: When = always
    condition: str = ""
    """`when` as people read it."""


def _at(*states: State) -> frozenset[State]:
    return frozenset(states)


ANY = frozenset(State)
UNDER_WAY = ANY - OVER - _at(S.ACCEPTED, S.RETURNED, S.PAID, S.INSURED)
"""Where a plan in force may hold."""

PLANNED = _at(S.ACCEPTED), _at(S.PLANNED)
CARRIED = _at(S.VOTING), _at(S.VOTED)
PAID = _at(S.PREPARED), _at(S.PAID)
ENDED = ANY - OVER, OVER
REPLANNED = ANY - _at(S.ACCEPTED), _at(S.ACCEPTED)
GATHERED = ANY, UNDER_WAY
PLANNED_BEFORE, WHOLE_NOW = "已有方案", "应缴的刚好缴齐"

GIVEN_UP = (
    Row(Move.RELEASE, *ENDED, "第6节；R3.4", had_plan, PLANNED_BEFORE),
    Row(Move.RELEASE, *REPLANNED, "附件二(一)4；R3.4、R7.6", had_plan, PLANNED_BEFORE),
)

POOL = (
    Row(Move.HOLD, *PLANNED, "附件二(一)3；R3.4"),
    Row(Move.CAPTURE, *PAID, "附件二(一)7；R3.4、R9.3"),
    *GIVEN_UP,
)

HOMES = (
    Row(Move.SHARE, *PLANNED, "附件二(二)3；R3.7"),
    Row(Move.HOLD, *PLANNED, "附件二(二)3；R3.4"),
    Row(Move.CAPTURE, *PAID, "附件二(二)6；R3.4、R9.3"),
    *GIVEN_UP,
    Row(Move.RETURN, *ENDED, "附件二(二)6；R3.2"),
)

SCOPE = (
    Row(Move.OPEN, *PLANNED, "四(四)"),
    Row(Move.PROPOSE, *PLANNED, "四(四)；R3.7"),
    Row(Move.SHARE, *CARRIED, "四(四)；R3.7"),
    Row(Move.HOLD, *GATHERED, "四(四)；R3.4", became_whole, WHOLE_NOW),
    Row(Move.CAPTURE, *PAID, "四(四)；R3.4、R9.3"),
    *GIVEN_UP,
    Row(Move.RETURN, *ENDED, "四(四)；R3.2"),
)

SOLE = (
    Row(Move.HOLD, *GATHERED, "附件二(三)3；R3.4", became_whole, WHOLE_NOW),
    Row(Move.CAPTURE, *PAID, "附件二(三)4；R3.4、R9.3"),
    *GIVEN_UP,
    Row(Move.RETURN, *ENDED, "附件二(三)3；R3.2"),
)


def moves(table: tuple[Row, ...], before: Facts, after: Facts) -> tuple[Move, ...]:
    """What the step that led from these facts to those does to the purse, in the table's order."""
    return tuple(
        row.move
        for row in table
        if before.state in row.before and after.state in row.after and row.when(before, after)
    )


def all_goes_back(table: tuple[Row, ...], state: State) -> bool:
    """Whether all that was paid in for a case in this state may go back, not only what is above
    its homes' parts."""
    return any(row.move is Move.RETURN and state in row.after for row in table)
