"""The engine of all flows: a table of steps, and the three questions asked of it.

`step` does an act, `options` tells what somebody may do next and why not, `walk` of the tests
goes through every row. A flow is data (`rules.flows.pooled`); there is no other mechanism.
"""

from rules.flows.engine import (
    FLOWS,
    AnyFlow,
    Due,
    FlowName,
    deadlines,
    flow_of,
    row_for,
    state_title,
    step,
)
from rules.flows.flow import Flow
from rules.flows.options import Me, Option, options
from rules.flows.table import Fork, Moment, Step

__all__ = [
    "FLOWS",
    "AnyFlow",
    "Due",
    "Flow",
    "FlowName",
    "Fork",
    "Me",
    "Moment",
    "Option",
    "Step",
    "deadlines",
    "flow_of",
    "options",
    "row_for",
    "state_title",
    "step",
]
