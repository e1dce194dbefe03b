"""The policy parameters: what is in force, and changes by two people. Section 14, R8.2."""

TITLE = "政策参数"
