"""What the owners are asked, in words made from the plan. Section 8, 附件二(二)4."""

from datetime import date
from typing import Any

import msgspec

from handlers.cases.views import PlanView
from handlers.notices.asking import payment_of
from models import (
    shares,
)
from models.cases import Case
from models.votes import reading
from rules.cases import Facts
from rules.flows import flow_of
from rules.money import yuan
from rules.special import shares_words


async def asked(case: Case, facts: Facts, today: date) -> str:
    """The question as the plan gives it: elevators, insurer, cover, premium, who pays how."""
    row = await reading.plan_as_asked(case.id)
    community, scope = row["community"], row["scope"]
    place = scope if scope.startswith(community) else f"{community}{scope}"
    paid = await _paid(case, facts, scope, today)
    return (
        f"是否同意为{place}的电梯（{row['elevators'] or '见方案'}）向{row['insurer']}投保，"
        f"{_cover(row)}年保费合计{yuan(facts.premium_fen)}元，{paid}？"
    )


def _cover(row: dict[str, Any]) -> str:
    if not row["plan"]:
        return ""
    plan = msgspec.json.decode(row["plan"], type=PlanView)
    return f"保障内容为{plan.cover}，"[:600]


async def _paid(case: Case, facts: Facts, scope: str, today: date) -> str:
    """Who pays, and how it is shared: of added elevators as was proposed. R3.7, 四(四).

    What few homes owe is not told, as on the notice: it would be one owner's figure. R12.2.
    """
    flow = flow_of(facts.flow)
    assert flow.notice is not None
    said = flow.notice.question
    if flow.special:
        found = await shares.proposal_of(case.id, facts.version)
        if found is None:
            return said
        bearing = sum(fen > 0 for fen in found["parts"].values())
        words = shares_words(found["method"], found["total_fen"], bearing)
        return f"从{flow.words.pays}支付，须由业主交存的部分{words}"
    if facts.collection is None or not facts.collection.needed_fen:
        return said
    payment = await payment_of(case, facts, scope, today)
    told = payment is not None and not payment.withheld
    owed = f"{yuan(facts.collection.needed_fen)}元" if told else ""
    return f"{said}，分户账不足部分{owed}由所属业主补交"
