"""The figures of a measure as a chart, and as a small one without words.

Each figure stands at its number and over the time it holds for, with the sign of who gives it and the limit its source
sets: nothing is averaged, and a line joins only what one teller gives without a gap (series.py). Each is a link to its
claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.addresses import claim_path
from generator.dossier import DatedFigure, Dossier, Measure
from generator.drawing.axes import time_ticks, value_ticks
from generator.drawing.layout import ARROW, Layout, Size
from generator.drawing.plot import Point, meeting
from generator.drawing.series import contradicting, gaps, joined, newest, teller, teller_name
from generator.drawing.sheet import Area, Layer, Stroke, Symbol, rules, sheet, symbols, texts, words_at
from generator.drawing.signs import PAPER
from generator.drawing.words import Box, Line, Words, box_of, placed, width_of
from generator.writer import Writer

INK, MUTED, FAINT = "var(--dossier-ink, #222)", "var(--dossier-muted, #666)", "var(--dossier-line, #ccc)"
ACCENT = "var(--dossier-accent, #8c2a16)"

WIDE = Size(width=720, height=360, mark=6, apart=28, text=13, top=30, right=18, bottom=26)
NARROW = Size(width=340, height=360, mark=6, apart=29, text=13, top=30, right=14, bottom=26)
SMALL = Size(width=140, height=40, mark=3, apart=6, text=0, top=9, right=6, bottom=4)
TINY = replace(SMALL, mark=1.6, apart=3.2)
MANY = 12
"""More figures than these have smaller marks in a small drawing."""


def chart(measure: Measure, dossier: Dossier, page: str, *, narrow: bool) -> str:
    """The chart of a measure for the page at the path `page`; nothing where no figure has a date."""
    drawing = Drawing(measure, dossier, page, NARROW if narrow else WIDE)
    return drawing.chart(f"chart-{measure.id}{'-narrow' if narrow else ''}") if drawing.dated else ""


def trend(measure: Measure, dossier: Dossier, page: str) -> str:
    """The same in the size of a line of text, for cards: no links, no words but the first and last year.

    Nothing where no two figures are dated.
    """
    drawing = Drawing(measure, dossier, page, SMALL if len(measure.figures) <= MANY else TINY)
    if len(drawing.dated) < 2:
        return ""
    # a block of its own, else Markdown reads the words in it as Markdown
    whens = [figure.as_of for figure in measure.figures if figure.as_of]
    first, last = min(when.year for when in whens), max(max(when.years) for when in whens)
    years = f"<p><span>{first}</span><span>{last}</span></p>" if first != last else f"<p><span>{first}</span></p>"
    return f'<div class="trend">{drawing.trend(f"trend-{measure.id}")}{years}</div>'


def explained(measure: Measure, dossier: Dossier) -> list[str]:
    """The signs that the chart of a measure uses, by the names of their glyphs and labels."""
    drawing = Drawing(measure, dossier, "", WIDE)
    if not drawing.dated:
        return []
    points = drawing.points.values()
    used = {
        "about": any(point.hollow for point in points),
        "above": any(point.points < 0 for point in points),
        "below": any(point.points > 0 for point in points),
        "range": any(point.top != point.bottom for point in points),
        "span": any(drawing.is_long(point) and not point.is_open for point in points),
        "open": any(point.is_open for point in points),
        "line": any(joined(measure)),
        "moved": any(point.home is not None for point in points),
        "contradiction": bool(contradicting(measure)),
    }
    return [name for name, is_used in used.items() if is_used]


class Drawing(Layout):
    """One measure at one size, for the page at the path `page`."""

    def __init__(self, measure: Measure, dossier: Dossier, page: str, size: Size) -> None:
        self.writer = Writer(dossier, page)
        super().__init__(measure, self.writer.labels, size)
        self.taken: list[Box] = []
        """Where no words may stand any more."""

    def chart(self, name: str) -> str:
        drawn = [*self.frame(), *self.gaps(), *self.spans(), *self.lines()]
        drawn += [*self.moved(), *self.disagreements(), *self.marks()]
        return self.svg(name, [*drawn, *texts(self.words(), INK, MUTED)], self.links())

    def trend(self, name: str) -> str:
        ground = rules([((0, self.axes.width, self.axes.y(0), self.axes.y(0)), FAINT)], 1)
        return self.svg(name, [ground, *self.spans(), *self.lines(), *self.disagreements(), *self.marks()])

    def svg(self, name: str, layers: Iterable[Layer], links: Iterable[Area] = ()) -> str:
        size = self.size
        padding = {"left": self.left, "right": size.right, "top": size.top, "bottom": size.bottom}
        summary = self.labels["chart"]["summary"].format(
            values=self.writer.count(len(self.dated), "value"),
            newest="; ".join(map(self.told, newest(self.measure))),
        )
        return sheet(
            (self.axes.width, self.axes.height),
            padding,
            layers,
            links,
            name=name,
            title=self.measure.record.title,
            summary=summary,
        )

    # ---- What is drawn, from the back to the front

    def frame(self) -> Iterator[Layer]:
        """Lines at round numbers, and where months or years begin."""
        axes, size = self.axes, self.size.text - 1
        values = value_ticks(axes, self.values, self.labels)
        days = time_ticks(axes, 70 if self.size is WIDE else 58)
        yield rules([((0, axes.width, y, y), FAINT) for y, _ in values], 1)
        numbers = [Words((Line(text, size),), -6, y, "right") for y, text in values]
        names = [Words((Line(text, size),), x + 4, axes.height + 13, "left") for x, text in days]
        names = [name for name in names if box_of(name)[2] < axes.width + self.size.right]
        yield rules([((name.x - 4, name.x - 4, axes.height, axes.height + 8), MUTED) for name in names], 1)
        self.taken += map(box_of, numbers)
        yield from texts([*numbers, *names], MUTED)

    def gaps(self) -> Iterator[Layer]:
        """Words over the time for which nobody gives a figure, where there is room."""
        words, y = Line(self.labels["chart"]["gap"], self.size.text - 1), self.axes.height - 14
        for before, after in gaps(self.measure):
            start = self.points[id(before)].end + self.size.apart / 2
            end = self.points[id(after)].start - self.size.apart / 2
            middle, half = (start + end) / 2, width_of(words) / 2 + 4
            if end - start > 2 * half:
                self.taken.append((start, y - 8, end, y + 8))
                strokes = [(start, middle - half, y, y), (middle + half, end, y, y)]
                yield rules([(stroke, MUTED) for stroke in strokes], 1, dash=(1, 4))
                yield from texts([Words((words,), middle, y, "center")], MUTED)

    def spans(self) -> Iterator[Layer]:
        """The time that a figure holds for, where it is longer than its mark; with an open end it is dashed."""
        shown = [point for point in self.points.values() if point.is_open or self.is_long(point)]
        for dash, group in (((), [p for p in shown if not p.is_open]), ((3, 3), [p for p in shown if p.is_open])):
            strokes = [((p.start, p.end, y, y), self.sign(p.dated).colour) for p in group for y in p.ends]
            self.taken += [(start, y - 3, end, y + 3) for (start, end, y, _), _ in strokes]
            if strokes:
                yield rules(strokes, self.size.mark / 2, dash=dash, opacity=0.6)

    def lines(self) -> Iterator[Layer]:
        strokes = []
        for first, second in joined(self.measure):
            a, b = self.points[id(first)], self.points[id(second)]
            self.taken += [_dot(a.x + (b.x - a.x) * at / 12, a.top + (b.top - a.top) * at / 12) for at in range(1, 12)]
            strokes.append(((a.x, b.x, a.top, b.top), self.sign(first).colour))
        if strokes:
            yield rules(strokes, self.size.mark / 4)

    def moved(self) -> Iterator[Layer]:
        """Under marks of one time that stand side by side, a bracket that leads to their time."""
        homes: dict[float, list[Point]] = {}
        for point in self.points.values():
            if point.home is not None:
                homes.setdefault(point.home, []).append(point)
        strokes: list[Stroke] = []
        stems: list[Stroke] = []
        for home, group in homes.items():
            y = max(self.around(point, self.size.mark + 4)[3] for point in group)
            first, last = min(point.x for point in group), max(point.x for point in group)
            strokes += [(first, last, y, y), (first, first, y, y - 4), (last, last, y, y - 4)]
            stems.append((home, home, y, max(self.axes.height, y)))
        self.taken += map(_around, strokes + stems)
        if strokes:
            yield rules([(stroke, MUTED) for stroke in strokes], 1)
            yield rules([(stem, MUTED) for stem in stems], 1, dash=(1, 3))

    def disagreements(self) -> Iterator[Layer]:
        """A dotted line between values that cannot both hold, with ≠ on it, or beside it where it is short."""
        strokes: list[Stroke] = []
        signs: list[tuple[float, float]] = []
        mark = self.size.mark
        for lower, upper in self.contradicting():
            (x, other), y, below = meeting(upper, lower, visible=mark * 3), upper.bottom, lower.top
            if abs(x - other) < mark and below - y < mark * 7 and self.size.text:
                beside = max(x, other) + mark * 2.2
                strokes += [(x + mark * 1.4, beside, y, y), (other + mark * 1.4, beside, below, below)]
                strokes.append((beside, beside, y, below))
                signs.append((beside + 9, (y + below) / 2))
            else:
                strokes.append((x, other, y, below))
                signs.append(((x + other) / 2, (y + below) / 2))
        if strokes:
            yield rules([(stroke, ACCENT) for stroke in strokes], 1.4, dash=(2, 3))
        if strokes and self.size.text:
            self.taken += [_around(stroke) for stroke in strokes if stroke[0] == stroke[1]]
            self.taken += [(x - 8, y - 8, x + 8, y + 8) for x, y in signs]
            rows = [(x, y, "≠") for x, y in signs]
            yield words_at(rows, ACCENT, "center", 16, ' font-weight="bold"')

    def contradicting(self) -> list[tuple[Point, Point]]:
        """The lower and the upper point; of several pairs of the same values and time, the nearest to each other."""
        pairs = [(self.points[id(low)], self.points[id(high)]) for low, high in contradicting(self.measure)]
        kept: list[tuple[Point, Point]] = []
        for pair in sorted(pairs, key=lambda pair: abs(pair[0].x - pair[1].x)):
            if not any(_alike(pair[0], other[0]) and _alike(pair[1], other[1]) for other in kept):
                kept.append(pair)
        return kept

    def marks(self) -> Iterator[Layer]:
        size, points = self.size.mark, [(point, self.sign(point.dated)) for point in self.points.values()]
        bars = [((p.x, p.x, p.top, p.bottom), sign.colour) for p, sign in points if p.top != p.bottom]
        if bars:
            yield rules(bars, size / 1.5)
        tips = [(p, p.top + p.points * size * ARROW, sign.colour) for p, sign in points if p.points]
        if tips:
            yield rules([((p.x, p.x, p.top, tip), colour) for p, tip, colour in tips], size / 3)
            heads = {-1: "M-1,1L0,0L1,1", 1: "M-1,-1L0,0L1,-1"}
            yield symbols([Symbol(p.x, tip, heads[p.points], "none", colour) for p, tip, colour in tips], size * 0.8)
        yield symbols(
            [Symbol(p.x, y, s.outline, PAPER if p.hollow else s.colour, s.colour) for p, s in points for y in p.ends],
            size,
        )

    def words(self) -> Iterator[Words]:
        """The number beside each point, with who gives it, as far as there is room; the newest first."""
        boxes = {name: self.around(point, self.size.mark + 2) for name, point in self.points.items()}
        edge = (2 - self.left, 2 - self.size.top, self.axes.width + self.size.right - 2, self.axes.height - 1)
        for name, point in sorted(self.points.items(), key=lambda item: -item[1].x):
            value = Line(self.writer.figure(point.dated), self.size.text)
            who = Line(teller_name(teller(point.dated.claim), self.writer), self.size.text - 1.5)
            others = [box for other, box in boxes.items() if other != name]
            touched = self.around(point, self.size.apart / 2 - 3)
            if found := placed(touched, ([value, who], [value]), [*self.taken, *others], edge):
                self.taken.append(box_of(found))
                yield found

    def links(self) -> Iterator[Area]:
        for point in self.points.values():
            left, top, right, bottom = self.around(point, self.size.apart / 2)
            href = self.writer.href(claim_path(point.dated.claim))
            yield Area((left, right, top, bottom), href, self.told(point.dated))

    def told(self, dated: DatedFigure) -> str:
        """The figure in words: what, when, by whom, where."""
        value, when = f"{self.writer.figure(dated)} {self.measure.record.unit}", self.writer.date(dated.as_of)
        who, where = teller_name(teller(dated.claim), self.writer), self.writer.article_label(dated.claim.article)
        return ", ".join((value, when, where) if where.startswith(who) else (value, when, who, where))


def _alike(one: Point, other: Point) -> bool:
    times = one.dated.as_of, other.dated.as_of
    return one.dated.bounds == other.dated.bounds and bool(times[0] and times[1] and times[0].overlaps(times[1]))


def _around(stroke: Stroke) -> Box:
    a, b, c, d = stroke
    return min(a, b) - 1, min(c, d) - 1, max(a, b) + 1, max(c, d) + 1


def _dot(x: float, y: float) -> Box:
    return x - 2, y - 2, x + 2, y + 2
