"""The calculation of a vote told line by line in Chinese. R8.1 to R8.4."""

from collections.abc import Iterator

from rules.parameters import Threshold
from rules.roll import Totals
from rules.votes.casts import CHOICE_TITLES, CHOICES
from rules.votes.counting import Count
from rules.votes.terms import Terms

CM2_PER_M2 = 10_000


def square_metres(area_cm2: int) -> str:
    """An area as people read it: 89.5平方米; exact, at most four decimals."""
    whole, rest = divmod(area_cm2, CM2_PER_M2)
    decimals = f".{rest:04d}".rstrip("0") if rest else ""
    return f"{whole}{decimals}平方米"


def explain(
    total: Totals, found: Count, terms: Terms, conflicts: int, silent: int, followed: int
) -> tuple[str, ...]:
    """Every figure and every comparison that made the result, and the result itself."""
    lines = [f"名册：{total.heads}人，{square_metres(total.area_cm2)}（R2.2）"]
    lines += _spoken(found)
    lines += _apart(found, conflicts)
    lines += _silence(found, terms, silent, followed)
    compared = list(_comparisons(total, found.participating, found.of("agree"), terms))
    lines += [line for _, _, _, line in compared]
    short = [what for what, _, met, _ in compared if not met]
    lines.append(f"结论：未通过（{'、'.join(short)}未达到）" if short else "结论：通过")
    return tuple(lines)


def missed(total: Totals, took_part: Totals, agree: Totals, terms: Terms) -> tuple[str, ...]:
    """What fell short, each with what was asked: 同意面积（须超过1/2）. R8.1."""
    return tuple(
        f"{what}（{_asked(threshold)}）"
        for what, threshold, met, _ in _comparisons(total, took_part, agree, terms)
        if not met
    )


def _comparisons(
    total: Totals, took_part: Totals, agree: Totals, terms: Terms
) -> Iterator[tuple[str, Threshold, bool, str]]:
    """The four comparisons of R8.1: what, by which threshold, whether met, and the line."""
    for what, part, whole, threshold in (
        ("参与表决", took_part, total, terms.participation),
        ("同意", agree, took_part, terms.threshold),
    ):
        for measure, index in (("人数", 0), ("面积", 1)):
            met, line = _compared(f"{what}{measure}", part[index], whole[index], threshold, index)
            yield f"{what}{measure}", threshold, met, line


def _asked(threshold: Threshold) -> str:
    fraction = f"{threshold.numerator}/{threshold.denominator}"
    return f"须超过{fraction}" if threshold.exceed else f"须不低于{fraction}"


def _compared(
    what: str, part: int, whole: int, threshold: Threshold, index: int
) -> tuple[bool, str]:
    """One comparison, by cross-multiplication, as anybody can do it by hand. R8.1."""
    met = threshold.met(part, whole)
    asked = _asked(threshold)
    shown = f"{square_metres(part)}/{square_metres(whole)}" if index else f"{part}/{whole}"
    outcome = "达到" if met else "未达到"
    if whole <= 0:
        return met, f"{what} {shown}，{asked}：没有可比的基数，{outcome}"
    reached, needed = part * threshold.denominator, whole * threshold.numerator
    holds, fails = (">", "≤") if threshold.exceed else ("≥", "<")
    sign = holds if met else fails
    unit = "（平方厘米）" if index else ""
    return met, (
        f"{what} {shown}，{asked}：{part}×{threshold.denominator}={reached} {sign} "
        f"{whole}×{threshold.numerator}={needed}{unit}，{outcome}"
    )


def _spoken(found: Count) -> list[str]:
    each = []
    for choice in CHOICES:
        counted = found.of(choice)
        area = square_metres(counted.area_cm2)
        each.append(f"{CHOICE_TITLES[choice]}{counted.heads}人、{area}")
    return [f"{'；'.join(each)}；弃权算参与（R8.2）"]


def _apart(found: Count, conflicts: int) -> list[str]:
    """Homes whose owners differ, and owners whose homes differ. R2.3, R8.4."""
    lines = []
    if conflicts:
        lines.append(f"{conflicts}户的共有人意见不一且未推举代表：不计参与，不计任何一方（R2.3）")
    if found.split:
        counted = "人数计参与、不计任何一方" if found.split_counts else "人数不计参与"
        lines.append(f"{found.split}人的几户意见不一：{counted}；面积按各户所投计算（R8.4）")
    return lines


def _silence(found: Count, terms: Terms, silent: int, followed: int) -> list[str]:
    if not silent:
        return []
    if terms.silence == "not_counted":
        return [f"{silent}户未表态：不计参与（R8.2）"]
    if not followed:
        return [
            f"{silent}户未表态：无已送达而可随多数的业主，或人数与面积的多数不一致，不计（R8.2）"
        ]
    kept = silent - followed
    rest = f"；其余{kept}户不计参与" if kept else ""
    return [f"未表态且已送达的业主随多数：{followed}户已计入上列{rest}（R8.2）"]
