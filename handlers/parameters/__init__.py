"""The policy parameters: what is in force, and changes by two people. Section 14, R8.2."""

from handlers.parameters import changing, deciding, reading

__all__ = ["changing", "deciding", "reading"]

TITLE = "政策参数"
