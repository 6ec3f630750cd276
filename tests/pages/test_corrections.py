"""The corrections page: what was corrected or withdrawn, with the words before and after, through the real commands.

What a claim said before is known from seeds/published.yml alone; no test here has a git repository to ask.
"""

import re
import shutil
from html import unescape
from pathlib import Path

import feedparser
import pytest
import small
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_faults import verify_all
from workshop import HARBOUR, copy_dossier, dossier

from generator import build_commands
from generator.pages.corrections import differences
from generator.parsing import parse_seeds
from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.release.run import Released
from generator.search.page_text import passages
from pages.conftest import Make, article, page

PATH = "corrections/index.md"
BLOCK = re.compile(r'<div class="correction" id="([^"]+)" markdown>\n(.*?)\n</div>(?=\n\n)', re.DOTALL)
FIGURE = "    figure: {measure: leute, value: 40}\n"
SAYS = "Imke Fries zählt 40 Leute im Lager Süd."
NOTHING = "**Bisher wurde nichts berichtigt oder zurückgezogen.**"
UNKNOWN = "Der frühere Wortlaut ist nicht festgehalten."
SAME = "Der Satz ist derselbe geblieben; geändert wurden die Angaben dazu."
UNSEEN = re.compile(r'<span class="visually-hidden" data-search="off">.*?</span>')


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A dossier that has been released once, its site built in no time."""
    monkeypatch.setattr(build_commands, "release_site", lambda *_: Released(1, 1))
    made = small.project(tmp_path / "dossier")
    (made.root / "mkdocs.yml").write_text("site_name: x\nsite_url: https://example.org/\n", encoding="utf-8")
    release(made)
    return made


def release(project: Project) -> None:
    """As if every claim had been read as it is now; so everything is recorded."""
    verify_all(project, parse_seeds(project.seeds, project.root, Problems()))
    assert dossier(project, "release") == 0
    assert dossier(project, "release", "--check") == 0


def edit(project: Project, old: str, new: str, path: str = small.ARTICLE) -> None:
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def notice(project: Project, kind: str, day: str, reason: str) -> None:
    """Gives the claim with the figure this notice, in place of one that it has."""
    file = project.root / small.ARTICLE
    text = re.sub(rf"({re.escape(FIGURE)})(?:    {kind}: .*\n)?", r"\1", file.read_text(encoding="utf-8"))
    said = f"    {kind}: {{date: {day}, reason: {reason}}}\n"
    file.write_text(text.replace(FIGURE, FIGURE + said), encoding="utf-8")


def shown(project: Project) -> str:
    assert generate(project, Problems())
    return (project.docs / PATH).read_text(encoding="utf-8")


def blocks(text: str) -> dict[str, str]:
    """Anchor → what stands there, in the order of the page."""
    return dict(BLOCK.findall(text))


def wordings(block: str) -> list[tuple[str, str]]:
    """Each step's words before and after, as they are seen."""
    cells = re.findall(r"<dd.*?>(.*)</dd>", UNSEEN.sub("", block))
    return list(zip(cells[::2], cells[1::2], strict=True))


def days(block: str) -> list[tuple[str, ...]]:
    return re.findall(r'\*\*(\w+) am <time datetime="([\d-]+)">.*?</time>:\*\* (.*)', block)


CLAIM = "2031-04-lager.vierzig"


def test_where_nothing_was_corrected_it_says_so(project: Project) -> None:
    assert NOTHING in shown(project)
    assert blocks(shown(project)) == {}
    assert "Der Wortlaut zurückgezogener" not in shown(project)


