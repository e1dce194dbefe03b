"""What people see in a browser; importing this package enters its pages into the table."""

from console import rows, years

__all__ = ["rows", "years"]
