"""The emulated WeChat for tests of what is told to people."""

from tests.wechat import clock, control, emulator, make_wechat, wechat

__all__ = ["clock", "control", "emulator", "make_wechat", "wechat"]
