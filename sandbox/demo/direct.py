"""直接投保: a policy bought elsewhere is put on record and shows as cover. 四(四), R5.5."""

from datetime import date, timedelta

from rules.conditions import anniversary
from sandbox.demo import stations
from sandbox.demo.play import Unexpected
from sandbox.demo.stations import Branch

PREMIUM_FEN = 110_000


def covered(branch: Branch, start: date) -> int:
    """Filed by the manager, compared and recorded by a clerk; how many elevators are covered."""
    story = branch.story
    lifts = branch.ask(f"/scopes/{story.scope_id}/elevators", "manager")["items"]
    to_on = anniversary(start, 1) - timedelta(days=1)
    policy = {
        "number": "ZT-2026-0001",
        "from_on": start.isoformat(),
        "to_on": to_on.isoformat(),
        "amount_fen": PREMIUM_FEN * len(lifts),
        "elevators": [{"elevator_id": one["id"], "premium_fen": PREMIUM_FEN} for one in lifts],
        "file_ids": [story.paper("manager", "policy.jpg")],
    }
    stations.apply(branch, "manager", "direct", applicant="manager", policy=policy)
    story.do("clerk", "/recording")
    branch.expect("insured")
    found = branch.ask(f"/scopes/{story.scope_id}/elevators", "manager")["items"]
    count: int = sum(one["covered_until_on"] == to_on.isoformat() for one in found)
    if count != len(lifts):
        raise Unexpected(f"登记后 {count} 台显示已投保，应为 {len(lifts)} 台")
    branch.say(f"物业申报自行购买的保险单，经办人核对后登记：{count} 台电梯显示已投保至 {to_on}")
    return count
