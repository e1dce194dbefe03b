"""The pooled-account flow as a table: 附件《操作流程》二(一), rules of sections 5 to 9.

Reads top to bottom like the plan. Each check can be met by some case and missed by another;
taking any one out makes a test fail.
"""

from rules.cases import (
    Accept,
    ApprovePayout,
    FilePlan,
    IssuePolicy,
    PreparePayout,
    PublishNotice,
    Register,
    RequestPayout,
    ReturnPayout,
    Sign,
    SignContract,
    State,
    Unsign,
)
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows import money
from rules.flows.actors import CLERKS, FINANCE, INSURERS, OF_A_SCOPE, REVIEWERS
from rules.flows.emergency import emergency_steps
from rules.flows.ending import lapsed, put_right, rejected, returned, taken_back
from rules.flows.flow import Flow, Notice, Words
from rules.flows.forks import BEFORE_PAYOUT, states
from rules.flows.money import Purse
from rules.flows.notices import notice_steps
from rules.flows.table import Step, states_of
from rules.people import CASEWORKERS, SCOPE_PARTIES, Role

S = State

SIGNING = (
    Step(
        states(S.SIGNING, S.FILED),
        Sign,
        fork.SIGNED,
        frozenset({Role.OWNER}),
        "附件一1；二(一)1",
        "签名",
        (check.collects_signatures, check.signing_open, check.signs_once),
        then.sign,
    ),
    Step(
        states(S.SIGNING, S.FILED, S.RETURNED),
        Unsign,
        fork.UNSIGNED,
        frozenset({Role.OWNER}),
        "R5.1",
        "撤回签名",
        (check.not_yet_accepted, check.has_signed),
        then.unsign,
    ),
    Step(
        states(S.FILED),
        Accept,
        S.ACCEPTED,
        CLERKS,
        "附件一；二(一)1、2",
        "受理",
        (check.conditions_met,),
        then.accept,
    ),
)

PLANNING = (
    Step(
        states(S.ACCEPTED),
        FilePlan,
        S.PLANNED,
        INSURERS,
        "附件二(一)3",
        "提交查勘结果和保险方案",
        (
            check.by_the_insurer,
            check.plans_these_elevators,
            check.premium_adds_up,
            check.conditions_met,
        ),
        then.file_plan,
    ),
    Step(
        states(S.PLANNED),
        PublishNotice,
        S.POSTING,
        CLERKS,
        "附件二(一)4",
        "发布公示",
        (check.names_lobbies,),
        then.publish,
    ),
)

REGISTRATION = (
    Step(
        states(S.CLEARED),
        Register,
        S.REGISTERED,
        CLERKS,
        "附件二(一)5",
        "登记备案",
        (check.conditions_met,),
        then.register,
    ),
)

CONTRACT = Step(
    states(S.REGISTERED),
    SignContract,
    S.CONTRACTED,
    SCOPE_PARTIES,
    "附件二(一)6",
    "登记保险服务合同",
    (
        check.by_applicant,
        check.contract_above_zero,
        check.within_premium,
        check.not_backdated,
        check.whole_policy_years,
    ),
    then.sign_contract,
)

REQUEST = Step(
    states(S.CONTRACTED),
    RequestPayout,
    S.REQUESTED,
    SCOPE_PARTIES,
    "附件二(一)7",
    "申请拨付保费",
    (
        check.by_applicant,
        check.correction_open,
        check.papers_complete,
        check.invoice_equals_contract,
    ),
    then.request_payout,
)

PAYING = (
    Step(
        states(S.REQUESTED),
        PreparePayout,
        S.PREPARED,
        FINANCE,
        "附件二(一)7；R9.3",
        "拨付制单",
        (check.payee_confirmed, check.prepares_that_sum),
        then.prepare_payout,
    ),
    Step(
        states(S.PREPARED),
        ApprovePayout,
        S.PAID,
        FINANCE | REVIEWERS,
        "附件二(一)7；R9.3",
        "拨付复核",
        (check.approved_by_other, check.conditions_met),
        then.approve_payout,
    ),
    Step(
        states(S.REQUESTED, S.PREPARED),
        ReturnPayout,
        S.CONTRACTED,
        CASEWORKERS | FINANCE,
        "R9.1",
        "退回拨付材料",
        (check.gives_reason,),
        then.return_payout,
    ),
    Step(
        states(S.PAID),
        IssuePolicy,
        S.INSURED,
        INSURERS,
        "附件二(一)7；R10.2",
        "出具保险单",
        (check.by_the_insurer,),
        then.issue_policy,
    ),
)

AFTER_NOTICE = (CONTRACT, REQUEST, *PAYING)

ANY_TIME = (
    taken_back(
        states(
            S.SIGNING,
            S.FILED,
            S.ACCEPTED,
            S.PLANNED,
            S.POSTING,
            S.NOTICED,
            S.PAUSED,
            S.CLEARED,
            S.RETURNED,
        ),
        SCOPE_PARTIES,
        check.not_yet_registered,
    ),
    returned(states(S.FILED, S.PLANNED)),
    put_right(SCOPE_PARTIES, fork.CORRECTED),
    rejected(states(S.FILED, S.ACCEPTED, S.PLANNED, S.CLEARED, S.REQUESTED, S.RETURNED)),
    lapsed(
        states(S.SIGNING, S.RETURNED, S.ACCEPTED, S.POSTING, S.REGISTERED, S.CONTRACTED),
        "signing.days、correction.days、lapse.days",
    ),
)

_STEPS = (
    *SIGNING,
    *PLANNING,
    *notice_steps(BEFORE_PAYOUT),
    *REGISTRATION,
    *AFTER_NOTICE,
    *ANY_TIME,
)

POOLED = Flow(
    name="pooled",
    title="统筹账户方式",
    clause="附件《操作流程》二(一)",
    steps=(*_STEPS, *emergency_steps(states_of(_STEPS))),
    applicants=OF_A_SCOPE,
    purse=Purse.POOL,
    money=money.POOL,
    condition=("统筹账户资金", ""),
    words=Words(pays="统筹账户", held="已从统筹账户预留{held}元"),
    notice=Notice(
        money="增值收益统筹账户资金",
        whose="统筹账户按栋设立，资金属全栋业主",
        others="其他单元的统筹账户不分担本次保费",
        rules=(
            ("R5.2", "附件一2", "统筹账户可用余额足以支付一年保费"),
            ("R3.3", "三、安全稳步原则", "保证业主的本金和法定的利息收入"),
        ),
    ),
)
