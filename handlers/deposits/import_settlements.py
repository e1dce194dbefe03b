"""Many advices from one file: every line is entered, or none is. R2.7, R4.3."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import SealedFile, keep_file, sealed_sheet
from handlers.deposits.enter_settlement import AdviceBody, JudgedAdvice, check_advice, keep_draft
from handlers.pools import SHEETS
from handlers.route import Answer, Context, Upload, route
from models.deposits import Deposit
from models.deposits.locks import rates_stand
from papers.sheets.reading import read_sheets
from rules.imports.advices import LineFault, Lines, advice_lines
from rules.people import Role
from rules.refusals.base import Refusal
from rules.refusals.files import TooManyRows, UnreadableSheet


class AdviceFault(Answer, frozen=True):
    """结息清单的一处错误：第几行、哪一列、所填内容和原因。"""

    row: int
    column: str
    value: str
    reason: Annotated[str, Meta(title="原因")]


class AdviceFile(Answer, frozen=True):
    """导入结息清单的结果：每行一份结息单，待第二人复核；有一处错误的，全部不录入。"""

    entered: Annotated[int, Meta(title="已录入笔数", description="有错误时为 0")]
    settlement_ids: list[UUID]
    faults: list[AdviceFault]


@dataclass(frozen=True)
class Taken:
    """A file read and sealed before the transaction."""

    lines: Lines
    sealed: SealedFile


async def _taken(ctx: Context, body: Upload) -> Taken:
    """Refuses UnreadableSheet and TooManyRows."""

    def read() -> Taken:
        sheets = read_sheets(body.name, body.content)
        if len(sheets) != 1:
            raise UnreadableSheet("文件中应只有一张工作表")
        lines = advice_lines(next(iter(sheets.values())))
        return Taken(lines, sealed_sheet(ctx.world.secrets, body.content, "advice"))

    return await SHEETS.run(ctx.who.key, read)


@route(
    "POST",
    "/settlements/file",
    who=Role.FINANCE,
    refuses=(UnreadableSheet, TooManyRows),
    prepare=_taken,
    limit="upload",
)
async def enter_advices_file(ctx: Context, body: Upload) -> AdviceFile:
    """导入银行结息清单（xlsx 或 csv）：逐行核对，全部无误才录入，由第二人逐笔复核。R4.3。"""
    taken: Taken = ctx.prepared
    faults = list(taken.lines.faults)
    await rates_stand()
    deposits = await _deposits(taken.lines)
    good: list[tuple[Deposit, AdviceBody, JudgedAdvice]] = []
    seen: dict[str, int] = {}
    for number, values in taken.lines.read:
        code = str(values.pop("deposit"))
        first = seen.setdefault(code, number)
        deposit = deposits.get(code)
        if deposit is None:
            faults.append(LineFault(number, "存款编号", code, "没有这个编号的存款"))
        elif first != number:
            reason = f"与第 {first} 行是同一存款，请待前一笔复核后再录入"
            faults.append(LineFault(number, "存款编号", code, reason))
        else:
            await _try(ctx, deposit, number, values, good, faults)
    if faults:
        return _answer([], faults)
    file = await keep_file(ctx, taken.sealed, body.name)
    entered = [
        await keep_draft(ctx, deposit, advice, laid, source="file", file_id=file.id)
        for deposit, advice, laid in good
    ]
    return _answer(entered, [])


async def _deposits(lines: Lines) -> dict[str, Deposit]:
    """The deposits named, locked in one order, so that two files never wait for each other."""
    codes = {str(values["deposit"]) for _, values in lines.read}
    rows = Deposit.filter(code__in=codes).order_by("id").select_for_update(no_key=True)
    return {deposit.code: deposit for deposit in await rows}


async def _try(
    ctx: Context,
    deposit: Deposit,
    number: int,
    values: dict[str, Any],
    good: list[tuple[Deposit, AdviceBody, JudgedAdvice]],
    faults: list[LineFault],
) -> None:
    try:
        advice = msgspec.convert(values, AdviceBody)
        good.append((deposit, advice, await check_advice(ctx, deposit, advice)))
    except msgspec.ValidationError:
        faults.append(LineFault(number, "", deposit.code, "有数值超出允许的范围"))
    except Refusal as refused:
        reason = refused.detail or refused.title()
        faults.append(LineFault(number, "", deposit.code, reason))


def _answer(entered: list[UUID], faults: list[LineFault]) -> AdviceFile:
    told = [
        AdviceFault(row=one.row, column=one.column, value=one.value, reason=one.reason)
        for one in sorted(faults, key=lambda one: one.row)
    ]
    return AdviceFile(entered=len(entered), settlement_ids=entered, faults=told)
