"""The sheets of a roll import: their columns, what a cell must hold, how a title may be written.

This table is the format: the reader of files, the template and the sample city all follow it.
R2.7.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rules.imports import cells, rows
from rules.imports.cells import Reader

KEPT_PER = {"幢": "building", "栋": "building", "楼栋": "building", "单元": "unit"}
MANAGED = {"物业服务企业": "company", "物业": "company", "独立产权人": "independent", "无": "none"}
USES = {
    "住宅": "住宅",
    "商业": "商业",
    "商铺": "商业",
    "办公": "办公",
    "车位": "车位",
    "车库": "车位",
    "储藏室": "储藏室",
    "其他": "其他",
}
ID_KINDS = {
    "居民身份证": "resident",
    "身份证": "resident",
    "统一社会信用代码": "body",
    "营业执照": "body",
    "护照": "passport",
    "港澳台通行证": "permit",
    "港澳台居民居住证": "permit",
    "其他": "other",
}
STATUSES = {"在用": "in_use", "停用": "stopped", "报废": "condemned"}
RESULTS = {"正常": "normal", "合格": "normal", "有隐患": "defect", "未完成": "unfinished"}
TENORS = {
    "活期": "demand",
    "3个月": "3m",
    "三个月": "3m",
    "6个月": "6m",
    "六个月": "6m",
    "半年": "6m",
    "1年": "1y",
    "一年": "1y",
    "2年": "2y",
    "二年": "2y",
    "两年": "2y",
    "3年": "3y",
    "三年": "3y",
}
METHODS = {"整存整期": "terms", "整期": "terms", "实际天数/360": "days360", "按日": "days360"}
BASES = {"分": "fen", "元": "yuan"}

# Lines of the old system's exports that say nothing the roll keeps.
IGNORED_TITLES = frozenset({"序号", "备注"})
IGNORED_SHEETS = frozenset({"说明", "填表说明"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `field` of the row it fills, its `title`, and other titles for the same."""

    field: str
    title: str
    read: Reader
    also: tuple[str, ...] = ()
    required: bool = False
    personal: str = ""
    """name, id or phone: how an error masks the value (R12.2)."""
    refers: str = ""
    """The sheet whose codes this column points to."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `name` in `Rows`, its Chinese `title`, and the fields that no two rows share."""

    name: str
    title: str
    row: Callable[..., rows.AnyRow]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()


def _must(
    field: str, title: str, read: Reader, *also: str, personal: str = "", refers: str = ""
) -> Column:
    return Column(field, title, read, also, True, personal, refers)


def _may(field: str, title: str, read: Reader, *also: str, personal: str = "") -> Column:
    return Column(field, title, read, also, False, personal)


