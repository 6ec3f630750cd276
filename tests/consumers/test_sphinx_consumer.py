"""A Sphinx project links here through the inventory, as the page on linking says."""

import subprocess
from pathlib import Path
from urllib.parse import urljoin

import pytest
from neighbours import UMLAUTS, Neighbour, links
from workshop import Command

from generator.addresses import claim_url, url


@pytest.fixture
def sphinx(tmp_path: Path, command: Command, neighbour: Neighbour) -> "Sphinx":
    return Sphinx(tmp_path, command, neighbour)


class Sphinx:
    """A project of one page, built strictly."""

    def __init__(self, folder: Path, command: Command, neighbour: Neighbour) -> None:
        self.folder, self.command, self.conf = folder, command, neighbour.example("python")

    def build(self, text: str) -> subprocess.CompletedProcess[str]:
        (self.folder / "conf.py").write_text(f'project = "Nachbar"\n{self.conf}', encoding="utf-8")
        (self.folder / "index.rst").write_text(f"Nachbar\n=======\n\n{text}\n", encoding="utf-8")
        strict = ("--fail-on-warning", "--nitpicky", "--quiet")
        return self.command("sphinx", *strict, ".", "built", cwd=self.folder, NO_PROXY="127.0.0.1")

    @property
    def page(self) -> Path:
        return self.folder / "built" / "index.html"


def test_the_examples_lead_to_a_topic_and_a_claim(sphinx: Sphinx, neighbour: Neighbour) -> None:
    done = sphinx.build(neighbour.example("rst"))
    assert done.returncode == 0, done.stderr
    found = links(sphinx.page)
    assert found["dieses Thema"] == url(neighbour.dossier, neighbour.topic.id)
    assert found["diese Aussage"] == claim_url(neighbour.dossier, neighbour.claim)


def test_an_id_alone_shows_the_title(sphinx: Sphinx, neighbour: Neighbour) -> None:
    names = [*neighbour.dossier.topics, *neighbour.dossier.events, *neighbour.dossier.articles]
    done = sphinx.build("\n\n".join(f":external+dossier:ref:`{name}`" for name in names))
    assert done.returncode == 0, done.stderr
    found = links(sphinx.page)
    for topic in neighbour.dossier.topics.values():
        assert found[topic.record.name] == url(neighbour.dossier, topic.id)
    for event in neighbour.dossier.events.values():
        assert found[event.record.title] == url(neighbour.dossier, event.id)


def test_an_overview_and_the_home_page(sphinx: Sphinx, neighbour: Neighbour) -> None:
    done = sphinx.build(":external+dossier:ref:`Zeit <timeline>`, :external+dossier:ref:`Anfang <index>`")
    assert done.returncode == 0, done.stderr
    found = links(sphinx.page)
    assert found["Zeit"] == f"{neighbour.address}timeline/"
    assert urljoin(found["Anfang"], ".") == neighbour.address


def test_a_page_with_umlauts_in_its_address(sphinx: Sphinx, neighbour: Neighbour) -> None:
    done = sphinx.build(f":external+dossier:doc:`{UMLAUTS}`")
    assert done.returncode == 0, done.stderr
    address = links(sphinx.page)["Größe und Übung"]
    assert address == f"{neighbour.address}unter/gr%C3%B6%C3%9Fe-und-%C3%BCbung/"


def test_an_unknown_id_is_refused(sphinx: Sphinx) -> None:
    done = sphinx.build(":external+dossier:ref:`nirgendwo`")
    assert done.returncode
    assert "nirgendwo" in done.stderr
