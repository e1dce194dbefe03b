"""The owners' vote: opened, cast on phones and on paper, counted, published. Section 8."""

TITLE = "业主表决"
