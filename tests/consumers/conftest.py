"""A neighbour to link to: the harbour dossier, with a page whose address has umlauts."""

from collections.abc import Iterator

import pytest
from neighbours import UMLAUTS, Neighbour, served
from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.pipeline import load, write_docs
from generator.problems import Problems
from generator.site import build_site


@pytest.fixture(scope="session")
def neighbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbour]:
    project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("neighbour"))
    page = project.docs / f"{UMLAUTS}.md"
    page.parent.mkdir()
    page.write_text(
        "# Größe und Übung\n\nMehr bei [[old-pier]] und [unten](#maß).\n\n## Maß { #maß }\n", encoding="utf-8"
    )
    with served(project.root) as address:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DOSSIER_SITE_URL", f"{address}site/")
            patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
            problems = Problems()
            loaded = load(project, problems)
            assert loaded, [str(problem) for problem in problems]
            assert write_docs(project, loaded, problems), [str(problem) for problem in problems]
            build_site(project)
        yield Neighbour(project.site, f"{address}site/", loaded.dossier)
