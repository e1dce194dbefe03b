"""What only a sandbox answers: its people, its staff with tokens, login codes, its clock, and the
pages of the API's reference.

The rows are given to the application by `server.__main__` when SANDBOX is on, and are never in the
table of operations: no production process can have them.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import httpx
import msgspec
from msgspec import UNSET, Meta

from handlers.lists import Listed, cursor, read_cursor
from handlers.people import passwords
from handlers.route import Answer, Body, Context, Operation, Page, World
from handlers.shown import at
from models.base import sql
from rules.people import Role
from rules.refusals.asking import Malformed, WechatUnavailable
from rules.refusals.base import Refusal
from sandbox import clock
from sandbox.people import Playable, phones, playable
from sandbox.reference.rows import PAGES
from sandbox.scenarios.rows import ScenarioRows, last_visit
from sandbox.seed import Seed
from sandbox.stage import local_url
from server import door, worker
from server.runtime import Runtime

CONTROL = "SANDBOX_WECHAT_CONTROL"

Openid = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]
FAR = 3650 * 86_400
STALE_DAYS = 15

T = TypeVar("T")


class SandboxHome(Answer, frozen=True):
    """A home somebody holds; `home_id` is there once the roll was imported."""

    code: str
    home_id: UUID | None


class SandboxPerson(Answer, frozen=True):
    """A generated person to log in as. Nobody of that name or number exists."""

    role: Literal["owner", "committee", "manager", "independent"]
    openid: str
    name: str
    id_kind: str
    id_number: str
    phone: str
    body_name: str
    homes: list[SandboxHome]


class PeopleQuery(Page, frozen=True, kw_only=True):
    """Narrow the people to a role, or to a home's code or a name that begins so."""

    role: Literal["", "owner", "committee", "manager", "independent"] = ""
    q: Annotated[str, Meta(max_length=60)] = ""


class SandboxStaff(Answer, frozen=True):
    """An account with all that opens it, and the employee's WeChat: `/sandbox/wechat/code` plays
    the registered phone, where invitations and news of accounts arrive. `totp` is what the
    authenticator shows at this moment."""

    username: str
    name: str
    openid: str
    roles: list[Role]
    body_name: str
    token: str
    password: str
    totp_secret: str
    totp: str


class CodeWanted(Body, frozen=True):
    """Whose phone calls wx.login; `phone` for a number that the sandbox's people do not have."""

    openid: Openid
    phone: Annotated[str, Meta(pattern="^(1[0-9]{10})?$")] = ""


class LoginCode(Answer, frozen=True):
    """A login code as wx.login gives it, and one for the phone number where the person has one."""

    code: str
    phone_code: str


class ClockSet(Body, frozen=True):
    """Either a moment to be now, or how far to go on."""

    now: Annotated[datetime, Meta(tz=True)] | None = None
    advance_seconds: Annotated[int, Meta(ge=-FAR, le=FAR)] | None = None


class ClockView(Answer, frozen=True):
    """The sandbox's time. `done` is how many timed items the move brought about, `warnings` what
    the move leaves behind, in Chinese."""

    now: datetime
    offset_seconds: int
    done: int
    warnings: list[str] = []


@dataclass(frozen=True)
class Moved:
    """The moment before the clock was moved, and how many items fell due by it."""

    before: datetime
    done: int


class DeliveryCounts(Answer, frozen=True):
    """Messages so far: in the inbox, waiting for WeChat, sent by it, and not sent."""

    inbox: int
    waiting: int
    sent: int
    other: int


