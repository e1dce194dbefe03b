"""Bank accounts and the accounts of the books that keep their money. R4.1, R3.9."""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from rules.ledger import AccountKind, JournalKind, Part, opening
from tests.handlers.deposits.desk import BEFORE_FEN
from tests.handlers.objecting import done, refused, see
from tests.small_roll import SINCE
from tests.world import City

MAIN = {"bank": "示例银行", "number": "999900001", "holder": "维修资金专户", "main": True}
SECOND = {"bank": "另一示例银行", "number": "888800001", "holder": "存款户"}


async def register(city: City, body: Any) -> Any:
    return await done(city, "finance", "/bank-accounts", body)


async def test_the_first_main_account_is_the_one_the_books_have(city: City) -> None:
    """Premiums were paid from `bank:-` before anybody named it."""
    async with in_transaction():
        book = await ledger.ensure_account(AccountKind.BANK, None, "维修资金专户", city.clock())
        pooled = [Part(city.roll.here.pooled, 12_345)]
        entry = opening(JournalKind.OPENING_INCOME, book, pooled, SINCE, "opening:test")
        await ledger.post(entry, city.clock(), "test")
    made = await register(city, MAIN)
    assert (made["account_id"], made["balance_fen"], made["main"]) == (
        str(book),
        BEFORE_FEN + 12_345,
        True,
    )
    other = await register(city, SECOND)
    assert other["account_id"] != str(book) and other["balance_fen"] == 0
    account = await ledger.account_for(AccountKind.BANK, None)
    assert account.code == "bank:-"


async def test_an_account_is_registered_once_and_one_is_the_main(city: City) -> None:
    await register(city, MAIN)
    assert await refused(city, "finance", "/bank-accounts", MAIN) == "409 BankAccountTaken"
    again = MAIN | {"main": False}
    assert await refused(city, "finance", "/bank-accounts", again) == "409 BankAccountTaken"
    two = SECOND | {"main": True}
    assert await refused(city, "finance", "/bank-accounts", two) == "409 BankAccountTaken"
    await register(city, SECOND)


async def test_an_account_in_use_is_not_closed(city: City) -> None:
    main, second = await register(city, MAIN), await register(city, SECOND)
    path = f"/bank-accounts/{second['id']}/closing"
    assert await refused(city, "finance", f"/bank-accounts/{main['id']}/closing") == (
        "409 BankAccountInUse"
    )
    closed = await done(city, "finance", path)
    assert closed["closed_at"] is not None
    assert await refused(city, "finance", path) == "409 BankAccountInUse"
    gone = f"/bank-accounts/{city.roll.bank}/closing"
    assert await refused(city, "finance", gone) == "404 NotFound"


async def test_money_keeps_an_account_open(city: City) -> None:
    second = await register(city, SECOND)
    async with in_transaction():
        book = UUID(second["account_id"])
        assert str((await ledger.account_of(book)).owner_ref) == second["id"]
        part = [Part(city.roll.here.pooled, 1)]
        entry = opening(JournalKind.OPENING_INCOME, book, part, SINCE, "opening:3")
        await ledger.post(entry, city.clock(), "test")
    path = f"/bank-accounts/{second['id']}/closing"
    assert await refused(city, "finance", path) == "409 BankAccountInUse"


async def test_only_the_centre_sees_the_numbers(city: City) -> None:
    await register(city, MAIN)
    await register(city, SECOND)
    for who in ("clerk", "reviewer", "finance", "auditor"):
        status, page = await see(city, who, "/bank-accounts?limit=1")
        assert status == 200
        _, rest = await see(city, who, f"/bank-accounts?after={page['next']}")
        numbers = [one["number"] for one in page["items"] + rest["items"]]
        assert sorted(numbers) == ["888800001", "999900001"] and rest["next"] == ""
    for who in ("owner1", "manager", "insurer", "street"):
        assert (await see(city, who, "/bank-accounts"))[0] == 403
    status, body = await see(city, "clerk", "/bank-accounts?after=x")
    assert (status, body["code"]) == (400, "Malformed")
