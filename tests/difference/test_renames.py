"""The same record under a new id is one change; what refers to it has not changed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from changed_harbour import change
from pydantic import BaseModel
from test_difference import before, compared, told

from generator.difference.comparison import ID_FIELDS
from generator.difference.report import as_markdown
from generator.fields import RefersTo
from generator.model import ArticleRecord, EventRecord, MeasureRecord, QuestionRecord, TopicRecord
from generator.pipeline import Project

__all__ = ["before"]


def id_fields(model: type[BaseModel]) -> Iterator[str]:
    """The fields that are marked as ids of records, in the model and in those it holds."""
    for name, hint in get_type_hints(model, include_extras=True).items():
        parts = [hint, *_inside(hint)]
        if any(isinstance(part, RefersTo) for part in parts):
            yield name
        for part in parts:
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from id_fields(part)


def _inside(hint: Any) -> Iterator[Any]:
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        yield part
        yield from _inside(part)


def test_the_fields_that_hold_ids() -> None:
    models = (ArticleRecord, TopicRecord, EventRecord, QuestionRecord, MeasureRecord)
    assert {name for model in models for name in id_fields(model)} == ID_FIELDS


def replaced(project: Project, old: str, new: str) -> None:
    """Renames an id everywhere, as `dossier rename` does."""
    for path in [*project.seeds.rglob("*.yml"), *project.docs.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")


def redirected(project: Project, old: str, new: str) -> None:
    (project.seeds / "redirects.yml").write_text(f"{old}: {new}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("topic", "old-pier", "alte-mole"),
        ("event", "handover", "uebergabe-der-mole"),
        ("question", "who-pays", "wer-zahlt"),
        ("measure", "boats", "boote"),
    ],
)
def test_a_new_id_is_one_change(before: Project, harbour: Project, kind: str, old: str, new: str) -> None:
    for path in [*harbour.seeds.rglob("*.yml"), *harbour.docs.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        fields = re.sub(rf"((?:event|measure|question|of): |\[\[|, ){old}\b", rf"\g<1>{new}", text)
        path.write_text(re.sub(rf"(?m)^{old}:", f"{new}:", fields), encoding="utf-8")
    found = compared(before, harbour)
    assert told(found, kind, "renamed") == {new: (f"was {old}",)}
    assert [(each.kind, each.what) for each in found.changes] == [(kind, "renamed")]


def test_an_article_under_a_new_id_keeps_its_claims(before: Project, harbour: Project) -> None:
    replaced(harbour, "2031-03-14-uebergabe", "2031-03-14-mole")
    (harbour.seeds / "articles/2031-03-14-uebergabe.yml").rename(harbour.seeds / "articles/2031-03-14-mole.yml")
    found = compared(before, harbour)
    assert told(found, "article", "renamed") == {"2031-03-14-mole": ("was 2031-03-14-uebergabe",)}
    assert [each.kind for each in found.changes] == ["article"]


def test_redirects_tell_more_than_words_do(before: Project, harbour: Project) -> None:
    replaced(harbour, "pilots", "lotsen")
    change(harbour, "actors/actors.yml", "name: Lotsenbund", "name: Bund der Lotsen\n  aliases: Lotsenbund")
    found = compared(before, harbour)
    assert list(told(found, "topic", "new")) == ["lotsen"]
    assert list(told(found, "topic", "gone")) == ["pilots"]
    redirected(harbour, "actors/pilots", "actors/lotsen")
    found = compared(before, harbour)
    assert told(found, "topic", "renamed") == {"lotsen": ("was pilots",)}
    assert told(found, "topic", "changed") == {"lotsen": ("changed: name, aliases",)}


def test_a_claim_that_is_renamed_and_reworded(before: Project, harbour: Project) -> None:
    change(harbour, "articles/2031-05-schleuse.yml", "id: verletzte", "id: niemand")
    change(harbour, "articles/2031-05-schleuse.yml", "Verletzt wurde niemand.", "Es wurde niemand verletzt.")
    redirected(harbour, "articles/2031-05-schleuse#verletzte", "articles/2031-05-schleuse#niemand")
    found = compared(before, harbour)
    assert list(told(found, "claim", "renamed")) == ["2031-05-schleuse#niemand"]
    assert list(told(found, "claim", "reworded")) == ["2031-05-schleuse#niemand"]
    assert told(found, "event", "changed") == {"collision": ("1 account changed",)}


def test_what_could_be_two_is_none_of_them(before: Project, harbour: Project, tmp_path: Path) -> None:
    for project, names in ((before, ("a", "b")), (harbour, ("c", "d"))):
        with (project.seeds / "actors/actors.yml").open("a", encoding="utf-8") as file:
            file.writelines(f"{name}: {{name: Zwilling {name in 'ac'}, type: group}}\n" for name in names)
    found = compared(before, harbour)
    assert told(found, "topic", "renamed") == {"c": ("was a",), "d": ("was b",)}
    change(harbour, "actors/actors.yml", "Zwilling False", "Zwilling True")
    found = compared(before, harbour)
    assert list(told(found, "topic", "new")) == ["c", "d"]


# Claims


def rename_claim(project: Project) -> None:
    """A claim of topics, an event, a question and a measure, which a topic's intro, a note and a page cite."""
    change(project, "articles/2031-03-14-uebergabe.yml", "id: bleiben", "id: zwoelf-boote")
    replaced(project, "[@bleiben]", "[@zwoelf-boote]")
    change(project, "articles/2031-03-14-uebergabe.yml", "id: uebergabe\n", "id: mole\n")
    replaced(project, "2031-03-14-uebergabe#uebergabe", "2031-03-14-uebergabe#mole")


