"""A case and its steps."""

from rules.refusals.base import Refusal

TITLE = "办件、公示与反对意见"


class NotAllowedNow(Refusal):
    """办件当前状态不能办理此事项

    办件或事项现在的状态不能办理这一步，或者刚由他人办理。刷新后按可办事项（options）办理。
    """


class AlreadySigned(Refusal):
    """您已签名

    一位业主对一件申请只签一次名，您的签名已在其中。无须再签；不同意了可以撤回签名。
    """


class NotSigned(Refusal):
    """您尚未签名

    没有您的签名可撤回。无须办理。
    """


class SigningOver(Refusal):
    """征集签名的期限已过

    征集签名的期限已过。需要时重新提出申请。
    """


class ConditionsUnmet(Refusal):
    """申请条件未全部满足

    资金、检验、维保、已有保险四项条件中有未满足的。按所列各项补齐（如补交检验报告）后再办。
    """


class ElevatorTaken(Refusal):
    """电梯已有在办的申请

    所选电梯已在另一件在办的申请中。在该办件中签名即可，不必另行申请。
    """


class ElevatorCovered(Refusal):
    """电梯在该期间已有保险

    电梯在所选期间已有保险。等原保险到期前再申请，或另选期间。
    """


class WrongElevators(Refusal):
    """所选电梯不服务于该楼栋（单元）

    所选电梯不服务于该楼栋（单元），或者重复。从该范围的电梯列表中选择。
    """

    status = 422


class InsurerUnavailable(Refusal):
    """该保险机构不在入围名单内或已暂停

    保险机构不在入围名单内，或者已暂停。从入围名单中另选一家。
    """

    status = 422


class WrongPremium(Refusal):
    """保费与所列电梯不符

    保费合计与各台电梯的保费之和不等，或有电梯没有保费。重新核算。
    """

    status = 422


class NoAuthorisation(Refusal):
    """没有有效的书面授权

    没有在有效期内的书面授权。先提交授权材料并经审核。
    """


class NoticeRunning(Refusal):
    """公示期尚未届满

    公示期尚未届满。到期后再办。
    """


class EmptyText(Refusal):
    """请填写书面意见

    没有填写内容。写明意见后再提交。
    """

    status = 422


class ReasonMissing(Refusal):
    """请写明理由

    这一步须写明理由，理由会告知有关各方。填写后再提交。
    """

    status = 422


class ObjectionPending(Refusal):
    """您已有一份未办结的反对意见

    您对这一方案已有一份未办结的反对意见。可在原意见办结后再提，或先撤回。
    """


class RefiledTooOften(Refusal):
    """撤回后再次提出的次数已用完

    撤回后再次提出的次数已用完。可到住保中心书面提出。
    """


class ObjectionClosed(Refusal):
    """该反对意见已经办结

    该反对意见已经撤回、认定或答复。对不成立的认定和凭书面材料的了结可以申请复核一次。
    """


class RecordMoved(Refusal):
    """协商记录已经更换

    您读的不是现在这一份协商记录。请重新阅读后再决定是否同意。
    """


class EndingWaits(Refusal):
    """该反对意见已有待复核的书面了结

    已有一份书面协商或撤回等待复核。复核或作废之后再录入。
    """


class NamesObjector(Refusal):
    """告知各方的理由中不得写明反对人的姓名或房号

    文字会给各方看到，其中写明了反对人的姓名、房号或号码。删去后再提交。
    """

    status = 422


class NotShortened(Refusal):
    """删节后的文字中有原文没有的内容

    删节只能删去一部分，用省略号代替。要改写的，请选择公开中立摘要。
    """

    status = 422


class ReviewUsed(Refusal):
    """该反对意见已申请过复核

    每份反对意见只能申请复核一次。仍不同意的，可向住保中心申诉。
    """


class ArrivedInFuture(Refusal):
    """收到时间不能晚于现在

    收到的时间晚于现在。按信封或签收记录填写。
    """

    status = 422


class ParameterWrong(Refusal):
    """参数或其值不能这样规定

    参数名称、取值或生效日期不允许。对照参数表改正。
    """

    status = 422


class ParametersMoved(Refusal):
    """其间参数已另有改动

    录入之后同一参数另有改动。按现行取值重新录入。
    """


class NothingHeld(Refusal):
    """办件没有被人工暂停

    办件没有被人工暂停。刷新后查看状态。
    """


class LobbyUnknown(Refusal):
    """二维码无效、已作废或已过期

    单元二维码无效、已换新版或已过期。扫描当前海报上的二维码；海报旧了的请重新打印张贴。
    """

    status = 404


class LobbyForManager(Refusal):
    """此码供负责张贴的单位上传张贴照片

    扫的是贴在单元门厅、供物业等上传照片的二维码。业主查看公示请扫海报上的公示二维码；
    物业、业主委员会人员请先提交授权材料并经审核。
    """

    status = 403


class AlreadyReported(Refusal):
    """您已反映过没有张贴的情况

    您反映的情况正在核实，或者对这次公示已反映三次。紧急的请直接致电住保中心。
    """


class LobbyPosted(Refusal):
    """该单元已有张贴凭证

    该单元已有张贴凭证。无须重传；要更换的由住保中心退回后重传。
    """


class WrongPeriod(Refusal):
    """保险期间不正确

    保险期间的起止日期不正确，或者不是整年度。按保险服务合同填写。
    """

    status = 422


class ContractTooLarge(Refusal):
    """合同金额超过方案保费，须重新制定方案

    合同金额超过公示方案的保费。改小合同金额，或重新制定方案并公示。
    """


class PayeeUnconfirmed(Refusal):
    """保险机构尚未确认收款账户

    保费只付到保险机构自己确认过的账户。请保险机构登录，在待办事项中核对并确认；还没有登记账户的，
    先由中心一人录入、另一人复核。
    """


class SumsDiffer(Refusal):
    """合同、发票与拨付金额不一致

    合同、发票与拨付的金额须相等。核对后更正。
    """


class InvoiceUsed(Refusal):
    """该发票号码已经使用

    该发票号码已用于另一次拨付。核对发票号码。
    """


class PapersMissing(Refusal):
    """缺少必要的材料

    缺少必要的材料，missing 列出缺哪些。上传后再提交。
    """


class CorrectionOver(Refusal):
    """补正期限已过

    补正期限已过。等办件按期失效后重新提出申请。
    """


class CalendarUnknown(Refusal):
    """所需年度的工作日安排尚未公布，期限为暂定

    所需年度的工作日安排尚未公布，期限只是暂定。等日历公布后再办。
    """


class NotYetDue(Refusal):
    """期限尚未届满

    期限尚未届满，还不能办理。到期后再办。
    """


class PolicyNumberUsed(Refusal):
    """该保单号已经使用

    该保单号已经登记。核对保单号。
    """
