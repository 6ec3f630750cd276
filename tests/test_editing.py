"""The editors' guide shows records that are right, and messages that the tool really gives."""

import re
from textwrap import dedent

import pytest
from workshop import ROOT

from generator.model import ArticleRecord, ClaimRecord, EventRecord, QuestionRecord, TopicRecord
from generator.yaml_marks import compose

GUIDE = (ROOT / "EDITING.md").read_text(encoding="utf-8")
CLAIM, OTHERS, ARTICLE, WITHDRAWN, CORRECTED = (
    compose(dedent(block)).value for block in re.findall(r"```yaml\n(.*?)\s*```", GUIDE, re.DOTALL)
)


def test_the_article() -> None:
    ArticleRecord.model_validate({**ARTICLE, "fulltext": {"file": "sixth.txt", "sha256": "0" * 64}})


def test_the_claim() -> None:
    (claim,) = CLAIM
    assert ClaimRecord.model_validate(claim).figure[0].value == 2100


def test_a_claim_that_was_published() -> None:
    claim = ClaimRecord.model_validate({**CLAIM[0], **WITHDRAWN, **CORRECTED})
    assert claim.withdrawn
    assert claim.corrected


@pytest.mark.parametrize(
    ("name", "model"), [("harir", TopicRecord), ("teilabzug-2026", EventRecord), ("wie-viele-2026", QuestionRecord)]
)
def test_the_other_records(name: str, model: type[TopicRecord | EventRecord | QuestionRecord]) -> None:
    model.model_validate(OTHERS[name])


def test_the_sample_messages_are_those_of_the_fault_cases() -> None:
    cases = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "faults").glob("*.yml")))
    for words in (
        "unknown topic",
        "check year, month and day",
        "has changed since it was verified; run: dossier verify",
    ):
        assert words in GUIDE.replace("\n", " "), words
        assert words in cases, words
