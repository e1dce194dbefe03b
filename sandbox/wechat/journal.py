"""What was received and answered, in order; bounded in memory, complete in a file if asked."""

import json
from collections import deque
from pathlib import Path
from typing import Any

from sandbox.wechat.calls import Answer, Call

ENTRIES_MAX = 10_000
TEXT_MAX = 20_000


class Journal:
    """Numbered entries, one per request. `path` is a file to append JSON lines to."""

    def __init__(self, path: Path | None) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=ENTRIES_MAX)
        self._file = path.open("a", encoding="utf-8") if path else None
        self._count = 0

    def open(self, call: Call) -> dict[str, Any]:
        """A new entry; it stands before the request is worked on, so a lost answer shows too."""
        self._count += 1
        entry = {
            "n": self._count,
            "at": call.at.isoformat(),
            "method": call.method,
            "path": call.path,
            "query": call.query,
            "body": _readable(call.raw),
            "unknown": call.unknown,
            "fault": None,
            "status": None,
            "answer": None,
        }
        self._entries.append(entry)
        return entry

    def close(self, entry: dict[str, Any], answer: Answer | None) -> None:
        """The entry gets its answer; None when the line was cut or left silent."""
        if answer is not None:
            entry["status"] = answer.status
            image = answer.content_type.startswith("image/")
            size = f"<{len(answer.body)} bytes of {answer.content_type}>"
            entry["answer"] = size if image else _readable(answer.body)
        if self._file is not None:
            self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            self._file.flush()

    def read(self, path: str | None = None, since: int = 0) -> list[dict[str, Any]]:
        """Entries after number `since`, of one address or all."""
        return [e for e in self._entries if e["n"] > since and path in (None, e["path"])]

    @property
    def last(self) -> int:
        """The number of the newest entry, cleared ones counted."""
        return self._count

    def clear(self) -> None:
        """Forgets what is in memory; numbers go on."""
        self._entries.clear()

    def shut(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()


def _readable(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return raw[:TEXT_MAX].decode("utf-8", "replace")
