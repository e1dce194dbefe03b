"""What of a case waits for a person: of the acts they may do, those they should know of. R13.1."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rules.cases import (
    Act,
    By,
    CorrectCase,
    Facts,
    Object,
    PostLobby,
    RequestPayout,
    Sign,
    SignContract,
    State,
)
from rules.days import Calendar
from rules.flows import Due, Me, deadlines, options
from rules.flows.posting import wanting
from rules.people import AGENTS

TaskKind = Literal[
    "sign", "object", "post", "correct", "contract", "payout", "vote", "pay", "renew"
]
TASK_TITLES: Mapping[TaskKind, str] = {
    "sign": "签名",
    "object": "提出意见",
    "post": "张贴公示",
    "correct": "补正材料",
    "contract": "登记合同",
    "payout": "申请拨付",
    "vote": "投票",
    "pay": "缴存保费",
    "renew": "续交授权材料",
}
"""What may wait for a person."""


@dataclass(frozen=True)
class Asked:
    """How an act is asked for, and in which states; in all where none is named."""

    kind: TaskKind
    title: str
    states: frozenset[State] = frozenset(State)


ASKED: Mapping[type[Act], Asked] = {
    Sign: Asked("sign", "请决定是否签名", frozenset({State.SIGNING})),
    Object: Asked("object", "对公示的方案有意见的，请在公示期内提出", frozenset({State.NOTICED})),
    PostLobby: Asked("post", "请张贴公示并上传照片"),
    CorrectCase: Asked("correct", "请补正申请材料"),
    SignContract: Asked("contract", "请登记与保险机构签订的合同"),
    RequestPayout: Asked("payout", "请提交发票，申请拨付保费"),
}
"""Acts that wait for a person. Others may be done and are nobody's turn: to take something back,
to say that it is urgent."""


@dataclass(frozen=True)
class Task:
    """Something of a case that waits for a person, by the case's next deadline."""

    kind: TaskKind
    title: str
    act: type[Act]
    due: Due | None
    targets: tuple[str, ...]


def tasks(facts: Facts, by: By, now: datetime, cal: Calendar, me: Me) -> list[Task]:
    """What waits for `by` in the case: what `options` allows, as far as it is asked of them."""
    due = next(iter(deadlines(facts, cal)), None)
    allowed = {one.act for one in options(facts, by, now, cal, me) if one.allowed}
    # Who posted may post again; what waits is a lobby without any photo.
    missing = tuple(one.unit_id for one in wanting(facts)) if by.roles & AGENTS else ()
    return [
        Task(asked.kind, asked.title, act, due, missing if act is PostLobby else ())
        for act, asked in ASKED.items()
        if act.__name__ in allowed
        and facts.state in asked.states
        and (act is not PostLobby or missing)
    ]
