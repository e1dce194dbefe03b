"""Settings: what the environment says, checked once, before anything is started.

In production every secret must be given, long and of its own; a fault of any of them refuses the
start, and all faults are said at once. In development missing secrets are made at random, once,
and kept in `VAR_DIR/secrets.json`, readable by its owner alone. There are no default passwords.
"""

import base64
import binascii
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import msgspec

from notify.templates import Approved
from server.addresses import Fault, database_faults, redis_faults, too_open
from server.keys import WECHAT_KEY_LENGTH, development_secrets, readable, weakness
from server.mini_program import read_pages, read_templates

T = TypeVar("T")
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

MEBIBYTE = 1024 * 1024
MOST_SCALE = 10
"""By how much production may widen its rate limits."""

TEXT_SECRETS = (
    "BOOTSTRAP_TOKEN",
    "METRICS_TOKEN",
    "WECHAT_SECRET",
    "WECHAT_PUSH_TOKEN",
    "WECHAT_AES_KEY",
)
WECHAT_API = "https://api.weixin.qq.com"


class Mode(StrEnum):
    """Where the program runs; only production is strict about secrets."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Misconfigured(Exception):
    """配置有误，拒绝启动"""

    def __init__(self, faults: list[str]) -> None:
        lines = "\n".join(f"  - {fault}" for fault in faults)
        super().__init__(f"配置有误，拒绝启动 (refusing to start, settings are faulty):\n{lines}")
        self.faults = faults


class Unsupported(Exception):
    """数据库版本不受支持，拒绝启动"""


@dataclass(frozen=True)
class Keyring:
    """Named keys, newest first: the first one signs or seals, all of them verify or open. R12.4."""

    keys: tuple[tuple[str, bytes], ...] = field(repr=False)

    @property
    def current(self) -> tuple[str, bytes]:
        """The name and bytes of the key in use."""
        return self.keys[0]

    def find(self, kid: str) -> bytes | None:
        """The key of that name, or None when it has been retired."""
        return dict(self.keys).get(kid)

    def names(self) -> tuple[str, ...]:
        """The names of all keys, which may be shown."""
        return tuple(kid for kid, _ in self.keys)


@dataclass(frozen=True)
class WeChat:
    """The mini-program's account with WeChat, and where WeChat's server is."""

    appid: str
    secret: str = field(repr=False)
    push_token: str = field(repr=False)
    aes_key: str = field(repr=False)
    api_base_url: str = WECHAT_API
    templates: Mapping[str, Approved] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    link_files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """Everything the program is told from outside. Sizes in bytes; `None` URL = embedded engine."""

    mode: Mode
    sandbox: bool
    database_url: str | None = field(repr=False)
    migrate_database_url: str | None = field(repr=False)
    database_pool: int
    redis_url: str | None = field(repr=False)
    var_dir: Path
    host: str
    port: int
    public_url: str
    token_keys: Keyring
    id_keys: Keyring
    index_keys: Keyring
    log_keys: Keyring
    bootstrap_token: str | None = field(repr=False)
    metrics_token: str | None = field(repr=False)
    wechat: WeChat
    body_limit: int
    rate_limit_scale: int
    trusted_proxies: tuple[Network, ...]
    log_level: str
    security_log: str

    @property
    def production(self) -> bool:
        """True when real people's cases are at stake."""
        return self.mode is Mode.PRODUCTION

    @classmethod
    def load(cls, env: Mapping[str, str]) -> "Settings":
        """The settings of an environment; raises Misconfigured with every fault found."""
        return _Reading(env).settings()


