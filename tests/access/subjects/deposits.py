"""Rates, bank accounts, rounds, deposits and advices: who is let in. R4.1 to R4.4, section 1."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from models.deposits import BankAccount, Deposit, PlacementOffer, PlacementRound
from rules.income import maturity
from tests.access.row import EVERYBODY, PAPERS, REASON, Row, Sent
from tests.handlers.deposits.desk import advised, placed, reversing, settled, terms
from tests.handlers.objecting import done
from tests.world import City

FINANCE = "finance finance2"
READERS = f"{PAPERS} {FINANCE}"
DECIDES = "clerk2 reviewer finance finance2"
# Everything is entered by `finance`, who may not confirm it.
SECOND = "finance2 reviewer"
CONFIRMS = f"{FINANCE} reviewer"
FEN = 1_000

ADVICES = Sent("结息清单.csv", "text/csv", "存款编号,结息单号,入账日期,利息\n".encode)
ADVICE = {"advice_number": "JX-9", "credited_on": "2025-07-01", "interest_fen": 20}


def _deposit(scene: Any) -> dict[str, Any]:
    return terms(scene.ids["custody"], code="CK-9", principal_fen=FEN)


def _offer(scene: Any) -> dict[str, Any]:
    now = scene.city.clock().isoformat()
    return {"bank": "丁银行", "rate_e4": 19_000, "received_at": now}


def _round(scene: Any) -> dict[str, Any]:
    closes_at = (scene.city.clock() + timedelta(days=1)).isoformat()
    return {"title": "闲置资金", "amount_fen": FEN, "tenor": "1y", "closes_at": closes_at}


def _award(scene: Any) -> dict[str, Any]:
    return {"offer_id": scene.ids["closed_offer"]}


def _of(name: str, key: str) -> dict[str, str]:
    return {name: key}


AFTER = ("banking",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    # --- the benchmark table: proposed by a clerk, decided by another, read by everybody
    "GET /public/benchmark-rates": Row(EVERYBODY),
    "GET /benchmark-rates": Row(READERS, finds=READERS, thing="rate_id"),
    "GET /benchmark-rates/{rate_id}": Row(READERS),
    "POST /benchmark-rates": Row(
        "clerk clerk2",
        body={"tenor": "2y", "since_on": "2025-09-01", "rate_e4": 15_000, "source": "公告"},
    ),
    "POST /benchmark-rates/{rate_id}/confirmation": Row(DECIDES),
    "POST /benchmark-rates/{rate_id}/dropping": Row(f"clerk {DECIDES}", body=REASON),
    # --- bank accounts with their numbers: the Centre's
    "GET /bank-accounts": Row(READERS, finds=READERS, thing="custody"),
    "POST /bank-accounts": Row(
        FINANCE, body={"bank": "示例银行", "number": "77770001", "holder": "存款户"}
    ),
    "POST /bank-accounts/{bank_account_id}/closing": Row(
        FINANCE, ids=_of("bank_account_id", "idle_account")
    ),
    # --- placement rounds: announced and awarded by finance, decided by another
    "GET /public/placement-rounds": Row(EVERYBODY),
    "GET /placement-rounds": Row(READERS, finds=READERS, thing="round_id"),
    "GET /placement-rounds/{round_id}": Row(READERS),
    "POST /placement-rounds": Row(FINANCE, body=_round),
    "POST /placement-rounds/{round_id}/offers": Row(FINANCE, body=_offer),
    "POST /placement-offers/{offer_id}/withdrawal": Row(FINANCE),
    "POST /placement-rounds/{round_id}/award": Row(
        FINANCE, body=_award, ids=_of("round_id", "closed_round")
    ),
    "POST /placement-rounds/{round_id}/decision": Row(
        SECOND, body={"approve": True}, ids=_of("round_id", "proposed_round")
    ),
    "POST /placement-rounds/{round_id}/cancellation": Row(FINANCE, body=REASON),
    # --- deposits: entered by finance, confirmed by another
    "GET /deposits": Row(READERS, finds=READERS, thing="running_deposit"),
    "GET /deposits/{deposit_id}": Row(READERS, ids=_of("deposit_id", "running_deposit")),
    "POST /deposits": Row(FINANCE, body=_deposit),
    "POST /deposits/{deposit_id}/confirmation": Row(SECOND, ids=_of("deposit_id", "draft_deposit")),
    "POST /deposits/{deposit_id}/dropping": Row(
        CONFIRMS, body=REASON, ids=_of("deposit_id", "draft_deposit")
    ),
    "GET /deposits/taking-over": Row(READERS),
    "POST /deposits/taking-over": Row(FINANCE),
    "POST /deposits/taking-over/confirmation": Row(SECOND),
    "POST /deposits/taking-over/dropping": Row(CONFIRMS, body=REASON),
    "POST /deposits/{deposit_id}/taking-over/confirmation": Row(
        SECOND, ids=_of("deposit_id", "taking_deposit")
    ),
    "POST /deposits/{deposit_id}/taking-over/dropping": Row(
        CONFIRMS, body=REASON, ids=_of("deposit_id", "taking_deposit")
    ),
    # --- the bank's advices: entered by finance, confirmed and undone by another
    "GET /deposits/{deposit_id}/advices/preview": Row(
        READERS, query="?credited_on=2025-07-01", ids=_of("deposit_id", "running_deposit")
    ),
    "POST /deposits/{deposit_id}/advices": Row(
        FINANCE, body=ADVICE, ids=_of("deposit_id", "running_deposit")
    ),
    "POST /settlements/file": Row(FINANCE, body=ADVICES),
    "GET /settlements": Row(READERS, finds=READERS, thing="draft_settlement"),
    "GET /settlements/{settlement_id}": Row(READERS, ids=_of("settlement_id", "draft_settlement")),
    "POST /settlements/{settlement_id}/confirmation": Row(
        SECOND, ids=_of("settlement_id", "draft_settlement")
    ),
    "POST /settlements/{settlement_id}/dropping": Row(
        CONFIRMS, body=REASON, ids=_of("settlement_id", "draft_settlement")
    ),
    "POST /settlements/{settlement_id}/reversals": Row(
        FINANCE, body=REASON, ids=_of("settlement_id", "posted_settlement")
    ),
    "POST /settlements/{settlement_id}/reversals/{reversal_id}/confirmation": Row(
        SECOND, ids=_of("settlement_id", "reversing_settlement")
    ),
    "POST /settlements/{settlement_id}/reversals/{reversal_id}/dropping": Row(
        CONFIRMS, body=REASON, ids=_of("settlement_id", "reversing_settlement")
    ),
}


async def _round_at(city: City, hours: int, state: str, by: UUID | None) -> tuple[str, str]:
    """A round that closes in so many hours, with one offer; the ids of both."""
    now = city.clock()
    row = await PlacementRound.create(
        number=f"JYCF-{uuid4().hex[:8]}",
        title="闲置资金",
        amount_fen=FEN,
        tenor="1y",
        announced_at=now - timedelta(days=3),
        closes_at=now + timedelta(hours=hours),
        state=state,
        created_by=city.roll.accounts["finance"],
        proposed_by=by,
    )
    offer = await PlacementOffer.create(
        round_id=row.id,
        bank="甲银行",
        rate_e4=18_000,
        received_at=now - timedelta(days=2),
        entered_by=city.roll.accounts["finance"],
        entered_at=now - timedelta(days=2),
    )
    if state == "proposed":
        await PlacementRound.filter(id=row.id).update(offer_id=offer.id)
    return str(row.id), str(offer.id)


async def _imported(
    code: str, state: str, custody: BankAccount, by: UUID | None, now: datetime
) -> str:
    opened_on = date(2024, 7, 1)
    row = await Deposit.create(
        code=code,
        bank=custody.bank,
        bank_account=custody.number,
        principal_fen=FEN,
        tenor="1y",
        opened_on=opened_on,
        matures_on=maturity(opened_on, "1y"),
        agreed_rate_e4=19_500,
        benchmark_rate_e4=15_000,
        method="terms",
        state=state,
        entered_by=by,
        entered_at=now if by else None,
    )
    return str(row.id)


async def ids(city: City) -> dict[str, str]:
    """A rate that waits; rounds collecting, closed and proposed; a deposit in every state, and
    advices that wait, stand and are to be undone. The small roll's bank account pays."""
    finance = city.roll.accounts["finance"]
    custody = await BankAccount.filter(account_id=city.roll.bank).first()
    if custody is None:
        custody = await BankAccount.create(
            bank="示例银行",
            number="999900001",
            title="专户",
            account_id=city.roll.bank,
            created_at=city.clock(),
        )
    body = {"bank": "示例银行", "number": "66660001", "holder": "存款户"}
    idle = await done(city, "finance", "/bank-accounts", body)
    rate = {"tenor": "1y", "since_on": "2025-09-01", "rate_e4": 12_500, "source": "公告"}
    proposed = await done(city, "clerk", "/benchmark-rates", rate)
    open_round, offer = await _round_at(city, 9_000, "open", None)
    closed_round, closed_offer = await _round_at(city, -1, "open", None)
    proposed_round, _ = await _round_at(city, -1, "proposed", finance)
    await _imported("DR-1", "listed", custody, None, city.clock())
    taking = await _imported("DR-2", "taking", custody, finance, city.clock())
    key = str(custody.id)
    paths = [await placed(city, key, code=f"CK-{number}", principal_fen=FEN) for number in range(4)]
    draft = await done(city, "finance", "/deposits", terms(key, code="CK-8", principal_fen=FEN))
    waits = await advised(city, paths[1], interest_fen=20)
    stands, undone = [await settled(city, path, interest_fen=20) for path in paths[2:]]
    reversal = (await reversing(city, undone)).rsplit("/", 1)[1]
    return {
        "custody": key,
        "idle_account": idle["id"],
        "rate_id": proposed["id"],
        "round_id": open_round,
        "offer_id": offer,
        "closed_round": closed_round,
        "closed_offer": closed_offer,
        "proposed_round": proposed_round,
        "running_deposit": paths[0].rsplit("/", 1)[1],
        "draft_deposit": draft["id"],
        "taking_deposit": taking,
        "reversal_id": reversal,
        "draft_settlement": waits.rsplit("/", 1)[1],
        "posted_settlement": stands.rsplit("/", 1)[1],
        "reversing_settlement": undone.rsplit("/", 1)[1],
    }
