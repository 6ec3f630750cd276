"""What the links and citations of the dossier's prose mean: decided once, in `resolve`, for all that need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.markup import Ref


@dataclass(frozen=True)
class Meanings:
    """By what stands in a reference: `links` lead to ids, `citations` to claim keys; `titles` name pages by their id.

    What may mean two things, or nothing, is in neither.
    """

    links: Mapping[str, str] = field(default_factory=dict)
    citations: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def of(self, ref: Ref) -> str | None:
        """The id or claim key that a reference means."""
        if ref.kind == "loose":
            return None
        return (self.links if ref.kind == "link" else self.citations).get(ref.target)

    def words(self, ref: Ref) -> str:
        """The words that a link shows: its own, or the name of the page whose id it gives, or the spelling it gives."""
        return ref.words or self.titles.get(ref.target, ref.target)
