"""What every table shares, and the one way to run a raw statement.

A raw statement runs on the transaction of the current task when there is one, else on a pooled
connection, exactly as the ORM's own calls do, so the two may be mixed freely.
"""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg
import msgspec
from tortoise import fields
from tortoise.connection import get_connection
from tortoise.models import Model

from models.ids import new_id
from models.tls import encryption
from rules.discovery import below, load

APP = "models"


class Row(Model):
    """A table whose key is a random id."""

    id = fields.UUIDField(primary_key=True, default=new_id)

    class Meta:
        abstract = True


class Connection(asyncpg.Connection):  # type: ignore[misc]
    """A pooled connection that is given back without a round trip to the server.

    Nothing here sets session state (no session locks, listeners, cursors or settings), so there
    is nothing to reset; a transaction left open is rolled back all the same.
    """

    def get_reset_query(self) -> str:
        """Nothing to ask the server."""
        return ""


def modules() -> list[str]:
    """Every file of models that makes a table."""
    load(APP, but=f"{APP}.migrations")
    tables = (one for one in below(Model) if one.__module__.startswith(f"{APP}."))
    return sorted({one.__module__ for one in tables if not one._meta.abstract})


CONNECT_SECONDS = 5
COMMAND_SECONDS = 30
"""How long a connection and a statement are waited for; tests on a busy machine wait longer."""


def database(url: str, pool: int = 10) -> dict[str, Any]:
    """Tortoise's configuration for a `postgresql://` URL, with a pool of that many connections.

    A unix socket is named the libpq way: `postgresql://user@/name?host=/dir`.
    """
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    credentials: dict[str, Any] = {
        "host": query.get("host") or parts.hostname or "127.0.0.1",
        "port": int(query.get("port") or parts.port or 5432),
        "user": unquote(parts.username or "postgres"),
        "password": unquote(parts.password) if parts.password else None,
        "database": parts.path.lstrip("/") or "postgres",
        "connection_class": Connection,
        "minsize": min(2, pool),
        "maxsize": pool,
        "ssl": encryption(query),
        "timeout": CONNECT_SECONDS,
        "command_timeout": COMMAND_SECONDS,
        "server_settings": {
            "application_name": "jishou",
            "lock_timeout": "10s",
            "idle_in_transaction_session_timeout": "60s",
            "statement_timeout": "60s",
        },
    }
    return {
        "connections": {
            "default": {"engine": "tortoise.backends.asyncpg", "credentials": credentials}
        },
        "apps": {
            APP: {
                "models": modules(),
                "default_connection": "default",
                "migrations": "models.migrations",
            }
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def role_of(url: str) -> str:
    """As whom a `postgresql://` URL connects."""
    return unquote(urlsplit(url).username or "postgres")


def unhurried(url: str) -> dict[str, Any]:
    """The same for a command at the console: two connections, no limits that keep a request
    short."""
    config = database(url, pool=2)
    credentials = config["connections"]["default"]["credentials"]
    credentials["command_timeout"] = None
    limits = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    credentials["server_settings"] |= dict.fromkeys(limits, "0")
    return config


async def sql(statement: str, *params: Any) -> list[dict[str, Any]]:
    """Rows of one statement with `$1` parameters; also the way to `INSERT … RETURNING`."""
    return await get_connection("default").execute_query_dict(statement, list(params))


async def one(statement: str, *params: Any) -> dict[str, Any] | None:
    """The first row of a statement, or None."""
    rows = await sql(statement, *params)
    return rows[0] if rows else None


def jsonb(value: Any) -> str:
    """A value as the text PostgreSQL reads into `jsonb`."""
    return msgspec.json.encode(value).decode()
