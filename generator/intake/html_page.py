"""A web page → what a person would copy from it: headline, lead, captions, subheadings and paragraphs.

trafilatura finds the main text; the page is prepared for it here (captions and line breaks become paragraphs, deep
nesting is flattened) and what it leaves of advertising and lists of links is taken out. A page without an article in it
is refused with the way out, since half a page drafted would look like a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.drafting.extra import load_extra
from generator.intake.document import Document
from generator.intake.page_metadata import page_metadata
from generator.intake.paragraphs import blocks, clean, one_line, words_in
from generator.intake.unusable import Unusable

WAY_OUT = "open the page in a browser, save its text as .txt and add that"
FEWEST_WORDS, FEWEST_FREE = 25, 60
"""With fewer words there is no article; with fewer than the second, a page that is not free shows only its teaser."""
_MANY_NODES, _MOST_NODES, _MOST_LETTERS = 4_000, 40_000, 1_000_000
"""Pages with more nodes than the first are read without trafilatura's second opinions, which take minutes on them; what
has more than the others is no article."""
_RUN = re.compile(
    r"(?:<(?:div|span|section|ul|ol|li|table|tbody|tr|td|blockquote|font|b|i|em|center|p|dl|dd)\b[^<>]{0,500}+>\s*+){40,}+",
    re.IGNORECASE,
)
_LONG_TAG = re.compile(r"<([a-zA-Z]\w{0,15})\s[^<>]{8000,}+>")

_LAYOUT = 200
"""A table with more letters in a cell holds no figures, but the page."""
_LONG, _MANY = 80, 3
"""So many paragraphs of so many letters are an article, whatever their container is called."""
_INLINE = ("hi", "ref", "del", "lb", "graphic", "span")
_DROPPED = (
    "script style noscript template svg iframe object embed form button select textarea input nav footer dialog "
    "audio video"
).split()
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent|cmp|newsletter\w*|related|teaser-?list|recommend\w*|outbrain|taboola|social|share|sharing|"
    r"breadcrumbs?|comments?|kommentare|advert\w*|anzeige|ads?|ad-?slot|promo|sponsored|skip-?link|mehr-zum-thema)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"(?:Anzeige|Werbung|Advertisement|ANZEIGE|Teilen|Drucken|Merken|Kommentare?|Zur Startseite|Nach oben|Newsletter|"
    r"Seite \d+ von \d+|Lesen Sie (?:auch|mehr)\b.{0,150}|Lesetipps?\b.{0,60}|Zum Thema|"
    r"Themen:?|Schlagw(?:ort|örter):?.{0,100}|"
    r"Jetzt (?:abonnieren|anmelden|registrieren).{0,60}|Foto: .{1,60} / .{1,60} anzeigen)",
)
_MORE = re.compile(
    r"(?:Mehr zum Thema|Lesen Sie auch|Das könnte Sie auch interessieren|Weitere Artikel|Verwandte Themen)\b:?\s*$",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:nur für (?:Abonnent|Mitglieder|registrierte)|exklusiv für (?:Abonnent|unsere Leser)|"
    r"(?:jetzt|sofort) weiterlesen|"
    r"weiterlesen mit|um weiterzulesen|den (?:ganzen|vollständigen) (?:Artikel|Text) lesen|Artikel freischalten|"
    r"(?:Probe|Digital|Test)abo|bereits (?:Abonnent|registriert|ein Abo)|"
    r"mit \S{1,12}\+ lesen|subscribe to (?:read|continue))",
    re.IGNORECASE,
)
_SCRIPT_WANTED = re.compile(
    r"(?:enable|aktivieren Sie|requires?|benötigt|einschalten).{0,40}JavaScript|JavaScript.{0,60}(?:aktivieren|enable)",
    re.IGNORECASE,
)


def read_html(text: str, url: str = "") -> Document:
    """The article of a page; `url` is where it was fetched.

    Raises:
        Unusable: there is no article in it.
        ExtraMissing: trafilatura is not installed.
    """
    extractor = load_extra("trafilatura")
    tree = _parsed(text)
    if tree is None:
        raise Unusable("the page is empty", WAY_OUT)
    declared, not_free = page_metadata(tree)
    framed = sum(1 for _ in tree.iter("frameset", "frame")) > 0
    wants_script = _SCRIPT_WANTED.search(text[:500_000]) is not None
    found = _main_text(extractor, tree)
    paragraphs = tuple(_without_furniture(found))
    walled = not_free or any(_PAYWALL.search(paragraph) for paragraph in (*found[:2], *found[-4:]))
    _refuse_empty(paragraphs, walled=walled, framed=framed, wants_script=wants_script)
    notes = [*declared.notes]
    if walled:
        notes.append("the page says it is not free; the text may be cut")
    elif paragraphs[-1].endswith(("…", "...", "[…]", "[...]")):
        notes.append("the text ends with dots; it may be only a teaser")
    return replace(declared, paragraphs=paragraphs, url=declared.url or url, notes=tuple(notes))


def _parsed(text: str) -> Any:
    html = load_extra("lxml.html")
    text = re.sub(r"^\s*<\?xml[^<>]{0,200}\?>", "", text)  # a declared encoding may not stand in decoded text
    text = _RUN.sub(
        "<div>", _LONG_TAG.sub(r"<\1>", text)
    )  # libxml2 stops at a depth of 256, and sorts attributes slowly
    try:
        tree = html.document_fromstring(text)
    except (ValueError, load_extra("lxml.etree").LxmlError):
        return None
    return tree


def _main_text(extractor: Any, tree: Any) -> list[str]:
    """The paragraphs of the article as trafilatura finds them in the page."""
    _prepare(tree)
    size = sum(1 for _ in tree.iter())
    if size > _MOST_NODES or len(tree.text_content()) > _MOST_LETTERS:
        raise Unusable("the page is too large to be one article", WAY_OUT)
    found = extractor.bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False, fast=size > _MANY_NODES
    )
    return _paragraphs(found.body) if found is not None and found.body is not None else []


def _prepare(tree: Any) -> None:
    etree = load_extra("lxml.etree")
    etree.strip_elements(tree, etree.Comment, with_tail=False)
    for node in list(tree.iter(*_DROPPED)):
        node.drop_tree()
    for node in list(tree.iter("aside", "div", "section", "ul", "p")):
        if _is_furniture(node):
            node.drop_tree()
    for node in list(tree.iter("h2", "h3", "h4", "h5", "h6", "p", "div")):
        if len(node) < 3 and _MORE.fullmatch(one_line(node.text_content()[:200])):
            _drop_list(node)
    for quote in list(tree.iter("q")):
        quote.text, quote.tail = f"„{quote.text or ''}", f"“{quote.tail or ''}"  # as browsers show it
        quote.drop_tag()
    _unfold_layout(tree)
    for caption in list(tree.iter("figcaption")):
        _set_free(caption)
    for line_break in list(tree.iter("br")):
        _part_at(line_break)


def _unfold_layout(tree: Any) -> None:
    """Tables that hold the page, not figures, become plain containers."""
    for table in list(tree.iter("table")):
        if any(len(cell.text_content()) > _LAYOUT for cell in table.iter("td")):
            for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                part.tag = "div"


def _is_furniture(node: Any) -> bool:
    """Whether its class or id says so; a container of the article may have such a word in its class too."""
    label = f"{node.get('class') or ''} {node.get('id') or ''}"
    if not _FURNITURE.search(label) or next(node.iter("h1", "article", "main"), None) is not None:
        return False
    return sum(len(paragraph.text_content()) > _LONG for paragraph in node.iter("p")) < _MANY


def _drop_list(heading: Any) -> None:
    """Takes out a heading such as "Mehr zum Thema" and the titles behind it, up to what is a sentence."""
    following = list(heading.itersiblings())
    if heading.getparent() is not None:
        heading.drop_tree()
    for node in following:
        words = one_line(node.text_content())
        if node.tag not in ("ul", "ol") and (len(words) > _LONG or words.endswith((".", "“", "”", '"'))):
            return
        node.drop_tree()


def _set_free(caption: Any) -> None:
    """A caption becomes a paragraph behind its picture, where trafilatura does not overlook it."""
    words = one_line(caption.text_content())
    figure = next((node for node in caption.iterancestors("figure")), None)
    caption.drop_tree()
    if figure is None or figure.getparent() is None or not words:
        return
    paragraph = figure.makeelement("p")
    paragraph.text, paragraph.tail, figure.tail = words, figure.tail, None
    figure.addnext(paragraph)


def _part_at(line_break: Any) -> None:
    """Two line breaks and more end a paragraph: what is behind them is marked for `_paragraphs`."""
    after = line_break.getnext()
    if after is not None and after.tag == "br" and not (line_break.tail or "").strip():
        line_break.tail = PARTED


PARTED = "\u241e"
"""Marks the end of a paragraph inside an element (the symbol for a record separator)."""


def _paragraphs(body: Any) -> list[str]:
    """The blocks of trafilatura's tree in their order, parted where the page broke the line twice."""
    return blocks(clean("".join(_pieces(body)).replace(PARTED, "\n\n")), of_page=True)


