"""A random walk over holds, captures, releases, income and reversals against a pure model."""

import asyncio
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models.base import database as tortoise_config
from models.ledger import post, release, replay_differences, reverse
from models.ledger.reading import LINES
from models.listing import rows_of
from rules.ledger import Journal, JournalKind, Posting
from rules.refusals.ledger import HoldClosed, HoldExceeded, HoldMismatch, InsufficientFunds
from tests.models.books import DAY, NOW, Books, hold_one, open_books

POOLS = 2
OPENING_FEN = 1_000
"""Two holds and more fit in, else the walk would mostly meet empty pools."""
pools, fen = st.integers(0, POOLS - 1), st.integers(1, 400)


@dataclass
class Held:
    """What the model knows of a hold."""

    pool: int
    fen: int
    state: str = "open"
    paid_fen: int = 0


@dataclass
class Model:
    """The whole truth, in plain numbers."""

    balance: list[int] = field(default_factory=lambda: [OPENING_FEN] * POOLS)
    holds: dict[UUID, Held] = field(default_factory=dict)
    lines: list[list[int]] = field(default_factory=lambda: [[OPENING_FEN] for _ in range(POOLS)])
    seen: set[str] = field(default_factory=set)

    def held(self, pool: int) -> int:
        return sum(h.fen for h in self.holds.values() if h.pool == pool and h.state == "open")

    def available(self, pool: int) -> int:
        return self.balance[pool] - self.held(pool)

    def move(self, pool: int, fen: int) -> None:
        self.balance[pool] += fen
        self.lines[pool].append(fen)


