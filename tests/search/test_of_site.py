"""The search index of what MkDocs builds."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.search.of_site import SearchIndex


def page(path: str, title: str = "Titel", generated_by: str | None = None, **meta: Any) -> Any:
    file = SimpleNamespace(src_uri=path, name=Path(path).stem, generated_by=generated_by)
    return SimpleNamespace(file=file, url=path.replace(".md", "/"), title=title, meta=meta)


def text(site: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted((site / "search").glob("*.js")))


def test_front_matter_gives_kind_and_names(tmp_path: Path) -> None:
    index = SearchIndex()
    index.add(page("a.md", "A &amp; B", kind="St&auml;dte &amp; mehr", aliases=["X &lt; Y"]), "<p>Text.</p>")
    index.write(tmp_path)
    written = text(tmp_path)
    assert '"kinds":["Städte & mehr"]' in written
    assert '["a/","A & B",0,[["","Text."]]]' in written
    assert '["=x y",0,' in written


def test_pages_that_only_repeat_others_stay_out(tmp_path: Path) -> None:
    index = SearchIndex()
    index.add(page("search/index.md"), "<p>Suchseite</p>")
    index.add(page("status.md", generated_by="the hook"), "<p>Team</p>")
    index.add(page("method.md"), "<p>Methode</p>")
    index.write(tmp_path)
    assert "Methode" in text(tmp_path)
    assert "Suchseite" not in text(tmp_path)
    assert "Team" not in text(tmp_path)


def test_a_page_that_is_rendered_again_takes_its_own_place(tmp_path: Path) -> None:
    index = SearchIndex()
    for words in ("Alt", "Neu"):
        index.add(page("a.md"), f"<p>{words}</p>")
    index.write(tmp_path)
    assert "Alt" not in text(tmp_path)
    assert text(tmp_path).count('"Neu"') == 1


def test_a_page_about_its_own_date_comes_before_one_that_mentions_it(tmp_path: Path) -> None:
    index = SearchIndex()
    index.add(page("a.md"), "<p>Am 5. Januar 2020.</p>")
    index.add(page("b.md", description="Ein Beschluss (5. Januar 2020): 2 Darstellungen."), "<p>Am 5. Januar 2020.</p>")
    index.write(tmp_path)
    (_, mentioning, _, own) = (
        next(line for line in text(tmp_path).split("[") if line.startswith('"@2020-01-05"'))
        .split("]")[0]
        .split(",")[1:]
    )
    assert int(own) > int(mentioning)
