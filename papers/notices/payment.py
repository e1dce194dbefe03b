"""What a notice says where the pool does not pay: who pays, and what the owners said.

附件二(二)3、4, 四(四), section 8. Frozen with the notice; whole fen, areas in cm2.
"""

from dataclasses import dataclass
from datetime import date

from rules.money import yuan
from rules.votes import square_metres


@dataclass(frozen=True, slots=True)
class Payment:
    """Who pays: the homes' own funds, or the special account of the scope.

    Of the premium `borne_fen` was there when the plan was filed and `owed_fen` must come in from
    `owing_homes` before the contract, of which `paid_fen` has by the day of the notice.
    `held`: what was there is held for this plan already (R3.4). `withheld`: fewer owners bear or
    owe it than may be told of, so none of these is kept (R12.2).
    """

    account: str
    split_by: str
    homes: int
    borne_fen: int = 0
    owed_fen: int = 0
    owing_homes: int = 0
    paid_fen: int = 0
    withheld: bool = False
    held: bool = True

    def words(self, total_fen: int) -> str:
        """Who pays how much, in sentences."""
        frozen = "，已冻结" if self.held else ""
        told = f"由{self.account}支付保费{yuan(total_fen)}元，{self.split_by}，涉及{self.homes}户。"
        if self.withheld:
            told += "部分户须补交差额，因涉及户数过少，数额不公开。"
        elif self.owed_fen:
            there = f"账面已有{yuan(self.borne_fen)}元{frozen}；另" if self.borne_fen else ""
            told += f"{there}由{self.owing_homes}户补交{yuan(self.owed_fen)}元"
            told += f"，已交{yuan(self.paid_fen)}元。" if self.paid_fen else "。"
        else:
            told += f"账面已有{yuan(self.borne_fen)}元{frozen}，无须补交。"
            return told
        return told + "补交齐后方可签订合同；本户应摊、应交的数额可在小程序中查看。"


@dataclass(frozen=True, slots=True)
class Said:
    """Heads and area on one side of a vote."""

    heads: int = 0
    area_cm2: int = 0

    @property
    def words(self) -> str:
        return f"{self.heads}人、{square_metres(self.area_cm2)}"


@dataclass(frozen=True, slots=True)
class PaperVote:
    """The vote that carried the plan; what was needed as 不低于2/3, 超过1/2.

    `told` is False where fewer homes took part than may be told of: then the outcome alone stands
    here (R12.2).
    """

    round: int
    counted_on: date
    participation_needed: str
    agreement_needed: str
    url: str
    told: bool = True
    total: Said = Said()
    participating: Said = Said()
    agree: Said = Said()
    against: Said = Said()
    abstain: Said = Said()

    @property
    def words(self) -> str:
        """The result, and where anybody can count again."""
        return f"{self.result_words}计票记录和核对方法：{self.url}"

    @property
    def result_words(self) -> str:
        """The result as R8.1 weighs it."""
        day = f"{self.counted_on.year}年{self.counted_on.month}月{self.counted_on.day}日"
        told = f"第{self.round}轮业主表决通过（{day}计票）。"
        if self.told:
            told += (
                f"名册{self.total.words}；参与表决{self.participating.words}，"
                f"人数和面积均须{self.participation_needed}；同意{self.agree.words}，"
                f"均须{self.agreement_needed}（占参与表决的）；"
                f"反对{self.against.words}；弃权{self.abstain.words}。"
            )
        else:
            needed = f"{self.participation_needed}、{self.agreement_needed}"
            told += f"参与和同意的人数、面积均达到规定比例（{needed}）。"
        return told
