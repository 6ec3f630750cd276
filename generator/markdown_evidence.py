"""Python-Markdown: the numbered marks and their notes, made by `footnotes`, as readers need them without JavaScript.

Each mark and each way back gets a name of its own ("Beleg 3: dpa, 24. August 2025"); notes of one article stand
together under what is known of it, each keeping its number; evidence.js finds the words it shows.
"""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from generator.labels import Labels

# After attr_list (8) has read the notes' attributes.
PRIORITY = 5

ARTICLE = "p[@class='note-article']"


class EvidenceTreeprocessor(Treeprocessor):
    """Works on what `footnotes` has put into the page; pages without notes stay as they are."""

    def __init__(self, md: Markdown, labels: Labels) -> None:
        super().__init__(md)
        self.labels = labels["evidence"]

    def run(self, root: Element) -> None:
        for parent in root.iter():
            if len(parent) > 1 and parent.find("sup") is not None:
                _tell_apart(parent)
        for notes in [part for part in root.iter("div") if part.get("class") == "footnote"]:
            self._name(root, notes)
            self._group(notes)

    def _name(self, root: Element, notes: Element) -> None:
        names = {}
        repeats = {f"#{mark.get('id')}" for part in root.iter("details") for mark in part.iter("sup")}
        for number, note in enumerate(notes.findall("ol/li"), 1):
            names[f"#{note.get('id')}"] = self.labels["name"].format(number=number, source=_source(note))
            note.set("value", str(number))
            self._name_ways_back(note, number, repeats)
        for mark in root.iter("a"):
            if mark.get("class") == "footnote-ref":
                mark.set("aria-label", names[mark.get("href", "")])

    def _name_ways_back(self, note: Element, number: int, repeats: set[str]) -> None:
        """No way leads into what is closed, where the same sentence stands open."""
        *_, around = note.iter("p")
        links = [link for link in around if link.get("class") == "footnote-backref"]
        for link in links[1:]:
            if link.get("href") in repeats:
                around.remove(link)
        for times, link in enumerate((link for link in around if link in links), 1):
            link.attrib.pop("title", None)
            link.set(
                "aria-label", self.labels["back" if times == 1 else "back_again"].format(number=number, times=times)
            )

    def _group(self, notes: Element) -> None:
        """Notes below their article, articles in the order in which they are first cited."""
        flat = notes.find("ol")
        if flat is None:
            return
        groups: dict[str, Element] = {}
        for note in flat:
            head = note.find(ARTICLE)
            key = "" if head is None else " ".join(link.get("href", "") for link in head.iter("a"))
            if key not in groups:
                groups[key] = _new_group(notes, head)
            if head is not None:
                note.remove(head)
            groups[key].append(note)
        notes.remove(flat)
        for name in ("close", "more"):
            notes.set(f"data-{name}", self.labels[name])


def _tell_apart(parent: Element) -> None:
    """A mark directly behind another is set off, so that a finger meets the one it means."""
    for one, other in pairwise(parent):
        if one.tag == other.tag == "sup" and not (one.tail or "").strip():
            other.set("class", "next-mark")


def _new_group(notes: Element, head: Element | None) -> Element:
    """The list of a new group, which stands under its article's name."""
    group = SubElement(notes, "div", {"class": "note-group"})
    if head is not None:
        head.attrib.pop("data-label")
        group.append(head)
    return SubElement(group, "ol")


def _source(note: Element) -> str:
    """What a mark says of its note: the article, or on its own page the paragraph."""
    head = note.find(ARTICLE)
    if head is not None:
        return str(head.get("data-label"))
    place = note.find("p/a[@class='note-place']")
    words = "".join((place if place is not None else note).itertext())
    return words.partition(STX)[0].strip()  # where the ways back begin
