"""The scenes of the story, in the order of the plan: 附件《操作流程》二(一)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from papers.drawing.page import modules
from rules.conditions import anniversary
from rules.money import yuan
from sandbox.city import City
from sandbox.demo.casting import PREMIUM_FEN, Cast
from sandbox.demo.play import Play, Unexpected


@dataclass
class Story:
    """What the scenes hand on to each other."""

    play: Play
    city: City
    cast: Cast
    folder: Path
    tokens: dict[str, str] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    scope_id: str = ""

    def do(self, who: str, path: str, body: Any = None, method: str = "POST") -> Any:
        """A request about the case; a view of it that comes back is kept."""
        sent = {} if body is None else {"json": body}
        answer = self.play.must(method, f"/cases/{self.case['id']}{path}", self.tokens[who], **sent)
        if isinstance(answer, dict) and "state_title" in answer and "options" in answer:
            self.case = answer
        return answer

    def look(self) -> dict[str, Any]:
        """The case as a clerk sees it now."""
        self.case = self.do("clerk", "", method="GET")
        return self.case

    def expect(self, state: str) -> None:
        """The story goes on only if the case is in this state."""
        self.look()
        if self.case["state"] != state:
            raise Unexpected(f"办件状态为 {self.case['state']}，预期 {state}")
        self.play.say(f"　办件状态：{self.case['state_title']}")

    def paper(self, who: str, name: str) -> str:
        """The id of an uploaded paper of this one."""
        answer = self.play.upload("/files", self.tokens[who], name, photo(name), "image/jpeg")
        return str(answer["id"])


def photo(words: str, shade: int = 200, code: str = "") -> bytes:
    """A JPEG that stands for a photographed paper, or for a lobby with the poster whose code it
    shows."""
    picture = Image.new("RGB", (900, 1200), (shade, shade - 10, shade - 20))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((60, 60, 840, 1140), outline=(90, 90, 90), width=4)
    draw.text((90, 100), words.encode("ascii", "replace").decode(), fill=(30, 30, 30))
    if code:
        draw.rectangle((180, 280, 720, 820), fill=(255, 255, 255))
        for y, row in enumerate(modules(code)):
            for x, dark in enumerate(row):
                left, top = 220 + 10 * x, 320 + 10 * y
                if dark:
                    draw.rectangle((left, top, left + 9, top + 9), fill=(0, 0, 0))
    made = BytesIO()
    picture.save(made, "JPEG", quality=80)
    return made.getvalue()


STAFF = (
    ("clerk", "clerk", 0),
    ("clerk2", "clerk", 1),
    ("reviewer", "reviewer", 0),
    ("finance", "finance", 0),
    ("finance2", "finance", 1),
    ("auditor", "auditor", 0),
    ("administrator", "administrator", 0),
)


def enter_staff(story: Story) -> dict[str, str]:
    """The tokens of those who act besides the owners are there; their usernames by the same key."""
    by_role: dict[str, list[dict[str, Any]]] = {}
    for one in story.play.must("GET", "/sandbox/staff?limit=200")["items"]:
        for role in one["roles"]:
            by_role.setdefault(role, []).append(one)
    found = {key: by_role[role][number] for key, role, number in STAFF}
    firm = story.cast.insurer.firm.name
    found["insurer"] = next(one for one in by_role["insurer"] if one["body_name"] == firm)
    story.tokens |= {key: one["token"] for key, one in found.items()}
    return {key: one["username"] for key, one in found.items()}


def import_city(story: Story) -> None:
    """The Centre takes in the old system's spreadsheets."""
    play = story.play
    source = next(story.folder.glob("*.xlsx"))
    import_file(story, source.name, source.read_bytes())
    rows = story.city.rows
    play.say(
        f"　名册已入库：{len(rows.communities)} 个小区，{len(rows.buildings)} 幢，"
        f"{len(rows.homes)} 户，{len(rows.elevators)} 台电梯"
    )
    close_openings(story)


def close_openings(story: Story) -> None:
    """What was taken over is in the books; two people close the door behind it. R2.9."""
    play, second, shut = story.play, story.tokens["reviewer"], 0
    while True:
        path = "/opening-doors?open=true&limit=200"
        doors = play.must("GET", path, story.tokens["finance"])["items"]
        if not doors:
            break
        body = {"building_ids": [one["building_id"] for one in doors]}
        made = play.must("POST", "/opening-closings", story.tokens["finance"], json=body)
        play.must("POST", f"/opening-closings/{made['id']}/confirmation", second)
        shut += len(doors)
    play.say(f"　{shut} 幢的期初已由两人关闭，此后只以凭证变动")


