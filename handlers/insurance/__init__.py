"""Insurers as the Centre keeps them, and later their policies. R10.1."""

TITLE = "保险机构"
