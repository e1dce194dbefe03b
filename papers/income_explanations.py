"""How a scope's income of a year was computed, on A4: enough to do it again by hand. R4.7."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from papers.statements import Sheets
from rules.income import TENOR_TITLES, percent
from rules.income.words import ShareOfSettlement
from rules.money import yuan

# So many are worked out step by step; of the others the paper gives the line, the page the steps.
STEPS_MAX = 40


BALANCES_MAX = 40


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


@dataclass(frozen=True)
class Income:
    """A scope's year: its sums in fen, what they rest on in words, the years of its earning."""

    name: str
    year: int
    state_title: str
    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int
    words: Sequence[str]
    earned: Sequence[tuple[int, int]]


def income_pdf(income: Income, items: Sequence[ShareOfSettlement], on: date) -> bytes:
    """How the income was computed, on as many pages as it takes; of very many settlements the
    first are worked out step by step."""
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
    for year, fen in income.earned:
        sheets.words(f"其中{year}年取得{yuan(fen)}元。")
    sheets.heading("各笔存款的份额")
    sheets.table(WIDTHS, HEADS, [_line(item) for item in items], frozenset({2, 3, 4, 5}))
    for item in items[:STEPS_MAX]:
        _steps(sheets, item)
    if len(items) > STEPS_MAX:
        left = len(items) - STEPS_MAX
        sheets.words(f"其余{left}笔的计算步骤见公开页面，或下载归集数据用复算脚本复算。")
    return sheets.pdf()


def _line(item: ShareOfSettlement) -> tuple[str, ...]:
    row = item.shown
    return (
        f"{row['deposit_code']}{'（冲销）' if row['sign'] < 0 else ''}",
        f"{row['from_on']}至{row['to_on']}",
        str((row["to_on"] - row["from_on"]).days),
        yuan(row["sign"] * row["value_added_fen"]),
        str(item.share.weight),
        yuan(item.share.share_fen),
    )


def _steps(sheets: Sheets, item: ShareOfSettlement) -> None:
    row = item.shown
    sheets.heading(f"存款{row['deposit_code']}（{row['bank']}）")
    sheets.words(
        f"本金{yuan(row['principal_fen'])}元，{TENOR_TITLES[row['tenor']]}，"
        f"{row['opened_on']}起息；约定利率{percent(row['agreed_rate_e4'])}%，"
        f"基准利率{percent(row['benchmark_rate_e4'])}%；{row['credited_on']}"
        f"入账利息{yuan(row['interest_fen'])}元，基准利息{yuan(row['due_benchmark_fen'])}元，"
        f"增值收益{yuan(row['value_added_fen'])}元。"
    )
    rows = [
        (
            f"{one.from_on}",
            f"{one.to_on}",
            str(one.days),
            yuan(one.balance_fen),
            str(one.balance_fen * one.days),
        )
        for one in item.stretches[:BALANCES_MAX]
    ]
    if rows:
        sheets.table(BALANCE_WIDTHS, BALANCE_HEADS, list(rows), frozenset({2, 3, 4}))
    if len(item.stretches) > BALANCES_MAX:
        sheets.words(f"另有{len(item.stretches) - BALANCES_MAX}段余额，见归集数据。")
    for word in item.words[2:]:
        if len(word) <= 400:
            sheets.words(f"· {word}")
