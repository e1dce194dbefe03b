"""The public pages, in a real browser: complete, readable on a phone, safe, printable. R12.1."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from playwright.sync_api import Browser, Page

from console import links
from console.notices import NoticeState, PublicObjection, TimelineEntry, notice_page
from console.problems import problem_page
from console.templates import page as templated
from rules.disclosure import Stage
from rules.money import yuan
from tests.console.looks import CONTRAST, STRUCTURE
from tests.console.samples import ENDS, NOW, PAPER, TIMELINE, pages, states
from tests.console.years import YEAR
from tests.papers.samples import household_paper

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


def text_of(html: str) -> str:
    """What a reader sees, without spaces."""
    seen: list[str] = []

    class Seeing(HTMLParser):
        def handle_data(self, data: str) -> None:
            seen.append(data)

    Seeing().feed(html)
    return re.sub(r"\s", "", "".join(seen))


@pytest.fixture
def phone(browser: Browser) -> Page:
    """A small phone's window."""
    return browser.new_page(viewport=PHONE)


def test_the_notice_shows_what_the_rules_ask_for() -> None:
    """R7.3: the same facts as the paper, and how the notice stands."""
    text = text_of(notice_page(PAPER, TIMELINE, states()[Stage.RUNNING]))
    said = [
        PAPER.place,
        PAPER.case_number,
        "方案第1版",
        PAPER.check_code,
        "公示中",
        "还剩4天",
        "2025年5月6日（星期二）24时",
        PAPER.applicant_words,
        PAPER.insurer,
        PAPER.cover,
        PAPER.limit_words,
        PAPER.deductible,
        yuan(PAPER.total_fen),
        PAPER.account_scope,
        PAPER.scope_note,
        yuan(PAPER.pooled_fen),
        yuan(PAPER.held_fen),
        yuan(PAPER.available_fen),
        "2024年度增值收益",
        "以前年度未分配增值收益转入",
        "书面意见送交市住保中心",
        "全部单元张贴完毕，公示期开始",
        PAPER.phone,
    ]
    said += [lift.code for lift in PAPER.elevators] + [lift.location for lift in PAPER.elevators]
    said += [rule.words for rule in PAPER.rules] + [rule.clause for rule in PAPER.rules]
    assert [one for one in said if re.sub(r"\s", "", one) not in text] == []


def test_a_notice_says_who_pays_and_what_the_owners_said() -> None:
    """附件二(二)4: not a word of a pool that does not pay."""
    paper = household_paper()
    assert paper.payment is not None and paper.vote is not None
    html = notice_page(paper, TIMELINE, NoticeState(Stage.RUNNING, ENDS))
    text = text_of(html)
    for told in (paper.title, paper.payment.words(paper.total_fen), paper.vote.result_words):
        assert re.sub(r"\s", "", told) in text
    assert f'href="{paper.vote.url}"' in html
    main = text.partition(paper.title)[2]
    assert "统筹账户支付" not in main and "余额" not in main
    nobody = text_of(notice_page(replace(paper, vote=None), (), NoticeState(Stage.RUNNING, ENDS)))
    assert "无须业主表决" in nobody


def test_a_paused_notice_says_so_and_promises_no_end() -> None:
    """R7.5, R7.6, R7.8: 暂缓, days left, the objection's text or nothing, never who."""
    text = text_of(notice_page(PAPER, TIMELINE, states()[Stage.PAUSED]))
    assert "暂缓实施" in text
    assert "恢复后公示期还有3天" in text
    assert "反对意见截止" not in text
    assert "希望先比较三家保险机构的报价" in text
    assert text.count("内容不予公开") == text.count("内容正在审核") == 1


