"""The acts of a case that the homes' own funds pay, after a vote. 附件《操作流程》二(二)."""

from datetime import timedelta

from sandbox.demo.voting import Poll
from sandbox.scenarios import pooled
from sandbox.scenarios.course import Act, Course, then


def opened(course: Course) -> None:
    """The vote runs since yesterday's day; the signers have said yes on their phones. R8.3."""
    course.go_on(timedelta(days=1))
    course.poll = Poll.opened(course.branch)
    course.go_on(timedelta(hours=2))
    for home in course.homes[:3]:
        course.poll.phone(home, "agree")


def counted(course: Course) -> None:
    """Nearly everybody else agreed on paper, and the clock counted. R8.1, R8.3."""
    poll, place = course.poll, course.branch.place
    poll.issue_paper()
    settled = [home for home in place.homes if home not in set(place.unsettled())]
    poll.paper(dict.fromkeys([home for home in settled if home not in course.homes[:3]], "agree"))
    # Paper ballots may come a few days longer.
    poll.refresh()
    course.go_to(poll.ended())
    poll.counted(every_line=False)


def published(course: Course) -> None:
    """Plan and result are out together, in every lobby but one. 附件二(二)5."""
    course.go_on(timedelta(hours=1))
    pooled.published(course)


ACTS: tuple[Act, ...] = (
    *pooled.BEGINNING,
    then("voting", opened),
    then("voted", counted),
    then("posting", published),
    *pooled.NOTICE[1:],
    then("collecting", pooled.registered),
)
