"""Benchmark rates, bank accounts, placement rounds, deposits and the banks' advices. Section 4."""

from handlers.deposits import (
    accounts,
    advices,
    offers,
    placing,
    rates,
    reading,
    reminding,
    reversing,
    rounds,
    settlements,
    settling,
    taking,
)

__all__ = [
    "accounts",
    "advices",
    "offers",
    "placing",
    "rates",
    "reading",
    "reminding",
    "reversing",
    "rounds",
    "settlements",
    "settling",
    "taking",
]
