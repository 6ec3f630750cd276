"""Whether the words about a time look ahead of the publication or back from it.

"Am Freitag wird gewählt" is the coming Friday, "am Freitag wurde gewählt" the last one. German tells by the verb of the
clause; only forms that are unmistakable are listed, and where none is found nothing is said.
"""

from __future__ import annotations

import re

from generator.german.times.almanac import Outlook
from generator.german.times.tense import AHEAD, BACK, DONE, tense

_BREAK = re.compile(r"[;:!?()„“”»«]|,(?!\d)|(?<!\b\d)(?<!\b\d\d)\.(?=\s|$)|\s[–—-]\s")
_AND = re.compile(r"\s(?:und|oder|sowie|aber|doch|denn)\s")

DETERMINERS = r"(?:der|die|das|dem|den|des|eine?[mnrs]?|(?:sein|ihr|kein)e?[mnrs]?|diese[mnrs]?|zum|zur|vom|beim|im|am)"
_ATTRIBUTE = re.compile(
    rf"\b{DETERMINERS}\s(?:(?:erst|bereits|schon|noch|für|bis|von|in|am|im|den|der|dem|zu)\s)+$", re.IGNORECASE
)
_ATTRIBUTED = re.compile(
    r"(?:\s\w+){0,4}?\s(?!(?:werden?|wurden?|würden?|worden|sollten?|konnten?|hatten?|könnten?)\b)[a-zäöüß]+(?:te|ne|de)[nmrs]?\s"
)
_COMING = re.compile(
    r"^(?:\s\w+){0,3}?\s(?:[a-zäöüß]+ende[nmrs]?|geplante[nmrs]?|erwartete[nmrs]?|angekündigte[nmrs]?"
    r"|vorgesehene[nmrs]?|angesetzte[nmrs]?)\s"
)
_PREPOSITION = re.compile(r"([A-Za-zäöüÄÖÜ]+)(?:\s(?:dem|den|der|zum|zur|einschließlich|etwa|ins|in)){0,2}?\s$")
_RANGE = re.compile(r"bis|auf|[–—-]")
_HAVE = re.compile(r"\b(?:hat|habe|haben)\b")
_TO_COME = re.compile(r"\san\b")
_ON = re.compile(r"\s(?:an|bis|auf)\b")
_UNTIL = frozenset({"bis", "ab", "zum", "für"})
_AFTER_EVENT = re.compile(
    r"\b(?:[Nn]ach|[Ww]egen|[Ss]eit|[Ii]nfolge|[Aa]ngesichts)\s(?:d\w+|ein\w*|sein\w*|ihr\w*)\s[^,]*$"
)
_BEFORE_EVENT = re.compile(
    r"\b[Vv]or\s(?:dem|der|den|seinem|ihrem)\s(?:[a-zäöüß]+\s)?[\w-]*(?:wahl|gipfel|treffen|spiel|start|beginn|auftakt|duell"
    r"|partie|finale|derby|abstimmung|sitzung|konferenz|entscheidung|match|rennen)(?:en|s)?\s[^,]*$",
    re.IGNORECASE,
)


def outlook(text: str, start: int, end: int) -> Outlook:
    """Of the words from `start` to `end`."""
    left, first = clause_start(text, start)
    last = clause_end(text, end)
    if _ATTRIBUTE.search(left) and _ATTRIBUTED.match(text[end:last]):
        return "ahead" if _COMING.match(text[end:last]) else "back"
    before = _PREPOSITION.search(left)
    word = before[1].lower() if before else ""
    found = _by_preposition(word, left, text[start:last], end - start) or _by_verbs(
        text[first:last], left, text[end:last]
    )
    if not found and text[last : last + 1] == "," and len(text[first:last].split()) <= _FRAGMENT:
        following = _BREAK.split(text[last + 1 : _sentence_end(text, last)])[:2]
        found = next(filter(None, map(tense, following)), "")
    return found or _by_first_words(text[_sentence_start(text, first) : first], left, text[start:last])


def _by_first_words(before: str, left: str, clause: str) -> Outlook:
    """erst im Herbst; kündigte an, im Herbst zu bauen. `before`: what the sentence says before the clause."""
    if _INTENT.search(before) and _TO_DO.search(clause):
        return "ahead"
    return "ahead" if _NOT_BEFORE.search(left) and not BACK.search(before) else ""


def verbless(text: str, start: int, end: int) -> Outlook | None:
    """Of a weekday at the head of a clause without a verb, "am Freitag dann das Finale": ahead, if it says so.

    None where there is a verb, since German has it next to such a head: "am Freitag tagt der Rat".
    """
    left, first = clause_start(text, start)
    following = _NO_VERB.match(text, end)
    if not following or not _HEAD.fullmatch(left) or tense(text[first : clause_end(text, end)]):
        return None
    before = text[_sentence_start(text, max(0, first - 2)) : first]
    return "ahead" if following["then"] and tense(before) != "back" else ""


def _sentence_start(text: str, end: int) -> int:
    found = [match.end() for match in _SENTENCE_END.finditer(text, max(0, end - 250), end)]
    return found[-1] if found else max(0, end - 250)


def _sentence_end(text: str, start: int) -> int:
    end = _SENTENCE_END.search(text, start, start + 250)
    return end.start() if end else min(len(text), start + 250)


