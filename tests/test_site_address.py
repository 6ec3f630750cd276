"""The address of the published site, from mkdocs.yml and the environment."""

from pathlib import Path

import pytest
from workshop import ROOT

from generator.site_address import ADDRESS, site_address


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)


def test_ours_can_be_read() -> None:
    assert site_address(ROOT).startswith("https://")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://a.example/x", "https://a.example/x/"),
        ("site_url: !ENV [DOSSIER_SITE_URL, 'https://b.example/']", "https://b.example/"),
        ("site_url: !ENV [OTHER_NAME, DOSSIER_SITE_URL, 'https://b.example/']", "https://b.example/"),
        ("site_url: !ENV DOSSIER_SITE_URL", ""),
        ("site_url: 'https://c.example/'\nx: !!python/name:material.extensions.emoji.twemoji\n", "https://c.example/"),
        ("site_name: Ohne", ""),
        ("- eine Liste", ""),
        ("site_url: [", ""),
        ("site_url: !ENV []", ""),
        ("site_url: 2020-13-45", ""),
    ],
)
def test_mkdocs_yml(tmp_path: Path, text: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert site_address(tmp_path) == address


def test_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "https://d.example/dossier")
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.example/", encoding="utf-8")
    assert site_address(tmp_path) == "https://d.example/dossier/"


def test_without_mkdocs_yml_there_is_none(tmp_path: Path) -> None:
    assert site_address(tmp_path) == ""
