"""What is unfinished in a dossier, for an editor: each kind of unfinished work with its places, and what to do next.

Work is what can be finished, and CI may count it. What stands there as information may be right as it is: a fact that
only one source tells, an article without an address. All that `check` calls open is in one kind of work or another;
articles without claims and numbers that people wrote are work, too, and nothing that `check` would stop at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.dossier import Article, Dossier
from generator.parsing import Seeds
from generator.pipeline import Loaded
from generator.problems import Mark, Problem, Problems, counted, quoted
from generator.resolve.checks import check_work
from generator.resolve.conflicts import check_figures
from generator.status.article_counts import stale_counts
from generator.status.notes import unmentioned
from generator.status.single_source import single_sources
from generator.to_do import to_dos
from generator.verification.lock import Lock, check_lock, record_hash

if TYPE_CHECKING:
    from generator.drafting.unknown_names import UnknownName

WORK = {
    "not-evaluated": "articles without a written claim",
    "drafts": "claims without a text",
    "unverified": "claims that nobody has verified",
    "changed": "claims that changed since they were verified",
    "refused": "claims that their text does not bear out",
    "orphans": "topics, events and measures that no claim concerns",
    "stray": "claims that concern no topic",
    "unanswered": "positions that no claim takes",
    "conflicts": "figures that contradict each other, or lack a date",
    "counts": "texts that give another number of articles",
    "to-do": "notes of what is to do",
    "other": "what else is open",
}
INFORMATION = {
    "open-questions": "questions that are undecided",
    "notes": "positions that claims take and the question's note passes over",
    "one-source-events": "events that one origin alone tells of",
    "one-source-questions": "questions whose answers come from one origin",
    "one-source-figures": "figures that no second origin gives",
    "one-source-topics": "topics that one origin alone tells of",
    "no-url": "articles without an address",
    "no-archive": "articles with an address and no archived copy",
    "no-outlet": "articles whose outlet is not known",
    "inferred-dates": "articles whose date is worked out",
    "unlinked-names": "names in the full texts that no topic knows",
}
KINDS = WORK | INFORMATION


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something is unfinished: `id` is what it concerns (a claim as `article#claim`)."""

    mark: Mark
    id: str
    message: str = ""
    hint: str = ""

    @property
    def note(self) -> str:
        return "; ".join(filter(None, (self.message, self.hint)))


@dataclass(frozen=True, slots=True)
class Section:
    kind: str
    places: tuple[Place, ...]

    @property
    def title(self) -> str:
        return KINDS[self.kind]

    @property
    def is_work(self) -> bool:
        return self.kind in WORK

    @property
    def hint(self) -> str:
        """The way out that all places share, if there are several: it need be told only once."""
        hints = {place.hint for place in self.places}
        return hints.pop() if len(self.places) > 1 == len(hints) else ""


@dataclass(frozen=True, slots=True)
class Status:
    """All kinds in their order, the empty ones included; `next` is the article to evaluate next, `unlisted` says why
    names are not looked for, and in `textless` articles they could not be."""

    sections: tuple[Section, ...]
    next: str = ""
    unlisted: str = ""
    textless: int = 0

    @property
    def counts(self) -> dict[str, int]:
        return {section.kind: len(section.places) for section in self.sections}

    @property
    def work(self) -> int:
        return sum(len(section.places) for section in self.sections if section.is_work)


Names = Mapping[str, Sequence["UnknownName"]]
"""Id of each article whose text is at hand → the names in it that no topic knows."""


def status_of(loaded: Loaded, problems: Problems, names: Names | str) -> Status:
    """The state of a dossier without errors; `problems` are those of its loading, `names` may be why there are none."""
    dossier, seeds = loaded.dossier, loaded.seeds
    found: dict[str, list[Place]] = {kind: [] for kind in KINDS}
    owners = _owners(seeds)
    for kind, problem in _kinds(loaded, problems):
        found[kind].append(Place(problem.mark, _owner(problem.mark, owners), problem.message, problem.hint))
    waiting = [article for article in dossier.articles.values() if not _evaluated(article)]
    for article in waiting:
        topics = counted(len(article.record.topics), "topic")
        place = Place(seeds.articles[article.id].mark(), article.id, topics, f"dossier text {article.id}")
        found["not-evaluated"].append(place)
    for kind, mark, name, message in single_sources(dossier, seeds):
        found[f"one-source-{kind}"].append(Place(mark, name, message))
    found["counts"] += [Place(mark, "", message, "correct the number") for mark, message in stale_counts(loaded)]
    found["notes"] += [Place(*told) for told in unmentioned(dossier, seeds)]
    _add_unknowns(found, dossier, seeds)
    if not isinstance(names, str):
        found["unlinked-names"] += _unlinked(names, seeds)
    following = min(waiting, key=_urgency).id if waiting else ""
    sections = tuple(Section(kind, tuple(sorted(places))) for kind, places in found.items())
    if isinstance(names, str):
        return Status(sections, following, names)
    return Status(sections, following, textless=len(seeds.articles.keys() - names.keys()))


