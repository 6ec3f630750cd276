"""What a reference may point to, and the best guess where it points to nothing.

One resolver for claims, intros, notes and hand-written pages: `[[id]]` and `[[Any alias]]` become ids, `[@article#claim]`
and `[@claim]` become claim keys.
"""

from __future__ import annotations

from collections import defaultdict

from generator.markup import Ref
from generator.model import ClaimRecord
from generator.parsing import Seeds
from generator.problems import Mark, Problems, did_you_mean, quoted


class Targets:
    """All ids by kind, all spellings of topics, and all claims."""

    def __init__(self, seeds: Seeds) -> None:
        self.nouns: dict[str, str] = {name: "article" for name in seeds.articles}
        self.nouns |= dict.fromkeys(seeds.topics, "topic") | dict.fromkeys(seeds.events, "event")
        self.nouns |= dict.fromkeys(seeds.questions, "question") | dict.fromkeys(seeds.measures, "measure")
        self.failed = seeds.failed
        self.spellings: dict[str, set[str]] = defaultdict(set)
        for name, topic in seeds.topics.items():
            for spelling in (topic.record.name, *topic.record.aliases):
                self.spellings[spelling].add(name)
        self.claims: dict[str, ClaimRecord] = {}
        self.short_claims: dict[str, list[str]] = defaultdict(list)
        for name, article in seeds.articles.items():
            for claim in article.record.claims:
                self.claims[f"{name}#{claim.id}"] = claim
                self.short_claims[claim.id].append(f"{name}#{claim.id}")

    def require(self, name: str, noun: str, mark: Mark, problems: Problems, label: str = "") -> bool:
        """Whether `name` is the id of a `noun`; else a problem with the best guess (none where the record itself failed)."""
        if self.nouns.get(name) == noun:
            return True
        if name not in self.failed:
            if other := self.nouns.get(name):
                problems.error(
                    mark, f"{quoted(name)} is {_a(other)}, not {_a(label or noun)}", f"name {_a(label or noun)}"
                )
            else:
                known = [known for known, is_noun in self.nouns.items() if is_noun == noun]
                hint = (
                    self._by_spelling(name, noun)
                    or did_you_mean(name, known)
                    or f"add it, or name {_a(noun)} that is there"
                )
                problems.error(mark, f"unknown {label or noun} {quoted(name)}", hint)
        return False

    def speaker_hint(self, words: str) -> str:
        """The way out where `by` holds words that are no id."""
        return (
            self._by_spelling(words, "topic")
            or "name a topic id, or quote an anonymous source: '\"Sicherheitskreise\"'"
        )

    def _by_spelling(self, name: str, noun: str) -> str:
        topics = self.spellings.get(name, ()) if noun == "topic" else ()
        return f'{quoted(name)} is a spelling of "{min(topics)}"; use the id' if topics else ""

    def resolve(self, ref: Ref, mark: Mark, problems: Problems) -> str | None:
        """The id or claim key that a link or citation means, or None with a problem."""
        if ref.kind == "loose":
            closing = "]]" if ref.target == "[[" else "]"
            problems.error(
                mark, f"{quoted(ref.target)} is opened and never closed", f"close it with {closing} or remove it"
            )
            return None
        return (
            self._link(ref.target, mark, problems) if ref.kind == "link" else self._citation(ref.target, mark, problems)
        )

    def _link(self, target: str, mark: Mark, problems: Problems) -> str | None:
        if target in self.nouns:
            return target
        topics = sorted(self.spellings.get(target, ()))
        if len(topics) == 1:
            return topics[0]
        if topics:
            problems.error(mark, f"{quoted(target)} may mean {' or '.join(topics)}", f"write [[{topics[0]}|{target}]]")
        elif not target:
            problems.error(mark, "a link to nothing", "write [[id]] or [[id|words]]")
        elif target not in self.failed:
            hint = did_you_mean(target, [*self.nouns, *self.spellings]) or "link an id or a spelling of a topic"
            problems.error(mark, f"unknown link target {quoted(target)}", hint)
        return None

    def _citation(self, target: str, mark: Mark, problems: Problems) -> str | None:
        article, hash_sign, claim = target.rpartition("#")
        if hash_sign:
            if target in self.claims:
                return target
            if article in self.failed:
                return None
            if self.nouns.get(article) != "article":
                self.require(article, "article", mark, problems)
                return None
            known = [key.partition("#")[2] for key in self.claims if key.startswith(f"{article}#")]
            problems.error(mark, f"article {quoted(article)} has no claim {quoted(claim)}", did_you_mean(claim, known))
            return None
        keys = self.short_claims.get(target, [])
        if len(keys) == 1:
            return keys[0]
        if keys:
            problems.error(mark, f"{len(keys)} articles have a claim {quoted(target)}", f"write [@{keys[0]}]")
        elif not self.failed:  # a claim named without its article may stand in one that could not be read
            hint = did_you_mean(target, [*self.short_claims, *self.claims]) or "write [@article#claim]"
            problems.error(mark, f"unknown claim {quoted(target)}", hint)
        return None


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