def _by_preposition(word: str, left: str, clause: str, length: int) -> Outlook:
    """seit Mai, vom Montag: back; für Montag, vor dem Gipfel am Montag: ahead. `clause`: from the time on."""
    until = _RANGE.search(clause[:length]) or _ON.match(clause[length:])
    if word == "seit" or (word == "vom" and not until):
        return "back"
    whole = left + clause
    if _BEFORE_EVENT.search(left) or (word == "für" and (not BACK.search(whole) or _FIXED.search(whole))):
        return "ahead"
    return ""


def _by_verbs(clause: str, left: str, right: str) -> Outlook:
    found = _verbs(clause, len(left)) or _fronted(left, right)
    before = _PREPOSITION.search(left)
    to_come = _TO_COME.match(right) is not None or (before is not None and before[1].lower() in _UNTIL)
    if to_come and not BACK.search(clause) and not _HAVE.search(clause):
        return "ahead"
    after = _AFTER_EVENT.search(left)
    if found == "ahead" and after and not AHEAD.search(after[0]):
        return "back"
    return found or ("back" if DONE.search(clause) else "")


def _fronted(left: str, right: str) -> Outlook:
    """Am Samstag gastiert …, Anpfiff ist am Freitag: behind a time at its head, a clause has its verb."""
    head, in_month = _HEAD.fullmatch(left), _IN_MONTH.fullmatch(left)
    verb = re.match(r"\s([a-zäöüß]+)\b", right) if head or in_month else _IS.search(left)
    if verb is None or _SAYING.fullmatch(verb[1]) or (in_month and verb[1] in ("ist", "sind", "liegt")):
        return ""
    return "ahead" if re.fullmatch(r"[a-zäöüß]+(?:t|en)|sind", verb[1]) and verb[1] != "hat" else ""


def clause_start(text: str, start: int) -> tuple[str, int]:
    """The words of the clause before `start`, and where it begins."""
    window = max(0, start - 250)
    breaks = [match.end() for match in _BREAK.finditer(text, window, start)]
    first = breaks[-1] if breaks else window
    return text[first:start], first


def clause_end(text: str, end: int) -> int:
    following = _BREAK.search(text, end, end + 250)
    return following.start() if following else min(len(text), end + 250)


def _verbs(clause: str, at: int) -> Outlook:
    """What the verbs of the clause say; of two clauses joined by "und", those of the one in which the words stand."""
    found = tense(clause)
    if found != "back" or not AHEAD.search(clause):
        return found
    first = max((match.end() for match in _AND.finditer(clause, 0, at)), default=0)
    last = min((match.start() for match in _AND.finditer(clause, at)), default=len(clause))
    return tense(clause[first:last]) or found


_FRAGMENT = 4  # so few words between commas have no verb: "in drei Monaten, so die Forscherin, entscheide …"
_HEAD = re.compile(r"\W*(?:Am|am|Ab|Bis|Diesen|Kommenden)?\s?")
_IN_MONTH = re.compile(r"\W*(?:[Ii]m|[Zz]um?|[Zz]ur|[Aa]n)\s")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_NO_VERB = re.compile(r"\s(?P<then>dann\s)?(?:de[rmns]|die|das|eine?[mnrs]?|erste[rs]?|[A-ZÄÖÜ]\w+)\s")
_NOT_BEFORE = re.compile(r"\b[Ee]rst\s(?:wieder\s)?(?:(?:im|in|am|an|ab|zu|zum|zur)\s(?:de[mnr]\s)?)?$")
_TO_DO = re.compile(
    r"\s(?:zu\s(?!haben\b|sein\b)[a-zäöüß]+n|(?:ab|an|auf|aus|ein|mit|nach|teil|um|vor|weiter|zurück|wieder)zu[a-zäöüß]+n)\s*$"
)
_INTENT = re.compile(
    r"\b(?:kündig\w+|(?:an|be)?(?:gekündigt|schloss|schlossen|schließ\w+)|beschl\w+|versprach\w*|verspr[io]ch\w*|plan\w*|beabsichtig\w*"
    r"|forder\w*|aufgefordert|gefordert|verlang\w*|hoff\w*|vereinbar\w*|sagt\w*\szu|zugesagt|erw[äo]g\w*|empf[aei]h\w*|empfohlen"
    r"|verpflicht\w*|bereit|Absicht|Ziel|Pläne?|droh\w*|entschied\w*|entschloss\w*|appellier\w*|bat|baten|bitte[nt]?|riet|rät"
    r"|einig\w*|vorgeschlagen|schl[aäu]g\w*)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(ist|sind)\sam\s$")
_SAYING = re.compile(
    r"(?:sag|teil|meld|bericht|erklär|schreib|beton|bestätig|zeig|kritisier|forder|warn|liegt|heiß|nenn|sprech|sprich|lieg|gib|geb)(?:e?t|en)"
    r"|hat|haben|mit|seit|nicht|zwischen|gegen|wegen|neben|morgen"
)
_FIXED = re.compile(
    r"\b(?:angekündigt|geplant|angesetzt|einberufen|anberaumt|vorgesehen|aufgerufen|eingeladen|vorhergesagt|verabredet)\s*$"
)
