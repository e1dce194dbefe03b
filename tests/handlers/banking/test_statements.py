"""Statements over HTTP: looked at, mapped, checked, taken once. R3.9, R12.4."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest

from models.base import sql
from sandbox.bank_paper import Exported, Moved, at_moment, commercial_xlsx
from tests.handlers.banking.desk import MARCH, MOVES, OPENING, Desk, events_text, on

ASKED = Exported(MOVES, OPENING, *MARCH)


async def test_a_file_is_looked_at_and_columns_are_proposed(desk: Desk) -> None:
    view = await desk.uploaded(ASKED)
    assert (view["state"], view["layout_from"], view["heading_row"]) == ("mapping", "titles", 5)
    assert view["columns"][0] == {
        "place": 0,
        "title": "交易日期",
        "samples": ["20250303", "20250303", "20250310", "20250320"],
    }
    assert view["layout"]["received"] == 4 and view["layout"]["paid"] == 3
    assert (view["from_on"], view["to_on"]) == ("2025-03-01", "2025-03-31")
    assert view["preview"][0][0] == "示例商业银行吉首支行对公账户明细清单"


@pytest.mark.parametrize("name", ["a.xlsx", "b.csv"])
async def test_a_statement_is_checked_and_taken(desk: Desk, name: str) -> None:
    """10,000.00 + 500 + 500 - 300 + 7.77 + 12.34 = 10,720.11."""
    view = await desk.mapped(await desk.uploaded(ASKED, name))
    assert (view["state"], view["lines_total"], view["faults"]) == ("ready", 5, [])
    assert (view["opening_fen"], view["closing_fen"]) == (OPENING, 1_072_011)
    assert await desk.lines() == []
    view = await desk.must("POST", f"/bank-statements/{view['id']}/taking", {})
    assert (view["state"], view["lines_known"]) == ("taken", 0)
    lines = await desk.lines()
    assert [(line["on"], line["amount_fen"]) for line in lines if line["amount_fen"] < 1_000] == [
        ("2025-03-10", -30_000),
        ("2025-03-20", 777),
    ]
    assert lines[-1] == {
        "id": lines[-1]["id"],
        "statement_id": view["id"],
        "on": "2025-03-31",
        "amount_fen": 1_234,
        "balance_fen": 1_072_011,
        "reference": "LX0331",
        "counterparty": "",
        "memo": "结息",
        "match_id": None,
    }


async def test_the_layout_is_remembered_by_its_titles(desk: Desk) -> None:
    first = await desk.uploaded(ASKED)
    layout = {**first["layout"], "counterparty": 7, "memo": []}
    path = f"/bank-statements/{first['id']}"
    await desk.must("PUT", f"{path}/mapping", {"layout": layout})
    assert (await desk.uploaded(ASKED))["layout_from"] == "titles"
    await desk.must("POST", f"{path}/taking", {})
    again = await desk.uploaded(ASKED)
    assert (again["layout_from"], again["layout"]) == ("remembered", layout)
    assert (await desk.uploaded(ASKED, "b.csv"))["layout_from"] == "titles"


async def test_overlapping_files_of_two_banks_bring_each_line_once(desk: Desk) -> None:
    """At noon of the third two lines alike; the whole month later, in the other bank's paper."""
    twins = [replace(MOVES[0]), replace(MOVES[0]), *MOVES[1:]]
    noon = at_moment(twins[:2], datetime(2025, 3, 3, 12))[:1]
    await desk.taken(Exported(noon, OPENING, on(1), on(3)))
    view = await desk.taken(Exported(twins, OPENING, *MARCH), "b.csv")
    assert (view["lines_total"], view["lines_known"]) == (6, 1)
    view = await desk.taken(Exported(twins, OPENING, on(2), on(20)))
    assert view["lines_known"] == view["lines_total"] == 5
    assert len(await desk.lines()) == 6
    assert (await desk.differences())["bank_fen"] == 1_122_011


