"""A scope's pooled account over a year: as a workbook, and as a paper to print. R3.2, R4.7."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from handlers.ledger.balances import VIEWERS
from handlers.pools import DRAWINGS, WORKBOOKS
from handlers.route import Context, Query, Year, route
from handlers.steps import viewer
from models import ledger
from models.ledger.scopes import scope_named
from models.ledger.yearly import YearStatement, year_statement
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from papers.statements import Sheets
from rules.days import beijing_date
from rules.ledger import JournalKind
from rules.ledger_titles import JOURNALS
from rules.money import yuan
from rules.refusals.asking import NotFound, NotYourScope
from rules.refusals.files import TooManyRows

LINES_MAX = 5_000
PDF = "application/pdf"


class StatementYearQuery(Query, frozen=True):
    """Which year, 1 January to 31 December. R4.5."""

    year: Year


@dataclass(frozen=True)
class ScopeYear:
    """A scope's year, ready to be set."""

    name: str
    code: str
    year: int
    statement: YearStatement

    def rows(self) -> list[tuple[str, ...]]:
        """Day, what for, in, out, balance, case; between the balances before and after."""
        running_fen = self.statement.opening_fen
        rows: list[tuple[str, ...]] = [("", "年初余额", "", "", yuan(running_fen), "")]
        for line in self.statement.lines:
            running_fen += line.amount_fen
            title = JOURNALS[JournalKind(line.kind)]
            rows.append(
                (
                    f"{line.effective_on}",
                    f"{title}（{line.memo}）" if line.memo else title,
                    yuan(line.amount_fen) if line.amount_fen > 0 else "",
                    yuan(-line.amount_fen) if line.amount_fen < 0 else "",
                    yuan(running_fen),
                    line.case_number or "",
                )
            )
        came = sum(line.amount_fen for line in self.statement.lines if line.amount_fen > 0)
        went = -sum(line.amount_fen for line in self.statement.lines if line.amount_fen < 0)
        rows.append(("", "年末余额", yuan(came), yuan(went), yuan(running_fen), ""))
        return rows


COLUMNS = ("生效日期", "事项", "收入（元）", "支出（元）", "余额（元）", "办件编号")
WIDTHS = (0.12, 0.33, 0.12, 0.12, 0.14, 0.17)


@route(
    "GET",
    "/scopes/{scope_id}/statement.xlsx",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, TooManyRows),
    blob=(XLSX,),
    limit="upload",
)
async def export_scope_statement(ctx: Context, scope_id: UUID, query: StatementYearQuery) -> Blob:
    """导出统筹账户一年的收支明细：年初余额、逐笔、年末余额（表格中没有公式）。R3.2、R4.7。"""
    found = await _scope_year(ctx, scope_id, query.year)
    name = f"{found.name}-{found.year}年收支明细.xlsx"
    return await WORKBOOKS.run(ctx.who.key, xlsx, name, "收支明细", COLUMNS, found.rows())


@route(
    "GET",
    "/scopes/{scope_id}/statement.pdf",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, TooManyRows),
    blob=(PDF,),
    limit="upload",
)
async def print_scope_statement(ctx: Context, scope_id: UUID, query: StatementYearQuery) -> Blob:
    """打印统筹账户一年的对账单（A4）。R3.2、R4.7。"""
    found = await _scope_year(ctx, scope_id, query.year)
    return await DRAWINGS.run(ctx.who.key, _paper, found, beijing_date(ctx.now))


def _paper(found: ScopeYear, on: date) -> Blob:
    sheets = Sheets("增值收益统筹账户年度对账单", f"{found.name}　{found.year}年度", on)
    statement = found.statement
    sheets.facts(
        记账单位=f"{found.name}（{found.code}）",
        期间=f"{found.year}年1月1日至12月31日，按银行生效日",
        年初余额=f"{yuan(statement.opening_fen)}元",
        年末余额=f"{yuan(statement.closing_fen)}元",
    )
    if found.year == on.year:
        sheets.words("本年度尚未结束，年末余额为打印当日账面余额。")
    sheets.heading("收支明细（金额单位：元）")
    sheets.table(WIDTHS, COLUMNS, found.rows(), frozenset({2, 3, 4}))
    return Blob(sheets.pdf(), PDF, f"{found.name}-{found.year}年对账单.pdf")


async def _scope_year(ctx: Context, scope_id: UUID, year: int) -> ScopeYear:
    """The year of a scope that the asker sees. NotFound, NotYourScope, TooManyRows."""
    seen = await ledger.account_seen(scope_id, viewer(ctx))
    if seen is None:
        raise NotFound("没有该楼栋或单元")
    if not seen[0]:
        raise NotYourScope()
    name, code = await scope_named(scope_id)
    empty = YearStatement(0, ())
    statement = await year_statement(seen[1], year, LINES_MAX) if seen[1] else empty
    if statement is None:
        raise TooManyRows(f"该年度的明细超过 {LINES_MAX} 行")
    return ScopeYear(name, code, year, statement)
