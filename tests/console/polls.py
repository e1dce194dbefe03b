"""Pages of owners' votes in every state, filled with invented facts."""

from datetime import datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from console import links
from console.vote_pages import vote_page
from handlers.roll_changes import RollChangeSince
from handlers.votes.public import PublicVote
from handlers.votes.served import outcome
from handlers.votes.views import HeadsAndArea, ResultView, Turnout
from rules.days import BEIJING
from tests.papers.samples import LONG_NAME

OPENED = datetime(2025, 4, 20, 9, 0, tzinfo=BEIJING)
ENDS = datetime(2025, 5, 6, tzinfo=BEIJING)
RESULT = ResultView(
    passed=True,
    total=HeadsAndArea(heads=36, area_cm2=38_005_000),
    participating=HeadsAndArea(heads=30, area_cm2=31_450_500),
    agree=HeadsAndArea(heads=26, area_cm2=27_210_000),
    against=HeadsAndArea(heads=3, area_cm2=3_140_500),
    abstain=HeadsAndArea(heads=1, area_cm2=1_100_000),
    split_heads=0,
    participating_homes=31,
    conflict_homes=1,
    silent_homes=5,
    followed_homes=0,
    dropped_papers=0,
    reasons=[
        "名册：36人，3800.5平方米（R2.2）",
        "参与表决人数 30/36，须不低于2/3：30×3=90 ≥ 36×2=72，达到",
        "同意面积 2721平方米/3145.05平方米，须超过1/2：27210000×2=54420000 > "
        "31450500×1=31450500（平方厘米），达到",
        "结论：通过",
    ],
    service=outcome(37, 29, {"in_person": 22, "post": 4, "message": 2, "posted": 1}, (4, 5)),
)
OPEN = PublicVote(
    id=UUID(int=28),
    token="open",
    community="石榴苑小区",
    scope_name="石榴苑1栋",
    case_number="JS2025-0428-0017",
    round=1,
    state="open",
    state_title="表决中",
    question="是否同意为石榴苑1栋的电梯（客梯SLY-T1）投保，年保费合计3,720.03元，"
    "从各户专项维修资金中按专有部分面积分摊列支？",
    opened_at=OPENED,
    ends_at=ENDS,
    passed=None,
    scope_id=UUID(int=1),
    participation_needed="2/3",
    agreement_needed=">1/2",
    count_at=ENDS + timedelta(days=2),
    paper=True,
    homes=37,
    heads=36,
    area_cm2=38_005_000,
    roll_changes=[
        RollChangeSince(kind="ownership", kind_title="产权登记有变动", at=OPENED, homes=2)
    ],
    roll_root="3f" * 32,
    record_root="",
    turnout=Turnout(heads=12, area_reached=False, reached=False),
    counted_at=None,
    result=None,
    withheld_reason="",
    record="",
)


def vote_pages() -> dict[str, str]:
    """A vote that runs, waits for its count, is counted either way, and one of few."""
    passed = replace(
        OPEN,
        state="counted",
        state_title="已计票",
        passed=True,
        result=RESULT,
        record_root="a7" * 32,
        counted_at=ENDS + timedelta(days=2, minutes=1),
        record="/public/votes/passed/record.json",
    )
    few = replace(
        passed, passed=False, result=None, withheld_reason="参与表决的业主不足5人，只公布结果"
    )
    long = replace(passed, scope_name=LONG_NAME + "12栋3单元", community=LONG_NAME)
    return {
        links.vote("open"): vote_page(OPEN, over=False),
        links.vote("closed"): vote_page(OPEN, over=True),
        links.vote("void"): vote_page(replace(OPEN, state="void", state_title="已终止"), over=True),
        links.vote("passed"): vote_page(passed, over=True),
        links.vote("few"): vote_page(few, over=True),
        links.vote("long"): vote_page(long, over=True),
    }