class Rows(ScenarioRows):
    """The handlers, over one process's world; `url` is where this process itself answers."""

    def __init__(self, world: World, var_dir: Path, control_url: str, url: str = "") -> None:
        super().__init__(world, var_dir, control_url, url)
        self.seed = Seed(world, var_dir)
        self.offset = clock.offset_in(var_dir)

    async def sandbox_people(self, ctx: Context, query: PeopleQuery) -> Listed[SandboxPerson]:
        """沙箱人员：角色、openid、房屋、姓名与证件号码（均为程序生成）。"""
        found = [
            person
            for person in playable()
            if query.role in ("", person.role) and _matches(person, query.q)
        ]
        part = _part(found, query)
        ids = await _home_ids(part.items)
        items = [_shown(person, ids) for person in part.items]
        return Listed(items=items, next=part.next, total=part.total)

    async def sandbox_staff(self, ctx: Context, query: Page) -> Listed[SandboxStaff]:
        """沙箱工作人员账号与令牌；名册导入后另有街道账号。"""
        await self.seed.ensure()
        items = [
            SandboxStaff(
                username=one.username,
                name=one.name,
                openid=one.openid,
                roles=[Role(role) for role in one.roles],
                body_name=one.body_name,
                token=one.token,
                password=one.password,
                totp_secret=one.totp_secret,
                totp=passwords.code_at(one.totp_secret, ctx.now),
            )
            for one in self.seed.staff()
        ]
        return _part(items, query)

    async def new_code(self, ctx: Context, body: CodeWanted) -> dict[str, Any]:
        """Ask the emulated WeChat for a code, after making whoever is still missing."""
        await self.seed.ensure()
        order = {"openid": body.openid}
        phone = body.phone or phones().get(body.openid)
        if phone:
            order["phone"] = phone
        return await self._control("/codes", order)

    async def sandbox_code(self, ctx: Context, body: CodeWanted) -> LoginCode:
        """取得某人的微信登录凭证（等同于手机上的 wx.login）。"""
        made = ctx.prepared
        return LoginCode(code=str(made["code"]), phone_code=str(made.get("phone_code", "")))

    async def sandbox_clock(self, ctx: Context) -> ClockView:
        """沙箱时间。"""
        return self._clock(0)

    async def move(self, ctx: Context, body: ClockSet) -> "Moved":
        """Move everybody's clock, and do what fell due by it."""
        if (body.now is None) == (body.advance_seconds is None):
            raise Malformed("now 与 advance_seconds 须且只须给出一个")
        async with self.turn:
            before = door.now()
            if body.now is not None:
                clock.move(self.var_dir, body.now)
            else:
                clock.advance(self.var_dir, timedelta(seconds=body.advance_seconds or 0))
            if self.control_url:
                await self._control("/clock", {"now": door.now().isoformat()})
            done = await worker.settle(self.world)
        return Moved(before, done)

    async def sandbox_clock_set(self, ctx: Context, body: ClockSet) -> ClockView:
        """拨动沙箱时间，并立即办理届时到期的事项；往回拨时答复里有警告。"""
        moved: Moved = ctx.prepared
        return self._clock(moved.done, await _warnings(moved.before, door.now()))

    async def sandbox_deliveries(self, ctx: Context) -> DeliveryCounts:
        """消息数量：站内、待发、已发。"""
        rows = await sql(
            "SELECT (SELECT count(*) FROM message) AS inbox,"
            " count(*) FILTER (WHERE state IN ('waiting', 'leased')) AS waiting,"
            " count(*) FILTER (WHERE state = 'sent') AS sent,"
            " count(*) FILTER (WHERE state NOT IN ('waiting', 'leased', 'sent')) AS other"
            " FROM delivery"
        )
        return DeliveryCounts(**rows[0])

    def _clock(self, done: int, warnings: list[str] | None = None) -> ClockView:
        seconds = self.offset() // timedelta(seconds=1)
        return ClockView(
            now=at(door.now()), offset_seconds=seconds, done=done, warnings=warnings or []
        )

    async def _control(self, path: str, order: dict[str, Any]) -> dict[str, Any]:
        """One order to the emulated WeChat. Raises WechatUnavailable without one."""
        if not self.control_url:
            raise WechatUnavailable("沙箱未启动微信模拟器")
        try:
            async with httpx.AsyncClient(timeout=60, trust_env=False) as http:
                answer = await http.post(self.control_url + path, json=order)
                answer.raise_for_status()
                made: dict[str, Any] = msgspec.json.decode(answer.content)
        except (httpx.HTTPError, msgspec.DecodeError) as error:
            raise WechatUnavailable("微信模拟器没有应答") from error
        return made


