"""Atom feeds (RFC 4287): one of the site and one of each topic, an entry an article; kept where pages are published.

An entry's id is the permanent address of what it is about, so a new title, a correction or a withdrawal updates the
entry that readers have; an article or topic that is renamed has another address and thus another entry. As many feed
readers show no update, each correction and withdrawal is an entry of its own in the feed of the site. All moments
come from the seeds. Written with the standard library: feedgen reads the clock whenever it makes a feed or an entry,
and brings lxml along for what are five elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.addresses import CORRECTIONS_PAGE, HOME, claim_url, correction_anchor, folders, page_path, url
from generator.corrections import changed
from generator.dossier import Article, Claim, Dossier, Revision
from generator.german.dates import write_when
from generator.labels import Labels, load_labels
from generator.model import Notice
from generator.sources import Sources

SITE_FEED = "feed.xml"
ENDING = ".atom.xml"
"""Behind the path of a topic's page without its own ending: the feed lies beside the page."""
NEWEST = 100
"""How many articles a feed names at most."""
_NO_ENTRY_YET = "1970-01-01"
"""A feed must say when it changed last; of one that nothing has come to yet, no day of the seeds says that."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Entry:
    """An article in a feed, or what became of one: what it says, and the days on which that came and changed."""

    id: str
    title: str
    link: str
    published: str
    updated: str
    summary: str


def feeds(dossier: Dossier, moved: Mapping[str, str]) -> dict[str, str]:
    """Path inside docs/ → feed; none where the site's address is not known, since a feed's ids are whole addresses.

    `moved` are old addresses with the new ones: whoever subscribed to a topic under an old one is served there still.
    """
    if not dossier.address:
        return {}
    words = load_labels(dossier.settings.language)
    everything = [_entry(dossier, words, article, claims) for article, claims in _told(dossier)]
    everything += _changes(dossier, words)
    found = {SITE_FEED: _feed(dossier, dossier.settings.title, HOME, SITE_FEED, everything)}
    concerned: dict[str, list[_Entry]] = {topic: [] for topic in dossier.topics}
    for article, claims in _told(dossier):
        for topic in concerns(article, claims):
            concerned[topic].append(_entry(dossier, words, article, _about(topic, article, claims), topic))
    for topic, entries in concerned.items():
        title = words["feed"]["topic"].format(name=dossier.topics[topic].record.name, dossier=dossier.settings.title)
        path = topic_feed(dossier, topic)
        found[path] = _feed(dossier, title, topic, path, entries)
    return found | dict(_moved(found, moved, folders(dossier.settings)))


def _moved(found: Mapping[str, str], moved: Mapping[str, str], places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for old, new in moved.items():
        if f"{new}{ENDING}" in found and f"{old}{ENDING}" not in found and old.partition("/")[0] in places:
            yield f"{old}{ENDING}", found[f"{new}{ENDING}"]


def topic_feed(dossier: Dossier, topic: str) -> str:
    """Path of a topic's feed inside docs/."""
    return page_path(dossier, topic).removesuffix(".md") + ENDING


def feed_paths(files: Iterable[str]) -> dict[str, str]:
    """Path of a page → path of its feed, of those feeds that are among the files."""
    there = sorted(files)
    beside = {f"{path.removesuffix(ENDING)}.md": path for path in there if path.endswith(ENDING)}
    return beside | ({HOME: SITE_FEED} if SITE_FEED in there else {})


def _told(dossier: Dossier) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Each article with its claims in its own order."""
    return ((article, dossier.by_article[article.id]) for article in dossier.articles.values())


def concerns(article: Article, claims: Iterable[Claim]) -> dict[str, None]:
    """The topics whose feeds name the article. A withdrawn claim counts: its readers are told."""
    told_of = (topic for claim in claims for topic in claim.topics)
    return dict.fromkeys((*article.record.topics, *Sources.published_by(article), *told_of))


def _about(topic: str, article: Article, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that concern a topic; all, where it published the article or no single claim is about it."""
    about = [] if topic in Sources.published_by(article) else [claim for claim in claims if topic in claim.topics]
    return about or list(claims)


