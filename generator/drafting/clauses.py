"""German sentences cut into words, clauses and noun phrases, as far as it takes to find a subject.

No grammar of German: a phrase is an article, adjectives, nouns and what hangs behind them; its article and its noun
tell whether it can be a subject ("der Zeitung" cannot, "die Zeitung" can).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.quotations import masked
from generator.drafting.speech_words import DOCUMENT, OUTLET, STATED
from generator.drafting.unknown_names.words import CALENDAR
from generator.german.proper_names import FIRST_NAMES

Span = tuple[int, int]

_TOKEN = re.compile(
    r"(?P<quote>[„“\"»«”]_+[“”\"«»]?|_+[“”\"«»]?)"
    r"|(?P<word>[A-ZÄÖÜ]\.(?=\s)|(?:Dr|Prof|St)\."
    r"|\d{1,2}\.(?=\s(?:[a-zäöü]|J[aä]nn?er|Januar|Februar|März|April|Mai|Juni|Juli|August|\w+ember|Oktober)\b)"
    r"|\w[\w'’./&+-]*\w|\w|&)"
    r"|(?P<sign>[,;:.!?…()–—]|-(?=\s))"
)
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)|\d+-?jährige[nr]?|US-\w+en|[A-ZÄÖÜ]\w*-[a-zäöüß]\w*en?")
_NOUN = re.compile(r"(?:[A-ZÄÖÜ]|(?:al|as|ad|an|ar|at|az|el|asch)-[A-ZÄÖÜ])[\w.'’/&+-]*|&|[A-ZÄÖÜ]\.")
_PARTICLES = frozenset("von van de del da bin ibn ben al der den zu".split())
SUBJECT_ARTICLES = frozenset(
    "der die das ein eine kein keine dieser diese dieses jener jene sein seine ihr ihre unser unsere mein meine"
    " deren dessen beide mehrere einige viele zahlreiche manche alle andere weitere zwei drei vier".split()
)
OTHER_ARTICLES = frozenset(
    "dem den des einem einen eines einer keinem keinen keiner diesem diesen seinem seinen seiner seines ihrem ihren"
    " ihrer ihres unserem unseren unserer mehreren einigen vielen manchen allen".split()
)
PREPOSITIONS = frozenset(
    "in im am an ans auf aus bei beim nach vor vom von mit zu zum zur für gegen durch unter wegen seit bis über übers"
    " um so als laut gemäß trotz während angesichts neben zwischen hinter ohne ins innerhalb außerhalb seitens"
    " gegenüber anlässlich mangels entlang per pro binnen kurz infolge hinsichtlich bezüglich".split()
)
_OPENING_ADVERBS = frozenset(
    "darauf darum darin ganz sehr schon noch erst bald oft jetzt dann nun einst gern kurz viel mehr wenig nur doch eben"
    " wohl kaum fast damals stets nie sonst zwar allein vielleicht bloß sofort dort hier heute gestern morgen immerhin"
    " dabei daneben sodann schließlich trotzdem deshalb deswegen auch selbst sogar ja nein indes genau ebenso deutlich"
    " ähnlich anders nicht anfangs intern öffentlich offiziell früher rund etwa knapp mindestens".split()
)
_ADVERB = re.compile(
    r"(?:dar?|dem|hier|wor?|hin|her|um|statt|in|unter|nichts|ohne|trotz|deß|vor|nach|zu|auf|seit|bis|so|über|gleich)"
    r"(?:dessen|desto\w+|nach|mit|bei|zu|für|gegen|über|durch|an|auf|um|aus|von|vor|hin|her|fort|wohl|zwischen|lang|dem"
    r"|mal|gar|wie|neben|hinter|raufhin|erst|letzt|nächst|tags|mittags|erdings|zeitig)"
    r"|\w{3,}(?:weise|falls|lich|ings|mals|wärts|maßen|halber|seits|dessen|ends|abends|morgens|weit|tags|mehr|ig|isch)"
    r"|\w{3,}(?:isch|lich|ig|sam|bar)er"
)
_DEEPEST = 4
"""How many attributes hang on each other at most; a text may be anything."""
_OF = frozenset("von vom aus in im bei beim für am an".split())
_POSSESSIVES = ("sein", "ihre")
_GENITIVES = frozenset("des der eines einer dieser dieses".split())
_NOT_IN_PHRASE = (
    SUBJECT_ARTICLES
    | OTHER_ARTICLES
    | PREPOSITIONS
    | frozenset(
        "er sie es wir ihr man wer aber oder wieder immer später gestern heute zudem jedoch weiter bisher daher nachher"
        " eher außer außerdem keiner jeder jene jenen welche welcher hatte hätte wäre würde wurde habe werde könne"
        " solle"
        " wolle müsse waren wurden würden haben hatten hätten seien sollen wollen können müssen unterdessen indessen"
        " morgen ihnen allerdings bereits darunter seither unter hinzu ohne selber lieber leider".split()
    )
)
_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|tur|ei|in|wacht|wehr|macht|kammer|bank|bahn|stadt|firma|post|armee|familie|anstalt"
    r"|liga|allianz|klinik|miliz|union|führung|presse|behörde|gruppe|gemeinde|kirche|messe|börse|initiative|spitze"
    r"|zentrale|woche|zeit|mitte|frau|mehrheit|jury|kanzlei|agentur|dpa|afp|apa|sda|bbc|zdf|faz|taz|nato|eu|uno|ig)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    words: str
    start: int
    end: int
    kind: str

    @property
    def low(self) -> str:
        return self.words.lower()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `core` are its nouns without article and adjectives, `end` lies behind what hangs on it."""

    article: str
    adjectives: Span
    core: Span
    end: int
    first: int
    core_behind: int
    behind: int

    @property
    def bare(self) -> bool:
        """Whether nothing hangs on it."""
        return self.end == self.core[1]


