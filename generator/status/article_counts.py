"""Words that count the dossier's articles, and no longer rightly: in its scope and in hand-written pages.

People write "der fünf Artikel", and nothing tells them when a sixth is added. Only what clearly counts all articles is
held against their number: in the scope any number before "Artikel"; on a page one behind an article ("zwei der fünf
Artikel"), a part and its whole ("zwei von fünf Artikeln"), or what the dossier rests on ("es beruht auf fünf
Artikeln"). "Zwei Artikel nennen eine Agentur", "die zwei Artikel vom Mai" and "rund fünf Artikel" count nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.german.numbers import find_numbers, word_value
from generator.german.sentences import sentence_spans
from generator.pipeline import Loaded
from generator.problems import Mark, counted

_ARTICLES = re.compile(r"[*_]*\s+(?P<read>ausgewertete[nr]?\s+)?[*_\[]*Artikeln?(?![\w-])")
_NO_COUNT = re.compile(r"beid|(?:19|20)\d\d$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?<!\w)(?:rund|etwa|circa|ca\.|fast|knapp|gut|über|als|mindestens|höchstens|bis|zu|oder|je|jeweils|pro)\s+$",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?<!\w)(?:d(?:er|ie|en)|diese[rn]?|alle[rn]?|unsere[rn]?|sämtliche[rn]?)\s+[*_\[]*$", re.IGNORECASE)
_AMONG = re.compile(r"(\w+)\s+von\s+[*_\[]*$")
_OF_ANOTHER = re.compile(r"\s+de[rs](?!\w)")
_SOME = re.compile(r"\s+(?:vo[mn]|über|zu[mr]?|aus)(?!\w)|,\s+(?:d(?:ie|enen|eren)|in|aus|von)(?!\w)")
_WE = re.compile(r"Dossier|(?<!\w)(?:es|wir)(?!\w)", re.IGNORECASE)
_REST = re.compile(r"(?<!\w)(?:beruht|basiert|stützt|besteht|umfasst|enthält|wertet|werten)(?!\w)")
_READ = re.compile(r"(?<!\w)ausgewertet(?!\w)", re.IGNORECASE)
_CODE = re.compile(r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)


def stale_counts(loaded: Loaded) -> Iterator[tuple[Mark, str]]:
    """Where a number of articles stands that is not theirs, and what is wrong."""
    number = len(loaded.dossier.articles)
    there = f"the dossier has {counted(number, 'article')}"
    if settings := loaded.seeds.settings:
        for _, words, value in article_counts(settings.record.scope, bare=True):
            if value != number:
                yield settings.mark("scope"), f"says {words}, {there}"
    for page in loaded.hand_written:
        text = _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), page.text)
        for start, words, value in article_counts(text):
            if value != number:
                mark = Mark(page.shown, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
                yield mark, f"says {words}, {there}"


def article_counts(text: str, *, bare: bool = False) -> Iterator[tuple[int, str, float]]:
    """Where a text says how many articles there are, in what words, and how many; `bare` if it speaks of all anyway."""
    for begin, end in sentence_spans(text):
        sentence = text[begin:end]
        for number in find_numbers(sentence):
            noun, words = _ARTICLES.match(sentence, number.end), sentence[number.start : number.end]
            before, behind = sentence[: number.start], sentence[noun.end() if noun else 0 :]
            if not noun or _NO_COUNT.match(words) or _ABOUT.search(before) or _OF_ANOTHER.match(behind):
                continue
            if bare or noun["read"] or _rests(sentence) or _is_whole(before, behind):
                yield begin + number.start, words, number.value


def _rests(sentence: str) -> bool:
    """Whether it says what the dossier is made from."""
    return bool(_READ.search(sentence) or (_WE.search(sentence) and _REST.search(sentence)))


def _is_whole(before: str, behind: str) -> bool:
    """Whether all articles are meant, by the words around their number."""
    if part := _AMONG.search(before):
        return part[1].isdecimal() or part[1].casefold() in ("einer", "keiner") or word_value(part[1]) is not None
    return bool(_ALL.search(before) and not _SOME.match(behind))
