"""The first steps over all lines leave the same lines as Python-Markdown's own."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.conversion import lines

PIECES = [
    "a",
    "Wort",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
    "\x02",
    "\x03",
    "```",
    "~~~",
    "\n```\n",
    "\n~~~ py\n",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(TEXT, st.lists(st.integers(0, 40), max_size=4))
@settings(max_examples=500)
def test_the_lines_are_the_same(text: str, cuts: list[int]) -> None:
    """In whatever pieces another step may leave them."""
    given_lines = [text[start:end] for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), None], strict=True)]
    own, quick = Markdown(extensions=["fenced_code"]), Markdown(extensions=["fenced_code"])
    lines.register(quick)
    for name, kind in lines.QUICKER.items():
        assert type(quick.preprocessors[name]) is kind
        assert quick.preprocessors[name].run(given_lines) == own.preprocessors[name].run(given_lines)
    assert quick.convert(text) == own.convert(text)
