"""What a notice says: the facts, and the words that are the same on paper and on screen. R7.3.

Nothing here reads a clock or a database. Whoever fills a `Paper` has masked the names (R12.2).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from papers.notices.payment import PaperVote, Payment
from rules.city import CITY
from rules.days import BEIJING
from rules.flows import FLOWS, flow_of
from rules.money import yuan

WEEKDAYS = "一二三四五六日"

HOW_TO_OBJECT = (
    "与本方案有利害关系的业主不同意的，可在截止时间前向市住保中心提出书面反对意见："
    "扫描下方“业主扫码”二维码在小程序中实名填写，或将签名的书面意见送交市住保中心。",
    "在线意见以进入市住保中心系统的时间为准，纸质意见以市住保中心收到的时间为准。",
    "公示期内有书面反对意见的，本方案自动暂缓实施，处理完毕后再按规定继续或者终止。",
    "提出人的姓名、房号不向物业服务企业、保险机构和社会公开；意见的内容经住保中心审核后可能公开。",
)


@dataclass(frozen=True, slots=True)
class PaperElevator:
    """One elevator of the plan and its premium for the policy year."""

    code: str
    location: str
    premium_fen: int


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A rule that was applied, with the clause of the plan it comes from."""

    rule: str
    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Lobby:
    """A place where the paper hangs, and the link by which the manager proves it. R7.2."""

    name: str
    evidence_url: str


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything the notice of one plan version shows. R7.3, R5.6.

    `pooled_fen` is the account's balance, `held_fen` all that is held in it, this plan included;
    both are zero where not the pool but `payment` pays. `vote` is what the owners said, None where
    they need not be asked. `kept` is the head of the log that stands between the codes.
    `started_on` and `ends_at` stay None until every lobby has evidence; `ends_at` is the midnight
    after the last day; after a pause the end stands without a start. A sum that does not tie to
    its parts is a ValueError: it must never hang on a wall.
    """

    case_number: str
    version: int
    community: str
    building: str
    unit: str
    elevators: tuple[PaperElevator, ...]
    insurer: str
    cover: str
    limits: tuple[tuple[str, int], ...]
    deductible: str
    total_fen: int
    account_scope: str
    pooled_fen: int
    held_fen: int
    balance_on: date
    applicants: tuple[str, ...]
    issued_on: date
    public_url: str
    check_code: str
    check_url: str
    lobbies: tuple[Lobby, ...]
    rules: tuple[PaperRule, ...] = ()
    scope_note: str = ""
    policy_years: int = 1
    notice_days: int = 7
    started_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False
    paused: bool = False
    flow: str = next(iter(FLOWS))
    payment: Payment | None = None
    vote: PaperVote | None = None
    how_to_object: tuple[str, ...] = HOW_TO_OBJECT
    centre: str = CITY.centre
    phone: str = CITY.phone
    address: str = CITY.address
    hours: str = CITY.hours
    basis: str = CITY.plan
    kept: str = ""

    def __post_init__(self) -> None:
        if sum(lift.premium_fen for lift in self.elevators) != self.total_fen:
            raise ValueError("the premiums of the elevators do not sum to the total")
        if self.held_fen > self.pooled_fen:
            raise ValueError("more is held than the account has")
        paid = self.payment
        if paid and not paid.withheld and paid.borne_fen + paid.owed_fen != self.total_fen:
            raise ValueError("what is there and what is owed do not sum to the premium")

    @property
    def place(self) -> str:
        """Community, building and unit as people read them."""
        return f"{self.community}{self.building}{self.unit}"

    @property
    def title(self) -> str:
        """The headline; without a result where nobody had to be asked."""
        flow = flow_of(self.flow)
        assert flow.notice is not None
        return flow.vote.notice_title if self.vote and flow.vote else flow.notice.title

    @property
    def opening_words(self) -> str:
        """What is planned, with whose money, by which rules."""
        words = flow_of(self.flow).notice
        assert words is not None
        what = "保险方案" if self.vote is None else "保险方案和业主表决结果"
        return (
            f"拟以{words.money}为{self.place}的电梯购买维修保险。根据{self.basis}，"
            f"现将{what}在楼栋、单元公示{self.notice_days}天。"
        )

    @property
    def money_facts(self) -> tuple[tuple[str, str], ...]:
        """Premium, who pays it, and what the owners said: what each is called and says. R5.6."""
        premium = f"合计{yuan(self.total_fen)}元，保险期间{self.policy_years}年"
        if self.payment is None:
            safe = "全部由增值收益支付，不动用业主维修资金本金和法定利息"
            account = f"{self.account_scope}。{self.balance_words}。{self.scope_note}"
            return ("保费与期间", f"{premium}，{safe}"), ("统筹账户", account)
        asked = self.vote.words if self.vote else "按现行规则，本方案无须业主表决。"
        return (
            ("保费与期间", premium),
            ("保费来源", self.payment.words(self.total_fen) + self.scope_note),
            ("业主表决", asked),
        )

    @property
    def available_fen(self) -> int:
        """Balance less holds. R3.4."""
        return self.pooled_fen - self.held_fen

    @property
    def balance_words(self) -> str:
        """The account's balance, what is held and what is left, in one sentence."""
        return (
            f"截至{day_words(self.balance_on)}余额{yuan(self.pooled_fen)}元，"
            f"已冻结{yuan(self.held_fen)}元（含本方案保费），可用{yuan(self.available_fen)}元"
        )

    @property
    def limit_words(self) -> str:
        """The limits of the cover, each with its sum."""
        return "；".join(f"{name}{yuan(fen)}元" for name, fen in self.limits) or "见保险方案"

    @property
    def start_words(self) -> str:
        """From when the period runs. R7.1, R7.2."""
        if self.paused:
            return "收到书面反对意见，公示期停止计算；处理完毕后继续计算"
        if self.started_on is None and self.ends_at is not None:
            return "公示期曾因书面反对意见暂缓，现已恢复，截止时间如上（最后一日遇节假日顺延）"
        if self.started_on is None:
            return (
                f"自本公示在全部楼栋单元张贴完毕之日的次日起算，共{self.notice_days}个自然日，"
                "至最后一日24时止；期间如遇节假日顺延"
            )
        first = self.started_on + timedelta(days=1)
        return (
            f"{day_words(self.started_on)}张贴完毕，自{first.month}月{first.day}日起算，"
            f"共{self.notice_days}个自然日（最后一日遇节假日顺延）"
        )

    @property
    def end_words(self) -> str:
        """Until when an objection is in time; unknown until every lobby has evidence. R9.2."""
        if self.paused:
            return "暂缓实施中，恢复后重新公布"
        if self.ends_at is None:
            return "全部单元张贴完毕后确定，扫码可查"
        return moment_words(self.ends_at) + ("（暂定）" if self.provisional else "")

    @property
    def end_on_paper(self) -> str:
        """The same, with room to write it in by hand where it was not known when it was printed."""
        if self.ends_at is None and not self.paused:
            return "　　　年　　月　　日24时"
        return self.end_words

    @property
    def counter_words(self) -> str:
        """Where and when one can come, and whom to ring up."""
        return f"地址：{self.address}　办公时间：{self.hours}　咨询电话：{self.phone}"

    @property
    def applicant_words(self) -> str:
        """The applicants, in the order of signing."""
        return "、".join(self.applicants)


def day_words(day: date) -> str:
    """A date as people write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def moment_words(at: datetime) -> str:
    """A moment in Beijing time; midnight is the 24th hour of the day it ends. R7.1."""
    local = at.astimezone(BEIJING)
    hour = f"{local.hour}时{local.minute:02d}分"
    if (local.hour, local.minute) == (0, 0):
        local, hour = local - timedelta(days=1), "24时"
    elif (local.hour, local.minute, local.second) == (23, 59, 59):
        hour = "24时"
    return f"{day_words(local.date())}（星期{WEEKDAYS[local.weekday()]}）{hour}"
