"""A PostgreSQL or a database that the program does not work with is refused, in one line."""

from pathlib import Path

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import postgres
from sandbox import demo, stage
from server import engines as embedded
from server import supported
from server.__main__ import main
from server.config import Settings, Unsupported
from tests.databases import other_database, statements

# As SHOW server_version_num gives it: three parts before 10, two since.
NUMBERS = st.one_of(
    st.builds(lambda a, b, c: a * 10000 + b * 100 + c, *[st.integers(1, 9)] * 3),
    st.builds(lambda a, b: a * 10000 + b, st.integers(10, 40), st.integers(0, 99)),
)


@given(NUMBERS)
def test_only_versions_from_the_oldest_on_are_taken(number: int) -> None:
    why = supported.fault(number)
    assert (why == "") is (number >= supported.OLDEST * 10000)
    if why:
        assert "\n" not in why
        assert f"须为 {supported.OLDEST} 至 {supported.NEWEST}" in why


def test_it_is_named_as_people_name_it() -> None:
    assert "PostgreSQL 14，" in supported.fault(140020)
    assert "PostgreSQL 9.6，" in supported.fault(90624)
    assert not supported.fault(150000)
    assert not supported.fault(190000)


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> pytest.MonkeyPatch:
    """The environment of this test's database; `setattr` of a version makes it that one."""
    monkeypatch.setenv("DATABASE_URL", settings.database_url or "")
    monkeypatch.setenv("REDIS_URL", settings.redis_url or "")
    monkeypatch.setenv("VAR_DIR", str(settings.var_dir))
    return monkeypatch


def version(says: pytest.MonkeyPatch, number: int) -> None:
    async def said(connection: asyncpg.Connection) -> int:
        assert await connection.fetchval("SHOW server_version_num")
        return number

    says.setattr(postgres, "version", said)


@pytest.mark.parametrize(
    "command", [["serve"], ["work"], ["migrate"], ["migrate", "--list"], ["import-roll", "x.xlsx"]]
)
def test_every_start_refuses_an_older_one(
    says: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    version(says, 140020)
    assert main(command) == 2
    told = capfd.readouterr()
    assert told.err == supported.fault(140020) + "\n"
    assert told.out == ""


async def test_a_newer_one_is_named_in_the_log_and_taken(
    says: pytest.MonkeyPatch, database: str
) -> None:
    warned: list[int] = []
    says.setattr(supported.log, "warning", lambda event, version: warned.append(version))
    version(says, 190003)
    await supported.check(database)
    version(says, 180004)
    await supported.check(database)
    version(says, 149999)
    with pytest.raises(Unsupported):
        await supported.check(database)
    assert warned == [19]


def test_the_demo_ends_with_what_migrating_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """As a migrating process ends that met an older server; it has spoken already."""

    def refused(env: object, *command: str) -> None:
        assert command == ("migrate",)
        raise stage.CommandFailed(2)

    monkeypatch.setattr(stage, "_run", refused)
    assert demo.main(["--dir", str(tmp_path / "demo")]) == 2
    assert "Traceback" not in capfd.readouterr().err


async def test_a_database_in_another_encoding_is_refused(engines: embedded.Engines) -> None:
    url = other_database(engines.owner_url, "in_latin")
    made = (
        "CREATE DATABASE in_latin TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"
        " ENCODING 'LATIN1'"
    )
    await statements(engines.owner_url, made)
    try:
        with pytest.raises(Unsupported):
            await supported.check(url)
    finally:
        await statements(engines.owner_url, "DROP DATABASE in_latin")
