"""A scope's money: list, balance, statement, export, special account: one answer. R2.2, R12.2."""

from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.collecting import CaseReceipt, SpecialAccount
from notify import outbox
from rules.cases import State
from rules.events.books import FundRestored
from rules.ledger import AccountKind
from tests.builders import case_in
from tests.handlers.sight.people import (
    ACTING,
    SEEING,
    VOICED,
    finders,
    hearers,
    openers,
    owns_too,
    take_their_places,
)
from tests.handlers.special.words import banked
from tests.small_roll import SINCE
from tests.world import City


async def switched(city: City) -> None:
    """The building's account becomes its units'."""
    building = city.roll.here.building
    body = {"to_kind": "unit", "reason": "业主大会决定"}
    clerk, reviewer = await city.staff("clerk"), await city.staff("reviewer")
    switch = await city.must("POST", f"/buildings/{building}/scope-switch", clerk, body)
    await city.must("POST", f"/scope-switches/{switch['id']}/confirmation", reviewer)


async def special_account(city: City) -> UUID:
    """The scope's own special account."""
    special_id, now = uuid4(), city.clock()
    async with in_transaction():
        account = await ledger.ensure_account(AccountKind.SPECIAL, special_id, "电梯保险专户", now)
    await SpecialAccount.create(
        id=special_id,
        kind="scope",
        scope_id=city.roll.here.scope,
        number="ZH-T-1",
        holder="石榴苑1栋",
        account_id=account,
        opened_by=city.roll.accounts["finance"],
        opened_at=now,
    )
    return special_id


async def test_the_pooled_account_is_one_answer(city: City) -> None:
    """R3.8: list, balance, statement and its sheets; a car space has no part of the pool."""
    await take_their_places(city)
    scope = city.roll.here.scope
    assert await finders(city, "/scopes", "scope_id", scope) == SEEING
    for page in ("balance", "statement", "statement.xlsx?year=2025", "holds", "income"):
        assert await openers(city, f"/scopes/{scope}/{page}") == SEEING, page


async def test_the_former_account_is_seen_by_the_same(city: City) -> None:
    """R4.6: the building's old statement, and who is told of the switch and may read of it."""
    await take_their_places(city)
    await switched(city)
    assert await openers(city, f"/scopes/{city.roll.here.scope}/statement") == SEEING
    assert await hearers(city, "scope_switched") == SEEING - ACTING
    path = f"/buildings/{city.roll.here.building}/scope-switches"
    assert await openers(city, path) == SEEING


async def test_a_special_account_is_one_answer(city: City) -> None:
    """四(四): list, detail, statement, refunds."""
    await take_their_places(city)
    account = await special_account(city)
    assert await finders(city, "/special-accounts", "id", account) == SEEING
    for page in ("", "/statement", "/refunds"):
        assert await openers(city, f"/special-accounts/{account}{page}") == SEEING, page


async def test_a_special_account_of_a_former_scope_stays_its_owners(city: City) -> None:
    """A switch changes nothing in who put money aside together."""
    await take_their_places(city)
    account = await special_account(city)
    await switched(city)
    assert await finders(city, "/special-accounts", "id", account) == SEEING
    assert await openers(city, f"/special-accounts/{account}") == SEEING


async def test_the_own_fund_stays_ones_own(city: City) -> None:
    """R2.4, R12.2: a car space's fund is its owner's to see, though it counts nowhere else; who
    sold, or is bound no more, sees it no more; and what moves it is told to the same people."""
    await take_their_places(city)
    homes, people = city.roll.here.homes, city.roll.people
    owners = {"owner1": "2-101", "owner5": "1-501", "owner3": "1-301", "owner2": "1-201"}
    for who, room in owners.items():
        assert homes[room] in people[who].homes
        for page in ("", "/statement", "/statement.xlsx"):
            assert await openers(city, f"/homes/{homes[room]}/fund{page}", [who]) == {who}
    for who in ("owner4", "owner6", "owner8", "owner9"):
        path = f"/homes/{people[who].homes[0]}/fund"
        assert await openers(city, path, [who]) == set(), who
    about = {"place": "1单元501", "level_percent": 20, "missing_fen": 100}
    told = [
        (uuid4(), FundRestored(subject_id=str(home), at=city.clock(), data=about))
        for home in homes.values()
    ]
    async with in_transaction():
        await outbox.fill(told)
    assert await hearers(city, "fund_restored") == VOICED | {"owner5"}


async def test_what_a_sold_home_paid_is_the_buyers(city: City) -> None:
    """R12.2: who owns another home of the scope sees what that one paid in, not what the home paid
    that was sold, though the binding to it still stands."""
    people, now = city.roll.people, city.clock()
    account = await special_account(city)
    sold, kept = city.roll.here.homes["1-401"], city.roll.here.homes["1-601"]
    await owns_too(city, "owner4", kept, SINCE)
    await sql(
        "UPDATE ownership SET to_on = $3 WHERE owner_id = $1 AND home_id = $2",
        people["owner4"].owner_id,
        sold,
        now.date(),
    )
    await _paid(city, account, [sold, kept])
    answer = await city.must("GET", f"/special-accounts/{account}", await city.login("owner4"))
    assert [one["home_id"] for one in answer["deposits"]] == [str(kept)]


async def _paid(city: City, account: UUID, homes: list[UUID]) -> None:
    case = await case_in(State.ACCEPTED, city.roll, city.clock(), flow="added")
    await sql('UPDATE "case" SET special_id = $2 WHERE id = $1', case.id, account)
    custody = await banked(city)
    for number, home in enumerate(homes):
        await CaseReceipt.create(
            case_id=case.id,
            home_id=home,
            number=f"R-{number}",
            amount_fen=100,
            method="transfer",
            custody_id=custody,
            effective_on=city.clock().date(),
            voucher=f"P-{number}",
            state="posted",
            entered_by=city.roll.accounts["finance"],
            entered_at=city.clock(),
        )
