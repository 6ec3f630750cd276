"""A page's Markdown as MkDocs gets it → Markdown for machine readers: no layout, no drawings, whole addresses.

What our templates and hand-written pages may hold is undone line by line: raw HTML becomes its text, attribute lists
go, character references become characters. Code is left as it is.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable

Resolve = Callable[[str], str]
"""A link as written on the page → the whole address."""

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$|(?<!`)(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
    r"|<pre\b[^>]*>(?P<pre>.*?)</pre>",
    re.MULTILINE | re.DOTALL,
)
_DROPPED = re.compile(
    r"<!--.*?-->|<(?P<tag>svg|script|style|template|form|noscript)\b.*?</(?P=tag)>"
    r'|<figure class="(?:map|chart)\b.*?</figure>|^///Footnotes Go Here///$|^[^\n]*\{ \.crumb \}$',
    re.MULTILINE | re.DOTALL,
)
_ONLY_SHOWN = re.compile(
    r'^<div class="cite-claims".*?^</div>\n|[ ]\[[^\]\n]*\]\([^)\n]*\)\{ \.cite-link \}', re.MULTILINE | re.DOTALL
)
"""How to cite each claim: a copy has the words and the permalink of each already."""
_ATTRIBUTE = r"""(?:[.#][\w:-]+|[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s{}"']+))?)"""
_ATTRIBUTES = re.compile(
    rf"[ \t]*(?:^[ \t]*)?\{{:?[ \t]*(?=[.#]|[\w-]+=){_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}", re.MULTILINE
)
_HTML_LINK = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)</a>""", re.DOTALL)
_LINK = re.compile(r"(?<=\]\()(?:<([^>\n]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))")
_TERM = re.compile(r"<dt\b[^>]*>(.*?)</dt>\s*(?:<dd\b[^>]*>)?", re.DOTALL)
_NEXT_VALUE = re.compile(r"</dd>\s*<dd\b[^>]*>")
_SUMMARY = re.compile(r"<summary\b[^>]*>(.*?)</summary>", re.DOTALL)
_ITEM = re.compile(r"[ \t]*<li\b[^>]*>[ \t]*")
_ADMONITION = re.compile(r'^!!! \w+(?: "([^"\n]*)")?\n((?:[ ]{4}.*\n?|\n)+)', re.MULTILINE)
_ANY_TAG = re.compile(r"""</?[a-zA-Z][\w-]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/?>""")
_BLOCK_END = re.compile(r"</?(?:p|div|dl|dd|ul|ol|section|aside|details|figcaption|nav|h[1-6])\b[^>]*>")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
_MEANT = frozenset("\\`*_[]{}<>#|~^$&")
"""Characters that stay text only behind a backslash."""


def plain(markdown: str, title: str, resolve: Resolve) -> str:
    """The page's Markdown with its title at the top, readable without a theme."""
    pieces, at = [], 0
    markdown = _ONLY_SHOWN.sub("", markdown)
    for code in _CODE.finditer(markdown):
        pieces += [_plain(markdown[at : code.start()], resolve), _code(code)]
        at = code.end()
    text = "".join([*pieces, _plain(markdown[at:], resolve)])
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip()
    heading = "" if re.search(r"^# ", text, re.MULTILINE) else f"# {title}\n\n"
    return f"{heading}{text}\n"


def _code(code: re.Match[str]) -> str:
    """Code as it is; that of raw HTML between fences."""
    if code["pre"] is None:
        return code[0]
    lines = html.unescape(_ANY_TAG.sub("", code["pre"])).strip("\n")
    return f"\n\n```\n{lines}\n```\n\n"


def _plain(text: str, resolve: Resolve) -> str:
    text = _ADMONITION.sub(
        lambda box: f"**{box[1]}**\n{textwrap.dedent(box[2])}" if box[1] else textwrap.dedent(box[2]), text
    )
    text = _ATTRIBUTES.sub("", _DROPPED.sub("", text))
    text = _LINK.sub(lambda link: _address(link[1] if link[1] is not None else link[2], resolve), text)
    text = _HTML_LINK.sub(lambda a: f"[{a[3]}]({_address(a[1] or a[2] or '', resolve)})", text)
    text = _TERM.sub(r"\n**\1:** ", _NEXT_VALUE.sub(" · ", text))
    text = _SUMMARY.sub(r"\n**\1**\n", text)
    text = _ANY_TAG.sub("", _BLOCK_END.sub("\n", _ITEM.sub("\n- ", text)))
    return _REFERENCE.sub(_character, text)


def _address(link: str, resolve: Resolve) -> str:
    address = resolve(html.unescape(link))
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _character(reference: re.Match[str]) -> str:
    character = html.unescape(reference[0])
    return f"\\{character}" if character in _MEANT else character
