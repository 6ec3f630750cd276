"""The words of the site that do not come from seeds: one catalogue a language."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

Labels = dict[str, Any]


@lru_cache
def load_labels(language: str) -> Labels:
    """The catalogue of a language, e.g. `de`; nested mappings of texts."""
    catalogue = files(__package__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    labels: Labels = yaml.safe_load(catalogue)
    return labels
