"""`dossier verify`: the claims of all seeds against the full texts → a new lock, or what is wrong with the old one.

Only who has the texts can run it. Where a text is not at hand, what the lock says of its claims is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.fulltext import check_paragraphs, read_paragraphs
from generator.model import ArticleRecord, ClaimRecord, digest
from generator.parsing import Seed, Seeds
from generator.problems import Mark, Problems, quoted
from generator.verification.check import Checker
from generator.verification.lock import COPIED, LOCK_FILE, VERIFY_HINT, Lock, Verified, record_hash
from generator.verification.shared_wording import check_shared_wording, copied_claims


def verify_seeds(
    seeds: Seeds,
    lock: Lock,
    folder: Path,
    problems: Problems,
    *,
    only: Collection[str] = (),
    watch: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> dict[str, Verified]:
    """The new lock. A reading is kept as long as neither claim nor cited paragraphs have changed.

    `only` these articles are verified, all where none is named; `watch` sees the articles pass.
    """
    texts, checker = _fulltexts(seeds, folder, only, problems), Checker(seeds)
    copied = check_shared_wording(seeds, texts, checker.matcher, problems)
    fresh = {key: entry for key, entry in lock.items() if key.partition("#")[0] in seeds.failed}
    for name in watch(list(seeds.articles)):
        article = seeds.articles[name]
        made = {} if only and name not in only else verified_claims(article, texts.get(name, ()), checker)
        shared = {loc[1] for path, loc in copied if path == article.file.path and loc[0] == "claims"}
        for index, key in _claim_keys(article):
            if entry := made.get(key):
                if index in shared and COPIED not in entry.missing:  # from another article
                    entry = entry.model_copy(update={"missing": (*entry.missing, COPIED)})
                fresh[key] = _with_reading(entry, lock.get(key))
            elif key in lock:
                fresh[key] = lock[key]
    return fresh


def verified_claims(article: Seed[ArticleRecord], texts: Sequence[str], checker: Checker) -> dict[str, Verified]:
    """What a search finds of each claim, by `article#claim`; drafts and paragraphs that are not there are left out."""
    published = article.record.published
    searchable = [checker.paragraph(text, published) for text in texts]
    not_ours = copied_claims(article, texts, checker.matcher)
    made = {}
    for index, key in _claim_keys(article):
        claim = article.record.claims[index]
        if max(claim.p) <= len(texts):
            checked = checker.check(claim, [searchable[number - 1] for number in claim.p], published)
            source = source_hash(claim, [texts[number - 1] for number in claim.p])
            record = record_hash(article.record, claim)
            copied = (COPIED,) if index in not_ours else ()
            missing = (*checked.missing, *copied)
            made[key] = Verified(record=record, source=source, found=checked.found, missing=missing)
    return made


def source_hash(claim: ClaimRecord, cited: Sequence[str]) -> str:
    """A hash of the claim and the paragraphs it cites: who has the text sees whether either has changed."""
    return digest("\n\n".join([claim.fingerprint, *cited]))


def _claim_keys(article: Seed[ArticleRecord]) -> Iterator[tuple[int, str]]:
    """The claims that are no drafts: index and key."""
    return ((at, f"{article.id}#{claim.id}") for at, claim in enumerate(article.record.claims) if claim.text)


def _fulltexts(seeds: Seeds, folder: Path, only: Collection[str], problems: Problems) -> dict[str, Sequence[str]]:
    """The paragraphs of each article whose text is at hand; an article that says nothing yet needs none.

    Texts that are not verified now serve to find words of theirs elsewhere; what is wrong with them is not told.
    """
    texts: dict[str, Sequence[str]] = {}
    for name, article in seeds.articles.items():
        if not article.record.claims and not article.record.fulltext:
            continue
        told = Problems() if only and name not in only else problems
        if (found := read_paragraphs(article, seeds, folder, told)) is not None:
            check_paragraphs(article, len(found), told)
            texts[name] = found
    return texts


def _with_reading(entry: Verified, before: Verified | None) -> Verified:
    if before and before.source == entry.source:
        return entry.model_copy(update={"read": before.read, "refused": before.refused})
    return entry


def frozen(seeds: Seeds, lock: Lock, folder: Path, problems: Problems) -> None:
    """An error for whatever a fresh verification would change in the lock, and for what nobody has settled."""
    found = Problems()
    fresh = verify_seeds(seeds, lock, folder, found)
    for problem in found:
        problems.error(problem.mark, problem.message, problem.hint)
    for difference in _differences(seeds, lock, fresh):
        problems.error(difference.mark, difference.message, difference.hint)


@dataclass(frozen=True)
class _Difference:
    mark: Mark
    message: str
    hint: str = VERIFY_HINT


def _differences(seeds: Seeds, lock: Lock, fresh: Mapping[str, Verified]) -> Iterator[_Difference]:
    known = set[str]()
    for name, article in seeds.articles.items():
        for index, claim in enumerate(article.record.claims):
            key, mark = f"{name}#{claim.id}", article.mark("claims", index)
            known |= {key} if claim.text else set()
            record = record_hash(article.record, claim)
            if claim.text and (what := _changed(record, lock.get(key), fresh.get(key))):
                yield _Difference(mark, f"claim {quoted(claim.id)} {what}")
            elif claim.text and lock[key].grade == "unverified":
                hint = f"run: dossier verify --read {key}"
                yield _Difference(mark, f"claim {quoted(claim.id)} is neither found nor read", hint)
    for key in lock:
        if key not in known and key.partition("#")[0] not in seeds.failed:
            yield _Difference(_lock_mark(seeds), f"the lock has {quoted(key)}, and there is no such claim")


def _changed(record: str, old: Verified | None, new: Verified | None) -> str:
    """How the lock differs from what a search finds now; an empty string where it does not."""
    if not old:
        return "is not verified"
    if old.record != record:
        return "has changed since it was verified"
    if new and old.source != new.source:
        return "cites paragraphs that have changed since it was verified"
    if new and (old.found, old.missing) != (new.found, new.missing):
        differing = sorted({*old.found} ^ {*new.found} | {*old.missing} ^ {*new.missing})
        return f"has other parts found than the lock says ({', '.join(differing)})"
    return ""


def _lock_mark(seeds: Seeds) -> Mark:
    path = Path(seeds.settings.file.path).with_name(LOCK_FILE) if seeds.settings else Path(LOCK_FILE)
    return Mark(path.as_posix())
