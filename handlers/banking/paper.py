"""The certificate on A4, as it is filed: both balances, every difference, who prepared it. R3.9."""

from collections.abc import Mapping

from handlers.banking.monthly import CertificateList, ReconciliationView
from papers.drawing import drawing
from papers.drawing.blocks import Row, Setter, take
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.page import BLACK, GREY, HEIGHT, RED, WIDTH, Sheet, Text
from papers.drawing.paint import to_pdf
from papers.notices.notice import day_words, moment_words
from rules.banking.reconciling import Side
from rules.city import CITY
from rules.money import yuan

MARGIN = 44.0
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 26.0
SIZE, PAD = 9.5, 3.0
TITLE = "银行存款余额调节表"
STATES: Mapping[str, str] = {"prepared": "待复核", "certified": "已复核", "dropped": "已作废"}
_BALANCES = (0.34, 0.16, 0.34, 0.16)
_ITEMS = (0.14, 0.18, 0.24, 0.44)


def certificate_pdf(view: ReconciliationView) -> bytes:
    """The certificate as PDF, on as many pages as its differences need; nothing is cut."""
    with drawing:
        return to_pdf(_pages(view), "A4", f"{TITLE} {view.number}")


def _pages(view: ReconciliationView) -> list[Sheet]:
    rows, pages = _rows(view), list[Sheet]()
    while rows:
        page = Sheet()
        y = _head(page, view)
        fitting, rows = take(rows, FOOT - 16 - y)
        if not fitting:
            raise ValueError("a row of the certificate is taller than a page")
        for row in fitting:
            page.put(*row.marks(y))
            y += row.height
        pages.append(page)
    for number, page in enumerate(pages, 1):
        words = f"摘要值 {view.sha256[:32]}…　第{number}页 共{len(pages)}页"
        x = WIDTH - MARGIN - measure(words, REGULAR, 7.5)
        page.put(Text(x, FOOT, words, 7.5, REGULAR, GREY))
    return pages


def _head(page: Sheet, view: ReconciliationView) -> float:
    y = 34.0
    words = f"编号 {view.number}　{day_words(view.end_on)}　单位：元　{STATES[view.state]}"
    for text, size, weight, colour in (
        (CITY.centre, 12.0, BOLD, RED),
        (TITLE, 19.0, BOLD, BLACK),
        (printable(words), 9.0, REGULAR, GREY),
    ):
        y += size * 1.4
        x = (WIDTH - measure(text, weight, size)) / 2
        page.put(Text(x, y - size * 0.3, text, size, weight, colour))
    return y + 10


def _rows(view: ReconciliationView) -> list[Row]:
    setter = Setter(MARGIN, MEASURE, SIZE, PAD)
    sums = {one.side: one.sum_fen for one in view.lists}
    titles = {one.side: one.title for one in view.lists}
    table = [("银行对账单余额", yuan(view.bank_fen), "企业银行存款账面余额", yuan(view.books_fen))]
    for pair in ((Side.BOOKS_IN, Side.BANK_IN), (Side.BOOKS_OUT, Side.BANK_OUT)):
        left, right = ((_signed(titles[side]), yuan(abs(sums[side]))) for side in pair)
        table.append((*left, *right))
    ends = (yuan(view.adjusted_bank_fen), yuan(view.adjusted_books_fen))
    table.append(("调节后余额", ends[0], "调节后余额", ends[1]))
    rows = [
        setter.fact("开户银行", view.bank),
        setter.fact("账号", f"{view.bank_number}　{view.title}"),
        setter.heading("一、余额调节"),
        setter.line(_BALANCES, ("项目", "金额", "项目", "金额"), head=True),
        *(setter.line(_BALANCES, texts) for texts in table),
        setter.heading("二、未达账项"),
    ]
    for one in view.lists:
        rows += _list(setter, one)
    return [*rows, setter.heading("三、编制与复核"), *_signed_by(setter, view)]


def _signed(title: str) -> str:
    return f"{'加' if '收、' in title else '减'}：{title}"


def _list(setter: Setter, one: CertificateList) -> list[Row]:
    if not one.items:
        return [setter.paragraph(f"{one.title}：无")]
    return [
        setter.paragraph(f"{one.title}：{len(one.items)} 笔，{yuan(one.sum_fen)} 元", BOLD),
        setter.line(_ITEMS, ("日期（账龄）", "金额", "编号", "说明"), head=True),
        *(
            setter.line(
                _ITEMS,
                (
                    f"{item.on}（{item.age_days} 天）",
                    yuan(item.amount_fen),
                    item.reference,
                    item.reason,
                ),
            )
            for item in one.items
        ),
    ]


def _signed_by(setter: Setter, view: ReconciliationView) -> list[Row]:
    rows = [setter.fact("编制时间", moment_words(view.prepared_at))]
    if view.certified_at is not None:
        rows.append(setter.fact("复核时间", moment_words(view.certified_at)))
    if view.dropped_at is not None:
        rows.append(setter.fact("作废", f"{moment_words(view.dropped_at)}：{view.drop_reason}"))
    return [*rows, setter.fact("编制人签名", "　"), setter.fact("复核人签名", "　")]
