"""A notice over HTTP: published, printed, hung in every lobby, proved. R7.1 to R7.3."""

import re
from io import BytesIO
from itertools import cycle
from typing import Any

import zxingcpp
from PIL import Image

from models.base import sql
from models.ledger import account_for
from models.roll import Owner
from papers.drawing.fonts import MISSING
from rules.ledger import AccountKind
from tests.handlers.objecting import done, refused, see, token
from tests.journey import PREMIUMS, Journey, photo, photo_of
from tests.pdf_text import pages_of
from tests.world import City

HEAD = r"存证日志 \d+:[0-9a-f]{16}（2025-[-0-9: ]+封存），在 http.*/log 核对"
SHADES = cycle(range(10, 250))


async def upload(
    city: City, path: str, content: bytes, who: str = "manager", key: str = ""
) -> tuple[int, Any]:
    """A file sent as wx.uploadFile sends it."""
    files = {"file": ("现场.jpg", content, "image/jpeg")}
    return await city.call("POST", path, await token(city, who), files=files, key=key)


async def board_of(city: City, trip: Journey, who: str = "manager") -> dict[str, Any]:
    """The notice and its lobbies as this one sees them."""
    status, body = await see(city, who, f"/cases/{trip.id}/lobbies")
    assert status == 200, body
    return dict(body)


async def prove(city: City, lobby: dict[str, Any], content: bytes = b"") -> dict[str, Any]:
    """A photo for a lobby that has to be taken."""
    shot = content or photo_of(lobby["evidence_url"], next(SHADES))
    status, body = await upload(city, f"/lobbies/{lobby['token']}/evidence", shot)
    assert status == 201, body
    return dict(body)


def codes_in(image: bytes) -> set[str]:
    with Image.open(BytesIO(image)) as picture:
        return {found.text for found in zxingcpp.read_barcodes(picture.convert("RGB"))}


async def test_publishing_makes_codes_for_every_lobby_of_the_scope(city: City) -> None:
    """R7.2: tokens are for the manager and the Centre; everybody else sees how far it is."""
    trip = await Journey.at(city, "posting")
    for who in ("manager", "clerk2", "auditor", "owner1", "committee", "street"):
        board = await board_of(city, trip, who)
        tokens = {lobby["token"] for lobby in board["items"]}
        assert len(tokens) == 2 and all(len(one) == 24 and one.isalnum() for one in tokens)
        assert [lobby["name"] for lobby in board["items"]] == ["1栋1单元", "1栋2单元"]
    for who in ("owner5", "insurer"):
        board = await board_of(city, trip, who)
        assert {lobby["token"] for lobby in board["items"]} == {""}
        assert {lobby["evidence_url"] for lobby in board["items"]} == {""}
        assert board["posted"] == 0
    assert (await see(city, "other_manager", f"/cases/{trip.id}/lobbies"))[0] == 404
    assert await refused(city, "clerk", f"/cases/{trip.id}/notice") == "409 NotAllowedNow"
    assert await refused(city, "manager", f"/cases/{trip.id}/notice") == "403 NotAllowed"


async def test_before_there_is_a_notice_there_is_no_board_and_no_poster(city: City) -> None:
    trip = await Journey.at(city, "planned")
    for path in ("lobbies", "poster.png", "poster.pdf"):
        status, body = await see(city, "clerk", f"/cases/{trip.id}/{path}")
        assert (status, body["code"]) == (404, "NotFound"), path


