"""The years of the books: previewed, closed, explained, taken away. R4.4 to R4.8."""

TITLE = "年度结账与收益说明"
