"""Numbers that people wrote when there were fewer articles: found where they clearly count all, and only there."""

import pytest
from changed_harbour import change
from workshop import ROOT

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.status.article_counts import article_counts, stale_counts


def counts(text: str, *, bare: bool = False) -> list[str]:
    return [words for _, words, _ in article_counts(text, bare=bare)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Keiner der fünf Artikel nennt sein Medium.", "fünf"),
        ("Woher drei der fünf Artikel stammen, ist unbekannt.", "fünf"),
        ("Die 12 Artikel liegen vor.", "12"),
        ("In allen zwölf Artikeln steht es.", "zwölf"),
        ("Unsere **sechs** Artikel sind geprüft.", "sechs"),
        ("Alle [sechs Artikel](articles/index.md) sind geprüft.", "sechs"),
        ("Alle [vier](articles/index.md) Artikel. Alle sechs\nArtikel sind da.", "sechs"),
        ("Zwei von fünf Artikeln nennen eine Agentur.", "fünf"),
        ("Einer von 5 Artikeln nennt eine Agentur.", "5"),
        ("Das Dossier beruht auf fünf Artikeln aus dem Jahr 2031.", "fünf"),
        ("Es umfasst 1.200 Artikel.", "1.200"),
        ("Ausgewertet wurden sieben Artikel.", "sieben"),
        ("Grundlage sind sieben ausgewertete Artikel.", "sieben"),
    ],
)
def test_what_counts_all_articles(text: str, words: str) -> None:
    assert counts(text) == [words]


NO_COUNT = [
    "Rund fünf Artikel sind ausgewertet.",
    "Das Dossier umfasst vier bis fünf Artikel.",
    "Mehr als fünf Artikel sind ausgewertet.",
    "Das Dossier wertet seit 2031 Artikel aus.",
    "Das Dossier wertet fünf Artikel der Verfassung aus.",
    "Die beiden Artikel sind ausgewertet.",
    "Artikel 5 ist ausgewertet; alle fünf Artikel-Seiten auch.",
    "Die fünf weiteren Artikel fehlen.",
    "Ein Artikel ist ausgewertet.",
]


@pytest.mark.parametrize(
    "text",
    [
        *NO_COUNT,
        "Zwei Artikel nennen eine Agentur.",
        "Die zwei Artikel vom Mai nennen eine Agentur.",
        "Die zwei Artikel, die eine Agentur nennen, sind alt.",
        "Diese Antwort stützt sich auf zwei Artikel.",
        "Abgesehen von zwei Artikeln ist alles neu.",
        "Die ersten fünf Artikel sind alt.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize("text", NO_COUNT)
def test_what_does_not_in_the_scope(text: str) -> None:
    assert counts(text, bare=True) == []


def test_the_scope_counts_all_articles() -> None:
    assert counts("Sieben Artikel über den Streit.", bare=True) == ["Sieben"]


def stale(project: Project) -> list[tuple[str, str]]:
    loaded = load(project, problems := Problems())
    assert loaded, list(map(str, problems))
    return [(str(mark), message) for mark, message in stale_counts(loaded)]


PAGE = """\
# Methode

Keiner der fünf
Artikel fehlt, und **keiner der
vier Artikel** ist neu.

```
alle vier Artikel
```
<!-- alle vier Artikel --> Man schreibt `alle vier Artikel`.
"""


def test_where_a_number_is_wrong(harbour: Project) -> None:
    assert stale(harbour) == []
    change(harbour, "dossier.yml", "Er dient nur den Tests.", "Es sind fünf Artikel, und nicht sechs Artikel.")
    (harbour.docs / "method.md").write_text(PAGE, encoding="utf-8")
    assert stale(harbour) == [
        ("seeds/dossier.yml:4:8", "says sechs, the dossier has 5 articles"),
        ("docs/method.md:5:1", "says vier, the dossier has 5 articles"),
    ]


def test_our_own_dossier_counts_rightly() -> None:
    assert stale(Project(ROOT)) == []
