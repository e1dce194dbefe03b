"""The owners' vote: opened, reminded of, counted. Neutral words: nobody is told how to vote, and
nothing leans before the close. R8.3, R8.5, R13.1."""

from typing import Any

from notify.kinds.kind import About, Audience, Words, kind, said, waits
from notify.pages import VOTE
from notify.templates import NOTICE, PROGRESS, TASK
from rules.events.votes import BallotCast, BallotOverridden, VoteClosed, VoteOpened, VoteReminded

ASKED = (Audience.OWNERS, Audience.APPLICANTS, Audience.COMMITTEE, Audience.MANAGERS)
CM2_IN_M2 = 10_000


def _area(about: About, name: str) -> str:
    """An area of the event's in square metres, whole ones without decimals."""
    value: Any = about.data.get(name, 0)
    whole, rest = divmod(int(value), CM2_IN_M2)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") + "平方米"


@kind(VoteOpened, to=ASKED, template=NOTICE, opens=VOTE)
def vote_opened(about: About) -> Words:
    last = about.day("ends_at")
    text = (
        f"{about.place}的电梯保险方案提请业主表决，至{said(last)}24时止。"
        "名册已经冻结，请有表决权的业主在截止前投票；同意、反对、弃权均可，截止前可以更改。"
    )
    return Words("业主表决开始", text, note="请业主在截止前投票", by=last)


@kind(VoteReminded, to=Audience.UNVOTED, template=TASK, opens=VOTE)
def vote_waits(about: About) -> Words:
    last = about.day("ends_at")
    text = (
        f"{about.place}的业主表决至{said(last)}24时截止，您代表的房屋尚未投票。"
        "是否投票、如何投票由您自行决定。"
    )
    return Words("业主表决尚未投票", text, note="表决即将截止", by=last)


@kind(BallotCast, to=Audience.VOTER)
def ballot_received(about: About) -> Words:
    """The receipt is kept where its owner finds it again; what was said is not. R8.5."""
    stands = (
        "您与其他共有人的表态不一致，目前不计入任何一方，请在截止前协商。"
        if about.data.get("parted")
        else "截止前可以更改，以最后一次为准。"
    )
    text = (
        f"您为房屋{about.home}投的票已收到。{stands}请保留回执，计票后可凭它核对：{about.receipt}。"
    )
    return Words("选票回执", text)


@kind(BallotOverridden, to=Audience.VOTER, template=PROGRESS)
def ballot_overridden(about: About) -> Words:
    """Whoever cast it hears that it does not stand any more. R1.3, R2.5."""
    text = (
        f"您曾为房屋{about.home}投的票，已由该业主现在绑定的另一个微信更改。"
        "如有异议，请在表决截止前联系住保中心。"
    )
    return Words("选票已被更改", text, "选票已更改", "有异议请联系住保中心")


@kind(BallotCast, to=Audience.BALLOT_OWNERS, template=PROGRESS)
def co_owners_differ(about: About) -> Words | None:
    """Who voted before and thinks it counts has to hear that it does no more. R2.3."""
    if not about.data.get("parted"):
        return None
    text = (
        f"您共有的房屋{about.home}，共有人的表态不一致，目前不计入任何一方。"
        "请在表决截止前协商，任一人都可以更改自己的表态。"
    )
    return Words("共有人表态不一致", text, "意见不一致", "目前不计入任何一方")


@kind(VoteClosed, to=Audience.CLERKS, opens=VOTE)
def vote_counted(about: About) -> Words:
    passed = about.data.get("passed")
    return waits(about, "表决已通过，待发布公示" if passed else "表决未通过，待处理")


@kind(VoteClosed, to=(*ASKED, Audience.INSURER), template=PROGRESS, opens=VOTE)
def vote_closed(about: About) -> Words:
    passed = bool(about.data.get("passed"))
    outcome = "通过" if passed else "未通过"
    took_part, agreed = (
        about.data.get(f"{part}_heads", 0) for part in ("participating", "agreeing")
    )
    area, agreeing = _area(about, "participating_cm2"), _area(about, "agreeing_cm2")
    figures = f"：参与{took_part}人、{area}，其中同意{agreed}人、{agreeing}"
    checked = "计票过程和可供核对的记录已经公布，凭回执可以核对自己的选票。"
    if about.data.get("few"):
        # Of so few, figures would tell who said what, and so would the record. R12.2.
        figures = "；参与的业主过少，不公布人数和面积"
        checked = "只公布是否通过和记录指纹，业主可以核对自己房屋的选票。"
    missed = "、".join(str(one) for one in about.data.get("missed", ()))
    why = f"未达到规定的是：{missed}。" if missed else ""
    text = f"{about.place}的业主表决{outcome}{figures}。{why}{checked}"
    return Words(f"业主表决{outcome}", text, f"表决{outcome}", "结果和核对方法见表决页面")
