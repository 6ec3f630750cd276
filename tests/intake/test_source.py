"""The whole way of a source, and the hostile ones: one clear message or a sane result each, and quickly."""

# ruff: noqa: E501, RUF001 - one text is Arabic

import hashlib
import os
import threading
import time
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from test_saved_page import saved

from generator.fulltext import paragraphs
from generator.intake.source import Source, Unusable, read_source

PAGES = Path(__file__).parent / "pages"
SENTENCES = [
    f"Am {day}. Tag nach dem Sturm lag die Fähre noch immer im Dock, wie die Reederei in Norderhafen mitteilte."
    for day in range(1, 7)
]
BODY = "\n\n".join(SENTENCES)
SECONDS = 8
"""A busy machine is no fault; here none takes two."""


def nothing() -> bytes:
    raise AssertionError("standard input was not asked for")


def read(raw: bytes | str, name: str = "-") -> Source:
    return read_source(name, lambda: raw if isinstance(raw, bytes) else raw.encode())


def saved_as(folder: Path, name: str, text: str) -> Source:
    (folder / name).write_text(text, encoding="utf-8")
    return read_source(str(folder / name), nothing)


def test_a_text_with_all_that_texts_show_of_themselves(tmp_path: Path) -> None:
    text = (
        "Fähre liegt im Dock\n\nVon Anna Beispiel\n\n24.08.2025, 14:05 Uhr\n\n"
        f"Quelle: https://bote.example/faehre\n\n{BODY}\n\n(dpa)\n"
    )
    found = saved_as(tmp_path, "faehre.txt", text)
    assert found == Source(
        name=str(tmp_path / "faehre.txt"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title="Fähre liegt im Dock",
        published="2025-08-24",
        published_basis="stated",
        outlet="",
        agency="dpa",
        authors=("Anna Beispiel",),
        url="https://bote.example/faehre",
        language="de",
        notes=(),
    )


def test_the_text_is_as_the_dossier_counts_it() -> None:
    found = read("Eins,\r\nimmer noch.\r\n\r\n\r\n  Zwei.\u202e\n")
    assert found.text == "Eins, immer noch.\n\nZwei.\n"
    assert paragraphs(found.text) == ["Eins, immer noch.", "Zwei."]
    assert found.name == "stdin"


def test_a_text_that_says_nothing_of_itself() -> None:
    found = read(BODY)
    assert (found.title, found.published, found.published_basis, found.url) == ("", "", "", "")
    assert (found.agency, found.authors, found.notes, found.language) == ("", (), (), "de")


def test_markdown(tmp_path: Path) -> None:
    text = f"---\ntitle: Fähre im Dock\ndate: 2025-08-24\nagency: Deutsche Presse-Agentur\nurl: https://bote.example/faehre\n---\n*Sehr* lang.\n\n{BODY}"
    found = saved_as(tmp_path, "faehre.md", text)
    assert found.text.startswith("Sehr lang.\n\n")
    assert (found.title, found.published, found.agency) == ("Fähre im Dock", "2025-08-24", "dpa")
    assert found.url == "https://bote.example/faehre"
    assert read(text).text == found.text


@pytest.mark.parametrize(
    ("name", "text", "published", "basis"),
    [
        ("2025-08-24-faehre.txt", BODY, "2025-08-24", "inferred: nach dem Dateinamen"),
        ("2025-08-faehre.txt", BODY, "2025-08", "inferred: nach dem Dateinamen"),
        ("2025-08-24.txt", f"Stand: 23.08.2025\n\n{BODY}", "2025-08-23", "stated"),
        ("x.txt", f"https://bote.example/2025/08/24/x\n\n{BODY}", "2025-08-24", "inferred: nach der Adresse"),
        ("x.txt", f"{BODY}\n\ndpa:250824-930-1/1", "2025-08-24", "inferred: nach der Nummer der dpa-Meldung"),
        ("x.txt", f"Aktualisiert: 25.08.2025\n\n{BODY}", "2025-08-25", "inferred: nach dem Datum der letzten Änderung"),
        ("x.txt", BODY, "", ""),
    ],
)
def test_where_the_date_is_from(tmp_path: Path, name: str, text: str, published: str, basis: str) -> None:
    found = saved_as(tmp_path, name, text)
    assert (found.published, found.published_basis) == (published, basis)


def test_a_page_that_declares_only_its_last_change(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2025-08-26">'
    body = "".join(f"<p>{sentence}</p>" for sentence in ["Stand: 24.08.2025, 10:00 Uhr", *SENTENCES])
    found = saved_as(tmp_path, "x.html", f"<html><head>{head}</head><body><article>{body}")
    assert (found.published, found.published_basis) == ("2025-08-24", "stated")
    found = saved_as(tmp_path, "x.html", f"<html><head>{head}</head><body><article>{body.replace('Stand', 'Dank')}")
    assert (found.published, found.published_basis) == ("2025-08-26", "inferred: nach dem Datum der letzten Änderung")


def test_two_dates_that_differ_are_told() -> None:
    found = read(f"---\ndate: 2025-08-24\n---\nStand: 26.08.2025\n\n{BODY}")
    assert found.published == "2025-08-24"
    assert found.notes == ("the page or front matter says 2025-08-24, the text says 2025-08-26; check the date",)
    assert read(f"---\ndate: 2025-08\n---\nStand: 26.08.2025\n\n{BODY}").notes == ()


def test_an_address_that_no_seed_may_hold_is_left_out() -> None:
    found = read("---\nurl: https://bote.example/{x}\n---\n" + BODY)
    assert found.url == ""
    assert found.notes == ('the address "https://bote.example/{x}" is no web address that a seed may hold; left out',)


def test_a_saved_page_with_its_own_charset(tmp_path: Path) -> None:
    raw = (
        (PAGES / "agency_report.html").read_text(encoding="utf-8").replace('charset="utf-8"', 'charset="windows-1252"')
    )
    (tmp_path / "seite").write_bytes(raw.encode("cp1252", "xmlcharrefreplace"))
    found = read_source(str(tmp_path / "seite"), nothing)
    assert found.title == "Fähre nach Langsand fällt aus"
    assert (found.outlet, found.agency, found.published) == ("Küstenbote", "dpa", "2031-04-03")
    assert len(paragraphs(found.text)) == 14


def test_a_page_in_one_file() -> None:
    page = "<p>" + "</p><p>".join(SENTENCES).replace("ä", "=C3=A4")
    found = read(saved(("text/html; charset=utf-8", page)))
    assert found.text == BODY + "\n"
    assert found.url == "https://bote.example/faehre"


def test_an_address(tmp_path: Path) -> None:
    (tmp_path / "2025" / "08").mkdir(parents=True)
    (tmp_path / "2025" / "08" / "faehre.html").write_text(
        "<html lang=de><body>" + "".join(f"<p>{s}" for s in SENTENCES)
    )
    (tmp_path / "notiz.txt").write_text(BODY)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    def handler(*arguments: object) -> Quiet:
        return Quiet(*arguments, directory=str(tmp_path))  # type: ignore[arg-type]

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        server = f"http://127.0.0.1:{served.server_address[1]}"
        page = read_source(f"{server}/2025/08/faehre.html", nothing)
        note = read_source(f"{server}/notiz.txt", nothing)
        served.shutdown()
    assert page.text == BODY + "\n"
    assert (page.name, page.url) == (f"{server}/2025/08/faehre.html",) * 2
    assert (page.published, page.published_basis) == ("2025-08", "inferred: nach der Adresse")
    assert (note.text, note.url, note.published) == (BODY + "\n", f"{server}/notiz.txt", "")


def test_other_schemes_are_never_followed() -> None:
    for address in ("file:///etc/hostname", "ftp://bote.example/x"):
        with pytest.raises(Unusable, match="is no web address; it begins with https:// or http://"):
            read_source(address, nothing)


# Hostile sources: what is no article at all


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n ", "it is empty"),
        (b"\xef\xbb\xbf\n", "it holds no text"),
        ("\u200b\u202e\n\n– …".encode(), "it holds no text"),
        (b"---\ntitle: Nur Metadaten\n---\n", "it holds no text"),
        (bytes(range(256)) * 1000, "it is no text (it holds zero bytes)"),
        (b"Ein Text\0mit Null, der sonst ganz harmlos aussieht", "it is no text (it holds zero bytes)"),
        (b"%PDF-1.4 ...", "it is a PDF"),
        (b"x" * (50 * 1024 * 1024), "it has 50.0 MiB, more than the 10 MiB allowed"),
        (b"<html><body></body></html>", "the page holds no article"),
        ((PAGES / "paywall.html").read_bytes(), "the page says it is not free, and shows only 32 words"),
        (b"A-\n" * 200_000, "it has more than 150000 paragraphs"),
        (b"Wort " * 1_000_000, "its text has more than the 4 MiB that a full text may have"),
    ],
    ids="empty blanks bom invisible front-matter binary nul pdf huge shell paywall paragraphs line".split(),
)
def test_what_is_refused(raw: bytes, message: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Unusable) as error:
        read(raw)
    assert time.perf_counter() - start < SECONDS
    assert error.value.message == message
    assert error.value.hint


