"""Invitations reach the employee alone: on the registered phone, verified by WeChat. R12.8.

Whoever entered or confirmed the account never sees a code; who collects one again voids the first.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.entrance import roles_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from models.listing import rows_of
from models.people import accounts
from rules.events.people import InvitationCollected
from rules.people import Role
from rules.refusals.asking import NotFound


class OwnInvitation(Answer, frozen=True):
    """本人的一个待启用的工作账号。"""

    staff_id: UUID
    username: str
    roles: list[Role]
    expires_at: datetime


class Invitation(Answer, frozen=True):
    """一份邀请码，在电脑上凭它启用账号；重新领取的，前一份作废。"""

    staff_id: UUID
    username: str
    token: Annotated[str, Meta(title="邀请码", description="只能用一次，只在这个答复里给出")]
    expires_at: datetime


@listing("/me/staff-invitations", who=Role.PERSON)
async def list_own_invitations(ctx: Context, query: Page) -> Listed[OwnInvitation]:
    """本人待启用的工作账号：微信核验的手机须是人员登记的手机。R12.8。"""
    return await page(accounts.INVITATIONS, query, _view, person_id=ctx.id, now=ctx.now)


def _view(row: Mapping[str, Any]) -> OwnInvitation:
    return view_of(OwnInvitation, row, roles=roles_of(row["roles"]))


@route(
    "POST", "/me/staff-invitations/{staff_id}", who=Role.PERSON, refuses=(NotFound,), secret=True
)
async def collect_invitation(ctx: Context, staff_id: UUID) -> Invitation:
    """领取本人工作账号的邀请码；不是本人手机的，视为没有邀请。R12.8。"""
    wanted = {"staff_id": staff_id, "person_id": ctx.id, "now": ctx.now}
    rows = await rows_of(accounts.INVITATIONS, wanted, limit=1)
    if not rows:
        raise NotFound()
    token = ctx.world.secrets.new_token()
    await accounts.collect(staff_id, ctx.world.secrets.token_hash(token)[1])
    ctx.record(InvitationCollected(subject_id=str(staff_id), at=ctx.now))
    return Invitation(
        staff_id=staff_id,
        username=rows[0]["username"],
        token=token,
        expires_at=at(rows[0]["expires_at"]),
    )
