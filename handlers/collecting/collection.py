"""Who owes and who paid: the collection list, and the receipts behind it. 附件二(二)6."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.pools import WORKBOOKS
from handlers.route import Answer, Context, Page, route
from handlers.steps import seen
from models.cases import Case
from models.collecting import receipts
from models.parameters import current_parameters
from models.shares import shares_now
from models.standing import voice
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.cases import OVER, By, CollectionFact, Facts
from rules.collecting import refundable_fen
from rules.days import beijing_date
from rules.flows import flow_of
from rules.flows.money import all_goes_back
from rules.funds import is_low
from rules.money import yuan
from rules.people import CENTRE, DESK_READERS, SCOPE_PARTIES, mask_name
from rules.refusals.asking import CaseNotFound
from rules.refusals.votes import NothingOwed
from rules.words.word import titled

VIEWERS = SCOPE_PARTIES | CENTRE

STATES: dict[str, str] = {
    "nothing": "无须补缴",
    "owing": "未缴",
    "partly": "部分缴纳",
    "paid": "已缴齐",
    "refundable": "有应退款项",
}
HomeState = Annotated[Literal["nothing", "owing", "partly", "paid", "refundable"], titled(STATES)]


class CollectionHome(Answer, frozen=True):
    """保费归集清单中的一户：分户账承担、应补缴、已缴和已退的金额，单位：分。

    `low` 表示分户账余额低于续筹线；`unpaid` 表示从未交存首期维修资金；`owners` 已脱敏，仅中心可
    见。
    """

    home_id: UUID
    home: str
    room: str
    area_cm2: int
    part_fen: int
    fund_fen: Annotated[int, Meta(title="维修资金承担")]
    owed_fen: int
    paid_fen: Annotated[int, Meta(title="已缴")]
    refunded_fen: int
    left_fen: Annotated[int, Meta(title="尚欠", description="应缴减去已缴，加上已退")]
    refundable_fen: int
    state: HomeState
    state_title: str
    low: bool
    unpaid: bool
    owners: Annotated[str, Meta(description="姓名隐去部分；只给住保中心")] = ""


class PremiumCollection(Answer, frozen=True):
    """保费归集清单：须归集和已到账的金额，以及查看人可以看到的各户，按房屋编号排列；合计是整个
    办件的。"""

    needed_fen: int
    gathered_fen: int
    complete: bool
    part_fen: Annotated[int, Meta(title="应分摊合计")]
    fund_fen: Annotated[int, Meta(title="维修资金承担合计")]
    homes: int
    owing: Annotated[int, Meta(title="欠缴户数")]
    items: Annotated[list[CollectionHome], Meta(title="各户")]
    next: str = ""


class CollectionQuery(Page, frozen=True):
    """All homes, those that still owe, or those that owed and have paid."""

    state: Literal["", "owing", "paid"] = ""


async def parts_of(
    case: Case, facts: Facts, ctx: Context, names: bool = False
) -> list[CollectionHome]:
    """Every home that bears a part or has paid, by code."""
    shares = {one.home_id: one for one in await shares_now(case.id, facts)}
    rows = await receipts.parts(case.id, facts.version, beijing_date(ctx.now))
    percent = (await current_parameters()).fund_topup
    over, found = all_goes_back(flow_of(facts.flow).money, facts.state), []
    for row in rows:
        share = shares.get(row["home_id"])
        owed = share.owed_fen if share else 0
        paid = row["paid_fen"] - row["back_fen"]
        refundable = refundable_fen(owed, paid, over)
        left = 0 if over else max(0, owed - paid)
        state = _state(0 if over else owed, paid, left, refundable)
        found.append(
            CollectionHome(
                home_id=row["home_id"],
                home=row["home"],
                room=row["room"],
                area_cm2=row["area_cm2"],
                part_fen=share.part_fen if share else 0,
                fund_fen=share.fund_fen if share else 0,
                owed_fen=owed,
                paid_fen=row["paid_fen"],
                refunded_fen=row["back_fen"],
                left_fen=left,
                refundable_fen=refundable,
                state=state,
                state_title=STATES[state],
                low=is_low(row["balance_fen"], row["first_fen"], percent),
                unpaid=row["first_fen"] == 0,
                owners="、".join(mask_name(name) for name in row["names"] or []) if names else "",
            )
        )
    return found


def _state(owed: int, paid: int, left: int, refundable: int) -> HomeState:
    if refundable:
        return "refundable"
    if left:
        return "partly" if paid else "owing"
    return "paid" if owed else "nothing"


@route(
    "GET",
    "/cases/{case_id}/collection",
    who=VIEWERS,
    refuses=(CaseNotFound, NothingOwed),
)
async def get_collection(ctx: Context, case_id: UUID, query: CollectionQuery) -> PremiumCollection:
    """保费归集清单：每户应分摊、分户账承担、应补缴、已缴、已退；业主只看到自己的房屋，申请人看到全部但无姓名。附件二(二)3、6。"""
    case, by = await seen(ctx, case_id)
    facts = case.facts()
    parts = await parts_of(case, facts, ctx, names=bool(by.roles & DESK_READERS))
    collection = _asked(facts, parts)
    own = await _own(ctx, case, by)
    visible = [one for one in parts if own is None or one.home_id in own]
    items = [one for one in visible if one.home > query.after and _wanted(one, query.state)]
    more = len(items) > query.limit
    items = items[: query.limit]
    return PremiumCollection(
        needed_fen=collection.needed_fen,
        gathered_fen=collection.gathered_fen,
        complete=collection.complete,
        part_fen=sum(one.part_fen for one in parts),
        fund_fen=sum(one.fund_fen for one in parts),
        homes=len(parts),
        owing=sum(one.left_fen > 0 for one in parts),
        items=items,
        next=items[-1].home if more else "",
    )


def _asked(facts: Facts, parts: Sequence[CollectionHome]) -> CollectionFact:
    """What must come in: nothing more for a case that ended without a plan in force, of which only
    those are left who get back what they paid. Raises NothingOwed where nobody is concerned."""
    if facts.collection is not None:
        return facts.collection
    if facts.state in OVER and any(part.paid_fen for part in parts):
        return CollectionFact(needed_fen=0)
    raise NothingOwed()


def _wanted(part: CollectionHome, state: str) -> bool:
    if state == "owing":
        return part.left_fen > 0
    return not state or (part.owed_fen > 0 and part.state in {"paid", "refundable"})


async def _own(ctx: Context, case: Case, by: By) -> frozenset[UUID] | None:
    """The homes whose parts the asker may see; None is all of them. R12.2."""
    if by.roles & DESK_READERS or by.applicant:
        return None
    if ctx.who.kind != "person":
        return frozenset()
    own = await voice(ctx.id, case.scope_id, beijing_date(ctx.now))
    return frozenset(own.homes) if own else frozenset()


@route(
    "GET",
    "/cases/{case_id}/collection.xlsx",
    who=VIEWERS,
    refuses=(CaseNotFound, NothingOwed),
    blob=(XLSX,),
    limit="upload",
)
async def export_collection(ctx: Context, case_id: UUID) -> Blob:
    """导出保费归集清单：中心和申请人使用，只有房号和金额（表格中没有公式）。附件二(二)6，R12.2。"""
    case, by = await seen(ctx, case_id)
    facts = case.facts()
    if await _own(ctx, case, by) is not None:
        raise CaseNotFound("归集清单由申请人和住保中心导出")
    staff = bool(by.roles & DESK_READERS)
    parts = await parts_of(case, facts, ctx, names=staff)
    _asked(facts, parts)
    return await WORKBOOKS.run(ctx.who.key, _sheet, facts.number, parts, staff)


def _sheet(number: str, parts: Sequence[CollectionHome], staff: bool) -> Blob:
    titles = ["房屋编号", "房号", "应分摊（元）", "分户账承担（元）", "应补缴（元）", "已缴（元）"]
    titles += ["已退（元）", "尚欠（元）", "状态", "备注", *(["业主"] if staff else [])]
    rows: list[list[Any]] = []
    for one in parts:
        sums = (one.part_fen, one.fund_fen, one.owed_fen, one.paid_fen, one.refunded_fen)
        said = "未交存首期" if one.unpaid else "维修资金低于续筹线" if one.low else ""
        row = [one.home, one.room, *(yuan(fen) for fen in (*sums, one.left_fen))]
        rows.append([*row, one.state_title, said, *([one.owners] if staff else [])])
    return xlsx(f"归集清单{number}.xlsx", "归集清单", titles, rows)
