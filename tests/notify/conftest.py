"""The emulated WeChat for tests of what is told to people."""

import pytest

from sandbox.wechat import Emulator
from tests.notify.post import Post
from tests.wechat import HandClock, MakeWechat, clock, control, emulator, make_wechat, wechat

__all__ = ["clock", "control", "emulator", "make_wechat", "wechat"]


@pytest.fixture
def post(database: str, emulator: Emulator, clock: HandClock, make_wechat: MakeWechat) -> Post:
    """Messages to people who are made up as needed, over an empty database."""
    return Post(emulator, clock, make_wechat(breaker_seconds=0.0))
