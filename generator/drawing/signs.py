"""The signs that tell apart who gives a figure: a shape and a colour each, the same in the drawing and beside it."""

from __future__ import annotations

from dataclasses import dataclass

COLOURS = tuple(
    f"var(--dossier-series-{number}, {fallback})"
    for number, fallback in enumerate(("#17469a", "#a34a00", "#0b6b58", "#7d2f7a"), 1)
)
PAPER = "var(--dossier-paper, #fff)"

# Within -1 to 1, of about the same area.
_SHAPES = (
    "M0,-.9A.9,.9,0,1,1,0,.9A.9,.9,0,1,1,0,-.9Z",  # circle
    "M-.8,-.8H.8V.8H-.8Z",  # square
    "M0,-1.1L1,.75H-1Z",  # triangle
    "M0,-1.15L1.15,0L0,1.15L-1.15,0Z",  # diamond
    "M0,1.1L1,-.75H-1Z",  # triangle on its head
    "M-.35,-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z",  # cross
    "M-.55,-.95H.55L1.1,0L.55,.95H-.55L-1.1,0Z",  # hexagon
)
_CURVES = {
    _SHAPES[
        0
    ]: "M0,-.9C.4971,-.9,.9,-.4971,.9,0C.9,.4971,.4971,.9,0,.9C-.4971,.9,-.9,.4971,-.9,0C-.9,-.4971,-.4971,-.9,0,-.9Z"
}


@dataclass(frozen=True, slots=True)
class Sign:
    shape: str
    colour: str

    @property
    def outline(self) -> str:
        """The shape with Bézier curves for its arcs."""
        return _CURVES.get(self.shape, self.shape)

    def html(self) -> str:
        """The sign within a line of text; beside it stands in words whom it means."""
        drawn = f'<path d="{self.shape}" fill="{self.colour}"/>'
        return f'<svg class="sign" viewBox="-1.5 -1.5 3 3" aria-hidden="true">{drawn}</svg>'


def sign(number: int) -> Sign:
    """The sign of the first, second… teller; seven differ in shape, twenty-eight in shape or colour."""
    return Sign(_SHAPES[number % len(_SHAPES)], COLOURS[number % len(COLOURS)])


_GLYPHS = {
    "about": '<circle r=".9" class="hollow"/>',
    "above": '<path d="M0,1.2V-1.1M-.7,-.4L0,-1.1L.7,-.4"/>',
    "below": '<path d="M0,-1.2V1.1M-.7,.4L0,1.1L.7,.4"/>',
    "range": '<path d="M0,-.9V.9" class="bar"/><circle cy="-.9" r=".45"/><circle cy=".9" r=".45"/>',
    "span": '<path d="M-1.4,0H1.4" class="bar"/>',
    "open": '<path d="M-1.4,0H1.4" class="bar dashed"/>',
    "line": '<path d="M-1.2,.8L1.2,-.8"/><circle cx="-1.1" cy=".7" r=".4"/><circle cx="1.1" cy="-.7" r=".4"/>',
    "moved": '<path d="M-1.2,-.8V-.2H1.2V-.8M0,-.2V1.2"/>',
    "contradiction": '<path d="M-.8,-.4H.8M-.8,.4H.8M-.5,1L.5,-1" class="contradiction"/>',
}


def glyph(name: str) -> str:
    """A sign whose meaning the labels tell under the same name."""
    return f'<svg class="sign glyph" viewBox="-1.5 -1.5 3 3" aria-hidden="true">{_GLYPHS[name]}</svg>'
