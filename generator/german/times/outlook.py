"""Whether the words about a time look ahead of the publication or back from it.

"Am Freitag wird gewählt" is the coming Friday, "am Freitag wurde gewählt" the last one. German tells by the verb of the
clause; only forms that are unmistakable are listed, and where none is found nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.german.times.almanac import Outlook

_BREAK = re.compile(r"[;:!?()„“”»«]|,(?!\d)|(?<!\b\d)(?<!\b\d\d)\.(?=\s|$)|\s[–—-]\s")
_AND = re.compile(r"\s(?:und|oder|sowie|aber|doch|denn)\s")

_AHEAD = re.compile(
    r"\b(?:wird|werden|werde|will|wollen|wolle|soll|sollen|solle|muss|müssen|müsse|kann|können|könne|darf|dürfen"
    r"|dürften?|könnten?|möchten?|plant|planen|plane|geplante?[nrs]?|vorgesehene?[nrs]?|anberaumte?[nrs]?"
    r"|angesetzte?[nrs]?|bevorstehende?[nrs]?|anstehende?[nrs]?|erwartete[nrs]?|voraussichtlich|spätestens|frühestens"
    r"|künftig|demnächst|[Bb]evor|beginnt|beginnen|beginne|startet|starte|endet|ende|findet|finden|fände|tagt|tagen|tritt|reist"
    r"|reisen|läuft|laufen|spielt|spielen|empfängt|berät|entscheidet|entscheiden|entscheide|stehe|komme|stimmt|stimmen|wählt|wählen|kommt"
    r"|kommen|öffnet|öffnen|gastiert|folgt|folgen|steigt|steigen|bleibt|bleiben|fährt|fahren|fällt|verhandelt|debattiert"
    r"|lädt|steht|stehen|geht|gehen|präsentiert|feiert|feiern|trifft|treffen|hofft|hoffen|rechnet|rechnen|gilt|gelten|greift)\b"
)
_STRONG = (
    "kam ging gab stand lag fand trat begann starb sprach traf fiel hielt ließ nahm sah schrieb stieg gewann zog rief"
    " schlug brach schloss blieb lief bekam erhielt verließ entschied unterschrieb flog fuhr griff warf drang sank"
    " wuchs trug bot bat riet verschwand entstand erschien erschoss hieß hob tat schien empfing half sprang saß aß las"
    " verlor log wusste band sang schwieg litt stritt bewarb"
)
_PREFIX = (
    "ab|an|auf|aus|be|bei|davon|durch|ein|ent|er|fest|fort|frei|ge|her|hervor|heraus|hin|hinaus|hinzu|los|miss|mit|nach|nieder|statt"
    "|teil|über|um|unter|ver|vor|voran|voraus|vorbei|weg|weiter|wieder|zer|zu|zurück|zusammen"
)
_WEAK = (
    r"[a-zäöüß]+(?:[aeiou]el|er|ig|ier|et|ck|ss|ell|all|äll|üll|ühl|ähl|eil|ol|ag|eg|üg|ich|ach|eug|etz|utz|atz|ürz|ör"
    r"|ühr|ehr|is|us|äs|ös|am|äum|ahm|immt?|enn|inn|ann|önn|ien|ein|ehn|ohn|öhn|uch|auch|auf|äuf|iff|ipp|app|opp"
    r"|üpf|anz|erz|arf|ärf|ümm|iv|aub|ieb|eib|ib|ob|üb|eck|ack|aut|eit|öt|at|üt|es|eis|and|end|ünd)te"
)
_NO_VERB = (
    r"heute|letzte|vorletzte|bitte|könnte|möchte|dürfte|müsste|sollte|hätte|weite|weiteste|seite|gute|alte|späte|leichte|rechte"
    r"|schlechte|erste|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte|beste|größte|nächste"
    r"|höchste|gesamte|bekannte|sogenannte|heutigste|geehrte|beliebte|verletzte|[a-zäöüß]+(?:ste|igste)"
)
_PLURAL = (
    r"[a-zäöüß]+(?:eten|ierten|igten|agten|egten|eugten|erten|elten|ollten|ellten|ählten|ühlten|ührten|ehrten|annten"
    r"|ernten|achten|uchten|ckten|ssten|etzten|ützten|ürzten|llten|bten|ften|mten)"
)
_NO_PLURAL = (
    r"gelten|[a-zäöüß]*(?:schelten|zelten|werten|härten|leuchten|feuchten|haften|heften|lüften|stiften|giften|ernten)"
    r"|sollten|könnten|möchten|dürften|müssten|hätten|letzten|vorletzten|ersten|dritten|meisten|besten|größten|nächsten|beobachten"
    r"|betrachten|achten|erachten|beachten|gutachten|übernachten|erwarten|verhaften|fürchten|bekannten|sogenannten"
    r"|gesamten|verletzten|beliebten|[a-zäöüß]+[^aeiousßt]sten"
)
_BACK = re.compile(
    r"\b(?:(?:hatten?|hätten?|worden|gewesen|wurden?|war(?:en)?|sei|seien|wäre|wären)"
    rf"|(?:{_PREFIX})?(?:{_STRONG.replace(' ', '|')})(?:en)?"
    rf"|(?!(?:{_NO_VERB})\b){_WEAK}|(?!(?:{_NO_PLURAL})\b){_PLURAL})\b"
)
_PARTICIPLE = (
    r"\b(?:[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert|(?:ver|be|er|ent|zer|über|unter|miss)[a-zäöüß]+(?:t|en))\b"
)
_DONE = re.compile(rf"{_PARTICIPLE}\s*$")
_PERFECT = re.compile(
    rf"\b(?:ist|sind)\b.*{_PARTICIPLE}\s*$|\b(?:hat|habe|haben)\b.*{_PARTICIPLE}|{_PARTICIPLE}.*\b(?:ist|sind|hat|habe|haben)\b"
    r"|\bhaben\s*$"
)
_DETERMINERS = (
    r"(?:der|die|das|dem|den|des|eine?[mnrs]?|(?:sein|ihr|kein)e?[mnrs]?|diese[mnrs]?|zum|zur|vom|beim|im|am)"
)
_ATTRIBUTE = re.compile(
    rf"\b{_DETERMINERS}\s(?:(?:erst|bereits|schon|noch|für|bis|von|in|am|im|den|der|dem|zu)\s)+$", re.IGNORECASE
)
_ATTRIBUTED = re.compile(r"(?:\s\w+){0,4}?\s[a-zäöüß]+(?:te|ne|de)[nmrs]?\s")
_COMING = re.compile(
    r"^(?:\s\w+){0,3}?\s(?:[a-zäöüß]+ende[nmrs]?|geplante[nmrs]?|erwartete[nmrs]?|angekündigte[nmrs]?"
    r"|vorgesehene[nmrs]?|angesetzte[nmrs]?)\s"
)
_PREPOSITION = re.compile(r"([A-Za-zäöüÄÖÜ]+)(?:\s(?:dem|den|der|zum|zur|einschließlich|etwa|ins|in))?\s$")
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
    left, first = _clause_start(text, start)
    last = _clause_end(text, end)
    if _ATTRIBUTE.search(left) and _ATTRIBUTED.match(text[end:last]):
        return "ahead" if _COMING.match(text[end:last]) else "back"
    before = _PREPOSITION.search(left)
    word = before[1].lower() if before else ""
    found = _by_preposition(word, left, text[start:last], end - start) or _by_verbs(
        text[first:last], left, text[end:last]
    )
    if found or text[last : last + 1] != "," or len(text[first:last].split()) > _FRAGMENT:
        return found
    return next(filter(None, map(_tense, _BREAK.split(text[last + 1 : _sentence_end(text, last)])[:2])), "")


def _sentence_end(text: str, start: int) -> int:
    end = re.compile(r"[.!?;]\s").search(text, start, start + 250)
    return end.start() if end else min(len(text), start + 250)


def _by_preposition(word: str, left: str, clause: str, length: int) -> Outlook:
    """seit Mai, vom Montag: back; für Montag, vor dem Gipfel am Montag: ahead. `clause`: from the time on."""
    until = _RANGE.search(clause[:length]) or _ON.match(clause[length:])
    if word == "seit" or (word == "vom" and not until):
        return "back"
    whole = left + clause
    if _BEFORE_EVENT.search(left) or (word == "für" and (not _BACK.search(whole) or _FIXED.search(whole))):
        return "ahead"
    return ""


def _by_verbs(clause: str, left: str, right: str) -> Outlook:
    found = _verbs(clause, len(left)) or _fronted(left, right)
    before = _PREPOSITION.search(left)
    to_come = _TO_COME.match(right) is not None or (before is not None and before[1].lower() in _UNTIL)
    if to_come and not _BACK.search(clause) and not _HAVE.search(clause):
        return "ahead"
    after = _AFTER_EVENT.search(left)
    if found == "ahead" and after and not _AHEAD.search(after[0]):
        return "back"
    return found or ("back" if _DONE.search(clause) else "")


def _fronted(left: str, right: str) -> Outlook:
    """Am Samstag gastiert …, Anpfiff ist am Freitag: behind a time at its head, a clause has its verb."""
    head = _HEAD.fullmatch(left)
    verb = re.match(r"\s([a-zäöüß]+)\b", right) if head else _IS.search(left)
    if verb is None or _SAYING.fullmatch(verb[1]):
        return ""
    return "ahead" if re.fullmatch(r"[a-zäöüß]+(?:t|en)|sind", verb[1]) and verb[1] != "hat" else ""


def _clause_start(text: str, start: int) -> tuple[str, int]:
    """The words of the clause before `start`, and where it begins."""
    window = max(0, start - 250)
    breaks = [match.end() for match in _BREAK.finditer(text, window, start)]
    first = breaks[-1] if breaks else window
    return text[first:start], first


def _clause_end(text: str, end: int) -> int:
    following = _BREAK.search(text, end, end + 250)
    return following.start() if following else min(len(text), end + 250)


def _verbs(clause: str, at: int) -> Outlook:
    """What the verbs of the clause say; of two clauses joined by "und", those of the one in which the words stand."""
    found = _tense(clause)
    if found != "back" or not _AHEAD.search(clause):
        return found
    first = max((match.end() for match in _AND.finditer(clause, 0, at)), default=0)
    last = min((match.start() for match in _AND.finditer(clause, at)), default=len(clause))
    return _tense(clause[first:last]) or found


@lru_cache(maxsize=1024)
def _tense(clause: str) -> Outlook:
    if _MODAL.search(clause):
        clause = _INFINITIVE.sub(" ", clause)
    if _BACK.search(clause) or _PERFECT.search(clause):
        return "back"
    return "ahead" if _AHEAD.search(clause) else ""


_FRAGMENT = 4  # so few words between commas have no verb: "in drei Monaten, so die Forscherin, entscheide …"
_HEAD = re.compile(r"\W*(?:Am|am|Ab|Bis|Diesen|Kommenden)?\s?")
_IS = re.compile(r"\b(ist|sind)\sam\s$")
_SAYING = re.compile(
    r"(?:sag|teil|meld|bericht|erklär|schreib|beton|bestätig|zeig|kritisier|forder|warn|liegt|heiß|nenn|sprech|sprich|lieg|gib|geb)(?:e?t|en)"
    r"|hat|haben|mit|seit|nicht|zwischen|gegen|wegen|neben|morgen"
)
_FIXED = re.compile(
    r"\b(?:angekündigt|geplant|angesetzt|einberufen|anberaumt|vorgesehen|aufgerufen|eingeladen|vorhergesagt|verabredet)\s*$"
)
_MODAL = re.compile(
    r"\b(?:wird|werden?|will|wollen?|soll|sollen?|muss|müssen|kann|können|darf|dürfen|dürften?|könnten?|möchten?)\b"
)
_INFINITIVE = re.compile(r"\s(?!haben\b|worden\b)[a-zäöüß]+e?n\s*$")
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


def means_nowadays(text: str, start: int, end: int) -> bool:
    """Whether "heute" is no day but the present age: "bis heute", "heute leben dort 300 Menschen"."""
    left, first = _clause_start(text, start)
    sentence = text[max(0, start - 150) : start]
    if re.search(r"\b(?:ab|von|seit|für|zu|auf)\s$", left, re.IGNORECASE):
        return bool(re.search(r"\bvon\s$", left, re.IGNORECASE)) and not re.match(r"\s(?:an|auf|bis)\b", text[end:])
    if _THEN.search(sentence) or _NOW.match(text[end:]) or re.search(rf"\b{_DETERMINERS}\s$", left):
        return True  # also "die heute 45-Jährige", "das heute bekannte Werk"
    clause = text[first : _clause_end(text, end)]
    if _tense(clause) == "back":
        return re.search(r"\b(?:hat|haben|sei|seien|habe)\b", clause) is not None and _DONE.search(clause) is None
    return _TODAY.search(clause) is None or _HABIT.search(clause) is not None
