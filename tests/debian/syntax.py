"""What the text of a function says: its parameters, what is assigned to a name, and to what."""

import ast
from collections.abc import Iterator
from typing import Any, TypeGuard

Values = list[Any]
Def = ast.FunctionDef | ast.AsyncFunctionDef


def parameters_of(function: Def) -> list[ast.arg]:
    given = function.args
    return [*given.posonlyargs, *given.args, *given.kwonlyargs]


def defaults_of(function: Def, name: str) -> list[ast.expr]:
    given = function.args
    plain = [*given.posonlyargs, *given.args]
    last = plain[len(plain) - len(given.defaults) :]
    pairs = [*zip(last, given.defaults, strict=True)]
    pairs += [
        (one, each) for one, each in zip(given.kwonlyargs, given.kw_defaults, strict=True) if each
    ]
    return [default for one, default in pairs if one.arg == name]


def assignments(function: Def, name: str) -> Iterator[tuple[ast.expr, ast.expr, bool]]:
    """What is assigned to the name in the function: target, value, and whether by a loop."""
    for node in ast.walk(function):
        pairs: list[tuple[ast.expr, ast.expr | None, bool]] = []
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value, False) for target in node.targets]
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
            pairs = [(node.target, node.value, False)]
        elif isinstance(node, ast.For | ast.AsyncFor):
            pairs = [(node.target, node.iter, True)]
        for target, value, loop in pairs:
            named = [one.id for one in ast.walk(target) if _is_stored(one)]
            if value is not None and name in named:
                yield target, value, loop


def _is_stored(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def unpacked(target: ast.expr, values: Values) -> dict[str, Values]:
    """What the names of a target stand for when it is given one of the values."""
    if isinstance(target, ast.Name):
        return {target.id: values}
    found: dict[str, Values] = {}
    if isinstance(target, ast.Tuple | ast.List):
        for nth, each in enumerate(target.elts):
            found |= unpacked(each, [value[nth] for value in values])
    return found
