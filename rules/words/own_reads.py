"""Words of what a phone reads about its owner: homes, cases, votes, what waits."""

from rules.words.word import Word, Words

WORDS: Words = {
    "ballot": "选票",
    "body_differs": Word("单位与名册不同", "只对物业服务企业比对"),
    "can_post": Word("现在可上传照片", "暂缓而公示期尚未起算的也可以"),
    "due": Word("下一个期限", "没有正在走的期限的为空"),
    "file": "材料",
    "files": "材料",
    "held_by": Word("占用的办件", "没有或者看不见的为空"),
    "homes_offered": Word("可直接绑定的房屋数", "名下尚未绑定的其他房屋"),
    "homes_spoken_for": Word("本人代表的户数", "在该次表决的名册中"),
    "homes_voted": "其中已投票的户数",
    "inspection_until_on": Word("检验有效期至", "含当日，R5.4"),
    "last_visit_on": Word("最近一次维保", "没有记录的为空"),
    "licence_until_on": Word("维保单位许可至", "没有登记的为空"),
    "more_cases": "还有更多在办办件",
    "paused": "暂缓中",
    "pooled_available_fen": Word("统筹账户可用余额", "余额减去已预留的；不计入户数的房屋为空"),
    "posting": "张贴情况",
    "ready": Word("条件具备", "签名之前可知的各项条件都符合"),
    "record_file": Word("书面记录", "反对人签字的协商记录或撤回书；没有的为空"),
    "return_reason": Word("所缺的内容", "退回补正期间才有"),
    "signature_note": Word("签名说明", "与已签名的共有人按一户计的，在此说明；可直接显示"),
    "tasks": Word("待办事项", "期限近的在前"),
    "visit_by_on": Word("下次维保最迟日期", "没有维保记录的为空"),
    "vote_state": "表决状态",
    "vote_state_title": Word("表决状态", "可直接显示"),
    "voted_by_me": Word("本人已投票", "本人代表的房屋都已投票"),
}
