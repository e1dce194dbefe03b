"""`python -m server import-roll`: the import without a browser. R2.7."""

import io
import zipfile
from pathlib import Path

import pyotp
import pytest

from handlers.people import passwords
from handlers.route import Principal, Upload, World
from models.base import sql
from models.people.accounts import Account
from models.sealed import ACCOUNT_TOTP
from papers.sheets.reading import read_sheets
from rules.imports import check
from rules.refusals.asking import NotAllowed, WrongCredentials
from sandbox.city import CSV, write_city
from server import door
from server.import_roll import identified, import_file, nobody, uploads
from tests.handlers.imports.clerk import by_reviewer
from tests.world import City

PASSWORD = "a-long-password-1"
COMMUNITIES = "小区编号,小区名称,街道,物业服务企业\nC1,听溪苑,示例街道,示例物业\n"
BUILDINGS = "小区编号,楼栋编号,楼栋名称,记账单位\nC1,B1,1栋,幢\n"


def upload(content: str, name: str = "小区.csv") -> Upload:
    return Upload(content.encode(), name, "text/csv")


async def communities() -> int:
    rows = await sql("SELECT count(*) AS n FROM community WHERE code = 'C1'")
    return int(rows[0]["n"])


async def test_a_good_file_is_applied_only_when_confirmed(
    city: City, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await import_file(city.world, upload(COMMUNITIES), nobody) == 0
    assert await communities() == 0
    assert "尚未写入" in capsys.readouterr().err
    assert await import_file(city.world, upload(COMMUNITIES), by_reviewer(city)) == 0
    assert await communities() == 1
    assert "新增 小区 1" in capsys.readouterr().err
    assert await import_file(city.world, upload(COMMUNITIES), by_reviewer(city)) == 0
    assert "新增 无；更改 无" in capsys.readouterr().err


async def test_faulty_and_unreadable_files_are_told(
    city: City, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = COMMUNITIES.replace("示例街道", "")
    assert await import_file(city.world, upload(faulty), by_reviewer(city)) == 1
    assert "小区 第 2 行 街道：不能为空" in capsys.readouterr().err
    assert await import_file(city.world, upload("%PDF-1.7"), by_reviewer(city)) == 1
    assert "PDF" in capsys.readouterr().err
    assert await import_file(city.world, upload(COMMUNITIES + '"x'), by_reviewer(city)) == 1
    assert "引号" in capsys.readouterr().err
    assert await communities() == 0


def test_several_csv_are_one_import(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("小区.csv", "楼栋.csv", "x.xlsx")]
    for path, text in zip(paths, (COMMUNITIES, BUILDINGS, "x"), strict=True):
        path.write_text(text)
    made = list(uploads(paths))
    assert [one.name for one in made] == ["roll.zip", "x.xlsx"]
    assert len(zipfile.ZipFile(io.BytesIO(made[0].content)).namelist()) == 2
    assert check(read_sheets(made[0].name, made[0].content)).errors == ()
    assert [one.name for one in uploads(paths[:1])] == ["小区.csv"]


async def test_the_sample_city_is_taken_in(
    city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = write_city(tmp_path, 5, city.clock().date())
    file = Upload((tmp_path / CSV).read_bytes(), CSV, "application/zip")
    assert await import_file(city.world, file, by_reviewer(city)) == 0
    told = capsys.readouterr().err
    assert "核对" in told and f" / {_size(made.rows)} 行" in told
    rows = await sql(
        "SELECT (SELECT sum(balance_fen) FROM ledger_account a JOIN scope s ON s.id = a.owner_ref"
        "   WHERE a.kind = 'pooled' AND s.code LIKE 'JS%')::bigint AS pooled,"
        " (SELECT sum(balance_fen) FROM ledger_account WHERE kind = 'household_fund')::bigint"
        "   AS funds, (SELECT count(*) FROM home WHERE code LIKE 'JS%') AS homes"
    )
    assert rows[0]["pooled"] == sum(row.amount_fen for row in made.rows.openings)
    assert rows[0]["funds"] == sum(row.balance_fen for row in made.rows.funds)
    assert rows[0]["homes"] == len(made.rows.homes)


def _size(rows: object) -> int:
    return sum(len(getattr(rows, name)) for name in rows.__slots__)  # type: ignore[attr-defined]


async def login_of(city: City, who: str) -> tuple[str, str]:
    """The account can log in with this password and this one-time code."""
    secret = passwords.new_secret()
    account_id = city.roll.accounts[who]
    sealed = city.world.secrets.encrypt(secret, ACCOUNT_TOTP.of(account_id))
    await Account.filter(id=account_id).update(
        password_hash=passwords.hashed(PASSWORD), totp_cipher=sealed
    )
    return who, pyotp.TOTP(secret).at(door.now())


async def test_a_second_person_confirms_with_password_and_code(city: City) -> None:
    """Who starts the command is one person alone. R1.2."""
    username, code = await login_of(city, "reviewer")
    with pytest.raises(WrongCredentials):
        await identified(city.world, username, "wrong-password-1", code)
    who = await identified(city.world, username, PASSWORD, code)
    assert who.id == city.roll.accounts["reviewer"]
    with pytest.raises(WrongCredentials):
        await identified(city.world, username, PASSWORD, code)

    async def second(world: World) -> Principal:
        return who

    assert await import_file(city.world, upload(COMMUNITIES), second) == 0
    rows = await sql("SELECT state, confirmed_by FROM import")
    assert [(row["state"], row["confirmed_by"]) for row in rows] == [("applied", who.id)]
    with pytest.raises(NotAllowed):
        username, code = await login_of(city, "auditor")
        await identified(city.world, username, PASSWORD, code)
