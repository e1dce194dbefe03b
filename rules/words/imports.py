"""Words of imports of the roll: progress, faults, changes."""

from rules.words.word import Word, Words

WORDS: Words = {
    "added": Word("新增", "按表列出的行数"),
    "by_papers": Word("以材料为准户数", "名册与审核过的材料不符，权属仍以材料为准"),
    "changed": Word("更改", "按表列出的行数"),
    "column": "列",
    "done": "已完成",
    "error_count": "错误处数",
    "failure": Word("未完成的原因", "没有失败的为空"),
    "faults": "错误",
    "import_id": "导入标识",
    "row": Word("行", "文件中的行号；0 为整个文件"),
    "row_id": "行标识",
    "rows": Word("行数", "按工作表"),
    "rows_done": Word("已处理行数", "核对或写入到第几行"),
    "rows_total": Word("总行数", "读完文件才知道"),
    "sheet": "工作表",
    "table": Word("表", "代码"),
    "table_title": Word("表", "可直接显示"),
    "value": "内容",
}
