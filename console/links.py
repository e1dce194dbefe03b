"""Where the public pages are; the only place that says so. R12.1."""

HOME = "/"
NOTICES = "/public/notices"
SCOPES = "/public/scopes"
CASES = "/public/cases"
PAYOUTS = "/public/payouts"
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
