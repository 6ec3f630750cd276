"""When an article was published: the day that its text states as such, or that its file name or address shows.

A day that the story only mentions is never taken: a date counts where it stands alone on a short line, behind a word
such as "Stand:", or in a dateline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.dates import WrongDate, parse_when
from generator.german.dates import MONTHS, WEEKDAYS

_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_SHORT |= {"mrz": 3, "jän": 1, "mar": 3, "oct": 10, "dec": 12, "may": 5}
_MONTH = "|".join([*MONTHS, "Jänner", "Feber", *"Jan Jän Feb Mär Mrz Apr Jun Jul Aug Sept Sep Okt Nov Dez".split()])
_MONTH += "|January|February|March|May|June|July|October|December|Oct|Dec"
_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    rf"|(?P<day>\d{{1,2}})\.?\s?(?P<month>{_MONTH})\.?,?\s(?P<year>(?:19|20)\d{{2}})"
    r"|(?P<dday>\d{1,2})[./]\s?(?P<dmonth>\d{1,2})[./]\s?(?P<dyear>(?:(?:19|20)\d{2}|\d{2}(?!\d)))"
    r"|(?P<amonth>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s(?P<aday>\d{1,2}),?\s(?P<ayear>(?:19|20)\d{2}))"
)
_ONLY = re.compile(_DATE)
_FIRST = (
    r"(?:Erst)?[Vv]eröffentlicht(?: am)?|Publiziert(?: am)?|Erschienen(?: am)?|Erscheinungsdatum|Datum|[Dd]ate|"
    r"Erstellt(?: am)?|Stand|[Pp]ublished(?: on)?|Vom|Meldung vom|Artikel vom"
)
_CHANGED = (
    r"(?:Zuletzt )?[Aa]ktualisiert(?: am)?|Letzte (?:Aktualisierung|Änderung)|Geändert(?: am)?|[Uu]pdated?(?: on)?"
)
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|Sonnabend|Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?,?\s"
_TIME = r"(?:[\s,|–-]*(?:um\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?(?:Uhr|h|MESZ?|CES?T))*|\s\d{1,2}\sUhr)?"
_LABELLED = re.compile(
    rf"(?:(?P<first>{_FIRST})|(?P<changed>{_CHANGED}))\s*:?\s+(?P<label_end>)(?:am\s)?(?:{_WEEKDAY})?{_DATE}(?!\w){_TIME}"
)
_PIECE = re.compile(rf"(?:am\s|den\s)?(?:{_WEEKDAY})?(?:den\s)?{_DATE}{_TIME}\s*\.?")
_PLACE = r"(?!(?:Der|Die|Das|Ein|Eine|Im|Am|In|An|Auf|Nach|Seit|Vor|Bei|Mit|Für|Zum|Zur|Wie|Was|Wer|Wo)\b)"
_PLACE += r"[A-ZÄÖÜ][\w.'’/-]*(?:\s(?:[A-ZÄÖÜ][\w.'’/-]*|am|an|der|bei|von|van|de|al)){0,3}"
_BESIDE = re.compile(
    r"(?:[Vv]on|[Bb]y|Text:)\s.{3,60}|\(?[\w/-]{2,20}\)?"  # an author; an agency, place or sign
    rf"|{_PLACE}|(?:um\s)?\d{{1,2}}(?:[:.]\d{{2}}){{0,2}}\s?(?:Uhr|h|MESZ?|CES?T)?"  # or a name; a time of day
    r"|(?:Lesezeit|Lesedauer)?:?\s?(?:ca\.\s)?\d+\s(?:Kommentare?|Min\.?|Minuten?|Bilder)(?:\sLese(?:zeit|dauer))?"
)
_DATELINE = re.compile(
    rf"{_PLACE}(?P<comma>,)?\s(?:(?:den|am)\s)?{_DATE}\s?"
    r"(?:\([^()]{2,40}\)\s?[–—:-]?|/\s?[\w-]+/?\s*[–—-]|(?(comma)[–—-]|(?!)))\s"
)
_NO_DATE_LINE = re.compile(r"(?:Foto|Bild|Archiv|Symbol|Grafik|Video|Quelle|©|Copyright|\(c\))", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[|·•;]\s*|\s+[–—/-]\s+|,\s+")
_DPA_NUMBER = re.compile(r"\bdpa(?:-infocom)?[:,]\s?(?:dpa:)?(\d{2})(\d{2})(\d{2})-\d+-\d+(?:/\d+)?")
_IN_NAME = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<s>[-_./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?!\d)"
    r"|(?<!\d)(?P<dd>\d{1,2})[-_.](?P<dm>\d{1,2})[-_.](?P<dy>(?:19|20)\d{2})(?!\d)"
)
_MONTH_IN_NAME = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})[-_./](?P<m>0[1-9]|1[0-2])(?![\d.])(?![-_/]\d)")
LONGEST_LINE = 110
HEAD, FOOT = 6, 3
"""In how many paragraphs from the beginning and the end a day of publication is looked for."""
CHRONICLE = 3
"""So many different days that stand alone are those of events."""
_LATEST = 2100


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day stated as that of publication (or, `changed`, of the last change), and the paragraph, counted from 0.

    `bare`: nothing says what the day is; in a chronicle it is that of an event.
    """

    day: str
    paragraph: int
    changed: bool = False
    bare: bool = False


