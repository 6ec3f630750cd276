"""`dossier new`: the first lines of a record, ready to be checked, with what its fields mean beside them.

What nobody has said is never made up in silence: it is left out as a comment, asked for, or marked `# TODO`, which
`dossier check` counts as open until the comment goes (to_do.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.dates import parse_when
from generator.desk.trial import Refused, WrongWords
from generator.desk.yaml_edit import Unsafe, as_scalar, with_record
from generator.fields import Latitude, Longitude
from generator.model import Kind, Settings
from generator.parsing import Seeds
from generator.pipeline import Project
from generator.problems import did_you_mean, quoted
from generator.schema import modeline

FOLDERS = {"event": "timeline", "question": "questions", "measure": "figures", "article": "articles"}
"""What there is besides the kinds of topics that dossier.yml names → where its pages stand."""
SCHEMAS = {"event": "events", "question": "questions", "measure": "measures", "article": "article"}


@dataclass(frozen=True)
class Wishes:
    """What the editor says of the new record; empty: nothing."""

    kind: str
    id: str
    name: str = ""
    type: str = ""
    date: str = ""
    lat: str = ""
    lon: str = ""
    source: str = ""

    def only(self, *options: str) -> None:
        """Raises WrongWords for an option that such a record has no field for."""
        for option in ("name", "type", "date", "lat", "lon", "source"):
            if getattr(self, option) and option not in options:
                raise WrongWords(f"--{option} does not fit {quoted(self.kind)}; leave it out")


@dataclass(frozen=True)
class New:
    """A record to be: its file with the content before and after, and the line that it begins in."""

    path: Path
    before: bytes | None
    after: bytes
    line: int


def folder_of(wishes: Wishes, settings: Settings) -> str:
    """Where the pages of such records stand; WrongWords where there is no such kind."""
    folders = {name: each.folder for name, each in settings.kinds.items()} | FOLDERS
    kind = wishes.kind
    if kind in folders:
        return folders[kind]
    types = {name: each.types for name, each in settings.kinds.items()} | {"event": settings.event_types}
    if of := [name for name, there in types.items() if kind in there]:
        message = f"{quoted(kind)} is no kind, but a type of {' and '.join(of)}"
        raise WrongWords(f"{message}; type: dossier new {of[0]} {wishes.id} --type {kind}")
    hint = did_you_mean(kind, folders) or f"it is one of {', '.join(folders)}"
    raise WrongWords(f"unknown kind {quoted(kind)}; {hint}")


def new_record(project: Project, seeds: Seeds, settings: Settings, wishes: Wishes, today: date) -> New:
    """A record of that kind and (free) id, with what its file will be.

    Raises:
        WrongWords: something is missing or does not fit.
        Refused: its file cannot be added to.
    """
    path, text = _record(project, seeds, settings, wishes, today)
    inside = path.relative_to(project.root)
    before = path.read_bytes() if path.exists() else None
    if before is None and (line := modeline(SCHEMAS.get(wishes.kind, "topics"), project.root, path)):
        text = f"{line}\n{text}"
    if wishes.kind == "article":
        return New(inside, before, text.encode(), 1)
    try:
        after = with_record(before, wishes.id, text)
    except Unsafe as unsafe:
        raise Refused(f"{inside.as_posix()} cannot be added to: {unsafe.message}") from None
    return New(inside, before, after, _line_of(after, wishes.id))


def _record(project: Project, seeds: Seeds, settings: Settings, wishes: Wishes, today: date) -> tuple[Path, str]:
    """The file that the record belongs into, and its text."""
    folder = project.seeds
    if wishes.kind in settings.kinds:
        kind = settings.kinds[wishes.kind]
        text = _topic(kind, wishes)
        return _topic_file(project, folder / kind.folder, seeds, wishes), text
    if wishes.kind == "event":
        return _event(folder / "timeline", settings, wishes)
    if wishes.kind == "question":
        return folder / "questions.yml", _question(wishes)
    if wishes.kind == "measure":
        return folder / "measures.yml", _measure(wishes)
    return folder / "articles" / f"{wishes.id}.yml", _article(wishes, today)


def _line_of(content: bytes, name: str) -> int:
    lines = content.decode().splitlines()
    return len(lines) - next(at for at, line in enumerate(reversed(lines)) if re.match(rf" *['\"]?{name}['\"]?:", line))


def _topic_file(project: Project, folder: Path, seeds: Seeds, wishes: Wishes) -> Path:
    """Where topics stand together, the file with most of its type (where none is said, of its kind); else its own."""
    shared = [topic for topic in seeds.topics.values() if topic.kind == wishes.kind and topic.file.stem != topic.id]
    alike = Counter(topic.file.path for topic in shared if wishes.type in ("", topic.record.type))
    if alike:
        return project.root / min(alike, key=lambda path: (-alike[path], path))
    files = sorted(folder.glob("[!.]*.yml"))
    return files[0] if len(files) == 1 and files[0].stem not in seeds.topics else folder / f"{wishes.id}.yml"


def _words_of(name: str) -> str:
    """A name to begin with, made of the id."""
    return " ".join(word.capitalize() for word in name.split("-"))


def _named(field: str, wishes: Wishes, what: str) -> str:
    if wishes.name:
        return f"{field}: {as_scalar(wishes.name)}"
    return f"{field}: {as_scalar(_words_of(wishes.id))}  # TODO: {what}"


def _typed(types: Mapping[str, str], wishes: Wishes, where: str) -> list[str]:
    """The line with the type, and what there is to choose from where none is said and there are several."""
    if wishes.type and wishes.type not in types:
        hint = did_you_mean(wishes.type, types) or f"it is one of {', '.join(types) or 'none'}; add it to {where}"
        raise WrongWords(f"unknown type {quoted(wishes.type)}; {hint}")
    if not types:
        raise WrongWords(f"there are no types yet; add one to {where} first")
    chosen = wishes.type or next(iter(types))
    if wishes.type or len(types) == 1:
        return [f"type: {chosen}"]
    listed = ", ".join(f"{each} ({label})" for each, label in types.items())
    return [f"# type is one of: {listed}", f"type: {chosen}  # TODO: choose the type; this is the first"]


def _lines(name: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{as_scalar(name)}:", *(f"  {line}" for line in lines)]) + "\n"


def _topic(kind: Kind, wishes: Wishes) -> str:
    wishes.only("name", "type", "lat", "lon", "source")
    lines = [
        _named("name", wishes, "the name as the site shall show it"),
        *_typed(kind.types, wishes, f"seeds/dossier.yml, kinds, {wishes.kind}, types"),
        "# aliases: [other spellings; they are linked and verified]",
        "# metonyms: [words that may mean something else too; they are verified, never linked]",
    ]
    if given := [value for value in (wishes.lat, wishes.lon, wishes.source) if value]:
        if len(given) < 3:
            raise WrongWords(f"coordinates are --lat, --lon and --source together; type: {_full(wishes)}")
        lat, lon = _degrees("lat", wishes.lat, Latitude), _degrees("lon", wishes.lon, Longitude)
        lines.append(f"coordinates: {{lat: {lat}, lon: {lon}, source: {as_scalar(wishes.source, flow=True)}}}")
        lines.append("# approximate: true goes into the brackets where the point is not exact")
    elif "located" in kind.traits:
        message = f"{quoted(wishes.id)} needs coordinates, as everything in {kind.folder} does"
        raise WrongWords(f"{message}; type: {_full(wishes)}")
    lines += ["# intro: |", "#   Sentences that cite claims, each like this one.[@article#claim]"]
    return _lines(wishes.id, lines)


def _degrees(option: str, text: str, type_: Any) -> str:
    try:
        TypeAdapter(type_).validate_python(text)
    except ValidationError as error:
        raise WrongWords(f"--{option}: {error.errors()[0]['msg'].removeprefix('Value error, ')}") from None
    return text


def _full(wishes: Wishes) -> str:
    """The whole command to type for a topic with coordinates."""
    options = [("name", wishes.name), ("type", wishes.type)]
    said = [f'--{option} "{value}"' for option, value in options if value]
    said += [f"--lat {wishes.lat or 'DEGREES'} --lon {wishes.lon or 'DEGREES'}"]
    return " ".join(
        ["dossier new", wishes.kind, wishes.id, *said, f'--source "{wishes.source or "where they are from"}"']
    )


def _event(folder: Path, settings: Settings, wishes: Wishes) -> tuple[Path, str]:
    wishes.only("name", "type", "date")
    year = re.search(r"-(\d{4})$", wishes.id)
    if not wishes.date and not year:
        raise WrongWords(
            f"when did it happen? type: dossier new event {wishes.id} --date YYYY-MM-DD (or YYYY-MM, YYYY)"
        )
    when = _date(wishes.date or (year[1] if year else ""))
    lines = [
        f"date: {when}"
        + ("" if wishes.date else "  # TODO: as exact as the articles know it, e.g. 2020-05-03 or 2020-05~"),
        _named("title", wishes, "what happened, in a few words"),
        *_typed(settings.event_types, wishes, "seeds/dossier.yml, event_types"),
        "# actors: [topics, beyond those that its claims name]",
        "# places: [topics, beyond those that its claims name]",
    ]
    return folder / f"{parse_when(when).year:04d}.yml", _lines(wishes.id, lines)


def _date(text: str) -> str:
    try:
        return parse_when(text).text
    except ValueError as error:
        raise WrongWords(str(error)) from None


def _question(wishes: Wishes) -> str:
    wishes.only("name")
    lines = [
        _named("title", wishes, "the question, with its question mark"),
        "status: open  # open, apparent (the answers only seem to differ) or settled",
        "note: Noch zu schreiben.  # TODO: why the status is what it is; facts cite claims [@article#claim]",
        "positions: {}  # TODO: one a line below, as id: words; claims name them (answers: {question, position})",
    ]
    return _lines(wishes.id, lines)


def _measure(wishes: Wishes) -> str:
    wishes.only("name")
    lines = [
        _named("title", wishes, "what is counted, and where"),
        "unit: Stück  # TODO: what one of them is",
        "scope: Noch zu schreiben.  # TODO: what counts and what does not",
        "# topics: [topics that the figures are about]",
    ]
    return _lines(wishes.id, lines)


def _article(wishes: Wishes, today: date) -> str:
    wishes.only("name", "date")
    day = re.match(r"\d{4}-\d{2}(-\d{2})?(?=-|$)", wishes.id)
    if not wishes.date and not day:
        raise WrongWords(f"when was it published? type: dossier new article {wishes.id} --date YYYY-MM-DD (or YYYY-MM)")
    title = f"title: {as_scalar(wishes.name)}  # ours, not the article's"
    lines = [
        title if wishes.name else "title: Noch ohne Titel  # TODO: our own title, not the article's",
        f"published: {_date(wishes.date or (day[0] if day else ''))}",
        "published_basis: 'inferred: noch zu schreiben'  # TODO: stated, if the text says it; else inferred: and why",
        f"added: {today.isoformat()}",
        "# outlet: a topic of a kind of sources; leave out what the text does not say",
        "# agency: a topic of a kind of sources",
        "# authors: [names]",
        "# url: https://…",
        "# fulltext: {file: a file in seeds/fulltexts/, sha256: what sha256sum says of it}",
        "# topics: [topics that it is about]",
        "claims: []  # id, p and text each; EDITING.md shows one",
    ]
    return "\n".join(lines) + "\n"
