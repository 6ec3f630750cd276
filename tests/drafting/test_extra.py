"""Who lacks a package of the extra is told how to install it."""

from pathlib import Path

import pytest

from generator.drafting.extra import ExtraMissing, load_extra


def test_a_module_is_loaded() -> None:
    assert load_extra("json.decoder").__name__ == "json.decoder"


def test_a_missing_package_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(ExtraMissing) as missing:
        load_extra("no_such_package.part")
    assert missing.value.message == "no_such_package is not installed"
    assert missing.value.hint == "install it: .venv/bin/python -m pip install -e '.[import]'"
    assert str(missing.value) == f"{missing.value.message}; {missing.value.hint}"


def test_a_package_of_which_a_part_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half_a_package.py").write_text("import no_such_part\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ExtraMissing, match="half_a_package is not installed"):
        load_extra("half_a_package")
