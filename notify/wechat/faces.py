"""WeChat's face check (微信人脸核身), for mini-programs of public services: who holds the phone.

Our server names somebody and gets a session, the phone shows its face for it, and our server asks
what came of it: only `verify_ret` 10000 says that the face is that of the bearer of the papers.
What the phone itself says of it is worth nothing. R2.5.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any

from notify.wechat.answers import Unavailable

GET_VERIFY_ID = "cityservice/face/identify/getverifyid"
QUERY_VERIFY_INFO = "cityservice/face/identify/queryverifyinfo"
PASSED = 10000
IDENTITY_CARD = "IDENTITY_CARD"


@dataclass(frozen=True)
class FaceSession:
    """A face check that may begin: its id for the phone, and for how many seconds."""

    verify_id: str = field(repr=False)
    seconds: int = 3600


@dataclass(frozen=True)
class FaceResult:
    """What came of a face check; `ret` is WeChat's number, 10000 for the right face."""

    ret: int

    @property
    def passed(self) -> bool:
        """Whether the face is that of the person whose name and number were given."""
        return self.ret == PASSED


def cert_info(name: str, number: str) -> dict[str, str]:
    """The papers of somebody as WeChat takes them."""
    return {"cert_type": IDENTITY_CARD, "cert_name": name, "cert_no": number}


def cert_hash(name: str, number: str) -> str:
    """What says that the papers are those for which the session was opened."""
    parts = (
        f"{key}={base64.b64encode(value.encode()).decode()}"
        for key, value in cert_info(name, number).items()
    )
    return hashlib.sha256("&".join(parts).encode()).hexdigest()


class Faces:
    """The two calls of a client that posts as wechatpy's do."""

    post: Any

    async def face_session(self, sequence: str, name: str, number: str, openid: str) -> FaceSession:
        """A face check of this person for this name and number; `sequence` is ours and used once.
        R2.5."""
        asked = {"out_seq_no": sequence, "cert_info": cert_info(name, number), "openid": openid}
        answer = await self._asked(GET_VERIFY_ID, asked)
        verify_id, seconds = answer.get("verify_id"), answer.get("expires_in", 3600)
        if not isinstance(verify_id, str) or not 0 < len(verify_id) <= 256:
            raise Unavailable("an answer without verify_id", written=True)
        if not isinstance(seconds, int):
            raise Unavailable("an answer without expires_in", written=True)
        return FaceSession(verify_id, max(0, min(seconds, 3600)))

    async def face_result(
        self, verify_id: str, sequence: str, name: str, number: str, openid: str
    ) -> FaceResult:
        """What came of the face check that was opened for exactly these. CallRefused: WeChat knows
        no such check of this person. R2.5."""
        asked = {
            "verify_id": verify_id,
            "out_seq_no": sequence,
            "cert_hash": cert_hash(name, number),
            "openid": openid,
        }
        ret = (await self._asked(QUERY_VERIFY_INFO, asked)).get("verify_ret")
        if not isinstance(ret, int):
            raise Unavailable("an answer without verify_ret", written=True)
        return FaceResult(ret)

    async def _asked(self, path: str, question: dict[str, Any]) -> dict[str, Any]:
        answer = await self.post(path, data=question)
        if not isinstance(answer, dict):
            raise Unavailable("an image instead of an answer", written=True)
        return answer
