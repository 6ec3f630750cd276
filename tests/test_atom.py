"""A feed as a reader of XML has it back, whatever its texts are."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator.atom import Entry, Feed, atom, in_xml, newest_first

FEED = Feed("https://a.example/feed.xml", "Wer & <was>", 'https://a.example/?a="1"&b', "de", "Dossier", "CC BY 4.0")
ATOM = "{http://www.w3.org/2005/Atom}"
XML_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def entry(title: str, updated: str = "2031-01-02") -> Entry:
    return Entry("a", title, "https://a.example/a/", "2031-01-01", updated, lambda: in_xml(f"<p>{title}</p>"))


@given(XML_TEXTS)
def test_texts_come_back(text: str) -> None:
    read = ET.fromstring(atom(FEED, [entry(text)]))  # noqa: S314 - written here
    assert read.findtext(f"{ATOM}title") == FEED.title
    assert read.findtext(f"{ATOM}entry/{ATOM}title") == text
    assert read.findtext(f"{ATOM}entry/{ATOM}summary") == f"<p>{text}</p>"
    assert [link.get("href") for link in read.findall(f"{ATOM}link")] == [FEED.id, FEED.page]


def test_what_xml_has_no_place_for_is_replaced() -> None:
    read = ET.fromstring(atom(FEED, [entry("a\x0bb\x00\ufffe")]))  # noqa: S314 - written here
    assert read.findtext(f"{ATOM}entry/{ATOM}title") == "a\ufffdb\ufffd\ufffd"


def test_a_feed_is_as_new_as_its_first_entry() -> None:
    entries = newest_first([entry("alt"), entry("neu", "2031-03-01"), entry("mittel", "2031-02-01")])
    read = ET.fromstring(atom(FEED, entries))  # noqa: S314 - written here
    assert [each.findtext(f"{ATOM}title") for each in read.findall(f"{ATOM}entry")] == ["neu", "mittel", "alt"]
    assert read.findtext(f"{ATOM}updated") == "2031-03-01T00:00:00Z"
    assert ET.fromstring(atom(FEED, [])).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"  # noqa: S314