def _entry(dossier: Dossier, words: Labels, article: Article, claims: Iterable[Claim], topic: str = "") -> _Entry:
    claims = tuple(claims)
    marks = [(article.record.corrected, article.record.withdrawn)]
    marks += [(claim.record.corrected, claim.record.withdrawn) for claim in claims]
    link = url(dossier, article.id)
    return _Entry(
        id=f"{url(dossier, topic)}#{article.id}" if topic else link,
        title=article.record.title,
        link=link,
        published=article.record.added.text,
        updated=max([article.record.added.text, *(notice.date.text for both in marks for notice in both if notice)]),
        summary="".join(_summary(dossier, words, article, claims)),
    )


def _changes(dossier: Dossier, words: Labels) -> Iterator[_Entry]:
    """What was corrected or withdrawn; corrections are numbered, as one day may bring two."""
    for each in changed(dossier):
        link = f"{url(dossier, CORRECTIONS_PAGE)}#{correction_anchor(each.article, each.claim)}"
        steps = [("corrected", str(number), step) for number, step in enumerate(each.revisions, start=1)]
        if each.withdrawn:
            steps.append(("withdrawn", "withdrawn", Revision(each.withdrawn, "", "")))
        for kind, name, step in steps:
            title = words["feed"]["titles"]["claim" if each.claim else "article"][kind]
            yield _Entry(
                id=f"{link}.{name}",
                title=title.format(title=each.article.record.title),
                link=link,
                published=step.notice.date.text,
                updated=step.notice.date.text,
                summary="".join(_change(dossier, words, each.article, kind, step)),
            )


def _change(dossier: Dossier, words: Labels, article: Article, kind: str, step: Revision) -> Iterator[str]:
    label = html.escape(Sources(dossier, HOME).article_label(article))
    yield f"<p>{label}</p><p>{_notice(words, kind, step.notice)}</p>"
    if step.before != step.after:
        for name, text in (("before", step.before), ("after", step.after)):
            if text:
                yield f"<p>{html.escape(words['corrections'][name])}: {html.escape(text)}</p>"


def _summary(dossier: Dossier, words: Labels, article: Article, claims: Iterable[Claim]) -> Iterator[str]:
    """As HTML: whose article it is, what became of it, and its claims, each with its permalink."""
    record = article.record
    yield f"<p>{html.escape(Sources(dossier, HOME).article_label(article))}</p>"
    if record.withdrawn:
        yield f"<p>{_notice(words, 'withdrawn', record.withdrawn)}</p>"
        return
    if record.corrected:
        yield f"<p>{_notice(words, 'corrected', record.corrected)}</p>"
    items = "".join(f"<li>{_claim(dossier, words, claim)}</li>" for claim in claims)
    yield f"<ul>{items}</ul>" if items else f"<p>{html.escape(words['feed']['no_claims'])}</p>"


def _claim(dossier: Dossier, words: Labels, claim: Claim) -> str:
    """The sentence, or in its place why it is no longer held."""
    link = f' <a href="{html.escape(claim_url(dossier, claim))}">{html.escape(words["feed"]["claim"])}</a>'
    if claim.record.withdrawn:
        return _notice(words, "withdrawn", claim.record.withdrawn) + link
    changed = f" ({_notice(words, 'corrected', claim.record.corrected)})" if claim.record.corrected else ""
    return html.escape(claim.text) + changed + link


def _notice(words: Labels, kind: str, notice: Notice) -> str:
    return html.escape(words["feed"][kind].format(date=write_when(notice.date), reason=notice.reason))


def _feed(dossier: Dossier, title: str, page: str, path: str, entries: Iterable[_Entry]) -> str:
    """A feed of what is on `page`, the last changed first."""
    newest = sorted(entries, key=lambda entry: (entry.updated, entry.published, entry.id), reverse=True)
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": dossier.settings.language})
    _add(root, "id", dossier.address + path)
    _add(root, "title", title)
    _add(root, "updated", _moment(newest[0].updated if newest else _NO_ENTRY_YET))
    _link(root, "self", dossier.address + path, "application/atom+xml")
    _link(root, "alternate", url(dossier, page), "text/html")
    _add(ET.SubElement(root, "author"), "name", dossier.settings.title)
    _add(root, "rights", dossier.settings.license)
    for entry in newest[:NEWEST]:
        element = ET.SubElement(root, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "published", _moment(entry.published))
        _add(element, "updated", _moment(entry.updated))
        _link(element, "alternate", entry.link, "text/html")
        _add(element, "summary", entry.summary).set("type", "html")
    ET.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _NOT_IN_XML.sub("\ufffd", text)
    return element


def _link(parent: ET.Element, rel: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": media_type, "href": href})


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
