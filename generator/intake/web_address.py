"""When two addresses mean one page: told by the form that both have without what does not matter.

Scheme, www., default port, trailing slash, fragment, tracking parameters, AMP versions and the spelling of escapes do
not matter; an archive's copy of a page is that page.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|ns_\w+|hsa_\w+|vero_\w+|_hs\w+|\w*clid|gclsrc|mc_[ce]id|wt_\w+|wt|xtor|cmpid?|icid|"
    r"igshid|_ga|_gl|ref|ref_src|referrer|sara_ref|source|src|share|spm|amp|outputtype|print|fbaction|dicbo|kid|tpcc|s_cid)",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/(?:web/)?\d+\w*|archive\.(?:org|today|ph|is|li|vn|md)/\d+)/(https?:/+.+)",
    re.IGNORECASE,
)


def canonical(url: str) -> str:
    """The form in which two addresses of one page are equal; an address that is none comes back as it is."""
    url = url.strip()
    if archived := _ARCHIVED.fullmatch(url):
        url = re.sub(r"^(https?:)/+", r"\1//", archived[1], flags=re.IGNORECASE)
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    if not host:
        return url
    host = re.sub(r"^(?:(?:www\d?|m|mobil|mobile|amp)\.)+(?=[^.]+\.)", "", _ascii(host))
    default = {"http": 80, "https": 443}.get(parts.scheme.lower())
    place = host if port in (None, default) else f"{host}:{port}"
    pairs = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{place}{_path(parts.path)}{query}"


def untracked(url: str) -> str:
    """The address without the parameters that only tell where a reader came from."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parts.query.split("&")
    kept = "&".join(pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0]))
    return parts._replace(query=kept).geturl() if kept != parts.query else url


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _path(path: str) -> str:
    path = re.sub(r"/{2,}", "/", quote(unquote(path), safe="/:@!$&'()*+,;=~-._"))
    path = re.sub(r"^/amp(?=/)|/amp/?$|(?<=\w)\.amp(?=\.html?$|$)|/(?:index|default)\.(?:html?|php)$", "", path)
    return path.rstrip("/")
