"""Who follows an old link arrives: with and without JavaScript, below a sub-path, and in the copy on disk."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from chromium import DESKTOP, PHONE, OpenPage, served, watched
from moved_harbour import ARTICLE, NEW_ARTICLE, NEW_TOPIC, TOPIC, built
from playwright.sync_api import Page, Route, expect
from test_accessibility import BOTH, LIGHT_AND_DARK, violations
from test_validity import KNOWN, checker  # noqa: F401 - a fixture

pytestmark = pytest.mark.browser

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
STANDING = "articles/2031-03-14-uebergabe/"
PAGES = {
    f"bases/{TOPIC}/": f"bases/{NEW_TOPIC}/",
    f"bases/{TOPIC}/#_belege": f"bases/{NEW_TOPIC}/",
    "bases/s%C3%BCdmole/": f"bases/{NEW_TOPIC}/",
}
"""What a refresh leads to."""
CLAIMS = {
    f"articles/{ARTICLE}/#rest": f"articles/{NEW_ARTICLE}/#rest",
    f"articles/{ARTICLE}/#irrtum": f"articles/{NEW_ARTICLE}/#irrtum",
    f"articles/{ARTICLE}/#lob": f"{STANDING}#zwoelf",
    f"articles/{ARTICLE}/#gr%C3%B6%C3%9Fe": f"articles/{NEW_ARTICLE}/#rest",
    "articles/2030-verteilt/#boote": f"articles/{NEW_ARTICLE}/#rest",
}
STUBS = {
    f"{STANDING}#bleiben": f"{STANDING}#zwoelf",
    f"articles/{NEW_ARTICLE}/#lob": f"{STANDING}#zwoelf",
    f"articles/{NEW_ARTICLE}/#l%C3%A4nge": f"articles/{NEW_ARTICLE}/#rest",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("moved"), "release").site


@pytest.fixture(scope="module")
def base(root: Path) -> Iterator[str]:
    with served(root) as address:
        yield address


@pytest.fixture(scope="module")
def disk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the copy on disk."""
    folder = tmp_path_factory.mktemp("Größe & #1")
    with ZipFile(root / "data/dossier.zip") as packed:
        packed.extractall(folder)
    return f"{next(folder.iterdir()).as_uri()}/"


def on_disk(path: str) -> str:
    page, hash_sign, claim = path.partition("#")
    return f"{page.removesuffix('/')}.html{hash_sign}{claim}"


def arrives(page: Page, address: str) -> None:
    """The page is there, and where the address names a claim, it is in sight."""
    expect(page).to_have_url(address)
    claim = unquote(address.partition("#")[2])
    if claim:
        expect(page.locator(":target")).to_have_id(claim)  # which is there later than the address
        expect(page.locator(f"li:has(> .claim[id='{claim}']), li:has(> p > .claim[id='{claim}'])")).to_be_in_viewport()


# Arriving


@WITH_AND_WITHOUT
@pytest.mark.parametrize("old", PAGES)
def test_a_page_leads_on(base: str, open_page: OpenPage, old: str, script: bool) -> None:  # noqa: FBT001
    page = open_page(java_script_enabled=script)
    faults = watched(page, base)
    page.goto(base + old)
    arrives(page, base + PAGES[old])
    expect(page.locator("h1")).to_have_text("Alte Mole")
    assert faults == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *CLAIMS.items(),
        (f"articles/{ARTICLE}/", f"articles/{NEW_ARTICLE}/"),
        (f"articles/{ARTICLE}/#_herkunft", f"articles/{NEW_ARTICLE}/#_herkunft"),
        (f"articles/{ARTICLE}/#%E0%A4%A", f"articles/{NEW_ARTICLE}/#%E0%A4%A"),
        ("articles/2030-verteilt/", "articles/2030-verteilt/"),
    ],
)
def test_a_script_leads_to_the_very_claim(base: str, page: Page, old: str, new: str) -> None:
    faults = watched(page, base)
    page.goto(base + old)
    expect(page).to_have_url(base + new)
    if old in CLAIMS:
        arrives(page, base + new)
    assert faults == []


@pytest.mark.parametrize("old", CLAIMS)
def test_without_a_script_a_link_does(base: str, open_page: OpenPage, old: str) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    page.goto(base + old)
    arrives(page, base + old)
    page.locator("li:has(> .claim:target) a").click()
    arrives(page, base + CLAIMS[old])


