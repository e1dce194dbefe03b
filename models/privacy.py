"""What a person agreed to and when, and all that is kept about one. R12.7."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from rules.privacy import Kept


class PrivacyConsent(Row):
    """One act of agreeing to a version of the notice, or of taking that back; the last counts."""

    person_id = fields.UUIDField(db_index=True)
    version = fields.CharField(12)
    kind = fields.CharField(10)
    agreed = fields.BooleanField()
    at = fields.DatetimeField()

    class Meta:
        table = "privacy_consent"


_ABOUT = {
    "绑定的房屋": "SELECT h.code AS 房屋, b.how AS 方式, b.from_at AS 自, b.to_at AS 至"
    " FROM binding b JOIN home h ON h.id = b.home_id WHERE b.person_id = $1 ORDER BY b.from_at",
    "绑定申请": "SELECT h.code AS 房屋, c.state AS 状态, c.reason AS 理由, c.created_at AS 提交"
    " FROM binding_claim c JOIN home h ON h.id = c.home_id WHERE c.person_id = $1"
    " ORDER BY c.created_at",
    "更正申请": "SELECT h.code AS 房屋, c.field AS 内容, c.state AS 状态, c.why AS 理由,"
    " c.made_at AS 提交 FROM roll_correction c JOIN home h ON h.id = c.home_id"
    " WHERE c.person_id = $1 ORDER BY c.made_at",
    "授权": "SELECT a.role AS 身份, a.body_name AS 单位, a.from_on AS 自, a.to_on AS 至,"
    " a.state AS 状态 FROM appointment a WHERE a.person_id = $1 ORDER BY a.created_at",
    "反对意见": "SELECT k.number AS 办件, o.text AS 内容, o.arrived_at AS 到达, o.state AS 状态"
    ' FROM objection o JOIN "case" k ON k.id = o.case_id WHERE o.person_id = $1'
    " ORDER BY o.arrived_at",
    "选票": "SELECT b.vote_id AS 表决, b.channel AS 方式, b.cast_at AS 投出, b.receipt AS 回执"
    " FROM ballot b WHERE b.person_id = $1 ORDER BY b.cast_at",
    "上传的材料": "SELECT f.id AS 标识, f.name AS 名称, f.created_at AS 上传 FROM file f"
    " WHERE f.owner_kind = 'person' AND f.owner_id = $1 ORDER BY f.created_at",
    "消息": "SELECT m.title AS 标题, m.text AS 内容, m.created_at AS 时间 FROM message m"
    " WHERE m.to_kind = 'person' AND m.to_id = $1 ORDER BY m.created_at",
    "登录": "SELECT s.device AS 设备, s.created_at AS 自, s.expires_at AS 至 FROM session s"
    " WHERE s.person_id = $1 ORDER BY s.created_at",
    "同意": "SELECT c.version AS 版本, c.kind AS 事项, c.agreed AS 同意, c.at AS 时间"
    " FROM privacy_consent c WHERE c.person_id = $1 ORDER BY c.at, c.id",
}
"""Everything that is kept about a person besides the sealed number, by what it is."""


async def all_about(person_id: UUID) -> dict[str, list[dict[str, Any]]]:
    """All rows about the person, by what they are."""
    return {title: await sql(statement, person_id) for title, statement in _ABOUT.items()}


async def standing(person_id: UUID) -> list[dict[str, Any]]:
    """The last word of the person on each thing."""
    return await sql(
        "SELECT DISTINCT ON (kind) kind, version, agreed, at FROM privacy_consent"
        " WHERE person_id = $1 ORDER BY kind, at DESC, id DESC",
        person_id,
    )


async def said(person_id: UUID, version: str, kind: str, agreed: bool, at: datetime) -> None:
    """The person's word is kept."""
    await PrivacyConsent.create(
        person_id=person_id, version=version, kind=kind, agreed=agreed, at=at
    )


async def withdraw_waiting(person_id: UUID, at: datetime, *, by_face: bool) -> None:
    """What the person asked for and is not decided is withdrawn: claims of homes, and changes of
    the login; or only those changes that rest on the face."""
    await sql(
        "UPDATE login_change SET state = 'withdrawn', decided_at = $2 WHERE person_id = $1"
        " AND state IN ('waiting', 'contested') AND (how = 'face' OR NOT $3::boolean)",
        person_id,
        at,
        by_face,
    )
    if not by_face:
        await sql(
            "UPDATE binding_claim SET state = 'withdrawn', decided_at = $2"
            " WHERE person_id = $1 AND state IN ('open', 'proposed')",
            person_id,
            at,
        )


_KEPT = {
    Kept.BINDINGS: "SELECT 1 FROM binding WHERE person_id = $1",
    Kept.CLAIMS: "SELECT 1 FROM binding_claim WHERE person_id = $1",
    Kept.SIGNATURES: "SELECT 1 FROM signature WHERE person_id = $1",
    Kept.OBJECTIONS: "SELECT 1 FROM objection WHERE person_id = $1",
    Kept.BALLOTS: "SELECT 1 FROM ballot WHERE person_id = $1",
    Kept.PAPERS: "SELECT 1 FROM file WHERE owner_id = $1 AND class <> ''",
    Kept.CONSENTS: "SELECT 1 FROM privacy_consent WHERE person_id = $1",
    Kept.SESSIONS: "SELECT 1 FROM session WHERE person_id = $1",
    Kept.BOOKS: "SELECT 1 FROM person WHERE id = $1",
}


async def kept_of(person_id: UUID) -> list[Kept]:
    """What of the person there is that the law has kept."""
    found = ", ".join(f"EXISTS ({each}) AS {what}" for what, each in _KEPT.items())
    (row,) = await sql(f"SELECT {found}", person_id)
    return [what for what in Kept if row[what]]


async def works_here(person_id: UUID) -> bool:
    """Whether this is a login of somebody who works with an account."""
    row = await one(
        "SELECT 1 AS yes FROM account a, LATERAL logins_with(a.id) l"
        " WHERE a.disabled_at IS NULL AND l.login_id = $1 LIMIT 1",
        person_id,
    )
    return row is not None


_ERASE = (
    # Whoever comes with this WeChat again is somebody new.
    "UPDATE person SET openid = 'erased:' || id, phone_cipher = NULL, phone_index = NULL"
    " WHERE id = $1",
    "UPDATE session SET device = '', revoked_at = coalesce(revoked_at, $2) WHERE person_id = $1",
    "UPDATE message SET title = '', text = '', link = '', read_at = coalesce(read_at, $2)"
    " WHERE to_kind = 'person' AND to_id = $1",
    "UPDATE delivery d SET openid = '', data = '{}', state = CASE WHEN d.state IN ('waiting',"
    " 'leased') THEN 'unconsented' ELSE d.state END, lease = NULL, lease_until = NULL,"
    " settled_at = coalesce(d.settled_at, $2)"
    " FROM message m WHERE m.id = d.message_id AND m.to_kind = 'person' AND m.to_id = $1",
    "UPDATE consent SET standing = false, by_phone = 0, by_push = 0, used = 0, changed_at = $2"
    " WHERE person_id = $1",
    "UPDATE face_check SET papers_index = '', verify_id = '', used_at = coalesce(used_at, $2)"
    " WHERE person_id = $1",
)


async def erase(person_id: UUID, actor: str, at: datetime) -> None:
    """What the law lets go of the person is gone, and every login ended; `actor` is under whom
    the person's repeated requests were answered."""
    for statement in _ERASE:
        await sql(statement, *((person_id, at) if "$2" in statement else (person_id,)))
    await sql("DELETE FROM answered WHERE actor = $1", actor)
