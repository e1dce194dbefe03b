"""Measures for Prometheus. Labels come from closed lists or are bounded: nobody outside can grow
them by sending odd methods or paths, and none of them says who somebody is. R12.2."""

from dataclasses import dataclass, field
from functools import lru_cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
OTHER = "other"

SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

_requests = Counter(
    "http_requests", "Requests answered", ["route", "method", "status"], registry=REGISTRY
)
_request_seconds = Histogram(
    "http_request_seconds",
    "Time from arrival to answer",
    ["route", "method"],
    buckets=SECONDS,
    registry=REGISTRY,
)
_jobs = Counter("jobs", "Timed jobs run", ["job", "outcome"], registry=REGISTRY)
_job_seconds = Histogram(
    "job_seconds", "Time a timed job took", ["job"], buckets=SECONDS, registry=REGISTRY
)
_messages = Counter(
    "messages", "Messages by channel and result", ["channel", "outcome"], registry=REGISTRY
)
_wechat = Counter("wechat_calls", "Calls to WeChat", ["api", "outcome"], registry=REGISTRY)

outbox_depth = Gauge("outbox_depth", "Messages waiting to be sent", registry=REGISTRY)
outbox_oldest_seconds = Gauge(
    "outbox_oldest_seconds", "Age of the oldest message that is due", registry=REGISTRY
)
dead_letters = Gauge("outbox_dead_letters", "Messages given up for staff", registry=REGISTRY)
pool_connections = Gauge(
    "db_pool_connections", "Connections of the database pool", ["state"], registry=REGISTRY
)
clock_skew_seconds = Gauge(
    "clock_skew_seconds", "Database's clock minus the host's", registry=REGISTRY
)
redis_up = Gauge("redis_up", "1 when Redis answered last, else 0", registry=REGISTRY)


@dataclass
class Bounded:
    """Label values up to a number of different ones; those that come later are `other`."""

    most: int
    seen: set[str] = field(default_factory=set)

    def __call__(self, value: str) -> str:
        if value in self.seen:
            return value
        if len(self.seen) >= self.most:
            return OTHER
        self.seen.add(value)
        return value


_routes = Bounded(400)
_job_names = Bounded(50)
_outcomes = Bounded(50)
_channels = Bounded(10)
_apis = Bounded(50)


def request_answered(route: str | None, method: str, status: int, seconds: float) -> None:
    """Count an answer. `route` is the template of the matched row; None when none matched."""
    counter, histogram = _series(route, method, status)
    counter.inc()
    histogram.observe(seconds)


@lru_cache(maxsize=4096)
def _series(route: str | None, method: str, status: int) -> tuple[Counter, Histogram]:
    """The two series of an answer, found by their labels once."""
    template = _routes(route) if route else "unmatched"
    verb = method if method in METHODS else OTHER
    code = str(status) if 100 <= status <= 599 else OTHER
    return _requests.labels(template, verb, code), _request_seconds.labels(template, verb)


def job_done(job: str, outcome: str, seconds: float) -> None:
    """Count a run of a timed job; the outcome is a word such as done, nothing or failed."""
    name = _job_names(job)
    _jobs.labels(name, _outcomes(outcome)).inc()
    _job_seconds.labels(name).observe(seconds)


def message_settled(channel: str, outcome: str) -> None:
    """Count an attempt to tell somebody something."""
    _messages.labels(_channels(channel), _outcomes(outcome)).inc()


def wechat_called(api: str, outcome: str) -> None:
    """Count a call to WeChat; the outcome is `ok`, an errcode, `timeout` or `garbage`."""
    _wechat.labels(_apis(api), _outcomes(outcome)).inc()


def pool_seen(size: int, idle: int) -> None:
    """Remember how full the database pool is."""
    pool_connections.labels("idle").set(idle)
    pool_connections.labels("busy").set(size - idle)


def exposition() -> tuple[bytes, str]:
    """What Prometheus reads, and its content type."""
    return generate_latest(REGISTRY), CONTENT_TYPE_LATEST