def import_file(story: Story, name: str, content: bytes) -> None:
    """One file uploaded and checked by a clerk, confirmed by the reviewer, applied."""
    play, clerk = story.play, story.tokens["clerk"]
    media = "application/octet-stream"
    made = play.upload("/imports", clerk, name, content, media)

    def reached(*states: str) -> Any:
        now = play.must("GET", f"/imports/{made['id']}", clerk)
        if now["state"] in {"failed", "faulty"}:
            raise Unexpected(f"导入未通过：{now}")
        return now if now["state"] in states else None

    checked = play.until("核对名册", lambda: reached("ready", "checked"))
    play.say(f"　{name} 核对完毕：{checked['rows_total']} 行，错误 {checked['error_count']} 处")
    play.must("POST", f"/imports/{made['id']}/confirmation", story.tokens["reviewer"])
    play.until("写入名册", lambda: reached("done", "applied"))


def move_in(story: Story) -> None:
    """Owners log in through WeChat, bind their homes, and allow messages."""
    play = story.play
    story.tokens["manager"] = play.login(story.cast.manager_openid)
    for number, owner in enumerate(story.cast.owners, 1):
        key = f"owner{number}"
        story.tokens[key] = play.login(owner.named.openid)
        for home in owner.homes:
            play.must(
                "POST",
                "/bindings",
                story.tokens[key],
                json={
                    "home_id": _home_id(story, home),
                    "name": owner.named.name,
                    "id_number": owner.named.id_number,
                },
            )
        consent(story, key, owner.named.openid)
    play.say(f"{len(story.cast.owners)} 位业主微信登录、核对身份并绑定房屋，同意接收订阅消息")
    scopes = play.must("GET", "/scopes", story.tokens["owner1"])["items"]
    story.scope_id = str(scopes[0]["scope_id"])
    balance = play.must("GET", f"/scopes/{story.scope_id}/balance", story.tokens["owner1"])
    play.say(
        f"业主查询统筹账户：余额 {yuan(balance['balance_fen'])} 元，"
        f"可用 {yuan(balance['available_fen'])} 元"
    )


def _home_id(story: Story, code: str) -> str:
    """The id of a home, found as an owner finds it: community, building, unit, room."""
    play, token = story.play, story.tokens["owner1"]
    home = next(one for one in story.city.rows.homes if one.code == code)
    unit = next(one for one in story.city.rows.units if one.code == home.unit)
    places = play.must("GET", f"/communities?q={story.cast.community}", token)["items"]
    here = next(one for one in places if one["code"] == story.cast.community_code)
    buildings = play.must("GET", f"/communities/{here['id']}/buildings?limit=200", token)
    building = next(one for one in buildings["items"] if one["code"] == story.cast.building_code)
    after = ""
    while True:
        path = f"/buildings/{building['id']}/homes?limit=200&after={after}"
        page = play.must("GET", path, token)
        for one in page["items"]:
            if (one["unit"], one["room"]) == (unit.name, home.room):
                return str(one["id"])
        after = page["next"]
        if not after:
            raise Unexpected(f"没有找到房屋 {code}")


def consent(story: Story, key: str, openid: str) -> None:
    """As wx.requestSubscribeMessage does: WeChat knows, and the phone tells us.

    Long-term and single templates are asked for in pop-ups of their own.
    """
    templates = story.play.must("GET", "/consents", story.tokens[key])["items"]
    for long_term in (True, False):
        ids = [one["template_id"] for one in templates if one["long_term"] is long_term]
        order = {"openid": openid, "template_ids": ids}
        story.play.control.post("/consents", json=order).raise_for_status()
        # WeChat's own word of it is on its way to us: it comes first, every time.
        story.play.control.get("/push", params={"wait": "1"}).raise_for_status()
        told = {"results": {one: "accept" for one in ids}}
        story.play.must("POST", "/consents", story.tokens[key], json=told)


