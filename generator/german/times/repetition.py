"""Times that come round again and fix no day: jedes Jahr zu Weihnachten, alljährlich im Mai, immer an Ostern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.german.times.time_words import Phrase

_SIGHT = 90
_TO = r"(?:(?:auch|erst|nur|kurz)\s)?(?:(?:im|am|an|zu|zum|zur|in|um|vor|nach|von|vom|ab|zwischen)\s)?(?:de[mnr]\s)?"
_EVERY = (
    r"(?:(?<!wie\s)jede[sm]\s(?:Jahr|Mal)|alljährlich|Jahr\s(?:für|um)\sJahr|alle\s(?:[a-z]+\sJahre|Jahre\swieder))"
)
_OFTEN = (
    r"(?:(?<!wie\s)(?<!noch\s)immer(?:\swieder)?|stets|jeweils|jährlich|regelmäßig|traditionell|traditionsgemäß|üblicherweise"
    r"|gewöhnlich|normalerweise|meist|meistens|oft|häufig)"
)
_BEFORE = re.compile(rf"\b(?:jede[nmrs]?\s|{_OFTEN}\s{_TO}|{_EVERY}\s(?:[^\W\d][\w-]*\s){{0,5}}?{_TO})$", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:\s[^\W\d][\w-]*){{0,4}}?\s(?:{_EVERY}|(?:eines\s)?jede[ns]\sJahre?s)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:seit|bis|ab|vom)\s(?:zum\s|de[mnr]\s)?$", re.IGNORECASE)
_ALSO = re.compile(rf"(?:,|\s(?:und|oder|sowie))\s{_TO}")


def once(text: str, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Those that are meant once; what names its year or is counted from the present always is."""
    repeated_until: int | None = None
    for phrase in phrases:
        listed = repeated_until is not None and _ALSO.fullmatch(text, repeated_until, phrase.start)
        if phrase.open_year and not phrase.year and (listed or _comes_round(text, phrase)):
            repeated_until = phrase.end
            continue
        repeated_until = None
        yield phrase


def _comes_round(text: str, phrase: Phrase) -> bool:
    left = text[max(0, phrase.start - _SIGHT) : phrase.start]
    behind = _BEHIND.match(text, phrase.end, phrase.end + _SIGHT) and not _SINCE.search(left)
    return bool(behind or _BEFORE.search(left))
