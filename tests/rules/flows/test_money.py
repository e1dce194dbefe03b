"""What every step of every flow does to money, and that a flow is its table and its record."""

from dataclasses import replace as made_of
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from rules.cases import OVER, Accept, CollectionFact, Facts, State
from rules.flows import FLOWS, flow_of, row_for, state_title
from rules.flows.money import PAYOUTS, Move, Purse, all_goes_back, moves
from rules.flows.table import states_of
from rules.ledger import MAY_TOUCH, AccountKind
from rules.parameters import Parameters
from tests.rules.flows.play import reach

S = State
WHOLE = CollectionFact(needed_fen=100, gathered_fen=100)
SHORT = CollectionFact(needed_fen=100, gathered_fen=99)
PAYING = [name for name, flow in FLOWS.items() if flow.purse is not Purse.NONE]
SPECIAL = [name for name in PAYING if flow_of(name).special]


def facts(flow: str, state: State, **known: object) -> Facts:
    at = datetime(2025, 3, 3, tzinfo=UTC)
    base = Facts(
        case_id="c",
        number="n",
        scope_id="s",
        applicant="signers",
        applicant_id="a",
        insurer_id="i",
        elevators=("e",),
        created_at=at,
        changed_at=at,
        flow=flow,
        state=state,
        version=1,
        premium_fen=100,
    )
    return replace(base, **known)


def moved(before: Facts, after: Facts) -> tuple[Move, ...]:
    return moves(flow_of(after.flow).money, before, after)


@pytest.mark.parametrize("flow", ["pooled", "household"])
def test_a_plan_holds_at_once_and_the_payout_takes_it(flow: str) -> None:
    """R3.4."""
    planned = facts(flow, S.PLANNED)
    first = moved(facts(flow, S.ACCEPTED, version=0, premium_fen=0), planned)
    assert first[-1] is Move.HOLD and first.count(Move.HOLD) == 1
    assert moved(facts(flow, S.PREPARED), facts(flow, S.PAID)) == (Move.CAPTURE,)


@pytest.mark.parametrize("flow", SPECIAL)
def test_a_special_account_holds_once_when_it_is_whole(flow: str) -> None:
    """二(三)3, 四(四): in whatever state the last fen comes in; later ones hold nothing more."""
    for state in (S.PLANNED, S.PAUSED, S.COLLECTING, S.REGISTERED):
        short = facts(flow, state, collection=SHORT)
        whole = replace(short, collection=WHOLE)
        assert moved(short, short) == ()
        assert moved(short, whole) == (Move.HOLD,)
        assert moved(whole, replace(whole, state=S.REGISTERED)) == ()
    new = facts(flow, S.PLANNED, version=2, collection=WHOLE)
    assert Move.HOLD in moved(facts(flow, S.ACCEPTED, collection=None, premium_fen=0), new)
    assert moved(short, replace(short, state=S.RETURNED, collection=WHOLE)) == ()


@pytest.mark.parametrize("flow", PAYING)
def test_what_comes_to_nothing_or_is_planned_anew_is_released_once(flow: str) -> None:
    """R3.4, R7.6: and all that was paid in may go back only once nothing will come of it."""
    table = flow_of(flow).money
    for state in states_of(flow_of(flow).steps) - OVER - {S.ACCEPTED, S.PAID, S.INSURED}:
        before = facts(flow, state)
        for over in OVER:
            assert moved(before, replace(before, state=over)).count(Move.RELEASE) == 1
        anew = replace(before, state=S.ACCEPTED, premium_fen=0)
        assert moved(before, anew) == (Move.RELEASE,)
        unplanned = replace(before, version=0, premium_fen=0)
        assert Move.RELEASE not in moved(unplanned, replace(unplanned, state=S.WITHDRAWN))
        assert not all_goes_back(table, state)
    assert all(all_goes_back(table, over) == flow_of(flow).gathers for over in OVER)


@pytest.mark.parametrize("flow", PAYING)
def test_every_row_can_be_met_and_cites_its_clause(flow: str) -> None:
    table, here = flow_of(flow).money, states_of(flow_of(flow).steps)
    assert all(row.clause and row.before & here and row.after & here for row in table)
    assert sum(row.move is Move.CAPTURE for row in table) == 1


def test_a_purse_pays_from_its_own_accounts_only() -> None:
    """R3.3: only that of the homes may touch a home's principal or interest."""
    homes = {AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST}
    assert {purse for purse, kind in PAYOUTS.items() if MAY_TOUCH[kind].debit & homes} == {
        Purse.HOMES
    }
    assert PAYOUTS.keys() == set(Purse) - {Purse.NONE}


def test_a_new_flow_is_a_table_and_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else knows a flow by its name: steps, options, titles and money follow the record."""
    toy = made_of(
        FLOWS["household"], name="toy", titles={S.ACCEPTED: "玩具"}, money=FLOWS["pooled"].money
    )
    monkeypatch.setitem(FLOWS, "toy", toy)
    case = replace(reach(S.FILED).facts, flow="toy")
    assert state_title("toy", S.ACCEPTED) == "玩具"
    row = row_for(case, Accept)
    assert row is not None and row.to is S.ACCEPTED
    planned = facts("toy", S.PLANNED)
    assert moved(replace(planned, state=S.ACCEPTED, version=0), planned) == (Move.HOLD,)
    assert toy.asks(Parameters()) and not toy.asks(Parameters(vote_fund_flow="waived"))
