"""The month's certificate: everything explained, two people, frozen, made anew. R3.9."""

from typing import Any
from uuid import uuid4

import pytest

from models.base import sql
from sandbox.bank_paper import Exported, Moved
from tests.handlers.banking.desk import MOVES, OPENING, Desk, events_text, on
from tests.pdf_text import pages_of


async def reconciled(desk: Desk) -> None:
    """March in books and bank, matched as far as it goes, the rest explained."""
    await desk.books()
    await desk.post(-2_000, when=on(31), reference="late")
    await desk.march()
    await desk.auto()
    await desk.explain_all()


def certification(made: Any) -> str:
    return f"/reconciliations/{made['id']}/confirmation"


async def test_a_certificate_as_it_is_made(desk: Desk) -> None:
    """Bank 10,720.11 less 20.00 that only the books paid = 10,700.11; books 10,692.34 and 7.77 that
    only the bank got = 10,700.11."""
    await reconciled(desk)
    made = await desk.prepared()
    assert made["number"].startswith("JSTJ-2025-0001") and made["state"] == "draft"
    assert (made["bank_fen"], made["books_fen"]) == (1_072_011, 1_069_234)
    assert made["adjusted_bank_fen"] == made["adjusted_books_fen"] == 1_070_011
    lists = {one["side"]: one for one in made["lists"]}
    assert [item["amount_fen"] for item in lists["bank_in"]["items"]] == [777]
    assert lists["bank_in"]["items"][0]["age_days"] == 11
    assert [item["reason"] for item in lists["books_out"]["items"]] == ["银行次月入账"]
    assert lists["books_in"]["items"] == [] and lists["books_out"]["sum_fen"] == -2_000
    await desk.refused("SamePerson", "POST", certification(made))
    done = await desk.must("POST", certification(made), who="reviewer")
    assert done["state"] == "confirmed" and done["confirmed_by"] != done["entered_by"]
    assert done["sha256"] == made["sha256"] and done["lists"] == made["lists"]
    await desk.refused("EntryNotOpen", "POST", certification(made), who="finance2")


async def test_what_stands_in_the_way(desk: Desk) -> None:
    path = f"{desk.path}/reconciliations"
    month = {"month": "2025-03"}
    answer = await desk.refused("DifferencesUnexplained", "POST", path, month)
    assert "未覆盖" in answer["detail"]
    await desk.books()
    await desk.taken(Exported(MOVES, OPENING, on(1), on(30)))
    await desk.auto()
    await desk.explain_all()
    await desk.refused("DifferencesUnexplained", "POST", path, month)
    await desk.march()
    answer = await desk.refused("DifferencesUnexplained", "POST", path, month)
    assert answer["unexplained"] == 1
    await desk.auto()
    assert (await desk.prepared())["state"] == "draft"
    await desk.refused("MonthCertified", "POST", path, month)
    await desk.refused("Malformed", "POST", path, {"month": "2025-13"})
    await desk.refused("NotFound", "POST", f"/bank-accounts/{uuid4()}/reconciliations", month)


async def test_an_unmatched_opening_stands_in_the_way(desk: Desk) -> None:
    """The books began 1.00 apart: it cannot be explained away, the books are put right."""
    await desk.opening(OPENING + 100)
    quiet = Exported([], OPENING, on(1), on(31))
    await desk.taken(quiet, opening_fen=OPENING)
    await desk.auto()
    await desk.explain_all()
    path = f"{desk.path}/reconciliations"
    await desk.refused("DifferencesUnexplained", "POST", path, {"month": "2025-03"})
    await desk.post(-100, when=on(28, 2), memo="期初差额待查")
    assert (await desk.auto())["matched"] == {"opening": 1}
    assert (await desk.prepared())["adjusted_books_fen"] == OPENING


async def test_what_came_later_explains_itself(desk: Desk) -> None:
    """A payment of 31 March that the bank booked on 2 April was on its way at the month's end."""
    await desk.opening()
    await desk.post(-700, when=on(31))
    moves = [Moved(on(2, 4), -700)]
    await desk.taken(Exported(moves, OPENING, on(1), on(30, 4)))
    assert (await desk.auto())["matched"] == {"opening": 1, "near": 1}
    made = await desk.prepared()
    (item,) = next(one["items"] for one in made["lists"] if one["side"] == "books_out")
    assert item["reason"] == "已于 2025-04-02 核对一致"
    april = await desk.prepared("2025-04")
    assert all(not one["items"] for one in april["lists"])


