"""The roll: communities down to homes, who owns them, the elevators, and the imports (R2)."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row


class Community(Row):
    code = fields.CharField(40, unique=True)
    name = fields.CharField(120)
    address = fields.CharField(200, default="")
    street = fields.CharField(80, default="")
    manager_name = fields.CharField(120, default="")
    managed = fields.CharField(16, default="company")
    parking_counts = fields.BooleanField(default=False)

    class Meta:
        table = "community"


class Building(Row):
    community: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Community", on_delete=fields.RESTRICT
    )
    community_id: UUID
    code = fields.CharField(40, unique=True)
    name = fields.CharField(80)
    kept_per = fields.CharField(8)
    land_parcel = fields.CharField(40, default="")
    planning_permit = fields.CharField(80, default="")
    planned_cm2 = fields.BigIntField(null=True)
    built_on = fields.DateField(null=True)
    floors = fields.SmallIntField(null=True)
    openings_shut_at = fields.DatetimeField(null=True)

    class Meta:
        table = "building"


class Scope(Row):
    """The building or unit that a pooled account is kept for. `unit` is null for a building."""

    building: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Building", on_delete=fields.RESTRICT
    )
    building_id: UUID
    code = fields.CharField(40, unique=True)
    name = fields.CharField(200)
    kind = fields.CharField(8)

    class Meta:
        table = "scope"


class Unit(Row):
    """A stairwell with its lobby; its money is kept in `scope`."""

    building: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Building", on_delete=fields.RESTRICT
    )
    building_id: UUID
    scope: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Scope", on_delete=fields.RESTRICT
    )
    scope_id: UUID
    code = fields.CharField(40, unique=True)
    name = fields.CharField(80)

    class Meta:
        table = "unit"


class Home(Row):
    """One exclusive part. Areas in cm2; `area_cm2` is the one that counts (R2.1)."""

    unit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Unit", on_delete=fields.RESTRICT
    )
    unit_id: UUID
    code = fields.CharField(40, unique=True)
    room = fields.CharField(40)
    use = fields.CharField(16, default="住宅")
    area_cm2 = fields.BigIntField()
    area_source = fields.CharField(16)
    registered_cm2 = fields.BigIntField(null=True)
    surveyed_cm2 = fields.BigIntField(null=True)
    contract_cm2 = fields.BigIntField(null=True)
    area_note = fields.CharField(200, default="")
    developer_held = fields.BooleanField(default=False)
    counts = fields.BooleanField(default=True)
    first_deposit_fen = fields.BigIntField(null=True)

    class Meta:
        table = "home"


class Owner(Row):
    """A person or body in the roll; one ID number is one owner (R2.2). ID numbers are
    encrypted, `id_index` is their keyed blind index (R12.4)."""

    name = fields.CharField(120)
    name_key = fields.CharField(120, db_index=True)
    id_kind = fields.CharField(16)
    id_cipher = fields.BinaryField(null=True)
    id_index = fields.BinaryField(null=True)
    phone_cipher = fields.BinaryField(null=True)

    class Meta:
        table = "owner"


class Ownership(Row):
    """A share of a home from one day to another; `to_on` is the first day no longer owned.

    It stems from an import, or from the papers of a binding claim that a clerk decided (R2.5).
    """

    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    share_bps = fields.IntField(default=10000)
    from_on = fields.DateField()
    to_on = fields.DateField(null=True)
    representative = fields.BooleanField(default=False)
    import_id = fields.UUIDField(null=True)
    claim_id = fields.UUIDField(null=True)

    class Meta:
        table = "ownership"
        indexes = (("home_id", "owner_id"), ("owner_id",))


class Elevator(Row):
    code = fields.CharField(40, unique=True)
    building: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Building", on_delete=fields.RESTRICT
    )
    building_id: UUID
    name = fields.CharField(80, default="")
    brand = fields.CharField(80, default="")
    installed_on = fields.DateField()
    inspected_on = fields.DateField(null=True)
    inspection_due_on = fields.DateField(null=True)
    certificate = fields.CharField(80, default="")
    contractor = fields.CharField(120, default="")
    licence_until_on = fields.DateField(null=True)
    load_kg = fields.IntField(null=True)
    condemned = fields.BooleanField(default=False)
    open_defect = fields.CharField(200, default="")

    class Meta:
        table = "elevator"


class ElevatorUnit(Row):
    """An elevator may serve several units (R5.5)."""

    elevator: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Elevator", on_delete=fields.CASCADE
    )
    elevator_id: UUID
    unit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Unit", on_delete=fields.RESTRICT
    )
    unit_id: UUID

    class Meta:
        table = "elevator_unit"
        unique_together = (("elevator_id", "unit_id"),)


class MaintenanceVisit(Row):
    elevator: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Elevator", on_delete=fields.CASCADE
    )
    elevator_id: UUID
    visited_on = fields.DateField()
    contractor = fields.CharField(120, default="")
    result = fields.CharField(80, default="")
    defect = fields.CharField(200, default="")

    class Meta:
        table = "maintenance_visit"
        unique_together = (("elevator_id", "visited_on"),)


class Import(Row):
    """One spreadsheet taken in: checked, then confirmed or dropped (R2.7)."""

    file: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT
    )
    file_id: UUID
    state = fields.CharField(16)
    rows_total = fields.IntField(default=0)
    rows_done = fields.IntField(default=0)
    counts: Any = fields.JSONField(default=dict)
    error_count = fields.IntField(default=0)
    failure = fields.TextField(default="")
    created_by = fields.UUIDField()
    created_at = fields.DatetimeField()
    confirmed_by = fields.UUIDField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    dropped_by = fields.UUIDField(null=True)
    dropped_at = fields.DatetimeField(null=True)
    drop_reason = fields.CharField(500, db_default="")
    finished_at = fields.DatetimeField(null=True)
    lease_until = fields.DatetimeField(null=True)
    tries = fields.IntField(db_default=0)

    class Meta:
        table = "import"


class ImportError_(Row):
    """One fault in one cell, in words a clerk can act on."""

    source: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Import", on_delete=fields.CASCADE
    )
    source_id: UUID
    number = fields.IntField()
    sheet = fields.CharField(40)
    row = fields.IntField()
    column = fields.CharField(40)
    value = fields.CharField(120, default="")
    reason = fields.CharField(300)

    class Meta:
        table = "import_error"
        unique_together = (("source_id", "number"),)


class RollChange(Row):
    """What an import changed in one row: before and after, without numbers of people."""

    source: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Import", on_delete=fields.RESTRICT
    )
    source_id: UUID
    table = fields.CharField(40)
    row_id = fields.UUIDField(db_index=True)
    before: Any = fields.JSONField(null=True)
    after: Any = fields.JSONField(null=True)

    class Meta:
        table = "roll_change"
        indexes = (("source_id", "id"),)
