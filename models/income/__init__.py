"""The years of the books: their tables, how one is distributed, and how it explains itself.

`balances` and `weights` compute what a preview keeps, `gathering` keeps it, `closing` posts it,
`homes` gives the benchmark interest to the homes, `explaining` reads it back. R4.5 to R4.8.
"""

from models.income.tables import (
    AccountingYear,
    IncomeEstimate,
    YearBalance,
    YearDeposit,
    YearFactor,
    YearHome,
    YearReport,
    YearScope,
)

__all__ = [
    "AccountingYear",
    "IncomeEstimate",
    "YearBalance",
    "YearDeposit",
    "YearFactor",
    "YearHome",
    "YearReport",
    "YearScope",
]
