"""Whether "heute" is the day of publication or the present age: "heute tagt der Rat", "heute leben dort Bären".

A verb of what is about to happen makes it the day; so does a demand ("und zwar heute", "Wann? Heute!").
"""

from __future__ import annotations

import re

from generator.german.times.outlook import DETERMINERS, clause_end, clause_start
from generator.german.times.tense import DONE, tense

_TODAY = re.compile(
    r"\b(?:will|wollen|soll|sollen|wird|werden|beginnt|beginnen|startet|starten|endet|enden|findet|finden|tagt|tagen|tritt|reist|reisen"
    r"|empfängt|berät|entscheidet|entscheiden|entscheide|stehe|komme|stimmt|stimmen|wählt|wählen|öffnet|öffnen|gastiert|trifft|treffen|verhandelt|debattiert"
    r"|feiert|feiern|lädt|präsentiert|spielt|spielen|erwartet|erwarten|geplant|voraussichtlich|streikt|streiken|demonstrieren|protestieren"
    r"|veröffentlicht|teilt|meldet|gedenkt|gedenken|jährt|landet|eröffnet|kommt\sein\w*|steht\s.*\san|stehen\s.*\san"
    r"|(?:kann|muss|möchte|darf|können|müssen|dürfen)\s(?:ich|wir)|(?:ich|wir)\s(?:kann|muss|möchte|darf|können|müssen|dürfen))\b"
)
_HABIT = re.compile(
    r"\b(?:wird|werden)\b.*\b(?:als|genutzt|genannt|bezeichnet|betrieben|geschätzt|gesehen|verwendet|gesprochen|verstanden|angebaut|gebraut)\b"
)
_THEN = re.compile(
    r"\b(?:wie|noch|immer|bis|auch|nur|mehr|erst|bis\sin|als|schon|selbst)\s(?:zum\s)?$|\b(?:damals|früher|einst|seinerzeit|ursprünglich)\b[^.]*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\s(?:noch|wieder|wie|als|nicht\smehr|kaum|nur\snoch|oft|meist|weltweit|mehr|weniger)\b|\s(?:rund|etwa|über|gut)?\s?\d(?!\d*[.:]\d\d\sUhr)"
)


_AT_ONCE = re.compile(r"\b(?:und\szwar|sondern|am\sbesten)\s(?:schon\s|gleich\s|noch\s)?$", re.IGNORECASE)
_TERSE = re.compile(r"[\s„“”»«\"]*(?:gleich\s|noch\s)?heute", re.IGNORECASE)
_ENDING = re.compile(r"\s*[.!]")
_DEMAND = re.compile(
    r"\b(?:wir|ich)\s(?:brauch|forder|verlang|will|woll)|\b(?:brauche|fordere|verlange|will|wolle)n?\s(?:wir|ich)\b",
    re.IGNORECASE,
)
_NOT_TOMORROW = re.compile(r",?\snicht\s(?:erst\s)?morgen\b")
_BIRTHDAY = re.compile(r"\s(?:\d{1,3}|[a-zäöüß]+zig)(?:\sJahre(?:\salt)?)?\s*(?:[.,;!?]|$|\sund\b)")


def _is_this_day(text: str, first: int, start: int, end: int) -> bool:
    """und zwar heute · Wann? Heute! · Wir brauchen das heute. · wird heute 80 Jahre alt."""
    left, right = text[first:start], text[end : end + 60]
    terse = _TERSE.fullmatch(text[first:end]) and text[:first].rstrip()[-1:] not in ("", ",", "–", "-")
    last = _ENDING.match(right) or right[:1] == ","
    return bool(
        _AT_ONCE.search(left)
        or _NOT_TOMORROW.match(right)
        or (terse and _ENDING.match(right))
        or (last and _DEMAND.search(left))
        or (re.search(r"\b(?:wird|werden)\s$", left) and _BIRTHDAY.match(right))
    )


def means_nowadays(text: str, start: int, end: int) -> bool:
    """Whether "heute" is no day but the present age: "bis heute", "heute leben dort 300 Menschen"."""
    left, first = clause_start(text, start)
    if _is_this_day(text, first, start, end):
        return False
    sentence = text[max(0, start - 150) : start]
    if re.search(r"\b(?:ab|von|seit|für|zu|auf)\s$", left, re.IGNORECASE):
        return bool(re.search(r"\bvon\s$", left, re.IGNORECASE)) and not re.match(r"\s(?:an|auf|bis)\b", text[end:])
    if _THEN.search(sentence) or _NOW.match(text[end:]) or re.search(rf"\b{DETERMINERS}\s$", left):
        return True  # also "die heute 45-Jährige", "das heute bekannte Werk"
    clause = text[first : clause_end(text, end)]
    if tense(clause) == "back":
        return re.search(r"\b(?:hat|haben|sei|seien|habe)\b", clause) is not None and DONE.search(clause) is None
    return _TODAY.search(clause) is None or _HABIT.search(clause) is not None
