"""A file put into its folder belongs to the program: nobody keeps a list of files.

Tables that are filled on import (operations, jobs, kinds of messages, refusals, events, tables of
the database) are whole once their package was loaded by `load`.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def load(package: str, but: str = "") -> list[ModuleType]:
    """Import every module below the package except `but`, in order of their names; the modules."""
    top = import_module(package)
    modules = [top]
    for one in iter_modules(top.__path__, f"{package}."):
        if one.name == but:
            continue
        modules += load(one.name) if one.ispkg else [import_module(one.name)]
    return modules


def below(base: type[T]) -> Iterator[type[T]]:
    """Every class that was made from this one, at any depth, in the order of their making."""
    for one in base.__subclasses__():
        yield one
        yield from below(one)
