"""Where a step leads when that depends on what it left."""

from rules.cases import Facts, State
from rules.flows import effects as then
from rules.flows.signatures import enough_signed
from rules.flows.table import Fork

S = State


def states(*members: State) -> frozenset[State]:
    """Some states."""
    return frozenset(members)


BEFORE_PAYOUT = states(
    S.POSTING,
    S.NOTICED,
    S.PAUSED,
    S.CLEARED,
    S.REGISTERED,
    S.CONTRACTED,
    S.REQUESTED,
    S.PREPARED,
)
"""From the first poster on, where an objection in time can still pause the case. R7.5."""

WITH_COLLECTION = BEFORE_PAYOUT | states(S.COLLECTING)
"""The same in a flow in which owners pay in before the contract."""


def after_signing(facts: Facts) -> State:
    """Filed with enough heads, else still collecting."""
    return State.FILED if enough_signed(facts) else State.SIGNING


def after_unsigning(facts: Facts) -> State:
    """Below the number it collects again; a returned case stays returned."""
    if facts.state is State.RETURNED:
        return State.RETURNED
    return State.FILED if enough_signed(facts) else State.SIGNING


def after_lobby(facts: Facts) -> State:
    """The period runs when every lobby has evidence. R7.2."""
    if facts.state is State.PAUSED:
        return State.PAUSED
    return State.NOTICED if then.all_posted(facts) else State.POSTING


def after_refused_lobby(facts: Facts) -> State:
    """Posting goes on; a pause stays a pause."""
    return State.PAUSED if facts.state is State.PAUSED else State.POSTING


def after_objection(facts: Facts) -> State:
    """Paused as soon as one is open; a late one changes nothing."""
    return State.PAUSED if facts.open_objections else facts.state


def after_pause(facts: Facts) -> State:
    """Paused while anything is open, else back to where the case was. R7.6."""
    if facts.open_objections or facts.hand_hold:
        return State.PAUSED
    return _still(facts, facts.resume_to or State.PAUSED)


def after_upholding(facts: Facts) -> State:
    """A new plan, or the end."""
    return State.ENDED if facts.upheld_then == "end" else State.ACCEPTED


def after_notice(facts: Facts) -> State:
    """Cleared, or on to where a case had got to that was paused after the fact."""
    return _still(facts, facts.after_notice or State.CLEARED)


def _still(facts: Facts, state: State) -> State:
    """That state; while a case stood still its collection may have become whole, or short."""
    if state in {State.COLLECTING, State.REGISTERED}:
        return by_collection(facts)
    return state


def after_correction(facts: Facts) -> State:
    """A corrected application is filed again; a returned plan is planned anew."""
    came_from = facts.returned_from or State.FILED
    return after_signing(facts) if came_from is State.FILED else State.ACCEPTED


def after_vote(facts: Facts) -> State:
    """Carried, or not: then a second round may be opened. R8.1."""
    carried = facts.vote is not None and facts.vote.passed
    return State.VOTED if carried else State.NOT_CARRIED


def by_collection(facts: Facts) -> State:
    """Registered, but first everything owed is collected. 附件二(二)6."""
    return State.COLLECTING if short(facts) else State.REGISTERED


def by_deposit(facts: Facts) -> State:
    """The special account holds what it must, or waits for it. 附件二(三)3."""
    return State.COLLECTING if short(facts) else State.FUNDED


def short(facts: Facts) -> bool:
    """Whether something that must come in before the contract has not."""
    return facts.collection is not None and not facts.collection.complete


SIGNED = Fork.by_state(
    {S.SIGNING: states(S.SIGNING, S.FILED), S.FILED: states(S.FILED)}, after_signing
)
UNSIGNED = Fork.by_state(
    {
        S.SIGNING: states(S.SIGNING),
        S.FILED: states(S.FILED, S.SIGNING),
        S.RETURNED: states(S.RETURNED),
    },
    after_unsigning,
)
POSTED = Fork.by_state(
    {S.POSTING: states(S.POSTING, S.NOTICED), S.PAUSED: states(S.PAUSED)}, after_lobby
)
UNPOSTED = Fork.by_state(
    {state: states(S.POSTING) for state in (S.POSTING, S.NOTICED, S.CLEARED)}
    | {S.PAUSED: states(S.PAUSED)},
    after_refused_lobby,
)
UPHELD = Fork(states(S.ACCEPTED, S.ENDED), after_upholding)
CORRECTED = Fork(states(S.FILED, S.SIGNING, S.ACCEPTED), after_correction)
CORRECTED_BY_BODY = Fork(states(S.FILED, S.ACCEPTED), after_correction)
FILED_AGAIN = Fork(states(S.FILED), after_correction)
COUNTED = Fork(states(S.VOTED, S.NOT_CARRIED), after_vote)
REGISTERED = Fork(states(S.COLLECTING, S.REGISTERED), by_collection)
OPENED = Fork(states(S.COLLECTING, S.FUNDED), by_deposit)


def objected(before_payout: frozenset[State]) -> Fork:
    """Where an objection leads, from each of these states."""
    return Fork.by_state(
        {state: states(S.PAUSED, state) for state in before_payout}
        | {S.POSTING: states(S.PAUSED), S.PAID: states(S.PAID), S.INSURED: states(S.INSURED)},
        after_objection,
    )


def resumed(before_payout: frozenset[State]) -> Fork:
    """Back to any of these states once nothing is open."""
    return Fork(before_payout, after_pause)


def run_out(before_payout: frozenset[State]) -> Fork:
    """What a notice that ran leads to."""
    return Fork(before_payout - states(S.POSTING, S.NOTICED, S.PAUSED), after_notice)


def gathered(whole: State) -> Fork:
    """Money came in or went back: complete, the contract may be signed; short, it may not."""
    return Fork(states(S.COLLECTING, whole), lambda facts: S.COLLECTING if short(facts) else whole)
