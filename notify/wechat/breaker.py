"""A fuse per WeChat address: when it keeps failing, callers are told at once instead of waiting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from notify.wechat.answers import Unavailable


class Breaker:
    """Opens after `failures` in a row, for `rest_seconds`; then one caller at a time may probe.

    Only Unavailable counts, and of it only what cost time or made no sense: a server that answers
    "busy" (-1) or "too often" (45009) is alive and quick, so resting would only delay messages.
    `clock` gives monotonic seconds.
    """

    def __init__(self, failures: int, rest_seconds: float, clock: Callable[[], float]) -> None:
        self._limit = failures
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._failures = 0
        self._closed_again_at = 0.0
        self._probing = False

    @property
    def is_open(self) -> bool:
        """True while the next caller would be refused."""
        if self._failures < self._limit:
            return False
        return self._probing or self._clock() < self._closed_again_at

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Let one exchange through and learn from how it ends; Unavailable when open."""
        if self.is_open:
            raise Unavailable("resting", written=False)
        probing = self._failures >= self._limit
        self._probing = probing
        try:
            yield
        except Unavailable as error:
            if error.errcode == 0:
                self._failures += 1
                self._closed_again_at = self._clock() + self._rest_seconds
            else:
                self._failures = 0
            raise
        except Exception:
            # Any other answer, a refusal too, came from a server that is alive.
            self._failures = 0
            raise
        else:
            self._failures = 0
        finally:
            # Also reached when the caller is cancelled: that proves nothing, but must not
            # keep the next one from probing.
            if probing:
                self._probing = False
