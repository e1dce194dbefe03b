"""kill -9 while a premium is paid out of many homes' funds: paid once or not at all. R3.4, R9.3.

One journal debits every home's principal and interest and what was paid in beside, and closes all
the holds; repeating the request that got no answer finishes it, and never pays twice.
"""

import asyncio
from asyncio.subprocess import Process
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from msgspec.structs import replace
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models import ledger
from models.base import database
from models.cases import Case
from models.collecting import CaseReceipt
from models.deposits import BankAccount
from models.ledger import replay_differences
from models.premiums import bill_of
from models.roll import Home
from models.shares import keep_shares, planned_shares
from rules.cases import CollectionFact, State
from rules.collecting import received, scaled
from rules.ledger import AccountKind, JournalKind, Part, opening
from tests.builders import _case, _payout, facts_in
from tests.conftest import rounds
from tests.drills.arena import SCALE
from tests.drills.stand import START, Stand, until
from tests.drills.test_kill_server import GATE, gate, someone_waits
from tests.drills.workload import verify_holds
from tests.small_roll import AREA_CM2, SINCE
from tests.untold import amiss_at

HOMES = max(40, round(600 * SCALE))
"""Homes added to the building, each with a fund of its own."""
PREMIUM_FEN, CONTRACT_FEN = 120_001, 119_003
FUND_FEN, INTEREST_FEN = 40, 12_000_000


@dataclass
class Due:
    """A payout that one person prepared, and what each account is to give for it in fen; what was
    paid in for the case lies on the account `collected`."""

    case: UUID
    collected: UUID
    gives: dict[UUID, int]

    @property
    def path(self) -> str:
        return f"/cases/{self.case}/payout/approval"


@dataclass
class Books:
    """The homes' money before anything was paid, and the payouts that wait."""

    before: dict[UUID, int] = field(default_factory=dict)
    due: list[Due] = field(default_factory=list)


async def planted(stand: Stand, count: int) -> Books:
    """So many prepared payouts of one building, whose homes have their own funds; a third of them
    has little principal and pays from the interest, and the homes of the roll pay in beside."""
    books = Books()
    async with TortoiseContext() as context:
        config = database(stand.env["DATABASE_URL"], pool=2)
        await context.init(config=config, _enable_global_fallback=True)
        await rich(stand)
        bank = await BankAccount.create(
            bank="示例银行",
            number="9000-0001",
            title="维修资金专户",
            account_id=stand.roll.bank,
            created_at=START,
        )
        for _ in range(count):
            async with in_transaction():
                books.due.append(await prepared(stand, bank.id))
        books.before = await balances(stand)
    return books


async def rich(stand: Stand) -> None:
    """The added homes and what lies in their funds."""
    here = stand.roll.here
    rows = [
        Home(
            unit_id=here.units[number % 2],
            code=f"DRILL-{number:04d}",
            room=f"{number:04d}",
            area_cm2=AREA_CM2 + 1_000 * number,
            area_source="registered",
        )
        for number in range(HOMES)
    ]
    async with in_transaction():
        await Home.bulk_create(rows)
        for kind, entry, fen in (
            (AccountKind.HOUSEHOLD_FUND, JournalKind.OPENING_PRINCIPAL, FUND_FEN),
            (AccountKind.HOUSEHOLD_INTEREST, JournalKind.OPENING_INTEREST, INTEREST_FEN),
        ):
            made = await ledger.ensure_accounts(kind, [(row.id, row.code) for row in rows], START)
            parts = [
                Part(made[row.id], INTEREST_FEN if number % 3 else fen)
                for number, row in enumerate(rows)
            ]
            journal = opening(entry, stand.roll.bank, parts, SINCE, f"drill:{kind}")
            await ledger.post(journal, START, "drill")


async def prepared(stand: Stand, custody: UUID) -> Due:
    """A case of which everything owed is paid in and the payout waits for its approval."""
    roll = stand.roll
    facts = facts_in(State.PREPARED, roll, START, flow="household", premium_fen=PREMIUM_FEN)
    assert facts.contract is not None and facts.payout is not None
    facts = replace(
        facts,
        contract=replace(facts.contract, amount_fen=CONTRACT_FEN),
        payout=replace(facts.payout, amount_fen=CONTRACT_FEN),
    )
    await _case(facts, roll.here)
    await _payout(facts, roll, START)
    case = await Case.find(UUID(facts.case_id))
    bill = await bill_of(case, facts, PREMIUM_FEN)
    await ledger.hold(case.id, facts.version, bill.holds, START, JournalKind.FUND_PAYOUT)
    await keep_shares(case.id, facts.version, bill.shares, bill.areas)
    owed = bill.owed_fen or 0
    await case.become(replace(facts, collection=CollectionFact(needed_fen=owed, gathered_fen=owed)))
    account = await ledger.ensure_account(AccountKind.COLLECTED, case.id, "业主补缴", START)
    reference, on = f"drill:{case.id}", START.date()
    journal = received(roll.bank, account, owed, on, reference, "", case.id)
    journal_id = await ledger.post(journal, START, "drill")
    for number, share in enumerate(one for one in bill.shares if one.owed_fen):
        await CaseReceipt.create(
            case_id=case.id,
            home_id=share.home_id,
            number=f"{facts.number}-{number}",
            amount_fen=share.owed_fen,
            method="transfer",
            custody_id=custody,
            effective_on=on,
            voucher=f"S{number}",
            state="posted",
            entered_by=uuid4(),
            entered_at=START,
            journal_id=journal_id,
        )
    return Due(case.id, account, await gives(case, account))


