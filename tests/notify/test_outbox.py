"""Messages are stored with their event, for exactly those concerned. R13.1, R13.3, R7.8."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import jsonb, sql
from models.cases import Case
from models.messages import recipients
from models.messages.consents import Answered, allowed, answered
from models.people.bindings import Binding
from models.people.persons import Person
from notify import outbox
from rules.cases import State
from rules.days import BEIJING
from rules.events.base import Event
from rules.events.cases import (
    Accepted,
    CaseCorrected,
    LateObjectionRecorded,
    NoticeEnded,
    NoticePublished,
    NoticeResumed,
    NoticeStarted,
    ObjectionAdded,
    ObjectionReopened,
    ObjectionSettled,
    PaperObjectionConfirmed,
    Paused,
    PlanFiled,
)
from rules.events.people import AccountLoggedIn, ClaimDecided, ClaimMade
from rules.events.register import InsurerSuspended
from server.config import Settings
from tests.builders import case_in
from tests.small_roll import Planter, SmallRoll
from tests.world import vault_of

AT = datetime(2025, 9, 26, 10, 0, tzinfo=BEIJING)


@pytest.fixture
async def roll(database: str, settings: Settings) -> SmallRoll:
    async with in_transaction():
        return await Planter(vault_of(settings), AT).plant()


async def tell(*happened: Event) -> list[UUID]:
    """The events' messages, stored as the door does; the ids of the events."""
    told = [(uuid4(), event) for event in happened]
    async with in_transaction():
        await outbox.fill(told)
    return [event_id for event_id, _ in told]


async def heard(roll: SmallRoll, event_id: UUID) -> dict[str, str]:
    """Who got which kind of message of an event, by the names of the small roll."""
    names = {one.person_id: name for name, one in roll.people.items()}
    names |= {account_id: name for name, account_id in roll.accounts.items()}
    rows = await sql("SELECT to_id, kind FROM message WHERE event_id = $1", event_id)
    assert len({row["to_id"] for row in rows}) == len(rows), "one message each"
    return {names[row["to_id"]]: row["kind"] for row in rows}


async def signed(case: Case, roll: SmallRoll, *names: str) -> None:
    for name in names:
        one = roll.people[name]
        await sql(
            "INSERT INTO signature (id, case_id, person_id, owner_id, signed_at)"
            " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            uuid4(),
            case.id,
            one.person_id,
            one.owner_id,
            AT,
        )


async def objection(case: Case, roll: SmallRoll, who: str, text: str, paper: bool = False) -> str:
    """The id of an objection as filing stores it."""
    one, row_id = roll.people[who], uuid4()
    await sql(
        "INSERT INTO objection (id, case_id, version, owner_id, person_id, home_id, text, files,"
        " channel, arrived_at, entered_at, in_time, state, checked, decision, review_text,"
        " first_decision) VALUES ($1, $2, 1, $3, $4, $5, $6, $7::jsonb, $8, $9, $9, true, 'open',"
        " 'waiting', '', '', '')",
        row_id,
        case.id,
        one.owner_id,
        None if paper else one.person_id,
        one.homes[0],
        text,
        jsonb([]),
        "paper" if paper else "app",
        AT,
    )
    return str(row_id)


def of(case: Case, kind: type[Event], why: str = "", **data: Any) -> Event:
    return kind(subject_id=str(case.id), at=AT, why=why, data=data)


async def consent(roll: SmallRoll, who: str, template: str, long_term: bool = False) -> None:
    answer = Answered(template, long_term, "accept")
    await answered(roll.people[who].person_id, "by_phone", AT, [answer])


async def copies() -> list[dict[str, Any]]:
    return await sql(
        "SELECT d.openid, d.template, d.state, d.page, d.data::text AS data, m.kind"
        " FROM delivery d JOIN message m ON m.id = d.message_id"
    )


