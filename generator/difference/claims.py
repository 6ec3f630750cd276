"""What a change does to articles and their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.difference.comparison import Change, Comparison, Snapshot
from generator.model import ArticleRecord, ClaimRecord, Notice
from generator.problems import counted

GRADES = {"found": "found by machine", "read": "read at the text", "unverified": "not verified"}

NOT_LISTED = ("claims", "withdrawn", "corrected")
"""The fields of an article that are told of otherwise."""

Pair = tuple[ClaimRecord | None, ClaimRecord]
"""A claim before, if it was there, and now."""


def article_changes(compared: Comparison) -> Iterator[Change]:
    """Each article with what happens to it, its claims behind it."""
    for name, old, new in compared.pairs("article"):
        pairs, gone = _paired(name, old, new, compared)
        if not old or not new:
            yield Change("article", "new" if new else "gone", name, (new or old).title, _about(new or old))
        else:
            if name in compared.former:
                yield Change("article", "renamed", name, new.title, (f"was {compared.former[name]}",))
            yield from _notices("article", name, new.title, old, new)
            details = (*_listed(compared.fields(old, new, NOT_LISTED)), *_balance(pairs, gone))
            if details:
                yield Change("article", "changed", name, new.title, details)
        for claim, (before, after) in pairs.items():
            yield from _claim(f"{name}#{claim}", before, after, compared)
        for claim, before in gone.items():
            yield Change("claim", "gone", f"{name}#{claim}", before.text)


def _about(record: ArticleRecord) -> tuple[str, ...]:
    """What stands in a line about an article that comes or goes."""
    source = " and ".join(filter(None, (record.outlet, record.agency)))
    told = counted(len(record.claims), "claim") if record.claims else "not yet evaluated"
    return (f"published {record.published.text}", *([source] if source else []), told)


def _balance(pairs: Mapping[str, Pair], gone: Mapping[str, ClaimRecord]) -> list[str]:
    numbers = (("+", sum(not before for before, _ in pairs.values())), ("-", len(gone)))
    return [f"{sign}{counted(number, 'claim')}" for sign, number in numbers if number]


def _listed(fields: list[str]) -> list[str]:
    return [f"changed: {', '.join(fields)}"] if fields else []


def _paired(
    name: str, old: ArticleRecord | None, new: ArticleRecord | None, compared: Comparison
) -> tuple[dict[str, Pair], dict[str, ClaimRecord]]:
    """New claim id → the claim before and now, and those that are gone."""
    was = compared.former.get(name, name)
    before = {compared.now(f"{was}#{claim.id}").partition("#")[2]: claim for claim in old.claims} if old else {}
    pairs = {claim.id: (before.pop(claim.id, None), claim) for claim in new.claims} if new else {}
    return pairs, before


def _notices(
    kind: str, name: str, words: str, old: ArticleRecord | ClaimRecord, new: ArticleRecord | ClaimRecord
) -> Iterator[Change]:
    notice: Notice | None
    for what in ("withdrawn", "corrected"):
        notice = getattr(new, what)
        if notice and notice != getattr(old, what):
            yield Change(kind, what, name, words, (notice.reason,))
        elif getattr(old, what) and not notice:
            yield Change(kind, f"no longer {what}", name, words)


def _claim(key: str, old: ClaimRecord | None, new: ClaimRecord, compared: Comparison) -> Iterator[Change]:
    if not old:
        yield Change("claim", "new" if new.text else "drafted", key, new.text)
        return
    if old.id != new.id:
        yield Change("claim", "renamed", key, new.text, (f"was {old.id}",))
    if not old.text and new.text:
        yield Change("claim", "written", key, new.text)
    elif compared.before(old.text) != compared.after(new.text):
        yield Change("claim", "reworded", key, new.text, (f"was: {old.text}",))
    yield from _notices("claim", key, new.text, old, new)
    if fields := compared.fields(old, new, ("id", "text", "withdrawn", "corrected")):
        yield Change("claim", "changed", key, new.text, (", ".join(fields),))
    yield from _verification(key, old, new, compared)


def _verification(key: str, old: ClaimRecord, new: ClaimRecord, compared: Comparison) -> Iterator[Change]:
    article = key.partition("#")[0]
    was = compared.former.get(article, article)
    before, after = _grade(compared.old, f"{was}#{old.id}"), _grade(compared.new, key)
    if before != after and after:
        what = "no longer verified" if after == "unverified" else "verified"
        if before or what == "verified":
            yield Change("claim", what, key, new.text, (GRADES[after],))


def _grade(snapshot: Snapshot, key: str) -> str:
    claim = snapshot.loaded.dossier.claims.get(key)
    return claim.grade if claim else ""
