"""Filing an objection against the very statements it makes; see `tests.bench.posting`."""

import json
from pathlib import Path

from server.config import Settings
from tests.bench import posting
from tests.bench.posting import Post
from tests.bench.stage import Prepared

TEXT = "对方案中的免赔额有不同意见，请先说明理由。"


def run(
    settings: Settings, env: dict[str, str], prepared: Prepared, folder: Path, url: str
) -> list[str]:
    """Two lines."""
    body = json.dumps({"text": TEXT}, ensure_ascii=False).encode()
    token = prepared.owner_tokens["owner5"]
    posts = [Post(f"/cases/{case_id}/objections", token, body) for case_id in prepared.cases]
    return posting.run("file_objection", settings, env, posts, folder, url, "bench")
