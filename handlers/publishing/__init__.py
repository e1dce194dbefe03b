"""What the Centre publishes of a closed year. R12.1."""

from handlers.publishing import explanation, files, public, publishing

__all__ = ["explanation", "files", "public", "publishing"]

TITLE = "年度报告"
