"""The independent owner's flow as a table: 附件《操作流程》二(三), section 6.

Survey and plan, a special account, three years' premium at once, payout with contract and
invoice. No signatures, no notice, no registration; each further year is a case that `renews`.
"""

from dataclasses import replace

from rules.cases import Accept, FilePlan, OpenAccount, Recount, State
from rules.flows import checks as check
from rules.flows import collecting as collect
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows import money
from rules.flows import objections as pause
from rules.flows.actors import BODIES, CLERKS, CLOCK, INSURERS
from rules.flows.asking import gather_steps
from rules.flows.emergency import emergency_steps
from rules.flows.ending import lapsed, put_right, rejected, returned, taken_back
from rules.flows.flow import Flow, Words
from rules.flows.forks import states
from rules.flows.money import Purse
from rules.flows.pooled import CONTRACT, PAYING, REQUEST
from rules.flows.table import Step, states_of

S = State

PLANNING = (
    Step(
        states(S.FILED),
        Accept,
        S.ACCEPTED,
        CLERKS,
        "附件一；二(三)1",
        "受理",
        (check.conditions_met,),
        then.accept,
    ),
    Step(
        states(S.ACCEPTED),
        FilePlan,
        S.PLANNED,
        INSURERS,
        "附件二(三)1",
        "提交查勘结果和保险方案",
        (
            check.by_the_insurer,
            check.plans_these_elevators,
            check.premium_adds_up,
            check.conditions_met,
        ),
        then.file_plan,
    ),
)

ACCOUNT = (
    Step(
        states(S.PLANNED),
        OpenAccount,
        fork.OPENED,
        CLERKS,
        "附件二(三)2、3",
        "开设或核对电梯保险专户",
        (collect.sums_are_sums,),
        collect.open_account,
    ),
    *gather_steps(S.FUNDED, "附件二(三)3"),
)

PAYOUT = (
    replace(CONTRACT, states=states(S.FUNDED), who=BODIES, clause="附件二(三)4"),
    replace(
        REQUEST,
        who=BODIES,
        clause="附件二(三)4",
        checks=tuple(
            collect.contract_and_invoice if one is check.papers_complete else one
            for one in REQUEST.checks
        ),
    ),
    *PAYING,
    Step(
        states(S.REQUESTED, S.PREPARED),
        Recount,
        None,
        CLOCK,
        "R9.2",
        "按已公布的日历重新计算",
        (),
        pause.recount,
    ),
)

ANY_TIME = (
    taken_back(states(S.FILED, S.ACCEPTED, S.PLANNED, S.COLLECTING, S.FUNDED, S.RETURNED), BODIES),
    returned(states(S.FILED, S.PLANNED)),
    put_right(BODIES, fork.CORRECTED_BY_BODY),
    rejected(states(S.FILED, S.ACCEPTED, S.PLANNED, S.COLLECTING, S.REQUESTED, S.RETURNED)),
    lapsed(
        states(S.RETURNED, S.ACCEPTED, S.COLLECTING, S.FUNDED, S.CONTRACTED),
        "correction.days、lapse.days",
    ),
)

_STEPS = (*PLANNING, *ACCOUNT, *PAYOUT, *ANY_TIME)

INDEPENDENT = Flow(
    name="independent",
    title="独立产权人",
    clause="附件《操作流程》二(三)",
    steps=(*_STEPS, *emergency_steps(states_of(_STEPS))),
    applicants=frozenset({"independent"}),
    purse=Purse.SOLE,
    money=money.SOLE,
    condition=("电梯保险专户资金", "电梯保险专户"),
    words=Words(
        pays="电梯保险专户",
        held="已从电梯保险专户预留{held}元",
        unheld="尚未预留，待电梯保险专户缴存到位后预留",
        next=("待开专户", "由住保中心开设或核对电梯保险专户"),
        papers="合同和发票",
    ),
    renewable=True,
    titles={S.PLANNED: "方案已制定，待开设保险专户"},
)
