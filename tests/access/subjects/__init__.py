"""Each subject's lines of the table, and what must be there for them to be asked."""
