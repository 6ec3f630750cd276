"""What each page tells machines, as JSON-LD in the words of schema.org: only what the dossier knows, in few words.

`.json-ld.json` in docs/ holds it page by page; the hook (mkdocs_hook.py) puts it into the head of each. Only the page
of an article lists claims, so that no page grows with the dossier. The `@id` of a thing is the address of its page, and
that of a claim its permalink; the page itself has a `url` alone. Nothing is told where the site's address is not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.addresses import HOME, SEARCH_PAGE, claim_url, page_path, url
from generator.dates import When
from generator.dossier import Article, Claim, Dossier, Event, Measure, Question, Topic
from generator.pages.page import Page
from generator.schema_org import AGENTS, PLACES

JSON_LD_FILE = ".json-ld.json"
CONTEXT = "https://schema.org"
NOT_TOLD = ("moved",)
"""Templates of pages that only lead elsewhere."""

Node = dict[str, object]


def json_ld(dossier: Dossier, pages: Iterable[Page], hand_written: Iterable[str]) -> dict[str, Node]:
    """Path inside docs/ → what the page tells; no path of a page that leads elsewhere or whose article is withdrawn."""
    if not dossier.address:
        return {}
    withdrawn = {page_path(dossier, name) for name, article in dossier.articles.items() if article.record.withdrawn}
    shown = [page for page in pages if page.template not in NOT_TOLD and page.path not in withdrawn]
    titles = {page.path: page.title for page in shown} | {path: dossier.page_titles[path] for path in hand_written}
    return {
        path: {"@context": CONTEXT} | (_home(dossier) if path == HOME else _page(path, titles, dossier))
        for path in titles
    }


def json_ld_text(nodes: Mapping[str, Node]) -> str:
    """The text of `.json-ld.json`."""
    return json.dumps(nodes, ensure_ascii=False, indent=1) + "\n"


def scripts(file: Path) -> dict[str, str]:
    """Path inside docs/ → JSON for the page's head, which no word in it can end; nothing where there is no file."""
    if not file.exists():
        return {}
    nodes = json.loads(file.read_text(encoding="utf-8"))
    return {
        path: json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        for path, node in nodes.items()
    }


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


def _home(dossier: Dossier) -> Node:
    search = {"@type": "EntryPoint", "urlTemplate": f"{url(dossier, SEARCH_PAGE)}?q={{search_term_string}}"}
    return {
        "@type": "WebSite",
        "@id": dossier.address,
        "url": dossier.address,
        "name": dossier.settings.title,
        "description": dossier.settings.scope,
        **_ours(dossier),
        "potentialAction": {
            "@type": "SearchAction",
            "target": search,
            "query-input": "required name=search_term_string",
        },
    }


def _page(path: str, titles: Mapping[str, str], dossier: Dossier) -> Node:
    node: Node = {
        "@type": "WebPage",
        "url": url(dossier, path),
        "name": titles[path],
        **_ours(dossier),
        "isPartOf": _ref(dossier.address),
        "breadcrumb": _breadcrumb(path, titles, dossier),
    }
    name = PurePosixPath(path).stem
    thing = _thing(name, dossier)
    if thing and path == page_path(dossier, name):  # else a page by hand that is called as a topic is
        node["mainEntity"] = thing
        node["hasPart"] = [_claim(claim, dossier) for claim in _claims(name, dossier)]
    return _filled(node)


def _ours(dossier: Dossier) -> Node:
    """What holds for all words of ours."""
    return {
        "inLanguage": dossier.settings.language,
        "license": {"@type": "CreativeWork", "name": dossier.settings.license},
    }


def _breadcrumb(path: str, titles: Mapping[str, str], dossier: Dossier) -> Node:
    section = f"{PurePosixPath(path).parent}/index.md"
    way = dict.fromkeys((HOME, *([section] if section in titles else []), path))
    steps = [
        {"@type": "ListItem", "position": position, "name": titles[step], "item": _ref(url(dossier, step))}
        for position, step in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _thing(name: str, dossier: Dossier) -> Node | None:
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
    # of an area, or where it is only about right, a point would say more than is known
    if point and not point.approximate and record.type not in topic.kind.areas and topic.schema_class in PLACES:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
    return _filled(node)


def _article(article: Article, dossier: Dossier) -> Node:
    """The original: its headline is not known to us, the page's title is ours."""
    record = article.record
    claimed = (topic for claim in _claims(article.id, dossier) for topic in claim.topics)
    publisher = dossier.topics[record.outlet] if record.outlet else None
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": url(dossier, article.id),
            "url": record.url,
            "archivedAt": record.archived_url,
            "datePublished": known(record.published),
            "inLanguage": record.language,
            "author": list(record.authors),
            "publisher": _named(publisher.id, dossier) if publisher and publisher.schema_class in AGENTS else None,
            "sourceOrganization": _named(record.agency, dossier) if record.agency else None,
            "mentions": [_ref(url(dossier, topic)) for topic in dict.fromkeys((*claimed, *record.topics))],
        }
    )


def _claims(article: str, dossier: Dossier) -> list[Claim]:
    return [claim for claim in dossier.by_article.get(article, ()) if not claim.withdrawn]


def _claim(claim: Claim, dossier: Dossier) -> Node:
    appearance = _ref(url(dossier, claim.article.id))
    return {"@type": "Claim", "@id": claim_url(dossier, claim), "text": claim.text, "appearance": appearance}


def _event(event: Event, dossier: Dossier) -> Node:
    """Where it was is what the editor gave as its places: claims that tell of it name some for other reasons.

    An interval has no end here: it may say how long the event lasted, or only within what time it happened.
    """
    places = [name for name in event.record.places if dossier.topics[name].schema_class in PLACES]
    return _filled(
        {
            "@type": "Event",
            "@id": url(dossier, event.id),
            "name": event.record.title,
            "startDate": known(event.record.date),
            "location": [_ref(url(dossier, name)) for name in places],
            "about": [_ref(url(dossier, name)) for name in event.topics if name not in places],
        }
    )


def _question(question: Question, dossier: Dossier) -> Node:
    answers = [(label, question.claims_for(word)) for word, label in question.record.positions.items()]
    return {
        "@type": "Question",
        "@id": url(dossier, question.id),
        "name": question.record.title,
        "suggestedAnswer": [
            {"@type": "Answer", "text": label, "citation": [_ref(claim_url(dossier, claim)) for claim in claims]}
            for label, claims in answers
            if claims
        ],
    }


def _measure(measure: Measure, dossier: Dossier) -> Node:
    record = measure.record
    articles = dict.fromkeys(figure.claim.article.id for figure in measure.figures)
    return _filled(
        {
            "@type": "Dataset",
            "@id": url(dossier, measure.id),
            "name": record.title,
            "description": record.scope,
            "variableMeasured": {"@type": "PropertyValue", "name": record.title, "unitText": record.unit},
            "about": [_ref(url(dossier, name)) for name in record.topics],
            "isBasedOn": [_ref(url(dossier, name)) for name in articles],
        }
    )


def _named(topic: str, dossier: Dossier) -> Node:
    found = dossier.topics[topic]
    return {"@type": found.schema_class, "@id": url(dossier, topic), "name": found.record.name}


def _ref(address: str) -> Node:
    return {"@id": address}


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
