"""HTML as a tree, written again just as it was read but for what was changed in between; comments are dropped.

Names of elements and attributes that were changed come out in lower case; HTML gives SVG's `viewBox` its form again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.entities import html5
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(eq=False)
class Element:
    """An element; its children are elements, and text as it stands in HTML, with its `&amp;`."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    end: str | None = None
    """The end tag, where it had one; None for one that was not read but made."""
    start: str = ""
    """The start tag as it was read."""
    was: tuple[str, dict[str, str | None]] = ("", {})

    @property
    def id(self) -> str:
        return self.attributes.get("id") or ""

    @property
    def href(self) -> str:
        return self.attributes.get("href") or ""

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    @property
    def text(self) -> str:
        """Its words, white space run together."""
        return " ".join(unescape("".join(self.words())).split())

    def words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.words()

    def elements(self) -> Iterator[Element]:
        """Itself and all elements inside, in the order of the text."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def remove(self, unwanted: set[Element]) -> None:
        """Takes these elements away, with all that is in them."""
        for element in self.elements():
            element.children = [child for child in element.children if child not in unwanted]

    def inner(self) -> str:
        return "".join(self._inner())

    def _inner(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.written()

    def written(self) -> Iterator[str]:
        same = self.was == (self.tag, self.attributes)
        yield self.start if same else self._start()
        yield from self._inner()
        if self.end is None:
            yield "" if self.tag in VOID else f"</{self.tag}>"
        elif self.end:
            yield self.end if same else f"</{self.tag}>"

    def _start(self) -> str:
        attributes = (
            f' {name}="{escape(value)}"' if value is not None else f" {name}" for name, value in self.attributes.items()
        )
        return f"<{self.tag}{''.join(attributes)}{' />' if self.start.endswith('/>') else '>'}"


def parse_html(text: str) -> Element:
    """A nameless element that holds the text's elements."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            last = self.open[-1].children[-1]
            assert isinstance(last, Element)  # noqa: S101 - it has just been put there
            self.open.append(last)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        start = self.get_starttag_text() or ""
        self.open[-1].children.append(Element(tag, attributes, end="", start=start, was=(tag, dict(attributes))))

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].tag == tag), 0)
        if at:  # what was opened inside and never closed ends here as well
            self.open[at].end = f"</{tag}>"
            del self.open[at:]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_entityref(self, name: str) -> None:
        self.open[-1].children.append(f"&{name};" if f"{name};" in html5 else f"&amp;{name}")

    def handle_charref(self, name: str) -> None:
        self.open[-1].children.append(f"&#{name};")
