"""The page of search results, as it is before a browser fills it."""

import re

from pages.conftest import Make, page


def test_it_leads_to_every_section_also_without_results(make: Make) -> None:
    shown = page(make({}), "search/index.md")
    assert re.findall(r'<a href="\.\./(\w+)/index\.md">', shown) == [
        "timeline",
        "actors",
        "places",
        "outlets",
        "questions",
        "figures",
        "articles",
    ]


def test_form_and_results_wait_for_the_script(make: Make) -> None:
    shown = page(make({}), "search/index.md")
    assert "scripts:\n- search-page\n" in shown
    assert re.search(r'<form class="search-form" method="get" hidden [^>]*>', shown)
    assert '<div class="search-found" hidden ' in shown
