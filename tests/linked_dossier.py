"""A dossier in which every kind of page is linked from every place that prose stands in, by every kind of reference."""

import re
import shutil
from pathlib import Path

import yaml
from workshop import HARBOUR, copy_dossier

from generator.pipeline import Project

TARGETS = {
    "anna-berg": "actors/anna-berg/",
    "treffen": "timeline/treffen/",
    "wie-viele": "questions/wie-viele/",
    "leute": "figures/leute/",
    "bericht": "articles/bericht/",
}
ALIAS = "Frau Berg"
WORDS = {
    "anna-berg": "Anna Berg",
    "treffen": "Das Treffen am Deich",
    "wie-viele": "Wie viele Leute kamen?",
    "leute": "Leute am Deich",
    "bericht": "Bericht vom Deich",
}
REFERENCES = {
    **{f"[[{name}]]": (address, WORDS[name]) for name, address in TARGETS.items()},
    **{f"[[{name}|die Stelle {number}]]": (address, f"die Stelle {number}")
       for number, (name, address) in enumerate(TARGETS.items())},
    f"[[{ALIAS}]]": (TARGETS["anna-berg"], ALIAS),
}  # fmt: skip
"""As written → where it leads, and the words it shows."""
PLACES = {
    "claim": "articles/liste/",
    "home": "",
    "intro": "bases/lager/",
    "note": "bases/lager/",
    "question": "questions/was-noch/",
    "page": "about/",
}
"""Where prose stands → the page that it was written for."""

MARKDOWN_PAGE = """\
# Mit Markdown

Die [Übersicht](about.md) steht oben. Die [Zeitleiste](timeline/index.md#y2031) auch.

- Hier folgt [Anna](/actors/anna-berg.md) und
  [noch einmal Anna](actors/anna-berg.md).
- Die [Aussage *selbst*](articles/bericht.md#kommen) und <a href="questions/wie-viele.md">eine Frage</a>.

| Wer | Wo |
|---|---|
| [das Lager][lager] | [unten](unter/%C3%BCber.md) |

Nach außen [geht es hier](https://example.org/actors/anna-berg.md), und [hier](#mit-markdown) bleibt es.

```
[nicht dies](figures/leute.md)
```

[lager]: bases/lager.md "Ein Titel"
"""
DEEP_PAGE = (
    "# Über\n\nZurück zur [Startseite](../index.md), zu [allen Akteuren](../actors/index.md) oder zu [mir](über.md).\n"
)


def sentence(place: str, reference: str) -> str:
    """What the reference stands in, told from all others."""
    number = list(REFERENCES).index(reference)
    return f"Zum Fall {place} {number} gehört {reference} als Beispiel."


def linked_dossier(folder: Path) -> Project:
    """With the theme and settings of the harbour's, its seeds and pages replaced."""
    project = copy_dossier(HARBOUR, folder)
    for path in (project.seeds, project.docs):
        shutil.rmtree(path)
    settings_file = folder / "mkdocs.yml"
    text = settings_file.read_text(encoding="utf-8")
    settings_file.write_text(re.sub(r"^nav:\n(?:  .*\n)+", "nav: [index.md]\n", text, flags=re.MULTILINE))
    prose = {place: " ".join(sentence(place, reference) for reference in REFERENCES) for place in PLACES}
    settings = {
        "title": "Der Deich",
        "scope": "Ein erfundener Deich.",
        "license": "CC0",
        "intro": prose["home"],
        "kinds": {
            "actor": {"folder": "actors", "singular": "Akteur", "plural": "Akteure", "types": {"person": "Person"}},
            "base": {"folder": "bases", "singular": "Lager", "plural": "Lager", "types": {"camp": "Zeltlager"}},
        },
        "event_types": {"meeting": "Treffen"},
        "statuses": {"in-use": "bewohnt"},
        "relations": {"leads": {"label": "leitet", "inverse": "wird geleitet von"}},
    }
    claims = [{"id": f"c{number}", "p": 1, "text": sentence("claim", reference)}
              for number, reference in enumerate(REFERENCES)]  # fmt: skip
    claims.append(
        {"id": "zweimal", "p": 2, "text": "Anna Berg half Frau Berg im Lager West, so [[anna-berg|sie]] selbst."}
    )
    claims.append({"id": "vergleich", "p": 2, "text": "Viele kamen [@kommen] zum Lager West [@bericht#helfen]."})
    head = {"published": "2031-05-01", "published_basis": "stated", "added": "2031-05-02"}
    files = {
        "dossier.yml": settings,
        "actors/alle.yml": {"anna-berg": {"name": "Anna Berg", "type": "person", "aliases": [ALIAS]}},
        "bases/alle.yml": {
            "lager": {
                "name": "Lager West",
                "type": "camp",
                "intro": prose["intro"],
                "note": {"text": prose["note"], "source": "wir"},
            }
        },
        "timeline/2031.yml": {"treffen": {"date": "2031-04-02", "title": WORDS["treffen"], "type": "meeting"}},
        "measures.yml": {"leute": {"title": WORDS["leute"], "unit": "Leute", "scope": "alle"}},
        "questions.yml": {
            "wie-viele": {
                "title": WORDS["wie-viele"], "status": "open", "note": "Gezählt hat niemand.",
                "positions": {"few": "wenige", "many": "viele"},
            },
            "was-noch": {
                "title": "Was geschah noch?", "status": "open", "note": prose["question"],
                "positions": {"little": "wenig", "much": "viel"},
            },
        },
        "articles/bericht.yml": {
            "title": WORDS["bericht"],
            **head,
            "claims": [
                {"id": "kommen", "p": 1, "text": "Frau Berg zählte 40 Leute beim [[treffen]].", "event": "treffen",
                 "figure": {"measure": "leute", "value": 40}, "when": "2031-04-02",
                 "answers": {"question": "wie-viele", "position": "many"}},
                {"id": "helfen", "p": 2, "text": "Beim [[treffen]] ging es um [[leute|die Leute]] und [[wie-viele]]."},
                {"id": "weg", "p": 3, "text": "Beim [[treffen]] war [[was-noch|noch etwas]].",
                 "withdrawn": {"date": "2031-06-01", "reason": "Irrtum"}},
            ],
        },
        "articles/liste.yml": {"title": "Liste der Stellen", **head, "claims": claims},
    }  # fmt: skip
    for name, value in files.items():
        (project.seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (project.seeds / name).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000))
    pages = {
        "about.md": "# Die Übersicht\n\n" + prose["page"].replace(". ", ".\n"),
        "markdown.md": MARKDOWN_PAGE,
        "unter/über.md": DEEP_PAGE,
    }
    for name, text in pages.items():
        (project.docs / name).parent.mkdir(parents=True, exist_ok=True)
        (project.docs / name).write_text(text)
    return project
