"""The pages of owners' votes as rows of the table, and what one recounts them with. R8.3, R8.5."""

from console import links
from console.rows import html
from console.templates import ASSETS
from console.vote_pages import vote_page
from handlers.route import Context, route
from handlers.votes.public import find
from papers.blob import Blob
from rules.people import Role
from rules.refusals.votes import VoteNotFound

PYTHON, PLAIN = "text/x-python", "text/plain"


@route(
    "GET",
    links.vote("{token}"),
    who=Role.PUBLIC,
    refuses=(VoteNotFound,),
    etag=True,
    blob=("text/html",),
    limit="public",
)
async def see_vote(ctx: Context, token: str) -> Blob:
    """业主表决页面：事项、期限、参与情况；计票后公布结果、计算过程和自行复核的办法。R8.3、R8.5。"""
    if token in ctx.world.link_files:
        # WeChat asks for this file to believe that the address is ours to open a mini-program.
        return Blob(ctx.world.link_files[token].encode(), f"{PLAIN}; charset=utf-8")
    found = await find(ctx, token)
    return html(vote_page(found, ctx.now >= found.ends_at))


_SCRIPT = (ASSETS / "recount_vote.py").read_bytes()
_FORMAT = (ASSETS / "published_vote.txt").read_bytes()


@route("GET", links.VOTE_SCRIPT, who=Role.PUBLIC, etag=True, blob=(PYTHON,), limit="public")
async def get_recount_script(ctx: Context) -> Blob:
    """复核脚本：不用本系统的任何程序，由公布的计票记录重新计票。R8.5。"""
    return Blob(_SCRIPT, f"{PYTHON}; charset=utf-8", "recount_vote.py")


@route("GET", links.VOTE_FORMAT, who=Role.PUBLIC, etag=True, blob=(PLAIN,), limit="public")
async def get_record_format(ctx: Context) -> Blob:
    """计票记录的格式和算法。R8.5。"""
    return Blob(_FORMAT, f"{PLAIN}; charset=utf-8", "published_vote.txt")