async def test_a_faulty_file_names_its_rows_and_cannot_be_taken(desk: Desk) -> None:
    moves = [replace(move, on=on(16, 9)) if move.amount_fen == 777 else move for move in MOVES]
    view = await desk.uploaded(Exported(moves, OPENING, on(1), on(30, 9)))
    view = await desk.mapped(view)
    assert (view["state"], view["faults_total"]) == ("faulty", 1)
    assert view["faults"] == [{"row": 10, "reason": "日期在今天之后"}]
    path = f"/bank-statements/{view['id']}"
    await desk.refused("StatementNotReady", "POST", f"{path}/taking", {})
    again = await desk.must("GET", path)
    assert again == view
    view = await desk.must("POST", f"{path}/dropping")
    assert (view["state"], view["columns"], view["preview"]) == ("dropped", [], [])
    await desk.refused("StatementNotReady", "POST", f"{path}/dropping")
    body = {"layout": {"day": 0, "amount": 1}}
    await desk.refused("StatementNotReady", "PUT", f"{path}/mapping", body)


async def test_a_statement_of_another_account_is_not_taken(desk: Desk) -> None:
    """The title block names the account; however it is parted."""
    other = await desk.uploaded(replace(ASKED, number="6200 0000 0000 0009"))
    view = await desk.mapped(other)
    assert view["state"] == "faulty"
    assert view["faults"] == [{"row": 0, "reason": "对账单是账号尾号 0009 的，不是本账户的"}]
    own = await desk.uploaded(replace(ASKED, number="6200-0000-0000-0001"))
    assert (await desk.mapped(own))["state"] == "ready"


async def test_a_layout_that_is_not_enough(desk: Desk) -> None:
    view = await desk.uploaded(ASKED)
    path = f"/bank-statements/{view['id']}/mapping"
    answer = await desk.refused("LayoutIncomplete", "PUT", path, {"layout": {"day": 0}})
    assert "两列" in answer["detail"]
    body = {"layout": {"day": 0, "amount": 1}, "heading_row": 40}
    await desk.refused("LayoutIncomplete", "PUT", path, body)
    await desk.refused("Malformed", "PUT", path, {"layout": {}})
    await desk.refused("NotFound", "PUT", f"/bank-statements/{uuid4()}/mapping", body)


async def test_a_heading_that_nobody_knows_is_named_by_hand(desk: Desk) -> None:
    text = "某行的单子\n甲,乙,丙\n2025-03-01,1.00,x\n"
    status, view = await desk.send("c.csv", text.encode())
    assert status == 201 and (view["heading_row"], view["layout"]["day"]) == (0, None)
    assert view["preview"][1] == ["甲", "乙", "丙"]
    body: dict[str, Any] = {"layout": {"day": 0, "amount": 1}, "opening_fen": 5}
    path = f"/bank-statements/{view['id']}/mapping"
    await desk.refused("LayoutIncomplete", "PUT", path, body)
    view = await desk.must("PUT", path, body | {"heading_row": 2})
    assert (view["state"], view["closing_fen"]) == ("ready", 105)
    assert [column["title"] for column in view["columns"]] == ["甲", "乙", "丙"]


async def test_what_is_no_table_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    status, answer = await desk.send("a.xlsx", b"%PDF-1.4")
    assert (status, answer["code"]) == (422, "UnreadableSheet")
    status, answer = await desk.send("a.csv", b"\r\n" * 0 + b" ")
    assert status == 201
    status, answer = await desk.send("a.csv", ("日期,金额,摘要\n" * 21_001).encode())
    assert (status, answer["code"]) == (422, "TooManyRows")
    view = await desk.uploaded(ASKED)
    monkeypatch.setattr("rules.banking.statements.LINES_MAX", 2)
    body = {"layout": view["layout"]}
    await desk.refused("TooManyRows", "PUT", f"/bank-statements/{view['id']}/mapping", body)


async def test_a_gap_must_be_accepted(desk: Desk) -> None:
    """February is missing: 5.00 came in then."""
    moves = [Moved(on(20, 2), 500), *MOVES]
    january = Exported(moves, OPENING, on(1, 1), on(31, 1))
    await desk.taken(january, opening_fen=OPENING)
    view = await desk.mapped(await desk.uploaded(Exported(moves, OPENING, *MARCH)))
    assert view["gaps"] == [{"on": "2025-03-03", "amount_fen": 500}] and view["state"] == "ready"
    path = f"/bank-statements/{view['id']}/taking"
    await desk.refused("StatementOverlaps", "POST", path, {})
    view = await desk.must("POST", path, {"accept_gap": True})
    assert view["gap_accepted"]
    found = await desk.differences()
    assert found["gaps"] == [{"on": "2025-03-03", "amount_fen": 500}]
    await desk.taken(Exported(moves, OPENING, on(1, 2), on(2, 3)))
    assert (await desk.differences())["gaps"] == []


