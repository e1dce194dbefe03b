"""The acts of a case that the pooled account pays, from the signatures to the policy. 二(一)."""

from datetime import timedelta

from sandbox.demo import stations
from sandbox.demo.play import Unexpected
from sandbox.scenarios.course import Act, Course, then
from sandbox.scenarios.places import PREMIUM_FEN

OBJECTION = "希望先说明免赔额如何确定，再购买保险。"


def signed_by_two(course: Course) -> None:
    """Two owners of the three that are needed."""
    course.enter_owners()
    stations.apply(course.branch, course.signers[0], course.scenario.flow)
    course.sign(1)


def signed_by_three(course: Course) -> None:
    """The third signature files it."""
    course.sign(2)


def accepted(course: Course) -> None:
    """The Centre found the four conditions met."""
    course.branch.story.do("clerk", "/acceptance")


def planned(course: Course) -> None:
    """The insurer's plan, the same premium for every elevator."""
    stations.plan(course.branch, PREMIUM_FEN)


def published(course: Course) -> None:
    """The notice is out and hangs in every lobby but one."""
    if course.scenario.published:
        course.go_to(course.now - timedelta(days=course.scenario.published))
    course.branch.story.do("clerk", "/notice")
    *most, course.last_lobby = stations.lobbies(course.branch)
    stations.post(course.branch, most)


def posted(course: Course) -> None:
    """It hangs everywhere, so that its days run."""
    stations.post(course.branch, [course.last_lobby])
    course.branch.expect("noticed")


def objected(course: Course) -> None:
    """Yesterday a neighbour objected in writing. 附件二(一)4."""
    course.go_to(course.now - timedelta(days=1))
    told = {"text": OBJECTION, "file_ids": []}
    course.branch.story.do(course.neighbour, "/objections", told)


def ran_out(course: Course) -> None:
    """Its days are over without an objection."""
    ends_at = stations.moment(course.branch.story.case["notice"]["ends_at"])
    if ends_at >= course.now:
        raise Unexpected(f"公示要到 {ends_at} 才期满")
    course.go_to(ends_at + timedelta(minutes=1))
    look = course.branch.story.look
    course.branch.story.play.until("公示期满", lambda: look()["state"] == "cleared")


def registered(course: Course) -> None:
    """Registered by the Centre, now."""
    course.go_to(None)
    course.branch.story.do("clerk", "/registration")


def contracted(course: Course) -> None:
    """For a year from the fifteenth day on, below the plan's premium."""
    story = course.branch.story
    start = story.play.now().date() + timedelta(days=15)
    amount_fen = story.case["money"]["premium_fen"] - 1_000
    stations.contract(course.branch, course.signers[0], course.number, amount_fen, start)


def requested(course: Course) -> None:
    """The signers ask for the payout."""
    stations.request(course.branch, course.signers[0], course.number)


def prepared(course: Course) -> None:
    """One of finance prepares it."""
    stations.prepare(course.branch)


def paid(course: Course) -> None:
    """Another one approves it."""
    stations.approve(course.branch)


def insured(course: Course) -> None:
    """The insurer issues the policy."""
    stations.cover(course.branch, course.number)


BEGINNING: tuple[Act, ...] = (
    then("signing", signed_by_two),
    then("filed", signed_by_three),
    then("accepted", accepted),
    then("planned", planned),
)
NOTICE: tuple[Act, ...] = (
    then("posting", published),
    then("noticed", posted),
    then("paused", objected, only=True),
    then("cleared", ran_out),
)
ACTS: tuple[Act, ...] = (
    *BEGINNING,
    *NOTICE,
    then("registered", registered),
    then("contracted", contracted),
    then("requested", requested),
    then("prepared", prepared),
    then("paid", paid),
    then("insured", insured),
)
