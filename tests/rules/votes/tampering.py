"""Published votes changed in every place they can be, one change at a time."""

import copy
from collections import defaultdict
from random import Random
from typing import Any

from rules.log import leaf_hash, tree_head
from rules.votes import receipt_of
from rules.votes.editions import canonical

Json = dict[str, Any]
Path = tuple[str | int, ...]


def paths(value: Any, at: Path = ()) -> dict[str, list[Path]]:
    """Every place in a document by its kind: what it is called, whichever home it is of."""
    found: dict[str, list[Path]] = defaultdict(list)
    if at:
        found[".".join("*" if isinstance(part, int) else part for part in at)].append(at)
    if isinstance(value, list):
        value = dict(enumerate(value))
    for name, part in value.items() if isinstance(value, dict) else ():
        for kind, places in paths(part, (*at, name)).items():
            found[kind] += places
    return found


def _other(chance: Random, value: Any) -> Any:
    """Another value of the same kind, or of another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return chance.choice([value + 1, value - 1, value * 2 + 1, float(value), str(value)])
    if isinstance(value, str):
        at = chance.randrange(len(value) + 1)
        digit = chance.choice([one for one in "0123456789abcdef" if one != value[at : at + 1]])
        return chance.choice([value[:at] + digit + value[at + 1 :], value + digit, None])
    if isinstance(value, list):
        extra = chance.choice([*value, "0" * 64])
        return chance.choice([[*value, extra], value[1:] if value else [extra]])
    return 0 if value is None else {}


def _field(chance: Random, told: Json) -> str:
    places = paths(told)
    kind = chance.choice(sorted(places))
    *way, last = chance.choice(places[kind])
    inside = told
    for part in way:
        inside = inside[part]  # type: ignore[index]
    how = chance.choice(("value", "value", "value", "gone"))
    if how == "gone":
        del inside[last]  # type: ignore[arg-type]
    else:
        inside[last] = _other(chance, inside[last])  # type: ignore[index]
    return f"{how} {kind}"


def _rows(chance: Random, told: Json) -> str:
    """Homes swapped, removed, doubled, or one more, and what one had given to another."""
    homes = told["homes"]
    at, other = chance.randrange(len(homes)), chance.randrange(len(homes))
    how = chance.choice(("swapped", "removed", "doubled", "added", "exchanged", "receipt doubled"))
    if how == "swapped" and at != other:
        homes[at], homes[other] = homes[other], homes[at]
    elif how == "exchanged" and homes[at]["choice"] != homes[other]["choice"]:
        for name in ("state", "choice", "nonce", "receipt", "also", "served"):
            homes[at][name], homes[other][name] = homes[other][name], homes[at][name]
    elif how == "removed":
        del homes[at]
    elif how == "added":
        homes.append(homes[at] | {"nth": len(homes) + 1, "pseudonym": "ZZZZZZZZZZZZ"})
    elif how == "receipt doubled" and homes[at]["receipt"]:
        homes[at]["also"] = sorted([*homes[at]["also"], homes[at]["receipt"]])
    else:
        homes.insert(at, copy.deepcopy(homes[at]))
    return f"rows {how}"


def tampered(chance: Random, document: Json) -> tuple[str, Json]:
    """A copy with one change, and what was changed."""
    while True:
        told = copy.deepcopy(document)
        rows = isinstance(told["homes"], list) and chance.random() < 0.3
        kind = _rows(chance, told) if rows else _field(chance, told)
        if told != document or any(isinstance(part, float) for part in _leaves(told)):
            return kind, told


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    return (
        [leaf for part in value for leaf in _leaves(part)] if isinstance(value, list) else [value]
    )


def forged(chance: Random, document: Json) -> tuple[str, Json]:
    """A full edition that somebody changed with all care: the sums, the outcome, every leaf and
    both fingerprints are made anew, so that it agrees with itself."""
    told = copy.deepcopy(document)
    homes = told["homes"]
    spoken = [home for home in homes if home["state"] == "voted"]
    kind = chance.choice(("choice", "area", "silenced", "nonce", "removed", "question", "terms"))
    one = chance.choice(spoken)
    if kind == "choice":
        one["choice"] = chance.choice([c for c in ("agree", "against") if c != one["choice"]])
    elif kind == "area":
        one["area_cm2"] += 10_000
    elif kind == "silenced":
        one |= {"state": "silent", "choice": "", "nonce": "", "receipt": "", "also": []}
    elif kind == "nonce":
        one["nonce"] = f"{chance.getrandbits(128):032x}"
    elif kind == "removed":
        homes.remove(one)
    elif kind == "question":
        told["vote"]["question"] += "！"
    else:
        told["terms"]["participation"] = ">=1/1000"
    return kind, remade(told)


def remade(told: Json) -> Json:
    """The document with everything that follows from its rows made anew, but sums and outcome."""
    heads: dict[int, int] = {}
    for nth, home in enumerate(told["homes"], start=1):
        home["nth"] = nth
        home["head"] = heads.setdefault(home["head"], len(heads) + 1)
        parts = [nth, home["pseudonym"], home["head"], home["area_cm2"]]
        parts += [int(home["developer_held"]), home["salt"]]
        home["roll_leaf"] = leaf_hash("|".join(map(str, parts)).encode()).hex()
        if home["state"] == "voted":
            said = home["pseudonym"], home["choice"], home["nonce"]
            home["receipt"] = receipt_of(told["vote"]["vote_id"], *said)
    told["roll_root"] = tree_head(bytes.fromhex(one["roll_leaf"]) for one in told["homes"]).hex()
    return told


def sealed(told: Json) -> Json:
    """The document under a fingerprint of its own."""
    lines = []
    for home in told["homes"]:
        row = [home[name] for name in ("pseudonym", "state", "choice", "nonce", "receipt")]
        lines.append("|".join([*row, ",".join(home["also"]), str(int(home["served"]))]))
    lines.append(canonical({"result": told["result"], "withheld": told["withheld"]}))
    outcome = {name: told[name] for name in ("vote", "terms", "roll_root")}
    outcome |= {"passed": told["result"]["passed"], "homes": len(told["homes"])}
    lines.append(canonical(outcome))
    told["record_root"] = tree_head(leaf_hash(line.encode()) for line in lines).hex()
    return told
