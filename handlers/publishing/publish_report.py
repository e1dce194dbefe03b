"""Publishing the report of a closed year, and correcting it by another version. R12.1."""

from typing import Annotated

import msgspec
from msgspec import Meta

from handlers.disclosure.accounts import forget, withheld
from handlers.publishing.reports import ReportVersion, version_view
from handlers.route import Body, Context, Year, route
from models import publishing
from models.disclosure import reported_withheld
from models.ids import new_id
from models.income import years
from rules.days import beijing_date
from rules.events.books import YearPublished
from rules.people import CONFIRMERS
from rules.publishing import digest, report_of, written
from rules.refusals.asking import NotFound
from rules.refusals.books import ReportUnchanged, YearNotReady
from rules.refusals.cases import ReasonMissing


class ReportPublication(Body, frozen=True):
    """更正已公布报告的理由；首次公布不填。"""

    reason: Annotated[str, Meta(max_length=300, title="更正原因", description="首次公布不填")] = ""


@route(
    "POST",
    "/accounting-years/{year}/publication",
    who=CONFIRMERS,
    refuses=(NotFound, YearNotReady, ReasonMissing, ReportUnchanged),
)
async def publish_year_report(ctx: Context, year: Year, body: ReportPublication) -> ReportVersion:
    """公布已结账年度的报告；更正须说明原因，前后各版一并保留。R4.7、R12.1。"""
    reason = body.reason.strip()
    row = await years.found(year, lock=True)
    if row is None or row["state"] != "closed":
        raise YearNotReady("该年度尚未结账，不能公布")
    before = await publishing.versions(year)
    if before and not reason:
        raise ReasonMissing("更正已公布的报告须说明原因")
    hidden, few = await withheld(ctx)
    kept = frozenset(hidden.parts | await reported_withheld())
    figures = await publishing.figures(year, beijing_date(ctx.now))
    report = report_of(year, figures, few, kept)
    content = written(report)
    if before and bytes(before[0]["sha256"]) == digest(content):
        raise ReportUnchanged()
    version = len(before) + 1
    await publishing.keep(
        new_id(),
        year,
        version,
        msgspec.json.decode(content),
        digest(content),
        reason,
        published_by=ctx.id,
        published_at=ctx.now,
    )
    forget()
    about = {"year": year, "version": version, "sha256": digest(content).hex()}
    subject_id = str(years.subject_of(year))
    ctx.record(YearPublished(subject_id=subject_id, at=ctx.now, why=reason, data=about))
    return version_view((await publishing.versions(year))[0])