def table(runtime: Runtime) -> list[Operation]:
    """The sandbox's rows for the application of this process."""
    settings = runtime.settings
    url = local_url(settings.host, settings.port)
    rows = Rows(runtime.world, settings.var_dir, os.environ.get(CONTROL, ""), url)
    return operations(rows)


def operations(rows: Rows) -> list[Operation]:
    """The rows over these handlers; open to anybody, for nothing in a sandbox is anybody's."""
    return [
        _row("GET", "/sandbox/people", rows.sandbox_people),
        _row("GET", "/sandbox/staff", rows.sandbox_staff),
        _row("POST", "/sandbox/wechat/code", rows.sandbox_code, rows.new_code),
        _row("GET", "/sandbox/clock", rows.sandbox_clock),
        _row("POST", "/sandbox/clock", rows.sandbox_clock_set, rows.move),
        _row("GET", "/sandbox/deliveries", rows.sandbox_deliveries),
        *(_row(*one) for one in rows.scenario_table()),
        *(_row("GET", path, handler, blob=(kind,)) for path, handler, kind in PAGES),
    ]


def _row(
    method: str,
    path: str,
    handler: Callable[..., Any],
    prepare: Callable[..., Any] | None = None,
    status: int = 200,
    refuses: tuple[type[Refusal], ...] = (),
    blob: tuple[str, ...] = (),
) -> Operation:
    return Operation(
        method=method,
        path=path,
        handler=handler,
        who=frozenset({Role.PUBLIC}),
        refuses=(Malformed, WechatUnavailable, *refuses),
        status=status,
        keyed=False,
        etag=bool(blob),
        prepare=prepare,
        blob=blob,
        limit="",
    )


def _part(found: Sequence[T], query: Page) -> Listed[T]:
    """The page of what is not in the database, with the cursors of every list."""
    after = read_cursor(query.after, "", [int])
    begin = after[0] if after else 0
    end = begin + query.limit
    return Listed(
        items=list(found[begin:end]),
        next=cursor("", [end]) if end < len(found) else "",
        total=len(found) if query.count else UNSET,
    )


async def _warnings(before: datetime, after: datetime) -> list[str]:
    """What the one who moved the clock should know."""
    found = []
    if after < before:
        found.append(
            f"时钟从 {at(before):%Y-%m-%d %H:%M} 往回拨到了 {at(after):%Y-%m-%d %H:%M}："
            "已经发生的事不会撤销——办结的期限、入账的钱、发出的消息和签过的名都在，记的仍是原来的时间；"
            "此后发生的事记在它们之前，经过里的先后会颠倒，还没到的期限要重新等到。"
            "要一座从头开始的城市，请停下沙箱后重新 make run"
        )
    seen = await last_visit()
    if seen is not None and (at(after).date() - seen).days > STALE_DAYS:
        found.append(
            f"维保记录只到 {seen}，受理会因“维保”条件不满足被拒绝；"
            "POST /sandbox/upkeep 把维保、检验和工作日历补到今天"
        )
    return found


def _matches(person: Playable, text: str) -> bool:
    return (
        not text
        or person.named.name.startswith(text)
        or any(home.startswith(text) for home in person.homes)
    )


async def _home_ids(page: list[Playable]) -> dict[str, UUID]:
    codes = [home for person in page for home in person.homes]
    rows = await sql("SELECT id, code FROM home WHERE code = ANY($1)", codes)
    return {row["code"]: row["id"] for row in rows}


def _shown(person: Playable, ids: dict[str, UUID]) -> SandboxPerson:
    named = person.named
    return SandboxPerson(
        role=person.role,  # type: ignore[arg-type]
        openid=named.openid,
        name=named.name,
        id_kind=named.id_kind,
        id_number=named.id_number,
        phone=named.phone,
        body_name=person.body_name,
        homes=[SandboxHome(code=home, home_id=ids.get(home)) for home in person.homes],
    )
