"""Heavy work off the event loop, each kind in threads and a queue of its own.

Decoding, drawing, hashing and reading what was sent never wait for each other, nor for what the
process itself does in threads. Whoever waits is served in turn: one of each asker's, however many
one of them sent. A full queue refuses at once, so that nobody waits for what will not come.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from rules.refusals.asking import TemporarilyUnavailable

P = ParamSpec("P")
T = TypeVar("T")

RETRY_SECONDS = 5


@dataclass
class _Turns:
    """What is running and who waits, of one event loop; askers in the order of their turns."""

    running: int = 0
    waiting: int = 0
    lanes: dict[str, "deque[asyncio.Future[None]]"] = field(default_factory=dict)


class Pool:
    """`threads` at work, at most `waiting` that wait and `each` of one asker among them.

    None of them is niced: it would hold Python's lock while it waits for the processor, and the
    answers with it, for half a second on a busy machine. Niceness is for processes.
    """

    def __init__(self, title: str, threads: int, waiting: int, each: int) -> None:
        self.title = title
        self.threads, self.waiting, self.each = threads, waiting, each
        self._executor = ThreadPoolExecutor(threads)
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, _Turns] = WeakKeyDictionary()

    async def run(self, by: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work gives, done for this asker. Raises TemporarilyUnavailable when full.

        Work that has begun ends, and keeps its thread until then, even if nobody waits for it.
        """
        turns = self._here()
        if turns.running >= self.threads and self._is_full(turns, by):
            raise TemporarilyUnavailable(
                f"正在处理的{self.title}较多", retry_after_seconds=RETRY_SECONDS
            )
        return await self._done(turns, by, partial(work, *args, **kwargs))

    async def go_on(self, by: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same for the next part of what is being sent already: it takes its turn with the
        others, however many wait. A refusal in the middle of a file would tear it."""
        return await self._done(self._here(), by, partial(work, *args, **kwargs))

    def _is_full(self, turns: _Turns, by: str) -> bool:
        return turns.waiting >= self.waiting or len(turns.lanes.get(by, ())) >= self.each

    def _here(self) -> _Turns:
        return self._turns.setdefault(asyncio.get_running_loop(), _Turns())

    async def _done(self, turns: _Turns, by: str, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        if turns.running < self.threads:
            turns.running += 1
        else:
            await self._turn(turns, by)
        done = loop.run_in_executor(self._executor, work)
        done.add_done_callback(lambda ended: _pass_on(turns, by, ended))
        return await asyncio.shield(done)

    async def _turn(self, turns: _Turns, by: str) -> None:
        """Wait until a thread is handed to this asker."""
        lane = turns.lanes.get(by) or deque()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        lane.append(turn)
        turns.lanes[by] = lane
        turns.waiting += 1
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                _pass_on(turns, by)
            raise


def _pass_on(turns: _Turns, last: str, ended: "asyncio.Future[Any] | None" = None) -> None:
    """Give a thread that is free to whose turn it is: to another than who had it, if one waits."""
    if ended is not None and not ended.cancelled():
        ended.exception()
    while turns.lanes:
        by = next((one for one in turns.lanes if one != last), last)
        lane = turns.lanes[by]
        # The next asker's turn comes before this one's second.
        del turns.lanes[by]
        turn = lane.popleft()
        turns.waiting -= 1
        if lane:
            turns.lanes[by] = lane
        if not turn.done():
            turn.set_result(None)
            return
    turns.running -= 1


FORMS = Pool("上传", threads=1, waiting=48, each=12)
"""Taking a form apart: milliseconds."""

PICTURES = Pool("照片", threads=1, waiting=40, each=10)
"""Photos as WeChat sends them, of up to five megapixels: a tenth of a second each."""

LARGE_PICTURES = Pool("大照片", threads=1, waiting=6, each=3)
"""Photos of more pixels: up to a second and a quarter of a gigabyte each."""

PDFS = Pool("PDF 文件", threads=1, waiting=12, each=4)
"""PDFs that were sent: a process of its own for each, a third of a second as a rule."""

DRAWINGS = Pool("海报和打印件", threads=1, waiting=24, each=6)
"""Posters, ballots and other papers; one is drawn at a time, see `papers.drawing`."""

DOSSIERS = Pool("卷宗", threads=1, waiting=4, each=2)
"""Case files: many papers bound into one, some seconds each."""

SHEETS = Pool("表格", threads=1, waiting=8, each=4)
"""Spreadsheets that were sent, and working on their rows: seconds each."""

WORKBOOKS = Pool("导出表格", threads=1, waiting=24, each=6)
"""Spreadsheets and reckonings that are made: up to a second each."""

PASSWORDS = Pool("登录", threads=2, waiting=40, each=40)
"""Argon2: a tenth of a second and 64 MB each."""
