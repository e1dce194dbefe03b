"""How a roll is written down, for those who export it: `python -m rules.imports.guide`.

Sheets, columns and what a cell may hold come from `SHEETS`; each reader says by its own refusal
what it wants, so that the page cannot promise what an import would not take.
"""

import re

from rules.imports.cells import BadCell
from rules.imports.check import HEADER_WITHIN
from rules.imports.faults import KEPT
from rules.imports.sheets import IGNORED_SHEETS, IGNORED_TITLES, SHEETS, Column, Sheet
from rules.imports.single import AREA_DIFFERENCE_PERCENT

HEAD = f"""\
# 名册导入格式

本页由格式表（`rules/imports/sheets.py`）生成，请勿手工修改；重新生成：

    python -m rules.imports.guide > docs/roll-import.md

填好的样例：运行一次 `make demo`，见 `var/demo/sheets/roll.xlsx`（人员均为程序生成）。

## 文件

- 一个 xlsx，每张工作表一类数据；或若干 csv，文件名即工作表名（如 `房屋.csv`），可打成一个 zip。
- csv 用 UTF-8 或 GB18030；不收旧版 `.xls`、加密文件和公式（请先改为数值）。
- 单个文件不超过 32 MB、各表合计不超过 200,000 行；经接口上传的还受请求大小限制
  （`BODY_LIMIT`，默认 12 MiB），更大的用 `python -m server import-roll`。
- 可以只含其中几张表：表中指到的编号，可以在同一文件里，也可以早已在名册里。
- 表头须在前 {HEADER_WITHIN} 行之内；列的顺序不限；列名后可以带单位和星号，如 `登记面积（㎡）*`；
  工作表名后可以带“信息、信息表、明细、明细表、清册、表”。
- 名为{"、".join(sorted(IGNORED_SHEETS))}的工作表和隐藏的工作表不读，
  名为{"、".join(sorted(IGNORED_TITLES))}的列不读；
  其他不认识的工作表和列都是错误，以免内容无声丢失。

## 核对与确认

先逐行核对，列出工作表、行、列、内容（姓名、证件、电话已脱敏）和原因；保留前 {KEPT:,} 处，其余计数。
有一处错误即不能确认；确认之前名册不变。确认后在一个事务里写入，并留下逐行的更改前与更改后。
同一文件再导入一次不产生任何更改。

表与表之间还核对：

- 编号在同类中唯一，单元编号不得与楼栋编号相同；所指的编号都存在。
- 同一房屋在任何一天的共有份额合计为 100%，或全部留空（共同共有）；共有代表至多一人。
- 表中列有某房屋而不再有其现业主的，视为已转让：权属止于后一业主的起始日，没有后一业主的
  止于导入当日。表中没有的房屋不变；已经结束的权属不因名单更短而消失。
- 经工作人员凭材料认定、名单尚未收录的业主，不因名单而被取消。
- 同一证件号码只能是一个姓名；居民身份证和统一社会信用代码核对校验位。
- 登记、测绘、合同面积至少填一种，依此次序取用；相差超过 {AREA_DIFFERENCE_PERCENT}% 的须写明原因。
- 统筹期初记在楼栋还是单元，由该楼栋的记账单位决定；已入账的期初和分户余额不能由名册更改。
- 接收完的楼栋由两人关闭期初（`POST /opening-closings`，另一人复核），不能重开：此后名册仍可更新房屋
  和业主，不能再带入期初；少记、漏记的由财务录入记账凭证或维修资金收支。
  各楼栋的期初和关闭情况见 `GET /opening-doors`。
- 电梯可服务多个单元，但须在同一楼栋。
"""

# What a reader says of a value that nothing can be, turned into what it wants.
_WANTED = (
    (r"内容过长：\d+ 个字，(最多 \d+ 个字)", r"文字，\1"),
    (r"编号过长：\d+ 个字符，(最多 \d+ 个字符)", r"编号，\1"),
    (r"应为下列之一：(.+)", r"\1"),
    (r"应填“是”或“否”", "是、否"),
    (r"不是数字，应为(.+)", r"\1"),
    (r"日期无法识别，请写成 (.+)", r"日期，如 \1"),
    (r"证件号码只能含(.+)", r"\1"),
    (r"电话号码不正确，应为 (.+)", r"\1"),
    (r"应在 (\d+) 至 (\d+) 之间", r"\1 至 \2"),
)
_NOTHING = "〓" * 3000
_HUGE = 10**9


def wanted(column: Column) -> str:
    """What a cell of the column may hold, in Chinese."""
    words = _refused(column, _NOTHING)
    if words == "整数":
        return f"整数，{_refused(column, _HUGE)}"
    return f"{words}，多个用顿号分隔" if _takes_several(column) else words


def _refused(column: Column, value: str | int) -> str:
    try:
        column.read(value)
    except BadCell as bad:
        for pattern, words in _WANTED:
            if found := re.fullmatch(pattern, bad.reason):
                return found.expand(words)
        raise ValueError(f"{column.title}: no words for {bad.reason}") from None
    raise ValueError(f"{column.title} takes anything")


def _takes_several(column: Column) -> bool:
    try:
        return isinstance(column.read("a、b"), tuple)
    except BadCell:
        return False


def section(sheet: Sheet) -> str:
    """One sheet as a Markdown table."""
    titles = {one.name: one.title for one in SHEETS} | {"scopes": "楼栋或单元"}
    names = "、".join(word for word in (*sheet.also, sheet.name))
    key = "、".join(one.title for field in sheet.key for one in sheet.columns if one.field == field)
    lines = [f"## {sheet.title}", "", f"工作表或文件也可名为：{names}。每行唯一：{key}。", ""]
    lines += ["| 列名 | 必填 | 填写 | 也可写作 |", "|---|---|---|---|"]
    for column in sheet.columns:
        words = wanted(column)
        if column.refers:
            words += f"；须是“{titles[column.refers]}”中的编号"
        needed = "是" if column.required else ""
        lines.append(f"| {column.title} | {needed} | {words} | {'、'.join(column.also)} |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """The whole of `docs/roll-import.md`."""
    return "\n".join([HEAD, *(section(sheet) for sheet in SHEETS)])


def main() -> None:
    """Print the page."""
    print(page(), end="")


if __name__ == "__main__":
    main()
