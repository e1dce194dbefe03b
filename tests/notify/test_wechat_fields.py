"""Texts that fit: the client's rules against the emulator's, which were written apart from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notify.templates import TEMPLATES
from notify.wechat import Unfit, fit
from sandbox.wechat.fields import CHECKS, accepts

COMMUNITY = "湘西土家族苗族自治州吉首市乾州街道某某国际花园三期北苑"


@pytest.mark.parametrize(
    ("field_type", "text", "fitted"),
    [
        ("thing1", "乾州花园", "乾州花园"),
        ("thing1", COMMUNITY, "湘西土家族苗族自治州吉首市乾州街道某某…"),
        (
            "thing1",
            "一二三四五六七八九十一二三四五六七八，再也放不下",
            "一二三四五六七八九十一二三四五六七八…",
        ),
        ("thing1", "第一行\n第二行\t\u0000尾", "第一行 第二行 尾"),
        ("thing1", "\u202e反\u200b向", "反向"),
        ("thing1", "𠮷" * 12, "𠮷" * 9 + "…"),
        ("phrase2", "公示中", "公示中"),
        ("phrase2", "已受理，待查勘", "已受理待查"),
        ("phrase2", "第2次公示", "第次公示"),
        ("character_string1", "办件 DTBX-2025-0001", "DTBX-2025-0001"),
        ("character_string1", "A" * 40, "A" * 32),
        ("number1", "123.50", "123.50"),
        ("letter1", "Ab 1", "Ab"),
        ("symbol1", "a!?", "!?"),
        ("time3", "2025-09-26T15:01:00+08:00", "2025年9月26日 15:01"),
        ("time3", "2025-09-26T07:01:00Z", "2025年9月26日 15:01"),
        ("time3", "2025-09-26T23:30:00+00:00", "2025年9月27日 07:30"),
        ("date3", "2025-09-06", "2025年9月6日"),
        ("time3", "2025年9月26日 15:01~2025年10月9日 24:00", None),
        ("time3", "2025年9月26日~2025年10月9日", "2025年9月26日~2025年10月9日"),
        ("time3", "15:01", "15:01"),
        ("time3", "25:01", None),
        ("time3", "明天", None),
        ("time3", "2025-13-40T15:01:00+08:00", None),
        ("amount1", "¥1,234.50元", "¥1234.50元"),
        ("amount1", "12345678901", None),
        ("number1", "9" * 33, None),
        ("phone_number1", "0743-8200000", "0743-8200000"),
        ("phone_number1", "1" * 18, None),
        ("car_number1", "湘U 12345", "湘U12345"),
        ("name1", "欧阳某某", "欧阳某某"),
        ("name1", "A" * 25, "A" * 20),
        ("name1", "阿" * 11, "阿" * 10),
        ("name1", "阿A" * 6, "阿A" * 5),
        ("enum1", "同意", "同意"),
        ("thing1", " \n ", None),
        ("phrase1", "OK", None),
        ("unheard_of1", "x", None),
    ],
)
def test_fit(field_type: str, text: str, fitted: str | None) -> None:
    if fitted is None:
        with pytest.raises(Unfit):
            fit(field_type, text)
    else:
        assert fit(field_type, text) == fitted
        assert accepts(field_type, fitted)


def test_the_end_of_a_long_name_can_stay() -> None:
    fitted = fit("thing1", COMMUNITY, tail=4)
    assert fitted == "湘西土家族苗族自治州吉首市乾州…三期北苑"
    assert len(fitted) == 20
    assert fit("thing1", "短名", tail=4) == "短名"
    assert len(fit("thing1", COMMUNITY, tail=99)) == 20


@given(kind=st.sampled_from(sorted(CHECKS)), text=st.text(max_size=60), tail=st.integers(0, 30))
def test_whatever_fits_is_accepted(kind: str, text: str, tail: int) -> None:
    if kind == "enum":  # its values are WeChat's own list
        return
    try:
        fitted = fit(kind, text, tail=tail)
    except Unfit:
        return
    assert accepts(kind, fitted), (kind, fitted)
    assert fit(kind, fitted) == fitted


def test_the_templates_name_known_fields() -> None:
    assert len({t.name for t in TEMPLATES}) == len(TEMPLATES) == 3
    for template in TEMPLATES:
        assert 2 <= len(template.fields) <= 5
        assert len({f.key for f in template.fields}) == len(template.fields)
        assert all(f.key.rstrip("0123456789") in CHECKS for f in template.fields)
