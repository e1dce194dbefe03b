"""Matching over HTTP: suggested, by itself, by hand, undone; never twice. R3.9."""

import asyncio
import io
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook

from models.base import sql
from sandbox.bank_paper import Exported, Moved
from tests.handlers.banking.desk import MARCH, OPENING, Desk, events_text, on


async def ids(desk: Desk) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Open lines and postings by amount."""
    found: tuple[dict[int, list[str]], dict[int, list[str]]] = ({}, {})
    for item in (await desk.differences("2025-09-15"))["items"]:
        side = found[0] if item["line_id"] else found[1]
        side.setdefault(item["amount_fen"], []).append(item["line_id"] or item["posting_id"])
    return found


async def test_what_is_certain_is_matched_by_itself(desk: Desk) -> None:
    """Two of one amount by their numbers, the premium two days apart, the interest in two parts;
    what nobody can name is left."""
    await desk.books()
    await desk.march()
    found = await desk.auto()
    assert found["matched"] == {"opening": 1, "reference": 2, "group": 1, "near": 1}
    assert (found["lines_left"], found["postings_left"]) == (1, 0)
    left = (await desk.differences())["items"]
    assert [(item["amount_fen"], item["side"]) for item in left] == [(777, "bank_in")]
    again = await desk.auto()
    assert again == {"matched": {}, "lines_left": 1, "postings_left": 0}
    pairs = await sql(
        "SELECT l.reference, j.memo FROM bank_match m JOIN bank_matched a ON a.match_id = m.id"
        " JOIN bank_line l ON l.id = a.line_id JOIN bank_matched b ON b.match_id = m.id"
        " JOIN ledger_posting p ON p.id = b.posting_id JOIN ledger_journal j ON j.id = p.journal_id"
        " WHERE m.basis = 'reference'"
    )
    assert all(row["reference"] in row["memo"] for row in pairs) and len(pairs) == 2


async def test_suggestions_say_their_ground(desk: Desk) -> None:
    await desk.books()
    await desk.march()
    await desk.post(50_000, when=on(4))
    page = await desk.must("GET", f"{desk.path}/suggestions?limit=2")
    rest = await desk.must("GET", f"{desk.path}/suggestions?after={page['next']}")
    items = [*page["items"], *rest["items"]]
    grounds = sorted((item["basis"], item["sure"]) for item in items)
    assert grounds == [("group", True), ("near", True), ("reference", True), ("reference", True)]
    (group,) = (item for item in items if item["basis"] == "group")
    assert sorted(one["amount_fen"] for one in group["postings"]) == [234, 1_000]
    assert group["lines"][0]["memo"] == "结息" and group["basis_title"] == "同日同批合计一致"
    unsure = await desk.must("GET", f"{desk.path}/suggestions?sure=false")
    assert unsure["items"] == []


async def test_two_alike_are_left_to_a_person(desk: Desk) -> None:
    moves = [Moved(on(3), 500, "缴款"), Moved(on(3), 500, "缴款")]
    await desk.march(moves, 0)
    await desk.post(500, when=on(3))
    await desk.post(500, when=on(3))
    assert (await desk.auto())["matched"] == {}
    unsure = (await desk.must("GET", f"{desk.path}/suggestions?sure=false"))["items"]
    assert len(unsure) == 4 and all(item["basis"] == "day" for item in unsure)
    lines, postings = await ids(desk)
    view = await desk.match(lines[500], postings[500])
    assert (view["basis"], view["amount_fen"], len(view["items"])) == ("hand", 1_000, 4)


async def test_what_does_not_fit_is_refused(desk: Desk) -> None:
    await desk.books()
    await desk.march()
    lines, postings = await ids(desk)
    path = f"{desk.path}/matches"
    one, other = {"line_ids": lines[777]}, {"posting_ids": postings[-30_000]}
    answer = await desk.refused("MatchUnequal", "POST", path, one | other)
    assert "7.77" in answer["detail"] and "-300.00" in answer["detail"]
    await desk.refused("MatchUnequal", "POST", path, one)
    await desk.refused("NotFound", "POST", path, {})
    await desk.refused("NotFound", "POST", path, {"line_ids": [str(uuid4())]})
    await desk.refused("NotFound", "POST", path, one | {"posting_ids": lines[777]})
    pair = {"line_ids": lines[-30_000], "posting_ids": postings[-30_000]}
    made = await desk.must("POST", path, pair)
    await desk.refused("AlreadyMatched", "POST", path, pair)
    explained = {"line_ids": lines[-30_000], "reason": "说明"}
    await desk.refused("AlreadyMatched", "POST", f"{desk.path}/explanations", explained)
    undoing = f"/bank-matches/{made['id']}/undoing"
    undone = await desk.must("POST", undoing, {"reason": "选错"})
    assert undone["undone_at"] and undone["undone_by"]
    await desk.refused("MatchNotFound", "POST", undoing, {"reason": "选错"})
    await desk.refused("MatchNotFound", "POST", f"/bank-matches/{uuid4()}/undoing", {"reason": "x"})
    await desk.must("POST", path, pair)
    history = await desk.must("GET", f"{desk.path}/matches?limit=1")
    older = await desk.must("GET", f"{desk.path}/matches?after={history['next']}")
    assert [bool(m["undone_at"]) for m in (*history["items"], *older["items"])].count(True) == 1
    standing = await desk.must("GET", f"{desk.path}/matches?undone=false")
    assert len(standing["items"]) == 1


async def test_a_journal_and_its_reversal_cancel(desk: Desk) -> None:
    """In one month by itself; over two months only by hand."""
    wrong = await desk.post(9_900, when=on(5))
    await desk.reverse(wrong, on(6))
    late = await desk.post(8_800, when=on(30))
    await desk.reverse(late, on(1, 4))
    await desk.march([Moved(on(5), 9_900)], 0)
    found = await desk.auto()
    assert found["matched"] == {"reversal": 1} and found["lines_left"] == 1
    _, postings = await ids(desk)
    view = await desk.match(postings=[*postings[8_800], *postings[-8_800]])
    assert (view["basis"], view["amount_fen"], view["to_on"]) == ("reversal", 0, "2025-04-01")


async def test_the_opening_balance_but_for_what_the_bank_had_not_seen(desk: Desk) -> None:
    path = f"{desk.path}/matching/opening"
    await desk.refused("StatementNotReady", "POST", path, {})
    await desk.opening()
    await desk.post(-5_000, when=on(28, 2))
    await desk.march()
    assert "opening" not in (await desk.auto())["matched"]
    answer = await desk.refused("MatchUnequal", "POST", path, {})
    assert (answer["bank_fen"], answer["books_fen"]) == (OPENING, OPENING - 5_000)
    assert (await desk.differences())["opening_fen"] == OPENING
    _, postings = await ids(desk)
    await desk.refused("NotFound", "POST", path, {"except_posting_ids": [str(uuid4())]})
    view = await desk.must("POST", path, {"except_posting_ids": postings[-5_000]})
    assert (view["basis"], view["amount_fen"]) == ("opening", OPENING)
    await desk.refused("AlreadyMatched", "POST", path, {})
    found = await desk.differences()
    assert found["opening_fen"] == 0
    assert [i["amount_fen"] for i in found["items"] if i["posting_id"]] == [-5_000]


async def test_a_line_named_in_a_voucher_is_found(desk: Desk) -> None:
    """Nobody can say whose it is: it is booked as 待查款项 with the line's id, and matches."""
    await desk.march([Moved(on(3), 777), Moved(on(3), 777, "另一笔")], 0)
    lines, _ = await ids(desk)
    await desk.post(777, when=on(3), memo=f"待查 {lines[777][1]}")
    assert (await desk.auto())["matched"] == {"reference": 1}
    assert (await ids(desk))[0][777] == lines[777][:1]


