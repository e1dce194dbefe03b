"""Face checks: opened by a server for a name and number, shown on a phone, asked for. R2.5."""

import re
import secrets
from datetime import timedelta
from typing import Any

from notify.wechat.faces import IDENTITY_CARD, PASSED, cert_hash
from sandbox.wechat.calls import Answer, Call, Fail, ok
from sandbox.wechat.world import FaceCheck, World, remember

LIFE = timedelta(hours=1)
CANCELLED, OTHER_FACE, TIMED_OUT = 90004, 10003, 90017
_SEQUENCE = re.compile(r"[0-9A-Za-z_-]{5,32}")


def getverifyid(world: World, call: Call) -> Answer:
    """A session for exactly this person and these papers; a sequence number serves once."""
    body = call.object("out_seq_no", "cert_info", "openid")
    sequence, openid = str(body.get("out_seq_no")), str(body.get("openid") or "")
    papers = body.get("cert_info")
    if not isinstance(papers, dict) or not _SEQUENCE.fullmatch(sequence):
        raise Fail(47001)
    if any(one.sequence == sequence for one in world.faces.values()):
        raise Fail(40097)
    if not openid:
        raise Fail(40003)
    check = FaceCheck(openid, sequence, _hash(papers), world.now())
    verify_id = "sandbox-face-" + secrets.token_urlsafe(24)
    remember(world.faces, verify_id, check)
    return ok(errcode=0, errmsg="ok", verify_id=verify_id, expires_in=int(LIFE.total_seconds()))


def _hash(papers: dict[str, Any]) -> str:
    name, number = papers.get("cert_name"), papers.get("cert_no")
    if papers.get("cert_type") != IDENTITY_CARD or not name or not number:
        raise Fail(40097)
    return cert_hash(str(name), str(number))


def queryverifyinfo(world: World, call: Call) -> Answer:
    """What came of it. 84001 for a session that is unknown, or opened for anybody else."""
    body = call.object("verify_id", "out_seq_no", "cert_hash", "openid")
    check = world.faces.get(str(body.get("verify_id")))
    said = (body.get("openid"), body.get("out_seq_no"), body.get("cert_hash"))
    if check is None or said != (check.openid, check.sequence, check.cert_hash):
        raise Fail(84001)
    return ok(errcode=0, errmsg="ok", verify_ret=check.verify_ret)


def shown(world: World, verify_id: str, openid: str, verify_ret: int) -> int:
    """Somebody's phone has shown a face for the session; what WeChat makes of it.

    The phone of another person gets no further than its own refusal, nor does anybody too late.
    """
    check = world.faces[verify_id]
    if world.now() - check.made_at > LIFE:
        check.verify_ret = TIMED_OUT
    elif openid != check.openid:
        check.verify_ret = OTHER_FACE
    else:
        check.verify_ret = verify_ret
    return check.verify_ret


__all__ = ["CANCELLED", "LIFE", "OTHER_FACE", "PASSED", "getverifyid", "queryverifyinfo", "shown"]
