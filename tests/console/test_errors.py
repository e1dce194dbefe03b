"""Where the type of a problem leads: every code there is, what it means and the way out."""

import re

from rules.refusals import by_subject, every
from server.operations import TABLE
from server.problems import retry_seconds, wait_words
from server.spec.catalogue import catalogue
from server.spec.document import api_rows
from tests.world import City


async def test_the_page_and_the_catalogue_tell_the_same(city: City) -> None:
    status, problem = await city.call("GET", "/nowhere", "")
    assert status == 404
    where, _, code = problem["type"].partition("#")
    answer = await city.http.get(where)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    shown = dict(re.findall(r'<h3 id="(\w+)">([^<]*)</h3>', answer.text))
    told = {entry["code"]: entry for entry in catalogue(api_rows(TABLE))}
    assert shown == {name: entry["title"] for name, entry in told.items()}
    assert code in shown
    for entry in told.values():
        assert entry["way_out"] in answer.text.replace("&#34;", '"')


def test_every_refusal_says_what_to_do() -> None:
    """In Chinese, in whole sentences, and not only its title again."""
    for one in every():
        assert one.title() and "\n" not in one.title()
        way = one.way_out()
        assert way.endswith("。") and way.count("。") >= 2, one
        assert one.title().rstrip("。") + "。" != way
    assert sum(len(ones) for ones in by_subject().values()) == len(every())


def test_every_wait_is_said() -> None:
    for one in every():
        assert (retry_seconds(one) is not None) == (one.status in (429, 503))


def test_a_wait_in_words_is_never_shorter_than_in_seconds() -> None:
    said = {1: "1秒", 59: "59秒", 60: "60秒", 119: "119秒", 120: "2分钟", 121: "3分钟"}
    said |= {7199: "120分钟", 7200: "2小时", 86399: "24小时", 86400: "24小时", 172801: "3天"}
    assert {seconds: wait_words(seconds) for seconds in said} == said


async def test_a_limit_says_in_words_how_long_its_header_says(city: City) -> None:
    """Twenty passwords a minute from an address; the words are made of the header's number."""
    city.cache.limited = True
    body = {"username": "nobody", "password": "x" * 12, "code": "123456"}
    answers = [await city.call("POST", "/staff/login", "", body) for _ in range(21)]
    status, problem = answers[-1]
    assert (status, problem["code"]) == (429, "TooManyAttempts")
    assert city.last is not None
    wait = int(city.last.headers["Retry-After"])
    assert 0 < wait <= 60 and problem["retry_after_seconds"] == wait
    assert problem["detail"] == f"请{wait_words(wait)}后再试"


async def test_a_building_behind_one_exit_gets_in(city: City) -> None:
    """A push reaches all at once, and all of them share an address."""
    city.cache.limited = True
    token = await city.login("owner1")
    for _ in range(25):
        status, problem = await city.call("POST", "/login", "", {"code": "guess"})
        assert (status, problem["code"]) == (401, "LoginFailed")
    for _ in range(3):
        assert (await city.call("GET", "/me", token))[0] == 200
