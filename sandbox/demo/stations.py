"""The stations that the flows share: application to plan, the notice, the money, the policy."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from rules.conditions import anniversary
from rules.imports import OwnerRow
from rules.money import yuan
from sandbox.demo.books import CSV, Books
from sandbox.demo.places import Place
from sandbox.demo.play import Unexpected
from sandbox.demo.scenes import Story, import_file, photo
from sandbox.names import Named
from sandbox.stage import MORNING

VISITED_EVERY = timedelta(days=14)


@dataclass
class Branch:
    """One case of another flow; `story` carries it, with tokens of its own place. What hangs on
    the wall is `printed` for one of them only: the others' papers look the same."""

    title: str
    place: Place
    story: Story
    books: Books
    printed: bool = False

    @classmethod
    def at(cls, title: str, place: Place, main: Story, books: Books) -> "Branch":
        """A new case's branch, before anybody has applied."""
        found = main.play.must("GET", f"/scopes?q={place.scope}&limit=200", main.tokens["clerk"])
        scope = next(one for one in found["items"] if one["code"] == place.scope)
        tokens = dict(main.tokens)
        story = replace(main, tokens=tokens, case={}, scope_id=str(scope["scope_id"]))
        branch = cls(title, place, story, books)
        if place.manager:
            tokens["manager"] = main.play.login(place.manager)
        name, community = scope["name"], scope["community"]
        where = name if name.startswith(community) else f"{community}{name}"
        branch.say(f"{where}，{len(place.homes)} 户，{len(place.elevators)} 台电梯")
        return branch

    def say(self, text: str) -> None:
        """A line of this flow."""
        self.story.play.say(f"【{self.title}】{text}")

    def expect(self, state: str) -> None:
        """The branch goes on only if its case is in this state."""
        case = self.story.look()
        if case["state"] != state:
            raise Unexpected(f"{self.title}办件状态为 {case['state']}，预期 {state}")

    def ask(self, path: str, who: str = "clerk") -> Any:
        """What one of the place or the Centre reads there."""
        return self.story.play.must("GET", path, self.story.tokens[who])

    def do(self, path: str, body: Any = None, who: str = "clerk") -> Any:
        """What one of the place or the Centre does there."""
        sent = {} if body is None else {"json": body}
        return self.story.play.must("POST", path, self.story.tokens[who], **sent)

    def refused(self, path: str, body: Any, who: str, code: str) -> None:
        """The story goes on only if this is refused so."""
        sent = {} if body is None else {"json": body}
        answer = self.story.play.ask("POST", path, self.story.tokens[who], **sent)
        if answer.status_code < 400 or answer.json()["code"] != code:
            raise Unexpected(f"应以 {code} 拒绝 {path}：{answer.status_code} {answer.text[:300]}")

    def printout(self, path: str, who: str, name: str) -> None:
        """A PDF of this case, kept beside the others."""
        if self.printed:
            (self.story.folder / f"{self.title}-{name}.pdf").write_bytes(self.ask(path, who))

    def people(self) -> dict[str, Named]:
        """Everybody of the city who can log in, by ID number."""
        return {one.named.id_number: one.named for one in self.story.city.residents}

    def enter(self, owner: OwnerRow, home_id: str) -> str:
        """The owner's phone: logged in and bound to the home once; the key of the token."""
        key = f"owner {owner.id_number}"
        if key not in self.story.tokens:
            named = self.people()[owner.id_number]
            self.story.tokens[key] = self.story.play.login(named.openid)
            told = {"home_id": home_id, "name": owner.name, "id_number": owner.id_number}
            self.do("/bindings", told, key)
        return key

    def home_ids(self) -> dict[str, str]:
        """The homes' ids by code."""
        building = self.place.units[0].rpartition("-")[0]
        play, token = self.story.play, self.story.tokens["clerk"]
        community = building.rpartition("-")[0]
        here = play.must("GET", f"/communities?q={community}", token)["items"][0]
        found = play.must("GET", f"/communities/{here['id']}/buildings?q={building}", token)
        path = f"/buildings/{found['items'][0]['id']}/homes?limit=200"
        units = {row.code: row.name for row in self.story.city.rows.units}
        rooms = {
            (one["unit"], one["room"]): one["id"] for one in play.must("GET", path, token)["items"]
        }
        return {
            code: str(rooms[units[unit], code.removeprefix(f"{unit}-")])
            for code in self.place.homes
            for unit in self.place.units
            if code.startswith(f"{unit}-")
        }


