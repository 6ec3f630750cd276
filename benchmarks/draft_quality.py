"""How much of an article a draft finds: recall and precision of mentions, numbers, dates and speech against gold lists.

    python -m benchmarks.draft_quality [--errors] [--write]

Three sets are scored: the dossier's five articles (only where their private texts are) and invented ones (dev), all
of which the rules were written with, and others that nobody who wrote a rule has read (heldout). Hits, misses and false
findings are counted over all paragraphs of a set, so that a long article weighs more than a short one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.draft_gold import INVENTED_SETS, PRIVATE_SET, ROOT, Case, Gold, GoldParagraph, cases
from generator.drafting.findings import ParagraphFindings, Quantity, Speech, find
from generator.german.inflection import stem_key
from generator.german.times import Time
from generator.presence import written_number
from generator.problems import Problems, written
from generator.verification.letters import letters

KINDS = ("mentions", "numbers", "dates", "speech")
REPORT = Path("benchmarks", "draft_quality.md")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of one kind of fact; `apart` counts the hits that also have the right unit or basis."""

    hits: int = 0
    missed: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    apart: int = 0

    @property
    def recall(self) -> float | None:
        """None where there was nothing to find."""
        wanted = self.hits + len(self.missed)
        return self.hits / wanted if wanted else None

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        found = self.hits + len(self.false)
        return self.hits / found if found else None

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hits + other.hits, self.missed + other.missed, self.false + other.false, self.apart + other.apart
        )


Score = Mapping[str, Tally]


def score(gold: Gold, found: Sequence[ParagraphFindings]) -> Score:
    """The tally of each kind over all paragraphs."""
    total = dict.fromkeys(KINDS, Tally())
    there = {paragraph.number: paragraph for paragraph in found}
    for number in sorted({*gold.paragraphs, *there}):
        marked = gold.paragraphs.get(number, GoldParagraph())
        for kind, tally in _paragraph(marked, there.get(number, ParagraphFindings(number, ()))).items():
            missed, false = ([f"p{number} {fact}" for fact in facts] for facts in (tally.missed, tally.false))
            total[kind] += Tally(tally.hits, tuple(missed), tuple(false), tally.apart)
    return total


def _paragraph(gold: GoldParagraph, found: ParagraphFindings) -> Score:
    sentences = found.sentences
    return {
        "mentions": _mentions(gold, {mention.topic for each in sentences for mention in each.mentions}),
        "numbers": _numbers(gold, [quantity for each in sentences for quantity in each.quantities]),
        "dates": _dates(gold, [time for each in sentences for time in each.times]),
        "speech": _speech(gold, [speech for each in sentences for speech in each.speech]),
    }


def _mentions(gold: GoldParagraph, found: set[str]) -> Tally:
    return _tally(Counter(gold.mentions), Counter(found - set(gold.also)))


def _numbers(gold: GoldParagraph, found: Sequence[Quantity]) -> Tally:
    tally = _tally(
        Counter(written_number(each.value) for each in gold.numbers),
        Counter(written_number(each.value) for each in found),
    )
    wanted = Counter((float(each.value), letters(each.unit)) for each in gold.numbers)
    with_unit = wanted & Counter((float(each.value), letters(each.unit)) for each in found)
    return Tally(tally.hits, tally.missed, tally.false, with_unit.total())


def _dates(gold: GoldParagraph, found: Sequence[Time]) -> Tally:
    tally = _tally(Counter(each.when.text for each in gold.dates), Counter(each.when.text for each in found))
    left, overlapping = list(gold.dates), 0
    for time in found:
        words = set(letters(time.basis).casefold().split())
        same = [each for each in left if each.when.text == time.when.text]
        based = [each for each in same if words & set(letters(each.basis).casefold().split())]
        if based:
            left.remove(based[0])
            overlapping += 1
    return Tally(tally.hits, tally.missed, tally.false, overlapping)


def _speech(gold: GoldParagraph, found: Sequence[Speech]) -> Tally:
    """Each speaker counts once a paragraph, as the drafts name him once."""
    speakers = list(dict.fromkeys(each.speaker for each in found))
    missed, claimed = [], set[str]()
    for each in gold.speech:
        right = [name for name in speakers if any(_same_speaker(name, by) for by in each.by)]
        claimed.update(right)
        missed += [] if right else [" or ".join(each.by)]
    false = [name for name in speakers if name not in claimed]
    return Tally(len(gold.speech) - len(missed), tuple(missed), tuple(false))


