"""What an editor sees: the schemas in a real YAML language server, over its protocol.

Skipped where there is no `yaml-language-server` (npm) on the PATH, so CI does not need node.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workshop import HARBOUR, copy_dossier, dossier

SERVER = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(not SERVER, reason="no yaml-language-server on the PATH")

SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}, "yamlVersion": "1.2"}
ARTICLE = "title: T\npublished: 2031-02\npublished_basis: stated\nadded: 2031-06-01\n"
CLAIM = f"{ARTICLE}claims:\n  - id: a\n    p: 1\n    text: Ein Satz.\n    "


class Server:
    """Speaks to the server over its standard input and output, one document at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen([str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.count = 0
        capabilities = {"workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities})
        self.send({"method": "initialized", "params": {}})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def messages(self) -> Iterator[dict[str, Any]]:
        """All that the server sends; its questions for settings are answered."""
        out = self.process.stdout
        assert out
        while header := out.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            while out.readline() not in (b"\r\n", b""):
                pass
            message = json.loads(out.read(int(header.partition(b":")[2])))
            if "method" in message and "id" in message:
                items = message["params"].get("items", ())
                found = [SETTINGS if item.get("section") == "yaml" else {} for item in items]
                self.send({"id": message["id"], "result": found})
            yield message

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        self.send({"id": self.count, "method": method, "params": params})
        return next(m["result"] for m in self.messages() if m.get("id") == self.count and "method" not in m)

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What the server finds wrong in a document that it has not seen yet."""
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        found = (m["params"] for m in self.messages() if m.get("method") == "textDocument/publishDiagnostics")
        return next(params["diagnostics"] for params in found if params["uri"] == path.as_uri())

    def at_cursor(self, method: str, text: str, name: str = "article", folder: str = "articles") -> Any:
        """Asks for completion or hover in a seed where ‸ stands in its text."""
        self.count += 1
        path = self.root / "seeds" / folder / f"t{self.count}.yml"
        before, _, after = seed(name, text).partition("‸")
        self.open(path, before + after)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": position})

    def offers(self, text: str, name: str = "article", folder: str = "articles") -> dict[str, str]:
        items = self.at_cursor("completion", text, name, folder)["items"]
        return {item["label"]: item["documentation"] for item in items if isinstance(item.get("documentation"), str)}


def seed(name: str, text: str) -> str:
    return f"# yaml-language-server: $schema=../../.schemas/{name}.schema.json\n{text}"


def served(folder: Path, *options: str) -> Iterator[Server]:
    project = copy_dossier(HARBOUR, folder)
    assert dossier(project, "schema", "--out", str(folder / ".schemas"), *options) == 0
    server = Server(folder)
    yield server
    server.ask("shutdown", None)
    server.send({"method": "exit"})
    server.process.communicate(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from served(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from served(tmp_path_factory.mktemp("ids"), "--ids")


@pytest.mark.parametrize("which", ["server", "knowing"])
def test_seeds_are_fine_and_a_strange_field_in_them_is_not(which: str, request: pytest.FixtureRequest) -> None:
    server: Server = request.getfixturevalue(which)
    names = {"articles": "article", "timeline": "events"}
    paths = sorted((server.root / "seeds").glob("*/*.yml"))
    assert len(paths) >= 9
    for path in paths:
        text = seed(names.get(path.parent.name, "topics"), path.read_text(encoding="utf-8"))
        assert server.open(path, text) == []
        assert server.open(path.with_name(f"wrong-{path.name}"), f"{text}\nXyz: 1\n") != []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (f"{CLAIM}txt: T\n", 9, "Property txt is not allowed"),
        (f"{ARTICLE}claims:\n  - id: a\n", 6, 'Missing property "p"'),
        (f"{CLAIM}modality: said\n", 9, 'Valid values: "reported", "announced"'),
        (f"{CLAIM}when: soon\n", 9, "write 2020, 2020-05"),
        (f"{CLAIM}withdrawn: {{date: 2031, reason: x}}\n", 9, "write a day, e.g."),
        (f"{CLAIM}topics: [Die Stadt]\n", 9, "use a-z, 0-9 and single hyphens"),
        (f"{CLAIM.replace('id: a', 'id: absatz-2')}\n", 6, "addresses of paragraphs"),
        (f"{CLAIM}figure: {{measure: m, value: 3, max: 4}}\n", 9, "`value` or limits"),
        (f"{ARTICLE}outlet:\n", 5, "use a-z, 0-9 and single hyphens"),
    ],
)
def test_faults_are_shown_where_they_are(server: Server, text: str, line: int, message: str) -> None:
    server.count += 1
    found = server.open(server.root / "seeds" / "articles" / f"f{server.count}.yml", seed("article", text))
    assert [each["range"]["start"]["line"] for each in found] == [line]
    assert all(message in each["message"] for each in found)


def test_fields_and_values_are_offered_and_explained(server: Server) -> None:
    fields = server.offers(f"{CLAIM}‸\n")
    assert fields["when"].startswith("When it happened")
    assert {"by", "modality", "figure", "withdrawn"} <= fields.keys()
    assert not {"id", "p", "text"} & fields.keys()  # are there
    assert list(server.offers(f"{CLAIM}modality: ‸\n"))[:2] == ["reported", "announced"]
    assert server.at_cursor("completion", f"{CLAIM}when: ‸\n")["items"] == []  # no null
    hover = json.dumps(server.at_cursor("hover", f"{CLAIM}wh‸en: 2031\n"))
    assert "When it happened or held" in hover
    assert "ClaimRecord" not in hover


@pytest.mark.parametrize(
    "field",
    "by: ‸|topics: [‸]|topics:\n      - ‸|status: {of: ‸}|role:\n      of: ‸|relation: {to: ‸, of: x}".split("|"),
)
def test_ids_are_offered_with_their_names(server: Server, knowing: Server, field: str) -> None:
    topics = "".join(path.read_text(encoding="utf-8") for path in HARBOUR.glob("seeds/actors/*.yml"))
    first, name = re.search(r"^([a-z-]+):\n  name: (.+)", topics, re.MULTILINE).groups()  # type: ignore[union-attr]
    assert knowing.offers(f"{CLAIM}{field}\n")[first] == name
    assert server.offers(f"{CLAIM}{field}\n") == {}


def test_words_are_offered_too(knowing: Server) -> None:
    assert knowing.offers(f"{CLAIM}status: {{of: x, is: ‸}}\n")
    assert knowing.offers(f"{CLAIM}answers: {{question: x, position: ‸}}\n")
    assert knowing.offers("x:\n  date: 2031\n  type: ‸\n", "events", "timeline")
    assert knowing.offers("x:\n  name: X\n  type: ‸\n", "topics", "actors")
