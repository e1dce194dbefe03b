"""How rows fall onto the pages of a paper that is as long as it must be. Nothing is cut off."""

from collections.abc import Mapping

from papers.drawing.blocks import Row, take
from papers.drawing.page import Sheet


def paged(
    rows: list[Row], heads: Mapping[int, Row], tops: tuple[float, float], foot: float
) -> list[Sheet]:
    """The rows from `tops` (of the first page, of the others) down to `foot`, at least one page.

    `heads` are the titles of a table's lines by their id: a table that goes on says on each page
    what its columns are.
    """
    sheets: list[Sheet] = []
    left = list(rows)
    while left or not sheets:
        sheet, y = Sheet(), tops[1] if sheets else tops[0]
        if left and id(left[0]) in heads and sheets:
            left.insert(0, heads[id(left[0])])
        fitting, left = take(left, foot - y)
        if not fitting and left:
            raise ValueError("a row of the paper is taller than a page")
        for row in fitting:
            sheet.put(*row.marks(y))
            y += row.height
        sheets.append(sheet)
    return sheets
