"""The page of a vote: what is asked, who took part, the result, how to recount it. R8.5."""

from uuid import UUID

from console import links
from console.disclosure import Cell, VoteLine
from console.templates import page
from handlers.route import Context, Page
from handlers.votes.public import PublicVote, PublicVoteRow, list_public_votes
from rules.parameters import Threshold
from rules.votes import square_metres

MOST_VOTES = 20
STAGES = {
    "open": ("running", "业主可以在截止前投票、改投；计票前任何人都看不到倾向。"),
    "closed": ("over", "投票已经截止，等待计票。"),
    "passed": ("registered", "选票已经全部计入，计算过程和计票记录如下。"),
    "failed": ("ended", "选票已经全部计入，计算过程和计票记录如下。"),
    "void": ("ended", "办件已经终止，本次表决不再计票。"),
}
FEW = "选票已经全部计入，只公布是否通过。"
CHOICES = (("agree", "同意"), ("against", "反对"), ("abstain", "弃权"))


def vote_page(vote: PublicVote, over: bool) -> str:
    """The page; `over` once no more ballots are taken."""
    stage: str = "closed" if vote.state == "open" and over else vote.state
    if stage == "counted":
        stage = "passed" if vote.passed else "failed"
    css, meaning = STAGES[stage]
    took_part = vote.turnout
    area = "面积已达到" if took_part.area_reached else "面积未达到"
    return page(
        "vote.html",
        vote=vote,
        css=css,
        asking=stage == "open",
        label=state_words(vote, over),
        meaning=FEW if vote.withheld_reason else meaning,
        whole=f"{vote.homes}户、{vote.heads}人、{square_metres(vote.area_cm2)}",
        turnout=f"{took_part.heads}人，{area}",
        participation=threshold_words(vote.participation_needed),
        agreement=threshold_words(vote.agreement_needed),
        heads=("", "人数", "面积（平方米）"),
        rows=_rows(vote),
        account_url=links.scope(vote.scope_id),
        command=_command(vote),
    )


def threshold_words(text: str) -> str:
    """A threshold in words. R8.1."""
    one = Threshold.parse(text)
    return f"{'超过' if one.exceed else '不低于'}{one.numerator}/{one.denominator}"


def state_words(vote: PublicVoteRow, over: bool = False) -> str:
    """How a vote stands, in a word."""
    if vote.passed is not None:
        return "表决通过" if vote.passed else "表决未通过"
    return "等待计票" if vote.state == "open" and over else vote.state_title


def _rows(vote: PublicVote) -> tuple[tuple[Cell, ...], ...]:
    """Heads and areas of the result, line by line. R8.1."""
    result = vote.result
    if result is None:
        return ()
    shares = [("名册", result.total), ("参与表决", result.participating)]
    shares += [(title, getattr(result, choice)) for choice, title in CHOICES]
    return tuple(
        (
            Cell(title),
            Cell(str(share.heads), number=True),
            Cell(square_metres(share.area_cm2).removesuffix("平方米"), number=True),
        )
        for title, share in shares
    )


def _command(vote: PublicVote) -> str:
    return (
        f"python3 recount_vote.py record.json --roll-root {vote.roll_root}"
        f" --root {vote.record_root}"
    )


async def vote_lines(ctx: Context, scope_id: UUID) -> tuple[VoteLine, ...]:
    """A scope's latest votes for its page."""
    found = await list_public_votes(ctx, scope_id, Page(limit=MOST_VOTES))
    return tuple(
        VoteLine(
            one.case_number,
            links.vote(one.token),
            state_words(one, ctx.now >= one.ends_at),
            one.ends_at,
        )
        for one in found.items
    )
