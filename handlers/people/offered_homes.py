"""The other homes of the owner that a person has proved to be, bound without another proof. R2.5.

Offered is only what the roll has under the very owner whose name and number the person gave: who
was bound by papers, for a body or past the roll, proved nothing but that one home.
"""

from uuid import UUID

from handlers.lists import Listed, listing, page
from handlers.people.bindings import BoundHome, HomeLine, bind
from handlers.people.consents import agreed
from handlers.route import Context, Page, route
from models.listing import rows_of
from models.people import persons
from models.people.bindings import OFFERED
from rules.days import beijing_date
from rules.people import Role
from rules.privacy import TO_BIND
from rules.refusals.asking import NotFound
from rules.refusals.people import AlreadyBound, ConsentMissing


@listing("/me/homes/offered", who=Role.PERSON)
async def list_offered_homes(ctx: Context, query: Page) -> Listed[HomeLine]:
    """本人名下尚未绑定的其他房屋；只列名册中与已核对身份为同一业主的。R2.5。"""
    today = beijing_date(ctx.now)
    return await page(OFFERED, query, HomeLine, person_id=ctx.id, today=today, unbound=True)


@route(
    "POST",
    "/me/homes/offered/{home_id}",
    who=Role.PERSON,
    refuses=(NotFound, AlreadyBound, ConsentMissing),
)
async def bind_offered_home(ctx: Context, home_id: UUID) -> BoundHome:
    """绑定本人名下的另一套房屋，无须再次填写证件号码；不在可绑定之列的不予绑定。R2.5。"""
    await persons.lock(ctx.id)
    await agreed(ctx, TO_BIND)
    given = {"person_id": ctx.id, "today": beijing_date(ctx.now), "id": home_id}
    found = await rows_of(OFFERED, given, limit=1)
    if not found:
        raise NotFound("没有可以直接绑定的该房屋")
    return await bind(ctx, ctx.id, home_id, found[0]["owner_id"], found[0]["how"])
