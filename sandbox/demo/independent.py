"""独立产权人: a building in one hand, three years paid in at once. 附件《操作流程》二(三)."""

from datetime import date

from rules.money import yuan
from sandbox.demo import stations
from sandbox.demo.stations import Branch

PREMIUM_FEN = 90_000


def paid(branch: Branch, start: date) -> int:
    """Applied, planned, the account opened and filled, the first year paid; in fen."""
    story, let = branch.story, branch.story.city.landlord
    story.tokens["owner"] = story.play.login(let.person.openid)
    stations.apply(branch, "owner", "independent", applicant="independent")
    stations.accept_and_plan(branch, PREMIUM_FEN)
    account = {
        "holder": let.firm.name,
        "refund_bank": "示例银行",
        "refund_account": "6200000000004321",
    }
    story.do("clerk", "/special-account", account)
    branch.expect("collecting")
    needed: int = story.case["collection"]["needed_fen"]
    branch.say(f"不征集签名、不公示；开设电梯保险专户，须一次存入三年保费 {yuan(needed)} 元")
    stations.deposit(branch, needed, "DL001", let.firm.name)
    branch.expect("funded")
    stations.contract(branch, "owner", "2026-0004", 2 * PREMIUM_FEN, start)
    paid_fen = stations.pay(branch, "owner", "2026-0004")
    special = branch.ask(f"/special-accounts/{story.case['special_account_id']}", "owner")
    branch.say(
        f"存入并复核，凭合同和发票拨付第一年保费 {yuan(paid_fen)} 元；"
        f"专户余额 {yuan(special['balance_fen'])} 元留待后两年"
    )
    return paid_fen
