"""The callers, and what a line of the table says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.journey import photo

NOBODY = "nobody"
PERSONS = (
    "stranger",
    "owner1",
    "owner2",
    "owner5",
    "elsewhere",
    "committee",
    "manager",
    "other_manager",
)
ACCOUNTS = (
    "insurer",
    "other_insurer",
    "clerk",
    "clerk2",
    "reviewer",
    "finance",
    "finance2",
    "auditor",
    "administrator",
    "street",
    "other_street",
    "bureau",
)
CALLERS = (NOBODY, *PERSONS, *ACCOUNTS)

EVERYBODY = " ".join(CALLERS)
BOUND = "owner1 owner2 owner5"
HERE = f"{BOUND} committee manager"
CENTRE = "clerk clerk2 reviewer finance finance2 auditor administrator bureau"
SEES = f"{HERE} insurer street {CENTRE}"
HANDLE = "clerk clerk2 reviewer"
PAPERS = f"{HANDLE} auditor"
PAYEES = "reviewer finance finance2 auditor administrator insurer"
DESKS = f"{PAPERS} finance finance2 administrator"
PEOPLE = " ".join(PERSONS)
LOGGED_IN = " ".join((*PERSONS, *ACCOUNTS))
STAFF = " ".join(ACCOUNTS)

# Answers that turn somebody away; any other answer let the caller in to the object.
TURNED_AWAY = frozenset(
    {
        "NotLoggedIn",
        "NotAllowed",
        "HomeNotBound",
        "NotYourScope",
        "NotApplicant",
        "NoAuthorisation",
        "NotAWitness",
        "SamePerson",
        "NotFound",
        "CaseNotFound",
        "VoteNotFound",
        "NoVoice",
        "LobbyUnknown",
        "LobbyForManager",
        "PushForged",
        "FileSealed",
    }
)


@dataclass(frozen=True)
class Sent:
    """A body that is a file: its name, its type, and what makes its content."""

    name: str
    media_type: str
    content: Callable[[], bytes]


PHOTO = Sent("a.jpg", "image/jpeg", photo)
_ROLL = "小区编号,小区名称,街道,物业服务企业\nNEW,新小区,示例街道,示例物业\n"
ROLL = Sent("小区.csv", "text/csv", _ROLL.encode)

Body = Callable[[Any], Any] | dict[str, Any] | Sent | None


@dataclass(frozen=True)
class Row:
    """Whom one operation lets in while the case is at `stage`.

    `body` may be made from the scene; `ids` replaces path parameters by other names of the scene;
    `finds` names those in whose list `thing` stands, among all that get a list.
    """

    who: str
    stage: str = "noticed"
    body: Body = None
    query: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    finds: str | None = None
    thing: str = "case_id"
    slow: bool = False

    def callers(self) -> list[str]:
        """Everybody; of those let in to a slow one only the first two."""
        asked = self.who.split()[:2] if self.slow else self.who.split()
        return [caller for caller in CALLERS if caller in asked or caller not in self.who.split()]


WHY = {"reason": "材料不齐"}
REASON = {"reason": "理由"}