def test_without_a_script_an_article_names_its_new_page(base: str, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{base}articles/{ARTICLE}/")
    page.get_by_text("Diese Seite hat eine neue Adresse:").get_by_role("link").click()
    arrives(page, f"{base}articles/{NEW_ARTICLE}/")


@WITH_AND_WITHOUT
@pytest.mark.parametrize("old", STUBS)
def test_a_stub_says_where_the_claim_is(base: str, open_page: OpenPage, old: str, script: bool) -> None:  # noqa: FBT001
    page = open_page(PHONE, java_script_enabled=script)
    page.goto(base + old)
    arrives(page, base + old)
    stub = page.locator("li:has(> .claim:target), li:has(> p > .claim:target)")
    expect(stub).to_contain_text("Diese Aussage steht jetzt an anderer Stelle:")
    stub.get_by_role("link").click()
    arrives(page, base + STUBS[old])


@WITH_AND_WITHOUT
def test_a_withdrawn_claim_says_why(base: str, open_page: OpenPage, script: bool) -> None:  # noqa: FBT001
    page = open_page(PHONE, java_script_enabled=script)
    page.goto(f"{base}articles/{NEW_ARTICLE}/#irrtum")
    arrives(page, f"{base}articles/{NEW_ARTICLE}/#irrtum")
    notice = page.locator("li:has(> .claim:target), li:has(> p > .claim:target)")
    expect(notice).to_contain_text(re.compile(r"zurückgezogen am 3\.\sJuni 2031: Der Absatz spricht von einer Übung\."))
    colours = notice.evaluate(
        "each => [each, each.previousElementSibling].map(li => getComputedStyle(li).backgroundColor)"
    )
    assert colours[0] != colours[1]


@WITH_AND_WITHOUT
@pytest.mark.parametrize("old", [f"bases/{TOPIC}/", f"articles/{ARTICLE}/#rest"])
def test_the_way_back_is_open(base: str, open_page: OpenPage, old: str, script: bool) -> None:  # noqa: FBT001
    """Back leads to where one came from, and not to the page that leads on at once."""
    page = open_page(java_script_enabled=script)
    page.goto(f"{base}method/")
    page.goto(base + old)
    if script or old in PAGES:
        arrives(page, base + ({**PAGES, **CLAIMS})[old])
    page.go_back()
    expect(page).to_have_url(f"{base}method/")


@WITH_AND_WITHOUT
@pytest.mark.parametrize("old", [*PAGES, *CLAIMS, *STUBS])
def test_the_copy_on_disk(disk: str, open_page: OpenPage, old: str, script: bool) -> None:  # noqa: FBT001
    page = open_page(java_script_enabled=script)
    faults = watched(page, disk)
    page.goto(disk + on_disk(old))
    if old in STUBS or (old in CLAIMS and not script):
        arrives(page, disk + on_disk(old))
        page.locator("li:has(> .claim:target) a, li:has(> p > .claim:target) a").click()
    arrives(page, disk + on_disk({**PAGES, **CLAIMS, **STUBS}[old]))
    assert faults == []


# What stands there meanwhile


def resting(file: Path) -> Callable[[Route], None]:
    """Answers with the page as it is but for what leads on from it, so that it can be looked at."""
    leads_on = r'<meta http-equiv="refresh"[^>]*>|location\.replace'
    html, changes = re.subn(leads_on, "", file.read_text(encoding="utf-8"))
    assert changes
    return lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")


@BOTH
@LIGHT_AND_DARK
def test_it_is_accessible(
    root: Path, base: str, open_page: OpenPage, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    page, found = open_page(size, scheme=scheme), []
    for path in (f"bases/{TOPIC}/", f"articles/{ARTICLE}/", "articles/2030-verteilt/"):
        page.route(base + path, resting(root / path / "index.html"))
        page.goto(base + path)
        expect(page.locator("h1")).to_have_text(re.compile("neue Adresse", re.IGNORECASE))
        expect(page).to_have_url(base + path)
        found += violations(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_links_can_be_hit(base: str, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(size, java_script_enabled=False)
    page.goto(f"{base}articles/{ARTICLE}/")
    links = page.locator("main ul a").all()
    assert len(links) == 4
    tops = [box["y"] for link in links if (box := link.bounding_box())]
    assert all(lower - upper >= 24 for upper, lower in pairwise(tops))


def test_it_is_valid(root: Path, checker: list[str]) -> None:  # noqa: F811 - the fixture
    old = [root / f"bases/{TOPIC}", root / f"articles/{ARTICLE}", root / "articles/2030-verteilt", root / STANDING]
    done = subprocess.run([*checker, *map(str, old)], capture_output=True, text=True, check=True)
    faults = [
        f"{fault['url']}: {fault['message']}"
        for fault in json.loads(done.stdout)["messages"]
        if not any(
            known[0] in fault["message"] and known[1] in " ".join(fault.get("extract", "").split()) for known in KNOWN
        )
    ]
    assert not faults, "\n".join(faults)
