"""Cases: the file itself, its signatures, plans, conditions and papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self
from uuid import UUID

import msgspec
from tortoise import fields

from models import standing
from models.base import Row, jsonb, sql
from models.listing import Filter, Key, Listing, Moment, Sort, contains
from models.standing import sees_case
from rules.cases import CLOSED, Facts
from rules.refusals.asking import CaseNotFound


class Case(Row):
    """One application. `facts` is what the rules decide on (`rules.cases.Facts`), written only
    under the row's lock; the columns beside it repeat what lists and jobs look for."""

    number = fields.CharField(24, unique=True)
    flow = fields.CharField(16)
    scope: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Scope", on_delete=fields.RESTRICT
    )
    scope_id: UUID
    community: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Community", on_delete=fields.RESTRICT
    )
    community_id: UUID
    insurer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Insurer", on_delete=fields.RESTRICT
    )
    insurer_id: UUID
    special: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.SpecialAccount", null=True, on_delete=fields.RESTRICT
    )
    special_id: UUID | None
    state = fields.CharField(16, db_index=True)
    version = fields.IntField(default=0)
    urgent = fields.BooleanField(default=False)
    due_at = fields.DatetimeField(null=True, db_index=True)
    facts_json: Any = fields.JSONField(source_field="facts")
    created_by = fields.UUIDField()
    created_at = fields.DatetimeField(db_index=True)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "case"

    _known: tuple[Any, Facts] | None = None

    @classmethod
    async def lock(cls, case_id: UUID) -> Self:
        """The case, its row locked until the transaction ends. Raises CaseNotFound."""
        case = await cls.filter(id=case_id).select_for_update(no_key=True).get_or_none()
        if case is None:
            raise CaseNotFound()
        return case

    @classmethod
    async def find(cls, case_id: UUID) -> Self:
        """The case, unlocked, for reading. Raises CaseNotFound."""
        case = await cls.get_or_none(id=case_id)
        if case is None:
            raise CaseNotFound()
        return case

    def facts(self) -> Facts:
        """What the rules decide on."""
        # Reading them checks every parameter of the policy again: once is enough.
        if self._known is None or self._known[0] is not self.facts_json:
            self._known = self.facts_json, msgspec.convert(self.facts_json, Facts)
        return self._known[1]

    async def become(self, facts: Facts) -> None:
        """Store what the rules decided; the caller holds the lock."""
        await sql(
            'UPDATE "case" SET facts = $2::jsonb, state = $3, version = $4, due_at = $5,'
            " urgent = $6, changed_at = $7 WHERE id = $1",
            self.id,
            jsonb(facts),
            facts.state,
            facts.version,
            facts.due_at(),
            facts.urgent,
            facts.changed_at,
        )
        self.facts_json = msgspec.to_builtins(facts)
        self._known = self.facts_json, facts
        self.state, self.version = facts.state, facts.version


class Signature(Row):
    """An owner's signature under an application; withdrawn ones stay as history (R5.1)."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    signed_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "signature"


class CaseElevator(Row):
    """An elevator named in a case. `open` while the case is: one open case per elevator (R5.5)."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    elevator: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Elevator", on_delete=fields.RESTRICT
    )
    elevator_id: UUID
    open = fields.BooleanField(default=True)

    class Meta:
        table = "case_elevator"
        unique_together = (("case_id", "elevator_id"),)


class Plan(Row):
    """One version of the insurer's plan; never changed once filed (R7.6)."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    body: Any = fields.JSONField()
    premium_fen = fields.BigIntField()
    filed_by = fields.UUIDField()
    filed_at = fields.DatetimeField()

    class Meta:
        table = "plan"
        unique_together = (("case_id", "version"),)


class ConditionCheck(Row):
    """The four conditions as found at one moment, with the facts they were judged by (R5)."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    occasion = fields.CharField(16)
    version = fields.IntField()
    result: Any = fields.JSONField()
    passed = fields.BooleanField()
    checked_at = fields.DatetimeField()

    class Meta:
        table = "condition_check"


class Document(Row):
    """A paper in a case's file: authorisation, plan, contract, invoice, notice photo, …"""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    file: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT
    )
    file_id: UUID
    kind = fields.CharField(24)
    version = fields.IntField(default=0)
    number = fields.CharField(60, default="")
    added_by = fields.UUIDField()
    added_at = fields.DatetimeField()

    class Meta:
        table = "document"


class Payout(Row):
    """A premium on its way to the insurer (R9). An invoice number is used once.

    `payee` is the account that it was prepared with (R3.5).
    """

    case: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    invoice_number = fields.CharField(60, unique=True)
    invoice_fen = fields.BigIntField()
    payee: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.PayeeAccount", null=True, on_delete=fields.RESTRICT
    )
    payee_id: UUID | None
    amount_fen = fields.BigIntField()
    state = fields.CharField(16)
    complete_on = fields.DateField()
    due_on = fields.DateField()
    provisional = fields.BooleanField()
    prepared_by = fields.UUIDField(null=True)
    approved_by = fields.UUIDField(null=True)
    paid_at = fields.DatetimeField(null=True)
    reminded_on = fields.DateField(null=True)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "payout"


CASES = Listing(
    "k.id, k.number, k.flow, k.state, k.urgent, k.created_by, k.created_at, k.scope_id,"
    " k.community_id, k.facts::text AS facts, s.name AS scope_name, c.name AS community",
    '"case" k JOIN scope s ON s.id = k.scope_id JOIN community c ON c.id = k.community_id',
    "k.id",
    {"urgent": Sort((Key("k.urgent", bool), Key("k.created_at", Moment)))},
    {
        "state": "k.state = {state}",
        "flow": "k.flow = {flow}",
        "running": Filter("k.state <> ALL({running}::text[])", lambda _: sorted(CLOSED)),
        "scope_id": "k.scope_id = {scope_id}",
        "community_id": "k.community_id = {community_id}",
        "insurer_id": "k.insurer_id = {insurer_id}",
        "from_on": "k.created_at >= {from_on}::date::timestamp AT TIME ZONE 'Asia/Shanghai'",
        "to_on": "k.created_at < ({to_on}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'",
        "mine": "k.created_by = {mine}::uuid OR EXISTS (SELECT 1 FROM signature sg"
        " WHERE sg.case_id = k.id AND sg.person_id = {mine}::uuid AND sg.withdrawn_at IS NULL)",
        "q": contains("q", "k.number", "s.name", "c.name"),
    },
    always=sees_case("k"),
    leading=5,
)
"""The cases that a viewer ($1 to $5) sees, urgent ones first, then the newest."""

# OFFSET 0: each row is fetched by its key; the planner, which cannot know how few cases are
# somebody's, would otherwise walk the whole tables.
_AROUND = f"""
(WITH mine AS MATERIALIZED ({standing.CASES_AROUND})
 SELECT f.* FROM mine m
  CROSS JOIN LATERAL (SELECT x.* FROM "case" x WHERE x.id = m.id OFFSET 0) f) k
 CROSS JOIN LATERAL (SELECT x.name FROM scope x WHERE x.id = k.scope_id OFFSET 0) s
 CROSS JOIN LATERAL (SELECT x.name FROM community x WHERE x.id = k.community_id OFFSET 0) c
"""
CASES_AROUND = replace(CASES, source=_AROUND, always="", leading=2)
"""The same of a person ($2) that day ($1), read from the person's side."""
