"""A change of parameters is entered, with what it rests on; a second person decides. Section 14."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.parameters.reading import ParameterChangeView, change_of, change_view
from handlers.route import Body, Context, route
from models.parameters import ParameterChange, current_parameters
from models.roll import Community
from rules.days import beijing_date
from rules.events.register import ParametersProposed
from rules.parameters import PARAMETERS, Value, revised
from rules.people import Role
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.cases import ParameterWrong

Source = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]


class NewParameterValue(Body, frozen=True):
    """一项参数（以点分隔的名称）及其新值。"""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=60,
            title="参数",
            description="代码",
            examples=["payout.working_days"],
        ),
    ]
    value: Annotated[int | Annotated[str, Meta(max_length=40)], Meta(title="新值")]


class ParameterChangeBody(Body, frozen=True):
    """参数的改动及其依据文件，适用于此后受理的全部办件。"""

    items: Annotated[
        list[NewParameterValue],
        Meta(min_length=1, max_length=len(PARAMETERS), title="改动的参数"),
    ]
    source: Source


class FiledRulesBody(Body, frozen=True):
    """小区备案议事规则对未表态业主的规定，何时、向谁备案，以及文本。"""

    silence: Literal["not_counted", "follows_majority"]
    filed_on: date
    source: Source
    file_id: Annotated[UUID, Meta(title="议事规则文件")]


@route("POST", "/parameter-changes", who=Role.CLERK, refuses=(ParameterWrong,))
async def propose_parameter_change(ctx: Context, body: ParameterChangeBody) -> ParameterChangeView:
    """录入全市政策参数的改动和依据文件，由复核员复核后生效，只用于此后受理的办件。第14节。"""
    changes: dict[str, Value] = {one.name: one.value for one in body.items}
    if len(changes) < len(body.items):
        raise ParameterWrong("同一参数只能列一次")
    return await _propose(ctx, None, changes, body.source)


@route(
    "POST",
    "/communities/{community_id}/filed-rules",
    who=Role.CLERK,
    refuses=(NotFound, ParameterWrong, Malformed),
)
async def file_rules(ctx: Context, community_id: UUID, body: FiledRulesBody) -> ParameterChangeView:
    """登记小区备案的议事规则对未表态业主的规定，附备案文本；复核后用于该小区此后受理的办件。R8.2。"""
    if not await Community.exists(id=community_id):
        raise NotFound("没有该小区")
    if body.filed_on > beijing_date(ctx.now):
        raise Malformed(errors=[{"pointer": "/filed_on", "detail": "备案日期不能晚于今天"}])
    await attach_files(ctx, "filed_rules", [body.file_id])
    changes: dict[str, Value] = {"vote.silence": body.silence}
    return await _propose(ctx, community_id, changes, body.source, body.filed_on, body.file_id)


async def _propose(
    ctx: Context,
    community_id: UUID | None,
    changes: Mapping[str, Value],
    source: str,
    filed_on: date | None = None,
    file_id: UUID | None = None,
) -> ParameterChangeView:
    before = await current_parameters(community_id)
    revised(before, changes, filed=community_id is not None)
    values = before.to_mapping()
    row = await ParameterChange.create(
        community_id=community_id,
        changes=dict(changes),
        were={name: values[name] for name in changes},
        source=source.strip(),
        filed_on=filed_on,
        file_id=file_id,
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    data = {"community_id": str(community_id or ""), "names": list(changes)}
    ctx.record(ParametersProposed(subject_id=str(row.id), at=ctx.now, data=data))
    return change_view(ctx, await change_of(row.id))
