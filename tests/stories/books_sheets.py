"""The roll, the deposits and the banks' papers of the story of the books; every sum is chosen.

听溪苑: building C9-1 has one pool for its six homes, building C9-2 a pool for each of its two units
of three homes. Every home has 10,000.00 in its fund; the pools have 6,000.00 together.
"""

import io
import zipfile
from datetime import date, time

from sandbox.bank_paper import Moved
from tests.handlers.imports.clerk import resident

MAIN_BANK, MAIN_NUMBER = "示例商业银行吉首支行", "6200000000000001"
RURAL_BANK, RURAL_NUMBER = "示例农商银行乾州支行", "6200000000000002"
ROOMS = {
    **{f"C9-1-1-{floor}01": "C9-1-1" for floor in range(1, 7)},
    **{f"C9-2-{unit}-{floor}01": f"C9-2-{unit}" for unit in (1, 2) for floor in (1, 2, 3)},
}
FUND_FEN, OPENING_FEN = 1_000_000, 600_000
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫"


def roll() -> bytes:
    """The whole roll as a zip of csv, as it came out of the old system on the last day of 2024."""
    homes = ["房屋编号,单元编号,房号,登记面积,合同面积,用途,开发商持有"]
    homes += [f"{room},{unit},{room[-3:]},100,,住宅,否" for room, unit in ROOMS.items()]
    owners = [
        "房屋编号,业主姓名,证件类型,证件号码,份额,权属起始日期,权属终止日期,联系电话,共有代表"
    ]
    for number, room in enumerate(ROOMS):
        name = f"{SURNAMES[number]}示例"
        owners.append(f"{room},{name},身份证,{resident(100 + number)},,2015-01-01,,,")
    funds = ["房屋编号,首期交存,余额,截止日期"]
    funds += [f"{room},10000.00,10000.00,2024-12-31" for room in ROOMS]
    sheets = {
        "小区": "小区编号,小区名称,街道,物业服务企业,车位计入表决\nC9,听溪苑,东岸街道,示例物业,否",
        "楼栋": "小区编号,楼栋编号,楼栋名称,记账单位\nC9,C9-1,1栋,幢\nC9,C9-2,2栋,单元",
        "单元": "楼栋编号,单元编号,单元名称\n"
        "C9-1,C9-1-1,1单元\nC9-2,C9-2-1,1单元\nC9-2,C9-2-2,2单元",
        "房屋": "\n".join(homes),
        "业主": "\n".join(owners),
        "维修资金": "\n".join(funds),
        "统筹期初": "楼栋或单元编号,金额,截止日期,来源\nC9-1,3000.00,2024-12-31,2024年度\n"
        "C9-2-1,2000.00,2024-12-31,2024年度\nC9-2-2,1000.00,2024-12-31,2024年度",
        "存款": deposits(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for title, text in sheets.items():
            archive.writestr(f"{title}.csv", f"{text}\n".encode("gb18030"))
    return out.getvalue()


def deposits() -> str:
    """A year that began before the books, half a year at less than the benchmark, and the rest."""
    return (
        "存款编号,开户银行,账号,本金,存期,起息日,约定利率,基准利率,计息方式,到期日\n"
        f"D1,{RURAL_BANK},{RURAL_NUMBER},60000,1年,2024-07-01,1.95,1.5,整期,2025-07-01\n"
        f"D2,{RURAL_BANK},{RURAL_NUMBER},30000,6个月,2025-04-10,1.25,1.3,实际天数/360,2025-10-10\n"
        f"D3,{MAIN_BANK},{MAIN_NUMBER},36000,活期,2020-01-01,0.45,0.35,实际天数/360,"
    )


def advices(number: str, on: date, interest: str) -> bytes:
    """The bank's list of interest credited to the money on demand."""
    return f"存款编号,结息单号,入账日期,利息\nD3,{number},{on},{interest}\n".encode("gb18030")


# What the banks booked in 2025. The main account begins it with 166,000.00: what the homes and
# pools had, less the 60,000.00 that lay in D1, and 100,000.00 of the pools of the small roll.
MAIN_BEGINS = 16_600_000
MAIN_2025 = [
    Moved(date(2025, 3, 21), 18_675, "结息", "", "JX-Q1", time(2, 0)),
    Moved(date(2025, 4, 10), -3_000_000, "转存定期", RURAL_BANK, "D2", time(9, 30)),
    Moved(date(2025, 6, 21), 16_411, "结息", "", "JX-Q2", time(2, 0)),
    Moved(date(2025, 9, 17), 500_000, "缴维修资金", "赵示例", "JK250917", time(11, 0)),
    Moved(date(2025, 9, 21), 15_705, "结息", "", "JX-Q3", time(2, 0)),
    Moved(date(2025, 12, 21), 16_097, "结息", "", "JX-Q4", time(2, 0)),
]
RURAL_2025 = [
    Moved(date(2025, 7, 1), 6_117_000, "定期到期本息", "", "JX-D1", time(8, 0)),
    Moved(date(2025, 10, 10), 3_019_063, "定期到期本息", "", "JX-D2", time(8, 0)),
    Moved(date(2025, 10, 13), -8_000_000, "转存定期", "", "D4", time(16, 0)),
]
