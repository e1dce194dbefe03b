"""The head of the log that a paper or a receipt bears. R12.3.

Whoever keeps the paper can check with it, years later, that the log was not changed since.
"""

from datetime import datetime

from handlers.route import Context
from models import log
from rules.log import head_words

LOG_PAGE = "/log"
"""Where a head is checked; it stands on papers, so it stays for ever."""


async def kept_head(ctx: Context, by: datetime | None = None) -> str:
    """The last head signed until now, or `by` a moment; empty before the first."""
    head = await log.head_by(by or ctx.now)
    if head is None:
        return ""
    words = head_words(head.tree_size, head.root_hash, head.sealed_at)
    return f"{words}，在 {ctx.world.public_url}{LOG_PAGE} 核对"
