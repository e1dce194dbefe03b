"""What people see in a browser; importing this package enters its pages into the table."""

from console import rows, votes, years

__all__ = ["rows", "votes", "years"]