class Walk(RuleBasedStateMachine):
    """Each rule does to the books what it does to the model, and they must agree."""

    cases, incomes = Bundle("cases"), Bundle("incomes")

    def __init__(self, runner: asyncio.Runner, seen: set[str]) -> None:
        super().__init__()
        self.runner = runner
        self.model = Model(seen=seen)

    @initialize()
    def open(self) -> None:
        self.books: Books = self.runner.run(open_books(POOLS, OPENING_FEN))

    def does(self, what: object, refusal: type[Exception] | None = None) -> None:
        """Run one transaction, which commits, or is refused exactly as the model expects."""

        async def transaction() -> None:
            async with in_transaction():
                await what()  # type: ignore[operator]

        if refusal is None:
            self.runner.run(transaction())
        else:
            self.model.seen.add(refusal.__name__)
            with pytest.raises(refusal):
                self.runner.run(transaction())

    @rule(target=incomes, pool=pools, amount=fen)
    def earn(self, pool: int, amount: int) -> tuple[UUID, int, int]:
        lines = (Posting(self.books.bank, amount), Posting(self.books.pools[pool], -amount))
        entry = Journal(JournalKind.INCOME, lines, DAY, f"income:{uuid4()}")
        ids: list[UUID] = []

        async def earn() -> None:
            ids.append(await post(entry, NOW, "walk"))

        self.does(earn)
        self.does(earn)
        self.model.move(pool, amount)
        return ids[0], pool, amount

    @rule(income=incomes)
    def undo(self, income: tuple[UUID, int, int]) -> None:
        journal_id, pool, amount = income
        undone = f"undone {journal_id}"
        if undone in self.model.seen:
            return self.does(partial(reverse, journal_id, DAY, NOW, "walk"))
        short = self.model.available(pool) < amount
        self.does(
            partial(reverse, journal_id, DAY, NOW, "walk"), InsufficientFunds if short else None
        )
        if not short:
            self.model.move(pool, -amount)
            self.model.seen |= {undone, "undone"}

    @rule(target=cases, pool=pools, amount=fen)
    def reserve(self, pool: int, amount: int) -> object:
        case_id = uuid4()
        short = self.model.available(pool) < amount
        self.does(
            partial(hold_one, self.books.pools[pool], case_id, 1, amount, NOW),
            InsufficientFunds if short else None,
        )
        if short:
            return multiple()
        self.model.holds[case_id] = Held(pool, amount)
        self.model.seen.add("held")
        return case_id

    @rule(case_id=cases)
    def reserve_again(self, case_id: UUID) -> None:
        known = self.model.holds[case_id]
        again = partial(hold_one, self.books.pools[known.pool], case_id, 1, known.fen, NOW)
        self.does(again, None if known.state == "open" else HoldClosed)

    @rule(case_id=cases)
    def reserve_another_sum(self, case_id: UUID) -> None:
        known = self.model.holds[case_id]
        again = partial(hold_one, self.books.pools[known.pool], case_id, 1, known.fen + 1, NOW)
        self.does(again, HoldMismatch if known.state == "open" else HoldClosed)

    @rule(case_id=cases)
    def give_back(self, case_id: UUID) -> None:
        known = self.model.holds[case_id]
        refusal = HoldClosed if known.state == "captured" else None
        self.does(partial(release, case_id, 1, NOW), refusal)
        if refusal is None:
            known.state = "released"
            self.model.seen.add("released")

    @rule(case_id=cases, less=st.integers(0, 3))
    def pay(self, case_id: UUID, less: int) -> None:
        known = self.model.holds[case_id]
        amount = max(1, known.fen - less)
        if known.state == "captured":
            return self.does(partial(self.books.pay, case_id, known.paid_fen))
        refusal = HoldClosed if known.state == "released" else None
        self.does(partial(self.books.pay, case_id, amount), refusal)
        if refusal is None:
            known.state, known.paid_fen = "captured", amount
            self.model.move(known.pool, -amount)
            self.model.seen.add("captured")

    @rule(case_id=cases)
    def pay_too_much(self, case_id: UUID) -> None:
        known = self.model.holds[case_id]
        refusal = HoldExceeded if known.state == "open" else HoldClosed
        pay = partial(self.books.pay, case_id, known.fen + 1, reference=f"more:{uuid4()}")
        self.does(pay, refusal)

    @invariant()
    def agree(self) -> None:
        if not hasattr(self, "books"):
            return
        for nth in range(POOLS):
            pool = self.runner.run(self.books.pool(nth))
            assert (pool.balance_fen, pool.held_fen) == (
                self.model.balance[nth],
                self.model.held(nth),
            )
            assert pool.available_fen >= 0

    def teardown(self) -> None:
        if not hasattr(self, "books"):
            return
        for nth in range(POOLS):
            asked = {"account_id": self.books.pools[nth]}
            rows = self.runner.run(rows_of(LINES, asked, limit=100))
            lines = [row["amount_fen"] for row in reversed(rows)]
            assert lines == self.model.lines[nth][-100:]
        assert self.runner.run(replay_differences()) == []


EVERYWHERE = {
    *(each.__name__ for each in (HoldClosed, HoldExceeded, HoldMismatch, InsufficientFunds)),
    *("held", "captured", "released", "undone"),
}
BATCHES_MAX = 20


def test_the_books_agree_with_the_model(database_url: str) -> None:
    """R3.2, R3.4; and the walk has been everywhere, so that it could have failed there.

    What is drawn depends on which modules are loaded, so walks are added until they have been.
    """
    seen: set[str] = set()
    with asyncio.Runner() as runner:
        context = TortoiseContext()
        runner.run(context.__aenter__())
        config = tortoise_config(database_url)
        runner.run(context.init(config=config, _enable_global_fallback=True))
        try:
            for nth in range(BATCHES_MAX):
                if seen >= EVERYWHERE:
                    break
                walk: Any = partial(Walk, runner, seen)
                seed(nth)(walk)
                run_state_machine_as_test(
                    walk,
                    settings=settings(
                        max_examples=25,
                        stateful_step_count=30,
                        deadline=None,
                        database=None,
                        suppress_health_check=list(HealthCheck),
                    ),
                )
        finally:
            runner.run(context.__aexit__(None, None, None))
    assert seen >= EVERYWHERE
