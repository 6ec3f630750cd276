"""Lighthouse gives full marks to home, the biggest page of an actor and the timeline; performance is only told."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import ARGUMENTS, CHROMIUM, Site, required

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
NODE = shutil.which("node")
FULL = ("accessibility", "best-practices", "seo")


def missing() -> str:
    if not CHROMIUM or not NODE:
        return f"there is no {'node' if CHROMIUM else 'chromium'} on the PATH"
    return "" if (HERE / "node_modules").exists() else "Lighthouse is not installed: .ci/browser-tools does it"


def test_full_marks(ours: Site, record_property: Callable[[str, object], None]) -> None:
    """One run over all three: two at once would spoil each other's time."""
    if reason := missing():
        pytest.fail(reason) if required() else pytest.skip(reason)
    paths = {"home": "", "an actor": ours.kinds["actors/*"], "timeline": "timeline/"}
    command = [str(NODE), str(HERE / "lighthouse.js"), str(CHROMIUM), json.dumps(ARGUMENTS)]
    urls = [ours.base + path for path in paths.values()]
    done = subprocess.run([*command, *urls], capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    reports = json.loads(done.stdout)
    short = []
    for name, url in zip(paths, urls, strict=True):
        report = reports[url]
        assert report["error"] == ""
        record_property(f"Lighthouse, {name}", ", ".join(f"{k} {v}" for k, v in report["scores"].items()))
        short += [
            f"{name}: {k} {report['scores'][k]}: {report['failed'][k]}" for k in FULL if report["scores"][k] < 100
        ]
    assert not short, "\n".join(short)
