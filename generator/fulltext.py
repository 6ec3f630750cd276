"""An article's full text: where it lies, and its paragraphs, which claims count from 1.

Paragraphs are the blocks between blank lines; headings, captions and sign-offs count like all others.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path

from generator.model import ArticleRecord
from generator.parsing import TEXT_LIMIT, Seed, Seeds
from generator.problems import Mark, Problems, counted, quoted
from generator.reading import read_text

_BLANK_LINES = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    """The blocks of a text, each on one line."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").removeprefix("\ufeff"))
    blocks = _BLANK_LINES.split(composed)
    return [" ".join(block.split()) for block in blocks if block.strip()]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def find_fulltext(
    article: Seed[ArticleRecord], folder: Path, problems: Problems, private: Path | None = None
) -> Path | None:
    """The file of the article's full text, as it was when the article was added; or None with what is wrong.

    What `folder` does not hold may lie in the `private` one. A text that is not here is an open problem (others may
    have it), a text that is another one an error.
    """
    fulltext = article.record.fulltext
    if not fulltext:
        hint = "add fulltext: {file, sha256}; without it nobody can verify the claims"
        problems.open(article.mark(), f"article {quoted(article.id)} names no full text", hint)
        return None
    if private and not (folder / fulltext.file).is_file() and (private / fulltext.file).is_file():
        folder = private
    if not folder.is_dir():
        hint = "name the folder with --fulltexts or DOSSIER_FULLTEXTS"
        problems.error(Mark(folder.as_posix()), "there is no such folder of full texts", hint)
        return None
    path, mark = folder / fulltext.file, article.mark("fulltext", "file")
    if not Path(os.path.normpath(path)).is_relative_to(os.path.normpath(folder)):
        problems.error(mark, f"{quoted(fulltext.file)} lies outside the folder of full texts", "name a file inside it")
        return None
    if not path.is_file():
        hint = "put it there, or name another folder with --fulltexts"
        problems.open(mark, f"full text {quoted(fulltext.file)} is not in {folder.as_posix()}", hint)
        return None
    return path if _is_named_text(path, article, problems) else None


def _is_named_text(path: Path, article: Seed[ArticleRecord], problems: Problems) -> bool:
    try:
        found = sha256(path)
    except OSError as error:
        message = f"{path.as_posix()} cannot be read: {error.strerror}"
        problems.error(article.mark("fulltext", "file"), message, "check who may read it")
        return False
    if article.record.fulltext and found == article.record.fulltext.sha256:
        return True
    hint = "take the right file; or, if the text was changed on purpose, update sha256 and verify again"
    problems.error(article.mark("fulltext", "sha256"), f"{path.as_posix()} is not the text named here", hint)
    return False


def read_paragraphs(article: Seed[ArticleRecord], seeds: Seeds, folder: Path, problems: Problems) -> list[str] | None:
    """The article's paragraphs, from its full text or, where rights allow to publish it, from the text in seeds/."""
    if not article.record.fulltext and seeds.texts.get(article.id):
        return paragraphs(seeds.texts[article.id])
    path = find_fulltext(article, folder, problems, seeds.private)
    text = read_text(path, path.as_posix(), problems, TEXT_LIMIT) if path else None
    return None if text is None else paragraphs(text)


def check_paragraphs(article: Seed[ArticleRecord], count: int, problems: Problems) -> None:
    """Claims cite paragraphs that are there."""
    for index, claim in enumerate(article.record.claims):
        for at, number in enumerate(claim.p):
            if number > count:
                mark = article.mark("claims", index, "p", at)
                message = (
                    f"claim {quoted(claim.id)} cites paragraph {number}, the text has {counted(count, 'paragraph')}"
                )
                problems.error(mark, message, f"number them with: dossier text {article.id}")
