"""A small roll written straight into the tables, for tests that need people, homes and money.

Two communities. 石榴苑, the place of the stories: one building kept as one scope, two units with a
lobby and an elevator each, twelve homes. 别处小区: what belongs to others, and an empty building.
Everybody is made up by `sandbox.names`, whose numbers nobody was ever given.

`owner1` holds two homes (1-101 and 2-101), `owner3` and `co_owner3` hold 1-201 in halves, the
other homes have one owner each; `owner12` is a developer with one unsold home. `elsewhere` owns
in the other community, `stranger` has logged in but is bound to nothing.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any
from uuid import UUID, uuid4

from models import ledger
from models.base import sql
from models.files import File
from models.ids import new_id
from models.insurance import Insurer
from models.payee_accounts import PayeeAccount
from models.people.accounts import Account
from models.people.appointments import Appointment
from models.people.bindings import Binding
from models.people.employees import Employee
from models.people.persons import Person
from models.privacy import PrivacyConsent
from models.roll import (
    Building,
    Community,
    Elevator,
    ElevatorUnit,
    Home,
    MaintenanceVisit,
    Owner,
    Ownership,
    Scope,
    Unit,
)
from models.sealed import EMPLOYEE_ID, EMPLOYEE_PHONE, FILE_KEY, OWNER_ID, OWNER_PHONE, PERSON_PHONE
from rules.ledger import AccountKind, JournalKind, Part, opening
from rules.people import Role, normalise_name
from rules.privacy import TO_SHOW_FACE, VERSION
from sandbox.names import Named, Names
from server.vault import Vault

POOLED_FEN = 5_000_000
AREA_CM2 = 1_000_000
SINCE = date(2015, 1, 1)

STAFF: dict[str, tuple[Role, ...]] = {
    "clerk": (Role.CLERK,),
    "clerk2": (Role.CLERK,),
    "reviewer": (Role.REVIEWER,),
    "finance": (Role.FINANCE,),
    "finance2": (Role.FINANCE,),
    "auditor": (Role.AUDITOR,),
    "administrator": (Role.ADMINISTRATOR,),
    "insurer": (Role.INSURER,),
    "other_insurer": (Role.INSURER,),
    "street": (Role.STREET,),
    "other_street": (Role.STREET,),
    "bureau": (Role.BUREAU,),
}


@dataclass
class Somebody:
    """A made-up person: who they are, and the login behind them."""

    key: str
    named: Named
    person_id: UUID
    owner_id: UUID | None = None
    homes: list[UUID] = field(default_factory=list)

    @property
    def openid(self) -> str:
        return self.named.openid

    @property
    def name(self) -> str:
        return self.named.name

    @property
    def id_number(self) -> str:
        return self.named.id_number


@dataclass
class Place:
    """One scope: its community, building, units, homes, elevators and pooled account."""

    community: UUID
    building: UUID
    scope: UUID
    units: list[UUID]
    homes: dict[str, UUID]
    elevators: list[UUID]
    pooled: UUID


@dataclass
class SmallRoll:
    """Everything planted, by name."""

    here: Place
    there: Place
    people: dict[str, Somebody]
    accounts: dict[str, UUID]
    insurer: UUID
    other_insurer: UUID
    bank: UUID
    empty: UUID


class Planter:
    """Plants one roll; `at` is the moment it all was entered."""

    def __init__(self, vault: Vault, at: datetime) -> None:
        self.vault = vault
        self.at = at
        self.names = Names(Random(20250915))
        self.people: dict[str, Somebody] = {}

    async def plant(self) -> SmallRoll:
        """The roll, in the database."""
        bank = await ledger.ensure_account(AccountKind.BANK, None, "维修资金专户", self.at)
        here = await self.place("SLY", "石榴苑", units=2, homes=6)
        there = await self.place("BC", "别处小区", units=1, homes=3)
        empty = await self.empty_building(there)
        for place in (here, there):
            parts = [Part(place.pooled, POOLED_FEN)]
            reference = f"opening:{place.scope}"
            journal = opening(JournalKind.OPENING_INCOME, bank, parts, SINCE, reference)
            await ledger.post(journal, self.at, "roll")
        await self.owners(here, there)
        insurer = await self.insurer("INS-1", "示例财产保险股份有限公司吉首支公司")
        other = await self.insurer("INS-2", "示例人寿保险股份有限公司")
        await self.appointed("committee", here, Role.COMMITTEE)
        await self.appointed("manager", here, Role.MANAGER)
        await self.appointed("other_manager", there, Role.MANAGER)
        accounts = await self.staff(here, there, insurer, other)
        return SmallRoll(here, there, self.people, accounts, insurer, other, bank, empty)

    async def place(self, code: str, name: str, units: int, homes: int) -> Place:
        """A community with one building, kept as one scope; each unit has an elevator."""
        community = await Community.create(
            code=code,
            name=name,
            address=f"吉首市示例路{code}号",
            street="示例街道",
            manager_name="示例物业服务有限公司",
        )
        building = await Building.create(
            community_id=community.id, code=f"{code}-1", name="1栋", kept_per="building"
        )
        scope = await Scope.create(
            building_id=building.id, code=f"{code}-1", name=f"{name}1栋", kind="building"
        )
        unit_ids, elevator_ids, home_ids = [], [], {}
        for number in range(1, units + 1):
            unit = await Unit.create(
                building_id=building.id,
                scope_id=scope.id,
                code=f"{code}-1-{number}",
                name=f"{number}单元",
            )
            unit_ids.append(unit.id)
            elevator_ids.append(await self.elevator(building.id, unit.id, f"{code}-T{number}"))
            rows = [
                Home(
                    unit_id=unit.id,
                    code=f"{code}-1-{number}-{floor}01",
                    room=f"{floor}01",
                    area_cm2=AREA_CM2 + 10_000 * floor,
                    area_source="land_register",
                    registered_cm2=AREA_CM2 + 10_000 * floor,
                )
                for floor in range(1, homes + 1)
            ]
            await Home.bulk_create(rows)
            home_ids |= {f"{number}-{home.room}": home.id for home in rows}
        pooled = await ledger.ensure_account(AccountKind.POOLED, scope.id, scope.name, self.at)
        return Place(community.id, building.id, scope.id, unit_ids, home_ids, elevator_ids, pooled)

    async def empty_building(self, there: Place) -> UUID:
        """Another building of theirs, without homes or money; its scope. Of the two accounts that
        have too few owners to be public, none can be told from the total."""
        building = await Building.create(
            community_id=there.community, code="BC-2", name="2栋", kept_per="building"
        )
        scope = await Scope.create(
            building_id=building.id, code="BC-2", name="别处小区2栋", kind="building"
        )
        await Unit.create(building_id=building.id, scope_id=scope.id, code="BC-2-1", name="1单元")
        await ledger.ensure_account(AccountKind.POOLED, scope.id, scope.name, self.at)
        return scope.id

    async def elevator(self, building: UUID, unit: UUID, code: str) -> UUID:
        """An elevator that meets the insurer's conditions, maintained every ten days."""
        today = self.at.date()
        elevator = await Elevator.create(
            building_id=building,
            code=code,
            name="客梯",
            brand="示例",
            certificate=f"梯11湘U{code}",
            installed_on=date(today.year - 5, 3, 1),
            inspected_on=today - timedelta(days=60),
            inspection_due_on=today + timedelta(days=305),
            contractor="示例电梯工程有限公司",
            licence_until_on=today + timedelta(days=900),
        )
        await ElevatorUnit.create(elevator_id=elevator.id, unit_id=unit)
        await maintained(elevator.id, today - timedelta(days=365), today)
        return elevator.id

    async def somebody(self, key: str) -> Somebody:
        """A person who has logged in through WeChat and agreed to the privacy notice."""
        named, person_id = self.names.person(), new_id()
        person = await Person.create(
            id=person_id,
            openid=named.openid,
            phone_cipher=self.vault.encrypt(named.phone, PERSON_PHONE.of(person_id)),
            phone_index=self.vault.blind_index(f"phone:{named.phone}"),
            seen_at=self.at,
            created_at=self.at,
        )
        for consent in sorted(TO_SHOW_FACE):
            # Its ids are none of the roll's, which are the same in every example.
            said = {"version": VERSION, "kind": consent, "agreed": True, "at": self.at}
            await PrivacyConsent.create(id=uuid4(), person_id=person_id, **said)
        self.people[key] = Somebody(key, named, person.id)
        return self.people[key]

    async def owners(self, here: Place, there: Place) -> None:
        """Owners with their homes, each bound to a person."""
        homes = list(here.homes)
        await self.owner("owner1", here, ["1-101", "2-101"])
        numbers = [home for home in homes if home not in ("1-101", "2-101", "2-601")]
        for number, home in enumerate(numbers, start=2):
            await self.owner(f"owner{number}", here, [home])
        await self.owner("co_owner3", here, ["1-301"], share=5000)
        await sql(
            "UPDATE ownership SET share_bps = 5000 WHERE owner_id = $1",
            self.people["owner3"].owner_id,
        )
        await self.owner("owner12", here, ["2-601"])
        await sql("UPDATE home SET developer_held = true WHERE id = $1", here.homes["2-601"])
        for number, home in enumerate(there.homes):
            await self.owner(
                "elsewhere" if number == 0 else f"elsewhere{number + 1}", there, [home]
            )
        await self.somebody("stranger")

    async def owner(self, key: str, place: Place, homes: list[str], share: int = 10_000) -> None:
        """An owner in the roll, a person with a login, and the binding of the two."""
        one = await self.somebody(key)
        owner_id = new_id()
        owner = await Owner.create(
            id=owner_id,
            name=one.name,
            name_key=normalise_name(one.name),
            id_kind="resident",
            id_cipher=self.vault.encrypt(one.id_number, OWNER_ID.of(owner_id)),
            id_index=self.vault.blind_index(one.id_number),
            phone_cipher=self.vault.encrypt(one.named.phone, OWNER_PHONE.of(owner_id)),
        )
        one.owner_id, one.homes = owner.id, [place.homes[home] for home in homes]
        for home in one.homes:
            await Ownership.create(home_id=home, owner_id=owner.id, share_bps=share, from_on=SINCE)
            await Binding.create(
                person_id=one.person_id,
                home_id=home,
                owner_id=owner.id,
                how="phone",
                from_at=self.at,
            )

    async def insurer(self, code: str, name: str) -> UUID:
        """An admitted insurer, and the account that it has confirmed."""
        row = await Insurer.create(
            code=code,
            name=name,
            admitted_from_on=date(2024, 1, 1),
            admitted_to_on=date(2030, 12, 31),
        )
        await PayeeAccount.create(
            insurer_id=row.id,
            bank="示例银行",
            number=f"9999{code}",
            state="confirmed",
            entered_at=self.at,
            confirmed_at=self.at,
            since_at=self.at,
        )
        return row.id

    async def appointed(self, key: str, place: Place, role: Role) -> None:
        """A person with an approved authorisation for the community."""
        one = await self.somebody(key)
        paper = await paper_of("person", one.person_id, self.at, self.vault)
        await Appointment.create(
            person_id=one.person_id,
            community_id=place.community,
            role=role,
            file_id=paper,
            body_name="示例机构",
            from_on=date(2025, 1, 1),
            to_on=date(2027, 12, 31),
            state="approved",
            decided_at=self.at,
            created_at=self.at,
        )

    async def staff(
        self, here: Place, there: Place, insurer: UUID, other_insurer: UUID
    ) -> dict[str, UUID]:
        """An account for every role; nobody has a password, tests log in by session."""
        belongs: dict[str, dict[str, Any]] = {
            "insurer": {"insurer_id": insurer},
            "other_insurer": {"insurer_id": other_insurer},
            "street": {"community_id": here.community},
            "other_street": {"community_id": there.community},
        }
        behind = {key: await self.employee(f"示例{key}") for key in STAFF}
        rows = [
            Account(
                username=key,
                name=behind[key].name,
                employee_id=behind[key].id,
                roles=",".join(roles),
                created_at=self.at,
                **belongs.get(key, {}),
            )
            for key, roles in STAFF.items()
        ]
        await Account.bulk_create(rows)
        return {row.username: row.id for row in rows}

    async def employee(self, name: str) -> Employee:
        """The natural person behind an account; each account has another."""
        named, employee_id = self.names.person(), new_id()
        return await Employee.create(
            id=employee_id,
            name=name,
            id_cipher=self.vault.encrypt(named.id_number, EMPLOYEE_ID.of(employee_id)),
            id_index=self.vault.blind_index(named.id_number),
            phone_cipher=self.vault.encrypt(named.phone, EMPLOYEE_PHONE.of(employee_id)),
            phone_index=self.vault.blind_index(f"phone:{named.phone}"),
            created_at=self.at,
        )


