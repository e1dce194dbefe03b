"""The page of the log: heads, who signed them, and checking them in one's own browser. R12.3."""

import msgspec

from console import links
from console.disclosure import Cell
from console.rows import html, page_row
from console.templates import ASSETS, clock_words, page
from handlers.lists import Listed
from handlers.log import HeadQuery, LogHead, get_log_head, list_log_heads, list_log_keys
from handlers.route import Context, Page, route
from handlers.witnesses import PublicWitness, list_log_witnesses
from papers.blob import Blob
from rules.people import Role

SCRIPT = "text/javascript"
_SCRIPT = (ASSETS / "verify_log.js").read_bytes()


def log_page(
    head: LogHead | None,
    keys: dict[str, str],
    heads: Listed[LogHead],
    witnesses: Listed[PublicWitness],
) -> str:
    """The page; without a head yet it only says what the log is for."""
    rows = tuple(
        (
            Cell(f"第 {one.tree_size} 号", whole=True),
            Cell(clock_words(one.sealed_at) if one.sealed_at else "—", whole=True),
            Cell(one.root_hash),
            Cell("、".join(by.witness_name for by in one.witnesses) or "尚无"),
        )
        for one in heads.items
    )
    named = tuple(
        (
            Cell(one.witness_name),
            Cell(one.public_key),
            Cell(f"{one.from_at:%Y-%m-%d}", whole=True),
            Cell(f"{one.ended_at:%Y-%m-%d}" if one.ended_at else "—", whole=True),
        )
        for one in witnesses.items
    )
    return page(
        "log.html",
        head=head,
        keys=keys,
        head_json=msgspec.json.encode(head).decode(),
        keys_json=msgspec.json.encode(keys).decode(),
        rows=rows,
        next_url=f"{links.LOG}?after={heads.next}" if heads.next else "",
        witnesses=named,
    )


@page_row(links.LOG)
async def see_log(ctx: Context, query: Page) -> Blob:
    """存证日志：树首、签名和见证，可在浏览器里自行核对。R12.3。"""
    newest = await get_log_head(ctx)
    keys = {one.key_name: one.public_key for one in (await list_log_keys(ctx)).items}
    heads = await list_log_heads(ctx, HeadQuery(after=query.after, limit=20, daily=True))
    witnesses = await list_log_witnesses(ctx, Page(limit=50))
    return html(log_page(newest if newest.tree_size else None, keys, heads, witnesses))


@route("GET", links.LOG_SCRIPT, who=Role.PUBLIC, etag=True, blob=(SCRIPT,), limit="public")
async def get_log_script(ctx: Context) -> Blob:
    """在浏览器里核对树首的脚本：只算散列和签名，不保存、不发送任何内容。R12.3。"""
    return Blob(_SCRIPT, f"{SCRIPT}; charset=utf-8")
