"""Objections and pauses. Only the objector hears of an objection, others of the case. R7.5, R7.8.

What goes to the owners, the manager or the insurer is the same whoever objected and whatever was
written: it says that the case stands or goes on, never how many, from where or why.
"""

from dataclasses import replace

from notify.kinds.kind import About, Audience, Words, because, kind, said, waits
from notify.pages import OBJECTION
from notify.templates import PROGRESS
from rules.events.cases import (
    EndingEntered,
    HeldByHand,
    LateObjectionAnswered,
    LateObjectionRecorded,
    NoticeResumed,
    ObjectionAdded,
    ObjectionReopened,
    ObjectionSettled,
    ObjectionUpheld,
    PaperObjectionConfirmed,
    Paused,
    SettlementProposed,
)

DESK = (Audience.CLERKS, Audience.REVIEWERS)
CONCERNED = (
    Audience.APPLICANTS,
    Audience.OWNERS,
    Audience.COMMITTEE,
    Audience.MANAGERS,
    Audience.INSURER,
)
OUTCOMES = {
    "withdrawn": "已撤回",
    "settled": "已协商一致",
    "dismissed": "经认定不成立",
    "dropped": "经核对未予登记",
}


@kind(Paused, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
@kind(ObjectionAdded, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def objection_received(about: About) -> Words:
    text = (
        f"您对{about.place}电梯保险方案的书面反对意见已收到，办件{about.number}暂缓实施，等待认定。"
    )
    return Words("反对意见已收到", text, "已收到", "办件暂缓实施，等待认定")


@kind(Paused, to=DESK, opens=OBJECTION)
@kind(ObjectionAdded, to=DESK, opens=OBJECTION)
def objection_waits(about: About) -> Words:
    return waits(about, "有反对意见待处理")


@kind(Paused, to=CONCERNED, template=PROGRESS)
def case_paused(about: About) -> Words:
    text = f"{about.place}的电梯保险方案收到书面反对意见，办件{about.number}暂缓实施。"
    return Words("办件暂缓实施", text, "暂缓实施", "收到书面反对意见")


@kind(LateObjectionRecorded, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def objection_recorded(about: About) -> Words:
    text = f"您对{about.place}电梯保险方案的书面反对意见已记录，住保中心将予以答复。"
    return Words("反对意见已记录", text, "已记录", "住保中心将予以答复")


@kind(LateObjectionRecorded, to=DESK, opens=OBJECTION)
def late_objection_waits(about: About) -> Words:
    return waits(about, "有逾期反对意见待答复")


@kind(LateObjectionAnswered, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def objection_answered(about: About) -> Words:
    text = (
        f"您对{about.place}电梯保险方案的书面意见逾期提出，已由住保中心答复。"
        f"{because(about.decision, '答复')}"
    )
    return Words("书面意见已答复", text, "已答复", "答复内容见站内消息")


@kind(PaperObjectionConfirmed, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def paper_confirmed(about: About) -> Words:
    text = f"您对{about.place}电梯保险方案的纸质反对意见已核对登记，等待认定。"
    return Words("纸质意见已登记", text, "已登记", "等待住保中心认定")


@kind(SettlementProposed, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def settlement_proposed(about: About) -> Words:
    text = (
        f"住保中心就您对{about.place}电梯保险方案的反对意见提出了协商记录，请打开阅读。"
        "同意的，由您本人在小程序中确认；不确认的，反对意见照常有效。"
    )
    return Words("请阅读协商记录", text, "待您确认", "同意与否由您本人决定")


@kind(EndingEntered, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def ending_entered(about: About) -> Words:
    what = "撤回反对意见" if about.data.get("outcome") == "withdrawn" else "同意协商"
    text = (
        f"住保中心收到以您名义{what}的书面材料（{about.place}电梯保险方案），正由第二人复核。"
        "如非您本人签字，请立即与住保中心联系。"
    )
    return Words("收到您的书面材料", text, "复核中", "如非本人签字请立即联系")


@kind(EndingEntered, to=DESK, opens=OBJECTION)
def ending_waits(about: About) -> Words:
    return waits(about, "有反对意见的书面了结待复核")


@kind(ObjectionSettled, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def objection_settled(about: About) -> Words:
    outcome = str(about.data.get("outcome", ""))
    how = OUTCOMES.get(outcome, "已办结")
    lead = "说明" if outcome == "settled" else "理由"
    more = "如不同意或者非您本人所为，可申请复核一次。" if about.data.get("reviewable") else ""
    text = (
        f"您对{about.place}电梯保险方案的书面反对意见{how}。{because(about.decision, lead)}{more}"
    )
    return Words("反对意见已办结", text, "已办结", f"您的反对意见{how}")


@kind(ObjectionReopened, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def review_received(about: About) -> Words:
    text = f"您的复核申请已收到，{about.place}的办件{about.number}暂缓实施，由另一名复核人办理。"
    return Words("复核申请已收到", text, "复核中", "由另一名复核人办理")


@kind(ObjectionReopened, to=DESK, opens=OBJECTION)
def review_waits(about: About) -> Words:
    return waits(about, "有反对意见待复核")


@kind(ObjectionReopened, to=CONCERNED, template=PROGRESS)
@kind(HeldByHand, to=CONCERNED, template=PROGRESS)
def case_held(about: About) -> Words:
    text = f"{about.place}的电梯保险办件{about.number}暂缓实施，待住保中心核实。"
    return Words("办件暂缓实施", text, "暂缓实施", "待住保中心核实")


@kind(ObjectionUpheld, to=Audience.OBJECTOR, template=PROGRESS, opens=OBJECTION)
def objection_upheld(about: About) -> Words:
    text = (
        f"您对{about.place}电梯保险方案的书面反对意见经认定成立，{_then(about)}。"
        f"{because(about.why)}"
    )
    return Words("反对意见成立", text, "成立", "您的反对意见经认定成立")


@kind(ObjectionUpheld, to=Audience.INSURER)
def plan_wanted_again(about: About) -> Words:
    if about.data.get("then") == "new_plan":
        again = waits(about, "待重新制定方案")
        return replace(again, text=again.text + because(about.why))
    text = f"{about.place}的办件{about.number}已终止，不再办理。{because(about.why)}"
    return Words("办件终止", text)


@kind(ObjectionUpheld, to=CONCERNED, template=PROGRESS)
def plan_set_aside(about: About) -> Words:
    text = (
        f"{about.place}的电梯保险方案有反对意见成立，{_then(about)}，预留的保费已解除。"
        f"{because(about.why)}"
    )
    return Words("反对意见成立", text, "方案退回", "预留的保费已解除")


def _then(about: About) -> str:
    if about.data.get("then") != "new_plan":
        return "办件终止"
    days = about.data.get("notice_days")
    return "方案退回重新制定，须重新公示" + (f"{days}日" if days else "")


@kind(NoticeResumed, to=CONCERNED, template=PROGRESS)
def case_resumed(about: About) -> Words:
    last = said(about.day("last_on")) if about.state == "noticed" else ""
    until = f"，公示继续，至{last}24时止" if last else ""
    text = f"{about.place}的电梯保险办件{about.number}恢复办理{until}。"
    return Words("办件恢复办理", text, "恢复办理", f"公示至{last}" if last else "办件继续办理")
