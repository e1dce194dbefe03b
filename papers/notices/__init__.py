"""The notice as it hangs in a lobby: A4 or A3, picture or PDF. R7.2, R7.3.

Pure functions that take about half a second of processor: callers run them in a thread.
"""

from papers.drawing import MAX_DPI, MIN_DPI, drawing
from papers.drawing.page import Size
from papers.drawing.paint import to_pdf, to_png
from papers.notices.layout import sheets
from papers.notices.notice import Lobby, Paper, PaperElevator, PaperRule
from papers.notices.payment import PaperVote, Payment, Said

__all__ = [
    "Lobby",
    "Paper",
    "PaperElevator",
    "PaperRule",
    "PaperVote",
    "Payment",
    "Said",
    "Size",
    "page_count",
    "render_pdf",
    "render_png",
]


def page_count(paper: Paper, lobby: Lobby, size: Size = "A4") -> int:
    """How many pages the notice of one lobby takes; nearly always one."""
    with drawing:
        return len(sheets(paper, lobby, size))


def render_png(
    paper: Paper, lobby: Lobby, size: Size = "A4", dpi: int = 150, page: int = 1
) -> bytes:
    """One page of a lobby's notice as PNG. ValueError: no such page, or a dpi out of bounds."""
    if not MIN_DPI <= dpi <= MAX_DPI:
        raise ValueError(f"dpi is from {MIN_DPI} to {MAX_DPI}")
    with drawing:
        pages = sheets(paper, lobby, size)
        if not 1 <= page <= len(pages):
            raise ValueError(f"pages are from 1 to {len(pages)}")
        return to_png(pages[page - 1], size, dpi)


def render_pdf(paper: Paper, lobbies: tuple[Lobby, ...] = (), size: Size = "A4") -> bytes:
    """The notices of `lobbies` (all of the paper's by default), one after the other, as PDF."""
    with drawing:
        pages = [page for at in lobbies or paper.lobbies for page in sheets(paper, at, size)]
        if not pages:
            raise ValueError("no lobby to make a notice for")
        return to_pdf(pages, size, f"{paper.title} {paper.case_number}", paper.centre)