async def test_what_the_books_had_later_explains_itself_too(desk: Desk) -> None:
    """The bank took a fee on 31 March; the voucher is of 2 April."""
    await desk.opening()
    await desk.post(-700, when=on(2, 4))
    await desk.taken(Exported([Moved(on(31), -700)], OPENING, on(1), on(30, 4)))
    assert (await desk.auto())["matched"] == {"opening": 1, "near": 1}
    made = await desk.prepared()
    (item,) = next(one["items"] for one in made["lists"] if one["side"] == "bank_out")
    assert (item["amount_fen"], item["reason"]) == (-700, "已于 2025-04-02 核对一致")


CHANGES = ["posting", "match", "note"]


@pytest.mark.parametrize("change", CHANGES)
async def test_what_changed_since_it_was_prepared(desk: Desk, change: str) -> None:
    await reconciled(desk)
    made = await desk.prepared()
    if change == "posting":
        await desk.post(1, when=on(15))
    elif change == "match":
        # All were matched at one moment, so their order is by chance; without the opening's match
        # nothing could be certified again.
        found = (await desk.must("GET", f"{desk.path}/matches"))["items"]
        first = next(one for one in found if one["basis"] != "opening")
        await desk.must("POST", f"/bank-matches/{first['id']}/undoing", {"reason": "选错"})
    else:
        (item,) = (await desk.differences(query="&at_bank=true"))["items"]
        body = {"line_ids": [item["line_id"]], "reason": "另一说明"}
        desk.city.clock.advance(minutes=1)
        await desk.must("POST", f"{desk.path}/explanations", body)
    await desk.refused("CertificateOutdated", "POST", certification(made), who="reviewer")
    dropping = f"/reconciliations/{made['id']}/dropping"
    dropped = await desk.must("POST", dropping, {"reason": "重新编制"})
    assert (dropped["state"], dropped["drop_reason"]) == ("dropped", "重新编制")
    await desk.refused("EntryNotOpen", "POST", dropping, {"reason": "重新编制"})
    await desk.refused("EntryNotOpen", "POST", certification(made), who="reviewer")
    await desk.explain_all()
    assert (await desk.certified())["number"].endswith("0002")


async def test_what_a_certificate_rests_on_stays(desk: Desk) -> None:
    await reconciled(desk)
    await desk.certified()
    matches = (await desk.must("GET", f"{desk.path}/matches"))["items"]
    for match in matches:
        path = f"/bank-matches/{match['id']}/undoing"
        await desk.refused("MonthCertified", "POST", path, {"reason": "选错"})
    # What was open then may be matched later, and that undone again.
    desk.city.clock.advance(days=1)
    await desk.post(777, when=on(20), memo="待查")
    assert (await desk.auto())["matched"] == {"day": 1}
    (match,) = (m for m in (await desk.must("GET", f"{desk.path}/matches"))["items"][:1])
    await desk.must("POST", f"/bank-matches/{match['id']}/undoing", {"reason": "选错"})


async def test_no_line_is_added_to_a_certified_month(desk: Desk) -> None:
    """The file of 31 March was made at noon; the month is certified; then comes the rest."""
    late = [*MOVES, Moved(on(31), 55, "午后")]
    await reconciled(desk)
    await desk.certified()
    view = await desk.mapped(await desk.uploaded(Exported(late, OPENING, on(1), on(30, 4))))
    taking = f"/bank-statements/{view['id']}/taking"
    await desk.refused("MonthCertified", "POST", taking, {})
    (row,) = (await desk.must("GET", f"{desk.path}/reconciliations"))["items"]
    revocation = f"/reconciliations/{row['id']}/revocation"
    await desk.refused("Malformed", "POST", revocation, {"reason": " "})
    await desk.must("POST", revocation, {"reason": "补到流水"}, "reviewer")
    await desk.refused("EntryNotOpen", "POST", revocation, {"reason": "补到流水"})
    await desk.must("POST", taking, {})
    await desk.explain_all()
    assert (await desk.certified())["bank_fen"] == 1_072_066
    rows = (await desk.must("GET", f"{desk.path}/reconciliations"))["items"]
    assert sorted(row["state"] for row in rows) == ["confirmed", "dropped"]


