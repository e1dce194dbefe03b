"""Options judged with who I am: my signature, my objections, and what waits at the Centre."""

from typing import Any

from msgspec.structs import replace as but

from rules.cases import Accept, By, ObjectionFact, PostLobby, State
from rules.flows import Me, Option, options
from rules.flows.options import acts_offered, judges_conditions
from rules.people import Role
from tests.rules.flows.play import (
    CAL,
    CLERK,
    HOUR,
    MANAGER,
    MET,
    OWNER,
    REVIEWER,
    UNITS,
    Play,
    about,
    by,
    conditions,
    reach,
)

S, R = State, Role
MINE = about("o1", owner_id=OWNER.owner_id, version=1)
DISMISSED = but(MINE, state="dismissed")


def option(play: Play, who: By, act: str, *own: ObjectionFact, **known: Any) -> Option:
    """That one option, of somebody with these objections."""
    me = Me(objections=own, **known)
    every = options(play.facts, who, play.now + HOUR, CAL, me)
    return next(one for one in every if one.act == act)


def refused(*asked: Any) -> str:
    found = option(*asked)
    return found.refusal.code() if found.refusal else ""


def test_one_objection_at_a_time_is_foreseen():
    for state in ("open", "draft"):
        assert refused(reach(S.PAUSED), OWNER, "Object", but(MINE, state=state)) == (
            "ObjectionPending"
        )
    assert refused(reach(S.PAUSED), OWNER, "Object", but(MINE, owner_id="owner-2")) == ""
    recorded = but(MINE, state="recorded", in_time=False)
    assert refused(reach(S.NOTICED), OWNER, "Object", recorded) == ""
    assert refused(reach(S.PAID), OWNER, "Object", recorded) == "ObjectionPending"


def test_a_second_refiling_is_foreseen():
    once, twice = but(MINE, state="withdrawn"), but(MINE, id="o2", state="withdrawn")
    assert refused(reach(S.NOTICED), OWNER, "Object", once) == ""
    assert refused(reach(S.NOTICED), OWNER, "Object", once, twice) == "RefiledTooOften"


def test_one_takes_back_the_own_objection_only():
    play = reach(S.PAUSED)
    found = option(play, OWNER, "WithdrawObjection", MINE)
    assert found.allowed and found.targets == ("o1",)
    assert refused(play, OWNER, "WithdrawObjection") == "NotFound"
    assert refused(play, OWNER, "WithdrawObjection", but(MINE, id="o9")) == "ObjectionClosed"


def test_a_review_is_offered_of_a_dismissal_and_once():
    play = reach(S.NOTICED)
    found = option(play, OWNER, "Reopen", DISMISSED)
    assert found.allowed and found.targets == ("o1",)
    assert refused(play, OWNER, "Reopen") == "NotFound"
    assert refused(play, OWNER, "Reopen", but(DISMISSED, reviewed=True)) == "ReviewUsed"
    assert refused(play, OWNER, "Reopen", but(MINE, state="settled")) == "NotAllowedNow"
    on_paper = but(MINE, state="settled", ended_on_paper=True)
    assert option(play, OWNER, "Reopen", on_paper).targets == ("o1",)
    assert refused(play, OWNER, "Reopen", DISMISSED, but(MINE, id="o2")) == "ObjectionPending"


def test_the_centre_is_offered_what_it_may_decide():
    play = reach(S.PAUSED)
    entered = but(MINE, channel="paper", entered_by=CLERK.id)
    draft = but(entered, state="draft")
    assert option(play, REVIEWER, "EnterEnding", entered).allowed
    assert refused(play, CLERK, "EnterEnding", entered) == "SamePerson"
    assert refused(play, CLERK, "ProposeSettlement", draft) == "NotAllowedNow"
    assert refused(play, OWNER, "SettleObjection", MINE) == "NotAllowedNow"
    assert option(play, OWNER, "SettleObjection", but(MINE, proposed=True)).allowed
    assert refused(play, CLERK, "DropPaper", draft) == "SamePerson"
    assert option(play, REVIEWER, "DropPaper", draft).targets == ("o1",)
    again = but(MINE, first_decided_by=REVIEWER.id)
    assert refused(play, REVIEWER, "DismissObjection", again) == "SamePerson"
    other = but(MINE, id="o1", first_decided_by="reviewer-2")
    assert option(play, REVIEWER, "Uphold", other).allowed
    handler = by(R.REVIEWER, id=CLERK.id)
    assert refused(play, handler, "Uphold", MINE) == "SamePerson"


def test_unmet_conditions_are_foreseen():
    play = reach(S.FILED)
    assert option(play, CLERK, "Accept", conditions=MET).allowed
    unmet = option(play, CLERK, "Accept", conditions=conditions("R5.4"))
    assert unmet.refusal.code() == "ConditionsUnmet" and "条件R5.4" in str(unmet.refusal)
    assert option(play, CLERK, "Accept").allowed, "not judged, not refused"
    asked = [one for one in acts_offered(play.facts, CLERK) if judges_conditions(play.facts, one)]
    assert asked == [Accept] and Accept not in acts_offered(play.facts, REVIEWER)


def test_who_posted_a_lobby_may_post_it_again_until_the_period_begins():
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER)
    other = by(R.MANAGER, id="manager-2")
    assert option(play, MANAGER, "PostLobby").targets == UNITS
    assert option(play, other, "PostLobby").targets == ("unit-2",)
    assert option(play, CLERK, "RefuseLobby").targets == ("unit-1",)
