"""Making a case: a hand of its own plays the acts against the running sandbox."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from rules.refusals.base import Refusal
from sandbox import clock
from sandbox.demo.books import Books
from sandbox.demo.casting import cast
from sandbox.demo.places import Place
from sandbox.demo.play import Play, Unexpected
from sandbox.demo.scenes import Story, enter_staff
from sandbox.demo.stations import Branch
from sandbox.people import city
from sandbox.scenarios import household, pooled, upkeep
from sandbox.scenarios.catalogue import SCENARIOS, Scenario
from sandbox.scenarios.course import Course
from sandbox.scenarios.places import Stand, free

ACTS = {"pooled": pooled.ACTS, "household": household.ACTS}
FRESH = timedelta(days=7)
"""Visits older than this are brought up first: acceptance and registration ask for them."""

ANEW = "另选一种状态，或停下沙箱后重新 make run，得到一座新的城市"


class NoPlaceLeft(Refusal):
    """样本城市里已没有可用的楼栋或单元"""


class ScenarioFailed(Refusal):
    """样本办件没有办成"""


@dataclass(frozen=True)
class Made:
    """The case as a clerk sees it, and who acted in it: names of tokens to usernames, and the
    course with its owners."""

    case: Mapping[str, Any]
    course: Course
    usernames: Mapping[str, str]


class Maker:
    """Acts in the sandbox at this address; nothing else may make cases at the same time."""

    def __init__(self, url: str, control_url: str, var_dir: Path) -> None:
        self.url, self.control_url, self.var_dir = url, control_url, var_dir

    def bring_up(self) -> None:
        """Visits, inspections and the calendar are of today."""
        with self._story() as (story, _):
            upkeep.bring_up(story)

    def make(self, state: str, stands: Mapping[str, Stand], visited_on: date | None) -> Made:
        """One more case in that state; `visited_on` is when an elevator was last visited. Raises
        NoPlaceLeft, ScenarioFailed."""
        scenario = SCENARIOS[state]
        place = free(scenario.flow, 2 if state == "posting" else 1, stands)
        if place is None:
            raise NoPlaceLeft(
                f"没有空闲的、电梯合格且资金足够的楼栋可以造“{scenario.title}”的办件；{ANEW}"
            )
        with self._story() as (story, usernames):
            return self._made(scenario, place, story, usernames, visited_on)

    @contextmanager
    def _story(self) -> Iterator[tuple[Story, dict[str, str]]]:
        """A hand with the staff's tokens, and their usernames; what it could not do is refused."""
        folder = self.var_dir / "sheets"
        folder.mkdir(parents=True, exist_ok=True)
        with closing(Play(self.url, self.control_url, alone=True, quiet=True)) as play:
            story = Story(play, city(), cast(city()), folder)
            try:
                yield story, enter_staff(story)
            except Unexpected as error:
                raise ScenarioFailed(f"{error}；{ANEW}") from error

    def _made(
        self,
        scenario: Scenario,
        place: Place,
        story: Story,
        usernames: dict[str, str],
        visited_on: date | None,
    ) -> Made:
        now = story.play.now()
        if visited_on is None or now.date() - visited_on > FRESH:
            upkeep.bring_up(story)
        begin = now - timedelta(days=scenario.began)
        with clock.jobs_held(self.var_dir, begin):
            course = self._played(scenario, place, story, now, begin)
        story.play.at = None
        case = course.branch.story.look()
        if case["state"] != scenario.state:
            raise Unexpected(f"办件状态为 {case['state']}，预期 {scenario.state}")
        return Made(case, course, usernames)

    def _played(
        self, scenario: Scenario, place: Place, story: Story, now: datetime, begin: datetime
    ) -> Course:
        branch = Branch.at(scenario.title, place, story, Books(story))
        course = Course(branch, scenario, now)
        course.go_to(begin)
        for act in ACTS[scenario.flow]:
            if act.only and act.state != scenario.state:
                continue
            act.take(course)
            if act.state == scenario.state:
                return course
        raise LookupError(scenario.state)
