"""What one line of each sheet says once every cell of it was read. R2.1 to R2.4, R4.1, R5.3, R5.4.

`line` is the row number a person sees in the sheet; two rows that say the same are equal whatever
their lines. Areas in cm2, money in fen, rates in ten-thousandths of a percent. "" and None mean
that the cell was empty.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from rules.roll import AreaSource


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityRow(_Line):
    """小区. `managed` is company, independent or none (R5.3)."""

    code: str
    name: str
    street: str
    address: str = ""
    managed: str = "company"
    manager: str = ""
    parking_counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingRow(_Line):
    """楼栋. `kept_per` says what its pooled account is kept for: building or unit."""

    community: str
    code: str
    name: str
    kept_per: str
    land_parcel: str = ""
    planning_permit: str = ""
    planned_cm2: int | None = None
    built_on: date | None = None
    floors: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow(_Line):
    """单元: a stairwell or lobby of a building."""

    building: str
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRow(_Line):
    """房屋, with its area by each source that is known (R2.1)."""

    unit: str
    code: str
    room: str
    use: str
    registered_cm2: int | None = None
    surveyed_cm2: int | None = None
    contract_cm2: int | None = None
    area_note: str = ""
    developer_held: bool = False

    @property
    def areas(self) -> dict[AreaSource, int | None]:
        """The area in cm2 by source, as `rules.roll.area_of` takes it."""
        return {
            AreaSource.LAND_REGISTER: self.registered_cm2,
            AreaSource.SURVEY: self.surveyed_cm2,
            AreaSource.CONTRACT: self.contract_cm2,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerRow(_Line):
    """业主: a share of a home from one day to the first day it is no longer theirs (R2.4).

    `share` is None for the only owner and for joint owners without shares (共同共有).
    """

    home: str
    name: str
    id_kind: str
    id_number: str
    from_on: date
    share: Fraction | None = None
    to_on: date | None = None
    phone: str = ""
    representative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ElevatorRow(_Line):
    """电梯 with what R5.3 and R5.4 ask about it. `status` is in_use, stopped or condemned."""

    code: str
    units: tuple[str, ...]
    installed_on: date
    contractor: str
    status: str
    name: str = ""
    brand: str = ""
    load_kg: int | None = None
    certificate: str = ""
    inspected_on: date | None = None
    inspection_due_on: date | None = None
    licence_until_on: date | None = None
    open_defect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow(_Line):
    """维保: one maintenance visit. `result` is normal, defect or unfinished."""

    elevator: str
    visited_on: date
    contractor: str
    result: str
    defect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundRow(_Line):
    """维修资金: a home's first deposit and what is left of its principal and interest."""

    home: str
    first_deposit_fen: int
    balance_fen: int
    as_of_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRow(_Line):
    """统筹期初: value-added income not yet distributed, of one building or unit (R3.6)."""

    scope: str
    amount_fen: int
    as_of_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositRow(_Line):
    """存款 (R4.1, R4.2). `tenor` is demand, 3m, 6m, 1y, 2y or 3y; `method` terms or days360."""

    code: str
    bank: str
    bank_account: str
    principal_fen: int
    tenor: str
    opened_on: date
    agreed_rate_e4: int
    benchmark_rate_e4: int
    method: str
    matures_on: date | None = None
    base: str = "fen"
    renews: bool = False


AnyRow: TypeAlias = (
    CommunityRow
    | BuildingRow
    | UnitRow
    | HomeRow
    | OwnerRow
    | ElevatorRow
    | VisitRow
    | FundRow
    | OpeningRow
    | DepositRow
)


@dataclass(slots=True)
class Rows:
    """The lines that could be read, by sheet, in the order of the file."""

    communities: list[CommunityRow] = field(default_factory=list)
    buildings: list[BuildingRow] = field(default_factory=list)
    units: list[UnitRow] = field(default_factory=list)
    homes: list[HomeRow] = field(default_factory=list)
    owners: list[OwnerRow] = field(default_factory=list)
    elevators: list[ElevatorRow] = field(default_factory=list)
    visits: list[VisitRow] = field(default_factory=list)
    funds: list[FundRow] = field(default_factory=list)
    openings: list[OpeningRow] = field(default_factory=list)
    deposits: list[DepositRow] = field(default_factory=list)
