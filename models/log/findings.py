"""What looking at the log again brings to light."""

from dataclasses import dataclass

FINDINGS_MAX = 1000
"""At most so many findings of one kind of look are listed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was altered: `what` is the kind of damage, `where` the row that shows it."""

    what: str
    where: str
