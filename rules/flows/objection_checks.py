"""What may stand against filing, closing, upholding or reviewing an objection. R7.4 to R7.10."""

from rules.cases import (
    By,
    CloseObjection,
    EndOnPaper,
    EnterEnding,
    Facts,
    Object,
    ObjectionFact,
    OfObjection,
    Reopen,
    Uphold,
)
from rules.entries import must_be_second
from rules.flows.objections import arrival
from rules.flows.table import Moment, of_body
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import (
    ArrivedInFuture,
    NotAllowedNow,
    ObjectionClosed,
    ObjectionPending,
    ReasonMissing,
    RefiledTooOften,
    ReviewUsed,
)


def arrived_already(facts: Facts, act: Object, by: By, at: Moment) -> None:
    """Nothing arrives later than now. R7.4."""
    if act.arrived_at > at.now:
        raise ArrivedInFuture()


def none_pending(facts: Facts, act: Object, by: By, at: Moment) -> None:
    """One of an owner's at a time, and what was withdrawn is filed again only so often. R7.10.

    One that was only recorded and waits for its answer does not stand in the way of one that
    pauses.
    """
    came = arrival(facts, act.arrived_at)
    waiting = {"open", "draft"} if came.pauses else {"open", "draft", "recorded"}
    if any(other.state in waiting for other in act.others):
        raise ObjectionPending()
    again = [one for one in act.others if one.state == "withdrawn" and one.in_time is came.in_time]
    if len(again) > facts.parameters.objection_refile_max:
        raise RefiledTooOften(refile_max=facts.parameters.objection_refile_max)


def none_open(facts: Facts, act: Reopen, by: By, at: Moment) -> None:
    """A review is not asked for beside another objection of the same owner. R7.10."""
    if any(other.state in {"open", "draft"} for other in act.others):
        raise ObjectionPending()


def still_open(facts: Facts, act: OfObjection, by: By, at: Moment) -> None:
    """Only an open objection can be closed, and once. R7.6."""
    if act.objection.id not in facts.open_objections:
        raise ObjectionClosed()


def must_be_open(facts: Facts, objection: ObjectionFact) -> None:
    """Only an open one is decided; a draft is confirmed first, a late one is answered."""
    if objection.state == "draft":
        raise NotAllowedNow("纸质反对意见须先经第二人核对")
    if objection.state == "recorded":
        raise NotAllowedNow("该反对意见未暂缓办件，只作答复")
    if objection.id not in facts.open_objections:
        raise ObjectionClosed()


def decidable(facts: Facts, act: OfObjection, by: By, at: Moment) -> None:
    """What is decided is open. R7.6."""
    must_be_open(facts, act.objection)


@of_body
def withdrawn_as_filed(facts: Facts, act: EnterEnding, by: By, at: Moment) -> None:
    """What was filed by phone is withdrawn by phone; agreed on paper may be either."""
    if act.outcome == "withdrawn" and act.objection.channel != "paper":
        raise NotFound("没有该纸质反对意见")


def proposed(facts: Facts, act: OfObjection, by: By, at: Moment) -> None:
    """The objector agrees to a record that lies before them. R7.6."""
    if not act.objection.proposed:
        raise NotAllowedNow("住保中心尚未提出协商记录")


@of_body
def two_others(facts: Facts, act: EndOnPaper, by: By, at: Moment) -> None:
    """A paper ends an objection by two people, neither of them the handler. R7.6, R1.1."""
    if by.is_same(act.entered_by) or act.entered_by == facts.handler_id:
        raise SamePerson("书面了结须由经办人以外的两人录入和复核")


def released_by_other(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Who held a case, or handles it, does not let it go on alone. R7.9, R1.2."""
    for one in (facts.held_by, facts.handler_id):
        must_be_second(by, one, "人工暂停须由暂停人和经办人以外的人解除")


def decided_by_other(facts: Facts, act: OfObjection, by: By, at: Moment) -> None:
    """Nobody decides what they entered, nor reviews their own decision. Section 1, R7.6."""
    must_be_second(by, act.objection.entered_by, "本人录入的反对意见须由他人认定")
    must_be_second(by, act.objection.first_decided_by, "复核须由另一名复核人办理")


def must_not_handle(facts: Facts, by: By) -> None:
    """Established or not, ended on paper or not confirmed: never said by the handler. R7.6."""
    must_be_second(by, facts.handler_id, "认定、了结或者作废反对意见的人不得为本办件经办人")


def not_the_handler(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Who accepted the case does not decide against what is objected to it. R7.6."""
    must_not_handle(facts, by)


def must_be_draft(objection: ObjectionFact, by: By) -> None:
    """A paper that waits for its second person, who is not the one who entered it. R7.4."""
    if objection.channel != "paper":
        raise NotFound("没有该纸质反对意见")
    if objection.state != "draft":
        raise EntryNotOpen()
    must_be_second(by, objection.entered_by, "录入人不得自行核对")


def draft_of_other(facts: Facts, act: OfObjection, by: By, at: Moment) -> None:
    """Who entered a paper does not judge the entry. R7.4."""
    must_be_draft(act.objection, by)


def reviewable(facts: Facts, act: Reopen, by: By, at: Moment) -> None:
    """What was ended without the objector's own act, of the plan in force, is looked at once
    more. R7.6."""
    if act.objection.reviewed:
        raise ReviewUsed()
    if act.objection.version != facts.version or not ended_by_others(act.objection):
        raise NotAllowedNow("只有对现行方案的、认定不成立或者凭书面材料了结的反对意见可以申请复核")


def ended_by_others(objection: ObjectionFact) -> bool:
    """Whether it was dismissed, or settled or withdrawn on a paper. R7.6."""
    on_paper = objection.ended_on_paper and objection.state in {"settled", "withdrawn"}
    return on_paper or objection.state == "dismissed"


@of_body
def says_why(facts: Facts, act: CloseObjection | Uphold, by: By, at: Moment) -> None:
    """A decision against somebody has reasons. R7.6."""
    if not act.why.strip():
        raise ReasonMissing()
