"""One record of the resolved dossier → its row, by the names of the columns; rows.py says which table has which."""

from __future__ import annotations

from generator.addresses import claim_url, title_of, url
from generator.dates import When
from generator.dossier import Article, Claim, DatedFigure, Dossier, Event, Measure, Question, Topic
from generator.german.dates import write_when
from generator.markup import plain
from generator.model import Answer, Notice, Relation, Role, Status, anonymous
from generator.writer import Writer

Value = str | int | float | bool | list[str] | list[int] | None
Row = dict[str, Value]


def of_article(dossier: Dossier, article: Article) -> Row:
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


def of_claim(dossier: Dossier, claim: Claim) -> Row:
    """Of a withdrawn claim nothing that it said."""
    row = _said_and_verified(dossier, claim)
    if not claim.withdrawn:
        return row
    notice = claim.record.withdrawn or claim.article.record.withdrawn
    kept: Row = {"id": row["id"], "article_id": row["article_id"], "permalink": row["permalink"]}
    emptied: Row = {name: [] if isinstance(value, list) else None for name, value in row.items()}
    return emptied | kept | _notice("withdrawn", notice)


def _said_and_verified(dossier: Dossier, claim: Claim) -> Row:
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


def of_topic(dossier: Dossier, topic: Topic) -> Row:
    record, point, note = topic.record, topic.record.coordinates, topic.record.note
    return {
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


def of_event(dossier: Dossier, event: Event) -> Row:
    record = event.record
    return {
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


def of_question(dossier: Dossier, question: Question) -> Row:
    return {
        "id": question.id,
        "title": question.record.title,
        "status": question.record.status,
        "note": _prose(dossier, question.record.note),
        "permalink": url(dossier, question.id),
    }


def of_position(record: tuple[Question, str]) -> Row:
    question, position = record
    label, count = question.record.positions[position], len(question.claims_for(position))
    return {"question_id": question.id, "position": position, "label": label, "claim_count": count}


def of_answer(dossier: Dossier, record: tuple[Question, Answer, Claim]) -> Row:
    question, answer, claim = record
    return {"question_id": question.id, "position": answer.position, **_of(dossier, claim)}


def of_measure(dossier: Dossier, measure: Measure) -> Row:
    return {
        "id": measure.id,
        "title": measure.record.title,
        "unit": measure.record.unit,
        "scope": measure.record.scope,
        "topic_ids": list(measure.record.topics),
        "figure_count": len(measure.figures),
        "permalink": url(dossier, measure.id),
    }


def of_figure(dossier: Dossier, record: tuple[Measure, DatedFigure]) -> Row:
    measure, dated = record
    writer, figure = Writer(dossier, ""), dated.figure
    return {
        "measure_id": measure.id,
        "title": measure.record.title,
        "unit": measure.record.unit,
        **_when("as_of", dated.as_of),
        "value": figure.value,
        "min": figure.min,
        "max": figure.max,
        "qualifier": figure.qualifier,
        "written": f"{writer.figure(dated)} ({measure.record.unit})",  # or else "2.500" would be read as 2.5
        "text": dated.claim.text,
        **_said(dated.claim),
        "source": writer.article_label(dated.claim.article),
        "article_id": dated.claim.article.id,
        **_of(dossier, dated.claim),
        "speaker_label": writer.teller_words(dated.claim),
    }


def of_status(dossier: Dossier, record: tuple[Claim, Status]) -> Row:
    claim, status = record
    label = dossier.settings.statuses[status.is_]
    about: Row = {"topic_id": status.of, "status": status.is_, "label": label}
    return about | _when("when", claim.when) | _of(dossier, claim)


def of_role(dossier: Dossier, record: tuple[Claim, Role]) -> Row:
    claim, role = record
    about: Row = {"topic_id": role.of, "role": role.is_, "at_id": role.at}
    return about | _when("when", claim.when) | _of(dossier, claim)


def of_relation(dossier: Dossier, record: tuple[Claim, Relation]) -> Row:
    claim, relation = record
    label = dossier.settings.relations[relation.is_].label
    about: Row = {"topic_id": relation.of, "relation": relation.is_, "label": label, "other_id": relation.to}
    return about | _when("when", claim.when) | _of(dossier, claim)


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
