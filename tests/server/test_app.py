"""Building the application: what it must not do on the way."""

from pathlib import Path
from unittest.mock import MagicMock
from uuid import uuid4

import pytest
from sanic import Sanic
from sanic.mixins import routes

import console
import handlers
from handlers.route import Upload
from rules.people import Role
from server import app as application
from server import bodies, health
from server.config import Settings

assert handlers and console, "importing them fills the table of operations"


def test_no_source_is_read_to_learn_how_errors_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a format of its own, Sanic parses the source of each of some 340 routes."""

    def refuse(handler: object) -> str:
        raise AssertionError(f"{handler} was read")

    monkeypatch.setattr(routes, "getsource", refuse)
    settings = Settings.load({"VAR_DIR": str(tmp_path)})
    deps = application.Deps(settings, MagicMock(), MagicMock())
    built = application.build(deps, name=f"unread-{uuid4().hex[:8]}")
    try:
        health.install(built, MagicMock())
        assert len(built.router.routes) > len(application.TABLE)
    finally:
        Sanic.unregister_app(built)


def test_what_strangers_may_send_is_short() -> None:
    """Rows open to everybody take 16 KB, and no form: nothing of theirs is dear to read."""
    open_rows = [op for op in application.TABLE if Role.PUBLIC in op.who and not op.reads]
    assert {op.name for op in open_rows} >= {"log_in", "log_in_staff", "take_push"}
    for op in open_rows:
        assert bodies.limit_of(op, 12 << 20) <= 16 << 10, op.name
        assert bodies.body_type(op) is not Upload or op.takes, f"{op.name} reads forms"
