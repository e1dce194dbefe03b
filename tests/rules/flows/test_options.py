"""What may I do, and why not: asked of the table alone. Section 6."""

from datetime import timedelta

import pytest
from msgspec.structs import replace as but

from rules.cases import CLOSED, By, ObjectionFact, PostLobby, ReturnCase, ReturnPayout, State
from rules.days import end_of_day
from rules.flows import FLOWS, Me, deadlines, options
from rules.flows.table import states_of
from rules.people import Role
from tests.rules.flows.play import (
    APPLICANT,
    BODY,
    CAL,
    CLERK,
    CREATED,
    ENDS,
    FINANCE,
    FINANCE_2,
    HOUR,
    INSURER,
    MANAGER,
    OWNER,
    REVIEWER,
    Play,
    about,
    by,
    day,
    held,
    new_case,
    reach,
)
from tests.rules.flows.ways import FLOW_NAMES

S, R = State, Role
AUDITOR = by(R.AUDITOR)
STREET = by(R.STREET)
BUREAU = by(R.BUREAU)
SIGNER = by(R.OWNER, id="person-2", applicant=True, owner_id="owner-2")
COMMITTEE = by(R.COMMITTEE, id="person-1", applicant=True)
OTHER_BODY = by(R.INDEPENDENT, id="person-7")


FLAGS = {"FlagUrgent", "UnflagUrgent"}


def asked(play: Play, who: By) -> dict[str, str]:
    """Each act offered but the flag, with the code of what stops it, or nothing."""
    return {act: why for act, why in offered(play, who).items() if act not in FLAGS}


def offered(play: Play, who: By, *own: ObjectionFact) -> dict[str, str]:
    """The same with the flag; the Centre sees what is open, `own` are an owner's objections."""
    waiting = tuple(about(name) for name in play.facts.open_objections)
    me = Me(objections=own if R.OWNER in who.roles else waiting, payee_id="payee")
    found = options(play.facts, who, play.now + HOUR, CAL, me)
    return {one.act: one.refusal.code() if one.refusal else "" for one in found}


