"""What is left of a page's Markdown without its layout."""

import pytest

from generator.plain_markdown import plain


def whole(link: str) -> str:
    return f"https://x.org/{link}"


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ('## A { #_a}\n\nB { .b title="c d" }\n{ .e }', "## A\n\nB"),
        ("## A {#a}\n\n{: .b}\nc{ rel='d e' }", "## A\n\nc"),
        ('!!! info "A"\n\n    b\n\n    c\n\nd\n\n!!! note\n    e', "**A**\n\nb\n\nc\n\nd\n\ne"),
        ("{kein Attribut} und {x}", "{kein Attribut} und {x}"),
        ("a &#42;b&#42; &amp; c &#33;", "a \\*b\\* \\& c !"),
        (
            '[a](b.md#c){ .d } [e](<f g.md>) [h](i "j")',
            '[a](https://x.org/b.md#c) [e](<https://x.org/f g.md>) [h](https://x.org/i "j")',
        ),
        ("[a](<b?c&amp;d=_e>) &amp;", "[a](https://x.org/b?c&d=_e) \\&"),
        ("[a](b_(c)) d", "[a](<https://x.org/b_(c)>) d"),
        ('<p>a <a class="x" href="b.md?c&amp;d">e</a></p>', "a [e](https://x.org/b.md?c&d)"),
        ("<dl>\n<dt>A</dt>\n<dd markdown>b</dd>\n<dd>c</dd>\n</dl>", "**A:** b · c"),
        ("<details><summary>A</summary>\n\nb\n</details>", "**A**\n\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ('a <svg><title>b</title></svg>c<!-- d\ne -->\n<figure class="map"><p>f</p></figure>', "a c"),
        ("`<b>` und ``a ` <i>`` und <b>c</b>", "`<b>` und ``a ` <i>`` und c"),
        ("```html\n<b>{ .c }</b> [d](e)\n```\n<b>f</b>", "```html\n<b>{ .c }</b> [d](e)\n```\nf"),
        ("<pre><code>a &lt;b&gt;\n[c](d)</code></pre>", "```\na <b>\n[c](d)\n```"),
        ("a < b und c > d", "a < b und c > d"),
        ("[x](index.md){ .crumb }\n\na", "a"),
        ("a [Zitieren](../b.md#_zitieren-c){ .cite-link }</span>", "a"),
        ("a [Zitieren](b){ .cite-link }c [d](e){ .cite-link }{ .f } g", "ac g"),
        ("a \t{ .b }{ .c }\td\n \t{ .e }\nf", "a\td\n\nf"),
        ("<!-- a\n[x](y.md){ .crumb }\n-->b\n[c](d.md){ .crumb }\ne<svg>{ .crumb }</svg>\nf", "b\n\ne\nf"),
        (
            "a\n///Footnotes Go Here///\nb ///Footnotes Go Here///\n<!--\n///Footnotes Go Here///\n-->",
            "a\n\nb ///Footnotes Go Here///",
        ),
        (
            "[a](b](c d) [e](f&amp;g) [e](f&amp;g)",
            "[a](https://x.org/b](https://x.org/c d) [e](https://x.org/f&g) [e](https://x.org/f&g)",
        ),
        ("a ```b` c ``d` e `f` g ~~~", "a ```b` c ``d` e `f` g ~~~"),
        ("~~~\n<b> \n~~~\n<b>c</b>\n <pre class='d'>&lt;e</pre><prefix>", "~~~\n<b>\n~~~\nc\n\n```\n<e\n```"),
        (
            '<p>a</p>\n<div class="cite-claims">\n<details>\n<pre>b</pre>\n</details>\n</div>\n<p>c</p>',
            "a\n\nc",
        ),
    ],
)
def test_what_is_left(markdown: str, left: str) -> None:
    assert plain(f"# T\n\n{markdown}", "U", whole) == f"# T\n\n{left}\n"


def test_a_page_without_a_heading_gets_its_title() -> None:
    assert plain("a\n\n\n\nb  ", "T", whole) == "# T\n\na\n\nb\n"


@pytest.mark.parametrize(
    "awkward", ["{ ." + "a" * 5000, "{ a=" + "b c " * 2000, "[x](" + "(" * 3000, "<p " * 2000, "&#" * 3000]
)
def test_nothing_takes_long(awkward: str) -> None:
    """Text that nearly has a form: a pattern that tried every way of reading it would never end."""
    assert plain(f"# T\n\n{awkward}", "U", whole).startswith("# T")
