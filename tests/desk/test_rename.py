"""One id becomes another everywhere, and nothing else changes."""

import re
from pathlib import Path

import pytest
import small
from workshop import HARBOUR, ROOT, copy_dossier, dossier, files

from generator.desk.chosen_ids import renaming_of
from generator.desk.rename import Renamed, rename
from generator.desk.trial import Refused
from generator.pipeline import Loaded, Project, load
from generator.problems import Problems
from generator.verification.lock import load_lock
from generator.verification.verify import frozen

NEW = "neu-benannt"


def loaded(project: Project) -> Loaded:
    found = load(project, problems := Problems())
    assert found, list(map(str, problems))
    return found


def renamed(project: Project, old: str, new: str = NEW) -> Renamed:
    before = loaded(project)
    return rename(project, before, renaming_of(before, old, new), project.seeds / "fulltexts")


def apply(project: Project, change: Renamed) -> None:
    for path, content in change.changes.items():
        if content is None:
            (project.root / path).unlink()
        else:
            (project.root / path).write_bytes(content)


def all_ids(of: Loaded) -> list[str]:
    seeds = of.seeds
    ids = [*seeds.articles, *seeds.topics, *seeds.events, *seeds.questions, *seeds.measures]
    return ids + [f"{name}#{claim.id}" for name, article in seeds.articles.items() for claim in article.record.claims]


@pytest.mark.parametrize("source", ["harbour", "awkward"])
def test_every_id_of_a_dossier_there_and_back(source: str, tmp_path: Path) -> None:
    project = copy_dossier(ROOT / "tests" / "dossiers" / source, tmp_path / "project")
    if source == "harbour":
        assert dossier(project, "verify") == 0
    original = files(project.root)
    folder = project.seeds / "fulltexts"
    for old in all_ids(loaded(project)):
        there = renamed(project, old)
        for path, content in there.changes.items():
            before = there.seen[path]
            if path.name not in ("redirects.yml", "verified.lock.yml") and before and content:
                word = old.rpartition("#")[2].encode()
                assert_only_lines_with(word, before, content)
        apply(project, there)
        after = loaded(project)
        assert old not in all_ids(after)
        if source == "harbour":
            assert there.unverified == 0
            frozen(after.seeds, after.lock, folder, problems := Problems())
            assert not [problem for problem in problems if "neither found nor read" not in problem.message]
        new = f"{old.partition('#')[0]}#{NEW}" if "#" in old else NEW
        apply(project, renamed(project, new, old))
        (project.seeds / "redirects.yml").unlink()
        assert files(project.root) == original


def assert_only_lines_with(word: bytes, before: bytes, after: bytes) -> None:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    assert len(old) == len(new)
    assert all(word in one for one, other in zip(old, new, strict=True) if one != other)


@pytest.mark.parametrize(
    "old",
    [
        "irak",
        "ain-al-asad",
        "2020-06-gemeinsame-erklaerung",
        "teilabzug-2025",
        "angriff-auf-soleimani",
        "troops-iraq",
        "2025-08-24-teilabzug#einige-truppen-gehen",
    ],
)
def test_real_seeds(old: str) -> None:
    project = Project(ROOT)
    change = renamed(project, old)
    text = b"\n".join(content for path, content in change.changes.items() if content and path.suffix == ".yml")
    word = old.rpartition("#")[2]
    left = re.findall(rf"(?m)^.*(?<![\w-]){word}(?![\w-]).*$", text.decode())
    assert [line for line in left if "articles/" not in line and "/" not in line and "#" not in line] == []


EVERYWHERE = {
    "files": {
        "seeds/actors/actors.yml": (
            "# deichbund: so heißt er\n"
            "deichbund:\n  name: Deichbund   # kurz\n  type: group\n"
            "  intro: Der [[deichbund]] traf sich am 2. April 2031 im `[[deichbund]]` [@treffen].\n"
            "  note: {text: '[[ deichbund | Er ]] ist kein [[Deichbund]].', source: deichbund}\n"
            "imke-fries:\n  name: Imke Fries\n  type: person\n  aliases: [Fries]\n"
        ),
        "seeds/timeline/2031.yml": (
            "versammlung:\n  date: 2031-04-02\n  title: Der Deichbund trifft sich\n  type: meeting\n"
            "  actors:\n  - imke-fries\n  - 'deichbund'  # auch er\n"
        ),
        "docs/about.md": (
            "\ufeff# Über [[deichbund|uns]]\r\n\r\nDer [Bund](actors/deichbund.md), [[deichbund]] ä [[deichbund]]"
            " [@2031-04-lager#treffen] [x](../actors/deichbund/) deichbund\r\n"
            "```\r\n[[deichbund]]\r\n```\r\n"
        ),
    }
}


