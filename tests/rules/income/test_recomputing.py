"""The stand-alone script agrees with the rules on whole years, and sees what was tampered with."""

import csv
import importlib.util
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from rules.income import Attribution, Entry, balance_days, part_by_cut
from tests.conftest import rounds
from tests.rules.income.published import YEAR, Files, Published, random_year, store, written

SCRIPT = Path(__file__).parents[3] / "console/assets/recompute_income.py"
CHUNKS = 4


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recompute_income", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT_MODULE = _load()


def recompute(files: Files, folder: Path, before: str | None = None) -> list[str]:
    found: list[str] = SCRIPT_MODULE.recompute(store(folder, files), before)
    return found


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_it_agrees_with_the_rules_on_a_thousand_years(chunk: int, tmp_path: Path) -> None:
    """R4.1 to R4.8: 1,000 random years, each recomputed from its files to the fen."""
    years = range(1000 * chunk // CHUNKS, 1000 * (chunk + 1) // CHUNKS)
    distributed = carried = reversed_ = 0
    for seed in years:
        published = random_year(Random(seed))
        assert recompute(published.files(), tmp_path / "year") == [], seed
        distributed += published.year.interest.posted_fen > 0
        carried += any(pool.carried_fen for pool in published.year.pools.values())
        reversed_ += any(entry.sign < 0 for entry, _ in published.year.deposits)
    assert min(distributed, carried, reversed_) > len(years) // 10


Cells = dict[str, str]
Change = Callable[[Cells, Random], str]


def _more(cells: Cells, column: str, random: Random) -> str:
    """Another figure: a fen more or less, twice as much, or with the other sign."""
    old = int(cells[column])
    return str(random.choice([one for one in (old + 1, old - 1, 2 * old, -old) if one != old]))


def _later(cells: Cells, column: str, random: Random) -> str:
    return str(date.fromisoformat(cells[column]) + timedelta(days=random.randrange(1, 400)))


def _other(*words: str) -> Callable[[Cells, str, Random], str]:
    return lambda cells, column, random: random.choice([w for w in words if w != cells[column]])


RESULTS = {
    "year.csv": ["value"],
    "rates.csv": [],
    "deposits.csv": [
        *("benchmark_rate_e4", "interest_fen", "due_benchmark_fen", "benchmark_fen"),
        *("value_added_fen", "shortfall_fen", "weight", "left_fen"),
    ],
    "scopes.csv": ["shares_fen", "brought_fen", "posted_fen", "carried_fen", "scopes"],
    "balances.csv": ["change_fen"],
    "homes.csv": ["change_fen"],
    "home_interest.csv": ["interest_fen"],
}
WORDS: dict[str, Callable[[Cells, str, Random], str]] = {
    "sign": _other("1", "-1"),
    "kind": _other("maturity", "early", "demand"),
    "tenor": _other("demand", "3m", "6m", "1y", "2y", "3y"),
    "slices": lambda cells, column, random: cells[column] + " 2031:1",
    "opened_on": _later,
    "to_on": _later,
    "settlement_id": lambda cells, column, random: "",
    "effective_on": lambda cells, column, random: f"{YEAR + 1}-01-01",
}


def test_it_sees_three_hundred_tamperings(tmp_path: Path) -> None:
    """One figure, day or word changed, a row taken out or doubled: each is told. R4.7."""
    told = Counter[str]()
    for seed in range(rounds(300, 1000)):
        files = random_year(Random(seed % 61)).files()
        what = _tamper(files, Random(seed))
        assert recompute(files, tmp_path / "year"), (seed, what)
        told[what.split()[0]] += 1
    assert told.keys() == {"changed", "removed", "doubled"}


def _tamper(files: Files, random: Random) -> str:
    """Change one thing that counts; what it was."""
    while True:
        name = random.choice(sorted(files))
        rows = list(csv.DictReader(files[name].splitlines()))
        at = random.randrange(len(rows))
        act = random.choice(("changed", "changed", "changed", "removed", "doubled"))
        if not _counts(name, rows[at], act):
            continue
        what = f"{act} {name} {rows[at]}"
        if act == "changed":
            columns = [*RESULTS[name], *(WORDS if name == "deposits.csv" else ())]
            column = random.choice(columns)
            rows[at][column] = WORDS.get(column, _more)(rows[at], column, random)
            what += f" {column} {rows[at][column]}"
        elif act == "removed":
            del rows[at]
        else:
            rows.insert(random.randrange(len(rows)), rows[at])
        files[name] = ",".join(rows[0] if rows else ()) + "\n" if not rows else written(rows)
        return what


def _counts(name: str, cells: Cells, act: str) -> bool:
    """Whether without this row, or with another like it, the year would be another one."""
    if name == "rates.csv":
        return act == "doubled"
    if name in ("balances.csv", "homes.csv"):
        # What came after every period, or nothing, makes no difference to anybody.
        return cells["on"] == "" and (act == "changed" or cells["change_fen"] != "0")
    if name == "deposits.csv" and cells["interest_fen"] == "0":
        return False
    if act != "removed":
        # Which year it is shows beside the year before: `--before`.
        return cells.get("name") != "year"
    if name == "home_interest.csv":
        return cells["interest_fen"] != "0"
    if name == "scopes.csv":
        return cells["shares_fen"] != "0" or cells["brought_fen"] != "0"
    return True


def test_alone_and_from_a_zip(tmp_path: Path) -> None:
    """It needs the standard library and nothing else; 0 with OK, or 1 with each difference."""
    files = random_year(Random(7)).files()
    packed = tmp_path / "year.zip"
    for figure, code in ((None, 0), ("posted_fen,1", 1)):
        if figure:
            files["year.csv"] = files["year.csv"].replace("posted_fen,", figure, 1)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, "\ufeff" + text.replace("\n", "\r\n"))
        command = [sys.executable, "-I", "-S", str(SCRIPT), str(packed)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (code, "")
        assert (done.stdout == "OK\n") is (code == 0)
        assert ("年度posted_fen：公布为1" in done.stdout) is (code == 1)


def _merged(files: Files, small: set[str]) -> Files:
    """What the public gets: these scopes as one row, the cut drawn among the others, no homes."""
    files = {name: text for name, text in files.items() if "home" not in name}
    published = {name: list(csv.DictReader(text.splitlines())) for name, text in files.items()}
    for row in published["balances.csv"]:
        row["scope_id"] = "withheld" if row["scope_id"] in small else row["scope_id"]
    merged = {"scope_id": "withheld", "scopes": str(len(small))}
    for column in ("shares_fen", "brought_fen", "posted_fen", "carried_fen"):
        hidden = [row for row in published["scopes.csv"] if row["scope_id"] in small]
        merged[column] = str(sum(int(row[column]) for row in hidden))
    shown = [row for row in published["scopes.csv"] if row["scope_id"] not in small]
    published["scopes.csv"] = [*shown, merged]
    return {name: written(rows) for name, rows in published.items()}


def test_small_scopes_may_be_withheld(tmp_path: Path) -> None:
    """R12.2: with scopes merged into one row the others are still recomputed to the fen, and the
    merged row within what its own balances can give."""
    seen = 0
    for seed in range(120):
        published = random_year(Random(seed))
        scopes = sorted(published.scopes)
        if len(scopes) < 4:
            continue
        small = set(Random(seed).sample(scopes, 2))
        files = published.files()
        deposits = list(csv.DictReader(files["deposits.csv"].splitlines()))
        if any(weight < 0 for weight in _weights(published, small)):
            continue
        for row, (entry, given) in zip(deposits, published.year.deposits, strict=True):
            row["cut_remainder"], row["cut_scope_id"] = _public_cut(published, entry, given, small)
        public = _merged(files | {"deposits.csv": written(deposits)}, small)
        assert recompute(public, tmp_path / "year") == [], seed
        one = next(scope for scope in scopes if scope not in small)
        public["scopes.csv"] = public["scopes.csv"].replace(f"\n{one},1,", f"\n{one},1,1", 1)
        assert recompute(public, tmp_path / "year")
        seen += 1
    assert seen > 20


def _weights(published: Published, small: set[str]) -> list[int]:
    return [
        balance_days(published.scopes[scope], entry.from_on, entry.to_on)
        for entry, _ in published.year.deposits
        for scope in small
    ]


def _public_cut(
    published: Published, entry: Entry[str], given: Attribution[str], small: set[str]
) -> tuple[str, str]:
    """Remainder and id of the last published scope that got a fen more."""
    extras = []
    for scope in published.scopes.keys() - small:
        weight = balance_days(published.scopes[scope], entry.from_on, entry.to_on)
        total = entry.sign * entry.value_added_fen
        part = part_by_cut(total, weight, given.cut, scope)
        if part.extra:
            extras.append((-part.remainder, scope))
    remainder, scope = max(extras, default=(None, ""))
    return ("" if remainder is None else str(-remainder)), scope


def test_the_year_before(tmp_path: Path) -> None:
    """R4.7: what was carried is brought, and nothing is distributed twice."""
    old = random_year(Random(11)).files()
    files = dict(old)
    assert "结息d000上年已经归集" in recompute(files, tmp_path / "b", store(tmp_path / "a", old))
    old["year.csv"] = old["year.csv"].replace(f"year,{YEAR}", f"year,{YEAR - 1}")
    old["deposits.csv"] = old["deposits.csv"].replace("\nd", "\ne")
    rows = list(csv.DictReader(files["scopes.csv"].splitlines()))
    sums = {"brought_fen": 0, "interest_brought_fen": 0}
    for row in csv.DictReader(files["year.csv"].splitlines()):
        if row["name"] in sums:
            sums[row["name"]] = int(row["value"])
    for row in rows:
        row["carried_fen"] = row["brought_fen"]
    old["scopes.csv"] = written(rows)
    figures = [
        {"name": row["name"], "value": sums.get(row["name"].replace("carried", "brought"), 0)}
        if "carried" in row["name"]
        else row
        for row in csv.DictReader(old["year.csv"].splitlines())
    ]
    old["year.csv"] = written(figures)
    assert recompute(files, tmp_path / "b", store(tmp_path / "a", old)) == []
    rows[0]["carried_fen"] = "-1234567"
    old["scopes.csv"] = written(rows)
    found = recompute(files, tmp_path / "b", store(tmp_path / "a", old))
    assert [line for line in found if "上年结转：" in line and "-1234567" in line]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("deposits.csv", "principal_fen", "principal", "缺少列或列重复：principal_fen"),
        ("deposits.csv", "d000,", "d000,,", "列数不对"),
        ("balances.csv", "change_fen", "change_fen\ns01,2024-13-01,5", "on看不懂：2024-13-01"),
        ("balances.csv", "change_fen", "change_fen\ns01,,1e5", "change_fen看不懂：1e5"),
        ("balances.csv", "change_fen", "change_fen\ns01,,１２", "change_fen看不懂"),
        ("balances.csv", "change_fen", "change_fen\n,,12", "scope_id看不懂"),
        ("year.csv", "year,2025", "year,12025", "year.csv不全或年度不对"),
        ("rates.csv", "tenor", "tenor,tenor", "缺少列或列重复：tenor"),
    ],
)
def test_what_cannot_be_read_is_told(
    name: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    files = random_year(Random(3)).files()
    assert old in files[name]
    files[name] = files[name].replace(old, new, 1)
    assert said in "".join(recompute(files, tmp_path / "year"))


@pytest.mark.parametrize("name", ["year.csv", "rates.csv", "deposits.csv", "scopes.csv"])
def test_a_file_that_is_missing_is_told(name: str, tmp_path: Path) -> None:
    files = random_year(Random(3)).files()
    del files[name]
    assert [line for line in recompute(files, tmp_path / "year") if f"{name}无法读取" in line]
    (tmp_path / "no.zip").write_bytes(b"PK no archive")
    found = SCRIPT_MODULE.recompute(str(tmp_path / "no.zip"))
    assert "year.csv无法读取" in found[0]
