"""Which page links to which, as read from the pages' Markdown."""

from generator.link_graph import link_graph

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
    graph = link_graph([("actors/anna.md", "Anna", PAGE)])
    sections = graph.sections["actors/anna.md"]
    assert [(each.anchor, each.heading) for each in sections] == [
        ("_titel", "Anna"),
        ("_zeitleiste", "Zeitleiste"),
        ("_nachbarn", "Nachbarn"),
    ]
    assert [each.linked for each in sections] == [
        {BERTA, LAGER, HOME},
        {DAY, BERTA, "actors/fritz.md"},
        {BERTA, "actors/gustav.md", "actors/anna.md"},
    ]
    assert [each.listed for each in sections] == [{BERTA, LAGER, HOME}, {DAY}, {BERTA, "actors/anna.md"}]


def test_pages_that_link_in_the_order_of_the_dossier() -> None:
    pages = [
        ("b.md", "B", "# B { #_titel}\n\n[C](c.md)"),
        ("a.md", "A", "[C](c.md) [C](c.md)"),
        ("c.md", "C", "[C](c.md)"),
    ]
    graph = link_graph(pages)
    assert {path: list(linking) for path, linking in graph.linking.items()} == {"c.md": ["b.md", "a.md"]}
    assert graph.titles == {"b.md": "B", "a.md": "A", "c.md": "C"}
