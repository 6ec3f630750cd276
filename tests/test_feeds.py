"""The feeds as feed readers see them, and what a change of the seeds changes in them."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from test_faults import verify_all
from workshop import HARBOUR, copy_dossier

from generator.feeds import NEWEST, feeds
from generator.parsing import parse_seeds
from generator.pipeline import Project, load, rendered
from generator.problems import Problems
from generator.release.record import record
from generator.site_address import ADDRESS

SITE = "https://example.org/dossier/"
FUNK = "articles/2031-03-20-funk.yml"
NEW = """
title: Boot nach Nordersiel verlegt
published: 2031-07-01
published_basis: stated
added: 2031-07-02
outlet: siel-bote
claims:
  - {id: verlegt, p: 1, text: Der Lotsenbund verlegte im Juli 2031 ein Boot nach Nordersiel., when: 2031-07-01}
"""


@pytest.fixture(autouse=True)
def known_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)


def written(project: Project) -> dict[str, str]:
    """All feeds of a dossier."""
    problems = Problems()
    loaded = load(project, problems)
    assert loaded, [str(problem) for problem in problems]
    return dict(feeds(loaded.dossier, loaded.redirects.addresses))


def change(project: Project, path: str, old: str, new: str) -> None:
    file = project.seeds / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def read(text: str) -> Any:
    feed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not feed.bozo, feed.bozo_exception
    return feed


def entry(found: dict[str, str], path: str, article: str) -> Any:
    return next(each for each in read(found[path]).entries if f"{SITE}articles/" in each.link and article in each.link)


def test_there_is_one_of_the_site_and_of_each_topic(harbour: Project) -> None:
    loaded = load(harbour, Problems())
    assert loaded
    topics = {f"{topic.kind.folder}/{topic.id}.atom.xml" for topic in loaded.dossier.topics.values()}
    found = {path: text for path, text in rendered(loaded).items() if path.endswith(".xml")}
    assert found.keys() == topics | {"feed.xml"}
    assert found == written(harbour)


def test_readers_understand_each(harbour: Project) -> None:
    for path, text in written(harbour).items():
        feed = read(text)
        assert feed.version == "atom10"
        assert feed.feed.id == SITE + path
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [SITE + path]
        assert feed.feed.title.endswith("Der Hafenstreit von Nordersiel")
        assert feed.feed.author
        ids = [each.id for each in feed.entries]
        assert len(set(ids)) == len(ids)
        days = [each.updated for each in feed.entries]
        assert days == sorted(days, reverse=True)
        assert feed.feed.updated == (days[0] if days else "1970-01-01T00:00:00Z")
        for each in feed.entries:
            assert each.link.startswith((f"{SITE}articles/", f"{SITE}corrections/#"))
            assert each.title
            assert each.published <= each.updated


def test_an_entry_holds_the_claims_about_the_topic_alone(harbour: Project) -> None:
    found = written(harbour)
    article = "articles/2031-03-14-uebergabe/"
    assert len([each for each in read(found["feed.xml"]).entries if "/articles/" in each.link]) == 5
    about = entry(found, "bases/old-pier.atom.xml", article).summary
    assert f'Unterhalt der Alten Mole. <a href="{SITE}{article}#unterhalt">' in about
    assert "zwölf Boote" not in about
    assert "zwölf Boote" in entry(found, "feed.xml", article).summary
    # Who published it may stand in no claim
    assert "zwölf Boote" in entry(found, "outlets/siel-bote.atom.xml", article).summary


def test_the_same_seeds_give_the_same_bytes(harbour: Project, tmp_path: Path) -> None:
    assert written(harbour) == written(copy_dossier(HARBOUR, tmp_path / "again"))


def test_a_new_article_touches_the_feeds_of_its_topics_alone(harbour: Project) -> None:
    before = written(harbour)
    (harbour.seeds / "articles/2031-07-01-boot.yml").write_text(NEW, encoding="utf-8")
    after = written(harbour)
    changed = {path for path in after if after[path] != before.get(path)}
    touched = {"actors/pilots", "places/nordersiel", "outlets/siel-bote"}
    assert changed == {"feed.xml", *(f"{topic}.atom.xml" for topic in touched)}
    for path in changed:
        old, new = read(before[path]), read(after[path])
        assert [each.id for each in new.entries][1:] == [each.id for each in old.entries]
        assert new.entries[1:] == old.entries
        assert new.feed.updated == "2031-07-02T00:00:00Z"


def test_an_article_without_claims_comes_to_the_feeds_of_its_topics(harbour: Project) -> None:
    found = written(harbour)
    assert "Noch nicht ausgewertet" in entry(found, "bases/lock-station.atom.xml", "2031-06-ausblick").summary


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FUNK, "title: Nur noch sieben Boote gezählt", "title: Ein anderer Titel"),
        (FUNK, "title: Nur", "corrected: {date: 2031-06-09, reason: Der Titel war falsch.}\ntitle: Nur"),
        (FUNK, "title: Nur", "withdrawn: {date: 2031-06-09, reason: Der Artikel war erfunden.}\ntitle: Nur"),
        ("actors/actors.yml", "name: Lotsenbund", "name: Bund der Lotsen\n  aliases: Lotsenbund"),
    ],
)
def test_ids_stay_whatever_changes(harbour: Project, path: str, old: str, new: str) -> None:
    def ids() -> dict[str, set[str]]:
        return {path: {each.id for each in read(text).entries} for path, text in written(harbour).items()}

    before = ids()
    change(harbour, path, old, new)
    after = ids()
    new_ones = {each for path in after for each in after[path] - before[path]}
    assert {path: after[path] - new_ones for path in after} == before
    told = {
        "corrected": {f"{SITE}corrections/#2031-03-20-funk.1"},
        "withdrawn": {f"{SITE}corrections/#2031-03-20-funk.withdrawn"},
    }
    assert new_ones == told.get(new.partition(":")[0], set())


def test_corrections_and_withdrawals_are_entries_of_their_own_in_the_feed_of_the_site(harbour: Project) -> None:
    found = written(harbour)
    lob, irrtum = (
        next(each for each in read(found["feed.xml"]).entries if each.link.endswith(anchor))
        for anchor in ("/corrections/#2031-03-20-funk.lob", "/corrections/#2031-03-20-funk.irrtum")
    )
    assert lob.id == f"{SITE}corrections/#2031-03-20-funk.lob.1"
    assert lob.title == "Aussage berichtigt: Nur noch sieben Boote gezählt"
    assert lob.published == lob.updated == "2031-06-03T00:00:00Z"
    assert "Zunächst fehlte die Wertung im Satz." in lob.summary
    assert "<p>Danach: Der Abzug der Hafenwacht sei überfällig gewesen.</p>" in lob.summary
    assert "Zuvor" not in lob.summary
    assert irrtum.title == "Aussage zurückgezogen: Nur noch sieben Boote gezählt"
    assert "Möweninsel" not in irrtum.summary
    assert [path for path in found if path != "feed.xml" and "corrections/" in found[path]] == []


def test_a_second_correction_is_a_second_entry(harbour: Project) -> None:
    verify_all(harbour, parse_seeds(harbour.seeds, harbour.root, Problems()))
    loaded = load(harbour, problems := Problems())
    assert loaded
    assert "new addresses" in record(harbour, loaded, problems)
    before = written(harbour)["feed.xml"]
    assert before == written(copy_dossier(harbour.root, harbour.root / "again"))["feed.xml"]
    change(harbour, FUNK, "sei überfällig gewesen", "sei längst überfällig gewesen")
    change(
        harbour,
        FUNK,
        "{date: 2031-06-03, reason: Zunächst fehlte die Wertung im Satz.}",
        "{date: 2031-06-20, reason: Ein Wort fehlte.}",
    )
    after = read(written(harbour)["feed.xml"])
    assert after.feed.updated == "2031-06-20T00:00:00Z"
    first, second = (next(each for each in after.entries if each.id.endswith(f".lob.{number}")) for number in (1, 2))
    assert first == next(each for each in read(before).entries if each.id == first.id)
    assert "<p>Zuvor: Der Abzug der Hafenwacht sei überfällig gewesen.</p>" in second.summary
    assert "<p>Danach: Der Abzug der Hafenwacht sei längst überfällig gewesen.</p>" in second.summary


def test_corrections_and_withdrawals_of_claims_update_the_entry(harbour: Project) -> None:
    found = written(harbour)
    told = entry(found, "feed.xml", "2031-03-20-funk")
    assert (told.published, told.updated) == ("2031-06-02T00:00:00Z", "2031-06-03T00:00:00Z")
    assert "(Berichtigt am 3. Juni 2031: Zunächst fehlte die Wertung im Satz.)" in told.summary
    assert f'Der Absatz spricht von einer Übung. <a href="{SITE}articles/2031-03-20-funk/#irrtum">' in told.summary
    # A feed whose topic they do not concern does not change for them
    assert entry(found, "places/nordersiel.atom.xml", "2031-03-20-funk").updated == "2031-06-02T00:00:00Z"


def test_what_is_withdrawn_is_no_longer_told(harbour: Project) -> None:
    withdrawn = "withdrawn: {date: 2031-06-09, reason: Der Artikel war erfunden.}\ntitle: Nur"
    change(harbour, FUNK, "title: Nur", withdrawn)
    told = entry(written(harbour), "actors/pilots.atom.xml", "2031-03-20-funk")
    assert told.updated == "2031-06-09T00:00:00Z"
    assert "Zurückgezogen am 9. Juni 2031: Der Artikel war erfunden." in told.summary
    assert "sieben Boote der" not in told.summary


def test_awkward_characters_arrive(harbour: Project) -> None:
    title = "<b>&amp; ]]> \"Boote\" 'x' \U0001f6a2 *y*"
    change(harbour, FUNK, "title: Nur noch sieben Boote gezählt", "title: |-\n  " + title)
    change(harbour, FUNK, "überfällig gewesen.", "<i>überfällig</i> & gewesen.")
    text = written(harbour)["feed.xml"]
    told = entry({"feed.xml": text}, "feed.xml", "2031-03-20-funk")
    assert "&lt;i&gt;überfällig&lt;/i&gt; &amp; gewesen." in told.summary
    titles = [each.text for each in ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}title")]  # noqa: S314 - ours
    assert title in titles


def test_without_an_address_there_are_none(harbour: Project) -> None:
    settings = harbour.root / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("site_url")), encoding="utf-8")
    assert written(harbour) == {}


def test_who_subscribed_to_a_topic_under_its_old_id_is_served(harbour: Project) -> None:
    loaded = load(harbour, Problems())
    assert loaded
    moved = {"bases/pier": "bases/old-pier", "gone/pier": "bases/old-pier", "articles/a": "articles/2031-03-20-funk"}
    found = dict(feeds(loaded.dossier, moved))
    assert found.keys() - dict(feeds(loaded.dossier, {})).keys() == {"bases/pier.atom.xml"}
    assert found["bases/pier.atom.xml"] == found["bases/old-pier.atom.xml"]


def test_a_feed_names_the_newest(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert NEWEST >= 20
    monkeypatch.setattr("generator.feeds.NEWEST", 2)

    articles = [f"{SITE}articles/{name}/" for name in ("2031-06-ausblick", "2031-05-schleuse")]
    assert [each.link for each in read(written(harbour)["feed.xml"]).entries] == articles
