"""What the Centre publishes of a closed year. R12.1."""

from handlers.publishing import files, public, publishing

__all__ = ["files", "public", "publishing"]
