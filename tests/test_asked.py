"""What a page asks is noted, and no content changes without its digest."""

from dataclasses import replace

import pytest
from workshop import HARBOUR

from generator.asked import EVERYTHING, Asker
from generator.digests import Digests
from generator.dossier import Article, Claim, Dossier, watched
from generator.model import Notice
from generator.pipeline import Project, load
from generator.problems import Problems


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    loaded = load(Project(HARBOUR), Problems())
    assert loaded
    return loaded.dossier


def test_questions_are_noted_also_those_without_an_answer() -> None:
    asker = Asker()
    names = asker.watched("names", {"a": "Anna", "b": "Berta"})
    assert names["a"] == "Anna"  # nobody wants to know
    with asker.noting() as noted:
        assert names["a"] == "Anna"
        assert names.get("c") is None
        assert "d" not in names
        with pytest.raises(KeyError):
            names["e"]
        assert noted == {("names", key) for key in "acde"}
    for look in (list, len, dict, lambda m: list(m.values()), lambda m: list(m.items())):
        with asker.noting() as noted:
            look(names)
            assert ("names", EVERYTHING) in noted
    assert asker.noted is None


def test_questions_within_questions_count_for_both() -> None:
    asker = Asker()
    names = asker.watched("names", {"a": "Anna", "b": "Berta"})
    with asker.noting() as outer:
        assert names["a"]
        with asker.noting() as inner:
            assert names["b"]
    assert inner == {("names", "b")}
    assert outer == {("names", "a"), ("names", "b")}


def test_what_is_remembered_has_asked_what_its_maker_asked() -> None:
    asker, made = Asker(), list[str]()
    names = asker.watched("names", {"a": "Anna"})

    def make() -> str:
        made.append(names["a"])
        return f"{names['a']}!"

    assert asker.remembered("greeting", make) == "Anna!"
    with asker.noting() as noted:
        assert asker.remembered("greeting", make) == "Anna!"
    assert noted == {("names", "a")}
    assert made == ["Anna"]


def test_an_answer_is_another_where_the_mapping_says_anything_else() -> None:
    def answers(mapping: dict[str, object]) -> list[str]:
        asker = Asker()
        asker.watched("names", mapping)
        return [asker.answer(("names", key)) for key in ("a", "b", EVERYTHING)]

    first, missing, everything = answers({"a": "Anna"})
    assert answers({"a": "Anna"}) == [first, missing, everything]
    assert answers({"a": "Berta"})[0] != first
    assert answers({"a": "Anna", "b": None})[1:] != [missing, everything]
    assert answers({"b": 1, "a": 2})[2] != answers({"a": 2, "b": 1})[2]
    assert Asker().answer(("gone", "a")) == missing


VALUES = [
    *(None, True, 1, 1.0, "1", "", "a,b", b"1", (), ("",), ("a", "b"), ("a,b",), (("a",), "b"), [["a"], "b"]),
    *({}, {"a": "b"}, {"b": "a"}, Notice.model_construct(reason="a"), Notice.model_construct(reason="b")),
]


def test_values_that_differ_have_digests_that_differ() -> None:
    found = [Digests().of(value) for value in VALUES]
    assert len(set(found)) == len(VALUES)
    assert found == [Digests().of(value) for value in VALUES]


def test_a_thing_without_content_is_refused() -> None:
    with pytest.raises(TypeError, match="no digest of object"):
        Digests().of([object()])


def test_every_field_of_a_claim_counts(dossier: Dossier) -> None:
    claim = next(claim for claim in dossier.claims.values() if claim.when and claim.record.by)
    article, record = claim.article, claim.record
    others = [
        replace(claim, grade="unverified" if claim.grade != "unverified" else "read"),
        replace(claim, reader="Anders"),
        replace(claim, topics=(*claim.topics, "mehr")),
        replace(claim, when=None),
        replace(claim, spans=claim.spans[:-1]),
        replace(claim, record=record.model_copy(update={"by": ()})),
        replace(claim, record=record.model_copy(update={"p": (99,)})),
        replace(claim, article=replace(article, record=article.record.model_copy(update={"outlet": "anders"}))),
    ]
    digests = {Digests((Article, Claim)).of(each) for each in (claim, *others)}
    assert len(digests) == len(others) + 1
    assert Digests((Article, Claim)).of(replace(claim)) in digests


def test_every_mapping_of_a_dossier_is_watched(dossier: Dossier) -> None:
    seen = watched(dossier)
    plain = {name for name, value in vars(dossier).items() if isinstance(value, dict)}
    assert {name for name in plain if isinstance(getattr(seen, name), dict)} == set()
    assert not any(isinstance(value, dict) for value in vars(seen.meanings).values())
    for name in plain:
        for key in getattr(dossier, name):
            assert seen.asker.answer((name, key))
