"""A web page from its address: with a limit of time and size, and one clear message for all that can go wrong.

Whatever the web refuses to a program, a browser still shows: that is the way out each message names.
"""

from __future__ import annotations

import gzip
import http.client
import io
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from generator.intake.files import LIMIT
from generator.intake.unusable import Unusable
from generator.problems import quoted

TIMEOUT = 20.0
"""Seconds: for each step, and for the whole page."""
WAY_OUT = "save the page in the browser and add the file"
_HEADERS = {
    "User-Agent": "dossier (adds an article at an editor's request)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Language": "de, en;q=0.5",
    "Accept-Encoding": "gzip",
}
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml", "text/xml", "")
_STATUS = {
    401: "the page asks for a password (401)",
    402: "the page asks for payment (402)",
    403: "the server refuses programs (403)",
    404: "there is no such page (404)",
    410: "the page has been removed (410)",
    429: "the server wants fewer requests (429)",
    451: "the page is blocked for legal reasons (451)",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, what the server said of them, and the address after redirects."""

    raw: bytes
    charset: str
    kind: str
    url: str


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to a web page, never to a file or another service."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        try:
            address = sendable(newurl)
        except Unusable:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, address)


def fetch(url: str, timeout: float = TIMEOUT) -> Fetched:
    """The page at a web address.

    Raises:
        Unusable: it cannot be had.
    """
    deadline = time.monotonic() + timeout
    opener = urllib.request.build_opener(_OnlyWeb)
    try:
        request = urllib.request.Request(sendable(url), headers=_HEADERS)  # noqa: S310 - sendable() lets only http(s) pass
        with opener.open(request, timeout=timeout) as answer:
            kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
            _check_kind(kind, answer.headers.get("Content-Length"))
            raw = _unpacked(_read(answer, deadline, timeout), answer.headers.get("Content-Encoding", ""))
            return Fetched(raw, answer.headers.get_content_charset() or "", kind, answer.geturl())
    except urllib.error.HTTPError as error:
        with error:  # it holds the connection
            raise Unusable(_refused(error.code, error.reason), WAY_OUT) from None
    except (OSError, http.client.HTTPException, ValueError, EOFError, zlib.error) as error:
        raise Unusable(_reason(error, url, timeout), WAY_OUT) from None


def sendable(url: str) -> str:
    """The address as it goes over the wire: umlauts escaped, the host in ASCII.

    Raises:
        Unusable: it is no web address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Unusable(f"{quoted(url)} is no web address: {error}", "check it") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise Unusable(f"{quoted(url)} is no web address", "it begins with https:// or http://, then names a server")
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Unusable(f"{quoted(host)} can be no server's name", "check the address") from None
    place = (f"[{name}]" if ":" in name else name) + (f":{port}" if port else "")
    path, query = quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme.lower(), place, path or "/", query, ""))


def _check_kind(kind: str, length: str | None) -> None:
    if kind == "application/pdf":
        raise Unusable("it is a PDF", "save its text (in the viewer: select all, copy) and add that")
    if kind not in _TEXTS:
        raise Unusable(f"it is no web page ({kind})", "save its text as .txt and add that")
    if length and length.isdecimal() and int(length) > LIMIT:
        _too_large()


def _too_large() -> None:
    raise Unusable(f"the page has more than {LIMIT // 1048576} MiB", "save the article's text as .txt and add that")


def _read(answer: Any, deadline: float, timeout: float) -> bytes:
    """Piece by piece, so that neither a dripping nor an endless answer holds us."""
    found = bytearray()
    while piece := answer.read1(65536):
        found += piece
        if len(found) > LIMIT:
            _too_large()
        if time.monotonic() > deadline:
            raise Unusable(f"the page did not come within {timeout:g} seconds", WAY_OUT)
    if answer.length:  # so much was still to come
        raise http.client.IncompleteRead(bytes(found), answer.length)
    return bytes(found)


def _unpacked(raw: bytes, encoding: str) -> bytes:
    if encoding.lower() not in ("gzip", "x-gzip"):
        return raw
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
        found = packed.read(LIMIT + 1)
    if len(found) > LIMIT:
        _too_large()
    return found


def _refused(status: int, words: str) -> str:
    if 300 <= status < 400:
        return f"the page leads in a circle, or to what is no web page ({status})"
    return _STATUS.get(status, f"the server answered {status} {words}".rstrip())


def _reason(error: Exception, url: str, timeout: float) -> str:
    """What went wrong, in a few words."""
    host = urlsplit(url).hostname or url
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    known: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        (TimeoutError, f"the page did not come within {timeout:g} seconds"),
        (socket.gaierror, f"{quoted(host)} cannot be found (no network, or no such server)"),
        (ssl.SSLError, f"the connection to {quoted(host)} is not safe (its certificate is not trusted)"),
        (ConnectionRefusedError, f"{quoted(host)} refuses the connection"),
        ((http.client.HTTPException, ConnectionError, EOFError, zlib.error), f"{quoted(host)} broke the answer off"),
    )
    other = f"{quoted(host)} cannot be reached: {getattr(cause, 'strerror', None) or cause}"
    return next((words for kind, words in known if isinstance(cause, kind)), other)
