"""Homes, authorisations, imports and admissions: those whose papers were judged. R2.5, R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind, said
from notify.pages import APPOINTMENTS, BINDINGS, CLAIMS, Target
from notify.templates import PROGRESS
from rules.events.people import (
    AppointmentDecided,
    AppointmentEnded,
    AppointmentMade,
    ClaimDecided,
    ClaimMade,
    HomeBound,
)
from rules.events.register import InsurerReadmitted, InsurerSuspended, RollImported

_AS = {"committee": "业主委员会成员", "manager": "物业服务企业人员", "independent": "独立产权人"}


def _asked(about: About) -> str:
    """For whom and where somebody asked to act."""
    return f"{about.place}{_AS.get(str(about.data.get('role', '')), '')}"


@kind(HomeBound, to=Audience.PERSON, opens=BINDINGS)
def home_bound(about: About) -> Words:
    text = (
        f"您的微信已绑定房屋{about.home}，可查看账户余额、参与签名和提出意见；"
        "如非本人操作，请解除绑定。"
    )
    return Words("房屋已绑定", text)


@kind(ClaimMade, to=Audience.CLERKS, opens=Target("/binding-claims/{claim_id}"))
def claim_waits(about: About) -> Words:
    return Words("房屋绑定材料待审核", f"房屋{about.home}有新的绑定材料待审核，请及时办理。")


@kind(ClaimDecided, to=Audience.PERSON, template=PROGRESS, opens=CLAIMS)
def claim_decided(about: About) -> Words:
    if about.data.get("approved"):
        text = f"您提交的绑定材料已审核通过，房屋{about.home}已绑定。{because(about.why)}"
        return Words("房屋绑定审核通过", text, "审核通过", "房屋已绑定")
    text = (
        f"您提交的绑定材料未通过审核，房屋{about.home}没有绑定，可补齐后重新提交。"
        f"{because(about.why)}"
    )
    return Words("房屋绑定审核未通过", text, "未通过", "原因见站内消息，可重新提交")


@kind(AppointmentMade, to=Audience.CLERKS, opens=APPOINTMENTS)
def appointment_waits(about: About) -> Words:
    return Words("授权材料待审核", f"{_asked(about)}的授权材料待审核，请及时办理。")


@kind(AppointmentDecided, to=Audience.PERSON, template=PROGRESS, opens=APPOINTMENTS)
def appointment_decided(about: About) -> Words:
    if about.data.get("approved"):
        first, last = said(about.day("from_on")), said(about.day("to_on"))
        text = f"您作为{_asked(about)}的授权材料已审核通过，{first}至{last}可以办理事项。"
        return Words("授权审核通过", text + because(about.why), "审核通过", f"至{last}有效")
    text = f"您作为{_asked(about)}的授权材料未通过审核，可补齐后重新提交。{because(about.why)}"
    return Words("授权审核未通过", text, "未通过", "原因见站内消息，可重新提交")


@kind(AppointmentEnded, to=Audience.PERSON, template=PROGRESS, opens=APPOINTMENTS)
def appointment_ended(about: About) -> Words:
    text = f"您作为{_asked(about)}的授权已终止，不再以该身份办理事项。{because(about.why)}"
    return Words("授权已终止", text, "已终止", "不再以该身份办理事项")


@kind(RollImported, to=Audience.IMPORTER)
def roll_imported(about: About) -> Words:
    added, changed = (_counted(about, name) for name in ("added", "changed"))
    text = f"您提交的名册已导入完成：新增{added}条，更正{changed}条。"
    return Words("名册已导入", text)


def _counted(about: About, name: str) -> int:
    counts = about.data.get(name, {})
    return sum(int(count) for count in counts.values()) if isinstance(counts, dict) else 0


@kind(InsurerSuspended, to=Audience.INSURER)
def insurer_suspended(about: About) -> Words:
    text = f"贵机构的入围资格已暂停，暂停期间不受理新的办件。{because(about.why)}"
    return Words("入围资格已暂停", text)


@kind(InsurerReadmitted, to=Audience.INSURER)
def insurer_readmitted(about: About) -> Words:
    return Words("入围资格已恢复", f"贵机构的入围资格已恢复。{because(about.why)}")