def maintained(story: Story, places: list[Place]) -> None:
    """The maintenance firm's visits up to today come in; the conditions need them. R5.3."""
    today = story.play.now().date()
    lines = ["注册代码,维保日期,维保单位,维保结果"]
    for place in places:
        for lift in place.elevators:
            day = today
            while day > MORNING.date():
                lines.append(f"{lift.code},{day},{lift.contractor},正常")
                day -= VISITED_EVERY
    content = ("\n".join(lines) + "\n").encode("utf-8-sig")
    import_file(story, f"维保-{today}.csv", content)


def apply(branch: Branch, who: str, flow: str, **more: Any) -> None:
    """An application for the place's elevators."""
    story = branch.story
    lifts = branch.ask(f"/scopes/{story.scope_id}/elevators", who)["items"]
    insurers = branch.ask("/insurers", who)["items"]
    insurer = next(one for one in insurers if one["name"] == story.cast.insurer.firm.name)
    asked = {
        "scope_id": story.scope_id,
        "elevator_ids": [one["id"] for one in lifts],
        "insurer_id": insurer["id"],
        "flow": flow,
    }
    story.case = branch.do("/cases", asked | more, who)


def accept_and_plan(branch: Branch, premium_fen: int) -> None:
    """Accepted by the Centre, and planned."""
    branch.story.do("clerk", "/acceptance")
    plan(branch, premium_fen)


def plan(branch: Branch, premium_fen: int) -> None:
    """A plan by the insurer, the same premium for every elevator."""
    story = branch.story
    plans = [
        {"elevator_id": one["id"], "premium_fen": premium_fen, "limit_fen": 5_000_000}
        for one in story.case["elevators"]
    ]
    told = {"survey": "现场查勘正常。", "cover": "故障维修费用，含配件及人工", "elevators": plans}
    story.do("insurer", "/plan", told)


def hang(branch: Branch) -> None:
    """The notice of plan and result, in every lobby with a photo. 附件二(二)5, R7.1."""
    story = branch.story
    story.do("clerk", "/notice")
    branch.printout(f"/cases/{story.case['id']}/poster.pdf?size=A4", "manager", "公示")
    post(branch, lobbies(branch))
    branch.expect("noticed")
    branch.say(f"方案和表决结果一并公示，至 {story.case['notice']['last_on']} 24:00")


def lobbies(branch: Branch) -> list[dict[str, Any]]:
    """Where the notice must hang, as the manager sees it."""
    found: list[dict[str, Any]] = branch.story.do("manager", "/lobbies", method="GET")["items"]
    return found


def post(branch: Branch, there: list[dict[str, Any]]) -> None:
    """The manager hangs the notice in these lobbies and photographs it."""
    story = branch.story
    for number, lobby in enumerate(there):
        path = f"/lobbies/{lobby['token']}/evidence"
        words = f"{story.case['number']} {lobby['token']}"
        picture = photo(words, 150 + number, lobby["evidence_url"])
        story.play.upload(path, story.tokens["manager"], "lobby.jpg", picture, "image/jpeg")


def notice_over(branch: Branch) -> None:
    """The notice ran out without objection; registered."""
    story = branch.story
    story.play.until("公示期满", lambda: story.look()["state"] == "cleared")
    story.do("clerk", "/registration")
    branch.say(
        f"公示期满，登记备案 {story.case['registration_number']}；{story.case['state_title']}"
    )


