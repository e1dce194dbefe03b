"""Issuing the papers of a case: numbered, frozen, checkable; printed again the same. R9.5."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.heads import kept_head
from handlers.lists import cut, view_of
from handlers.notices.publishing import new_code, plain_code
from handlers.paperwork.contents import Known, form_of
from handlers.paperwork.receipts import line_of, receipt_of
from handlers.pools import DRAWINGS
from handlers.route import Answer, Body, Context, Page, route
from handlers.steps import locked, seen
from models import paperwork
from models.cases import Case
from models.numbering import new_number
from models.paperwork import IssuedPaper
from papers.blob import Blob
from papers.forms import Form, Printed, form_pdf
from rules.cases import By, Facts
from rules.days import beijing_date
from rules.events.papers import CasePaperIssued, CasePaperReprinted
from rules.paperwork import ISSUED, PAPER_TITLES, About, Issued, PaperKind, kinds_readable
from rules.people import CASE_PARTIES, CENTRE, LIMITED_STAFF
from rules.refusals.asking import CaseNotFound, NotAllowed, NotFound, NotYourScope
from rules.refusals.cases import NotAllowedNow

READERS = CENTRE | CASE_PARTIES | LIMITED_STAFF
OCCASIONS = {PaperKind.ACCEPTANCE: "acceptance", PaperKind.REGISTRATION: "registration"}


class PaperSubject(Answer, frozen=True):
    """文书可以针对的一份签名、反对意见、缴款或者一户。"""

    id: UUID
    line: Annotated[str, Meta(title="说明", description="可直接显示")]


class PaperOffer(Answer, frozen=True):
    """本人现在可以打印的一种文书；分份的列出各份，`subject_id` 取其一。"""

    kind: PaperKind
    title: Annotated[str, Meta(title="名称", description="可直接显示")]
    by_subject: Annotated[bool, Meta(title="分份", description="须指明 `subject_id`")]
    subjects: Annotated[list[PaperSubject], Meta(title="各份")] = []


class IssuedPaperView(Answer, frozen=True):
    """已出具的一份文书；`superseded` 为真的，同一编号已有新版。"""

    id: UUID
    case_id: UUID
    kind: PaperKind
    title: Annotated[str, Meta(title="名称", description="可直接显示")]
    subject_id: Annotated[UUID, Meta(description="所针对的签名、反对意见、缴款或户；办件的即办件")]
    number: Annotated[str, Meta(title="文书编号")]
    version: Annotated[int, Meta(title="版次", description="内容改变后再打印的为新版")]
    check_code: str
    fingerprint: Annotated[str, Meta(title="内容指纹", description="文书内容的 SHA-256")]
    copies: Annotated[int, Meta(title="打印次数")]
    superseded: Annotated[bool, Meta(title="已有新版")]
    issued_at: Annotated[datetime, Meta(title="出具时间")]
    printed_at: Annotated[datetime, Meta(title="最近打印时间")]


class CasePapers(Answer, frozen=True):
    """办件的文书：现在可以打印的，和已出具、本人可以查阅的。"""

    offers: Annotated[list[PaperOffer], Meta(title="可打印")]
    items: Annotated[list[IssuedPaperView], Meta(title="已出具")]
    next: str = ""


class IssuedPaperQuery(Page, frozen=True):
    """已出具文书的一页；可只看一种。"""

    kind: PaperKind | None = None


class PaperPrintBody(Body, frozen=True):
    """分份的文书（催缴通知、各种回执）针对哪一份。"""

    subject_id: UUID | None = None


@route("GET", "/cases/{case_id}/papers", who=READERS, refuses=(CaseNotFound,))
async def list_case_papers(ctx: Context, case_id: UUID, query: IssuedPaperQuery) -> CasePapers:
    """办件的文书：此刻本人可以打印哪几种，已经出具了哪些。R9.5。"""
    case, by = await seen(ctx, case_id)
    kinds = [str(kind) for kind in kinds_readable(by)]
    found = await cut(paperwork.PAPERS, query, case_id=case.id, kinds=kinds)
    offers = [] if query.after else await _offers(ctx, case, by)
    items = [_view(row) for row in found.rows]
    return CasePapers(offers=offers, items=items, next=found.next)


def _view(row: dict[str, Any]) -> IssuedPaperView:
    return view_of(IssuedPaperView, row, title=PAPER_TITLES[PaperKind(row["kind"])])


async def _offers(ctx: Context, case: Case, by: By) -> list[PaperOffer]:
    facts = case.facts()
    offers = []
    for kind, issued in ISSUED.items():
        if not (issued.may_print(by) and issued.offered(facts)):
            continue
        found = await _subjects(ctx, case, issued)
        if issued.about is not About.CASE and not found:
            continue
        offers.append(
            PaperOffer(
                kind=kind,
                title=issued.title,
                by_subject=issued.about is not About.CASE,
                subjects=[PaperSubject(id=one["id"], line=line_of(kind, one)) for one in found],
            )
        )
    return offers


async def _subjects(ctx: Context, case: Case, issued: Issued) -> Sequence[dict[str, Any]]:
    """What of the case such a paper can be about."""
    if issued.about is About.CASE:
        return []
    return await paperwork.subjects(case.id, issued.about, beijing_date(ctx.now))


@route(
    "POST",
    "/cases/{case_id}/papers/{kind}",
    who=READERS,
    refuses=(CaseNotFound, NotYourScope, NotAllowed, NotAllowedNow, NotFound),
    limit="upload",
)
async def issue_paper(
    ctx: Context, case_id: UUID, kind: PaperKind, body: PaperPrintBody
) -> IssuedPaperView:
    """打印一份文书：首次打印取得编号和查验码并固定内容；内容未变的补打用原编号，变了的为新版。R9.5。"""
    case, by = await locked(ctx, case_id)
    issued = ISSUED[kind]
    if not issued.may_print(by):
        raise NotAllowed()
    facts = case.facts()
    subject_id = case.id
    if issued.about is not About.CASE:
        if body.subject_id is None:
            raise NotFound("请指明针对哪一份")
        subject_id = body.subject_id
    last = await paperwork.latest(case.id, kind, subject_id)
    text = last.body if last else ""
    if issued.offered(facts):
        text = await _text(ctx, case, facts, kind, subject_id) or text
    if not text:
        raise NotFound("没有这一份") if issued.offered(facts) else NotAllowedNow()
    if last is not None and last.body == text:
        return await _again(ctx, last)
    return await _first(ctx, case, kind, subject_id, text, last)


async def _text(ctx: Context, case: Case, facts: Facts, kind: PaperKind, subject_id: UUID) -> str:
    """What the paper says now, as it is frozen; nothing where there is no such subject."""
    row = await paperwork.around(case.id, OCCASIONS.get(kind, ""))
    today = beijing_date(ctx.now)
    signers = await paperwork.subjects(case.id, About.SIGNATURE, today)
    known = Known(facts, row, signers)
    about = ISSUED[kind].about
    if about is About.CASE:
        form = form_of(kind, known)
    else:
        found = await paperwork.subjects(case.id, about, today)
        subject = next((one for one in found if one["id"] == subject_id), None)
        if subject is None:
            return ""
        form = receipt_of(kind, known, subject)
    return msgspec.json.encode(form).decode()


async def _first(
    ctx: Context,
    case: Case,
    kind: PaperKind,
    subject_id: UUID,
    text: str,
    last: IssuedPaper | None,
) -> IssuedPaperView:
    """The next version of the number, or the first of a new one, is issued."""
    number = last.number if last else await new_number("paper", beijing_date(ctx.now).year)
    made = await IssuedPaper.create(
        case_id=case.id,
        kind=kind,
        subject_id=subject_id,
        number=number,
        version=last.version + 1 if last else 1,
        check_code=plain_code(new_code()),
        body=text,
        sha256=sha256(text.encode()).digest(),
        copies=1,
        issued_at=ctx.now,
        issued_by=ctx.id,
        printed_at=ctx.now,
    )
    told = _told(made) | {"sha256": made.sha256.hex()}
    ctx.record(CasePaperIssued(subject_id=str(made.id), at=ctx.now, data=told))
    return _view(await paperwork.shown(made.id))


def _told(paper: IssuedPaper) -> dict[str, Any]:
    """What the log says of a paper."""
    said = {"kind": paper.kind, "number": paper.number, "version": paper.version}
    return {"case_id": str(paper.case_id)} | said


async def _again(ctx: Context, last: IssuedPaper) -> IssuedPaperView:
    """The same paper under the same number, once more."""
    copies = await paperwork.reprint(last.id, ctx.now)
    told = _told(last) | {"copies": copies}
    ctx.record(CasePaperReprinted(subject_id=str(last.id), at=ctx.now, data=told))
    return _view(await paperwork.shown(last.id))


@route(
    "GET",
    "/cases/{case_id}/papers/{paper_id}/print.pdf",
    who=READERS,
    refuses=(CaseNotFound, NotFound),
    blob=("application/pdf",),
    limit="upload",
)
async def print_paper(ctx: Context, case_id: UUID, paper_id: UUID) -> Blob:
    """一份已出具的文书（PDF，A4）：内容与出具时相同，补打的注明第几次打印。R9.5。"""
    case, by = await seen(ctx, case_id)
    paper = await IssuedPaper.get_or_none(id=paper_id, case_id=case.id)
    if paper is None or PaperKind(paper.kind) not in kinds_readable(by):
        raise NotFound("没有这份文书")
    kept = await kept_head(ctx, paper.issued_at)
    printed = printed_of(paper, ctx.world.public_url, kept)
    pdf = await DRAWINGS.run(ctx.who.key, form_pdf, printed)
    return Blob(pdf, "application/pdf", f"{printed.form.title}-{paper.number}.pdf")


def printed_of(paper: IssuedPaper, base: str, kept: str) -> Printed:
    """The paper as it is drawn; its code leads to the page that checks it."""
    code = f"{paper.check_code[:4]}-{paper.check_code[4:]}"
    return Printed(
        form=msgspec.json.decode(paper.body, type=Form),
        url=f"{base}/check/{code}",
        caption="扫码查验真伪",
        number=paper.number,
        version=paper.version,
        check_code=code,
        issued_on=beijing_date(paper.issued_at),
        copies=paper.copies,
        kept=kept,
    )
