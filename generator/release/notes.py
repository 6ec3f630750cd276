"""The sources of all pages as one list: each piece of evidence once, below its article, in the order of the articles.

A page's mark leads to a note in the page's own list. Two notes are the same where they lead to the same claim. Which
number a note gets is known only when all pages are bound; until then a token stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from generator.html_tree import Element

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around what stands for a number: characters that no text has."""
_NEEDLESS = {"footnote-backref", "cite-link"}
_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


@dataclass(eq=False)
class Note:
    """`head` is what is known of the article; on the article's own page there is none."""

    item: Element
    head: Element | None


@dataclass
class Marked:
    """The lists of notes on a page, and its marks, each with the note that it leads to."""

    lists: list[Element]
    marks: list[tuple[Element, Note]]

    def parts(self) -> list[Element]:
        """All notes that are cited, and their heads."""
        notes = [note for _, note in self.marks]
        return list(dict.fromkeys([each for note in notes for each in (note.item, note.head) if each]))


def marked(tree: Element) -> Marked:
    """Finds the notes of a page; there are no ways back from them any more, nor to how they are cited."""
    lists = [each for each in tree.elements() if "footnote" in each.classes]
    at_hand: dict[str, Note] = {}
    for block in lists:
        head = None
        block.remove({each for each in block.elements() if _NEEDLESS & set(each.classes)})
        for each in block.elements():
            if "note-group" in each.classes:
                head = None
            elif "note-article" in each.classes:
                head = each
            elif each.tag == "li" and each.id:
                at_hand[f"#{each.attributes.pop('id')}"] = Note(each, head)
    links = [each for each in tree.elements() if "footnote-ref" in each.classes]
    return Marked(lists, [(link, at_hand[href]) for link in links if (href := link.href) in at_hand])


def is_mark(href: str) -> bool:
    """Whether the link leads to a note of the book already."""
    return _OPEN in href


@dataclass
class _Evidence:
    """A note of the book; `place` is the id of the claim that it leads to, "" where it leads to none."""

    token: int
    place: str
    html: str
    head: str = ""


@dataclass
class Notes:
    """All notes so far, by place, or by their words where they have none."""

    found: dict[str, _Evidence] = field(default_factory=dict)
    words: dict[str, str | None] = field(default_factory=dict)
    """What the script that shows notes finds on their list."""
    numbers: dict[int, int] = field(default_factory=dict)
    """Token → number."""

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, page: Marked) -> None:
        """Takes over the notes of a page, in which links lead inside the book by now, and makes its marks lead here."""
        for block in page.lists:
            self.words |= {key: value for key, value in block.attributes.items() if key.startswith("data-")}
        tokens = {note: self._token(note) for _, note in page.marks}
        for mark, note in page.marks:
            number, token = mark.text, tokens[note]
            mark.attributes["href"], mark.children = f"#fn:{token}", [token]
            if label := mark.attributes.get("aria-label"):
                mark.attributes["aria-label"] = re.sub(rf"\b{re.escape(number)}\b", token, label, count=1)

    def _token(self, note: Note) -> str:
        place = next((each.href for each in note.item.elements() if re.match("#.+:", each.href)), "").removeprefix("#")
        html = re.sub(r"(?:\s|&#160;)+</p>", "</p>", note.item.inner()).strip()
        known = self.found.setdefault(place or html, _Evidence(len(self.found), place, html))
        # a page does not link to itself: the longest one has all links
        known.html = max(known.html, html, key=len)
        known.head = max(known.head, "".join(note.head.written()) if note.head else "", key=len)
        return f"{_OPEN}{known.token}{_CLOSE}"

    def written(self, ids: Mapping[str, int], titles: Mapping[str, str]) -> str:
        """The list, in the order of `ids` (each with its place in the book)."""
        order = sorted(self.found.values(), key=lambda each: (ids.get(each.place, len(ids)), each.token))
        self.numbers = {each.token: number for number, each in enumerate(order, 1)}
        groups = []
        for article, group in groupby(order, key=lambda each: each.place.partition(":")[0]):
            notes = list(group)
            title = f'<p class="note-article"><a href="#{escape(article)}">{escape(titles.get(article, ""))}</a></p>'
            head = max((each.head for each in notes), key=len) or (title if article else "")
            groups.append(f'<div class="note-group">{head}<ol>{"".join(map(self._item, notes))}</ol></div>')
        return "".join(Element("div", {"class": "footnote", **self.words}, [*groups]).written())

    def _item(self, note: _Evidence) -> str:
        number = self.numbers[note.token]
        return f'<li id="fn:{number}" value="{number}">{note.html}</li>'

    def numbered(self, html: str) -> str:
        """The whole book's HTML with the numbers in it."""
        return _TOKEN.sub(lambda token: str(self.numbers[int(token[1])]), html)
