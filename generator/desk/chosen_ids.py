"""The ids that an editor types: whether the old one is there, and whether a new one can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from generator.desk.renaming import Noun, Renaming
from generator.desk.trial import WrongWords
from generator.fields import check_id
from generator.model import ClaimRecord
from generator.parsing import RESERVED, Seeds
from generator.pipeline import Loaded
from generator.problems import did_you_mean, quoted
from generator.redirects import addresses
from generator.resolve.targets import Targets


def check_new_id(name: str, address: str, seeds: Seeds, redirects: Mapping[str, str], now: str = "") -> None:
    """Raises WrongWords unless a record may have the id, and its page the address.

    An address that led to `now` before may become that page's again.
    """
    _check_form(name)
    if name in RESERVED:
        raise WrongWords(f"{quoted(name)} is the address of a section's own page; choose another")
    if name in seeds.positions:
        mark = seeds.positions[name]
        raise WrongWords(f"id {quoted(name)} is there already, in {mark.path}:{mark.line}; choose another")
    _check_address(address, redirects, now)


def _check_form(name: str) -> None:
    try:
        check_id(name)
    except ValueError as error:
        raise WrongWords(str(error)) from None


def _check_address(address: str, redirects: Mapping[str, str], now: str) -> None:
    if redirects.get(address, now) != now:
        message = f'"{address}" was published once and leads to "{redirects[address]}" now'
        raise WrongWords(f"{message}, so links to it would go astray; choose another id")


def renaming_of(loaded: Loaded, old: str, new: str) -> Renaming:
    """What the two ids mean.

    Raises:
        WrongWords: there is no such id, or there cannot be such a new one.
    """
    if "#" in old:
        return _claim_renaming(loaded, old, new)
    targets = Targets(loaded.seeds)
    if old not in targets.nouns:
        raise WrongWords(f"there is no id {quoted(old)}; {_guess(old, targets)}")
    known = addresses(loaded.seeds, loaded.dossier.settings)
    folder = next(address for address, name in known.items() if name == old).partition("/")[0]
    _check_other(old, new)
    redirects = loaded.redirects.addresses
    check_new_id(new, f"{folder}/{new}", loaded.seeds, redirects, f"{folder}/{old}")
    return Renaming(cast(Noun, targets.nouns[old]), old, new, folder)


def _guess(old: str, targets: Targets) -> str:
    """The id that may have been meant: of a spelling, one that is much like it, one with it in it."""
    spelt = sorted(targets.spellings.get(old, ()))
    if not spelt and (alike := did_you_mean(old, (*targets.nouns, *targets.claims))):
        return alike
    longer = [name for name in sorted(targets.nouns) if old and old.casefold() in name]
    where = "an id stands before the colon in seeds/ (an article's is the name of its file) and ends its page's address"
    return next((f'did you mean "{name}"?' for name in (*spelt, *longer)), where)


def _claim_renaming(loaded: Loaded, old: str, new: str) -> Renaming:
    article, _, _ = old.partition("#")
    claims = {f"{name}#{c.id}": c for name, seed in loaded.seeds.articles.items() for c in seed.record.claims}
    if old not in claims:
        hint = did_you_mean(old, claims) or "write it as article#claim"
        raise WrongWords(f"there is no claim {quoted(old)}; {hint}")
    if "#" not in new:
        new = f"{article}#{new}"
    name = new.removeprefix(f"{article}#")
    if "#" in name:
        raise WrongWords(f"a claim stays in its article; write e.g. {article}#{name.rpartition('#')[2]}")
    _check_other(old, new)
    _check_claim_id(name)
    if new in claims:
        raise WrongWords(f"claim {quoted(new)} is there already; choose another id")
    _check_address(f"articles/{new}", loaded.redirects.addresses, f"articles/{old}")
    return Renaming("claim", old, new, "articles", _by_short_id(claims))


def _check_claim_id(name: str) -> None:
    _check_form(name)
    try:
        ClaimRecord.model_validate({"id": name, "p": "1"})
    except ValueError:
        raise WrongWords(f"{quoted(name)} is the address of a paragraph; choose another id") from None


def _check_other(old: str, new: str) -> None:
    if old == new:
        raise WrongWords(f"{quoted(old)} has this id already; there is nothing to rename")


def _by_short_id(claims: Mapping[str, ClaimRecord]) -> dict[str, tuple[str, ...]]:
    keys = defaultdict[str, tuple[str, ...]](tuple)
    for key, claim in claims.items():
        keys[claim.id] += (key,)
    return dict(keys)
