"""What a paper is for, who of the staff reads it, and what it is called. R7.8, R8.5, R12.2, R12.6.

The kind gives the class, and both are fixed when the paper is first attached to something. Persons
read what they sent and what their case shows them; see `handlers.reading`.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rules.people import (
    CASE_READERS,
    CASEWORKERS,
    DESK_READERS,
    ROLL_READERS,
    STAFF,
    VISITORS,
    Role,
)


class FileClass(StrEnum):
    """材料的类别，附到事项上时确定；除公开的以外加密存放。R12.6。"""

    UNATTACHED = ""
    PUBLIC = "public"
    CASE = "case"
    MONEY = "money"
    OBJECTION = "objection"
    IDENTITY = "identity"
    BALLOT = "ballot"


CLASS_TITLES: Mapping[FileClass, str] = {
    FileClass.UNATTACHED: "尚未使用",
    FileClass.PUBLIC: "公开",
    FileClass.CASE: "办件材料",
    FileClass.MONEY: "资金凭据",
    FileClass.OBJECTION: "反对意见材料",
    FileClass.IDENTITY: "身份材料",
    FileClass.BALLOT: "选票影像",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: what it is called, its class, and which staff read it.

    `owners`: all who see the case see it; `applicants`: so does whoever applies for the owners;
    `everybody`: whoever is logged in.
    """

    title: str
    file_class: FileClass
    staff: frozenset[Role] = DESK_READERS
    owners: bool = False
    everybody: bool = False
    applicants: bool = False


PAPERS: Mapping[str, Paper] = {
    "authorisation": Paper("授权书", FileClass.CASE, applicants=True),
    "emergency": Paper("紧急情况证明", FileClass.CASE, applicants=True),
    "correction": Paper("补正材料", FileClass.CASE, applicants=True),
    "plan": Paper("保险方案", FileClass.CASE, owners=True),
    "contract": Paper("保险服务合同", FileClass.CASE, owners=True),
    "notice_photo": Paper("公示影像", FileClass.PUBLIC, owners=True),
    "invoice": Paper("发票", FileClass.CASE, owners=True),
    "payout": Paper("拨付申请材料", FileClass.CASE, applicants=True),
    "policy": Paper("保险单", FileClass.CASE, owners=True),
    "receipt": Paper("缴款凭据", FileClass.MONEY),
    "refund": Paper("退款凭据", FileClass.MONEY),
    "scrapping": Paper("报废证明", FileClass.MONEY),
    "advice": Paper("结息单", FileClass.MONEY),
    "fund_file": Paper("维修资金收支表", FileClass.MONEY),
    "statement": Paper("银行对账单", FileClass.MONEY, frozenset()),
    "roll": Paper("名册", FileClass.IDENTITY, frozenset()),
    "objection": Paper("反对意见书", FileClass.OBJECTION, CASE_READERS),
    "record": Paper("协商记录", FileClass.OBJECTION, CASE_READERS),
    "claim": Paper("房屋绑定材料", FileClass.IDENTITY, ROLL_READERS),
    "roll_correction": Paper("名册更正材料", FileClass.IDENTITY, ROLL_READERS),
    "appointment": Paper("授权材料", FileClass.IDENTITY, CASE_READERS),
    "proxy": Paper("委托书", FileClass.IDENTITY, CASE_READERS),
    "representative": Paper("推举书", FileClass.IDENTITY, CASE_READERS),
    "service": Paper("送达凭证", FileClass.IDENTITY, CASE_READERS),
    "filed_rules": Paper("议事规则", FileClass.PUBLIC, everybody=True),
    "ballot": Paper("纸质表决票", FileClass.BALLOT, frozenset()),
}
"""Every kind of paper; those with no staff are read by a rule of their own, or by nobody."""

OWNERS_SEE = frozenset(kind for kind, paper in PAPERS.items() if paper.owners)
"""The kinds that every owner of the scope may read. R12.3."""

APPLICANTS_SEE = OWNERS_SEE | {kind for kind, paper in PAPERS.items() if paper.applicants}
"""The kinds that whoever applies for the owners may read."""


def staff_sees(kind: str, roles: frozenset[Role]) -> bool:
    """Whether these roles read that kind of paper, whatever case it lies in. R12.6."""
    paper = PAPERS.get(kind)
    return paper is not None and bool(paper.staff & roles)


def is_for_all(kind: str) -> bool:
    """Whether whoever is logged in reads that kind of paper."""
    return kind in PAPERS and PAPERS[kind].everybody


def kinds_for(roles: frozenset[Role]) -> frozenset[str]:
    """The kinds of paper that these roles read."""
    return frozenset(kind for kind in PAPERS if staff_sees(kind, roles))


@dataclass(frozen=True, slots=True)
class Scanned:
    """A batch of paper ballots: who keyed it first and second, and whether the vote is open."""

    first: UUID
    second: UUID | None
    waits: bool
    open: bool


def sees_ballots(batch: Scanned, reader: UUID, roles: frozenset[Role]) -> bool:
    """Until the count the two who key the ballots see their scan, then the auditor. R8.5, R8.7.

    While the batch waits, whoever may key it as the second person is one of the two.
    """
    if not batch.open:
        return Role.AUDITOR in roles
    if reader in (batch.first, batch.second):
        return True
    return batch.waits and bool(roles & CASEWORKERS)


EXTENSIONS: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
}


def name_of(kind: str, on: date, media_type: str) -> str:
    """What a paper is called by us: its kind, the day it came, its real type. R12.6."""
    paper = PAPERS.get(kind)
    extension = EXTENSIONS.get(media_type, "bin")
    return f"{paper.title if paper else '材料'}-{on:%Y%m%d}.{extension}"


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain_name(name: str) -> str:
    """The sender's name as text: nothing that turns the direction, breaks the line or is unseen."""
    return "".join(sign for sign in name if unicodedata.category(sign) not in _UNSEEN)


@dataclass(frozen=True, slots=True)
class Quota:
    """What one may send in a day, and may have sent that is not attached to anything. Bytes."""

    files: int
    size: int
    open_size: int


MEBIBYTE = 1 << 20
VISITOR = Quota(files=20, size=60 * MEBIBYTE, open_size=40 * MEBIBYTE)
"""Of who speaks for no home yet: enough for the papers of a claim and of its correction."""
PARTY = Quota(files=100, size=300 * MEBIBYTE, open_size=100 * MEBIBYTE)
"""Of owners, committees and managers: a manager photographs every lobby of a community."""
WORKER = Quota(files=2_000, size=4_000 * MEBIBYTE, open_size=1_000 * MEBIBYTE)
"""Of who works with a password: a clerk scans the ballots of a whole vote."""


def quota_of(roles: frozenset[Role]) -> Quota:
    """What somebody with these roles may send. R12.6."""
    if roles & STAFF:
        return WORKER
    return VISITOR if roles <= VISITORS else PARTY


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent in the last day, and how much of all is not attached. Bytes."""

    files: int
    size: int
    open_size: int


def exceeded(quota: Quota, sent: Sent, size: int) -> str:
    """Why one file more of that size is too much; empty when it is not."""
    if sent.files >= quota.files:
        return f"一天内上传的文件不能超过 {quota.files} 份"
    if sent.size + size > quota.size:
        return f"一天内上传的文件合计不能超过 {quota.size // MEBIBYTE} MB"
    if sent.open_size + size > quota.open_size:
        return f"尚未使用的文件合计不能超过 {quota.open_size // MEBIBYTE} MB，请先提交已上传的材料"
    return ""
