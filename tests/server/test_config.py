"""Settings: strict in production, ready at once in development, silent about secrets."""

import base64
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from notify.templates import Approved
from server import migrate
from server.config import Keyring, Misconfigured, Mode, Settings
from server.keys import GENERATED, weakness

RANDOM = Random(20250915)


def key(size: int = 32) -> str:
    """A key nobody knows, the same in every process that collects these tests."""
    return base64.b64encode(RANDOM.randbytes(size)).decode()


@pytest.fixture
def production(tmp_path: Path) -> dict[str, str]:
    """An environment with which production starts."""
    return {
        "MODE": "production",
        "VAR_DIR": str(tmp_path / "var"),
        "DATABASE_URL": "postgresql://app:Zr7_kWq94LmX2pTd@db.internal/jishou?sslmode=verify-full"
        "&sslrootcert=/etc/jishou/ca.pem",
        "REDIS_URL": "rediss://:Vt5-hPz83QnB6yKs@cache.internal:6379/0",
        "PUBLIC_URL": "https://lift.example.gov.cn/",
        "TOKEN_KEYS": f"new:{key()},old:{key(48)}",
        "ID_KEYS": f"a1:{key()}",
        "INDEX_KEYS": f"x1:{key()}",
        "LOG_KEYS": f"l1:{key()}",
        "WECHAT_APPID": "wx0123456789abcdef",
        "WECHAT_SECRET": RANDOM.randbytes(16).hex(),
        "WECHAT_PUSH_TOKEN": RANDOM.randbytes(16).hex(),
        "WECHAT_AES_KEY": key().rstrip("="),
        "WECHAT_TEMPLATES": '{"notice": "T1", "task": {"id": "T2", "keys": {"time3": "date5"}}}',
        "WECHAT_PAGES": '{"vote": "pkgVote/pages/index"}',
        "TRUSTED_PROXIES": "10.0.0.5, 10.1.0.0/16",
    }


def faults(env: dict[str, str]) -> list[str]:
    with pytest.raises(Misconfigured) as refused:
        Settings.load(env)
    return refused.value.faults


def test_production_starts_with_everything_given(production: dict[str, str]) -> None:
    settings = Settings.load(production)
    assert settings.production and not settings.sandbox
    assert settings.public_url == "https://lift.example.gov.cn"
    assert settings.token_keys.current[0] == "new"
    assert settings.token_keys.find("old") and settings.token_keys.find("lost") is None
    assert settings.wechat.templates == {
        "notice": Approved("T1"),
        "task": Approved("T2", {"time3": "date5"}),
    }
    assert settings.wechat.pages == {"vote": "pkgVote/pages/index"}
    assert [str(network) for network in settings.trusted_proxies] == ["10.0.0.5/32", "10.1.0.0/16"]
    assert settings.bootstrap_token is None
    assert not Path(production["VAR_DIR"]).exists(), "production makes up no secrets"


