"""Words of lists, filters and pages."""

from rules.words.word import Word, Words

WORDS: Words = {
    "items": "本页内容",
    "next": Word("下一页游标", "原样放入 `after`；没有下一页的为空"),
    "after": Word("从何处继续", "上一页的 `next`；为空从头开始"),
    "limit": Word("每页条数"),
    "count": Word("是否要总数", "为 `true` 时答复里有 `total`"),
    "total": Word("总数", "只在请求 `count` 时给出"),
    "sort": "排序",
    "q": Word("查找", "编号或名称的一部分"),
    "from_on": Word("起始日", "含当日"),
    "to_on": Word("截止日", "含当日"),
}
