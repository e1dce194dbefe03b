"""Written objections: filed, moderated, decided, on paper, and holds by hand. Section 7."""

TITLE = "书面反对意见"
