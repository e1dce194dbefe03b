"""Money that owners pay in for a case: what is owed, what came in, what goes back. Section 6."""

TITLE = "保费归集与退款"
