"""What one's own homes bear of a case. R3.7, 附件二(二)3."""

from uuid import UUID

from handlers.route import Answer, Context
from models.cases import Case
from models.shares import paid_by_home, shares_now
from models.standing import voice
from rules.cases import Facts
from rules.days import beijing_date


class OwnCollectionPart(Answer, frozen=True):
    """本人的一套房屋应承担的保费：分户账承担、应补缴和已缴的金额，单位：分。附件二(二)3。"""

    home_id: UUID
    part_fen: int
    fund_fen: int
    owed_fen: int
    paid_fen: int


async def own_shares(ctx: Context, case: Case, facts: Facts) -> list[OwnCollectionPart]:
    """The parts of the homes that the asker speaks for; nobody else's."""
    if facts.collection is None or ctx.who.kind != "person" or ctx.who.id is None:
        return []
    own = await voice(ctx.who.id, case.scope_id, beijing_date(ctx.now))
    if own is None:
        return []
    paid = await paid_by_home(case.id)
    return [
        OwnCollectionPart(
            home_id=one.home_id,
            part_fen=one.part_fen,
            fund_fen=one.fund_fen,
            owed_fen=one.owed_fen,
            paid_fen=paid.get(one.home_id, 0),
        )
        for one in await shares_now(case.id, facts)
        if one.home_id in own.homes
    ]