EVERYWHERE = {
    S.SIGNING: {
        OWNER: {"Sign": "", "Unsign": "NotSigned", "WithdrawCase": "NotApplicant"},
        APPLICANT: {"Sign": "AlreadySigned", "Unsign": "", "WithdrawCase": ""},
        CLERK: {},
    },
    S.FILED: {
        CLERK: {"Accept": "", "ReturnCase": "", "RejectCase": ""},
        REVIEWER: {"ReturnCase": "", "RejectCase": ""},
        INSURER: {},
        SIGNER: {"Sign": "AlreadySigned", "Unsign": "", "WithdrawCase": "NotApplicant"},
    },
    S.ACCEPTED: {
        INSURER: {"FilePlan": ""},
        by(R.INSURER, insurer_id="insurer-2"): {"FilePlan": "NotApplicant"},
        CLERK: {"RejectCase": ""},
        APPLICANT: {"WithdrawCase": ""},
        OWNER: {"WithdrawCase": "NotApplicant"},
    },
    S.PLANNED: {
        CLERK: {"PublishNotice": "", "ReturnCase": "", "RejectCase": ""},
        MANAGER: {"WithdrawCase": "NotApplicant"},
    },
    S.POSTING: {
        MANAGER: {"PostLobby": "", "WithdrawCase": "NotApplicant"},
        CLERK: {
            "PostLobby": "",
            "AcceptLobby": "NotAllowedNow",
            "RefuseLobby": "NotAllowedNow",
            "Object": "",
            "HoldByHand": "",
        },
    },
    S.NOTICED: {
        OWNER: {
            "ShowHanging": "LobbyUnknown",
            "Object": "",
            "Reopen": "NotFound",
            "WithdrawCase": "NotApplicant",
        },
        CLERK: {"ShowHanging": "NotAllowedNow", "RefuseLobby": "", "Object": "", "HoldByHand": ""},
        REVIEWER: {"RefuseLobby": "", "HoldByHand": ""},
        MANAGER: {"ShowHanging": "NotAllowedNow", "WithdrawCase": "NotApplicant"},
        INSURER: {},
    },
    S.PAUSED: {
        CLERK: {
            "PostLobby": "NotAllowedNow",
            "AcceptLobby": "NotAllowedNow",
            "RefuseLobby": "",
            "Object": "",
            "WithdrawOnPaper": "SamePerson",
            "SettleOnPaper": "SamePerson",
            "ProposeSettlement": "",
            "EnterEnding": "SamePerson",
            "DropPaper": "NotFound",
            "HoldByHand": "",
            "ReleaseByHand": "NothingHeld",
        },
        REVIEWER: {
            "AcceptLobby": "NotAllowedNow",
            "RefuseLobby": "",
            "WithdrawOnPaper": "",
            "SettleOnPaper": "",
            "ProposeSettlement": "",
            "EnterEnding": "",
            "DismissObjection": "",
            "DropPaper": "NotFound",
            "Uphold": "",
            "HoldByHand": "",
            "ReleaseByHand": "NothingHeld",
        },
        MANAGER: {"PostLobby": "NotAllowedNow", "WithdrawCase": "NotApplicant"},
        INSURER: {},
        FINANCE: {},
    },
    S.CLEARED: {
        CLERK: {"RefuseLobby": "", "Object": "", "HoldByHand": "", "Register": "", "RejectCase": ""}
    },
    S.REGISTERED: {
        APPLICANT: {"Object": "", "Reopen": "NotFound", "SignContract": ""},
        OWNER: {"Object": "", "Reopen": "NotFound", "SignContract": "NotApplicant"},
        COMMITTEE: {"SignContract": ""},
        INSURER: {},
    },
    S.CONTRACTED: {
        SIGNER: {"Object": "", "Reopen": "NotFound", "RequestPayout": ""},
        MANAGER: {"RequestPayout": "NotApplicant"},
    },
    S.REQUESTED: {
        FINANCE: {"PreparePayout": "", "ReturnPayout": ""},
        CLERK: {"Object": "", "HoldByHand": "", "ReturnPayout": "", "RejectCase": ""},
        APPLICANT: {"Object": "", "Reopen": "NotFound"},
    },
    S.PREPARED: {
        FINANCE: {"ApprovePayout": "SamePerson", "ReturnPayout": ""},
        FINANCE_2: {"ApprovePayout": "", "ReturnPayout": ""},
        REVIEWER: {"HoldByHand": "", "ApprovePayout": "", "ReturnPayout": ""},
    },
    S.PAID: {INSURER: {"IssuePolicy": ""}, CLERK: {"Object": ""}, APPLICANT: {"Object": ""}},
    S.INSURED: {INSURER: {}, OWNER: {"Object": ""}},
    S.RETURNED: {
        APPLICANT: {"Unsign": "", "WithdrawCase": "", "CorrectCase": ""},
        OWNER: {
            "Unsign": "NotSigned",
            "WithdrawCase": "NotApplicant",
            "CorrectCase": "NotApplicant",
        },
        CLERK: {"RejectCase": ""},
    },
}
WITH_VOTE = {
    S.PLANNED: {
        CLERK: {
            "OpenVote": "",
            "PublishNotice": "VoteMissing",
            "ReturnCase": "",
            "RejectCase": "",
        },
        FINANCE: {"Gather": ""},
        APPLICANT: {"WithdrawCase": ""},
    },
    S.VOTING: {
        CLERK: {},
        REVIEWER: {"Gather": ""},
        APPLICANT: {"WithdrawCase": ""},
        OWNER: {"WithdrawCase": "NotApplicant"},
        MANAGER: {"WithdrawCase": "NotApplicant"},
        INSURER: {},
    },
    S.VOTED: {
        CLERK: {"PublishNotice": "", "ReturnCase": "", "RejectCase": ""},
        OWNER: {"WithdrawCase": "NotApplicant"},
    },
    S.NOT_CARRIED: {
        CLERK: {"OpenVote": "", "ReturnCase": "", "RejectCase": ""},
        APPLICANT: {"WithdrawCase": ""},
    },
    S.COLLECTING: {
        CLERK: {"Object": "", "HoldByHand": "", "RejectCase": ""},
        FINANCE: {"Gather": ""},
        APPLICANT: {"Object": "", "Reopen": "NotFound"},
        INSURER: {},
    },
    S.REGISTERED: {FINANCE: {"Gather": ""}, APPLICANT: EVERYWHERE[S.REGISTERED][APPLICANT]},
    S.CONTRACTED: {FINANCE: {}, SIGNER: EVERYWHERE[S.CONTRACTED][SIGNER]},
}
WITHOUT_NOTICE = {
    S.FILED: {
        BODY: {"WithdrawCase": ""},
        CLERK: {"Accept": "", "ReturnCase": "", "RejectCase": ""},
        OWNER: {},
    },
    S.PLANNED: {CLERK: {"OpenAccount": "", "ReturnCase": "", "RejectCase": ""}, FINANCE: {}},
    S.COLLECTING: {
        BODY: {"WithdrawCase": ""},
        FINANCE: {"Gather": ""},
        CLERK: {"RejectCase": ""},
    },
    S.FUNDED: {
        BODY: {"SignContract": "", "WithdrawCase": ""},
        OTHER_BODY: {"SignContract": "NotApplicant", "WithdrawCase": "NotApplicant"},
        OWNER: {},
        CLERK: {},
    },
    S.CONTRACTED: {BODY: {"RequestPayout": ""}},
    S.PREPARED: {FINANCE: {"ApprovePayout": "SamePerson", "ReturnPayout": ""}},
    S.INSURED: {BODY: {}, OWNER: {}, CLERK: {}},
}
RECORDED = {
    S.FILED: {
        CLERK: {"RecordPolicy": "", "ReturnCase": "", "RejectCase": ""},
        BODY: {"WithdrawCase": ""},
        MANAGER: {"WithdrawCase": "NotApplicant"},
        INSURER: {},
    },
    S.RETURNED: {BODY: {"CorrectCase": "", "WithdrawCase": ""}},
    S.INSURED: {BODY: {}, CLERK: {}, OWNER: {}},
}
ADDED = WITH_VOTE | {
    S.PLANNED: {CLERK: {"OpenVote": "", "ReturnCase": "", "RejectCase": ""}},
}
BY_FLOW = {
    "pooled": EVERYWHERE,
    "household": WITH_VOTE,
    "added": ADDED,
    "independent": WITHOUT_NOTICE,
    "direct": RECORDED,
}
ASKED = [
    (flow, state, who)
    for flow, table in BY_FLOW.items()
    for state, each in table.items()
    for who in each
]
EVERY_STATE = [
    (flow, state) for flow, table in FLOWS.items() for state in sorted(states_of(table.steps))
]
EVERYTHING = By(roles=frozenset(R), id="person-1", applicant=True, insurer_id="insurer-1")


