"""An act that one check alone refuses, and the cases such acts are tried in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace as but

from rules.cases import Act, By, FilePlan, PostLobby, ReturnCase, State
from rules.days import Calendar
from rules.flows import FlowName, Step, step
from rules.people import Role
from rules.refusals.base import Refusal
from tests.rules.flows.play import (
    APPLICANT,
    BODY,
    CAL,
    CLERK,
    HOUR,
    MANAGER,
    OWED_FEN,
    OWNER,
    Play,
    by,
    held,
    new_case,
    reach,
    reviewed,
)
from tests.rules.flows.ways import FLOW_NAMES

S, R = State, Role
Setting = Callable[[FlowName], Play]

UNKNOWN = Calendar({}, frozenset(), {})
"""A calendar of which no year is published: every end is provisional (R9.2)."""

OTHER = by(R.OWNER, id="person-7", owner_id="owner-7")
"""An owner who is no applicant of the case; in a body's flow, another body."""

OTHER_SIGNER = by(R.OWNER, id="person-2", applicant=True, owner_id="owner-2")
OTHER_INSURER = by(R.INSURER, insurer_id="insurer-2")
HANDLER_REVIEWS = by(R.REVIEWER, id=CLERK.id)
BODIES = {
    APPLICANT: BODY,
    OTHER: by(R.INDEPENDENT, id="person-7"),
    OTHER_SIGNER: by(R.INDEPENDENT, id="person-2", applicant=True),
}
"""Who stands in a body's flow where owners stand in the others."""


@dataclass(frozen=True)
class Probe:
    """An act that one check alone refuses: which check, in what case, by whom, when, and how.

    It is tried in each of `flows` whose table has that check in the row of that act and state.
    """

    check: str
    setting: Setting
    act: Act
    who: By
    refusal: type[Refusal]
    wait: timedelta = HOUR
    until: Callable[[Play], datetime] | None = None
    cal: Calendar = CAL
    flows: Sequence[FlowName] = FLOW_NAMES

    def take(self, flow: FlowName, table: Sequence[Step]) -> None:
        """Try it by that table; whatever refuses it is raised."""
        play, act, who = self.setting(flow), self.act, self.who
        if isinstance(act, FilePlan) and self.check != "says_what_is_owed":
            act = but(act, owed_fen=OWED_FEN.get(flow))
        if flow in {"independent", "direct"}:
            who = BODIES.get(who, who)
        now = self.until(play) if self.until else play.now + self.wait
        step(play.facts, act, who, now, self.cal, table)


def at(state: State) -> Setting:
    return lambda flow: reach(state, flow=flow)


def with_hold(state: State) -> Setting:
    return lambda flow: held(reach(state, flow=flow))


def committees(flow: FlowName) -> Play:
    return new_case("committee", flow=flow)


def before_notice(flow: FlowName) -> Play:
    """Where a notice may be published next."""
    return reach(S.PLANNED if flow == "pooled" else S.VOTED, flow=flow)


def before_contract(flow: FlowName) -> Play:
    """Where a contract may be signed next."""
    return reach(S.FUNDED if flow == "independent" else S.REGISTERED, flow=flow)


def returned_plan(flow: FlowName) -> Play:
    """A plan that was sent back: accepted before, so the case has a handler."""
    return reach(S.PLANNED, flow=flow).do(ReturnCase(why="缺附件"), CLERK)


def registered_again(flow: FlowName) -> Play:
    """Registered, then paused by a review of a dismissed objection."""
    return reach(S.REGISTERED, flow=flow).do(reviewed("o1"), OWNER)


def unproven(play: Play, state: State = State.POSTING) -> Play:
    """The first lobby has a photo that somebody has to look at, there or while paused."""
    play.do(PostLobby(unit_id="unit-1", proven=False), MANAGER)
    return held(play) if state is State.PAUSED else play


def one_lobby_posted(flow: FlowName) -> Play:
    return reach(S.POSTING, flow=flow).do(PostLobby(unit_id="unit-1"), MANAGER)


def lost_lobby(flow: FlowName) -> Play:
    """As if a lobby had lost its evidence without anybody refusing it: the check looks at the state
    alone, so that `options` can tell a manager that nothing is left to post."""
    play = reach(S.PAUSED, flow=flow)
    lobbies = tuple(but(one, posted_at=None) for one in play.facts.lobbies)
    return Play(but(play.facts, lobbies=lobbies), play.now)


def notice_of_unknown_year(flow: FlowName) -> Play:
    """A notice whose end is provisional, an hour after that end."""
    play = reach(S.NOTICED, cal=UNKNOWN, flow=flow)
    play.now = play.facts.notice_ends_at + HOUR
    return play
