"""What may be asked: importing this package fills the table of operations."""

from handlers import cases, ledger, openness, people

__all__ = ["cases", "ledger", "openness", "people"]
