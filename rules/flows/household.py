"""The household-fund flow as a table: 附件《操作流程》二(二), section 6.

As the pooled flow, but the homes' own funds pay: the owners are asked after the plan, the notice
tells plan and result, and what some homes owe is collected before the contract.
"""

from dataclasses import replace

from rules.cases import Register, State
from rules.flows import checks as check
from rules.flows import collecting as collect
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows.actors import CLERKS
from rules.flows.asking import WHILE_ASKED, gather_early_steps, gather_steps, vote_steps
from rules.flows.emergency import emergency_steps
from rules.flows.forks import WITH_COLLECTION, states
from rules.flows.notices import notice_steps
from rules.flows.pooled import AFTER_NOTICE, ANY_TIME, SIGNING
from rules.flows.pooled import PLANNING as POOLED_PLANNING
from rules.flows.table import Step, states_of

S = State

PLANNING = (
    replace(POOLED_PLANNING[0], checks=(*POOLED_PLANNING[0].checks, collect.says_what_is_owed)),
)

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
    *PLANNING,
    *vote_steps("附件二(二)4；第8节", waivable=True),
    *notice_steps(WITH_COLLECTION),
    *REGISTRATION,
    *gather_early_steps("附件二(二)6"),
    *gather_steps(S.REGISTERED, "附件二(二)6"),
    *AFTER_NOTICE,
    *ANY_TIME,
    *WHILE_ASKED,
)

HOUSEHOLD: tuple[Step, ...] = (*_STEPS, *emergency_steps(states_of(_STEPS)))