def test_the_last_day_is_called_the_last() -> None:
    state = replace(states()[Stage.RUNNING], days_left=1)
    assert "今天是最后一天" in text_of(notice_page(PAPER, TIMELINE, state))


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_words(stage: Stage) -> None:
    text = text_of(notice_page(PAPER, (), NoticeState(stage)))
    assert stage.label in text and stage.meaning in text
    asks = stage in (Stage.POSTING, Stage.RUNNING, Stage.PAUSED)
    assert ("不同意怎么办" in text) == asks


def test_what_people_wrote_is_never_markup() -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    html = notice_page(
        replace(PAPER, community=evil, cover=evil, insurer=evil),
        (TimelineEntry(NOW, evil),),
        NoticeState(Stage.PAUSED, reason=evil, objections=(PublicObjection(NOW, evil, evil),)),
    )
    assert "<script" not in html and "<img" not in html
    assert html.count("&lt;script&gt;") >= 6
    assert "<script" not in problem_page(404, evil, evil, evil)


def test_a_missing_fact_is_an_error_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        templated("notice.html", paper=PAPER)


@pytest.mark.parametrize("verdict", ["genuine", "superseded", "withdrawn", "unknown"])
def test_the_check_says_what_the_paper_is(verdict: str) -> None:
    words = {
        "genuine": "公示属实",
        "superseded": "版本已作废",
        "withdrawn": "公示已撤回",
        "unknown": "查无此码",
    }
    text = text_of(pages()[f"{links.CHECK}/{verdict}"])
    assert [word for word in words.values() if word in text] == [words[verdict]]
    assert (PAPER.case_number in text) == (verdict != "unknown")


@pytest.mark.parametrize("path", list(pages()))
def test_no_page_has_script_style_or_foreign_parts(path: str) -> None:
    html = pages()[path]
    if path == links.LOG:
        html = html.replace(f'<script src="{links.LOG_SCRIPT}" defer></script>', "")
    assert not re.search(r"<script|<style|<iframe|\sstyle=|\son\w+=|javascript:", html)
    assert not re.search(r"(?:src|action)=\"?https?:", html)
    assert re.findall(r'<link[^>]*href="([^"]*)"', html) == [links.ICON, links.STYLE]


def test_every_page_on_a_phone(site: str, phone: Page) -> None:
    """No sideways scrolling at 360 px, one heading, captions, labels, contrast, no CSP trouble."""
    complaints: list[str] = []
    phone.on("console", lambda message: complaints.append(message.text))
    phone.on("pageerror", lambda error: complaints.append(str(error)))
    for path in pages():
        phone.goto(site + path)
        found = phone.evaluate(STRUCTURE)
        assert found["scroll"] <= PHONE["width"], path
        assert found["wide"] == [], path
        assert (found["lang"], found["h1"], found["skip"]) == ("zh-CN", 1, "#main"), path
        assert found["levels"] == sorted(found["levels"]), path
        assert found["captions"] and found["labels"] and found["named"], path
        assert len(found["ids"]) == len(set(found["ids"])), path
        assert found["title"].endswith(PAPER.centre), path
        assert not found["small"], path
        assert phone.evaluate(CONTRAST) >= 4.5, path
    assert complaints == []


def test_tables_stay_tables_for_those_who_hear_them(site: str, phone: Page) -> None:
    phone.goto(site + links.SCOPES)
    assert phone.get_by_role("table", name="增值收益统筹账户").count() == 1
    assert phone.get_by_role("cell", name="52,345.67").count() == 1
    assert phone.get_by_role("columnheader", name="可用（元）").count() == 1


def test_every_page_on_a_desk(site: str, browser: Browser) -> None:
    desk = browser.new_page(viewport=DESK)
    for path in pages():
        desk.goto(site + path)
        assert desk.evaluate("document.documentElement.scrollWidth") <= DESK["width"], path
        assert desk.evaluate("document.fonts.status") == "loaded"


def test_the_keyboard_reaches_the_text_first(site: str, phone: Page) -> None:
    phone.goto(f"{site}{links.NOTICES}/running")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "跳到正文"
    assert phone.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


