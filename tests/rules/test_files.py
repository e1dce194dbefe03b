"""Who reads ballots before and after the count, and what papers are called. R8.5, R8.7, R12.6."""

from datetime import date
from uuid import uuid4

import pytest

from rules.files import (
    APPLICANTS_SEE,
    OWNERS_SEE,
    Scanned,
    kinds_for,
    name_of,
    plain_name,
    sees_ballots,
)
from rules.people import Role

FIRST, SECOND, OTHER = uuid4(), uuid4(), uuid4()
CLERK, AUDITOR = frozenset({Role.CLERK}), frozenset({Role.AUDITOR})


@pytest.mark.parametrize(
    ("second", "waits", "open_", "seen"),
    [
        (None, True, True, {"first", "clerk"}),
        (SECOND, False, True, {"first", "second"}),
        (SECOND, False, False, {"auditor"}),
        (None, True, False, {"auditor"}),
    ],
)
def test_ballots_are_seen_by_who_keys_them_and_then_by_the_auditor(
    second: object, waits: bool, open_: bool, seen: set[str]
) -> None:
    batch = Scanned(FIRST, SECOND if second else None, waits, open_)
    readers = {"first": (FIRST, CLERK), "clerk": (OTHER, CLERK), "auditor": (OTHER, AUDITOR)}
    if second:
        readers["second"] = (SECOND, CLERK)
    assert {who for who, asked in readers.items() if sees_ballots(batch, *asked)} == seen
    assert not sees_ballots(batch, OTHER, frozenset({Role.ADMINISTRATOR, Role.FINANCE}))


def test_neither_bureau_nor_administrator_reads_a_homes_papers() -> None:
    for role in (Role.BUREAU, Role.ADMINISTRATOR, Role.INSURER, Role.STREET):
        assert kinds_for(frozenset({role})) == frozenset()
    assert kinds_for(CLERK) >= {"claim", "receipt", "objection"}
    assert kinds_for(frozenset({Role.FINANCE})) & {"claim", "objection", "proxy"} == frozenset()


def test_applicants_see_no_money_of_homes() -> None:
    assert APPLICANTS_SEE > OWNERS_SEE
    assert not APPLICANTS_SEE & {"receipt", "refund", "claim", "objection"}


def test_a_paper_is_called_by_us() -> None:
    assert name_of("receipt", date(2025, 9, 15), "image/jpeg") == "缴款凭据-20250915.jpg"
    assert name_of("", date(2025, 9, 15), "application/pdf") == "材料-20250915.pdf"
    assert name_of("plan", date(2025, 9, 15), "text/html") == "保险方案-20250915.bin"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("不动产权证\u202efdp.exe", "不动产权证fdp.exe"),
        ("a\u2028b\u2029c\u0085d", "abcd"),
        ("合同\u200b.pdf", "合同.pdf"),
        ("李〇.jpg", "李〇.jpg"),
    ],
)
def test_the_senders_name_is_text(sent: str, kept: str) -> None:
    assert plain_name(sent) == kept