async def maintained(elevator: UUID, since: date, until: date) -> None:
    """A maintenance visit every ten days, the last one on the last day."""
    days = range(0, (until - since).days + 1, 10)
    rows = [
        MaintenanceVisit(elevator_id=elevator, visited_on=until - timedelta(days=day))
        for day in days
    ]
    await MaintenanceVisit.bulk_create(rows, ignore_conflicts=True)


async def paper_of(kind: str, owner: UUID, at: datetime, vault: Vault | None = None) -> UUID:
    """A stored paper of somebody's, as small as a PDF can look; with a vault the paper of an
    appointment, else one that is not attached yet."""
    content, key, file_id = b"%PDF-1.4\n%%EOF\n", None, new_id()
    if vault is not None:
        key, content = vault.seal_file(content, file_id, FILE_KEY.of(f"{file_id}:identity"))
    row = await File.create(
        id=file_id,
        sealed_key=key,
        file_class="identity" if vault else "",
        kind="appointment" if vault else "",
        stored_sha256=sha256(content).digest(),
        sha256=sha256(content).digest(),
        original_sha256=sha256(content).digest(),
        media_type="application/pdf",
        name="材料.pdf",
        size=len(content),
        content=content,
        owner_kind=kind,
        owner_id=owner,
        created_at=at,
    )
    return row.id
