"""The words of the site that do not come from seeds: one catalogue a language."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale
from babel.numbers import format_decimal

# The C parser where PyYAML was built with it, which reads the same many times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Labels(dict[str, Any]):
    """A catalogue: nested mappings of texts, which templates reach as `t.article.title`."""

    locale = ""

    def number(self, value: float) -> str:
        """The number as the language writes it: `2.500`, `0,5`."""
        return _decimal(value, self.locale)

    def count(self, number: int, noun: str) -> str:
        """A number with its noun, in the form the language wants: `1 Aussage`, `3 Aussagen`."""
        return f"{self.number(number)} {self['counts'][noun][_plural_form(number, self.locale)]}"

    def language_name(self, code: str) -> str:
        """A language by its name (`de` → `Deutsch`), or the code itself where it has none."""
        return str(Locale(self.locale).languages.get(code, code))


@lru_cache(maxsize=1 << 14, typed=True)
def _decimal(value: float, locale: str) -> str:
    return str(format_decimal(value, locale=locale, decimal_quantization=False))


@lru_cache(maxsize=1 << 14)
def _plural_form(number: int, locale: str) -> str:
    return str(Locale(locale).plural_form(number))


@lru_cache
def load_labels(language: str) -> Labels:
    """The catalogue of a language, e.g. `de`."""
    catalogue = files(__package__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    labels = Labels(yaml.load(catalogue, Loader=_Loader))  # noqa: S506 - both are safe loaders
    labels.locale = language
    return labels
