"""A case jumps the queues, or waits in its turn again. Section 6, R13.1."""

from notify.kinds.kind import About, Audience, Words, kind
from notify.templates import PROGRESS, TASK
from rules.events.votes import MarkedUrgent, UrgencyLifted

WHAT = {"trapped": "有人被困", "unsafe": "电梯存在危险"}
"""What the flag says; the words people wrote stay in the file."""


@kind(MarkedUrgent, to=(Audience.CLERKS, Audience.REVIEWERS, Audience.INSURER))
def hurry(about: About) -> Words:
    what = WHAT.get(str(about.data.get("emergency", "")), "情况紧急")
    text = (
        f"{about.place}的办件{about.number}已标记为紧急（{what}），请优先办理；"
        "公示期和各项条件不因此改变。"
    )
    return Words(f"【加急】{what}，请优先办理", text)


@kind(MarkedUrgent, to=Audience.MANAGERS, template=TASK)
def elevator_in_danger(about: About) -> Words:
    what = WHAT.get(str(about.data.get("emergency", "")), "情况紧急")
    text = (
        f"{about.place}的办件{about.number}已标记为紧急（{what}）。"
        "请立即核实现场，必要时停用电梯并通知维保单位；保险办理不代替应急处置。"
    )
    return Words("电梯情况紧急，请核实现场", text, note="请立即核实并处置")


@kind(UrgencyLifted, to=(Audience.APPLICANTS, Audience.MANAGERS), template=PROGRESS)
def no_emergency(about: About) -> Words:
    text = f"{about.place}的办件{about.number}的紧急标记已由市住保中心取消，按正常次序办理。"
    return Words("紧急标记已取消", text, "标记取消", "按正常次序办理")


@kind(UrgencyLifted, to=Audience.INSURER)
def no_hurry(about: About) -> Words:
    text = f"{about.place}的办件{about.number}的紧急标记已取消，按正常次序办理。"
    return Words("紧急标记已取消", text)
