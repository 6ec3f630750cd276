"""A small invented dossier on disk, whose article and text each test writes itself."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems
from generator.verification.lock import Lock, Verified
from generator.verification.verify import verify_seeds

SETTINGS = {
    "title": "Die Fähren von Nordland",
    "scope": "Ein erfundener Streit.",
    "license": "CC BY 4.0",
    "kinds": {
        "actor": {"folder": "actors", "singular": "Akteur", "plural": "Akteure", "types": {"person": "Person"}},
        "outlet": {"folder": "outlets", "singular": "Medium", "plural": "Medien", "traits": ["source"]},
    },
    "event_types": {"talk": "Gespräch"},
    "statuses": {"open": "offen"},
    "relations": {"leads": {"label": "leitet", "inverse": "wird geleitet von"}},
}
ACTORS = {
    "nordland": {"name": "Nordland", "type": "state", "aliases": ["nordländisch"], "metonyms": ["Weißensee"]},
    "suedmark": {"name": "Südmark", "type": "state", "aliases": ["südmärkisch"]},
    "ada-berg": {"name": "Ada Berg", "type": "person", "aliases": ["Berg"]},
    "karl-voss": {"name": "Karl Voss", "type": "person", "aliases": ["Voss"]},
    "kuestenwache": {"name": "Küstenwache", "type": "authority"},
    "lichtbund": {"name": "Bund der Lichter", "type": "group"},
}
OUTLETS = {"moewe": {"name": "Möwe-Presse", "type": "agency", "aliases": ["mp"]}}
ARTICLE = "2020-01-faehren"


@dataclass
class Desk:
    """The dossier's folder, with its texts beside it."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "private"

    @property
    def seeds_dir(self) -> Path:
        return self.root / "seeds"

    def put(self, path: str, value: object) -> None:
        file = self.seeds_dir / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def text(self, name: str, text: str) -> dict[str, str]:
        """Writes a full text; gives what the article says of it."""
        self.folder.mkdir(exist_ok=True)
        raw = text.encode()
        (self.folder / f"{name}.txt").write_bytes(raw)
        return {"file": f"{name}.txt", "sha256": hashlib.sha256(raw).hexdigest()}

    def article(self, text: str | None, *claims: dict[str, Any], name: str = ARTICLE, **fields: Any) -> None:
        record: dict[str, Any] = {
            "title": "Fähren",
            "published": "2020-01-17",
            "published_basis": "stated",
            "added": "2026-11-21",
            **fields,
        }
        if text is not None:
            record["fulltext"] = self.text(name, text)
        record["claims"] = [{"id": f"c{at}", "p": 1, **claim} for at, claim in enumerate(claims, 1)]
        self.put(f"articles/{name}.yml", record)

    def seeds(self) -> Seeds:
        problems = Problems()
        seeds = parse_seeds(self.seeds_dir, self.root, problems)
        assert not list(problems)
        return seeds

    def verify(self, lock: Lock | None = None) -> tuple[dict[str, Verified], list[str]]:
        """The new lock, and the problems as they are printed."""
        problems = Problems()
        fresh = verify_seeds(self.seeds(), lock or {}, self.folder, problems)
        return fresh, [str(problem) for problem in problems]

    def check(self, text: str, /, **claim: Any) -> Verified:
        """One claim against one text, without any problem."""
        self.article(text, {"text": "Es gab etwas.", **claim})
        fresh, problems = self.verify()
        assert not problems
        return fresh[f"{ARTICLE}#c1"]
