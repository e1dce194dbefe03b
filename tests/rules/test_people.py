"""Names, phones and numbers: equal when they are the same, masked when they are shown."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.people import (
    IdKind,
    Role,
    body_check_character,
    id_kind,
    mask_id,
    mask_name,
    mask_phone,
    normalise_id,
    normalise_name,
    resident_check_character,
)

LETTERS = "张欧阳诸葛石龙阿依公司有限业主委员会·•．. 　ＡａBzß（）*𠮷\u200b\ufe00"
PLACES = ["433101", "433122", "110101", "810000", "830000", "911124"]

names = st.text(LETTERS, max_size=12)


def resident(place, born, order):
    number = f"{place}{born:%Y%m%d}{order:03d}"
    return number + resident_check_character(number)


residents = st.builds(
    resident,
    st.sampled_from(PLACES),
    st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    st.integers(0, 999),
)
bodies = st.from_regex(r"\A[19AN][123][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}\Z").map(
    lambda code: code + body_check_character(code)
)


def test_roles_of_section_1():
    staff = {Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR, Role.ADMINISTRATOR}
    assert len(Role) == 15
    assert staff < set(Role)


# --- names


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳娜娜", "欧阳**"),
        ("欧阳娜", "欧阳*"),
        # Two characters are surname and given name, even when they spell a compound surname.
        ("欧阳", "欧*"),
        ("諸葛亮", "諸葛*"),
        # A single character would be the whole name.
        ("张", "*"),
        ("", ""),
        ("阿依古丽·买买提", "阿***·***"),
        ("阿依古丽 • 买买提", "阿***·***"),
        ("阿依古丽．买买提", "阿***·***"),
        ("ＪＯＨＮ　Smith", "J*** S****"),
        ("张Lisa", "张****"),
        ("𠮷野家", "𠮷**"),
        ("  张　三 ", "张*"),
        ("吉首市华泰置业有限公司", "吉首*****有限公司"),
        ("吉首市华泰置业（集团）股份有限公司", "吉首*********股份有限公司"),
        ("华泰公司", "华*公司"),
        ("华公司", "*公司"),
        ("吉首市第一人民医院", "吉首*****医院"),
        ("团结小区业主委员会", "团结**业主委员会"),
        # People called so; and a shop that bears its keeper's name.
        ("李大学", "李**"),
        ("王中心", "王**"),
        ("张三副食店", "张****"),
    ],
)
def test_masked_names(name, masked):
    assert mask_name(name) == masked


@given(names)
def test_a_mask_hides_something_and_is_stable(name):
    masked = mask_name(name)
    assert mask_name(masked) == masked
    assert len(masked) == len(normalise_name(name))
    if any(one.isalpha() for one in normalise_name(name)) and name != masked:
        assert masked.endswith(("公司", "委员会")) or "*" in masked


@given(st.text("张欧阳诸葛石龙彭田向麻廖吴", min_size=1, max_size=6))
def test_no_person_is_shown_in_full(name):
    masked = mask_name(name)
    assert "*" in masked
    assert len(masked.rstrip("*")) <= 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张　三", "张三"),
        ("阿依·古丽", "阿依•古丽"),
        ("阿依・古丽", "阿依 ‧ 古丽"),
        ("阿依·古丽", "阿依．古丽"),
        ("阿依·古丽", "阿依.古丽"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", " john   smith "),
        ("张三\u200b", "\ufeff张三"),
        ("葛\U000e0100城", "葛城"),
        ("吉首市（华泰）公司", "吉首市(华泰)公司"),
        ("\uf9f0", "藺"),
    ],
)
def test_names_that_are_the_same(one, other):
    assert normalise_name(one) == normalise_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("张三", "张三丰"), ("阿依古丽", "阿依·古丽"), ("J. Smith", "J Smith")]
)
def test_names_that_are_not(one, other):
    assert normalise_name(one) != normalise_name(other)


@given(st.one_of(names, st.text(max_size=12)))
@example("ΐ")  # Its capital comes in three pieces, two of which can be put together again.
def test_normalising_is_stable(name):
    once = normalise_name(name)
    assert normalise_name(once) == once
    assert once == once.strip()


# --- phones


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("138 0000 1234", "138****1234"),
        ("+86 138-0000-1234", "138****1234"),
        ("008613800001234", "138****1234"),
        ("１３８００００１２３４", "138****1234"),
        ("0743-8222233", "*********33"),
        ("12333", "***33"),
        ("110", "***"),
        ("", ""),
        ("138****1234", "138****1234"),
    ],
)
def test_masked_phones(phone, masked):
    assert mask_phone(phone) == masked


@given(st.text("0123456789+- ", max_size=20))
def test_masked_phone_is_stable_and_keeps_no_more_than_seven_digits(phone):
    masked = mask_phone(phone)
    assert mask_phone(masked) == masked
    assert sum(one.isdigit() for one in masked) <= 7
    assert "*" in masked or not any(one.isdigit() for one in phone)


# --- identity numbers


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        # The example of GB 11643 itself.
        ("11010519491231002X", IdKind.RESIDENT),
        ("11010519491231002x", IdKind.RESIDENT),
        (" 110105 19491231 002Ｘ ", IdKind.RESIDENT),
        ("11010519491231002×", IdKind.RESIDENT),
        ("110105194912310021", None),
        # Born before 1982, when Jishou became a city and got its code.
        ("433101196503071233", IdKind.RESIDENT),
        # Hong Kong's residence permit, and a foreigner's.
        ("810000199003071237", IdKind.RESIDENT),
        ("911124199003071238", IdKind.RESIDENT),
        ("433101900307123", IdKind.RESIDENT),
        ("433101901307123", None),
        ("003101900307123", None),
        ("43310190030712X", None),
        ("91110000600037341L", IdKind.BODY),
        ("91110000600037341l", IdKind.BODY),
        ("91110000600037341M", None),
        # The alphabet of GB 32100 has no I, O, S, V, Z.
        ("9111000060003734IL", None),
        ("E12345678", None),
        ("", None),
        ("X" * 18, None),
        ("１" * 18, None),
    ],
)
def test_kinds_of_numbers(number, kind):
    assert id_kind(number) == kind


@pytest.mark.parametrize("born", ["19900229", "19901301", "19900100", "18000101", "21500101"])
def test_a_birthday_that_is_none(born):
    number = f"433101{born}123"
    assert id_kind(number + resident_check_character(number)) is not IdKind.RESIDENT


def test_leap_day_is_a_birthday():
    assert id_kind(resident("433101", date(2000, 2, 29), 1)) is IdKind.RESIDENT


@given(residents)
def test_generated_residents_are_valid(number):
    assert id_kind(number) is IdKind.RESIDENT


@given(residents, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_always_noticed(number, place, wrong):
    changed = number[:place] + wrong + number[place + 1 :]
    assert (id_kind(changed) is IdKind.RESIDENT) == (changed == number)


@given(residents.filter(lambda number: number[0] != "9"), st.sampled_from("0123456789X"))
def test_a_mistyped_resident_is_not_taken_for_a_body(number, wrong):
    assert (id_kind(number[:17] + wrong) is not None) == (number[17] == wrong)


def test_a_body_in_yanqing_is_no_foreigner():
    # All digits, with what could be a birthday in the middle.
    code = "91110119901231101"
    assert id_kind(code + body_check_character(code)) is IdKind.BODY


@given(residents, st.integers(0, 16))
def test_two_changed_places_are_always_noticed(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert (id_kind(swapped) is IdKind.RESIDENT) == (swapped == number)


@given(bodies, st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_bodies_and_one_wrong_character(code, place, wrong):
    assert id_kind(code) is not None
    changed = code[:place] + wrong + code[place + 1 :]
    assert (id_kind(changed) is IdKind.BODY) <= (changed == code)


def test_old_and_new_numbers_of_one_person_match():
    assert normalise_id("110105491231002") == "11010519491231002X"
    assert normalise_id("11010549-1231002") == normalise_id("11010519491231002x")
    # What only looks like an old number is left as it is.
    assert normalise_id("110105499931002") == "110105499931002"
    assert normalise_id("003101900307123") == "003101900307123"


@given(st.one_of(residents, bodies, st.text(max_size=20)))
def test_normalised_numbers_are_stable_and_plain(number):
    once = normalise_id(number)
    assert normalise_id(once) == once
    assert once.isascii()
    assert once == once.upper()


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "1101************2X"),
        ("110105491231002", "1101************2X"),
        ("91110000600037341L", "9111************1L"),
        ("E12345678", "********8"),
        ("A123", "****"),
        ("", ""),
    ],
)
def test_masked_numbers(number, masked):
    assert mask_id(number) == masked
    assert mask_id(masked) == masked
