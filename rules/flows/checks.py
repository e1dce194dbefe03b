"""What may stand against an act: each check raises one refusal or says nothing."""

from datetime import date, timedelta

from rules.cases import (
    Accept,
    AcceptLobby,
    ApprovePayout,
    By,
    Facts,
    FilePlan,
    PostLobby,
    PreparePayout,
    PublishNotice,
    RecordPolicy,
    RefuseLobby,
    Register,
    RejectCase,
    RequestPayout,
    ReturnCase,
    ReturnPayout,
    ShowHanging,
    Sign,
    SignContract,
    State,
    Unsign,
)
from rules.entries import must_be_second
from rules.flows.table import Moment, of_body
from rules.people import AGENTS, Role
from rules.refusals.asking import NotApplicant
from rules.refusals.cases import (
    AlreadySigned,
    CalendarUnknown,
    ConditionsUnmet,
    ContractTooLarge,
    CorrectionOver,
    LobbyPosted,
    LobbyUnknown,
    NotAllowedNow,
    NothingHeld,
    NoticeRunning,
    NotSigned,
    NotYetDue,
    PapersMissing,
    PayeeUnconfirmed,
    ReasonMissing,
    SigningOver,
    SumsDiffer,
    WrongElevators,
    WrongPeriod,
    WrongPremium,
)

FOUR_CONDITIONS = frozenset({"R5.1", "R5.2", "R5.3", "R5.4"})
"""What has to be judged before an application goes on (附件一)."""

PAYOUT_PAPERS = frozenset({"contract", "invoice", "notice_photo"})
"""What must lie before a payout is complete (附件二(一)7)."""

POSTERS = AGENTS | {Role.STREET, Role.CLERK}
"""Who may hang a notice and send the photo, besides the applicant. R7.2."""

OfLobby = PostLobby | AcceptLobby | ShowHanging | RefuseLobby
"""What is done to one lobby."""

Judged = Accept | FilePlan | Register | ApprovePayout
"""The acts that carry the four conditions as judged now."""


