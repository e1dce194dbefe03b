"""Counted votes by chance, as they would stand in the tables, and their published documents."""

import base64
from dataclasses import replace
from random import Random
from typing import Any

from rules.roll import head_numbers
from rules.votes import Cast, RollHome, RollLine, receipt_of, stand, tally
from rules.votes.editions import Asked, Record, record_row
from tests.rules.votes.chance import some_casts, some_roll, some_terms

VOTE = "5e8a1f0c-6f39-4a4e-9d1b-0c5a2f7b8e11"
ASKED = Asked(
    VOTE,
    "是否同意为石榴苑1栋的电梯投保？\n年保费合计2,500.00元，\u201c按面积\u201d分摊",
    "use",
    1,
    "2026-03-02T09:00:00+08:00",
    "2026-03-18T00:00:00+08:00",
    "2026-03-18T00:01:00+08:00",
)


def text_of(chance: Random, size: int) -> str:
    """Hex digits by chance."""
    return f"{chance.getrandbits(size * 4):0{size}x}"


def some_record(chance: Random) -> Record:
    """A vote of a roll in which some owners are alike and some are not, counted by the engine."""
    terms, _ = some_terms(chance)
    size = chance.choice((4, 14, 40, 80))
    areas = [chance.randint(200_000, 2_000_000) for _ in range(chance.choice((1, 1, 2, 3, 30)))]
    roll = [replace(one, area_cm2=chance.choice(areas)) for one in some_roll(chance, size)]
    casts = some_casts(chance, roll, chance.choice((3, 300, 300)))
    return record_of(chance, roll, casts, terms, chance.choice((2, 2, 3, 5)))


def record_of(
    chance: Random, roll: list[RollHome[str]], casts: list[Cast[str]], terms: Any, min_group: int
) -> Record:
    """The record of these words, by the way of the counting job: pseudonyms, lines, rows."""
    drawn = {base64.b32encode(chance.randbytes(10)).decode()[:12] for _ in roll}
    assert len(drawn) == len(roll)
    homes = list(zip(sorted(drawn), chance.sample(roll, len(roll)), strict=True))
    heads = head_numbers([home for _, home in homes])
    lines, rows = [], []
    for nth, (name, home) in enumerate(homes, start=1):
        salt = text_of(chance, 32)
        head, area, held = heads[nth - 1], home.area_cm2, home.developer_held
        lines.append(RollLine(nth, name, head, area, held, salt))
        words = [
            one for one in casts if one.home_id == home.home_id and one.owner_id in home.owners
        ]
        states = stand(home, words, terms)
        voice, beside = None, []
        for word, state in zip(words, states, strict=True):
            nonce = text_of(chance, 32)
            receipt = receipt_of(VOTE, name, word.choice, nonce)
            if state == "valid":
                voice = (word.choice, nonce, receipt)
            elif state in ("concurring", "contested"):
                beside.append(receipt)
        conflict = "contested" in states
        rows.append(
            record_row(name, terms, voice=voice, conflict=conflict, also=beside, served=home.served)
        )
    return Record(ASKED, terms, min_group, lines, rows, tally(roll, casts, terms))
