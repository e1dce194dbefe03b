"""Whether somebody agreed to what is done with their papers before these are asked for. R12.7."""

from collections.abc import Iterable

from handlers.route import Context
from models import privacy
from rules.privacy import Consent, must_agree


async def agreed(ctx: Context, needed: Iterable[Consent]) -> None:
    """Raises ConsentMissing unless the asker agrees to all of it as the notice has it now."""
    must_agree(await privacy.standing(ctx.id), needed)
