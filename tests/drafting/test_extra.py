"""Who lacks a package of the extra is told how to install it."""

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
