"""Taking a roll in: uploaded, checked, confirmed, applied. R2.7."""

from handlers.imports import taking, working

__all__ = ["taking", "working"]

TITLE = "名册导入"
