"""A citation as a line to read, and as BibTeX, RIS and CSL-JSON for reference managers.

The formats are few lines each and written here: pybtex's own writer leaves braces, `$` and backslashes as they are.
What comes out is read back with pybtex and rispy (tests/test_citation.py). No date becomes more exact than it is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile

from babel import Locale

from generator.citation import Citation
from generator.dates import When, parse_when
from generator.german.dates import write_when

Labels = Mapping[str, str]

_LATEX = {c: f"\\{c}" for c in "&%$#_"} | {
    "{": r"\textbraceleft{}",  # braces must match, even with a backslash before them
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_LATEX_SPECIAL = re.compile(r"[&%$#_{}\\~^]")
_URL = {ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"}
_INNER_QUOTES = str.maketrans("„“", "\u201a\u2018")  # single ones
_json = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` makes an encoder each time
_often = lru_cache(maxsize=1 << 8)(_json)


def line(citation: Citation, labels: Labels, source: str = "") -> str:
    """To be copied into a text; `source` is who published an article, as the dossier names them."""
    if citation.kind == "article":
        date = _written(citation.date)
        date = labels["inferred"].format(date=date) if citation.inferred else date
        return ", ".join(filter(None, (citation.title, source, date, citation.url)))
    named = citation.title
    if citation.kind == "claim":
        named = labels["claim"].format(claim=citation.title, source=citation.source, dossier=citation.container)
    elif citation.container:
        title = citation.title.translate(_INNER_QUOTES)
        named = labels["page"].format(title=title, dossier=citation.container)
    as_of = labels["as_of"].format(date=_written(citation.date)) if citation.date else ""
    return ", ".join(filter(None, (named, as_of, citation.url)))


def bibtex(citation: Citation, labels: Labels) -> str:
    """`date`, `url` and `langid` are read by biblatex and reference managers, `year` by BibTeX as well."""
    outlet = citation.kind == "article" and citation.container
    fields = {
        "author": " and ".join(f"{{{_latex(author)}}}" for author in citation.authors),
        "title": f"{{{_latex(citation.title)}}}",  # in braces of its own: no style may make German nouns small
        "journal" if outlet else "howpublished": _latex(citation.container),
        "date": citation.date.text if citation.date else "",
        "year": _year(citation.date),
        "url": citation.url.translate(_URL),  # is taken as it stands
        "langid": _langid(citation.language),
        "note": _latex(_note(citation, labels)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{'article' if outlet else 'misc'}{{{citation.key},\n{''.join(lines)}}}\n"


def ris(citation: Citation, labels: Labels) -> str:
    shared = _shared(citation.date)
    fields = [
        ("TY", "NEWS" if citation.kind == "article" else "ELEC"),
        ("ID", citation.key),
        *[("AU", _line(author)) for author in citation.authors],
        ("TI", _line(citation.title)),
        ("T2", _line(citation.container)),
        ("PY", shared[:4]),
        ("DA", shared.replace("-", "/")),
        ("UR", _line(citation.url)),
        ("LA", citation.language),
        ("N1", _line(_note(citation, labels))),
    ]
    return "".join([f"{tag}  - {value}\n" for tag, value in fields if value]) + "ER  - \n"


def _line(text: str) -> str:
    return " ".join(text.split())


def csl_json(citation: Citation, labels: Labels) -> str:
    item = {
        "id": _json(citation.key),
        "type": '"article-newspaper"' if citation.kind == "article" else '"webpage"',
        "author": _json([{"literal": author} for author in citation.authors]) if citation.authors else "",
        "title": _json(citation.title),
        "container-title": _often(citation.container),
        "issued": _issued(citation.date),
        "URL": _json(citation.url),
        "language": _often(citation.language),
        "note": _json(_note(citation, labels)),
    }
    lines = [f'  "{name}": {value}' for name, value in item.items() if value and value != '""']
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _note(citation: Citation, labels: Labels) -> str:
    """Whom a claim goes back to; what a reader must know of an article's title and date: in whichever program."""
    if citation.kind != "article":
        return labels["claim_note"].format(source=citation.source) if citation.source else ""
    date = labels["inferred_note"].format(date=_written(citation.date)) if citation.inferred else ""
    return " ".join(filter(None, (labels["title_note"], date)))


def _written(date: When | None) -> str:
    return write_when(date) if date else ""


def _latex(text: str) -> str:
    text = _LATEX_SPECIAL.sub(lambda found: _LATEX[found[0]], text)
    while "--" in text:  # would make a dash
        text = text.replace("--", "-{}-")
    return text


@lru_cache(maxsize=1 << 8)
def _langid(language: str) -> str:
    """As biblatex has it: `german`."""
    return str(Locale("en").languages.get(language, "")).lower()


def _year(date: When | None) -> str:
    return _shared(date)[:4]


@lru_cache(maxsize=1 << 12)
def _shared(date: When | None) -> str:
    """As much of the date as is certain, as YYYY, YYYY-MM or YYYY-MM-DD: what its first and last day have in common."""
    if not date or not date.earliest or not date.latest:
        return ""
    ends = zip(*(day.isoformat().split("-") for day in (date.earliest, date.latest)), strict=True)
    return "-".join(first for first, _ in takewhile(lambda parts: parts[0] == parts[1], ends))


@lru_cache(maxsize=1 << 12)
def _issued(date: When | None) -> str:
    return _json(_csl_date(date)) if date else ""


def _csl_date(date: When) -> dict[str, object]:
    """One date, or the two ends of an interval; an open one in words."""
    if ".." in date.bounds:
        return {"literal": write_when(date)}
    bounds = [parse_when(bound) for bound in date.bounds]
    if any(bound.precision == "season" for bound in bounds):
        return {"literal": write_when(date)}
    parts = [[int(part) for part in bound.text.rstrip("~?%").split("-")] for bound in bounds]
    return {"date-parts": parts} | ({"circa": True} if any(bound.qualifier for bound in bounds) else {})
