"""A file as it is handed over, whatever it holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Blob:
    """An answer that is not JSON: an image, a PDF, a page, a spreadsheet."""

    content: bytes
    media_type: str
    name: str = ""
    status: int = 200
