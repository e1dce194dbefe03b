"""Who acts in the flows' tables. Section 1."""

from collections.abc import Mapping

from rules.people import Role

R = Role

APPLICANTS = frozenset({R.OWNER, R.COMMITTEE, R.MANAGER})
CLERKS = frozenset({R.CLERK})
CENTRE = frozenset({R.CLERK, R.REVIEWER})
REVIEWERS = frozenset({R.REVIEWER})
FINANCE = frozenset({R.FINANCE})
INSURERS = frozenset({R.INSURER})
CLOCK = frozenset({R.SYSTEM})
OBJECTORS = frozenset({R.OWNER, R.CLERK})
BODIES = frozenset({R.INDEPENDENT})
"""Who applies without signatures: the sole owner of a building. 附件二(三)."""

FLAGGERS = frozenset({R.OWNER, R.COMMITTEE, R.MANAGER, R.INDEPENDENT}) | CENTRE
"""Who may say that somebody is trapped or an elevator unsafe. Section 6."""

_OF_A_SCOPE = frozenset({"signers", "committee", "manager"})
MAY_APPLY: Mapping[str, frozenset[str]] = {
    "pooled": _OF_A_SCOPE,
    "household": _OF_A_SCOPE,
    "added": _OF_A_SCOPE,
    "independent": frozenset({"independent"}),
    "direct": frozenset({"independent", "committee", "manager"}),
}
"""Who applies in which flow. R5.1, 二(三), 四(四)."""
