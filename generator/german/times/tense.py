"""What the verbs of a German clause say about its time: wird gewählt, soll entschieden werden; wurde gewählt.

Only forms that are unmistakable are listed. What is past in form but stands below a modal verb is an infinitive:
"soll entschieden werden" looks ahead, "soll entschieden haben" back.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.german.times.almanac import Outlook

AHEAD = re.compile(
    r"\b(?:wird|werden|werde|will|wollen|wolle|soll|sollen|solle|muss|müssen|müsse|kann|können|könne|darf|dürfen"
    r"|dürfe|dürften?|könnten?|möchten?|würden?|plant|planen|plane|geplante?[nrs]?|vorgesehene?[nrs]?|anberaumte?[nrs]?"
    r"|angesetzte?[nrs]?|bevorstehende?[nrs]?|anstehende?[nrs]?|erwartete[nrs]?|voraussichtlich|spätestens|frühestens"
    r"|künftig|demnächst|[Bb]evor|beginnt|beginnen|beginne|startet|starte|endet|ende|findet|finden|fände|tagt|tagen|tritt|reist"
    r"|reisen|läuft|laufen|spielt|spielen|empfängt|berät|entscheidet|entscheiden|entscheide|stehe|komme|stimmt|stimmen|wählt|wählen|kommt"
    r"|kommen|öffnet|öffnen|gastiert|folgt|folgen|steigt|steigen|bleibt|bleiben|fährt|fahren|fällt|verhandelt|debattiert"
    r"|lädt|steht|stehen|geht|gehen|präsentiert|feiert|feiern|trifft|treffen|hofft|hoffen|rechnet|rechnen|gilt|gelten|greift"
    r"|erwartet|erwarten|droht|drohen|beabsichtigt|beabsichtigen|erscheint|schließt|schließen|zieht|ziehen"
    r"|(?:an|auf|aus|bevor|ein|fort|los|statt|um|vor|weiter|zurück)(?:findet|finden|läuft|steht|stehen|tritt|geht|kommt|fällt|reist|zieht))\b"
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
    r"gelten|[a-zäöüß]*(?:treten|bieten|mieten|kneten|beten|schelten|zelten|werten|härten|leuchten|feuchten|haften|heften|lüften|stiften|giften|ernten)"
    r"|sollten|könnten|möchten|dürften|müssten|hätten|letzten|vorletzten|ersten|dritten|meisten|besten|größten|nächsten|beobachten"
    r"|betrachten|achten|erachten|beachten|gutachten|übernachten|erwarten|verhaften|fürchten|bekannten|sogenannten"
    r"|gesamten|verletzten|beliebten|[a-zäöüß]+[^aeiousßt]sten"
)
BACK = re.compile(
    r"\b(?:(?:hatten?|hätten?|worden|gewesen|wurden?|war(?:en)?|konnten?|mussten?|durften?|sei|seien|wäre|wären)"
    rf"|(?:{_PREFIX})?(?:{_STRONG.replace(' ', '|')})(?:en)?"
    rf"|(?!(?:{_NO_VERB})\b){_WEAK}|(?!(?:{_NO_PLURAL})\b){_PLURAL})\b"
)
_PARTICIPLE = (
    r"\b(?:[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert|(?:ver|be|er|ent|zer|über|unter|miss)[a-zäöüß]+(?:t|en))\b"
)
DONE = re.compile(rf"{_PARTICIPLE}\s*$")
_PERFECT = re.compile(
    rf"\b(?:ist|sind)\b.*{_PARTICIPLE}\s*$|\b(?:hat|habe|haben)\b.*{_PARTICIPLE}|{_PARTICIPLE}.*\b(?:ist|sind|hat|habe|haben)\b"
    r"|\bhaben\s*$"
)
_MODAL = re.compile(
    r"\b(?:wird|werden?|will|wollen?|soll|sollen?|muss|müssen|kann|können|darf|dürfen|dürften?|könnten?|möchten?)\b"
)
_INFINITIVE = re.compile(r"\s(?!(?:haben|worden|werden|kann|können|sollen|wollen|müssen|dürfen)\b)[a-zäöüß]+e?n\s*$")
_PASSIVE = re.compile(
    r"\s[a-zäöüß]+(?:t|en)(?=\s(?:werden|(?:wird|werden?|will|wollen|soll|sollen|muss|müssen|kann|können|darf|dürfen)\s*$))"
)
_SHOULD = re.compile(r"\bsollten?\b")  # the plan may have been for a time that is over: "werden" says no more
_HAVING_BEEN = re.compile(
    r"\b\w*(?:gestorben|gekommen|gegangen|gefahren|gereist|geflohen|geflogen|gefallen|gestürzt|geschehen|passiert"
    r"|verschwunden|aufgetreten)\ssein\s*$"
)
_SET = r"(?:geplant|vorgesehen|angesetzt|anberaumt|terminiert|avisiert)"
_PLANNED = re.compile(
    rf"\b(?:ist|sind|sei|seien)\b.*\b{_SET}(?!\s(?:worden|gewesen))\b|\b(?i:{_SET})\s(?:ist|sind|sei|seien)\b"
    r"|\b(?:ist|sind|sei|seien)\s.*\s(?:zu\s(?!haben\b|sein\b)[a-zäöüß]+n|(?:ab|an|auf|aus|ein|nach|vor|um)zu[a-zäöüß]+n)\s*$"
)


@lru_cache(maxsize=1024)
def tense(clause: str) -> Outlook:
    if _HAVING_BEEN.search(clause):
        return "back"
    if _PLANNED.search(clause):
        return "ahead"
    if _MODAL.search(clause):
        clause = _INFINITIVE.sub(" ", _PASSIVE.sub("", clause))
    if _SHOULD.search(clause):
        clause = clause.replace(" werden", "")
    if BACK.search(clause) or _PERFECT.search(clause):
        return "back"
    return "ahead" if AHEAD.search(clause) else ""