@pytest.mark.parametrize(
    ("flow", "state", "who"), ASKED, ids=lambda part: getattr(part, "id", None) or str(part)
)
def test_what_may_i_do(flow, state, who):
    assert asked(reach(state, flow=flow), who) == BY_FLOW[flow][state][who]


@pytest.mark.parametrize(("flow", "state"), EVERY_STATE)
def test_who_only_looks_on_may_do_nothing(flow, state):
    for who in (AUDITOR, BUREAU, by(R.PUBLIC, R.PERSON), by(R.ADMINISTRATOR)):
        assert offered(reach(state, flow=flow), who) == {}
    assert set(offered(reach(state, flow=flow), STREET)) <= {"PostLobby", "ShowHanging"}


@pytest.mark.parametrize(("flow", "state"), EVERY_STATE)
def test_a_flag_is_offered_while_something_is_still_to_be_done(flow, state):
    """Section 6: set once by who sees it, lifted by the Centre."""
    over = flow == "direct" or state in CLOSED | {S.PAID}
    play = reach(state, flow=flow)
    for who in (OWNER, MANAGER, BODY):
        assert offered(play, who).get("FlagUrgent") == (None if over else "")
        assert "UnflagUrgent" not in offered(play, who)
    flags = {act: why for act, why in offered(play, CLERK).items() if act in FLAGS}
    assert flags == ({} if over else {"FlagUrgent": "", "UnflagUrgent": "NotUrgent"})
    assert not FLAGS & set(offered(play, INSURER))


@pytest.mark.parametrize("flow", FLOW_NAMES)
def test_in_a_closed_case_nobody_may_do_anything(flow):
    for state in (CLOSED - {S.INSURED}) & states_of(FLOWS[flow].steps):
        assert offered(reach(state, flow=flow), EVERYTHING) == {}


def test_what_the_clock_does_is_offered_to_nobody():
    """Not even where the clock's own row is the only one."""
    assert "Lapse" not in asked(reach(S.SIGNING), by(R.SYSTEM))
    assert asked(reach(S.NOTICED), by(R.SYSTEM)) == {}


