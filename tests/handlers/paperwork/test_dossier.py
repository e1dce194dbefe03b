"""The file of a case: everything in it, page by page, and proven. R9.6, R12.3, R12.6."""

import hashlib
import json
import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf

from models.base import sql
from rules.conditions import anniversary
from rules.log import included, leaf_hash
from tests.handlers.paperwork.counter import issue, token_of
from tests.journey import PREMIUMS, Journey
from tests.world import City


async def taken(trip: Journey, who: str, ending: str) -> bytes:
    """The case's file as this one gets it, after saying why."""
    token = await token_of(trip, who)
    path = f"/cases/{trip.id}/dossier"
    made = await trip.city.must("POST", f"{path}/reading", token, {"reason": "归档"})
    await trip.city.must("GET", f"{path}.{ending}?ticket={made['ticket']}", token)
    assert trip.city.last is not None
    return trip.city.last.content


def some_pdf(pages: int) -> bytes:
    """A PDF as an insurer sends it, of so many pages of another size."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(700, 500))
    out = BytesIO()
    made.save(out, linearize=False)
    return out.getvalue()


async def filed(city: City) -> Journey:
    """A paid case with papers issued, photos, a contract of three pages and an objection's file."""
    trip = await Journey.at(city, "registered")
    files = {"file": ("合同.pdf", some_pdf(3), "application/pdf")}
    status, sent = await city.call("POST", "/files", await token_of(trip, "owner1"), files=files)
    assert status == 201, sent
    start = city.clock().date() + timedelta(days=3)
    signed = {
        "number": "HT-2025-001",
        "from_on": start.isoformat(),
        "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
        "amount_fen": sum(PREMIUMS),
        "file_id": sent["id"],
    }
    await trip.do("owner1", "/contract", signed)
    for kind in ("application", "acceptance", "registration"):
        await issue(trip, "clerk", kind)
    await trip.payout()
    await trip.prepare()
    await trip.approve()
    await issue(trip, "finance", "payment_notice")
    await city.due()
    return trip


async def test_a_cases_file_is_whole_and_proven(city: City) -> None:
    """One PDF of numbered pages; the zip's hashes and the log's proofs hold for a stranger."""
    trip = await filed(city)
    with zipfile.ZipFile(BytesIO(await taken(trip, "auditor", "zip"))) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    manifest: dict[str, Any] = json.loads(inside.pop("清单.json"))
    assert {one["name"]: one["sha256"] for one in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in inside.items()
    }
    with pikepdf.open(BytesIO(inside["卷宗.pdf"])) as pdf:
        assert len(pdf.pages) == manifest["pages"] > 12
    proofs = json.loads(inside["日志.json"])
    head, shown = proofs["head"], 0
    for one in proofs["entries"]:
        if one["proof"] is None:
            continue
        path = [bytes.fromhex(text) for text in one["proof"]["hashes"]]
        leaf = leaf_hash(bytes.fromhex(one["hash"]))
        root = bytes.fromhex(head["root_hash"])
        assert included(leaf, one["proof"]["leaf_index"], head["tree_size"], path, root)
        shown += 1
    assert shown > 10


async def test_what_one_may_not_read_is_a_sheet_that_says_so(city: City) -> None:
    """The clerk's file has no payment notice; a ticket is for one download of one's own."""
    trip = await filed(city)
    with zipfile.ZipFile(BytesIO(await taken(trip, "clerk", "zip"))) as archive:
        manifest = json.loads(archive.read("清单.json"))
    *_, kept_back = manifest["not_bound"]
    assert kept_back["title"].startswith("划款通知书") and "无权查阅" in kept_back["why"]
    token = await token_of(trip, "clerk")
    path = f"/cases/{trip.id}/dossier"
    for ending in ("pdf", "zip"):
        status, said = await city.call("GET", f"{path}.{ending}", token)
        assert (status, said["code"]) == (409, "FileSealed")
    made = await city.must("POST", f"{path}/reading", token, {"reason": "归档"})
    once = f"{path}.pdf?ticket={made['ticket']}"
    assert (await city.call("GET", once, await token_of(trip, "finance")))[0] == 409
    assert (await city.call("GET", once, token))[0] == 200
    assert (await city.call("GET", once, token))[0] == 409
    rows = await sql("SELECT why FROM log_event WHERE kind = 'CaseFileTaken'")
    assert [row["why"] for row in rows] == ["归档", "归档"]
