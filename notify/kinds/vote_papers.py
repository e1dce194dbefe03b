"""Paper in a vote: ballots keyed by two, proxies, named co-owners, service. R2.3 to R8.3, R13.1.

An owner whose paper was entered hears of it: a ballot handed in by somebody else is found out so,
and so is service that never came. Nothing here says what was ticked.
"""

from notify.kinds.kind import About, Audience, Words, because, kind, said, waits
from notify.pages import VOTE
from notify.templates import PROGRESS
from rules.days import beijing_date
from rules.events.votes import (
    PaperBallotsConfirmed,
    PaperBallotsDropped,
    PaperBallotsEntered,
    ProxyEnded,
    ProxyEntered,
    ProxyRecorded,
    RepresentativeEnded,
    RepresentativeEntered,
    RepresentativeNamed,
    VoteServed,
    VoteServiceContested,
    VoteServiceEntered,
    VoteServiceWithdrawn,
)
from rules.votes.service import HOWS, by_words

DESKS = (Audience.CLERKS, Audience.REVIEWERS)


@kind(PaperBallotsEntered, to=DESKS)
def papers_wait(about: About) -> Words:
    number, ballots = about.data.get("number", ""), about.data.get("ballots", 0)
    text = f"纸质选票{number}共{ballots}张已录入，请对照原件独立录入一遍核对。"
    return Words("纸质选票待第二人录入", text)


@kind(PaperBallotsConfirmed, to=Audience.BALLOT_HOMES, opens=VOTE)
def paper_taken(about: About) -> Words:
    text = (
        "您的房屋有一张纸质选票已由两人核对登记，是否以它为准请在表决页面查看。"
        "如果不是您或其他共有人交的，请立即联系住保中心。"
    )
    return Words("纸质选票已登记", text)


@kind(PaperBallotsDropped, to=Audience.BALLOT_HOMES, opens=VOTE)
def paper_left_out(about: About) -> Words | None:
    """Dropped by the count the paper cannot be entered anew: whose it was has a right to know."""
    if not about.data.get("left_out"):
        return None
    text = (
        "您的房屋有一张纸质选票在计票前未经住保中心第二人核对，没有计入本次表决。"
        "如有疑问，请联系住保中心。"
    )
    return Words("纸质选票未计入", text)


@kind(PaperBallotsDropped, to=DESKS)
def papers_dropped(about: About) -> Words:
    number = about.data.get("number", "")
    text = f"纸质选票{number}的录入已作废。{because(about.why)}"
    return Words("纸质选票录入已作废", text)


@kind(ProxyEntered, to=DESKS)
def proxy_waits(about: About) -> Words:
    return Words("表决委托待核对", "一份业主表决的书面委托已录入，请对照原件核对。")


@kind(ProxyRecorded, to=Audience.PROXY_SIDES)
def proxy_recorded(about: About) -> Words:
    text = (
        "一份业主表决的书面委托已登记生效，受托人可以代为投票；委托人可以随时撤回，"
        "也可以自己投票，自己投了的以自己的为准。如果委托不属实，请立即联系住保中心。"
    )
    return Words("表决委托已生效", text)


@kind(ProxyEnded, to=Audience.PROXY_SIDES)
def proxy_ended(about: About) -> Words | None:
    if about.data.get("was") == "draft":
        return None
    text = (
        "一份业主表决的委托已终止，受托人不能再代为投票；已经投出的票可由业主本人更改。"
        f"{because(about.why)}"
    )
    return Words("表决委托已终止", text)


@kind(RepresentativeEntered, to=DESKS)
def naming_waits(about: About) -> Words:
    text = f"房屋{about.home}共有人推举代表的书面材料已录入，请对照原件核对。"
    return Words("共有人推举代表待核对", text)


@kind(RepresentativeNamed, to=Audience.CO_OWNERS)
def representative_named(about: About) -> Words:
    text = (
        f"您共有的房屋{about.home}已登记推举的代表，自下一次表决起由代表投票；"
        "任一共有人可以撤回。"
        "如果推举不属实，请立即联系住保中心。"
    )
    return Words("共有人代表已登记", text)


@kind(RepresentativeEnded, to=Audience.CO_OWNERS)
def representative_ended(about: About) -> Words | None:
    if about.data.get("was") == "draft":
        return None
    text = (
        f"您共有房屋{about.home}的代表已终止；未另行推举的，"
        f"共有人意见不一时该户不计入任何一方。{because(about.why)}"
    )
    return Words("共有人代表已终止", text)


@kind(VoteServiceEntered, to=DESKS, opens=VOTE)
def service_waits(about: About) -> Words:
    return waits(about, "表决的送达登记待第二人复核")


@kind(VoteServed, to=Audience.SERVED_HOMES, template=PROGRESS, opens=VOTE)
def service_recorded(about: About) -> Words | None:
    """Silence may be counted because of it: how, when, by whom, and what to do if it is not so."""
    if not about.data.get("homes"):
        return None
    how = HOWS.get(str(about.data.get("how", "")), "")
    by = by_words(str(about.data.get("by", "")))
    follows = (
        "按备案的议事规则，已送达而不表态的，随多数计票。"
        if about.data.get("matters")
        else "不表态的不计入。"
    )
    text = (
        f"{about.place}的业主表决，{by}登记已向您的房屋送达（{how}），"
        f"经住保中心另一人于{said(beijing_date(about.at))}复核。{follows}"
        "没有收到的，请在表决截止前在表决页面声明未收到，或者联系住保中心；您自己投票的，以所投的为准。"
    )
    return Words("表决送达已登记", text, "送达已登记", "没有收到的可以声明")


@kind(VoteServiceWithdrawn, to=Audience.SERVED_HOMES, opens=VOTE)
def service_withdrawn(about: About) -> Words | None:
    if not about.data.get("homes"):
        return None
    text = (
        f"{about.place}的业主表决，向您的房屋送达的登记已经撤销，不再算作已送达；您可以照常投票。"
    )
    return Words("表决送达登记已撤销", text)


@kind(VoteServiceContested, to=(*DESKS, Audience.MANAGERS, Audience.COMMITTEE), opens=VOTE)
def service_contested(about: About) -> Words:
    text = (
        f"{about.place}的业主表决，有一户业主声明没有收到送达，该户不再算作已送达。"
        "须重新送达，并由两人登记。"
    )
    return Words("业主声明未收到送达", text)
