"""How to read the files with what Python brings along. The page shows these; a test runs them as they stand there.

A word in angle brackets is filled in from the dossier.
"""

from __future__ import annotations

from generator.dossier import Dossier

_EXAMPLES = {
    "series": """\
import csv

with open("figures.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if row["measure_id"] == "<measure>":
            print(row["as_of_from"], row["written"], row["permalink"])
""",
    "claims_of": """\
import json

with open("claims.json", encoding="utf-8") as file:
    for claim in json.load(file):
        if "<topic>" in claim["topic_ids"]:
            print(claim["text"], claim["permalink"])
""",
    "points": """\
import json

with open("places.geojson", encoding="utf-8") as file:
    for place in json.load(file)["features"]:
        longitude, latitude = place["geometry"]["coordinates"]
        print(place["properties"]["name"], latitude, longitude)
""",
}


def examples(dossier: Dossier) -> dict[str, str]:
    """Name → Python, about the measure with most figures and the topic with most claims."""
    measures = {name: len(measure.figures) for name, measure in dossier.measures.items()}
    topics = {name: len(claims) for name, claims in dossier.about.items()}
    words = {"<measure>": _most(measures), "<topic>": _most(topics)}
    found = {}
    for name, code in _EXAMPLES.items():
        for word, value in words.items():
            code = code.replace(word, value)  # noqa: PLW2901 - filled in step by step
        found[name] = code
    return found


def _most(counts: dict[str, int]) -> str:
    """The first of those with most."""
    return max(counts, key=lambda name: counts[name], default="")
