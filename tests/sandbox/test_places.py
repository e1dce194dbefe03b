"""Where the demo plays the other flows: the sample city has what each of them is about."""

from datetime import date, timedelta

import pytest

from sandbox.demo.places import Places, places
from sandbox.people import city

UNTIL = date(2027, 1, 5)


@pytest.fixture(scope="module")
def found() -> Places:
    return places(city(), until=UNTIL)


def test_a_stairwell_whose_funds_nearly_suffice(found: Places) -> None:
    """二(二): one home or a few never paid in, co-owners who named nobody, enough voters."""
    place, funds = found.household, {row.home for row in city().rows.funds}
    assert 1 <= len(set(place.homes) - funds) <= 3
    assert len(list(place.unsettled())) >= 2
    assert len(list(place.single())) >= 11
    assert not list(place.of_bodies())


def test_an_old_stairwell_with_an_added_elevator(found: Places) -> None:
    """四(四): installed long after the house was built; one owner has several homes. R2.2."""
    place = found.added
    built = {row.code: row.built_on for row in city().rows.buildings}
    (lift,) = place.elevators
    was = built[place.units[0].rpartition("-")[0]]
    assert was and lift.installed_on > was + timedelta(days=2000)
    holders = {place.homes[home][0].id_number for home in place.of_bodies()}
    assert len(list(place.of_bodies())) >= 3 and len(holders) == 1


def test_a_building_in_one_hand(found: Places) -> None:
    """二(三)."""
    place = found.independent
    owners = {one.id_number for row in place.homes.values() for one in row}
    assert owners == {city().landlord.firm.id_number}
    assert len(place.units) == 2 and place.elevators


def test_all_stay_fit_and_are_different(found: Places) -> None:
    """R5.3, R5.4: managed, without faults, inspected until the year is over."""
    all_ = (found.household, found.added, found.independent, found.direct)
    assert len({place.scope for place in all_}) == 4
    for place in all_:
        assert place.manager and place.elevators
        for lift in place.elevators:
            assert lift.code not in city().faults
            assert lift.inspection_due_on and lift.inspection_due_on > UNTIL
