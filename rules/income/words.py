"""How a share came to be, in words and figures that an owner can follow with a calculator. R4.7."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from rules.income.attribution import Change
from rules.income.factors import FACTOR_SCALE
from rules.income.settlement import percent
from rules.income.shares import InterestCut, Share, Stretch, share, stretches
from rules.income.terms import TENOR_TITLES
from rules.money import yuan

LINES_MAX = 400
"""Balances shown of one period; a longer one says how many there were."""

METHODS = {"terms": "按整存期计息", "days360": "按实际天数÷360计息"}
NOT_SPENDABLE = "预估，不可支用"


def deposit_words(row: Mapping[str, Any]) -> Iterator[str]:
    """What the bank paid and what of it is income. R4.1 to R4.3."""
    days = (row["to_on"] - row["from_on"]).days
    yield (
        f"存款{row['deposit_code']}（{row['bank']}）：本金{yuan(row['principal_fen'])}元，"
        f"{TENOR_TITLES[row['tenor']]}，{row['opened_on']}起息，约定年利率"
        f"{percent(row['agreed_rate_e4'])}%，{METHODS[row['method']]}；本次结息"
        f"{row['from_on']}（含）至{row['to_on']}（不含）共{days}天"
    )
    yield (
        f"银行实际入账利息{yuan(row['interest_fen'])}元，同期基准利息（起息日基准利率"
        f"{percent(row['benchmark_rate_e4'])}%）{yuan(row['due_benchmark_fen'])}元，增值收益"
        f"{yuan(row['value_added_fen'])}元" + _shortfall(row)
    )
    if row["sign"] < 0:
        yield f"该结息已于{row['reversed_on']}冲销：以前年度归集的收益在本年以负数冲回"


def _shortfall(row: Mapping[str, Any]) -> str:
    if not row["shortfall_fen"]:
        return ""
    return f"（低于基准{yuan(row['shortfall_fen'])}元）"


def share_words(
    row: Mapping[str, Any], share: Share, balances: Sequence[Stretch], scope_id: UUID
) -> Iterator[str]:
    """From balances to the share, and its years. R3.7, R4.5, R4.6."""
    yield from _weight_words(balances, share)
    total, whole, part = abs(row["value_added_fen"]), int(row["weight"]), share.part
    yield f"全市各单位积数合计：{whole}分·天"
    if not whole:
        return
    yield (
        f"份额：{total}分×{share.weight}÷{whole}，整数部分{part.quotient}分，余数{part.remainder}"
    )
    yield _extra_words(row, share, scope_id)
    sign = "，冲销计负" if row["sign"] < 0 else ""
    whole_fen = f"{part.quotient}+{part.extra}={abs(part.fen)}分"
    yield f"本单位份额：{whole_fen}{sign}，即{yuan(share.share_fen)}元"
    for year, slice_fen, fen in share.years:
        yield f"其中{year}年所得：该结息{year}年{yuan(slice_fen)}元中本单位{yuan(fen)}元"


def _weight_words(balances: Sequence[Stretch], share: Share) -> Iterator[str]:
    if len(balances) <= LINES_MAX:
        terms = "+".join(f"{each.balance_fen}分×{each.days}天" for each in balances)
        yield f"本单位积数（分户余额×天数）：{terms}={share.weight}分·天"
    else:
        yield f"本单位积数（分户余额×天数，共{len(balances)}段）：{share.weight}分·天"


def _extra_words(row: Mapping[str, Any], share: Share, scope_id: UUID) -> str:
    if not row["left_fen"]:
        return "各单位取整后没有剩余"
    if row["cut_remainder"] is None:
        how = "加1分" if share.part.extra else "不加"
        return (
            f"各单位取整后余{row['left_fen']}分，余数由大到小各加1分，最后一个得到的单位户数过少，"
            f"不公开其余数：本单位{how}"
        )
    edge, rest = int(row["cut_remainder"]), share.part.remainder
    if rest != edge:
        how = "本单位余数大于它，加1分" if rest > edge else "本单位余数小于它，不加"
    elif scope_id == row["cut_scope_id"]:
        how = "本单位就是它，加1分"
    else:
        how = "余数相等，编号在前的加1分" + ("" if share.part.extra else "，本单位在后，不加")
    return (
        f"各单位取整后余{row['left_fen']}分，余数由大到小各加1分，最后一个得到的余数为{edge}：{how}"
    )


def sum_words(row: Mapping[str, Any]) -> Iterator[str]:
    """From the shares to what was credited. R4.7."""
    net = row["shares_fen"] + row["brought_fen"]
    yield (
        f"本年各笔份额合计{yuan(row['shares_fen'])}元，加上年结转{yuan(row['brought_fen'])}元，"
        f"得{yuan(net)}元"
    )
    if row["carried_fen"]:
        yield f"不足冲回，不记账；{yuan(row['carried_fen'])}元结转以后年度，由以后的收益冲抵"
    else:
        yield f"记入统筹账户{yuan(row['posted_fen'])}元" + _under(row["reference"])


def _under(reference: str | None) -> str:
    return f"（分录{reference}）" if reference else ""


def home_words(
    lines: Sequence[tuple[date | None, int, int, int]], weight: int, cut: InterestCut, home_id: UUID
) -> Iterator[str]:
    """From a home's changes to its interest: lines of day, change, what one fen gained, product.

    R4.8, R3.7.
    """
    scale = f"10^{len(str(FACTOR_SCALE)) - 1}"
    for on, change_fen, gain, product in lines:
        since = "期初" if on is None else f"{on}起"
        yield f"{since}{change_fen}分×每分所得{gain}（{scale}分之一分）={product}"
    yield f"本户权重（上列之和）：{weight}；全市各户权重合计：{cut.weight}"
    if weight <= 0 or cut.total_fen <= 0:
        yield "本年没有分配到本户的利息"
        return
    fen, rest = divmod(cut.total_fen * weight, cut.weight)
    yield f"本年分配利息{cut.total_fen}分×本户权重÷合计：整数部分{fen}分，余数{rest}"
    extra = cut.part_fen(home_id, weight) - fen
    if cut.remainder is not None:
        added = "加1分" if extra else "不加"
        yield (
            f"各户取整后余{cut.left_fen}分，余数由大到小各加1分，最后一户的余数为{cut.remainder}"
            f"（余数相等时户号在前的先加）：本户{added}"
        )
    yield f"本户利息：{fen}+{extra}={fen + extra}分，即{yuan(fen + extra)}元"


@dataclass(frozen=True)
class ShareOfSettlement:
    """A scope's share of one settlement with all that made it. `shown` is the settlement as the
    asker may see it; `words` say the same with figures."""

    shown: Mapping[str, Any]
    stretches: list[Stretch]
    share: Share
    words: list[str]


def explain_share(
    row: Mapping[str, Any], shown: Mapping[str, Any], changes: Sequence[Change], scope_id: UUID
) -> ShareOfSettlement:
    """The scope's share of a settlement (`row`, as the year kept it), step by step. R4.7."""
    part = share(row, changes, scope_id)
    balances = stretches(changes, row["from_on"], row["to_on"])
    words = [*deposit_words(shown), *share_words(shown, part, balances, scope_id)]
    return ShareOfSettlement(shown, balances, part, words)
