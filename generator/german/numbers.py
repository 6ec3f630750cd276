"""Numbers as German writes them: 2500, 2.500, 2 500, 2,5 Millionen, zwölf, zweieinhalbtausend, dreimal, beide.

*ein/eine* is an article and no number; *Dutzende* and *Tausende* are none either, being no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNITS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_TENS_VALUES = {word: 20 + 10 * place for place, word in enumerate(_TENS)}
_TEENS = {"sechzehn": 16, "siebzehn": 17, **{f"{_UNITS[n]}zehn": 10 + n for n in (3, 4, 5, 8, 9)}}
_SINGLE = {**{word: value for value, word in enumerate(_UNITS)}, **_TEENS, **_TENS_VALUES, "zwo": 2, "eins": 1}
_BOTH = {"beide", "beiden", "beider", "beides", "beidem"}
_FORMS = {"zweier": 2, "dreier": 3}
_NOT_A_COUNT = {"ein", "hunderte", "tausende", "zig"}
_SCALES = {"hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6}
_SCALES |= {"milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "dutzend": 12}
_SINGULAR = {
    "viertelmillion": 250_000,
    "dreiviertelmillion": 750_000,
    "million": 10**6,
    "milliarde": 10**9,
    "dutzend": 12,
}

_COUNTED = re.compile(
    r"(.+?)(?:mals?|malig|fach|köpfig|jährig|monatig|wöchig|tägig|stündig|minütig|teilig|prozentig)(?:e[rsnm]?)?"
)
_DIGITS = r"\d{1,3}(?:[.'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+"
_TOKEN = re.compile(
    rf"(?<![\w])(?<![^\W\d_]-)(?P<digits>{_DIGITS})(?P<fraction>,\d+)?(?![\d])|(?<!\w)(?P<word>[^\W\d_]+)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value and where it stands."""

    value: float
    start: int
    end: int


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers from left to right; "2,5 Millionen" is one."""
    pending: Number | None = None
    for match in _TOKEN.finditer(text):
        scale = _SCALES.get((match["word"] or "").casefold()) if match["word"] else None
        if pending and scale and text[pending.end : match.start()].strip("\u00a0 ") == "":
            pending = Number(_tidy(pending.value * scale), pending.start, match.end())
            continue
        if pending:
            yield pending
        value = _digits(match) if match["digits"] else word_value(match["word"])
        pending = None if value is None else Number(_tidy(value), match.start(), match.end())
    if pending:
        yield pending


def _digits(match: re.Match[str]) -> float:
    whole = re.sub(r"\D", "", match["digits"])
    return float(f"{whole}.{match['fraction'][1:]}") if match["fraction"] else float(whole)


def _tidy(value: float) -> float:
    return round(value, 6)


@lru_cache(maxsize=4096)
def word_value(word: str) -> float | None:
    """The value of a German numeral in one word (also -mal, -köpfig and the like), or None."""
    low = word.casefold().replace("dreissig", "dreißig")
    if low in _BOTH:
        return 2
    if low in _SINGULAR or low in _FORMS:
        return _SINGULAR.get(low) or _FORMS[low]
    if low in _NOT_A_COUNT:
        return None
    if (counted := _COUNTED.fullmatch(low)) and (value := _compound(counted[1])) and value > 1:
        return value
    return _compound(low)


def _compound(word: str) -> float | None:
    """fünf, einundzwanzig, zweihundertfünfzig, zweieinhalbtausend."""
    if word in _SINGLE:
        return _SINGLE[word]
    if word in ("anderthalb", "eineinhalb"):
        return 1.5
    if word.endswith("einhalb"):
        whole = _compound(word.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    for scale in ("tausend", "hundert"):
        if scale in word:
            before, _, after = word.partition(scale)
            return _scaled(before, _SCALES[scale], after.removeprefix("und"))
    unit, und, ten = word.partition("und")
    if und and ten in _TENS_VALUES and unit in _UNITS[1:10]:
        return _UNITS.index(unit) + _TENS_VALUES[ten]
    return None


def _scaled(before: str, scale: int, after: str) -> float | None:
    factor = _compound(before) if before else 1
    rest = _compound(after) if after else 0
    return None if factor is None or rest is None else factor * scale + rest
