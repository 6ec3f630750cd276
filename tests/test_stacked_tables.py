"""Tables whose cells know the heading of their column."""

from markdown import Markdown

TABLE = """| Stand | Wie *viele* | Belege[^1] |
|---|---|---|
| 2020 | 5.200 | [AFP](x.md) |
| 2024 | 2.500 |

[^1]: Note.
"""


def converted(text: str) -> str:
    return Markdown(extensions=["tables", "md_in_html", "footnotes", "generator.stacked_tables"]).convert(text)


def test_each_cell_carries_its_heading() -> None:
    html = converted(f'<div class="stacked" markdown>\n\n{TABLE}\n</div>\n')
    for label, cell in (("Stand", "2020"), ("Wie viele", "5.200"), ("Stand", "2024"), ("Wie viele", "2.500")):
        assert f'<td data-label="{label}">{cell}</td>' in html
    assert '<a href="x.md">AFP</a>' in html


def test_a_mark_in_a_heading_is_no_part_of_the_label() -> None:
    html = converted(f'<div class="stacked wide" markdown>\n\n{TABLE}\n</div>\n')
    labels = {part.partition('"')[0] for part in html.split('data-label="')[1:]}
    assert {"Stand", "Wie viele"} < labels
    assert not any(character in "".join(labels) for character in "\x02\x03<")


def test_other_tables_stay_as_they_are() -> None:
    assert "data-label" not in converted(TABLE)
    assert "data-label" not in converted(f'<div class="cards" markdown>\n\n{TABLE}\n</div>\n')
