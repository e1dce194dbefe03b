"""Fingerprints, receipts, proofs, and who is withheld. R8.3, R8.5, R12.2."""

from collections import defaultdict
from dataclasses import fields, replace
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.log import included
from rules.parameters import DEFAULT
from rules.votes import (
    RecordRow,
    RollLine,
    proof_of,
    receipt_of,
    record_root,
    roll_root,
    terms_of,
    told_apart,
)
from rules.votes.editions import record_row
from rules.votes.record import record_leaves
from tests.rules.votes.counted import some_record

LINE = RollLine(1, "AAAA", 1, 800_000, False, "0" * 32)
ROW = RecordRow("AAAA", "voted", "agree", "1" * 32, "2" * 64, ("3" * 64,), True)


def test_a_receipt_fixes_the_ballot() -> None:
    """R8.5: made of vote, home, choice and a nonce; any other of them gives another receipt."""
    assert receipt_of("v", "P", "agree", "0f") == sha256(b"ballot|v|P|agree|0f").hexdigest()
    parts = ("v", "P", "agree", "0f")
    for at in range(4):
        other = [part + "x" if at == nth else part for nth, part in enumerate(parts)]
        assert receipt_of(*other) != receipt_of(*parts)


@pytest.mark.parametrize("one", [LINE, ROW])
def test_every_part_of_a_line_is_under_its_leaf(one: RollLine | RecordRow) -> None:
    for field in fields(one):
        value = getattr(one, field.name)
        other = (
            not value
            if isinstance(value, bool)
            else value + (1 if isinstance(value, int) else ("x",) if field.name == "also" else "x")
        )
        assert replace(one, **{field.name: other}).leaf() != one.leaf(), field.name


def test_the_roots_of_few() -> None:
    """RFC 6962: of none the hash of nothing, of one its leaf, of two their node."""
    other = replace(LINE, nth=2, pseudonym="BBBB")
    assert roll_root([]) == sha256(b"").hexdigest()
    assert roll_root([LINE]) == LINE.leaf().hex()
    assert roll_root([LINE, other]) == sha256(b"\x01" + LINE.leaf() + other.leaf()).hexdigest()
    assert roll_root([LINE, other]) != roll_root([other, LINE])
    assert record_root([ROW], ["x"]) != record_root([ROW], ["y"]) != record_root([ROW])


def test_every_leaf_of_a_record_is_proven_under_its_root() -> None:
    chance = Random(3)
    for _ in range(30):
        record = some_record(chance)
        leaves = record.leaves()
        assert leaves == record_leaves(record.rows, record.closing())
        assert len(leaves) == len(record.rows) + 2
        root = bytes.fromhex(record.root())
        for at, leaf in enumerate(leaves):
            proof = [bytes.fromhex(part) for part in proof_of(leaves, at)]
            assert included(leaf, at, len(leaves), proof, root)
            assert not included(leaves[at - 1], at, len(leaves), proof, root)


def test_no_two_votes_have_one_fingerprint() -> None:
    """R8.5: question, terms, figures and outcome are covered as the rows are."""
    record = some_record(Random(5))
    changed = [
        replace(record, asked=replace(record.asked, question="另一件事")),
        replace(record, asked=replace(record.asked, counted_at="2026-03-18T00:02:00+08:00")),
        replace(record, terms=replace(record.terms, silence="follows_majority")),
        replace(record, terms=replace(record.terms, split_owner="no_head")),
        replace(record, min_group=record.min_group + 1),
        replace(record, result=replace(record.result, passed=not record.result.passed)),
        replace(record, result=replace(record.result, reasons=())),
        replace(record, lines=[replace(record.lines[0], salt="f" * 32), *record.lines[1:]]),
    ]
    roots = {one.root() for one in (record, *changed)}
    if record.terms.silence == "follows_majority" or record.terms.split_owner == "no_head":
        assert len(roots) >= len(changed) - 1
    else:
        assert len(roots) == len(changed) + 1


def test_service_is_told_where_it_counts_alone() -> None:
    """Else the few who were served would be told from the others."""
    follows = terms_of(replace(DEFAULT, vote_silence="follows_majority"), "use")
    voice = ("agree", "0" * 32, "1" * 64)
    for terms in (follows, terms_of(DEFAULT, "use")):
        silent = record_row("A", terms, voice=None, conflict=False, also=(), served=True)
        assert silent.served is (terms is follows)
        for said, conflict in ((voice, False), (None, True)):
            row = record_row(
                "A", terms, voice=said, conflict=conflict, also=("9", "8"), served=True
            )
            assert row.served is False and row.also == ("8", "9")


def lines_of(heads: list[list[int]], held: int = -1) -> list[RollLine]:
    """The homes of these owners, by area; one of them may be the developer."""
    return [
        RollLine(nth, f"P{nth}", head, area, head - 1 == held, "0" * 32)
        for nth, (head, area) in enumerate(
            ((head, area) for head, areas in enumerate(heads, start=1) for area in areas), start=1
        )
    ]


def hidden(heads: list[list[int]], min_group: int, held: int = -1) -> list[int]:
    """The owners that are withheld."""
    lines = lines_of(heads, held)
    return sorted({lines[place].head for place in told_apart(lines, min_group)})


def test_whoever_has_enough_of_their_like_is_shown() -> None:
    assert hidden([[9]] * 5, 5) == []
    assert hidden([[9]] * 4, 5) == [1, 2, 3, 4]


def test_the_rare_are_hidden_by_the_next_rarest() -> None:
    """One of a kind would be known by being the one that is missing."""
    assert hidden([[9]] * 6 + [[8]] * 7 + [[7]], 5) == [1, 2, 3, 4, 5, 6, 14]
    assert hidden([[9]] * 6 + [[8], [7], [6], [5], [4]], 5) == [7, 8, 9, 10, 11]


def test_owners_of_several_homes_and_the_developer_are_told_apart() -> None:
    """By how many homes they have, though each of the homes is like many."""
    assert hidden([[9]] * 12 + [[9, 9]], 2) == list(range(1, 14))
    assert hidden([[9]] * 12 + [[9, 9], [9, 9]], 2) == []
    assert hidden([[9]] * 6 + [[8]] * 7 + [[9]], 2, held=13) == [1, 2, 3, 4, 5, 6, 14]


@given(
    st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=2), min_size=1, max_size=25),
    st.integers(1, 6),
)
def test_nobody_shown_is_fewer_than_the_group_and_nobody_hidden(
    heads: list[list[int]], min_group: int
) -> None:
    lines = lines_of(heads)
    away = set(hidden(heads, min_group))
    alike: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for number, areas in enumerate(heads, start=1):
        alike[tuple(sorted(areas))].add(number)
    for owners in alike.values():
        assert owners <= away or not owners & away, "all of a kind, or none"
        assert owners <= away or len(owners) >= min_group
    assert not away or len(away) >= min(min_group, len(heads))
    places = told_apart(lines, min_group)
    assert places == {at for at, line in enumerate(lines) if line.head in away}
