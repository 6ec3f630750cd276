"""An article's findings as a whole: sentences, positions, and texts that are not plain."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known import person, seeds, topic

from generator.dates import parse_when
from generator.drafting.findings import ParagraphFindings, find

SEEDS = seeds(
    {
        "hafenwacht": topic("Hafenwacht"),
        "fluesse": topic("Flüsse und Häfen"),
        "harms": person("Enno Harms", "Harms"),
        "siel": topic("Nordersiel", "place"),
    },
    events={"flut": {"date": "2031-03-10", "title": "Sturmflut in Nordersiel"}},
)
DAY = parse_when("2031-03-14")


def of(*paragraphs: str) -> tuple[ParagraphFindings, ...]:
    return find(paragraphs, SEEDS, DAY)


def test_everything_at_once() -> None:
    (paragraph,) = of(
        "Es regnet. Am 10. März 2031 riss die Sturmflut in Nordersiel rund 20 Boote los, sagte Enno Harms."
    )
    rain, flood = paragraph.sentences
    assert (rain.mentions, rain.quantities, rain.times, rain.speech, rain.events) == ((), (), (), (), ())
    assert [each.topic for each in flood.mentions] == ["siel", "harms"]
    assert [(each.value, each.unit, each.qualifier) for each in flood.quantities] == [(20, "Boote", "about")]
    assert [each.when.text for each in flood.times] == ["2031-03-10"]
    assert [each.speaker for each in flood.speech] == ["harms"]
    assert flood.events == ("flut",)


def test_positions_count_in_the_paragraph() -> None:
    text = "Es regnet. Am 10. März 2031 zählte die Hafenwacht 20 Boote."
    (paragraph,) = of(text)
    sentence = paragraph.sentences[1]
    assert text[sentence.start :] == sentence.text
    pieces = [*sentence.mentions, *sentence.quantities, *sentence.times, *sentence.speech]
    words = [text[each.start : each.end] for each in pieces]
    assert words == ["Hafenwacht", "20 Boote", "10. März 2031", "Hafenwacht"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Hafen\u00adwacht zählt 12\u202f000 Boote in Norder\u00adsiel.",
        unicodedata.normalize("NFD", "Der Verein Flüsse und Häfen zählt 12\u00a0000 Boote."),
        "\u00adDie Hafenwacht\u00ad zählt 12 000 Boote\u00ad.",
    ],
)
def test_hidden_signs_and_other_spaces_do_not_matter(text: str) -> None:
    (paragraph,) = of(text)
    (sentence,) = paragraph.sentences
    assert [each.value for each in sentence.quantities] == [12000]
    assert sentence.mentions
    for each in sentence.mentions:
        assert text[each.start : each.end].strip("\u00ad") == each.words.strip("\u00ad")


def test_a_text_in_another_language_is_read_for_names() -> None:
    (paragraph,) = of("In Nordersiel they met Enno Harms.")
    assert [each.topic for each in paragraph.sentences[0].mentions] == ["siel", "harms"]


def test_paragraphs_are_numbered_and_may_be_empty() -> None:
    assert [(each.number, len(each.sentences)) for each in of("", "Es regnet.", " ")] == [(1, 0), (2, 1), (3, 0)]
    assert of() == ()


@given(st.text("aHä. \u00ad\u0308„“12\u00a0Enno Harms,sagte", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for paragraph in of(text):
        for sentence in paragraph.sentences:
            assert sentence.text in text
            for each in (*sentence.mentions, *sentence.quantities, *sentence.times):
                assert 0 <= each.start <= each.end <= len(text)


def test_a_thousand_topics_and_a_long_text_cost_little() -> None:
    many = seeds({f"t{n}": topic(f"Werk Nord{n}", aliases=[f"Nordwerk{n}"]) for n in range(1000)})
    text = " ".join(f"Am Mittwoch zählte das Werk Nord{n} rund {n + 2} Boote." for n in range(1000))
    begin = time.process_time()
    (paragraph,) = find([text], many, DAY)
    assert len(paragraph.sentences) == 1000
    assert all(len(sentence.mentions) == 1 for sentence in paragraph.sentences)
    assert time.process_time() - begin < 10  # a rule that looks at the whole text for each sentence takes minutes
