"""The public pages as rows of the table: the same facts as the public answers, set for people."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from console import disclosure as pages
from console import links, notices
from console.templates import ASSETS
from console.vote_pages import vote_lines
from handlers.disclosure import accounts, checking
from handlers.disclosure import notices as told
from handlers.disclosure.views import NoticeQuery, PublicNoticeRow
from handlers.route import Context, Handler, Page, Query, route
from models import publishing
from papers.blob import Blob
from rules.days import beijing_date
from rules.disclosure import Stage
from rules.people import Role
from rules.refusals.asking import Malformed, NotFound

HTML = "text/html; charset=utf-8"
ROBOTS = "User-agent: *\nDisallow: /q/\nDisallow: /e/\nDisallow: /check\n"


def html(text: str, status: int = 200) -> Blob:
    """A page."""
    return Blob(text.encode(), HTML, status=status)


def page_row(path: str) -> Callable[[Handler], Handler]:
    """Enter a public page into the table; browsers keep it by its ETag."""
    return route(
        "GET",
        path,
        who=Role.PUBLIC,
        refuses=(NotFound, Malformed),
        etag=True,
        blob=("text/html",),
        limit="public",
    )


@page_row("/")
async def see_home(ctx: Context) -> Blob:
    """首页：改革总体情况。"""
    return html(pages.home_page(await _programme(ctx)))


@page_row("/public")
async def see_public_home(ctx: Context) -> Blob:
    """公开内容首页。"""
    return html(pages.home_page(await _programme(ctx)))


async def _programme(ctx: Context) -> pages.Programme:
    told_ = await accounts.get_public_programme(ctx)
    return pages.Programme(
        running_notices=told_.running_notices,
        registered_cases=told_.registered_cases,
        insured_elevators=told_.insured_elevators,
        balance_fen=told_.balance_fen,
        paid_fen=told_.paid_fen,
        as_of=told_.as_of,
    )


@page_row("/n/{token}")
async def see_notice(ctx: Context, token: str) -> Blob:
    """公示页面，手机可读，可打印。R7.3。"""
    shown = await told.find(ctx, token)
    found, view = shown.found, shown.view
    pooled = found.paper.payment is None
    balance_fen, sources = await accounts.origins(ctx, found.scope_id) if pooled else (None, [])
    state = notices.NoticeState(
        stage=found.stage,
        ends_at=view.ends_at,
        days_left=found.days_left,
        paused_at=view.paused_at,
        objections=tuple(
            notices.PublicObjection(one.received_at, one.text, one.outcome_title, one.text_state)
            for one in found.objections
        ),
        origins=tuple(notices.Origin(one.words, one.amount_fen) for one in sources),
        balance_fen=balance_fen,
        scope_url=links.scope(found.scope_id) if pooled else "",
        newer_url=links.notice(found.newer_token) if found.newer_token else "",
        roll_changes=found.roll_changes,
    )
    timeline = tuple(notices.TimelineEntry(one.at, one.words) for one in found.timeline)
    return html(notices.notice_page(found.paper, timeline, state))


@page_row("/q/{token}")
async def see_landing(ctx: Context, token: str) -> Blob:
    """“业主扫码”二维码在浏览器中打开的页面。"""
    if token in ctx.world.link_files:
        # WeChat asks for this file to believe that the address is ours to open a mini-program.
        return Blob(ctx.world.link_files[token].encode(), "text/plain; charset=utf-8")
    shown = await told.find(ctx, token)
    landing = notices.Landing(
        place=shown.found.paper.place,
        case_number=shown.found.paper.case_number,
        stage=shown.found.stage,
        notice_url=links.notice(token),
        ends_at=shown.view.ends_at,
    )
    return html(notices.landing_page(landing))


@page_row("/e/{token}")
async def see_evidence_code(ctx: Context, token: str) -> Blob:
    """“物业扫码”二维码在浏览器中打开的页面；不透露该码是否有效。"""
    if token in ctx.world.link_files:
        return Blob(ctx.world.link_files[token].encode(), "text/plain; charset=utf-8")
    return html(notices.evidence_page())


class CodeQuery(Query, frozen=True):
    """The check code as it was typed."""

    code: Annotated[str, Meta(max_length=40)] = ""


@page_row("/check")
async def see_check(ctx: Context, query: CodeQuery) -> Blob:
    """查验纸质公示和文书真伪。R7.3、R9.5。"""
    return await _checked(ctx, query.code.strip())


@page_row("/check/{code}")
async def see_check_code(ctx: Context, code: str) -> Blob:
    """查验纸质公示和文书真伪（查验码在网址中）。R7.3、R9.5。"""
    return await _checked(ctx, code)


async def _checked(ctx: Context, code: str) -> Blob:
    if not code:
        return html(notices.check_page(notices.CheckResult(notices.Verdict.ASKING)))
    try:
        found = await checking.check_paper(ctx, code)
    except NotFound:
        unknown = notices.CheckResult(notices.Verdict.UNKNOWN, code[:40])
        return html(notices.check_page(unknown), 404)
    token = found.newer_token or found.notice_token
    result = notices.CheckResult(
        verdict=notices.Verdict(found.verdict),
        code=found.check_code,
        case_number=found.case_number,
        version=found.version,
        place=found.place,
        issued_on=found.issued_on,
        total_fen=found.premium_fen,
        ends_at=found.ends_at,
        notice_url=links.notice(token) if token else "",
        title=found.title,
        number=found.number,
        fingerprint=found.fingerprint,
    )
    return html(notices.check_page(result))


@page_row(links.NOTICES)
async def see_notices(ctx: Context, query: NoticeQuery) -> Blob:
    """公示列表。"""
    found = await told.list_public_notices(ctx, query)
    listing = _listing(ctx.now, links.NOTICES, found.next)
    return html(pages.notices_page(tuple(_notice_line(one) for one in found.items), listing))


def _notice_line(row: PublicNoticeRow) -> pages.NoticeLine:
    return pages.NoticeLine(
        place=row.place,
        case_number=row.case_number,
        url=links.notice(row.token),
        stage=Stage(row.stage),
        premium_fen=row.premium_fen,
        ends_at=row.ends_at,
    )


def _listing(now: datetime, here: str, following: str) -> pages.Listing:
    return pages.Listing(now, f"{here}?after={following}" if following else "")


@page_row(links.SCOPES)
async def see_accounts(ctx: Context, query: accounts.PublicAccountQuery) -> Blob:
    """统筹账户列表。"""
    found = await accounts.list_public_scopes(ctx, query)
    lines = tuple(
        pages.ScopeLine(one.name, links.scope(one.scope_id), one.balance_fen, one.held_fen)
        for one in found.items
    )
    listing = _listing(ctx.now, links.SCOPES, found.next)
    return html(pages.scopes_page(lines, found.total_balance_fen, listing))


@page_row(links.SCOPES + "/{scope_id}")
async def see_account(ctx: Context, scope_id: UUID, query: Page) -> Blob:
    """一个统筹账户的余额、来源和明细。"""
    found = await accounts.get_public_scope(ctx, scope_id, query)
    years = [] if found.account.withheld else await publishing.years_shown(scope_id)
    account = pages.Account(
        place=found.account.name,
        balance_fen=found.account.balance_fen,
        held_fen=found.account.held_fen or 0,
        origins=tuple(notices.Origin(one.words, one.amount_fen) for one in found.sources),
        statement=tuple(
            pages.StatementLine(
                one.effective_on,
                f"{one.words} {one.case_number}".strip(),
                one.amount_fen,
                one.balance_after_fen,
            )
            for one in found.movements
        ),
        notices=tuple(_notice_line(one) for one in found.notices),
        votes=await vote_lines(ctx, scope_id),
        years=tuple((year, links.income(scope_id, year)) for year in years),
    )
    return html(pages.scope_page(account, _listing(ctx.now, links.scope(scope_id), found.next)))


@page_row(links.CASES)
async def see_registrations(ctx: Context, query: Page) -> Blob:
    """已登记备案的办件列表。"""
    found = await accounts.list_public_registrations(ctx, query)
    lines = tuple(
        pages.CaseLine(
            number=one.number,
            registered_on=beijing_date(one.registered_at),
            place=one.place,
            url=links.notice(one.notice_token),
            insurer=one.insurer,
            elevators=one.elevators,
            premium_fen=one.premium_fen,
        )
        for one in found.items
    )
    return html(pages.cases_page(lines, _listing(ctx.now, links.CASES, found.next)))


@page_row(links.PAYOUTS)
async def see_payouts(ctx: Context, query: Page) -> Blob:
    """已拨付的保费列表。"""
    found = await accounts.list_public_payouts(ctx, query)
    lines = tuple(
        pages.PayoutLine(
            paid_on=beijing_date(one.paid_at),
            case_number=one.case_number,
            place=one.place,
            url=links.notice(one.notice_token),
            insurer=one.insurer,
            amount_fen=one.amount_fen,
        )
        for one in found.items
    )
    listing = _listing(ctx.now, links.PAYOUTS, found.next)
    return html(pages.payouts_page(lines, found.total_fen, listing))


_STYLE = (ASSETS / "site.css").read_bytes()
_COUNTER_STYLE = (ASSETS / "counter.css").read_bytes()
_ICON = (ASSETS / "icon.svg").read_bytes()


def _file(path: str, *kinds: str) -> Callable[[Handler], Handler]:
    """Enter a file that never depends on who asks."""
    return route("GET", path, who=Role.PUBLIC, etag=True, blob=kinds, limit="public")


@_file(links.STYLE, "text/css")
async def get_style(ctx: Context) -> Blob:
    """公开页面的样式表。"""
    return Blob(_STYLE, "text/css; charset=utf-8")


@_file(links.COUNTER_STYLE, "text/css")
async def get_counter_style(ctx: Context) -> Blob:
    """工作台的样式表。"""
    return Blob(_COUNTER_STYLE, "text/css; charset=utf-8")


@_file(links.ICON, "image/svg+xml")
async def get_icon(ctx: Context) -> Blob:
    """公开页面的图标。"""
    return Blob(_ICON, "image/svg+xml")


@_file("/robots.txt", "text/plain")
async def get_robots(ctx: Context) -> Blob:
    """搜索引擎不收录扫码页面。"""
    return Blob(ROBOTS.encode(), "text/plain; charset=utf-8")
