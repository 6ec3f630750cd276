"""A compiled template is taken from the last run only where it is the very same one."""

from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import DictLoader, Environment

from generator.kept import Kept
from generator.kept_templates import templates_kept

NAME = "greeting"


def rendered(kept: Kept, source: str, *, compiles: bool) -> str:
    environment = Environment(loader=DictLoader({NAME: source}), autoescape=False)  # noqa: S701 - no HTML
    with templates_kept(kept, environment), patch.object(environment, "compile", wraps=environment.compile) as compiled:
        text = environment.get_template(NAME).render(name="Anna")
    assert environment.bytecode_cache is None
    assert compiled.called == compiles
    return text


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    found = Kept(tmp_path / "state", b"key")
    assert rendered(found, "Moin {{ name }}", compiles=True) == "Moin Anna"
    return found


def test_it_is_compiled_once(kept: Kept) -> None:
    assert rendered(kept, "Moin {{ name }}", compiles=False) == "Moin Anna"


def test_another_source_is_compiled(kept: Kept) -> None:
    assert rendered(kept, "Na, {{ name }}", compiles=True) == "Na, Anna"
    assert rendered(kept, "Na, {{ name }}", compiles=False) == "Na, Anna"


def test_what_is_damaged_or_somebody_else_s_is_compiled(kept: Kept) -> None:
    (path,) = kept.folder.iterdir()
    assert rendered(Kept(kept.folder, b"another key"), "Moin {{ name }}", compiles=True) == "Moin Anna"
    for content in (b"", path.read_bytes()[:-1], bytes(100)):
        path.write_bytes(content)
        assert rendered(kept, "Moin {{ name }}", compiles=True) == "Moin Anna"
        assert rendered(kept, "Moin {{ name }}", compiles=False) == "Moin Anna"


def test_without_a_key_each_run_compiles(tmp_path: Path) -> None:
    for _ in range(2):
        assert rendered(Kept(tmp_path / "state", None), "Moin {{ name }}", compiles=True) == "Moin Anna"
