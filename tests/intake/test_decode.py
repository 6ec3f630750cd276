"""Bytes → text: every way in which a German text may be encoded, and what is no text."""

import codecs

import pytest

from generator.intake.decode import decode
from generator.intake.unusable import Unusable

TEXT = "Größere Fähren dürfen nicht über die Brücke – „frühestens im März“, hieß es."


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (TEXT.encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), ""),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-8"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), ""),
        (TEXT.encode("cp1252"), "ISO-8859-1"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("mac_roman"), "macintosh"),
        (TEXT.encode(), "utf8"),
        (TEXT.encode(), "no-such-charset"),
        (TEXT.encode(), "hex"),  # a codec of Python's, but of no text
        (b"<meta charset=windows-1252>" + TEXT.encode("cp1252"), ""),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">' + TEXT.encode("cp1252"), ""),
        (b'<?xml version="1.0" encoding="windows-1252"?>' + TEXT.encode("cp1252"), ""),
    ],
)
def test_what_is_declared_or_plain_needs_no_note(raw: bytes, charset: str) -> None:
    decoded = decode(raw, charset)
    assert decoded.text.endswith(TEXT)
    assert decoded.notes == ()


@pytest.mark.parametrize("name", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", [TEXT, "Nur ein ü.", "Die Höhe der Bögen und Äste über dem Fluß: 5 m", TEXT * 50])
def test_western_charsets_are_told_by_their_letters(text: str, name: str) -> None:
    decoded = decode(text.encode(name))
    assert decoded.text == text
    assert decoded.notes == (f"no charset is named and it is not UTF-8; read as {name}: check the umlauts",)


def test_latin_1_is_read_as_its_greater_brother() -> None:
    assert decode("Müßig währt am längsten.".encode("latin-1")).text == "Müßig währt am längsten."


def test_dos_letters() -> None:
    assert decode("Müller fährt über die Brücke.".encode("cp850")).text == "Müller fährt über die Brücke."


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(name: str) -> None:
    decoded = decode(TEXT.encode(name))
    assert decoded.text == TEXT
    assert decoded.notes == (f"no charset is named; read as {name.upper()}",)


def test_another_script() -> None:
    text = "Паром на остров не ходит уже третий день, сообщила вчера вечером местная администрация порта."
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert "read as cp1251" in decoded.notes[0]


def test_a_wrong_declaration_is_not_believed() -> None:
    assert decode(TEXT.encode(), "koi8-r").text == TEXT
    assert decode(TEXT.encode(), "koi8-r").notes == ("it says to be koi8-r, but is UTF-8; read as UTF-8",)
    wrong = decode(TEXT.encode("cp1252"), "utf-8")
    assert wrong.text == TEXT
    assert wrong.notes == ("it says to be utf-8, but is not; read as cp1252: check the umlauts",)


def test_an_ascii_text_contradicts_nothing() -> None:
    assert decode(b"Am Hafen", "utf-16").notes == ()


def test_letters_that_cannot_be_read_are_counted() -> None:
    decoded = decode("Die Fähre fährt über den Fluß".encode("cp1252") + b"\x81\x8d")
    assert decoded.notes[1:] == ("2 characters could not be read",)


def test_letters_encoded_twice_are_mended() -> None:
    decoded = decode(TEXT.encode().decode("latin-1").encode())
    assert decoded.text == TEXT
    assert decoded.notes == ('letters were encoded twice (e.g. "Ã¶") and have been mended',)


def test_letters_encoded_twice_beside_others_are_told() -> None:
    mixed = "Größe über alles: GrÃ¶ÃŸe Ã¼ber alles"
    decoded = decode(mixed.encode())
    assert decoded.text == mixed
    assert decoded.notes[0].startswith('letters seem to be encoded twice (e.g. "Ã¶"); save the source as UTF-8')


def test_a_portuguese_a_is_no_sign_of_it() -> None:
    assert decode("O Ã é uma letra.".encode()).notes == ()


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n", "it is a PDF"),
        (b"PK\x03\x04word", "it is a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is a document of an old Word"),
        (b"{\\rtf1 Text}", "it is rich text (RTF)"),
        (b"\x1f\x8b\x08", "it is compressed (gzip)"),
        (b"\x89PNG\r\n", "it is an image"),
        (b"\xff\xd8\xff\xe0", "it is an image"),
        (b"bplist00", "it is a Safari web archive"),
        (b"Text\0mit\0\0\0Nullen und vielen anderen Zeichen", "it is no text (it holds zero bytes)"),
        (codecs.BOM_UTF8 + b"Text\0mit Null", "it is no text (it holds zero bytes)"),
        (bytes(range(256)) * 10, "it is no text (it holds zero bytes)"),
    ],
)
def test_what_is_no_text(raw: bytes, what: str) -> None:
    with pytest.raises(Unusable) as error:
        decode(raw)
    assert error.value.message == what
    assert error.value.hint
    assert str(error.value) == f"{what}; {error.value.hint}"
