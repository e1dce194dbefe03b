"""`explain income`: what deposits earned above the benchmark, and for whom. R4.1 to R4.6."""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rules.days import Step
from rules.income import (
    Benchmarks,
    Change,
    Settled,
    Terms,
    attribute,
    balance_days,
    maturity,
    over_years,
    part_by_cut,
    percent,
    settle,
)
from rules.parameters import DEFAULT, PARAMETERS
from rules.refusals.base import Refusal
from server.explain.reading import BadInput
from server.explain.tables import (
    MAX_FILE_BYTES,
    Deposit,
    Weight,
    read_deposits,
    read_rates,
    read_weights,
)

# Each share of each scope is told while all of them together are not more than anybody reads.
MAX_SHARES_TOLD = 200_000

HELP = f"""\
--file 文件（CSV，UTF-8 或 GB18030，首行为列名，不超过 {MAX_FILE_BYTES // 1_000_000} MB）：
  id               存款编号，不重复
  principal_fen    本金，整数分
  tenor            demand 活期、3m、6m、1y、2y、3y
  opened_on        起息日
  closed_on        结息日（不计息）；早于到期日为提前支取，其后为逾期，均按活期；空为到期（预计）
  agreed_rate_pct  约定年利率（%），最多4位小数
  method           terms 按整年整月，days360 按实际天数除以360（活期一律如此）
  base             fen 按分计息，yuan 只计整元
--weights 文件：scope_id, from_on, to_on（当日不计，空为至今）, balance_fen
--rates 文件：tenor, since_on, rate_pct；不给则用随程序发布的基准利率
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the question."""
    parser.add_argument("--file", required=True, metavar="FILE", help="存款，格式见下")
    parser.add_argument("--weights", metavar="FILE", help="各单位的余额，格式见下")
    parser.add_argument("--rates", metavar="FILE", help="基准利率，格式见下")
    choices = next(one.choices for one in PARAMETERS if one.name == "income.negative")
    parser.add_argument(
        "--negative",
        choices=[str(code) for code, _ in choices],
        default=DEFAULT.income_negative,
        help="；".join(f"{code}：{word}" for code, word in choices),
    )
    parser.epilog = HELP


def answer(asked: argparse.Namespace) -> dict[str, Any]:
    """Every deposit with its interest, benchmark, value added and slices; what each scope gets.

    BadInput names the file, the line and the column of what cannot be.
    """
    benchmarks = read_rates(asked.rates)
    deposits = read_deposits(asked.file)
    balances = _balances(read_weights(asked.weights)) if asked.weights is not None else None
    told = balances is not None and len(deposits) * len(balances) <= MAX_SHARES_TOLD
    scopes: dict[str, int] = dict.fromkeys(balances or (), 0)
    rules: dict[str, None] = {}
    shown = []
    for deposit in deposits:
        terms, settled = _settled(deposit, benchmarks, asked.negative)
        one = _shown(deposit, terms, settled)
        if balances is not None:
            one |= _attributed(deposit, settled, balances, scopes, told)
            rules |= dict.fromkeys(("R4.6", "R3.7"))
        rules |= dict.fromkeys(settled.rules)
        shown.append(one)
    return {
        "deposits": shown,
        "scopes": scopes,
        "negative": asked.negative,
        "rules": sorted(rules),
    }


def _settled(deposit: Deposit, benchmarks: Benchmarks, negative: Any) -> tuple[Terms, Settled]:
    try:
        terms = Terms.agreed(
            deposit.principal_fen,
            deposit.tenor,
            deposit.opened_on,
            deposit.agreed_rate_e4,
            benchmarks,
            deposit.method,
            deposit.base,
        )
        settled = settle(
            terms,
            part_fen=deposit.principal_fen,
            to_on=deposit.closed_on or maturity(deposit.opened_on, deposit.tenor),
            interest_fen=None,
            demand_rate_e4=None,
            benchmarks=benchmarks,
            negative=negative,
        )
    except Refusal as refusal:
        raise BadInput(f"存款文件第{deposit.line}行：{refusal}") from None
    return terms, settled


def _shown(deposit: Deposit, terms: Terms, settled: Settled) -> dict[str, Any]:
    return {
        "id": deposit.id,
        "interest_fen": settled.interest_fen,
        "benchmark_fen": settled.due_benchmark_fen,
        "value_added_fen": settled.value_added_fen,
        "slices": _by_year(settled.slices),
        "homes_fen": settled.benchmark_fen,
        "shortfall_fen": settled.shortfall_fen,
        "kind": settled.kind,
        "estimate": deposit.closed_on is None,
        "from_on": settled.from_on.isoformat(),
        "to_on": settled.to_on.isoformat(),
        "matures_on": terms.matures_on and terms.matures_on.isoformat(),
        "overdue_days": settled.overdue_days,
        "benchmark_rate_pct": percent(terms.benchmark_rate_e4),
        "steps": [_step(step) for step in settled.steps],
    }


def _by_year(slices: Mapping[int, int]) -> dict[str, int]:
    return {str(year): fen for year, fen in sorted(slices.items())}


def _step(step: Step) -> dict[str, Any]:
    shown = {"rule": step.rule, "what": step.what, "text": step.text}
    return shown | ({"day": step.day.isoformat()} if step.day else {})


def _balances(weights: Sequence[Weight]) -> dict[str, list[Change]]:
    """The changes of each scope's balance, scopes by ascending id."""
    changes: dict[str, list[Change]] = defaultdict(list)
    for weight in weights:
        changes[weight.scope_id].append((weight.from_on, weight.balance_fen))
        if weight.to_on is not None:
            changes[weight.scope_id].append((weight.to_on, -weight.balance_fen))
    return dict(sorted(changes.items()))


def _attributed(
    deposit: Deposit,
    settled: Settled,
    balances: Mapping[str, Sequence[Change]],
    scopes: dict[str, int],
    told: bool,
) -> dict[str, Any]:
    """How this deposit's value added was attributed; the shares are added to `scopes`."""
    weights = {
        scope: balance_days(changes, settled.from_on, settled.to_on)
        for scope, changes in balances.items()
    }
    if not settled.value_added_fen and not any(weights.values()):
        return {"scopes": {}}
    try:
        given = attribute(settled.value_added_fen, weights)
    except Refusal as refusal:
        period = f"{settled.from_on}至{settled.to_on}"
        raise BadInput(f"存款文件第{deposit.line}行（{period}）：{refusal}") from None
    for scope, fen in given.parts.items():
        scopes[scope] += fen
    head = {"weight": given.weight, "left_fen": given.left_fen}
    if not told:
        return head
    years = over_years(given.parts, settled.slices)
    shares = {}
    for scope, fen in given.parts.items():
        part = part_by_cut(settled.value_added_fen, weights[scope], given.cut, scope)
        shares[scope] = {
            "weight": weights[scope],
            "fen": fen,
            "quotient": part.quotient,
            "remainder": part.remainder,
            "extra": part.extra,
            "slices": _by_year(years[scope]),
        }
    return head | {"scopes": shares}
