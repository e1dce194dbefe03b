"""Persons behind a WeChat login, accounts behind a password, their sessions and standings."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row


class Person(Row):
    """One openid is one person (R2.5). `owner` is the roll's owner once identity was proved."""

    openid = fields.CharField(64, unique=True)
    unionid = fields.CharField(64, null=True)
    phone_cipher = fields.BinaryField(null=True)
    phone_index = fields.BinaryField(null=True)
    owner: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Owner", null=True, on_delete=fields.RESTRICT
    )
    owner_id: UUID | None
    seen_at = fields.DatetimeField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "person"


class Account(Row):
    """A password account: Centre staff, an insurer's people, street office, bureau."""

    username = fields.CharField(40, unique=True)
    name = fields.CharField(80)
    roles = fields.CharField(200)
    insurer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Insurer", null=True, on_delete=fields.RESTRICT
    )
    insurer_id: UUID | None
    community: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Community", null=True, on_delete=fields.RESTRICT
    )
    community_id: UUID | None
    password_hash = fields.CharField(200, null=True)
    totp_cipher = fields.BinaryField(null=True)
    totp_last_step = fields.BigIntField(default=0)
    invite_hash = fields.BinaryField(null=True)
    invite_expires_at = fields.DatetimeField(null=True)
    failures = fields.SmallIntField(default=0)
    locked_until = fields.DatetimeField(null=True)
    disabled_at = fields.DatetimeField(null=True)
    created_by = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "account"


class Session(Row):
    """A login. Only a keyed hash of its token is stored; `kid` names the key."""

    token_hash = fields.BinaryField()
    kid = fields.CharField(16)
    person: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Person", null=True, on_delete=fields.CASCADE
    )
    person_id: UUID | None
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Account", null=True, on_delete=fields.CASCADE
    )
    account_id: UUID | None
    code_hash = fields.BinaryField(null=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)
    revoked_at = fields.DatetimeField(null=True)
    device = fields.CharField(120, default="")

    class Meta:
        table = "session"


class Binding(Row):
    """A person speaks for an owner's home from one moment to another (R2.5)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    how = fields.CharField(16)
    from_at = fields.DatetimeField()
    to_at = fields.DatetimeField(null=True)

    class Meta:
        table = "binding"


class BindingAttempt(Row):
    """One try to bind a home by name and number, kept so that tries can be counted (R2.5).

    Written before the try is judged: what fails leaves its trace though nothing else stays.
    """

    person_id = fields.UUIDField()
    home_id = fields.UUIDField()
    at = fields.DatetimeField()
    matched = fields.BooleanField(default=False)

    class Meta:
        table = "binding_attempt"
        indexes = (("person_id", "at"), ("home_id", "at"), ("at",))


class BindingClaim(Row):
    """Papers put before a clerk because the roll did not match (R2.5)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    name_cipher = fields.BinaryField()
    id_cipher = fields.BinaryField()
    id_index = fields.BinaryField()
    files: Any = fields.JSONField(default=list)
    state = fields.CharField(16, default="open")
    reason = fields.TextField(default="")
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "binding_claim"


class Appointment(Row):
    """A committee member or a manager, with written authorisation and a term (R5.1)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    community: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Community", on_delete=fields.RESTRICT
    )
    community_id: UUID
    role = fields.CharField(16)
    body_name = fields.CharField(120)
    file: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT
    )
    file_id: UUID
    from_on = fields.DateField()
    to_on = fields.DateField()
    state = fields.CharField(16, default="open")
    reason = fields.TextField(default="")
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "appointment"
