"""Bytes → text: by byte order mark, declared charset, UTF-8, and at last by how German the letters look.

A wrong guess would garble every umlaut, so what is declared is believed only if it fits, and a guess is told. For the
old 8-bit charsets of western Europe the guess is our own: charset-normalizer, asked without limits, takes cp1252 for
cp1250, and short Mac Roman texts for cp1252. It is asked about other scripts alone.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from generator.intake.unusable import Unusable
from generator.problems import quoted

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like that of UTF-16
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF", "save its text (in the viewer: select all, copy) and add that"),
    (b"PK\x03\x04", "a zip archive or an office document", "save it as plain text (.txt) and add that"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word", "save it as plain text (.txt) and add that"),
    (b"{\\rtf", "rich text (RTF)", "save it as plain text (.txt) and add that"),
    (b"\x1f\x8b", "compressed (gzip)", "unpack it and add what is in it"),
    (b"bplist", "a Safari web archive", "save the page as page source and add that"),
    (b"%!PS", "PostScript", "save its text and add that"),
    *(
        (start, "an image", "type its text or let a program read it, and add that")
        for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
    ),
)
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w:.+-]{2,40})|<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w:.+-]{2,40})""",
    re.IGNORECASE,
)
_WESTERN = ("cp1252", "mac_roman", "cp850")
_AS_CP1252 = {"iso8859-1", "ascii"}
"""Names under which the web means cp1252."""
_USUAL = frozenset("äöüßÄÖÜ„“”‚‘’–—…«»‹›€§°·•éèêàâáçñíóúëïôî²³½©® \xa0\xad\t\r\n")  # noqa: RUF001 - meant
_DOUBLED = re.compile("Ã[\x80-\xbf¤¶¼Ÿ„–œ‹‰]|â€[\x80-\x9fžœ“™¦”]|Â[\xa0-\xbf]")  # noqa: RUF001 - meant
_TO_BYTES = {}
for _byte in range(0x80, 0xA0):
    _TO_BYTES[ord(bytes([_byte]).decode("cp1252", "replace"))] = chr(_byte)
_TO_BYTES.pop(0xFFFD, None)


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, charset: str = "") -> Decoded:
    """The text of a file; `charset` is what the web server said of it.

    Raises:
        Unusable: it holds no text.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(name, "replace"))
    _refuse_binary(raw)
    if name := _utf16(raw):
        return _checked(raw.decode(name, "replace"), (f"no charset is named; read as {name.upper()}",))
    if b"\0" in raw:
        raise Unusable("it is no text (it holds zero bytes)", "save it as plain text (.txt, UTF-8) and add that")
    declared = _known(charset) or _known(_declared_in(raw))
    text = _strict(raw, "utf-8")
    if text is not None:
        contradicted = declared and declared not in ("utf-8", "cp1252") and not raw.isascii()
        note = f"it says to be {declared}, but is UTF-8; read as UTF-8"
        return _checked(text, (note,) if contradicted else ())
    if declared and declared != "utf-8" and (text := _strict(raw, declared)) is not None:
        return _checked(text)
    return _guessed(raw, declared)


def _refuse_binary(raw: bytes) -> None:
    for start, what, hint in _SIGNATURES:
        if raw.startswith(start):
            raise Unusable(f"it is {what}", hint)


def _utf16(raw: bytes) -> str:
    """UTF-16 without a mark: in a text of our letters every other byte is zero."""
    head = raw[:4000]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.6 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and head[::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _declared_in(raw: bytes) -> str:
    found = _DECLARED.search(raw[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _known(charset: str) -> str:
    """Python's name of a text encoding; empty for one that it does not know."""
    try:
        found = codecs.lookup(charset.strip(" \"'"))
        "a".encode(found.name)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if found.name in _AS_CP1252 else found.name


def _strict(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(raw: bytes, declared: str) -> Decoded:
    """By the letters: the western charset in which most of them are German, else what charset-normalizer says."""
    head = raw[:200_000]
    high = bytes(byte for byte in head if byte > 0x7F) or raw[-1:]
    usual = {name: sum(char in _USUAL for char in high.decode(name, "replace")) for name in _WESTERN}
    best = max(_WESTERN, key=lambda name: usual[name])
    if usual[best] < 0.5 * len(high) or len(high) > 0.3 * len(head):
        other = from_bytes(raw[:50_000]).best()
        best = other.encoding if other else "cp1252"
    text = raw.decode(best, "replace")
    said = f"it says to be {declared}, but is not" if declared else "no charset is named and it is not UTF-8"
    notes = [f"{said}; read as {best}: check the umlauts"]
    if "\ufffd" in text:
        notes.append(f"{text.count(chr(0xFFFD))} characters could not be read")
    return _checked(text, tuple(notes))


def _checked(text: str, notes: tuple[str, ...] = ()) -> Decoded:
    """Letters that were encoded twice ("Ã¤" for "ä") are mended where that is certain, and told."""
    doubled = _DOUBLED.findall(text[:1_000_000])
    if "\0" in text:
        raise Unusable("it is no text (it holds zero bytes)", "save it as plain text (.txt, UTF-8) and add that")
    if len(doubled) < 2:
        return Decoded(text, notes)
    mended = _once_less(text)
    if mended is None:
        note = f"letters seem to be encoded twice (e.g. {quoted(doubled[0])}); save the source as UTF-8 and add it anew"
        return Decoded(text, (*notes, note))
    return Decoded(mended, (*notes, f"letters were encoded twice (e.g. {quoted(doubled[0])}) and have been mended"))


def _once_less(text: str) -> str | None:
    try:
        return text.translate(_TO_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
