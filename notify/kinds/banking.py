"""Certificates of the banks' accounts: who has to look at one. R3.9, R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind
from rules.events.books import ReconciliationDropped, ReconciliationPrepared


@kind(ReconciliationPrepared, to=(Audience.FINANCE, Audience.REVIEWERS))
def reconciliation_waits(about: About) -> Words:
    number = about.data.get("number", "")
    return Words(
        "余额调节表待复核", f"银行存款余额调节表{number}已编制，请由编制人以外的人员复核。"
    )


@kind(ReconciliationDropped, to=Audience.FINANCE)
def reconciliation_dropped(about: About) -> Words:
    number = about.data.get("number", "")
    text = f"银行存款余额调节表{number}已作废，请更正后重新编制。{because(about.why)}"
    return Words("余额调节表已作废", text)
