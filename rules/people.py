"""Who people are to this system: roles, names, identity numbers. R2.5, R12.2.

`normalise_*` make two spellings of one thing equal, for matching against the roll; `mask_*` make
what may be shown to others. Both are stable: done twice they give the same as done once.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """在本系统中的身份，一人可以兼有几种。第1节。"""

    PUBLIC = "public"
    PERSON = "person"
    OWNER = "owner"
    COMMITTEE = "committee"
    MANAGER = "manager"
    INSURER = "insurer"
    INDEPENDENT = "independent"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    FINANCE = "finance"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    STREET = "street"
    BUREAU = "bureau"
    SYSTEM = "system"


ROLE_TITLES: dict[Role, str] = {
    Role.PUBLIC: "公众",
    Role.PERSON: "微信用户",
    Role.OWNER: "业主",
    Role.COMMITTEE: "业主委员会",
    Role.MANAGER: "物业服务企业",
    Role.INSURER: "保险机构",
    Role.INDEPENDENT: "独立产权人",
    Role.CLERK: "中心经办人",
    Role.REVIEWER: "中心复核人",
    Role.FINANCE: "中心资金管理",
    Role.AUDITOR: "审计监督",
    Role.ADMINISTRATOR: "系统管理员",
    Role.STREET: "街道社区",
    Role.BUREAU: "市场监管局",
    Role.SYSTEM: "系统（到期自动）",
}
"""What people call each role."""

CASEWORKERS = frozenset({Role.CLERK, Role.REVIEWER})
"""Who works on cases: 经办与复核."""

CASE_READERS = CASEWORKERS | {Role.AUDITOR}
"""Who reads the papers of any case and vote, and objections with their texts."""

DESK = CASEWORKERS | {Role.FINANCE}
"""Who enters and decides at the Centre: 经办、复核与财务."""

DESK_READERS = DESK | {Role.AUDITOR}
"""Who reads what lies on the Centre's desk."""

CENTRE_STAFF = DESK_READERS | {Role.ADMINISTRATOR}
"""Everybody who is employed at the Centre."""

CENTRE = CENTRE_STAFF | {Role.BUREAU}
"""The Centre and the bureau above it: who sees every case."""

LIMITED_STAFF = frozenset({Role.INSURER, Role.STREET})
"""Who sees their own cases only: an insurer's are those it insures, a street's its community's."""

STAFF = CENTRE | LIMITED_STAFF
"""Everybody who logs in with a password."""

LOGGED_IN = STAFF | {Role.PERSON}
"""Everybody who is logged in, through WeChat or with a password."""

REGISTRARS = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
"""Who confirms what an administrator entered into a register."""

FUND_CLERKS = frozenset({Role.CLERK, Role.FINANCE})
"""Who enters what reaches the books of the fund."""

CONFIRMERS = frozenset({Role.FINANCE, Role.REVIEWER})
"""Who confirms, as the second person, what reaches the books."""

BOOKKEEPERS = frozenset({Role.FINANCE, Role.AUDITOR})
"""Who reads the books and the bank's lines."""

BOOK_READERS = BOOKKEEPERS | CONFIRMERS
"""Who reads vouchers and journals."""

PAYEE_READERS = BOOK_READERS | {Role.ADMINISTRATOR, Role.INSURER}
"""Who reads which account an insurer is paid into; an insurer its own."""

ROLL_READERS = frozenset({Role.CLERK, Role.AUDITOR})
"""Who reads claims of homes and appointments."""

AGENTS = frozenset({Role.COMMITTEE, Role.MANAGER})
"""Who acts for the owners of a community, by papers."""

SCOPE_PARTIES = AGENTS | {Role.OWNER}
"""Who applies, and pays, for the owners of a scope. R5.1."""

CASE_PARTIES = SCOPE_PARTIES | {Role.INDEPENDENT}
"""Who may apply at all; the sole owner of a building among them. 附件二(三)."""

VISITORS = frozenset({Role.PUBLIC, Role.PERSON})
"""What everybody is who has come through WeChat, whatever the roll says of them."""


class IdKind(StrEnum):
    """Resident identity card 居民身份证 (GB 11643); body 统一社会信用代码 (GB 32100)."""

    RESIDENT = "resident"
    BODY = "body"


