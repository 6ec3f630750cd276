"""Renders many pages: here, or each worker its share; the outcome is the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.incremental.rendering import Build, Made, page_of
from generator.incremental.workers import cores, in_workers, shares

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.structure.files import File


def make(build: Build, files: Sequence[File], read: Mapping[str, Made], env: Environment) -> dict[str, Made]:
    """Path → what came out; `read` are pages that have been read already."""
    by_path = {file.src_uri: file for file in files}
    pages = build.files.documentation_pages()

    def made(file: File) -> Made:
        begun = read.get(file.src_uri) or build.read(file)
        build.write(file, begun, env, pages)
        return begun

    def work(paths: list[str]) -> Iterator[dict[str, object]]:
        return (vars(made(by_path[path])) for path in paths)

    shared = shares(list(by_path), lambda path: len(by_path[path].content_bytes), cores())
    done = in_workers(shared, work) if len(shared) > 1 else None
    if done is None:  # few pages; or one that cannot be rendered, which MkDocs will tell of
        return {path: made(file) for path, file in by_path.items()}
    found = {each["path"]: Made(**each) for each in done}
    for path, file in by_path.items():
        _hand_in(build, file, found[path], len(read[path].told) if path in read else 0)
    return {path: found[path] for path in by_path}


def _hand_in(build: Build, file: File, made: Made, already: int) -> None:
    """What a worker has made, as if it had been made here; `already` many of its remarks have been told."""
    page = page_of(file)
    page.present_anchor_ids = set(made.anchors)
    targets = {path: build.files.get_file_from_path(path) for path in made.links}
    page.links_to_anchors = {target: made.links[path] for path, target in targets.items() if target}
    for each in build.gatherings:
        if each.name in made.gathered:
            each.take(made.path, made.gathered[each.name])
    for name, level, message in made.told[already:]:
        logging.getLogger(name).log(level, "%s", message)
