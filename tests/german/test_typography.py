"""Non-breaking blanks where German typography wants them, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.german.typography import NO_BREAK, bound

# "_" stands for a blank that must not break.
BOUND = """
am 3._Januar 2020 in Bagdad
am 15.–16._Februar
rund 2.500_Soldaten und 3_Stützpunkte
5,5_Prozent, 20_km, 100_%, 4_€
Jonathan R._Hoffman sagte, J._R._Ewing nicht
z._B. Panzer, d._h. Waffen, i._d._R. leer
ca._2024, Nr._5, Dr._Kassem, Prof._Adel, St._Louis
Absatz_7, § 3 gilt
ja_– nein
im 19._Jahrhundert
"""
FREE = """
Im Juni 2020 Truppen, seit 2003 Krieg, bis 1991 Frieden
Es waren 12. Danach kam keiner.
in 3 von 5 und 20 mit Waffen
17.–21. und Ende
"""


@pytest.mark.parametrize("line", BOUND.strip().splitlines())
def test_bound(line: str) -> None:
    wanted = line.replace("_", NO_BREAK).replace("§ 3", f"§{NO_BREAK}3")
    assert bound(line.replace("_", " ")) == wanted


@pytest.mark.parametrize("line", FREE.strip().splitlines())
def test_free(line: str) -> None:
    assert bound(line) == line


WORDS = st.sampled_from(
    ["3.", "Januar", "2.500", "Soldaten", "z.", "B.", "–", "R.", "und", "2020", "§", "Nr.", " ", "%"]
)


@given(st.lists(WORDS | st.text(max_size=4)).map(" ".join))
def test_only_blanks_change(text: str) -> None:
    kept = bound(text)
    assert len(kept) == len(text)
    assert kept.replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")
    assert bound(kept) == kept


def converted(text: str) -> str:
    extensions = ["tables", "footnotes", "attr_list", "md_in_html", "generator.german.typography"]
    return Markdown(extensions=extensions).convert(text).replace(NO_BREAK, "_")


def test_a_link_does_not_part_number_and_noun() -> None:
    assert '2.500_<a href="x.md">Soldaten</a>' in converted("2.500 [Soldaten](x.md)")
    assert '<a href="x.md">Jonathan R._Hoffman</a>' in converted("[Jonathan R. Hoffman](x.md)")


def test_tables_and_notes_are_bound_code_and_attributes_are_not() -> None:
    page = converted(
        "Text[^1] `3. Januar`\n\n| a |\n|---|\n| 3. Mai |\n\n"
        '<div class="card" title="3. Mai" markdown>\nam 3. Mai\n</div>\n\n[^1]: 5 Tage'
    )
    assert "<td>3._Mai</td>" in page
    assert "5_Tage" in page
    assert "am 3._Mai" in page
    assert 'title="3. Mai"' in page
    assert "<code>3. Januar</code>" in page


def test_one_block_does_not_reach_into_the_next() -> None:
    assert "_" not in converted("- Es waren 12\n- Soldaten\n\n2 \n\nSoldaten")
