"""加装电梯: the owners of an old stairwell share the premium as they agree. 四(四)."""

from datetime import date

from rules.money import yuan
from sandbox.demo import stations
from sandbox.demo.stations import Branch
from sandbox.demo.voting import Poll

PREMIUM_FEN = 84_000


def applied(branch: Branch) -> None:
    """Three owners sign; a plan, and how the homes share it. R3.7."""
    homes = branch.home_ids()
    owners = branch.place.homes
    signers = [
        branch.enter(owners[home][0], homes[home]) for home in list(branch.place.single())[:3]
    ]
    stations.apply(branch, signers[0], "added")
    for key in signers[1:]:
        branch.story.do(key, "/signatures")
    stations.accept_and_plan(branch, PREMIUM_FEN)
    shares = branch.story.do(signers[0], "/shares", {"method": "equal"})
    branch.say(
        f"三位业主签名、受理，保费 {yuan(PREMIUM_FEN)} 元由业主自筹，"
        f"申请人提出{shares['method_title']}，{shares['homes_count']} 户共"
        f" {yuan(shares['total_fen'])} 元"
    )


def voted(branch: Branch) -> Poll:
    """Raised by the owners: three quarters must agree; the developer's homes are one head. R8.1."""
    poll = Poll.opened(branch)
    poll.issue_paper()
    theirs = list(branch.place.of_bodies())
    others = [home for home in branch.place.homes if home not in theirs]
    for nth, home in enumerate(others[:-1]):
        poll.phone(home, "against" if nth == 2 else "agree")
    branch.say(
        f"{len(others) - 1} 户手机表决，一户未表态；"
        f"建设单位 {len(theirs)} 户交来纸质选票，人数只计一人"
    )
    poll.paper(dict.fromkeys(theirs, "agree"))
    return poll


def paid(branch: Branch, start: date) -> int:
    """Paid in home by home, then the contract and the payout; in fen."""
    came = stations.collect(branch, "JZ")
    branch.expect("registered")
    key = next(key for key in branch.story.tokens if key.startswith("owner "))
    stations.contract(branch, key, "2026-0003", PREMIUM_FEN, start)
    paid_fen = stations.pay(branch, key, "2026-0003")
    branch.say(
        f"各户存入电梯保险专户 {yuan(came)} 元，签订合同，从专户拨付 {yuan(paid_fen)} 元；"
        f"{branch.story.case['state_title']}"
    )
    return paid_fen
