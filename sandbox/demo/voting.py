"""A vote of a building: opened, cast on phones and on paper, counted by the clock, recounted."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import console
from sandbox.demo.play import Unexpected
from sandbox.demo.scenes import photo
from sandbox.demo.stations import Branch, moment

RECOUNT = Path(console.__file__).parent / "assets" / "recount_vote.py"


@dataclass
class Poll:
    """A vote that runs; `receipts` are those that the phones got."""

    branch: Branch
    vote: dict[str, Any]
    homes: dict[str, str]
    receipts: list[str] = field(default_factory=list)
    ballots: int = 0

    @property
    def path(self) -> str:
        """Where the vote is asked for."""
        return f"/votes/{self.vote['id']}"

    @property
    def page(self) -> str:
        """What the code on the wall leads to."""
        return f"/v/{self.vote['token']}"

    @classmethod
    def opened(cls, branch: Branch) -> "Poll":
        """The roll is frozen and its fingerprint hangs on the wall. R8.3."""
        case = branch.story.case["id"]
        check = branch.ask(f"/cases/{case}/vote-check")
        if check["lacks"]:
            raise Unexpected(f"表决前核对未通过：{check['lacks']}")
        vote = branch.do(f"/cases/{case}/votes", {})
        poll = cls(branch, vote, branch.home_ids())
        branch.printout(f"{poll.path}/poster.pdf", "manager", "表决公告")
        branch.say(
            f"组织业主表决：名册冻结 {vote['homes']} 户 {vote['heads']} 人，"
            f"指纹 {vote['roll_root'][:12]}…；张贴公告，"
            f"表决至 {moment(vote['ends_at']) - timedelta(days=1):%Y-%m-%d} 24:00"
        )
        return poll

    def phone(self, home: str, choice: str, nth: int = 0) -> dict[str, Any]:
        """An owner of the home says it on the phone; the receipt. R8.5."""
        owners = self.branch.place.homes[home]
        first = sorted(owners, key=lambda one: not one.representative)[nth]
        key = self.branch.enter(first, self.homes[home])
        told = {"choice": choice, "home_ids": [self.homes[home]]}
        found = self.branch.do(f"{self.path}/ballots", told, key)["items"]
        receipt: dict[str, Any] = found[0]
        self.receipts.append(receipt["receipt"])
        self.ballots += 1
        return receipt

    def issue_paper(self) -> None:
        """Paper ballots, each with a code of its own. R8.3."""
        self.branch.do(f"{self.path}/paper")
        self.branch.printout(f"{self.path}/paper.pdf", "clerk", "表决票")

    def paper(self, said: Mapping[str, str]) -> None:
        """Ballots that came on paper: keyed by one clerk, blind by another. R8.3."""
        branch, story = self.branch, self.branch.story
        token = story.tokens["clerk"]
        picture = photo("ballots", 230)
        scan = story.play.upload("/files", token, "ballots.jpg", picture, "image/jpeg")
        lines = [{"home_id": self.homes[home], "choice": word} for home, word in said.items()]
        now = story.play.now().isoformat()
        told = {"lines": lines, "file_ids": [scan["id"]], "received_at": now}
        batch = branch.do(f"{self.path}/ballot-batches", told)
        again = [{"nth": nth, "choice": word} for nth, word in enumerate(said.values(), 1)]
        path = f"/ballot-batches/{batch['id']}/confirmation"
        branch.refused(path, {"lines": again}, "clerk", "SamePerson")
        wrong = [{"nth": 1, "choice": "abstain"}, *again[1:]]
        branch.refused(path, {"lines": wrong}, "clerk2", "ReadingsDiffer")
        branch.do(path, {"lines": again}, "clerk2")
        self.ballots += len(lines)
        branch.say(
            f"纸质选票 {len(lines)} 张（{batch['number']}）：一人录入、第二人不看原录入再录一遍；"
            "第一次录得不一致，只指出是第 1 张，核对后一致"
        )

    def counted(self, *, every_line: bool) -> None:
        """The clock closes and counts; the result line by line, and on paper. R8.1."""
        found: dict[str, Any] = {}

        def done() -> bool:
            found.update(self.branch.ask(self.path))
            return bool(found["state"] == "counted")

        self.branch.story.play.until("计票", done)
        self.vote = found
        result = found["result"]
        self.branch.printout(f"{self.path}/result.pdf", "manager", "表决结果")
        self.branch.say(f"表决截止并计票：{'通过' if result['passed'] else '未通过'}")
        for line in result["reasons"] if every_line else result["reasons"][-3:-1]:
            self.branch.story.play.say(f"　{line}")

    def ended(self) -> Any:
        """The moment from which it is counted."""
        return moment(self.vote["count_at"]) + timedelta(minutes=2)

    def refresh(self) -> None:
        """The vote as a clerk sees it now."""
        self.vote = self.branch.ask(self.path)


def recount(poll: Poll) -> bool:
    """Anybody's recount of the published record by the script alone, against the fingerprints on
    the wall, with a receipt of a phone found in it. R8.5."""
    branch, vote = poll.branch, poll.vote
    branch.story.play.must("GET", poll.page)
    record = branch.story.folder / f"{branch.title}-计票记录.json"
    answer = branch.story.play.ask("GET", f"/public/votes/{vote['token']}/record.json")
    if answer.status_code != 200:
        raise Unexpected(f"计票记录：{answer.status_code} {answer.text[:300]}")
    record.write_bytes(answer.content)
    line = [sys.executable, "-I", str(RECOUNT), str(record)]
    line += ["--roll-root", vote["roll_root"], "--root", vote["record_root"]]
    line += ["--receipt", poll.receipts[-1]]
    run = subprocess.run(line, capture_output=True, text=True)
    words = (run.stdout.strip() or run.stderr.strip()).splitlines()
    branch.say("任何人用独立脚本按公布的记录重新计票，并凭回执查到自己的票：")
    for told in words:
        branch.story.play.say(f"　{told}")
    return run.returncode == 0
