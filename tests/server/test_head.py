"""HEAD, as link checkers and monitors ask: what GET gives, without a body."""

from handlers.route import Operation
from rules.people import Role
from server.operations import TABLE
from tests.world import City

OPEN: list[Operation] = [
    op for op in TABLE if op.reads and Role.PUBLIC in op.who and "{" not in op.path
]


async def test_what_is_public_answers_head_as_get(city: City) -> None:
    for path in ("/health", "/ready", *(op.path for op in OPEN)):
        got = await city.http.get(path)
        head = await city.http.head(path)
        assert head.status_code == got.status_code, path
        assert head.content == b"", path
        assert head.headers["content-type"] == got.headers["content-type"], path
        if "content-length" in got.headers:
            assert int(head.headers["content-length"]) == len(got.content), path


async def test_a_refusal_and_a_file_answer_head_too(city: City) -> None:
    assert (await city.http.head("/cases")).status_code == 401
    token = await city.staff("clerk")
    file = await city.http.head("/cases.xlsx", headers={"Authorization": f"Bearer {token}"})
    assert file.status_code == 200 and file.content == b""
    assert (await city.http.head("/cases/x/withdrawal")).status_code == 405
