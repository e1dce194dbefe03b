"""Face checks against the emulated WeChat over HTTP. R2.5."""

import pytest

from notify.wechat import CallRefused, Unavailable, Wechat
from notify.wechat.faces import cert_hash
from tests.wechat import PERSON, Control, HandClock

PAPERS = ("示例", "99990019900101001X")
SEQUENCE = "0123456789abcdef"
PATH = "/cityservice/face/identify/queryverifyinfo"


def test_papers_are_hashed_as_wechat_does() -> None:
    """The example of WeChat's own documents."""
    known = "3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b"
    assert cert_hash("张三", "31010119980101" + "1234") == known


async def test_only_a_face_that_was_shown_passes(wechat: Wechat, control: Control) -> None:
    opened = await wechat.face_session(SEQUENCE, *PAPERS, PERSON)
    assert opened.seconds == 3600 and opened.verify_id not in repr(opened)
    before = await wechat.face_result(opened.verify_id, SEQUENCE, *PAPERS, PERSON)
    assert not before.passed
    await control.post("/faces", verify_id=opened.verify_id, openid=PERSON)
    after = await wechat.face_result(opened.verify_id, SEQUENCE, *PAPERS, PERSON)
    assert after.passed


async def test_a_result_is_of_one_person_and_one_set_of_papers(
    wechat: Wechat, control: Control
) -> None:
    opened = await wechat.face_session(SEQUENCE, *PAPERS, PERSON)
    await control.post("/faces", verify_id=opened.verify_id, openid=PERSON)
    for sequence, papers, openid in (
        ("another-sequence", PAPERS, PERSON),
        (SEQUENCE, ("另一人", PAPERS[1]), PERSON),
        (SEQUENCE, PAPERS, "oSomebodyElse"),
    ):
        with pytest.raises(CallRefused) as refused:
            await wechat.face_result(opened.verify_id, sequence, *papers, openid)
        assert refused.value.errcode == 84001
    with pytest.raises(CallRefused):
        await wechat.face_session(SEQUENCE, *PAPERS, PERSON)


async def test_another_phone_and_a_late_face_do_not_pass(
    wechat: Wechat, control: Control, clock: HandClock
) -> None:
    opened = await wechat.face_session(SEQUENCE, *PAPERS, PERSON)
    await control.post("/faces", verify_id=opened.verify_id, openid="oSomebodyElse")
    assert not (await wechat.face_result(opened.verify_id, SEQUENCE, *PAPERS, PERSON)).passed
    clock.advance(hours=1, seconds=1)
    await control.post("/faces", verify_id=opened.verify_id, openid=PERSON)
    assert not (await wechat.face_result(opened.verify_id, SEQUENCE, *PAPERS, PERSON)).passed


async def test_wechat_away_is_no_answer(wechat: Wechat, control: Control) -> None:
    opened = await wechat.face_session(SEQUENCE, *PAPERS, PERSON)
    for fault in ("http502", "garbage", "errcode:-1"):
        await control.fault(PATH, fault)
        with pytest.raises(Unavailable):
            await wechat.face_result(opened.verify_id, SEQUENCE, *PAPERS, PERSON)
