"""Opening a special account after the plan, or confirming the one there is. 附件二(三)2、3."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.cases.views import CaseView, view
from handlers.route import Body, Context, route
from handlers.steps import locked, take
from models import special
from models.cases import Case
from models.ids import new_id
from models.premiums import fund_of
from models.sealed import REFUND_ACCOUNT
from rules.cases import CLOSED, Facts, OpenAccount, State
from rules.events.votes import AccountOpened
from rules.flows import flow_of
from rules.flows.money import Purse
from rules.people import Role
from rules.refusals.asking import CaseNotFound, Malformed
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import WrongFlow

AccountNumber = Annotated[str, Meta(max_length=40, pattern=r"^[0-9A-Za-z\-]{0,40}$")]


class SpecialAccountOpening(Body, frozen=True):
    """专户的户名和退款账户；开设时须填全，核对时不填或填相同的内容。"""

    holder: Annotated[str, Meta(max_length=120, description="核对时可不填，填写须一致")] = ""
    refund_bank: Annotated[str, Meta(max_length=120, description="核对时可不填，填写须一致")] = ""
    refund_account: Annotated[AccountNumber, Meta(description="核对时可不填，填写须一致")] = ""

    def words(self) -> tuple[str, str, str]:
        """Holder, bank and account without stray blanks."""
        return self.holder.strip(), self.refund_bank.strip(), self.refund_account.strip()


@route(
    "POST",
    "/cases/{case_id}/special-account",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, WrongFlow, Malformed),
    act=OpenAccount,
    status=200,
)
async def open_special_account(
    ctx: Context, case_id: UUID, body: SpecialAccountOpening
) -> CaseView:
    """开设或核对电梯保险专户，登记户名和退款账户；首次须一次存入全部年度保费。附件二(三)2、3，四(四)。"""
    case, by = await locked(ctx, case_id)
    facts = case.facts()
    if not flow_of(facts.flow).special:
        raise WrongFlow("本办件不从电梯保险专户支付")
    if flow_of(facts.flow).purse is Purse.SCOPE:
        await _of_scope(ctx, case, facts, body)
        return await view(ctx, case)
    if facts.state is not State.PLANNED:
        raise NotAllowedNow(state=facts.state.value)
    if case.special_id is None:
        await _open(ctx, case, body)
    else:
        await _confirm(ctx, case.special_id, body)
    fund = await fund_of(case, facts, ctx.now)
    act = OpenAccount(needed_fen=fund.needed_fen, gathered_fen=fund.gathered_fen)
    await take(ctx, case, act, by)
    return await view(ctx, case)


async def _of_scope(ctx: Context, case: Case, facts: Facts, body: SpecialAccountOpening) -> None:
    """The scope's account was opened with the plan; a clerk adds whose it is."""
    if facts.state in CLOSED or case.special_id is None:
        raise NotAllowedNow("保险专户随方案开设，办结后不再登记", state=facts.state.value)
    await _confirm(ctx, case.special_id, body)
    collection = facts.collection
    data = {
        "needed_fen": collection.needed_fen if collection else 0,
        "gathered_fen": collection.gathered_fen if collection else 0,
    }
    ctx.record(AccountOpened(subject_id=str(case.id), at=ctx.now, data=data))


async def _open(ctx: Context, case: Case, body: SpecialAccountOpening) -> None:
    """A new account, or the one the same holder has there already: what is left counts."""
    holder, bank, account = _complete(body)
    known = await special.lock_of_holder(case.scope_id, holder)
    if known is not None and await _theirs(case, known):
        await special.belongs(case, known)
        await _confirm(ctx, known, body)
        return
    special_id = new_id()
    details = {
        "id": special_id,
        "holder": holder,
        "refund_bank": bank,
        "refund_cipher": ctx.world.secrets.encrypt(account, REFUND_ACCOUNT.of(special_id)),
    }
    await special.open_account(case, Purse.SOLE, details, ctx.id, ctx.now)


async def _theirs(case: Case, special_id: UUID) -> bool:
    """Whether no case under way is paid from it: two at once would count the same money."""
    rows = await special.cases_of(special_id)
    return all(State(row["state"]) in CLOSED for row in rows if row["id"] != case.id)


def _complete(body: SpecialAccountOpening) -> tuple[str, str, str]:
    words = body.words()
    missing = [
        {"pointer": f"/{name}", "detail": "开设专户须填写"}
        for name, word in zip(("holder", "refund_bank", "refund_account"), words, strict=True)
        if not word
    ]
    if missing:
        raise Malformed(errors=missing)
    return words


async def _confirm(ctx: Context, special_id: UUID, body: SpecialAccountOpening) -> None:
    """What is on record stays: money never goes back to another account than the one given when
    the account was opened. A scope's account gets it once."""
    row = await special.lock_account(special_id)
    assert row is not None
    if row["refund_cipher"] is None:
        holder, bank, account = _complete(body)
        cipher = ctx.world.secrets.encrypt(account, REFUND_ACCOUNT.of(special_id))
        await special.name_holder(special_id, holder, bank, cipher)
        return
    stored = (
        row["holder"],
        row["refund_bank"],
        ctx.world.secrets.decrypt(bytes(row["refund_cipher"]), REFUND_ACCOUNT.of(special_id)),
    )
    names = ("holder", "refund_bank", "refund_account")
    differs = [
        {"pointer": f"/{name}", "detail": "与已登记的专户信息不一致"}
        for name, word, kept in zip(names, body.words(), stored, strict=True)
        if word and word != kept
    ]
    if differs:
        raise Malformed(errors=differs)
