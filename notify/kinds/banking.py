"""Certificates of the banks' accounts: who has to look at one. R3.9, R13.1."""

from notify.kinds.kind import About, Audience, Words, kind
from rules.events.books import ReconciliationDropped, ReconciliationPrepared


@kind(ReconciliationPrepared, to=(Audience.FINANCE, Audience.REVIEWERS))
def reconciliation_waits(about: About) -> Words:
    return Words("余额调节表待复核", "有新编制的银行存款余额调节表，请由编制人以外的人员复核。")


@kind(ReconciliationDropped, to=Audience.FINANCE)
def reconciliation_dropped(about: About) -> Words:
    return Words("余额调节表已作废", "一张银行存款余额调节表已作废，请更正后重新编制。")
