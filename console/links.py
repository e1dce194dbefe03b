"""Where the public pages are; the only place that says so. R12.1.

`/q/` and `/check` stand on papers that hang in lobbies: they stay for ever.
"""

HOME = "/"
NOTICES = "/open/notices"
SCOPES = "/open/accounts"
CASES = "/open/registrations"
PAYOUTS = "/open/payouts"
CHECK = "/check"
STYLE = "/assets/site.css"
ICON = "/assets/icon.svg"

NAVIGATION = (
    (NOTICES, "方案公示"),
    (SCOPES, "统筹账户"),
    (CASES, "已备案办件"),
    (PAYOUTS, "保费拨付"),
    (CHECK, "公示查验"),
)


def notice(token: str) -> str:
    """The page of a notice."""
    return f"/n/{token}"


def scope(scope_id: object) -> str:
    """The page of a pooled account."""
    return f"{SCOPES}/{scope_id}"
