"""Questions whose note is older than their answers: a position that claims take, and none of them is cited there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier
from generator.markup import find_refs
from generator.parsing import Seeds
from generator.problems import Mark, quoted


def unmentioned(dossier: Dossier, seeds: Seeds) -> Iterator[tuple[Mark, str, str, str]]:
    """Place of the note, the question's id, what is wrong, and the way out."""
    for name, question in dossier.questions.items():
        cited = {dossier.meanings.of(ref) for ref in find_refs(question.record.note) if ref.kind == "cite"}
        for position in question.record.positions:
            keys = [claim.key for claim in question.claims_for(position) if claim.text]
            if keys and cited.isdisjoint(keys):
                message = f"the note does not mention position {quoted(position)}"
                yield seeds.questions[name].mark("note"), name, message, f"cite it there: [@{_short(keys[0], dossier)}]"


def _short(key: str, dossier: Dossier) -> str:
    claim = key.partition("#")[2]
    return claim if dossier.meanings.citations.get(claim) == key else key
