"""A note that passes over a position is listed; one that cites any claim for each is not."""

from changed_harbour import append, change

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.status.notes import unmentioned


def found(project: Project) -> list[tuple[str, str, str, str]]:
    loaded = load(project, problems := Problems())
    assert loaded, list(map(str, problems))
    return [(str(mark), *rest) for mark, *rest in unmentioned(loaded.dossier, loaded.seeds)]


def test_each_position_is_cited(harbour: Project) -> None:
    assert found(harbour) == []
    change(harbour, "questions.yml", "[@bleiben]", "[@2031-03-14-uebergabe#bleiben]")
    assert found(harbour) == []


def test_a_position_that_the_note_passes_over(harbour: Project) -> None:
    change(harbour, "questions.yml", "aus [@bleiben][@rest].", "aus [@bleiben].")
    change(harbour, "questions.yml", "[@kein-kauf][@unterhalt]", "[[old-pier]]")
    message = "the note does not mention position"
    assert found(harbour) == [
        ("seeds/questions.yml:4:9", "how-many-boats", f'{message} "seven"', "cite it there: [@rest]"),
        ("seeds/questions.yml:12:9", "who-pays", f'{message} "no-price"', "cite it there: [@kein-kauf]"),
        ("seeds/questions.yml:12:9", "who-pays", f'{message} "upkeep"', "cite it there: [@unterhalt]"),
    ]


def test_an_id_that_two_articles_have_is_told_in_full(harbour: Project) -> None:
    change(harbour, "questions.yml", "aus [@bleiben][@rest].", "aus [@bleiben].")
    append(harbour, "articles/2031-05-schleuse.yml", "  - {id: rest, p: 2, text: Die Schleusenstation steht.}\n")
    assert [hint for *_, hint in found(harbour)] == ["cite it there: [@2031-03-20-funk#rest]"]


def test_drafts_and_what_was_withdrawn_need_no_mention(harbour: Project) -> None:
    change(harbour, "questions.yml", "aus [@bleiben][@rest].", "aus [@bleiben].")
    text = "    text: Der Lotsenbund zählt nach der Übergabe nur noch sieben Boote der Hafenwacht in Nordersiel.\n"
    withdrawn = "    withdrawn: {date: 2031-07-03, reason: Es waren acht.}\n"
    change(harbour, "articles/2031-03-20-funk.yml", text, text + withdrawn)
    assert found(harbour) == []
    change(harbour, "articles/2031-03-20-funk.yml", text + withdrawn, "    text:\n")
    assert found(harbour) == []