def apply_and_sign(story: Story) -> None:
    """Three owners sign an application for the building's elevators. 附件一1."""
    play = story.play
    token = story.tokens["owner1"]
    lifts = play.must("GET", f"/scopes/{story.scope_id}/elevators", token)["items"]
    insurers = play.must("GET", "/insurers", token)["items"]
    insurer = next(one for one in insurers if one["name"] == story.cast.insurer.firm.name)
    story.case = play.must(
        "POST",
        "/cases",
        token,
        json={
            "scope_id": story.scope_id,
            "elevator_ids": [one["id"] for one in lifts],
            "insurer_id": insurer["id"],
        },
    )
    play.say(f"业主甲发起申请 {story.case['number']}：{len(lifts)} 台电梯，并第一个签名")
    for key in ("owner2", "owner3"):
        story.do(key, "/signatures")
        play.say(f"又一位业主签名，已有 {story.case['heads']} 户")
    story.expect("filed")


def accept_and_plan(story: Story) -> None:
    """The Centre accepts; the insurer surveys and files a plan, which holds the premium."""
    story.do("clerk", "/acceptance")
    story.play.say("住保中心核对四项条件，全部通过，予以受理")
    plans = [
        {
            "elevator_id": one["id"],
            "premium_fen": PREMIUM_FEN - 1_000 * number,
            "limit_fen": 5_000_000,
            "deductible_fen": 20_000,
        }
        for number, one in enumerate(story.case["elevators"])
    ]
    told = {
        "survey": "现场查勘：机房、轿厢、层门运行正常，维保记录完整。",
        "cover": "被保险电梯因故障产生的维修费用，含配件及人工。",
        "service": "每季度一次风险巡检，故障三十分钟内响应。",
        "elevators": plans,
    }
    story.do("insurer", "/plan", told)
    money = story.case["money"]
    story.play.say(f"保险公司提交方案，一年保费 {yuan(money['premium_fen'])} 元已从统筹账户预留")
    story.expect("planned")


def post_notice(story: Story) -> dict[str, str]:
    """The notice is published, printed, and posted in every lobby with a photo each."""
    play = story.play
    story.do("clerk", "/notice")
    lobbies = story.do("manager", "/lobbies", method="GET")["items"]
    png = story.do("manager", f"/poster.png?unit_id={lobbies[0]['unit_id']}", method="GET")
    pdf = story.do("manager", "/poster.pdf?size=A4", method="GET")
    a3 = story.do("manager", "/poster.pdf?size=A3", method="GET")
    papers = {"poster_png": "poster.png", "poster_pdf": "poster.pdf", "a3": "poster-a3.pdf"}
    for name, content in zip(papers.values(), (png, pdf, a3), strict=True):
        (story.folder / name).write_bytes(content)
    play.say(f"公示海报已生成（PNG、PDF A4、PDF A3），共 {len(lobbies)} 个单元")
    for number, lobby in enumerate(lobbies):
        play.upload(
            f"/lobbies/{lobby['token']}/evidence",
            story.tokens["manager"],
            "lobby.jpg",
            photo(f"lobby {number}", 170 + number, lobby["evidence_url"]),
            "image/jpeg",
        )
        play.say("物业扫描海报二维码并上传张贴照片")
    story.expect("noticed")
    play.say(f"　全部单元张贴完毕，公示至 {story.case['notice']['last_on']} 24:00")
    return {key: str(story.folder / name) for key, name in papers.items()}


def object_and_decide(story: Story) -> None:
    """On the third day an owner objects: the case pauses by itself. The Centre decides."""
    play = story.play
    play.advance(days=2, hours=5)
    told = {"text": "希望先说明免赔额如何确定，再购买保险。", "file_ids": []}
    objection = story.do("owner5", "/objections", told)
    play.say("一位业主提出书面反对意见，办件当即自动暂缓")
    story.expect("paused")
    refused = play.ask("POST", f"/cases/{story.case['id']}/registration", story.tokens["clerk"])
    if refused.status_code != 409:
        raise Unexpected(f"暂缓期间竟可登记：{refused.status_code}")
    play.say(f"　暂缓期间不能登记备案：{refused.json()['title']}")
    play.advance(days=2)
    play.must(
        "POST",
        f"/objections/{objection['objection_id']}/dismissal",
        story.tokens["reviewer"],
        json={"reason": "免赔额依据保险条款确定并已在方案中公示，理由不成立；已逐条书面答复。"},
    )
    play.say("复核人（非经办人）作出不成立的书面决定，公示按剩余天数继续")
    story.expect("noticed")
    play.say(f"　公示顺延至 {story.case['notice']['last_on']} 24:00")


