"""The built site on a server as on GitHub Pages, and a chromium to look at it; for tests and `.ci/screenshots`."""

import gzip
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

PREFIX = "/repo/"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
PHONE, DESKTOP = (390, 844), (1280, 800)
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".webmanifest"}
MISSING = "404.html"

OpenPage = Callable[..., Page]
"""What the fixture `open_page` gives."""


@dataclass(frozen=True)
class Site:
    """A built site as it is served below `base`."""

    root: Path
    base: str

    @cached_property
    def paths(self) -> list[str]:
        """Of all its pages, e.g. `actors/usa/`; home is the empty one. Pages that only lead on are left out."""
        pages = (page for page in self.root.rglob("index.html") if 'http-equiv="refresh"' not in _text(page))
        inside = sorted(page.parent.relative_to(self.root) for page in pages)
        return ["" if path == Path() else f"{path.as_posix()}/" for path in inside]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Each kind of page → the path of its biggest one, which is the likeliest to have all that a page can have.

        A kind is the folder that its pages share (`actors/*`), else the page's own path: home, sections, hand-written.
        """
        biggest: dict[str, str] = {}
        for path in [*self.paths, MISSING]:
            folder, _, rest = path.partition("/")
            kind = f"{folder}/*" if rest else path or "home"
            if kind not in biggest or self.size(path) > self.size(biggest[kind]):
                biggest[kind] = path
        return biggest

    def file(self, path: str) -> Path:
        return self.root / path / "index.html" if path.endswith("/") or not path else self.root / path

    def html(self, path: str) -> str:
        return _text(self.file(path))

    def size(self, path: str) -> int:
        return self.file(path).stat().st_size


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


# The server


class Handler(SimpleHTTPRequestHandler):
    """Serves the folder below PREFIX, and nothing beside it: compressed, cached a while, with the site's 404 page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.split("?")[0].split("#")[0]
        file = Path(self.translate_path("/" + path.removeprefix(PREFIX))) if path.startswith(PREFIX) else None
        if file and file.is_dir() and not path.endswith("/"):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", ".txt", Location=f"{path}/")
            return
        if file and file.is_dir():
            file /= "index.html"
        status = HTTPStatus.OK
        if not file or not file.is_file():
            file, status = Path(self.directory, MISSING), HTTPStatus.NOT_FOUND
        self._answer(status, file.read_bytes() if file.is_file() else b"", file.suffix)

    def _answer(self, status: HTTPStatus, body: bytes, suffix: str, **headers: str) -> None:
        if suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers = gzip.compress(body, 6, mtime=0), {**headers, "Content-Encoding": "gzip"}
        known = self.guess_type(f"file{suffix}")
        kind = f"{known}; charset=utf-8" if known.startswith("text/") else known
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Cache-Control": "max-age=600", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address at which the folder is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        finally:
            server.shutdown()
            thread.join()


# The browser


@contextmanager
def chromium() -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as opened,
    ):
        yield opened


def required() -> bool:
    """Whether a tool that is not there is a failure (in CI), and no reason to skip."""
    return os.environ.get("DOSSIER_REQUIRE_BROWSER") == "1"


def watched(page: Page, base: str) -> list[str]:
    """A list that fills with what goes wrong on the page from now on: errors, and requests to anywhere else."""
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{page.url}: console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            faults.append(f"{page.url}: asks for {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", lambda got: faults.append(f"{got.url}: {got.status}") if got.status >= 400 else None)
    return faults
