"""The tree and the chain against naive references; any change is noticed. R12.3."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.log import (
    EMPTY_HEAD,
    GENESIS,
    Event,
    Tree,
    canonical,
    consistency_path,
    consistent,
    included,
    inclusion_path,
    leaf_hash,
    link,
    microseconds,
    node_hash,
    plain,
    prove,
    subtrees,
    tree_head,
)

SIZES = range(0, 33)


def hash_of(*parts: bytes) -> bytes:
    return sha256(b"".join(parts)).digest()


# --- the reference: RFC 6962, 2.1 written down as it stands there, recursively


def naive_head(data: list[bytes]) -> bytes:
    if not data:
        return hash_of()
    if len(data) == 1:
        return hash_of(b"\x00", data[0])
    k = 1
    while k * 2 < len(data):
        k *= 2
    return hash_of(b"\x01", naive_head(data[:k]), naive_head(data[k:]))


def naive_path(m: int, data: list[bytes]) -> list[bytes]:
    if len(data) == 1:
        return []
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m < k:
        return [*naive_path(m, data[:k]), naive_head(data[k:])]
    return [*naive_path(m - k, data[k:]), naive_head(data[:k])]


def naive_proof(m: int, data: list[bytes], whole: bool = True) -> list[bytes]:
    if m == len(data):
        return [] if whole else [naive_head(data)]
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m <= k:
        return [*naive_proof(m, data[:k], whole), naive_head(data[k:])]
    return [*naive_proof(m - k, data[k:], False), naive_head(data[:k])]


def entries(size: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(size)]


def grown(data: list[bytes]) -> dict[tuple[int, int], bytes]:
    tree = Tree()
    return dict(node for entry in data for node in tree.add(leaf_hash(entry)))


# --- the tree


def test_known_answers() -> None:
    """Derived by hand from the RFC's text with sha256sum: empty, one leaf, three leaves."""
    assert tree_head([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    # printf '\0' | sha256sum: the hash of an empty leaf
    assert leaf_hash(b"").hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    a, b, c = (hash_of(b"\x00", letter) for letter in (b"a", b"b", b"c"))
    three = hash_of(b"\x01", hash_of(b"\x01", a, b), c)
    assert tree_head([leaf_hash(letter) for letter in (b"a", b"b", b"c")]) == three
    assert included(c, 2, 3, [hash_of(b"\x01", a, b)], three)
    assert consistent(2, hash_of(b"\x01", a, b), 3, three, [c])


def test_leaves_and_nodes_are_told_apart() -> None:
    """Without the prefixes an inner node could be passed off as a leaf."""
    left, right = leaf_hash(b"l"), leaf_hash(b"r")
    assert leaf_hash(left + right) != node_hash(left, right)


@pytest.mark.parametrize("size", SIZES)
def test_heads_and_proofs_are_the_references(size: int) -> None:
    data = entries(size)
    nodes = grown(data)
    head = tree_head([leaf_hash(entry) for entry in data])
    assert head == naive_head(data)
    for index in range(size):
        proof = prove(inclusion_path(index, size), nodes.__getitem__)
        assert proof == naive_path(index, data)
        assert included(leaf_hash(data[index]), index, size, proof, head)
    for old in range(1, size + 1):
        proof = prove(consistency_path(old, size), nodes.__getitem__)
        assert proof == naive_proof(old, data)
        assert consistent(old, naive_head(data[:old]), size, head, proof)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_change_removal_or_reorder_is_noticed(data: st.DataObject) -> None:
    """Whoever kept the old head cannot be shown a tree that does not begin with its leaves."""
    size = data.draw(st.integers(2, 40))
    old = data.draw(st.integers(1, size))
    honest = entries(size)
    index = data.draw(st.integers(0, old - 1))
    forged = list(honest)
    match data.draw(st.sampled_from(["change", "remove", "swap"])):
        case "change":
            forged[index] += b"!"
        case "remove":
            del forged[index]
            forged.append(b"padding")
        case _:
            other = data.draw(st.integers(0, size - 1).filter(lambda nth: nth != index))
            forged[index], forged[other] = forged[other], forged[index]
    nodes = grown(forged)
    head = tree_head([leaf_hash(entry) for entry in forged])
    assert head != naive_head(honest)
    proof = prove(consistency_path(old, size), nodes.__getitem__)
    assert not consistent(old, naive_head(honest[:old]), size, head, proof)
    shown = prove(inclusion_path(index, size), nodes.__getitem__)
    assert not included(leaf_hash(honest[index]), index, size, shown, head)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_proof_fits_one_place_only(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 40))
    index, other = data.draw(
        st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True)
    )
    whole = entries(size)
    head = naive_head(whole)
    proof = naive_path(index, whole)
    leaf = leaf_hash(whole[index])
    assert not included(leaf, other, size, proof, head)
    assert not included(leaf, index, size, [*proof, head], head)
    assert not included(leaf, index, size, proof[:-1], head)
    assert not included(leaf, index, size, [*proof[:-1], bytes(32)], head)
    assert not included(leaf, size, size, proof, head)
    assert not included(leaf, -1, size, proof, head)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_spoilt_consistency_proof_fails(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 40))
    old = data.draw(st.integers(1, size - 1))
    whole = entries(size)
    before, head, proof = naive_head(whole[:old]), naive_head(whole), naive_proof(old, whole)
    place = data.draw(st.integers(0, len(proof) - 1))
    spoilt = [*proof[:place], bytes(32), *proof[place + 1 :]]
    assert not consistent(old, before, size, head, spoilt)
    assert not consistent(old, before, size, head, proof[1:])
    assert not consistent(old, head, size, head, proof)
    assert not consistent(size, head, old, before, proof)