_CODE = cells.code()
_AREA = cells.area_cm2(100_000)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "communities",
        "小区",
        rows.CommunityRow,
        ("code",),
        (
            _must("code", "小区编号", _CODE, "小区代码", "项目编号"),
            _must("name", "小区名称", cells.text(120), "项目名称"),
            _must("street", "街道", cells.text(80), "所属街道", "街道办"),
            _may("address", "地址", cells.text(200), "坐落", "小区地址"),
            _may("managed", "管理方式", cells.choice(MANAGED)),
            _may("manager", "物业服务企业", cells.text(120), "物业公司", "物业企业"),
            _may("parking_counts", "车位计入表决", cells.flag),
        ),
    ),
    Sheet(
        "buildings",
        "楼栋",
        rows.BuildingRow,
        ("code",),
        (
            _must("community", "小区编号", _CODE, "小区代码", "项目编号", refers="communities"),
            _must("code", "楼栋编号", _CODE, "幢编号", "栋编号", "楼栋代码"),
            _must("name", "楼栋名称", cells.text(80), "幢号", "栋号", "楼栋"),
            _must("kept_per", "记账单位", cells.choice(KEPT_PER), "建账单位", "统筹单位"),
            _may("land_parcel", "宗地号", cells.text(40), "宗地代码"),
            _may("planning_permit", "规划许可证号", cells.text(80), "规划许可证"),
            _may("planned_cm2", "规划建筑面积", cells.area_cm2(1_000_000), "规划面积"),
            _may("built_on", "竣工日期", cells.day, "建成日期"),
            _may("floors", "层数", cells.whole(1, 200), "总层数"),
        ),
        ("幢", "栋"),
    ),
    Sheet(
        "units",
        "单元",
        rows.UnitRow,
        ("code",),
        (
            _must(
                "building", "楼栋编号", _CODE, "幢编号", "栋编号", "楼栋代码", refers="buildings"
            ),
            _must("code", "单元编号", _CODE, "单元代码"),
            _must("name", "单元名称", cells.text(80), "单元号", "单元"),
        ),
    ),
    Sheet(
        "homes",
        "房屋",
        rows.HomeRow,
        ("code",),
        (
            _must("code", "房屋编号", _CODE, "房屋代码", "户编号"),
            _must("unit", "单元编号", _CODE, "单元代码", refers="units"),
            _must("room", "房号", cells.text(40), "室号", "门牌号"),
            _may("registered_cm2", "登记面积", _AREA, "产权面积", "不动产登记面积"),
            _may("surveyed_cm2", "测绘面积", _AREA, "实测面积"),
            _may("contract_cm2", "合同面积", _AREA, "买卖合同面积", "预售面积"),
            _may("area_note", "面积差异说明", cells.text(200), "面积说明"),
            _must("use", "用途", cells.choice(USES), "房屋用途", "规划用途"),
            _may("developer_held", "开发商持有", cells.flag, "未售", "是否未售"),
        ),
        ("户", "专有部分"),
    ),
    Sheet(
        "owners",
        "业主",
        rows.OwnerRow,
        ("home", "id_number", "from_on"),
        (
            _must("home", "房屋编号", _CODE, "房屋代码", "户编号", refers="homes"),
            _must("name", "业主姓名", cells.text(120), "姓名", "产权人", "权利人", personal="name"),
            _must("id_kind", "证件类型", cells.choice(ID_KINDS), "证件种类"),
            _must("id_number", "证件号码", cells.id_number, "身份证号", "证件号", personal="id"),
            _may("share", "份额", cells.share, "产权份额", "共有份额"),
            _must("from_on", "权属起始日期", cells.day, "起始日期", "取得日期"),
            _may("to_on", "权属终止日期", cells.day, "终止日期", "转出日期"),
            _may("phone", "联系电话", cells.phone, "电话", "手机号", "手机", personal="phone"),
            _may("representative", "共有代表", cells.flag, "代表人", "是否代表"),
        ),
        ("产权人", "权利人"),
    ),
    Sheet(
        "elevators",
        "电梯",
        rows.ElevatorRow,
        ("code",),
        (
            _must("code", "注册代码", _CODE, "设备注册代码", "电梯编号"),
            _may("name", "电梯名称", cells.text(80), "内部编号"),
            _must("units", "服务单元", cells.codes(20), "服务单元编号", refers="units"),
            _must("installed_on", "安装日期", cells.day, "投用日期"),
            _may("inspected_on", "上次检验日期", cells.day, "检验日期"),
            _may("inspection_due_on", "下次检验日期", cells.day, "检验有效期"),
            _may("certificate", "使用登记证编号", cells.text(80), "使用登记证", "使用证编号"),
            _must("contractor", "维保单位", cells.text(120), "维护保养单位"),
            _may("licence_until_on", "维保许可有效期至", cells.day, "维保资质有效期"),
            _may("brand", "品牌", cells.text(80), "制造单位"),
            _may("load_kg", "额定载重", cells.whole(100, 10_000), "载重量"),
            _must("status", "状态", cells.choice(STATUSES), "使用状态"),
            _may("open_defect", "未消除的严重隐患", cells.text(200), "严重隐患"),
        ),
    ),
    Sheet(
        "visits",
        "维保",
        rows.VisitRow,
        ("elevator", "visited_on"),
        (
            _must("elevator", "注册代码", _CODE, "设备注册代码", "电梯编号", refers="elevators"),
            _must("visited_on", "维保日期", cells.day, "日期"),
            _must("contractor", "维保单位", cells.text(120), "维护保养单位"),
            _must("result", "维保结果", cells.choice(RESULTS), "结果"),
            _may("defect", "存在问题", cells.text(200), "问题", "隐患"),
        ),
        ("维保记录", "维护保养"),
    ),
    Sheet(
        "funds",
        "维修资金",
        rows.FundRow,
        ("home",),
        (
            _must("home", "房屋编号", _CODE, "房屋代码", "户编号", refers="homes"),
            _must("first_deposit_fen", "首期交存", cells.money_fen, "首期交存额", "交存金额"),
            _must("balance_fen", "余额", cells.money_fen, "账户余额"),
            _must("as_of_on", "截止日期", cells.day, "余额日期"),
        ),
        ("分户账",),
    ),
    Sheet(
        "openings",
        "统筹期初",
        rows.OpeningRow,
        ("scope", "as_of_on", "source"),
        (
            _must("scope", "楼栋或单元编号", _CODE, "统筹账户编号", refers="scopes"),
            _must("amount_fen", "金额", cells.money_fen, "期初金额", "余额"),
            _must("as_of_on", "截止日期", cells.day, "日期"),
            _must("source", "来源", cells.text(120), "资金来源"),
        ),
        ("统筹账户期初",),
    ),
    Sheet(
        "deposits",
        "存款",
        rows.DepositRow,
        ("code",),
        (
            _must("code", "存款编号", _CODE, "存单号"),
            _must("bank", "开户银行", cells.text(120), "银行"),
            _must("bank_account", "账号", cells.code(60), "银行账号"),
            _must("principal_fen", "本金", cells.money_fen, "存款本金"),
            _must("tenor", "存期", cells.choice(TENORS), "期限"),
            _must("opened_on", "起息日", cells.day, "存入日期"),
            _must("agreed_rate_e4", "约定利率", cells.rate_e4, "执行利率"),
            _must("benchmark_rate_e4", "基准利率", cells.rate_e4),
            _must("method", "计息方式", cells.choice(METHODS)),
            _may("matures_on", "到期日", cells.day, "到期日期"),
            _may("base", "计息本金单位", cells.choice(BASES)),
            _may("renews", "自动转存", cells.flag),
        ),
        ("银行存款",),
    ),
)

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def plain(title: str) -> str:
    """A title without blanks, stars and bracketed units, so that 登记面积（㎡）* is 登记面积."""
    narrow = unicodedata.normalize("NFKC", title)
    return _BRACKETS.sub("", "".join(narrow.split())).replace("*", "").lower()


def _titles() -> Mapping[str, Sheet]:
    return {plain(word): s for s in SHEETS for word in (*s.also, s.name, s.title)}


_BY_TITLE = _titles()


def sheet_for(title: str) -> Sheet | None:
    """The sheet that a tab or a file of that name holds: 房屋, 房屋信息, 房屋表 or homes."""
    name = plain(title)
    for ending in ("", "信息表", "信息", "清册", "明细表", "明细", "表"):
        if name.endswith(ending) and (found := _BY_TITLE.get(name.removesuffix(ending))):
            return found
    return None


def columns_by_title(sheet: Sheet) -> dict[str, Column]:
    """Every way a column's title may be written, made plain, to the column."""
    return {plain(word): c for c in sheet.columns for word in (*c.also, c.title)}
