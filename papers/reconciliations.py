"""The certificate on A4, as it is filed: both balances, every difference, who prepared it. R3.9."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from papers.drawing import drawing
from papers.drawing.blocks import Row, Setter, take
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.page import BLACK, GREY, HEIGHT, RED, WIDTH, Sheet, Text
from papers.drawing.paint import to_pdf
from papers.notices.notice import day_words, moment_words
from rules.banking.reconciling import TITLES, Certificate, Difference, OpenSide
from rules.city import CITY
from rules.money import yuan

MARGIN = 44.0
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 26.0
SIZE, PAD = 9.5, 3.0
TITLE = "银行存款余额调节表"
STATES: Mapping[str, str] = {"draft": "待复核", "confirmed": "已复核", "dropped": "已作废"}
_BALANCES = (0.34, 0.16, 0.34, 0.16)
_ITEMS = (0.14, 0.18, 0.24, 0.44)


@dataclass(frozen=True)
class Filing:
    """How a certificate is filed: its number, its state and the moments of it, its digest (hex)."""

    number: str
    state: str
    sha256: str
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


def certificate_pdf(certificate: Certificate, filing: Filing) -> bytes:
    """The certificate as PDF, on as many pages as its differences need; nothing is cut."""
    with drawing:
        return to_pdf(_pages(certificate, filing), "A4", f"{TITLE} {filing.number}")


def _pages(certificate: Certificate, filing: Filing) -> list[Sheet]:
    rows, pages = _rows(certificate, filing), list[Sheet]()
    while rows:
        page = Sheet()
        y = _head(page, certificate, filing)
        fitting, rows = take(rows, FOOT - 16 - y)
        if not fitting:
            raise ValueError("a row of the certificate is taller than a page")
        for row in fitting:
            page.put(*row.marks(y))
            y += row.height
        pages.append(page)
    for number, page in enumerate(pages, 1):
        words = f"摘要值 {filing.sha256[:32]}…　第{number}页 共{len(pages)}页"
        x = WIDTH - MARGIN - measure(words, REGULAR, 7.5)
        page.put(Text(x, FOOT, words, 7.5, REGULAR, GREY))
    return pages


def _head(page: Sheet, certificate: Certificate, filing: Filing) -> float:
    y = 34.0
    day = day_words(certificate.end_on)
    words = f"编号 {filing.number}　{day}　单位：元　{STATES[filing.state]}"
    for text, size, weight, colour in (
        (CITY.centre, 12.0, BOLD, RED),
        (TITLE, 19.0, BOLD, BLACK),
        (printable(words), 9.0, REGULAR, GREY),
    ):
        y += size * 1.4
        x = (WIDTH - measure(text, weight, size)) / 2
        page.put(Text(x, y - size * 0.3, text, size, weight, colour))
    return y + 10


def _rows(certificate: Certificate, filing: Filing) -> list[Row]:
    setter = Setter(MARGIN, MEASURE, SIZE, PAD)
    bank, books = yuan(certificate.bank_fen), yuan(certificate.books_fen)
    table = [("银行对账单余额", bank, "企业银行存款账面余额", books)]
    for pair in ((OpenSide.BOOKS_IN, OpenSide.BANK_IN), (OpenSide.BOOKS_OUT, OpenSide.BANK_OUT)):
        left, right = ((_signed(TITLES[side]), yuan(abs(certificate.sums[side]))) for side in pair)
        table.append((*left, *right))
    ends = (yuan(certificate.adjusted_bank_fen), yuan(certificate.adjusted_books_fen))
    table.append(("调节后余额", ends[0], "调节后余额", ends[1]))
    rows = [
        setter.fact("开户银行", certificate.account.bank),
        setter.fact("账号", f"{certificate.account.number}　{certificate.account.holder}"),
        setter.heading("一、余额调节"),
        setter.line(_BALANCES, ("项目", "金额", "项目", "金额"), head=True),
        *(setter.line(_BALANCES, texts) for texts in table),
        setter.heading("二、未达账项"),
    ]
    for side in OpenSide:
        rows += _list(setter, TITLES[side], certificate.items[side], certificate.sums[side])
    return [*rows, setter.heading("三、编制与复核"), *_signed_by(setter, filing)]


def _signed(title: str) -> str:
    return f"{'加' if '收、' in title else '减'}：{title}"


def _list(setter: Setter, title: str, items: list[Difference], sum_fen: int) -> list[Row]:
    if not items:
        return [setter.paragraph(f"{title}：无")]
    return [
        setter.paragraph(f"{title}：{len(items)} 笔，{yuan(sum_fen)} 元", BOLD),
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
            for item in items
        ),
    ]


def _signed_by(setter: Setter, filing: Filing) -> list[Row]:
    rows = [setter.fact("编制时间", moment_words(filing.entered_at))]
    if filing.confirmed_at is not None:
        rows.append(setter.fact("复核时间", moment_words(filing.confirmed_at)))
    if filing.dropped_at is not None:
        rows.append(setter.fact("作废", f"{moment_words(filing.dropped_at)}：{filing.drop_reason}"))
    return [*rows, setter.fact("编制人签名", "　"), setter.fact("复核人签名", "　")]