def deposit(branch: Branch, amount_fen: int, voucher: str, payer: str) -> None:
    """A sole owner's money: entered by one, confirmed by another, booked by the bank. 二(三)3."""
    today = branch.story.play.now().date()
    told = {
        "amount_fen": amount_fen,
        "method": "transfer",
        "custody_id": branch.books.account(branch.books.banks.main)["id"],
        "effective_on": today.isoformat(),
        "voucher": voucher,
    }
    made = branch.story.do("finance", "/receipts", told)
    _confirmed(branch, [made["receipt_id"]])
    branch.books.banks.book(today, amount_fen, "存入电梯保险专户", voucher, payer)


def collect(branch: Branch, voucher: str) -> int:
    """What homes owe comes as the bank's file: entered by one, confirmed by another. 二(二)6."""
    story, books = branch.story, branch.books
    today = story.play.now().date()
    owing = story.do("clerk", "/collection?state=owing&limit=200", method="GET")
    lines = ["房屋编号,金额,日期,凭证号"]
    for nth, home in enumerate(owing["items"], 1):
        number = f"{voucher}{nth:03d}"
        lines.append(f"{home['home']},{yuan(home['left_fen']).replace(',', '')},{today},{number}")
        books.banks.book(today, home["left_fen"], "归集电梯保险费", number, home["home"])
    custody = books.account(books.banks.main)["id"]
    path = f"/cases/{story.case['id']}/receipts/file?custody_id={custody}"
    content = ("\n".join(lines) + "\n").encode("utf-8-sig")
    made = story.play.upload(path, story.tokens["finance"], "代收.csv", content, CSV)
    _confirmed(branch, made["receipt_ids"])
    total: int = made["total_fen"]
    return total


def _confirmed(branch: Branch, receipt_ids: list[str]) -> None:
    case = branch.story.case["id"]
    told = {"receipt_ids": receipt_ids}
    branch.refused(f"/cases/{case}/receipts/confirmation", told, "finance", "SamePerson")
    branch.story.do("finance2", "/receipts/confirmation", told)
    branch.story.look()


def contract(branch: Branch, who: str, number: str, amount_fen: int, start: date) -> None:
    """Signed for a year from that day."""
    told = {
        "number": f"HT-{number}",
        "from_on": start.isoformat(),
        "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
        "amount_fen": amount_fen,
        "file_id": branch.story.paper(who, "contract.jpg"),
    }
    branch.story.do(who, "/contract", told)


def pay(branch: Branch, who: str, number: str) -> int:
    """Asked for with the invoice, prepared, approved by another, paid; the policy. In fen. R9."""
    request(branch, who, number)
    prepare(branch)
    branch.refused(
        f"/cases/{branch.story.case['id']}/payout/approval", None, "finance", "SamePerson"
    )
    approve(branch)
    cover(branch, number)
    branch.expect("insured")
    paid_fen: int = branch.story.case["money"]["paid_fen"]
    return paid_fen


def request(branch: Branch, who: str, number: str) -> None:
    """The payout is asked for, with the invoice over the contract's sum."""
    invoice = {
        "invoice_number": f"FP-{number}",
        "invoice_fen": branch.story.case["contract"]["amount_fen"],
        "invoice_file_id": branch.story.paper(who, "invoice.jpg"),
    }
    branch.story.do(who, "/payout", invoice)


def prepare(branch: Branch) -> None:
    """Finance prepares the payout of the contract's sum."""
    amount_fen = branch.story.case["contract"]["amount_fen"]
    branch.story.do("finance", "/payout/preparation", {"amount_fen": amount_fen})


def approve(branch: Branch) -> None:
    """A second one of finance approves it, and the bank pays."""
    story = branch.story
    amount_fen = story.case["contract"]["amount_fen"]
    story.do("finance2", "/payout/approval")
    branch.books.paid(story.play.now().date(), amount_fen, story.cast.insurer.firm.name)


def cover(branch: Branch, number: str) -> None:
    """The insurer issues the policy."""
    told = {"number": f"BD-{number}", "file_id": branch.story.paper("insurer", "policy.jpg")}
    branch.story.do("insurer", "/policy", told)


def moment(text: str) -> datetime:
    """A moment of an answer."""
    return datetime.fromisoformat(text)