def test_everywhere_but_in_comments_code_and_words(tmp_path: Path) -> None:
    project = small.project(tmp_path, **EVERYWHERE)
    apply(project, renamed(project, "deichbund", "deichverband"))
    text = (project.seeds / "actors/actors.yml").read_text(encoding="utf-8")
    assert text.startswith("# deichbund: so heißt er\ndeichverband:\n  name: Deichbund   # kurz\n")
    assert "Der [[deichverband]] traf sich am 2. April 2031 im `[[deichbund]]` [@treffen]" in text
    assert "'[[ deichverband | Er ]] ist kein [[Deichbund]].', source: deichbund}" in text
    assert "  - 'deichverband'  # auch er\n" in (project.seeds / "timeline/2031.yml").read_text(encoding="utf-8")
    assert (project.docs / "about.md").read_bytes().decode() == (
        "\ufeff# Über [[deichverband|uns]]\r\n\r\nDer [Bund](actors/deichverband.md), [[deichverband]] ä"
        " [[deichverband]] [@2031-04-lager#treffen] [x](../actors/deichverband/) deichbund\r\n"
        "```\r\n[[deichbund]]\r\n```\r\n"
    )
    article = (project.root / small.ARTICLE).read_text(encoding="utf-8")
    assert "by: deichverband" in article
    assert "Der Deichbund traf sich" in article


def test_an_article_with_its_text_and_its_claims(tmp_path: Path) -> None:
    project = small.project(
        tmp_path,
        edits={small.ARTICLE: {"outlet: inselpost": "outlet: inselpost\nrights: full"}},
        files={
            "seeds/articles/2031-04-lager.md": "Eins.\n\nZwei.\n\nDrei.\n",
            "docs/about.md": "[[2031-04-lager]] [@2031-04-lager#treffen] [x](articles/2031-04-lager.md#treffen)\n",
        },
    )
    apply(project, renamed(project, "2031-04-lager", "2031-04-03-lager"))
    assert {path.name for path in (project.seeds / "articles").iterdir()} == {
        "2031-04-03-lager.yml",
        "2031-04-03-lager.md",
    }
    assert (project.docs / "about.md").read_text(encoding="utf-8") == (
        "[[2031-04-03-lager]] [@2031-04-03-lager#treffen] [x](articles/2031-04-03-lager.md#treffen)\n"
    )
    lock = load_lock(project.seeds, project.root, Problems())
    assert set(lock) == {f"2031-04-03-lager#{claim}" for claim in ("treffen", "vierzig", "sechzig")}
    assert all(claim.grade == "read" for claim in loaded(project).dossier.claims.values())


def test_a_claim_and_who_cites_it(tmp_path: Path) -> None:
    project = small.project(
        tmp_path,
        files={"docs/about.md": "[@treffen] [@2031-04-lager#treffen] [x](./articles/2031-04-lager.md#treffen)\n"},
    )
    change = renamed(project, "2031-04-lager#treffen", "2031-04-lager#versammelt")
    apply(project, change)
    assert (project.docs / "about.md").read_text(encoding="utf-8") == (
        "[@versammelt] [@2031-04-lager#versammelt] [x](./articles/2031-04-lager.md#versammelt)\n"
    )
    assert "[@versammelt]" in (project.seeds / "actors/actors.yml").read_text(encoding="utf-8")
    assert (project.seeds / "redirects.yml").read_text(encoding="utf-8").splitlines()[1:] == [
        "articles/2031-04-lager#treffen: articles/2031-04-lager#versammelt"
    ]
    assert change.unverified == 1  # there is no full text to make its hash anew


SECOND = "seeds/articles/2031-05-zweiter.yml"
SECOND_TEXT = """\
title: Zweiter
published: 2031-05-01
published_basis: stated
added: 2031-05-02
claims:
- id: gezaehlt
  p: 1
  text: Imke Fries zählt noch.
"""


def test_citations_name_the_article_where_two_claims_share_an_id(tmp_path: Path) -> None:
    project = small.project(tmp_path, files={SECOND: SECOND_TEXT, "docs/about.md": "[@treffen] [@gezaehlt]\n"})
    apply(project, renamed(project, "2031-04-lager#treffen", "2031-04-lager#gezaehlt"))
    expected = "[@2031-04-lager#gezaehlt] [@2031-05-zweiter#gezaehlt]\n"
    assert (project.docs / "about.md").read_text(encoding="utf-8") == expected


def test_redirects_are_kept_without_chains_or_circles(tmp_path: Path) -> None:
    project = small.project(tmp_path)

    def redirects() -> list[str]:
        return (project.seeds / "redirects.yml").read_text(encoding="utf-8").splitlines()[1:]

    apply(project, renamed(project, "deichbund", "deichverband"))
    assert redirects() == ["actors/deichbund: actors/deichverband"]
    apply(project, renamed(project, "deichverband", "verband"))
    assert redirects() == ["actors/deichbund: actors/verband", "actors/deichverband: actors/verband"]
    apply(project, renamed(project, "verband", "deichbund"))
    assert redirects() == ["actors/deichverband: actors/deichbund", "actors/verband: actors/deichbund"]
    apply(project, renamed(project, "2031-04-lager#treffen", "2031-04-lager#versammelt"))
    apply(project, renamed(project, "2031-04-lager", "2031-04-03-lager"))
    assert redirects()[-2:] == [
        "articles/2031-04-lager: articles/2031-04-03-lager",
        "articles/2031-04-lager#treffen: articles/2031-04-03-lager#versammelt",
    ]


