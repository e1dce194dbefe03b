"""Every statement that the code can hand to the database, put together without running it.

The code is read as text. Wherever something is handed to the database, the possible values of
that expression are followed back: through names, pieces of text, both sides of a choice, the
tables of a loop, and the calls of the function that takes it as a parameter. What cannot be
followed is reported with its place, so that nothing is left out in silence.
"""

import ast
import builtins
import importlib
import inspect
import itertools
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.ledger import at_once
from notify.kinds import Audience
from tests.debian.declared import MAKERS, OF_EVERY_TABLE
from tests.debian.syntax import (
    Def,
    Values,
    assignments,
    defaults_of,
    parameters_of,
    unpacked,
)

ROOT = Path(__file__).parents[2]
LAYERS = ("rules", "models", "handlers", "notify", "console", "server")
SINKS = frozenset(
    {
        *("execute_query", "execute_query_dict", "execute_script", "execute_many"),
        *("fetch", "fetchrow", "fetchval", "execute", "executemany", "cursor"),
    }
)
MOST = 5_000
"""Values of one expression: more than these are a mistake of this reading."""

# Arguments of functions that make a statement from something only known while running.
SAMPLES: Mapping[str, list[tuple[Any, ...]]] = {
    "models.ledger.at_once.statement_of": [(count,) for count in range(1, at_once.LINES_MAX + 1)],
    "models.messages.recipients._statement": [
        (frozenset(some),) for some in (Audience, *([one] for one in Audience))
    ],
}
BUILT_IN = frozenset({"enumerate", "zip", "range", "sorted", "list", "tuple", "reversed"})

Binding = Mapping[str, Values]


class Unfollowed(Exception):
    """An expression whose values cannot be told from the text."""


@dataclass(frozen=True)
class Place:
    """Where an expression stands: its module, the functions around it, names bound by loops."""

    module: types.ModuleType
    around: tuple[Def, ...]
    bound: Binding = field(default_factory=dict)

    def told(self, node: ast.expr) -> str:
        """`models/base.py:12 text`, for people."""
        path = Path(str(self.module.__file__)).relative_to(ROOT)
        return f"{path}:{node.lineno} {ast.unparse(node)[:80]}"

    def with_bound(self, bound: Binding) -> "Place":
        """The same place within a loop."""
        return Place(self.module, self.around, {**self.bound, **bound})


@dataclass(frozen=True)
class Called:
    """One call of one of our functions."""

    node: ast.Call
    place: Place


