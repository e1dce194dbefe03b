"""Measures cannot be grown from outside and say nothing about anybody."""

from server import metrics


def sample(name: str, **labels: str) -> float | None:
    return metrics.REGISTRY.get_sample_value(name, labels)


def test_requests_are_counted_by_template() -> None:
    labels = {"route": "/cases/{case_id}", "method": "GET", "status": "200"}
    before = sample("http_requests_total", **labels) or 0
    metrics.request_answered("/cases/{case_id}", "GET", 200, 0.01)
    assert sample("http_requests_total", **labels) == before + 1
    assert sample("http_request_seconds_count", route="/cases/{case_id}", method="GET")


def test_odd_requests_share_one_row() -> None:
    for number in range(50):
        metrics.request_answered(None, f"VERB{number}", 1000 + number, 0.01)
    assert sample("http_requests_total", route="unmatched", method="other", status="other") == 50


def test_label_values_are_bounded() -> None:
    bounded = metrics.Bounded(most=3)
    assert [bounded(value) for value in "abcda"] == ["a", "b", "c", "other", "a"]
    for number in range(1000):
        metrics.job_done("close_notices", f"error {number}", 0.1)
    text = metrics.exposition()[0].decode()
    assert text.count('jobs_total{job="close_notices"') <= 51


def test_the_gauges_are_exposed() -> None:
    metrics.outbox_depth.set(3)
    metrics.dead_letters.set(1)
    metrics.pool_seen(size=10, idle=4)
    text, kind = metrics.exposition()
    for line in ("outbox_depth 3.0", "outbox_dead_letters 1.0"):
        assert line in text.decode()
    assert 'db_pool_connections{state="busy"} 6.0' in text.decode()
    assert kind.startswith("text/plain")
