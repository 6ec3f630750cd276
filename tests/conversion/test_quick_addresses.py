"""Links become the addresses that MkDocs makes of them, and it says of them what it says by itself."""

import logging
from functools import cache
from logging.handlers import BufferingHandler

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import _RelativePathTreeprocessor

from generator.conversion import addresses, known
from generator.incremental.asked_files import AskedFiles

PAGES = ("index.md", "a.md", "b/index.md", "b/c.md", "b/d/e f.md", "b/ä.md", "b/c.v2.md", "x.png", "drafts/f.md")
LINK = st.one_of(
    st.sampled_from(PAGES).flatmap(
        lambda path: st.sampled_from([path, f"../{path}", f"./{path}", f"/{path}", f"b/{path}"])
    ),
    st.lists(
        st.sampled_from(
            [*"/.#?:@\\%&= -_aä1", "..", "//", ".md", "c", "index", "fn:1", "https", "%20", "&amp;", "\x02amp\x03"]
        ),
        max_size=7,
    ).map("".join),
)
ANCHOR = st.sampled_from(["", "", "#", "#a", "#fn:1", "#ä.b-c", "#a b", "?q#a", "#a#b"])
LINKS = st.lists(st.tuples(LINK, ANCHOR).map("".join), max_size=8).map(lambda links: links + links)


class Page:
    """A page of a small site, of which MkDocs' own processor resolves links."""

    def __init__(self, path: str, *, folders: bool, absolute: str) -> None:
        self.config = MkDocsConfig()
        self.config.load_dict(
            {"site_name": "x", "use_directory_urls": folders, "validation": {"absolute_links": absolute}}
        )
        self.config.validate()
        made = [File(each, "docs", "site", folders) for each in PAGES]
        made[-1].inclusion = InclusionLevel.EXCLUDED
        self.files = AskedFiles(Files(made))
        found = self.files.get_file_from_path(path)
        assert found
        self.file = found

    def resolved(self, links: list[str], *, quick: bool) -> object:
        md, told = Markdown(), BufferingHandler(10_000)
        if quick:
            addresses.register(md)
        own = _RelativePathTreeprocessor(self.file, self.files, self.config)
        own._register(md)  # noqa: SLF001 - as MkDocs does
        self.files.listen()
        log = logging.getLogger("mkdocs.structure.pages")
        log.addHandler(told)
        try:
            html = md.convert("\n\n".join(f"[x](<{link}>) ![y](<{link}>)" for link in links))
        finally:
            log.removeHandler(told)
        linked = [(file.src_uri, list(anchors.items())) for file, anchors in own.links_to_anchors.items()]
        return html, linked, list(self.files.asked.items()), [record.getMessage() for record in told.buffer]


page = cache(Page)


@given(
    path=st.sampled_from([path for path in PAGES if path.endswith(".md")]),
    links=LINKS,
    folders=st.booleans(),
    absolute=st.sampled_from(["relative_to_docs", "info"]),
)
@settings(max_examples=300, deadline=None)
def test_the_outcome_is_that_of_mkdocs(path: str, links: list[str], folders: bool, absolute: str) -> None:  # noqa: FBT001
    on = page(path, folders=folders, absolute=absolute)
    assert on.resolved(links, quick=True) == on.resolved(links, quick=False)


def test_a_link_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(addresses, "get_relative_url", lambda *urls: asked.append(urls) or "y")
    html = str(
        page("b/c.md", folders=True, absolute="info").resolved(["../a.md#b", "../a.md#c", "../a.md"], quick=True)
    )
    assert asked == [("a/", "b/c/")]
    assert [html.count(f'href="y{anchor}"') for anchor in ("#b", "#c", "")] == [1, 1, 1]


def test_another_mkdocs_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN_MKDOCS", {"1.5"})
    asked = []
    monkeypatch.setattr(addresses, "get_relative_url", lambda *urls: asked.append(urls) or "y")
    page("b/c.md", folders=True, absolute="info").resolved(["../a.md#b"], quick=True)
    assert not asked