REQUIRED = ["DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "TOKEN_KEYS", "ID_KEYS", "INDEX_KEYS"]
REQUIRED += ["LOG_KEYS", "WECHAT_APPID", "WECHAT_SECRET", "WECHAT_PUSH_TOKEN", "WECHAT_AES_KEY"]


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("value", [None, "", "   "])
def test_production_refuses_a_missing_setting(
    production: dict[str, str], name: str, value: str | None
) -> None:
    if value is None:
        del production[name]
    else:
        production[name] = value
    assert [fault.split(":")[0] for fault in faults(production)] == [name]


BAD = [
    ("SANDBOX", "1"),
    ("PUBLIC_URL", "http://lift.example.gov.cn"),
    ("PUBLIC_URL", "lift.example.gov.cn"),
    ("DATABASE_URL", "sqlite://var/db"),
    ("DATABASE_URL", "postgresql://postgres:postgres@db.internal/jishou"),
    ("REDIS_URL", "redis://:change-me-please@cache.internal:6379/0"),
    ("TOKEN_KEYS", f"k:{key(31)}"),
    ("TOKEN_KEYS", "k:not base64!"),
    ("TOKEN_KEYS", key()),
    ("TOKEN_KEYS", f"k:{key()},k:{key()}"),
    ("TOKEN_KEYS", "k:" + base64.b64encode(b"secret-key-secret-key-secret-key").decode()),
    ("ID_KEYS", f"k:{key(33)}"),
    ("ID_KEYS", "k:" + base64.b64encode(bytes(32)).decode()),
    ("INDEX_KEYS", "x:" + base64.b64encode(bytes(range(32))).decode()),
    ("INDEX_KEYS", "x:" + base64.b64encode(b"correct horse " * 4).decode()),
    ("BOOTSTRAP_TOKEN", "short"),
    ("BOOTSTRAP_TOKEN", "changeme" * 4),
    ("BOOTSTRAP_TOKEN", "please-change-me-before-you-start-it"),
    ("METRICS_TOKEN", "x" * 31),
    ("WECHAT_SECRET", "0" * 32),
    ("WECHAT_SECRET", RANDOM.randbytes(15).hex()),
    ("WECHAT_AES_KEY", key(48)),
    ("WECHAT_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
    ("WECHAT_API_BASE_URL", "http://127.0.0.1:9999"),
    ("WECHAT_TEMPLATES", "[1]"),
    ("WECHAT_TEMPLATES", '{"task": {"keys": {}}}'),
    ("WECHAT_PAGES", "pages/home/index"),
    ("DATABASE_POOL", "many"),
    ("DATABASE_POOL", "0"),
    ("TRUSTED_PROXIES", "10.0.0.5/8"),
    ("LOG_LEVEL", "LOUD"),
    ("PORT", "70000"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_production_refuses_a_bad_setting_and_does_not_repeat_it(
    production: dict[str, str], name: str, value: str
) -> None:
    production[name] = value
    found = faults(production)
    assert found and all(fault.startswith(name) for fault in found), found
    assert len(value) < 8 or value not in " ".join(found)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WECHAT_TEMPLATES", '{"notice_opened": "T"}', "应为 progress、notice、task"),
        ("WECHAT_TEMPLATES", '{"task": ""}', "task 缺少模板 id"),
        ("WECHAT_TEMPLATES", '{"task": "T", "notice": "T"}', "用了两次"),
        ("WECHAT_TEMPLATES", '{"task": {"id": "T", "keys": {"thing9": "thing1"}}}', "没有 thing9"),
        ("WECHAT_TEMPLATES", '{"task": {"id": "T", "keys": {"thing1": "phrase1"}}}', "应为 thingN"),
        ("WECHAT_TEMPLATES", '{"task": {"id": "T", "keys": {"time3": "time"}}}', "timeN"),
        ("WECHAT_TEMPLATES", '{"task": {"id": "T", "keys": {"thing1": "thing2"}}}', "对应了两项"),
        ("WECHAT_PAGES", '{"home": "pages/home"}', "没有名为 home 的页面"),
        ("WECHAT_PAGES", '{"vote": "/pages/vote/index"}', "不以 / 开头"),
        ("WECHAT_PAGES", '{"vote": "pages/vote?id=1"}', "不带参数"),
    ],
)
def test_templates_and_pages_say_what_is_wrong(
    production: dict[str, str], name: str, value: str, said: str
) -> None:
    """A key or page that WeChat would refuse is found at the start, not by a silent owner."""
    [fault] = faults(production | {name: value})
    assert fault.startswith(f"{name}: ") and said in fault


def test_one_secret_may_not_serve_twice(production: dict[str, str]) -> None:
    production["INDEX_KEYS"] = "x1:" + production["ID_KEYS"].split(":")[1]
    assert faults(production) == ["INDEX_KEYS[x1]: 与 ID_KEYS[a1] 相同 (same value as ID_KEYS[a1])"]


def test_all_faults_are_said_at_once_in_both_languages() -> None:
    with pytest.raises(Misconfigured) as refused:
        Settings.load({"MODE": "production", "SANDBOX": "1"})
    text = str(refused.value)
    for name in ["SANDBOX", *REQUIRED]:
        assert f"- {name}: " in text
    assert "拒绝启动" in text and "refusing to start" in text


def test_an_unknown_mode_is_refused_and_makes_no_secrets(tmp_path: Path) -> None:
    assert faults({"MODE": "prod", "VAR_DIR": str(tmp_path / "var")})[0].startswith("MODE")
    assert not (tmp_path / "var").exists()


def test_nothing_secret_is_shown(production: dict[str, str]) -> None:
    production["BOOTSTRAP_TOKEN"] = key()
    shown = repr(Settings.load(production))
    for name in REQUIRED:
        if name not in ("PUBLIC_URL", "WECHAT_APPID"):
            for part in production[name].replace(",", ":").split(":"):
                assert len(part) < 8 or part not in shown, name
    assert production["BOOTSTRAP_TOKEN"] not in shown


def test_development_makes_its_secrets_once_for_all_processes(tmp_path: Path) -> None:
    env = {"VAR_DIR": str(tmp_path / "var")}
    with ThreadPoolExecutor(8) as threads:
        loaded = list(threads.map(lambda _: Settings.load(env), range(8)))
    assert len({settings.token_keys.current for settings in loaded}) == 1
    assert loaded[0].mode is Mode.DEVELOPMENT and loaded[0].database_url is None
    path = tmp_path / "var" / "secrets.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert Settings.load(env | {"INDEX_KEYS": f"x:{key()}"}).index_keys != loaded[0].index_keys


def test_development_secrets_would_do_in_production(
    tmp_path: Path, production: dict[str, str]
) -> None:
    Settings.load({"VAR_DIR": str(tmp_path / "var")})
    made = json.loads((tmp_path / "var" / "secrets.json").read_text())
    assert made.keys() == GENERATED.keys()
    assert Settings.load(production | made).production


def test_a_new_secret_joins_the_old_ones(tmp_path: Path) -> None:
    env = {"VAR_DIR": str(tmp_path)}
    before = Settings.load(env)
    path = tmp_path / "secrets.json"
    known = json.loads(path.read_text())
    del known["WECHAT_SECRET"]
    path.write_text(json.dumps(known))
    after = Settings.load(env)
    assert after.id_keys == before.id_keys
    assert after.wechat.secret != before.wechat.secret


def test_damaged_secrets_are_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text('{"ID_KEYS": "k')
    with pytest.raises(json.JSONDecodeError):
        Settings.load({"VAR_DIR": str(tmp_path)})
    assert path.read_text() == '{"ID_KEYS": "k'


@pytest.mark.parametrize("size", [12, 32, 48])
def test_random_secrets_are_not_called_weak(size: int) -> None:
    assert all(weakness(os.urandom(size), least=12) is None for _ in range(500))


def test_a_keyring_is_opened_by_any_of_its_keys() -> None:
    ring = Keyring((("b", b"2"), ("a", b"1")))
    assert ring.current == ("b", b"2") and ring.find("a") == b"1" and ring.names() == ("b", "a")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--down"], "--down 须写明"), ([], "MIGRATE_DATABASE_URL")],
)
def test_production_does_not_migrate_so(
    arguments: list[str],
    said: str,
    production: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """To undo everything without saying which, and as the role that serves. R12.5."""
    for name, value in production.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("MIGRATE_DATABASE_URL", raising=False)
    assert migrate.main(arguments) == 2
    assert said in capsys.readouterr().out
