"""What the sandbox answers about scenarios: name them, make one; do what is due, and upkeep."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from handlers.lists import Listed
from handlers.route import Answer, Body, Context, World
from models.base import one, sql
from sandbox.scenarios.catalogue import SCENARIOS, StateName
from sandbox.scenarios.making import Made, Maker, NoPlaceLeft, ScenarioFailed
from sandbox.scenarios.places import Stand
from server import worker

_STANDS = """
SELECT s.code, (SELECT count(*) FROM "case" k WHERE k.scope_id = s.id)::int AS cases,
    coalesce(a.balance_fen - a.held_fen, 0)::bigint AS free_fen
FROM scope s LEFT JOIN ledger_account a ON a.code = 'pooled:' || s.id::text
"""


class ScenarioWanted(Body, frozen=True):
    """In which state the new case shall be."""

    state: StateName


class ScenarioPerson(Answer, frozen=True):
    """Somebody of the case to log in as; `part`: signer, neighbour (has done nothing yet, may
    sign, vote or object) or manager."""

    part: Literal["signer", "neighbour", "manager"]
    openid: str
    name: str
    home: str = ""
    home_id: UUID | None = None


class ScenarioStaff(Answer, frozen=True):
    """An account that acts in the case; its token is in `/sandbox/staff`."""

    part: str
    username: str


class ScenarioMade(Answer, frozen=True):
    """The new case, and who to be to go on with it."""

    case_id: UUID
    number: str
    flow: str
    state: str
    state_title: str
    title: str
    next: str
    scope_id: UUID
    scope_name: str
    community: str
    elevator_ids: list[UUID]
    people: list[ScenarioPerson]
    staff: list[ScenarioStaff]


class ScenarioView(Answer, frozen=True):
    """A state in which a case can be had."""

    state: str
    flow: str
    title: str
    next: str


class Done(Answer, frozen=True):
    """How many timed items were done."""

    done: int


class ScenarioRows:
    """The handlers, over one process's world and its own address."""

    def __init__(self, world: World, var_dir: Path, control_url: str, url: str) -> None:
        self.world = world
        self.var_dir = var_dir
        self.control_url = control_url
        self.maker = Maker(url, control_url, var_dir)
        self.turn = asyncio.Lock()

    async def sandbox_scenarios(self, ctx: Context) -> Listed[ScenarioView]:
        """可以一键造出的办件状态。"""
        return Listed(
            items=[
                ScenarioView(state=one.state, flow=one.flow, title=one.title, next=one.next)
                for one in SCENARIOS.values()
            ]
        )

    async def make(self, ctx: Context, body: ScenarioWanted) -> Made:
        """The case, by requests of its own: before this request's transaction opens."""
        async with self.turn:
            stands = {
                row["code"]: Stand(row["cases"], row["free_fen"]) for row in await sql(_STANDS)
            }
            seen = await last_visit()
            return await asyncio.to_thread(self.maker.make, body.state, stands, seen)

    async def sandbox_scenario(self, ctx: Context, body: ScenarioWanted) -> ScenarioMade:
        """造一件处于指定状态的办件：由样本人员按正常接口逐步办成，答复可登录的各方。"""
        made: Made = ctx.prepared
        case, scenario = made.case, SCENARIOS[body.state]
        return ScenarioMade(
            case_id=UUID(case["id"]),
            number=case["number"],
            flow=case["flow"],
            state=case["state"],
            state_title=case["state_title"],
            title=scenario.title,
            next=scenario.next,
            scope_id=UUID(case["scope_id"]),
            scope_name=case["scope_name"],
            community=case["community"],
            elevator_ids=[UUID(each["id"]) for each in case["elevators"]],
            people=people_of(made),
            staff=[
                ScenarioStaff(part=part, username=name) for part, name in made.usernames.items()
            ],
        )

    async def bring_up(self, ctx: Context) -> None:
        """As `make`: requests of its own."""
        async with self.turn:
            await asyncio.to_thread(self.maker.bring_up)

    async def sandbox_upkeep(self, ctx: Context) -> None:
        """把维保记录、定期检验、维保许可和工作日历补到沙箱的今天；本来有问题的电梯不变。"""

    async def run_due(self, ctx: Context) -> int:
        """Everything that fell due."""
        return await worker.run_due(self.world)

    async def sandbox_due(self, ctx: Context) -> Done:
        """立即办理此刻到期的事项（平时由后台进程每秒办理）。"""
        return Done(done=ctx.prepared)

    def scenario_table(self) -> list[tuple[Any, ...]]:
        """Method, path, handler, what is prepared before the transaction, status, refusals."""
        failed = (ScenarioFailed,)
        full = (NoPlaceLeft, *failed)
        return [
            ("GET", "/sandbox/scenarios", self.sandbox_scenarios),
            ("POST", "/sandbox/scenarios", self.sandbox_scenario, self.make, 201, full),
            ("POST", "/sandbox/upkeep", self.sandbox_upkeep, self.bring_up, 204, failed),
            ("POST", "/sandbox/due", self.sandbox_due, self.run_due),
        ]


async def last_visit() -> date | None:
    """When an elevator was last visited, as far as the roll knows."""
    row = await one("SELECT max(visited_on) AS day FROM maintenance_visit")
    day: date | None = row["day"] if row else None
    return day


def people_of(made: Made) -> list[ScenarioPerson]:
    """The signers, the neighbour, and the manager."""
    course = made.course
    known = course.branch.people()
    parts: list[Literal["signer", "neighbour"]] = ["signer", "signer", "signer", "neighbour"]
    if made.case["heads"] < len(course.signers):
        parts[made.case["heads"]] = "neighbour"
    found = [
        ScenarioPerson(
            part=part,
            openid=known[owner.id_number].openid,
            name=owner.name,
            home=home,
            home_id=UUID(course.home_ids[home]),
        )
        for part, owner, home in zip(parts, course.owners, course.homes, strict=True)
    ]
    openid = course.branch.place.manager
    name = next(
        named.name
        for firm in course.branch.story.city.managers
        for named in firm.people
        if named.openid == openid
    )
    return [*found, ScenarioPerson(part="manager", openid=openid, name=name)]