@pytest.mark.parametrize("known", [False, True])
def test_a_claim_under_a_new_id_is_told_once(before: Project, harbour: Project, *, known: bool) -> None:
    rename_claim(harbour)
    if known:
        lines = ("articles/2031-03-14-uebergabe#bleiben: articles/2031-03-14-uebergabe#zwoelf-boote\n",)
        lines += ("articles/2031-03-14-uebergabe#uebergabe: articles/2031-03-14-uebergabe#mole\n",)
        (harbour.seeds / "redirects.yml").write_text("".join(lines), encoding="utf-8")
    found = compared(before, harbour)
    assert [(each.kind, each.what, each.id, each.details) for each in found.changes] == [
        ("claim", "renamed", "2031-03-14-uebergabe#mole", ("was uebergabe",)),
        ("claim", "renamed", "2031-03-14-uebergabe#zwoelf-boote", ("was bleiben",)),
    ]
    assert as_markdown(found).startswith("**2 claims renamed**\n")


def test_a_citation_in_full_is_the_same(before: Project, harbour: Project) -> None:
    replaced(harbour, "[@bleiben]", "[@2031-03-14-uebergabe#bleiben]")
    assert compared(before, harbour).changes == ()


def test_a_claim_and_its_article_and_a_topic_under_new_ids(before: Project, harbour: Project) -> None:
    old, new = "    text: Verletzt wurde niemand.", "    text: Verletzt wurde [[%s|niemand]]."
    change(before, "articles/2031-05-schleuse.yml", old, new % "pilots")
    change(harbour, "articles/2031-05-schleuse.yml", old, new % "pilots")
    change(harbour, "articles/2031-05-schleuse.yml", "id: verletzte", "id: niemand")
    replaced(harbour, "pilots", "lotsen")
    for suffix in ("yml", "md"):
        article = harbour.seeds / f"articles/2031-05-schleuse.{suffix}"
        article.rename(article.with_name(f"2031-05-stoss.{suffix}"))
    found = compared(before, harbour)
    assert [(each.kind, each.what, each.id) for each in found.changes] == [
        ("article", "renamed", "2031-05-stoss"),
        ("claim", "renamed", "2031-05-stoss#niemand"),
        ("topic", "renamed", "lotsen"),
    ]


def test_of_two_claims_with_the_same_words_none_is_the_other(before: Project, harbour: Project) -> None:
    for project, names in ((before, "ab"), (harbour, "cd")):
        for name in names:
            path, lines = "articles/2031-05-schleuse.yml", f"  - {{id: {name}, p: 1, text: Das Wetter war schlecht.}}\n"
            change(project, path, "claims:\n", f"claims:\n{lines}")
    found = compared(before, harbour)
    assert found.count("claim", "renamed") == 0
    assert (found.count("claim", "new"), found.count("claim", "gone")) == (2, 2)
