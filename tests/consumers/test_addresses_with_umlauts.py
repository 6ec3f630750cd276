"""Links to a page and an anchor with umlauts, below a path of the site's own, lead there as browsers follow them."""

import re
from urllib.parse import quote, unquote, urljoin
from urllib.request import urlopen

from neighbours import UMLAUTS, Neighbour

HREF = re.compile(r'href="([^"]*)"')


def fetched(address: str) -> str:
    with urlopen(quote(address.partition("#")[0], safe=":/%")) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def test_a_page_that_is_linked_back(neighbour: Neighbour) -> None:
    topic = f"{neighbour.address}bases/old-pier/"
    links = {urljoin(topic, href) for href in HREF.findall(fetched(topic))}
    back = [link for link in links if unquote(link) == f"{neighbour.address}{UMLAUTS}/"]
    assert len(back) == 1
    page = fetched(back[0])
    assert "Größe und Übung" in page
    assert topic in {urljoin(back[0], href) for href in HREF.findall(page)}


def test_an_anchor(neighbour: Neighbour) -> None:
    page = fetched(f"{neighbour.address}{quote(UMLAUTS)}/")
    assert 'id="maß"' in page
    assert "#maß" in {unquote(href) for href in HREF.findall(page)}


def test_the_canonical_address_is_that_of_the_link_list(neighbour: Neighbour) -> None:
    page = fetched(f"{neighbour.address}{UMLAUTS}/")
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', page)
    assert canonical
    assert canonical[1] == f"{neighbour.address}{quote(UMLAUTS)}/"
