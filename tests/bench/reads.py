"""The hot reads: a pooled balance with login, a public notice; against bare code and an ORM."""

from pathlib import Path

import httpx

from server.config import Settings
from tests.bench.sizes import SIZES
from tests.bench.stage import Prepared, line, rate, served


def run(settings: Settings, env: dict[str, str], prepared: Prepared, folder: Path) -> list[str]:
    """The lines of the reads; every server is up for all rounds, one is asked at a time."""
    token = prepared.owner_tokens["owner1"]
    env = {**env, "DATABASE_URL": prepared.url}
    with served(["server", "serve"], env, "/ready", folder / "serve.log") as ours:
        balance = f"{ours}/scopes/{prepared.scope_id}/balance"
        notice = f"{ours}/public/notices/{prepared.notice_token}"
        size = len(httpx.get(notice, trust_env=False).raise_for_status().content)
        bare_env = {**env, "FIELDS": str(max(1, size // 115))}
        with (
            served(["tests.bench.bare"], bare_env, "/json", folder / "bare.log") as bare,
            served(["tests.bench.orm_rival"], env, "/docs", folder / "orm.log") as orm,
        ):
            scope = prepared.scope_id
            targets = {
                "ours_balance": (balance, token),
                "bare_balance": (f"{bare}/balance/{scope}", token),
                "orm_balance": (f"{orm}/balance/{scope}", token),
                "ours_notice": (notice, ""),
                "bare_json": (f"{bare}/json", ""),
                "orm_notice": (f"{orm}/notice/{prepared.notice_token}", ""),
            }
            got: dict[str, list[float]] = {name: [] for name in targets}
            for _ in range(SIZES.rounds):
                for name, (url, bearer) in targets.items():
                    got[name].append(rate(url, bearer))
    return [
        line("balance_with_login", got["ours_balance"], got["bare_balance"], ">=0.6"),
        line("public_notice", got["ours_notice"], got["bare_json"], ">=0.5"),
        line("balance_against_orm", got["ours_balance"], got["orm_balance"], ">=2.5"),
        line("notice_against_orm", got["ours_notice"], got["orm_notice"], ">=2.5"),
    ]
