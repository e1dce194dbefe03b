"""The reference as rows of the sandbox: pages, their style, the contract's files to take away."""

from asyncio import to_thread
from collections.abc import Callable
from typing import Any

from console.rows import HTML, html
from handlers.route import Context
from papers.blob import Blob
from rules.refusals.asking import NotFound
from sandbox.reference import pages
from sandbox.reference.book import book

CSS = "text/css; charset=utf-8"
JSON = "application/json"
TEXT = "text/plain; charset=utf-8"

PageRow = tuple[str, Callable[..., Any], str]
"""Where it is, who answers, what media type."""


async def see_reference(ctx: Context) -> Blob:
    """接口参考：按主题的目录。"""
    return html(await to_thread(pages.index))


async def see_reference_subject(ctx: Context, subject: str) -> Blob:
    """接口参考：一个主题的全部接口。"""
    return await _found(pages.subject, subject)


async def see_reference_roles(ctx: Context) -> Blob:
    """接口参考：有哪些身份。"""
    return html(await to_thread(pages.roles))


async def see_reference_role(ctx: Context, role: str) -> Blob:
    """接口参考：一种身份可以用的接口。"""
    return await _found(pages.role, role)


async def get_reference_style(ctx: Context) -> Blob:
    """接口参考的样式。"""
    return Blob((pages.FOLDER / "reference.css").read_bytes(), CSS)


async def download_contract_file(ctx: Context, name: str) -> Blob:
    """接口约定的文件：openapi.json、errors.json、client.ts、staff.ts 和它们引用的。"""
    files = (await to_thread(book)).files
    if name not in files:
        raise NotFound()
    return Blob(files[name].encode(), JSON if name.endswith(".json") else TEXT, name)


async def _found(make: Callable[[str], str], name: str) -> Blob:
    try:
        return html(await to_thread(make, name))
    except KeyError as error:
        raise NotFound() from error


PAGES: tuple[PageRow, ...] = (
    (pages.DOCS, see_reference, HTML),
    (pages.DOCS + "/{subject}", see_reference_subject, HTML),
    (pages.ROLES, see_reference_roles, HTML),
    (pages.ROLES + "/{role}", see_reference_role, HTML),
    (pages.STYLE, get_reference_style, CSS),
    (pages.FILES + "/{name}", download_contract_file, TEXT),
)
