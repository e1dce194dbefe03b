"""The panel of insurers and what they are paid into. R3.5, R10.1."""

from notify.kinds.kind import About, Audience, Words, because, kind
from notify.pages import PAYEE_ACCOUNT
from rules.events.register import (
    InsurerReadmitted,
    InsurerSuspended,
    PayeeAccountAgreed,
    PayeeAccountConfirmed,
    PayeeAccountRefused,
)


@kind(InsurerSuspended, to=Audience.INSURER)
def insurer_suspended(about: About) -> Words:
    text = f"贵机构的入围资格已暂停，暂停期间不受理新的办件。{because(about.why)}"
    return Words("入围资格已暂停", text)


@kind(PayeeAccountConfirmed, to=Audience.INSURER, opens=PAYEE_ACCOUNT)
def payee_account_waits(about: About) -> Words:
    text = (
        f"住保中心登记了贵机构尾号{about.data.get('tail', '')}的收款账户，请在待办事项中查看"
        "完整账号，核对后确认；不是贵机构账户的，请写明理由不予确认。确认以前不会用于拨付。"
    )
    return Words("请确认收款账户", text)


@kind(PayeeAccountConfirmed, to=Audience.AUDITORS, opens=PAYEE_ACCOUNT)
def payee_account_confirmed(about: About) -> Words:
    return Words("收款账户已复核", f"{_payee(about)}已经两人办理，待保险机构确认。")


@kind(PayeeAccountAgreed, to=(Audience.FINANCE, Audience.AUDITORS), opens=PAYEE_ACCOUNT)
def payee_account_in_force(about: About) -> Words:
    text = f"{_payee(about)}经保险机构确认，即时启用；已制单的拨付仍付到制单时的账户。"
    return Words("收款账户已启用", text)


@kind(PayeeAccountAgreed, to=Audience.INSURER, opens=PAYEE_ACCOUNT)
def own_payee_account_in_force(about: About) -> Words:
    tail = about.data.get("tail", "")
    text = f"贵机构尾号{tail}的收款账户已经确认并启用。不是贵机构确认的，请立即联系住保中心。"
    return Words("收款账户已启用", text)


@kind(PayeeAccountRefused, to=(Audience.FINANCE, Audience.AUDITORS), opens=PAYEE_ACCOUNT)
def payee_account_refused(about: About) -> Words:
    text = f"保险机构不认可{_payee(about)}，没有启用，请核对来函。{because(about.why)}"
    return Words("收款账户未获确认", text)


def _payee(about: About) -> str:
    return f"尾号{about.data.get('tail', '')}的收款账户"


@kind(InsurerReadmitted, to=Audience.INSURER)
def insurer_readmitted(about: About) -> Words:
    return Words("入围资格已恢复", f"贵机构的入围资格已恢复。{because(about.why)}")