class Reading:
    """All layers as text, and the calls between them."""

    def __init__(self) -> None:
        self.sinks: list[Called] = []
        self.calls: dict[tuple[str, str], list[Called]] = defaultdict(list)
        self.unfollowed: set[str] = set()
        self._asking: list[tuple[int, str]] = []
        for path in sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if "migrations" in name or name.endswith("__main__"):
                continue
            module = importlib.import_module(name.removesuffix(".__init__"))
            if module.__name__ in OF_EVERY_TABLE:
                continue
            self._walk(ast.parse(path.read_text(encoding="utf-8")), Place(module, ()))

    def _walk(self, node: ast.AST, place: Place) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            place = Place(place.module, (*place.around, node))
        if isinstance(node, ast.Call):
            self._note(Called(node, place))
        for child in ast.iter_child_nodes(node):
            self._walk(child, place)

    def _note(self, called: Called) -> None:
        func = called.node.func
        if isinstance(func, ast.Attribute) and func.attr in SINKS and called.node.args:
            self.sinks.append(called)
        if isinstance(func, ast.Attribute) and ast.unparse(func.value) in ("self", "cls"):
            self.calls[called.place.module.__name__, func.attr].append(called)
        elif (ours := self._function(func, called.place)) is not None:
            self.calls[ours.__module__, ours.__name__].append(called)

    def _function(self, func: ast.expr, place: Place) -> Any:
        """The function of ours that is called, when the text tells which."""
        try:
            found = inspect.unwrap(_real(func, place.module))
        except (Unfollowed, AttributeError, ValueError):
            return None
        ours = isinstance(found, types.FunctionType) and found.__module__.startswith(LAYERS)
        return found if ours else None

    def statements(self) -> list[str]:
        """Every statement, once."""
        texts = [
            text
            for sink in self.sinks
            for text in self.values(sink.node.args[0], sink.place)
            if isinstance(text, str)
        ]
        return sorted(set(texts))

    def _each_key(self, place: Place) -> Iterator[Place]:
        """The place once for each key of a table of the module that a parameter looks up in.

        So one key goes with what stands beside it, and not with what stands beside another.
        """
        for function in place.around:
            for node in ast.walk(function):
                if not (isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)):
                    continue
                table = getattr(place.module, node.value.id, None)
                keys = [one.arg for one in parameters_of(function)]
                if not (isinstance(table, Mapping) and isinstance(node.slice, ast.Name)):
                    continue
                if node.slice.id in keys and node.slice.id not in place.bound:
                    yield from (place.with_bound({node.slice.id: [key]}) for key in table)
                    return
        yield place

    def values(self, node: ast.expr, place: Place) -> Values:
        """What the expression may be; what cannot be followed is noted and left out."""
        found: Values = []
        for each in self._each_key(place):
            try:
                found += self.follow(node, each)
            except Unfollowed as why:
                self.unfollowed.add(str(why) or place.told(node))
        return found

    def follow(self, node: ast.expr, place: Place) -> Values:
        """What the expression may be. Raises Unfollowed."""
        ways: dict[type, Callable[[Any, Place], Values]] = {
            ast.Constant: lambda node, place: [node.value],
            ast.JoinedStr: self._joined,
            ast.FormattedValue: lambda node, place: self.follow(node.value, place),
            ast.BinOp: self._added,
            ast.IfExp: lambda node, place: self._either([node.body, node.orelse], place),
            ast.BoolOp: lambda node, place: self._either(node.values, place),
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.Subscript: self._subscript,
            ast.Call: self._call,
            ast.Tuple: self._sequence,
            ast.List: self._sequence,
            ast.ListComp: self._comprehension,
            ast.GeneratorExp: self._comprehension,
            ast.DictComp: self._comprehension,
        }
        way = ways.get(type(node))
        if way is None:
            raise Unfollowed(place.told(node))
        found = way(node, place)
        if len(found) > MOST:
            raise Unfollowed(f"{len(found)} values: {place.told(node)}")
        return found

    def _either(self, nodes: Iterable[ast.expr], place: Place) -> Values:
        return [value for node in nodes for value in self.values(node, place)]

    def _joined(self, node: ast.JoinedStr, place: Place) -> Values:
        parts = [self.follow(part, place) for part in node.values]
        return ["".join(map(str, each)) for each in _products(parts)]

    def _added(self, node: ast.BinOp, place: Place) -> Values:
        if not isinstance(node.op, ast.Add):
            raise Unfollowed(place.told(node))
        both = [self.follow(node.left, place), self.follow(node.right, place)]
        return [left + right for left, right in _products(both)]

    def _sequence(self, node: ast.Tuple | ast.List, place: Place) -> Values:
        parts: list[Values] = []
        for item in node.elts:
            if isinstance(item, ast.Starred):
                [several] = self.follow(item.value, place)
                parts += [[one] for one in several]
            else:
                parts.append(self.follow(item, place))
        return list(_products(parts))

    def _attribute(self, node: ast.Attribute, place: Place) -> Values:
        if (real := _real_or_none(node, place)) is not None:
            return [real]
        return [getattr(value, node.attr) for value in self.follow(node.value, place)]

    def _subscript(self, node: ast.Subscript, place: Place) -> Values:
        """What is in it there, or any of it when the text does not tell where."""
        found: Values = []
        for value in self.follow(node.value, place):
            try:
                found += [value[key] for key in self.follow(node.slice, place)]
            except Unfollowed:
                found += list(value.values() if isinstance(value, Mapping) else value)
        return found

    def _comprehension(
        self, node: ast.ListComp | ast.GeneratorExp | ast.DictComp, place: Place
    ) -> Values:
        [loop] = node.generators
        if loop.ifs:
            raise Unfollowed(place.told(node))
        item_of = node.key if isinstance(node, ast.DictComp) else node.elt
        found = [
            item
            for items in self.follow(loop.iter, place)
            for item in _products(
                [
                    self.follow(item_of, place.with_bound(unpacked(loop.target, [each])))
                    for each in items
                ]
            )
        ]
        # Of a table its keys are told, and not what stands beside them.
        return [dict.fromkeys(keys) for keys in found] if isinstance(node, ast.DictComp) else found

    def _call(self, node: ast.Call, place: Place) -> Values:
        ours = self._function(node.func, place)
        if ours is not None:
            name = f"{ours.__module__}.{ours.__name__}"
            given = SAMPLES.get(name) or _products([self.follow(one, place) for one in node.args])
            return [ours(*each) for each in given]
        names = [str(one.arg) for one in node.keywords]
        rest = [self.follow(one, place) for one in node.args]
        rest += [self.follow(one.value, place) for one in node.keywords]
        if isinstance(node.func, ast.Attribute):
            bases = self.follow(node.func.value, place)
            plain = [one for one in bases if isinstance(one, str | Mapping)]
            calls = [getattr(base, node.func.attr) for base in plain]
        elif isinstance(node.func, ast.Name) and node.func.id in BUILT_IN:
            calls = [getattr(builtins, node.func.id)]
        else:
            raise Unfollowed(place.told(node))
        split = len(node.args)
        return [
            _listed(call(*given[:split], **dict(zip(names, given[split:], strict=True))))
            for call in calls
            for given in _products(rest)
        ]

    def _name(self, node: ast.Name, place: Place) -> Values:
        if node.id in place.bound:
            return list(place.bound[node.id])
        for depth in range(len(place.around), 0, -1):
            inner = Place(place.module, place.around[:depth], place.bound)
            if (found := self._local(node, inner)) is not None:
                return found
        if hasattr(place.module, node.id):
            return [getattr(place.module, node.id)]
        raise Unfollowed(place.told(node))

    def _local(self, node: ast.Name, place: Place) -> Values | None:
        """What a name of the innermost function may be; None when it has no such name."""
        function = place.around[-1]
        # A name that is made from itself was followed this far already.
        asked = (id(function), node.id)
        if asked in self._asking:
            return []
        self._asking.append(asked)
        try:
            given = list(assignments(function, node.id))
            found = [value for each in given for value in self._assigned(each, place)]
            names = [one.arg for one in parameters_of(function)]
            if node.id in names:
                return found + self._passed(function, node.id, place)
            return found if given else None
        finally:
            self._asking.pop()

    def _assigned(self, given: tuple[ast.expr, ast.expr, bool], place: Place) -> Values:
        target, value, loop = given
        found = []
        name = self._asking[-1][1]
        for one in self._either([value], place):
            for each in one if loop else [one]:
                found += unpacked(target, [each]).get(name, [])
        return found

    def _passed(self, function: Def, name: str, place: Place) -> Values:
        """What callers pass as that parameter, and its default."""
        parameters = [one.arg for one in parameters_of(function)]
        nth = parameters.index(name) - (parameters[0] in ("self", "cls"))
        found = [value for one in defaults_of(function, name) for value in self.values(one, place)]
        calls = self.calls.get((place.module.__name__, function.name), [])
        if not calls and not found:
            raise Unfollowed(f"nobody calls {function.name}: {place.module.__name__} {name}")
        for call in calls:
            known = set(self.unfollowed)
            named = [one.value for one in call.node.keywords if one.arg == name]
            for passed in named or call.node.args[nth : nth + 1]:
                found += self.values(passed, call.place)
            if call.place.module.__name__ in MAKERS:
                # What is declared was made there: only what is plain is followed.
                self.unfollowed = known
        return found


def _listed(value: Any) -> Any:
    """What can be walked once only, as a list."""
    return list(value) if isinstance(value, Iterator) else value


def _products(parts: list[Values]) -> Iterator[tuple[Any, ...]]:
    return itertools.product(*parts)


def _real(node: ast.expr, module: types.ModuleType) -> Any:
    """The object that a name or `module.name` stands for. Raises Unfollowed."""
    if isinstance(node, ast.Name) and (hasattr(module, node.id) or hasattr(builtins, node.id)):
        return getattr(module, node.id, None) or getattr(builtins, node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_real(node.value, module), node.attr)
    raise Unfollowed


def _real_or_none(node: ast.Attribute, place: Place) -> Any:
    base = node.value
    while isinstance(base, ast.Attribute):
        base = base.value
    local = isinstance(base, ast.Name) and (
        base.id in place.bound
        or any(
            base.id in [one.arg for one in parameters_of(each)] or list(assignments(each, base.id))
            for each in place.around
        )
    )
    if local:
        return None
    try:
        return _real(node, place.module)
    except (Unfollowed, AttributeError):
        return None
