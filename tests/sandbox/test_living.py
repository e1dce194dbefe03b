"""The city that `make run` leaves: in the middle of its life, the same every time, and one more
case in each state for the asking.

One test walks through it all: whoever has the city asks it everything.
"""

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from sandbox.demo.running import NOW, STATES
from sandbox.people import city as sample
from sandbox.reference.pages import DOCS
from sandbox.scenarios.catalogue import SCENARIOS, StateName
from sandbox.scenarios.making import Maker, NoPlaceLeft
from sandbox.scenarios.places import LEFT_ALONE, Stand, fit
from sandbox.scenarios.upkeep import holidays
from tests.databases import Copies
from tests.sandbox.living import PHONE, Living, founded

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/sandbox.md"
IDS = (
    "SELECT 'home', code, id FROM home UNION ALL SELECT 'scope', code, id FROM scope"
    " UNION ALL SELECT 'elevator', code, id FROM elevator"
    " UNION ALL SELECT 'person', openid, id FROM person"
    " UNION ALL SELECT 'account', username, id FROM account"
    " UNION ALL SELECT 'case', number, id FROM \"case\""
)


def test_the_city_of_make_run(
    living: Living, copies: Copies, template: str, tmp_path: Path
) -> None:
    states = living.states()
    assert [states[one["number"]] for one in living.made] == list(STATES)
    assert list(states.values()).count("signing") == 1 and len(states) == len(STATES)
    in_the_middle(living)
    nothing_is_out_of_date(living)
    a_phone_reaches_it(living)
    the_reference_is_there(living)
    kept = set(living.rows(IDS))
    for state in SCENARIOS.keys() - set(STATES):
        one_more(living, state)
    unknown = living.hand.ask("POST", "/sandbox/scenarios", json={"state": "closed"})
    assert unknown.status_code == 400
    # What was made in the past moved nobody else.
    assert states.items() <= living.states().items()
    told = [sys.executable, "-m", "server", "verify"]
    assert subprocess.run(told, env=dict(living.stage.env), check=False).returncode == 0
    the_page_is_true(living)
    first = STATES[:1]
    with founded(copies, template, tmp_path / "again", first) as again:
        same = set(again.rows(IDS))
    assert len(same) > 4_700 and same <= kept


def in_the_middle(living: Living) -> None:
    """Each case has what a page of its state shows."""
    cases = {one["state"]: living.ask(f"/cases/{one['case_id']}") for one in living.made}
    assert cases["signing"]["heads"] == 2 and cases["signing"]["heads_needed"] == 3
    notice = cases["posting"]["notice"]
    assert 0 < notice["posted"] == notice["lobbies"] - 1
    assert cases["noticed"]["notice"]["ends_at"] > NOW.isoformat()
    assert cases["paused"]["objections_open"] == 1
    assert cases["collecting"]["collection"]["needed_fen"] > 0
    assert cases["insured"]["policy_number"] and cases["contracted"]["contract"]
    votes = living.ask("/votes?limit=50")["items"]
    running = next(one for one in votes if one["state"] == "open")
    assert running["case_id"] == cases["voting"]["id"]
    assert living.ask(f"/votes/{running['id']}")["turnout"]["heads"] == 0, "of few nothing"


def nothing_is_out_of_date(living: Living) -> None:
    """Inspections, visits and the calendar are of the sandbox's day."""
    today = NOW.date()
    sound = [row.code for row in sample().rows.elevators if row.code not in sample().faults]
    told = (
        "SELECT e.code FROM elevator e WHERE e.code = ANY($1) AND (e.inspection_due_on <= $2"
        " OR e.licence_until_on <= $2 OR NOT EXISTS (SELECT FROM maintenance_visit v"
        "   WHERE v.elevator_id = e.id AND v.visited_on > $3))"
    )
    late = living.rows(told, sound, today + timedelta(days=60), today - timedelta(days=15))
    assert sound and late == []
    for year in (today.year, today.year + 1):
        assert living.ask(f"/calendar/days?year={year}")["published"]