def _same_speaker(name: str, by: str) -> bool:
    """The same topic; for words, the shorter wording is part of the longer, in any form (Kreise, Kreisen)."""
    if not (name.startswith('"') and by.startswith('"')):
        return name == by
    one, other = ({stem_key(word) for word in words.strip('"').split()} for words in (name, by))
    return one <= other or other <= one


def _tally(wanted: Counter[str], found: Counter[str]) -> Tally:
    return Tally((wanted & found).total(), _listed(wanted - found), _listed(found - wanted))


def _listed(facts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(facts.elements()))


def summed(scores: Iterable[Score]) -> Score:
    """Micro-average: every fact of a set has the same weight."""
    total = dict.fromkeys(KINDS, Tally())
    for each in scores:
        for kind in KINDS:
            total[kind] += each[kind]
    return total


def scored(found: Sequence[Case]) -> dict[Case, Score]:
    """The scores of all cases whose text is at hand, in their order."""
    return {
        case: score(case.gold, find(case.texts, case.seeds, case.published)) for case in found if case.texts is not None
    }


def table(scores: Mapping[Case, Score]) -> str:
    """Markdown: a line a set, and one an article."""
    head = ["set", "article", *(f"{kind} (in the text)" for kind in KINDS), "units", "bases"]
    lines = [head, ["---"] * len(head)]
    for name in dict.fromkeys(case.set for case in scores):
        of_set = {case: each for case, each in scores.items() if case.set == name}
        lines.append(_row(f"**{name}**", "**all**", summed(of_set.values())))
        lines += [_row(name, case.name, each) for case, each in of_set.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(name: str, article: str, of: Score) -> list[str]:
    cells = [
        f"{_percent(of[k].recall)} / {_percent(of[k].precision)} ({of[k].hits + len(of[k].missed)})" for k in KINDS
    ]
    return [name, article, *cells, *(f"{of[kind].apart} of {of[kind].hits}" for kind in ("numbers", "dates"))]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}".removesuffix(".0")


def errors(scores: Mapping[Case, Score]) -> list[str]:
    """A line for each miss and each false finding."""
    return [
        f"{case.set} {case.name} {kind}: {what} {fact}"
        for case, each in scores.items()
        for kind in KINDS
        for what, facts in (("missed", each[kind].missed), ("false", each[kind].false))
        for fact in facts
    ]


def report(text: str) -> str:
    return f"""# Draft quality

What a draft finds of an article whose topics are known, against lists of all mentions, numbers and dates that were
marked by hand (`tests/drafts/README.md` says how). Each cell: recall / precision in per cent (facts in the text).
*units* and *bases*: how many of the numbers and dates found have the right unit, and words of the right basis. Speech
is reported only.

The rules were written with the articles of *iraq* and *dev* in view; only *heldout* tells how they do on others.

{text}

Repeat with `python -m benchmarks.draft_quality --write`; `--errors` lists each miss and false finding. The set
*{PRIVATE_SET}* needs the private full texts (`--fulltexts DIR`).
"""


@click.command()
@click.option(
    "--fulltexts",
    type=click.Path(path_type=Path, file_okay=False),
    default=ROOT.parent / "shared" / "seeds",
    metavar="DIR",
    help="Folder of the private full texts.  [default: ../shared/seeds]",
)
@click.option("--errors", "with_errors", is_flag=True, help="List each miss and each false finding.")
@click.option("--write", is_flag=True, help=f"Write the table into {REPORT.as_posix()}.")
def main(*, fulltexts: Path, with_errors: bool, write: bool) -> None:
    """Score the finders against the gold lists in tests/drafts; exit status 1 where a list is faulty."""
    problems = Problems()
    scores = scored(cases(ROOT, fulltexts, problems))
    click.echo(table(scores))
    measured = {case.set for case in scores}
    for name in (PRIVATE_SET, *INVENTED_SETS):
        if name not in measured:
            click.echo(f"skipped: {name}; its texts are not here")
    if with_errors:
        click.echo("\n".join(["", *errors(scores)]))
    if write:
        (ROOT / REPORT).write_text(report(table(scores)), encoding="utf-8")
    if problems.found:
        click.echo(written(problems, "text"), err=True)
        raise click.exceptions.Exit(1)


if __name__ == "__main__":
    main()
