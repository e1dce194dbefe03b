"""One answer everywhere to who sees, acts and hears: list, detail, act, message, export. R2.2."""