def the_reference_is_there(living: Living) -> None:
    """At the address that is printed; a case's option leads to what its operation takes."""
    page = living.hand.ask("GET", DOCS)
    assert page.status_code == 200 and '<li id="sign_case">' in page.text


def a_phone_reaches_it(living: Living) -> None:
    """Papers bear the public address, and the server answers on every address of this machine."""
    posting = next(one for one in living.made if one["state"] == "posting")
    board = living.ask(f"/cases/{posting['case_id']}/lobbies")
    assert board["public_url"].startswith(f"{PHONE}/q/")
    assert living.stage.public_url == PHONE and living.stage.env["HOST"] == "0.0.0.0"
    assert living.hand.ask("GET", board["public_url"].removeprefix(PHONE)).status_code == 200


def one_more(living: Living, state: str) -> None:
    """The case is there, in that state, and its people can go on with it."""
    made = living.hand.must("POST", "/sandbox/scenarios", json={"state": state})
    case = living.ask(f"/cases/{made['case_id']}")
    assert case["state"] == made["state"] == state and case["number"] == made["number"]
    parts = [one["part"] for one in made["people"]]
    assert parts == ["signer", "signer", "signer", "neighbour", "manager"]
    neighbour, manager = made["people"][3:]
    for person in (neighbour, manager):
        token = living.hand.login(person["openid"])
        assert living.hand.must("GET", f"/cases/{made['case_id']}", token)["state"] == state
    staff = {one["part"]: one["username"] for one in made["staff"]}
    assert living.ask(f"/cases/{made['case_id']}", staff["insurer"])["state"] == state


def the_page_is_true(living: Living) -> None:
    """The commands of the page, run as they stand there, say what stands behind them."""
    text = PAGE.read_text(encoding="utf-8")
    script = "\n".join(re.findall(r"^```bash\n(.*?)^```", text, flags=re.M | re.S))
    for there, here in (("8000", living.stage.url), ("8001", living.stage.control_url)):
        assert f"=http://127.0.0.1:{there}" in script
        script = script.replace(f"=http://127.0.0.1:{there}", f"={here}")
    promised = re.findall(r"  ?# (\S+)$", script, flags=re.M)
    script = script.replace(".venv/bin/python", sys.executable)
    line = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout.split() == promised and len(promised) > 8


def test_a_scenario_for_each_state_that_can_be_asked_for() -> None:
    assert set(get_args(StateName)) == set(SCENARIOS)
    assert set(STATES) <= set(SCENARIOS)
    assert all(one.title and one.next for one in SCENARIOS.values())


def test_a_city_that_is_full_says_so_with_the_way_out(tmp_path: Path) -> None:
    maker = Maker("", "", tmp_path)
    full = {place.scope: Stand(cases=1, free_fen=10**9) for place in fit()["pooled"]}
    poor = {place.scope: Stand(cases=0, free_fen=0) for place in fit()["pooled"]}
    for stands in ({}, full, poor):
        with pytest.raises(NoPlaceLeft, match="make run"):
            maker.make("posting", stands, NOW.date())


def test_a_community_is_left_alone_for_who_begins_at_the_beginning() -> None:
    assert not [place for place in fit()["pooled"] if place.scope.startswith(LEFT_ALONE)]
    assert len(fit()["pooled"]) > 2 * len(SCENARIOS) and len(fit()["household"]) > 6


def test_holidays_are_days_that_would_be_worked() -> None:
    for year in range(2027, 2035):
        days = list(holidays(year))
        assert date(year, 10, 1) in days or date(year, 10, 1).weekday() > 4
        assert days == sorted(set(days)) and all(day.weekday() < 5 for day in days)


def test_the_page_names_every_state_and_every_case() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [one for one in SCENARIOS if f"`{one}`" not in text] == []
    told = re.findall(r"^\| JSDT-2026-(\d+) \| `(\w+)` \|", text, flags=re.M)
    assert told == [(f"{nth:06}", state) for nth, state in enumerate(STATES, 1)]
