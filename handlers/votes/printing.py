"""What hangs on the wall about a vote: the call to vote, and the result sheet. R8.3, R8.5."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.heads import kept_head
from handlers.pools import DRAWINGS
from handlers.route import Context, Query, route
from handlers.votes.views import SEERS, VOID, HeadsAndArea, ResultView, vote_seen
from papers.announcements import (
    Announcement,
    Block,
    Fact,
    Heading,
    Saying,
    Table,
    announcement_pdf,
    announcement_png,
)
from papers.blob import Blob
from papers.notices import Size
from papers.notices.notice import moment_words
from rules.city import CITY
from rules.days import beijing_date
from rules.parameters import PARAMETERS, Threshold
from rules.refusals.asking import NotFound
from rules.refusals.votes import VoteNotFound, VoteRunning
from rules.votes import square_metres

PURPOSE = {"use": "使用维修资金", "raise": "筹集资金或者改造"}
VOTE_FOOT = "表决期间请勿遮挡、涂改或撕毁；纸面内容与扫码所见不一致的，以市住保中心公布的为准。"
RESULT_FOOT = "结果可由任何人按公布的计票记录重新计算；记录与本页所印指纹不符的，请告知市住保中心。"
TITLES = {one.name: one for one in PARAMETERS}


class SheetQuery(Query, frozen=True):
    """How large, and for a picture at what resolution and which page."""

    size: Annotated[Size, Meta(title="纸张大小")] = "A4"
    dpi: Annotated[int, Meta(ge=72, le=200)] = 150
    page: Annotated[int, Meta(ge=1, le=20)] = 1


class ResultQuery(Query, frozen=True):
    """How large the result sheet is."""

    size: Annotated[Size, Meta(title="纸张大小")] = "A4"


@route(
    "GET",
    "/votes/{vote_id}/poster.pdf",
    who=SEERS,
    refuses=(VoteNotFound,),
    blob=("application/pdf",),
    limit="upload",
)
async def print_vote_poster(ctx: Context, vote_id: UUID, query: SheetQuery) -> Blob:
    """业主表决公告（PDF），张贴于楼栋、单元：表决事项、截止时间、手机和纸质表决办法、名册指纹。R8.3。"""
    paper = await _kept(ctx, _call(ctx, (await vote_seen(ctx, vote_id, voices=True)).row))
    pdf = await DRAWINGS.run(ctx.who.key, announcement_pdf, paper, query.size)
    return Blob(pdf, "application/pdf", f"{paper.title}-{paper.place}.pdf")


@route(
    "GET",
    "/votes/{vote_id}/poster.png",
    who=SEERS,
    refuses=(VoteNotFound, NotFound),
    blob=("image/png",),
    limit="upload",
)
async def draw_vote_poster(ctx: Context, vote_id: UUID, query: SheetQuery) -> Blob:
    """业主表决公告的一页（PNG）。R8.3。"""
    paper = await _kept(ctx, _call(ctx, (await vote_seen(ctx, vote_id, voices=True)).row))
    try:
        image = await DRAWINGS.run(
            ctx.who.key, announcement_png, paper, query.size, query.dpi, query.page
        )
    except ValueError as error:
        raise NotFound("没有这一页") from error
    return Blob(image, "image/png")


@route(
    "GET",
    "/votes/{vote_id}/result.pdf",
    who=SEERS,
    refuses=(VoteNotFound, VoteRunning),
    blob=("application/pdf",),
    limit="upload",
)
async def print_vote_result(ctx: Context, vote_id: UUID, query: ResultQuery) -> Blob:
    """业主表决结果（PDF），计票后张贴：人数和面积、逐项比较、记录指纹、如何自行复核。R8.1、R8.5。"""
    row = (await vote_seen(ctx, vote_id, voices=True)).row
    if row["result"] is None:
        raise VoteRunning(VOID if row["state"] == "void" else "")
    paper = await _kept(ctx, _result(ctx, row))
    pdf = await DRAWINGS.run(ctx.who.key, announcement_pdf, paper, query.size)
    return Blob(pdf, "application/pdf", f"{paper.title}-{paper.place}.pdf")


async def _kept(ctx: Context, paper: Announcement) -> Announcement:
    """With the last head of the log, if there is one."""
    head = await kept_head(ctx)
    return replace(paper, blocks=(*paper.blocks, Saying(head, fine=True))) if head else paper


def needed(text: str) -> str:
    """A threshold in words: 超过1/2, 不低于2/3."""
    part = Threshold.parse(text)
    return f"{'超过' if part.exceed else '不低于'}{part.numerator}/{part.denominator}"


def _call(ctx: Context, row: Mapping[str, Any]) -> Announcement:
    """The call to vote."""
    values = msgspec.json.decode(row["parameters"])
    start = moment_words(row["opened_at"])
    blocks: list[Block] = [
        Heading("一、表决事项"),
        Saying(row["question"], bold=True),
        Heading("二、如何表决"),
        *(Saying(f"{nth}．{words}") for nth, words in enumerate(_ways(row, values), 1)),
        Heading("三、名册和计票"),
        Fact("名册", f"共{row['homes']}户、{row['heads']}人，{square_metres(row['area_cm2'])}"),
        Fact("通过条件", _conditions(row, values)),
        Fact("未表态的", _shown(values, "vote.silence")),
        Fact("一人多户的", f"几户意见不一时：{_shown(values, 'vote.split_owner')}"),
        Saying(
            f"名册在表决开始时冻结，此后买卖不影响本次表决。名册指纹：{row['roll_root']}",
            fine=True,
        ),
    ]
    return Announcement(
        title="业主表决公告",
        place=_place(row),
        number=_number(row),
        boxed=f"表决截止：{moment_words(row['ends_at'])}",
        below=f"{start}开始。截止前可以更改；没有表态不等于同意，请每一户都表态。",
        blocks=tuple(blocks),
        url=_page(ctx, row),
        caption=("业主扫码", "看事项 · 投票 · 查名册指纹"),
        issued_on=beijing_date(ctx.now),
        foot=VOTE_FOOT,
    )


def _ways(row: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
    """How one votes, on the phone and on paper."""
    paper = f"如需纸质表决票，请向{CITY.centre}领取（电话 {CITY.phone}），"
    if row["paper_at"] is not None:
        paper = "使用纸质表决票的，"
    return [
        "手机：扫描下方二维码，在小程序中实名绑定房屋后选择同意、反对或者弃权，当场得到回执。",
        f"纸质：{paper}签名后在截止时间前交回；以收到时间为准，逾期无效。"
        f"同一户手机和纸质都有的，{_shown(values, 'vote.paper_conflict')}。",
        "每户一票。共有的房屋推举一人代表；没有推举且意见不一的，该户不计入任何一方。",
        f"委托他人的须有书面委托并写明事项，每人最多代理{values['proxy.max_homes']}户；"
        "物业服务企业的工作人员不得受托。",
        "弃权算参与表决。您的选择不对外公开；计票后可凭回执查验自己的票已计入。",
    ]


def _conditions(row: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """What has to be reached, by the law's two measures. R8.1."""
    agree = needed(values[f"vote.{row['threshold']}"])
    return (
        f"参与表决的人数和面积均{needed(values['vote.participation'])}，"
        f"并且同意的人数和面积均{agree}（占参与表决的）。"
        f"本次为{PURPOSE[row['threshold']]}，依据《民法典》第二百七十八条。"
    )