async def test_the_period_starts_with_the_last_lobby_and_not_before(city: City) -> None:
    """R7.1, R7.2: 2025-09-16 is the day of posting, the seventh day after it is 09-23."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    answer = await prove(city, first)
    assert (answer["state"], answer["posted"], answer["ends_at"]) == ("posting", 1, None)
    city.clock.advance(days=1)
    answer = await prove(city, second)
    assert (answer["state"], answer["posted"]) == ("noticed", 2)
    assert answer["last_on"] == "2025-09-23"
    assert answer["ends_at"] == "2025-09-24T00:00:00+08:00"


async def test_a_lobby_that_somebody_else_posted_is_taken(city: City) -> None:
    """R7.2: who posted may post again, a colleague may not."""
    trip = await Journey.at(city, "posting")
    first, _ = (await board_of(city, trip))["items"]
    await prove(city, first)
    colleague = city.roll.people["other_manager"].person_id
    here = city.roll.here.community
    await sql("UPDATE appointment SET community_id = $1 WHERE person_id = $2", here, colleague)
    path = f"/lobbies/{first['token']}/evidence"
    shot = photo_of(first["evidence_url"], 9)
    status, body = await upload(city, path, shot, who="other_manager")
    assert (status, body["code"]) == (409, "LobbyPosted")


async def test_a_repeated_upload_is_one_photo(city: City) -> None:
    """The phone went to the background: the same file and key, around it another boundary."""
    trip = await Journey.at(city, "posting")
    path = f"/lobbies/{(await board_of(city, trip))['items'][0]['token']}/evidence"
    first = await upload(city, path, photo(), key="k-1")
    again = await upload(city, path, photo(), key="k-1")
    assert first == again and first[0] == 201
    assert await upload(city, path, photo(7), key="k-1") == (409, again_code(city))
    assert len(await sql("SELECT id FROM evidence")) == 1


async def test_who_posted_puts_the_own_mistake_right_until_the_period_begins(city: City) -> None:
    """R7.2: the later photo counts; once the period runs only the Centre can send one back."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    await prove(city, first, photo(1))
    city.clock.advance(days=1)
    await prove(city, first, photo(2))
    city.clock.advance(hours=1)
    again = await prove(city, first, photo_of(first["evidence_url"]))
    assert again["evidence"]["accepted_at"]
    city.clock.advance(hours=1)
    await prove(city, first, photo(5))
    _, listed = await see(city, "clerk", f"/cases/{trip.id}/evidence")
    assert [one["reason"] for one in listed["items"]] == [*["已重新上传"] * 3, ""]
    _, waiting = await see(city, "clerk", f"/cases/{trip.id}/evidence?waiting=true")
    assert [one["id"] for one in waiting["items"]] == [listed["items"][3]["id"]]
    board = (await board_of(city, trip))["items"][0]
    assert (board["evidence"], board["refused"], board["code_seen"]) == (4, 3, "none")
    assert (board["posted_at"], board["waits_for"]) == (None, "small")
    await prove(city, first)
    await prove(city, second)
    status, body = await upload(city, f"/lobbies/{first['token']}/evidence", photo(4))
    assert (status, body["code"]) == (409, "NotAllowedNow")


def again_code(city: City) -> Any:
    """The body of the last answer, which is the refusal of a reused key."""
    assert city.last is not None
    body = city.last.json()
    assert body["code"] == "KeyReused"
    return body


async def test_a_lobbys_code_is_unknown_to_all_but_those_who_hang_it(city: City) -> None:
    trip = await Journey.at(city, "posting")
    good = (await board_of(city, trip))["items"][0]["token"]
    status, task = await see(city, "manager", f"/lobbies/{good}")
    assert (status, task["place"], task["wanted"]) == (200, "石榴苑1栋1单元", True)
    assert len(task["one_time_code"]) == 6
    for who in ("committee", "owner1", "street", "clerk"):
        assert (await see(city, who, f"/lobbies/{good}"))[0] == 200, who
    for who, code in (("other_manager", good), ("manager", "A" * 24)):
        status, body = await see(city, who, f"/lobbies/{code}")
        assert (status, body["code"]) == (404, "LobbyUnknown")
        status, body = await upload(city, f"/lobbies/{code}/evidence", photo(), who)
        assert (status, body["code"]) == (404, "LobbyUnknown")
    assert (await see(city, "finance", f"/lobbies/{good}"))[1]["code"] == "NotAllowed"
    assert (await see(city, "other_street", f"/lobbies/{good}"))[1]["code"] == "LobbyUnknown"
    assert (await city.call("GET", f"/lobbies/{good}"))[0] == 401


