"""A file as it is handed over, whatever it holds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Blob:
    """An answer that is not JSON: an image, a PDF, a page, a spreadsheet.

    Of a read it may be made while it is sent: an iterator whose every part is read for itself.
    """

    content: bytes | AsyncIterator[bytes]
    media_type: str
    name: str = ""
    status: int = 200
