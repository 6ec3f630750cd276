"""The invented dossier, laid out anew for each test."""

from pathlib import Path

import pytest
from invented import ACTORS, OUTLETS, SETTINGS, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("dossier.yml", SETTINGS)
    desk.put("actors/alle.yml", ACTORS)
    desk.put("outlets/alle.yml", OUTLETS)
    return desk
