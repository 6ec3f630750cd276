"""The ids that an editor types."""

from pathlib import Path

import pytest
import small

from generator.desk.chosen_ids import check_new_id, renaming_of
from generator.desk.trial import WrongWords

REDIRECTS = {
    "seeds/redirects.yml": (
        "actors/alter-bund: bases/lager-sued\nactors/bund: actors/deichbund\n"
        "articles/2031-04-lager#frueher: articles/2031-04-lager#treffen\n"
    )
}


@pytest.mark.parametrize(
    ("old", "new", "noun", "address"),
    [
        ("deichbund", "verband", "topic", "actors/verband"),
        ("deichbund", "bund", "topic", "actors/bund"),
        ("2031-04-lager", "lager", "article", "articles/lager"),
        ("versammlung", "treff", "event", "timeline/treff"),
        ("wie-viele", "viele", "question", "questions/viele"),
        ("leute", "menschen", "measure", "figures/menschen"),
        ("2031-04-lager#treffen", "treff", "claim", "articles/2031-04-lager#treff"),
        ("2031-04-lager#treffen", "2031-04-lager#frueher", "claim", "articles/2031-04-lager#frueher"),
    ],
)
def test_what_is_meant(old: str, new: str, noun: str, address: str, tmp_path: Path) -> None:
    renaming = renaming_of(small.loaded(tmp_path, files=REDIRECTS), old, new)
    assert (renaming.noun, renaming.old, renaming.new_address) == (noun, old, address)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("deichbnd", "x", 'there is no id "deichbnd"; did you mean "deichbund"?'),
        ("Fries", "x", 'there is no id "Fries"; did you mean "imke-fries"?'),
        ("fries", "x", 'there is no id "fries"; did you mean "imke-fries"?'),
        (
            "zzzzzzz",
            "x",
            (
                'there is no id "zzzzzzz"; an id stands before the colon in seeds/ (an article\'s is the name of its '
                "file) and ends its page's address"
            ),
        ),
        (
            "",
            "x",
            (
                'there is no id ""; an id stands before the colon in seeds/ (an article\'s is the name of its file) '
                "and ends its page's address"
            ),
        ),
        ("deichbund", "deichbund", '"deichbund" has this id already; there is nothing to rename'),
        ("deichbund", "Der Bund", '"Der Bund" is no id; use a-z, 0-9 and single hyphens, e.g. "der-bund"'),
        ("deichbund", "leute", 'id "leute" is there already, in seeds/measures.yml:1; choose another'),
        ("deichbund", "index", '"index" is the address of a section\'s own page; choose another'),
        (
            "deichbund",
            "alter-bund",
            (
                '"actors/alter-bund" was published once and leads to "bases/lager-sued" now, so links to it would go '
                "astray; choose another id"
            ),
        ),
        (
            "2031-04-lager#trefen",
            "x",
            'there is no claim "2031-04-lager#trefen"; did you mean "2031-04-lager#treffen"?',
        ),
        ("zzz#yyy", "x", 'there is no claim "zzz#yyy"; write it as article#claim'),
        ("2031-04-lager#treffen", "a#b", "a claim stays in its article; write e.g. 2031-04-lager#b"),
        (
            "2031-04-lager#treffen",
            "2031-04-lager#vierzig",
            'claim "2031-04-lager#vierzig" is there already; choose another id',
        ),
        ("2031-04-lager#treffen", "Ä B", '"Ä B" is no id; use a-z, 0-9 and single hyphens, e.g. "ae-b"'),
        ("2031-04-lager#treffen", "absatz-3", '"absatz-3" is the address of a paragraph; choose another id'),
        (
            "2031-04-lager#treffen",
            "2031-04-lager#treffen",
            '"2031-04-lager#treffen" has this id already; there is nothing to rename',
        ),
        (
            "2031-04-lager#vierzig",
            "frueher",
            (
                '"articles/2031-04-lager#frueher" was published once and leads to "articles/2031-04-lager#treffen" '
                "now, so links to it would go astray; choose another id"
            ),
        ),
    ],
)
def test_what_cannot_be_meant(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(WrongWords) as wrong:
        renaming_of(small.loaded(tmp_path, files=REDIRECTS), old, new)
    assert str(wrong.value) == message


def test_a_new_id_takes_no_address_that_leads_elsewhere(tmp_path: Path) -> None:
    seeds = small.loaded(tmp_path).seeds
    check_new_id("neu", "actors/neu", seeds, {"actors/alt": "actors/deichbund"})
    with pytest.raises(WrongWords, match='"actors/alt" was published once'):
        check_new_id("alt", "actors/alt", seeds, {"actors/alt": "actors/deichbund"})
