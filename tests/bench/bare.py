"""The baseline: bare Sanic handlers, no framework of ours. `python -m tests.bench.bare`.

`/balance/<id>` does the very statements of ours (who asks, then the balance) by raw asyncpg and
answers the same facts; `/json` answers a constant of the size of a public notice.
"""

import os
from datetime import UTC, datetime
from uuid import UUID

import asyncpg
from sanic import HTTPResponse, Request, Sanic
from sanic.response import json

from models.ledger import scopes
from models.people import sessions
from models.standing import Viewer
from rules.days import beijing_date
from server.config import Settings
from server.vault import Vault

settings = Settings.load(os.environ)
vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
app = Sanic("bare", configure_logging=False)
CONSTANT = {f"field{number}": "公示内容" * 8 for number in range(int(os.environ["FIELDS"]))}


@app.before_server_start
async def begin(app: Sanic) -> None:
    app.ctx.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=2, max_size=10)


@app.get("/balance/<scope_id:uuid>")
async def balance(request: Request, scope_id: UUID) -> HTTPResponse:
    now = datetime.now(UTC)
    today = beijing_date(now)
    _, hashed = vault.token_hash(request.token)
    async with request.app.ctx.pool.acquire() as connection:
        who = await connection.fetchrow(sessions._WHO, hashed, now, today)
        viewer = Viewer(today, person_id=who["person_id"])
        row = await connection.fetchrow(scopes._BALANCE, *viewer.params(), scope_id)
    return json(
        {
            "scope_id": str(row["scope_id"]),
            "code": row["code"],
            "name": row["name"],
            "kind": row["kind"],
            "balance_fen": row["balance_fen"],
            "held_fen": row["held_fen"],
            "available_fen": row["balance_fen"] - row["held_fen"],
            "area_cm2": sum(row["areas"]),
            "homes": [str(home) for home in row["ids"]],
        }
    )


@app.get("/json")
async def constant(request: Request) -> HTTPResponse:
    return json(CONSTANT)


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ["PORT"]), single_process=True, access_log=False, motd=False)
