"""The household-fund flow as a table: 附件《操作流程》二(二), section 6.

As the pooled flow, but the homes' own funds pay: the owners are asked after the plan, the notice
tells plan and result, and what some homes owe is collected before the contract.
"""

from rules.cases import Register, State
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows.actors import CLERKS
from rules.flows.asking import WHILE_ASKED, gather_steps, vote_steps
from rules.flows.emergency import emergency_steps
from rules.flows.forks import WITH_COLLECTION, states
from rules.flows.noticing import notice_steps
from rules.flows.pooled import AFTER_NOTICE, ANY_TIME, PLANNING, SIGNING
from rules.flows.table import Step, states_of

S = State

MEANWHILE = states(
    S.PLANNED, S.VOTING, S.VOTED, S.NOT_CARRIED, S.POSTING, S.NOTICED, S.PAUSED, S.CLEARED
)
"""From the plan on, owners may pay what they owe. 二(二)6."""

REGISTRATION = (
    Step(
        states(S.CLEARED),
        Register,
        fork.REGISTERED,
        CLERKS,
        "附件二(二)5、6",
        "登记备案",
        (check.conditions_met,),
        then.register,
    ),
)

_STEPS = (
    *SIGNING,
    PLANNING[0],
    *vote_steps("附件二(二)4；第8节"),
    *notice_steps(WITH_COLLECTION),
    *REGISTRATION,
    *gather_steps(S.REGISTERED, MEANWHILE, "附件二(二)6"),
    *AFTER_NOTICE,
    *ANY_TIME,
    *WHILE_ASKED,
)

HOUSEHOLD: tuple[Step, ...] = (*_STEPS, *emergency_steps(states_of(_STEPS)))
