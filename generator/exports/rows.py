"""The resolved dossier → the rows of each table, by the names of its columns.

Of a withdrawn claim there is a row, so that its address still says what became of it: id, article, day and reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import claim_url, title_of, url
from generator.dates import When
from generator.dossier import Article, Claim, DatedFigure, Dossier
from generator.german.dates import write_when
from generator.markup import plain
from generator.model import Notice, anonymous
from generator.writer import Writer

Value = str | int | float | bool | list[str] | list[int] | None
Row = dict[str, Value]


def rows(dossier: Dossier) -> dict[str, list[Row]]:
    """Table → its rows."""
    claims = [claim for name in dossier.articles for claim in dossier.by_article.get(name, ())]
    live = [claim for claim in claims if not claim.withdrawn]
    return {
        "articles": [_article(dossier, article) for article in dossier.articles.values()],
        "claims": [_withdrawn(dossier, claim) if claim.withdrawn else _claim(dossier, claim) for claim in claims],
        "topics": list(_topics(dossier)),
        "events": list(_events(dossier)),
        "questions": list(_questions(dossier)),
        "positions": list(_positions(dossier)),
        "answers": list(_answers(dossier)),
        "measures": list(_measures(dossier)),
        "figures": list(_figures(dossier)),
        "statuses": [row for claim in live for row in _statuses(dossier, claim)],
        "roles": [row for claim in live for row in _roles(dossier, claim)],
        "relations": [row for claim in live for row in _relations(dossier, claim)],
    }


def _article(dossier: Dossier, article: Article) -> Row:
    record = article.record
    return {
        "id": article.id,
        "title": record.title,
        **_when("published", record.published),
        "published_basis": record.published_basis,
        "added_on": _day(record.added),
        "outlet_id": record.outlet,
        "agency_id": record.agency,
        "authors": list(record.authors),
        "language": record.language,
        "url": record.url,
        "archived_url": record.archived_url,
        "provenance": record.provenance,
        "topic_ids": list(record.topics),
        "claim_count": sum(not claim.withdrawn for claim in dossier.by_article.get(article.id, ())),
        **_notice("corrected", record.corrected),
        **_notice("withdrawn", record.withdrawn),
        "permalink": url(dossier, article.id),
    }


def _claim(dossier: Dossier, claim: Claim) -> Row:
    record = claim.record
    return {
        "id": claim.key,
        "article_id": claim.article.id,
        "text": claim.text,
        "quotes": list(record.quote),
        "paragraphs": list(record.p),
        **_when("when", claim.when),
        "modality": record.modality,
        **_said(claim),
        "event_ids": list(record.event),
        "topic_ids": list(claim.topics),
        "verification": claim.grade,
        "verified_by": claim.reader or None,
        **_notice("corrected", record.corrected),
        **_notice("withdrawn", None),
        "permalink": claim_url(dossier, claim),
    }


def _withdrawn(dossier: Dossier, claim: Claim) -> Row:
    """Nothing that the claim said."""
    notice = claim.record.withdrawn or claim.article.record.withdrawn
    kept: Row = {"id": claim.key, "article_id": claim.article.id, "permalink": claim_url(dossier, claim)}
    emptied: Row = {name: [] if isinstance(value, list) else None for name, value in _claim(dossier, claim).items()}
    return emptied | kept | _notice("withdrawn", notice)


def _topics(dossier: Dossier) -> Iterator[Row]:
    for topic in dossier.topics.values():
        record, point, note = topic.record, topic.record.coordinates, topic.record.note
        yield {
            "id": topic.id,
            "kind": topic.kind_id,
            "kind_label": topic.kind.singular,
            "name": record.name,
            "type": record.type,
            "type_label": topic.kind.types[record.type],
            "aliases": list(record.aliases),
            "latitude": point.lat if point else None,
            "longitude": point.lon if point else None,
            "coordinates_approximate": point.approximate if point else None,
            "coordinates_source": point.source if point else None,
            "intro": _prose(dossier, record.intro),
            "note": _prose(dossier, note.text if note else None),
            "note_source": note.source if note else None,
            "claim_count": len(dossier.about.get(topic.id, ())),
            "permalink": url(dossier, topic.id),
        }


def _events(dossier: Dossier) -> Iterator[Row]:
    for event in dossier.events.values():
        record = event.record
        yield {
            "id": event.id,
            "title": record.title,
            "type": record.type,
            "type_label": dossier.settings.event_types[record.type],
            **_when("when", record.date),
            "when_written": write_when(record.date),
            "place_ids": list(record.places),
            "topic_ids": list(event.topics),
            "claim_count": len(event.accounts),
            "permalink": url(dossier, event.id),
        }


def _questions(dossier: Dossier) -> Iterator[Row]:
    for question in dossier.questions.values():
        yield {
            "id": question.id,
            "title": question.record.title,
            "status": question.record.status,
            "note": _prose(dossier, question.record.note),
            "permalink": url(dossier, question.id),
        }


def _positions(dossier: Dossier) -> Iterator[Row]:
    for question in dossier.questions.values():
        for position, label in question.record.positions.items():
            count = len(question.claims_for(position))
            yield {"question_id": question.id, "position": position, "label": label, "claim_count": count}


def _answers(dossier: Dossier) -> Iterator[Row]:
    for question in dossier.questions.values():
        for answer, claim in question.answers:
            yield {"question_id": question.id, "position": answer.position, **_of(dossier, claim)}


def _measures(dossier: Dossier) -> Iterator[Row]:
    for measure in dossier.measures.values():
        yield {
            "id": measure.id,
            "title": measure.record.title,
            "unit": measure.record.unit,
            "scope": measure.record.scope,
            "topic_ids": list(measure.record.topics),
            "figure_count": len(measure.figures),
            "permalink": url(dossier, measure.id),
        }


def _figures(dossier: Dossier) -> Iterator[Row]:
    writer = Writer(dossier, "")
    for measure in dossier.measures.values():
        for dated in measure.figures:
            yield {
                "measure_id": measure.id,
                "title": measure.record.title,
                "unit": measure.record.unit,
                **_when("as_of", dated.as_of),
                **_number(dated),
                "written": f"{writer.figure(dated)} ({measure.record.unit})",  # or else "2.500" would be read as 2.5
                "text": dated.claim.text,
                **_said(dated.claim),
                "source": writer.article_label(dated.claim.article),
                "article_id": dated.claim.article.id,
                **_of(dossier, dated.claim),
                "speaker_label": writer.teller_words(dated.claim),
            }


def _number(dated: DatedFigure) -> Row:
    figure = dated.figure
    return {"value": figure.value, "min": figure.min, "max": figure.max, "qualifier": figure.qualifier}


def _statuses(dossier: Dossier, claim: Claim) -> Iterator[Row]:
    for status in claim.record.status:
        label = dossier.settings.statuses[status.is_]
        about: Row = {"topic_id": status.of, "status": status.is_, "label": label}
        yield about | _when("when", claim.when) | _of(dossier, claim)


def _roles(dossier: Dossier, claim: Claim) -> Iterator[Row]:
    for role in claim.record.role:
        about: Row = {"topic_id": role.of, "role": role.is_, "at_id": role.at}
        yield about | _when("when", claim.when) | _of(dossier, claim)


def _relations(dossier: Dossier, claim: Claim) -> Iterator[Row]:
    for relation in claim.record.relation:
        label = dossier.settings.relations[relation.is_].label
        about: Row = {"topic_id": relation.of, "relation": relation.is_, "label": label, "other_id": relation.to}
        yield about | _when("when", claim.when) | _of(dossier, claim)


def _of(dossier: Dossier, claim: Claim) -> Row:
    return {"claim_id": claim.key, "permalink": claim_url(dossier, claim)}


def _said(claim: Claim) -> Row:
    speakers = claim.record.by
    return {
        "speaker_ids": [speaker for speaker in speakers if not anonymous(speaker)],
        "anonymous_speakers": [anonymous(speaker) for speaker in speakers if anonymous(speaker)],
        "via_ids": list(claim.record.via),
    }


def _when(name: str, when: When | None) -> Row:
    """As it is written in EDTF, with the first and the last day that it may mean."""
    first = when.earliest if when else None
    last = when.latest if when else None
    return {
        f"{name}_edtf": when.text if when else None,
        f"{name}_from": first.isoformat() if first else None,
        f"{name}_to": last.isoformat() if last else None,
    }


def _day(when: When) -> str:
    return when.text


def _notice(name: str, notice: Notice | None) -> Row:
    return {
        f"{name}_on": _day(notice.date) if notice else None,
        f"{name}_reason": notice.reason if notice else None,
    }


def _prose(dossier: Dossier, text: str | None) -> str | None:
    """Its words alone: what links show, without citations."""
    return " ".join(plain(text, lambda ref: ref.words or title_of(dossier, ref.target)).split()) if text else None
