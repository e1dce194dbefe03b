"""The emulated WeChat for tests of the emulator itself."""

from tests.wechat import clock, control, emulator, make_wechat, service, wechat

__all__ = ["clock", "control", "emulator", "make_wechat", "service", "wechat"]
