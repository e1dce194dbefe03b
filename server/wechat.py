"""WeChat as handlers meet it: the client of `notify.wechat`, its faults told as refusals.

Handlers do not know `notify`, so what it raises is put here into the words of the API.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from notify import wechat
from notify.wechat import CodeRefused, Phone, Session, WechatError
from rules.refusals import LoginFailed, PhoneRefused, Refusal, WechatUnavailable


class Wechat(wechat.Wechat):
    """The client, raising LoginFailed and PhoneRefused for codes, WechatUnavailable else."""

    async def code_to_session(self, code: str) -> Session:
        """Who holds this login code. LoginFailed: the phone must call wx.login again. R2.5."""
        with _refusing(LoginFailed):
            return await super().code_to_session(code)

    async def phone_number(self, code: str, openid: str) -> Phone:
        """The number this person chose to show. PhoneRefused: ask the person again. R2.5."""
        with _refusing(PhoneRefused):
            return await super().phone_number(code, openid)

    async def mini_code(self, scene: str, page: str, *, width: int = 430) -> bytes:
        """The image of a code that opens `page` with `scene`."""
        with _refusing(WechatUnavailable):
            return await super().mini_code(scene, page, width=width)


@contextmanager
def _refusing(code: type[Refusal]) -> Iterator[None]:
    try:
        yield
    except CodeRefused as error:
        raise code() from error
    except WechatError as error:
        raise WechatUnavailable() from error
