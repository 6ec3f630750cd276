"""One more spelling for a topic."""

from pathlib import Path
from typing import Any

import pytest
import small

from generator.desk.alias import Aliased, alias
from generator.desk.trial import Refused, WrongWords
from generator.parsing import parse_seeds
from generator.problems import Problems


def aliased(root: Path, topic: str, words: str, *, metonym: bool = False, **changes: Any) -> Aliased:
    project = small.project(root, **changes)
    seeds = parse_seeds(project.seeds, project.root, Problems())
    return alias(project, seeds, topic, words, metonym=metonym)


def test_the_spelling_stands_in_the_record_and_links_claims(tmp_path: Path) -> None:
    edits = {small.ARTICLE: {"zählt 40 Leute": "zählt für den Bund der Deiche 40 Leute"}}
    change = aliased(tmp_path, "deichbund", "  Bund  der Deiche ", edits=edits)
    assert (change.path, change.line, change.spelling) == (Path("seeds/actors/actors.yml"), 1, "Bund der Deiche")
    assert change.after == change.before.replace(b"type: group\n", b"type: group\n  aliases: [Bund der Deiche]\n")
    assert change.linked == ("2031-04-lager#vierzig",)
    assert change.used


def test_a_spelling_that_claims_use_already_or_not_at_all(tmp_path: Path) -> None:
    """Of a claim that named the topic already, nothing more is linked."""
    edits = {small.ARTICLE: {"Deichbund spricht": "Deichbund (Bund der Deiche) spricht"}}
    change = aliased(tmp_path / "one", "deichbund", "Bund der Deiche", edits=edits)
    assert (change.linked, change.used) == ((), True)
    change = aliased(tmp_path / "two", "deichbund", "Bund der Deiche")
    assert (change.linked, change.used) == ((), False)


def test_a_metonym_links_nothing(tmp_path: Path) -> None:
    change = aliased(tmp_path, "imke-fries", "Leute", metonym=True)
    assert b"  aliases: [Fries]\n  metonyms: [Leute]\n" in change.after
    assert change.linked == ()


def test_a_name_that_another_topic_has_may_be_a_metonym(tmp_path: Path) -> None:
    assert b"  metonyms: [Fries]\n" in aliased(tmp_path, "deichbund", "Fries", metonym=True).after


@pytest.mark.parametrize(
    ("topic", "words", "metonym", "message"),
    [
        (
            "imke-fries",
            "Fries",
            False,
            '"Fries" is there already, in aliases of imke-fries (seeds/actors/actors.yml:8)',
        ),
        (
            "deichbund",
            "Deichbund",
            True,
            '"Deichbund" is there already, in name of deichbund (seeds/actors/actors.yml:2)',
        ),
        (
            "deichbund",
            "Fries",
            False,
            (
                '"Fries" means imke-fries already (seeds/actors/actors.yml:5), and cannot mean deichbund too; '
                "as a word that may mean either, add it with --metonym"
            ),
        ),
    ],
)
def test_what_is_there_already_is_refused(
    topic: str, words: str, *, metonym: bool, message: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        aliased(tmp_path, topic, words, metonym=metonym)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("topic", "words", "message"),
    [
        ("deichbnd", "x", 'there is no topic "deichbnd"; did you mean "deichbund"?'),
        ("Fries", "x", 'there is no topic "Fries"; did you mean "imke-fries"?'),
        ("zzzzzz", "x", 'there is no topic "zzzzzz"; dossier new adds one'),
        ("deichbund", " ", "the spelling is empty"),
        ("deichbund", "a\x07", "the spelling holds the control character U+0007"),
    ],
)
def test_what_cannot_be_meant_is_told(topic: str, words: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(WrongWords) as wrong:
        aliased(tmp_path, topic, words)
    assert str(wrong.value) == message


def test_a_record_with_errors_is_left_alone(tmp_path: Path) -> None:
    edits = {"seeds/actors/actors.yml": {"name: Deichbund": "nme: Deichbund"}}
    with pytest.raises(Refused, match='the record of "deichbund" has errors; dossier check lists them'):
        aliased(tmp_path, "deichbund", "x", edits=edits, verified=False)


def test_a_file_that_cannot_be_changed_is_named(tmp_path: Path) -> None:
    edits = {"seeds/actors/actors.yml": {"aliases: [Fries]": "? aliases\n  : Fries"}}
    change = aliased(tmp_path / "one", "imke-fries", "Imke", edits=edits)
    assert b"  : [Fries, Imke]\n" in change.after
    edits = {"seeds/actors/actors.yml": {"  type: person\n  aliases: [Fries]": "  ? type\n  : person"}}
    with pytest.raises(Refused, match=r"^seeds/actors/actors.yml cannot be changed: the change would break it"):
        aliased(tmp_path / "two", "imke-fries", "Imke", edits=edits)