def test_a_correction_shows_old_and_new_before_and_after_it_is_released(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt rund vierzig Leute")
    notice(project, "corrected", "2031-05-02", "Nur geschätzt.")
    text = shown(project)
    assert NOTHING not in text
    assert list(blocks(text)) == [CLAIM]
    block = blocks(text)[CLAIM]
    assert days(block) == [("Berichtigt", "2031-05-02", "Nur geschätzt.")]
    old = "Imke Fries zählt <del>40</del> Leute im Lager Süd."
    assert wordings(block) == [(old, "Imke Fries zählt <ins>rund vierzig</ins> Leute im Lager Süd.")]
    # In words, for who does not see the lines
    assert "&#91;gestrichen: </span>40<span" in block
    assert "&#91;neu: </span>rund vierzig<span" in block
    assert "](../articles/2031-04-lager.md#vierzig) *Inselpost, 3. April 2031, Absatz 2*{ .origin }" in block
    release(project)
    assert shown(project) == text
    release(project)
    assert shown(project) == text


def test_corrected_twice_both_steps_are_shown_the_newest_first(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    edit(project, "zählt etwa 40 Leute", "schätzt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Nicht gezählt.")
    text = shown(project)
    block = blocks(text)[CLAIM]
    assert days(block) == [
        ("Berichtigt", "2031-05-02", "Nicht gezählt."),
        ("Berichtigt", "2031-05-02", "Verzählt."),
    ]
    assert wordings(block) == [
        (
            "Imke Fries <del>zählt</del> etwa 40 Leute im Lager Süd.",
            "Imke Fries <ins>schätzt</ins> etwa 40 Leute im Lager Süd.",
        ),
        (SAYS, "Imke Fries zählt <ins>etwa</ins> 40 Leute im Lager Süd."),
    ]
    release(project)
    assert shown(project) == text
    release(project)
    assert shown(project) == text


def test_only_files_count(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A squash, a shallow clone or a zip has forgotten the commits: no other program is asked."""
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    text = shown(project)
    copy = Project(shutil.copytree(project.root, tmp_path / "unpacked"))
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("another program was called"))
    assert shown(copy) == text


def test_where_the_old_words_are_not_known_only_the_new_are_shown(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    file = project.seeds / "published.yml"
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    del entries["articles/2031-04-lager#vierzig"]["before"]
    file.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    expected = [(UNKNOWN, "Imke Fries zählt etwa 40 Leute im Lager Süd.")]
    assert wordings(blocks(shown(project))[CLAIM]) == expected
    file.unlink()  # never released, and told as corrected all the same
    assert wordings(blocks(shown(project))[CLAIM]) == expected


def test_other_words_alone_are_no_correction(project: Project) -> None:
    """One that is announced without `corrected` is an open problem; nothing is told that nobody wrote."""
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    assert blocks(shown(project)) == {}


def test_the_same_words_are_not_shown_twice(project: Project) -> None:
    edit(project, "p: 2\n", "p: 3\n")
    notice(project, "corrected", "2031-05-02", "Der Absatz war falsch.")
    block = blocks(shown(project))[CLAIM]
    assert SAME in block
    assert "zählt" not in block
    release(project)
    assert blocks(shown(project))[CLAIM] == block


def test_a_second_notice_keeps_the_first_though_no_word_changed(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    notice(project, "corrected", "2031-05-02", "Verzählt!")  # said better, and no correction of its own
    release(project)
    assert [reason for *_, reason in days(blocks(shown(project))[CLAIM])] == ["Verzählt!"]
    notice(project, "corrected", "2031-05-09", "Die Zeit fehlte.")
    release(project)
    block = blocks(shown(project))[CLAIM]
    assert [reason for *_, reason in days(block)] == ["Die Zeit fehlte.", "Verzählt!"]
    assert SAME in block
    assert len(wordings(block)) == 1


def test_what_is_withdrawn_is_told_without_its_words(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    notice(project, "withdrawn", "2031-05-09", "Sie war gar nicht dort.")
    text = shown(project)
    block = blocks(text)[CLAIM]
    assert [told[:2] for told in days(block)] == [("Zurückgezogen", "2031-05-09"), ("Berichtigt", "2031-05-02")]
    assert "Sie war gar nicht dort." in block
    assert "Imke Fries" not in text
    assert "Der Wortlaut zurückgezogener Aussagen wird nicht wiederholt." in text
    verify_all(project, parse_seeds(project.seeds, project.root, Problems()))
    assert dossier(project, "release") == 0
    assert shown(project) == text


def test_a_renamed_claim_takes_its_corrections_along(project: Project) -> None:
    edit(project, "zählt 40 Leute", "zählt etwa 40 Leute")
    notice(project, "corrected", "2031-05-02", "Verzählt.")
    release(project)
    before = blocks(shown(project))[CLAIM]
    assert dossier(project, "rename", "2031-04-lager#vierzig", "forty") == 0
    (moved,) = blocks(shown(project)).items()
    assert moved == ("2031-04-lager.forty", before.replace("#vierzig)", "#forty)"))
    release(project)
    assert dict([moved]) == blocks(shown(project))


def test_articles_are_told_of_too(make: Make) -> None:
    files = {
        "articles/eins.yml": article("id: a, text: Alpha lügt.", withdrawn="{date: 2031-07-01, reason: erfunden}"),
        "articles/zwei.yml": article("id: a, text: Beta geht.", corrected="{date: 2032-07-02, reason: war Post}"),
    }
    dossier = make(files)
    text = page(dossier, PATH)
    assert list(blocks(text)) == ["zwei", "eins"]
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == ["2032 { #_2032}", "2031 { #_2031}"]
    assert days(blocks(text)["zwei"]) == [("Berichtigt", "2032-07-02", "war Post")]
    assert days(blocks(text)["eins"]) == [("Zurückgezogen", "2031-07-01", "erfunden")]
    assert "\nMit dem Artikel zurückgezogen: 1 Aussage.\n" in blocks(text)["eins"]
    assert "lügt" not in text
    assert wordings(text) == []


def test_of_a_withdrawn_article_no_word_that_was_corrected_is_repeated(make: Make) -> None:
    claims = "id: a, text: Alpha lügt., corrected: {date: 2031-06-20, reason: war Beta}"
    dossier = make({"articles/eins.yml": article(claims, withdrawn="{date: 2031-07-01, reason: erfunden}")})
    text = page(dossier, PATH)
    block = blocks(text)["eins.a"]
    assert days(block) == [("Berichtigt", "2031-06-20", "war Beta")]
    assert "**zurückgezogen** mit dem ganzen Artikel am 1. Juli 2031: erfunden" in block
    assert "lügt" not in text


def test_everything_that_tells_of_a_correction_leads_to_its_entry(make: Make) -> None:
    claims = (
        "id: a, text: Alpha kommt., corrected: {date: 2031-07-02, reason: war Beta}\n"
        "id: b, text: Beta irrt., withdrawn: {date: 2031-07-03, reason: falsch}"
    )
    files = {
        "articles/eins.yml": article(claims, corrected="{date: 2031-07-01, reason: Datum}"),
        "articles/zwei.yml": article("id: c, text: Alpha., topics: alpha", withdrawn="{date: 2031-07-01, reason: x}"),
        "questions.yml": 'wer: {title: Wer?, status: open, note: "Das. [@b]", positions: {a: A, b: B}}\n',
    }
    dossier = make(files)
    anchors = set(blocks(page(dossier, PATH)))
    assert anchors == {"eins", "eins.a", "eins.b", "zwei"}
    expected = {
        "articles/eins.md": {"eins", "eins.a", "eins.b"},
        "articles/zwei.md": {"zwei"},
        "articles/index.md": {"eins", "zwei"},
        "actors/alpha.md": {"eins", "eins.a"},
        "questions/wer.md": {"eins.b"},
    }
    for path, entries in expected.items():
        led = set(re.findall(r"\(\.\./corrections/index\.md#([^)]+)\)", page(dossier, path)))
        assert led == entries, path


def test_a_whole_site_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Released twice in earnest: on the page, in the rubrics, in the feed, in the copy for machines and for search."""
    monkeypatch.setenv("DOSSIER_SITE_URL", "https://example.org/hafen/")
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    with monkeypatch.context() as patch:
        patch.setattr(build_commands, "release_site", lambda *_: Released(1, 1))
        release(project)
    path = "seeds/articles/2031-03-20-funk.yml"
    edit(project, "nur noch sieben Boote der Hafenwacht", "nur noch sechs & sieben Boote der Hafenwacht", path)
    new = "Der Lotsenbund zählt nach der Übergabe nur noch sechs & sieben Boote der Hafenwacht in Nordersiel."
    edit(
        project,
        "    when: 2031-03\n",
        "    when: 2031-03\n    corrected: {date: 2031-06-30, reason: Zu genau.}\n",
        path,
    )
    release(project)
    html = (project.site / "corrections/index.html").read_text(encoding="utf-8")
    assert [unescape(words) for words in re.findall(r"<(?:del|ins)>.*?</(?:del|ins)>", UNSEEN.sub("", html))] == [
        "<ins>sechs &</ins>"
    ]
    home = (project.site / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<a[^>]*href="corrections/"', home)
    copy = (project.site / "corrections/index.html.md").read_text(encoding="utf-8")
    assert "zählt nach der Übergabe nur noch \\[neu: sechs \\&\\] sieben Boote" in copy
    assert "corrections/index.html.md): Was im Dossier" in (project.site / "llms.txt").read_text(encoding="utf-8")
    found = [passage.text for passage in passages(html) if "sieben Boote der Hafenwacht" in passage.text]
    assert found == [new]  # what is not said any more is not found either
    feed = feedparser.parse((project.site / "feed.xml").read_bytes())
    assert feed.entries[0].id == "https://example.org/hafen/corrections/#2031-03-20-funk.rest.1"
    assert feed.entries[0].link in {f"https://example.org/hafen/corrections/#{anchor}" for anchor in _ids(html)}


def _ids(html: str) -> list[str]:
    return re.findall(r'<div class="correction" id="([^"]+)"', html)


# Which words differ


@pytest.mark.parametrize(
    ("before", "after", "struck", "new"),
    [
        ("Es sind 2.500 Mann.", "Es sind 2.100 Mann.", ["2.500"], ["2.100"]),
        ("Die US-Truppen gehen.", "Die Truppen gehen.", ["US-Truppen"], ["Truppen"]),
        ("Er geht.", "Er geht bald.", [], ["bald"]),
        ("Er geht", "Er geht!", [], ["!"]),
        ("Er geht bald nach Hause.", "Er geht.", ["bald nach Hause"], []),
        ("Gestern ging er.", "Er ging.", ["Gestern", "er"], ["Er"]),
        ("a b", "c d", ["a b"], ["c d"]),
        ("Er kam, sah und ging.", "Sie blieb, schlief und ging.", ["Er kam, sah"], ["Sie blieb, schlief"]),
        ("a", "a", [], []),
    ],
)
def test_words_that_differ(before: str, after: str, struck: list[str], new: list[str]) -> None:
    left, right = differences(before, after)
    assert [text for text, differs in left if differs] == struck
    assert [text for text, differs in right if differs] == new


LINES = st.text(st.sampled_from("ab1.,-–„“ äß\u00a0[*<")).map(str.strip)


@given(LINES, LINES)
def test_no_letter_is_lost_and_what_is_not_marked_is_the_same(before: str, after: str) -> None:
    left, right = differences(before, after)
    assert "".join(text for text, _ in left) == before
    assert "".join(text for text, _ in right) == after
    kept = ["".join("".join(text for text, differs in side if not differs).split()) for side in (left, right)]
    assert kept[0] == kept[1]
    assert all(text.strip() == text != "" for side in (left, right) for text, differs in side if differs)
