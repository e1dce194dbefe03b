"""What each paper of a case says about the case itself. R9.5; sections 5, 7, 9."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from handlers.cases.views import PlanView, plan_of
from papers.forms import Block, Form, Heading, Signed, Table, Told, Words
from papers.notices.notice import day_words, moment_words
from rules.capital import capital_yuan
from rules.cases import Condition, Facts
from rules.city import CITY
from rules.days import beijing_date
from rules.flows import flow_of
from rules.money import yuan
from rules.paperwork import ISSUED, PaperKind
from rules.people import mask_name

APPLICANTS = {
    "signers": "相关业主联名",
    "committee": "业主委员会",
    "manager": "业主委托的物业服务企业",
    "independent": "独立产权人",
}
APPEAL = (
    "对本决定有异议的，可以向本中心书面申请复核；也可以依法申请行政复议或者提起行政诉讼。"
    "条件具备后可以重新申请。"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers of a case are made of: its facts, its row, who signed, how it was judged."""

    facts: Facts
    row: dict[str, Any]
    signers: Sequence[dict[str, Any]]

    @property
    def place(self) -> str:
        """Where, without the community twice."""
        scope, community = str(self.row["scope_name"]), str(self.row["community"])
        return scope if scope.startswith(community) else community + scope

    @property
    def plan(self) -> PlanView:
        """The present plan."""
        return plan_of(self.row["plan"])

    @property
    def lifts(self) -> list[dict[str, str]]:
        """The elevators: id, code, name."""
        found: list[dict[str, str]] = msgspec.json.decode(self.row["elevators"] or "[]")
        return found

    def last(self, *kinds: str) -> tuple[datetime, str] | None:
        """When the last event of these kinds was, and why."""
        events = msgspec.json.decode(
            self.row["events"] or "{}", type=dict[str, tuple[datetime, str]]
        )
        return max((events[kind] for kind in kinds if kind in events), default=None)

    def day(self, *kinds: str) -> str:
        """The day of that event in words, nothing before there was one."""
        found = self.last(*kinds)
        return day_words(beijing_date(found[0])) if found else ""

    def why(self, *kinds: str) -> str:
        """The reason of that event."""
        found = self.last(*kinds)
        return found[1] if found else ""

    @property
    def applicant(self) -> str:
        """Who applied, in words; owners by their masked names. R12.2."""
        words = APPLICANTS[self.facts.applicant]
        if not self.signers:
            return words
        names = "、".join(mask_name(one["name"]) for one in self.signers[:3])
        more = f"等{len(self.signers)}人" if len(self.signers) > 3 else ""
        return f"{words}（{names}{more}）"

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What every paper says of the case."""
        return (
            ("办件编号", self.facts.number),
            ("楼栋单元", self.place),
            ("办理方式", flow_of(self.facts.flow).title),
            ("申请人", self.applicant),
        )


def form_of(kind: PaperKind, known: Known) -> Form:
    """What the paper of that kind says now."""
    return _MADE[kind](known)


def sums(fen: int) -> str:
    """A sum in figures and in capital numerals."""
    return f"￥{yuan(fen)}元（{capital_yuan(fen)}）"


def _elevators(known: Known) -> Table:
    lines = [(str(n), one["code"], one["name"]) for n, one in enumerate(known.lifts, 1)]
    return Table((0.12, 0.44, 0.44), ("序号", "注册代码", "电梯"), tuple(lines))


def _application(known: Known) -> Form:
    facts = known.facts
    blocks: list[Block] = [
        Heading("一、申请事项"),
        Told(
            (
                *known.about,
                ("保险机构", known.row["insurer"]),
                ("申请时间", moment_words(facts.created_at)),
                ("紧急情况", "有，优先办理" if facts.urgent else "无"),
            )
        ),
        Heading(f"二、投保电梯（共{len(known.lifts)}台）"),
        _elevators(known),
        Heading("三、申请人"),
    ]
    if known.signers:
        lines = [
            (str(n), one["place"], mask_name(one["name"]), _day(one["signed_at"]), "（签名）")
            for n, one in enumerate(known.signers, 1)
        ]
        heads = ("序号", "房屋", "业主", "签名时间", "本人签名")
        blocks.append(Table((0.1, 0.32, 0.14, 0.24, 0.2), heads, tuple(lines)))
    blocks += [
        Words("申请人承诺：所填内容和所附材料真实，电梯由物业服务企业或者产权人管理，维保正常。"),
        Signed(("申请人（代表）或者单位盖章", "住保中心经办人")),
    ]
    return Form(ISSUED[PaperKind.APPLICATION].title, tuple(blocks), sealed=False)


def _day(moment: datetime) -> str:
    return day_words(beijing_date(moment))


def _judged(known: Known) -> tuple[Block, ...]:
    """The four conditions as they were judged then. 附件一."""
    if not known.row["judged"]:
        return ()
    judged = msgspec.json.decode(known.row["judged"], type=list[Condition])
    lines = tuple((one.title, "符合" if one.passed else "不符合", one.reason) for one in judged)
    heads = ("条件", "核对结果", "说明")
    return Heading("申请条件核对情况"), Table((0.26, 0.16, 0.58), heads, lines)


def _acceptance(known: Known) -> Form:
    applied, accepted = known.day("Filed", "Applied"), known.day("Accepted")
    said = f"你（们）于{applied}提出的电梯维修保险申请，经核对符合申请条件，现予受理。"
    return _letter(
        PaperKind.ACCEPTANCE,
        known,
        Words(said),
        Told((*known.about, ("受理时间", accepted))),
        *_judged(known),
        Words(
            "下一步由保险机构查勘并制定保险方案，方案在各单元门厅公示。办理进度可以扫码或者来电查询。"
        ),
    )


def _rejection(known: Known) -> Form:
    return _letter(
        PaperKind.REJECTION,
        known,
        Words("你（们）提出的电梯维修保险申请，本中心决定不予办理。"),
        Told((*known.about, ("决定时间", known.day("CaseRejected")))),
        Heading("理由"),
        Words(known.why("CaseRejected")),
        Heading("救济途径"),
        Words(APPEAL),
    )


def checklist(text: str) -> list[str]:
    """What is missing, item by item, as the reason tells it."""
    parts = text.replace("；", "\n").replace(";", "\n").split("\n")
    return [part.strip(" 。") for part in parts if part.strip(" 。")]


def _correction(known: Known) -> Form:
    due = known.facts.correction_due_at
    missing = checklist(known.why("CaseReturned", "PayoutReturned"))
    lines = tuple((str(n), one, "□") for n, one in enumerate(missing, 1))
    return _letter(
        PaperKind.CORRECTION,
        known,
        Words("你（们）提交的材料须补正。请按下列清单补齐后提交，逾期未补正的，办件失效。"),
        Told((*known.about, ("补正期限", moment_words(due) if due else ""))),
        Heading("补正清单"),
        Table((0.12, 0.72, 0.16), ("序号", "须补正的内容", "已补正"), lines),
        Signed(("领取人", "住保中心经办人")),
    )


def _plan(known: Known) -> Form:
    plan, lifts = known.plan, {one["id"]: one for one in known.lifts}
    lines = [
        (
            lifts[str(one.elevator_id)]["code"],
            lifts[str(one.elevator_id)]["name"],
            yuan(one.premium_fen),
            yuan(one.limit_fen),
            yuan(one.deductible_fen) if one.deductible_fen else "无",
        )
        for one in plan.elevators
    ]
    heads = ("注册代码", "电梯", "年保费（元）", "赔偿限额（元）", "免赔额（元）")
    blocks: list[Block] = [
        Heading("一、投保事项"),
        Told(
            (
                *known.about,
                ("保险机构", known.row["insurer"]),
                ("方案版本", f"第{known.facts.version}版（{known.day('PlanFiled')}提交）"),
                ("保险期间", f"{known.facts.parameters.policy_years}年"),
                ("保费合计", sums(known.facts.premium_fen)),
                ("支付来源", flow_of(known.facts.flow).words.pays),
            )
        ),
        Heading("二、查勘情况"),
        Words(plan.survey or "无"),
        Heading("三、保障内容"),
        Words(plan.cover + (f"\n服务：{plan.service}" if plan.service else "")),
        Heading("四、电梯和保费"),
        Table((0.32, 0.2, 0.16, 0.18, 0.14), heads, tuple(lines), (2, 3, 4)),
        Signed(("保险机构经办人", "申请人（代表）")),
    ]
    return Form(
        ISSUED[PaperKind.PLAN].title,
        tuple(blocks),
        sealed=False,
        sum_fen=known.facts.premium_fen,
    )


def _registration(known: Known) -> Form:
    facts = known.facts
    if flow_of(facts.flow).notice:
        noticed = "至".join(
            day_words(day) for day in (facts.notice_from_on, facts.notice_last_on) if day
        )
        noticed = f"{noticed}，期满无未办结的书面反对意见"
    else:
        noticed = "本方式不公示"
    blocks: tuple[Block, ...] = (
        Told(
            (
                ("备案号", facts.registration_number),
                *known.about,
                ("保险机构", known.row["insurer"]),
                ("方案版本", f"第{facts.version}版"),
                ("公示情况", noticed),
                ("保费合计", sums(facts.premium_fen)),
                ("支付来源", flow_of(facts.flow).words.pays),
                ("备案时间", known.day("Registered")),
            )
        ),
        Heading(f"投保电梯（共{len(known.lifts)}台）"),
        _elevators(known),
        *_judged(known),
        Signed(("经办人", "复核人", "申请人（代表）")),
    )
    return Form(ISSUED[PaperKind.REGISTRATION].title, blocks, sum_fen=facts.premium_fen)


def _payee(known: Known, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """Who is paid and how much; the whole account number only where the bank reads it. R3.5."""
    payout = known.facts.payout
    assert payout is not None, "offered once a payout is prepared"
    account = known.row["payee_account"] or ""
    return (
        ("收款单位", known.row["insurer"]),
        ("开户银行", known.row["bank"]),
        ("收款账号", account if whole else f"尾号{account[-4:]}（经两人和保险机构核对的登记账户）"),
        ("金额", sums(payout.amount_fen)),
        ("用途", f"电梯维修保险保费（{known.facts.number}）"),
    )


def _payout_approval(known: Known) -> Form:
    facts = known.facts
    payout, contract = facts.payout, facts.contract
    assert payout is not None and contract is not None, "offered once a payout is prepared"
    approved = known.day("PremiumPaid") if payout.approved_by else "待复核"
    blocks: tuple[Block, ...] = (
        Heading("一、办件"),
        Told(
            (
                *known.about,
                ("备案号", facts.registration_number),
                ("合同编号", contract.number),
                ("保险期间", f"{day_words(contract.from_on)}至{day_words(contract.to_on)}"),
                ("发票号码", payout.invoice_number),
            )
        ),
        Heading("二、拨付"),
        Told(
            (
                *_payee(known, whole=False),
                ("资金来源", flow_of(facts.flow).words.pays),
                ("材料齐全", day_words(payout.complete_on)),
                ("拨付期限", day_words(payout.due_on) + ("（暂定）" if payout.provisional else "")),
                ("制单时间", known.day("PayoutPrepared")),
                ("复核时间", approved),
            )
        ),
        Heading("三、审批"),
        Words(
            "制单和复核须为两人。合同、发票、预留的保费三者金额一致，收款账户为保险机构登记账户。"
        ),
        Signed(("制单人", "复核人", "中心负责人")),
    )
    return Form(ISSUED[PaperKind.PAYOUT_APPROVAL].title, blocks, sum_fen=payout.amount_fen)


def _payment_notice(known: Known) -> Form:
    payout = known.facts.payout
    assert payout is not None, "offered once a payout is approved"
    return Form(
        ISSUED[PaperKind.PAYMENT_NOTICE].title,
        (
            Words("请从下列账户划付电梯维修保险保费，并将回单交本中心资金管理岗位入账。"),
            Told(
                (
                    ("付款单位", CITY.centre),
                    ("付款账户", known.row["custody"] or "按开户行预留"),
                    *_payee(known, whole=True),
                    ("发票号码", payout.invoice_number),
                    ("复核日期", known.day("PremiumPaid")),
                    ("划付期限", day_words(payout.due_on)),
                )
            ),
            Signed(("制单人", "复核人", "银行经办人")),
        ),
        to=known.row["custody"] or "开户银行",
        sum_fen=payout.amount_fen,
    )


def _letter(kind: PaperKind, known: Known, *blocks: Block) -> Form:
    """A letter to who applied, with the Centre's name under it."""
    return Form(ISSUED[kind].title, blocks, to=known.applicant)


_MADE: dict[PaperKind, Callable[[Known], Form]] = {
    PaperKind.APPLICATION: _application,
    PaperKind.ACCEPTANCE: _acceptance,
    PaperKind.REJECTION: _rejection,
    PaperKind.CORRECTION: _correction,
    PaperKind.PLAN: _plan,
    PaperKind.REGISTRATION: _registration,
    PaperKind.PAYOUT_APPROVAL: _payout_approval,
    PaperKind.PAYMENT_NOTICE: _payment_notice,
}
