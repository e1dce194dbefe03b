"""What a refusal is: the class name is the code, the docstring its Chinese title and, below it,
what it means and the way out, as the page `/errors` and the catalogue tell it.

`status` is the HTTP status that `server/problems.py` gives it: 401 who are you, 403 not yours,
404 not there, 409 not now, 422 makes no sense, 429 too often, 503 come back later.
Extra keyword arguments become members of the problem document; they must be harmless facts.
`noted` is what the security log calls it, where the answer must not tell.
"""

from typing import Any, ClassVar


class Refusal(Exception):
    """请求被拒绝"""

    status: ClassVar[int] = 409
    noted: str = ""

    def __init__(self, detail: str = "", **facts: Any) -> None:
        super().__init__(detail or type(self).title())
        self.detail = detail
        self.facts = facts

    @classmethod
    def title(cls) -> str:
        """The Chinese title people read."""
        return (cls.__doc__ or "").strip().partition("\n")[0]

    @classmethod
    def way_out(cls) -> str:
        """What it means and what to do, in Chinese."""
        _, _, more = (cls.__doc__ or "").strip().partition("\n")
        return "".join(line.strip() for line in more.splitlines())

    @classmethod
    def code(cls) -> str:
        """The stable code programs read."""
        return cls.__name__