# Compound surnames (复姓) still borne, in both scripts.
_COMPOUND_SURNAME = re.compile(
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|司空|夏侯|令狐|淳于|单于|端木|"
    "南宫|独孤|轩辕|呼延|闻人|东郭|西门|百里|申屠|太史|公冶|宗政|濮阳|澹台|赫连|钟离|鲜于|闾丘|"
    "亓官|仲孙|乐正|公羊|公西|南门|拓跋|完颜|纳兰|第五|梁丘|左丘|东门|公良|漆雕|壤驷|颛孙|巫马|"
    "谷梁|歐陽|諸葛|東方|尉遲|公孫|長孫|聞人|澹臺|赫連|鍾離|鮮于|閭丘|獨孤|軒轅|單于|樂正"
)

# What ends the name of a body: no secret, and it tells what kind of body it is. Shops are not
# among them, as many are called after their keeper. A search finds the longest first.
_BODY_ENDING = re.compile(
    "(?:股份有限公司|有限责任公司|有限公司|集团公司|分公司|公司|集团|事务所|合作社|合作联社|"
    "居民委员会|村民委员会|业主委员会|管理委员会|委员会|居委会|村委会|人民政府|"
    "医院|学校|大学|学院|中学|小学|幼儿园|银行|支行|信用社|管理处|办事处|管理局|中心|"
    "协会|商会|基金会|研究院|研究所)$"
)
# A person may well be called 李大学 or 王中心: a name this short is a body only as 公司.
_SHORT_NAME = 4

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DOTS = "·•‧∙⋅・ꞏ⸱᛫"
_ANY_DOT = re.compile(rf"\s*[{_DOTS}]\s*|(?<=[{_HAN}])\s*[.。]\s*(?=[{_HAN}])")
_SPACE_AT_HAN = re.compile(rf"(?<=[{_HAN}])\s+|\s+(?=[{_HAN}])")

# First two digits: provinces, 81 to 83 on the residence permits of Hong Kong, Macau and Taiwan,
# 9 on those of foreigners. No more is looked at: the county is that of the first registration, and
# a list of today's does not have those of a birth fifty years ago.
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9]")
_BODY_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BODY_CODE = re.compile(rf"[{_BODY_ALPHABET}]{{2}}[0-9]{{6}}[{_BODY_ALPHABET}]{{10}}")
# Signs that people type, or programs put, in the place of the check character X.
_LIKE_X = str.maketrans("×ΧХχх", "XXXXX")


def normalise_name(text: str) -> str:
    """The name for matching: full width to half, one kind of dot, no stray spaces, capitals.

    "阿依·古丽", "阿依 • 古丽" and "阿依．古丽" are one name, and so are "田　野" and "田野".
    A Latin name keeps single spaces. Invisible characters and glyph variants are dropped. R2.5.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).upper())
    plain = "".join(character for character in plain if not _invisible(character))
    plain = " ".join(plain.split())
    return _SPACE_AT_HAN.sub("", _ANY_DOT.sub("·", plain)).strip("· ")


def mask_name(text: str) -> str:
    """The name as anybody may see it: 张三 is 张*, 欧阳娜娜 is 欧阳**. R12.2.

    Of a person the surname stays, of a name with a dot or in Latin letters the first letter (of
    each Latin word), of a single character nothing. Of a body the first characters and what ends
    its name stay: 溪州市华泰置业有限公司 is 溪州*****有限公司.
    """
    name = normalise_name(text)
    ending = _BODY_ENDING.search(name)
    if ending and (len(name) > _SHORT_NAME or ending[0] == "公司"):
        own = name[: ending.start()]
        return _keep_first(own, min(2, len(own) - 1)) + ending[0]
    if " " in name and "·" not in name:
        return " ".join(_keep_first(word, 1) for word in name.split())
    return _keep_first(name, 2 if len(name) > 2 and _COMPOUND_SURNAME.match(name) else 1)


def mask_account(text: str) -> str:
    """An account by its last four characters. R12.2."""
    plain = "".join(text.split())
    return f"{'*' * (len(plain) - 4)}{plain[-4:]}" if len(plain) > 4 else "*" * len(plain)


def normalise_phone(text: str) -> str:
    """A number as it is compared: digits alone, a mobile of China without the country, any other
    country's with its plus. R2.5."""
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"[^0-9]", "", plain)
    mobile = re.fullmatch(r"(?:00)?(?:86)?(1[0-9]{10})", digits)
    if mobile:
        return mobile[1]
    return f"+{digits}" if plain.startswith("+") else digits


