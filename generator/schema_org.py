"""The classes of schema.org that a type of topic may be told to be (seeds/dossier.yml, `schema_org`).

A choice of those that news tell of, not all there are; the tests hold it against schema.org itself. What is a place or
an organisation stands apart, for only a place has coordinates and only a person or an organisation publishes.
"""

from __future__ import annotations

from typing import Literal, get_args

PlaceClass = Literal[
    "Place",
    "AdministrativeArea",
    "Airport",
    "BodyOfWater",
    "City",
    "CivicStructure",
    "Country",
    "GovernmentBuilding",
    "Hospital",
    "LandmarksOrHistoricalBuildings",
    "Landform",
    "Residence",
    "State",
]
AgentClass = Literal[
    "Organization",
    "Corporation",
    "EducationalOrganization",
    "GovernmentOrganization",
    "NGO",
    "NewsMediaOrganization",
    "ResearchOrganization",
    "SportsOrganization",
    "WorkersUnion",
    "Person",
]
OtherClass = Literal["Thing", "CreativeWork", "Event", "Legislation", "Product", "Project", "Vehicle"]
SchemaClass = Literal[PlaceClass, AgentClass, OtherClass]

PLACES = frozenset(get_args(PlaceClass))
AGENTS = frozenset(get_args(AgentClass))