async def test_an_owner_who_scans_a_lobbys_code_is_shown_the_way(city: City) -> None:
    """R7.2: what the code is for; to the case only who sees it, and an invented code is as good."""
    trip = await Journey.at(city, "posting")
    board = await board_of(city, trip)
    good = board["items"][0]["token"]
    for who in ("owner5", "owner6"):
        status, body = await see(city, who, f"/lobbies/{good}")
        assert (status, body["code"], body["case_id"]) == (403, "LobbyForManager", trip.id)
        assert body["public_token"] == board["public_token"]
    said = {
        (await see(city, who, f"/lobbies/{code}"))[1]["detail"]
        for who in ("stranger", "elsewhere")
        for code in (good, "A" * 24)
    }
    assert len(said) == 1 and "公示码" in said.pop()
    assert "case_id" not in (await see(city, "elsewhere", f"/lobbies/{good}"))[1]
    _, notice = await city.call("GET", f"/public/notices/{board['public_token']}")
    assert notice["case_id"] == trip.id


async def test_codes_die_with_the_case(city: City) -> None:
    trip = await Journey.at(city, "posting")
    code = (await board_of(city, trip))["items"][0]["token"]
    await done(city, "owner1", f"/cases/{trip.id}/withdrawal", {"reason": "改日再议"})
    assert (await see(city, "manager", f"/lobbies/{code}"))[0] == 404
    status, body = await upload(city, f"/lobbies/{code}/evidence", photo())
    assert (status, body["code"]) == (404, "LobbyUnknown")


async def test_codes_die_with_the_version_and_the_new_one_starts_afresh(city: City) -> None:
    """R7.6: an upheld objection with a new plan is a new notice of seven full days."""
    trip = await Journey.at(city, "noticed")
    before = await board_of(city, trip)
    receipt = await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": "免赔额应当写明"})
    body = {"reason": "意见成立，请重新制定方案", "then": "new_plan"}
    await done(city, "reviewer", f"/objections/{receipt['objection_id']}/upholding", body)
    old = before["items"][0]["token"]
    assert (await see(city, "manager", f"/lobbies/{old}"))[0] == 404
    await trip.plan()
    await trip.publish()
    after = await board_of(city, trip)
    assert after["version"] == 2 and after["posted"] == 0
    tokens = {one["token"] for board in (before, after) for one in board["items"]}
    assert len(tokens) == 4 and before["public_token"] != after["public_token"]
    assert (await see(city, "manager", f"/lobbies/{old}"))[0] == 404
    await trip.post()
    assert trip.body["state"] == "noticed"


async def test_a_refused_photo_undoes_the_period(city: City) -> None:
    """R7.2: a photo of another building, a notice taken down: the period has not run there."""
    trip = await Journey.at(city, "noticed")
    lobby = (await board_of(city, trip))["items"][0]
    path = f"/cases/{trip.id}/lobbies/{lobby['unit_id']}/refusal"
    assert await refused(city, "manager", path, {"reason": "不是本栋"}) == "403 NotAllowed"
    assert await refused(city, "clerk", path, {"reason": ""}) == "400 Malformed"
    board = await done(city, "clerk", path, {"reason": "照片不是本单元"})
    assert board["posted"] == 1 and board["items"][0]["refused"] == 1
    seen = await trip.look()
    assert seen["state"] == "posting" and seen["notice"]["ends_at"] is None
    assert await refused(city, "clerk", path, {"reason": "再退一次"}) == "409 NotAllowedNow"
    _, listed = await see(city, "manager", f"/cases/{trip.id}/evidence")
    refusals = [(one["reason"], one["refused_at"] is not None) for one in listed["items"]]
    assert sorted(refusals) == [("", False), ("照片不是本单元", True)]
    city.clock.advance(days=2)
    answer = await prove(city, board["items"][0])
    assert (answer["state"], answer["last_on"]) == ("noticed", "2025-09-24")


