"""Words compared letter for letter: what differs only in the kind of quotation mark, dash or space is the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_SAME = str.maketrans(
    {
        **_INVISIBLE,
        **dict.fromkeys("„“”\u201f«»\u201a\u2018\u2019\u201b\u2039\u203a'`\u00b4", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "…": "...",
    }
)
_FRAGMENT = re.compile(
    r"„([^„“”\"]+)[“”\"]|“([^“”]+)”|»([^»«]+)«|«([^»«]+)»|\"([^\"]+)\""
    r"|\u201a([^\u201a\u2018\u2019]+)[\u2018\u2019]|\u203a([^\u203a\u2039]+)\u2039"
)
LABEL_WORDS = 4


def letters(text: str) -> str:
    """The text with one kind of quotation mark, dash and space."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SAME).split())


def holds_words(text: str, words: str, *, any_start: bool = False) -> bool:
    """Whether the words stand in `text` (both as `letters` gives them) as they are, and no word only in part.

    `any_start`: a capital at the beginning does not matter, as a sentence may begin there.
    """
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    if any_start and words:
        pattern = rf"(?<!\w)(?i:{re.escape(words[0])}){re.escape(words[1:])}(?!\w)"
    return bool(words) and re.search(pattern, text) is not None


def fragments(text: str) -> Iterator[str]:
    """What stands in quotation marks and has two words or more, without the full stop or comma at its end."""
    for match in _FRAGMENT.finditer(text):
        words = next(group for group in match.groups() if group).strip(" .,;!?")
        if len(words.split()) > 1:
            yield words


def shortened(words: str) -> str:
    """Words as a label names them: the lock shall hold no long run of an article's words."""
    split = words.split()
    return " ".join(split[:LABEL_WORDS]) + (" …" if len(split) > LABEL_WORDS else "")
