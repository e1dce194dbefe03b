"""Written objections: filed, moderated, decided, on paper, and holds by hand. Section 7."""

from handlers.objections import deciding, filing, holds, papers, reading

__all__ = ["deciding", "filing", "holds", "papers", "reading"]

TITLE = "书面反对意见"
