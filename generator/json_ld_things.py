"""What a page is about, as JSON-LD in the words of schema.org: topics, articles with their claims, events and so on."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.addresses import claim_url, url
from generator.citation import page_citation
from generator.dates import When, parse_when
from generator.dossier import Article, Claim, Dossier, Event, Measure, Question, Topic
from generator.exports import FOLDER, series_paths
from generator.exports.package import MEDIA_TYPES
from generator.labels import load_labels
from generator.model import anonymous
from generator.pages.data import data_files
from generator.schema_org import AGENTS, PLACES
from generator.writer import Writer

ORIGINAL = "_artikel"
"""The anchor, on the page of an article, of what is told of the article itself."""

Node = dict[str, object]


def known(when: When) -> str:
    """As much of a date as schema.org can say, never more than is known: a day, month or year.

    Empty where it is uncertain, open or reaches over more than a year.
    """
    first, last = when.earliest, when.latest
    if not first or not last or first.year != last.year or any(sign in when.text for sign in "~?%"):
        return ""
    if first == last:
        return first.isoformat()
    return first.isoformat()[: 7 if first.month == last.month else 4]


def covered(when: When) -> str:
    """The time that a claim holds for: as `known`, and an interval with both its ends; a bound may be open."""
    if "/" not in when.text:
        return known(when)
    bounds = [bound if bound == ".." else known(parse_when(bound)) for bound in when.bounds]
    return "/".join(bounds) if all(bounds) else ""


def thing(name: str, dossier: Dossier) -> Node | None:
    """What the page of this id is about."""
    if topic := dossier.topics.get(name):
        return _topic(topic, dossier)
    if article := dossier.articles.get(name):
        return _article(article, dossier)
    if event := dossier.events.get(name):
        return _event(event, dossier)
    if question := dossier.questions.get(name):
        return _question(question, dossier)
    measure = dossier.measures.get(name)
    return _measure(measure, dossier) if measure else None


def _topic(topic: Topic, dossier: Dossier) -> Node:
    record = topic.record
    node = {**_named(topic.id, dossier), "alternateName": list(record.aliases)}
    point = record.coordinates
    if point and topic.schema_class in PLACES:
        # of an area, or where it is only about right, the point alone would say more than is known
        about = point.approximate or record.type in topic.kind.areas
        words = [str(load_labels(dossier.settings.language)["map"]["approximate"])] if about else []
        told = " ".join([*words, point.source])
        node["geo"] = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon, "description": told}
    return filled(node)


def _article(article: Article, dossier: Dossier) -> Node:
    """The original, which the page is about: its headline is not known to us, the page's title is ours."""
    record = article.record
    claimed = (topic for claim in _claims(article.id, dossier) for topic in claim.topics)
    publisher = dossier.topics[record.outlet] if record.outlet else None
    return filled(
        {
            "@type": "NewsArticle",
            "@id": _original(article.id, dossier),
            "url": record.url,
            "archivedAt": record.archived_url,
            "datePublished": known(record.published),
            "inLanguage": record.language,
            "author": list(record.authors),
            "publisher": _named(publisher.id, dossier) if publisher and publisher.schema_class in AGENTS else None,
            "sourceOrganization": _named(record.agency, dossier) if record.agency else None,
            "mentions": [ref(url(dossier, topic)) for topic in dict.fromkeys((*claimed, *record.topics))],
        }
    )


def _original(article: str, dossier: Dossier) -> str:
    """The `@id` of the article itself: the place on its page that tells of it, since not each has an address known."""
    return f"{url(dossier, article)}#{ORIGINAL}"


def claims_of(article: str, dossier: Dossier) -> list[Node]:
    """What the page of this article says that it says."""
    writer, original = Writer(dossier, ""), ref(_original(article, dossier))
    return [_claim(claim, original, writer) for claim in _claims(article, dossier)]


def _claims(article: str, dossier: Dossier) -> list[Claim]:
    return [claim for claim in dossier.by_article.get(article, ()) if not claim.withdrawn]


