"""How far back somebody may look into a home's fund. R2.4, R12.2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from handlers.route import Context
from models.funds.homes import home_fund, own_spans
from rules.days import beijing_date
from rules.people import DESK_READERS, Role
from rules.refusals.asking import NotFound, NotYourScope

VIEWERS = DESK_READERS | {Role.OWNER}


@dataclass(frozen=True)
class Seen:
    """A home as far as the asker may look back: from that day on, or all of it."""

    home: Mapping[str, Any]
    from_on: date | None


async def seen(ctx: Context, home_id: UUID) -> Seen:
    """The home, if the asker may see its fund. Raises NotFound, NotYourScope."""
    home = await home_fund(home_id)
    if home is None:
        raise NotFound("没有该房屋")
    if ctx.who.roles & DESK_READERS:
        return Seen(home, None)
    today = beijing_date(ctx.now)
    spans = await own_spans(ctx.id, home_id, today)
    if not spans or (spans[0]["to_on"] is not None and spans[0]["to_on"] <= today):
        raise NotYourScope()
    since: date = spans[0]["from_on"]
    for span in spans[1:]:
        # A share that changed without a day between is the same ownership.
        if span["to_on"] is not None and span["to_on"] < since:
            break
        since = span["from_on"]
    return Seen(home, since)