def test_the_check_form_asks_for_the_code(site: str, phone: Page) -> None:
    phone.goto(f"{site}{links.CHECK}/asking")
    phone.get_by_label("查验码").fill("7K4M-2QXT")
    with phone.expect_navigation():
        phone.get_by_role("button", name="查验").click()
    assert phone.url == f"{site}{links.CHECK}?code=7K4M-2QXT"


def test_the_notice_prints_on_two_pages_without_the_furniture(site: str, browser: Browser) -> None:
    desk = browser.new_page(viewport=DESK)
    desk.goto(f"{site}{links.NOTICES}/running")
    pdf = desk.pdf(format="A4", prefer_css_page_size=False)
    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
    desk.emulate_media(media="print")
    assert not desk.get_by_role("navigation").is_visible()
    assert desk.get_by_role("heading", name="保险方案", exact=True).is_visible()


def test_the_years_figures_are_all_there(site: str, phone: Page) -> None:
    """R12.1: totals, banks, accounts; what is withheld says so and leads nowhere."""
    phone.goto(site + links.year(YEAR))
    said = phone.inner_text("main")
    for words in ("1,950,000.00", "449,980.00", "第1版", "石榴苑1栋", "不公开"):
        assert words in said, words
    assert phone.get_by_role("link", name="石榴苑1栋").count() == 1
    assert phone.get_by_role("link", name="别处小区1栋").count() == 0
    assert "更正前后对照" not in said
    phone.goto(f"{site}{links.YEARS}/corrected")
    beside = phone.get_by_role("table", name="更正前后对照")
    assert "449,980.00" in beside.inner_text() and "449,979.00" in beside.inner_text()


def test_an_income_is_explained_step_by_step(site: str, phone: Page) -> None:
    """R4.7: deposits, rates, days, weights, remainders, and how to do it again."""
    phone.goto(site + links.income("a1", YEAR))
    said = phone.inner_text("main")
    for words in ("约定1.95%，基准1.50%", "366天", "50432096350", "余数98765432109876543219"):
        assert words in said, words
    assert phone.get_by_role("link", name="复算脚本").get_attribute("href") == links.SCRIPT


def test_a_year_prints_without_the_furniture(site: str, browser: Browser) -> None:
    desk = browser.new_page(viewport=DESK)
    for path in (links.year(YEAR), links.income("a1", YEAR)):
        desk.goto(site + path)
        desk.emulate_media(media="print")
        assert not desk.get_by_role("navigation").is_visible()
        assert not desk.get_by_role("link", name="复算脚本").is_visible()
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", desk.pdf(format="A4"))) <= 3
        desk.emulate_media(media="screen")


def test_a_vote_promises_no_more_than_there_is(site: str, phone: Page) -> None:
    """R12.2: of few the outcome alone is told, so there is neither a recount nor a receipt to look
    for; of a void one nothing will ever be counted."""
    phone.goto(site + links.vote("few"))
    said = phone.inner_text("main")
    assert "表决未通过" in said and "只公布是否通过" in said and "自行核对结果" in said
    assert "计算过程" not in said and "重新计票" not in said and "--receipt" not in said
    assert phone.locator("section.state.ended").count() == 1, "not the green of what was carried"
    phone.goto(site + links.vote("passed"))
    assert phone.locator("section.state.registered").count() == 1
    phone.goto(site + links.vote("void"))
    said = phone.inner_text("main")
    assert "怎样投票" not in said and "重新计票" not in said


def test_the_fingerprints_of_a_vote_are_printed(site: str, browser: Browser) -> None:
    """R8.5: the paper tells the two fingerprints, without what only a screen can do."""
    desk = browser.new_page(viewport=DESK)
    desk.goto(site + links.vote("passed"))
    desk.emulate_media(media="print")
    assert desk.get_by_text("a7" * 32, exact=True).is_visible()
    assert not desk.get_by_role("link", name="复核脚本").is_visible()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", desk.pdf(format="A4"))) <= 2