def test_the_reason_is_in_words_and_the_clause_is_cited():
    (row,) = [
        one
        for one in options(reach(S.PREPARED).facts, FINANCE, CREATED + timedelta(days=30), CAL)
        if one.act == "ApprovePayout"
    ]
    assert str(row.refusal) == "经办与复核须为不同的人员"
    assert not row.allowed
    assert (row.title, row.clause) == ("拨付复核", "附件二(一)7；R9.3")


def test_time_is_a_reason_too():
    play = new_case()
    late = options(play.facts, OWNER, play.facts.signing_ends_at, CAL)
    assert [one.refusal.code() for one in late if one.act == "Sign"] == ["SigningOver"]
    assert asked(new_case("committee"), OWNER)["Sign"] == "NotAllowedNow"


def test_a_hold_can_be_set_or_lifted_never_both():
    play = held(reach(S.NOTICED))
    may = asked(play, REVIEWER)
    assert (may["HoldByHand"], may["ReleaseByHand"]) == ("NotAllowedNow", "")


def test_after_the_handler_is_named_signers_stay():
    play = reach(S.PLANNED).do(ReturnCase(why="缺附件"), CLERK)
    assert asked(play, APPLICANT) == {
        "Unsign": "NotAllowedNow",
        "WithdrawCase": "",
        "CorrectCase": "",
    }


def test_a_manager_who_waits_for_posters_while_paused_may_post():
    play = held(reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER))
    assert asked(play, MANAGER)["PostLobby"] == ""


# --- deadlines, with the rule that sets them


@pytest.mark.parametrize(
    ("flow", "state", "kind", "rule", "parameter"),
    [
        ("pooled", S.SIGNING, "signing", "R5.1", "signing.days"),
        ("pooled", S.ACCEPTED, "lapse", "第6节", "lapse.days"),
        ("pooled", S.POSTING, "lapse", "第6节", "lapse.days"),
        ("pooled", S.NOTICED, "notice", "R7.1", "notice.days"),
        ("pooled", S.REGISTERED, "lapse", "第6节", "lapse.days"),
        ("pooled", S.CONTRACTED, "lapse", "第6节", "lapse.days"),
        ("pooled", S.REQUESTED, "payout", "R9.1", "payout.working_days"),
        ("pooled", S.PREPARED, "payout", "R9.1", "payout.working_days"),
        ("pooled", S.RETURNED, "correction", "第6节", "correction.days"),
        ("household", S.VOTING, "vote", "R8.3", "vote.days"),
        ("household", S.NOT_CARRIED, "lapse", "第6节", "lapse.days"),
        ("household", S.COLLECTING, "lapse", "第6节", "lapse.days"),
        ("independent", S.COLLECTING, "lapse", "第6节", "lapse.days"),
        ("independent", S.FUNDED, "lapse", "第6节", "lapse.days"),
        ("direct", S.RETURNED, "correction", "第6节", "correction.days"),
    ],
)
def test_one_deadline_runs(flow, state, kind, rule, parameter):
    facts = reach(state, flow=flow).facts
    (due,) = deadlines(facts, CAL)
    assert (due.kind, due.rule, due.parameter) == (kind, rule, parameter)
    assert due.title and not due.provisional
    if kind == "vote":
        assert due.at == facts.vote.ends_at and facts.due_at() is None
    elif kind != "payout":
        assert due.at == facts.due_at()


@pytest.mark.parametrize(
    "state", [S.FILED, S.PLANNED, S.PAUSED, S.CLEARED, S.PAID, S.INSURED, *sorted(CLOSED)]
)
def test_no_deadline_runs_where_the_centre_is_awaited_or_all_is_over(state):
    assert deadlines(reach(state).facts, CAL) == []


def test_the_notice_ends_at_midnight_in_beijing():
    (due,) = deadlines(reach(S.NOTICED).facts, CAL)
    assert due.at == ENDS == end_of_day(day("09-15"))


def test_a_provisional_end_says_so():
    facts = but(reach(S.NOTICED).facts, notice_provisional=True)
    assert deadlines(facts, CAL)[0].provisional


def test_a_returned_payout_has_a_correction_deadline_and_no_lapse():
    play = reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK)
    assert [one.kind for one in deadlines(play.facts, CAL)] == ["correction"]
