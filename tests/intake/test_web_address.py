"""When two addresses mean one page."""

import pytest

from generator.intake.web_address import canonical, untracked

PAGE = "bote.example/insel/faehre"


@pytest.mark.parametrize(
    "url",
    [
        "https://bote.example/insel/faehre",
        "http://www.bote.example/insel/faehre/",
        "HTTPS://WWW.Bote.Example:443/insel/faehre#kommentare",
        "http://bote.example:80//insel/faehre",
        "https://m.bote.example/insel/faehre",
        "https://amp.bote.example/insel/faehre",
        "https://bote.example/insel/faehre/amp",
        "https://bote.example/insel/faehre/amp/",
        "https://bote.example/amp/insel/faehre",
        "https://bote.example/insel/faehre.amp",
        "https://bote.example/insel/faehre?amp=1",
        "https://bote.example/insel/faehre/index.html",
        "https://bote.example/insel/faehre?utm_source=x&utm_medium=y&fbclid=z&wt_mc=w",
        "https://bote.example/insel/f%61ehre",
        "https://web.archive.org/web/20310403120000/https://bote.example/insel/faehre",
        "https://web.archive.org/web/20310403120000id_/http:/www.bote.example/insel/faehre",
        "https://archive.ph/20310403/https://bote.example/insel/faehre",
        "  https://bote.example/insel/faehre  ",
    ],
)
def test_one_page(url: str) -> None:
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bote.example/insel", "bote.example/insel"),
        ("https://bote.example:8080/insel/faehre", f"{PAGE.replace('example', 'example:8080')}"),
        ("https://bote.example/insel/faehre?id=2&a=1", f"{PAGE}?a=1&id=2"),
        ("https://bote.example/straße%2fx", "bote.example/stra%C3%9Fe/x"),
        ("https://bote.example/stra%c3%9fe", "bote.example/stra%C3%9Fe"),
        ("https://küste.example/x", "xn--kste-0ra.example/x"),
        ("https://www.example/x", "www.example/x"),
        ("https://a..b/x", "a..b/x"),
        ("https://archive.ph/AbCdE", "archive.ph/AbCdE"),
        ("https://[kaputt/x", "https://[kaputt/x"),
        ("kein Verweis", "kein Verweis"),
        ("", ""),
    ],
)
def test_other_pages(url: str, expected: str) -> None:
    assert canonical(url) == expected


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.example/x?utm_source=s&id=7&fbclid=1#y", "https://a.example/x?id=7#y"),
        ("https://a.example/x?utm_source=s", "https://a.example/x"),
        ("https://a.example/x?b=%C3%A4&a=", "https://a.example/x?b=%C3%A4&a="),
        ("https://a.example", "https://a.example"),
        ("https://[a", "https://[a"),
    ],
)
def test_tracking_goes_and_all_else_stays(url: str, bare: str) -> None:
    assert untracked(url) == bare
