"""The independent owner's flow as a table: 附件《操作流程》二(三), section 6.

Survey and plan, a special account, three years' premium at once, payout with contract and
invoice. No signatures, no notice, no registration; each further year is a case that `renews`.
"""

from rules.cases import (
    Accept,
    CorrectCase,
    FilePlan,
    Lapse,
    OpenAccount,
    Recount,
    RejectCase,
    RequestPayout,
    ReturnCase,
    SignContract,
    State,
    WithdrawCase,
)
from rules.flows import checks as check
from rules.flows import collecting as collect
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows import pauses as pause
from rules.flows.actors import BODIES, CENTRE, CLERKS, CLOCK, INSURERS
from rules.flows.asking import gather_steps
from rules.flows.emergency import emergency_steps
from rules.flows.forks import states
from rules.flows.pooled import AFTER_NOTICE
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
    Step(
        states(S.FUNDED),
        SignContract,
        S.CONTRACTED,
        BODIES,
        "附件二(三)4",
        "登记保险服务合同",
        (
            check.by_applicant,
            check.contract_above_zero,
            check.within_premium,
            check.not_backdated,
            check.whole_policy_years,
        ),
        then.sign_contract,
    ),
    Step(
        states(S.CONTRACTED),
        RequestPayout,
        S.REQUESTED,
        BODIES,
        "附件二(三)4",
        "申请拨付保费",
        (
            check.by_applicant,
            check.correction_open,
            collect.contract_and_invoice,
            check.invoice_equals_contract,
        ),
        then.request_payout,
    ),
    *AFTER_NOTICE[2:],
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
    Step(
        states(S.FILED, S.ACCEPTED, S.PLANNED, S.COLLECTING, S.FUNDED, S.RETURNED),
        WithdrawCase,
        S.WITHDRAWN,
        BODIES,
        "第6节",
        "撤回申请",
        (check.by_initiator,),
        then.withdraw,
    ),
    Step(
        states(S.FILED, S.PLANNED),
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
        fork.CORRECTED_BY_BODY,
        BODIES,
        "第6节",
        "提交补正",
        (check.by_applicant, check.correction_open),
        then.correct,
    ),
    Step(
        states(S.FILED, S.ACCEPTED, S.PLANNED, S.COLLECTING, S.REQUESTED, S.RETURNED),
        RejectCase,
        S.REJECTED,
        CENTRE,
        "第6节",
        "不予办理",
        (check.gives_reason,),
        then.reject,
    ),
    Step(
        states(S.RETURNED, S.ACCEPTED, S.COLLECTING, S.FUNDED, S.CONTRACTED),
        Lapse,
        S.LAPSED,
        CLOCK,
        "第6节；correction.days、lapse.days",
        "逾期失效",
        (check.ran_out,),
        then.lapse,
    ),
)

_STEPS = (*PLANNING, *ACCOUNT, *PAYOUT, *ANY_TIME)

INDEPENDENT: tuple[Step, ...] = (*_STEPS, *emergency_steps(states_of(_STEPS)))