def test_the_empty_tree_begins_every_tree() -> None:
    head = naive_head(entries(5))
    assert consistent(0, EMPTY_HEAD, 5, head, [])
    assert not consistent(0, head, 5, head, [])
    assert consistent(5, head, 5, head, [])
    assert not consistent(5, head, 5, head, [head])
    assert not consistent(5, EMPTY_HEAD, 5, head, [])


@pytest.mark.parametrize("size", SIZES)
def test_a_tree_goes_on_from_its_tops(size: int) -> None:
    """Sealing in batches gives the same tree as growing it at once."""
    data = entries(40)
    nodes = grown(data[:size])
    tree = Tree(size, [nodes[place] for place in subtrees(0, size)])
    assert tree.head() == naive_head(data[:size])
    for entry in data[size:]:
        tree.add(leaf_hash(entry))
    assert tree.head() == naive_head(data)


def test_what_is_no_place_in_a_tree_is_refused() -> None:
    for wrong in (lambda: subtrees(1, 3), lambda: subtrees(3, 1), lambda: subtrees(-2, 0)):
        with pytest.raises(ValueError):
            wrong()
    with pytest.raises(ValueError):
        inclusion_path(3, 3)
    with pytest.raises(ValueError):
        consistency_path(4, 3)
    with pytest.raises(ValueError):
        Tree(3, [bytes(32)])


def test_a_large_tree_needs_neither_recursion_nor_long_proofs() -> None:
    assert len(inclusion_path(2**39, 2**40 - 1)) <= 40
    assert len(consistency_path(2**39 + 1, 2**40 - 1)) <= 41


# --- events

EVENT = Event(
    id=UUID(int=1),
    subject_kind="case",
    subject_id=UUID(int=2),
    kind="Objected",
    body={"b": 1, "a": ["某", {"z": None, "y": True}]},
    actor_kind="person",
    actor_id=UUID(int=3),
    role="owner",
    why="费用过高",
    request_id="r-1",
    at=datetime(2025, 3, 3, 8, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8))),
)


def test_the_canonical_text_is_fixed_for_ever() -> None:
    """Changing the encoding would make every old event look altered."""
    assert canonical(EVENT).decode() == (
        '{"actor_id":"00000000-0000-0000-0000-000000000003","actor_kind":"person",'
        '"at":1740960000123456,"body":{"a":["某",{"y":true,"z":null}],"b":1},'
        '"id":"00000000-0000-0000-0000-000000000001","kind":"Objected","request_id":"r-1",'
        '"role":"owner","subject_id":"00000000-0000-0000-0000-000000000002",'
        '"subject_kind":"case","why":"费用过高"}'
    )


def test_the_same_moment_in_another_zone_is_the_same_event() -> None:
    assert canonical(EVENT) == canonical(replace(EVENT, at=EVENT.at.astimezone(UTC)))
    assert microseconds(datetime(1970, 1, 1, tzinfo=UTC) - timedelta(microseconds=1)) == -1


@pytest.mark.parametrize(
    "change",
    [
        {"id": UUID(int=9)},
        {"subject_kind": "home"},
        {"subject_id": UUID(int=9)},
        {"kind": "Signed"},
        {"body": {}},
        {"actor_kind": "staff"},
        {"actor_id": None},
        {"role": "clerk"},
        {"why": ""},
        {"request_id": "r-2"},
        {"at": EVENT.at + timedelta(microseconds=1)},
    ],
)
def test_every_field_is_covered_by_the_hash(change: dict[str, object]) -> None:
    other = replace(EVENT, **change)
    assert link(GENESIS, canonical(other)) != link(GENESIS, canonical(EVENT))


def test_a_link_covers_what_went_before() -> None:
    assert link(GENESIS, b"x") != link(link(GENESIS, b"y"), b"x")


@pytest.mark.parametrize(
    "body", [{"a": 1.5}, {"a": [float("nan")]}, {"a": "\x00"}, {"\x00": 1}, [1], "text"]
)
def test_a_body_that_would_not_come_back_is_refused(body: object) -> None:
    with pytest.raises(ValueError):
        plain(body)  # type: ignore[arg-type]


def test_a_body_nested_too_deeply_is_refused() -> None:
    body: dict[str, object] = {}
    for _ in range(40):
        body = {"in": body}
    with pytest.raises(ValueError):
        plain(body)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError):
        canonical(replace(EVENT, at=datetime(2025, 3, 3)))


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
)
bodies = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text("ab"), inner)),
)


@settings(max_examples=50, deadline=None)
@given(bodies)
def test_a_body_survives_being_written_down(body: dict[str, object]) -> None:
    """Key order and whitespace, which `jsonb` does not keep, do not matter."""
    again = msgspec.json.decode(msgspec.json.encode(dict(reversed(body.items()))))
    assert canonical(replace(EVENT, body=again)) == canonical(replace(EVENT, body=body))
