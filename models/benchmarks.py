"""The benchmark rates that come with the program, and those the Centre confirmed since. R4.1."""

import csv
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files

from models.base import sql


def shipped() -> list[tuple[str, date, int, str]]:
    """Tenor, first day, rate in ten-thousandths of a percent and source of each shipped row."""
    text = files("rules.income").joinpath("benchmark_rates.csv").read_text(encoding="utf-8")
    return [
        (
            row["tenor"],
            date.fromisoformat(row["since_on"]),
            int(Decimal(row["rate_pct"]) * 10_000),
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]


def _seed() -> tuple[str, str]:
    rows = ", ".join(
        f"(gen_random_uuid(), '{tenor}', '{since}', {rate}, '{source}', 'confirmed', now(), '')"
        for tenor, since, rate, source in shipped()
    )
    return (
        "INSERT INTO benchmark_rate (id, tenor, since_on, rate_e4, source, state, entered_at,"
        " reason)"
        f" VALUES {rows}",
        "DELETE FROM benchmark_rate WHERE entered_by IS NULL",
    )


SEED = _seed()


async def confirmed() -> list[tuple[str, date, int]]:
    """Tenor, first day and rate (ten-thousandths of a percent) of every confirmed row."""
    return [(tenor, since_on, rate_e4) for tenor, since_on, rate_e4, _ in await known()]


async def known() -> list[tuple[str, date, int, datetime | None]]:
    """The same, with the moment at which each was confirmed; None for those shipped."""
    rows = await sql(
        "SELECT tenor, since_on, rate_e4, confirmed_at FROM benchmark_rate"
        " WHERE state = 'confirmed' ORDER BY tenor, since_on"
    )
    return [(row["tenor"], row["since_on"], row["rate_e4"], row["confirmed_at"]) for row in rows]
