"""The other four flows, played in the last weeks of the year. Plan 二(二)、二(三)、四(四).

Their money moves after the banks' last interest day of the year (21 December), so that what the
year's books come to is what it was without them.
"""

from datetime import date, datetime, timedelta
from typing import Any

from rules.days import BEIJING
from sandbox.demo import added, direct, household, independent, stations
from sandbox.demo.books import Books
from sandbox.demo.places import places
from sandbox.demo.scenes import Story
from sandbox.demo.stations import Branch
from sandbox.demo.voting import recount


def other_flows(main: Story, books: Books) -> dict[str, Any]:
    """All four from the application to the policy; what the DEMO line says of them."""
    year = main.city.today.year
    main.play.move_to(datetime(year, 11, 23, 9, 0, tzinfo=BEIJING))
    found = places(main.city, until=date(year + 1, 1, 5))
    stations.maintained(main, [found.household, found.added, found.independent, found.direct])
    funds = Branch.at("分户账", found.household, main, books)
    funds.printed = True
    household.applied(funds)
    ours = household.voted(funds)
    shaft = Branch.at("加装电梯", found.added, main, books)
    added.applied(shaft)
    theirs = added.voted(shaft)
    main.play.move_to(max(ours.ended(), theirs.ended()))
    main.play.advance(hours=9)
    recounted = True
    for poll in (ours, theirs):
        poll.counted(every_line=poll is ours)
        recounted = recount(poll) and recounted
        stations.hang(poll.branch)
    ends = [stations.moment(one.story.case["notice"]["ends_at"]) for one in (funds, shaft)]
    main.play.move_to(max(ends) + timedelta(days=2, hours=9))
    stations.maintained(main, [found.household, found.added, found.independent])
    for branch in (funds, shaft):
        stations.notice_over(branch)
    main.play.move_to(datetime(year, 12, 22, 9, 0, tzinfo=BEIJING))
    start = date(year + 1, 1, 1)
    return {
        "votes_counted": 2,
        "vote_pages": [poll.page for poll in (ours, theirs)],
        "ballots": ours.ballots + theirs.ballots,
        "recounted": recounted,
        "household_paid_fen": household.paid(funds, start),
        "added_paid_fen": added.paid(shaft, start),
        "independent_paid_fen": independent.paid(
            Branch.at("独立产权人", found.independent, main, books), start
        ),
        "direct_covered": direct.covered(Branch.at("直接投保", found.direct, main, books), start),
    }
