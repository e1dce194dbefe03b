"""Who acts in the flows' tables. Section 1."""

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
