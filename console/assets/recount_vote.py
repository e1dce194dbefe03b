#!/usr/bin/env python3
"""复核业主表决的计票记录。只用 Python 3.10 以上的标准库，不用本系统的任何程序。

用法： python3 recount_vote.py record.json [--roll-root 名册指纹] [--root 记录指纹]
                              [--receipt 回执]
名册指纹在表决公告上，记录指纹在结果公告上；请照纸面输入，只核对文件自带的指纹不能发现整份换过的
文件。回执在投票时取得。格式和算法见 published_vote.txt。
退出码：0 全部一致；1 有不一致；2 文件读不下去。
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
Sums = dict[str, Counter[str]]
CHOICES = {"agree": "同意", "against": "反对", "abstain": "弃权"}
HASH, SALT = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{32}")
THRESHOLD = re.compile("(>=|>)([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
SHARE: Json = {"heads": int, "area_cm2": int}
WHY = "参与表决的业主不足{}人，为保护个人信息只公布结果"
KNOWN = ("elevator-vote-record", 1)
NOBODY = {"heads": 0, "area_cm2": 0}
CONCEALED = ("head", "area_cm2", "developer_held", "salt")


def shape(words: str, kind: Any) -> Json:
    """这些字段都是这一种。"""
    return dict.fromkeys(words.split(), kind)


BY_CHOICE = dict.fromkeys(CHOICES, SHARE)
TOP: Json = {
    "format": str,
    "edition": ("public", "full", "outcome"),
    **shape("roll_root record_root", HASH),
    "version": int,
    "vote": {**shape("vote_id question purpose opened_at ends_at counted_at", str), "round": int},
    "terms": {
        **shape("participation agreement", THRESHOLD),
        "silence": ("not_counted", "follows_majority"),
        "split_owner": ("neutral_head", "no_head"),
        "min_group": int,
    },
}
HOME: Json = {
    **shape("pseudonym nonce receipt", str),
    "state": ("voted", "conflict", "silent"),
    "choice": (*CHOICES, ""),
    "roll_leaf": HASH,
    **dict.fromkeys(CONCEALED),
    "nth": int,
    "also": [HASH],
    "served": bool,
}
COUNTS = "split_heads participating_homes conflict_homes silent_homes followed_homes"
RESULT: Json = {
    **shape("total participating", SHARE),
    **BY_CHOICE,
    **shape(COUNTS, int),
    "passed": bool,
    "reasons": [str],
}
WITHHELD: Json = {
    **shape("homes heads area_cm2 split_heads", int),
    **BY_CHOICE,
    "waiting": shape("homes heads area_cm2", int),
}
RECORD: Json = {**TOP, "homes": [HOME], "withheld": WITHHELD, "result": RESULT}
OUTCOME: Json = {**TOP, "passed": bool, "homes": int, "proof": [HASH], "why": str}


class Unreadable(Exception):
    """文件不是这种格式。"""


class Findings(list[str]):
    """发现的每一处不一致。"""

    def same(self, what: str, told: object, computed: object) -> None:
        if told != computed or type(told) is not type(computed):
            self.append(f"{what}：文件为{told}，重新计算为{computed}")

    def holds(self, what: str, true: object) -> None:
        if not true:
            self.append(what)


def once(pairs: list[tuple[str, Any]]) -> Json:
    """一个对象；同名字段出现两次的不收。"""
    if len(dict(pairs)) < len(pairs):
        raise Unreadable(f"字段重复：{[name for name, _ in pairs]}")
    return dict(pairs)


def fits(value: Any, form: Any, where: str) -> None:
    """字段不多不少，类型正确，整数不小于零。"""
    if isinstance(form, (type, re.Pattern, tuple)):
        right = type(value) is (form if isinstance(form, type) else str)
        if right and not isinstance(form, type):
            right = value in form if isinstance(form, tuple) else bool(form.fullmatch(value))
        if not right or (type(value) is int and value < 0):
            raise Unreadable(f"{where}的值不对：{value!r}")
    elif isinstance(form, list):
        fits(value, list, where)
        for nth, one in enumerate(value, start=1):
            fits(one, form[0], f"{where}第{nth}项")
    elif form is not None:
        if type(value) is not dict or value.keys() != form.keys():
            raise Unreadable(f"{where}的字段不全或多余")
        for name, part in form.items():
            fits(value[name], part, f"{where}.{name}" if where else name)


def read(path: str) -> Json:
    """整份文件。"""
    with open(path, encoding="utf-8") as file:
        record = json.load(file, object_pairs_hook=once)
    if type(record) is not dict or (record.get("format"), record.get("version")) != KNOWN:
        raise Unreadable("不是本脚本认识的计票记录格式或版本")
    edition = record.get("edition")
    fits(record, OUTCOME if edition == "outcome" else RECORD, "")
    for home in record["homes"] if edition != "outcome" else ():
        kinds = [type(home[name]) for name in CONCEALED]
        if kinds != [int, int, bool, str] and (edition == "full" or kinds != [type(None)] * 4):
            raise Unreadable(f"第{home['nth']}户的名册栏不全，或完整版隐去了面积")
        if kinds[0] is int and (home["area_cm2"] < 1 or not SALT.fullmatch(home["salt"])):
            raise Unreadable(f"第{home['nth']}户的面积或盐值不对")
    return record


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def leaf(text: str) -> bytes:
    return sha(b"\x00" + text.encode())


def root(level: Sequence[bytes]) -> str:
    """RFC 6962 的树根：两两合并，落单的原样升一层。"""
    while len(level) > 1:
        pairs = [sha(b"\x01" + b"".join(level[at : at + 2])) for at in range(0, len(level) - 1, 2)]
        level = pairs + list(level[len(level) - len(level) % 2 :])
    return (level[0] if level else sha(b"")).hex()


def one_text(told: Json) -> str:
    """规范的 JSON 文字：字段按名称排序，没有空格。"""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def outcome_leaf(record: Json, passed: bool, homes: int) -> bytes:
    told = {name: record[name] for name in ("vote", "terms", "roll_root")}
    return leaf(one_text({**told, "passed": passed, "homes": homes}))


def check_home(home: Json, record: Json, found: Findings) -> tuple[bytes, bytes]:
    """一户在名册树和记录树中的叶；核对名册行、回执和各栏是否相称。"""
    who, state = f"第{home['nth']}户（{home['pseudonym']}）", home["state"]
    if home["area_cm2"] is not None:
        parts = [home[name] for name in ("nth", "pseudonym", "head", "area_cm2")]
        parts += [int(home["developer_held"]), home["salt"]]
        found.same(f"{who}名册叶", home["roll_leaf"], leaf("|".join(map(str, parts))).hex())
    if state == "voted":
        parts = ["ballot", record["vote"]["vote_id"], home["pseudonym"], home["choice"]]
        made = sha("|".join([*parts, home["nonce"]]).encode()).hex()
        found.same(f"{who}回执", home["receipt"], made)
        found.holds(f"{who}没有选择", home["choice"])
        found.holds(f"{who}的随机数不对", SALT.fullmatch(home["nonce"]))
    else:
        found.same(f"{who}的选择和回执", home["choice"] + home["nonce"] + home["receipt"], "")
        found.holds(f"{who}的其他回执不相称", bool(home["also"]) == (state == "conflict"))
    found.holds(f"{who}的其他回执没有排序", home["also"] == sorted(home["also"]))
    may_follow = state == "silent" and record["terms"]["silence"] == "follows_majority"
    found.holds(f"{who}不应有送达标记", may_follow or not home["served"])
    told = [home[name] for name in ("pseudonym", "state", "choice", "nonce", "receipt")]
    told += [",".join(home["also"]), str(int(home["served"]))]
    return bytes.fromhex(home["roll_leaf"]), leaf("|".join(told))


def check_roots(record: Json, found: Findings) -> None:
    """每户的两片叶、两个树根；没有一户、一张回执出现两次。"""
    homes, result = record["homes"], record["result"]
    leaves = [check_home(home, record, found) for home in homes]
    closing = leaf(one_text({"result": result, "withheld": record["withheld"]}))
    last = outcome_leaf(record, result["passed"], len(homes))
    whole = [*(row for _, row in leaves), closing, last]
    found.same("名册指纹", record["roll_root"], root([line for line, _ in leaves]))
    found.same("记录指纹", record["record_root"], root(whole))
    names = [home["pseudonym"] for home in homes]
    found.holds("各户未按代号排列或有重复", names == sorted(set(names)))
    found.holds("各户的序号不连续", [home["nth"] for home in homes] == [*range(1, len(homes) + 1)])
    receipts = [one for home in homes for one in (home["receipt"], *home["also"]) if one]
    for one, times in Counter(receipts).items():
        found.holds(f"回执{one}出现{times}次", times == 1)


def share(sums: Sums, kind: str) -> Json:
    """一类的人数和面积。"""
    return {"heads": sums[kind]["heads"], "area_cm2": sums[kind]["area_cm2"]}


def tally(homes: list[Json]) -> Sums:
    """逐人计数：一人的几户只算一人，意见不一的人不计入任何一方，面积各按所投。"""
    made: Sums = defaultdict(Counter)
    for own in by_owner(homes):
        area = sum(home["area_cm2"] for home in own)
        made["total"].update(heads=1, area_cm2=area, homes=len(own))
        spoken = [home for home in own if home["state"] == "voted"]
        for home in spoken:
            made[home["choice"]].update(area_cm2=home["area_cm2"])
        said = {home["choice"] for home in spoken}
        if said:
            made["split" if len(said) > 1 else said.pop()].update(heads=1)
        elif all(home["state"] == "silent" for home in own) and any(h["served"] for h in own):
            made["waiting"].update(heads=1, area_cm2=area, homes=len(own))
    return made


def by_owner(homes: list[Json]) -> list[list[Json]]:
    """各人的房屋。"""
    owners: dict[int, list[Json]] = defaultdict(list)
    for home in homes:
        owners[home["head"]].append(home)
    return list(owners.values())


def kind_of(own: list[Json]) -> tuple[bool, list[int]]:
    """一人有几户、各多大。"""
    held = any(home["developer_held"] for home in own)
    return held, sorted(home["area_cm2"] for home in own)


def alike(homes: list[Json]) -> list[list[list[Json]]]:
    """有几户、各多大都相同的业主归为一类。"""
    classes: dict[str, list[list[Json]]] = defaultdict(list)
    for own in by_owner(homes):
        classes[str(kind_of(own))].append(own)
    return list(classes.values())


def to_withhold(homes: list[Json], least: int) -> list[Json]:
    """公开版应当隐去的各户：同类业主不足 least 人的；隐去的人也不少于 least。"""
    chosen: list[list[Json]] = []
    for owners in sorted(alike(homes), key=lambda own: (len(own), kind_of(own[0]))):
        if len(owners) >= least and not 0 < len(chosen) < least:
            break
        chosen += owners
    return [home for own in chosen for home in own]


def sums_of(made: Sums) -> Json:
    """一部分房屋的合计，如 withheld 所列。"""
    return {
        "homes": made["total"]["homes"],
        **share(made, "total"),
        **{choice: share(made, choice) for choice in CHOICES},
        "split_heads": made["split"]["heads"],
        "waiting": {"homes": made["waiting"]["homes"], **share(made, "waiting")},
    }


def check_withheld(record: Json, found: Findings) -> Sums:
    """未公开的各户：完整版逐户重算，公开版核对合计与户数相称。返回全部各户的计数。"""
    homes, told = record["homes"], record["withheld"]
    shown = [home for home in homes if home["area_cm2"] is not None]
    least = record["terms"]["min_group"]
    if record["edition"] == "full":
        numbers = list(dict.fromkeys(home["head"] for home in homes))
        found.same("人的编号", numbers, list(range(1, len(numbers) + 1)))
        found.same("不公开各户的合计", told, sums_of(tally(to_withhold(homes, least))))
        return tally(homes)
    hidden = [home for home in homes if home["area_cm2"] is None]
    rare = sum(len(owners) < least for owners in alike(shown))
    found.holds(f"有{rare}类业主不足{least}人而未隐去", not rare)
    found.holds("没有隐去的户，应为完整版", hidden)
    found.holds(f"隐去的业主不足{least}人", told["heads"] >= least or not shown)
    found.same("不公开的户数", told["homes"], len(hidden))
    spoken = Counter(home["choice"] for home in hidden if home["state"] == "voted")
    for choice, title in CHOICES.items():
        part, most = told[choice], spoken[choice]
        fits_in = part["heads"] <= most <= part["area_cm2"] if most else part == NOBODY
        found.holds(f"不公开各户中{title}的人数、面积与户数不符", fits_in)
    made = tally(shown)
    for kind in ("waiting", *CHOICES):
        made[kind].update(told[kind])
    made["total"].update({name: told[name] for name in ("homes", "heads", "area_cm2")})
    made["split"].update(heads=told["split_heads"])
    return made


def met(words: str, part: int, whole: int) -> bool:
    """交叉相乘，没有小数。“以上”含本数，“超过”不含。"""
    sign, numerator, denominator = THRESHOLD.findall(words)[0]
    left, right = part * int(denominator), whole * int(numerator)
    return whole > 0 and (left > right if sign == ">" else left >= right)


def check_result(record: Json, made: Sums, found: Findings) -> None:
    """由各户推出的每一个数，四个比较，结果。"""
    terms, told, homes = record["terms"], record["result"], record["homes"]
    followed = 0
    ahead = [made["agree"][name] - made["against"][name] for name in ("heads", "area_cm2")]
    if terms["silence"] == "follows_majority" and (min(ahead) > 0 or max(ahead) < 0):
        followed = made["waiting"]["homes"]
        made["agree" if min(ahead) > 0 else "against"].update(share(made, "waiting"))
    for choice in CHOICES:
        made["participating"].update(share(made, choice))
    if terms["split_owner"] == "neutral_head":
        made["participating"].update(heads=made["split"]["heads"])
    passed = True
    for name in ("heads", "area_cm2"):
        passed &= met(terms["participation"], made["participating"][name], made["total"][name])
        passed &= met(terms["agreement"], made["agree"][name], made["participating"][name])
    states = Counter(home["state"] for home in homes)
    computed = {
        "passed": passed,
        **{kind: share(made, kind) for kind in ("total", "participating", *CHOICES)},
        "split_heads": made["split"]["heads"],
        "participating_homes": states["voted"],
        "conflict_homes": states["conflict"],
        "silent_homes": states["silent"],
        "followed_homes": followed,
    }
    for name, value in computed.items():
        found.same(f"结果 {name}", told[name], value)


def check_outcome(record: Json, found: Findings) -> None:
    """只公布结果的：结果那片叶沿证明路径应得到记录指纹。"""
    homes = record["homes"]
    top, at = outcome_leaf(record, record["passed"], homes), homes + 1
    proof = [*map(bytes.fromhex, record["proof"])]
    while at and proof:
        # 它总是最后一片：单数位的左边有一片，双数位的落单，原样升一层
        if at % 2:
            top = sha(b"\x01" + proof.pop(0) + top)
        at //= 2
    found.holds("结果的证明多余或不足", not proof and not at)
    found.same("记录指纹", record["record_root"], top.hex())
    found.same("原因", record["why"], WHY.format(record["terms"]["min_group"]))


def find_receipt(record: Json, receipt: str, found: Findings) -> None:
    """打印回执在哪一户、计了没有；不在的是不一致。"""
    for home in record["homes"] if record["edition"] != "outcome" else ():
        if receipt and receipt == home["receipt"]:
            said = f"{CHOICES.get(home['choice'])}，已计票"
        elif receipt in home["also"]:
            said = "与计票的选票一致" if home["state"] == "voted" else "共有人意见不一，不计"
        else:
            continue
        print(f"回执在记录中：第{home['nth']}户（{home['pseudonym']}），{said}")
        return
    found.append(f"回执{receipt}不在记录中：改投过的请用最后一次的回执；只公布结果的记录不列回执")


def recount(record: Json, asked: argparse.Namespace) -> list[str]:
    """每一处不一致。"""
    found = Findings()
    if asked.roll_root is not None:
        found.same("公告上的名册指纹", record["roll_root"], asked.roll_root.strip().lower())
    if asked.root is not None:
        found.same("公告上的记录指纹", record["record_root"], asked.root.strip().lower())
    if record["edition"] == "outcome":
        check_outcome(record, found)
    else:
        check_roots(record, found)
        check_result(record, check_withheld(record, found), found)
    if asked.receipt is not None:
        find_receipt(record, asked.receipt.strip().lower(), found)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """打印结果，返回退出码。"""
    parser = argparse.ArgumentParser(description="重新计算业主表决的计票记录")
    parser.add_argument("record", help="计票记录（json）")
    parser.add_argument("--roll-root", help="表决公告上的名册指纹")
    parser.add_argument("--root", help="结果公告上的记录指纹")
    parser.add_argument("--receipt", help="投票时取得的回执")
    asked = parser.parse_args(argv)
    try:
        record = read(asked.record)
        found = recount(record, asked)
    except (Unreadable, OSError, ValueError, RecursionError) as error:
        print(f"读不下去：{error}")
        return 2
    print("\n".join(found) or ("OK" if record["edition"] != "outcome" else "OK（只公布结果）"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
