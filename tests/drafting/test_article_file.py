"""A drafted article is YAML that reads back as what was meant, whatever stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.article_file import WIDTH, article_text, claims_text
from generator.drafting.draft import DraftClaim, DraftFigure
from generator.model import ClaimRecord
from generator.yaml_marks import compose

BARE = DraftClaim(
    id="p3", p=3, when="", when_basis="", by=(), via=(), event=(), topics=(), figures=(), remarks=()
)  # fmt: skip
FULL = DraftClaim(
    id="p4-1",
    p=4,
    when="2031-05-01/2031-05-10",
    when_basis="Anfang Mai",
    by=("lotsenbund", '"Hafenkreise"'),
    via=("dpa",),
    event=("uebergabe",),
    topics=("hafen", "lotsenbund"),
    figures=(DraftFigure("boote", 2.5, "about"), DraftFigure("leute", 1200000.0, None)),
    remarks=("number: 40 Prozent", 'date: 2030 ("im Vorjahr")'),
)

printable = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1)
lines = printable.map(lambda text: " ".join(text.split())).filter(bool)


def test_a_draft_has_the_fields_that_were_found() -> None:
    assert claims_text([BARE, FULL]) == (
        """\
- id: p3
  p: 3
  text: ""

- id: p4-1
  p: 4
  text: ""
  when: 2031-05-01/2031-05-10
  when_basis: Anfang Mai
  by: [lotsenbund, '"Hafenkreise"']
  via: dpa
  event: uebergabe
  topics: [hafen, lotsenbund]
  figure:
  - {measure: boote, value: 2.5, qualifier: about}
  - {measure: leute, value: 1200000}
  # number: 40 Prozent
  # date: 2030 ("im Vorjahr")
"""
    )


def test_drafts_read_back_as_claims() -> None:
    claims = [ClaimRecord.model_validate(each) for each in compose(claims_text([BARE, FULL])).value]
    assert [claim.text for claim in claims] == ["", ""]
    assert claims[1].by == FULL.by
    assert [figure.value for figure in claims[1].figure] == [2.5, 1200000]


def test_what_is_not_known_is_left_out() -> None:
    assert article_text("Ein Entwurf.", {"title": "T", "outlet": "", "authors": []}, {}, []) == (
        "# Ein Entwurf.\ntitle: T\nclaims: []\n"
    )


def test_dates_stand_without_quotes() -> None:
    assert "\npublished: 2031-05-03\n" in article_text("x", {"published": "2031-05-03"}, {}, [])


def test_long_values_are_wrapped() -> None:
    basis = "inferred:" + " weil es so ist" * 20
    topics = [f"thema-{n}" for n in range(60)]
    text = article_text("ein Satz " * 40, {"published_basis": basis, "topics": topics}, {}, [])
    assert max(map(len, text.split("\n"))) <= WIDTH + 2
    read = compose(text).value
    assert read["published_basis"] == basis
    assert read["topics"] == topics


@given(lines)
def test_any_text_reads_back(text: str) -> None:
    fields = {"title": text, "authors": [text, "b"], "fulltext": {"file": text, "sha256": "0"}}
    assert compose(article_text("x", fields, {}, [])).value == {**fields, "claims": []}
