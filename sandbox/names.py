"""Names and numbers of people and firms that do not exist.

Identity numbers are valid by their check character but begin with 9999, a province and a country
that nobody was given; phone numbers lie in 154, a range that is not in use; every firm has 示例
(sample) in its name. So nothing made here can be a real person or a real company.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rules.people import body_check_character, resident_check_character

# By frequency: the common ones, then those of the Tujia (彭 向 田 覃) and Miao (石 龙 麻 吴) hills.
_SURNAMES = "王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾"
_HILLS = "彭向田覃冉石龙麻吴廖梁滕黎张施隆"
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "慕容", "尉迟", "皇甫", "令狐", "夏侯", "司徒")
_MALE = "伟强磊军勇杰涛斌浩鹏宇飞超波辉刚健明峰建志文云龙春生国华平海山林松柏岩溪川远"
_FEMALE = "芳娜敏静丽艳娟霞秀英玲桂兰梅雪莲琴云珍贞莉红洁慧倩婷怡雯琳璐瑶岚月竹溪荷"
_HILL_MALE = ("巴岱", "卡普", "毕兹", "老帕", "岩宝", "廪歌", "阿山", "务相")
_HILL_FEMALE = ("阿雅", "咪彩", "阿妮", "西兰", "仡奶", "幺妹", "蒙依", "阿朵")
_CLANS = ("代瓜", "代芈", "仡削", "仡宋", "代瓢")
_BODY_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_OPENID = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

ID_PREFIX = "9999"
PHONE_PREFIX = "154"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as the roll knows them, and the WeChat account that the sandbox gives them."""

    name: str
    id_kind: str
    id_number: str
    phone: str
    openid: str


class Names:
    """Makes people and firms from a seed; no number is given twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def person(self, born_from: int = 1940, born_to: int = 2002) -> Named:
        """Somebody born between the first days of these years."""
        female = self._random.random() < 0.5
        return Named(
            self._name(female),
            "resident",
            self._resident(female, born_from, born_to),
            self._phone(),
            self._openid(),
        )

    def foreigner(self) -> Named:
        """Somebody with a passport, whose number has no check."""
        name = self._random.choice(("ANNA SAMPLE", "PETER MUSTER", "MARIE EXEMPLE", "JON PRIMER"))
        return Named(name, "passport", self._once(self._passport), self._phone(), self._openid())

    def body(self, name: str) -> Named:
        """A firm of that name with a code valid by its check character."""
        if "示例" not in name:
            raise ValueError("a made-up firm says that it is a sample")
        return Named(name, "body", self._once(self._body_code), self._phone(), self._openid())

    def bank_account(self) -> str:
        """A bank account of 19 digits."""
        return self._once(lambda: "9999" + self._digits(15))

    def _name(self, female: bool) -> str:
        random, dice = self._random, self._random.random()
        hill = _HILL_FEMALE if female else _HILL_MALE
        if dice < 0.01:
            return f"{random.choice(_CLANS)}·{random.choice(hill)}"
        surname = random.choice(_SURNAMES if random.random() < 0.6 else _HILLS)
        if dice < 0.05:
            return surname + random.choice(hill)
        if dice < 0.08:
            surname = random.choice(_COMPOUND)
        letters = _FEMALE if female else _MALE
        return surname + "".join(random.choices(letters, k=1 if random.random() < 0.25 else 2))

    def _resident(self, female: bool, born_from: int, born_to: int) -> str:
        first, last = date(born_from, 1, 1), date(born_to, 1, 1)

        def make() -> str:
            born = first + timedelta(days=self._random.randrange((last - first).days))
            serial = self._random.randrange(0, 500) * 2 + (0 if female else 1)
            stem = f"{ID_PREFIX}{self._digits(2)}{born:%Y%m%d}{serial:03d}"
            return stem + resident_check_character(stem)

        return self._once(make)

    def _body_code(self) -> str:
        stem = f"91{ID_PREFIX}01" + "".join(self._random.choices(_BODY_ALPHABET, k=9))
        return stem + body_check_character(stem)

    def _passport(self) -> str:
        return "SP" + self._digits(7)

    def _phone(self) -> str:
        return self._once(lambda: PHONE_PREFIX + self._digits(8))

    def _openid(self) -> str:
        return self._once(lambda: "oSample" + "".join(self._random.choices(_OPENID, k=21)))

    def _digits(self, count: int) -> str:
        return f"{self._random.randrange(10**count):0{count}d}"

    def _once(self, make: Callable[[], str]) -> str:
        while (made := make()) in self._given:
            pass
        self._given.add(made)
        return made
