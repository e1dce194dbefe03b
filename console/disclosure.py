"""What anybody may read without logging in: balances, notices, registrations, payouts. R12.1."""

from dataclasses import dataclass
from datetime import date, datetime

from console import links
from console.notices import Origin
from console.templates import clock_words, page
from papers.notices.notice import moment_words
from rules.disclosure import Stage
from rules.money import yuan


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a public table; a number is set to the right, `whole` text is not broken."""

    text: str
    url: str = ""
    number: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """How much of a list is shown: the moment it tells of, and where it goes on."""

    as_of: datetime
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """A pooled account in the list; without figures where too few owners share it. R12.2."""

    place: str
    url: str
    balance_fen: int | None
    held_fen: int | None


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice in the list."""

    place: str
    case_number: str
    url: str
    stage: Stage
    premium_fen: int
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A registered case in the list."""

    number: str
    registered_on: date
    place: str
    url: str
    insurer: str
    elevators: int
    premium_fen: int


@dataclass(frozen=True, slots=True)
class PayoutLine:
    """A premium that was paid."""

    paid_on: date
    case_number: str
    place: str
    url: str
    insurer: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A movement of a pooled account and the balance after it."""

    on: date
    words: str
    amount_fen: int
    balance_fen: int


@dataclass(frozen=True, slots=True)
class VoteLine:
    """An owners' vote in the list of its scope."""

    case_number: str
    url: str
    state: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """One pooled account: its figures, where they came from, its movements, newest first;
    `years` are those whose income is explained, with the page that does. R4.7."""

    place: str
    balance_fen: int | None
    held_fen: int | None
    origins: tuple[Origin, ...]
    statement: tuple[StatementLine, ...]
    notices: tuple[NoticeLine, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    years: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme in figures. R11.2, R12.1."""

    running_notices: int
    registered_cases: int
    insured_elevators: int
    balance_fen: int | None
    paid_fen: int
    as_of: datetime


def home_page(programme: Programme) -> str:
    """What this is, in figures and in words, and where everything is."""
    return page("home.html", programme=programme)


def scopes_page(lines: tuple[ScopeLine, ...], total_fen: int | None, listing: Listing) -> str:
    """Every pooled account with balance, holds and what is available; `total_fen` is of all."""
    total = "不公开" if total_fen is None else f"{yuan(total_fen)}元"
    rows = tuple(
        (
            Cell(line.place, line.url),
            *_figures(line.balance_fen, line.held_fen),
        )
        for line in lines
    )
    return _list(
        "增值收益统筹账户",
        f"统筹账户以幢或单元为单位建账，全部账户余额合计{total}。"
        "可用金额为余额减去已为在办方案冻结的金额；业主过少的账户不单独公开，"
        "必要时另有账户一并不公开，以免由合计推算。",
        ("账户", "余额（元）", "已冻结（元）", "可用（元）"),
        rows,
        listing,
        links.SCOPES,
    )


def _figures(balance_fen: int | None, held_fen: int | None) -> tuple[Cell, ...]:
    if balance_fen is None or held_fen is None:
        return (Cell("不公开", number=True),) * 3
    figures = (balance_fen, held_fen, balance_fen - held_fen)
    return tuple(Cell(yuan(fen), number=True) for fen in figures)


def notices_page(lines: tuple[NoticeLine, ...], listing: Listing) -> str:
    """The notices, the latest first."""
    return _list(
        "电梯维修保险方案公示",
        "点击小区名称查看方案全文、资金来源和提出反对意见的办法。",
        _NOTICE_HEADS,
        tuple(_notice_row(line) for line in lines),
        listing,
        links.NOTICES,
    )


def cases_page(lines: tuple[CaseLine, ...], listing: Listing) -> str:
    """The cases that were registered, the latest first."""
    rows = tuple(
        (
            Cell(line.number, whole=True),
            Cell(f"{line.registered_on}", whole=True),
            Cell(line.place, line.url),
            Cell(line.insurer),
            Cell(str(line.elevators), number=True),
            Cell(yuan(line.premium_fen), number=True),
        )
        for line in lines
    )
    return _list(
        "已备案办件",
        "公示无异议、已在市住保中心办理使用登记备案的办件。",
        ("备案编号", "备案日期", "楼栋单元", "保险机构", "电梯（台）", "年保费（元）"),
        rows,
        listing,
        links.CASES,
    )


def payouts_page(lines: tuple[PayoutLine, ...], total_fen: int, listing: Listing) -> str:
    """The premiums that were paid, the latest first; `total_fen` is of all, not of this page."""
    rows = tuple(
        (
            Cell(f"{line.paid_on}", whole=True),
            Cell(line.place, line.url),
            Cell(line.case_number, whole=True),
            Cell(line.insurer),
            Cell(yuan(line.amount_fen), number=True),
        )
        for line in lines
    )
    return _list(
        "保费拨付",
        f"市住保中心拨付至保险机构的保费，累计{yuan(total_fen)}元。由哪个账户支付见各自的公示。",
        ("拨付日期", "楼栋单元", "办件编号", "收款保险机构", "金额（元）"),
        rows,
        listing,
        links.PAYOUTS,
    )


def scope_page(account: Account, listing: Listing) -> str:
    """One pooled account: balance, where it came from, its movements and its notices. R4.7."""
    rows = tuple(
        (
            Cell(f"{line.on}", whole=True),
            Cell(line.words),
            Cell(yuan(line.amount_fen), number=True),
            Cell(yuan(line.balance_fen), number=True),
        )
        for line in account.statement
    )
    return page(
        "scope.html",
        account=account,
        rows=rows,
        notice_heads=_NOTICE_HEADS,
        notice_rows=tuple(_notice_row(line) for line in account.notices),
        vote_rows=tuple(_vote_row(line) for line in account.votes),
        listing=listing,
    )


_NOTICE_HEADS = ("楼栋单元", "办件编号", "状态", "年保费（元）", "反对意见截止")


def _vote_row(line: VoteLine) -> tuple[Cell, ...]:
    return (
        Cell(line.case_number, line.url, whole=True),
        Cell(line.state, whole=True),
        Cell(moment_words(line.ends_at)),
    )


def _notice_row(line: NoticeLine) -> tuple[Cell, ...]:
    return (
        Cell(line.place, line.url),
        Cell(line.case_number, whole=True),
        Cell(line.stage.label, whole=True),
        Cell(yuan(line.premium_fen), number=True),
        Cell(_end_words(line)),
    )


def _end_words(line: NoticeLine) -> str:
    if line.stage is Stage.POSTING:
        return "张贴完毕后确定"
    if line.stage is Stage.PAUSED:
        return "暂缓中，恢复后确定"
    return moment_words(line.ends_at) if line.ends_at else "—"


def _list(
    title: str,
    intro: str,
    heads: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
    listing: Listing,
    here: str,
) -> str:
    return page(
        "list.html",
        title=title,
        intro=intro,
        heads=heads,
        rows=rows,
        as_of=clock_words(listing.as_of),
        next_url=listing.next_url,
        here=here,
    )
