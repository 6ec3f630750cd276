"""`# TODO: …` in a seed is an open problem, so that what a command could only guess never becomes a fact unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.parsing import Seeds
from generator.problems import Mark, Problem

_TO_DO = re.compile(r"(?:^|\s)(?P<mark># TODO\b:?)\s*(?P<what>.*)")


def to_dos(seeds: Seeds) -> Iterator[Problem]:
    groups = (seeds.articles, seeds.topics, seeds.events, seeds.questions, seeds.measures)
    files = {seed.file.path: seed.file for group in groups for seed in group.values()}
    for path, file in files.items():
        if "# TODO" not in file.composed.text:
            continue
        for number, line in enumerate(file.composed.lines, 1):
            if found := _TO_DO.search(line):
                message = f"to do: {found['what'].strip() or 'what this line says'}"
                mark = Mark(path, number, found.start("mark") + 1)
                yield Problem(mark, "open", message, "then remove the comment")
