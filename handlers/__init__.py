"""Every module with rows of the table; importing this package fills the table."""

from handlers import people

__all__ = ["people"]
