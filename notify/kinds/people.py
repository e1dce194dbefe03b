"""Homes, authorisations, imports and admissions: those whose papers were judged. R2.5, R13.1."""

from notify.kinds.kind import About, Audience, Words, kind
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


@kind(HomeBound, to=Audience.PERSON)
def home_bound(about: About) -> Words:
    text = "您的微信已绑定房屋，可查看账户余额、参与签名和提出意见；如非本人操作，请解除绑定。"
    return Words("房屋已绑定", text)


@kind(ClaimMade, to=Audience.CLERKS)
def claim_waits(about: About) -> Words:
    return Words("房屋绑定材料待审核", "有新的房屋绑定材料待审核，请及时办理。")


@kind(ClaimDecided, to=Audience.PERSON, template=PROGRESS)
def claim_decided(about: About) -> Words:
    return Words(
        "房屋绑定材料已审核", "您提交的房屋绑定材料已审核，请查看结果。", "已审核", "请查看结果"
    )


@kind(AppointmentMade, to=Audience.CLERKS)
def appointment_waits(about: About) -> Words:
    return Words("授权材料待审核", "有新的业主委员会、物业服务企业或独立产权人材料待审核。")


@kind(AppointmentDecided, to=Audience.PERSON, template=PROGRESS)
def appointment_decided(about: About) -> Words:
    return Words("授权材料已审核", "您提交的授权材料已审核，请查看结果。", "已审核", "请查看结果")


@kind(AppointmentEnded, to=Audience.PERSON, template=PROGRESS)
def appointment_ended(about: About) -> Words:
    return Words(
        "授权已终止", "您在小区的授权已终止，不再以该身份办理事项。", "已终止", "授权已终止"
    )


@kind(RollImported, to=Audience.IMPORTER)
def roll_imported(about: About) -> Words:
    return Words("名册已导入", "您提交的名册已导入完成，可查看变更记录。")


@kind(InsurerSuspended, to=Audience.INSURER)
def insurer_suspended(about: About) -> Words:
    return Words("入围资格已暂停", "贵机构的入围资格已暂停，暂停期间不受理新的办件。")


@kind(InsurerReadmitted, to=Audience.INSURER)
def insurer_readmitted(about: About) -> Words:
    return Words("入围资格已恢复", "贵机构的入围资格已恢复。")
