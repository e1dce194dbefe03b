"""What must be paid in before a contract: owed parts of homes, special accounts. Section 6."""

from typing import Any

from msgspec.structs import replace

from rules.cases import By, CollectionFact, Facts, FilePlan, Gather, OpenAccount, RequestPayout
from rules.events.base import Event
from rules.events.votes import AccountOpened, CollectionChanged, CollectionComplete
from rules.flows.effects import Outcome, happened
from rules.flows.table import Moment, of_body
from rules.refusals.cases import NotAllowedNow, PapersMissing, SumsDiffer
from rules.refusals.votes import SharesDiffer

WITHOUT_NOTICE = frozenset({"contract", "invoice"})
"""What must lie before a payout where nothing was posted. 附件二(三)4."""


@of_body
def says_what_is_owed(facts: Facts, act: FilePlan, by: By, at: Moment) -> None:
    """Where owners pay, a plan says what has to come in, be it nothing: else no contract would
    wait for it. 附件二(二)3、6."""
    if act.owed_fen is None or act.owed_fen < 0 or act.gathered_fen < 0:
        raise SharesDiffer("方案须列明须归集的金额")


def not_yet_contracted(facts: Facts, act: object, by: By, at: Moment) -> None:
    """What was whole at the contract stays as it is, also while the case is paused."""
    if facts.contract is not None:
        raise NotAllowedNow("合同已登记，归集已结束", state=facts.state.value)


@of_body
def sums_are_sums(facts: Facts, act: OpenAccount | Gather, by: By, at: Moment) -> None:
    """Nothing is owed below zero, and what came in is what is in the books."""
    if act.needed_fen < 0 or act.gathered_fen < 0:
        raise SumsDiffer("归集金额不能小于零")


@of_body
def contract_and_invoice(facts: Facts, act: RequestPayout, by: By, at: Moment) -> None:
    """Contract and invoice; nothing was posted, so there are no images of a notice. 二(三)4."""
    missing = WITHOUT_NOTICE - act.papers
    if missing:
        raise PapersMissing(missing=sorted(missing))


def open_account(facts: Facts, act: OpenAccount, by: By, at: Moment) -> Outcome:
    """The special account stands, and what it must hold is said. 附件二(三)2、3."""
    facts = replace(facts, collection=_collection(act))
    data: dict[str, Any] = {"needed_fen": act.needed_fen, "gathered_fen": act.gathered_fen}
    return facts, (happened(AccountOpened, facts, at, **data),)


def gather(facts: Facts, act: Gather, by: By, at: Moment) -> Outcome:
    """So much is there now; that it became whole is told once. 附件二(二)6."""
    was_complete = facts.collection is not None and facts.collection.complete
    facts = replace(facts, collection=_collection(act))
    assert facts.collection is not None
    data: dict[str, Any] = {"needed_fen": act.needed_fen, "gathered_fen": act.gathered_fen}
    events: list[Event] = [happened(CollectionChanged, facts, at, **data)]
    if facts.collection.complete and not was_complete:
        events.append(happened(CollectionComplete, facts, at, **data))
    return facts, tuple(events)


def _collection(act: OpenAccount | Gather) -> CollectionFact:
    return CollectionFact(needed_fen=act.needed_fen, gathered_fen=act.gathered_fen)
