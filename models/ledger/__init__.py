"""The books as remembered: accounts, journals, postings and holds. Section 3, `rules/ledger.py`.

Every function runs inside the caller's transaction and locks accounts in ascending id order before
it reads what it decides on, so that two of them never wait for each other in a circle. An
account's lock covers its postings and its holds. Cached balances are what a replay of the
postings gives; `replay_differences` says where they are not.
"""

from models.ledger.accounts import (
    account_for,
    account_of,
    accounts_for,
    balance_of,
    ensure_account,
    ensure_accounts,
)
from models.ledger.batches import post_many
from models.ledger.constraints import LEDGER_CONSTRAINTS
from models.ledger.holds import Captured, Hold, capture, hold, holds_of, release
from models.ledger.journals import journal_of, post, reverse
from models.ledger.reading import (
    Difference,
    Line,
    TrialLine,
    balance,
    held,
    replay_differences,
    totals,
    trial_balance,
    unbalanced_journals,
)
from models.ledger.scopes import ScopeBalance, account_seen, scope_balance
from models.ledger.tables import AccountRow, HoldRow, JournalRow, PostingRow

__all__ = [
    "LEDGER_CONSTRAINTS",
    "AccountRow",
    "Captured",
    "Difference",
    "Hold",
    "HoldRow",
    "JournalRow",
    "Line",
    "PostingRow",
    "ScopeBalance",
    "TrialLine",
    "account_for",
    "account_of",
    "account_seen",
    "accounts_for",
    "balance",
    "balance_of",
    "capture",
    "ensure_account",
    "ensure_accounts",
    "held",
    "hold",
    "holds_of",
    "journal_of",
    "post",
    "post_many",
    "release",
    "replay_differences",
    "reverse",
    "scope_balance",
    "totals",
    "trial_balance",
    "unbalanced_journals",
]