async def test_two_files_that_contradict_each_other(desk: Desk) -> None:
    """The second was checked before the first was taken: it is judged again when it is."""
    other = [move for move in MOVES if move.amount_fen != 777]
    late = await desk.mapped(await desk.uploaded(Exported(other, OPENING, *MARCH)))
    assert late["state"] == "ready"
    await desk.march()
    path = f"/bank-statements/{late['id']}"
    answer = await desk.refused("StatementOverlaps", "POST", f"{path}/taking", {})
    assert "2025-03-20" in answer["detail"]
    view = await desk.mapped(late | {"layout": late["layout"]})
    assert view["state"] == "faulty" and view["faults"][0]["row"] == 0


async def test_an_earlier_statement_ends_the_match_of_the_opening(desk: Desk) -> None:
    await desk.opening()
    await desk.march()
    assert (await desk.auto())["matched"]["opening"] == 1
    await desk.taken(Exported([], OPENING, on(1, 2), on(28, 2)), opening_fen=OPENING)
    assert (await desk.differences())["opening_fen"] == OPENING
    assert (await desk.auto())["matched"]["opening"] == 1
    await desk.explain_all()
    await desk.certified()
    early = Exported([], OPENING, on(1, 1), on(31, 1))
    view = await desk.mapped(
        await desk.uploaded(early), opening_fen=OPENING, from_on="2025-01-01", to_on="2025-01-31"
    )
    await desk.refused("MonthCertified", "POST", f"/bank-statements/{view['id']}/taking", {})


async def test_lists_go_on_page_by_page(desk: Desk) -> None:
    await desk.march()
    await desk.uploaded(ASKED)
    page = await desk.must("GET", f"{desk.path}/statements?limit=1")
    assert len(page["items"]) == 1 and page["next"]
    after = await desk.must("GET", f"{desk.path}/statements?limit=1&after={page['next']}")
    states = {one["items"][0]["state"] for one in (page, after)}
    assert states == {"mapping", "taken"} and not after["next"]
    seen, cursor = [], ""
    while True:
        found = await desk.must("GET", f"{desk.path}/lines?limit=2&after={cursor}")
        seen += found["items"]
        if not (cursor := found["next"]):
            break
    assert [line["id"] for line in seen] == [line["id"] for line in await desk.lines()]
    narrow = await desk.lines("?from_on=2025-03-04&to_on=2025-03-20")
    assert [line["amount_fen"] for line in narrow] == [-30_000, 777]
    assert len(await desk.lines("?q=缴维修")) == 2 and len(await desk.lines("?q=LX0331")) == 1
    await desk.refused("Malformed", "GET", f"{desk.path}/lines?after=x")


async def test_nothing_personal_in_logs_and_a_sealed_file(desk: Desk) -> None:
    await desk.march()
    text = await events_text()
    assert "StatementTaken" in text
    assert "业主" not in text and "示例保险" not in text and "不明来款" not in text
    (row,) = await sql("SELECT content FROM file WHERE owner_kind = 'bank_statement'")
    sent = commercial_xlsx(ASKED)
    assert bytes(row["content"])[:4] != sent[:4]


async def test_only_finance_acts_and_audit_reads(desk: Desk) -> None:
    view = await desk.uploaded(ASKED)
    for who in ("auditor", "reviewer", "clerk", "administrator"):
        files = {"file": ("a.csv", b"x", "text/csv")}
        status, _ = await desk.call("POST", f"{desk.path}/statements", who=who, files=files)
        assert status == 403
        status, _ = await desk.call("GET", f"/bank-statements/{view['id']}", who=who)
        assert (status == 200) is (who == "auditor")
    await desk.refused("NotFound", "GET", f"/bank-accounts/{uuid4()}/statements")
    await desk.refused("NotFound", "GET", f"/bank-statements/{uuid4()}")
    await desk.refused("NotFound", "POST", f"/bank-statements/{uuid4()}/taking", {})
    await desk.refused("NotFound", "POST", f"/bank-statements/{uuid4()}/dropping")
    missing = await desk.city.call(
        "POST",
        f"/bank-accounts/{uuid4()}/statements",
        await desk.city.staff("finance"),
        files={"file": ("a.csv", "日期,金额,摘要\n".encode(), "text/csv")},
    )
    assert missing[0] == 404 and date(2025, 3, 1) in MARCH