def read_date(text: str) -> str:
    """The day, or EDTF date, that a field for dates holds; empty where it cannot be read."""
    text = text.strip()
    try:
        return parse_when(text).text
    except WrongDate:
        pass
    match = re.match(rf"(?:{_WEEKDAY})?{_DATE}", text)
    return _day(match) if match else ""


def _day(match: re.Match[str]) -> str:
    """The day as ISO; empty where there is no such day."""
    if match["iso"]:
        parts = match["iso"].split("-")
    elif match["month"]:
        parts = [match["year"], str(_SHORT[match["month"][:3].casefold()]), match["day"]]
    elif match["dday"]:
        year = match["dyear"]
        parts = [year if len(year) == 4 else f"20{year}", match["dmonth"], match["dday"]]
    else:
        parts = [match["ayear"], str(_SHORT[match["amonth"][:3].casefold()]), match["aday"]]
    return _iso(*parts)


def _iso(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if found.year < _LATEST else ""


def date_lines(paragraphs: Sequence[str]) -> list[DateLine]:
    """All lines and datelines of the text that state a day of publication."""
    found = [line for number, paragraph in enumerate(paragraphs) if (line := _date_line(paragraph, number))]
    bare = {line.day for line in found if line.bare}
    return [line for line in found if not line.bare or len(bare) < CHRONICLE]


def stated_day(lines: Sequence[DateLine], paragraphs: int) -> tuple[str, str]:
    """The day of publication and its basis, from the head or foot of the text; empty where none is stated."""
    near = [line for line in lines if line.paragraph < HEAD or line.paragraph >= paragraphs - FOOT]
    for line in sorted(near, key=lambda line: (line.changed, line.bare)):
        return line.day, "inferred: nach dem Datum der letzten Änderung" if line.changed else "stated"
    return "", ""


def _date_line(paragraph: str, number: int) -> DateLine | None:
    head = paragraph[:200]
    bare = False
    match = _LABELLED.match(head)
    if not (match and _is_label(match)):
        match = _DATELINE.match(head)
    if not match and len(paragraph) <= LONGEST_LINE and (match := _date_in_line(paragraph)):
        bare = match.end() - match.start() > len(paragraph) - 3
    day = _day(match) if match else ""
    changed = re.match(_CHANGED, paragraph) is not None
    return DateLine(day, number, changed, bare) if day else None


def _is_label(match: re.Match[str]) -> bool:
    """Whether the words before a date are no beginning of a sentence ("Vom 3. April 2031 an fährt …")."""
    before, rest = match.string[: match.start("label_end")], match.string[match.end() :].lstrip()
    return not rest or rest[0] in "|·•,;(–-" or ":" in before or before.casefold().startswith(("dat", "veröff"))


def _date_in_line(line: str) -> re.Match[str] | None:
    """The date of a line that holds only it, and what stands with dates: place, author, agency, label."""
    if _NO_DATE_LINE.match(line) or not _ONLY.search(line):
        return None
    if match := _PIECE.fullmatch(line.strip()):
        return match
    found = None
    for piece in _SEPARATORS.split(line.strip(" ()[]")):
        match = _LABELLED.fullmatch(piece) or _PIECE.fullmatch(piece)
        found = found or match
        if not match and piece and not _BESIDE.fullmatch(piece):
            return None
    return found


def dpa_day(paragraphs: Sequence[str]) -> str:
    """The day in the number of a dpa report, e.g. dpa:310403-930-1/2."""
    for paragraph in paragraphs[-3:]:
        if match := _DPA_NUMBER.search(paragraph):
            return _iso(f"20{match[1]}", match[2], match[3])
    return ""


def day_in_name(name: str) -> str:
    """The day, or else the month, that a file name or the path of an address shows."""
    for match in _IN_NAME.finditer(name):
        day = _iso(match["y"], match["m"], match["d"]) if match["y"] else _iso(match["dy"], match["dm"], match["dd"])
        if day:
            return day
    month = _MONTH_IN_NAME.search(name)
    return f"{month['y']}-{month['m']}" if month else ""


def day_in_address(url: str) -> str:
    """As `day_in_name`, from the path alone; archives show the day of their copy before the page's own address."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return day_in_name(path.rpartition("://")[2].partition("/")[2] if "://" in path else path)
