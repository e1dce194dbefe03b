"""What the banks say, as remembered: statements, lines, matches, notes, certificates. R3.9.

The row of the bank account is the lock: whoever takes a statement, matches or certifies holds it,
so that two people never use the same line or decide on different balances.
"""

from models.banking.tables import (
    BankLayout,
    BankLine,
    BankMatch,
    BankMatched,
    BankNote,
    BankStatement,
    Reconciliation,
)

__all__ = [
    "BankLayout",
    "BankLine",
    "BankMatch",
    "BankMatched",
    "BankNote",
    "BankStatement",
    "Reconciliation",
]
