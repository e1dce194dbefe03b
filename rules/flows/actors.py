"""Who acts in the flows' tables. Section 1."""

from rules.people import CASE_PARTIES, CASEWORKERS, Role

CLERKS = frozenset({Role.CLERK})
REVIEWERS = frozenset({Role.REVIEWER})
FINANCE = frozenset({Role.FINANCE})
INSURERS = frozenset({Role.INSURER})
CLOCK = frozenset({Role.SYSTEM})
OBJECTORS = frozenset({Role.OWNER, Role.CLERK})
BODIES = frozenset({Role.INDEPENDENT})
"""Who applies without signatures: the sole owner of a building. 附件二(三)."""

FLAGGERS = CASE_PARTIES | CASEWORKERS
"""Who may say that somebody is trapped or an elevator unsafe. Section 6."""

OF_A_SCOPE = frozenset({"signers", "committee", "manager"})
"""As what owners of a building or unit apply. R5.1."""
