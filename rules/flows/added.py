"""The flow of added elevators as a table: the plan's 四(四), section 6.

Owners of the scope pay into its special account, by shares they agree on in the vote that the
plan itself asks for; then notice, registration, contract and payout.
"""

from rules.cases import State
from rules.flows.asking import WHILE_ASKED, gather_early_steps, gather_steps, vote_steps
from rules.flows.emergency import emergency_steps
from rules.flows.forks import WITH_COLLECTION
from rules.flows.household import PLANNING, REGISTRATION
from rules.flows.notices import notice_steps
from rules.flows.pooled import AFTER_NOTICE, ANY_TIME, SIGNING
from rules.flows.table import Step, states_of

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

ADDED: tuple[Step, ...] = (*_STEPS, *emergency_steps(states_of(_STEPS)))
