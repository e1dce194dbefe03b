"""From the first signature to the plan, and the ways a case comes to nothing. R5, section 6."""

from notify.kinds.kind import About, Audience, Words, because, kind, said, waits
from notify.templates import PROGRESS, TASK
from rules.cases import State
from rules.events.cases import (
    Accepted,
    CaseCorrected,
    CaseLapsed,
    CaseRejected,
    CaseReturned,
    CaseWithdrawn,
    Filed,
    PlanFiled,
    SignatureWithdrawn,
    Signed,
)
from rules.money import yuan

APPLICANTS = Audience.APPLICANTS


@kind(Signed, to=APPLICANTS, template=PROGRESS)
def signature_added(about: About) -> Words | None:
    heads, needed = about.data.get("heads", 0), about.data.get("needed", 0)
    if heads >= needed or heads < 2:
        # The application was filed with this signature, or before it: that is told instead; and
        # who begins knows of the own signature.
        return None
    text = f"{about.place}的电梯保险申请已有{heads}位业主签名，满{needed}位即可提出。"
    return Words("征集签名", text, "征集签名", f"已签{heads}人，需{needed}人")


@kind(SignatureWithdrawn, to=APPLICANTS, template=PROGRESS)
def signature_withdrawn(about: About) -> Words:
    heads, needed = about.data.get("heads", 0), about.data.get("needed", "")
    text = (
        f"{about.place}的电梯保险申请有一位业主撤回签名，"
        f"现有{heads}位业主签名，满{needed}位方可提出。"
    )
    return Words("有业主撤回签名", text, "征集签名", f"现有{heads}位业主签名")


@kind(Filed, to=Audience.CLERKS)
def acceptance_waits(about: About) -> Words:
    return waits(about, "申请待受理")


@kind(Filed, to=APPLICANTS, template=PROGRESS)
def application_filed(about: About) -> Words:
    text = f"{about.place}的电梯保险申请已提出，办件编号{about.number}，等待住保中心受理。"
    return Words("申请已提出", text, "待受理", "等待住保中心受理")


@kind(Accepted, to=Audience.INSURER)
def survey_wanted(about: About) -> Words:
    return waits(about, "待查勘并制定方案")


@kind(Accepted, to=APPLICANTS, template=PROGRESS)
def application_accepted(about: About) -> Words:
    text = f"{about.place}的电梯保险申请已受理，保险机构将现场查勘并制定方案。"
    return Words("申请已受理", text, "已受理", "等待保险机构查勘")


@kind(PlanFiled, to=Audience.CLERKS)
def notice_waits(about: About) -> Words:
    return waits(about, "方案待公示")


@kind(PlanFiled, to=APPLICANTS, template=PROGRESS)
def plan_filed(about: About) -> Words:
    premium, held, lacking = (
        int(about.data.get(name, 0)) for name in ("premium_fen", "held_fen", "lacking_fen")
    )
    flow = about.case_flow
    said = [f"年度保费{yuan(premium)}元"]
    if held:
        said.append(flow.words.held.format(held=yuan(held)))
    if lacking:
        said.append(flow.words.lacking.format(lacking=yuan(lacking)))
    if flow.words.unheld and not held and not lacking:
        said.append(flow.words.unheld)
    phrase, following = flow.after_plan(about.data.get("vote_fund_flow") == "waived")
    text = f"{about.place}的保险方案已制定：{'，'.join(said)}。下一步{following}。"
    note = f"已预留{yuan(held)}元" if held else f"保费{yuan(premium)}元"
    return Words("保险方案已制定", text, phrase, note)


@kind(CaseReturned, to=APPLICANTS, template=TASK)
def correction_wanted(about: About) -> Words:
    due = about.day("due_at")
    text = (
        f"{about.place}的办件{about.number}退回补正，最迟于{said(due)}24时前提交，逾期失效。"
        f"{because(about.why, '须补正')}"
    )
    return Words("请补正申请材料", text, note="须补正的内容见站内消息", by=due)


@kind(CaseCorrected, to=Audience.CLERKS)
def correction_waits(about: About) -> Words:
    return waits(about, "已补正，待办理")


@kind(CaseCorrected, to=APPLICANTS, template=PROGRESS)
def case_corrected(about: About) -> Words:
    text = f"{about.place}的办件{about.number}已补正，继续办理。"
    return Words("已补正", text, "已补正", "办件继续办理")


@kind(CaseRejected, to=APPLICANTS, template=PROGRESS)
def case_rejected(about: About) -> Words:
    text = (
        f"{about.place}的办件{about.number}不予办理。{because(about.why)}"
        "如有异议，可向住保中心申诉。"
    )
    return Words("不予办理", text, "不予办理", "理由见站内消息，可以申诉")


@kind(CaseLapsed, to=APPLICANTS, template=PROGRESS)
def case_lapsed(about: About) -> Words:
    text = (
        f"{about.place}的办件{about.number}{_where(about)}逾期未办理，已失效；"
        "需要时可重新提出申请。"
    )
    return Words("办件逾期失效", text, "已失效", "可重新提出申请")


@kind(CaseWithdrawn, to=APPLICANTS, template=PROGRESS)
def case_withdrawn(about: About) -> Words:
    text = f"{about.place}的办件{about.number}已由申请人撤回。{because(about.why)}"
    return Words("申请已撤回", text, "已撤回", "申请人已撤回申请")


def _where(about: About) -> str:
    """In which state the case stood when its time was up."""
    state = str(about.data.get("state", ""))
    return f"在“{about.case_flow.state_title(State(state))}”时" if state in set(State) else ""


_HOW = {"rejected": "不予办理", "lapsed": "逾期失效", "withdrawn": "由申请人撤回"}
_HEARD = (Audience.OWNERS, Audience.COMMITTEE, Audience.MANAGERS)


@kind(CaseRejected, to=_HEARD, template=PROGRESS)
@kind(CaseLapsed, to=_HEARD, template=PROGRESS)
@kind(CaseWithdrawn, to=_HEARD, template=PROGRESS)
def plan_dropped(about: About) -> Words | None:
    if not about.planned:
        return None
    how = _HOW.get(about.state, "已终止")
    text = (
        f"{about.place}的办件{about.number}{how}，保险方案不再实施，预留的保费已解除。"
        f"{because(about.why)}"
    )
    return Words("保险方案不再实施", text, "已终止", "预留的保费已解除")


@kind(CaseRejected, to=Audience.INSURER)
@kind(CaseLapsed, to=Audience.INSURER)
@kind(CaseWithdrawn, to=Audience.INSURER)
def insurer_released(about: About) -> Words | None:
    if not about.accepted:
        return None
    how = _HOW.get(about.state, "已终止")
    text = f"{about.place}的办件{about.number}{how}，不再办理。{because(about.why)}"
    return Words("办件终止", text)
