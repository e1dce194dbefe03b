"""Benchmark rates, bank accounts, placement rounds, deposits and the banks' advices. Section 4."""

from handlers.deposits import accounts, offers, rates, rounds

__all__ = ["accounts", "offers", "rates", "rounds"]
