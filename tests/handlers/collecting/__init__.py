"""Money that owners pay in for a case."""
