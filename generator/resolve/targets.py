"""What a reference may point to, and the best guess where it points to nothing.

One resolver for claims, intros, notes and hand-written pages: `[[id]]` and `[[Any alias]]` become ids,
`[@article#claim]` and `[@claim]` become claim keys. What may stand in a record that failed is no problem here.
"""

from __future__ import annotations

from collections import defaultdict
from sys import intern

from generator.fields import as_id
from generator.markup import Ref
from generator.meanings import Meanings
from generator.model import ClaimRecord
from generator.parsing import Seeds
from generator.problems import Problems, did_you_mean, quoted
from generator.reading import Where


class Targets:
    """All ids by kind, all spellings of topics, and all claims."""

    def __init__(self, seeds: Seeds) -> None:
        self.nouns: dict[str, str] = dict.fromkeys(seeds.articles, "article")
        self.nouns |= dict.fromkeys(seeds.topics, "topic") | dict.fromkeys(seeds.events, "event")
        self.nouns |= dict.fromkeys(seeds.questions, "question") | dict.fromkeys(seeds.measures, "measure")
        self.failed, self.unread = seeds.failed, seeds.unread
        self.kinds = seeds.settings.record.kinds if seeds.settings else {}
        self.spellings: dict[str, set[str]] = defaultdict(set)
        for name, topic in seeds.topics.items():
            for spelling in (topic.record.name, *topic.record.aliases):
                self.spellings[spelling].add(name)
        self.claims: dict[str, ClaimRecord] = {}
        self.short_claims: dict[str, list[str]] = defaultdict(list)
        for name, article in seeds.articles.items():
            for claim in article.record.claims:
                key = intern(f"{name}#{claim.id}")
                self.claims[key] = claim
                self.short_claims[claim.id].append(key)
        self.meanings = self._meanings(_titles(seeds))

    def _meanings(self, titles: dict[str, str]) -> Meanings:
        clear = {spelling: next(iter(topics)) for spelling, topics in self.spellings.items() if len(topics) == 1}
        short = {claim: keys[0] for claim, keys in self.short_claims.items() if len(keys) == 1}
        return Meanings(
            links=clear | {name: name for name in self.nouns},
            citations=short | {key: key for key in self.claims},
            titles=titles,
        )

    def require(self, name: str, noun: str, where: Where, problems: Problems, label: str = "") -> bool:
        """Whether `name` is the id of a `noun`; else a problem with the best guess."""
        found, wanted = self.nouns.get(name), label or noun
        if found == noun:
            return True
        if found:
            problems.error(where(), f"{quoted(name)} is {_a(found)}, not {_a(wanted)}", f"name {_a(wanted)}")
        elif name not in self.failed and noun not in self.unread:
            known = [known for known, is_noun in self.nouns.items() if is_noun == noun]
            guess = self._by_spelling(name, noun) or did_you_mean(name, known)
            kind = noun if noun != "topic" else wanted if wanted in self.kinds else "KIND"
            new = f"begin it with dossier new {kind} {as_id(name)}"
            hint = guess or f"{new}, or name {_a(wanted)} that is there"
            problems.error(where(), f"unknown {wanted} {quoted(name)}", hint)
        return False

    def speaker_hint(self, words: str) -> str:
        """The way out where `by` holds words that are no id."""
        anonymous = "name a topic by its id; the words for an anonymous source stand in quotes: '\"Ein Offizier\"'"
        return self._by_spelling(words, "topic") or anonymous

    def _by_spelling(self, name: str, noun: str) -> str:
        same = (topics for spelling, topics in self.spellings.items() if spelling.casefold() == name.casefold())
        topic = next(map(min, same), "") if noun == "topic" else ""
        return f'{quoted(name)} is a spelling of "{topic}"; use the id' if topic else ""

    def resolve(self, ref: Ref, where: Where, problems: Problems) -> str | None:
        """The id or claim key that a link or citation means, or None with a problem."""
        meant = self.meanings.of(ref)
        if meant and ref.kind == "cite":
            return self._written(meant, where, problems)
        if meant:
            return meant
        if ref.kind == "link":
            self._no_link(ref.target, where, problems)
        elif ref.kind == "cite":
            self._no_citation(ref.target, where, problems)
        else:
            closing = "]]" if ref.target == "[[" else "]"
            problems.error(where(), f"{quoted(ref.target)} is opened and never closed", f"close it with {closing}")
        return None

    def _no_link(self, target: str, where: Where, problems: Problems) -> None:
        if topics := sorted(self.spellings.get(target, ())):
            problems.error(
                where(), f"{quoted(target)} may mean {' or '.join(topics)}", f"write [[{topics[0]}|{target}]]"
            )
        elif not target:
            problems.error(where(), "a link to nothing", "write [[id]] or [[id|words]]")
        elif target not in self.failed and not self.unread - {"claim"}:
            hint = did_you_mean(target, {*self.nouns, *self.spellings}) or "link an id or a spelling of a topic"
            problems.error(where(), f"unknown link target {quoted(target)}", hint)

    def _no_citation(self, target: str, where: Where, problems: Problems) -> None:
        article, hash_sign, claim = target.rpartition("#")
        if not hash_sign:
            self._no_short_citation(claim, where, problems)
        elif self.require(article, "article", where, problems):
            known = [key.partition("#")[2] for key in self.claims if key.startswith(f"{article}#")]
            hint = did_you_mean(claim, known) or f"its claims are {', '.join(known) or 'still to be written'}"
            problems.error(where(), f"article {quoted(article)} has no claim {quoted(claim)}", hint)

    def _no_short_citation(self, claim: str, where: Where, problems: Problems) -> None:
        if keys := self.short_claims.get(claim):
            problems.error(where(), f"{len(keys)} articles have a claim {quoted(claim)}", f"write e.g. [@{keys[0]}]")
        elif not self.unread & {"claim", "article"}:
            hint = did_you_mean(claim, {*self.short_claims, *self.claims}) or "write [@article#claim]"
            problems.error(where(), f"unknown claim {quoted(claim)}", hint)

    def _written(self, key: str, where: Where, problems: Problems) -> str | None:
        if self.claims[key].text:
            return key
        problems.error(where(), f"claim {quoted(key)} is a draft and bears out nothing", "write its text first")
        return None


def _titles(seeds: Seeds) -> dict[str, str]:
    titles = {name: topic.record.name for name, topic in seeds.topics.items()}
    for group in (seeds.articles, seeds.events, seeds.questions, seeds.measures):
        titles |= {name: seed.record.title for name, seed in group.items()}
    return titles


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
