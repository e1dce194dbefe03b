"""Which papers a case offers, looked at in every place of every flow. R9.5."""

from collections import defaultdict

from rules.cases import OVER, By, State
from rules.flows import FLOWS
from rules.paperwork import ISSUED, PaperKind, kinds_readable
from rules.people import Role
from tests.rules.flows.walk import walked

NEEDED = {
    PaperKind.PLAN: lambda facts: facts.version > 0,
    PaperKind.REGISTRATION: lambda facts: facts.registration_number,
    PaperKind.CORRECTION: lambda facts: facts.correction_due_at,
    PaperKind.PAYOUT_APPROVAL: lambda facts: facts.payout and facts.contract,
    PaperKind.PAYMENT_NOTICE: lambda facts: facts.payout and facts.payout.approved_by,
    PaperKind.PAYMENT_REMINDER: lambda facts: facts.collection and not facts.collection.complete,
}
"""What a paper cannot do without."""


def test_every_paper_is_offered_somewhere_on_the_walk() -> None:
    """Where all that it says is known, in every place of every flow; each in some."""
    seen: dict[PaperKind, set[tuple[str, State]]] = defaultdict(set)
    for flow in FLOWS:
        for facts in walked(flow).places.values():
            for kind, issued in ISSUED.items():
                if issued.offered(facts):
                    assert kind not in NEEDED or NEEDED[kind](facts), (kind, flow, facts.state)
                    seen[kind].add((flow, facts.state))
    assert set(seen) == set(PaperKind)
    assert {state for _, state in seen[PaperKind.REJECTION]} == {State.REJECTED}
    assert "pooled" not in {flow for flow, _ in seen[PaperKind.PAYMENT_REMINDER]}
    assert "direct" not in {flow for flow, _ in seen[PaperKind.PAYMENT_NOTICE]}
    accepted = {state for _, state in seen[PaperKind.ACCEPTANCE]}
    assert not accepted & (OVER | {State.SIGNING, State.FILED, State.RETURNED})


def by(role: Role, *, applicant: bool = False) -> By:
    return By(roles=frozenset({role}), id="x", applicant=applicant)


def test_who_prints_and_who_reads() -> None:
    """Auditors read and print nothing; an owner who does not apply has none; objections are the
    caseworkers'. R7.8, R12.2."""
    auditor, owner = by(Role.AUDITOR), by(Role.OWNER)
    assert not any(one.may_print(auditor) for one in ISSUED.values())
    assert set(kinds_readable(auditor)) == set(PaperKind)
    assert kinds_readable(owner) == []
    finance = by(Role.FINANCE)
    assert PaperKind.OBJECTION_RECEIPT not in kinds_readable(finance)
    applicant = by(Role.OWNER, applicant=True)
    assert PaperKind.PAYOUT_APPROVAL not in kinds_readable(applicant)
    assert PaperKind.REGISTRATION in kinds_readable(applicant)
