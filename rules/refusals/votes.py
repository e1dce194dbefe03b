"""The owners' vote, and money that owners pay in for a case."""

from rules.refusals.base import Refusal

TITLE = "表决、归集与退款"


class VoteNotFound(Refusal):
    """没有这项表决

    没有这项表决，或者不在您可以查看的范围内。从办件或表决列表进入。
    """

    status = 404


class VoteNotOpen(Refusal):
    """表决尚未开始或已经结束

    表决尚未开始或已经结束。查看表决的起止时间。
    """


class VoteRunning(Refusal):
    """表决尚无结果

    表决还在进行，尚无结果。截止计票后再办。
    """


class VoteMissing(Refusal):
    """须先经业主表决通过

    方案须先经业主表决通过。先组织表决。
    """


class RoundsOver(Refusal):
    """表决轮次已用完

    表决轮次已用完。重新制定方案后再提请表决。
    """


class RollEmpty(Refusal):
    """没有可以表决的房屋

    该范围内没有可以表决的房屋。核对名册。
    """


class NoVoice(Refusal):
    """您在本次表决的名册中没有表决权

    冻结的名册中没有您可以代表的房屋。名册有误的，联系住保中心。
    """

    status = 403


class NotRepresentative(Refusal):
    """共有人已推举代表，由代表表决

    该房屋的共有人已推举代表，由代表投票。要更换的，由共有人撤回推举。
    """


class OtherChannel(Refusal):
    """已有的有效票不能再用手机更改

    该房屋已有有效的纸质票或本人的票，不能再改。有疑问的联系住保中心。
    """


class OtherLogin(Refusal):
    """同一业主的另一个微信已经投票，不能替其更改

    该房屋的票由同一业主的另一个微信投出，只能由投票的人更改。不认识该微信的，请住保中心核实绑定。
    """


class BallotNotFound(Refusal):
    """没有这张选票

    没有这张选票，或者不在这项表决中。核对回执。
    """

    status = 404


class ReadingsDiffer(Refusal):
    """两人录入的选票不一致

    两人录入的纸质选票不一致，没有登记。对照原件逐张核对后重录。
    """


class PaperTwice(Refusal):
    """该户的纸质选票已录入

    该户的纸质选票已录入。核对门牌；前一张录错的先作废。
    """


class PaperLate(Refusal):
    """纸质选票收到时表决已经结束

    纸质选票在表决截止后收到，不能计入。退还并告知业主。
    """


class ProxyRefused(Refusal):
    """该委托不成立

    委托的表决、房屋、委托人或受托人不符合规定。按 detail 核对委托书。
    """

    status = 422


class NotServed(Refusal):
    """该户没有送达登记

    该户没有登记送达，或者已经撤销，无须声明。刷新表决页面查看。
    """


class NothingOwed(Refusal):
    """没有需要归集的款项

    没有需要归集的款项。无须办理。
    """


class TooMuch(Refusal):
    """金额超过应缴或可退的数额

    金额超过应缴或可退的数额。按 left_fen 以内填写。
    """

    status = 422


class SharesDiffer(Refusal):
    """各户分摊合计与总额不等

    各户分摊合计与总额不等。调整各户金额。
    """

    status = 422


class NotScrapped(Refusal):
    """没有报废的电梯，不能退款

    账户所涉电梯没有报废的，不能退款。先登记报废。
    """


class EvidenceMissing(Refusal):
    """须上传凭证

    须上传照片或报告。上传后再提交。
    """

    status = 422


class NotUrgent(Refusal):
    """办件未标记为紧急

    办件没有标记为紧急。无须取消。
    """


class AlreadyUrgent(Refusal):
    """办件已标记为紧急

    办件已标记为紧急。无须再标。
    """


class WrongFlow(Refusal):
    """本办件的办理方式没有此事项

    这件申请的办理方式没有这一步。查看办件的可办事项（options）。
    """


class NotRenewable(Refusal):
    """不能从原专户续保

    原专户的资金或期间不符合续保条件。按 detail 核对，或另行申请。
    """

    status = 422
