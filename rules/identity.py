"""Who may speak for an owner, and by what proof: claims, bindings, one live login. R2.5, R2.8.

Name, ID number and home are known to agents, managers and neighbours: together they are a claim.
The phone on the roll, verified by WeChat, or WeChat's face check makes a binding of it; else a
clerk decides on papers.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rules.refusals.people import IdentityMismatch, LoginElsewhere, NothingToReplace

Proof = Literal["phone", "face", "papers"]
HOWS: dict[str, str] = {
    "phone": "微信核验的手机号与名册一致",
    "face": "人脸核身",
    "papers": "凭材料认定",
    "match": "与名册一致（旧）",
}
"""How a binding came to be; `match` is of the time when name, number and home were enough."""
PROVED = ("phone", "face")
"""Ways that prove who somebody is, and not only that one home is theirs."""


@dataclass(frozen=True)
class Claim:
    """Somebody who says to be an owner: what agrees with the roll, and who is bound as that owner
    already. `another`: the login is bound as another natural person."""

    matches: bool
    phone_agrees: bool = False
    face_agrees: bool = False
    natural: bool = True
    another: bool = False
    other_logins: bool = False


def proof_of(claim: Claim) -> Proof:
    """What proves it. Whatever is amiss is one refusal, so that nothing is learnt by asking:
    IdentityMismatch."""
    if not claim.matches or claim.another:
        raise IdentityMismatch()
    if claim.face_agrees:
        return "face"
    if claim.phone_agrees:
        return "phone"
    raise IdentityMismatch()


def may_bind(claim: Claim) -> Proof:
    """What proves it, where nobody has to give way. Raises LoginElsewhere where the one login of a
    natural person is another."""
    proof = proof_of(claim)
    if claim.natural and claim.other_logins:
        raise LoginElsewhere()
    return proof


def may_replace(claim: Claim) -> Proof:
    """What proves it, where the login of a natural person is to give way: the face alone does.
    Raises NothingToReplace where there is none."""
    proof = proof_of(claim)
    if proof != "face":
        raise IdentityMismatch()
    if not (claim.natural and claim.other_logins):
        raise NothingToReplace()
    return proof


WAIT_MINUTES = (0, 0, 0, 0, 0, 1, 5, 15, 60, 240)
"""By how many tries failed, how long the next one waits; beyond it `LONGEST_MINUTES`. R2.8."""
LONGEST_MINUTES = 24 * 60
LIFETIME = 30
"""So many failures of one login, ever, and only the counter helps. R2.8."""


def next_try(failures: int, last: datetime) -> datetime:
    """From when one may try again after so many failures, the last of them then: at once for the
    first few, then later each time, a day at most. R2.8."""
    short = failures < len(WAIT_MINUTES)
    return last + timedelta(minutes=WAIT_MINUTES[failures] if short else LONGEST_MINUTES)
