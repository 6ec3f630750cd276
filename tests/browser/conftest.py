"""Fixtures of the browser tests: both dossiers, built once a run and served, and pages of a browser to open them in."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import pytest
from chromium import CHROMIUM, DESKTOP, PREFIX, OpenPage, Site, chromium, required, served
from playwright.sync_api import Browser, Page, expect
from workshop import ENVIRONMENT, HARBOUR, ROOT, copy_dossier

from generator.dossier import Dossier
from generator.one_at_a_time import only_one
from generator.pipeline import Project, generate, load
from generator.problems import Problems
from generator.site import build_site

DOSSIERS = {"harbour": HARBOUR} | ({"ours": ROOT} if (ROOT / "seeds" / "dossier.yml").exists() else {})
PATIENCE = 20_000
"""Milliseconds to wait for what should be there at once: a busy machine is no fault of the site."""


def built(source: Path, folder: Path) -> Project:
    shutil.rmtree(folder, ignore_errors=True)  # another worker may have failed half-way
    project = copy_dossier(source, folder)
    problems = Problems()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_SITE_URL", f"https://example.org{PREFIX}")
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        assert generate(project, problems), [str(problem) for problem in problems]
        build_site(project)
    return project


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Project]:
    """Builds a dossier where no other worker of this run has done so yet."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "browser-sites"
    folder.mkdir(exist_ok=True)

    def project(name: str) -> Project:
        with only_one(folder, lambda: None):
            at = folder / name
            return Project(at) if (at / "site").exists() else built(DOSSIERS[name], at)

    return project


@pytest.fixture(scope="session")
def sites(projects: Callable[[str], Project]) -> Iterator[Callable[[str], Site]]:
    with ExitStack() as stack:
        known: dict[str, Site] = {}

        def site(name: str) -> Site:
            if name not in known:
                root = projects(name).site
                known[name] = Site(root, stack.enter_context(served(root)))
            return known[name]

        yield site


@pytest.fixture(scope="session", params=DOSSIERS)
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    """Each of the dossiers in turn."""
    return sites(request.param)


@pytest.fixture(scope="session")
def ours(sites: Callable[[str], Site]) -> Site:
    if "ours" not in DOSSIERS:
        pytest.skip("there are no seeds")
    return sites("ours")


@pytest.fixture(scope="session")
def harbour_site(sites: Callable[[str], Site]) -> Site:
    return sites("harbour")


@pytest.fixture(scope="session")
def dossier_of() -> Callable[[Site], Dossier]:
    """The dossier that a site was built from, to count what must stand there."""

    def dossier(site: Site) -> Dossier:
        loaded = load(Project(site.root.parent), Problems())
        assert loaded
        return loaded.dossier

    return dossier


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        reason = "there is no chromium on the PATH"
        pytest.fail(reason) if required() else pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    with chromium() as opened:
        yield opened


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens an empty page of a fresh reader, e.g. `open_page(PHONE, scheme="dark", java_script_enabled=False)`."""
    with ExitStack() as stack:

        def page(
            size: tuple[int, int] = DESKTOP, *, scheme: Literal["light", "dark"] = "light", **settings: object
        ) -> Page:
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                color_scheme=scheme,
                locale="de-DE",
                reduced_motion="reduce",
                **settings,
            )
            stack.enter_context(context)
            context.set_default_timeout(PATIENCE)
            return context.new_page()

        yield page


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()
