"""The dossier's own claims against the private texts, where they are at hand: no error, and no word too many."""

from pathlib import Path

import pytest

from generator.parsing import parse_seeds
from generator.problems import Problems
from generator.verification.numbered import numbered_text
from generator.verification.verify import verify_seeds

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the private full texts are not here")


def test_no_claim_shares_words_or_cites_what_is_not_there() -> None:
    problems = Problems()
    seeds = parse_seeds(ROOT / "seeds", ROOT, problems)
    lock = verify_seeds(seeds, {}, TEXTS, problems)
    assert [str(problem) for problem in problems] == []
    claims = {
        f"{name}#{claim.id}"
        for name, article in seeds.articles.items()
        for claim in article.record.claims
        if claim.text
    }
    assert lock.keys() == claims
    assert sum(entry.grade == "found" for entry in lock.values()) > len(claims) / 2


def test_every_text_can_be_numbered() -> None:
    problems = Problems()
    seeds = parse_seeds(ROOT / "seeds", ROOT, problems)
    for article in seeds.articles:
        assert numbered_text(seeds, article, TEXTS, problems)
    assert not problems.found
