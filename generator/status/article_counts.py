"""Words that count the dossier's articles, and no longer rightly: in its scope and in hand-written pages.

People write "der fünf Artikel", and nothing tells them when a sixth is added. Only what clearly counts all articles is
held against their number: in the scope any number before "Artikel", on a page one that follows an article or pronoun
("die fünf Artikel", "zwei der fünf Artikel"), a partitive ("zwei von fünf Artikeln"), or stands in a sentence that says
what the dossier rests on ("beruht auf fünf Artikeln"). "Zwei Artikel nennen eine Agentur" counts a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.german.numbers import Number, find_numbers, word_value
from generator.pipeline import Loaded
from generator.problems import Mark, counted

_ARTICLES = re.compile(r"[*_\]]*\s+(?P<read>ausgewertete[nr]?\s+)?[*_\[]*Artikeln?(?![\w-])")
_OF = re.compile(r"(?<!\w)(?:de[rn]|die(?:se[rn]?)?|all(?:e[rn]?)?|unsere[rn]?|sämtliche[rn]?)\s+[*_\[]*$", re.IGNORECASE)
_AMONG = re.compile(r"(\w+)\s+von\s+(?:den\s+)?[*_\[]*$")
_ABOUT = re.compile(
    r"(?<!\w)(?:rund|etwa|circa|ca\.|fast|knapp|gut|über|mehr als|weniger als|mindestens|höchstens|bis(?: zu)?|oder)\s+$",
    re.IGNORECASE,
)
_PART = re.compile(r"\s+(?:des|der|vom|von|über|zu[mr]?|aus)(?!\w)|,\s+(?:d(?:ie|enen|eren)|in|aus|von)(?!\w)")
_NOT_OURS = re.compile(r"\s+de[rs](?!\w)")
_RESTS = re.compile(r"beruh|basier|stütz|besteh|umfass|enthält|wertet|ausgewertet")
_END = re.compile(r"[.!?:]\s|\n\s*\n")
_CODE = re.compile(r"^(?P<fence>```|~~~).*?(?:^(?P=fence)|\Z)|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def stale_counts(loaded: Loaded) -> Iterator[tuple[Mark, str]]:
    """Where a number of articles stands that is not theirs, and what is wrong."""
    number = len(loaded.dossier.articles)
    settings = loaded.seeds.settings
    scope = settings.record.scope if settings else ""
    if settings:
        for found in find_numbers(scope):
            if found.value != number and counts_articles(scope, found, bare=True):
                yield settings.mark("scope"), _told(scope, found, number)
    for page in loaded.hand_written:
        text = _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), page.text)
        for found in find_numbers(text):
            if found.value != number and counts_articles(text, found):
                line, column = text.count("\n", 0, found.start) + 1, found.start - text.rfind("\n", 0, found.start)
                yield Mark(page.shown, line, column), _told(text, found, number)


def _told(text: str, found: Number, number: int) -> str:
    return f"says {text[found.start : found.end]}, the dossier has {counted(number, 'article')}"


def counts_articles(text: str, number: Number, *, bare: bool = False) -> bool:
    """Whether a number in a text says how many articles there are; `bare` is where it needs no sign of that."""
    noun = _ARTICLES.match(text, number.end)
    if not noun or word_value(text[number.start : number.end]) == 2 and "beid" in text[number.start : number.end].lower():
        return False
    before, behind = text[: number.start], text[noun.end() :]
    if _ABOUT.search(before) or _NOT_OURS.match(behind):
        return False
    return False
