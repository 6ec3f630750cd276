"""What the hook reads in docs/ is what the generator has left there."""

import hashlib
import json
from pathlib import Path

import pytest

from generator.hand_over import Scripts, backlink_sections, cite_boxes, feed_paths
from generator.json_ld import json_ld_text

NODES = {
    "index.md": {"name": 'Ein "Wort": {\n "x.md": {}', "a": {"b": [1, {"c": "</script>"}]}},
    'a/b"ö.md': {"name": "}"},
    "empty.md": {},
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "told.json"
    path.write_bytes(json_ld_text(NODES.items()))
    return path


def test_scripts_are_those_of_the_whole_file(file: Path) -> None:
    found = Scripts(file)
    assert {path: json.loads(text) for path, text in found.items()} == NODES
    assert (len(found), "index.md" in found, "x.md" in found) == (3, True, False)
    assert "</script" not in found["index.md"]
    assert found["empty.md"] == "{}"


def test_a_digest_changes_with_its_page_alone(file: Path) -> None:
    before = Scripts(file).digests
    file.write_bytes(json_ld_text({**NODES, "empty.md": {"name": "x"}}.items()))
    after = Scripts(file).digests
    assert {path for path in before if before[path] != after[path]} == {"empty.md"}
    assert set(map(len, after.values())) == {hashlib.sha256().digest_size * 2}


@pytest.mark.parametrize("text", [None, "", "{}\n", "{\n \n}\n"])
def test_no_scripts(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "told.json").write_text(text, encoding="utf-8")
    assert dict(Scripts(tmp_path / "told.json")) == {}


def test_references_of_hand_written_pages(tmp_path: Path) -> None:
    path = tmp_path / "refs.json"
    assert cite_boxes(path) == backlink_sections(path) == {}
    path.write_text('{"cite": {"a.md": "x"}, "backlinks": {"a.md": "y"}}', encoding="utf-8")
    assert (cite_boxes(path), backlink_sections(path)) == ({"a.md": "x"}, {"a.md": "y"})


def test_feeds_that_are_there() -> None:
    found = feed_paths(["x.svg", "feed.xml", "actors/a.atom.xml", "sub/feed.xml"])
    assert found == {"index.md": "feed.xml", "actors/a.md": "actors/a.atom.xml"}
    assert feed_paths(["index.md", "other.xml"]) == {}
