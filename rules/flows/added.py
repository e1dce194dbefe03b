"""The flow of added elevators as a table: the plan's 四(四), section 6.

Owners of the scope pay into its special account, by shares they agree on in the vote that the
plan itself asks for; then notice, registration, contract and payout.
"""

from rules.cases import State
from rules.flows import money
from rules.flows.actors import OF_A_SCOPE
from rules.flows.asking import WHILE_ASKED, gather_early_steps, gather_steps, vote_steps
from rules.flows.emergency import emergency_steps
from rules.flows.flow import TO_BE_VOTED, Flow, Notice, Vote, Words
from rules.flows.forks import WITH_COLLECTION
from rules.flows.household import PLANNING, REGISTRATION
from rules.flows.money import Purse
from rules.flows.notices import notice_steps
from rules.flows.pooled import AFTER_NOTICE, ANY_TIME, SIGNING
from rules.flows.table import states_of

_STEPS = (
    *SIGNING,
    *PLANNING,
    *vote_steps("四(四)；第8节", waivable=False),
    *notice_steps(WITH_COLLECTION),
    *REGISTRATION,
    *gather_early_steps("四(四)"),
    *gather_steps(State.REGISTERED, "四(四)"),
    *AFTER_NOTICE,
    *ANY_TIME,
    *WHILE_ASKED,
)

ADDED = Flow(
    name="added",
    title="加装电梯",
    clause="四(四)",
    steps=(*_STEPS, *emergency_steps(states_of(_STEPS))),
    applicants=OF_A_SCOPE,
    purse=Purse.SCOPE,
    money=money.SCOPE,
    condition=("电梯保险专户资金", "电梯保险专户"),
    words=Words(
        pays="电梯保险专户",
        held="已从电梯保险专户预留{held}元",
        lacking="尚缺{lacking}元，由业主存入电梯保险专户，到齐后预留",
        next=TO_BE_VOTED,
        collection=(
            "保费须由业主分摊",
            "{place}的电梯保险保费由业主存入电梯保险专户，尚缺{sum}；"
            "分摊方案经业主表决通过后，本户应缴金额请在归集清单中查看。",
            "分摊方案由业主表决",
        ),
    ),
    notice=Notice(
        money="加装电梯保险专户资金",
        whose="专户按栋设立，资金属全栋业主",
        others="其他单元的业主不分担本次保费",
        rules=(("R5.2", "四(四)", "保费由业主向专户交存，交齐后方可签订合同"),),
        account="加装电梯保险专户",
        method="账户余额支付",
        question="从本范围的电梯保险专户支付",
    ),
    vote=Vote("raise", "加装电梯保险方案和表决结果公示", waivable=False),
    titles={State.PLANNED: "方案已制定，待业主表决"},
)
