"""What the public lists and notices look like. Sums in fen. R7.3, R12.1."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.roll_changes import RollChangeSince
from handlers.route import Answer, Page
from rules.disclosure import Stage
from rules.flows import FlowName
from rules.words.word import OneOf, titled


class NoticedElevator(Answer, frozen=True):
    """公示中的一台电梯及其年保费，单位：分。"""

    code: Annotated[str, Meta(title="注册代码")]
    location: str
    premium_fen: int


class NoticeLimit(Answer, frozen=True):
    """一项责任限额，单位：分。"""

    name: Annotated[str, Meta(title="限额名称")]
    amount_fen: Annotated[int, Meta(title="限额")]


class NoticeRule(Answer, frozen=True):
    """适用的一项规定及其在《实施方案》中的条款。"""

    rule: str
    clause: str
    words: Annotated[str, Meta(title="规则内容")]


class NoticeObjection(Answer, frozen=True):
    """一份书面反对意见，不显示反对人，收到时间精确到分；`text` 为空表示文字正在审核（`waiting`）
    或经决定不予公开（`withheld`）。R7.8。"""

    received_at: datetime
    text: Annotated[str | None, Meta(description="正在审核或不予公开的为空")]
    text_state: Annotated[
        Literal["whole", "shortened", "summary", "waiting", "withheld"],
        titled(
            {
                "whole": "全文",
                "shortened": "有删节",
                "summary": "中立摘要",
                "waiting": "正在审核",
                "withheld": "不予公开",
            }
        ),
        Meta(title="文字是否公开"),
    ]
    outcome_title: str


class NoticeEvent(Answer, frozen=True):
    """办理进程中的一步。"""

    at: datetime
    words: Annotated[str, Meta(title="事件")]


class NoticePayment(Answer, frozen=True):
    """不由统筹账户支付时的付款安排：提交方案时分户账承担和应补缴的金额、截至公示日已缴的金额，
    单位：分。户数过少、不便公布时 `withheld` 为真，三项金额都为 0（R12.2）。"""

    words: str
    account: Annotated[str, Meta(title="出资账户")]
    split_by: Annotated[str, Meta(title="分摊方式")]
    homes: int
    borne_fen: int
    owed_fen: int
    owing_homes: int
    paid_fen: Annotated[int, Meta(title="已缴", description="截至公示制发日")]
    withheld: bool
    held: bool


class NoticeVoteSide(Answer, frozen=True):
    """表决中一方的人数和专有部分面积（平方厘米）。"""

    heads: int
    area_cm2: int


class NoticeVote(Answer, frozen=True):
    """通过该方案的业主表决（R8.1）；参加户数过少、不便公布时 `told` 为假，不列数字。`url` 指向
    任何人都可据以重新计票的记录。"""

    words: str
    round: int
    counted_on: date
    participation_needed: str
    agreement_needed: str
    url: Annotated[str, Meta(title="记录地址", description="任何人可据以重新计票")]
    told: bool
    total: Annotated[NoticeVoteSide, Meta(title="全体")]
    participating: NoticeVoteSide
    agree: NoticeVoteSide
    against: NoticeVoteSide
    abstain: NoticeVoteSide


class PublicNoticeView(Answer, frozen=True):
    """公示全文：内容、进行到哪一步、何时以前可以提出反对意见；金额单位：分。看得见该办件的人凭
    `case_id` 打开办件。

    不由统筹账户支付的（见 `flow`），`payment` 说明由谁支付，`vote` 为业主表决结果，
    `pooled_fen`、`held_fen`、`available_fen` 为 0。`days_left` 为剩余天数，含当日、不含张贴当
    日；暂缓期间为停止计算时剩余的天数。
    """

    token: str
    case_id: UUID
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    flow: FlowName
    title: str
    stage: Stage
    stage_title: str
    stage_meaning: str
    place: str
    community: str
    building: str
    unit: str
    elevators: list[NoticedElevator]
    insurer: str
    cover: str
    limits: list[NoticeLimit]
    deductible: str
    premium_fen: int
    policy_years: int
    scope_id: UUID
    account_scope: str
    scope_note: str
    pooled_fen: int
    held_fen: Annotated[int, Meta(description="不由统筹账户支付的为 0")]
    available_fen: Annotated[int, Meta(description="不由统筹账户支付的为 0")]
    balance_on: date
    applicants: list[str]
    notice_days: int
    issued_on: date
    how_to_object: list[str]
    rules: list[NoticeRule]
    check_code: str
    public_url: str
    centre: str
    phone: Annotated[str, Meta(title="咨询电话")]
    objections: Annotated[list[NoticeObjection], Meta(description="不说是谁提出的")]
    timeline: list[NoticeEvent]
    provisional: bool
    payment: NoticePayment | None = None
    vote: Annotated[NoticeVote | None, Meta(description="不须表决的为空")] = None
    from_on: Annotated[
        date | None,
        Meta(title="公示首日", description="张贴次日；尚未起算的为空"),
    ] = None
    last_on: date | None = None
    ends_at: datetime | None = None
    days_left: int | None = None
    paused_at: datetime | None = None
    newer_token: str = ""
    roll_changes: list[RollChangeSince] = []


class NoticeQuery(Page, frozen=True):
    """Filters of the public list; `q` a part of the case number or the place."""

    q: Annotated[str, Meta(max_length=60, description="办件编号或位置的一部分")] = ""
    running: Annotated[bool, Meta(description="只看公示中的")] = False


class PublicNoticeRow(Answer, frozen=True):
    """列表中的一份公示；保费单位：分。"""

    token: str
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    place: str
    insurer: str
    premium_fen: int
    stage: Stage
    stage_title: str
    published_at: datetime
    ends_at: datetime | None = None


VERDICTS = {
    "genuine": "真实有效",
    "superseded": "已被新版代替",
    "withdrawn": "已作废",
    "altered": "留存内容被改动",
}


class PaperCheck(Answer, frozen=True):
    """对查验码的答复：这是什么文书或公示，属实、已被新版取代或已撤回；不含任何人的信息。"""

    verdict: Annotated[str, OneOf(VERDICTS)]
    check_code: str
    title: Annotated[str, Meta(title="名称", description="可直接显示")]
    case_number: str
    version: Annotated[int, Meta(title="版次", description="公示的即方案版本")]
    place: str
    issued_on: date
    number: Annotated[str, Meta(title="文书编号", description="公示的为空")] = ""
    fingerprint: Annotated[str, Meta(title="内容指纹", description="公示的为空")] = ""
    premium_fen: int | None = None
    stage_title: str = ""
    notice_token: str = ""
    ends_at: datetime | None = None
    newer_token: str = ""
