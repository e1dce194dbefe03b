"""What a message leads to: a page of the mini-program, and the API's path to the same. R13.1.

The pages are part of the contract (`x-pages` of the API document): each says by which query it is
opened. Where a mini-program keeps a page elsewhere, `WECHAT_PAGES` says where; WeChat refuses a
message whose page it does not have. Accounts of the Centre are told by the path alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

PATH = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)+")


@dataclass(frozen=True)
class Page:
    """A page of the mini-program: what it shows, where it is unless the settings say otherwise,
    and what its query holds, each a name and what it is."""

    title: str
    path: str
    query: Mapping[str, str]


PAGES: Mapping[str, Page] = {
    "case": Page("办件", "pages/case/index", {"id": "办件 id"}),
    "objection": Page(
        "本人的反对意见（可与办件页同一页）",
        "pages/case/index",
        {"id": "办件 id", "objection": "反对意见 id"},
    ),
    "vote": Page("业主表决", "pages/vote/index", {"id": "表决 id"}),
    "collection": Page("保费归集清单", "pages/collection/index", {"id": "办件 id"}),
    "fund": Page("维修资金分户账", "pages/fund/index", {"home": "房屋 id，没有时为本人全部房屋"}),
    "scope": Page("统筹账户", "pages/scope/index", {}),
    "bindings": Page("房屋绑定和绑定材料", "pages/bindings/index", {}),
    "appointments": Page("授权材料", "pages/appointments/index", {}),
    "inbox": Page("消息", "pages/inbox/index", {}),
}
"""By the name that `WECHAT_PAGES` uses."""


@dataclass(frozen=True)
class Target:
    """Where a kind of message leads: `link` is a path of the API, `page` and `query` the page.

    Braces stand for an id of the event: `case_id`, `subject_id` or one of its data. Where one is
    missing, or nothing is said, the message leads to its case, else to the inbox.
    """

    link: str
    page: str = "inbox"
    query: str = ""

    def of(self, ids: Mapping[str, str]) -> tuple[str, str] | None:
        """The path, and the page with its query; None where an id is missing."""
        try:
            link, query = self.link.format_map(ids), self.query.format_map(ids)
        except KeyError:
            return None
        return link, f"{self.page}?{query}" if query else self.page


CASE = Target("/cases/{case_id}", "case", "id={case_id}")
OBJECTION = Target(
    "/objections/{objection_id}", "objection", "id={case_id}&objection={objection_id}"
)
VOTE = Target("/votes/{vote_id}", "vote", "id={vote_id}")
COLLECTION = Target("/cases/{case_id}/collection", "collection", "id={case_id}")
FUND = Target("/homes/{home_id}/fund", "fund", "home={home_id}")
FUNDS = Target("/bindings", "fund")
SCOPES = Target("/scopes", "scope")
BINDINGS = Target("/bindings", "bindings")
CLAIMS = Target("/binding-claims", "bindings")
CHANGES = Target("/login-changes", "bindings")
CONTESTS = Target("/binding-contests", "bindings")
OF_HOME = Target("/homes/{home_id}/bindings", "bindings")
APPOINTMENTS = Target("/appointments", "appointments")
PAYEE_ACCOUNT = Target("/payee-accounts/{payee_account_id}")
REPRESENTATIVES = Target("/representatives", "bindings")

INBOX = "inbox"

SUBJECTS: Mapping[str, Target] = {
    "case": CASE,
    "benchmark_rate": Target("/benchmark-rates/{subject_id}"),
    "placement_round": Target("/placement-rounds/{subject_id}"),
    "deposit": Target("/deposits/{subject_id}"),
    "accounting_year": Target("/accounting-years/{year}"),
    "reconciliation": Target("/reconciliations/{subject_id}"),
    "fund_batch": Target("/fund-batches/{subject_id}"),
    "home": Target("/homes/{subject_id}/fund", "fund", "home={subject_id}"),
    "building": Target("/scope-switches"),
    "journal": Target("/ledger/vouchers/{subject_id}"),
    "import": Target("/imports/{subject_id}"),
    "insurer": Target("/insurers"),
    "account_change": Target("/staff/account-changes/{subject_id}"),
    "parameter_change": Target("/parameter-changes/{subject_id}"),
    "ballot": VOTE,
    "ballot_batch": Target("/ballot-batches/{subject_id}"),
    "proxy": VOTE,
    "representative": REPRESENTATIVES,
    "case_receipt": COLLECTION,
    "case_refund": COLLECTION,
}
"""Where a message leads whose kind does not say it, by what its event is about."""


def page_path(stored: str, paths: Mapping[str, str]) -> str:
    """The stored page with its query as WeChat is given it; `paths` are those of the settings."""
    name, mark, query = stored.partition("?")
    page = PAGES.get(name)
    path = paths.get(name) or (page.path if page else name)
    return f"{path}{mark}{query}"
