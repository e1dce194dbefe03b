"""What is handed to one person: reminders to owing homes, receipts of what came in. R9.5.

Nobody is named in full, and an objector not at all (R7.8, R12.2).
"""

from collections.abc import Callable
from typing import Any

from handlers.paperwork.contents import Known, sums
from papers.forms import Form, Signed, Told, Words
from papers.notices.notice import day_words, moment_words
from rules.city import CITY
from rules.collecting import METHODS, ReceiptMethod
from rules.paperwork import ISSUED, PaperKind
from rules.people import mask_name

Pairs = tuple[tuple[str, str], ...]


def receipt_of(kind: PaperKind, known: Known, subject: dict[str, Any]) -> Form:
    """What the paper of that kind says of one signature, objection, receipt or home."""
    return _MADE[kind](known, subject)


def line_of(kind: PaperKind, subject: dict[str, Any]) -> str:
    """How one that such a paper can be about is told from the others."""
    if kind is PaperKind.SIGNATURE_RECEIPT:
        return f"{mask_name(subject['name'])} {subject['place']}".strip()
    if kind is PaperKind.OBJECTION_RECEIPT:
        return f"{moment_words(subject['arrived_at'])}收到"
    if kind is PaperKind.CONTRIBUTION_RECEIPT:
        return f"{subject['number']} {subject['place']}".strip()
    return str(subject["place"])


def _case(known: Known) -> Pairs:
    return ("办件编号", known.facts.number), ("楼栋单元", known.place)


def _reminder(known: Known, home: dict[str, Any]) -> Form:
    return Form(
        ISSUED[PaperKind.PAYMENT_REMINDER].title,
        (
            Words(
                "您的房屋为购买电梯维修保险应缴的款项尚未缴齐。补交齐后方可签订保险服务合同，"
                "请尽快缴纳；已经缴纳的，请与本中心核对。"
            ),
            Told(
                (
                    *_case(known),
                    ("房屋", home["place"]),
                    ("应缴金额", sums(home["owed_fen"])),
                    ("已缴金额", sums(home["paid_fen"])),
                    ("尚欠金额", sums(home["lacking_fen"])),
                    ("缴纳办法", "到本中心柜台缴纳，或者按小程序所示账户转账并注明办件编号。"),
                )
            ),
            Words(f"对应缴金额有疑问的，请持本通知到本中心查询，或者拨打{CITY.phone}。"),
        ),
        to=f"{home['place']}业主",
    )


def _signature(known: Known, signature: dict[str, Any]) -> Form:
    return Form(
        ISSUED[PaperKind.SIGNATURE_RECEIPT].title,
        (
            Words("本中心已收到您在下列申请上的签名。受理以前可以撤回；办理进度可以来电查询。"),
            Told(
                (
                    *_case(known),
                    ("签名人", mask_name(signature["name"])),
                    ("房屋", signature["place"]),
                    ("签名时间", moment_words(signature["signed_at"])),
                )
            ),
            Signed(("签名人", "住保中心经办人")),
        ),
    )


def _objection(known: Known, objection: dict[str, Any]) -> Form:
    late = "逾期收到，予以记录和答复，不引起暂缓"
    return Form(
        ISSUED[PaperKind.OBJECTION_RECEIPT].title,
        (
            Words(
                "本中心已收到您的书面反对意见。意见由本中心办理，决定及理由将告知您；"
                "您的姓名、房号不向物业服务企业、保险机构和社会公开。"
            ),
            Told(
                (
                    *_case(known),
                    ("针对方案", f"第{objection['version']}版"),
                    ("收到时间", moment_words(objection["arrived_at"])),
                    ("提出方式", "小程序" if objection["channel"] == "app" else "纸质"),
                    ("附件", f"{objection['files']}份"),
                    ("效力", "公示期内收到，本方案暂缓实施" if objection["in_time"] else late),
                )
            ),
            Signed(("提出人", "住保中心经办人")),
        ),
    )


def _contribution(known: Known, receipt: dict[str, Any]) -> Form:
    return Form(
        ISSUED[PaperKind.CONTRIBUTION_RECEIPT].title,
        (
            Words("下列款项已经入账。本回执不作发票；退款时退回原缴款人。"),
            Told(
                (
                    *_case(known),
                    ("收款编号", receipt["number"]),
                    ("房屋", receipt["place"] or "独立产权人"),
                    ("金额", sums(receipt["amount_fen"])),
                    ("缴款方式", METHODS[ReceiptMethod(receipt["method"])]),
                    ("到账日期", day_words(receipt["effective_on"])),
                    ("银行凭证", receipt["voucher"]),
                )
            ),
            Signed(("缴款人", "住保中心收款人")),
        ),
    )


_MADE: dict[PaperKind, Callable[[Known, dict[str, Any]], Form]] = {
    PaperKind.PAYMENT_REMINDER: _reminder,
    PaperKind.SIGNATURE_RECEIPT: _signature,
    PaperKind.OBJECTION_RECEIPT: _objection,
    PaperKind.CONTRIBUTION_RECEIPT: _contribution,
}
