"""Who people are to this system: roles, names, identity numbers. R2.5, R12.2."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may be to the Centre; one person can hold several. Section 1."""

    PUBLIC = "public"
    PERSON = "person"
    OWNER = "owner"
    COMMITTEE = "committee"
    MANAGER = "manager"
    INSURER = "insurer"
    INDEPENDENT = "independent"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    FINANCE = "finance"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    STREET = "street"
    BUREAU = "bureau"
    SYSTEM = "system"
