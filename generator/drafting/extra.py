"""Packages that only new articles need: they come with the extra `import`; who lacks one is told how to get it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class ExtraMissing(Exception):
    """A package of the extra is not installed; `message` and `hint` as a problem has them."""

    def __init__(self, package: str) -> None:
        self.message = f"{package} is not installed"
        self.hint = "install it: .venv/bin/python -m pip install -e '.[import]'"
        super().__init__(f"{self.message}; {self.hint}")


def load_extra(module: str) -> Any:
    """The module of a package of the extra. None of them is typed, hence Any; who calls states the types."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraMissing(module.partition(".")[0]) from error