@dataclass(frozen=True)
class Sentence:
    """A sentence as words; `names` are the spans of the topics named in it, which are never cut."""

    text: str
    tokens: Sequence[Token]

    @classmethod
    def read(cls, text: str, names: Sequence[Span]) -> Sentence:
        outside = masked(text)
        tokens: list[Token] = []
        for match in _TOKEN.finditer(outside):
            start, end, kind = match.start(), match.end(), str(match.lastgroup)
            inside = [span for span in names if span[0] <= start < span[1] and text[span[0]] not in '„“"»']
            if kind == "quote" or not inside or not (text[inside[0][0]].isupper() or " " in text[slice(*inside[0])]):
                tokens.append(Token(text[start:end], start, end, kind))
                continue
            begin, stop = min(span[0] for span in inside), max(*(span[1] for span in inside), end)
            if tokens and tokens[-1].start == begin and tokens[-1].kind == "name":
                continue
            tokens.append(Token(text[begin:stop], begin, stop, "name"))
        return cls(text, tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, at: int) -> str:
        """The word at `at` in small letters; "" beyond the ends."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else "sign"

    def is_noun(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind == "word" and self._opens(at):
            adverb = _ADVERB.fullmatch(token.low) and self._is_small(at + 1)
            if adverb or token.low in _NOT_IN_PHRASE or token.low in _OPENING_ADVERBS:
                return False
        return token.kind == "name" or (
            token.kind == "word" and bool(_NOUN.fullmatch(token.words) or re.match(r"[„“\"»][^a-zäöüß]", token.words))
        )

    def clause(self, at: int) -> tuple[int, int]:
        """The words about `at` up to the next sign or quotation on either side."""
        start = end = at
        while start > 0 and self.kind(start - 1) in {"word", "name"}:
            start -= 1
        while end < len(self.tokens) and self.kind(end) in {"word", "name"}:
            end += 1
        return start, end

    def phrase(self, at: int, depth: int = 0) -> Phrase | None:
        """The noun phrase that begins with the word at `at`."""
        first, low = at, self.low(at)
        article = low if low in SUBJECT_ARTICLES or low in OTHER_ARTICLES else ""
        at += bool(article)
        adjectives = at
        while self.kind(at) == "word" and self._is_adjective(at):
            at += 1
        core = at
        while self.is_noun(at) or (core < at and self._in_name(at)):
            at += 1
        if at == core:
            return None
        span = (self.tokens[core].start, self.tokens[at - 1].end)
        behind = self._attributes(at, span, depth)
        begin = self.tokens[adjectives].start
        return Phrase(article, (begin, span[0]), span, self.tokens[behind - 1].end, first, at, behind)

    def _is_adjective(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in _NOT_IN_PHRASE:
            return False
        if at == 0 and _NOUN.fullmatch(token.words):  # the first word of a sentence: an adjective before a noun
            return (
                bool(re.fullmatch(r"\w{3,}(?:e|en|er|es)", token.words)) and self.kind(1) == "word" and self._lone(at)
            )
        return bool(_ADJECTIVE.fullmatch(token.words)) or token.words.isdigit()

    def _lone(self, at: int) -> bool:
        """Whether a capitalised first word is an adjective: its noun follows, and it is none of the usual nouns."""
        return self.is_noun(at + 1) and bool(
            re.search(r"(?:ische[nrs]?|liche[nrs]?|ige[nrs]?|ierte[nrs]?)$", self.low(at))
        )

    def _is_small(self, at: int) -> bool:
        return self.kind(at) == "word" and self.tokens[at].words[0].islower()

    def _opens(self, at: int) -> bool:
        """Whether a capital means nothing here: the sentence begins, also behind a colon or quotation mark."""
        return at == 0 or self.kind(at - 1) == "quote" or self.low(at - 1) in {":", "–", "—", "-"}

    def _in_name(self, at: int) -> bool:
        """A small word between first name and surname: Anna von Berg."""
        before = self.tokens[at - 1].words
        return self.low(at) in _PARTICLES and before in FIRST_NAMES and (self.is_noun(at + 1) or self.is_noun(at + 2))

    def _attributes(self, at: int, core: Span, depth: int) -> int:
        """Behind genitives and prepositions that belong to the nouns before."""
        if depth == _DEEPEST or self.text[slice(*core)].casefold().split()[0] in CALENDAR:
            return at
        for _ in range(_DEEPEST):
            low = self.low(at)
            if not (low in _GENITIVES or low in _OF) or self.kind(at) != "word":
                return at
            following = self.phrase(at if low in _GENITIVES else at + 1, depth + 1)
            if not following:
                return at
            noun = self.text[slice(*following.core)]
            if noun.split()[0].casefold() in CALENDAR:
                return at
            head = self.text[slice(*core)].split()[-1]
            paper = DOCUMENT.search(head) or STATED.search(head)
            if following.article.startswith(_POSSESSIVES) or (
                low == "der" and OUTLET.search(noun.split()[0]) and not paper
            ):
                return at  # "sagte Meier der Zeitung", "in ihrer Rede"
            at = following.behind
        return at

    def can_be_subject(self, phrase: Phrase) -> bool:
        if phrase.article == "der":
            return not _FEMININE.search(self.first_noun(phrase))
        return phrase.article not in OTHER_ARTICLES

    def first_noun(self, phrase: Phrase) -> str:
        """The noun that tells what the phrase is; a name of several words ends with it."""
        first = next(token for token in self.tokens if token.start == phrase.core[0])
        return first.words.strip('„“»«"').split()[-1] if first.kind == "name" else first.words