async def test_a_notice_is_told_to_every_owner_once(roll: SmallRoll) -> None:
    """R13.1: owners with two homes, co-owners, signers, the committee and the manager; nobody of
    another building, no stranger, no staff."""
    case = await case_in(State.NOTICED, roll, AT)
    await signed(case, roll, "owner1", "owner2")
    (event_id,) = await tell(of(case, NoticeStarted, last_on=date(2025, 10, 9)))
    owners = {name for name, one in roll.people.items() if name.startswith(("owner", "co_owner"))}
    told = await heard(roll, event_id)
    assert set(told) == owners | {"committee", "manager"}
    assert set(told.values()) == {"notice_started"}


async def test_who_sold_or_left_hears_nothing(roll: SmallRoll) -> None:
    """R2.4: ownership of the day of the event; a binding that ended speaks for nobody."""
    case = await case_in(State.NOTICED, roll, AT)
    sold, left, sells = (roll.people[name] for name in ("owner5", "owner6", "owner7"))
    for one, day in ((sold, AT.date()), (sells, AT.date() + timedelta(days=1))):
        await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", one.owner_id, day)
    await sql("UPDATE binding SET to_at = $2 WHERE person_id = $1", left.person_id, AT)
    (event_id,) = await tell(of(case, NoticeEnded))
    told = await heard(roll, event_id)
    assert "owner5" not in told and "owner6" not in told and "owner7" in told


async def test_an_objection_is_told_without_saying_whose(roll: SmallRoll) -> None:
    """R7.8: the objector hears of the objection, all others of the case, and no message or copy
    holds a word of what was written, by whom or why."""
    case = await case_in(State.PAUSED, roll, AT)
    await signed(case, roll, "owner1")
    secret = "保费过高坚决反对"
    which = await objection(case, roll, "owner5", secret)
    for name in ("owner1", "owner5", "manager"):
        await consent(roll, name, "progress", long_term=True)
    (event_id,) = await tell(of(case, Paused, secret, objection_id=which))
    told = await heard(roll, event_id)
    assert told.pop("owner5") == "objection_received"
    assert {told.pop(name) for name in ("clerk", "clerk2", "reviewer")} == {"objection_waits"}
    assert set(told.values()) == {"case_paused"}
    assert {"owner1", "owner2", "manager", "committee", "insurer"} <= set(told)
    assert not {"other_insurer", "street", "bureau", "finance", "stranger", "elsewhere"} & set(told)
    rows = await sql(
        "SELECT m.to_id, m.kind || m.title || m.text || m.link || coalesce(d.data::text, '')"
        " AS said FROM message m LEFT JOIN delivery d ON d.message_id = m.id"
    )
    objector = roll.people["owner5"]
    centre = {roll.accounts[name] for name in ("clerk", "clerk2", "reviewer")}
    for row in rows:
        # The way to the objection is for those who may read it.
        if row["to_id"] not in centre | {objector.person_id}:
            assert which not in row["said"]
        for word in (secret, objector.name, str(objector.person_id), str(objector.owner_id)):
            assert word not in row["said"]
        if row["to_id"] != objector.person_id:
            assert "您的反对" not in row["said"] and "您对" not in row["said"]
    assert len({row["said"] for row in rows if "case_paused" in row["said"]}) == 2, (
        "with and without a copy, the same for all"
    )


@pytest.mark.parametrize("kind", [ObjectionAdded, LateObjectionRecorded, ObjectionReopened])
async def test_further_objections_reach_the_objector_and_the_centre(
    roll: SmallRoll, kind: type[Event]
) -> None:
    case = await case_in(State.PAUSED, roll, AT)
    which = await objection(case, roll, "owner6", "不同意")
    (event_id,) = await tell(of(case, kind, "不同意", objection_id=which))
    told = await heard(roll, event_id)
    own = told.pop("owner6")
    assert own in {"objection_received", "objection_recorded", "review_received"}
    assert {"clerk", "clerk2", "reviewer"} <= set(told) and own not in told.values()
    if kind is not ObjectionReopened:
        assert set(told) == {"clerk", "clerk2", "reviewer"}