def _evaluated(article: Article) -> bool:
    """Drafts alone say nothing yet: its page shows it as not evaluated, too."""
    return bool(any(claim.text for claim in article.record.claims) or article.record.withdrawn)


def _urgency(article: Article) -> tuple[object, ...]:
    """First whose text can be read here, then what fills most pages, then what has waited longest."""
    record = article.record
    readable = bool(record.fulltext) or record.rights == "full"
    return not readable, -len(record.topics), record.added.sort_key, article.id


def _kinds(loaded: Loaded, problems: Problems) -> Iterator[tuple[str, Problem]]:
    """Each open problem with the kind of work that it is."""
    of_work, of_lock = set(check_work(loaded.dossier, loaded.seeds)), set(check_lock(loaded.seeds, loaded.lock))
    of_figures = set(check_figures(loaded.dossier, loaded.seeds))
    noted = set(to_dos(loaded.seeds))
    work, lock = _work_kinds(loaded.seeds), _lock_kinds(loaded.seeds, loaded.lock)
    for problem in problems:
        if problem in of_work:
            yield work.get(problem.mark, "other"), problem
        elif problem in of_lock:
            yield lock.get(problem.mark, "other"), problem
        elif problem in of_figures:
            yield "conflicts", problem
        else:
            yield ("to-do" if problem in noted else "other"), problem


def _work_kinds(seeds: Seeds) -> dict[Mark, str]:
    """Where `check_work` finds what."""
    kinds = {
        seed.mark(): "orphans" for group in (seeds.topics, seeds.events, seeds.measures) for seed in group.values()
    }
    for question in seeds.questions.values():
        kinds |= {question.mark("positions", position): "unanswered" for position in question.record.positions}
    for article in seeds.articles.values():
        for index, claim in enumerate(article.record.claims):
            kinds[article.mark("claims", index)] = "stray" if claim.text else "drafts"
    return kinds


def _lock_kinds(seeds: Seeds, lock: Lock) -> dict[Mark, str]:
    """What a verification that is missing or bad means, by the place of the claim."""
    kinds = {}
    for article in seeds.articles.values():
        for index, claim in enumerate(article.record.claims):
            entry, kind = lock.get(f"{article.id}#{claim.id}"), "unverified"
            if entry and entry.record != record_hash(article.record, claim):
                kind = "changed"
            elif entry and (entry.wrong or entry.refused):
                kind = "refused"
            kinds[article.mark("claims", index)] = kind
    return kinds


def _owners(seeds: Seeds) -> dict[str, list[tuple[int, str]]]:
    """Path → the lines where records and claims begin, with their ids."""
    owners: dict[str, list[tuple[int, str]]] = {}
    for group in (seeds.articles, seeds.topics, seeds.events, seeds.questions, seeds.measures):
        for name, seed in group.items():
            owners.setdefault(seed.file.path, []).append((seed.mark().line, name))
    for article in seeds.articles.values():
        for index, claim in enumerate(article.record.claims):
            line = article.mark("claims", index).line
            owners[article.file.path].append((line, f"{article.id}#{claim.id}"))
    return {path: sorted(starts) for path, starts in owners.items()}


def _owner(mark: Mark, owners: Mapping[str, Sequence[tuple[int, str]]]) -> str:
    """The record or claim that stands at a mark; none in files that are no seeds."""
    starts = owners.get(mark.path, ())
    at = bisect_right(starts, mark.line, key=lambda start: start[0])
    return starts[at - 1][1] if at else ""


def _add_unknowns(found: Mapping[str, list[Place]], dossier: Dossier, seeds: Seeds) -> None:
    """What is not known of articles, and which questions are open."""
    for name, article in seeds.articles.items():
        record = article.record
        if not record.url:
            found["no-url"].append(Place(article.mark(), name, hint="add url where it is known"))
        elif not record.archived_url:
            found["no-archive"].append(Place(article.mark("url"), name, hint="add archived_url"))
        if not record.outlet:
            agency = f"agency {record.agency}" if record.agency else ""
            found["no-outlet"].append(Place(article.mark(), name, agency))
        if record.published_basis.startswith("inferred"):
            found["inferred-dates"].append(Place(article.mark("published"), name, record.published.text))
    for name, question in seeds.questions.items():
        if question.record.status == "open":
            answered = {answer.position for answer, _ in dossier.questions[name].answers}
            message = counted(len(answered), "position") + " taken"
            found["open-questions"].append(Place(question.mark("status"), name, message))


def _unlinked(names: Names, seeds: Seeds) -> Iterable[Place]:
    for article, unknown in names.items():
        for name in unknown:
            where = f"paragraph {', '.join(map(str, name.paragraphs))}"
            hint = f"dossier alias {name.nearest} {quoted(name.words)}" if name.nearest else ""
            yield Place(seeds.articles[article].mark(), article, f"{quoted(name.words)}, {where}", hint)
