"""From the contract to the policy: who must act, and everybody when money is paid. R9, R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind, said, sum_of, waits
from notify.templates import PROGRESS, TASK
from rules.events.cases import (
    Contracted,
    PayoutDue,
    PayoutPrepared,
    PayoutRecounted,
    PayoutRequested,
    PayoutReturned,
    PolicyIssued,
    PremiumPaid,
)


@kind(Contracted, to=Audience.INSURER)
def contract_signed(about: About) -> Words:
    return waits(about, f"合同（{sum_of(about)}）已登记，待申请拨付")


@kind(Contracted, to=Audience.APPLICANTS, template=TASK)
def payout_to_ask(about: About) -> Words:
    papers = about.case_flow.words.papers
    text = f"{about.place}的保险服务合同（{sum_of(about)}）已登记，请凭{papers}申请拨付保费。"
    return Words("请申请拨付保费", text, note="合同已登记")


@kind(PayoutRequested, to=Audience.FINANCE)
def payout_waits(about: About) -> Words:
    due = about.day("due_on")
    what = f"保费{sum_of(about)}拨付申请待办理"
    return waits(about, f"{what}（最迟{said(due)}）" if due else what)


@kind(PayoutRequested, to=Audience.APPLICANTS, template=PROGRESS)
def payout_requested(about: About) -> Words:
    due = said(about.day("due_on"))
    text = f"{about.place}的保费{sum_of(about)}拨付申请材料已齐备，住保中心最迟于{due}拨付。"
    return Words("已申请拨付保费", text, "待拨付", f"最迟{due}拨付")


@kind(PayoutReturned, to=Audience.APPLICANTS, template=TASK)
def payout_returned(about: About) -> Words:
    due = about.day("due_at")
    text = (
        f"{about.place}的拨付材料退回补正，最迟于{said(due)}24时前重新提交。"
        f"{because(about.why, '须补正')}"
    )
    return Words("请补正拨付材料", text, note="须补正的内容见站内消息", by=due)


@kind(PayoutReturned, to=Audience.INSURER)
def payout_delayed(about: About) -> Words:
    text = (
        f"{about.place}的办件{about.number}拨付材料退回申请人补正。{because(about.why, '须补正')}"
    )
    return Words("拨付材料退回补正", text)


@kind(PayoutPrepared, to=(Audience.FINANCE, Audience.REVIEWERS))
def approval_waits(about: About) -> Words:
    return waits(about, f"保费{sum_of(about)}拨付已制单，待复核")


@kind(PayoutDue, to=(Audience.FINANCE, Audience.REVIEWERS))
def payout_due(about: About) -> Words:
    due = said(about.day("due_on"))
    if about.data.get("overdue"):
        return waits(about, f"保费{sum_of(about)}拨付已超过期限{due}")
    return waits(about, f"保费{sum_of(about)}拨付将于{due}到期")


@kind(PayoutRecounted, to=(Audience.FINANCE, Audience.REVIEWERS))
def payout_recounted(about: About) -> Words:
    return waits(about, f"拨付期限重新计算为{said(about.day('due_on'))}")


@kind(PayoutRecounted, to=Audience.APPLICANTS, template=PROGRESS)
def payout_day_changed(about: About) -> Words:
    due = said(about.day("due_on"))
    text = f"{about.place}的保费拨付期限已按公布的工作日安排重新计算，为{due}。"
    return Words("拨付期限变更", text, "待拨付", f"期限{due}")


@kind(PremiumPaid, to=Audience.INSURER)
def policy_wanted(about: About) -> Words:
    return waits(about, f"保费{sum_of(about)}已拨付，待出具保险单")


@kind(
    PremiumPaid,
    to=(
        Audience.APPLICANTS,
        Audience.OWNERS,
        Audience.COMMITTEE,
        Audience.MANAGERS,
        Audience.CLERKS,
        Audience.REVIEWERS,
        Audience.FINANCE,
    ),
    template=PROGRESS,
)
def premium_paid(about: About) -> Words:
    paid, payer = sum_of(about), about.case_flow.words.pays
    text = f"{about.place}的电梯保险保费{paid}已从{payer}拨付至{about.insurer}。"
    return Words("保费已拨付", text, "已拨付", f"保费{paid}已拨付")


@kind(
    PolicyIssued,
    to=(Audience.APPLICANTS, Audience.OWNERS, Audience.COMMITTEE, Audience.MANAGERS),
    template=PROGRESS,
)
def policy_issued(about: About) -> Words:
    first, last = said(about.day("from_on")), said(about.day("to_on"))
    text = f"{about.place}的电梯保险已生效，保险期间{first}至{last}。"
    return Words("电梯保险已生效", text, "已承保", f"至{last}")
