"""Insurance bought directly from an insurer, as a table: the plan's 四(四), section 6.

The system only records the policy, so that the elevators show as covered (R5.5).
"""

from rules.cases import (
    CorrectCase,
    Lapse,
    RecordPolicy,
    RejectCase,
    ReturnCase,
    State,
    WithdrawCase,
)
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows.actors import BODIES, CENTRE, CLERKS, CLOCK
from rules.flows.forks import states
from rules.flows.table import Step
from rules.people import Role

S = State

WHO = BODIES | {Role.COMMITTEE, Role.MANAGER}

DIRECT: tuple[Step, ...] = (
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
    Step(
        states(S.FILED),
        ReturnCase,
        S.RETURNED,
        CENTRE,
        "第6节",
        "退回补正",
        (check.gives_reason,),
        then.return_case,
    ),
    Step(
        states(S.RETURNED),
        CorrectCase,
        fork.FILED_AGAIN,
        WHO,
        "第6节",
        "提交补正",
        (check.by_applicant, check.correction_open),
        then.correct,
    ),
    Step(
        states(S.FILED, S.RETURNED),
        RejectCase,
        S.REJECTED,
        CENTRE,
        "第6节",
        "不予登记",
        (check.gives_reason,),
        then.reject,
    ),
    Step(
        states(S.FILED, S.RETURNED),
        WithdrawCase,
        S.WITHDRAWN,
        WHO,
        "第6节",
        "撤回申报",
        (check.by_initiator,),
        then.withdraw,
    ),
    Step(
        states(S.RETURNED),
        Lapse,
        S.LAPSED,
        CLOCK,
        "第6节；correction.days",
        "逾期失效",
        (check.ran_out,),
        then.lapse,
    ),
)
