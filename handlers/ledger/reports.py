"""What came and went in a year of the books, and the trial balance, to read and to keep. R3.2."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta

from handlers.ledger.books import TrialBalance, TrialQuery, get_trial_balance
from handlers.pools import WORKBOOKS
from handlers.route import Answer, Context, Year, route
from handlers.shown import at
from models.ledger import yearly
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.ledger import AccountKind, JournalKind
from rules.ledger_titles import ACCOUNTS, JOURNALS
from rules.money import yuan
from rules.people import BOOK_READERS, BOOKKEEPERS
from rules.refusals.asking import NotFound


class YearTurnover(Answer, frozen=True):
    """一类凭证对一类账户的发生额，单位：分。"""

    account: Annotated[AccountKind, Meta(title="账户类别")]
    account_title: str
    debit_fen: int
    credit_fen: int


class YearJournals(Answer, frozen=True):
    """全年一类凭证的合计，冲销的另列一行；`amount_fen` 为借贷任一方的合计，单位：分。"""

    kind: JournalKind
    undone: Annotated[bool, Meta(title="冲销", description="这一行是该类凭证的冲销")]
    kind_title: str
    journals: int
    amount_fen: int
    accounts: Annotated[list[YearTurnover], Meta(title="各类账户")]


class YearAccount(Answer, frozen=True):
    """一类账户的年初余额、全年借贷发生额和年末余额，单位：分。"""

    kind: Annotated[AccountKind, Meta(title="账户类别")]
    kind_title: Annotated[str, Meta(title="账户类别", description="可直接显示")]
    opening_fen: Annotated[int, Meta(title="年初余额")]
    debit_fen: int
    credit_fen: int
    closing_fen: Annotated[int, Meta(title="年末余额")]


class LedgerYear(Answer, frozen=True):
    """年度收支总表；每个数字都出自账簿。R3.2。"""

    year: int
    as_of: datetime
    kinds: list[YearJournals]
    accounts: Annotated[list[YearAccount], Meta(title="各类账户")]
    debit_fen: int
    credit_fen: int


@route("GET", "/ledger/years/{year}", who=BOOK_READERS, refuses=(NotFound,))
async def get_ledger_year(ctx: Context, year: Year) -> LedgerYear:
    """年度收支总表：按凭证类别和账户类别汇总，期初、借贷发生额、期末均与账簿一致。R3.2、R4.5。"""
    return await _summary(ctx, year)


async def _summary(ctx: Context, year: int) -> LedgerYear:
    found = await yearly.turnovers(year)
    counts = await yearly.counts(year)
    before = await yearly.balances_at(date(year - 1, 12, 31))
    after = await yearly.balances_at(date(year, 12, 31))
    return LedgerYear(
        year=year,
        as_of=at(ctx.now),
        kinds=[_kind(key, journals, found) for key, journals in sorted(counts.items())],
        accounts=[_account(kind, found, before, after) for kind in AccountKind],
        debit_fen=sum(one.debit_fen for one in found),
        credit_fen=sum(one.credit_fen for one in found),
    )


def _kind(
    key: tuple[JournalKind, bool], journals: int, found: list[yearly.Turnover]
) -> YearJournals:
    own = [one for one in found if (one.kind, one.undone) == key]
    kind, undone = key
    return YearJournals(
        kind=kind,
        undone=undone,
        kind_title=f"冲销：{JOURNALS[kind]}" if undone else JOURNALS[kind],
        journals=journals,
        amount_fen=sum(one.debit_fen for one in own),
        accounts=[
            YearTurnover(
                account=one.account,
                account_title=ACCOUNTS[one.account],
                debit_fen=one.debit_fen,
                credit_fen=one.credit_fen,
            )
            for one in own
        ],
    )


def _account(
    kind: AccountKind,
    found: list[yearly.Turnover],
    before: dict[AccountKind, int],
    after: dict[AccountKind, int],
) -> YearAccount:
    own = [one for one in found if one.account == kind]
    return YearAccount(
        kind=kind,
        kind_title=ACCOUNTS[kind],
        opening_fen=before.get(kind, 0),
        debit_fen=sum(one.debit_fen for one in own),
        credit_fen=sum(one.credit_fen for one in own),
        closing_fen=after.get(kind, 0),
    )


@route(
    "GET",
    "/ledger/years/{year}/summary.xlsx",
    who=BOOK_READERS,
    refuses=(NotFound,),
    blob=(XLSX,),
    limit="upload",
)
async def export_ledger_year(ctx: Context, year: Year) -> Blob:
    """导出年度收支总表（表格中没有公式）。R3.2。"""
    return await WORKBOOKS.run(ctx.who.key, _summary_file, await _summary(ctx, year))


def _summary_file(summary: LedgerYear) -> Blob:
    rows: list[tuple[str | int, ...]] = []
    for kind in summary.kinds:
        rows.append((kind.kind_title, "合计", kind.journals, yuan(kind.amount_fen), ""))
        rows += [
            (kind.kind_title, one.account_title, "", yuan(one.debit_fen), yuan(one.credit_fen))
            for one in kind.accounts
        ]
    rows.append(("全部", "合计", "", yuan(summary.debit_fen), yuan(summary.credit_fen)))
    rows.append(("账户类别", "期初余额（元）", "期末余额（元）", "借方（元）", "贷方（元）"))
    rows += [
        (
            one.kind_title,
            yuan(one.opening_fen),
            yuan(one.closing_fen),
            yuan(one.debit_fen),
            yuan(one.credit_fen),
        )
        for one in summary.accounts
    ]
    heads = ("凭证类别", "账户类别", "笔数", "借方（元）", "贷方（元）")
    return xlsx(f"{summary.year}年收支总表.xlsx", "收支总表", heads, rows)


@route("GET", "/ledger/trial-balance.xlsx", who=BOOKKEEPERS, blob=(XLSX,), limit="upload")
async def export_trial_balance(ctx: Context, query: TrialQuery) -> Blob:
    """导出试算平衡表：按银行生效日与记账时间两个时点（表格中没有公式）。R3.2。"""
    return await WORKBOOKS.run(ctx.who.key, _trial_file, await get_trial_balance(ctx, query))


def _trial_file(found: TrialBalance) -> Blob:
    rows: list[tuple[str | int, ...]] = [
        (
            one.kind_title,
            one.accounts,
            yuan(one.debit_fen),
            yuan(one.credit_fen),
            yuan(one.balance_fen),
        )
        for one in found.items
    ]
    rows.append(("合计", "", yuan(found.debit_fen), yuan(found.credit_fen), ""))
    effective = f"{found.effective_on}" if found.effective_on else "全部"
    recorded = found.recorded_at.isoformat(sep=" ") if found.recorded_at else "全部"
    rows.append((f"生效日截至：{effective}；记账时间截至：{recorded}", "", "", "", ""))
    heads = ("账户类别", "账户数", "借方发生额（元）", "贷方发生额（元）", "余额（元）")
    return xlsx("试算平衡表.xlsx", "试算平衡表", heads, rows)
