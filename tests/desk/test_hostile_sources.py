"""Ten hostile sources through the command itself: one clear line or a sane draft each, and nothing half-written."""

from pathlib import Path

import pytest
from workshop import dossier, files

from generator.pipeline import Project
from generator.yaml_marks import compose

STORY = "Die Hafenwacht hat am 3. April 2021 neun Boote aus Nordersiel abgezogen, sagte Enno Harms.\n"
PAGE = "<html lang=de><head><title>Seite</title></head><body>{}</body></html>"
WALL = PAGE.format(
    "<article><h1>Streit</h1><p>Weiterlesen mit Abo: Jetzt Zugang sichern und alle Artikel lesen.</p></article>"
)
TWO = f"{STORY}\n(dpa)\n\n" + f"Nordersiel, 5. Mai 2021 (AFP) – {STORY}\n" * 12 + "\n(AFP)\n"

REFUSED = {
    "empty.txt": (b"", "it is empty"),
    "binary.txt": (bytes(range(256)) * 40, "not added: "),
    "fifty.txt": (b"Boote. " * 7_500_000, "MiB"),
    "empty.html": (PAGE.format("<nav><a href=/>Start</a></nav><script>run()</script>").encode(), "not added: "),
    "wall.html": (WALL.encode(), "not added: "),
    "undated.txt": (STORY.replace("3. April 2021", "gestern").encode(), "it does not say when it was published"),
    "future.txt": (f"Veröffentlicht am 3. April 2071\n\n{STORY}".encode(), "lies in the future"),
}
DRAFTED = {
    "latin.txt": (STORY.replace("Boote", "größere Boote").encode("cp1252"), "--published", "2021-04-04"),
    "two.txt": (TWO.encode(), "--published", "2021-05-05"),
    "arabic.txt": (
        "قال المتحدث إن القوارب غادرت الميناء يوم الأربعاء.\n\u202eNordersiel\n".encode(),
        "--published",
        "2021-04-04",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(name: str, harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, words = REFUSED[name]
    source = tmp_path / name
    source.write_bytes(content)
    before = files(harbour.root)
    assert dossier(harbour, "add", str(source)) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{source}: not added: ")
    assert words in printed.err
    assert "; " in printed.err
    assert printed.err.count("\n") == 1
    assert files(harbour.root) == before


@pytest.mark.parametrize("name", DRAFTED)
def test_drafted_sanely(name: str, harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, *options = DRAFTED[name]
    source = tmp_path / name
    source.write_bytes(content)
    assert dossier(harbour, "add", str(source), "--id", "neu", *options) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    made = compose((harbour.seeds / "articles" / "neu.yml").read_text(encoding="utf-8")).value
    text = (harbour.seeds / "fulltexts" / "neu.txt").read_text(encoding="utf-8")
    if name == "latin.txt":
        assert "größere Boote" in text
    elif name == "two.txt":
        assert "two articles" in printed.out
    else:
        assert made["language"] == "ar"
        assert "\u202e" not in text
    assert dossier(harbour, "check") == 0
