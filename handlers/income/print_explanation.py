"""How a scope's income of a year was computed, printed. R4.7."""

from uuid import UUID

from handlers.income.explaining import earned_of, find_income, refuse_unseen
from handlers.income.year_deposits import YearSettlementQuery
from handlers.income.years import STATES
from handlers.ledger.balances import VIEWERS
from handlers.pools import DRAWINGS
from handlers.route import Context, Year, route
from papers.blob import Blob
from papers.income_explanations import Income, income_pdf
from rules.days import beijing_date
from rules.income.words import ShareOfSettlement, sum_words
from rules.refusals.asking import NotFound, NotYourScope
from rules.refusals.files import TooManyRows

PDF = "application/pdf"


# A year of the whole city has some thousand settlements; more is no paper any more.
SETTLEMENTS_MAX = 3_000


AT_ONCE = 50


@route(
    "GET",
    "/scopes/{scope_id}/income/{year}/explanation.pdf",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, TooManyRows),
    blob=(PDF,),
    limit="upload",
)
async def print_scope_income(ctx: Context, scope_id: UUID, year: Year) -> Blob:
    """打印某年度增值收益的计算说明（A4）：存款、利率、天数、积数、余数，可据以手工复算。R4.7。"""
    await refuse_unseen(ctx, scope_id)
    after = ""
    items: list[ShareOfSettlement] = []
    while True:
        query = YearSettlementQuery(after=after, limit=AT_ONCE)
        row, shares, page = await find_income(ctx, scope_id, year, query)
        items += shares
        after = page.next
        if not after:
            break
        if len(items) >= SETTLEMENTS_MAX:
            raise TooManyRows(f"该年度的结息超过 {SETTLEMENTS_MAX} 笔，请下载归集数据复算")
    income = Income(
        name=row["name"],
        year=year,
        state_title=STATES[row["state"]],
        shares_fen=row["shares_fen"],
        brought_fen=row["brought_fen"],
        posted_fen=row["posted_fen"],
        carried_fen=row["carried_fen"],
        words=list(sum_words(row)),
        earned=[(one.year, one.income_fen) for one in earned_of(row)],
    )
    content = await DRAWINGS.run(ctx.who.key, income_pdf, income, items, beijing_date(ctx.now))
    return Blob(content, PDF, f"{income.name}-{year}年增值收益计算说明.pdf")