def _result(ctx: Context, row: Mapping[str, Any]) -> Announcement:
    """The result sheet."""
    result = msgspec.json.decode(row["result"], type=ResultView)
    outcome = "表决通过" if result.passed else "表决未通过"
    counted = moment_words(row["counted_at"])
    blocks: list[Block] = [
        Heading("一、表决事项"),
        Saying(row["question"]),
        Heading("二、表决情况"),
        *(
            [Saying(f"{result.withheld_reason}。")]
            if result.withheld_reason
            else _figures(row, result)
        ),
        Heading("三、如何复核" if result.withheld_reason else "四、如何复核"),
        Saying(
            "扫描下方二维码下载计票记录和复核程序（只需 Python 3.10 以上，不联网），运行："
            "python3 recount_vote.py 记录文件 --roll-root 名册指纹 --root 记录指纹；"
            f"{_own(result)}"
        ),
        Saying(f"名册指纹：{row['roll_root']}\n记录指纹：{row['record_root']}", fine=True),
    ]
    return Announcement(
        title="业主表决结果",
        place=_place(row),
        number=_number(row),
        boxed=outcome,
        below=f"表决{moment_words(row['ends_at'])}截止，{counted}计票。",
        blocks=tuple(blocks),
        url=_page(ctx, row),
        caption=("扫码复核", "看结果 · 查回执 · 下载记录"),
        issued_on=beijing_date(ctx.now),
        foot=RESULT_FOOT,
    )


def _own(result: ResultView) -> str:
    """How one finds one's own ballot: where few took part the published record lists none."""
    if result.withheld_reason:
        return "公布的记录只有是否通过，自己房屋的选票在小程序的表决页面查验。"
    return "凭自己的回执可加 --receipt 回执码，查验自己的票已计入。"


def _figures(row: Mapping[str, Any], result: ResultView) -> list[Block]:
    """What came of it, and how it was counted."""
    return [
        Table(
            (
                ("项目", "户数", "人数", "专有部分面积"),
                _line("名册总数", row["homes"], result.total),
                _line("参与表决", result.participating_homes, result.participating),
                _line("同意", None, result.agree),
                _line("反对", None, result.against),
                _line("弃权", None, result.abstain),
            )
        ),
        *_apart(result),
        *([Saying(f"送达：{result.service.words}。")] if result.service else []),
        Heading("三、计算过程"),
        *(Saying(f"{nth}．{line}") for nth, line in enumerate(result.reasons, 1)),
    ]


def _line(what: str, homes: int | None, share: HeadsAndArea) -> tuple[str, str, str, str]:
    shown = "—" if homes is None else str(homes)
    return what, shown, str(share.heads), square_metres(share.area_cm2)


def _apart(result: ResultView) -> list[Block]:
    """What was not counted, each only where there was some."""
    told = (
        (result.silent_homes, "户没有表态"),
        (result.conflict_homes, "户的共有人意见不一，不计入任何一方"),
        (result.followed_homes, "户未表态而已送达，按议事规则随多数计入"),
        (result.dropped_papers, "批纸质选票在计票前未经第二人核对，不计入"),
    )
    words = "；".join(f"{number}{what}" for number, what in told if number)
    return [Saying(f"另有{words}。")] if words else []


def _place(row: Mapping[str, Any]) -> str:
    scope, community = row["scope_name"], row["community"]
    return scope if scope.startswith(community) else f"{community}{scope}"


def _number(row: Mapping[str, Any]) -> str:
    return f"办件编号 {row['case_number']}　方案第{row['version']}版　第{row['round']}轮表决"


def _page(ctx: Context, row: Mapping[str, Any]) -> str:
    return f"{ctx.world.public_url}/v/{row['token']}"


def _shown(values: Mapping[str, Any], name: str) -> str:
    return TITLES[name].show(values[name])
