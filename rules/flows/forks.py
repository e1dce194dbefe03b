"""Where a step leads when that depends on what it left."""

from rules.cases import Facts, State
from rules.flows import effects as then
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


def after_signing(facts: Facts) -> State:
    """Filed with enough heads, else still collecting."""
    return State.FILED if then.enough_signed(facts) else State.SIGNING


def after_unsigning(facts: Facts) -> State:
    """Below the number it collects again; a returned case stays returned."""
    if facts.state is State.RETURNED:
        return State.RETURNED
    return State.FILED if then.enough_signed(facts) else State.SIGNING


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
    return facts.resume_to or State.PAUSED


def after_upholding(facts: Facts) -> State:
    """A new plan, or the end."""
    return State.ENDED if facts.upheld_then == "end" else State.ACCEPTED


def after_notice(facts: Facts) -> State:
    """Cleared, or on to where a case had got to that was paused after the fact."""
    return facts.after_notice or State.CLEARED


def after_correction(facts: Facts) -> State:
    """A corrected application is filed again; a returned plan is planned anew."""
    came_from = facts.returned_from or State.FILED
    return after_signing(facts) if came_from is State.FILED else State.ACCEPTED


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
OBJECTED = Fork.by_state(
    {state: states(S.PAUSED, state) for state in BEFORE_PAYOUT}
    | {S.POSTING: states(S.PAUSED), S.PAID: states(S.PAID), S.INSURED: states(S.INSURED)},
    after_objection,
)
RESUMED = Fork(BEFORE_PAYOUT, after_pause)
UPHELD = Fork(states(S.ACCEPTED, S.ENDED), after_upholding)
RUN_OUT = Fork(BEFORE_PAYOUT - states(S.POSTING, S.NOTICED, S.PAUSED), after_notice)
CORRECTED = Fork(states(S.FILED, S.SIGNING, S.ACCEPTED), after_correction)
