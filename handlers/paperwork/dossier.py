"""The file of a case as one PDF, and as one zip for audit. R9.6, R12.3, R12.6.

Whoever takes it says why first, as for any sealed paper, and gets a ticket for one download. It is
made in a folder of its own that is gone when it was sent.
"""

import hashlib
import zipfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import msgspec

from handlers.attaching import content_of
from handlers.files import TICKET_TIME, FileQuery, FileReading, FileReadingTicket
from handlers.heads import kept_head
from handlers.paperwork.issuing import printed_of
from handlers.pools import DOSSIERS, RETRY_SECONDS
from handlers.route import Context, route
from handlers.shown import at
from handlers.steps import seen
from models import file_tickets, files, log, paperwork
from models.cases import Case
from models.file_tickets import FileTicket
from models.listing import rows_of
from models.log.proofs import Inclusion
from models.paperwork import IssuedPaper
from papers.blob import Blob
from papers.dossier import Attached, BindingFailed, Bound, Dossier, bind
from papers.notices.notice import day_words, moment_words
from papers.pdfs import PDF
from rules.cases import By, Facts
from rules.city import CITY
from rules.days import beijing_date
from rules.events import title_of
from rules.events.papers import CaseFileTaken
from rules.files import CLASS_TITLES, PAPERS, FileClass, staff_sees
from rules.flows import flow_of, state_title
from rules.log import canonical
from rules.paperwork import KEPT_YEARS, PAPER_TITLES, PaperKind, kinds_readable
from rules.people import DESK_READERS
from rules.refusals.asking import CaseNotFound, TemporarilyUnavailable
from rules.refusals.files import FileSealed
from rules.refusals.log import NotYetSealed

ZIP = "application/zip"
PART = 1 << 18
MOST_EVENTS = 1_000
WITHHELD = "密封材料，调取人无权查阅"
TOO_MUCH = "材料总量超过装订上限，请单独查阅"
MOST_BYTES = 200 << 20
"""What is taken out of the store for one file of a case."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The file before it is bound: what it holds, where its originals lie, the log's proofs."""

    dossier: Dossier
    originals: tuple[tuple[str, Path], ...]
    log: dict[str, Any]


@route(
    "POST",
    "/cases/{case_id}/dossier/reading",
    who=DESK_READERS,
    refuses=(CaseNotFound,),
    secret=True,
)
async def read_dossier(ctx: Context, case_id: UUID, body: FileReading) -> FileReadingTicket:
    """写明理由调取办件卷宗，留下记录；凭得到的凭证在一分钟内下载一次卷宗或者审计压缩包。R9.6、R12.6。"""
    case, _ = await seen(ctx, case_id)
    until = ctx.now + TICKET_TIME
    made = await FileTicket.create(file_id=case.id, account_id=ctx.id, until_at=until)
    told = {"case_id": str(case.id)}
    ctx.record(CaseFileTaken(subject_id=str(made.id), at=ctx.now, why=body.reason, data=told))
    return FileReadingTicket(ticket=made.id, expires_at=at(until))


REFUSES = (CaseNotFound, FileSealed)


@route(
    "GET",
    "/cases/{case_id}/dossier.pdf",
    who=DESK_READERS,
    refuses=REFUSES,
    blob=(PDF,),
    limit="upload",
)
async def print_dossier(ctx: Context, case_id: UUID, query: FileQuery) -> Blob:
    """办件卷宗（PDF）：封面、目录、经过、文书、附件、日志证明，逐页编号；无权查阅的以说明页代替。R9.6。"""
    case, by = await _opened(ctx, case_id, query)
    room = TemporaryDirectory(prefix="dossier-")
    gathered = await _gathered(ctx, case, by, Path(room.name))
    await _bound(ctx, gathered, Path(room.name))
    return Blob(_sent(room, "dossier.pdf"), PDF, f"办件卷宗-{gathered.dossier.number}.pdf")


@route(
    "GET",
    "/cases/{case_id}/dossier.zip",
    who=DESK_READERS,
    refuses=REFUSES,
    blob=(ZIP,),
    limit="upload",
)
async def download_dossier(ctx: Context, case_id: UUID, query: FileQuery) -> Blob:
    """审计压缩包：卷宗、附件原件、日志记录和证明，以及逐个文件的 SHA-256 清单。R9.6、R12.3。"""
    case, by = await _opened(ctx, case_id, query)
    room = TemporaryDirectory(prefix="dossier-")
    folder = Path(room.name)
    gathered = await _gathered(ctx, case, by, folder)
    bound = await _bound(ctx, gathered, folder)
    await DOSSIERS.run(ctx.who.key, _zipped, gathered, bound, folder)
    return Blob(_sent(room, "dossier.zip"), ZIP, f"办件卷宗-{gathered.dossier.number}.zip")


