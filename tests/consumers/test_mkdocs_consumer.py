"""A MkDocs site with autorefs and mkdocstrings links here through the inventory, as the page on linking says."""

import subprocess
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from neighbours import UMLAUTS, Neighbour, links
from workshop import Command

from generator.addresses import claim_url, url


@pytest.fixture
def mkdocs(tmp_path: Path, command: Command, neighbour: Neighbour) -> "MkDocs":
    return MkDocs(tmp_path, command, neighbour)


class MkDocs:
    """A site of one page, built strictly; what it downloads is kept nowhere else."""

    def __init__(self, folder: Path, command: Command, neighbour: Neighbour) -> None:
        self.folder, self.command, self.plugins = folder, command, neighbour.example("yaml")

    def build(self, text: str) -> subprocess.CompletedProcess[str]:
        (self.folder / "mkdocs.yml").write_text(f"site_name: Nachbar\n{self.plugins}", encoding="utf-8")
        (self.folder / "docs").mkdir()
        (self.folder / "docs" / "index.md").write_text(f"# Nachbar\n\n{text}\n", encoding="utf-8")
        told = {"XDG_CACHE_HOME": str(self.folder / "cache"), "NO_PROXY": "127.0.0.1"}
        return self.command("mkdocs", "build", "--strict", cwd=self.folder, **told)

    @property
    def page(self) -> Path:
        return self.folder / "site" / "index.html"


def test_the_examples_lead_to_a_topic_and_a_claim(mkdocs: MkDocs, neighbour: Neighbour) -> None:
    done = mkdocs.build(neighbour.example("markdown"))
    assert done.returncode == 0, done.stderr
    found = links(mkdocs.page)
    assert found["dieses Thema"] == url(neighbour.dossier, neighbour.topic.id)
    assert found["diese Aussage"] == claim_url(neighbour.dossier, neighbour.claim)


def test_every_id_is_known(mkdocs: MkDocs, neighbour: Neighbour) -> None:
    held = neighbour.dossier
    names = [*held.topics, *held.articles, *held.events, *held.questions, *held.measures]
    done = mkdocs.build("\n\n".join(f"[Seite {name}][{name}]" for name in names))
    assert done.returncode == 0, done.stderr
    found = links(mkdocs.page)
    assert {name: found[f"Seite {name}"] for name in names} == {name: url(held, name) for name in names}


def test_an_overview_and_the_home_page(mkdocs: MkDocs, neighbour: Neighbour) -> None:
    done = mkdocs.build("[Zeit][timeline], [Anfang][index]")
    assert done.returncode == 0, done.stderr
    found = links(mkdocs.page)
    assert found["Zeit"] == f"{neighbour.address}timeline/"
    assert urljoin(found["Anfang"], ".") == neighbour.address


def test_a_page_with_umlauts_in_its_address(mkdocs: MkDocs, neighbour: Neighbour) -> None:
    done = mkdocs.build(f"[Größe][{UMLAUTS}]")
    assert done.returncode == 0, done.stderr
    address = links(mkdocs.page)["Größe"]
    assert address == f"{neighbour.address}unter/gr%C3%B6%C3%9Fe-und-%C3%BCbung/"
    with urlopen(address) as answer:  # noqa: S310 - our own server
        assert "<h1" in answer.read().decode()


def test_an_unknown_id_is_refused(mkdocs: MkDocs) -> None:
    done = mkdocs.build("[x][nirgendwo]")
    assert done.returncode
    assert "nirgendwo" in done.stderr


def test_autorefs_alone_reads_no_inventory(mkdocs: MkDocs, neighbour: Neighbour) -> None:
    """As the page says; should this fail one day, the example can do without mkdocstrings."""
    mkdocs.plugins = "plugins: [autorefs]\n"
    assert mkdocs.build(f"[x][{neighbour.topic.id}]").returncode
