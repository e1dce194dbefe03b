"""Benchmark rates, bank accounts, placement rounds, deposits and the banks' advices. Section 4."""

from handlers.deposits import (
    accounts,
    advice_files,
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
    "advice_files",
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
