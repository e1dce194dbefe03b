"""Cases in any state, written straight into the tables with the money and papers of that state.

    case = await case_in(State.NOTICED, city.roll, at)
    case = await case_in(State.REGISTERED, roll, at, premium_fen=100, handler_id="…")

Named facts replace what the state would have. From `noticed` on the notice was posted so that at
`at` it runs (its first day was that day) or, further on, ended days ago. For asking without HTTP
there are `asker`, a principal of the small roll, and `ask`, one write through the door.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import msgspec
from tortoise.transactions import in_transaction

from handlers.route import CLOCK, Operation, Principal, World
from models import ledger
from models.base import jsonb, sql
from models.cases import Case
from models.notices import PublicNotice
from rules.cases import ContractFact, Facts, LobbyFact, PayoutFact, Signer, State
from rules.conditions import anniversary
from rules.days import Calendar, add_working_days, beijing_date, notice_end
from rules.ledger import JournalKind, Part, premium_payout
from rules.people import Role
from rules.refusals.base import Refusal
from server import bodies, door
from server.operations import TABLE
from tests import promised
from tests.small_roll import STAFF, Place, SmallRoll

PREMIUM_FEN = 120_000
AGO = timedelta(days=20)
"""How long ago the notice was posted of a case that is past it."""

ORDER = (
    State.SIGNING,
    State.FILED,
    State.ACCEPTED,
    State.PLANNED,
    State.POSTING,
    State.NOTICED,
    State.CLEARED,
    State.REGISTERED,
    State.CONTRACTED,
    State.REQUESTED,
    State.PREPARED,
    State.PAID,
    State.INSURED,
)
BESIDE = {
    State.VOTED: State.PLANNED,
    State.NOT_CARRIED: State.PLANNED,
    State.COLLECTING: State.REGISTERED,
    State.FUNDED: State.PLANNED,
    State.PAUSED: State.NOTICED,
    State.RETURNED: State.FILED,
    State.WITHDRAWN: State.FILED,
    State.REJECTED: State.FILED,
    State.LAPSED: State.SIGNING,
    State.ENDED: State.FILED,
}
"""States beside the straight way: as far as such a case had got."""

_numbers = count(1)


def facts_in(state: State, roll: SmallRoll, at: datetime, **changes: Any) -> Facts:
    """What the rules know of a case of `石榴苑` that is in this state at that moment."""
    got = ORDER.index(BESIDE.get(state, state))
    names = ("owner1", "owner2", "owner4")[: 1 if got == 0 else 3]
    known: dict[str, Any] = {
        "case_id": str(uuid4()),
        "number": f"JSDT-{at.year}-T{next(_numbers):05d}",
        "scope_id": str(roll.here.scope),
        "applicant": "signers",
        "applicant_id": str(roll.people["owner1"].person_id),
        "insurer_id": str(roll.insurer),
        "elevators": (str(roll.here.elevators[0]),),
        "created_at": at - AGO,
        "changed_at": at,
        "signers": tuple(_signer(roll, name) for name in names),
        "signing_ends_at": at + timedelta(days=10),
        "state": state,
    }
    for name in ORDER[: got + 1]:
        known |= _learnt(name, state, roll, at, changes.get("premium_fen", PREMIUM_FEN))
    if state is State.PAUSED:
        known |= {"resume_to": State.NOTICED, "paused_at": at, "pause_began_at": at}
        known |= {"hand_hold": True}
    if state is State.RETURNED:
        known |= {"returned_from": State.FILED, "correction_due_at": at + timedelta(days=15)}
    return Facts(**(known | changes))


def _signer(roll: SmallRoll, name: str) -> Signer:
    one = roll.people[name]
    homes = tuple(str(home) for home in one.homes)
    return Signer(owner_id=str(one.owner_id), person_id=str(one.person_id), homes=homes)


def _learnt(
    name: State, state: State, roll: SmallRoll, at: datetime, premium_fen: int
) -> dict[str, Any]:
    """What is known from this state on."""
    today, cal = beijing_date(at), Calendar.standard()
    units = [str(unit) for unit in roll.here.units]
    if name is State.ACCEPTED:
        return {"handler_id": str(roll.accounts["clerk"])}
    if name is State.PLANNED:
        return {"version": 1, "premium_fen": premium_fen}
    if name is State.POSTING:
        return {"lobbies": tuple(LobbyFact(unit_id=unit) for unit in units)}
    if name is State.NOTICED:
        running = state in {State.NOTICED, State.PAUSED}
        posted_at = at if running else at - AGO
        end = notice_end(beijing_date(posted_at), cal)
        return {
            "lobbies": tuple(LobbyFact(unit_id=unit, posted_at=posted_at) for unit in units),
            "notice_from_on": beijing_date(posted_at),
            "notice_last_on": end.last_day,
            "notice_ends_at": end.ends_at,
            "notice_provisional": end.provisional,
        }
    if name is State.REGISTERED:
        return {"registration_number": f"BA-{next(_numbers):06d}"}
    if name is State.CONTRACTED:
        return {"contract": contract(today, f"HT-{next(_numbers):06d}", premium_fen)}
    if name is State.REQUESTED:
        due = add_working_days(today, 7, cal)
        payout = PayoutFact(
            invoice_number=f"FP-{next(_numbers):06d}",
            amount_fen=premium_fen,
            complete_on=today,
            due_on=due.last_day,
            provisional=due.provisional,
            prepared_by=str(roll.accounts["finance"]) if state is not State.REQUESTED else "",
        )
        return {"payout": payout}
    return {"policy_number": f"BD-{next(_numbers):06d}"} if name is State.INSURED else {}


def contract(today: date, number: str, amount_fen: int = PREMIUM_FEN) -> ContractFact:
    """A contract for the year that begins in three days."""
    start = today + timedelta(days=3)
    last = anniversary(start, 1) - timedelta(days=1)
    return ContractFact(number=number, from_on=start, to_on=last, amount_fen=amount_fen)


async def case_in(state: State, roll: SmallRoll, at: datetime, **changes: Any) -> Case:
    """A case of the small roll in this state, with signatures, plan, notice, hold and payout."""
    facts = facts_in(state, roll, at, **changes)
    async with in_transaction():
        await _case(facts, roll.here)
        await _plan(facts, roll, at)
        await _notice(facts, roll, at)
        await _payout(facts, roll, at)
    return await Case.find(UUID(facts.case_id))


async def _case(facts: Facts, place: Place) -> None:
    case_id = UUID(facts.case_id)
    await sql(
        'INSERT INTO "case" (id, number, flow, scope_id, community_id, insurer_id, state, version,'
        " urgent, due_at, facts, created_by, created_at, changed_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11::jsonb,$12,$13,$14)",
        case_id,
        facts.number,
        facts.flow,
        UUID(facts.scope_id),
        place.community,
        UUID(facts.insurer_id),
        facts.state,
        facts.version,
        facts.urgent,
        facts.due_at(),
        jsonb(facts),
        UUID(facts.applicant_id),
        facts.created_at,
        facts.changed_at,
    )
    # An elevator that is taken by another case of the test stays with that one.
    await sql(
        "INSERT INTO case_elevator (id, case_id, elevator_id, open)"
        " SELECT gen_random_uuid(), $1, unnest($2::uuid[]), true ON CONFLICT DO NOTHING",
        case_id,
        [UUID(one) for one in facts.elevators],
    )
    for signer in facts.signers:
        await sql(
            "INSERT INTO signature (id, case_id, person_id, owner_id, signed_at)"
            " VALUES (gen_random_uuid(), $1, $2, $3, $4)",
            case_id,
            UUID(signer.person_id),
            UUID(signer.owner_id),
            facts.created_at,
        )


async def _plan(facts: Facts, roll: SmallRoll, at: datetime) -> None:
    if not facts.premium_fen:
        return
    part = facts.premium_fen // max(1, len(facts.elevators))
    elevators = [
        {"elevator_id": one, "premium_fen": part, "limit_fen": 5_000_000} for one in facts.elevators
    ]
    await sql(
        "INSERT INTO plan (id, case_id, version, body, premium_fen, filed_by, filed_at)"
        " VALUES (gen_random_uuid(), $1, $2, $3::jsonb, $4, $5, $6)",
        UUID(facts.case_id),
        facts.version,
        jsonb({"survey": "查勘正常", "cover": "故障维修费用", "elevators": elevators}),
        facts.premium_fen,
        roll.accounts["insurer"],
        at - AGO,
    )
    await ledger.hold(
        UUID(facts.case_id),
        facts.version,
        {roll.here.pooled: facts.premium_fen},
        at - AGO,
        JournalKind.POOLED_PAYOUT,
    )


async def _notice(facts: Facts, roll: SmallRoll, at: datetime) -> None:
    if not facts.lobbies:
        return
    await PublicNotice.create(
        case_id=UUID(facts.case_id),
        version=facts.version,
        token=uuid4().hex,
        check_code=uuid4().hex[:12],
        paper={},
        published_at=at - AGO - timedelta(days=1),
        published_by=roll.accounts["clerk"],
    )


async def _payout(facts: Facts, roll: SmallRoll, at: datetime) -> None:
    if facts.payout is None:
        return
    paid = facts.state in {State.PAID, State.INSURED}
    journal = None
    if paid:
        parts = {roll.here.pooled: facts.payout.amount_fen}
        payment = premium_payout(
            debits=parts,
            bank=roll.bank,
            insurers=[Part(roll.insurer, facts.payout.amount_fen)],
            effective_on=beijing_date(at),
            reference=f"payout:{facts.number}:{facts.version}",
            case_id=UUID(facts.case_id),
            kind=JournalKind.POOLED_PAYOUT,
        )
        captured = await ledger.capture(
            UUID(facts.case_id), facts.version, payment, parts, at, "test"
        )
        journal = captured.journal_id
    told = {State.REQUESTED: "requested", State.PREPARED: "prepared"}
    await sql(
        "INSERT INTO payout (id, case_id, invoice_number, invoice_fen, amount_fen, state,"
        " complete_on, due_on, provisional, prepared_by, approved_by, paid_at, journal_id,"
        " payee_id) VALUES (gen_random_uuid(), $1,$2,$3,$3,$4,$5,$6,$7,$8,$9,$10,$11,"
        " (SELECT a.id FROM payee_account a WHERE a.insurer_id = $12 AND $8::uuid IS NOT NULL))",
        UUID(facts.case_id),
        facts.payout.invoice_number,
        facts.payout.amount_fen,
        told.get(facts.state, "paid"),
        facts.payout.complete_on,
        facts.payout.due_on,
        facts.payout.provisional,
        UUID(facts.payout.prepared_by) if facts.payout.prepared_by else None,
        roll.accounts["finance2"] if paid else None,
        at if paid else None,
        journal,
        roll.insurer,
    )


def asker(roll: SmallRoll, key: str) -> Principal:
    """Somebody of the small roll, or `clock`, as a principal with the roles they hold."""
    if key == "clock":
        return CLOCK
    if key in roll.accounts:
        roles = frozenset({Role.PUBLIC, *STAFF[key]})
        return Principal("account", id=roll.accounts[key], roles=roles)
    one = roll.people[key]
    roles = {Role.PUBLIC, Role.PERSON} | ({Role.OWNER} if one.owner_id else set())
    return Principal(
        "person",
        id=one.person_id,
        roles=frozenset(roles),
        openid=one.openid,
    )


def operation(name: str) -> Operation:
    """The row of the table with this name."""
    return next(row for row in TABLE if row.name == name)


async def ask(
    world: World,
    who: Principal,
    at: datetime,
    name: str,
    body: Mapping[str, Any] | None = None,
    key: str = "",
    **path: UUID,
) -> Any:
    """The answer to one write that arrives at that moment, through the door; raises refusals."""
    op = operation(name)
    args: dict[str, Any] = dict(path)
    into = bodies.body_type(op)
    if into is not None:
        args["body"] = msgspec.convert(body or {}, into)
    try:
        reply = await door.write(op, who, at, world, "test", args, key, b"test")
    except Refusal as refusal:
        promised.declared(op, refusal)
        raise
    return msgspec.json.decode(reply.body) if reply.body else None
