"""What one may send in a day, and what was never attached goes. R12.6."""

from datetime import timedelta

import pytest

from models.base import sql
from rules.files import PARTY, VISITOR, WORKER, Quota, Sent, exceeded, quota_of
from rules.people import Role
from tests.handlers.test_files import PAPER, send
from tests.journey import Journey, photo
from tests.world import City


def test_who_speaks_for_a_home_may_send_more_than_a_stranger() -> None:
    visitor = frozenset({Role.PUBLIC, Role.PERSON})
    assert quota_of(visitor) == VISITOR
    assert quota_of(visitor | {Role.OWNER}) == PARTY
    assert quota_of(frozenset({Role.CLERK})) == WORKER


@pytest.mark.parametrize(
    ("sent", "size", "told"),
    [
        (Sent(1, 10, 10), 5, ""),
        (Sent(2, 10, 10), 5, "2 份"),
        (Sent(1, 100, 0), 1 << 20, "1 MB"),
        (Sent(1, 0, 100), 1 << 20, "尚未使用"),
    ],
)
def test_each_bound_is_told(sent: Sent, size: int, told: str) -> None:
    quota = Quota(files=2, size=1 << 20, open_size=1 << 20)
    assert told in exceeded(quota, sent, size)
    assert bool(exceeded(quota, sent, size)) == bool(told)


async def test_a_stranger_cannot_fill_the_database(city: City) -> None:
    """Six hundred uploads by a log-in without a home leave no more than its day's share."""
    taken = 0
    for _ in range(VISITOR.files + 3):
        status, body = await send(city, "stranger", photo(), "a.jpg")
        taken += status == 201
        assert status in (201, 429), body
    assert taken == VISITOR.files
    assert body["code"] == "TooManyAttempts" and "一天内" in body["detail"]
    assert city.last is not None and int(city.last.headers["retry-after"]) == 3600
    assert (await send(city, "owner1", photo(), "a.jpg"))[0] == 201


async def test_what_was_never_attached_goes_after_a_day(city: City) -> None:
    trip = await Journey.at(city, "noticed")
    _, left = await send(city, "owner5", PAPER)
    _, used = await send(city, "owner5", PAPER)
    written = {"text": "见附件", "file_ids": [used["id"]]}
    owner = await city.login("owner5")
    await city.must("POST", f"/cases/{trip.id}/objections", owner, written)
    city.clock.advance(hours=23)
    await city.due()
    assert len(await _there(left["id"], used["id"])) == 2
    city.clock.advance(hours=2)
    await city.due()
    assert await _there(left["id"], used["id"]) == [used["id"]]
    _, body = await city.call("GET", f"/files/{left['id']}", owner)
    assert body["code"] == "NotFound"


async def _there(*file_ids: str) -> list[str]:
    rows = await sql("SELECT id::text FROM file WHERE id::text = ANY($1)", list(file_ids))
    return [row["id"] for row in rows]


async def test_a_paper_is_of_one_class(city: City) -> None:
    """What was sent for a claim is no paper of a case, nor the other way round."""
    trip = await Journey.at(city, "noticed")
    paper = await city.paper("owner5")
    owner = await city.login("owner5")
    role = {
        "community_id": str(city.roll.here.community),
        "role": "committee",
        "name": "张三",
        "body_name": "示例业委会",
        "file_id": paper,
        "from_on": city.clock().date().isoformat(),
        "to_on": (city.clock().date() + timedelta(days=300)).isoformat(),
    }
    await city.must("POST", "/appointments", owner, role)
    written = {"text": "见附件", "file_ids": [paper]}
    status, body = await city.call("POST", f"/cases/{trip.id}/objections", owner, written)
    assert (status, body["code"]) == (404, "NotFound")
    assert "另一类事项" in body["detail"]
