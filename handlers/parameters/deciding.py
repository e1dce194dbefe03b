"""A change of parameters comes into force, or goes back, by somebody else's word. Section 14."""

from typing import Any
from uuid import UUID

import msgspec

from handlers.entries import Kind, entry
from handlers.parameters.reading import ParameterChangeView, change_of, change_view
from handlers.route import Context
from models.parameters import PARAMETER_CHANGE, current_parameters, new_version, versions_change
from rules.events.register import ParametersDecided
from rules.parameters import moved, revised
from rules.people import Role
from rules.refusals.cases import ParametersMoved, ParameterWrong

Row = dict[str, Any]


async def _first(ctx: Context, change_id: UUID) -> None:
    """No other version comes into force meanwhile."""
    await versions_change()


async def _confirm(ctx: Context, row: Row) -> Row:
    """复核参数改动，即时生效为新的一版；已受理的办件仍按受理时的参数办理。第14节，R8.2。"""
    community_id = row["community_id"]
    changes, were = msgspec.json.decode(row["changes"]), msgspec.json.decode(row["were"])
    before = await current_parameters(community_id)
    if moved(before, were):
        raise ParametersMoved("所改的参数其间已另有改动，请退回后按现行值重新录入")
    after = revised(before, changes, filed=community_id is not None)
    values: dict[str, Any] = changes if community_id else after.to_mapping()
    version_id, number = await new_version(
        community_id, values, row["source"], row["entered_by"], ctx.now
    )
    _tell(ctx, row, "confirmed", number=number)
    return {"version_id": version_id}


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """复核不符，写明理由退回；参数不变，可重新录入。第14节。"""
    _tell(ctx, row, "dropped", why=reason)


async def _see(ctx: Context, change_id: UUID) -> ParameterChangeView:
    return change_view(ctx, await change_of(change_id))


def _tell(ctx: Context, row: Row, decision: str, *, why: str = "", number: int = 0) -> None:
    data = {
        "decision": decision,
        "community_id": str(row["community_id"] or ""),
        "names": list(msgspec.json.decode(row["changes"])),
        "number": number,
    }
    ctx.record(ParametersDecided(subject_id=str(row["id"]), at=ctx.now, why=why, data=data))


PARAMETERS = entry(
    Kind(
        name="parameter_change",
        title="政策参数改动",
        path="/parameter-changes/{change_id}",
        table=PARAMETER_CHANGE,
        enters=frozenset({Role.CLERK}),
        confirms=frozenset({Role.REVIEWER}),
        confirm=_confirm,
        drop=_drop,
        view=_see,
        first=_first,
        refuses=(ParametersMoved, ParameterWrong),
    )
)
