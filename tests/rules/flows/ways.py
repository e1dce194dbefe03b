"""The flows by name, and the way of a case to which nothing happens."""

from rules.cases import State
from rules.flows import FlowName

FLOW_NAMES: tuple[FlowName, ...] = ("pooled", "household", "independent", "added", "direct")
NOTICED_FLOWS: tuple[FlowName, ...] = ("pooled", "household", "added")
VOTED_FLOWS: tuple[FlowName, ...] = ("household", "added")


def _way(names: str) -> tuple[State, ...]:
    return tuple(State(name) for name in names.split())


_PAID = " contracted requested prepared paid insured"
WAYS: dict[str, tuple[State, ...]] = {
    "pooled": _way("signing filed accepted planned posting noticed cleared registered" + _PAID),
    "household": _way(
        "signing filed accepted planned voting voted posting noticed cleared collecting registered"
        + _PAID
    ),
    "independent": _way("filed accepted planned collecting funded" + _PAID),
    "direct": _way("filed insured"),
}
WAYS["added"] = WAYS["household"]
"""The way of a case to which nothing happens, flow by flow."""
