"""What owners must pay in, what came in, what goes back. 附件二(二)6, R13.1.

No sum of a home stands in a message that others get too: each sees the own part in the list.
"""

from notify.kinds.kind import About, Audience, Words, because, kind, sum_of, waits
from notify.pages import COLLECTION
from notify.templates import PROGRESS, TASK
from rules.events.votes import (
    CollectionComplete,
    CollectionOpened,
    ReceiptDropped,
    ReceiptEntered,
    ReceiptPosted,
    RefundDropped,
    RefundEntered,
    RefundPosted,
)

_DESK = (Audience.FINANCE, Audience.REVIEWERS)


@kind(
    CollectionOpened,
    to=(Audience.APPLICANTS, Audience.OWNERS),
    template=TASK,
    opens=COLLECTION,
)
def collection_opened(about: About) -> Words | None:
    if not about.case_flow.gathers:
        return None
    title, text, note = about.case_flow.words.collection
    return Words(title, text.format(place=about.place, sum=sum_of(about, "needed_fen")), note=note)


@kind(CollectionComplete, to=Audience.APPLICANTS, template=PROGRESS)
def collection_complete(about: About) -> Words:
    text = f"{about.place}的办件{about.number}须归集的保费{sum_of(about, 'needed_fen')}已全部到账。"
    return Words("保费已归集齐", text, "已归集齐", "应缴的保费已全部到账")


@kind(CollectionComplete, to=Audience.CLERKS)
def collection_whole(about: About) -> Words:
    return waits(about, "保费已归集齐，可继续办理")


@kind(ReceiptEntered, to=_DESK)
def receipts_wait(about: About) -> Words:
    count = about.data.get("receipts", 1)
    number = about.data.get("number", "")
    text = f"归集款{number}共{count}笔、合计{sum_of(about)}已录入，请与银行凭证核对后复核。"
    return Words("归集款待复核", text)


@kind(ReceiptPosted, to=Audience.PAYER)
def receipt_posted(about: About) -> Words:
    return Words("缴纳的保费已入账", f"您缴纳的电梯保险保费{sum_of(about)}已入账。")


@kind(ReceiptDropped, to=(Audience.CLERKS, Audience.FINANCE))
def receipt_dropped(about: About) -> Words:
    return Words("归集款录入已作废", _dropped(about, "归集款"))


@kind(RefundEntered, to=_DESK)
def refund_waits(about: About) -> Words:
    number = about.data.get("number", "")
    return Words("退款待复核", f"退款{number}（{sum_of(about)}）已录入，请核对后复核。")


@kind(RefundPosted, to=Audience.PAYER)
def refund_posted(about: About) -> Words:
    return Words("缴款已退还", f"您缴纳的电梯保险保费已退还{sum_of(about)}，请留意到账。")


@kind(RefundDropped, to=(Audience.CLERKS, Audience.FINANCE))
def refund_dropped(about: About) -> Words:
    return Words("退款录入已作废", _dropped(about, "退款"))


def _dropped(about: About, what: str) -> str:
    number = about.data.get("number", "")
    return f"未复核的{what}{number}（{sum_of(about)}）已作废。{because(about.why)}"
