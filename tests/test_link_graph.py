"""Which page links to which, as read from the pages' Markdown."""

from generator.link_graph import link_graph, sections

PAGE = """\
[Akteure](index.md){ .crumb }

# Anna { #_titel}

Sie traf [Berta](berta.md#a) und [das Lager](../bases/lager%C3%BC.md); \\[nicht\\](carl.md), [draußen](<https://example.org/d.md>).

<a class="x" href="../index.md">Start</a> <a href="#_titel">oben</a> <nav><a href="emil.md">Emil</a></nav>

## Zeitleiste (1.234) { #_zeitleiste}

### [Ein Tag](../timeline/tag.md) { #_ereignis-tag}

- Sie traf [Berta](berta.md) und [Fritz](fritz.md).

## Nachbarn { #_nachbarn}

[Berta](/actors/berta.md)

<details markdown>

- Mit [Gustav](gustav.md).

</details>

Auch [sie selbst](anna.md).
"""
BERTA, LAGER, HOME, DAY = "actors/berta.md", "bases/lagerü.md", "index.md", "timeline/tag.md"


def test_links_of_each_section_with_its_entries() -> None:
    found = sections("actors/anna.md", PAGE)
    assert [(each.anchor, each.heading) for each in found] == [
        ("_titel", "Anna"),
        ("_zeitleiste", "Zeitleiste"),
        ("_nachbarn", "Nachbarn"),
    ]
    assert [each.linked for each in found] == [
        {BERTA, LAGER, HOME},
        {DAY, BERTA, "actors/fritz.md"},
        {BERTA, "actors/gustav.md", "actors/anna.md"},
    ]
    assert [each.listed for each in found] == [{BERTA, LAGER, HOME}, {DAY}, {BERTA, "actors/anna.md"}]


def test_pages_that_link_in_the_order_of_the_dossier() -> None:
    pages = [
        ("b.md", "B", "# B { #_titel}\n\n[C](c.md)"),
        ("a.md", "A", "[C](c.md) [C](c.md)"),
        ("c.md", "C", "[C](c.md)"),
    ]
    graph = link_graph((path, title, sections(path, text)) for path, title, text in pages)
    assert {path: list(linking) for path, linking in graph.linking.items()} == {"c.md": ["b.md", "a.md"]}
    assert graph.titles == {"b.md": "B", "a.md": "A", "c.md": "C"}


def test_what_stands_in_an_attribute_is_no_link() -> None:
    (found,) = sections("index.md", '# A { #_titel}\n\n<a title="[B](b.md)" href="c.md">C</a> [D](d.md)')
    assert found.linked == found.listed == {"c.md", "d.md"}


def test_a_page_may_begin_with_its_entries() -> None:
    (found,) = sections("index.md", "### [A](a.md)\n\n[B](b.md)")
    assert (found.anchor, found.linked, found.listed) == ("", {"a.md", "b.md"}, {"a.md"})
