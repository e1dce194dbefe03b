"""The notice: posted, begun, recounted, ended. R7.1, R7.2, R7.8, R9.2, 附件二(一)4、5."""

from dataclasses import replace

from notify.kinds.kind import About, Audience, Words, because, kind, said, waits
from notify.templates import NOTICE, PROGRESS, TASK
from rules.events.cases import (
    LobbyEvidenced,
    LobbyEvidenceMissing,
    LobbyRefused,
    LobbyReported,
    NoticeEnded,
    NoticePublished,
    NoticeRecounted,
    NoticeStarted,
    Registered,
    StillHangingAsked,
)

CONCERNED = (Audience.OWNERS, Audience.APPLICANTS, Audience.COMMITTEE, Audience.MANAGERS)


@kind(NoticePublished, to=Audience.MANAGERS, template=TASK)
def posting_wanted(about: About) -> Words:
    lobbies = about.data.get("lobbies", 0)
    text = (
        f"{about.place}的保险方案须张贴公示：共{lobbies}个单元，"
        "请逐一张贴后扫描单元二维码并上传照片；全部张贴后公示期开始。"
    )
    return Words("请张贴公示并上传照片", text, note=f"共{lobbies}个单元待张贴")


@kind(NoticePublished, to=Audience.APPLICANTS, template=PROGRESS)
def notice_published(about: About) -> Words:
    text = f"{about.place}的保险方案公示已发布，待物业服务企业在各单元张贴。"
    return Words("公示已发布", text, "待张贴", "待各单元张贴公示")


@kind(LobbyEvidenceMissing, to=Audience.MANAGERS, template=TASK)
def posting_missing(about: About) -> Words:
    missing = about.data.get("missing", 0)
    text = f"{about.place}仍有{missing}个单元没有张贴凭证，公示期尚未开始，请尽快张贴并上传照片。"
    return Words("公示尚未张贴完毕", text, note=f"还有{missing}个单元待张贴")


@kind(LobbyEvidenced, to=Audience.CLERKS)
def photo_waits(about: About) -> Words | None:
    return waits(about, "有张贴照片待核看") if about.data.get("waits") else None


@kind(StillHangingAsked, to=(Audience.MANAGERS, Audience.COMMITTEE), template=TASK)
def last_photos_wanted(about: About) -> Words:
    last = about.day("ends_at")
    text = (
        f"{about.place}的公示至{said(last)}24时止，请在截止前到每个单元查看公示是否仍在张贴，"
        "扫描单元二维码并上传期末张贴照片；已被撕下的请立即补贴。"
    )
    return Words("请上传期末张贴照片", text, note="截止前确认公示仍在张贴", by=last)


@kind(LobbyReported, to=(Audience.MANAGERS, Audience.COMMITTEE), template=TASK)
def bare_lobby(about: About) -> Words:
    text = (
        f"有业主反映{about.place}“{_unit(about)}”没有张贴公示或者已被撕下，请立即到现场查看并补贴；"
        "经核实没有张贴的，公示期须重新起算。"
    )
    return Words("公示可能没有张贴", text, note=f"{_unit(about)}公示待查看"[:20])


@kind(LobbyReported, to=Audience.CLERKS)
def bare_lobby_waits(about: About) -> Words:
    return waits(about, "有业主反映公示没有张贴，待核实")


@kind(LobbyRefused, to=Audience.MANAGERS, template=TASK)
def posting_wanted_again(about: About) -> Words:
    text = (
        f"{about.place}“{_unit(about)}”的张贴凭证被退回，请重新张贴并上传照片，"
        f"公示期由此重新起算。{because(about.why, '退回原因')}"
    )
    return Words("请重新张贴公示", text, note=f"{_unit(about)}凭证被退回"[:20])


def _unit(about: About) -> str:
    return about.unit or "一个单元"


@kind(LobbyRefused, to=Audience.APPLICANTS, template=PROGRESS)
def posting_refused(about: About) -> Words:
    text = (
        f"{about.place}“{_unit(about)}”的张贴凭证被退回，重新张贴后公示期重新起算。"
        f"{because(about.why, '退回原因')}"
    )
    return Words("公示须重新张贴", text, "待张贴", "公示期将重新起算")


@kind(NoticeStarted, to=CONCERNED, template=NOTICE)
def notice_started(about: About) -> Words:
    last = about.day("last_on")
    text = (
        f"{about.place}的电梯保险方案开始公示，至{said(last)}24时止。"
        "利害关系业主如有反对意见，请在截止前以书面方式提出；意见的内容经审核后可能公开，"
        "姓名和房号不公开。"
    )
    return Words("电梯保险方案公示", text, note="如有异议请在截止前书面提出", by=last)


@kind(NoticeRecounted, to=CONCERNED, template=NOTICE)
def notice_recounted(about: About) -> Words:
    last = about.day("last_on")
    text = f"{about.place}的公示截止日已按公布的工作日安排重新计算，至{said(last)}24时止。"
    return Words("公示截止日变更", text, note="截止日已重新计算", by=last)


@kind(NoticeEnded, to=Audience.CLERKS)
def registration_waits(about: About) -> Words | None:
    # A notice that ran once more after the fact may lead back to where the case had got to.
    if about.state != "cleared":
        return None
    told, unshown = waits(about, "公示期满，待登记备案"), about.data.get("unshown", 0)
    more = f"有{unshown}个单元没有期末张贴照片，登记前请核实。" if unshown else ""
    return replace(told, text=told.text + more)


@kind(NoticeEnded, to=(*CONCERNED, Audience.INSURER), template=PROGRESS)
def notice_ended(about: About) -> Words:
    text = f"{about.place}的电梯保险方案公示期满，没有未办结的反对意见，继续办理。"
    return Words("公示期满无异议", text, "公示期满", "没有未办结的反对意见")


@kind(Registered, to=Audience.INSURER)
def contract_wanted(about: About) -> Words | None:
    # What is still owed comes in before the contract; that it is whole is told by itself.
    return None if about.state == "collecting" else waits(about, "已登记备案，待签订合同")


@kind(Registered, to=Audience.APPLICANTS, template=TASK)
def contract_to_sign(about: About) -> Words:
    if about.state == "collecting":
        text = f"{about.place}的办件{about.number}已登记备案，保费归集齐后签订保险服务合同。"
        return Words("请归集保费", text, note="归集齐后签订合同")
    text = f"{about.place}的办件{about.number}已登记备案，请与保险机构签订保险服务合同并登记。"
    return Words("请签订保险服务合同", text, note="已登记备案")