class _Reading:
    """One reading of an environment, which collects faults instead of stopping at the first."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = {name: value.strip() for name, value in env.items() if value.strip()}
        self.faults: list[str] = []
        self.mode = self.parse("MODE", Mode, Mode.DEVELOPMENT, "development | production")
        self.production = self.mode is Mode.PRODUCTION
        self.var_dir = Path(self.env.get("VAR_DIR", "./var")).absolute()
        if not self.production and not self.faults:
            self.env = {**development_secrets(self.var_dir), **self.env}

    def settings(self) -> Settings:
        """All settings, or Misconfigured."""
        database_url = self.engine_url("DATABASE_URL", ("postgres", "postgresql"), database_faults)
        redis_url = self.engine_url("REDIS_URL", ("redis", "rediss", "unix"), redis_faults)
        port = self.number("PORT", 8000, 1, 65535)
        sandbox = self.parse("SANDBOX", _switch, False, "0 | 1")
        if sandbox and self.production:
            self.fault("SANDBOX", "生产环境不得开启沙箱", "never allowed in production")
        settings = Settings(
            mode=self.mode,
            sandbox=sandbox,
            database_url=database_url,
            migrate_database_url=self.owner_url(),
            database_pool=self.number("DATABASE_POOL", 10, 2, 200),
            redis_url=redis_url,
            var_dir=self.var_dir,
            host=self.env.get("HOST", "127.0.0.1"),
            port=port,
            public_url=self.public_url(port),
            token_keys=self.keyring("TOKEN_KEYS"),
            id_keys=self.keyring("ID_KEYS", exactly=32),
            index_keys=self.keyring("INDEX_KEYS"),
            log_keys=self.keyring("LOG_KEYS", exactly=32),
            bootstrap_token=self.secret("BOOTSTRAP_TOKEN", required=False) or None,
            metrics_token=self.secret("METRICS_TOKEN", required=False) or None,
            wechat=self.wechat(),
            body_limit=self.number("BODY_LIMIT", 12 * MEBIBYTE, 64 * 1024, 64 * MEBIBYTE),
            rate_limit_scale=self.number("RATE_LIMIT_SCALE", 1, 1, 1_000_000),
            trusted_proxies=self.parse("TRUSTED_PROXIES", _networks, (), "10.0.0.5,10.1.0.0/16"),
            security_log=self.parse("SECURITY_LOG", _target, "", "/a/file | syslog://host:514"),
            log_level=self.parse("LOG_LEVEL", _level, "INFO", "DEBUG | INFO | WARNING | ERROR"),
        )
        self.no_secret_twice(settings)
        if self.production:
            self.nothing_too_open(settings)
        if self.faults:
            raise Misconfigured(self.faults)
        return settings

    def fault(self, name: str, chinese: str, english: str) -> None:
        self.faults.append(f"{name}: {chinese} ({english})")

    def parse(self, name: str, reader: Callable[[str], T], default: T, form: str) -> T:
        """The value of a setting; a fault when it cannot be read, whose value is never repeated."""
        if name not in self.env:
            return default
        try:
            return reader(self.env[name])
        except (ValueError, TypeError, msgspec.DecodeError):
            self.fault(name, f"格式不正确，应为 {form}", f"unreadable, expected {form}")
            return default

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.parse(name, int, default, f"{least}..{most}")
        if not least <= value <= most:
            self.fault(name, f"须在 {least} 到 {most} 之间", f"must be {least}..{most}")
            return default
        return value

    def owner_url(self) -> str | None:
        """The database as its owner, for `migrate` alone: no process that serves needs it. R12.5"""
        given = "MIGRATE_DATABASE_URL" in self.env
        schemes = ("postgres", "postgresql")
        if not given:
            return None
        return self.engine_url("MIGRATE_DATABASE_URL", schemes, database_faults)

    def nothing_too_open(self, settings: Settings) -> None:
        """What makes trying things out easy, and attacks as well."""
        if settings.host in ("0.0.0.0", "::", ""):
            self.fault("HOST", "不得监听所有地址", "must not be every address")
        if settings.rate_limit_scale > MOST_SCALE:
            least = f"不得大于 {MOST_SCALE}"
            self.fault("RATE_LIMIT_SCALE", least, f"at most {MOST_SCALE} in production")
        if settings.log_level == "DEBUG":
            self.fault("LOG_LEVEL", "生产环境不得为 DEBUG", "not DEBUG in production")
        for network in filter(too_open, settings.trusted_proxies):
            self.fault("TRUSTED_PROXIES", f"{network} 范围过大", f"{network} is too wide")

    def engine_url(
        self,
        name: str,
        schemes: tuple[str, ...],
        look: Callable[[str, bool], list[Fault]],
    ) -> str | None:
        """The address of PostgreSQL or Redis; production runs on no embedded engine."""
        url = self.env.get(name)
        if url is None:
            if self.production:
                self.fault(name, "未设置", "missing")
            return None
        try:
            parts = urlsplit(url)
            password = unquote(parts.password or "")
        except ValueError:
            self.fault(name, "不是有效的地址", "not a URL")
            return None
        if parts.scheme not in schemes:
            self.fault(name, f"应以 {schemes[0]}:// 开头", f"expected {schemes[0]}://")
        if self.production and password and (why := weakness(password.encode(), least=12)):
            self.fault(name, f"口令{why[0]}", f"password {why[1]}")
        for fault in look(url, self.production):
            self.fault(name, *fault)
        return url

    def public_url(self, port: int) -> str:
        """The address people see, without a trailing slash."""
        default = "" if self.production else f"http://127.0.0.1:{port}"
        url = self.env.get("PUBLIC_URL", default).rstrip("/")
        parts = urlsplit(url)
        if not url:
            self.fault("PUBLIC_URL", "未设置", "missing")
        elif parts.scheme not in ("http", "https") or not parts.hostname:
            self.fault("PUBLIC_URL", "不是有效的网址", "not a web address")
        elif self.production and parts.scheme != "https":
            self.fault("PUBLIC_URL", "生产环境必须使用 https", "must be https in production")
        return url

    def secret(self, name: str, required: bool = True, least: int = 32) -> str:
        """A secret text; in production at least `least` bytes, not well known, not repetitive."""
        value = self.env.get(name, "")
        if not value:
            if required:
                self.fault(name, "未设置", "missing")
        elif self.production and (why := weakness(value.encode(), least=least)):
            self.fault(name, *why)
        return value

    def keyring(self, name: str, exactly: int | None = None) -> Keyring:
        """Keys as `kid:base64,kid:base64`, the one in use first."""
        if name not in self.env:
            self.fault(name, "未设置", "missing")
            return Keyring(())
        keys: list[tuple[str, bytes]] = []
        for item in self.env[name].split(","):
            kid, colon, text = item.strip().partition(":")
            if not colon or not kid.isalnum() or len(kid) > 16:
                self.fault(name, "格式应为 名称:base64,…", "expected kid:base64,…")
                continue
            keys.append((kid, self.key_bytes(f"{name}[{kid}]", text, exactly)))
        if len({kid for kid, _ in keys}) < len(keys):
            self.fault(name, "密钥名称重复", "a key name is used twice")
        return Keyring(tuple(keys))

    def key_bytes(self, name: str, text: str, exactly: int | None = None) -> bytes:
        try:
            key = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            self.fault(name, "不是有效的 base64", "not base64")
            return b""
        if exactly is not None and len(key) != exactly:
            self.fault(name, f"须为 {exactly} 字节", f"must be {exactly} bytes")
        elif why := weakness(key, least=32):
            self.fault(name, *why)
        elif readable(key):
            self.fault(name, "是一段文字，不是随机值", "a readable text, not random")
        return key

    def wechat(self) -> WeChat:
        aes_key = self.secret("WECHAT_AES_KEY")
        if aes_key and len(aes_key) != WECHAT_KEY_LENGTH:
            self.fault("WECHAT_AES_KEY", "须为 43 个字符", "must be 43 characters")
        if "WECHAT_APPID" not in self.env:
            self.fault("WECHAT_APPID", "未设置", "missing")
        base_url = self.env.get("WECHAT_API_BASE_URL", WECHAT_API).rstrip("/")
        if self.production and urlsplit(base_url).scheme != "https":
            self.fault("WECHAT_API_BASE_URL", "必须使用 https", "must be https")
        return WeChat(
            appid=self.env.get("WECHAT_APPID", ""),
            secret=self.secret("WECHAT_SECRET"),
            push_token=self.secret("WECHAT_PUSH_TOKEN"),
            aes_key=aes_key,
            api_base_url=base_url,
            templates=self.checked(
                "WECHAT_TEMPLATES", read_templates, '{"progress": {"id": "…", "keys": {…}}}'
            ),
            pages=self.checked("WECHAT_PAGES", read_pages, '{"case": "pages/case/index"}'),
            link_files=self.parse("WECHAT_LINK_FILES", _texts, {}, '{"name.txt": "its text"}'),
        )

    def checked(
        self,
        name: str,
        reader: Callable[[str], tuple[Mapping[str, T], list[str]]],
        form: str,
    ) -> Mapping[str, T]:
        """A setting whose reader says itself what is wrong with it."""
        nothing: tuple[Mapping[str, T], list[str]] = ({}, [])
        found, faults = self.parse(name, reader, nothing, form)
        for fault in faults:
            self.fault(name, fault, "see docs/operations.md")
        return found

    def no_secret_twice(self, settings: Settings) -> None:
        """One leaked secret must not open a second door."""
        used: dict[bytes, str] = {}
        named = [(f"TOKEN_KEYS[{kid}]", key) for kid, key in settings.token_keys.keys]
        named += [(f"ID_KEYS[{kid}]", key) for kid, key in settings.id_keys.keys]
        named += [(f"INDEX_KEYS[{kid}]", key) for kid, key in settings.index_keys.keys]
        named += [(f"LOG_KEYS[{kid}]", key) for kid, key in settings.log_keys.keys]
        named += [(name, self.env.get(name, "").encode()) for name in TEXT_SECRETS]
        for name, value in named:
            if value and value in used:
                self.fault(name, f"与 {used[value]} 相同", f"same value as {used[value]}")
            used.setdefault(value, name)


def _switch(text: str) -> bool:
    switches = {"0": False, "false": False, "1": True, "true": True}
    if text.lower() not in switches:
        raise ValueError("not a switch")
    return switches[text.lower()]


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("no such level")
    return text.upper()


def _target(text: str) -> str:
    if not text.startswith(("/", "syslog://")):
        raise ValueError("neither a file nor a syslog server")
    return text


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())


def _texts(text: str) -> dict[str, str]:
    return msgspec.json.decode(text, type=dict[str, str])
