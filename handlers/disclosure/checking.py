"""Whether a paper is what it claims to be: a notice on a wall, or a paper that was issued. R7.3.

Whoever has the code has the paper: they are told what it is and that it is unaltered, and nothing
about any person (R9.5, R12.2).
"""

from typing import Any

import msgspec

from handlers.disclosure.notices import find
from handlers.disclosure.views import PaperCheck
from handlers.notices.publishing import plain_code
from handlers.route import Context, route
from handlers.shown import maybe
from models import disclosure, paperwork
from papers.forms import Form
from rules.days import beijing_date
from rules.disclosure import IN_FORCE, Stage
from rules.paperwork import ISSUED, PaperKind
from rules.people import Role
from rules.refusals.asking import NotFound


@route("GET", "/public/papers/{check_code}", who=Role.PUBLIC, refuses=(NotFound,), limit="public")
async def check_paper(ctx: Context, check_code: str) -> PaperCheck:
    """查验纸质公示和文书：按查验码（大小写、空格、短横线不限）或公示二维码中的编码。R7.3、R9.5。"""
    code = plain_code(check_code)[:16]
    issued = await paperwork.by_code(code)
    if issued is not None:
        return _issued(issued)
    token = await disclosure.token_of(code, check_code)
    if token is None:
        raise NotFound("没有发布或出具过使用该查验码的公示、文书")
    return await _notice(ctx, token)


def _issued(row: dict[str, Any]) -> PaperCheck:
    issued = ISSUED[PaperKind(row["kind"])]
    verdict = "superseded" if row["superseded"] else "genuine"
    if not row["unaltered"]:
        verdict = "altered"
    public = issued.sum_is_public and row["unaltered"]
    code = row["check_code"]
    return PaperCheck(
        verdict=verdict,
        check_code=f"{code[:4]}-{code[4:]}",
        title=issued.title,
        case_number=row["case_number"],
        version=row["version"],
        place=row["place"],
        issued_on=beijing_date(row["issued_at"]),
        number=row["number"],
        fingerprint=row["fingerprint"],
        premium_fen=msgspec.json.decode(row["body"], type=Form).sum_fen if public else None,
    )


async def _notice(ctx: Context, token: str) -> PaperCheck:
    found = (await find(ctx, token)).found
    verdict = "genuine" if found.stage in IN_FORCE else "withdrawn"
    if found.stage in (Stage.SUPERSEDED, Stage.REPLANNED):
        verdict = "superseded"
    return PaperCheck(
        verdict=verdict,
        check_code=found.paper.check_code,
        title=found.paper.title,
        case_number=found.paper.case_number,
        version=found.version,
        place=found.paper.place,
        issued_on=found.paper.issued_on,
        premium_fen=found.paper.total_fen,
        stage_title=found.stage.label,
        notice_token=found.token,
        ends_at=maybe(found.paper.ends_at) if found.stage is Stage.RUNNING else None,
        newer_token=found.newer_token,
    )