def _claim(claim: Claim, original: Node, writer: Writer) -> Node:
    """With who says so, in words for all and as `author` for those that can be one; and its paragraphs, by number."""
    return filled(
        {
            "@type": "Claim",
            "@id": claim_url(writer.dossier, claim),
            "text": claim.text,
            "author": list(_authors(claim, writer.dossier)),
            "creditText": writer.teller_words(claim),
            "temporalCoverage": covered(claim.when) if claim.when else "",
            "appearance": [{"@type": "CreativeWork", "position": at, "isPartOf": original} for at in claim.record.p],
        }
    )


def _authors(claim: Claim, dossier: Dossier) -> Iterator[Node]:
    """A state is a place in schema.org, and no place says anything: one that does is an organisation besides."""
    for name in claim.record.by or claim.record.via:
        kind = "" if anonymous(name) else dossier.topics[name].schema_class
        if kind in AGENTS:
            yield _named(name, dossier)
        elif kind in PLACES:
            yield _named(name, dossier) | {"@type": [kind, "Organization"]}


def _event(event: Event, dossier: Dossier) -> Node:
    """Where it was is what the editor gave as its places: claims that tell of it name some for other reasons.

    An interval has no end here: it may say how long the event lasted, or only within what time it happened.
    """
    places = [name for name in event.record.places if dossier.topics[name].schema_class in PLACES]
    return filled(
        {
            "@type": "Event",
            "@id": url(dossier, event.id),
            "name": event.record.title,
            "startDate": known(event.record.date),
            "location": [ref(url(dossier, name)) for name in places],
            "about": [ref(url(dossier, name)) for name in event.topics if name not in places],
        }
    )


def _question(question: Question, dossier: Dossier) -> Node:
    answers = [(label, question.claims_for(word)) for word, label in question.record.positions.items()]
    return {
        "@type": "Question",
        "@id": url(dossier, question.id),
        "name": question.record.title,
        "suggestedAnswer": [
            {"@type": "Answer", "text": label, "citation": [ref(claim_url(dossier, claim)) for claim in claims]}
            for label, claims in answers
            if claims
        ],
    }


def _measure(measure: Measure, dossier: Dossier) -> Node:
    record = measure.record
    articles = dict.fromkeys(figure.claim.article.id for figure in measure.figures)
    return filled(
        {
            "@type": "Dataset",
            "@id": url(dossier, measure.id),
            "name": record.title,
            "description": record.scope,
            "variableMeasured": {"@type": "PropertyValue", "name": record.title, "unitText": record.unit},
            "about": [ref(url(dossier, name)) for name in record.topics],
            "isBasedOn": [ref(_original(name, dossier)) for name in articles],
            "distribution": [_download(path, dossier) for path in series_paths(measure.id) if measure.figures],
        }
    )


def data(path: str, title: str, dossier: Dossier) -> Node:
    """The whole dossier as files: what its page, at `path`, lists."""
    newest = page_citation(path, title, dossier).date
    return filled(
        {
            "@type": "Dataset",
            "@id": url(dossier, path),
            "name": dossier.settings.title,
            "description": dossier.settings.scope,
            "inLanguage": dossier.settings.language,
            "dateModified": known(newest) if newest else "",
            "distribution": [
                _download(f"{FOLDER}/{file.name}.{ending}", dossier)
                for file in data_files(dossier)
                for ending in file.endings
            ],
        }
    )


def _download(path: str, dossier: Dossier) -> Node:
    media_type = MEDIA_TYPES[path.rpartition(".")[2]]
    return {"@type": "DataDownload", "contentUrl": dossier.address + quote(path), "encodingFormat": media_type}


def _named(topic: str, dossier: Dossier) -> Node:
    found = dossier.topics[topic]
    return {"@type": found.schema_class, "@id": url(dossier, topic), "name": found.record.name}


def ref(address: str) -> Node:
    return {"@id": address}


def filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