def by_applicant(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Only an applicant of this case. R5.1."""
    if not by.applicant:
        raise NotApplicant()


def by_initiator(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Only who started the case may take it back; another signer takes back a signature."""
    if by.id != facts.applicant_id:
        raise NotApplicant("撤回整件申请须由发起人办理，其他签名人可撤回本人签名")


def collects_signatures(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A committee's or manager's application stands without signatures. R5.1."""
    if facts.applicant != "signers":
        raise NotAllowedNow("本办件不由业主联名申请，无须签名", state=facts.state.value)


def signing_open(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Signatures are collected until the time runs out. R5.1, signing.days.

    An application that stands takes more of them until acceptance: when a signer has sold, a
    fourth makes it three again (R2.4).
    """
    over = facts.signing_ends_at is not None and at.now >= facts.signing_ends_at
    if facts.state is State.SIGNING and over:
        raise SigningOver(ended_at=facts.signing_ends_at)


def signs_once(facts: Facts, act: Sign, by: By, at: Moment) -> None:
    """One owner, one signature. R5.1."""
    if any(signer.owner_id == act.owner_id for signer in facts.signers):
        raise AlreadySigned()


def has_signed(facts: Facts, act: Unsign, by: By, at: Moment) -> None:
    """A signature must be there to be taken back."""
    if all(signer.owner_id != act.owner_id for signer in facts.signers):
        raise NotSigned()


def not_yet_accepted(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A signer may withdraw until acceptance. R5.1."""
    if facts.handler_id:
        raise NotAllowedNow("申请已受理，不能再撤回签名", state=facts.state.value)


def not_yet_registered(facts: Facts, act: object, by: By, at: Moment) -> None:
    """An applicant may withdraw until registration. Section 6."""
    if facts.registration_number:
        raise NotAllowedNow("办件已登记备案，不能再撤回", state=facts.state.value)


def conditions_met(facts: Facts, act: Judged, by: By, at: Moment) -> None:
    """All four conditions at once; one that was not judged is not met. 附件一, R5."""
    failed = [condition for condition in act.conditions if not condition.passed]
    if not failed and {condition.rule for condition in act.conditions} != FOUR_CONDITIONS:
        raise ConditionsUnmet("四项条件未全部核对", conditions=[])
    if failed:
        raise ConditionsUnmet(
            "；".join(f"{one.title}：{one.reason}" for one in failed),
            conditions=[{"rule": one.rule, "reason": one.reason} for one in failed],
        )


@of_body
def plans_these_elevators(facts: Facts, act: FilePlan, by: By, at: Moment) -> None:
    """A plan prices every elevator of the case and no other."""
    if set(act.per_elevator) != set(facts.elevators):
        raise WrongElevators("方案须逐台列明本办件的电梯")


@of_body
def premium_adds_up(facts: Facts, act: FilePlan, by: By, at: Moment) -> None:
    """The premium is the sum of the elevators' premiums, each above zero."""
    parts = act.per_elevator.values()
    if act.premium_fen != sum(parts) or any(part <= 0 for part in parts):
        raise WrongPremium(premium_fen=act.premium_fen, sum_fen=sum(parts))


def by_the_insurer(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Only the insurer the applicant chose."""
    if by.insurer_id != facts.insurer_id:
        raise NotApplicant("只有本办件选定的保险机构可以办理")


@of_body
def names_lobbies(facts: Facts, act: PublishNotice, by: By, at: Moment) -> None:
    """A notice hangs somewhere, and in each lobby once: else its period could never run. R7.2."""
    if not act.units or len(set(act.units)) != len(act.units):
        raise NotAllowedNow("公示须逐一列明张贴的单元", state=facts.state.value)


def posts_here(facts: Facts, act: PostLobby | ShowHanging, by: By, at: Moment) -> None:
    """An owner posts as applicant; manager, committee, street and clerk as what they are. R7.2."""
    if not by.applicant and not by.roles & POSTERS:
        raise LobbyUnknown()


def lobby_of_notice(facts: Facts, act: OfLobby, by: By, at: Moment) -> None:
    """The lobby belongs to this notice. R7.2."""
    if all(lobby.unit_id != act.unit_id for lobby in facts.lobbies):
        raise LobbyUnknown()


def lobby_still_open(facts: Facts, act: PostLobby, by: By, at: Moment) -> None:
    """Evidence that counts is taken once; a refused one opens the lobby again, and who posted may
    post again until the period begins. R7.2."""
    here = (one for one in facts.lobbies if one.unit_id == act.unit_id)
    if any(one.posted_at is not None and one.posted_by != by.id for one in here):
        raise LobbyPosted()


def lobby_was_posted(facts: Facts, act: RefuseLobby, by: By, at: Moment) -> None:
    """Only evidence that is there can be refused."""
    here = (one for one in facts.lobbies if one.unit_id == act.unit_id)
    if any(one.posted_at is None and one.waiting_at is None for one in here):
        raise NotAllowedNow("该单元尚无张贴凭证", state=facts.state.value)


def lobby_waits(facts: Facts, act: AcceptLobby, by: By, at: Moment) -> None:
    """Only a photo that waits is looked at, and by somebody else than who sent it. R7.2, R1.2."""
    here = [one for one in facts.lobbies if one.unit_id == act.unit_id]
    if any(one.waiting_at is None for one in here):
        raise NotAllowedNow("该单元没有待核看的张贴照片", state=facts.state.value)
    for one in here:
        must_be_second(by, one.posted_by, "上传照片的人不得自行核看")


def notice_not_begun(facts: Facts, act: object, by: By, at: Moment) -> None:
    """While paused, posters may go up only where the period has not begun."""
    if facts.state is State.PAUSED and facts.resume_to is not State.POSTING:
        raise NotAllowedNow("公示已张贴完毕", state=facts.state.value)


@of_body
def gives_reason(
    facts: Facts, act: ReturnCase | ReturnPayout | RejectCase, by: By, at: Moment
) -> None:
    """What is missing, or why not, is said. Section 6."""
    if not act.why.strip():
        raise ReasonMissing()


def held_by_hand(facts: Facts, act: object, by: By, at: Moment) -> None:
    """There must be a hold to lift."""
    if not facts.hand_hold:
        raise NothingHeld()


def not_held_by_hand(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A hold is set once."""
    if facts.hand_hold:
        raise NotAllowedNow("办件已被人工暂停", state=facts.state.value)


def notice_ran_out(facts: Facts, act: object, by: By, at: Moment) -> None:
    """The notice ends at 24:00 of its last day and not a moment sooner. R7.1."""
    if facts.notice_ends_at is None or at.now < facts.notice_ends_at:
        raise NoticeRunning(ends_at=facts.notice_ends_at)


def notice_end_certain(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A provisional end closes nothing; it is recomputed when the calendar is out. R9.2."""
    if facts.notice_provisional:
        raise CalendarUnknown(last_day=facts.notice_last_on)


@of_body
def within_premium(facts: Facts, act: SignContract, by: By, at: Moment) -> None:
    """A larger contract needs a new plan; a smaller one captures less. R9.3."""
    if act.amount_fen > facts.premium_fen:
        raise ContractTooLarge(premium_fen=facts.premium_fen, contract_fen=act.amount_fen)


@of_body
def contract_above_zero(facts: Facts, act: SignContract, by: By, at: Moment) -> None:
    """A contract has a price."""
    if act.amount_fen <= 0:
        raise SumsDiffer("合同金额须大于零")


@of_body
def whole_policy_years(facts: Facts, act: SignContract, by: By, at: Moment) -> None:
    """The period is the plan's years, day for day. R10.3, policy.years."""
    years = facts.parameters.policy_years
    start = act.from_on
    if start.year + years > date.max.year:
        raise WrongPeriod("保险起期不正确", from_on=start)
    last = start.replace(day=28) if (start.month, start.day) == (2, 29) else start
    end = last.replace(year=start.year + years)
    if (start.month, start.day) != (2, 29):
        end -= timedelta(days=1)
    if act.to_on != end:
        raise WrongPeriod(expected_to_on=end, years=years)


@of_body
def not_backdated(facts: Facts, act: SignContract, by: By, at: Moment) -> None:
    """Cover does not begin before the contract is entered."""
    if act.from_on < at.today:
        raise WrongPeriod("保险起期不能早于今天", from_on=act.from_on)


@of_body
def papers_complete(facts: Facts, act: RequestPayout, by: By, at: Moment) -> None:
    """Contract, invoice and images of the notice. 附件二(一)7."""
    missing = PAYOUT_PAPERS - act.papers
    if missing:
        raise PapersMissing(missing=sorted(missing))


@of_body
def invoice_equals_contract(facts: Facts, act: RequestPayout, by: By, at: Moment) -> None:
    """Invoice and contract name the same sum. R9.3."""
    if facts.contract is None or act.invoice_fen != facts.contract.amount_fen:
        raise SumsDiffer(
            contract_fen=facts.contract.amount_fen if facts.contract else None,
            invoice_fen=act.invoice_fen,
        )


@of_body
def prepares_that_sum(facts: Facts, act: PreparePayout, by: By, at: Moment) -> None:
    """Payee and sum equal contract and invoice. R9.3."""
    if facts.payout is None or act.amount_fen != facts.payout.amount_fen:
        raise SumsDiffer(
            asked_fen=facts.payout.amount_fen if facts.payout else None,
            prepared_fen=act.amount_fen,
        )


def payee_confirmed(facts: Facts, act: PreparePayout, by: By, at: Moment) -> None:
    """Premiums go to an account that the insurer itself has confirmed. R3.5."""
    if not act.payee_id:
        raise PayeeUnconfirmed()


def approved_by_other(facts: Facts, act: object, by: By, at: Moment) -> None:
    """One prepares, another approves. R9.3."""
    must_be_second(by, facts.payout.prepared_by if facts.payout else None)


def correction_open(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Corrections, also of a payout's papers, are taken until their deadline. Section 6."""
    if facts.correction_due_at is not None and at.now >= facts.correction_due_at:
        raise CorrectionOver(ended_at=facts.correction_due_at)


def ran_out(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A case lapses when its time is over, not before."""
    due = facts.due_at()
    if due is None or at.now < due:
        raise NotYetDue(due_at=due)


@of_body
def recorded_in_order(facts: Facts, act: RecordPolicy, by: By, at: Moment) -> None:
    """A policy on record covers at least one day, and costs something. R5.5."""
    if act.contract.to_on < act.contract.from_on:
        raise WrongPeriod(from_on=act.contract.from_on)
    if act.contract.amount_fen <= 0:
        raise SumsDiffer("保费须大于零")
