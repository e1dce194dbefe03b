"""WeChat as handlers meet it: the client of `notify.wechat`, its faults told as refusals.

Handlers do not know `notify`, so what it raises is put here into the words of the API.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from handlers.route import MessageTemplate
from notify import wechat
from notify.templates import TEMPLATES, Approved
from notify.wechat import (
    CallRefused,
    CodeRefused,
    Phone,
    PushEvent,
    PushRefused,
    Session,
    WechatError,
)
from notify.wechat.faces import FaceResult, FaceSession
from rules.refusals.asking import LoginFailed, PhoneRefused, PushForged, WechatUnavailable
from rules.refusals.base import Refusal
from rules.refusals.people import FaceNotVerified


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

    async def face_session(self, sequence: str, name: str, number: str, openid: str) -> FaceSession:
        """A face check of this person that may begin. FaceNotVerified: WeChat takes no such papers.
        R2.5."""
        with _refusing(FaceNotVerified, CallRefused):
            return await super().face_session(sequence, name, number, openid)

    async def face_result(
        self, verify_id: str, sequence: str, name: str, number: str, openid: str
    ) -> FaceResult:
        """What came of it. FaceNotVerified: WeChat knows no such check of this person. R2.5."""
        with _refusing(FaceNotVerified, CallRefused):
            return await super().face_result(verify_id, sequence, name, number, openid)

    async def mini_code(self, scene: str, page: str, *, width: int = 430) -> bytes:
        """The image of a code that opens `page` with `scene`."""
        with _refusing(WechatUnavailable):
            return await super().mini_code(scene, page, width=width)

    def push_echo(self, query: Mapping[str, str]) -> str:
        """What to answer WeChat's check of our address with."""
        with _refusing(PushForged):
            return super().push_echo(query)

    def open_push(self, query: Mapping[str, str], body: bytes) -> list[PushEvent]:
        """The events of a push. PushForged: not WeChat's, not for us, or not readable. R13.3."""
        with _refusing(PushForged):
            return super().open_push(query, body)


def templates(approved: Mapping[str, Approved]) -> tuple[MessageTemplate, ...]:
    """Our templates that WeChat has approved, as the settings have them. R13.2."""
    return tuple(
        MessageTemplate(
            name=one.name,
            id=approved[one.name].id,
            title=one.title,
            long_term=one.long_term,
            scenes=one.scenes,
            keys=approved[one.name].keys,
        )
        for one in TEMPLATES
        if one.name in approved
    )


@contextmanager
def _refusing(code: type[Refusal], *errors: type[WechatError]) -> Iterator[None]:
    try:
        yield
    except WechatError as error:
        if isinstance(error, (CodeRefused, PushRefused, *errors)):
            raise code() from error
        raise WechatUnavailable() from error
