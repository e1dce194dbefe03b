"""What a sandbox has before anybody does anything: staff, insurers, managers, committees.

`Seed.ensure` may be called at any time and any number of times, by several processes: it makes what
is missing. Staff and insurers need nothing; managers and committees come once their communities
were imported. Staff log in by password and one-time code as in life, and have tokens that do not
run out while the clock is moved; both are in a file that only its owner reads.
"""

import asyncio
import json
import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any
from uuid import UUID

from handlers.attaching import keep_file, sealed_file
from handlers.people import passwords
from handlers.people.employees import Identity, registered
from handlers.route import CLOCK, Context, World
from models.base import one, sql
from models.ids import new_id
from models.payee_accounts import PayeeAccount
from models.people.sessions import Session
from models.sealed import ACCOUNT_TOTP
from rules.days import beijing_date
from rules.events.people import AccountCreated, AppointmentDecided
from rules.events.register import InsurerAdmitted, PayeeAccountAgreed
from sandbox.city import Insurer
from sandbox.names import Named
from sandbox.people import Playable, city, playable
from server import door

FILE = "sandbox-staff.json"
LIFE = timedelta(days=3650)
# Any number that nobody else uses: two processes do not make the same people at once.
_SEED_LOCK = 0x53656564
_PAPER = b"%PDF-1.4\n%%EOF\n"


@dataclass(frozen=True)
class StaffMember:
    """An account of the sandbox with everything that opens it."""

    username: str
    name: str
    openid: str
    roles: tuple[str, ...]
    body_name: str
    token: str
    password: str
    totp_secret: str


