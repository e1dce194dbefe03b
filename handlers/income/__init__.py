"""The years of the books: previewed, closed, explained, taken away. R4.4 to R4.8."""

from handlers.income import closing, estimating, explaining, exporting, years

__all__ = ["closing", "estimating", "explaining", "exporting", "years"]

TITLE = "年度结账与收益说明"
