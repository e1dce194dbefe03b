"""What may be asked: importing this package fills the table of operations."""

from handlers import cases, ledger, objections, openness, people, timed

__all__ = ["cases", "ledger", "objections", "openness", "people", "timed"]