async def test_what_is_no_photo_is_not_taken(city: City) -> None:
    trip = await Journey.at(city, "posting")
    path = f"/lobbies/{(await board_of(city, trip))['items'][0]['token']}/evidence"
    for content, code in (
        (b"GIF89a" + bytes(50), "PhotoKindNotTaken"),
        (photo()[:-30], "PhotoUnreadable"),
        (b"\xff\xd8\xff" + bytes(11 * 1024 * 1024), "PhotoTooLarge"),
    ):
        status, body = await upload(city, path, content)
        assert (status, body["code"]) == (422, code)
    assert (await board_of(city, trip))["posted"] == 0


async def test_the_photo_is_kept_for_those_who_judge_it(city: City) -> None:
    """No EXIF, and neither owners nor the insurer see the manager's photos."""
    trip = await Journey.at(city, "posting")
    taken = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret"
    Image.new("RGB", (90, 60), (9, 99, 9)).save(taken, "JPEG", exif=exif)
    answer = await prove(city, (await board_of(city, trip))["items"][0], taken.getvalue())
    path = f"/evidence/{answer['evidence']['id']}/photo"
    for who in ("clerk", "manager", "auditor", "street"):
        status, content = await see(city, who, path)
        assert status == 200 and content.startswith(b"\xff\xd8") and b"secret" not in content
    for who, status in (("other_manager", 404), ("other_street", 404), ("owner1", 403)):
        assert (await see(city, who, path))[0] == status
        assert (await see(city, who, f"/cases/{trip.id}/evidence"))[0] == status
    assert (await see(city, "insurer", path))[0] == 403


async def test_posters_carry_the_public_code_and_that_of_their_lobby(city: City) -> None:
    trip = await Journey.at(city, "posting")
    board = await board_of(city, trip)
    for size in ("A4", "A3"):
        for lobby in board["items"]:
            query = f"unit_id={lobby['unit_id']}&size={size}&dpi=100"
            status, png = await see(city, "manager", f"/cases/{trip.id}/poster.png?{query}")
            assert status == 200
            assert codes_in(png) == {board["public_url"], lobby["evidence_url"]}
        status, pdf = await see(city, "clerk", f"/cases/{trip.id}/poster.pdf?size={size}")
        pages = pages_of(pdf)
        each = {"A4": 2, "A3": 1}[size]
        assert status == 200 and len(pages) == each * len(board["items"])
        for page, lobby in zip(pages[::each], board["items"], strict=True):
            assert lobby["name"] in page and board["check_code"] in page and MISSING not in page
            assert re.search(HEAD, page), "R12.3"
    assert city.last and "attachment" in city.last.headers["content-disposition"]


async def test_who_gets_posters_and_which(city: City) -> None:
    trip = await Journey.at(city, "posting")
    png = f"/cases/{trip.id}/poster.png?dpi=72"
    for who, status in (
        ("owner1", 200),
        ("owner5", 403),
        ("committee", 200),
        ("street", 200),
        ("insurer", 403),
        ("other_manager", 404),
    ):
        assert (await see(city, who, png))[0] == status, who
    elsewhere = city.roll.there.units[0]
    status, body = await see(city, "clerk", f"{png}&unit_id={elsewhere}")
    assert (status, body["code"]) == (404, "LobbyUnknown")
    assert (await see(city, "clerk", f"{png}&page=3"))[0] == 404
    for query in ("dpi=5000", "size=A0", "page=0"):
        assert (await see(city, "clerk", f"/cases/{trip.id}/poster.png?{query}"))[0] == 400


