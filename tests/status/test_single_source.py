"""What one origin alone tells: by event, question, topic and figure, and never by the sentence."""

from changed_harbour import append, change

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.status.single_source import single_sources


def alone(project: Project, kind: str) -> dict[str, str]:
    loaded = load(project, problems := Problems())
    assert loaded, list(map(str, problems))
    found = single_sources(loaded.dossier, loaded.seeds)
    return {name: told for noun, _, name, told in found if noun == kind}


def claim(project: Project, article: str, text: str, **fields: str) -> None:
    lines = {"p": "1", "text": text, **fields}
    shown = "".join(f"    {key}: {value}\n" for key, value in lines.items())
    change(project, f"articles/{article}.yml", "claims:\n", f"claims:\n  - id: neu\n{shown}")


def test_an_event_that_one_origin_tells_of(harbour: Project) -> None:
    assert alone(harbour, "events") == {
        "announcement": "only deich-agentur (1 claim)",
        "handover": "only siel-bote (2 claims)",
        "collision": "only 2031-05-schleuse (2 claims)",
    }
    claim(harbour, "2031-03-20-funk", "Die Hafenwacht ging.", event="[handover, announcement]", via="deich-agentur")
    assert list(alone(harbour, "events")) == ["announcement", "collision"]


def test_two_papers_that_print_one_agency_are_one_origin(harbour: Project) -> None:
    change(
        harbour,
        "articles/2031-03-14-uebergabe.yml",
        "outlet: siel-bote\n",
        "outlet: siel-bote\nagency: deich-agentur\n",
    )
    assert alone(harbour, "questions") == {
        "how-many-boats": "only deich-agentur (2 claims)",
        "who-pays": "only deich-agentur (2 claims)",
    }


def test_a_question_answered_by_two_origins_is_not_listed(harbour: Project) -> None:
    assert alone(harbour, "questions") == {}


def test_topics_but_no_sources_and_no_orphans(harbour: Project) -> None:
    append(harbour, "actors/actors.yml", "niemand: {name: Niemand, type: group}\n")
    assert alone(harbour, "topics") == {"moewen-island": "only 2031-05-schleuse (1 claim)"}


def test_a_withdrawn_claim_is_no_second_source(harbour: Project) -> None:
    change(harbour, "articles/2031-03-20-funk.yml", "Möweninsel verlassen.", "Möweninsel und die Alte Mole verlassen.")
    assert "moewen-island" in alone(harbour, "topics")


FIGURE = "{measure: boats, value: %s}"


def test_a_figure_is_borne_out_by_another_origin_at_the_same_time(harbour: Project) -> None:
    assert len(alone(harbour, "figures")) == 3
    claim(harbour, "2031-05-schleuse", "Es sind sieben Boote.", when="2031-03", figure=FIGURE % 7)
    assert list(alone(harbour, "figures")) == ["2031-02-ankuendigung#zwanzig", "2031-03-14-uebergabe#bleiben"]


def test_a_figure_is_not_borne_out_by_its_own_origin(harbour: Project) -> None:
    claim(harbour, "2031-05-schleuse", "Es sind sieben Boote.", when="2031-03", figure=FIGURE % 7, via="deich-agentur")
    assert len(alone(harbour, "figures")) == 4


def test_a_figure_is_not_borne_out_by_one_of_another_time_or_value(harbour: Project) -> None:
    claim(harbour, "2031-05-schleuse", "Es sind sieben Boote.", when="2031-05", figure=FIGURE % 7)
    assert len(alone(harbour, "figures")) == 4
    change(harbour, "articles/2031-05-schleuse.yml", "when: 2031-05\n", "when: 2031-03\n")
    change(harbour, "articles/2031-05-schleuse.yml", "value: 7", "value: 8")
    told = alone(harbour, "figures")
    assert len(told) == 4
    assert told["2031-05-schleuse#neu"] == "boats: 8 (2031-03), only 2031-05-schleuse (1 claim)"


def test_a_figure_without_a_date_is_borne_out_by_nobody(harbour: Project) -> None:
    claim(harbour, "2031-05-schleuse", "Es sind sieben Boote.", figure=FIGURE % 7)
    assert "2031-05-schleuse#neu" in alone(harbour, "figures")


def test_a_figure_passed_on_from_two_sources_has_two(harbour: Project) -> None:
    claim(
        harbour,
        "2031-05-schleuse",
        "Es sind neun Boote.",
        when="2031-05",
        figure=FIGURE % 9,
        via="[kuestenfunk, siel-bote]",
    )
    assert "2031-05-schleuse#neu" not in alone(harbour, "figures")
