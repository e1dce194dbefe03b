"""`python -m server demo [--stay] [--dir DIR] [--host HOST] [--port PORT]`.

Without `--stay`: the story from an empty machine to the payout, and the year of the books in which
it was paid. Ends with exit code 0 and one line `DEMO {json}`; 1 when anything was not as the rules
want it. With `--stay`: a city in the middle of its life, left running at a fixed address.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from sandbox.city import write_city
from sandbox.demo import running, scenes
from sandbox.demo.books import Books
from sandbox.demo.casting import cast
from sandbox.demo.flows import other_flows
from sandbox.demo.play import Play, Unexpected
from sandbox.stage import LOOPBACK, MORNING, SEED, CommandFailed, Ports, Stage, staged
from server.engines.keeper import in_use

PORT = 8000


def main(argv: list[str]) -> int:
    """Play the story, or found the city and stay; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m server demo", description=__doc__)
    parser.add_argument("--stay", action="store_true", help="造一座办件进行中的城市并保持运行")
    parser.add_argument(
        "--dir", type=Path, help="数据目录，每次清空；默认 var/demo，保持运行的 var/run"
    )
    told = f"保持运行时服务的端口，后两个端口给微信模拟器；默认取环境变量 PORT，没有则 {PORT}"
    parser.add_argument("--port", default=os.environ.get("PORT") or str(PORT), help=told)
    told = f"保持运行时服务的地址；默认取环境变量 HOST，没有则 {LOOPBACK}；0.0.0.0 供手机访问"
    parser.add_argument("--host", default=os.environ.get("HOST") or LOOPBACK, help=told)
    given = parser.parse_args(argv)
    folder: Path = (given.dir or Path("var/run" if given.stay else "var/demo")).resolve()
    ports = Ports.anywhere()
    if given.stay:
        if not given.port.isdigit():
            return _refused(f"PORT 应为数字，不是 {given.port}")
        ports = Ports.fixed(given.host, int(given.port))
        if why := ports.taken():
            return _refused(why)
    if in_use(folder):
        return _refused(f"{folder} 正由另一个运行中的沙箱使用，请先停止它，或用 --dir 另选目录")
    if folder.exists():
        shutil.rmtree(folder)
    try:
        return _stayed(folder, ports) if given.stay else _played(folder, ports)
    except CommandFailed as failed:
        return failed.code
    except KeyboardInterrupt:
        return 130
    except Unexpected as error:
        sys.stderr.write(f"演示中断：{error}\n")
        return 1


def _refused(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 2


def _stayed(folder: Path, ports: Ports) -> int:
    # All processes end with this one, also while the city is founded.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with staged(folder, ports=ports, same_ids=True) as stage:
        running.found_city(stage)
        stage.begin_work()
        running.stay(stage)
    return 0


def _played(folder: Path, ports: Ports) -> int:
    with staged(folder, ports=ports) as stage:
        result = play(stage)
        sys.stdout.write("DEMO " + json.dumps(result, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    sound = ("ledger_balanced", "books_agree_with_bank", "recomputed", "recounted")
    return 0 if all(result[each] for each in sound) else 1


def play(stage: Stage) -> dict[str, Any]:
    """The scenes, and what they came to."""
    hand = Play(stage.url, stage.control_url)
    city = write_city(stage.var_dir / "sheets", SEED, MORNING.date())
    story = scenes.Story(hand, city, cast(city), stage.var_dir / "sheets")
    hand.say("沙箱已启动：微信模拟器、服务、后台进程、数据库和缓存")
    scenes.enter_staff(story)
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
