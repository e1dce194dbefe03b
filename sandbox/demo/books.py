"""The scenes of the Centre's books: taken over, settled, reconciled, closed, explained. 第3、4节"""

import subprocess
import sys
from datetime import date, datetime
from typing import Any

from console.assets import recompute_income
from rules.days import BEIJING
from rules.money import yuan
from sandbox.bank import Account, Banks, advice_list
from sandbox.demo.play import Unexpected
from sandbox.demo.scenes import Story

CSV, XLSX = "text/csv", "application/octet-stream"


class Books:
    """Finance at work on one year of the sample city's money; `paid` tells the bank of a payout."""

    def __init__(self, story: Story) -> None:
        self.story, self.play = story, story.play
        self.year = story.city.today.year
        self.left_on = date(self.year - 1, 12, 31)
        self.banks = Banks(story.city.rows.deposits, self.left_on)
        self.found: dict[str, Any] = {"year": self.year}

    def ask(self, path: str, who: str = "finance") -> Any:
        """What one of the Centre reads there."""
        return self.play.must("GET", path, self.story.tokens[who])

    def do(self, path: str, body: Any = None, who: str = "finance") -> Any:
        """What one of the Centre does."""
        sent = {} if body is None else {"json": body}
        return self.play.must("POST", path, self.story.tokens[who], **sent)

    def by_two(self, path: str, what: str) -> Any:
        """Confirmed by a second person; the first one is refused. Nobody approves their own."""
        same = self.play.ask("POST", path, self.story.tokens["finance"])
        if same.status_code != 403:
            raise Unexpected(f"{what}：录入人竟可自己复核（{same.status_code}）")
        return self.do(path, who="finance2")

    def paid(self, on: date, amount_fen: int, insurer: str) -> None:
        """The bank paid a premium out of the main account."""
        self.banks.book(on, -amount_fen, "电梯保险费", "BX", insurer)

    # --- the scenes

    def take_over(self) -> None:
        """The imported deposits come into the books, by two people. R3.6, R4.1."""
        self.do("/deposits/taking-over")
        done = self.by_two("/deposits/taking-over/confirmation", "接收存款")["done"]
        running = self.ask("/deposits?state=running&limit=200")["items"]
        term = sum(one["principal_fen"] for one in running if one["tenor"] != "demand")
        main = self.account(self.banks.main)
        self.play.say(
            f"财务两人接收导入的 {done} 笔存款：在存定期 {yuan(term)} 元，"
            f"专户活期 {yuan(main['balance_fen'])} 元"
        )

    def account(self, one: Account) -> dict[str, Any]:
        """The bank account as the books know it."""
        items = self.ask("/bank-accounts?limit=200")["items"]
        found: dict[str, Any] = next(row for row in items if row["number"] == one.number)
        return found

    def year_passes(self) -> None:
        """The clock goes over the year end; the banks pay, and their advices are entered. R4.3."""
        self.play.move_to(datetime(self.year + 1, 1, 5, 9, 0, tzinfo=BEIJING))
        matured = self.banks.mature(date(self.year, 12, 31))
        name = self.story.folder / "结息清单.csv"
        name.write_bytes(advice_list(matured))
        token = self.story.tokens["finance"]
        made = self.play.upload("/settlements/file", token, name.name, name.read_bytes(), CSV)
        if made["entered"] != len(matured):
            raise Unexpected(f"结息清单未能录入：{made}")
        settled = [self.settled(key) for key in made["settlement_ids"]]
        interest = sum(one["interest_fen"] for one in settled)
        short = sum(one["shortfall_fen"] for one in settled)
        self.play.say(
            f"一年过去，{len(matured)} 笔定期到期：银行结息清单导入、逐笔复核，"
            f"利息 {yuan(interest)} 元"
            + (f"，其中低于基准 {yuan(short)} 元（增值按零计）" if short else "")
        )
        for nth in range(4):
            self.quarter(nth)
        self.play.say("　活期四个季度的结息单逐张录入、复核")

    def settled(self, settlement_id: str) -> dict[str, Any]:
        """The advice is confirmed by the second person; what it came to."""
        answer: dict[str, Any] = self.by_two(f"/settlements/{settlement_id}/confirmation", "结息单")
        return answer

    def quarter(self, nth: int) -> None:
        """One quarter's interest on the money on demand."""
        advice = self.banks.quarter(self.year, nth)
        deposits = self.ask("/deposits?state=running&limit=200")["items"]
        deposit = next(one for one in deposits if one["code"] == advice.deposit)
        body = {
            "advice_number": advice.number,
            "credited_on": advice.on.isoformat(),
            "interest_fen": advice.interest_fen,
        }
        made = self.do(f"/deposits/{deposit['id']}/advices", body)
        self.settled(made["id"])

    def reconcile(self) -> None:
        """The statements of all banks are taken, matched and certified; not a fen is left. R3.9."""
        agree = True
        for nth, one in enumerate(self.banks.accounts.values()):
            as_sheet = nth % 2 == 0
            first, last = date(self.year, 1, 1), date(self.year, 12, 31)
            name, content = one.statement(first, last, as_sheet=as_sheet)
            (self.story.folder / name).write_bytes(content)
            told: dict[str, object] = {"from_on": str(first), "to_on": str(last)}
            told |= {"opening_fen": one.begins_fen, "closing_fen": one.balance(last)}
            path = f"/bank-accounts/{self.account(one)['id']}"
            self.take(path, name, content, told)
            left = self.do(f"{path}/matching/auto")
            paper = self.do(f"{path}/reconciliations", {"month": f"{self.year}-12"})
            paper = self.by_two(f"/reconciliations/{paper['id']}/confirmation", "余额调节表")
            same = paper["bank_fen"] == paper["books_fen"] == one.balance(last)
            agree = agree and same and not left["lines_left"] and not left["postings_left"]
            self.play.say(
                f"　{one.bank}对账单（{'xlsx' if as_sheet else 'csv'}）：{len(one.moves)} 笔流水，"
                f"银行 {yuan(paper['bank_fen'])} 元，账面 {yuan(paper['books_fen'])} 元，"
                f"调节表 {paper['number']} 已两人出具"
            )
        self.found["books_agree_with_bank"] = agree

    def take(self, path: str, name: str, content: bytes, told: dict[str, Any]) -> None:
        """A statement uploaded, its columns as proposed, checked and taken."""
        token = self.story.tokens["finance"]
        view = self.play.upload(f"{path}/statements", token, name, content, XLSX)
        body = {"layout": view["layout"], "heading_row": view["heading_row"], **told}
        view = self.play.must("PUT", f"/bank-statements/{view['id']}/mapping", token, json=body)
        if view["state"] != "ready":
            raise Unexpected(f"对账单 {name} 未通过：{view['faults']} {view['gaps']}")
        self.do(f"/bank-statements/{view['id']}/taking", {})

    def close(self) -> None:
        """Previewed by one, closed by another; the worker posts to every pool and home. R4.7."""
        path = f"/accounting-years/{self.year}"
        self.do(f"{path}/preview")
        figures = self.reached("previewed")["figures"]
        self.play.say(
            f"{self.year} 年度试算：增值收益 {yuan(figures['income_fen'])} 元归 "
            f"{figures['scopes_credited']} 个统筹账户，"
            f"法定利息 {yuan(figures['interest_fen'])} 元归各户"
        )
        self.by_two(f"{path}/closing", "年度结账")
        figures = self.reached("closed")["figures"]
        self.play.say(
            f"另一人复核后结账：统筹账户入账 {yuan(figures['posted_fen'])} 元，"
            f"{figures['homes_credited']} 户得到利息；此后该年度不再记账"
        )
        self.found |= {
            "income_fen": figures["income_fen"],
            "interest_fen": figures["interest_fen"],
            "posted_fen": figures["posted_fen"],
        }

    def reached(self, state: str) -> dict[str, Any]:
        """The year once the worker has brought it there."""

        def now() -> Any:
            row = self.ask(f"/accounting-years/{self.year}")
            if row["state"] == "failed":
                raise Unexpected(f"试算未成：{row['failure']}")
            return row if row["state"] == state else None

        found: dict[str, Any] = self.play.until(f"年度{state}", now)
        return found

    def explain(self) -> None:
        """An owner reads how the building's figure came to be; anybody recomputes it. R4.7."""
        owner = self.story.cast.owners[0].named.openid
        self.story.tokens["owner1"] = self.play.login(owner)
        told = self.ask(f"/scopes/{self.story.scope_id}/income/{self.year}", "owner1")
        self.play.say(f"业主查看本楼增值收益的由来：{yuan(told['posted_fen'])} 元")
        for line in told["words"][:4]:
            self.play.say(f"　{line}")
        most = max(told["items"], key=lambda one: one["share_fen"])
        self.play.say(f"　其中最多的一笔，存款 {most['deposit']['deposit_code']}：")
        for line in most["words"]:
            self.play.say(f"　　{line}")
        path = f"/public/accounting-years/{self.year}/export.zip"
        export = self.story.folder / "公布数据.zip"
        export.write_bytes(self.play.must("GET", path))
        script = recompute_income.__file__
        run = subprocess.run(
            [sys.executable, "-I", str(script), str(export)], capture_output=True, text=True
        )
        answer = run.stdout.strip()
        self.play.say(
            f"任何人用独立脚本复算公布数据：{answer.splitlines()[0] if answer else '失败'}"
        )
        self.found |= {
            "scope_income_fen": told["posted_fen"],
            "recomputed": run.returncode == 0 and answer == "OK",
        }

    def publish(self) -> None:
        """The yearly report is there for everybody. R12.1."""
        self.do(f"/accounting-years/{self.year}/publication", {})
        report = self.play.must("GET", f"/public/yearly-reports/{self.year}")
        sums = report["sums"]
        self.play.say(
            f"年度报告公布：{sums['scopes']} 个账户，本年增值收益 {yuan(sums['income_fen'])} 元，"
            f"年末余额 {yuan(sums['end_fen'])} 元（业主过少的 {sums['withheld']} 个不单列）"
        )