@pytest.mark.parametrize(
    "name", ["", ".", "/dev/zero", "/dev/null", "no-such-file.txt", "www.bote.example", "a\0b", "x" * 5000]
)
def test_names_that_lead_to_no_text(name: str) -> None:
    with pytest.raises(Unusable):
        read_source(name, nothing)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Unusable, match="it is no plain file, but a pipe or device"):
        read_source(str(tmp_path / "pipe.txt"), nothing)


# Hostile sources: what is an article all the same


def test_a_wrong_encoding() -> None:
    found = read(BODY.encode("mac_roman"))
    assert found.text == BODY + "\n"
    assert found.notes == ("no charset is named and it is not UTF-8; read as mac_roman: check the umlauts",)


def test_two_articles_in_one_file() -> None:
    found = read(f"Eins\n\n{BODY} (dpa)\n\nZwei\n\n{BODY}\n\n(afp)\n")
    assert any(note.startswith("paragraphs 7 and 15 both end in a sign-off; split the file") for note in found.notes)


def test_a_date_in_the_future() -> None:
    found = read(f"Stand: 24.08.2099\n\n{BODY}")
    assert (found.published, found.published_basis) == ("2099-08-24", "stated")
    assert found.notes == ("published 2099-08-24 lies in the future; check it",)


