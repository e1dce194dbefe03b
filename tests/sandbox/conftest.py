"""The emulated WeChat for tests of the emulator itself, and the city that `make run` leaves."""

from tests.sandbox.living import living
from tests.wechat import clock, control, emulator, make_wechat, service, wechat

__all__ = ["clock", "control", "emulator", "living", "make_wechat", "service", "wechat"]
