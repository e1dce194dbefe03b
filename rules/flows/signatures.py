"""Who has signed an application, and how many heads that makes. R2.2, R2.3, R5.1."""

from msgspec.structs import replace

from rules.cases import Facts
from rules.roll import distinct_heads


def heads_signed(facts: Facts) -> int:
    """How many different owners have signed, as heads (R2.2, R2.3, R5.1)."""
    return distinct_heads((one.owner_id, frozenset(one.homes)) for one in facts.signers)


def signed_by(facts: Facts, person_id: str) -> bool:
    """Whether a signature in force is of this person."""
    return any(one.person_id == person_id for one in facts.signers)


def adds_nothing(facts: Facts, person_id: str) -> bool:
    """Whether this person signed and the heads would be as many without it: co-owners of a home
    count as one. R2.2, R2.3."""
    left = tuple(one for one in facts.signers if one.person_id != person_id)
    return signed_by(facts, person_id) and heads_signed(
        replace(facts, signers=left)
    ) == heads_signed(facts)


def enough_signed(facts: Facts) -> bool:
    """Whether the application stands: enough heads, or a body that needs none. R5.1."""
    return facts.applicant != "signers" or heads_signed(facts) >= facts.parameters.signers_min
