"""Every public page in every state, filled with invented facts, by the path it is served at."""

from datetime import date, datetime, timedelta

from console import links
from console.disclosure import (
    Account,
    CaseLine,
    Listing,
    NoticeLine,
    PayoutLine,
    Programme,
    ScopeLine,
    StatementLine,
    VoteLine,
    cases_page,
    home_page,
    notices_page,
    payouts_page,
    scope_page,
    scopes_page,
)
from console.notices import (
    CheckResult,
    Landing,
    NoticeState,
    Origin,
    PublicObjection,
    TimelineEntry,
    Verdict,
    check_page,
    landing_page,
    notice_page,
)
from console.problems import problem_page
from handlers.roll_changes import RollChangeSince
from rules.days import BEIJING
from rules.disclosure import Stage
from tests.console.logs import log_pages
from tests.console.polls import vote_pages
from tests.console.years import year_pages
from tests.papers.samples import LONG_NAME, household_paper, sample_paper

NOW = datetime(2025, 5, 3, 10, 30, tzinfo=BEIJING)
ENDS = datetime(2025, 5, 7, tzinfo=BEIJING)
PAPER = sample_paper(2)
ORIGINS = (
    Origin("以前年度未分配增值收益转入", 2_000_000),
    Origin("2024年度增值收益", 4_106_570),
    Origin("已拨付保费", -500_000),
)
TIMELINE = (
    TimelineEntry(NOW - timedelta(days=20), "三名业主提出申请"),
    TimelineEntry(NOW - timedelta(days=15), "市住保中心受理"),
    TimelineEntry(NOW - timedelta(days=6), "保险方案第1版提交，保费已冻结"),
    TimelineEntry(NOW - timedelta(days=5), "全部单元张贴完毕，公示期开始"),
)
OBJECTIONS = (
    PublicObjection(NOW, "保费偏高，希望先比较三家保险机构的报价。", "处理中", "summary"),
    PublicObjection(NOW, None, "已撤回", "withheld"),
    PublicObjection(NOW, None, "处理中"),
)
LISTING = Listing(NOW, f"{links.NOTICES}?after=Zk3vX9qL")


def states() -> dict[Stage, NoticeState]:
    """A notice in every stage."""
    found = {stage: NoticeState(stage) for stage in Stage}
    found[Stage.RUNNING] = NoticeState(
        Stage.RUNNING,
        ENDS,
        4,
        origins=ORIGINS,
        balance_fen=5_606_570,
        scope_url=f"{links.SCOPES}/a1",
        roll_changes=[
            RollChangeSince(kind="ownership", kind_title="产权登记有变动", at=NOW, homes=2)
        ],
    )
    found[Stage.PAUSED] = NoticeState(
        Stage.PAUSED, None, 3, NOW, OBJECTIONS, ORIGINS, 5_606_570, f"{links.SCOPES}/a1"
    )
    found[Stage.OVER] = NoticeState(Stage.OVER, ENDS)
    found[Stage.SUPERSEDED] = NoticeState(Stage.SUPERSEDED, newer_url="/open/notices/new")
    found[Stage.ENDED] = NoticeState(Stage.ENDED, reason="申请人已撤回申请。")
    return found


def notice_line(stage: Stage, place: str) -> NoticeLine:
    """A line of the list of notices."""
    ends_at = ENDS if stage is Stage.RUNNING else None
    return NoticeLine(place, "JS2025-0428-0017", "/open/notices/1", stage, 372_003, ends_at)


def pages() -> dict[str, str]:
    """The HTML of every page."""
    served = {
        f"{links.NOTICES}/{stage.value}": notice_page(PAPER, TIMELINE, state)
        for stage, state in states().items()
    }
    long = sample_paper(12, community=LONG_NAME)
    served[f"{links.NOTICES}/long"] = notice_page(long, TIMELINE, states()[Stage.RUNNING])
    asked = household_paper(2)
    served[f"{links.NOTICES}/asked"] = notice_page(
        asked, TIMELINE, NoticeState(Stage.RUNNING, ENDS)
    )
    lines = tuple(notice_line(stage, PAPER.place) for stage in Stage)
    lines += (notice_line(Stage.RUNNING, LONG_NAME + "12栋3单元"),)
    landing = Landing(
        PAPER.place,
        PAPER.case_number,
        Stage.RUNNING,
        f"{links.NOTICES}/running",
        ENDS,
        "https://wxaurl.cn/Zk3vX9qLmT2",
    )
    return served | {
        **checks(),
        "/q/token": landing_page(landing),
        links.HOME: home_page(Programme(2, 5, 12, 98_765_432_10, 1_234_567, NOW)),
        links.NOTICES: notices_page(lines, LISTING),
        f"{links.SCOPES}/a1": scope_page(account(lines[:2]), LISTING),
        **lists(),
        **year_pages(),
        **vote_pages(),
        **log_pages(),
        "/empty": payouts_page((), 0, Listing(NOW)),
        "/missing": problem_page(404, "没有找到该公示", request_id="01JTA3Z9"),
        "/busy": problem_page(503, "系统正忙", "请稍后重试。"),
    }


def checks() -> dict[str, str]:
    """The check of a paper, asked and with every verdict."""
    served = {links.CHECK: check_page(CheckResult(Verdict.ASKING))}
    for verdict in Verdict:
        found = CheckResult(verdict, "7K4M-2QXT" if verdict is not Verdict.ASKING else "")
        if verdict not in (Verdict.ASKING, Verdict.UNKNOWN):
            found = CheckResult(
                verdict,
                "7K4M-2QXT",
                PAPER.case_number,
                1,
                PAPER.place,
                PAPER.issued_on,
                PAPER.total_fen,
                ENDS if verdict is Verdict.GENUINE else None,
                f"{links.NOTICES}/running",
            )
        served[f"{links.CHECK}/{verdict.value}"] = check_page(found)
    return served


def account(notices: tuple[NoticeLine, ...]) -> Account:
    """A pooled account with money in, money held, and the notices of its building."""
    lines = (
        StatementLine(date(2025, 4, 27), "冻结：办件JS2025-0428-0017保费", -372_003, 5_234_567),
        StatementLine(date(2025, 1, 31), "2024年度增值收益", 4_106_570, 5_606_570),
    )
    years = ((2024, f"{links.SCOPES}/a1/income/2024"), (2023, f"{links.SCOPES}/a1/income/2023"))
    votes = (VoteLine(PAPER.case_number, links.vote("v1"), "表决中", ENDS),)
    return Account(PAPER.place, 5_606_570, 372_003, ORIGINS, lines, notices, votes, years)


def lists() -> dict[str, str]:
    """The lists of accounts, of registered cases and of payouts."""
    scopes = (
        ScopeLine(PAPER.place, f"{links.SCOPES}/a1", 5_606_570, 372_003),
        ScopeLine(LONG_NAME + "12栋3单元", f"{links.SCOPES}/a2", 123_456_789, 0),
    )
    case = CaseLine(
        "JSBA2025-0003",
        date(2025, 5, 8),
        PAPER.place,
        f"{links.NOTICES}/registered",
        PAPER.insurer,
        2,
        372_003,
    )
    payout = PayoutLine(
        date(2025, 5, 20),
        PAPER.case_number,
        PAPER.place,
        f"{links.NOTICES}/paid",
        PAPER.insurer,
        372_003,
    )
    return {
        links.SCOPES: scopes_page(scopes, 129_063_359, LISTING),
        links.CASES: cases_page((case,), LISTING),
        links.PAYOUTS: payouts_page((payout,), 372_003, Listing(NOW)),
    }