def run_out(story: Story) -> None:
    """The days run out: the clock closes the notice by itself."""
    play = story.play
    ends_at = datetime.fromisoformat(story.case["notice"]["ends_at"])
    # The clock goes on while the story looks: a second would do on a quick machine only.
    play.move_to(ends_at - timedelta(minutes=1))
    story.expect("noticed")
    play.move_to(ends_at + timedelta(hours=9))
    play.until("公示期满", lambda: story.look()["state"] == "cleared")
    play.say("公示期满，没有未办结的反对意见")
    new_visits(story)


def new_visits(story: Story) -> None:
    """The maintenance firm's newest visits come in as a sheet; the conditions need them."""
    today = story.play.now().date()
    contractors = {one.code: one.contractor for one in story.city.rows.elevators}
    lines = ["注册代码,维保日期,维保单位,维保结果"]
    for code in story.cast.elevators:
        lines.append(f"{code},{today},{contractors[code]},正常")
    content = ("\n".join(lines) + "\n").encode("utf-8-sig")
    import_file(story, "维保.csv", content)


def register_and_contract(story: Story) -> None:
    """Registered with a number; applicant and insurer sign; the contract is entered."""
    play = story.play
    story.do("clerk", "/registration")
    play.say(f"登记备案：{story.case['registration_number']}")
    start = play.now().date() + timedelta(days=15)
    premium = story.case["money"]["premium_fen"]
    told = {
        "number": "HT-2026-0001",
        "from_on": start.isoformat(),
        "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
        "amount_fen": premium - 5_000,
        "file_id": story.paper("owner1", "contract.jpg"),
    }
    story.do("owner1", "/contract", told)
    play.say(f"申请人与保险公司签订合同，合同金额 {yuan(premium - 5_000)} 元，低于方案")
    story.expect("contracted")


def change_payee(story: Story) -> None:
    """The insurer is paid into another account: two at the Centre, then its own word. R3.5."""
    play, tokens = story.play, story.tokens
    where = f"/insurers/{story.case['insurer_id']}/payee-accounts"
    told = {"bank": "示例银行", "bank_account": "9999000011112222", "source": "保险公司来函"}
    path = f"/payee-accounts/{play.must('POST', where, tokens['finance'], json=told)['id']}"
    same = play.ask("POST", f"{path}/confirmation", tokens["finance"])
    if same.status_code != 403:
        raise Unexpected(f"录入人竟可自己复核收款账户：{same.status_code}")
    play.must("POST", f"{path}/confirmation", tokens["finance2"])
    told = play.must("POST", f"{path}/unmasking", tokens["insurer"], json={})
    live = play.must("POST", f"{path}/answer", tokens["insurer"], json={"agrees": True})
    play.say(
        f"保险公司变更收款账户：两人办理，保险公司核对 {told['bank_account']} 后确认，"
        f"{live['bank_account']} 启用"
    )


def pay(story: Story) -> None:
    """Papers, preparer, approver, paid to the fen; the rest of the hold is released. R9."""
    play = story.play
    amount = story.case["contract"]["amount_fen"]
    told = {
        "invoice_number": "FP-2026-0001",
        "invoice_fen": amount,
        "invoice_file_id": story.paper("owner1", "invoice.jpg"),
    }
    story.do("owner1", "/payout", told)
    play.say(f"申请人申请拨付，材料齐全，拨付期限 {story.case['payout']['due_on']}")
    change_payee(story)
    story.do("finance", "/payout/preparation", {"amount_fen": amount})
    same = play.ask("POST", f"/cases/{story.case['id']}/payout/approval", story.tokens["finance"])
    if same.status_code != 403:
        raise Unexpected(f"制单人竟可自己复核：{same.status_code}")
    story.do("finance2", "/payout/approval")
    play.say(f"财务制单、另一人复核，已向保险公司拨付 {yuan(amount)} 元")
    told = {"number": "BD-2026-0001", "file_id": story.paper("insurer", "policy.jpg")}
    story.do("insurer", "/policy", told)
    story.expect("insured")
