"""Taking a case one step on: the only way handlers and jobs change a case.

Locks the case row first, finds out in what capacity the asker stands to it, asks the rules,
stores what they decided, moves held money with it, and records what happened.
"""

from uuid import UUID

from handlers.funds.warnings import judge_homes
from handlers.recent import NOTICES
from handlers.route import Context
from models import objections, payouts, premiums
from models.calendar import calendar
from models.cases import Case, CaseElevator
from models.standing import InCase, Viewer, in_case
from models.votes import counts
from rules.cases import CLOSED, OVER, Act, By, Facts, State
from rules.days import beijing_date
from rules.files import APPLICANTS_SEE, OWNERS_SEE, kinds_for
from rules.flows import step
from rules.people import CENTRE, SCOPE_PARTIES, STAFF, VISITORS, Role
from rules.refusals.asking import CaseNotFound, NotYourScope


async def capacity(ctx: Context, case: Case) -> By:
    """In what capacity the asker stands to this case, judged by today's ownership and papers.

    A role that is held elsewhere does not count here. Raises nothing; an empty set of roles is
    nobody to the case.
    """
    who, today = ctx.who, beijing_date(ctx.now)
    if who.kind != "person" or who.id is None:
        insurer = str(who.insurer_id) if who.insurer_id else ""
        logins = frozenset(map(str, who.logins))
        id_ = str(who.id or "clock")
        return By(roles=who.roles, id=id_, insurer_id=insurer, logins=logins, waits=who.waits)
    return by_standing(who.id, await in_case(who.id, case, today))


def by_standing(person_id: UUID, stands: InCase) -> By:
    """The capacity of a person who stands so to a case."""
    roles = VISITORS.union(map(Role, stands.roles))
    if stands.owner_id is not None:
        roles |= {Role.OWNER}
    return By(
        roles=roles,
        id=str(person_id),
        applicant=stands.applicant,
        owner_id=str(stands.owner_id or ""),
    )


def viewer(ctx: Context) -> Viewer:
    """The asker as lists and balances judge them today."""
    who = ctx.who
    return Viewer(
        on=beijing_date(ctx.now),
        person_id=who.id if who.kind == "person" else None,
        insurer_id=who.insurer_id if Role.INSURER in who.roles else None,
        community_id=who.community_id if Role.STREET in who.roles else None,
        centre=bool(who.roles & CENTRE),
    )


async def seen(ctx: Context, case_id: UUID) -> tuple[Case, By]:
    """The case, if the asker may see it, and in what capacity. Raises CaseNotFound.

    Seen by the Centre, its insurer, the owners of the scope, the community's committee and
    manager, the street office of the community.
    """
    case = await Case.find(case_id)
    by = await capacity(ctx, case)
    if not sees(ctx, case, by):
        raise CaseNotFound()
    return case, by


def sees(ctx: Context, case: Case, by: By) -> bool:
    """Whether somebody in that capacity may look at the case."""
    if by.roles & CENTRE or by.applicant:
        return True
    if Role.INSURER in by.roles:
        return bool(ctx.who.insurer_id and ctx.who.insurer_id == case.insurer_id)
    if Role.STREET in by.roles:
        return bool(ctx.who.community_id and ctx.who.community_id == case.community_id)
    return bool(by.roles & SCOPE_PARTIES)


def kinds_seen(by: By) -> frozenset[str]:
    """The kinds of paper in a case's file that somebody in that capacity reads. R12.6."""
    if by.roles & STAFF == {Role.ADMINISTRATOR}:
        return frozenset()
    own = APPLICANTS_SEE if by.applicant else OWNERS_SEE
    return own | kinds_for(by.roles)


async def locked(ctx: Context, case_id: UUID) -> tuple[Case, By]:
    """The case, locked, and the capacity to act in. Raises CaseNotFound, NotYourScope."""
    case = await Case.lock(case_id)
    by = await capacity(ctx, case)
    if not sees(ctx, case, by):
        if Role.OWNER in ctx.who.roles:
            raise NotYourScope()
        raise CaseNotFound()
    return case, by


async def take(
    ctx: Context, case: Case, act: Act, by: By, bill: premiums.Bill | None = None
) -> Facts:
    """The locked case is one step on: stored, its money moved, its events recorded.

    The transition and what it does to the flow's purse are one transaction (R3.4); `bill` is what
    a plan being filed asks. Raises whatever the flow's checks refuse, and InsufficientFunds.
    """
    before = case.facts()
    after, events = step(before, act, by, ctx.now, await calendar())
    await case.become(after)
    led = premiums.Transition(case, before, after, ctx.who.id, ctx.who.key, ctx.now, bill)
    paid = await premiums.follow(led)
    await payouts.follow(case, before, after, paid.journal_id if paid else None, ctx.now)
    if before.state is State.PAUSED and (after.state in OVER or after.state is State.ACCEPTED):
        await objections.supersede(case.id)
    if before.state is State.VOTING and after.state in OVER:
        await counts.void(case.id)
    if after.state in CLOSED and before.state not in CLOSED:
        await CaseElevator.filter(case_id=case.id).update(open=False)
    ctx.record(*events)
    if paid and paid.homes:
        # Homes that fell below their line by it are told to top up.
        await judge_homes(ctx, paid.homes)
    NOTICES.forget(case.id)
    return after
