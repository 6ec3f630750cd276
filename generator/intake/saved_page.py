"""A page that a browser saved as one file (.mht, .mhtml): a message in parts, the first of them HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from generator.intake.unusable import Unusable

_HEAD = re.compile(rb"(?:[A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SavedPage:
    html: bytes
    charset: str
    url: str


def is_saved_page(raw: bytes) -> bool:
    head = raw[:4000].lower()
    return b"mime-version:" in head and b"multipart/related" in head and _HEAD.match(raw[:8000].lstrip()) is not None


def saved_page(raw: bytes) -> SavedPage:
    """The page itself, without its pictures and styles.

    Raises:
        Unusable: there is no HTML in it.
    """
    message = message_from_bytes(raw.lstrip())
    for part in message.walk():
        if part.get_content_type() == "text/html":
            html = part.get_payload(decode=True)
            if isinstance(html, bytes) and html.strip():
                return SavedPage(html, part.get_content_charset() or "", _address(message, part))
    raise Unusable("the saved page (MHTML) holds no HTML", "open it in a browser, save its text as .txt and add that")


def _address(message: Message, part: Message) -> str:
    found = (
        str(each.get(name, ""))
        for each in (message, part)
        for name in ("Snapshot-Content-Location", "Content-Location")
    )
    return next((url.strip() for url in found if url.startswith(("http://", "https://"))), "")
