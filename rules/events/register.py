"""What happens to the roll, the panel of insurers and the calendar."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class RollEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "import"


class RollUploaded(RollEvent, frozen=True):
    """名册已上传"""


class RollImported(RollEvent, frozen=True):
    """名册已导入"""


class RollDropped(RollEvent, frozen=True):
    """名册导入已放弃"""


class OpeningsEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "opening_closing"


class OpeningsClosingEntered(OpeningsEvent, frozen=True):
    """关闭期初已录入，待第二人复核"""


class OpeningsClosed(OpeningsEvent, frozen=True):
    """期初已由两人关闭，此后只以凭证变动"""


class OpeningsClosingDropped(OpeningsEvent, frozen=True):
    """关闭期初的录入已作废"""


class RegisterChangeEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "register_change"


class InsurerProposed(RegisterChangeEvent, frozen=True):
    """保险机构入围已录入，待复核或已作废"""


class CalendarProposed(RegisterChangeEvent, frozen=True):
    """日历改动已录入，待复核或已作废"""


class WitnessProposed(RegisterChangeEvent, frozen=True):
    """日志见证人的登记或终止已录入，待复核或已作废"""


class InsurerEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "insurer"


class InsurerAdmitted(InsurerEvent, frozen=True):
    """保险机构已登记入围"""


class InsurerSuspended(InsurerEvent, frozen=True):
    """保险机构已暂停"""


class InsurerReadmitted(InsurerEvent, frozen=True):
    """保险机构已恢复"""


class PayeeAccountEntered(InsurerEvent, frozen=True):
    """保险机构收款账户已录入，待复核"""


class PayeeAccountConfirmed(InsurerEvent, frozen=True):
    """保险机构收款账户已复核，待保险机构确认"""


class PayeeAccountAgreed(InsurerEvent, frozen=True):
    """保险机构收款账户经保险机构确认，已启用"""


class PayeeAccountRefused(InsurerEvent, frozen=True):
    """保险机构不认可所登记的收款账户"""


class PayeeAccountDropped(InsurerEvent, frozen=True):
    """保险机构收款账户的录入已作废"""


class CalendarEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "calendar"


class CalendarChanged(CalendarEvent, frozen=True):
    """工作日历已更新"""


class ParametersEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "parameter_change"


class ParametersProposed(ParametersEvent, frozen=True):
    """政策参数的改动已录入，待复核"""


class ParametersDecided(ParametersEvent, frozen=True):
    """政策参数的改动已复核"""


class KeyEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "keys"


class KeysRotated(KeyEvent, frozen=True):
    """内容已换用新密钥"""
