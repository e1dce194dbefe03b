"""The parameters: entered by a clerk, decided by a reviewer, read by everybody. Section 14."""

from typing import Any

from tests.access.row import DESKS, EVERYBODY, REASON, Row
from tests.handlers.objecting import done
from tests.world import City


def _rules(scene: Any) -> dict[str, Any]:
    return {
        "silence": "follows_majority",
        "filed_on": "2025-01-06",
        "source": "议事规则备案表",
        "file_id": scene.paper(),
    }


ROWS: dict[str, Row | tuple[Row, ...]] = {
    "GET /public/parameters": Row(EVERYBODY, query="?community_id={community_id}"),
    "GET /public/parameters/versions": Row(EVERYBODY),
    "GET /parameter-changes": Row(DESKS, finds=DESKS, thing="change_id"),
    "GET /parameter-changes/{change_id}": Row(DESKS),
    "POST /parameter-changes": Row(
        "clerk clerk2",
        body={"items": [{"name": "notice.days", "value": 8}], "source": "示例文件"},
    ),
    "POST /communities/{community_id}/filed-rules": Row("clerk clerk2", body=_rules),
    "POST /parameter-changes/{change_id}/confirmation": Row("reviewer"),
    "POST /parameter-changes/{change_id}/dropping": Row("clerk clerk2 reviewer", body=REASON),
}


async def ids(city: City) -> dict[str, str]:
    """A change that waits."""
    body = {"items": [{"name": "vote.days", "value": 20}], "source": "示例文件"}
    made = await done(city, "clerk", "/parameter-changes", body)
    return {"change_id": made["id"]}
