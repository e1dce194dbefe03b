"""What owners said in a vote, on the phone or on paper. R8.3."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Generic, Literal, Protocol, TypeVar

from rules.money import Id
from rules.words.word import titled

CHOICE_TITLES: Mapping[str, str] = MappingProxyType(
    {"agree": "同意", "against": "反对", "abstain": "弃权"}
)
CHANNEL_TITLES: Mapping[str, str] = MappingProxyType({"phone": "手机", "paper": "纸质"})

Choice = Annotated[Literal["agree", "against", "abstain"], titled(CHOICE_TITLES)]
Channel = Annotated[Literal["phone", "paper"], titled(CHANNEL_TITLES)]

CHOICES: tuple[Choice, ...] = ("agree", "against", "abstain")
CHANNELS: tuple[Channel, ...] = ("phone", "paper")

Speaker = TypeVar("Speaker", covariant=True)


@dataclass(frozen=True, slots=True)
class Ballot(Generic[Id]):
    """What an owner said for one home; `cast_at` is when it reached the Centre. R8.3.

    `by_proxy`: somebody else said it for the owner, by a written proxy (R2.6).
    """

    owner_id: Id
    choice: Choice
    cast_at: datetime
    channel: Channel = "phone"
    by_proxy: bool = False


@dataclass(frozen=True, slots=True)
class Cast(Generic[Id]):
    """A ballot together with the home it was given for."""

    home_id: Id
    owner_id: Id
    choice: Choice
    cast_at: datetime
    channel: Channel = "phone"
    by_proxy: bool = False


class Spoken(Protocol[Speaker]):
    """A ballot or a cast."""

    @property
    def owner_id(self) -> Speaker: ...
    @property
    def choice(self) -> Choice: ...
    @property
    def cast_at(self) -> datetime: ...
    @property
    def channel(self) -> Channel: ...
    @property
    def by_proxy(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ignored(Generic[Id]):
    """A cast that did not count: its place in the input, from 0, and why, in Chinese."""

    nth: int
    cast: Cast[Id]
    reason: str
