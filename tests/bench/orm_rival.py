"""The same two reads as one would write them in FastAPI with SQLAlchemy's ORM over asyncpg.

`python -m tests.bench.orm_rival`: a session per request, models of the tables involved, a
dependency that finds out who asks, response models.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel
from sqlalchemy import JSON, DateTime, ForeignKey, LargeBinary, or_, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from rules.days import beijing_date
from rules.money import split
from server.config import Settings
from server.vault import Vault

settings = Settings.load(os.environ)
vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
engine = create_async_engine(
    os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
    pool_size=10,
    max_overflow=0,
)
sessions = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI()


class Base(DeclarativeBase):
    """Base of the tables used here."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True)}


class SessionRow(Base):
    __tablename__ = "session"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    person_id: Mapped[UUID | None]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Binding(Base):
    __tablename__ = "binding"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    home_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    to_at: Mapped[datetime | None]


class Ownership(Base):
    __tablename__ = "ownership"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    home_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class Scope(Base):
    __tablename__ = "scope"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]


class Unit(Base):
    __tablename__ = "unit"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    scope_id: Mapped[UUID] = mapped_column(ForeignKey("scope.id"))


class Home(Base):
    __tablename__ = "home"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    room: Mapped[str]
    area_cm2: Mapped[int]
    area_source: Mapped[str]
    counts: Mapped[bool]


class Account(Base):
    __tablename__ = "ledger_account"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    balance_fen: Mapped[int]
    held_fen: Mapped[int]


class Notice(Base):
    __tablename__ = "public_notice"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    token: Mapped[str]
    version: Mapped[int]
    paper: Mapped[dict[str, Any]] = mapped_column(JSON)


class Case(Base):
    __tablename__ = "case"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    state: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)


class ObjectionRow(Base):
    __tablename__ = "objection"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    version: Mapped[int]
    arrived_at: Mapped[datetime]
    state: Mapped[str]


class EventRow(Base):
    __tablename__ = "log_event"
    seq: Mapped[int] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID]
    kind: Mapped[str]
    at: Mapped[datetime]


class HomeShare(BaseModel):
    home_id: UUID
    room: str
    area_cm2: int
    area_source: str
    share_fen: int


class BalanceView(BaseModel):
    scope_id: UUID
    code: str
    name: str
    kind: str
    balance_fen: int
    held_fen: int
    available_fen: int
    area_cm2: int
    homes: list[HomeShare]


class Shown(BaseModel):
    at: datetime
    kind: str


class NoticeView(BaseModel):
    number: str
    state: str
    version: int
    paper: dict[str, Any]
    objections: list[Shown]
    timeline: list[Shown]


async def opened() -> AsyncIterator[AsyncSession]:
    """A session for one request."""
    async with sessions() as session:
        yield session


Database = Annotated[AsyncSession, Depends(opened)]


async def person(database: Database, authorization: Annotated[str, Header()]) -> UUID:
    """Who asks."""
    _, hashed = vault.token_hash(authorization.removeprefix("Bearer "))
    now = datetime.now(UTC)
    found = await database.scalar(
        select(SessionRow).where(
            SessionRow.token_hash == hashed,
            SessionRow.revoked_at.is_(None),
            SessionRow.expires_at > now,
        )
    )
    if found is None or found.person_id is None:
        raise HTTPException(401)
    return found.person_id


async def homes_of(database: AsyncSession, asker: UUID, today: date) -> set[UUID]:
    """The homes that the person is bound to and whose owner holds them today."""
    return set(
        await database.scalars(
            select(Binding.home_id)
            .join(
                Ownership,
                (Ownership.home_id == Binding.home_id) & (Ownership.owner_id == Binding.owner_id),
            )
            .where(
                Binding.person_id == asker,
                Binding.to_at.is_(None),
                Ownership.from_on <= today,
                or_(Ownership.to_on.is_(None), Ownership.to_on > today),
            )
        )
    )


@app.get("/balance/{scope_id}")
async def balance(
    scope_id: UUID, database: Database, asker: Annotated[UUID, Depends(person)]
) -> BalanceView:
    today = beijing_date(datetime.now(UTC))
    scope = await database.get(Scope, scope_id)
    account = await database.scalar(select(Account).where(Account.code == f"pooled:{scope_id}"))
    homes = list(
        await database.scalars(
            select(Home)
            .join(Unit, Unit.id == Home.unit_id)
            .where(Unit.scope_id == scope_id, Home.counts)
            .order_by(Home.id)
        )
    )
    mine = await homes_of(database, asker, today)
    own = [home for home in homes if home.id in mine]
    if scope is None or account is None or not own:
        raise HTTPException(404)
    shares = dict(
        zip(
            (home.id for home in homes),
            split(account.balance_fen, [home.area_cm2 for home in homes]),
            strict=True,
        )
    )
    return BalanceView(
        scope_id=scope.id,
        code=scope.code,
        name=scope.name,
        kind=scope.kind,
        balance_fen=account.balance_fen,
        held_fen=account.held_fen,
        available_fen=account.balance_fen - account.held_fen,
        area_cm2=sum(home.area_cm2 for home in homes),
        homes=[
            HomeShare(
                home_id=home.id,
                room=home.room,
                area_cm2=home.area_cm2,
                area_source=home.area_source,
                share_fen=shares[home.id],
            )
            for home in own
        ],
    )


@app.get("/notice/{token}")
async def notice(token: str, database: Database) -> NoticeView:
    found = (
        await database.execute(
            select(Notice, Case).join(Case, Case.id == Notice.case_id).where(Notice.token == token)
        )
    ).one_or_none()
    if found is None:
        raise HTTPException(404)
    shown, case = found
    objections = await database.scalars(
        select(ObjectionRow).where(
            ObjectionRow.case_id == case.id, ObjectionRow.version == shown.version
        )
    )
    events = await database.scalars(
        select(EventRow).where(EventRow.subject_id == case.id).order_by(EventRow.seq)
    )
    return NoticeView(
        number=case.number,
        state=case.state,
        version=shown.version,
        paper=shown.paper,
        objections=[Shown(at=one.arrived_at, kind=one.state) for one in objections],
        timeline=[Shown(at=one.at, kind=one.kind) for one in events],
    )


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")