async def gives(case: Case, collected: UUID) -> dict[UUID, int]:
    """By the rules: each home its part of the contract, the principal before the interest."""
    found: dict[UUID, int] = defaultdict(int)
    shares = scaled(await planned_shares(case.id, case.version), CONTRACT_FEN)
    homes = [share.home_id for share in shares]
    held = {one.account_id: one.amount_fen for one in await ledger.holds_of(case.id, case.version)}
    kinds = (AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST)
    purses = [await ledger.accounts_for(kind, homes) for kind in kinds]
    for share in shares:
        left = share.fund_fen
        for accounts in purses:
            account = accounts.get(share.home_id)
            if account is not None and account.id in held:
                found[account.id] = min(left, held[account.id])
                left -= found[account.id]
        found[collected] += share.owed_fen
    return {account: fen for account, fen in found.items() if fen}


async def balances(stand: Stand) -> dict[UUID, int]:
    rows = await stand.sql(
        "SELECT id, balance_fen FROM ledger_account"
        " WHERE kind IN ('household_fund', 'household_interest', 'collected', 'bank')"
    )
    return {row["id"]: row["balance_fen"] for row in rows}


async def paid(stand: Stand, due: Due) -> bool:
    """Whether the premium of this case was paid; AssertionError when it was paid by halves."""
    rows = await stand.sql(
        "SELECT k.state, p.state AS payout, p.journal_id IS NOT NULL AS booked,"
        " (SELECT count(*) FROM ledger_journal j WHERE j.case_id = k.id"
        "    AND j.kind = 'fund_payout') AS journals,"
        " (SELECT count(*) FROM ledger_hold h WHERE h.case_id = k.id AND h.state = 'open') AS open,"
        " (SELECT coalesce(sum(captured_fen), 0)::bigint FROM ledger_hold h"
        "   WHERE h.case_id = k.id) AS captured,"
        " (SELECT count(*) FROM log_event e WHERE e.subject_id = k.id"
        "    AND e.kind = 'PremiumPaid') AS told,"
        " (SELECT count(*) FROM condition_check c WHERE c.case_id = k.id) AS judged"
        ' FROM "case" k JOIN payout p ON p.case_id = k.id WHERE k.id = $1',
        due.case,
    )
    seen = dict(rows[0])
    seen["open"] = bool(seen["open"])
    done = {"state": "paid", "payout": "paid", "booked": True, "journals": 1, "open": False}
    done |= {"captured": CONTRACT_FEN - due.gives[due.collected], "told": 1, "judged": 1}
    waits = {"state": "prepared", "payout": "prepared", "booked": False, "journals": 0}
    waits |= {"open": True, "captured": 0, "told": 0, "judged": 0}
    assert seen in (done, waits), seen
    return seen == done


async def verified(stand: Stand, books: Books) -> None:
    """Every account gave exactly its parts of what was paid, the bank the contracts' sums; holds,
    journals and log are whole, and each person heard of each payout once."""
    given: Counter[UUID] = Counter()
    for due in books.due:
        if await paid(stand, due):
            given.update(due.gives)
            given[stand.roll.bank] += CONTRACT_FEN
    now = await balances(stand)
    assert now == {account: had - given[account] for account, had in books.before.items()}
    await verify_holds(stand)
    async with TortoiseContext() as context:
        config = database(stand.env["DATABASE_URL"], pool=2)
        await context.init(config=config, _enable_global_fallback=True)
        assert await replay_differences() == []
    assert await amiss_at(stand.env["DATABASE_URL"]) == []
    twice = await stand.sql(
        "SELECT to_id, case_id FROM message WHERE kind = 'premium_paid'"
        " GROUP BY to_id, case_id HAVING count(*) > 1"
    )
    assert twice == []


