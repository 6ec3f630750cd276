"""Which language a text is in: by its script, then by the commonest little words of some languages.

For a dossier it matters only whether a text is German; what is not clear is "und" (undetermined), never a guess.
Libraries that know a hundred languages bring numpy or megabytes of data for the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

UNDETERMINED = "und"
ENOUGH = 0.18
"""In running text of any of these languages a fifth of the words and more are among its little ones."""
FEWEST_WORDS = 8
_SAMPLE = 20_000

_WORDS = {
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
        bis mehr durch man sein wurde sei
    """,
    "en": """
        the of and to in a is that for it as was with be by on not he his but at are this have from or had an they
        which one you were all their there been has when who will more if out so said would its after about
    """,
    "fr": """
        le la les de des et un une du en est que qui dans pour par sur pas au aux plus ne se ce il elle avec sont
        son sa ses cette mais ou comme été leur être ont nous vous
    """,
    "es": """
        el la los las de y un una en que es por con para no se del al lo como más su sus pero fue ha son este esta
        entre cuando muy sin sobre también hasta
    """,
    "it": """
        il lo la gli le di e un una in che è per con non si del della dei delle al alla da come più ma sono ha nel
        nella anche suo questo dal dalla
    """,
    "nl": """
        de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar heeft ze
        door over hij wordt werd of
    """,
    "pt": """
        o a os as de e um uma em que é por com para não se do da dos das no na mais como mas foi ao pelo pela são
        sua seu também
    """,
    "pl": """
        i w na z do nie się że jest to o jak po za od przez dla ale są był co jego które który tym oraz także
    """,
    "tr": """
        ve bir bu da de için ile olarak daha çok olan gibi en kadar sonra ama ne var olduğunu dedi
    """,
    "sv": """
        och i att det som en på är av för med till den har inte om ett de var men från han så kan vid
    """,
    "da": """
        og i at det som en på er af for med til den har ikke om et de var men fra han så kan ved blev
    """,
}
_LITTLE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_OTHERS_IN_SCRIPT = {
    "ar": (("fa", re.compile("[پچژگیک]")), ("ur", re.compile("[ٹڈڑےہ]"))),
    "ru": (("uk", re.compile("[їєґі]")), ("sr", re.compile("[ђћљњџј]")), ("bg", re.compile("\u044a[\u0430-\u044f]"))),
}


def language_of(paragraphs: Sequence[str]) -> str:
    """A language code, or "und"."""
    text = "\n".join(paragraphs)[:_SAMPLE]
    letters = sum(char.isalpha() for char in text)
    if not letters:
        return UNDETERMINED
    counts = {language: len(script.findall(text)) for language, script in _SCRIPTS.items()}
    if sum(counts.values()) > 0.5 * letters:
        return _by_script(text, counts)
    return _by_words(re.findall(r"[^\W\d_]+", text.casefold()))


def _by_script(text: str, counts: dict[str, int]) -> str:
    if counts["ja"] > 0.1 * counts["zh"] and counts["ja"]:
        return "ja"
    script = max(counts, key=lambda language: counts[language])
    text = text.casefold()
    for language, letters in _OTHERS_IN_SCRIPT.get(script, ()):
        if len(letters.findall(text)) > 0.01 * counts[script]:
            return language
    return script


def _by_words(words: Sequence[str]) -> str:
    if len(words) < FEWEST_WORDS:
        return UNDETERMINED
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in little) / len(words) for language, little in _LITTLE.items()}
    first, second = sorted(shares, key=lambda language: shares[language], reverse=True)[:2]
    if shares[first] < ENOUGH or shares[first] - shares[second] < 0.03:
        return UNDETERMINED
    return first
