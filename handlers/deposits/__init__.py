"""Benchmark rates, bank accounts, placement rounds, deposits and the banks' advices. Section 4."""

TITLE = "存款、利率与银行账户"
