"""Who counts: areas, heads, proxies and shares of a scope. R2.1 to R2.3, R2.6, R3.8."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from rules.money import Id


class AreaSource(StrEnum):
    """面积的来源，最可信的在前（R2.1）。"""

    LAND_REGISTER = "land_register"
    SURVEY = "survey"
    CONTRACT = "contract"


ScopeKind = Literal["building", "unit"]
"""What a pooled account is kept per: a building or one unit of it."""


@dataclass(frozen=True)
class Home(Generic[Id]):
    """One exclusive part as it counts at one moment. R2.2.

    `developer_held`: unsold, or sold and not yet delivered; `owners` then is the developer, never
    the buyer, and a scope has one developer. `counts` is false for car spaces and storage, unless
    the community's rules say otherwise.
    """

    home_id: Id
    area_cm2: int
    owners: frozenset[Id]
    developer_held: bool = False
    counts: bool = True


Key = TypeVar("Key", covariant=True)


class Counted(Protocol[Key]):
    """A home that counts, as far as heads are concerned."""

    @property
    def home_id(self) -> Key: ...
    @property
    def owners(self) -> frozenset[Key]: ...
    @property
    def developer_held(self) -> bool: ...


class Totals(NamedTuple):
    """Heads and floor area of a roll."""

    heads: int
    area_cm2: int


@dataclass(frozen=True)
class Proxy(Generic[Id]):
    """A home's owner lets `holder_id` speak for it. R2.6."""

    holder_id: Id
    home_id: Id
    matter: str
    written: bool = True
    employee_of_manager: bool = False


def area_of(sources: Mapping[AreaSource, int | None]) -> tuple[int, AreaSource]:
    """The area that counts, in cm2, and its source: register, else survey, else contract. R2.1.

    An area of zero or less is none. ValueError (Chinese) when no source has one.
    """
    for source in AreaSource:
        area_cm2 = sources.get(source) or 0
        if area_cm2 > 0:
            return area_cm2, source
    raise ValueError("不动产登记、测绘和合同均无面积")


def roll_totals(homes: Iterable[Home[Id]]) -> Totals:
    """Heads and floor area of the homes that count. R2.2.

    Homes with an owner in common are one head, also by way of a third; the developer's are one.
    """
    counting = [home for home in homes if home.counts]
    heads = _Groups()
    for home in counting:
        heads.join(*_nodes(home))
    return Totals(
        heads.count(("home", home.home_id) for home in counting),
        sum(home.area_cm2 for home in counting),
    )


def head_numbers(homes: Sequence[Counted[Id]]) -> list[int]:
    """The number of each home's head, from 1 in the order of each head's first home. R2.2.

    Joined as `roll_totals` joins them; the homes given are those that count.
    """
    parent = list(range(len(homes)))
    first: dict[object, int] = {}
    for place, home in enumerate(homes):
        for owner in home.owners:
            _join(parent, first.setdefault(owner, place), place)
        if home.developer_held:
            _join(parent, first.setdefault(_DEVELOPER, place), place)
    numbers: dict[int, int] = {}
    roots = (_top(parent, place) for place in range(len(homes)))
    return [numbers.setdefault(root, len(numbers) + 1) for root in roots]


def _join(parent: list[int], one: int, other: int) -> None:
    parent[_top(parent, other)] = _top(parent, one)


def _top(parent: list[int], place: int) -> int:
    while (above := parent[place]) != place:
        parent[place] = place = parent[above]
    return place


def distinct_heads(
    signers: Iterable[tuple[Id, frozenset[Id]]], homes: Iterable[Home[Id]] | None = None
) -> int:
    """How many heads the signers are, each given with the homes owned in the scope. R5.1, R2.2.

    Signers who share a home are one head, and one owner is one however often given. With `homes`
    given, only homes that count make a head, the developer's homes are one, and signers joined by
    an owner who did not sign are one too: never more heads than `roll_totals` finds there.
    """
    heads = _Groups()
    known: set[Id] | None = None
    if homes is not None:
        counting = [home for home in homes if home.counts]
        known = {home.home_id for home in counting}
        for home in counting:
            heads.join(*_nodes(home))
    signed: list[_Node] = []
    for owner_id, owned in signers:
        here = owned if known is None else owned & known
        if here:
            signed.append(("owner", owner_id))
            heads.join(signed[-1], *(("home", home_id) for home_id in here))
    return heads.count(signed)


def refused_proxies(
    proxies: Iterable[Proxy[Id]], max_homes: int = 3
) -> list[tuple[Proxy[Id], str]]:
    """The proxies that do not hold, each with the reason in Chinese, in the given order. R2.6.

    Of a home's proxies the first that holds stands, and of a holder's the first `max_homes` homes.
    """
    refused: list[tuple[Proxy[Id], str]] = []
    holder_of: dict[Id, Id] = {}
    held: dict[Id, int] = {}
    for proxy in proxies:
        reason = _fault(proxy)
        if not reason and proxy.home_id in holder_of:
            reason = "该户已另有委托"
        if not reason and held.get(proxy.holder_id, 0) >= max_homes:
            reason = f"每名受托人最多代理{max_homes}户"
        if reason:
            refused.append((proxy, reason))
        else:
            holder_of[proxy.home_id] = proxy.holder_id
            held[proxy.holder_id] = held.get(proxy.holder_id, 0) + 1
    return refused


def _fault(proxy: Proxy[Id]) -> str:
    if not proxy.written:
        return "未提交书面委托"
    if not proxy.matter.strip():
        return "委托书未写明委托事项"
    return "受托人是物业服务企业的工作人员" if proxy.employee_of_manager else ""


_Node = tuple[str, object]
_DEVELOPER: _Node = ("developer", None)


def _nodes(home: Counted[Id]) -> list[_Node]:
    """The home and everything that makes it one head with others."""
    nodes: list[_Node] = [("home", home.home_id), *(("owner", owner) for owner in home.owners)]
    return [*nodes, _DEVELOPER] if home.developer_held else nodes


class _Groups:
    """Things joined into groups, step by step (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[_Node, _Node] = {}

    def join(self, first: _Node, *others: _Node) -> None:
        root = self.root(first)
        for other in others:
            self._parent[self.root(other)] = root

    def count(self, nodes: Iterable[_Node]) -> int:
        return len({self.root(node) for node in nodes})

    def root(self, node: _Node) -> _Node:
        while (parent := self._parent.setdefault(node, node)) != node:
            # Halving the path keeps every later walk short.
            self._parent[node] = node = self._parent[parent]
        return node
