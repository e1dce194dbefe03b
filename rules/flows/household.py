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
from rules.flows import money
from rules.flows.actors import CLERKS, OF_A_SCOPE
from rules.flows.asking import WHILE_ASKED, gather_early_steps, gather_steps, vote_steps
from rules.flows.emergency import emergency_steps
from rules.flows.flow import TO_BE_VOTED, Flow, Notice, Vote, Words
from rules.flows.forks import WITH_COLLECTION, states
from rules.flows.money import Purse
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

HOUSEHOLD = Flow(
    name="household",
    title="分户账方式",
    clause="附件《操作流程》二(二)",
    steps=(*_STEPS, *emergency_steps(states_of(_STEPS))),
    applicants=OF_A_SCOPE,
    purse=Purse.HOMES,
    money=money.HOMES,
    condition=("维修资金和归集款", "各户维修资金和归集款"),
    words=Words(
        pays="各户维修资金分户账",
        held="已从各户维修资金预留{held}元",
        lacking="其余{lacking}元由余额不足的业主补交",
        next=TO_BE_VOTED,
        collection=(
            "保费归集清单已生成",
            "{place}的电梯保险保费由各户维修资金分摊，余额不足的户须补缴，合计{sum}；"
            "本户应分摊和补缴的金额请在归集清单中查看。",
            "本户应分摊金额见归集清单",
        ),
    ),
    notice=Notice(
        money="业主维修资金",
        whose="保费由全栋各户分摊",
        others="其他单元的业主不分担本次保费",
        rules=(
            ("R5.2", "附件二(二)3、6", "保费分摊到户，账面不足的由业主补交，交齐后方可签订合同"),
        ),
        account="各户维修资金分户账",
        method="按专有部分面积分摊，先用本金后用利息",
        question="从各户专项维修资金中按专有部分面积分摊列支",
    ),
    vote=Vote("use", "电梯维修保险方案和表决结果公示", waivable=True),
    titles={S.PLANNED: "方案已制定，待业主表决"},
)
