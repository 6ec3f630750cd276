"""Markdown → text as a reader sees it, and front matter."""

import pytest

from generator.intake.markdown_source import is_markdown, without_marks
from generator.intake.paragraphs import blocks
from generator.intake.plain import read_plain

TEXT = """\
---
title: "Fähre: Schraube gerissen"
date: 2031-04-03 06:12
author:
  - Anna Beispiel
  - Jörg Muster
source: https://bote.example/faehre
lang: de-DE
site: Küstenbote
agency: dpa
tags: [verkehr]
---

# Die Fähre *fällt* aus

Die [Reederei](https://reederei.example/a_(b) "zur Seite") sagte am **Mittwoch**, das Schiff
liege im [Dock][1].[^2]

![Das Schiff](bild.jpg "Im Dock")
![Die Brücke](b.jpg)
## Ersatz ##
> „So etwas gab es *nie*“, sagte er.
> Das war alles.

* Post: \\*zweimal\\* am Tag
- Notfälle: mit dem Hubschrauber

Die Lage
--------

| Tag | Flüge |
|:----|------:|
| Mi  | 4     |

***

24. August: ein __wichtiger__ Tag, snake_case und 3 * 4 bleiben; *Fußnote mit Stern.
<br>Mehr &amp; mehr `Code` <https://x.example> <!-- weg -->

```
fest
```

[1]: https://dock.example
[^2]: Nach eigenen Angaben.
"""


def test_a_whole_file() -> None:
    document = read_plain(TEXT)
    assert document.paragraphs == (
        "Die Fähre fällt aus",
        "Die Reederei sagte am Mittwoch, das Schiff liege im Dock.",
        "Im Dock",
        "Die Brücke",
        "Ersatz",
        "„So etwas gab es nie“, sagte er. Das war alles.",
        "Post: *zweimal* am Tag",
        "Notfälle: mit dem Hubschrauber",
        "Die Lage",
        "Tag | Flüge",
        "Mi | 4",
        "24. August: ein wichtiger Tag, snake_case und 3 * 4 bleiben; *Fußnote mit Stern. Mehr & mehr Code https://x.example",
        "fest",
        "Nach eigenen Angaben.",
    )
    assert (document.title, document.published, document.published_basis) == (
        "Fähre: Schraube gerissen",
        "2031-04-03",
        "stated",
    )
    assert document.authors == ("Anna Beispiel", "Jörg Muster")
    assert (document.url, document.language) == ("https://bote.example/faehre", "de")
    assert (document.outlet, document.agency, document.notes) == ("Küstenbote", "dpa", ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2031-04-03", "2031-04-03"),
        ("2031-04-03T23:10:00+02:00", "2031-04-03"),
        ("3. April 2031", "2031-04-03"),
        ("03.04.2031, 14 Uhr", "2031-04-03"),
        ("2031-04", "2031-04"),
        ("Donnerstag, 3. April 2031", "2031-04-03"),
    ],
)
def test_dates_in_front_matter(said: str, expected: str) -> None:
    document = read_plain(f'---\ndatum: "{said}"\n---\nText.\n')
    assert (document.published, document.published_basis) == (expected, "stated")


def test_a_date_that_nobody_can_read_is_told() -> None:
    document = read_plain("---\ndate: neulich\nurl: [kein, text]\nquelle: Küstenbote\n---\nText.\n")
    assert (document.published, document.url) == ("", "")
    assert document.notes == ('the front matter\'s date "neulich" could not be read',)


@pytest.mark.parametrize(
    "text",
    [
        "---\nEin Satz zwischen Strichen.\n---\nNoch einer.\n",
        "---\na: [\n---\nText.\n",
        "---\n- eins\n---\nText.\n",
        "Text ohne alles.\n",
        "---\nNie zu Ende.\n",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    document = read_plain(text, markdown=False)
    assert document.title == ""
    assert "".join(document.paragraphs).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titel\n\nText", True),
        ("Ein [Wort](https://x.example) im Satz", True),
        ("![Bild](x.jpg)", True),
        ("---\ntitle: T\n---\nText", True),
        ("Ein Satz mit *Stern und #Hashtag [sic].", False),
        ("*Fußnote\n\n- Strich", False),
    ],
)
def test_what_is_markdown(text: str, expected: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_markdown(text) is expected


def test_plain_text_keeps_its_stars() -> None:
    assert read_plain("Die Gruppe*\n\n*in zwei Ländern verboten\n\n_so_").paragraphs == (
        "Die Gruppe*",
        "*in zwei Ländern verboten",
        "_so_",
    )


def test_headings_of_the_other_kind() -> None:
    assert blocks(without_marks("Titel\n=====\nText\n- - -\nmehr")) == ["Titel", "Text", "mehr"]
