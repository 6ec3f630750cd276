"""Title page and contents of the printed book, and the text in the zip."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import small
from workshop import HARBOUR, copy_dossier

from generator.pipeline import Loaded, load
from generator.problems import Problems
from generator.release.cover import cover, newest_day, readme


def harbour(tmp_path: Path) -> Loaded:
    found = load(copy_dossier(HARBOUR, tmp_path / "harbour"), Problems())
    assert found
    return found


def listed(text: str) -> list[str]:
    return re.findall(r"^ *1\. \[.*?\]\((.*?)\)$", text, re.MULTILINE)


def test_the_contents_list_every_page_once(tmp_path: Path) -> None:
    loaded = harbour(tmp_path)
    known = loaded.dossier
    paths = listed(cover(loaded))
    assert len(paths) == len({*paths})
    for ids, folder in (
        (known.events, "timeline"),
        (known.questions, "questions"),
        (known.measures, "figures"),
        (known.articles, "articles"),
    ):
        assert [path for path in paths if path.startswith(f"{folder}/")] == [
            f"{folder}/index.md",
            *(f"{folder}/{name}.md" for name in ids),
        ]
    for topic in known.topics.values():
        assert f"{topic.kind.folder}/{topic.id}.md" in paths


def test_the_order_goes_from_what_happened_to_what_it_rests_on(tmp_path: Path) -> None:
    paths = listed(cover(harbour(tmp_path)))
    kinds = "timeline/ actors/ bases/ places/ questions/ figures/ outlets/ articles/ corrections/".split()
    order = [*kinds, "method.md", "imprint.md", "#_belege"]
    firsts = [next(at for at, path in enumerate(paths) if path.startswith(start)) for start in order]
    assert firsts == sorted(firsts)


def test_a_part_without_pages_is_left_out(tmp_path: Path) -> None:
    loaded = small.loaded(tmp_path)
    assert "questions/index.md" in listed(cover(loaded))
    without = replace(loaded, dossier=replace(loaded.dossier, questions={}))
    assert set(listed(cover(loaded))) - set(listed(cover(without))) == {
        "questions/index.md",
        *(f"questions/{name}.md" for name in loaded.dossier.questions),
    }


def test_a_page_in_the_way_is_not_listed(tmp_path: Path) -> None:
    loaded = small.loaded(tmp_path, files={"docs/print.md": "# Druck\n", "docs/mehr.md": "# Mehr davon\n"})
    text = cover(loaded)
    assert "(print.md)" not in text
    assert re.search(r"^1\. \[Mehr .*davon.*\]\(mehr\.md\)$", text, re.MULTILINE)


def test_the_day_of_the_dossier_is_that_of_its_newest_article(tmp_path: Path) -> None:
    loaded = harbour(tmp_path)
    added = [each.record.added.latest for each in loaded.dossier.articles.values()]
    assert newest_day(loaded.dossier) == max(day for day in added if day) > date(2031, 1, 1)


def test_the_text_in_the_zip(tmp_path: Path) -> None:
    text = readme(harbour(tmp_path).dossier)
    assert text.startswith("Der Hafenstreit von Nordersiel\nBearbeitet bis ")
    assert "index.html" in text
    assert "print.html" in text
    assert "{" not in text
