"""分户账方式: the homes' own funds pay, after a vote of the stairwell. 附件《操作流程》二(二)."""

from datetime import date
from typing import Any

from rules.money import yuan
from sandbox.demo import stations
from sandbox.demo.play import Unexpected
from sandbox.demo.stations import Branch
from sandbox.demo.voting import Poll

PREMIUM_FEN = 96_000


def applied(branch: Branch) -> None:
    """Three owners sign; accepted; the plan is split over all homes and held. 二(二)1 至 3."""
    homes = branch.home_ids()
    owners = branch.place.homes
    signers = [
        branch.enter(owners[home][0], homes[home]) for home in list(branch.place.single())[:3]
    ]
    stations.apply(branch, signers[0], "household")
    for key in signers[1:]:
        branch.story.do(key, "/signatures")
    stations.accept_and_plan(branch, PREMIUM_FEN)
    branch.expect("planned")
    found = branch.ask(f"/cases/{branch.story.case['id']}/collection?limit=200")
    held, owed = branch.story.case["money"]["held_fen"], found["needed_fen"]
    if held + owed != PREMIUM_FEN:
        raise Unexpected(f"预留 {held} 分与应补 {owed} 分之和不等于保费")
    branch.say(
        f"三位业主签名、受理；保费 {yuan(PREMIUM_FEN)} 元按面积分摊到 {found['homes']} 户，"
        f"各户维修资金预留 {yuan(held)} 元，{found['owing']} 户从未交存，须补缴 {yuan(owed)} 元"
    )


def voted(branch: Branch) -> Poll:
    """On phones and on paper; co-owners who differ, and one who changes. R2.3, R8.3, R8.5."""
    poll = Poll.opened(branch)
    poll.issue_paper()
    homes = list(branch.place.homes)
    first, second = branch.place.unsettled()
    alone = [home for home in homes if home not in (first, second)]
    phones, papers = alone[:8], alone[8:11]
    for nth, home in enumerate(phones):
        poll.phone(home, "against" if nth == 1 else "agree")
    changed = poll.phone(phones[1], "abstain")
    branch.say(
        f"{len(phones)} 户在手机上一键表决并取得回执，其中一户先反对、后改为弃权"
        f"（回执 {changed['receipt'][:12]}…，历史保留）"
    )
    poll.phone(first, "agree")
    told = poll.phone(first, "against", nth=1)
    if told["state"] != "contested":
        raise Unexpected(f"共有人意见不一，选票却为 {told['state']}")
    poll.phone(second, "agree")
    branch.say("另有一户的两位共有人未推举代表、意见不一：该户暂不计入任何一方")
    poll.paper(dict.fromkeys(papers, "agree"))
    poll.refresh()
    so_far: dict[str, Any] = poll.vote["turnout"]
    reached = "参与比例已达到" if so_far["reached"] else "参与比例尚未达到"
    branch.say(f"截止前只公布参与情况：{so_far['heads']} 人（至少每新增五人更新一次），{reached}")
    return poll


def paid(branch: Branch, start: date) -> int:
    """What is owed comes in; the payout out of many funds at once, in fen. 二(二)6."""
    story = branch.story
    asked = {
        "number": "HT-0",
        "from_on": str(start),
        "to_on": str(start),
        "amount_fen": PREMIUM_FEN,
    }
    key = next(key for key in story.tokens if key.startswith("owner "))
    asked["file_id"] = story.paper(key, "contract.jpg")
    branch.refused(f"/cases/{story.case['id']}/contract", asked, key, "NotAllowedNow")
    came = stations.collect(branch, "FH")
    branch.expect("registered")
    branch.say(f"归集完成前不能签合同；银行代收 {yuan(came)} 元，一人录入、一人复核，归集完成")
    stations.contract(branch, key, "2026-0002", PREMIUM_FEN - 1_600, start)
    paid_fen = stations.pay(branch, key, "2026-0002")
    found = branch.ask(f"/cases/{story.case['id']}/collection?limit=200")
    bearing = sum(one["fund_fen"] > 0 for one in found["items"])
    branch.say(
        f"签订合同，{bearing} 户的资金和归集款以一笔凭证拨付 {yuan(paid_fen)} 元，"
        f"余额退回各户；{story.case['state_title']}"
    )
    return paid_fen
