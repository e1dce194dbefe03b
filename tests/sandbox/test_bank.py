"""The sample city's banks: they count by themselves, and come to what the rules say. R4.2."""

from datetime import date

import pytest

from papers.sheets.reading import read_sheets
from rules.imports.advices import advice_lines
from rules.income import interest
from sandbox.bank import Banks, advice_list
from sandbox.city import City, build_city

TODAY = date(2026, 3, 2)
LEFT, END = date(2025, 12, 31), date(2026, 12, 31)


@pytest.fixture(scope="module")
def city() -> City:
    return build_city(7, TODAY)


@pytest.fixture
def banks(city: City) -> Banks:
    return Banks(city.rows.deposits, LEFT)


def test_they_begin_with_what_is_owed(banks: Banks, city: City) -> None:
    """R3.6: what lies on demand and in deposits is what homes and pools had."""
    owed = sum(row.balance_fen for row in city.rows.funds)
    owed += sum(row.amount_fen for row in city.rows.openings)
    placed = sum(one.principal_fen for one in banks.running if one.matures_on)
    assert sum(one.begins_fen for one in banks.accounts.values()) + placed == owed
    assert banks.main.begins_fen > 0
    assert len(banks.accounts) == 3


def test_what_matures_is_paid_out_with_the_interest_of_its_terms(banks: Banks) -> None:
    before = {key: one.balance(END) for key, one in banks.accounts.items()}
    advices = banks.mature(END)
    assert len(advices) >= 3 and [one.on for one in advices] == sorted(one.on for one in advices)
    due = {one.code: one for one in banks.running}
    for one in advices:
        terms = due[one.deposit]
        assert terms.matures_on == one.on
        assert one.interest_fen == interest(
            terms.principal_fen,
            terms.agreed_rate_e4,
            terms.tenor,
            terms.method,  # type: ignore[arg-type]
            terms.base,  # type: ignore[arg-type]
            terms.opened_on,
            one.on,
        )
        before[terms.bank_account] += terms.principal_fen + one.interest_fen
    assert before == {key: one.balance(END) for key, one in banks.accounts.items()}


def test_a_quarter_earns_by_the_balance_of_every_day(banks: Banks) -> None:
    """Ninety days from the 21st of December at 0.45 % on 360; a premium of the tenth day counts
    for the eighty that are left."""
    begins = banks.main.begins_fen
    banks.book(date(2025, 12, 31), -100_000_000, "电梯保险费", "BX")
    exact = (begins * 90 - 100_000_000 * 80) * 4_500
    demand = next(one for one in banks.running if one.matures_on is None)
    advice = banks.quarter(2026, 0)
    assert advice.on == date(2026, 3, 21)
    # On whole yuan it is at most a fen a day less.
    assert abs(advice.interest_fen * 360_000_000 - exact) <= 180_000_000 + 90 * 100 * 4_500
    if demand.base == "fen":
        assert abs(advice.interest_fen * 360_000_000 - exact) <= 180_000_000
    assert banks.main.balance(advice.on) == begins - 100_000_000 + advice.interest_fen
    assert banks.quarter(2026, 1).on == date(2026, 6, 21)


def test_their_papers_are_read_back(banks: Banks) -> None:
    advices = [*banks.mature(END), banks.quarter(2026, 0)]
    sheets = read_sheets("结息清单.csv", advice_list(advices))
    lines = advice_lines(next(iter(sheets.values())))
    assert lines.faults == []
    read = [(one["deposit"], one["credited_on"], one["interest_fen"]) for _, one in lines.read]
    assert read == [(one.deposit, one.on, one.interest_fen) for one in advices]
    for as_sheet, ending in ((True, ".xlsx"), (False, ".csv")):
        name, content = banks.main.statement(date(2026, 1, 1), END, as_sheet=as_sheet)
        assert name.endswith(ending)
        rows = [row for row in next(iter(read_sheets(name, content).values())) if any(row)]
        assert len(rows) > len(banks.main.moves)