async def test_a_photo_of_the_right_poster_is_recognised_one_of_another_refused(city: City) -> None:
    """R7.2: the system's own proof that it is the wrong lobby starts no period."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    query = f"unit_id={first['unit_id']}&dpi=110"
    _, png = await see(city, "manager", f"/cases/{trip.id}/poster.png?{query}")
    shot = BytesIO()
    with Image.open(BytesIO(png)) as poster:
        wall = Image.new("RGB", (1300, 1700), (150, 140, 130))
        wall.paste(poster.convert("RGB").rotate(3, fillcolor=(150, 140, 130)), (180, 200))
        wall.save(shot, "JPEG", quality=75)
    path = f"/lobbies/{second['token']}/evidence"
    status, body = await upload(city, path, shot.getvalue())
    assert (status, body["code"]) == (422, "PhotoOfOther")
    seen = await prove(city, first, shot.getvalue())
    assert seen["evidence"]["code_seen"] == "match"
    board = (await board_of(city, trip, "owner5"))["items"]
    assert [one["code_seen"] for one in board] == ["match", ""]
    assert (await see(city, "clerk", f"/cases/{trip.id}/evidence?waiting=true"))[1]["items"] == []


async def test_what_a_notice_says_is_frozen_and_names_nobody(city: City) -> None:
    """R7.3, R12.2: later money does not change the paper; names are masked."""
    trip = await Journey.at(city, "noticed")
    public = f"/public/notices/{trip.body['notice']['public_token']}"
    _, before = await city.call("GET", public)
    assert before["pooled_fen"] == 5_000_000 and before["held_fen"] == sum(PREMIUMS)
    for name in ("wait", "register", "contract", "payout", "prepare", "approve"):
        await trip.way()[name]()
    account = await account_for(AccountKind.POOLED, city.roll.here.scope)
    assert account.balance_fen == 5_000_000 - sum(PREMIUMS)
    _, after = await city.call("GET", public)
    assert after["stage"] == "paid"
    changing = {"stage", "stage_title", "stage_meaning", "days_left", "timeline", "objections"}
    assert {k: v for k, v in before.items() if k not in changing} == {
        k: v for k, v in after.items() if k not in changing
    }
    assert city.last is not None
    names = {owner.name for owner in await Owner.all() if len(owner.name) > 1}
    assert [name for name in names if name in city.last.text] == []


async def test_money_for_more_than_those_who_ride_is_said(city: City) -> None:
    """R5.6: the elevator serves one unit, the account is the whole building's."""
    lift = str(city.roll.here.elevators[0])
    trip = await Journey.applied(city, elevator_ids=[lift])
    await trip.sign()
    await trip.accept()
    told = {
        "survey": "现场查勘正常",
        "cover": "故障维修费用",
        "service": "每15日维保一次",
        "elevators": [
            {"elevator_id": lift, "premium_fen": 1, "limit_fen": 2, "deductible_fen": 30_000}
        ],
    }
    await trip.do("insurer", "/plan", told)
    await trip.publish()
    _, said = await city.call("GET", f"/public/notices/{trip.body['notice']['public_token']}")
    assert "本方案电梯仅服务1单元" in said["scope_note"]
    assert said["deductible"] == "每次事故免赔300.00元"
    assert "每15日维保一次" in said["cover"]


async def test_a_poster_printed_again_tells_of_the_pause(city: City) -> None:
    """R7.5, R7.7: no end while paused; afterwards the new end."""
    trip = await Journey.at(city, "noticed")
    city.clock.advance(days=2)
    path, text = f"/cases/{trip.id}/objections", {"text": "保费过高"}
    receipt = await done(city, "owner5", path, text)
    _, pdf = await see(city, "manager", f"/cases/{trip.id}/poster.pdf")
    assert "反对意见截止：暂缓实施中" in pages_of(pdf)[0]
    city.clock.advance(days=3)
    await done(city, "owner5", f"/objections/{receipt['objection_id']}/withdrawal")
    _, pdf = await see(city, "manager", f"/cases/{trip.id}/poster.pdf")
    assert "反对意见截止：2025年9月25日（星期四）24时" in pages_of(pdf)[0]
    assert "现已恢复" in pages_of(pdf)[0]
