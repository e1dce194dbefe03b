"""Where the public pages are; the only place that says so. R12.1.

`/q/`, `/v/`, `/check` and `/log` stand on papers that hang in lobbies: they stay for ever.
"""

from dataclasses import dataclass

HOME = "/"
NOTICES = "/open/notices"
SCOPES = "/open/accounts"
CASES = "/open/registrations"
PAYOUTS = "/open/payouts"
YEARS = "/open/years"
CHECK = "/check"
LOG = "/log"
ERRORS = "/errors"
STYLE = "/assets/site.css"
COUNTER_STYLE = "/assets/counter.css"
ICON = "/assets/icon.svg"
SCRIPT = "/assets/recompute_income.py"
LOG_SCRIPT = "/assets/verify_log.js"
VOTE_SCRIPT = "/assets/recount_vote.py"
VOTE_FORMAT = "/assets/published_vote.txt"

NAVIGATION = (
    (NOTICES, "方案公示"),
    (SCOPES, "统筹账户"),
    (CASES, "已备案办件"),
    (PAYOUTS, "保费拨付"),
    (YEARS, "年度报告"),
    (CHECK, "公示查验"),
    (LOG, "存证日志"),
)


def notice(token: str) -> str:
    """The page of a notice."""
    return f"/n/{token}"


def vote(token: str) -> str:
    """The page of an owners' vote; its address stands on papers that hang in lobbies."""
    return f"/v/{token}"


def scope(scope_id: object) -> str:
    """The page of a pooled account."""
    return f"{SCOPES}/{scope_id}"


def year(number: int) -> str:
    """The page of a year's report."""
    return f"{YEARS}/{number}"


def income(scope_id: object, number: int) -> str:
    """The page that explains what a year gave a pooled account."""
    return f"{scope(scope_id)}/income/{number}"


@dataclass(frozen=True, slots=True)
class YearFiles:
    """What of a year can be taken away."""

    workbook: str
    body: str
    data: str


def year_files(number: int, version: int) -> YearFiles:
    """A version's workbook and body, and the data that the script recomputes."""
    under = f"/public/yearly-reports/{number}"
    return YearFiles(
        f"{under}/report.xlsx?version={version}",
        f"{under}/report.json?version={version}",
        f"/public/accounting-years/{number}/export.zip",
    )
