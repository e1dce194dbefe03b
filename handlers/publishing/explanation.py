"""How a scope's income of a year was computed, on paper. R4.7."""

import asyncio
from datetime import date
from uuid import UUID

from handlers.income.explaining import DepositQuery, DepositShare, IncomeExplained, explained
from handlers.income.years import year_of
from handlers.ledger.balances import VIEWERS
from handlers.route import Context, route
from handlers.steps import viewer
from models import ledger
from papers.blob import Blob
from papers.statements import Sheets
from rules.days import beijing_date
from rules.income import TENOR_TITLES, percent
from rules.money import yuan
from rules.refusals.asking import NotFound, NotYourScope
from rules.refusals.files import TooManyRows

PDF = "application/pdf"
# A year of the whole city has some thousand settlements; more is no paper any more.
SETTLEMENTS_MAX = 3_000
# So many are worked out step by step; of the others the paper gives the line, the page the steps.
STEPS_MAX = 40
BALANCES_MAX = 40
AT_ONCE = 50

HEADS = (
    "存款",
    "结息期间（不含末日）",
    "天数",
    "增值收益（元）",
    "本单位积数（分·天）",
    "份额（元）",
)
WIDTHS = (0.2, 0.25, 0.07, 0.15, 0.2, 0.13)
BALANCE_HEADS = ("自（含）", "至（不含）", "天数", "分户余额合计（元）", "积数（分·天）")
BALANCE_WIDTHS = (0.18, 0.18, 0.1, 0.26, 0.28)
METHOD = (
    "每笔存款结息时，银行实际入账的利息减去起息日央行基准利率的利息，为该笔的增值收益；"
    "该笔结息期间各幢或单元的分户余额（分）逐日相加为积数；增值收益按积数之比分给各单位，"
    "先取整到分，余下的几分按余数由大到小各加1分；本年各笔份额相加为本单位本年的收益。"
)


@route(
    "GET",
    "/scopes/{scope_id}/income/{year}/explanation.pdf",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, TooManyRows),
    blob=(PDF,),
    limit="upload",
)
async def income_paper(ctx: Context, scope_id: UUID, year: str) -> Blob:
    """打印某年度增值收益的计算说明（A4）：存款、利率、天数、积数、余数，可据以手工复算。R4.7。"""
    seen = await ledger.account_seen(scope_id, viewer(ctx))
    if seen is None:
        raise NotFound("没有该楼栋或单元")
    if not seen[0]:
        raise NotYourScope()
    number, after = year_of(year), ""
    items: list[DepositShare] = []
    while True:
        found = await explained(ctx, scope_id, number, DepositQuery(after=after, limit=AT_ONCE))
        items += found.items
        after = found.next
        if not after:
            break
        if len(items) >= SETTLEMENTS_MAX:
            raise TooManyRows(f"该年度的结息超过 {SETTLEMENTS_MAX} 笔，请下载归集数据复算")
    return await asyncio.to_thread(_paper, found, items, beijing_date(ctx.now))


def _paper(income: IncomeExplained, items: list[DepositShare], on: date) -> Blob:
    sheets = Sheets("增值收益计算说明", f"{income.name}　{income.year}年度", on)
    sheets.facts(
        记账单位=income.name,
        状态=income.state_title,
        本年份额合计=f"{yuan(income.shares_fen)}元",
        上年结转=f"{yuan(income.brought_fen)}元",
        记入统筹账户=f"{yuan(income.posted_fen)}元",
        结转以后年度=f"{yuan(income.carried_fen)}元",
    )
    sheets.heading("计算方法")
    sheets.words(METHOD)
    for word in income.words:
        sheets.words(f"{word}。")
    for one in income.earned:
        sheets.words(f"其中{one.year}年取得{yuan(one.income_fen)}元。")
    sheets.heading("各笔存款的份额")
    sheets.table(WIDTHS, HEADS, [_line(item) for item in items], frozenset({2, 3, 4, 5}))
    for item in items[:STEPS_MAX]:
        _steps(sheets, item)
    if len(items) > STEPS_MAX:
        left = len(items) - STEPS_MAX
        sheets.words(f"其余{left}笔的计算步骤见公开页面，或下载归集数据用复算脚本复算。")
    return Blob(sheets.pdf(), PDF, f"{income.name}-{income.year}年增值收益计算说明.pdf")


def _line(item: DepositShare) -> tuple[str, ...]:
    deposit = item.deposit
    return (
        f"{deposit.deposit_code}{'（冲销）' if deposit.sign < 0 else ''}",
        f"{deposit.from_on}至{deposit.to_on}",
        str(deposit.days),
        yuan(deposit.sign * deposit.value_added_fen),
        item.weight,
        yuan(item.share_fen),
    )


def _steps(sheets: Sheets, item: DepositShare) -> None:
    deposit = item.deposit
    sheets.heading(f"存款{deposit.deposit_code}（{deposit.bank}）")
    sheets.words(
        f"本金{yuan(deposit.principal_fen)}元，{TENOR_TITLES[deposit.tenor]}，"
        f"{deposit.opened_on}起息；约定利率{percent(deposit.agreed_rate_e4)}%，"
        f"基准利率{percent(deposit.benchmark_rate_e4)}%；{deposit.credited_on}"
        f"入账利息{yuan(deposit.interest_fen)}元，基准利息{yuan(deposit.due_benchmark_fen)}元，"
        f"增值收益{yuan(deposit.value_added_fen)}元。"
    )
    rows = [
        (f"{one.from_on}", f"{one.to_on}", str(one.days), yuan(one.balance_fen), one.product)
        for one in item.balances[:BALANCES_MAX]
    ]
    if rows:
        sheets.table(BALANCE_WIDTHS, BALANCE_HEADS, list(rows), frozenset({2, 3, 4}))
    if len(item.balances) > BALANCES_MAX:
        sheets.words(f"另有{len(item.balances) - BALANCES_MAX}段余额，见归集数据。")
    for word in item.words[2:]:
        if len(word) <= 400:
            sheets.words(f"· {word}")
