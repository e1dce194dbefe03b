"""Insurance bought directly from an insurer, as a table: the plan's 四(四), section 6.

The system only records the policy, so that the elevators show as covered (R5.5).
"""

from rules.cases import RecordPolicy, State
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows.actors import BODIES, CLERKS
from rules.flows.ending import lapsed, put_right, rejected, returned, taken_back
from rules.flows.flow import Flow
from rules.flows.forks import states
from rules.flows.money import Purse
from rules.flows.table import Step
from rules.people import AGENTS

S = State

WHO = BODIES | AGENTS

_STEPS = (
    Step(
        states(S.FILED),
        RecordPolicy,
        S.INSURED,
        CLERKS,
        "四(四)；R5.5",
        "核对并登记保险单",
        (check.recorded_in_order,),
        then.record_policy,
    ),
    returned(states(S.FILED)),
    put_right(WHO, fork.FILED_AGAIN),
    rejected(states(S.FILED, S.RETURNED), "不予登记"),
    taken_back(states(S.FILED, S.RETURNED), WHO, title="撤回申报"),
    lapsed(states(S.RETURNED), "correction.days"),
)

DIRECT = Flow(
    name="direct",
    title="直接投保",
    clause="四(四)",
    steps=_STEPS,
    applicants=frozenset({"independent", "committee", "manager"}),
    purse=Purse.NONE,
    money=(),
    records_policy=True,
    titles={S.FILED: "已申报，待核对保险单"},
)
