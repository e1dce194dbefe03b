"""The table of kinds of messages: nothing forgotten, everything fits, nothing given away. R13.1."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.messages.recipients import RECIPIENTS
from notify.kinds import KINDS, About, Audience, Kind, Words, copy_for_wechat
from notify.kinds.kind import said
from notify.outbox import _OF_CASE
from notify.templates import NOTICE, PROGRESS, TASK, TEMPLATES
from notify.wechat.fields import fit
from rules.events.base import Event
from rules.events.cases import (
    Accepted,
    CaseLapsed,
    Contracted,
    Filed,
    LateObjectionAnswered,
    LateObjectionRecorded,
    LobbyEvidenceMissing,
    LobbyRefused,
    NoticeEnded,
    NoticePublished,
    NoticeResumed,
    NoticeStarted,
    ObjectionAdded,
    ObjectionReopened,
    ObjectionSettled,
    ObjectionUpheld,
    PaperObjectionConfirmed,
    Paused,
    PayoutPrepared,
    PayoutRequested,
    PlanFiled,
    PremiumPaid,
    Registered,
    Signed,
)
from rules.events.votes import AccountOpened, CollectionOpened
from sandbox.wechat.fields import accepts

AT = datetime(2025, 9, 26, 2, 30, 15, 123456, tzinfo=UTC)
LONG = "湘西土家族苗族自治州吉首市乾州新区世纪大道阳光国际商业广场二期高层住宅小区"

SILENT = {
    "ContentWritten": "for the auditor's log",
    "TablesMigrated": "for the auditor's log",
    "BindingEndingDropped": "nothing has changed for anybody",
    "CollectionChanged": "who paid is told; that all have is told by itself",
    "LobbyShown": "who asked for it was the clock",
    "LobbyAccepted": "the last one starts the notice, which is told",
    "ReleasedByHand": "told as NoticeResumed where nothing else keeps the case",
    "EndingDropped": "the objection stands as it stood",
    "ObjectionTextJudged": "about the public page, not about the case",
    "FileErased": "the notice said beforehand how long it is kept",
    "CasePaperIssued": "whoever stands at the counter has it in the hand",
    "CasePaperReprinted": "nothing has changed for anybody",
    "CaseFileTaken": "for the auditor, who finds it in the log",
    "FileRead": "for the auditor, who finds it in the log",
    "HomeLeft": "one's own act",
    "PhoneChanged": "one's own act",
    "PersonErased": "one's own act, and there is no inbox left",
    "PrivacyAgreed": "one's own act",
    "EmployeeRegistered": "the account that it is for tells it",
    "KeysRotated": "nobody's affair: what is kept says the same",
    "CorrectionProposed": "it stands on the desk; the owner hears of the decision",
    "AppointmentProposed": "it stands on the desk; the applicant hears of the decision",
    "ClaimProposed": "it stands on the desk; the claimant hears of the decision",
    "AccountChangeEntered": "it stands on the desk of those who may confirm",
    "AccountChangeDropped": "nothing came of it",
    "InvitationCollected": "one's own act",
    "AccountLoggedIn": "one's own act",
    "Unmasked": "for the auditor's log",
    "RollUploaded": "one's own act",
    "RollDropped": "one's own act",
    "InsurerProposed": "it stands on the desk of those who may confirm",
    "CalendarProposed": "it stands on the desk of those who may confirm",
    "WitnessProposed": "it stands on the desk of those who may confirm",
    "HeadWitnessed": "one's own act, and public",
    "PayeeAccountEntered": "it stands on the desk of those who may confirm",
    "PayeeAccountDropped": "it was never in force",
    "InsurerAdmitted": "it has no account yet",
    "CalendarChanged": "what it moves is told by itself",
    "OpeningsClosingEntered": "it stands on the desk of those who may confirm",
    "OpeningsClosingDropped": "nothing came of it",
    "JournalPosted": "seen in the list of vouchers",
    "JournalReversed": "seen in the list of vouchers",
    "JournalDropped": "seen in the list of vouchers",
    "BankAccountOpened": "finance's own act",
    "BankAccountClosed": "finance's own act",
    "RoundAnnounced": "finance's own act",
    "OfferRecorded": "nobody hears of offers before they may be read",
    "OfferWithdrawn": "nobody hears of offers before they may be read",
    "RoundCancelled": "finance's own act",
    "DepositPlaced": "finance's and the reviewer's own act",
    "DepositDropped": "it was never in the books",
    "TakingOverDropped": "it was never in the books",
    "AdviceDropped": "it was never in the books",
    "DepositRenewed": "told as DepositSettled",
    "ReversalDropped": "nothing was changed",
    "StatementUploaded": "finance's own act",
    "StatementTaken": "finance's own act",
    "StatementDropped": "finance's own act",
    "LinesMatched": "finance's own act",
    "MatchUndone": "finance's own act",
    "DifferenceExplained": "finance's own act",
    "PaperIssued": "the clerk's own act; the poster says where paper is had",
    "PaperBallotsCorrected": "the batch waits as it did",
    "SharesProposed": "the vote on it asks every owner, in words that say it",
    "VoteServiceDropped": "nothing came of it; whoever entered it sees it in the vote's list",
    "ReconciliationCertified": "seen in the overview of the month",
}

DATA: dict[str, Any] = {
    "heads": 2,
    "needed": 3,
    "premium_fen": 123_456_789_00,
    "amount_fen": 123_456_789_00,
    "lobbies": 12,
    "missing": 11,
    "last_on": date(2025, 10, 9),
    "ends_at": datetime(2025, 10, 9, 16, 0, tzinfo=UTC),
    "ended_at": datetime(2025, 10, 9, 16, 0, tzinfo=UTC),
    "due_on": date(2025, 12, 31),
    "due_at": datetime(2025, 12, 31, 16, 0, tzinfo=UTC),
    "from_on": date(2025, 10, 20),
    "to_on": date(2026, 10, 19),
    "outcome": "dismissed",
    "then": "new_plan",
    "overdue": True,
    "year": 2025,
    "version": 2,
}

EVERY = [kind for kinds in KINDS.values() for kind in kinds]


def concrete(of: type[Event]) -> set[type[Event]]:
    """Every event that can happen: the classes at the ends of the tree."""
    below = of.__subclasses__()
    return set().union(*(concrete(one) for one in below)) if below else {of}


def about(**more: Any) -> About:
    usual: dict[str, Any] = {
        "at": AT,
        "data": DATA,
        "number": "JSDT-2025-000123",
        "place": f"{LONG}12栋3单元",
        "community": LONG,
        "insurer": "示例财产保险股份有限公司湘西土家族苗族自治州中心支公司",
        "flow": "pooled",
        "state": "noticed",
        "accepted": True,
        "planned": True,
        "due_at": AT + timedelta(days=90),
        "urgent": True,
    }
    return About(**usual | more)


def named(kind: Kind) -> str:
    return f"{kind.event.__name__}-{kind.name}"


def test_every_event_is_told_or_silent_for_a_reason() -> None:
    """A new event fails here until somebody has decided who hears of it."""
    told = {event.__name__ for event in KINDS}
    assert told & set(SILENT) == set()
    assert told | set(SILENT) == {event.__name__ for event in concrete(Event)}


def test_every_audience_can_be_found() -> None:
    assert set(RECIPIENTS) == set(Audience)
    for kind in EVERY:
        if kind.event.subject_kind != "case":
            # Their key is the subject itself, never a case's.
            assert not set(kind.to) & (set(_OF_CASE) - {Audience.INSURER}), kind
            assert Audience.INSURER not in kind.to or kind.event.subject_kind == "insurer"


def test_names_are_unique_within_an_event() -> None:
    for kinds in KINDS.values():
        names = [kind.name for kind in kinds]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 40 for name in names)


@pytest.mark.parametrize("kind", EVERY, ids=named)
@pytest.mark.parametrize("state", ["noticed", "cleared", "rejected"])
def test_words_fit_wechat_and_the_inbox(kind: Kind, state: str) -> None:
    """R13.2: WeChat refuses a whole message for one character too many, so the longest name of a
    community is tried."""
    words = kind.compose(about(state=state))
    if words is None:
        return
    assert words.title and len(words.title) <= 80
    assert words.text.endswith("。") and "None" not in words.text
    if kind.template is None:
        return
    assert len(words.note) <= 20
    copy = copy_for_wechat(kind.template, about(state=state), words)
    assert list(copy) == [one.key for one in kind.template.fields]
    for key, text in copy.items():
        assert accepts(key, text), (key, text)
        assert fit(key, text) == text
    if kind.template is PROGRESS:
        assert copy["phrase2"] == words.phrase


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_words_are_made_of_the_least(kind: Kind) -> None:
    """An event whose data came back as text, or misses something, is told all the same."""
    as_text = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in DATA.items()
    }
    assert kind.compose(about(data=as_text)) == kind.compose(about())
    kind.compose(About(at=AT))


@pytest.mark.parametrize(
    ("flow", "payer"),
    [
        ("pooled", "统筹账户"),
        ("household", "维修资金分户账"),
        ("added", "电梯保险专户"),
        ("independent", "电梯保险专户"),
    ],
)
def test_whose_money_was_paid_is_said_as_it_is(flow: str, payer: str) -> None:
    """R3.3: nobody reads that the pool paid what homes or a sole owner paid."""
    [words] = [
        kind.compose(about(flow=flow)) for kind in KINDS[PremiumPaid] if kind.name == "premium_paid"
    ]
    assert words is not None and f"元已从{'各户' * (flow == 'household')}{payer}拨付" in words.text


@pytest.mark.parametrize(
    ("flow", "rules", "phrase"),
    [
        ("pooled", "required", "待公示"),
        ("household", "required", "待表决"),
        ("household", "waived", "待公示"),
        ("added", "waived", "待表决"),
        ("independent", "required", "待开专户"),
    ],
)
def test_a_filed_plan_says_what_is_held_and_what_comes_next(
    flow: str, rules: str, phrase: str
) -> None:
    """附件二(二)3: what the funds bear is held, the rest comes in."""
    [kind] = [one for one in KINDS[PlanFiled] if one.name == "plan_filed"]
    data = {"premium_fen": 96_000, "held_fen": 40_452, "vote_fund_flow": rules}
    words = kind.compose(about(flow=flow, data=data))
    assert words is not None and words.phrase == phrase
    assert "预留404.52元" in words.text and "预留960" not in words.text
    unheld = kind.compose(about(flow=flow, data=data | {"held_fen": 0, "lacking_fen": 96_000}))
    assert unheld is not None and "预留404" not in unheld.text and "已预留" not in unheld.note


def test_a_sole_owner_is_asked_for_no_pictures_of_a_notice() -> None:
    """二(三)4: nothing was posted."""
    [kind] = [one for one in KINDS[Contracted] if one.name == "payout_to_ask"]
    told = {flow: kind.compose(about(flow=flow)) for flow in ("pooled", "independent")}
    assert "公示图片" in told["pooled"].text and "公示" not in told["independent"].text  # type: ignore[union-attr]


def test_shares_of_an_added_elevator_are_not_called_maintenance_funds() -> None:
    """四(四): its owners pay into the special account, by shares that are still to be agreed on."""
    for event, name in (
        (CollectionOpened, "collection_opened"),
        (AccountOpened, "special_opened"),
    ):
        [kind] = [one for one in KINDS[event] if one.name == name]
        words = kind.compose(about(flow="added", state="planned"))
        assert words is not None and "专户" in words.text
        assert "维修资金" not in words.text and "可以签订合同" not in words.text


def test_long_places_keep_their_end() -> None:
    """Buildings of one community differ at the end of their name."""
    kind = next(kind for kind in KINDS[NoticeStarted] if kind.template is NOTICE)
    words = kind.compose(about())
    assert words is not None
    copy = copy_for_wechat(NOTICE, about(), words)
    assert copy["thing2"].endswith("12栋3单元") and len(copy["thing2"]) == 20
    assert copy["time3"] == "2025年10月9日"


def test_words_about_objections_say_the_same_of_everybody() -> None:
    """R7.8: what others than the objector are told does not depend on who, how many or what."""
    for event in (Paused, ObjectionReopened, ObjectionUpheld):
        others = [kind for kind in KINDS[event] if Audience.OBJECTOR not in kind.to]
        assert others
        for kind in others:
            plain = kind.compose(about(data={"then": "end"}))
            more = {"then": "end", "objection_id": "f00d", "open": 7, "retroactive": True}
            assert kind.compose(about(data=more)) == plain
    for event in (ObjectionSettled, LateObjectionAnswered):
        assert [kind.to for kind in KINDS[event]] == [(Audience.OBJECTOR,)]


def test_nobody_but_the_centre_and_the_objector_hears_of_a_single_objection() -> None:
    """R7.8, R13.1."""
    centre = {Audience.OBJECTOR, Audience.CLERKS, Audience.REVIEWERS}
    quiet = (
        ObjectionAdded,
        LateObjectionRecorded,
        LateObjectionAnswered,
        ObjectionSettled,
        PaperObjectionConfirmed,
    )
    for event in quiet:
        for kind in KINDS[event]:
            assert set(kind.to) <= centre, kind


@pytest.mark.parametrize(
    ("event", "audience"),
    [
        (Filed, Audience.APPLICANTS),
        (Filed, Audience.CLERKS),
        (Accepted, Audience.INSURER),
        (NoticePublished, Audience.MANAGERS),
        (LobbyRefused, Audience.MANAGERS),
        (LobbyEvidenceMissing, Audience.MANAGERS),
        *((one, Audience.OWNERS) for one in (NoticeStarted, Paused)),
        *((one, Audience.OWNERS) for one in (NoticeResumed, NoticeEnded)),
        *((ObjectionSettled, one) for one in (Audience.OBJECTOR,)),
        (ObjectionUpheld, Audience.OBJECTOR),
        (ObjectionReopened, Audience.REVIEWERS),
        (Registered, Audience.INSURER),
        (Contracted, Audience.INSURER),
        (PayoutRequested, Audience.FINANCE),
        (PayoutPrepared, Audience.REVIEWERS),
        *(
            (PremiumPaid, one)
            for one in Audience
            if one.value
            in ("applicants", "owners", "managers", "insurer", "finance", "clerks", "committee")
        ),
    ],
)
def test_who_hears_what(event: type[Event], audience: Audience) -> None:
    """R13.1, line by line."""
    assert any(audience in kind.to for kind in KINDS[event])


def test_what_is_not_worth_a_message() -> None:
    """The signature that files is told as the filing; a case nobody heard of ends in silence."""
    added = KINDS[Signed][0]
    assert added.compose(about(data={"heads": 3, "needed": 3})) is None
    dropped = next(k for k in KINDS[CaseLapsed] if Audience.OWNERS in k.to)
    assert dropped.compose(about(planned=False)) is None
    released = next(k for k in KINDS[CaseLapsed] if Audience.INSURER in k.to)
    assert released.compose(about(accepted=False)) is None
    waits = next(k for k in KINDS[NoticeEnded] if Audience.CLERKS in k.to)
    assert waits.compose(about(state="registered")) is None


def test_days_as_people_say_them() -> None:
    assert said(date(2025, 10, 9)) == "2025年10月9日"
    assert said(None) == ""
    assert about().day("last_on") == date(2025, 10, 9)
    # 24:00 of the ninth is where the tenth begins.
    assert about().day("ends_at") == date(2025, 10, 9)
    copy = copy_for_wechat(TASK, about(due_at=DATA["due_at"]), Words("请补正", "请补正。"))
    assert copy["time3"] == "2025年12月31日"


def test_templates_in_use() -> None:
    """WeChat must approve each; one that nothing uses is not worth asking consent for."""
    assert {kind.template for kind in EVERY if kind.template} == set(TEMPLATES)
    assert {PROGRESS, NOTICE, TASK} == set(TEMPLATES)
