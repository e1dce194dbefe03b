"""Words of objections: what was said, by whom, and what was decided."""

from rules.words.word import Word, Words

WORDS: Words = {
    "arrived_at": Word("收到时间", "是否逾期以它为准"),
    "can_review": Word("可申请复核", "本人现在可以申请复核"),
    "can_withdraw": Word("可撤回", "本人现在可以撤回"),
    "channel": "提出渠道",
    "confirmed": Word("已核对", "纸质意见经第二人核对；小程序提出的不需要"),
    "ending_id": "书面了结标识",
    "decision": Word("决定理由", "未决定的为空"),
    "first_decided_at": Word("首次决定时间", "没有申请复核的为空"),
    "first_decision": Word("首次决定理由", "没有申请复核的为空"),
    "in_time": Word("在期限内", "`false` 为逾期提出，只答复，不暂缓"),
    "objection_id": "反对意见标识",
    "objections": "反对意见",
    "objector": Word("提出人", "姓名隐去部分"),
    "outcome": "结果",
    "received_at": "收到时间",
    "record_file_id": Word("书面记录", "反对人签字的协商记录或撤回书"),
    "review_asked_at": Word("申请复核时间", "没有申请的为空"),
    "review_text": Word("复核理由", "没有申请复核的为空"),
    "text": "内容",
    "public_text": Word("公开的内容", "公众看到的；尚未公开或不公开的为空"),
    "release": "公开方式",
    "text_checked": Word("机器检查", "微信内容安全检查的结果，只供参考，R7.8"),
    "text_release": Word("内容是否公开", "由住保中心的人决定，R7.8"),
    "then": "后续处理",
}