def mask_phone(text: str) -> str:
    """A mobile as 138****0000, any other number by its last two digits. R12.2."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if "*" in plain:
        return plain
    digits = re.sub(r"[^0-9]", "", plain)
    mobile = re.fullmatch(r"(?:00)?(?:86)?(1[0-9]{2})[0-9]{4}([0-9]{4})", digits)
    if mobile:
        return f"{mobile[1]}****{mobile[2]}"
    return "*" * (len(digits) - 2) + digits[-2:] if len(digits) > 4 else "*" * len(digits)


def mask_id(text: str) -> str:
    """An identity number with birthday and serial hidden: its first four and last two stay. R12.2.

    A number of fewer than twelve characters shows its last only, of fewer than six nothing.
    """
    number = unicodedata.normalize("NFKC", text).strip()
    if "*" in number:
        return number
    number = normalise_id(number)
    if len(number) < 6:
        return "*" * len(number)
    if len(number) < 12:
        return "*" * (len(number) - 1) + number[-1]
    return number[:4] + "*" * (len(number) - 6) + number[-2:]


def as_written(room: str) -> str:
    """A room as it is looked for: half width, one kind of hyphen, no blanks, nothing after it."""
    plain = "".join(unicodedata.normalize("NFKC", room).split())
    return re.sub("[‐‑‒–—―−]|－", "-", plain).removesuffix("室").removesuffix("号")


def normalise_id(text: str) -> str:
    """The number for matching: half width, capitals, no separators; 15 old digits become 18.

    The old number lacks the century and the check character, both of which follow from it. What is
    no valid old number is only cleaned. R2.5, R12.4.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_LIKE_X).upper()
    number = re.sub(r"[^0-9A-Z]", "", plain)
    return _modern(number) if _old_resident(number) else number


def id_kind(text: str) -> IdKind | None:
    """What the number is, or None when it is neither or its check character is wrong. R2.5.

    Passports and travel permits have no check that could be made here: a clerk looks at the paper.
    """
    number = normalise_id(text)
    if _resident(number):
        return IdKind.RESIDENT
    # One mistyped resident's number in 31 would pass as a body's: what has a province in front and
    # a birthday in the middle is not taken for one.
    if _BODY_CODE.fullmatch(number) and not (number[0] != "9" and _resident_shape(number)):
        return IdKind.BODY if number[17] == body_check_character(number) else None
    return None


def resident_check_character(number: str) -> str:
    """The 18th character for the first 17 digits, by ISO 7064 MOD 11-2. GB 11643."""
    total = sum(int(digit) << (17 - place) for place, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11]


def body_check_character(code: str) -> str:
    """The 18th character for the first 17, by weights 3^n modulo 31. GB 32100."""
    total = sum(
        _BODY_ALPHABET.index(character) * pow(3, place, 31)
        for place, character in enumerate(code[:17])
    )
    return _BODY_ALPHABET[-total % 31]


def _resident(number: str) -> bool:
    return _resident_shape(number) and number[17] == resident_check_character(number)


def _resident_shape(number: str) -> bool:
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number) or not _PROVINCE.match(number):
        return False
    return _is_day(number[6:14])


def _old_resident(number: str) -> bool:
    if not re.fullmatch(r"[0-9]{15}", number) or not _PROVINCE.match(number):
        return False
    return _is_day("19" + number[6:12])


def _modern(old: str) -> str:
    number = f"{old[:6]}19{old[6:]}"
    return number + resident_check_character(number)


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1850 <= born.year < 2100


def _invisible(character: str) -> bool:
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return True
    return unicodedata.category(character) == "Cf"


def _keep_first(name: str, kept: int) -> str:
    """The first characters and a star for each further one; dots stay, one character alone not."""
    if len(name) == 1:
        return "*"
    return name[:kept] + "".join("·" if one == "·" else "*" for one in name[kept:])


SAID_ROLES = (
    (Role.SYSTEM, "系统"),
    (Role.FINANCE, "资金管理"),
    (Role.REVIEWER, "复核人"),
    (Role.CLERK, "经办人"),
    (Role.INSURER, "保险机构"),
    (Role.MANAGER, "物业服务企业"),
    (Role.COMMITTEE, "业主委员会"),
    (Role.INDEPENDENT, "独立产权人"),
    (Role.OWNER, "业主"),
)


def said_role(roles: str) -> str:
    """The one word for the roles an event was done in."""
    held = set(roles.split(","))
    return next((word for role, word in SAID_ROLES if role in held), "")