async def _bound(ctx: Context, gathered: Gathered, folder: Path) -> Bound:
    try:
        return await DOSSIERS.run(ctx.who.key, bind, gathered.dossier, folder)
    except BindingFailed as error:
        raise TemporarilyUnavailable("卷宗未能装订", retry_after_seconds=RETRY_SECONDS) from error


async def _opened(ctx: Context, case_id: UUID, query: FileQuery) -> tuple[Case, By]:
    """The case, whose file the asker may take this once, and in what capacity."""
    case, by = await seen(ctx, case_id)
    ticket = query.ticket
    if not ticket or not await file_tickets.use(ticket, case.id, ctx.id, ctx.now):
        raise FileSealed()
    return case, by


async def _sent(room: "TemporaryDirectory[str]", name: str) -> AsyncIterator[bytes]:
    """The file part by part; afterwards its folder is gone."""
    with room, (Path(room.name) / name).open("rb") as file:
        while part := file.read(PART):
            yield part


async def _gathered(ctx: Context, case: Case, by: By, folder: Path) -> Gathered:
    facts = case.facts()
    row = await paperwork.around(case.id, "")
    attached, originals = await _attached(ctx, case.id, folder)
    events = await rows_of(log.HISTORY, {"subject_id": case.id}, limit=MOST_EVENTS)
    proven = await _proven(ctx, events)
    scope, community = row["scope_name"], row["community"]
    issued, kept_back = await _issued(case.id, by)
    papers = [
        printed_of(one, ctx.world.public_url, await kept_head(ctx, one.issued_at)) for one in issued
    ]
    dossier = Dossier(
        number=facts.number,
        place=scope if scope.startswith(community) else community + scope,
        facts=_cover(facts, ctx.now, len(issued), len(attached)),
        steps=tuple((moment_words(one["at"]), title_of(one["kind"]), one["why"]) for one in events),
        papers=tuple(papers),
        attached=(*attached, *kept_back),
        proofs=_proofs(proven),
        made_on=beijing_date(ctx.now),
    )
    return Gathered(dossier, originals, proven)


async def _issued(case_id: UUID, by: By) -> tuple[list[IssuedPaper], list[Attached]]:
    """The issued papers that the asker reads, and a line for each of the others."""
    shown, kept_back = [], []
    for one in await paperwork.all_of(case_id):
        kind = PaperKind(one.kind)
        if kind in kinds_readable(by):
            shown.append(one)
            continue
        title = f"{PAPER_TITLES[kind]}　{one.number}"
        day = beijing_date(one.issued_at)
        kept_back.append(Attached(title, day, one.sha256.hex(), why=f"文书：{WITHHELD}"))
    return shown, kept_back


def _cover(facts: Facts, now: datetime, issued: int, attached: int) -> tuple[tuple[str, str], ...]:
    last = beijing_date(now).year + KEPT_YEARS
    return (
        ("办件编号", facts.number),
        ("备案号", facts.registration_number or "未备案"),
        ("办理方式", flow_of(facts.flow).title),
        ("当前环节", state_title(facts.flow, facts.state)),
        ("文书附件", f"文书{issued}份，附件{attached}份"),
        ("制作时间", moment_words(now)),
        ("保管期限", f"{KEPT_YEARS}年，至少至{last}年末"),
        ("制作单位", CITY.centre),
    )


async def _attached(
    ctx: Context, case_id: UUID, folder: Path
) -> tuple[tuple[Attached, ...], tuple[tuple[str, Path], ...]]:
    """Every attached file: its content in the folder where the asker may read it, one at a time."""
    found, originals, size = [], [], 0
    for nth, row in enumerate(await paperwork.attached(case_id), 1):
        known = PAPERS.get(row["kind"])
        title = known.title if known else "材料"
        number = f"　{row['number']}" if row["number"] else ""
        one = Attached(title + number, beijing_date(row["created_at"]), row["sha256"])
        size += row["size"]
        if not _may_read(ctx, row):
            why = f"{CLASS_TITLES[FileClass(row['file_class'])]}：{WITHHELD}"
            found.append(replace(one, why=why))
            continue
        if size > MOST_BYTES:
            found.append(replace(one, why=TOO_MUCH))
            continue
        path = folder / f"original-{nth}"
        await _written(ctx, row["id"], path)
        originals.append((f"附件/{nth:03d}-{title}{_ENDINGS.get(row['media_type'], '')}", path))
        found.append(_page_of(one, row, path))
    return tuple(found), tuple(originals)


