"""What the values of enumerations are called where their own type says nothing else."""

from collections.abc import Mapping

CHOICES: Mapping[str, str] = {
    # What one enters and another confirms (R1.2).
    "draft": "已录入，待复核",
    "confirmed": "已复核",
    "posted": "已入账",
    "reversed": "已冲销",
    "dropped": "已作废",
    # What a person asks for and the Centre decides.
    "approved": "已认可",
    "refused": "未予认可",
    "withdrawn": "已撤回",
    "ended": "已终止",
    # Orders of a list.
    "most": "最多的在前",
    "newest": "最近的在前",
    "oldest": "最早的在前",
    "ending": "先到期的在前",
    "maturity": "先到期的在前",
    "urgent": "紧急的在前",
    "code": "按编号",
    "username": "按用户名",
    "day": "按日期",
    # Whose.
    "mine": "待我办理的",
    "entered": "我录入的",
    "all": "全部",
    # Standing of a record.
    "live": "有效",
    "invited": "已邀请，尚未启用",
    "active": "使用中",
    "disabled": "已停用",
    # Who applies, who proposed.
    "signers": "联名业主",
    "committee": "业主委员会",
    "manager": "物业服务企业",
    "independent": "独立产权人",
    "clerk": "经办人录入",
    "program": "系统提出",
    # An emergency (四(三)2).
    "trapped": "发生困人",
    "unsafe": "存在安全隐患",
    # How interest is reckoned (R4.1).
    "terms": "按整存期计息",
    "days360": "按实际天数÷360计息",
    "fen": "计息到分",
    "yuan": "计息到元",
    "balance_days": "按余额与天数之积归集",
    # Silence and settlement.
    "follows_majority": "视为赞成多数意见",
    "not_counted": "不计入任何一方",
    "new_plan": "重新制定方案",
    "end": "终止办件",
    # What a photo of a lobby shows (R7.2).
    "match": "拍到了本门厅的二维码",
    "other": "拍到的是别处的二维码",
    "none": "没有拍到二维码",
    # Where and how.
    "scope": "楼栋或单元",
    "app": "小程序",
    "paper": "纸质",
    "ymd": "年月日",
    "dmy": "日月年",
    "mdy": "月日年",
    "titles": "由表头识别",
    "remembered": "沿用上次",
    "set": "人工指定",
    "owing": "未缴齐",
    "building": "整幢",
    "unit": "单元",
    "cash": "现金",
    "transfer": "转账",
    "paid": "已缴齐",
    "A3": "A3 纸",
    "A4": "A4 纸",
    "manual": "人工录入",
    "file": "由文件导入",
}
