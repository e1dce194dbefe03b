"""Neighbours are told, each of them once, that an application collects signatures. R5.1, R13.1."""

from notify.kinds.kind import About, Audience, Words, kind, said
from notify.templates import PROGRESS
from rules.cases import State
from rules.events.cases import Applied


@kind(Applied, to=Audience.NEIGHBOURS, template=PROGRESS)
def signatures_wanted(about: About) -> Words | None:
    if about.state != State.SIGNING:
        # A body's application stands without signatures, and two owners may be enough at once.
        return None
    last = about.day("signing_ends_at")
    text = (
        f"{about.place}有业主发起电梯保险申请（办件{about.number}），正在征集签名，"
        f"满{about.data.get('needed', 0)}户即可提出，{said(last)}截止。"
        "是否签名由您自行决定；签名前可查看电梯的检验、维保和资金情况。"
    )
    return Words("邻居正在征集签名", text, "征集签名", "您可以查看并决定是否签名", by=last)