_ENDINGS = {"image/jpeg": ".jpg", PDF: ".pdf", "text/csv": ".csv"}


def _page_of(one: Attached, row: dict[str, Any], path: Path) -> Attached:
    if row["media_type"] == "image/jpeg":
        return replace(one, path=str(path), width=row["width"], height=row["height"])
    if row["media_type"] == PDF:
        return replace(one, path=str(path))
    return replace(one, why="电子表格，原件见审计压缩包")


def _may_read(ctx: Context, row: dict[str, Any]) -> bool:
    """Whether the asker reads such papers; scans of ballots are in no case's file. R12.6."""
    if row["file_class"] == FileClass.BALLOT:
        return False
    return row["file_class"] == FileClass.PUBLIC or staff_sees(row["kind"], ctx.who.roles)


async def _written(ctx: Context, file_id: UUID, path: Path) -> None:
    row = await files.content_row(file_id)
    assert row is not None, "an attached file is never swept"
    secrets = ctx.world.secrets
    await DOSSIERS.run(ctx.who.key, lambda: path.write_bytes(content_of(secrets, row)))


async def _proven(ctx: Context, events: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The log's entries about the case with their proofs under the newest signed head."""
    head = await log.head()
    entries = []
    for row in events:
        logged = log.logged(row)
        proof = None
        if head is not None:
            try:
                proof = await log.inclusion(logged.event.id, head.tree_size)
            except NotYetSealed:
                proof = None
        entries.append(
            {
                "seq": logged.seq,
                "event": canonical(logged.event).decode(),
                "prev_hash": logged.prev_hash.hex(),
                "hash": logged.hash.hex(),
                "proof": _proof(proof),
            }
        )
    keys = {name: key.hex() for name, key in ctx.world.signer.public_keys().items()}
    signed = None
    if head is not None:
        signed = {
            "tree_size": head.tree_size,
            "root_hash": head.root_hash.hex(),
            "sealed_at": head.sealed_at.isoformat(),
            "signed_by": head.key_name,
            "signature": head.signature.hex(),
        }
    return {"head": signed, "keys": keys, "entries": entries}


def _proof(found: Inclusion | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"leaf_index": found.leaf_index, "hashes": [one.hex() for one in found.proof]}


def _proofs(proven: dict[str, Any]) -> tuple[str, ...]:
    """The same for a reader of the paper."""
    head = proven["head"]
    if head is None:
        return ("日志尚未封存，没有可以核对的树根。",)
    lines = [
        "每条记录的哈希经下列各节点哈希（RFC 6962）得出已签名的树根；核对方法见公开网站。",
        f"树根：{head['root_hash']}　记录数 {head['tree_size']}　封存时间 {head['sealed_at']}",
        f"签名（{head['signed_by']}）：{head['signature']}",
    ]
    for one in proven["entries"]:
        proof = one["proof"]
        path = " ".join(proof["hashes"]) if proof else "尚未封存"
        place = f"第{proof['leaf_index']}叶" if proof else ""
        lines.append(f"记录{one['seq']}　{place}　哈希 {one['hash']}\n{path}")
    return tuple(lines)


def _zipped(gathered: Gathered, bound: Bound, folder: Path) -> None:
    """`folder/dossier.zip` holds the PDF, the originals, the log and the list of all of them."""
    listed = []
    text = msgspec.json.format(msgspec.json.encode(gathered.log))
    (folder / "log.json").write_bytes(text)
    own = ("卷宗.pdf", folder / "dossier.pdf"), ("日志.json", folder / "log.json")
    with zipfile.ZipFile(folder / "dossier.zip", "w", zipfile.ZIP_STORED) as archive:
        for name, path in (*own, *gathered.originals):
            archive.write(path, name)
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            listed.append({"name": name, "size": path.stat().st_size, "sha256": sha256})
        left = [
            {"title": one.title, "day": day_words(one.day), "sha256": one.sha256, "why": one.why}
            for one in bound.left_out
        ]
        manifest = {
            "case": gathered.dossier.number,
            "pages": bound.pages,
            "made_on": gathered.dossier.made_on.isoformat(),
            "files": listed,
            "not_bound": left,
        }
        archive.writestr("清单.json", msgspec.json.format(msgspec.json.encode(manifest)))
