"""The notice: published, printed, hung in every lobby, photographed. R7.1 to R7.3."""

from handlers.notices import lobbies, publishing

__all__ = ["lobbies", "publishing"]

TITLE = "公示与海报"
