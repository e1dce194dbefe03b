"""A change of parameters comes into force, or goes back, by somebody else's word. Section 14."""

from datetime import datetime
from typing import Any
from uuid import UUID

from handlers.parameters.views import ParameterChangeView, change_of, change_view
from handlers.reasons import Reason, worded
from handlers.route import Context, route
from models.base import sql
from models.parameters import current_parameters, new_version, versions_change
from rules.events.register import ParametersDecided
from rules.parameters import moved, revised
from rules.people import Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import ParametersMoved, ParameterWrong, ReasonMissing


@route(
    "POST",
    "/parameter-changes/{change_id}/confirmation",
    who=Role.REVIEWER,
    refuses=(NotFound, EntryNotOpen, SamePerson, ParametersMoved, ParameterWrong),
    status=200,
)
async def confirm_parameters(ctx: Context, change_id: UUID) -> ParameterChangeView:
    """复核参数改动，即时生效为新的一版；已受理的办件仍按受理时的参数办理。第14节，R8.2。"""
    await versions_change()
    row = await _open(ctx, change_id)
    community_id = row["community_id"]
    before = await current_parameters(community_id)
    if moved(before, row["were"]):
        raise ParametersMoved("所改的参数其间已另有改动，请退回后按现行值重新录入")
    after = revised(before, row["changes"], filed=community_id is not None)
    values: dict[str, Any] = row["changes"] if community_id else after.to_mapping()
    version_id, number = await new_version(
        community_id, values, row["source"], row["entered_by"], ctx.now
    )
    await _decide(ctx, change_id, "confirmed", ctx.now, version_id=version_id)
    _tell(ctx, row, "confirmed", number=number)
    return change_view(ctx, await change_of(change_id))


@route(
    "POST",
    "/parameter-changes/{change_id}/refusal",
    who=Role.REVIEWER,
    refuses=(NotFound, EntryNotOpen, SamePerson, ReasonMissing),
    status=200,
)
async def refuse_parameters(ctx: Context, change_id: UUID, body: Reason) -> ParameterChangeView:
    """复核不符，写明理由退回；参数不变，可重新录入。第14节。"""
    reason = worded(body.reason)
    row = await _open(ctx, change_id)
    await _decide(ctx, change_id, "refused", ctx.now, reason=reason)
    _tell(ctx, row, "refused", why=reason)
    return change_view(ctx, await change_of(change_id))


async def _open(ctx: Context, change_id: UUID) -> dict[str, Any]:
    """The change, locked, still open and somebody else's."""
    await sql("SELECT 1 FROM parameter_change WHERE id = $1 FOR UPDATE", change_id)
    row = await change_of(change_id)
    if row["state"] != "proposed":
        raise EntryNotOpen()
    if row["entered_by"] == ctx.id:
        raise SamePerson("录入人不得自行复核")
    return row


async def _decide(
    ctx: Context,
    change_id: UUID,
    state: str,
    now: datetime,
    *,
    reason: str = "",
    version_id: UUID | None = None,
) -> None:
    await sql(
        "UPDATE parameter_change SET state = $2, reason = $3, version_id = $4, decided_by = $5,"
        " decided_at = $6 WHERE id = $1",
        change_id,
        state,
        reason,
        version_id,
        ctx.id,
        now,
    )


def _tell(
    ctx: Context, row: dict[str, Any], decision: str, *, why: str = "", number: int = 0
) -> None:
    data = {
        "decision": decision,
        "community_id": str(row["community_id"] or ""),
        "names": list(row["changes"]),
        "number": number,
    }
    ctx.record(ParametersDecided(subject_id=str(row["id"]), at=ctx.now, why=why, data=data))
