"""Papers sent before they are named in an act: what is taken, and who may read it. R12.2."""

from typing import Any

from models.cases import Case, Document
from rules.cases import State
from tests.builders import case_in
from tests.handlers.objecting import see, token
from tests.journey import Journey, photo
from tests.papers.test_pdfs import paper
from tests.world import City

PAPER = paper()


async def send(city: City, who: str, content: bytes, name: str = "材料.pdf") -> tuple[int, Any]:
    files = {"file": (name, content, "application/octet-stream")}
    return await city.call("POST", "/files", await token(city, who), files=files)


async def reads(city: City, who: str, file_id: str) -> tuple[int, Any]:
    """Reading a paper: staff say why and come with their ticket, persons just open it."""
    path, reason = f"/files/{file_id}", {"reason": "核对材料"}
    if who not in city.roll.accounts:
        return await see(city, who, path)
    status, told = await city.call("POST", f"{path}/reading", await token(city, who), reason)
    return (
        await see(city, who, f"{path}?ticket={told['ticket']}") if status == 201 else (status, told)
    )


async def opens(city: City, who: str, file_id: str) -> int:
    """The status of reading it."""
    return (await reads(city, who, file_id))[0]


async def test_papers_and_photos_are_taken_and_given_back(city: City) -> None:
    status, paper = await send(city, "owner1", PAPER)
    assert (status, paper["media_type"], paper["size"]) == (201, "application/pdf", len(PAPER))
    assert paper["sha256"] == paper["original_sha256"] and paper["width"] is None
    status, content = await see(city, "owner1", f"/files/{paper['id']}")
    assert (status, content) == (200, PAPER)
    assert city.last is not None
    assert city.last.headers["content-disposition"].startswith("attachment;")
    assert city.last.headers["x-content-type-options"] == "nosniff"
    status, taken = await send(city, "insurer", photo(), "../../etc/票据.jpg")
    assert (status, taken["media_type"], taken["sent_name"]) == (201, "image/jpeg", "票据.jpg")
    assert taken["name"] == "材料-20250915.jpg"
    assert taken["sha256"] != taken["original_sha256"] and taken["width"] == 64


async def test_what_is_not_attached_is_read_by_its_sender_alone(city: City) -> None:
    _, paper = await send(city, "owner1", PAPER)
    assert await opens(city, "owner1", paper["id"]) == 200
    for who in ("owner2", "manager", "insurer", "clerk", "auditor", "administrator", "stranger"):
        assert await opens(city, who, paper["id"]) == 404, who
    assert (await city.call("GET", f"/files/{paper['id']}"))[0] == 401
    assert (await city.call("POST", "/files"))[0] == 401


async def test_papers_of_a_case_are_read_by_those_it_concerns(city: City) -> None:
    """Owners of the scope read the contract; the administrator's work needs no paper. R12.6."""
    trip = await Journey.at(city, "contracted")
    _, listed = await see(city, "owner5", f"/cases/{trip.id}/documents")
    contract = next(one["file"]["id"] for one in listed["items"] if one["kind"] == "contract")
    for who, status in (
        ("owner5", 200),
        ("insurer", 200),
        ("finance", 200),
        ("bureau", 200),
        ("administrator", 404),
        ("elsewhere", 404),
        ("other_insurer", 404),
        ("other_manager", 404),
        ("stranger", 404),
    ):
        assert await opens(city, who, contract) == status, who
    for who in ("clerk", "insurer", "bureau"):
        _, body = await see(city, who, f"/files/{contract}")
        assert body["code"] == "FileSealed", who


async def test_a_paper_of_many_cases_is_read_by_who_sees_one(city: City) -> None:
    """However many files it lies in, and wherever the one stands among them."""
    there = {"scope_id": city.roll.there.scope, "community_id": city.roll.there.community}
    _, paper = await send(city, "other_manager", PAPER)
    now = city.clock()
    for nth in range(60):
        case = await case_in(State.WITHDRAWN, city.roll, now)
        if nth != 11:
            await Case.filter(id=case.id).update(**there)
        await Document.create(
            case_id=case.id,
            file_id=paper["id"],
            kind="contract",
            added_by=case.created_by,
            added_at=now,
        )
    assert await opens(city, "owner1", paper["id"]) == 200
    assert await opens(city, "stranger", paper["id"]) == 404


async def test_an_objectors_attachment_is_not_the_managers_to_read(city: City) -> None:
    """R7.8."""
    trip = await Journey.at(city, "noticed")
    _, paper = await send(city, "owner5", PAPER)
    written = {"text": "见附件", "file_ids": [paper["id"]]}
    owner = await city.login("owner5")
    assert (await city.call("POST", f"/cases/{trip.id}/objections", owner, written))[0] == 201
    for who in ("manager", "committee", "insurer", "owner1", "finance", "bureau", "administrator"):
        assert await opens(city, who, paper["id"]) == 404, who
    assert await opens(city, "reviewer", paper["id"]) == 200


async def test_refused_papers_leave_nothing(city: City) -> None:
    status, body = await send(city, "owner1", b"MZ" + bytes(50))
    assert (status, body["code"]) == (422, "PhotoKindNotTaken")
    status, body = await send(city, "owner1", PAPER + b"more")
    assert (status, body["code"]) == (422, "FileKindNotTaken")


async def test_files_are_shown_by_name_and_kind(city: City) -> None:
    """Wherever an answer names a file: in a plan as in somebody's papers, one by one or several."""
    trip = await Journey.at(city, "accepted")
    paper = await city.paper("insurer")
    elevators = [
        {"elevator_id": str(one), "premium_fen": 100, "limit_fen": 5_000_000}
        for one in city.roll.here.elevators
    ]
    told = {"survey": "正常", "cover": "维修", "elevators": elevators, "file_ids": [paper]}
    await trip.do("insurer", "/plan", told)
    (shown,) = trip.body["plan"]["files"]
    assert (shown["id"], shown["name"], shown["media_type"], shown["file_class"]) == (
        paper,
        "保险方案-20250915.pdf",
        "application/pdf",
        "case",
    )
    assert shown["size"] > 0
    listed = await city.must("GET", "/appointments", await city.login("manager"))
    assert listed["items"][0]["file"].keys() == shown.keys()