async def test_decisions_reach_the_objector_alone(roll: SmallRoll) -> None:
    """R13.1; the case's going on is an event of its own."""
    case = await case_in(State.NOTICED, roll, AT)
    which = await objection(case, roll, "owner5", "不同意")
    settled = of(case, ObjectionSettled, objection_id=which, outcome="dismissed", open=0)
    resumed = of(case, NoticeResumed, last_on=date(2025, 10, 9))
    one, other = await tell(settled, resumed)
    assert await heard(roll, one) == {"owner5": "objection_settled"}
    told = await heard(roll, other)
    assert set(told.values()) == {"case_resumed"} and {"owner5", "insurer", "manager"} <= set(told)


async def test_paper_reaches_its_owner_where_there_is_a_login(roll: SmallRoll) -> None:
    """R7.4: paper names no login; an owner without one is told by letter, not here."""
    case = await case_in(State.PAUSED, roll, AT)
    which = await objection(case, roll, "owner5", "不同意", paper=True)
    (event_id,) = await tell(of(case, PaperObjectionConfirmed, objection_id=which))
    assert await heard(roll, event_id) == {"owner5": "paper_confirmed"}
    person_id = roll.people["owner5"].person_id
    await sql("UPDATE binding SET to_at = now() WHERE person_id = $1", person_id)
    (event_id,) = await tell(of(case, PaperObjectionConfirmed, objection_id=which))
    assert await heard(roll, event_id) == {}


async def test_staff_do_not_hear_of_what_they_did(roll: SmallRoll) -> None:
    """The clerk who corrected it knows; a colleague is told."""
    case = await case_in(State.FILED, roll, AT)
    event, event_id = of(case, CaseCorrected), uuid4()
    async with in_transaction():
        await outbox.fill([(event_id, event)], roll.accounts["clerk"])
    told = await heard(roll, event_id)
    assert "clerk" not in told and told["clerk2"] == "correction_waits"


async def test_disabled_accounts_and_past_appointments_hear_nothing(roll: SmallRoll) -> None:
    case = await case_in(State.PLANNED, roll, AT)
    await sql("UPDATE account SET disabled_at = $2 WHERE id = $1", roll.accounts["clerk2"], AT)
    await sql("UPDATE appointment SET to_on = $1 WHERE role = 'manager'", AT.date())
    (event_id,) = await tell(of(case, NoticePublished, lobbies=2))
    assert "manager" in await heard(roll, event_id), "the last day counts"
    await sql("UPDATE appointment SET to_on = $1 WHERE role = 'manager'", date(2025, 9, 25))
    one, other = await tell(of(case, NoticePublished), of(case, PlanFiled))
    assert "manager" not in await heard(roll, one)
    assert {name for name in await heard(roll, other) if name in roll.accounts} == {"clerk"}


async def test_a_committee_hears_as_applicant(roll: SmallRoll) -> None:
    """R13.1: who applied for a body hears what signers would."""
    committee = roll.people["committee"].person_id
    case = await case_in(State.ACCEPTED, roll, AT, applicant="committee")
    await sql('UPDATE "case" SET created_by = $2 WHERE id = $1', case.id, committee)
    await sql("DELETE FROM signature WHERE case_id = $1", case.id)
    (event_id,) = await tell(of(case, Accepted))
    assert await heard(roll, event_id) == {
        "committee": "application_accepted",
        "insurer": "survey_wanted",
    }


async def test_papers_of_people_and_of_insurers(roll: SmallRoll) -> None:
    """Events of a person, an account or an insurer find theirs by the subject."""
    person = str(roll.people["stranger"].person_id)
    claim = ClaimMade(subject_id=person, at=AT)
    decided = ClaimDecided(subject_id=person, at=AT)
    suspended = InsurerSuspended(subject_id=str(roll.insurer), at=AT)
    one, two, three = await tell(claim, decided, suspended)
    assert set(await heard(roll, one)) == {"clerk", "clerk2"}
    assert await heard(roll, two) == {"stranger": "claim_decided"}
    assert await heard(roll, three) == {"insurer": "insurer_suspended"}