def _pieces(node: Any) -> Iterator[str]:
    """The text of a node with a blank line around each block, and the cells of a row in one line."""
    if node.tag == "lb":
        yield "\n"
    elif node.tag == "row":
        cells = (one_line(" ".join(cell.itertext())) for cell in node.iter("cell"))
        yield f"\n\n{' | '.join(filter(None, cells))}\n\n"
    else:
        edge = "" if node.tag in _INLINE else "\n\n"
        yield edge + _spaced(node.text)
        for child in node:
            yield from _pieces(child)
            yield _spaced(child.tail)
        yield edge


def _spaced(text: str | None) -> str:
    """With blanks for the line ends of the page's source, which mean nothing."""
    return re.sub(r"\s+", " ", text or "")


def _without_furniture(paragraphs: Sequence[str]) -> Iterator[str]:
    """Without advertising and invitations to pay; nothing stands twice in a row."""
    before = ""
    for paragraph in paragraphs:
        asks_to_pay = _PAYWALL.search(paragraph) and len(paragraph) < 250
        if not (asks_to_pay or _NO_TEXT.fullmatch(paragraph) or paragraph == before):
            yield paragraph
            before = paragraph


def _refuse_empty(paragraphs: Sequence[str], *, walled: bool, framed: bool, wants_script: bool) -> None:
    count = words_in(paragraphs)
    sentences = sum(paragraph.rstrip("“”\"«»')").endswith((".", "!", "?", "…", ")")) for paragraph in paragraphs)
    if walled and count < FEWEST_FREE:
        message = f"the page says it is not free, and shows only {count} words"
        raise Unusable(message, "log in there, save the text as .txt and add that")
    if framed and count < FEWEST_FREE:
        raise Unusable("the page consists of frames; the text is in another file", WAY_OUT)
    if wants_script and count < FEWEST_FREE:
        raise Unusable("the page holds no text without JavaScript", WAY_OUT)
    if count < FEWEST_WORDS or (not sentences and count < 400):
        raise Unusable("the page holds no article", WAY_OUT)
