"""What `dossier release` tells the MkDocs that it starts, through the environment; other builds know nothing of it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

VARIABLE = "DOSSIER_RELEASE"


@dataclass(frozen=True)
class Plan:
    """`cover` is the Markdown of the print page's beginning; without `zip`, this is the copy that goes into the zip."""

    cover: str
    zip: str = ""
    """Its address on the site."""
    zip_size: str = ""

    @property
    def offline(self) -> bool:
        return not self.zip

    @property
    def cover_text(self) -> str:
        return Path(self.cover).read_text(encoding="utf-8")

    def environment(self) -> dict[str, str]:
        return {VARIABLE: json.dumps(asdict(self))}


def planned() -> Plan | None:
    """What this MkDocs has been told, if anything."""
    told = os.environ.get(VARIABLE)
    return Plan(**json.loads(told)) if told else None
