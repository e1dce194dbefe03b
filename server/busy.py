"""What the database cannot do just now, and will: no fault of ours, and no answer yet.

It is away, full, read-only after a failover, or has another password: whoever asked comes again.
"""

import time

import asyncpg
from tortoise.exceptions import DBConnectionError

from rules.refusals.asking import TemporarilyUnavailable

REPEATABLE = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
)
BUSY = (
    asyncpg.LockNotAvailableError,
    asyncpg.TooManyConnectionsError,
    asyncpg.CannotConnectNowError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.QueryCanceledError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidPasswordError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    DBConnectionError,
    ConnectionError,
    TimeoutError,
    OSError,
)


UNWRITABLE = (asyncpg.DiskFullError, asyncpg.ReadOnlySQLTransactionError)
UNWRITABLE_SECONDS = 10.0
"""How long a process whose write the database could not take says that it is not ready."""

_unwritten_at = -UNWRITABLE_SECONDS


def unwritable() -> bool:
    """Whether the database just now had no room, or took no writes at all."""
    return time.monotonic() - _unwritten_at < UNWRITABLE_SECONDS


def refusal(error: BaseException) -> TemporarilyUnavailable:
    """What is answered meanwhile; that nothing can be written is remembered."""
    global _unwritten_at
    if isinstance(error, UNWRITABLE):
        _unwritten_at = time.monotonic()
    return TemporarilyUnavailable()


def cause(error: Exception) -> object:
    """What the ORM's own error was made of."""
    return error.__cause__ or (error.args[0] if error.args else None)
