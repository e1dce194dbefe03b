"""Entries by hand: one enters, another confirms, and only then the books change. R3.2.

Transfers between the Centre's bank accounts, money that nobody can name yet and its clearing, and
reversals of what no flow undoes itself (`rules.vouchers.elsewhere`).
"""
