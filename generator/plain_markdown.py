"""A page's Markdown as MkDocs gets it → Markdown for machine readers: no layout, no drawings, whole addresses.

What our templates and hand-written pages may hold is undone line by line: raw HTML becomes its text, attribute lists
go, character references become characters. Code is left as it is.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterator

Resolve = Callable[[str], str]
"""A link as written on the page → the whole address."""

# Each of these texts is searched a dozen times, so that patterns begin with characters that stand seldom: what stands
# before them is looked at from there.
_MAYBE_CODE = re.compile("`|~~~|<pre")
_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$|(?<!`)(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
    r"|<pre\b[^>]*>(?P<pre>.*?)</pre>",
    re.MULTILINE | re.DOTALL,
)
_NOTES_PLACE = re.compile(r"///Footnotes Go Here///(?<=^///Footnotes Go Here///)$", re.MULTILINE)
_DROPPED = re.compile(
    r"<(?:!--.*?-->|(?P<tag>svg|script|style|template|form|noscript)\b.*?</(?P=tag)>"
    r'|figure class="(?:map|chart)\b.*?</figure>)',
    re.DOTALL,
)
_CRUMB = "{ .crumb }"
_CRUMB_OR_DROPPED = re.compile(rf"{_DROPPED.pattern}|^[^\n]*{re.escape(_CRUMB)}$", re.MULTILINE | re.DOTALL)
_CITE_BOX = re.compile(r'<div class="cite-claims"(?<=^<div class="cite-claims")(?:.*\n)+?</div>\n', re.MULTILINE)
_CITE_LINK = re.compile(r" \[[^\]\n]*\]\([^)\n]*\)\{ \.cite-link \}")
"""How to cite each claim: a copy has the words and the permalink of each already."""
_ATTRIBUTE = r"""(?:[.#][\w:-]+|[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s{}"']+))?)"""
_ATTRIBUTES = re.compile(rf"\{{:?[ \t]*(?=[.#]|[\w-]+=){_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}")
_HTML_LINK = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)</a>""", re.DOTALL)
_LINK = re.compile(r"\((?<=\]\()(?:<([^>\n]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))")
_TERM = re.compile(r"<dt\b[^>]*>(.*?)</dt>\s*(?:<dd\b[^>]*>)?", re.DOTALL)
_NEXT_VALUE = re.compile(r"</dd>\s*<dd\b[^>]*>")
_SUMMARY = re.compile(r"<summary\b[^>]*>(.*?)</summary>", re.DOTALL)
_ITEM = re.compile(r"<li\b[^>]*>[ \t]*")
_ADMONITION = re.compile(r'^!!! \w+(?: "([^"\n]*)")?\n((?:[ ]{4}.*\n?|\n)+)', re.MULTILINE)
_ANY_TAG = re.compile(r"""</?[a-zA-Z][\w-]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/?>""")
_BLOCK_END = re.compile(r"</?(?:p|div|dl|dd|ul|ol|section|aside|details|figcaption|nav|h[1-6])\b[^>]*>")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
_TO_ENCLOSE = re.compile(r"[\s()]")
_MEANT = frozenset("\\`*_[]{}<>#|~^$&")
"""Characters that stay text only behind a backslash."""


class _Addresses(dict[str, str]):
    """Link as written on the page → as written in the copy; most stand there many times."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__()
        self._resolve = resolve

    def __missing__(self, link: str) -> str:
        address = self._resolve(html.unescape(link))
        self[link] = f"<{address}>" if _TO_ENCLOSE.search(address) else address
        return self[link]


def plain(markdown: str, title: str, resolve: Resolve) -> str:
    """The page's Markdown with its title at the top, readable without a theme."""
    pieces, at, addresses = [], 0, _Addresses(resolve)
    markdown = _CITE_LINK.sub("", _CITE_BOX.sub("", markdown))
    for code in _codes(markdown):
        pieces += [_plain(markdown[at : code.start()], addresses), _code(code)]
        at = code.end()
    text = "".join([*pieces, _plain(markdown[at:], addresses)])
    text = re.sub(r"\n\n\n+", "\n\n", "\n".join([line.rstrip(" \t") for line in text.split("\n")])).strip()
    heading = "" if re.search(r"^# ", text, re.MULTILINE) else f"# {title}\n\n"
    return f"{heading}{text}\n"


def _codes(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while maybe := _MAYBE_CODE.search(text, at):
        code = _CODE.match(text, maybe.start())
        at = code.end() if code else maybe.start() + 1
        if code:
            yield code


def _code(code: re.Match[str]) -> str:
    """Code as it is; that of raw HTML between fences."""
    if code["pre"] is None:
        return code[0]
    lines = html.unescape(_ANY_TAG.sub("", code["pre"])).strip("\n")
    return f"\n\n```\n{lines}\n```\n\n"


def _plain(text: str, addresses: _Addresses) -> str:
    if "!!! " in text:
        text = _ADMONITION.sub(_admonition, text)
    text = _without_blanks_before(_ATTRIBUTES, "", _without_dropped(text))
    text = _LINK.sub(lambda link: f"({addresses[link[link.lastindex or 0]]}", text)
    text = _HTML_LINK.sub(lambda a: f"[{a[3]}]({addresses[a[1] or a[2] or '']})", text)
    text = _TERM.sub(r"\n**\1:** ", _NEXT_VALUE.sub(" · ", text))
    text = _SUMMARY.sub(r"\n**\1**\n", text)
    text = _ANY_TAG.sub("", _BLOCK_END.sub("\n", _without_blanks_before(_ITEM, "\n- ", text)))
    return _REFERENCE.sub(_character, text)


def _admonition(box: re.Match[str]) -> str:
    inside = textwrap.dedent(box[2])
    return f"**{box[1]}**\n{inside}" if box[1] else inside


def _without_dropped(text: str) -> str:
    """Behind the last line of crumbs, none has to be looked for at each line."""
    text = _NOTES_PLACE.sub("", text)
    pieces, at, last = [], 0, text.rfind(_CRUMB)
    while found := (_CRUMB_OR_DROPPED if at <= last else _DROPPED).search(text, at):
        pieces.append(text[at : found.start()])
        at = found.end()
    return "".join([*pieces, text[at:]])


def _without_blanks_before(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    """Replaces what is found, together with the blanks before it on its line."""
    pieces, at = list[str](), 0
    for found in pattern.finditer(text):
        pieces += text[at : found.start()].rstrip(" \t"), replacement
        at = found.end()
    return "".join([*pieces, text[at:]])


def _character(reference: re.Match[str]) -> str:
    character = html.unescape(reference[0])
    return f"\\{character}" if character in _MEANT else character
