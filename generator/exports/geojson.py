"""The topics that lie somewhere → GeoJSON (RFC 7946): points, longitude first; seeds allow only degrees that exist."""

from __future__ import annotations

from generator.addresses import url
from generator.dossier import Dossier, Topic
from generator.json_text import document
from generator.model import Coordinates


def places(dossier: Dossier) -> str:
    located = ((topic, topic.record.coordinates) for topic in dossier.topics.values())
    features = [_feature(dossier, topic, point) for topic, point in located if point]
    return document({"type": "FeatureCollection", "features": features})


def _feature(dossier: Dossier, topic: Topic, point: Coordinates) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": topic.id,
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        "properties": {
            "id": topic.id,
            "name": topic.record.name,
            "kind": topic.kind_id,
            "type": topic.record.type,
            "type_label": topic.kind.types[topic.record.type],
            "is_area": topic.record.type in topic.kind.areas,
            "coordinates_approximate": point.approximate,
            "coordinates_source": point.source,
            "claim_count": len(dossier.about.get(topic.id, ())),
            "permalink": url(dossier, topic.id),
        },
    }
