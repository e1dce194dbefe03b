"""At the banks: benchmark rates, accounts, placement rounds, deposits. R4.1, R4.2."""

from models.deposits.tables import (
    BankAccount,
    BenchmarkRate,
    Deposit,
    DepositTerm,
    PlacementOffer,
    PlacementRound,
    Settlement,
    SettlementReversal,
)

__all__ = [
    "BankAccount",
    "BenchmarkRate",
    "Deposit",
    "DepositTerm",
    "PlacementOffer",
    "PlacementRound",
    "Settlement",
    "SettlementReversal",
]
