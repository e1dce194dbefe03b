"""A checked file becomes the roll, in one transaction: tables first, then the money. R2.7, R3.6."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from handlers.imports import people
from handlers.pools import SHEETS
from handlers.route import Context
from models import imported, ledger
from models.imports import Table, merge
from models.sealed import import_begins
from rules.days import beijing_date
from rules.imports import ElevatorRow, Existing, FundRow, HomeRow, OwnerRow, Rows
from rules.imports.relations import opening_reference
from rules.ledger import AccountKind, JournalKind, Part, opening
from rules.roll import area_of

Progress = Callable[[int], Awaitable[None]]

ANCILLARY = frozenset({"车位", "储藏室"})
STOPPED = "电梯已停用"
BANK_TITLE = "维修资金专户"
# A journal locks the accounts of all its lines: in parts, none is waited for long.
LINES = 5_000
OPENINGS = 1_000


class Applying:
    """One import on its way into the tables; `progress` hears how many rows are done."""

    def __init__(
        self, ctx: Context, import_id: UUID, actor: str, existing: Existing, progress: Progress
    ) -> None:
        self.ctx = ctx
        self.import_id = import_id
        self.actor = actor
        self.existing = existing
        self.progress = progress
        self.done = 0
        self.counts: dict[str, list[int]] = {}
        self.by_papers = 0

    async def apply(self, rows: Rows) -> None:
        """The roll says what the rows say; what already did is not touched."""
        await self._table(imported.COMMUNITY, [asdict(row) for row in rows.communities])
        await self._table(imported.BUILDING, [asdict(row) for row in rows.buildings])
        units = [asdict(row) for row in rows.units]
        await self._scopes(imported.BUILDING_SCOPE, [{"code": r.code} for r in rows.buildings])
        await self._scopes(imported.UNIT_SCOPE, units)
        await self._table(imported.UNIT, units)
        await self._table(imported.HOME, [_home(row) for row in rows.homes])
        if rows.owners:
            await self._owners(rows.owners)
        if rows.elevators:
            await self._elevators(rows.elevators)
        await self._table(imported.VISIT, [asdict(row) for row in rows.visits])
        listed = [row for row in rows.deposits if row.code not in self.existing.deposits]
        await self._table(imported.DEPOSIT, [asdict(row) for row in listed])
        await self._pooled(rows)
        if rows.funds:
            await self._funds(rows.funds)

    async def _table(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.counts[table.name] = await merge(table, rows, self.import_id)
            await self._went_on(len(rows))

    async def _scopes(self, table: Table, rows: list[dict[str, Any]]) -> None:
        found = await merge(table, rows, self.import_id)
        before = self.counts.get(table.name, [0, 0])
        self.counts[table.name] = [before[0] + found[0], before[1] + found[1]]

    async def _went_on(self, rows: int) -> None:
        self.done += rows
        await self.progress(self.done)

    async def _owners(self, rows: list[OwnerRow]) -> None:
        secrets = self.ctx.world.secrets
        await import_begins()
        every = await SHEETS.run(self.ctx.who.key, people.indexes, rows, secrets)
        found = await imported.owners_with([one for all_ in every.values() for one in all_])
        known = {
            row["id_index"]: people.Known(row["id"], row["id_cipher"], row["phone_cipher"])
            for row in found
        }
        index = people.chosen(every, known)
        made = await SHEETS.run(self.ctx.who.key, people.owner_rows, rows, index, known, secrets)
        self.counts["owner"] = await merge(imported.OWNER, made, self.import_id)
        await self.progress(self.done + len(rows) // 2)
        held = await imported.spans_of(sorted({row.home for row in rows}))
        today = beijing_date(self.ctx.now)
        spans = await SHEETS.run(self.ctx.who.key, people.span_rows, rows, index, held, today)
        self.by_papers = spans.by_papers
        self.counts["ownership"] = await merge(imported.OWNERSHIP, spans.rows, self.import_id)
        await self._went_on(len(rows))

    async def _elevators(self, rows: list[ElevatorRow]) -> None:
        await self._table(imported.ELEVATOR, [_elevator(row) for row in rows])
        served = [{"elevator": row.code, "unit": unit} for row in rows for unit in row.units]
        codes = [row.code for row in rows]
        gone = await imported.end_service(codes, served, self.import_id)
        added, changed = await merge(imported.ELEVATOR_UNIT, served, self.import_id)
        self.counts["elevator_unit"] = [added, changed + gone]

    async def _pooled(self, rows: Rows) -> None:
        """Every scope has its account, and the openings not yet in the books are posted. R3.6."""
        scopes = await imported.scopes()
        accounts = await ledger.ensure_accounts(
            AccountKind.POOLED, [(row["id"], row["name"]) for row in scopes], self.ctx.now
        )
        account_of = {row["code"]: accounts[row["id"]] for row in scopes}
        known = self.existing.openings
        due = [
            (row.as_of_on, Part(account_of[row.scope], row.amount_fen), reference, row.source)
            for row in rows.openings
            if row.amount_fen and (reference := opening_reference(row)) not in known
        ]
        for start in range(0, len(due), OPENINGS):
            bank = await ledger.ensure_account(AccountKind.BANK, None, BANK_TITLE, self.ctx.now)
            journals = [
                opening(JournalKind.OPENING_INCOME, bank, [part], on, reference, source)
                for on, part, reference, source in due[start : start + OPENINGS]
            ]
            await ledger.post_many(journals, self.ctx.now, self.actor)
        self.counts["opening"] = [len(due), 0]
        await self._went_on(len(rows.openings))

    async def _funds(self, rows: list[FundRow]) -> None:
        """Each home's fund is in the books once, in journals of many lines. R3.6."""
        noted = await imported.note_first_deposits([asdict(row) for row in rows], self.import_id)
        homes = await imported.homes_titled([row.home for row in rows])
        accounts = await ledger.ensure_accounts(
            AccountKind.HOUSEHOLD_FUND,
            [(row["id"], row["title"][:200]) for row in homes],
            self.ctx.now,
        )
        account_of = {row["code"]: accounts[row["id"]] for row in homes}
        parts: dict[date, list[Part]] = defaultdict(list)
        for row in rows:
            if row.balance_fen and row.home not in self.existing.funds:
                parts[row.as_of_on].append(Part(account_of[row.home], row.balance_fen))
        for on, owed in sorted(parts.items()):
            for start in range(0, len(owed), LINES):
                reference = f"opening:funds:{self.import_id}:{on:%Y%m%d}:{start}"
                await self._post(
                    JournalKind.OPENING_PRINCIPAL,
                    owed[start : start + LINES],
                    on,
                    reference,
                    "期初维修资金分户余额",
                )
        self.counts["fund"] = [sum(map(len, parts.values())), 0]
        self.counts["first_deposit"] = [noted, 0]
        await self._went_on(len(rows))

    async def _post(
        self, kind: JournalKind, parts: list[Part], on: date, reference: str, memo: str
    ) -> None:
        bank = await ledger.ensure_account(AccountKind.BANK, None, BANK_TITLE, self.ctx.now)
        journal = opening(kind, bank, parts, on, reference, memo)
        await ledger.post(journal, self.ctx.now, self.actor)


def _home(row: HomeRow) -> dict[str, Any]:
    area, source = area_of(row.areas)
    return asdict(row) | {
        "area_cm2": area,
        "area_source": source,
        "ancillary": row.use in ANCILLARY,
    }


def _elevator(row: ElevatorRow) -> dict[str, Any]:
    """A stopped elevator is not fit to be insured, and says why."""
    defect = row.open_defect or (STOPPED if row.status == "stopped" else "")
    return asdict(row) | {
        "unit": row.units[0],
        "condemned": row.status == "condemned",
        "open_defect": defect,
    }