async def test_what_is_not_looked_at_may_be_the_other_candidate(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two postings that could be the line only the first is looked at: nothing is certain."""
    await desk.march([Moved(on(3), 500, "缴款")], 0)
    await desk.post(500, when=on(3))
    await desk.post(500, when=on(3))
    monkeypatch.setattr("handlers.banking.suggest_matches.LOOKED_AT", 2)
    assert (await desk.auto())["matched"] == {}
    monkeypatch.setattr("handlers.banking.suggest_matches.LOOKED_AT", 3)
    assert (await desk.auto())["matched"] == {}


async def test_two_clerks_at_once_use_nothing_twice(desk: Desk) -> None:
    """Twelve requests for overlapping pairs, and two automatic ones: each line and each posting
    stands in one match at most."""
    moves = [Moved(on(n), 500, f"缴款{n}") for n in range(3, 9)]
    await desk.march(moves, 0)
    for _ in moves:
        await desk.post(500, when=on(5))
    lines, postings = await ids(desk)
    path = f"{desk.path}/matches"
    pairs = [(line, postings[500][n % 3]) for n, line in enumerate(lines[500])] * 2
    answers = await asyncio.gather(
        *(
            desk.call("POST", path, {"line_ids": [line], "posting_ids": [posting]}, who)
            for (line, posting), who in zip(pairs, ["finance", "finance2"] * 6, strict=True)
        ),
        desk.call("POST", f"{desk.path}/matching/auto", who="finance2"),
        desk.call("POST", f"{desk.path}/matching/auto"),
    )
    codes = [answer.get("code") for status, answer in answers if status >= 400]
    assert set(codes) == {"AlreadyMatched"}
    twice = await sql(
        "SELECT coalesce(line_id, posting_id) FROM bank_matched WHERE live GROUP BY 1"
        " HAVING count(*) > 1"
    )
    assert twice == []
    assert sum(status == 201 for status, _ in answers[:12]) == 3


async def test_reasons_are_kept_and_the_newest_stands(desk: Desk) -> None:
    await desk.march()
    lines, _ = await ids(desk)
    (line,) = lines[777]
    for reason in ("银行错账", "已联系银行"):
        body = {"line_ids": [line], "reason": reason}
        await desk.must("POST", f"{desk.path}/explanations", body)
        desk.city.clock.advance(hours=1)
    found = await desk.must("GET", f"{desk.path}/explanations?line_id={line}")
    assert [one["reason"] for one in found["items"]] == ["已联系银行", "银行错账"]
    items = (await desk.differences(query="&explained=true"))["items"]
    assert [(i["line_id"], i["reason"], i["age_days"]) for i in items] == [(line, "已联系银行", 11)]
    assert len((await desk.differences(query="&explained=false&at_bank=true"))["items"]) == 4
    assert (await desk.differences(query="&at_bank=false"))["items"] == []
    await desk.refused("NotFound", "GET", f"{desk.path}/explanations?line_id={uuid4()}")
    path = f"{desk.path}/explanations"
    await desk.refused("NotFound", "POST", path, {"reason": "x", "line_ids": [str(uuid4())]})
    await desk.refused("Malformed", "POST", path, {"reason": " ", "line_ids": [line]})
    text = await events_text()
    assert "已联系银行" not in text.split("DifferenceExplained")[0] and "业主" not in text


async def test_differences_go_page_by_page_and_out_as_a_sheet(desk: Desk) -> None:
    await desk.books()
    await desk.march()
    seen, cursor = [], ""
    while True:
        path = f"{desk.path}/differences?until=2025-03-31&limit=3&after={cursor}"
        page = await desk.must("GET", path)
        seen += page["items"]
        if not (cursor := page["next"]):
            break
    assert seen == (await desk.differences())["items"] and len(seen) == 11
    sheet = f"{desk.path}/differences.xlsx?until=2025-03-31"
    status, content = await desk.call("GET", sheet, who="auditor")
    assert status == 200
    book = load_workbook(io.BytesIO(content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 12 and ("银行已付、企业未付", "2025-03-10") in [row[:2] for row in rows]
    assert rows[0] == (
        "类别",
        "日期",
        "账龄（天）",
        "金额（元）",
        "编号",
        "对方户名",
        "摘要",
        "对方入账日期",
        "说明",
        "说明时间",
    )


LISTS = "lines differences explanations suggestions matches statements reconciliations"


@pytest.mark.parametrize("name", LISTS.split())
async def test_no_list_of_an_account_goes_on_from_a_place_that_is_none(
    desk: Desk, name: str
) -> None:
    await desk.refused("Malformed", "GET", f"{desk.path}/{name}?after=x")
    await desk.refused("NotFound", "GET", f"/bank-accounts/{uuid4()}/{name}")


@pytest.mark.parametrize("seed", range(4))
async def test_the_difference_is_always_the_sum_of_the_differences(desk: Desk, seed: int) -> None:
    """Random books and statements, matched by themselves and by hand and undone: on every day
    books - bank = postings only the books have - lines only the bank has - opening - gaps."""
    chance = Random(seed)
    moves = [
        Moved(on(chance.randint(1, 31)), chance.choice([100, 200, -50, 300]), f"第{n}笔")
        for n in range(25)
    ]
    await desk.opening(OPENING + chance.choice([0, 5]))
    for move in moves:
        if chance.random() < 0.7:
            when = on(min(31, move.on.day + chance.randint(0, 3)))
            await desk.post(move.amount_fen, when=when)
    await desk.taken(Exported(moves, OPENING, on(1), on(20)))
    if chance.random() < 0.5:
        await desk.taken(Exported(moves, OPENING, on(24), on(31)), "b.csv", accept_gap=True)
    await the_sums_agree(desk)
    await desk.auto()
    await the_sums_agree(desk)
    lines, postings = await ids(desk)
    for fen in set(lines) & set(postings):
        await desk.match([chance.choice(lines[fen])], [chance.choice(postings[fen])])
    await the_sums_agree(desk)
    made = (await desk.must("GET", f"{desk.path}/matches?limit=200"))["items"]
    for match in chance.sample(made, len(made) // 3):
        await desk.must("POST", f"/bank-matches/{match['id']}/undoing", {"reason": "试"})
    await the_sums_agree(desk)


async def the_sums_agree(desk: Desk) -> None:
    for day in (1, 2, 10, 20, 22, 25, 31):
        found: dict[str, Any] = await desk.differences(str(on(day)))
        only = sum(
            item["amount_fen"] if item["posting_id"] else -item["amount_fen"]
            for item in found["items"]
        )
        beyond = found["opening_fen"] + sum(gap["amount_fen"] for gap in found["gaps"])
        assert found["books_fen"] - found["bank_fen"] == only - beyond, day


async def test_another_accounts_lines_are_not_for_this_one(desk: Desk) -> None:
    """Ids of another bank account are unknown here."""
    await desk.march()
    lines, _ = await ids(desk)
    other = UUID(int=desk.bank_account.int ^ 1)
    await sql(
        "INSERT INTO bank_account (id, bank, number, title, main, account_id, created_at)"
        " SELECT $1, bank, '2', title, false, gen_random_uuid(), created_at FROM bank_account"
        " WHERE id = $2",
        other,
        desk.bank_account,
    )
    body = {"line_ids": lines[777]}
    await desk.refused("NotFound", "POST", f"/bank-accounts/{other}/matches", body)
    assert MARCH[0] == on(1)
