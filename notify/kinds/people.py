"""Homes, authorisations and imports: those whose papers were judged.

R1.3, R2.5, R2.10, R13.1.
"""

from notify.kinds.kind import About, Audience, Words, because, kind, said
from notify.pages import APPOINTMENTS, BINDINGS, CHANGES, CLAIMS, CONTESTS, OF_HOME, Target
from notify.templates import PROGRESS
from rules.events.people import (
    AppointmentDecided,
    AppointmentEnded,
    AppointmentMade,
    BindingContestDismissed,
    BindingContested,
    BindingContestUpheld,
    BindingEnded,
    ClaimDecided,
    ClaimMade,
    CorrectionAsked,
    CorrectionDecided,
    HomeBound,
    LoginChangeAsked,
    LoginChangeContested,
    LoginChangeRefused,
    LoginReplaced,
    OwnershipEnded,
)
from rules.events.register import RollImported

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


@kind(HomeBound, to=Audience.HOME, template=PROGRESS, opens=OF_HOME)
def home_bound_beside(about: About) -> Words:
    """Whoever is bound to the home hears of one more login. R1.3."""
    text = (
        f"又有一个微信绑定了房屋{about.home}。可以在“房屋绑定”中查看；不认识的，请提出异议，"
        "由住保中心核查。"
    )
    return Words("您的房屋有新的绑定", text, "新的绑定", "不认识的请提出异议")


@kind(LoginChangeAsked, to=Audience.PERSON, template=PROGRESS, opens=BINDINGS)
def login_is_to_change(about: About) -> Words:
    """R1.3, R2.5: at once, while it can still be stopped."""
    text = (
        f"有人申请把房屋{about.home}业主的微信换成另一个，您的绑定将随之终止。不是您本人申请的，"
        "请立即在“房屋绑定”中提出异议；期满没有异议的，更换生效。"
    )
    return Words("有人申请更换您的微信", text, "申请更换", "非本人申请请立即提出异议")


@kind(LoginChangeContested, to=Audience.CLERKS, opens=CHANGES)
def change_waits(about: About) -> Words:
    text = f"房屋{about.home}业主更换微信的申请有异议，请核实后处理。"
    return Words("更换微信有异议", text)


@kind(LoginChangeContested, to=Audience.PERSON, template=PROGRESS, opens=BINDINGS)
def change_contested(about: About) -> Words:
    text = f"您更换房屋{about.home}业主微信的申请，现在的微信提出了异议，由住保中心核实处理。"
    return Words("更换微信有异议", text, "有异议", "由住保中心核实处理")


@kind(LoginChangeRefused, to=Audience.PERSON, template=PROGRESS, opens=BINDINGS)
def change_refused(about: About) -> Words:
    text = f"房屋{about.home}业主更换微信的申请未获准许，原来的绑定继续有效。{because(about.why)}"
    return Words("更换微信未准许", text, "未准许", "原来的绑定继续有效")


@kind(LoginReplaced, to=Audience.PERSON, template=PROGRESS, opens=BINDINGS)
def login_replaced(about: About) -> Words:
    text = (
        f"房屋{about.home}业主的微信已经更换，您的绑定随之终止，不能再以该业主身份办理事项。"
        "有异议的请到住保中心。"
    )
    return Words("您的绑定已终止", text, "绑定终止", "业主的微信已经更换")


@kind(BindingContested, to=Audience.CLERKS, opens=Target("/binding-contests"))
def contest_waits(about: About) -> Words:
    text = f"房屋{about.home}的业主对一个绑定提出异议，请核查；应终止的须两人办理。"
    return Words("绑定异议待核查", text)


@kind(BindingContestDismissed, to=Audience.PERSON, template=PROGRESS, opens=CONTESTS)
def contest_dismissed(about: About) -> Words:
    text = f"您对绑定的异议已经核查，该绑定继续有效。{because(about.why)}"
    return Words("绑定异议未获支持", text, "未获支持", "该绑定继续有效")


@kind(BindingContestUpheld, to=Audience.PERSON, template=PROGRESS, opens=CONTESTS)
def contest_upheld(about: About) -> Words:
    text = f"您提出异议的房屋{about.home}的绑定已经终止。"
    return Words("绑定已终止", text, "已经终止", "您提出异议的绑定已终止")


@kind(BindingEnded, to=Audience.PERSON, template=PROGRESS, opens=BINDINGS)
def binding_ended(about: About) -> Words:
    text = (
        f"您的微信与房屋{about.home}的绑定已由住保中心终止，不能再以该业主身份办理事项。"
        f"有异议的请带证件到住保中心。{because(about.why)}"
    )
    return Words("您的绑定已终止", text, "绑定终止", "有异议请到住保中心")


@kind(BindingEnded, to=Audience.HOME, template=PROGRESS, opens=OF_HOME)
def binding_ended_beside(about: About) -> Words:
    text = f"房屋{about.home}上的一个绑定已由住保中心终止，可在“房屋绑定”中查看。"
    return Words("房屋的绑定已终止", text, "绑定终止", "可在房屋绑定中查看")


@kind(ClaimMade, to=Audience.CLERKS, opens=Target("/binding-claims/{claim_id}"))
def claim_waits(about: About) -> Words:
    return Words("房屋绑定材料待审核", f"房屋{about.home}有新的绑定材料待审核，请及时办理。")


@kind(CorrectionAsked, to=Audience.CLERKS, opens=Target("/corrections"))
def correction_waits(about: About) -> Words:
    return Words("更正名册待核对", f"房屋{about.home}的业主申请更正名册，请核对所附证明后处理。")


@kind(
    CorrectionDecided,
    to=Audience.PERSON,
    template=PROGRESS,
    opens=Target("/corrections", "bindings"),
)
def correction_decided(about: About) -> Words:
    what = {"name": "姓名", "phone": "手机号"}.get(str(about.data.get("field", "")), "")
    if about.data.get("approved"):
        text = f"名册上房屋{about.home}业主的{what}已按您的申请更正。{because(about.why)}"
        return Words("名册已更正", text, "已更正", "可在我的房屋中查看")
    text = (
        f"您更正房屋{about.home}业主{what}的申请没有通过，名册未变，可补齐证明后重新申请。"
        f"{because(about.why)}"
    )
    return Words("更正名册未通过", text, "未通过", "原因见站内消息，可重新申请")


@kind(OwnershipEnded, to=Audience.DISPLACED, template=PROGRESS, opens=BINDINGS)
def ownership_ended(about: About) -> Words:
    text = (
        f"名册显示您对房屋{about.home}的产权自{said(about.day('on'))}终止，此后不再以该房屋业主身份签名、"
        "提出意见和表决。如与事实不符，请即凭权属证明到住保中心更正。"
    )
    return Words("产权已终止", text, "已终止", "如有不符请到中心更正")


@kind(ClaimDecided, to=Audience.PERSON, template=PROGRESS, opens=CLAIMS)
def claim_decided(about: About) -> Words:
    if about.data.get("approved") and not about.data.get("bound", True):
        text = (
            f"您提交的绑定材料已审核通过。房屋{about.home}的业主现已绑定另一个微信，对方已获知；"
            f"期满没有异议的，换成您的微信。{because(about.why)}"
        )
        return Words("房屋绑定审核通过", text, "审核通过", "等待更换微信生效")
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
