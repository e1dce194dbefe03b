"""A counted vote as it is published: all of it, and what anybody may read. R8.5, R12.2.

`console/assets/published_vote.txt` describes the documents to those who recount them. The
fingerprint covers the homes' lines, then the figures, then the question, its terms and outcome.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rules.parameters import Threshold
from rules.roll import Totals
from rules.votes.casts import CHOICES
from rules.votes.record import (
    SILENT,
    VOTED,
    RecordRow,
    RollLine,
    proof_of,
    record_leaves,
    record_root,
    roll_root,
    told_apart,
)
from rules.votes.tally import Result
from rules.votes.terms import Purpose, Terms

Edition = Literal["public", "full"]
FORMAT = "elevator-vote-record"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, and when; moments as they are printed (ISO 8601, +08:00)."""

    vote_id: str
    question: str
    purpose: Purpose
    round: int
    opened_at: str
    ends_at: str
    counted_at: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything about a counted vote but who the homes and their owners are.

    `lines` and `rows` are of the same homes in the same order.
    """

    asked: Asked
    terms: Terms
    min_group: int
    lines: Sequence[RollLine]
    rows: Sequence[RecordRow]
    result: Result[Any]

    def root(self) -> str:
        """The fingerprint of it all."""
        return record_root(self.rows, self.closing())

    def leaves(self) -> list[bytes]:
        """The leaves under the fingerprint: a home's is at its place."""
        return record_leaves(self.rows, self.closing())

    def closing(self) -> tuple[str, str]:
        """The figures, and the question with terms and outcome: the lines after the homes'."""
        hidden = told_apart(self.lines, self.min_group)
        figures = {"result": figures_of(self.result), "withheld": self._sums(hidden)}
        outcome = {
            "vote": self._vote(),
            "terms": self._terms(),
            "roll_root": roll_root(self.lines),
            "passed": self.result.passed,
            "homes": len(self.rows),
        }
        return canonical(figures), canonical(outcome)

    @property
    def outcome_only(self) -> bool:
        """Whether so few owners took part that even sums would tell who said what. R12.2."""
        took_part = {
            line.head for line, row in zip(self.lines, self.rows, strict=True) if row.state == VOTED
        }
        return len(took_part) < self.min_group

    def published(self, edition: Edition) -> dict[str, Any]:
        """The document. The public one withholds whose homes could be told apart, and all homes
        where too few took part."""
        if edition == "public" and self.outcome_only:
            return self._outcome()
        hidden = told_apart(self.lines, self.min_group)
        shut = hidden if edition == "public" else frozenset[int]()
        return {
            # Where nothing is withheld there is one edition.
            "edition": "public" if shut else "full",
            **self._head(),
            "homes": [
                _home(line, row, place in shut)
                for place, (line, row) in enumerate(zip(self.lines, self.rows, strict=True))
            ],
            "withheld": self._sums(hidden),
            "result": figures_of(self.result),
        }

    def _head(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "vote": self._vote(),
            "terms": self._terms(),
            "roll_root": roll_root(self.lines),
            "record_root": self.root(),
        }

    def _outcome(self) -> dict[str, Any]:
        leaves = self.leaves()
        return {
            "edition": "outcome",
            **self._head(),
            "passed": self.result.passed,
            "homes": len(self.rows),
            "proof": proof_of(leaves, len(leaves) - 1),
            "why": f"参与表决的业主不足{self.min_group}人，为保护个人信息只公布结果",
        }

    def _vote(self) -> dict[str, Any]:
        asked = self.asked
        return {
            "vote_id": asked.vote_id,
            "question": asked.question,
            "purpose": asked.purpose,
            "round": asked.round,
            "opened_at": asked.opened_at,
            "ends_at": asked.ends_at,
            "counted_at": asked.counted_at,
        }

    def _terms(self) -> dict[str, Any]:
        return {
            "participation": _words(self.terms.participation),
            "agreement": _words(self.terms.threshold),
            "silence": self.terms.silence,
            "split_owner": self.terms.split_owner,
            "min_group": self.min_group,
        }

    def _sums(self, hidden: frozenset[int]) -> dict[str, Any]:
        """What the withheld homes come to; `waiting` are silent owners on whom service is proven,
        where the terms let them follow the majority (R8.2)."""
        heads: dict[int, list[int]] = defaultdict(list)
        for place in sorted(hidden):
            heads[self.lines[place].head].append(place)
        sums: dict[str, Any] = {choice: _share(Totals(0, 0)) for choice in CHOICES}
        waiting = {"homes": 0, **_share(Totals(0, 0))}
        split = 0
        for places in heads.values():
            rows = [self.rows[place] for place in places]
            said = {row.choice for row in rows if row.state == VOTED}
            if len(said) == 1:
                sums[next(iter(said))]["heads"] += 1
            split += len(said) > 1
            for place in places:
                if self.rows[place].state == VOTED:
                    area_cm2 = self.lines[place].area_cm2
                    sums[self.rows[place].choice]["area_cm2"] += area_cm2
            if all(row.state == SILENT for row in rows) and any(row.served for row in rows):
                waiting["homes"] += len(places)
                waiting["heads"] += 1
                waiting["area_cm2"] += sum(self.lines[place].area_cm2 for place in places)
        area_cm2 = sum(self.lines[place].area_cm2 for place in hidden)
        total = {"homes": len(hidden), "heads": len(heads), "area_cm2": area_cm2}
        return {**total, **sums, "split_heads": split, "waiting": waiting}


