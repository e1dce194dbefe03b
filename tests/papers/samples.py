"""Notices of invented places and people, for the tests of posters and pages."""

from datetime import date, datetime
from typing import Any

from papers.notices import Lobby, Paper, PaperElevator, PaperRule, PaperVote, Payment, Said
from rules.days import BEIJING

LONG_NAME = "吉首市乾州新区武陵山文化旅游产业园世界花园国际城二期东区（保障性住房）安置小区甲"
RULES = (
    PaperRule("R7.1", "附件二(一)4", "公示7个自然日，张贴当日不计，末日遇节假日顺延"),
    PaperRule("R7.2", "附件二(一)4、7", "每个单元均有张贴影像方可起算"),
    PaperRule("R7.5", "附件二(一)4", "公示期内收到书面反对意见即暂缓实施"),
    PaperRule("R3.3", "三、安全稳步原则", "保证业主的本金和法定的利息收入"),
)


def elevators(count: int) -> tuple[PaperElevator, ...]:
    """Elevators with codes of the real length and places of different lengths."""
    places = ("1单元客梯", "2单元消防客梯（含地下二层停靠）")
    return tuple(
        PaperElevator(f"31104331012021{n:06d}", places[n % 2], 186_000 + n)
        for n in range(1, count + 1)
    )


def sample_paper(count: int = 2, **changes: Any) -> Paper:
    """A notice of `count` elevators that is posted and running, with `changes` applied."""
    lifts = elevators(count)
    total = sum(lift.premium_fen for lift in lifts)
    said: dict[str, Any] = {
        "case_number": "JS2025-0428-0017",
        "version": 1,
        "community": "峒河花园",
        "building": "3栋",
        "unit": "",
        "elevators": lifts,
        "insurer": "武陵山财产保险股份有限公司（首席，60%）、沅水财产保险有限公司（40%）",
        "cover": "电梯因机械、电气故障及零部件自然磨损导致的维修、更换费用；困人应急救援费用。",
        "limits": (("每台每年累计", 5_000_000), ("每次事故", 2_000_000)),
        "deductible": "每次事故绝对免赔额200.00元",
        "total_fen": total,
        "account_scope": "按栋设立（3栋增值收益统筹账户）",
        "scope_note": "本方案电梯仅服务1、2单元，统筹账户按栋设立。",
        "pooled_fen": 5_234_567 + total,
        "held_fen": total,
        "balance_on": date(2025, 4, 27),
        "applicants": ("张*", "欧阳**", "李*"),
        "issued_on": date(2025, 4, 27),
        "public_url": "https://dianti.example.gov.cn/q/Zk3vX9qLmT2rYw8nBc5dHa",
        "check_code": "7K4M-2QXT",
        "check_url": "https://dianti.example.gov.cn/check",
        "lobbies": (
            Lobby("1单元一楼大厅", "https://dianti.example.gov.cn/e/Pq7sW4uEo1iJf6gVt0zRy1"),
            Lobby("2单元一楼大厅", "https://dianti.example.gov.cn/e/Nb5xK8mDc2aHl9kUe3wTz4"),
        ),
        "rules": RULES,
        "started_on": date(2025, 4, 28),
        "ends_at": datetime(2025, 5, 7, tzinfo=BEIJING),
    }
    return Paper(**(said | changes))


def household_paper(count: int = 2, **changes: Any) -> Paper:
    """The notice of a plan that the homes' own funds pay and the owners have carried."""
    total = sum(lift.premium_fen for lift in elevators(count))
    said: dict[str, Any] = {
        "flow": "household",
        "pooled_fen": 0,
        "held_fen": 0,
        "account_scope": "3栋各户维修资金分户账",
        "scope_note": "",
        "payment": Payment(
            "3栋各户维修资金分户账",
            "按专有部分面积分摊，先用本金后用利息",
            120,
            total - 86_000,
            86_000,
            17,
            12_000,
        ),
        "vote": PaperVote(
            round=2,
            counted_on=date(2025, 4, 26),
            participation_needed="不低于2/3",
            agreement_needed="超过1/2",
            url="https://dianti.example.gov.cn/v/Kd8sW4uEo1iJf6gVt0zRy1",
            total=Said(112, 123_456_700),
            participating=Said(80, 90_000_000),
            agree=Said(61, 71_230_000),
            against=Said(12, 12_770_000),
            abstain=Said(7, 6_000_000),
        ),
    }
    return sample_paper(count, **(said | changes))
