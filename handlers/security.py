"""The security log as auditors and administrators read it. R12.7."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta
from msgspec.structs import asdict

from handlers.lists import Listed, listing, page
from handlers.people.employees import ACCOUNT_READERS
from handlers.route import Answer, Context, Page
from models import security
from rules.words.word import OneOf, titled

TITLE = "安全日志"

KINDS = {
    "login": "登录、动态口令和退出",
    "lockout": "多次失败后不予受理",
    "account": "账号和授权",
    "unmask": "查看隐去的内容",
    "paper": "读取封存的材料",
    "export": "导出",
    "refused": "被拒绝的访问",
}
SecurityEventKind = Annotated[
    Literal["login", "lockout", "account", "unmask", "paper", "export", "refused"], titled(KINDS)
]

Moment = Annotated[datetime, Meta(tz=True)]

ACTORS = {"person": "个人", "account": "工作人员账号", "public": "未登录"}


def name_of(username: str) -> str:
    """What the username's keyed hash in the log is made of."""
    return f"username:{username.strip().lower()}"


class SecurityEventQuery(Page, frozen=True):
    """By kind, account, address, username tried, operation and time; the refused only."""

    kind: SecurityEventKind | Literal[""] = ""
    actor_id: Annotated[UUID | None, Meta(title="谁", description="个人或账号的标识")] = None
    username: Annotated[
        str, Meta(max_length=40, title="所用的用户名", description="登录时填写的，不论是否存在")
    ] = ""
    address: Annotated[str, Meta(max_length=64, title="来源地址")] = ""
    operation: Annotated[str, Meta(max_length=60, title="接口名")] = ""
    refused: Annotated[bool, Meta(title="只看未成功的")] = False
    from_at: Annotated[Moment | None, Meta(title="自何时")] = None
    to_at: Annotated[Moment | None, Meta(title="到何时")] = None


class SecurityEventView(Answer, frozen=True):
    """一次登录、被拒、查看、导出或账号变更：谁、从哪里、何时、结果。"""

    id: UUID
    at: datetime
    kind: SecurityEventKind
    operation: Annotated[str, Meta(title="接口名")]
    status: Annotated[int, Meta(title="HTTP 状态", description="400 及以上为未成功")]
    refusal: Annotated[str, Meta(title="拒绝代码", description="成功的为空")]
    actor_kind: Annotated[str, OneOf(ACTORS), Meta(title="身份")]
    actor_id: Annotated[UUID | None, Meta(title="谁", description="不知是谁的为空")]
    username: Annotated[str, Meta(title="账号", description="不是账号的为空")]
    about: Annotated[str, Meta(title="所用用户名的散列")]
    address: Annotated[str, Meta(title="来源地址")]
    request_id: Annotated[str, Meta(title="请求标识", description="与运行日志对照")]


@listing("/security-events", who=ACCOUNT_READERS, export="安全日志")
async def list_security_events(
    ctx: Context, query: SecurityEventQuery
) -> Listed[SecurityEventView]:
    """安全日志：登录、锁定、被拒、查看隐去的内容、读封存材料、导出、账号变更，留 190 天。R12.7。"""
    about = ""
    if query.username.strip():
        about = ctx.world.secrets.blind_index(name_of(query.username)).hex()
    return await page(security.EVENTS, query, SecurityEventView, username=None, about=about)


def wanted(body: Any) -> str:
    """The username that a body of a log-in names; "" for none."""
    return str(asdict(body).get("username", "")) if body is not None else ""
