"""What a reader loads, compressed: at a first visit to the home page, and a topic page's own HTML with its drawings."""

import gzip
from collections.abc import Callable

import pytest
from chromium import PHONE, OpenPage, Site
from playwright.sync_api import Response

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

FIRST_VISIT = 350_000
TOPIC_PAGE = 60_000


def test_the_first_visit_to_the_home_page(
    site: Site, open_page: OpenPage, record_property: Callable[[str, object], None]
) -> None:
    responses: list[Response] = []
    page = open_page(PHONE)
    page.on("response", lambda got: responses.append(got) if got.ok else pytest.fail(got.url))
    page.goto(site.base, wait_until="networkidle")
    page.mouse.wheel(0, 100_000)  # what loads only when it is seen counts as well
    page.wait_for_load_state("networkidle")
    sizes = {response.url.removeprefix(site.base): sent(response) for response in responses}
    total = sum(sizes.values())
    record_property("first visit in bytes", total)
    assert "" in sizes
    assert total <= FIRST_VISIT, sizes


def sent(response: Response) -> int:
    sizes = response.request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def test_every_topic_page(
    site: Site, dossier_of: Callable[[Site], Dossier], record_property: Callable[[str, object], None]
) -> None:
    kinds = dossier_of(site).settings.kinds.values()
    folders = tuple(f"{kind.folder}/" for kind in kinds)
    sizes = {
        path: len(gzip.compress(site.file(path).read_bytes(), 6)) for path in site.paths if path.startswith(folders)
    }
    assert len(sizes) > len(dossier_of(site).topics)  # the sections are among them
    record_property("biggest topic page in bytes", max(sizes.values()))
    assert {path: size for path, size in sizes.items() if size > TOPIC_PAGE} == {}
