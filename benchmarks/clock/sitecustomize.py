"""Tells how long the search index takes to be put together, inside builds that the benchmark starts.

Python imports a module of this name at its start; the benchmark puts this folder on its path and names a file in
DOSSIER_SEARCH_CLOCK. Nothing else of a build is changed: one that knew that it is measured would be another one.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

MODULE, CLASS, METHOD = "generator.search.of_site", "SearchIndex", "write"


class _Clock(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        if name != MODULE:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            self._loader = spec.loader
            spec.loader = self
        return spec

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        written = getattr(getattr(module, CLASS, None), METHOD, None)
        if written:
            setattr(getattr(module, CLASS), METHOD, timed(written))


def timed(written: Any) -> Any:
    def write(*arguments: Any, **named: Any) -> Any:
        wall, cpu = time.monotonic(), time.process_time()
        try:
            return written(*arguments, **named)
        finally:
            took = {"wall": time.monotonic() - wall, "cpu": time.process_time() - cpu}
            with Path(os.environ["DOSSIER_SEARCH_CLOCK"]).open("a", encoding="ascii") as file:
                file.write(json.dumps(took) + "\n")

    return write


if "DOSSIER_SEARCH_CLOCK" in os.environ:
    sys.meta_path.insert(0, _Clock())
