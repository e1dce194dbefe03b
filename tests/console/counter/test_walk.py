"""Whatever a role may do is reached from its desk by clicking; every page keeps the contract."""

import pytest

from console.counter.book import DO, book
from rules.people import STAFF, Role
from server.operations import TABLE
from tests.console.counter.walk import Walk

SCANNED = "what a code on paper opens, scanned with a phone"
NOT_BY_CLICKING = {
    "get_lobby_task": SCANNED,
    "post_evidence": SCANNED,
    "post_last_photo": SCANNED,
    "get_paper_ballot": SCANNED,
    "witness_log_head": "signed by a program with the witness's own key",
    "propose_witness_ending": "asked with a witness that only the public list names",
}
"""What no page of the counter leads to, and why."""
NOT_FOR = {
    (Role.REVIEWER, "list_binding_acts"): "asked with a binding that only clerks look up by home",
}

ROLES = sorted(STAFF)


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_do_is_reached_from_its_desk(role: Role) -> None:
    """Each page on the way is drawn from the examples, and keeps the contract of pages."""
    walk = Walk(role).go()
    may = {op.name for op in TABLE if role in op.who and op.name in book().by_name}
    missing = may - walk.reached - NOT_BY_CLICKING.keys()
    assert missing == {name for who, name in NOT_FOR if who == role}
    assert walk.lost == set()
    assert len(walk.pages) > 30


def test_every_write_has_one_form_and_no_two_share_an_address() -> None:
    writes = [page for page in book().by_name.values() if page.form]
    assert len({page.path for page in writes}) == len(writes)
    assert {page.url(dict.fromkeys(page.parts, "x"))[: len(DO)] for page in writes} == {DO}


def test_what_is_on_no_page_is_still_there_to_be_clicked() -> None:
    assert NOT_BY_CLICKING.keys() <= book().by_name.keys()
