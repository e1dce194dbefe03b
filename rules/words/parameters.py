"""Words of the policy's parameters and of their changes."""

from rules.words.word import Word, Words

WORDS: Words = {
    "change": "参数改动",
    "change_id": "参数改动标识",
    "default": Word("默认值", "代码或数；从未改动时的取值"),
    "default_shown": Word("默认值", "可直接显示"),
    "filed": Word("依议事规则", "只能由小区备案的议事规则改变"),
    "filed_on": Word("备案日期", "议事规则备案的日期；城市参数的为空"),
    "in_force_at": "生效时间",
    "label": "参数名称",
    "moved": Word("现值已变", "要改的已不是原来的值，须退回重提"),
    "now": Word("新值", "代码或数"),
    "now_shown": Word("新值", "可直接显示"),
    "shown": Word("现值", "可直接显示"),
    "was": Word("原值", "代码或数"),
    "was_shown": Word("原值", "可直接显示"),
}