async def test_copies_go_where_consent_was_given(roll: SmallRoll) -> None:
    """R13.2: single consent that is left or standing consent, to that template; none used yet."""
    case = await case_in(State.NOTICED, roll, AT)
    await consent(roll, "owner1", "notice", long_term=True)
    await consent(roll, "owner5", "progress", long_term=True)
    await consent(roll, "manager", "task")
    await sql("UPDATE consent SET used = by_phone WHERE template = 'task'")
    await tell(of(case, NoticeStarted, last_on=date(2025, 10, 9)))
    (copy,) = await copies()
    assert copy["openid"] == roll.people["owner1"].openid
    assert (copy["template"], copy["state"]) == ("notice", "waiting")
    assert copy["page"] == f"case?id={case.id}"
    await tell(of(case, NoticePublished, lobbies=2))
    assert len(await copies()) == 1, "the manager's single consent was used before"
    await consent(roll, "manager", "task")
    await tell(of(case, NoticePublished, lobbies=2))
    assert {row["kind"] for row in await copies()} == {"notice_started", "posting_wanted"}
    left = await allowed(roll.people["manager"].person_id)
    assert left["task"].remaining == 1, "it is taken when the copy is sent"


async def test_raising_afterwards_leaves_nothing(roll: SmallRoll) -> None:
    """R13.3: messages live and die with their event."""
    case = await case_in(State.NOTICED, roll, AT)
    with pytest.raises(RuntimeError):
        async with in_transaction():
            await outbox.fill([(uuid4(), of(case, NoticeEnded))])
            raise RuntimeError
    assert await sql("SELECT 1 FROM message") == []


async def test_told_again_it_is_one_message(roll: SmallRoll) -> None:
    """The same logged event never makes a second message."""
    case = await case_in(State.NOTICED, roll, AT)
    event_id, event = uuid4(), of(case, NoticeEnded)
    await consent(roll, "owner1", "progress", long_term=True)
    for _ in range(2):
        await outbox.fill([(event_id, event)])
    assert len(await heard(roll, event_id)) > 10
    assert len(await copies()) == 1


async def test_what_concerns_nobody_costs_nothing(
    roll: SmallRoll, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = counting(monkeypatch)
    event = AccountLoggedIn(subject_id=str(roll.accounts["clerk"]), at=AT)
    await tell(event)
    await tell()
    assert counted == []


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that the outbox sends from now on."""
    sent: list[str] = []

    async def counted(statement: str, *params: Any) -> list[dict[str, Any]]:
        sent.append(statement)
        return await sql(statement, *params)

    monkeypatch.setattr(recipients, "sql", counted)
    return sent


async def crowd(roll: SmallRoll, number: int) -> None:
    """So many more owners with a login in the scope, each allowing messages."""
    homes = list(roll.here.homes.values())
    people = [Person(openid=f"oCrowd{n:020}", seen_at=AT, created_at=AT) for n in range(number)]
    await Person.bulk_create(people)
    one = roll.people["owner2"]
    await Binding.bulk_create(
        [
            Binding(
                person_id=person.id, home_id=homes[1], owner_id=one.owner_id, how="roll", from_at=AT
            )
            for person in people
        ]
    )
    await sql("UPDATE binding SET home_id = $2 WHERE owner_id = $1", one.owner_id, one.homes[0])
    for person in people:
        await answered(person.id, "by_phone", AT, [Answered("progress", True, "accept")])


async def test_three_hundred_owners_are_two_statements(
    roll: SmallRoll, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An objection does not wait for hundreds of inserts, nor does it lock anybody's consent."""
    await crowd(roll, 300)
    case = await case_in(State.PAUSED, roll, AT)
    which = await objection(case, roll, "owner5", "不同意")
    sent = counting(monkeypatch)
    paused = of(case, Paused, objection_id=which)
    async with in_transaction():
        await outbox.fill([(uuid4(), paused), (uuid4(), of(case, NoticeResumed))])
        locked: Mapping[str, Any] = (
            await sql(
                "SELECT count(*) AS n FROM pg_locks WHERE pid = pg_backend_pid()"
                " AND relation = 'consent'::regclass AND mode NOT IN ('AccessShareLock')"
            )
        )[0]
    assert len(sent) == 2
    assert locked["n"] == 0
    rows = await sql("SELECT count(*) AS n, count(DISTINCT to_id) AS people FROM message")
    assert rows[0]["people"] > 300 and rows[0]["n"] > 600
    assert len(await copies()) == 600
