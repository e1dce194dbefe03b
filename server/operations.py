"""The whole table of operations and jobs: importing this fills it from every file of its layers."""

from handlers.route import JOBS, TABLE
from rules.discovery import load

load("handlers")
load("console")

__all__ = ["JOBS", "TABLE"]
