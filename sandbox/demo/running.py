"""The city that `make run` leaves: in the middle of its life, and the same every time.

The roll is taken over on the sandbox's first day; seven weeks later visits and inspections are of
that day, the next year's calendar is out, and one case stands in each state that a page needs.
"""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rules.days import BEIJING
from sandbox.city import write_city
from sandbox.demo import scenes
from sandbox.demo.books import Books
from sandbox.demo.casting import cast
from sandbox.demo.play import Play
from sandbox.reference.pages import DOCS
from sandbox.stage import MORNING, SEED, Stage

NOW = datetime(2026, 4, 20, 10, 0, tzinfo=BEIJING)
"""A Monday, behind the holidays and far from the year's end; the clock goes on from here."""

STATES = (
    "insured",
    "contracted",
    "collecting",
    "voting",
    "paused",
    "noticed",
    "posting",
    "accepted",
    "signing",
    "filed",
)
"""The oldest first, so that their numbers go the same way."""


def found_city(stage: Stage, states: Sequence[str] = STATES) -> list[dict[str, Any]]:
    """Everything of the city, before the worker begins; the cases as they were answered."""
    hand = Play(stage.url, stage.control_url, alone=True)
    city = write_city(stage.var_dir / "sheets", SEED, MORNING.date())
    story = scenes.Story(hand, city, cast(city), stage.var_dir / "sheets")
    scenes.enter_staff(story)
    scenes.import_city(story)
    # Again, now that there are communities: street offices and managers belong to them.
    scenes.enter_staff(story)
    Books(story).take_over()
    hand.move_to(NOW)
    hand.must("POST", "/sandbox/upkeep")
    hand.say("维保、检验补到今天，今明两年的工作日历已公布")
    return [_made(hand, state) for state in states]


def _made(hand: Play, state: str) -> dict[str, Any]:
    made: dict[str, Any] = hand.must("POST", "/sandbox/scenarios", json={"state": state})
    hand.say(f"{made['number']}　{made['state_title']}（{made['title']}）　{made['scope_name']}")
    return made


def stay(stage: Stage) -> None:
    """Print the addresses and wait for Ctrl-C."""
    lines = [
        "",
        f"服务：{stage.url}",
        f"公开地址（海报上的二维码）：{stage.public_url}",
        f"公开页面：{stage.public_url}/public",
        f"接口参考：{stage.url}{DOCS}",
        f"样本人员：{stage.url}/sandbox/people",
        f"工作人员：{stage.url}/sandbox/staff",
        f"工作台（用户名、密码和此刻的动态口令见工作人员）：{stage.url}/console",
        f'再造一件：curl {stage.url}/sandbox/scenarios -d \'{{"state": "noticed"}}\'',
        f"微信模拟器控制口：{stage.control_url}",
        "说明见 docs/sandbox.md；按 Ctrl-C 结束。",
        "",
    ]
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()
    try:
        stage.processes["serve"].wait()
    except KeyboardInterrupt:
        return
