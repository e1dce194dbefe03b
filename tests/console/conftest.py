"""A real browser, and a server of this machine's own that it reads the pages from."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from console import links
from console.templates import ASSETS
from server.app import CONTENT_POLICY, SCRIPTED, SCRIPTED_POLICY
from tests.chromium import chromium_in
from tests.console.samples import pages


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address at which every sample page is served with the headers of the real server."""
    served = {path: ("text/html; charset=utf-8", html.encode()) for path, html in pages().items()}
    served[links.STYLE] = ("text/css; charset=utf-8", (ASSETS / "site.css").read_bytes())
    served[links.LOG_SCRIPT] = ("text/javascript", (ASSETS / "verify_log.js").read_bytes())
    served[links.ICON] = ("image/svg+xml", (ASSETS / "icon.svg").read_bytes())

    class Reading(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            kind, body = served.get(path, ("text/plain", b""))
            policy = SCRIPTED_POLICY if path in SCRIPTED else CONTENT_POLICY
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Reading)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """How to start the browser."""
    return chromium_in(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def browser(chromium: dict[str, Any]) -> Iterator[Browser]:
    """A browser for plain tests; it has a loop of its own, so no test of its module is async."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(**chromium)
        yield launched
        launched.close()
