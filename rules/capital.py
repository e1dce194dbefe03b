"""Sums as they are written on vouchers: in capital numerals, so that no stroke adds a nought. R9.5.

By the rules for filling in bills (支付结算办法, 附一): 人民币壹拾万零伍元零陆分, 人民币壹仟元整.
"""

DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEPS = ((1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))
_GREAT = ((10**8, "亿"), (10**4, "万"))


def capital_yuan(fen: int) -> str:
    """The sum in capital numerals, with 人民币 before it; whole ones end with 整. R3.1."""
    yuan, cents = divmod(abs(fen), 100)
    dime, cent = divmod(cents, 10)
    said = f"{_whole(yuan)}元" if yuan or not cents else ""
    if dime:
        said += f"{DIGITS[dime]}角"
    elif cent and yuan:
        said += "零"
    said += f"{DIGITS[cent]}分" if cent else "整"
    return f"人民币{'负' if fen < 0 else ''}{said}"


def _whole(number: int) -> str:
    """A whole number; one 零 stands for any row of noughts between digits, none at the end."""
    if number == 0:
        return DIGITS[0]
    for size, name in _GREAT:
        if number >= size:
            above, rest = divmod(number, size)
            between = DIGITS[0] if 0 < rest < size // 10 else ""
            return f"{_whole(above)}{name}{between}{_whole(rest) if rest else ''}"
    said, skipped = "", False
    for size, name in _STEPS:
        digit, number = divmod(number, size)
        if digit:
            said += (DIGITS[0] if skipped and said else "") + DIGITS[digit] + name
        skipped = not digit
    return said