def test_right_to_left_text_with_controls() -> None:
    found = read("\u202eتوقفت العبارة في الحوض\u202c منذ الثلاثاء\u200f\n\nانتهى\n")
    assert found.text == "توقفت العبارة في الحوض منذ الثلاثاء\n\nانتهى\n"
    assert found.language == "ar"


def _tickers() -> str:
    return "\n\n".join(f"{n % 24}.00 Uhr: Meldung {n}" for n in range(100_000))


@pytest.mark.parametrize(
    "make",
    [
        _tickers,
        lambda: "Wort " * 800_000,
        lambda: "a" * 4_000_000,
        lambda: "[" * 1_000_000 + "](https:",
        lambda: "# " + "*a" * 1_000_000,
        lambda: "\n".join("x" * 50 for _ in range(60_000)),
        lambda: "(" * 1_000_000 + "dpa",
        lambda: "---\n" + "a: " * 10_000 + "\n---\n" + BODY,
        lambda: " \n" * 1_000_000 + BODY,
        lambda: "24.08.2025 | " * 200_000,
        lambda: "> " * 1_000_000 + "x ![](https://x)",
        lambda: "Ã¤" * 1_000_000,
        lambda: "A-\n" * 100_000,
        lambda: "#" * 1_000_000 + "\n# x " + "#" * 500_000 + "x",
        lambda: "# x\n" + "|" + " -" * 1_000_000 + "x",
    ],
    ids="paragraphs words letters brackets stars lines parens yaml blanks dates quotes doubled hyphens hashes dashes".split(),
)
def test_large_sources_are_read_quickly(make: Callable[[], str]) -> None:
    raw = make().encode()
    start = time.perf_counter()
    found = read(raw)
    assert time.perf_counter() - start < SECONDS
    assert found.text.strip()


def test_a_long_text_is_asked_about() -> None:
    assert "check that it is one article" in read("\n\n".join(SENTENCES * 500)).notes[-1]
