"""Words of messages, of their copies by WeChat, and of what waits on a desk."""

from rules.words.word import Word, Words

WORDS: Words = {
    "attempts": "发送经过",
    "body": "所属单位",
    "delivery_id": "微信消息标识",
    "detail": "具体说明",
    "echostr": Word("回显字串", "微信核对地址时原样返回"),
    "errcode": Word("微信错误码", "没有答复的为空"),
    "link": Word("链接", "所指内容的接口路径", "/cases/b5a1c6de-0000-5000-8000-000000000000"),
    "long_term": Word("长期订阅", "不可与一次性模板同弹窗询问"),
    "message_id": "消息标识",
    "msg_signature": "消息签名",
    "overdue": Word("逾期", "已过办理期限"),
    "read_at": Word("已读时间", "未读的为空"),
    "remaining": Word("剩余条数", "一次性模板还可以发几条"),
    "results": Word("询问结果", "模板标识到 `wx.requestSubscribeMessage` 的结果"),
    "scenes": Word("何时询问", "点了什么之后可以请求订阅它"),
    "settled_at": Word("了结时间", "发出或不再发送的时间"),
    "signature": "签名",
    "since_at": Word("等待起始", "从何时起等待办理"),
    "standing": Word("已长期同意", "长期模板的同意一直有效"),
    "started_at": "发送时间",
    "template": Word("模板", "本系统的模板名"),
    "template_id": Word("模板标识", "微信的模板 ID"),
    "timestamp": "时间戳",
    "to_do": Word("待办", "要做什么"),
    "tries": "尝试次数",
    "unread": "未读",
    "waiting": "待办数",
    "whose": "谁的待办",
}
