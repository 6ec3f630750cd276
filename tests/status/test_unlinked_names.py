"""Names that no topic knows are looked for where texts and tagger are; else it is said why not."""

import shutil
from pathlib import Path

import pytest
from workshop import HARBOUR

from generator.drafting import unknown_names
from generator.drafting.extra import ExtraMissing
from generator.drafting.unknown_names import UnknownName
from generator.parsing import parse_seeds
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.status import status_of
from generator.status.unlinked_names import unlinked_names


def test_without_texts(tmp_path: Path, harbour: Project) -> None:
    (harbour.seeds / "articles/2031-05-schleuse.yml").unlink()
    (harbour.seeds / "articles/2031-05-schleuse.md").unlink()
    shutil.rmtree(harbour.seeds / "fulltexts")
    seeds = parse_seeds(harbour.seeds, harbour.root, Problems())
    assert unlinked_names(seeds, tmp_path) == "no full text is here; name their folder with --fulltexts"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> list[UnknownName]:
        raise ExtraMissing("HanTa")

    monkeypatch.setattr(unknown_names, "unknown_names", missing)
    seeds = parse_seeds(HARBOUR / "seeds", HARBOUR, Problems())
    assert str(unlinked_names(seeds, HARBOUR / "seeds/fulltexts")).startswith("HanTa is not installed; install it: ")


def test_each_article_with_a_text_is_looked_through() -> None:
    loaded = load(Project(HARBOUR), problems := Problems())
    assert loaded
    names = unlinked_names(loaded.seeds, HARBOUR / "seeds/fulltexts")
    assert not isinstance(names, str)
    assert set(names) == {"2031-02-ankuendigung", "2031-03-14-uebergabe", "2031-03-20-funk", "2031-05-schleuse"}
    found = status_of(loaded, problems, names)
    assert found.counts["unlinked-names"] == sum(map(len, names.values()))
    assert (found.unlisted, found.textless) == ("", 1)


def test_a_name_is_listed_with_its_paragraphs_and_the_nearest_topic() -> None:
    loaded = load(Project(HARBOUR), problems := Problems())
    assert loaded
    names = {"2031-03-20-funk": [UnknownName("Enno Harmsen", (1, 3), "enno-harms"), UnknownName("Grete", (2,), "")]}
    section = status_of(loaded, problems, names).sections[-1]
    assert [(place.mark.path, place.id, place.message, place.hint) for place in section.places] == [
        (
            "seeds/articles/2031-03-20-funk.yml",
            "2031-03-20-funk",
            '"Enno Harmsen", paragraph 1, 3',
            'dossier alias enno-harms "Enno Harmsen"',
        ),
        ("seeds/articles/2031-03-20-funk.yml", "2031-03-20-funk", '"Grete", paragraph 2', ""),
    ]
