"""Who pays a plan, and what the owners said of it, as its notice says it. 附件二(二)3、4, 四(四).

Read when the notice is published; what moves afterwards is not on it. R7.3, R8.1, R12.2.
"""

from datetime import date
from uuid import UUID

import msgspec

from models import notices
from models.cases import Case
from models.shares import homes_of, proposal_of
from papers.notices import PaperRule, PaperVote, Payment, Said
from rules.cases import Facts
from rules.days import beijing_date
from rules.flows import flow_of
from rules.parameters import Parameters, Threshold
from rules.special import METHODS
from rules.votes import terms_of


class _Said(msgspec.Struct, frozen=True):
    heads: int
    area_cm2: int


class _Result(msgspec.Struct, frozen=True):
    """Of a stored result what a notice tells."""

    participating_homes: int
    total: _Said
    participating: _Said
    agree: _Said
    against: _Said
    abstain: _Said
    withheld: str = ""


async def payment_of(case: Case, facts: Facts, scope_name: str, today: date) -> Payment | None:
    """Who pays, None where the pool does. What few homes or owners bear or owe is not told."""
    flow = flow_of(facts.flow)
    if flow.notice is None or not flow.gathers:
        return None
    row = await notices.shares_of(case.id, facts.version, today)
    homes = row["homes"] or len(await homes_of(case.scope_id))
    owed_fen: int = row["owed_fen"]
    account = f"{scope_name}{flow.notice.account}"
    agreed = await _agreed(case, facts) if flow.special else ""
    method = agreed or flow.notice.method
    owing = min(row["owing"], row["owing_owners"])
    bearing = min(row["bearing"], row["bearing_owners"])
    if any(0 < number < facts.parameters.publish_min_group for number in (owing, bearing)):
        return Payment(account, method, homes, withheld=True)
    in_fen = facts.collection.gathered_fen if facts.collection else 0
    there_fen = facts.premium_fen - owed_fen
    # What a special account had when the plan was filed is part of what is gathered in it.
    paid_fen = in_fen - there_fen if flow.special else in_fen
    return Payment(
        account=account,
        split_by=method,
        homes=homes,
        borne_fen=there_fen,
        owed_fen=owed_fen,
        owing_homes=row["owing"],
        paid_fen=min(max(paid_fen, 0), owed_fen),
        held=not flow.special or not owed_fen,
    )


async def _agreed(case: Case, facts: Facts) -> str:
    """How the owners agreed to share, where that is theirs to say."""
    found = await proposal_of(case.id, facts.version)
    if found is None:
        return ""
    method = METHODS[found["method"]]
    return method if method.endswith("摊") else f"{method}分摊"


async def vote_of(facts: Facts, public_url: str) -> PaperVote | None:
    """The vote that carried this version, None where nobody was asked."""
    if facts.vote is None:
        return None
    row = await notices.vote_of(UUID(facts.vote.vote_id))
    if row is None or row["result"] is None:
        return None
    result = msgspec.json.decode(row["result"], type=_Result)
    rules = Parameters.from_mapping(msgspec.json.decode(row["parameters"]))
    terms = terms_of(rules, row["threshold"])
    few = result.participating_homes < facts.parameters.publish_min_group
    told = not (few or result.withheld)
    sides = {
        name: Said(side.heads, side.area_cm2)
        for name in ("total", "participating", "agree", "against", "abstain")
        if isinstance(side := getattr(result, name), _Said)
    }
    return PaperVote(
        round=row["round"],
        counted_on=beijing_date(row["counted_at"]),
        participation_needed=_asked(terms.participation),
        agreement_needed=_asked(terms.threshold),
        url=f"{public_url}/v/{row['token']}",
        told=told,
        **(sides if told else {}),
    )


def _asked(threshold: Threshold) -> str:
    """以上 includes the number, 过半数 does not. R8.1."""
    fraction = f"{threshold.numerator}/{threshold.denominator}"
    return f"超过{fraction}" if threshold.exceed else f"不低于{fraction}"


def money_rules(name: str, parameters: Parameters) -> tuple[PaperRule, ...]:
    """The rules by which this flow's money may be spent. Section 14."""
    flow = flow_of(name)
    assert flow.notice is not None
    rules = tuple(PaperRule(*rule) for rule in flow.notice.rules)
    if flow.vote is None or not flow.asks(parameters):
        return rules
    terms = terms_of(parameters, flow.vote.threshold)
    part, agree = _asked(terms.participation), _asked(terms.threshold)
    words = f"参与表决的面积和人数均{part}，同意的均{agree}"
    return (*rules, PaperRule("R8.1", "民法典第278条", words))