async def approves(stand: Stand, due: Due, who: str) -> str:
    """Approved, however often it must be asked; the key under which it was."""
    status, body, key = await stand.insist("POST", due.path, stand.tokens[who])
    assert (status, body.get("state")) == (200, "paid"), (status, body)
    return key


async def killed(process: Process) -> None:
    process.kill()
    await process.wait()


async def quiet(stand: Stand) -> None:
    """What the killed server had under way is rolled back or committed."""

    async def alone() -> bool:
        rows = await stand.sql(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return not rows

    await until(alone, 180, "no connection of the server is left")


POINTS: dict[str, tuple[str, str] | str] = {
    "the case is locked": 'SELECT 1 FROM "case" WHERE id = $1 FOR UPDATE',
    "the homes are locked": "SELECT 1 FROM home WHERE id IN (SELECT home_id FROM case_share"
    " WHERE case_id = $1 AND fund_fen > 0 ORDER BY home_id DESC LIMIT 1) FOR UPDATE",
    "the accounts are locked": "SELECT 1 FROM ledger_account WHERE id IN (SELECT account_id"
    " FROM ledger_hold WHERE case_id = $1 ORDER BY account_id DESC LIMIT 1) FOR UPDATE",
    "the journal is written": ("ledger_journal", "BEFORE INSERT"),
    "its lines are written": ("ledger_posting", "AFTER INSERT"),
    "the holds are closed": ("ledger_hold", "AFTER UPDATE"),
    "the payout is marked as paid": ("payout", "BEFORE UPDATE"),
    "the event is stored": ("log_event", "BEFORE INSERT"),
    "the transaction commits": ("answered", "AT COMMIT"),
}


async def test_killed_at_chosen_points(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(1, 8)
    books = await planted(stand, len(POINTS) * times)
    left = list(books.due)
    server = await stand.serve()
    whole = 0
    for point, place in POINTS.items():
        await gate(stand, None if isinstance(place, str) else place)
        for _ in range(times):
            due = left.pop()
            lock = await asyncpg.connect(stand.env["DATABASE_URL"])
            if isinstance(place, str):
                await lock.execute("BEGIN")
                await lock.fetch(place, due.case)
            else:
                await lock.execute(f"SELECT pg_advisory_lock({GATE})")
            task = asyncio.create_task(approves(stand, due, "finance2"))
            await until(lambda: someone_waits(stand), 180, f"the approval waits where {point}")
            await killed(server)
            await lock.close()
            await quiet(stand)
            whole += await paid(stand, due)
            server = await stand.serve()
            key = await task
            assert await paid(stand, due)
            again = await stand.ask("POST", due.path, stand.tokens["finance2"], key=key)
            assert again[0] == 200, "the stored answer of the same key"
            other = await stand.ask("POST", due.path, stand.tokens["reviewer"])
            assert (other[0], other[1]["code"]) == (409, "NotAllowedNow")
    await verified(stand, books)
    figure(
        f"kill -9 of serve during a payout of {HOMES + 12} homes: {len(POINTS)} points x {times},"
        f" {whole} were paid when it died, the others by the repeated request; each paid once"
    )


async def test_server_and_worker_killed_at_random(
    stand: Stand, figure: Callable[[str], None]
) -> None:
    times = rounds(2, 30)
    books = await planted(stand, 6 * times)
    left, random = list(books.due), Random(9)
    server, worker = await stand.serve(), await stand.start("work")
    done = 0

    async def stream(who: str) -> None:
        """One approval after the other; two streams meet at the same homes."""
        nonlocal done
        while left:
            await approves(stand, left.pop(), who)
            done += 1

    async with asyncio.TaskGroup() as group:
        for who in ("finance2", "reviewer"):
            group.create_task(stream(who))
        for turn in range(times):
            goal = min(done + random.randint(1, 3), len(books.due))

            async def progressed(goal: int = goal) -> bool:
                return done >= goal

            await until(progressed, 180, "payouts go on")
            for _ in range(random.randint(0, 60)):
                await asyncio.sleep(0)
            await killed(server)
            if turn % 2:
                await killed(worker)
                worker = await stand.start("work")
            server = await stand.serve()
    for due in books.due:
        assert await paid(stand, due)
    await sealed(stand)
    await verified(stand, books)
    figure(
        f"kill -9 of serve {times} times and of work {times // 2} times at random while"
        f" {len(books.due)} payouts of {HOMES + 12} homes each were approved by two people:"
        " every one paid once, none by halves"
    )


async def sealed(stand: Stand) -> None:
    """The worker that is left has sealed every event."""

    async def all_sealed() -> Any:
        return not await stand.sql("SELECT 1 FROM log_unsealed LIMIT 1")

    await until(all_sealed, 180, "every event is sealed")
