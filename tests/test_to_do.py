"""`# TODO` in a seed is open work."""

from pathlib import Path

import small

from generator.pipeline import load
from generator.problems import Problems


def test_each_is_an_open_problem_at_its_place(tmp_path: Path) -> None:
    project = small.project(
        tmp_path,
        edits={
            "seeds/measures.yml": {
                "unit: Leute": "unit: Leute  # TODO: was genau?",
                "scope: alle": "scope: alle # TODO",
            },
            small.ARTICLE: {"by: imke-fries": "by: imke-fries  # TODO wer?  "},
            "seeds/bases/bases.yml": {"name: Lager Süd": "name: Lager Süd  # kein TODO, xTODO# TODOS"},
        },
    )
    problems = Problems()
    assert load(project, problems)
    assert list(map(str, problems)) == [
        "seeds/articles/2031-04-lager.yml:15:21: open: to do: wer?; then remove the comment",
        "seeds/measures.yml:3:16: open: to do: was genau?; then remove the comment",
        "seeds/measures.yml:4:15: open: to do: what this line says; then remove the comment",
    ]
