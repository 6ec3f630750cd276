"""The sentences of hand-written pages that link, as their readers see them."""

import pytest

from generator.meanings import Meanings
from generator.resolve.page_sentences import linked_sentences

MEANINGS = Meanings(
    links={"lager": "lager", "Das Lager": "lager"}, citations={"a": "b#a"}, titles={"lager": "Lager *Süd* | Nord"}
)


def found(text: str, page: str = "unter/seite.md") -> list[tuple[str, list[str]]]:
    return list(linked_sentences(text, page, MEANINGS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im [[lager]] war es.", [("Im Lager *Süd* | Nord war es.", ["lager"])]),
        ("Im [[lager|Zelt]] [@a]. Und [[Das Lager]]!", [("Im Zelt.", ["lager"]), ("Und Das Lager!", ["lager"])]),
        ("Hier [so](b.md) und [so](../b.md#c).", [("Hier so und so.", ["unter/b.md", "b.md"])]),
        ("Ganz [oben](/a/b.md?x#y).", [("Ganz oben.", ["a/b.md"])]),
        ("*Mit* `Code` &amp;\n[Zeichen](%C3%BC%20b.md).", [("Mit Code & Zeichen.", ["unter/ü b.md"])]),
        ("Über [einen][x] Umweg.\n\n[x]: c.md 'Titel'", [("Über einen Umweg.", ["unter/c.md"])]),
        ("Als <a href='c.md'>HTML</a>.", [("Als HTML.", ["unter/c.md"])]),
        ("- Eins [a](a.md)\n- Zwei [b](b.md)", [("Eins a", ["unter/a.md"]), ("Zwei b", ["unter/b.md"])]),
        ("| A | B |\n|---|---|\n| [a](a.md) | ohne |\n| x | [[lager|y]] |", [("a", ["unter/a.md"]), ("y", ["lager"])]),
        ("## Zum [Lager](a.md)", [("Zum Lager", ["unter/a.md"])]),
        ('!!! note "Box"\n\n    In der [Box](a.md).', [("In der Box.", ["unter/a.md"])]),
        (
            "Fuß[^1]. [Satz](a.md).\n\n[^1]: Die [Note](b.md).",
            [("Satz.", ["unter/a.md"]), ("Die Note.", ["unter/b.md"])],
        ),
        ("[x](https://a.de/b.md) [x](//a.de/b.md) [x](mailto:a@b.md) [x](#y) [x](a.png) `[x](a.md)`", []),
    ],
)
def test_links_and_their_sentences(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert found(text) == expected


def test_a_link_over_two_sentences_is_in_both() -> None:
    assert found("Nichts. [Das eine. Das andere](a.md).") == [
        ("Das eine.", ["unter/a.md"]),
        ("Das andere.", ["unter/a.md"]),
    ]