def record_row(
    pseudonym: str,
    terms: Terms,
    *,
    voice: tuple[str, str, str] | None,
    conflict: bool,
    also: Sequence[str],
    served: bool,
) -> RecordRow:
    """A home's row; `voice` is its choice, nonce and receipt.

    Whether service is proven is told only where it counts: of silent homes, where the terms let
    them follow the majority. Elsewhere it would tell the few who were served from the others.
    """
    if voice is not None:
        choice, nonce, receipt = voice
        return RecordRow(pseudonym, VOTED, choice, nonce, receipt, tuple(sorted(also)))
    if conflict:
        return RecordRow(pseudonym, "conflict", also=tuple(sorted(also)))
    counts = served and terms.silence == "follows_majority"
    return RecordRow(pseudonym, SILENT, served=counts)


def figures_of(result: Result[Any]) -> dict[str, Any]:
    """Every figure of a result, and its calculation in words."""
    return {
        "passed": result.passed,
        "total": _share(result.total),
        "participating": _share(result.participating),
        "agree": _share(result.agree),
        "against": _share(result.against),
        "abstain": _share(result.abstain),
        "split_heads": result.split_heads,
        "participating_homes": len(result.voices),
        "conflict_homes": len(result.conflicts),
        "silent_homes": len(result.silent),
        "followed_homes": len(result.followed),
        "reasons": list(result.reasons),
    }


def canonical(told: Mapping[str, Any]) -> str:
    """The one text of a JSON object: keys sorted, no spaces, nothing escaped that need not be."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _home(line: RollLine, row: RecordRow, shut: bool) -> dict[str, Any]:
    """A home's entry. Where it is shut its leaf of the roll stands in for what it owns."""
    return {
        "nth": line.nth,
        "pseudonym": line.pseudonym,
        "head": None if shut else line.head,
        "area_cm2": None if shut else line.area_cm2,
        "developer_held": None if shut else line.developer_held,
        "salt": None if shut else line.salt,
        "roll_leaf": line.leaf().hex(),
        "state": row.state,
        "choice": row.choice,
        "nonce": row.nonce,
        "receipt": row.receipt,
        "also": sorted(row.also),
        "served": row.served,
    }


def _share(totals: Totals) -> dict[str, int]:
    return {"heads": totals.heads, "area_cm2": totals.area_cm2}


def _words(threshold: Threshold) -> str:
    sign = ">" if threshold.exceed else ">="
    return f"{sign}{threshold.numerator}/{threshold.denominator}"
