"""What is told of a vote's service: to who enters it, to the owner, and with the result. R8.2."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer, Context
from handlers.shown import StoredFile, stored_file
from models.files import named
from models.votes import service
from rules.people import ROLE_TITLES, Role
from rules.votes.service import HOWS, KINDS, by_words, result_words
from rules.words.word import titled

How = Annotated[Literal["in_person", "post", "message", "posted"], titled(HOWS)]
EntryKind = Annotated[Literal["proof", "withdrawal"], titled(KINDS)]
STATES = {"draft": "待第二人复核", "confirmed": "已复核", "dropped": "已作废"}
EntryState = Annotated[Literal["draft", "confirmed", "dropped"], titled(STATES)]


class HomeService(Answer, frozen=True):
    """表决向本人这一户送达的登记：何时登记、以什么方式、由哪一方登记。

    没有收到的，截止前可以声明（`contest_vote_service`），该户即不算送达；`contested_at` 为最近的。
    """

    served_at: Annotated[datetime | None, Meta(title="送达登记时间", description="没有的为空")]
    how_title: Annotated[str, Meta(title="送达方式")]
    by_title: str
    contested_at: Annotated[
        datetime | None, Meta(title="声明未收到的时间", description="没有的为空")
    ]
    can_contest: Annotated[bool, Meta(title="可以声明未收到")]


class ServiceWay(Answer, frozen=True):
    """一种送达方式和户数。"""

    how: Annotated[How, Meta(title="送达方式")]
    how_title: Annotated[str, Meta(title="送达方式", description="可直接显示")]
    homes: int


class ServiceOutcome(Answer, frozen=True):
    """结果所依据的送达：两人登记证明送达的户数、各种方式，因此随多数计入的未表态人数和户数。

    只在议事规则规定未表态随多数时给出。
    """

    homes: int
    served: Annotated[int, Meta(title="已送达户数")]
    ways: Annotated[list[ServiceWay], Meta(title="各种方式")]
    followed_heads: Annotated[int, Meta(title="随多数人数")]
    followed_homes: int
    words: str


def home_service(row: Mapping[str, Any], running: bool) -> HomeService | None:
    """What the owner of a home of the roll is told; None where nothing was ever entered."""
    if row["served_at"] is None and row["contested_at"] is None:
        return None
    return view_of(
        HomeService,
        row,
        how_title=HOWS.get(row["served_how"], ""),
        by_title=by_words(row["served_by"]) if row["served_at"] else "",
        can_contest=running and row["served_at"] is not None,
    )


def outcome(
    homes: int, served: int, ways: Mapping[str, int], followed: tuple[int, int]
) -> ServiceOutcome:
    """With how much service the result came about; `followed` are heads and homes."""
    heads, followed_homes = followed
    return ServiceOutcome(
        homes=homes,
        served=served,
        ways=[
            ServiceWay(how=how, how_title=title, homes=ways[how])  # type: ignore[arg-type]
            for how, title in HOWS.items()
            if ways.get(how)
        ],
        followed_heads=heads,
        followed_homes=followed_homes,
        words=result_words(homes, served, ways, followed),
    )


class ServiceView(Answer, frozen=True):
    """两人登记证明送达的户数；`matters` 表示计票是否考虑送达，并说明原因。"""

    vote_id: UUID
    homes: int
    served: Annotated[int, Meta(title="已送达户数")]
    contested: Annotated[int, Meta(title="业主声明未收到的户数", description="因此不算送达的")]
    waiting: Annotated[int, Meta(title="待复核件数")]
    matters: bool
    words: str


class ServedHome(Answer, frozen=True):
    """名册中的一户，是否已证明送达、以什么方式，业主何时声明未收到。"""

    home_id: UUID
    place: str
    served: bool
    how: Annotated[How | Literal[""], Meta(title="送达方式")]
    contested_at: Annotated[
        datetime | None, Meta(title="声明未收到的时间", description="没有的为空")
    ]


class ServiceEntryRow(Answer, frozen=True):
    """一件送达登记或者撤销：多少户、何种方式、由哪一方录入、是否已经第二人复核。"""

    id: UUID
    vote_id: UUID
    kind: EntryKind
    kind_title: str
    state: EntryState
    state_title: str
    homes: int
    how: Annotated[How | Literal[""], Meta(title="送达方式", description="撤销的为空")]
    by_title: str
    why: Annotated[str, Meta(title="撤销理由", description="登记送达的为空")]
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


class EntryHome(Answer, frozen=True):
    """所涉的一户。"""

    home_id: UUID
    place: str


class ServiceEntryView(ServiceEntryRow, frozen=True):
    """一件送达登记或者撤销，连同所涉各户和凭证。"""

    file: Annotated[StoredFile | None, Meta(title="送达凭证", description="撤销的为空")]
    places: Annotated[list[EntryHome], Meta(title="所涉各户")]


async def entry_shown(ctx: Context, entry_id: UUID) -> ServiceEntryView:
    """The entry with its homes and its paper."""
    row = await service.find(entry_id)
    files = await named([row["file_id"]]) if row["file_id"] else []
    homes = [view_of(EntryHome, home) for home in await service.places_of(entry_id)]
    return view_of(
        ServiceEntryView,
        row,
        file=stored_file(files[0]) if files else None,
        places=homes,
        **entry_told(ctx, row),
    )


def entry_told(ctx: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row of an entry is told with."""
    return {
        "kind_title": KINDS[row["kind"]],
        "state_title": STATES[row["state"]],
        "by_title": ROLE_TITLES[Role(row["by_role"])],
        "entered_by_me": ctx.who.is_same(row["entered_by"]),
    }
