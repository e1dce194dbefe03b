"""Special accounts and policies bought directly: holders, owners, finance. R13.1."""

from notify.kinds.kind import About, Audience, Words, kind, said, waits
from notify.templates import PROGRESS
from rules.events.votes import AccountOpened, PolicyRecorded
from rules.money import yuan


@kind(AccountOpened, to=Audience.FINANCE)
def deposit_waits(about: About) -> Words | None:
    if not _lacking(about):
        return None
    return waits(about, f"电梯保险专户待缴存{yuan(_lacking(about))}元")


@kind(AccountOpened, to=Audience.APPLICANTS, template=PROGRESS)
def special_opened(about: About) -> Words:
    lacking = _lacking(about)
    if about.case_flow.vote is not None:
        # The shares are the owners' to agree on, and the contract is far off.
        text = f"{about.place}的电梯保险专户已登记户名和退款账户，保费按业主约定的份额存入。"
        return Words("电梯保险专户已登记", text, "专户已登记", "保费按约定份额存入")
    if lacking:
        left = yuan(lacking)
        text = f"{about.place}的电梯保险专户已开设或核对，尚须存入{left}元后签订合同。"
        return Words("电梯保险专户已开设", text, "待缴存", f"尚须存入{left}元")
    text = f"{about.place}的电梯保险专户已开设或核对，资金足以支付，可以签订合同。"
    return Words("电梯保险专户已开设", text, "待签合同", "资金足以支付")


def _lacking(about: About) -> int:
    needed, there = about.data.get("needed_fen", 0), about.data.get("gathered_fen", 0)
    return max(0, int(needed) - int(there))


@kind(PolicyRecorded, to=Audience.APPLICANTS, template=PROGRESS)
def policy_recorded(about: About) -> Words:
    last = said(about.day("to_on"))
    text = (
        f"{about.place}直接投保的保险单已登记，办件编号{about.number}，"
        f"保险至{last}，到期前请办理续保。"
    )
    return Words("保险单已登记", text, "已登记", "所列电梯显示为已投保")


@kind(PolicyRecorded, to=(Audience.OWNERS, Audience.COMMITTEE, Audience.MANAGERS))
def elevators_covered(about: About) -> Words:
    last = said(about.day("to_on"))
    text = f"{about.place}的电梯已由产权人或其代表直接投保，保险至{last}。"
    return Words("电梯已投保", text)