async def test_months_are_revoked_from_the_last(desk: Desk) -> None:
    await reconciled(desk)
    await desk.taken(Exported(MOVES, OPENING, on(1, 4), on(30, 4)), opening_fen=1_072_011)
    march = await desk.certified()
    await desk.explain_all("2025-04-30")
    april = await desk.certified("2025-04")
    path, reason = "/reconciliations/{}/revocation", {"reason": "更正"}
    await desk.refused("MonthCertified", "POST", path.format(march["id"]), reason)
    await desk.must("POST", path.format(april["id"]), reason)
    await desk.must("POST", path.format(march["id"]), reason)
    await desk.refused("NotFound", "POST", path.format(uuid4()), reason)
    for what, body in (("confirmation", None), ("dropping", reason)):
        await desk.refused("NotFound", "POST", f"/reconciliations/{uuid4()}/{what}", body)


async def test_the_month_at_a_glance(desk: Desk) -> None:
    """The sum of what is open, then certified; what is posted afterwards is seen."""

    async def glance() -> Any:
        found = await desk.must("GET", "/reconciliations?month=2025-03", who="reviewer")
        return next(i for i in found["items"] if i["bank_account_id"] == str(desk.bank_account))

    await desk.books()
    line = await glance()
    assert (line["state"], line["covered"], line["unexplained"]) == ("open", False, 6)
    await desk.march()
    line = await glance()
    assert line["covered"] and (line["differences"], line["unexplained"]) == (12, 12)
    await desk.auto()
    assert (await glance())["unexplained"] == 1
    await desk.explain_all()
    await desk.certified()
    line = await glance()
    assert (line["state"], line["differences"], line["moved_since"]) == ("confirmed", 1, False)
    await desk.post(1, when=on(15))
    assert (await glance())["moved_since"]
    page = await desk.must("GET", "/reconciliations?month=2025-03&limit=1")
    assert len(page["items"]) == 1
    await desk.refused("Malformed", "GET", "/reconciliations?month=2025-03&after=x")
    await desk.refused("Malformed", "GET", "/reconciliations?month=202503")


async def test_the_paper_says_what_the_certificate_says(desk: Desk) -> None:
    await reconciled(desk)
    for number in range(40):
        await desk.post(10 + number, when=on(28), reference=f"order-{number:03d}")
    await desk.explain_all()
    made = await desk.certified()
    path = f"/reconciliations/{made['id']}/certificate.pdf"
    status, content = await desk.call("GET", path, who="auditor")
    assert status == 200 and content.startswith(b"%PDF")
    text = "".join(pages_of(content))
    for words in (
        "银行存款余额调节表",
        made["number"],
        "10,720.11",
        "已复核",
        "order-039",
        "第2页",
    ):
        assert words in text, words
    assert text.count("调节后余额") == 2
    assert "业主" not in text and "不明来款" not in text
    await desk.refused("NotFound", "GET", f"/reconciliations/{uuid4()}/certificate.pdf")


async def test_names_stay_with_finance_and_audit(desk: Desk) -> None:
    """R12.2: the reviewer certifies without a payer's name; nothing of it is in logs."""
    await reconciled(desk)
    made = await desk.certified()
    status, seen = await desk.call("GET", f"/reconciliations/{made['id']}", who="reviewer")
    assert status == 200 and "业主" not in str(seen) and "不明来款" not in str(seen)
    status, _ = await desk.call("GET", f"{desk.path}/lines", who="reviewer")
    assert status == 403
    text = await events_text()
    assert "ReconciliationCertified" in text and "业主" not in text
    (row,) = await sql("SELECT count(*) AS n FROM message WHERE kind = 'reconciliation_waits'")
    assert row["n"] == 2, "the other of finance and the reviewer, not who prepared it"
