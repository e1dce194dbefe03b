"""Words of what one person enters and another confirms: who, when, why, and how it stands."""

from rules.words.word import Word, Words

STAFF = "工作人员账号的标识"

WORDS: Words = {
    "id": "标识",
    "number": "编号",
    "code": "编号",
    "name": "名称",
    "title": "标题",
    "note": "备注",
    "state": "状态",
    "state_title": Word("状态", "可直接显示"),
    "kind": "类别",
    "kind_title": Word("类别", "可直接显示"),
    "version": Word("版本", "从 1 起"),
    "reason": "理由",
    "approve": Word("是否同意", "`false` 为不同意，须说明理由"),
    "created_at": "提交时间",
    "changed_at": "最近变动时间",
    "entered_at": "录入时间",
    "entered_by": Word("录入人", STAFF),
    "entered_by_me": Word("本人录入", "录入人不得复核自己的录入"),
    "entered_by_name": "录入人",
    "confirmed_at": Word("复核时间", "尚未复核的为空"),
    "confirmed_by": Word("复核人", STAFF),
    "dropped_at": Word("作废时间", "没有作废的为空"),
    "dropped_by": Word("作废人", STAFF),
    "drop_reason": Word("作废原因", "没有作废的为空"),
    "proposed_at": "提出时间",
    "proposed_by": "提出方",
    "proposed_by_me": Word("本人提出", "提出人不得自行复核"),
    "decided_at": Word("决定时间", "尚未决定的为空"),
    "ended_at": Word("终止时间", "没有终止的为空"),
    "finished_at": Word("办完时间", "尚未办完的为空"),
}
