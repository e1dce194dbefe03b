"""What a person agreed to and when, and all that is kept about one. R12.7."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, sql


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
