"""Entries by hand: two people for every fen, and what a flow made only the flow undoes. R3.2."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from tests.journey import Journey
from tests.small_roll import POOLED_FEN
from tests.world import City

DAY = "2025-09-12"
EARLIER = "2025-09-11"
MEMO = "建行转农行"


class Desk:
    """Two bank accounts, and what finance does with vouchers."""

    def __init__(self, city: City, here: UUID, there: UUID) -> None:
        self.city, self.here, self.there = city, here, there

    @classmethod
    async def at(cls, city: City) -> "Desk":
        other = await ledger.ensure_account(AccountKind.BANK, uuid4(), "第二专户", city.clock())
        ids = []
        for account_id, number in ((city.roll.bank, "1001"), (other, "1002")):
            row = await BankAccount.create(
                bank="示例银行",
                number=number,
                title="维修资金专户",
                main=number == "1001",
                account_id=account_id,
                created_at=city.clock(),
            )
            ids.append(row.id)
        return cls(city, *ids)

    async def ask(self, who: str, path: str, body: Any = None) -> tuple[int, Any]:
        """The answer to somebody's write."""
        token = await self.city.staff(who)
        return await self.city.call("POST", f"/ledger/vouchers{path}", token, body)

    async def refused(self, who: str, path: str, body: Any = None) -> tuple[str, str]:
        status, answer = await self.ask(who, path, body)
        assert status >= 400, answer
        return answer["code"], answer.get("detail", "")

    async def done(self, who: str, path: str, body: Any = None) -> dict[str, Any]:
        status, answer = await self.ask(who, path, body)
        assert status < 300, answer
        return dict(answer)

    def transfer(self, fen: int = 700, **more: Any) -> dict[str, Any]:
        ends = {"from_account_id": str(self.here), "to_account_id": str(self.there)}
        return {**ends, "amount_fen": fen, "effective_on": DAY, "memo": MEMO, **more}

    def unnamed(self, fen: int, direction: str = "in", **more: Any) -> dict[str, Any]:
        told = {"bank_account_id": str(self.here), "direction": direction, "memo": "来源不明"}
        return {**told, "amount_fen": fen, "effective_on": DAY, **more}

    def reversal(self, journal_id: Any, **more: Any) -> dict[str, Any]:
        told = {"journal_id": str(journal_id), "effective_on": DAY, "memo": "录入有误"}
        return {**told, **more}

    async def posted(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Entered by one and confirmed by the other."""
        entered = await self.done("finance", path, body)
        return await self.done("finance2", f"/{entered['voucher_id']}/confirmation")

    async def balance(self, account_id: UUID) -> int:
        return (await ledger.account_of(account_id)).balance_fen


@pytest.fixture
async def desk(city: City) -> Desk:
    return await Desk.at(city)


async def booked(
    city: City, kind: JournalKind, debit: UUID, credit: UUID, reference: str = ""
) -> UUID:
    """An entry as some flow would have made it."""
    lines = (Posting(debit, 100), Posting(credit, -100))
    async with in_transaction():
        entry = Journal(kind, lines, date(2025, 9, 10), reference or f"flow:{uuid4()}")
        return await ledger.post(entry, city.clock(), "test")


async def test_a_transfer_counts_once_another_confirmed_it(desk: Desk) -> None:
    """R3.2: nothing moves before; both sides are shown before and after."""
    bank = desk.city.roll.bank
    entered = await desk.done("finance", "/transfers", desk.transfer())
    assert (entered["state"], entered["number"]) == ("draft", "JZ-2025-000001")
    sides = [(one["debit_fen"], one["credit_fen"]) for one in entered["lines"]]
    assert sides == [(700, 0), (0, 700)]
    assert await desk.balance(bank) == 2 * POOLED_FEN
    path = f"/{entered['voucher_id']}/confirmation"
    assert (await desk.refused("finance", path))[0] == "SamePerson"
    posted = await desk.done("reviewer", path)
    assert (posted["state"], posted["lines"]) == ("posted", entered["lines"])
    assert await desk.balance(bank) == 2 * POOLED_FEN - 700
    assert (await desk.refused("finance2", path))[0] == "EntryNotOpen"
    journal = await ledger.journal_of(UUID(posted["journal_id"]))
    assert (journal.kind, journal.reference) == ("bank_transfer", "voucher:JZ-2025-000001")
    assert str(journal.effective_on) == DAY
    assert await ledger.replay_differences() == []


async def test_who_dropped_a_voucher_changed_nothing(desk: Desk) -> None:
    entered = await desk.done("finance", "/transfers", desk.transfer())
    path = f"/{entered['voucher_id']}"
    dropped = await desk.done("finance", f"{path}/dropping", {"reason": "重复录入"})
    assert dropped["state"] == "dropped"
    assert (await desk.refused("finance2", f"{path}/confirmation"))[0] == "EntryNotOpen"
    assert (await desk.refused("finance2", f"{path}/dropping", {"reason": "再次"}))[
        0
    ] == "EntryNotOpen"
    assert await desk.balance(desk.city.roll.bank) == 2 * POOLED_FEN
    assert (await desk.refused("finance2", f"/{uuid4()}/dropping", {"reason": "无"}))[
        0
    ] == "NotFound"


async def test_a_transfer_that_cannot_be_is_refused(desk: Desk) -> None:
    here = str(desk.here)
    code, _ = await desk.refused("finance", "/transfers", desk.transfer(to_account_id=here))
    assert code == "VoucherInconsistent"
    code, said = await desk.refused(
        "finance", "/transfers", desk.transfer(effective_on="2025-09-16")
    )
    assert (code, said) == ("VoucherInconsistent", "生效日期不能晚于今天")
    code, _ = await desk.refused("finance", "/transfers", desk.transfer(to_account_id=str(uuid4())))
    assert code == "NotFound"
    entered = await desk.done("finance", "/transfers", desk.transfer())
    await BankAccount.filter(id=desk.there).update(closed_at=desk.city.clock())
    code, said = await desk.refused("finance2", f"/{entered['voucher_id']}/confirmation")
    assert (code, said) == ("NotFound", "没有该银行账户，或已销户")


async def test_a_shut_year_takes_no_voucher(desk: Desk) -> None:
    """R4.7: neither on entry nor when it was shut in between."""
    body = desk.transfer(effective_on="2024-12-31")
    entered = await desk.done("finance", "/transfers", body)
    now, who = desk.city.clock(), desk.city.roll.accounts["finance"]
    await sql(
        "INSERT INTO accounting_year (year, state, asked_by, asked_at, frozen_at, step, done,"
        " total, failure, figures) VALUES (2024, 'closed', $1, $2, $2, '', 0, 0, '', '{}')",
        who,
        now,
    )
    path = f"/{entered['voucher_id']}/confirmation"
    assert (await desk.refused("finance2", path))[0] == "YearShut"
    assert (await desk.refused("finance", "/transfers", body))[0] == "YearShut"
    unnamed = desk.unnamed(1, effective_on="2024-12-31")
    assert (await desk.refused("finance", "/suspense", unnamed))[0] == "YearShut"
    journal = await booked(desk.city, JournalKind.DEPOSIT, *await fund(desk.city))
    reversal = desk.reversal(journal, effective_on="2024-12-31")
    assert (await desk.refused("finance", "/reversals", reversal))[0] == "YearShut"


async def fund(city: City) -> tuple[UUID, UUID]:
    """The bank, and a home's fund."""
    home = next(iter(city.roll.here.homes.values()))
    return city.roll.bank, await ledger.ensure_account(
        AccountKind.HOUSEHOLD_FUND, home, "101", city.clock()
    )


@pytest.mark.parametrize(("came", "goes"), [("in", "out"), ("out", "in")])
async def test_a_suspense_is_cleared_piece_by_piece(desk: Desk, came: str, goes: str) -> None:
    """R3.9: never for more than is left of it, and only in the other direction."""
    suspense = await desk.posted("/suspense", desk.unnamed(1000, came))
    key = suspense["voucher_id"]
    assert suspense["left_fen"] == 1000
    wrong = desk.unnamed(1, came, clears=key)
    assert (await desk.refused("finance", "/suspense", wrong))[0] == "VoucherInconsistent"
    early = desk.unnamed(1, goes, clears=key, effective_on=EARLIER)
    assert (await desk.refused("finance", "/suspense", early))[0] == "VoucherInconsistent"
    first = await desk.posted("/suspense", desk.unnamed(600, goes, clears=key))
    assert (first["clears"], first["left_fen"]) == (key, None)
    status, answer = await desk.ask("finance", "/suspense", desk.unnamed(401, goes, clears=key))
    assert (status, answer["code"], answer["left_fen"]) == (422, "VoucherInconsistent", 400)
    # two that each fit, but not together
    rest = [
        await desk.done("finance", "/suspense", desk.unnamed(300, goes, clears=key))
        for _ in range(2)
    ]
    await desk.done("finance2", f"/{rest[0]['voucher_id']}/confirmation")
    code, _ = await desk.refused("finance2", f"/{rest[1]['voucher_id']}/confirmation")
    assert code == "VoucherInconsistent"
    token = await desk.city.staff("auditor")
    seen = await desk.city.must("GET", f"/ledger/vouchers/{key}", token)
    assert seen["left_fen"] == 100
    account = await ledger.account_for(AccountKind.SUSPENSE, None)
    assert account.balance_fen == (100 if came == "in" else -100)
    for clears in (first["voucher_id"], rest[1]["voucher_id"]):
        code, _ = await desk.refused("finance", "/suspense", desk.unnamed(1, goes, clears=clears))
        assert code == "VoucherInconsistent"
    code, _ = await desk.refused("finance", "/suspense", desk.unnamed(1, goes, clears=str(uuid4())))
    assert code == "NotFound"


async def test_a_cleared_suspense_is_reversed_after_its_clearing(desk: Desk) -> None:
    suspense = await desk.posted("/suspense", desk.unnamed(1000))
    clearing = await desk.posted(
        "/suspense", desk.unnamed(1000, "out", clears=suspense["voucher_id"])
    )
    code, _ = await desk.refused("finance", "/reversals", desk.reversal(suspense["journal_id"]))
    assert code == "VoucherInconsistent"
    for one in (clearing, suspense):
        await desk.posted("/reversals", desk.reversal(one["journal_id"]))
    again = desk.unnamed(1, "out", clears=suspense["voucher_id"])
    assert (await desk.refused("finance", "/suspense", again))[0] == "VoucherInconsistent"
    assert (await ledger.account_for(AccountKind.SUSPENSE, None)).balance_fen == 0
    assert await desk.balance(desk.city.roll.bank) == 2 * POOLED_FEN


async def test_a_reversal_is_the_mirror_and_happens_once(desk: Desk) -> None:
    """R3.2: with its reason, by two people; a reversal is not reversed."""
    posted = await desk.posted("/transfers", desk.transfer())
    key = posted["journal_id"]
    early = desk.reversal(key, effective_on=EARLIER)
    assert (await desk.refused("finance", "/reversals", early))[0] == "VoucherInconsistent"
    entered = await desk.done("finance", "/reversals", desk.reversal(key))
    other = await desk.done("finance", "/reversals", desk.reversal(key, memo="另一原因"))
    sides = [(one["debit_fen"], one["credit_fen"]) for one in entered["lines"]]
    assert sides == [(0, 700), (700, 0)]
    done = await desk.done("finance2", f"/{entered['voucher_id']}/confirmation")
    assert (done["reverses"], done["lines"]) == (key, entered["lines"])
    assert await desk.balance(desk.city.roll.bank) == 2 * POOLED_FEN
    code, _ = await desk.refused("finance2", f"/{other['voucher_id']}/confirmation")
    assert code == "AlreadyReversed"
    code, _ = await desk.refused("finance", "/reversals", desk.reversal(key))
    assert code == "AlreadyReversed"
    code, said = await desk.refused("finance", "/reversals", desk.reversal(done["journal_id"]))
    assert (code, said) == ("UndoneElsewhere", "冲销分录不得再冲销，请另记正确的分录")
    code, _ = await desk.refused("finance", "/reversals", desk.reversal(uuid4()))
    assert code == "JournalNotFound"


async def test_a_deposit_by_no_batch_is_reversed_unless_it_was_spent(desk: Desk) -> None:
    """R3.4: what was used since cannot be taken back."""
    bank, home = await fund(desk.city)
    journal = await booked(desk.city, JournalKind.DEPOSIT, bank, home)
    entered = await desk.done("finance", "/reversals", desk.reversal(journal))
    spent = await booked(desk.city, JournalKind.FUND_PAYOUT, home, bank)
    code, _ = await desk.refused("finance2", f"/{entered['voucher_id']}/confirmation")
    assert code == "InsufficientFunds"
    code, said = await desk.refused("finance", "/reversals", desk.reversal(spent))
    assert code == "UndoneElsewhere" and "待查款项" in said


async def test_what_a_flow_made_is_undone_there(desk: Desk) -> None:
    """R4.7: the year's distribution only by adjusting entries; payouts are final."""
    city = desk.city
    bank = city.roll.bank
    pooled, now = city.roll.here.pooled, city.clock()
    income = await ledger.ensure_account(AccountKind.UNDISTRIBUTED_INCOME, None, "待分配", now)
    interest = await ledger.ensure_account(AccountKind.UNDISTRIBUTED_INTEREST, None, "待分配", now)
    term = await ledger.ensure_account(AccountKind.TERM_DEPOSIT, uuid4(), "定期", now)
    own = await ledger.ensure_account(AccountKind.HOUSEHOLD_INTEREST, uuid4(), "101", now)
    flows = {
        "年度结账": (JournalKind.INCOME, income, pooled, "year:2024:income:1"),
        "下一次年度": (JournalKind.INTEREST, interest, own, "year:2024:interest:1"),
        "该笔结息": (JournalKind.SETTLEMENT, bank, income, ""),
        "该存款中": (JournalKind.PLACEMENT, term, bank, ""),
        "相反方向": (JournalKind.SCOPE_SWITCH, pooled, city.roll.there.pooled, ""),
    }
    for words, (kind, debit, credit, reference) in flows.items():
        journal = await booked(city, kind, debit, credit, reference)
        code, said = await desk.refused("finance", "/reversals", desk.reversal(journal))
        assert code == "UndoneElsewhere" and words in said, (words, said)


@pytest.mark.parametrize("kind", ["use", "topup"])
async def test_a_batch_of_fund_movements_is_reversed_by_its_voucher(desk: Desk, kind: str) -> None:
    """R3.2: what the homes used or paid in by mistake; the batch says so by itself."""
    bank, home = await fund(desk.city)
    await booked(desk.city, JournalKind.DEPOSIT, bank, home)
    if kind == "use":
        journal = await booked(desk.city, JournalKind.FUND_PAYOUT, home, bank)
    else:
        journal = await booked(desk.city, JournalKind.DEPOSIT, bank, home)
    await of_batch(desk, journal, kind)
    await desk.posted("/reversals", desk.reversal(journal))
    await desk.city.due()
    rows = await sql("SELECT state FROM fund_batch")
    assert [row["state"] for row in rows] == ["reversed"]
    assert await desk.balance(home) == 100


async def of_batch(desk: Desk, journal: UUID, kind: str) -> None:
    """The journal belongs to a batch of fund movements."""
    await sql(
        "INSERT INTO fund_batch (id, kind, number, custody_id, from_suspense, effective_on,"
        " voucher, total_fen, payee, memo, state, entered_by, entered_at, journal_id)"
        " VALUES ($1, $6, 'X-1', $2, false, $3, 'V', 100, '', '', 'posted', $1, $4, $5)",
        uuid4(),
        desk.here,
        date(2025, 9, 10),
        desk.city.clock(),
        journal,
        kind,
    )


async def test_a_premium_that_was_paid_is_not_reversed(desk: Desk) -> None:
    await Journey.at(desk.city, "paid")
    rows = await sql("SELECT id FROM ledger_journal WHERE kind = 'pooled_payout'")
    code, said = await desk.refused("finance", "/reversals", desk.reversal(rows[0]["id"]))
    assert code == "UndoneElsewhere" and "拨付" in said


async def test_an_opening_is_corrected_by_its_reversal(desk: Desk) -> None:
    """The old system's figures can be wrong too; a corrected list brings the right one."""
    rows = await sql(
        "SELECT journal_id FROM ledger_posting WHERE account_id = $1", desk.city.roll.there.pooled
    )
    await desk.posted("/reversals", desk.reversal(rows[0]["journal_id"]))
    assert await desk.balance(desk.city.roll.there.pooled) == 0


async def test_vouchers_are_listed_by_state_and_kind(desk: Desk) -> None:
    for fen in (1, 2, 3):
        await desk.done("finance", "/transfers", desk.transfer(fen))
        desk.city.clock.advance(minutes=1)
    await desk.posted("/suspense", desk.unnamed(9))
    token = await desk.city.staff("reviewer")

    async def listed(query: str) -> list[int]:
        body = await desk.city.must("GET", f"/ledger/vouchers{query}", token)
        return [one["amount_fen"] for one in body["items"]]

    assert await listed("") == [9, 3, 2, 1]
    assert await listed("?state=posted") == [9]
    assert await listed("?kind=bank_transfer") == [3, 2, 1]
    page = await desk.city.must("GET", "/ledger/vouchers?limit=2", token)
    assert await listed(f"?after={page['next']}") == [2, 1]
    assert (await desk.city.call("GET", "/ledger/vouchers?after=x", token))[0] == 400
    assert (await desk.city.call("GET", f"/ledger/vouchers/{uuid4()}", token))[0] == 404


async def test_finance_and_reviewers_hear_that_a_voucher_waits(desk: Desk) -> None:
    """R13.1: not the one who entered it."""
    await desk.done("finance", "/transfers", desk.transfer(123_456))
    await desk.city.due()
    titles = {}
    for who in ("finance", "finance2", "reviewer", "clerk"):
        inbox = await desk.city.must("GET", "/inbox", await desk.city.staff(who))
        titles[who] = [one["title"] for one in inbox["items"]]
    assert titles == {
        "finance": [],
        "finance2": ["记账凭证待复核"],
        "reviewer": ["记账凭证待复核"],
        "clerk": [],
    }


async def test_nobody_else_touches_or_reads_them(desk: Desk) -> None:
    """Section 1: finance enters, finance or a reviewer confirms, the auditor reads."""
    entered = await desk.done("finance", "/transfers", desk.transfer())
    for who in ("clerk", "reviewer", "auditor", "administrator", "insurer"):
        assert (await desk.refused(who, "/transfers", desk.transfer()))[0] == "NotAllowed"
    for who in ("clerk", "auditor", "administrator"):
        path = f"/{entered['voucher_id']}/confirmation"
        assert (await desk.refused(who, path))[0] == "NotAllowed"
    for who in ("clerk", "administrator", "street"):
        token = await desk.city.staff(who)
        assert (await desk.city.call("GET", "/ledger/vouchers", token))[0] == 403
