"""The dossier as those see it who link to it: built, and served below a path of its own."""

import html
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.dossier import Claim, Dossier, Topic

UMLAUTS = "unter/größe-und-übung"
"""A hand-written page whose address has to be percent-encoded."""


@dataclass(frozen=True)
class Neighbour:
    """The built site, its address and what it was built from."""

    root: Path
    address: str
    dossier: Dossier

    def example(self, language: str) -> str:
        """A block of code on the page that tells how to link, as a reader copies it."""
        page = (self.root / "data" / "index.html").read_text(encoding="utf-8")
        told = page[page.index('id="_verlinken"') :]
        found = re.findall(rf'<code class="language-{language}">(.*?)</code>', told, re.DOTALL)
        assert len(found) == 1, language
        return html.unescape(found[0])

    @property
    def topic(self) -> Topic:
        """The topic of the examples."""
        return next(iter(self.dossier.topics.values()))

    @property
    def claim(self) -> Claim:
        """The claim of the examples."""
        return next(claim for claim in self.dossier.about[self.topic.id] if not claim.withdrawn)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which the folder is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def links(page: Path) -> dict[str, str]:
    """Words → address of the links to elsewhere on a built page."""
    found = re.findall(r'<a [^>]*href="(http[^"]*)"[^>]*>(.*?)</a>', page.read_text(encoding="utf-8"), re.DOTALL)
    return {html.unescape(re.sub(r"<[^>]+>", "", words)): html.unescape(address) for address, words in found}
