"""The notes behind the marks: who published it, title, date with basis, paragraph, modality, speaker, grade, links."""

from pathlib import Path

import pytest
from small import loaded

from generator.evidence import note, notes
from generator.writer import Writer
from pages.conftest import SETTINGS, Make, article

AGENCY = SETTINGS.replace("state-media: Staatsmedium", "state-media: Staatsmedium, agency: Nachrichtenagentur")
OUTLETS = {"dossier.yml": AGENCY, "outlets/mehr.yml": "dienst: {name: Dienst, type: agency}"}

WITHDRAWN = "{date: 2031-07-01, reason: erfunden}"


def written(make: Make, claim: str, path: str = "actors/alpha.md", **fields: str) -> tuple[str, str]:
    """The two paragraphs of a claim's note."""
    dossier = make({**OUTLETS, "articles/a.yml": article(f"id: x, text: Alpha., {claim}", **fields)})
    head, _, passage = note(Writer(dossier, path), dossier.claims["a#x"]).partition("\n\n")
    return head, passage.strip()


def test_all_that_is_known_stands_in_it(make: Make) -> None:
    head, passage = written(
        make,
        "modality: denied, by: beta, via: funk",
        outlet="post",
        agency="dienst",
        url="https://example.org/a",
        archived_url="https://example.org/b",
    )
    assert head == (
        "**[Post](../outlets/post.md) / [Dienst](../outlets/dienst.md) *Agentur*{ .badge .quiet }**"
        " · [Ein Artikel](../articles/a.md), 5. Mai 2031 (im Text genannt)"
        ' · [Original](<https://example.org/a>){ rel="noopener external" }'
        ' · [Archivkopie](<https://example.org/b>){ rel="noopener external" }'
        '\n    { .note-article data-label="Post/Agentur Dienst, 5. Mai 2031" }'
    )
    assert passage == (
        "[Absatz 1](../articles/a.md#x){ .note-place } · nach [Funk](../outlets/funk.md) (Staatsmedium)"
        " · Aussage: bestritten, Urheber: [Beta](beta.md) · Prüfung: noch ungeprüft"
        " [Zitieren](../articles/a.md#_zitieren-x){ .cite-link }"
    )


def test_state_media_are_named_as_such(make: Make) -> None:
    head, _ = written(make, "by: beta", outlet="funk", published_basis='"inferred: im Kopf"')
    assert head.startswith("**[Funk](../outlets/funk.md) *Staatsmedium*{ .badge .state }** · ")
    assert "5. Mai 2031 ([erschlossen](../articles/a.md#_herkunft))" in head
    assert 'data-label="Funk (Staatsmedium), 5. Mai 2031"' in head


def test_what_is_not_named_is_said_to_be(make: Make) -> None:
    head, passage = written(make, "modality: judged")
    assert head.startswith("**Medium im Text nicht genannt** · ")
    assert "Urheber" not in passage


def test_a_label_cannot_leave_its_attribute(make: Make) -> None:
    outlets = {"outlets/mehr.yml": "dienst: {name: 'Das \"Blatt\" *neu* }', type: agency}"}
    dossier = make({**OUTLETS, **outlets, "articles/a.yml": article("id: x, text: Alpha.", outlet="dienst")})
    shown = note(Writer(dossier, "actors/alpha.md"), dossier.claims["a#x"])
    assert 'data-label="Agentur Das &quot;Blatt&quot; &#42;neu&#42; &#125;, 5. Mai 2031" }' in shown


def test_on_the_page_of_the_article_only_the_passage(make: Make) -> None:
    head, passage = written(make, "by: beta", path="articles/a.md", outlet="funk")
    assert head.startswith("[Absatz 1](#x){ .note-place } · Aussage: ")
    assert passage == ""


@pytest.mark.parametrize("of_article", [True, False])
def test_what_is_withdrawn_is_not_cited(make: Make, of_article: bool) -> None:  # noqa: FBT001 - pytest's
    fields = {"withdrawn": WITHDRAWN} if of_article else {}
    _, passage = written(make, "by: beta" if of_article else f"withdrawn: {WITHDRAWN}", **fields)
    assert "**zurückgezogen**" in passage
    assert "_zitieren" not in passage


def test_notes_are_numbered_as_they_are_cited(tmp_path: Path) -> None:
    dossier = loaded(tmp_path).dossier
    writer = Writer(dossier, "index.md")
    writer.marks(list(dossier.claims.values())[:3])
    assert [line.partition(":")[0] for line in notes(writer).splitlines() if line.startswith("[^")] == [
        "[^1]",
        "[^2]",
        "[^3]",
    ]
