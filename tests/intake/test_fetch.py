"""Pages from a real server on this machine, and all that a server can do to a program."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from generator.intake.fetch import Fetched, fetch, sendable
from generator.intake.files import LIMIT
from generator.intake.unusable import Unusable

WAY_OUT = "save the page in the browser and add the file"
HTML = "text/html"


class Pages(BaseHTTPRequestHandler):
    """Answers by path: status, headers, body."""

    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/seite": (200, {"Content-Type": HTML}, b"<p>Seite</p>"),
        "/latin": (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, "<p>Fähre</p>".encode("latin-1")),
        "/ohne": (200, {}, b"Text"),
        "/stra%C3%9Fe?q=%C3%A4": (200, {"Content-Type": "text/plain"}, b"Umlaute"),
        "/gepackt": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(b"<p>Gepackt</p>")),
        "/falsch": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, b"<p>kein gzip</p>"),
        "/bombe": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * (LIMIT + 1))),
        "/weiter": (301, {"Location": "/seite"}, b""),
        "/kreis": (302, {"Location": "/kreis"}, b""),
        "/datei": (302, {"Location": "file:///etc/hostname"}, b""),
        "/ftp": (302, {"Location": "ftp://bote.example/x"}, b""),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
        "/bild": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/gross": (200, {"Content-Type": HTML, "Content-Length": str(LIMIT + 1)}, b"x"),
        "/leer": (204, {}, b""),
        "/403": (403, {"Content-Type": HTML}, b"nein"),
        "/404": (404, {"Content-Type": HTML}, b"weg"),
        "/500": (500, {}, b""),
    }

    def do_GET(self) -> None:
        if self.path == "/endlos":
            self.answer(200, {"Content-Type": HTML})
            for _ in range(LIMIT // 65536 + 2):
                self.wfile.write(b"x" * 65536)
        elif self.path in ("/langsam", "/stumm"):
            self.drip(40 if self.path == "/langsam" else 0)
        elif self.path == "/abbruch":
            self.answer(200, {"Content-Type": HTML, "Content-Length": "1000"})
            self.wfile.write(b"x")
        elif self.path == "/unsinn":
            self.wfile.write(b"was soll das\r\n\r\n")
        else:
            status, headers, body = self.pages[self.path]
            self.answer(status, headers)
            self.wfile.write(body)

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def drip(self, pieces: int) -> None:
        if not pieces:
            time.sleep(1.5)
        self.answer(200, {"Content-Type": HTML})
        for _ in range(pieces):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            return  # the reader has hung up, as it should

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()


@pytest.mark.parametrize(
    ("path", "raw", "charset", "kind"),
    [
        ("/seite", b"<p>Seite</p>", "", HTML),
        ("/latin", "<p>Fähre</p>".encode("latin-1"), "iso-8859-1", HTML),
        ("/ohne", b"Text", "", ""),
        ("/gepackt", b"<p>Gepackt</p>", "", HTML),
    ],
)
def test_pages(server: str, path: str, raw: bytes, charset: str, kind: str) -> None:
    assert fetch(server + path) == Fetched(raw, charset, kind, server + path)


def test_an_address_with_umlauts_and_a_place_in_the_page(server: str) -> None:
    assert fetch(f"{server}/straße?q=ä#unten").raw == b"Umlaute"


def test_a_redirect_tells_where_it_ended(server: str) -> None:
    assert fetch(f"{server}/weiter").url == f"{server}/seite"


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("/403", "the server refuses programs (403)", WAY_OUT),
        ("/404", "there is no such page (404)", WAY_OUT),
        ("/500", "the server answered 500 Internal Server Error", WAY_OUT),
        ("/kreis", "the page leads in a circle, or to what is no web page (302)", WAY_OUT),
        ("/datei", "the page leads in a circle, or to what is no web page (302)", WAY_OUT),
        ("/ftp", '"ftp://bote.example/x" is no web address', "it begins with https:// or http://, then names a server"),
        ("/pdf", "it is a PDF", "save its text (in the viewer: select all, copy) and add that"),
        ("/bild", "it is no web page (image/png)", "save its text as .txt and add that"),
        ("/gross", "the page has more than 10 MiB", "save the article's text as .txt and add that"),
        ("/endlos", "the page has more than 10 MiB", "save the article's text as .txt and add that"),
        ("/bombe", "the page has more than 10 MiB", "save the article's text as .txt and add that"),
        ("/langsam", "the page did not come within 0.6 seconds", WAY_OUT),
        ("/stumm", "the page did not come within 0.6 seconds", WAY_OUT),
        ("/unsinn", '"127.0.0.1" broke the answer off', WAY_OUT),
        ("/abbruch", '"127.0.0.1" broke the answer off', WAY_OUT),
        ("/falsch", '"127.0.0.1" cannot be reached: ', WAY_OUT),
    ],
)
def test_what_servers_do(server: str, path: str, message: str, hint: str) -> None:
    with pytest.raises(Unusable) as error:
        fetch(server + path, timeout=0.6 if path in ("/langsam", "/stumm") else 10)
    assert error.value.message.startswith(message)
    assert error.value.hint == hint


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unusable, match=f'"127.0.0.1" refuses the connection; {WAY_OUT}'):
        fetch(f"http://127.0.0.1:{port}/")


def test_a_server_that_is_not_found() -> None:
    with pytest.raises(Unusable, match=r'"bote.invalid" cannot be found \(no network, or no such server\)'):
        fetch("https://bote.invalid/x")


def test_a_connection_that_is_not_safe(server: str) -> None:
    with pytest.raises(Unusable, match="the connection to"):
        fetch(server.replace("http:", "https:"))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bote.example", "https://bote.example/"),
        ("HTTPS://Bote.Example:8443/x#y", "https://bote.example:8443/x"),
        (
            "https://küstenbote.example/straße/ä?q=ö&r=[1]",
            "https://xn--kstenbote-q9a.example/stra%C3%9Fe/%C3%A4?q=%C3%B6&r=[1]",
        ),
        ("https://bote.example/a%20b c", "https://bote.example/a%20b%20c"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("https://anna:geheim@bote.example/x", "https://bote.example/x"),
    ],
)
def test_addresses_as_they_are_sent(url: str, expected: str) -> None:
    assert sendable(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "ftp://bote.example/x",
        "data://x",
        "https://",
        "http://[kaputt/",
        "https://x:99999/",
        "https://a..b/x",
    ],
)
def test_what_is_never_fetched(url: str) -> None:
    with pytest.raises(Unusable):
        fetch(url)
