"""The dossier's icons and its social image: drawn here as SVG, made PNG by vl-convert.

The sign shows what a dossier is: lines of text with a mark at the end of one. Only fonts that come along are named, so
that the same dossier gives the same bytes on every machine.
"""

from __future__ import annotations

import html
import textwrap
from functools import lru_cache
from pathlib import Path

from generator.model import Settings

ICON_SIZES = (32, 180, 192)
SOCIAL_IMAGE = "data/social.png"

_FONTS = Path(__file__).parent / "fonts"
_INK, _PAPER, _MUTED, _LINE, _ACCENT, _MARK = "#1d1b18", "#fcfaf5", "#5d574d", "#dad2c3", "#8c2a16", "#f0835f"
_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
_TITLE_SIZES = ((124, 1), (108, 1), (108, 2), (92, 3), (76, 3), (60, 4))
"""Size and number of lines, from large to small: the first at which the title fits."""
_LETTER = 0.49
"""Mean width of a letter of Newsreader, as part of its size; measured on German headlines, with some room."""


def pictures(settings: Settings) -> dict[str, bytes]:
    """Path inside docs/ → picture."""
    return dict(_drawn(settings.title, settings.subtitle or ""))


@lru_cache(maxsize=4)
def _drawn(title: str, subtitle: str) -> tuple[tuple[str, bytes], ...]:
    import vl_convert  # noqa: PLC0415 - commands that draw nothing start without it

    vl_convert.register_font_directory(str(_FONTS))
    icon = _icon()
    return (
        ("data/icon.svg", icon.encode()),
        *((f"data/icon-{size}.png", vl_convert.svg_to_png(icon, scale=size / 64)) for size in ICON_SIZES),
        (SOCIAL_IMAGE, vl_convert.svg_to_png(_social(title, subtitle), scale=1)),
    )


def _icon() -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">{_sign()}</svg>\n'


def _sign() -> str:
    """On a field of 64 by 64."""
    lines = "".join(
        f'<rect x="13" y="{y}" width="{width}" height="6" fill="{_PAPER}"/>'
        for y, width in ((15, 38), (29, 22), (43, 32))
    )
    return f'<rect width="64" height="64" rx="10" fill="{_INK}"/>{lines}<circle cx="46" cy="30" r="7" fill="{_MARK}"/>'


def _social(title: str, subtitle: str) -> str:
    """Title and subtitle as the head of a newspaper page."""
    size, lines = _fitted(title)
    top = 150 + size
    words = _text(lines, size, top, f'font-family="Newsreader, Liberation Sans" fill="{_INK}"')
    under = top + size * 1.1 * (len(lines) - 1) + 78
    below = _shortened(subtitle, 36, 2)
    words += _text(below, 36, under, f'font-family="Liberation Sans" fill="{_MUTED}"')
    right, foot = _WIDTH - _MARGIN, _HEIGHT - 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{_PAPER}"/>'
        f'<rect width="{_WIDTH}" height="14" fill="{_ACCENT}"/>'
        f'<svg x="{_MARGIN}" y="66" width="64" height="64">{_sign()}</svg>'
        f'<path d="M{_MARGIN + 88} 98H{right}" stroke="{_INK}" stroke-width="3"/>'
        f'<path d="M{_MARGIN} {foot}H{right}M{_MARGIN} {foot + 6}H{right}" stroke="{_LINE}" stroke-width="2"/>'
        f"{words}</svg>"
    )


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size at which the title fits, with its lines."""
    for size, most in _TITLE_SIZES:
        lines = textwrap.wrap(title, _letters(size), break_long_words=False)
        if len(lines) <= most and max(map(len, lines), default=0) <= _letters(size):
            return size, lines
    size, most = _TITLE_SIZES[-1]
    return size, _shortened(title, size, most)


def _letters(size: int) -> int:
    """How many letters go into a line."""
    return int((_WIDTH - 2 * _MARGIN) / (size * _LETTER))


def _shortened(text: str, size: int, most: int) -> list[str]:
    return textwrap.wrap(text, _letters(size), max_lines=most, placeholder=" …")


def _text(lines: list[str], size: int, top: float, look: str) -> str:
    return "".join(
        f'<text x="{_MARGIN}" y="{top + number * size * 1.1:g}" font-size="{size}" {look}>{html.escape(line)}</text>'
        for number, line in enumerate(lines)
    )
