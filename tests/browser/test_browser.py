"""The built site in a real browser, under a path of its own as on GitHub Pages: every page, nothing from elsewhere."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from workshop import HARBOUR, ROOT, copy_dossier

from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.site import build_site

pytestmark = pytest.mark.browser

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
DOSSIERS = {"harbour": HARBOUR} | ({"ours": ROOT} if (ROOT / "seeds" / "dossier.yml").exists() else {})


# The site on a server


@dataclass
class Site:
    """A built site as it is served; `paths` are those of its pages, e.g. `actors/usa/`."""

    root: Path
    base: str
    paths: list[str] = field(default_factory=list)


class Handler(SimpleHTTPRequestHandler):
    """Serves the folder below PREFIX, and nothing beside it."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "nothing-is-here"
        return super().translate_path("/" + inside)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(root: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session", params=DOSSIERS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    project: Project = copy_dossier(DOSSIERS[request.param], tmp_path_factory.mktemp("dossier") / request.param)
    problems = Problems()
    assert generate(project, problems), [str(problem) for problem in problems]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_SITE_URL", f"https://example.org{PREFIX}")
        build_site(project)
    pages = sorted(path.parent.relative_to(project.site) for path in project.site.rglob("index.html"))
    with served(project.site) as base:
        yield Site(project.site, base, ["" if page == Path() else f"{page.as_posix()}/" for page in pages])


# Links, without a browser


class Links(HTMLParser):
    """The ids of a page, and the addresses that it links to or loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("id", "name") and value:
                self.ids.append(value)
            elif name in ("href", "src") and value is not None:
                self.targets.append(value)


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    pages = {path: Links(site.root / path / "index.html") for path in site.paths}
    pages["404.html"] = Links(site.root / "404.html")
    dead = []
    for path, page in pages.items():
        for target in page.targets:
            url = urlsplit(urljoin(site.base + path, target))
            if url.scheme in ("http", "https") and url.netloc == urlsplit(site.base).netloc:
                inside = unquote(url.path).removeprefix(PREFIX)
                known = inside in pages or (site.root / inside).is_file()
                if not known or (url.fragment and unquote(url.fragment) not in pages[inside].ids):
                    dead.append(f"{path}: {target}")
    assert dead == []


def test_an_id_stands_once_on_a_page(site: Site) -> None:
    twice = []
    for path in site.paths:
        ids = Links(site.root / path / "index.html").ids
        twice += [f"{path}: {name}" for name in {*ids} if ids.count(name) > 1 and not name.startswith("__")]
    assert twice == []


# Pages, in a browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        reason = "there is no chromium on the PATH"
        pytest.fail(reason) if os.environ.get("DOSSIER_REQUIRE_BROWSER") == "1" else pytest.skip(reason)
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as open_:
        yield open_


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="de-DE", reduced_motion="reduce") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


def watched(page: Page, base: str) -> list[str]:
    """A list that fills with what goes wrong on the page from now on."""
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


LOOK = """() => ({
  "not German": document.documentElement.lang != "de",
  "not one h1": document.querySelectorAll("h1").length != 1,
  "no description": !document.querySelector("meta[name=description]")?.content,
  "a note that leads nowhere": document.body.innerText.includes("[^"),
  "attributes shown as text": /\\{ ?[.:#]/.test(document.body.innerText),
  "wider than a phone": document.scrollingElement.scrollWidth > window.innerWidth,
})"""


def test_every_page_is_whole_on_a_phone_and_asks_for_nothing_elsewhere(site: Site, page: Page) -> None:
    faults = watched(page, site.base)
    page.set_viewport_size({"width": 360, "height": 740})
    for path in [*site.paths, "404.html"]:
        page.goto(site.base + path)
        faults += [f"{path}: {fault}" for fault, seen in page.evaluate(LOOK).items() if seen]
    assert faults == []


def test_search_finds_words_with_umlauts(site: Site, page: Page) -> None:
    faults = watched(page, site.base)
    page.goto(site.base, wait_until="networkidle")  # the index has come
    page.get_by_role("textbox", name="Suche").press_sequentially("Stützpunkt")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.get_by_role("dialog", name="Suche").count() == 1
    assert faults == []


def test_a_claim_that_is_linked_stands_out(site: Site, page: Page) -> None:
    path = next(path for path in site.paths if path.startswith("articles/") and path != "articles/")
    page.goto(site.base + path)
    claim = page.locator("li:has(> .claim), li:has(> p > .claim)").first
    plain = claim.evaluate("element => getComputedStyle(element).backgroundColor")
    page.goto(f"{site.base}{path}#{claim.locator('.claim').get_attribute('id')}")
    assert claim.evaluate("element => getComputedStyle(element).backgroundColor") != plain
    assert page.evaluate("document.querySelector('.claim:target').getBoundingClientRect().top > 60")
