"""A new article's id, and a title to begin with: made of dates, file names and topics, not of the article's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from generator.dates import When
from generator.fields import MAX_ID, as_id
from generator.german.dates import write_when
from generator.labels import load_labels
from generator.parsing import Seeds

TITLE_TOPICS = 3
ID_WORDS = 4
"""Of a file name or web address; more would spell out a headline."""

_NO_NAME = re.compile(r"(stdin|index|article|artikel|page|seite|text|download|unbenannt|untitled|document|saved)s?")


def free_id(source: str, published: When, topics: Sequence[str], seeds: Seeds) -> str:
    """`<day or month>-<words>`: the words are the source's own name where that says something, else its main topics."""
    day = published.text if published.day else (published.text if published.precision == "month" else _month(published))
    words = _words_of(source) or _words_of_topics(topics) or "artikel"
    name = f"{day}-{words}"[: MAX_ID - 3].strip("-")
    taken = {*seeds.positions, *seeds.failed}
    return next(each for each in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


def _month(published: When) -> str:
    bound = published.latest or published.earliest
    return f"{bound:%Y-%m}" if bound else ""


def _words_of(source: str) -> str:
    """The words of a file's name or of an address's last part, without dates, numbers and codes."""
    path = urlsplit(source).path if re.match(r"https?://", source) else source
    stem = re.sub(r"\.\w{2,5}$", "", PurePath(path).name)
    if not re.search(r"[^\W\d_]", stem):
        return ""
    words = [word for word in as_id(stem).split("-") if re.fullmatch(r"[a-z]*[aeiouy][a-z]*", word) and len(word) > 1]
    words = [word for word in words if not _NO_NAME.fullmatch(word)]
    return "-".join(words[:ID_WORDS]) if any(len(word) > 2 for word in words) else ""


def _words_of_topics(topics: Sequence[str]) -> str:
    return "-".join(topics[:2])


def title_to_begin_with(topics: Sequence[str], published: When, seeds: Seeds) -> str:
    """The names of the main topics, or the date where there are none."""
    labels = load_labels("de")
    names = [seeds.topics[topic].record.name for topic in topics[:TITLE_TOPICS]]
    if not names:
        return str(labels["draft"]["title"].format(date=write_when(published)))
    *others, last = names
    return str(labels["and"].format(one=", ".join(others), other=last)) if others else last
