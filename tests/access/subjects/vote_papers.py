"""Paper in a vote, proxies, named co-owners, service, and sheets: who is let in. R2.6, R8.3, R8.5.

The vote is elsewhere: what it does stays out of the way of the one case here.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from models.base import jsonb, sql
from models.roll import Ownership
from models.sealed import PERSON_PHONE
from rules.cases import State
from rules.days import beijing_date
from tests.access.row import CENTRE, PEOPLE, REASON, Row
from tests.builders import case_in
from tests.world import City

KEYERS = "clerk clerk2 reviewer"
READERS = f"{KEYERS} auditor"
THERE = "elsewhere other_manager"
SEES = f"{THERE} insurer other_street {CENTRE}"
VOTE = {"vote_id": "paper_vote_id"}
BATCH = {"batch_id": "ballot_batch_id"}
PHONE = "13800000005"


def _batch(scene: Any) -> dict[str, Any]:
    return {
        "received_at": scene.city.clock().isoformat(),
        "file_ids": [scene.paper()],
        "lines": [{"home_id": scene.ids["free_home_id"], "choice": "agree"}],
    }


def _proxy(scene: Any) -> dict[str, Any]:
    return {
        "home_id": scene.ids["free_home_id"],
        "holder_phone": PHONE,
        "matter": "就本次表决投票",
        "file_id": scene.paper(),
    }


def _naming(scene: Any) -> dict[str, Any]:
    return {"owner_id": scene.ids["co_owner_id"], "file_id": scene.paper()}


def _service(scene: Any) -> dict[str, Any]:
    homes = [scene.ids["free_home_id"]]
    return {"home_ids": homes, "file_id": scene.paper(), "how": "in_person"}


def _withdrawal(scene: Any) -> dict[str, Any]:
    return {"home_ids": [scene.ids["free_home_id"]], "reason": "录错"}


def _contest(scene: Any) -> dict[str, Any]:
    return {"home_id": scene.ids["given_home_id"]}


KEYED = {"lines": [{"nth": 1, "choice": "agree"}]}
# What is entered was entered by the first clerk: somebody else confirms it.

AFTER = ("special",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /votes/{vote_id}/paper": Row("clerk clerk2", "free", ids=VOTE),
    "GET /votes/{vote_id}/paper": Row(KEYERS, "free", ids=VOTE),
    "GET /votes/{vote_id}/paper.pdf": Row("clerk clerk2", "free", ids=VOTE, slow=True),
    "GET /votes/{vote_id}/papers/{paper_token}": Row(KEYERS, "free", ids=VOTE),
    "POST /votes/{vote_id}/ballot-batches": Row("clerk clerk2", "free", _batch, ids=VOTE),
    "GET /votes/{vote_id}/ballot-batches": Row(
        READERS, "free", ids=VOTE, finds=READERS, thing="ballot_batch_id"
    ),
    "GET /ballot-batches/{batch_id}": Row(READERS, "free", ids=BATCH),
    "PUT /ballot-batches/{batch_id}/lines": Row("clerk", "free", KEYED, ids=BATCH),
    "POST /ballot-batches/{batch_id}/confirmation": Row(
        "clerk2 reviewer", "free", KEYED, ids=BATCH
    ),
    "POST /ballot-batches/{batch_id}/dropping": Row(KEYERS, "free", REASON, ids=BATCH),
    "GET /ballot-batches/{batch_id}/receipts.pdf": Row(
        "clerk clerk2", "free", ids={"batch_id": "ballot_taken_id"}, slow=True
    ),
    "POST /votes/{vote_id}/proxies": Row("clerk clerk2", "free", _proxy, ids=VOTE),
    # Owner5 holds it, elsewhere gave it.
    "GET /votes/{vote_id}/proxies": Row(
        f"{PEOPLE} {READERS}",
        "free",
        ids=VOTE,
        finds=f"elsewhere owner5 {READERS}",
        thing="proxy_id",
    ),
    "POST /proxies/{proxy_id}/confirmation": Row("clerk2 reviewer", "free"),
    "POST /proxies/{proxy_id}/dropping": Row(KEYERS, "free", REASON),
    "POST /proxies/{proxy_id}/ending": Row(f"elsewhere owner5 {KEYERS}", "free", REASON),
    "POST /homes/{home_id}/representative": Row(
        "clerk clerk2", "free", _naming, ids={"home_id": "shared_home_id"}
    ),
    "GET /representatives": Row(
        f"{PEOPLE} {READERS}",
        "free",
        finds=f"elsewhere {READERS}",
        thing="representative_id",
    ),
    "POST /representatives/{representative_id}/confirmation": Row("clerk2 reviewer", "free"),
    "POST /representatives/{representative_id}/dropping": Row(KEYERS, "free", REASON),
    "POST /representatives/{representative_id}/ending": Row(f"elsewhere {KEYERS}", "free", REASON),
    "POST /votes/{vote_id}/service/withdrawals": Row(
        "other_manager clerk clerk2", "free", _withdrawal, ids=VOTE
    ),
    "GET /votes/{vote_id}/service/entries": Row(
        f"other_manager {READERS}",
        "free",
        ids=VOTE,
        finds=f"other_manager {READERS}",
        thing="service_id",
    ),
    "GET /service-entries/{service_id}": Row(f"other_manager {READERS}", "free"),
    "POST /service-entries/{service_id}/confirmation": Row("clerk2 reviewer", "free"),
    "POST /service-entries/{service_id}/dropping": Row(KEYERS, "free", REASON),
    "POST /votes/{vote_id}/service/contests": Row(
        "elsewhere other_manager", "free", _contest, ids=VOTE
    ),
    "POST /votes/{vote_id}/service": Row("other_manager clerk clerk2", "free", _service, ids=VOTE),
    "GET /votes/{vote_id}/service": Row(f"other_manager {READERS}", "free", ids=VOTE),
    "GET /votes/{vote_id}/service/homes": Row(f"other_manager {READERS}", "free", ids=VOTE),
    "GET /votes/{vote_id}/poster.pdf": Row(SEES, "free", ids=VOTE, slow=True),
    "GET /votes/{vote_id}/poster.png": Row(SEES, "free", ids=VOTE, slow=True),
    "GET /votes/{vote_id}/result.pdf": Row(
        SEES, "free", ids={"vote_id": "counted_vote_id"}, slow=True
    ),
}

_NONE = {"heads": 0, "area_cm2": 0}
_SHARES = ("total", "participating", "agree", "against", "abstain")
_HOMES = ("participating", "conflict", "silent", "followed")
RESULT = {
    "passed": False,
    "split_heads": 0,
    "dropped_papers": 0,
    "reasons": ["结论：未通过"],
    **{name: _NONE for name in _SHARES},
    **{f"{name}_homes": 0 for name in _HOMES},
}


async def vote(city: City) -> str:
    """A vote of the other community, asked for by its manager."""
    roll, manager = city.roll, city.roll.people["other_manager"]
    case = await case_in(
        State.PLANNED,
        replace(roll, here=roll.there),
        city.clock(),
        flow="household",
        applicant="manager",
        applicant_id=str(manager.person_id),
        signers=(),
    )
    made = await city.must("POST", f"/cases/{case.id}/votes", await city.staff("clerk"), {})
    return str(made["id"])


async def ids(city: City) -> dict[str, Any]:
    """A vote with paper out, a batch that waits and one that was taken, a proxy and a naming that
    wait; another vote that was counted."""
    roll, token, other = city.roll, await city.staff("clerk"), await city.staff("clerk2")
    await shared(city)
    given, free, taken = sorted(
        roll.there.homes.values(), key=lambda home: home not in roll.people["elsewhere"].homes
    )
    found: dict[str, Any] = {"paper_vote_id": await vote(city)}
    path = f"/votes/{found['paper_vote_id']}"
    await city.must("POST", f"{path}/paper", token)
    rows = await sql(
        "SELECT paper_token FROM vote_home WHERE vote_id = $1 AND home_id = $2",
        UUID(found["paper_vote_id"]),
        free,
    )
    batches = []
    for home in (given, taken):
        body = {
            "received_at": city.clock().isoformat(),
            "file_ids": [await city.paper("clerk")],
            "lines": [{"home_id": str(home), "choice": "agree"}],
        }
        batches.append((await city.must("POST", f"{path}/ballot-batches", token, body))["id"])
    await city.must("POST", f"/ballot-batches/{batches[1]}/confirmation", other, KEYED)
    await holder(city)
    proxy = {
        "home_id": str(given),
        "owner_id": str(roll.people["elsewhere"].owner_id),
        "holder_phone": PHONE,
        "matter": "就本次表决投票",
        "file_id": await city.paper("clerk"),
    }
    naming = {"owner_id": proxy["owner_id"], "file_id": proxy["file_id"]}
    path_of_home = f"/homes/{given}/representative"
    found |= {
        "paper_token": rows[0]["paper_token"],
        "free_home_id": str(free),
        "given_home_id": str(given),
        "service_id": await served(city, path, given, free),
        "ballot_batch_id": batches[0],
        "ballot_taken_id": batches[1],
        "proxy_id": (await city.must("POST", f"{path}/proxies", token, proxy))["id"],
        "representative_id": (await city.must("POST", path_of_home, token, naming))["id"],
        "shared_home_id": str(roll.here.homes["1-301"]),
        "co_owner_id": str(roll.people["co_owner3"].owner_id),
        "counted_vote_id": await counted(city),
    }
    return found


async def served(city: City, path: str, given: UUID, free: UUID) -> str:
    """Service on one home is proven, on the other it waits."""
    made = []
    for home in (given, free):
        file_id = await city.paper("clerk")
        proof = {"home_ids": [str(home)], "file_id": file_id, "how": "in_person"}
        made.append(await city.must("POST", f"{path}/service", await city.staff("clerk"), proof))
    first, waits = (str(one["id"]) for one in made)
    other = await city.staff("clerk2")
    await city.must("POST", f"/service-entries/{first}/confirmation", other)
    return waits


async def counted(city: City) -> str:
    """Another vote, whose result is there."""
    vote_id = await vote(city)
    await sql(
        "UPDATE vote SET state = 'counted', counted_at = count_at, result = $2::jsonb"
        " WHERE id = $1",
        UUID(vote_id),
        jsonb(RESULT),
    )
    return vote_id


async def holder(city: City) -> None:
    """Owner5 proved a phone number."""
    await sql(
        "UPDATE person SET phone_index = $2, phone_cipher = $3 WHERE id = $1",
        city.roll.people["owner5"].person_id,
        city.vault.blind_index(f"phone:{PHONE}"),
        city.vault.encrypt(PHONE, PERSON_PHONE.of(city.roll.people["owner5"].person_id)),
    )


async def shared(city: City) -> None:
    """The other community's first home gets a second owner."""
    one, two = (city.roll.people[name] for name in ("elsewhere", "elsewhere2"))
    await Ownership.filter(owner_id=one.owner_id).update(share_bps=5000)
    since = beijing_date(city.clock())
    await Ownership.create(
        home_id=one.homes[0], owner_id=two.owner_id, share_bps=5000, from_on=since
    )