def test_an_address_that_no_commit_knows_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What leads to it still does, and a file without a change stays as it is."""
    project = small.project(tmp_path, files={"seeds/redirects.yml": "actors/bund: actors/deichbund\n"})
    monkeypatch.setattr("generator.desk.rename.may_be_published", lambda *_: False)
    change = renamed(project, "imke-fries")
    assert not change.redirected
    assert Path("seeds/redirects.yml") not in change.changes
    change = renamed(project, "deichbund", "verband")
    assert not change.redirected
    apply(project, change)
    text = (project.seeds / "redirects.yml").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == ["actors/bund: actors/verband"]


def test_what_was_read_stays_read_where_the_text_is_at_hand(tmp_path: Path) -> None:
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    assert dossier(project, "verify") == 0
    before = loaded(project)
    assert renamed(project, "pilots").unverified == 0
    (project.seeds / "fulltexts").rename(tmp_path / "private")
    elsewhere = rename(project, before, renaming_of(before, "pilots", NEW), tmp_path)
    assert elsewhere.unverified > 0
    apply(project, elsewhere)
    changed = Problems()
    load(project, changed)
    messages = [problem.message for problem in changed if "has changed since it was verified" in problem.message]
    assert len(messages) == elsewhere.unverified


def test_a_claim_whose_text_has_changed_is_not_kept_verified(tmp_path: Path) -> None:
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    assert dossier(project, "verify") == 0
    lock = project.seeds / "verified.lock.yml"
    lock.write_text(re.sub(r"source: .*", f"source: {'0' * 19}a", lock.read_text(encoding="utf-8")), encoding="utf-8")
    change = renamed(project, "pilots")
    assert change.unverified > 0


def test_a_file_of_its_own_is_renamed_too(tmp_path: Path) -> None:
    own = {"seeds/actors/einer.yml": "einer:\n  name: Einer\n  type: group\n"}
    project = small.project(tmp_path, files=own)
    apply(project, renamed(project, "einer", "keiner"))
    assert (project.seeds / "actors/keiner.yml").read_text(
        encoding="utf-8"
    ) == "keiner:\n  name: Einer\n  type: group\n"
    assert not (project.seeds / "actors/einer.yml").exists()


def test_a_file_that_is_in_the_way_stops_it(tmp_path: Path) -> None:
    project = small.project(
        tmp_path,
        files={
            "seeds/actors/einer.yml": "einer:\n  name: Einer\n  type: group\n",
            "seeds/actors/keiner.yml": "andere:\n  name: Andere\n  type: group\n",
        },
    )
    with pytest.raises(Refused, match=r"seeds/actors/keiner.yml is there already; move it away first"):
        renamed(project, "einer", "keiner")


def test_an_id_that_cannot_be_edited_safely_is_refused(tmp_path: Path) -> None:
    project = small.project(tmp_path, edits={small.ARTICLE: {"by: deichbund": 'by: "deich\\x62und"'}})
    with pytest.raises(Refused, match=f"^{small.ARTICLE}: .* unusual way in line 22"):
        renamed(project, "deichbund", "deichverband")


def test_prose_that_cannot_be_edited_safely_is_refused(tmp_path: Path) -> None:
    note = {"note: Gezählt hat nur Imke Fries [@vierzig].": 'note: "Gezählt hat nur [[imke\\x2dfries]] [@vierzig]."'}
    project = small.project(tmp_path, edits={"seeds/questions.yml": note})
    with pytest.raises(Refused, match=r'^seeds/questions.yml: "imke-fries" is written in an unusual way in line 4'):
        renamed(project, "imke-fries", "fries-imke")


def test_an_id_that_is_also_a_spelling_is_refused(tmp_path: Path) -> None:
    """`[[bund]]` meant the one by its alias, and would mean the other by its id."""
    files_ = {"docs/about.md": "[[bund]]\n"}
    edits = {"seeds/actors/actors.yml": {"name: Deichbund": "name: Deichbund\n  aliases: bund"}}
    project = small.project(tmp_path, files=files_, edits=edits)
    with pytest.raises(Refused, match=r"would change more than the id \(.*\); is bund a spelling of something else"):
        renamed(project, "imke-fries", "bund")


def test_what_would_bring_an_error_about_is_refused_with_it(tmp_path: Path) -> None:
    project = small.project(tmp_path)
    before = loaded(project)
    (project.docs / "neu.md").write_text("[[deichbund]]\n", encoding="utf-8")  # written after the dossier was read
    with pytest.raises(Refused, match=r'docs/neu.md:1:1: unknown link target "deichbund"'):
        rename(project, before, renaming_of(before, "deichbund", NEW), tmp_path)


def test_no_lock_is_made_where_there_was_none(tmp_path: Path) -> None:
    project = small.project(tmp_path, verified=False)
    assert Path("seeds/verified.lock.yml") not in renamed(project, "deichbund").changes
