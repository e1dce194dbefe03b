"""What every process of the program is made of, put together in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from tortoise.context import TortoiseContext

from handlers.route import World
from models.base import database
from server import door, engines, metrics
from server.cache import Cache
from server.config import Settings
from server.engines import Engines
from server.signing import LogSigner
from server.vault import Vault
from server.wechat import Wechat, templates


@dataclass(frozen=True)
class Runtime:
    """One process: its settings with the engines' addresses, and what handlers are offered."""

    settings: Settings
    vault: Vault
    cache: Cache
    wechat: Wechat
    world: World

    @property
    def database_url(self) -> str:
        """The database's address, given or of the embedded engine."""
        assert self.settings.database_url is not None
        return self.settings.database_url


def located(settings: Settings, running: Engines) -> Settings:
    """The settings with the addresses at which the engines really are."""
    return replace(
        settings,
        database_url=running.database_url,
        migrate_database_url=running.owner_url,
        redis_url=running.redis_url,
    )


def start_engines(settings: Settings) -> Engines:
    """The engines of these settings, embedded where no address is given; see `engines.start`."""
    return engines.start(settings)


def build(settings: Settings) -> Runtime:
    """Everything but the database, without a connection to anywhere yet."""
    assert settings.redis_url is not None
    cache = Cache(settings.redis_url)
    wechat = Wechat(
        appid=settings.wechat.appid,
        secret=settings.wechat.secret,
        push_token=settings.wechat.push_token,
        aes_key=settings.wechat.aes_key,
        api_base_url=settings.wechat.api_base_url,
        redis=cache.client,
        now=door.now,
        observe=metrics.wechat_called,
    )
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    world = World(
        signer=LogSigner(settings.log_keys),
        secrets=vault,
        wechat=wechat,
        public_url=settings.public_url,
        bootstrap_token=settings.bootstrap_token or "",
        templates=templates(settings.wechat.templates),
        pages=settings.wechat.pages,
        link_files=settings.wechat.link_files,
    )
    return Runtime(settings, vault, cache, wechat, world)


@asynccontextmanager
async def opened(runtime: Runtime) -> AsyncIterator[Runtime]:
    """The database is open for the models of this process, in every task; all is closed after."""
    context = TortoiseContext()
    config = database(runtime.database_url, runtime.settings.database_pool)
    # As the fallback of the whole process and not of this task: requests run in tasks of their
    # own, and the web server opens in one task what it closes in another.
    with context:
        await context.init(config=config, _enable_global_fallback=True)
    try:
        yield runtime
    finally:
        await context.close_connections()
        await runtime.wechat.aclose()
        await runtime.cache.close()