class Seed:
    """The sandbox's own people, in the database of `world` and a file under `var_dir`."""

    def __init__(self, world: World, var_dir: Path) -> None:
        self.world = world
        self.path = var_dir / FILE
        self.whole = False

    async def ensure(self) -> None:
        """Everything that can be there is there."""
        if self.whole:
            return
        kept = self._read()
        password = kept.setdefault("password", f"Sandbox-{token_hex(6)}")
        hashed = await asyncio.to_thread(passwords.hashed, password)

        async def work(ctx: Context) -> None:
            await sql("SELECT pg_advisory_xact_lock($1)", _SEED_LOCK)
            known = self._read() or kept
            await self._insurers(ctx)
            await self._accounts(ctx, known, hashed)
            self.whole = await self._appointments(ctx)
            self._write(known)

        await door.enter(CLOCK, door.now(), self.world, work)

    def staff(self) -> list[StaffMember]:
        """The accounts made so far, with their tokens."""
        kept = self._read()
        return [
            StaffMember(
                username=username,
                name=account["name"],
                openid=account["openid"],
                roles=tuple(account["roles"]),
                body_name=account["body_name"],
                token=account["token"],
                password=kept["password"],
                totp_secret=account["totp_secret"],
            )
            for username, account in kept.get("accounts", {}).items()
        ]

    def _read(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self.path.read_text())
        except FileNotFoundError:
            return {}
        return found

    def _write(self, kept: dict[str, Any]) -> None:
        made = self.path.with_suffix(".new")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(kept, file, ensure_ascii=False, indent=1)
        os.replace(made, self.path)

    async def _insurers(self, ctx: Context) -> None:
        today = beijing_date(ctx.now)
        for number, insurer in enumerate(city().insurers, start=1):
            row = await one(
                "INSERT INTO insurer (id, code, name, contact, admitted_from_on, admitted_to_on)"
                " VALUES ($1,$2,$3,$4,$5,$6)"
                " ON CONFLICT (code) DO NOTHING RETURNING id",
                new_id(),
                f"SP-{number}",
                insurer.firm.name,
                insurer.contact.name,
                today - timedelta(days=200),
                today + timedelta(days=3 * 365),
            )
            if row:
                ctx.record(InsurerAdmitted(subject_id=str(row["id"]), at=ctx.now))
                await self._payee(ctx, row["id"], insurer)

    async def _payee(self, ctx: Context, insurer_id: UUID, insurer: Insurer) -> None:
        """The account that premiums go to, as if the insurer had confirmed it. R3.5."""
        row = await PayeeAccount.create(
            insurer_id=insurer_id,
            bank=insurer.bank,
            number=insurer.bank_account,
            source="沙箱预置",
            state="confirmed",
            entered_at=ctx.now,
            confirmed_at=ctx.now,
            since_at=ctx.now,
        )
        data = {"payee_account_id": str(row.id), "tail": insurer.bank_account[-4:]}
        ctx.record(PayeeAccountAgreed(subject_id=str(insurer_id), at=ctx.now, data=data))

    async def _accounts(self, ctx: Context, kept: dict[str, Any], hashed: str) -> None:
        made = city()
        insurers = {r["name"]: r["id"] for r in await sql("SELECT id, name FROM insurer")}
        streets = [row["id"] for row in await sql("SELECT id FROM community ORDER BY code LIMIT 2")]
        for staff in made.staff:
            place: dict[str, UUID] = {}
            if staff.role == "street":
                # The street offices stand for a community each; without one they see nothing.
                if not streets:
                    continue
                place = {"community_id": streets.pop(0)}
            await self._account(
                ctx, kept, hashed, staff.username, staff.named, staff.role, "", **place
            )
        for insurer in made.insurers:
            name = insurer.firm.name
            await self._account(
                ctx,
                kept,
                hashed,
                insurer.username,
                insurer.contact,
                "insurer",
                name,
                insurer_id=insurers[name],
            )

    async def _account(
        self,
        ctx: Context,
        kept: dict[str, Any],
        hashed: str,
        username: str,
        named: Named,
        role: str,
        body_name: str,
        insurer_id: UUID | None = None,
        community_id: UUID | None = None,
    ) -> None:
        """The account exists and its token is valid; a token of another database is replaced."""
        secret, account_id = passwords.new_secret(), new_id()
        employee = await registered(ctx, Identity(named.name, named.id_number, named.phone))
        row = await one(
            "INSERT INTO account (id, username, name, employee_id, roles, insurer_id, community_id,"
            " password_hash, totp_cipher, totp_last_step, created_at)"
            " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,0,$10) ON CONFLICT (username) DO NOTHING"
            " RETURNING id",
            account_id,
            username,
            named.name,
            employee.id,
            role,
            insurer_id,
            community_id,
            hashed,
            self.world.secrets.encrypt(secret, ACCOUNT_TOTP.of(account_id)),
            ctx.now,
        )
        if row is None:
            return
        token = await self._session(ctx, row["id"])
        kept.setdefault("accounts", {})[username] = {
            "name": named.name,
            "openid": named.openid,
            "roles": [role],
            "body_name": body_name,
            "token": token,
            "totp_secret": secret,
        }
        ctx.record(AccountCreated(subject_id=str(row["id"]), at=ctx.now, data={"roles": [role]}))

    async def _session(self, ctx: Context, account_id: UUID) -> str:
        token = self.world.secrets.new_token()
        kid, token_hash = self.world.secrets.token_hash(token)
        await Session.create(
            token_hash=token_hash,
            kid=kid,
            account_id=account_id,
            created_at=ctx.now,
            expires_at=ctx.now + LIFE,
            device="sandbox",
        )
        return token

    async def _appointments(self, ctx: Context) -> bool:
        """Managers and committees are appointed where the roll has their community; all of them?"""
        communities = {
            row["code"]: row["id"] for row in await sql("SELECT id, code FROM community")
        }
        whole = bool(communities)
        for person in playable():
            if person.role == "owner":
                break
            for code in person.communities:
                if code in communities:
                    await self._appoint(ctx, person, communities[code])
                else:
                    whole = False
        return whole

    async def _appoint(self, ctx: Context, person: Playable, community_id: UUID) -> None:
        row = await one(
            "INSERT INTO person (id, openid, seen_at, created_at) VALUES ($1,$2,$3,$3)"
            " ON CONFLICT (openid) DO UPDATE SET openid = excluded.openid RETURNING id",
            new_id(),
            person.named.openid,
            ctx.now,
        )
        assert row is not None
        known = await one(
            "SELECT id FROM appointment WHERE person_id = $1 AND community_id = $2 AND role = $3",
            row["id"],
            community_id,
            person.role,
        )
        if known is not None:
            return
        appointment_id = new_id()
        sealed = sealed_file(ctx.world.secrets, _PAPER, "application/pdf", "appointment")
        file = await keep_file(ctx, sealed, "授权书.pdf", owner=("person", row["id"]))
        today = beijing_date(ctx.now)
        await sql(
            "INSERT INTO appointment (id, person_id, community_id, role, body_name, file_id,"
            " from_on, to_on, state, reason, decided_at, created_at)"
            " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,'approved','沙箱预置',$9,$9)",
            appointment_id,
            row["id"],
            community_id,
            person.role,
            person.body_name,
            file.id,
            today - timedelta(days=30),
            date(today.year + 3, 12, 31),
            ctx.now,
        )
        event = AppointmentDecided(
            subject_id=str(row["id"]), at=ctx.now, why="沙箱预置", data={"approved": True}
        )
        ctx.record(event)
