"""`python -m server demo [--stay] [--dir DIR]`: the story from an empty machine to the payout,
and the year of the books in which it was paid.

Ends with exit code 0 and one line `DEMO {json}`; 1 when anything was not as the rules want it.
With `--stay` the sandbox goes on running afterwards and its addresses are printed.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from sandbox.city import write_city
from sandbox.demo import scenes
from sandbox.demo.books import Books
from sandbox.demo.casting import cast
from sandbox.demo.flows import other_flows
from sandbox.demo.play import Play, Unexpected
from sandbox.stage import MORNING, SEED, CommandFailed, Stage, staged
from server.engines.keeper import in_use


def main(argv: list[str]) -> int:
    """Play the story; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m server demo", description=__doc__)
    parser.add_argument("--stay", action="store_true", help="演示后保持运行")
    parser.add_argument(
        "--dir", type=Path, help="数据目录，每次清空；默认 var/demo，保持运行的 var/run"
    )
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args(argv)
    folder: Path = (given.dir or Path("var/run" if given.stay else "var/demo")).resolve()
    if in_use(folder):
        sys.stderr.write(f"{folder} 正由另一个运行中的沙箱使用，请先停止它，或用 --dir 另选目录\n")
        return 2
    if folder.exists():
        shutil.rmtree(folder)
    try:
        with staged(folder, port=given.port) as stage:
            result = play(stage)
            sys.stdout.write("DEMO " + json.dumps(result, ensure_ascii=False) + "\n")
            sys.stdout.flush()
            if given.stay:
                _stay(stage, result["vote_pages"])
    except CommandFailed as failed:
        return failed.code
    except Unexpected as error:
        sys.stderr.write(f"演示中断：{error}\n")
        return 1
    sound = ("ledger_balanced", "books_agree_with_bank", "recomputed", "recounted")
    return 0 if all(result[each] for each in sound) else 1


def play(stage: Stage) -> dict[str, Any]:
    """The scenes, and what they came to."""
    hand = Play(stage.url, stage.control_url)
    city = write_city(stage.var_dir / "sheets", SEED, MORNING.date())
    story = scenes.Story(hand, city, cast(city), stage.var_dir / "sheets")
    hand.say("沙箱已启动：微信模拟器、服务、后台进程、数据库和缓存")
    meet_staff(story)
    scenes.import_city(story)
    books = Books(story)
    books.take_over()
    scenes.move_in(story)
    scenes.apply_and_sign(story)
    scenes.accept_and_plan(story)
    posters = scenes.post_notice(story)
    scenes.object_and_decide(story)
    scenes.run_out(story)
    scenes.register_and_contract(story)
    scenes.pay(story)
    paid_fen = story.look()["money"]["paid_fen"]
    books.paid(hand.now().date(), paid_fen, story.cast.insurer.firm.name)
    others = other_flows(story, books)
    _year(books)
    return _result(stage, story, posters) | books.found | others


def _year(books: Books) -> None:
    """The books' year, from the first advice to the published report."""
    books.year_passes()
    books.reconcile()
    books.close()
    books.publish()
    books.explain()


def meet_staff(story: scenes.Story) -> None:
    """The tokens of those who act in the story besides the owners."""
    by_role: dict[str, list[dict[str, Any]]] = {}
    for one in story.play.must("GET", "/sandbox/staff")["items"]:
        for role in one["roles"]:
            by_role.setdefault(role, []).append(one)
    for key, role, number in (
        ("clerk", "clerk", 0),
        ("clerk2", "clerk", 1),
        ("reviewer", "reviewer", 0),
        ("finance", "finance", 0),
        ("finance2", "finance", 1),
        ("auditor", "auditor", 0),
    ):
        story.tokens[key] = by_role[role][number]["token"]
    firm = story.cast.insurer.firm.name
    insurer = next(one for one in by_role["insurer"] if one["body_name"] == firm)
    story.tokens["insurer"] = insurer["token"]


def _result(stage: Stage, story: scenes.Story, posters: dict[str, str]) -> dict[str, Any]:
    hand = story.play
    hand.until(
        "消息发送",
        lambda: hand.must("GET", "/sandbox/deliveries")["waiting"] == 0,
    )
    told = hand.must("GET", "/sandbox/deliveries")
    case = story.look()
    verified = subprocess.run(
        [sys.executable, "-m", "server", "verify"],
        env=dict(stage.env),
        capture_output=True,
        text=True,
        check=False,
    )
    objections = story.do("clerk", "/objections", method="GET")["items"]
    hand.say(
        f"消息：站内 {told['inbox']} 条，微信 {told['sent']} 条；账目与存证核验"
        f"{'通过' if verified.returncode == 0 else '未通过'}"
    )
    return {
        "state": case["state"],
        "case": case["number"],
        "premium_fen": case["money"]["premium_fen"],
        "paid_fen": case["money"]["paid_fen"],
        "held_fen": case["money"]["held_fen"],
        "ledger_balanced": verified.returncode == 0,
        "objections": len(objections),
        "paused_seconds": case["paused_seconds"],
        "messages_inbox": told["inbox"],
        "messages_wechat": told["sent"],
        "poster_png": posters["poster_png"],
        "poster_pdf": posters["poster_pdf"],
    }


def _stay(stage: Stage, votes: list[str]) -> None:
    """Print the addresses and wait for Ctrl-C."""
    pages = "".join(f"业主表决页面：{stage.url}{page}\n" for page in votes)
    sys.stdout.write(
        f"\n服务：{stage.url}\n公开页面：{stage.url}/public\n{pages}"
        f"样本人员：{stage.url}/sandbox/people\n工作人员：{stage.url}/sandbox/staff\n"
        f"微信模拟器控制口：{stage.control_url}\n按 Ctrl-C 结束。\n"
    )
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        stage.processes["serve"].wait()
    except KeyboardInterrupt:
        return
