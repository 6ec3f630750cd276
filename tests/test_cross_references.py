"""A citation in a claim is a way to another claim's evidence: nothing that is told or checked of the claim changes."""

from collections.abc import Mapping
from pathlib import Path

import small

from generator.desk.rename import rename
from generator.desk.renaming import Renaming
from generator.dossier import Claim
from generator.exports.rows import rows
from generator.fulltext import paragraphs
from generator.inventory import link_list
from generator.pages import pages
from generator.published import fact_hashes, said_hash
from generator.search.page_text import passages
from generator.verification.check import Checker

PLAIN = "Imke Fries zählt 40 Leute im Lager Süd."
EDITS = {small.ARTICLE: {PLAIN: "Imke Fries zählt [@2031-04-lager#sechzig] 40 Leute im Lager Süd [@treffen]."}}
KEY = "2031-04-lager#vierzig"
TEXT = "Kein Wort davon.\n\nImke Fries sah 40 Leute im Lager.\n"


def both(root: Path) -> tuple[small.Loaded, small.Loaded]:
    return small.loaded(root / "with", edits=EDITS), small.loaded(root / "without")


def test_exports_and_hashes_are_the_same(tmp_path: Path) -> None:
    one, other = both(tmp_path)
    for of_one, of_other in zip(rows(one.dossier).values(), rows(other.dossier).values(), strict=True):
        assert list(of_one) == list(of_other)
    assert link_list(list(pages(one.dossier)), one.dossier) == link_list(list(pages(other.dossier)), other.dossier)
    records = [each.dossier.claims[KEY].record for each in (one, other)]
    assert records[0].text != records[1].text
    assert said_hash(records[0]) == said_hash(records[1])
    assert fact_hashes(records[0]) == fact_hashes(records[1])


def test_it_is_checked_at_the_text_as_if_it_were_not_there(tmp_path: Path) -> None:
    checked = []
    for each in both(tmp_path):
        checker, claim = Checker(each.seeds), each.dossier.claims[KEY]
        published = claim.article.record.published
        cited = [checker.paragraph(paragraph, published) for paragraph in paragraphs(TEXT)]
        checked.append(checker.check(claim.record, cited, published))
    assert checked[0] == checked[1]
    assert "number 40" in checked[0].found
    assert "name lager-sued" in checked[0].missing


def test_search_reads_the_words_alone() -> None:
    html = (
        '<ul><li>Viele<span class="cross-reference"> (vgl. <sup><a class="footnote-ref">3</a></sup>)</span>.</li></ul>'
    )
    assert [passage.text for passage in passages(html)] == ["Viele."]


def test_a_renamed_claim_is_still_the_one_it_leads_to(tmp_path: Path) -> None:
    loaded = small.loaded(tmp_path, edits=EDITS)
    keys: Mapping[str, Claim] = loaded.dossier.claims
    short = {key.partition("#")[2]: (key,) for key in keys}
    renaming = Renaming("claim", "2031-04-lager#treffen", "2031-04-lager#versammelt", "articles", short)
    changed = rename(small.Project(tmp_path), loaded, renaming, tmp_path / "none").changes
    assert b"40 Leute im Lager S\xc3\xbcd [@versammelt]." in (changed[Path(small.ARTICLE)] or b"")
