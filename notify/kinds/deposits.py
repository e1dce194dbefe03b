"""Money at the banks: what waits for a second person, what falls due, what was undone. R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind, said, sum_of
from rules.events.books import (
    AdviceEntered,
    AwardProposed,
    AwardReturned,
    DepositEntered,
    DepositMaturing,
    DepositSettled,
    RateDecided,
    RateProposed,
    ReversalAsked,
    RoundAwarded,
    SettlementReversed,
    TakingOverProposed,
)

SECOND = (Audience.FINANCE, Audience.REVIEWERS)


def _code(about: About) -> str:
    return str(about.data.get("code", ""))


def _rate(about: About) -> str:
    whole, rest = divmod(int(about.data.get("rate_e4", 0)), 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") + "%"


@kind(RateProposed, to=(Audience.CLERKS, *SECOND))
def rate_waits(about: About) -> Words:
    since = said(about.day("since_on"))
    return Words("基准利率待复核", f"自{since}起的基准利率{_rate(about)}已录入，请复核。")


@kind(RateDecided, to=(Audience.CLERKS, *SECOND))
def rate_decided(about: About) -> Words:
    since = said(about.day("since_on"))
    if about.data.get("decision") == "dropped":
        text = f"自{since}起的基准利率{_rate(about)}未采用。{because(about.why)}"
        return Words("基准利率未采用", text)
    changed, kept = (int(about.data.get(name, 0)) for name in ("changed_total", "kept_total"))
    text = f"自{since}起的基准利率{_rate(about)}已复核生效，{changed}个存期随之重新计算"
    text += f"，{kept}个已结息的存期不变，请核对。" if kept else "。"
    return Words("基准利率已生效", text)


@kind(AwardProposed, to=SECOND)
def award_waits(about: About) -> Words:
    text = f"竞争性存放{_offer(about)}已提出定标意见，请复核。{because(about.why)}"
    return Words("竞争性存放定标待复核", text)


@kind(AwardReturned, to=Audience.FINANCE)
def award_returned(about: About) -> Words:
    number = about.data.get("number", "")
    text = f"竞争性存放{number}的定标意见未通过复核，请重新提出。{because(about.why)}"
    return Words("定标意见未通过复核", text)


@kind(RoundAwarded, to=Audience.FINANCE)
def round_awarded(about: About) -> Words:
    text = f"竞争性存放{_offer(about)}已定标，请办理存款。{because(about.why)}"
    return Words("竞争性存放已定标", text)


def _offer(about: About) -> str:
    """The round, and what the chosen bank offers."""
    number, bank = about.data.get("number", ""), about.data.get("bank", "")
    return f"{number}（{bank}，年利率{_rate(about)}）" if bank else str(number)


@kind(DepositEntered, to=SECOND)
def deposit_waits(about: About) -> Words:
    bank, principal = about.data.get("bank", ""), sum_of(about, "principal_fen")
    return Words("存款待复核", f"存款{_code(about)}（{bank}，本金{principal}）已录入，请复核。")


@kind(TakingOverProposed, to=SECOND)
def taking_over_waits(about: About) -> Words | None:
    total = int(about.data.get("total", 0))
    # Many are proposed by one act: only the first of them counts all.
    return Words("存款接收待复核", f"导入的{total}笔存款等待接收入账，请复核。") if total else None


@kind(DepositMaturing, to=Audience.FINANCE)
def deposit_maturing(about: About) -> Words:
    due = said(about.day("matures_on"))
    if about.data.get("overdue"):
        text = f"存款{_code(about)}已于{due}到期，尚未录入结息单，请向银行核实。"
        return Words("存款已到期未结息", text)
    return Words("存款即将到期", f"存款{_code(about)}将于{due}到期，请安排支取或转存。")


@kind(AdviceEntered, to=SECOND)
def advice_waits(about: About) -> Words:
    text = f"存款{_code(about)}的结息单{_advice(about)}已录入，请复核。"
    return Words("结息单待复核", text)


def _advice(about: About) -> str:
    number, interest = about.data.get("advice_number", ""), sum_of(about, "interest_fen")
    return f"{number}（利息{interest}）" if interest else str(number)


@kind(DepositSettled, to=Audience.FINANCE)
def deposit_settled(about: About) -> Words:
    text = f"存款{_code(about)}已结息{sum_of(about, 'interest_fen')}并入账"
    if int(about.data.get("shortfall_fen", 0)):
        text += f"，低于基准利息{sum_of(about, 'shortfall_fen')}，请核实。"
    else:
        text += "。"
    return Words("存款已结息", text)


@kind(ReversalAsked, to=SECOND)
def reversal_waits(about: About) -> Words:
    text = f"存款{_code(about)}的结息单{_advice(about)}已申请冲销，请复核。{because(about.why)}"
    return Words("冲销结息待复核", text)


@kind(SettlementReversed, to=Audience.FINANCE)
def settlement_reversed(about: About) -> Words:
    text = f"存款{_code(about)}的结息单{_advice(about)}已冲销，请录入正确的结息单。"
    return Words("结息已冲销", f"{text}{because(about.why)}")
