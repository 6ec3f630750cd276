"""The verbs by which German news tell that somebody speaks, in all forms of the third person, with their prefixes.

A verb stands with what it needs to mean speech: nothing; words in its clause ("sprach von"); or `CONTENT`, a quotation
or clause that tells what is said, since "bestätigte die Prognose" and "hofft auf Regen" are no words of anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

CONTENT = "content"
"""What is said must stand beside it."""
QUOTE = "quote"
"""A quotation must stand right before it."""
OUTLET = "outlet"
"""Only of outlets: they publish what others say."""

_WEAK = """
    sagen meinen betonen erklären berichten melden fordern warnen behaupten versichern kritisieren verlangen
    verkünden bekräftigen erläutern mahnen drohen beteuern bemängeln beklagen bedauern beanstanden monieren rügen
    dementieren kommentieren argumentieren konstatieren kontern entgegnen erwidern antworten ergänzen urteilen spotten
    schimpfen erzählen prognostizieren beziffern begründen twittern posten vermelden appellieren plädieren resümieren
    bilanzieren bezweifeln bezeichnen präzisieren bescheinigen attestieren beschuldigen anprangern
    mit|teilen an|kündigen hinzu|fügen ein|räumen zu|sichern zu|sagen an|merken an|mahnen an|prangern klar|stellen
    dar|legen vor|rechnen aus|führen auf|fordern an|drohen bekannt|machen richtig|stellen entgegen|halten
"""
_WEAK_WITH = {
    "loben würdigen begrüßen vermuten glauben hoffen fürchten befürchten bestätigen informieren unterstellen schätzen "
    "zweifeln an|deuten fest|stellen folgern schildern erinnern wiederholen unken jubeln raunen seufzen fragen"
    " schwärmen mutmaßen zusammen|fassen spekulieren": CONTENT,
    "verurteilen": "scharf|schärfste|CONTENT",
    "klagen": "über|darüber|gegen|dass|CONTENT",
    "äußern": "sich|CONTENT",
    "rechnen": "mit|damit",
    "pochen beharren": "auf|darauf",
    "zählen": "NUMBER",
    "zeigen": "sich überzeugt|sich besorgt|sich enttäuscht|sich zufrieden|sich erleichtert|sich zuversichtlich",
    "machen": "deutlich|klar|geltend|darauf aufmerksam",
    "lassen": "wissen|mitteilen|ausrichten|verlauten|erklären",
    "veröffentlichen zitieren": OUTLET,
}
_STRONG = """
    schreiben schreibt schrieb schrieben geschrieben; nennen nennt nannte nannten genannt
    bestreiten bestreitet bestritt bestritten bestritten; versprechen verspricht versprach versprachen versprochen
    unterstreichen unterstreicht unterstrich unterstrichen unterstrichen; ein|wenden wendet wandte wandten eingewandt
    empfehlen empfiehlt empfahl empfahlen empfohlen; zurück|weisen weist wies wiesen zurückgewiesen
    vor|werfen wirft warf warfen vorgeworfen; zu|geben gibt gab gaben zugegeben; an|geben gibt gab gaben angegeben
    gestehen gesteht gestand gestanden gestanden
    bekannt|geben gibt gab gaben bekanntgegeben; auf|rufen ruft rief riefen aufgerufen
    entgegen|halten hält hielt hielten entgegengehalten
"""
_STRONG_WITH = {
    "sprechen spricht sprach sprachen gesprochen": "von|davon|sich",
    "verweisen verweist verwies verwiesen verwiesen": "auf|darauf",
    "hin|weisen weist wies wiesen hingewiesen": "auf|darauf",
    "bitten bittet bat baten gebeten": "um|darum",
    "raten rät riet rieten geraten": "zu|zur|zum|dazu|von|davon",
    "halten hält hielt hielten gehalten": "für",
    "rufen ruft rief riefen gerufen": CONTENT,
    "finden findet fand fanden gefunden": QUOTE,
    "befinden befindet befand befanden befunden": QUOTE,
    "lassen lässt ließ ließen gelassen": "wissen|mitteilen|ausrichten|verlauten|erklären",
    "geben gibt gab gaben gegeben": "zu Protokoll|zu verstehen|zu bedenken",
    "erfahren erfährt erfuhr erfuhren erfahren": OUTLET,
    "berufen beruft berief beriefen berufen": OUTLET,
    "gehen geht ging gingen gegangen": "davon aus",
}
_INSEPARABLE = ("be", "er", "ver", "ent", "wider", "unter", "über", "miss")


@dataclass(frozen=True, slots=True)
class Sense:
    """What makes a form speech: a prefix that must stand behind in its clause, and what else it needs."""

    prefix: str
    needs: str


def _entries() -> Iterator[tuple[str, list[str], str, str]]:
    """Infinitive, finite forms, participle and need of each verb."""
    for words, needs in [(_WEAK, ""), *_WEAK_WITH.items()]:
        for verb in words.split():
            prefix, _, bare = verb.rpartition("|")
            stem = bare.removesuffix("n").removesuffix("e")
            joint = "e" if stem.endswith(("d", "t", "chn", "gn")) else ""
            finite = [f"{stem}{joint}t", f"{stem}{joint}te", f"{stem}{joint}ten", bare]
            ge = "" if bare.endswith("ieren") or (not prefix and bare.startswith(_INSEPARABLE)) else "ge"
            ge = "" if bare.startswith(_INSEPARABLE) else ge
            yield verb, finite, f"{prefix}{ge}{stem}{joint}t", needs
    for lines, needs in [(_STRONG, ""), *_STRONG_WITH.items()]:
        for line in lines.replace(";", "\n").split("\n"):
            if line.strip():
                verb, now, once, plural, participle = line.split()
                yield verb, [now, once, plural, verb.rpartition("|")[2]], participle, needs


def _collected() -> tuple[dict[str, list[Sense]], dict[str, str]]:
    finite, participles = defaultdict[str, list[Sense]](list), dict[str, str]()
    for verb, forms, participle, needs in _entries():
        prefix = verb.rpartition("|")[0]
        for form in forms:
            finite[form].append(Sense(prefix, needs))
            if prefix:
                finite[f"{prefix}{form}"].append(Sense("", needs))
        participles.setdefault(participle, needs)
    return dict(finite), participles


FINITE, PARTICIPLES = _collected()
