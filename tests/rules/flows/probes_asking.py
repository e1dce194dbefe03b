"""For every check of the vote, the collection and the flag a case that it alone refuses."""

from msgspec.structs import replace as but

from rules.cases import (
    Gather,
    Lapse,
    OpenAccount,
    OpenVote,
    PublishNotice,
    RecordPolicy,
    RejectCase,
    ReturnCase,
    State,
    WithdrawCase,
)
from rules.flows import FlowName
from rules.people import Role
from rules.refusals.asking import NotApplicant
from rules.refusals.cases import (
    NotAllowedNow,
    NotYetDue,
    PapersMissing,
    ReasonMissing,
    SumsDiffer,
    WrongPeriod,
)
from rules.refusals.votes import (
    AlreadyUrgent,
    EvidenceMissing,
    NotUrgent,
    RoundsOver,
    SharesDiffer,
    VoteMissing,
    VoteRunning,
)
from tests.rules.flows.play import (
    APPLICANT,
    CLERK,
    CLOCK,
    CREATED,
    DAY,
    FINANCE,
    INSURER,
    PLAN,
    RECORD,
    TICK,
    UNITS,
    VOTE_DAYS,
    Play,
    by,
    counted,
    payout,
    reach,
)
from tests.rules.flows.probe import OTHER, OTHER_SIGNER, Probe, at, with_hold
from tests.rules.flows.walk import FLAG, UNFLAG, WAIVED
from tests.rules.flows.ways import NOTICED_FLOWS

S = State
FUNDED_FLOWS: tuple[FlowName, ...] = (*NOTICED_FLOWS, "independent")
ASK = OpenVote(vote_id="vote-2", ends_at=CREATED + 400 * DAY)
SHORT_OF_ZERO = Gather(needed_fen=1, gathered_fen=-1)


def waived(flow: FlowName) -> Play:
    return reach(S.PLANNED, WAIVED, flow=flow)


def asked_twice(flow: FlowName) -> Play:
    """Not carried in the second round either."""
    play = reach(S.NOT_CARRIED, flow=flow)
    play.do(OpenVote(vote_id="vote-2", ends_at=play.now + VOTE_DAYS), CLERK)
    return play.do(counted(False), CLOCK, play.facts.vote.ends_at)


def flagged(flow: FlowName) -> Play:
    return reach(S.FILED, flow=flow).do(FLAG, CLERK)


ASKING = (
    Probe("vote_wanted", waived, ASK, CLERK, NotAllowedNow),
    Probe("round_left", asked_twice, ASK, CLERK, RoundsOver),
    Probe("ends_later", at(S.PLANNED), but(ASK, ends_at=CREATED), CLERK, NotAllowedNow),
    Probe("carried", at(S.PLANNED), PublishNotice(units=UNITS), CLERK, VoteMissing),
    Probe(
        "vote_over",
        at(S.VOTING),
        counted(True),
        CLOCK,
        VoteRunning,
        until=lambda play: play.facts.vote.ends_at - TICK,
    ),
    Probe("by_initiator", at(S.VOTING), WithdrawCase(why=""), OTHER_SIGNER, NotApplicant),
    Probe("gives_reason", at(S.VOTED), ReturnCase(why=" "), CLERK, ReasonMissing),
    Probe("gives_reason", at(S.COLLECTING), RejectCase(why=""), CLERK, ReasonMissing),
    Probe("ran_out", at(S.NOT_CARRIED), Lapse(), CLOCK, NotYetDue, wait=90 * DAY - TICK),
    Probe("ran_out", at(S.COLLECTING), Lapse(), CLOCK, NotYetDue, wait=90 * DAY - TICK),
)

COLLECTING = (
    Probe("says_what_is_owed", at(S.ACCEPTED), PLAN, INSURER, SharesDiffer),
    Probe("says_what_is_owed", at(S.ACCEPTED), but(PLAN, owed_fen=-1), INSURER, SharesDiffer),
    Probe(
        "says_what_is_owed",
        at(S.ACCEPTED),
        but(PLAN, owed_fen=0, gathered_fen=-1),
        INSURER,
        SharesDiffer,
    ),
    Probe(
        "sums_are_sums",
        at(S.PLANNED),
        OpenAccount(needed_fen=-1, gathered_fen=0),
        CLERK,
        SumsDiffer,
    ),
    Probe("sums_are_sums", at(S.COLLECTING), SHORT_OF_ZERO, FINANCE, SumsDiffer),
    Probe("sums_are_sums", at(S.PLANNED), SHORT_OF_ZERO, FINANCE, SumsDiffer),
    Probe(
        "not_yet_contracted",
        with_hold(S.CONTRACTED),
        Gather(needed_fen=2, gathered_fen=1),
        FINANCE,
        NotAllowedNow,
    ),
    Probe(
        "contract_and_invoice",
        at(S.CONTRACTED),
        payout(papers=frozenset({"contract"})),
        APPLICANT,
        PapersMissing,
    ),
)

RECORDING = (
    Probe(
        "recorded_in_order",
        at(S.FILED),
        RecordPolicy(
            number="BD", contract=but(RECORD.contract, to_on=RECORD.contract.from_on - DAY)
        ),
        CLERK,
        WrongPeriod,
    ),
    Probe(
        "recorded_in_order",
        at(S.FILED),
        RecordPolicy(number="BD", contract=but(RECORD.contract, amount_fen=0)),
        CLERK,
        SumsDiffer,
    ),
    Probe("ran_out", at(S.RETURNED), Lapse(), CLOCK, NotYetDue, wait=15 * DAY),
)

FLAGGING = (
    Probe("not_flagged", flagged, FLAG, CLERK, AlreadyUrgent),
    Probe("shows_it", at(S.FILED), but(FLAG, why=" "), CLERK, ReasonMissing),
    Probe("shows_it", at(S.FILED), but(FLAG, evidence=0), OTHER, EvidenceMissing),
    Probe("flagged", at(S.FILED), UNFLAG, by(Role.REVIEWER), NotUrgent),
    Probe("says_why_not", flagged, but(UNFLAG, why=""), CLERK, ReasonMissing),
)
